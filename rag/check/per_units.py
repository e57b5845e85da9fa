"""What a price, a yield or a density is told of: "a gallon" and "je Liter" of one number contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.check.cursor import Cursor
from rag.check.measures import dimension, measure
from rag.check.units import currency

__all__ = ["other_whole"]

# Before the unit; the second set only where a price stands before: "5 dollars a gallon", "3 Euro das Kilo".
_PER = {"en": {"per"}, "de": {"pro", "je"}, "nl": {"per"}, "fr": {"par"}, "es": {"por"}, "it": {"per"}, "pt": {"por"}}
_ARTICLES = {"en": {"a", "an"}, "de": {"das", "der", "die"}, "nl": {"de", "het"}, "fr": {"le", "la", "l"},
             "es": {"el", "la"}, "it": {"al", "alla"}, "pt": {"o", "a", "ao"}}
_PRICES = ("preis", "preise", "preisen", "preises", "prijs", "prijzen", "pauschale")
_DIMENSIONS = {"length", "area", "volume", "weight"}
# "A litre of milk costs", "le kilo de tomates coûte".
_SINGLE = frozenset(
    "a an one the each ein eine einer das die der jeder jedes jede een de het elke un une le la chaque una el cada "
    "il lo ogni um uma o".split())
_COSTS = ("cost", "kost", "coût", "cuest", "custa", "price", "preis", "prijs", "prix", "preci", "prezz", "preç", "sell",
          "sold", "verkauf", "verko", "paid", "bezahl", "betaal")
# "Auf einen Quadratkilometer kommen", "op elke hectare".
_ONTO = {"de": "auf", "nl": "op", "en": "to"}
_ONTO_ONE = {"einen", "einem", "eine", "einer", "jeden", "jedem", "jede", "een", "elke", "iedere", "the", "every"}
_BEFORE = frozenset[str]().union(*_PER.values(), *_ARTICLES.values(), _ONTO_ONE, _SINGLE)
_NEAR = 7
# A pound is a currency besides, and a German or Dutch one is half a kilogram.
_LEFT_OPEN = {"lb", "oz", "ons"}
_CENTS = {"cent", "cents", "ct", "pence", "p"}
_MOST = 20


@dataclass(frozen=True, slots=True)
class _Whole:
    """A unit that something is told of, with the words that say it."""

    unit: str
    text: str


def other_whole(claim: Cursor, sources: Sequence[Cursor]) -> str:
    """Returns the fault of a claim that tells of a kilogram what its sources tell of a tonne, "" where none does.

    Only where neither text names the other's unit: the same number can then be of one of them alone.
    """
    mine = _wholes(claim)
    if not mine:
        return ""
    theirs = [item for source in sources for item in _wholes(source)]
    for item in mine:
        other = next((their for their in theirs if _contradict(item, their)), None)
        if other is None or any(_names(source, item.unit) for source in sources) or _names(claim, other.unit):
            continue
        return f"The quote says {other.text!r}, not {item.text!r}."
    return ""


def _contradict(one: _Whole, other: _Whole) -> bool:
    return one.unit != other.unit


def _wholes(cursor: Cursor) -> list[_Whole]:
    """Reads the units that the text tells something of, in linear time."""
    folds, glued = cursor.folds(0, len(cursor)), cursor.language in ("de", "nl")
    found: list[_Whole] = []
    for i, word in enumerate(folds):
        if word in _BEFORE and _leads(cursor, i):
            found += _whole(cursor, i + 1, folds[i + 1 : i + 5])
        elif glued and word.endswith(_PRICES):
            # "Quadratmeterpreis".
            tail = next(end for end in _PRICES if word.endswith(end))
            found += _whole(cursor, i, (word.removesuffix(tail),))
        if len(found) >= _MOST:
            break
    return found


def _leads(cursor: Cursor, i: int) -> bool:
    """Whether a word, which stands before a unit where it tells something of one, does so."""
    word, language = cursor.fold(i), cursor.language
    if word in _PER.get(language, ("per",)):
        return True
    if measure(cursor.folds(i + 1, i + 5), True, language) is None:
        return False
    if word in _ARTICLES.get(language, ()) and _priced(cursor, i - 1):
        return True
    if word in _ONTO_ONE and cursor.fold(i - 1) == _ONTO.get(language):
        return True
    return word in _SINGLE and any(near.startswith(_COSTS) for near in cursor.folds(i + 2, i + 1 + _NEAR))


def _whole(cursor: Cursor, i: int, words: Sequence[str]) -> list[_Whole]:
    unit = measure(words, True, cursor.language) if words and words[0] and cursor.is_word(i) else None
    if unit is None or dimension(unit.unit) not in _DIMENSIONS or unit.unit in _LEFT_OPEN:
        return []
    end = cursor.tokens[min(i + unit.words, len(cursor)) - 1].end
    return [_Whole(unit.unit, cursor.text[cursor.tokens[i].start : end])]


def _priced(cursor: Cursor, i: int) -> bool:
    """Whether a price ends at a token: "5 dollars", "$5", "80 cents"."""
    if cursor.is_number(i):
        return currency(cursor.fold(i - 1)) is not None and cursor.gap(i).strip() == ""
    return currency(cursor.fold(i)) is not None or cursor.fold(i) in _CENTS


def _names(cursor: Cursor, unit: str) -> bool:
    """Whether a text names a unit anywhere, on its own or at the head of a compound."""
    return any(
        found is not None and found.unit == unit
        for i in range(len(cursor))
        if cursor.is_word(i)
        for found in (measure(cursor.folds(i, i + 4), True, cursor.language),)
    ) or any(item.unit == unit for item in _wholes(cursor))
