"""The stem that the forms of one noun share: "elections" and "election", "Wölfen" and "Wolf", "scholen" and "school".

Only endings of number and case are taken off, and of women who do what the word says ("Bürgermeisterin"): "training" is
not "trains". A stem is no word; it is compared with other stems of the same language alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from rag.gazetteer.data import is_listed_word

__all__ = ["is_headed_by", "is_led_by", "stem"]

_LEAST: Final = 3
_LEAST_SURE: Final = 6
_LEAST_HEAD: Final = 4
"""Letters of the first part of a compound: "Kommunal|wahl" is a "Wahl", "Aus|wahl" is none."""
_VOWELS: Final = "aeiou"


def stem(word: str, language: str) -> str:
    """Returns the stem of a plain word (`rag.check.words.plain`).

    Args:
        language: ISO 639-1; of a language without rules the word is its own stem.
    """
    rule = _RULES.get(language)
    return word if rule is None or len(word) <= _LEAST else rule(word)


def is_headed_by(word: str, head: str, language: str) -> bool:
    """Whether a plain word is a compound of `head`, a stem: German "Waldbrand", Dutch "dorpsschool"."""
    if language not in ("de", "nl") or len(head) < _LEAST_HEAD:
        return False
    own = stem(word, language)
    first = own.removesuffix(head)
    if first == own or len(first) < _LEAST_HEAD:
        return False
    # Dutch "ongeveer" is no "veer".
    return len(head) > _LEAST_HEAD or len(first) >= _LEAST_SURE or any(
        is_listed_word(part, language) for part in (first, first.removesuffix("s"), first.removesuffix("en")))


def is_led_by(word: str, first: str, language: str) -> bool:
    """Whether a plain word is a compound that begins with `first`, a stem: German "Schulbus", Dutch "voetbalclub"."""
    if language not in ("de", "nl") or len(first) <= _LEAST_HEAD:
        return False
    return word.startswith(first) and len(word) - len(first) >= _LEAST_HEAD


def _without(word: str, *endings: str, least: int = _LEAST) -> str:
    """Takes off the first of the endings that leaves a stem of some length."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word.removesuffix(ending)
    return word


def _english(word: str) -> str:
    if word.endswith("ies") and len(word) > _LEAST + 1:
        return word[:-3] + "y"
    if word.endswith("ves") and len(word) > _LEAST + 1:
        return word[:-3] + "f"
    if word.endswith(("sses", "xes", "zes", "ches", "shes")) or (
            word.endswith("uses") and not word.endswith(("auses", "ouses"))):
        return word[:-2]
    if word.endswith("fe"):
        return word[:-1]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _german(word: str) -> str:
    woman = _without(word, "innen", "in", least=5)
    return _without(woman, "ern", "en", "er", "em", "es", "e", "n", "s", least=_LEAST + 1)


def _dutch(word: str) -> str:
    single = word[:-1] if word.endswith("s") and word[-2] not in "aiousj" else word
    bare = _without(single, "en", "e")
    if len(bare) > _LEAST and bare[-1] == bare[-2] and bare[-1] not in _VOWELS:
        bare = bare[:-1]
    elif len(bare) > _LEAST and bare[-2] == bare[-3] and bare[-2] in "aou":
        bare = bare[:-2] + bare[-1]
    return bare[:-1] + {"v": "f", "z": "s"}.get(bare[-1], bare[-1])


def _french(word: str) -> str:
    if word.endswith("eaux"):
        return word[:-1]
    if word.endswith("aux") and len(word) > _LEAST + 1:
        return word[:-3] + "al"
    return _without(_without(word, "s", "x"), "e")


def _spanish(word: str) -> str:
    bare = _without(word, "es", "s")
    bare = bare[:-1] + "z" if bare.endswith("c") else bare
    return _without(bare, "a", "o", "e")


def _italian(word: str) -> str:
    bare = _without(word, "a", "e", "i", "o")
    return bare[:-1] if bare.endswith(("ch", "gh")) else _without(bare, "i")


def _portuguese(word: str) -> str:
    if word.endswith(("oes", "aes")):
        return word[:-3] + "ao"
    if word.endswith("ao"):
        return word
    if word.endswith("ais"):
        return word[:-2] + "l"
    return _without(_without(word, "es", "s"), "a", "o", "e")


_RULES: Final[Mapping[str, Callable[[str], str]]] = {
    "en": _english, "de": _german, "nl": _dutch, "fr": _french, "es": _spanish, "it": _italian, "pt": _portuguese,
}
