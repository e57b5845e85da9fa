"""Measures said in two units: "2 hours 30 minutes" is two and a half hours, "1 Jahr und 6 Monate" 18 months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rag.check.cursor import ONE, Cursor, Found
from rag.check.measures import in_unit

__all__ = ["with_sums"]

# A unit, and the smaller one that goes on with it.
_GOING_ON = {("h", "min"), ("min", "s"), ("yr", "mo"), ("wk", "d"), ("d", "h"), ("m", "cm"), ("kg", "g"), ("lb", "oz")}
_JOINTS = {(), ("and",), ("und",), ("en",), ("et",), ("y",), ("e",)}
_HUNDRED = Decimal(100)
_GAPS = {" ", ", ", "\u00a0", "\u202f"}


def with_sums(cursor: Cursor, found: Sequence[Found]) -> list[Found]:
    """Returns the quantities, with a sum before every two that say one measure; either way of saying it will do."""
    sums: list[Found] = []
    for item in found:
        before = sums[-1] if sums else None
        if before is not None and _cents_follow(cursor, before, item):
            part = item.quantity.value / _HUNDRED
            whole = cursor.found(before.quantity.value + part, "money", before.quantity.unit, before.first, item.last)
            sums[-1] = whole
            continue
        if before is None or not _goes_on(cursor, before, item):
            sums.append(item)
            continue
        more = in_unit(item.quantity.value, item.quantity.unit, before.quantity.unit)
        whole = cursor.found(before.quantity.value + more, "number", before.quantity.unit, before.first, item.last,
                             certain=False, role="ratio")
        sums[-1:] = [whole, _part_of(before), _part_of(item)]
    return sums


def _cents_follow(cursor: Cursor, before: Found, item: Found) -> bool:
    """"3 Euro 50": two figures right behind the currency."""
    mine, digits = before.quantity, cursor.tokens[item.first].text
    if mine.kind != "money" or mine.value != mine.value.to_integral_value() or before.scale != ONE:
        return False
    straight = item.first - before.last == 1 and cursor.is_word(before.last) and cursor.gap(item.first) == " "
    return straight and item.bare and cursor.is_number(item.first) and len(digits) == len("50") and digits.isdigit()


def _goes_on(cursor: Cursor, before: Found, item: Found) -> bool:
    mine, theirs = before.quantity, item.quantity
    if (mine.unit, theirs.unit) not in _GOING_ON or mine.kind != "number" or theirs.kind != "number":
        return False
    smaller = Decimal(0) < in_unit(theirs.value, theirs.unit, mine.unit) < 1
    joint = cursor.folds(before.last, item.first)
    return smaller and mine.value == mine.value.to_integral_value() and joint in _JOINTS \
        and all(cursor.gap(at) in _GAPS for at in range(before.last, item.first + 1))


def _part_of(item: Found) -> Found:
    return replace(item, quantity=replace(item.quantity, role="ratio"))
