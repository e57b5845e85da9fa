"""Scales and units that one number says for another past a time: "3.7 in 2021 and 9.1 billion euros in 2022"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rag.check.cursor import ONE, Cursor, Found
from rag.word_classes import FUNCTION_WORDS

__all__ = ["with_lent_scales"]

_LENDS = ("number", "money", "percent")
_TIMES = ("date", "weekday", "month", "period")
_JOINTS = frozenset(
    "and to or but in on the year of und auf bis im jahr am oder en naar tot in het jaar op et à en l année au y a e "
    "al el año ad nel em no ano rising falling then dann toen puis "
    "only just nur noch slechts nog maar seulement encore it was were es war waren het waren ce was about etwa rund "
    "ongeveer environ at by for bei um bij met om de d lag lagen stood".split()
)
_FARTHEST = 8
_SMALL = Decimal(1000)


def with_lent_scales(cursor: Cursor, found: Sequence[Found]) -> list[Found]:
    """Returns the quantities, a bare number with the scale and unit of the one that it stands beside but for a time.

    A number that comes after the one that says the scale takes it where it has decimals, which a count has not.
    """
    lent = list(found)
    places = [at for at, item in enumerate(found) if not _is_time(item)]
    for one, other in itertools.pairwise(places):
        first, second = lent[one], lent[other]
        if other - one < 2 or not _beside(cursor, lent[one : other + 1]):
            continue
        if _borrows(first, second):
            lent[one] = _with_scale(first, second)
        elif _borrows(second, first) and second.quantity.value != second.quantity.value.to_integral_value():
            lent[other] = _with_scale(second, first)
    return lent


def _is_time(item: Found) -> bool:
    return item.quantity.kind in _TIMES or item.quantity.role == "year"


def _borrows(item: Found, other: Found) -> bool:
    said = other.scale > ONE or other.quantity.kind in ("money", "percent")
    plain = item.bare and item.quantity.certain and item.quantity.kind == "number" and not item.quantity.role
    return plain and item.quantity.value < _SMALL and said and other.quantity.kind in _LENDS and other.quantity.certain


def _with_scale(item: Found, other: Found) -> Found:
    mine, theirs = item.quantity, other.quantity
    return replace(item, quantity=replace(mine, value=mine.value * other.scale, kind=theirs.kind, unit=theirs.unit),
                   scale=other.scale, bare=False)


def _beside(cursor: Cursor, items: Sequence[Found]) -> bool:
    """Whether nothing but times, and what joins them, stands between the first of the quantities and the last."""
    first, last = items[0], items[-1]
    if not 0 < last.first - first.last <= _FARTHEST:
        return False
    told = {at for item in items[1:-1] for at in range(item.first, item.last)}
    places = range(first.last, last.first)
    little = FUNCTION_WORDS.get(cursor.language, frozenset[str]())
    joined = all(at in told or cursor.fold(at) in _JOINTS or cursor.fold(at) in little or not cursor.is_word(at)
                 for at in places)
    return joined and not any(mark in cursor.gap(at) for at in (*places, last.first) for mark in ".!?\n")
