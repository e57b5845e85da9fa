"""Cues: words and phrases of a language that give a sentence its stance, read from plain lists."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rag.check.words import plain, words

__all__ = ["Cues", "cue_words", "cues", "places", "senses"]


@dataclass(frozen=True, slots=True)
class Cues:
    """Whole words, beginnings of words, endings of words, and phrases of them, all plain.

    Attributes:
        phrases: Each a row of words; one with a star at its end stands for any word that begins so.
        exceptions: Beginnings of words that are no cues, whatever else fits them.
        beginning: The phrases by their first words, those that begin with a star under "": few words begin one.
    """

    whole: frozenset[str]
    stems: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    exceptions: tuple[str, ...] = ()
    beginning: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict[str, tuple[tuple[str, ...], ...]],
                                                                compare=False)

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        shaped = word.startswith(self.stems) or word.endswith(self.endings)
        return word in self.whole or (shaped and not word.startswith(self.exceptions))


def cues(*lists: str) -> Cues:
    """Reads lists of words parted by white space.

    A star stands for any ending ("refus*") or any beginning ("*bar"), an underscore joins a phrase ("no_longer"), a
    dash begins an exception ("un*" with "-under": "unable" is a cue, "understand" none).
    """
    parts = [part for listed in lists for part in listed.split()]
    single = [part for part in parts if "_" not in part and part[0] != "-"]
    phrases = tuple(tuple(part.split("_")) for part in parts if "_" in part)
    return Cues(
        frozenset(part for part in single if "*" not in part),
        tuple(part[:-1] for part in single if part.endswith("*")),
        tuple(part[1:] for part in single if part.startswith("*")),
        phrases,
        tuple(part[1:].rstrip("*") for part in parts if part[0] == "-"),
        _by_first_word(phrases),
    )


def _by_first_word(phrases: Sequence[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    grouped: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        grouped.setdefault("" if phrase[0].endswith("*") else phrase[0], []).append(phrase)
    return {first: tuple(those) for first, those in grouped.items()}


def senses(table: str) -> Mapping[str, Cues]:
    """Reads a table of senses, each a word with a colon and the words that follow it."""
    read: dict[str, list[str]] = {}
    sense = ""
    for part in table.split():
        if part.endswith(":"):
            sense = part[:-1]
        else:
            read.setdefault(sense, []).append(part)
    return {name: cues(*listed) for name, listed in read.items()}


def cue_words(text: str, *, accents: bool = False) -> list[str]:
    """Returns plain words; what an apostrophe joins is parted: "n't" and "n'" stand alone ("ne").

    Args:
        accents: Only casefolds: German "könnte" and "konnte" stay two words.
    """
    parted: list[str] = []
    for word in words(unicodedata.normalize("NFC", text).replace("’", "'")):
        key = word.lower() if accents else plain(word)
        if key.endswith("n't"):
            parted += [key[:-3], "n't"]
        elif "'" in key:
            head, _, tail = key.rpartition("'")
            parted += ["ne" if head == "n" else head, tail]
        else:
            parted.append(key)
    return parted


def places(found: Sequence[str], wanted: Cues) -> list[int]:
    """Returns where cues begin in a row of plain words, in order."""
    starred, by_first = wanted.beginning.get("", ()), wanted.beginning
    return [
        place for place, word in enumerate(found)
        if word in wanted or any(_stands(found, place, phrase) for phrase in (*by_first.get(word, ()), *starred))
    ]


def _stands(found: Sequence[str], place: int, phrase: tuple[str, ...]) -> bool:
    return len(found) - place >= len(phrase) and all(
        _is(found[place + step], part) for step, part in enumerate(phrase))


def _is(word: str, part: str) -> bool:
    return word == part or (part.endswith("*") and word.startswith(part[:-1]))
