"""Shares said by two numbers: "one in five", "vier von fünf", "1 op de 3", "van elke drie huizen één"."""

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
# Before the whole, where that comes first.
_OUT_OF = {
    "en": {("of", "every"), ("out", "of"), ("out", "of", "every"), ("for", "every"), ("in", "every")},
    "de": {("von",), ("von", "je"), ("unter",)},
    "nl": {("van", "de"), ("van", "elke"), ("op", "de"), ("op", "elke"), ("van", "iedere"), ("op", "iedere")},
    "fr": {("sur",)}, "es": {("de", "cada"), ("de",)}, "it": {("su",), ("ogni",)},
    "pt": {("em", "cada"), ("de", "cada")},
}
_ONES = frozenset("one één eén eins eines einer eine un une uno una um uma".split())
_FARTHEST = 6
_GREATEST = 1000


def with_ratios(cursor: Cursor, found: Sequence[Found]) -> list[Found]:
    """Returns the quantities, with a share before every two numbers that may say one."""
    ratios: list[Found] = []
    parted: Found | None = None
    joints = _JOINTS.get(cursor.language, _JOINTS["en"])
    for at, item in enumerate(found):
        before = found[at - 1] if at else None
        if parted is not None and item.first < parted.last:
            ratios.append(_part_of(item))
            continue
        parted = _whole_first(cursor, item, found[at + 1] if at + 1 < len(found) else None)
        if parted is not None:
            ratios += [parted, _part_of(item)]
            continue
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


def _whole_first(cursor: Cursor, item: Found, after: Found | None) -> Found | None:
    """Returns the share of "of every three houses, one": `item` is the whole, `after` the next number, if any."""
    plain = item.quantity.kind == "number" and not item.quantity.unit and item.quantity.role == ""
    value = item.quantity.value
    ahead = _OUT_OF.get(cursor.language, _OUT_OF["en"])
    led = any(cursor.folds(item.first - length, item.first) in ahead for length in (1, 2, 3))
    if not (plain and led and 1 < value <= _GREATEST and value == value.to_integral_value()):
        return None
    for at in range(item.last, min(item.last + _FARTHEST, len(cursor))):
        if any(mark in cursor.gap(at) for mark in ".;:!?\n"):
            return None
        counted = after is not None and after.first == at
        if counted and after is not None and after.quantity.certain:
            return _share(cursor, after.quantity.value, item, after.last) if _parts(after, item) else None
        # The article of what is counted follows no noun: "von drei Häusern eines".
        if cursor.fold(at) in _ONES and at > item.last and cursor.folds(at + 1, at + 2) != ("of",):
            return _share(cursor, Decimal(1), item, at + 1)
    return None


def _share(cursor: Cursor, value: Decimal, whole: Found, last: int) -> Found:
    return cursor.found(value / whole.quantity.value, "share", "", whole.first, last, certain=False, role="ratio")


def _parts(one: Found, other: Found) -> bool:
    mine, theirs = one.quantity, other.quantity
    plain = all(item.kind == "number" and not item.unit and item.role in ("", "article") for item in (mine, theirs))
    whole = mine.value == mine.value.to_integral_value() and theirs.value == theirs.value.to_integral_value()
    return plain and whole and Decimal(0) < mine.value < theirs.value <= _GREATEST


def _part_of(item: Found) -> Found:
    return replace(item, quantity=replace(item.quantity, role="ratio"))
