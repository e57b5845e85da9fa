"""What kind of thing a question asks for, and whether a sentence holds a thing of that kind.

A sentence that speaks of a company's staff, and of no number, cannot say how many they are, however near it is to the
question. Only what can be told without a model is told: a question that fits no phrase wants `Wanted.ANYTHING`, which
every sentence holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Final

from rag.asking.asked_words import MONEY, NAMED, OF_THE_TEXT, PHRASES
from rag.asking.party import asked_party
from rag.check.measures import dimension
from rag.check.quantities import quantities
from rag.check.quantity import Quantity
from rag.check.speaking import speech_in
from rag.gazetteer import names_in

__all__ = ["Wanted", "asks_of_the_text", "holds", "tells", "wanted"]


class Wanted(StrEnum):
    """The kinds; the values are for reports."""

    AGE = "age"
    ANYTHING = "anything"
    AMOUNT = "amount"
    COUNT = "count"
    DATE = "date"
    DURATION = "duration"
    LENGTH = "length"
    MONEY = "money"
    NAME = "name"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"
    SHARE = "share"
    SPEED = "speed"
    STATEMENT = "statement"
    TIME = "time"
    WEIGHT = "weight"


_WORD: Final = re.compile(r"[^\W\d_]+")
_UNTOLD: Final = frozenset({Wanted.ANYTHING, Wanted.PERSON, Wanted.PLACE, Wanted.REASON})
"""A "who" may be "the neighbours", and a "where" "in the harbour": no name has to stand there."""
_SHORT: Final = 3
"""Letters up to which a word ends others by chance."""
_DIMENSIONS: Final[Mapping[Wanted, frozenset[str]]] = {
    Wanted.TIME: frozenset(),
    Wanted.DURATION: frozenset({"length"}),
    Wanted.LENGTH: frozenset({"length", "time"}),
    Wanted.WEIGHT: frozenset({"weight"}),
    Wanted.SPEED: frozenset({"speed", "time"}),
}
"""What is measured where a kind is stated: a bridge, too, may be asked how long it is, and how far away in hours."""
_PACE: Final = ("percent", "multiple")
_RUN: Final = re.compile(r"\b[A-ZÀ-ÖØ-Þ][^\W\d_]{1,30} [A-ZÀ-ÖØ-Þ][^\W\d_]{1,30}\b")
"""Two capitalised words: common words are names too ("John Smith")."""
_MAY: Final = frozenset("could may might can should following kann könnte darf soll sollte kan kon mag moet".split())
"""Words with which a question of costs asks what has them, not how high they are: "What could cost more abroad?"."""
_AGED: Final = re.compile(
    r"\d-?(?:\s?years?[- ]old|jährig|jarige)|\d (?:years? old|years? of age|jahre alt|jaar oud|ans\b|años\b)|"
    r"\b(?:aged|age|alter|leeftijd)\b|, \d{1,2}[,.]|\(\d{1,2}\)", re.IGNORECASE)
_TIMES: Final = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|sekunden?|minuten?|stunden?|tagen?|wochen?|"
    r"monaten?|jahren?|tage|monate|jahre|jahrzehnte?|seconden?|uren|uur|dagen|weken|maanden?|jaar|jaren|heures?|jours?|"
    r"semaines?|mois|ans?|années?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?|since|until|till|seit|bis|sinds|tot)\b",
    re.IGNORECASE)


def wanted(question: str, language: str) -> Wanted:
    """Returns what a question asks for, by its question words; in other languages than en, de, nl, fr, es: anything."""
    text = _spaced(question)
    best = (len(text), 0, Wanted.ANYTHING)
    for phrase, kind in _phrases(language).items():
        at = text.find(phrase)
        if at >= 0:
            # The first phrase tells, and of those at one place the longest: "how many years", not "how many".
            best = min(best, (at, -len(phrase), kind))
    kind = best[2]
    party = asked_party(question, language)
    if party is not None and party.begins <= text[: best[0]].count(" "):
        return Wanted.STATEMENT
    if kind in (Wanted.COUNT, Wanted.AMOUNT, Wanted.ANYTHING) and _asks_for_money(text, language) and not (
            kind is Wanted.ANYTHING and _MAY.intersection(text.split())):
        return Wanted.MONEY
    return Wanted.NAME if kind is Wanted.ANYTHING and _asks_which(text, language) else kind


def tells(kind: Wanted) -> bool:
    """Whether some sentences hold no thing of that kind, so that holding one tells something."""
    return kind not in _UNTOLD


def asks_of_the_text(question: str, language: str) -> bool:
    """Whether a question speaks of what was written ("does the article mention ..."), in words that no article has."""
    text = _spaced(question)
    return any(f" {phrase.casefold()} " in text for phrase in OF_THE_TEXT.get(language, "").split(",") if phrase)


def holds(kind: Wanted, sentence: str, language: str | None, known: Iterable[str] = ()) -> bool:
    """Whether `sentence` holds a thing of `kind`.

    Args:
        language: Of the sentence, ISO 639-1.
        known: Names in the question, which cannot be its answer.
    """
    if kind in _UNTOLD:
        return True
    if kind is Wanted.NAME:
        return _has_name(sentence, language or "en", known)
    if kind is Wanted.AGE:
        return bool(_AGED.search(sentence))
    if kind is Wanted.STATEMENT:
        return speech_in(sentence, language or "").plain
    stated = quantities(sentence, language)
    if kind in (Wanted.TIME, Wanted.DURATION) and stated and _TIMES.search(sentence):
        return True
    return any(_is_of(kind, item) for item in stated)


def _spaced(question: str) -> str:
    return f" {' '.join(word.casefold() for word in _WORD.findall(question))} "


def _asks_for_money(text: str, language: str) -> bool:
    return any(f" {word.casefold()} " in text for word in MONEY.get(language, "").split())


def _asks_which(text: str, language: str) -> bool:
    """Whether a question chooses among things that have names ("which hospital")."""
    choosing, _, nouns = NAMED.get(language, "|").partition("|")
    said = text.split()
    return any(one in choosing.split() and _is_one_of(two, nouns.split(), language)
               for one, two in pairwise(said))


def _is_one_of(word: str, nouns: Iterable[str], language: str) -> bool:
    # German and Dutch write compounds as one word, what it is last.
    return any(word == noun or (language in ("de", "nl") and len(noun) > _SHORT and word.endswith(noun))
               for noun in (noun.casefold() for noun in nouns))


@cache
def _phrases(language: str) -> Mapping[str, Wanted]:
    found: dict[str, Wanted] = {}
    for group in filter(None, PHRASES.get(language, "").split("|")):
        kind, _, phrases = group.partition(":")
        found |= {f" {phrase.casefold()} ": Wanted(kind) for phrase in phrases.split(",")}
    return found


def _has_name(sentence: str, language: str, known: Iterable[str]) -> bool:
    said = {word for name in known for word in _words(name)}
    return any(not said.issuperset(_words(name)) for name in (*names_in(sentence, language), *_RUN.findall(sentence)))


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _is_of(kind: Wanted, item: Quantity) -> bool:
    if kind is Wanted.DATE:
        return item.kind in ("date", "month", "period", "weekday") or item.role == "year"
    if kind is Wanted.MONEY:
        return item.kind == "money" or item.role == "scale"
    if kind is Wanted.SHARE:
        return item.kind in ("percent", "share")
    if kind in _DIMENSIONS:
        return dimension(item.unit) in _DIMENSIONS[kind] or (kind is Wanted.SPEED and item.kind in _PACE)
    counts = item.certain and item.role not in ("year", "article")
    if kind is Wanted.COUNT:
        return counts and item.kind in ("number", "magnitude") and not item.unit
    return counts and item.kind in ("number", "money", "percent", "multiple", "magnitude", "share")
