"""Refusals that look like a wish or a fall: "wollte nichts sagen" plans nothing, "declined to comment" falls not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

__all__ = ["without_falling", "without_refused_wishes"]

# Past forms alone: "will nicht zurücktreten" says what is meant to be.
_WISHES: Mapping[str, frozenset[str]] = {
    "en": frozenset({"wanted"}), "de": frozenset({"wollte", "wollten"}),
    "nl": frozenset({"wilde", "wilden", "wou", "wenste", "wensten"}),
    "fr": frozenset("souhaite souhaitait souhaitaient voulu voulait voulaient desire".split()),
    "es": frozenset("quiso quisieron queria querian".split()),
    "it": frozenset("voluto voleva volevano volle vollero".split()),
    "pt": frozenset("quis quiseram queria queriam".split()),
}
_NEGATORS: Mapping[str, frozenset[str]] = {
    "en": frozenset({"not", "n't", "nobody", "never"}),
    "de": frozenset("nicht nichts kein keine keinen keinerlei niemand weder".split()),
    "nl": frozenset("niet niets geen niemand".split()), "fr": frozenset("pas rien aucun aucune ni personne".split()),
    "es": frozenset("no nada ningun ninguna nadie".split()),
    "it": frozenset("non nulla nessun nessuna nessuno".split()),
    "pt": frozenset("nao nada nenhum nenhuma ninguem".split()),
}
_REACH = 8
# "Declined to comment", "declined an interview"; "declined to about 5 million" and "declined a further 3 %" fall.
_REFUSING = re.compile(
    r"\b(?:[Dd]eclin(?:e|es|ed|ing))(?= (?:to (?!(?:about|almost|around|just|less|more|below|under|only|nearly|some|"
    r"the|a|an|its|their|zero|record|roughly|close|well|fewer)\b)[a-z]|comment\b|any\b|all\b|his\b|her\b|interview|request|"
    r"invitation|(?:an?|the|their|its) (?!further|additional|estimated|average|equivalent|past|last|first)[a-z]))"
)


def without_falling(text: str, language: str) -> str:
    """Returns an English text without "declined" where it refuses."""
    return _REFUSING.sub("refused", text) if language == "en" else text


def without_refused_wishes(found: Sequence[str], language: str) -> list[str]:
    """Takes a past wish out of a row of words where a "not" stands near: who did not wish to speak plans nothing."""
    wishes, negators = _WISHES.get(language, frozenset[str]()), _NEGATORS.get(language, frozenset[str]())
    denied = [place for place, word in enumerate(found) if word in negators]
    return [word for place, word in enumerate(found)
            if word not in wishes or not any(abs(place - other) <= _REACH for other in denied)]
