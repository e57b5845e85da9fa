"""Shares said by two numbers: "one in five", "vier von fünf", "1 op de 3"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rag.check.cursor import Cursor, Found

__all__ = ["with_ratios"]

_JOINTS = {
    "en": {("in",), ("of",), ("out", "of"), ("in", "every")},
    "de": {("von",), ("in",), ("aus",)},
    "nl": {("op", "de"), ("van", "de"), ("op",)},
    "fr": {("sur",)},
    "es": {("de", "cada"), ("de",)}, "it": {("su",)}, "pt": {("em", "cada"), ("de", "cada"), ("em",)},
}
_GREATEST = 1000


def with_ratios(cursor: Cursor, found: Sequence[Found]) -> list[Found]:
    """Returns the quantities, with a share before every two numbers that may say one."""
    ratios: list[Found] = []
    joints = _JOINTS.get(cursor.language, _JOINTS["en"])
    for at, item in enumerate(found):
        before = found[at - 1] if at else None
        # "Une personne sur cinq".
        joined = before is not None and not {cursor.folds(before.last, item.first),
                                             cursor.folds(before.last + 1, item.first)}.isdisjoint(joints)
        if before is None or not joined or not _parts(before, item):
            ratios.append(item)
            continue
        value = before.quantity.value / item.quantity.value
        share = cursor.found(value, "share", "", before.first, item.last, certain=False, role="ratio")
        ratios[-1:] = [share, _part_of(ratios[-1]), _part_of(item)]
    return ratios


def _parts(one: Found, other: Found) -> bool:
    mine, theirs = one.quantity, other.quantity
    plain = all(item.kind == "number" and not item.unit and item.role in ("", "article") for item in (mine, theirs))
    whole = mine.value == mine.value.to_integral_value() and theirs.value == theirs.value.to_integral_value()
    return plain and whole and Decimal(0) < mine.value < theirs.value <= _GREATEST


def _part_of(item: Found) -> Found:
    return replace(item, quantity=replace(item.quantity, role="ratio"))
