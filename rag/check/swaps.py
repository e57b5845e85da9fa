"""Numbers that stand in the evidence, but of one another's things: "30 planes and 50 trucks" the other way round."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rag.check.quantity import Quantity
from rag.check.words import akin

__all__ = ["swapped"]

_KINDS = ("number", "money", "percent")
_REPEATED = (*_KINDS, "weekday", "month", "date", "clock", "ordinal")
_MOST = 60


def swapped(claimed: Sequence[Quantity], stated: Sequence[Quantity], *, foreign: bool = False) -> Quantity | None:
    """Returns a quantity of the claim that the evidence states of something else, or None.

    Nouns tell where they are alike (one language, or words that languages share); else the order of two coupled
    numbers, which translations keep; or the sides of a change ("from 3 to 9"); or a value that stands in the place of
    another, said once more than the evidence says it.

    Args:
        foreign: Whether the evidence is in another language: there only a value that the claim says besides is taken
            for its place, since one language may have two words for what another has one for.
    """
    mine = [item for item in claimed if _counts(item)][:_MOST]
    theirs = [item for item in stated if _counts(item)][:_MOST]
    held = {item.value for item in mine}
    others = [item for item in theirs if not foreign or item.value in held]
    for item in mine:
        if _of_another(item, theirs, others):
            return item
    if (more := _once_too_often(_sure(claimed), _sure(stated))) is not None:
        return more
    for first, second in itertools.pairwise(mine):
        if first.value != second.value and _turned(first, second, theirs):
            return first
    return None


def _once_too_often(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> Quantity | None:
    """Returns a value that the claim says more often than the evidence, which says another in its place, or None."""
    said, claimed = Counter(map(_place, theirs)), Counter(map(_place, mine))
    for item in mine:
        if claimed[_place(item)] <= max(said[_place(item)], 1):
            continue
        if any(_replaceable(item, other) and not claimed[_place(other)] for other in theirs):
            return item
    return None


def _sure(found: Sequence[Quantity]) -> list[Quantity]:
    return [item for item in found if item.certain and item.kind in _REPEATED][:_MOST]


def _place(item: Quantity) -> tuple[Decimal, bool]:
    """A value, apart for the kinds that count days; a place counts as its number: "third" is no second 3."""
    return item.value, item.kind in (*_KINDS, "ordinal")


def _replaceable(item: Quantity, other: Quantity) -> bool:
    return (other.kind, other.role) == (item.kind, item.role) and "" in (item.unit, other.unit, _apart(item, other))


def _apart(item: Quantity, other: Quantity) -> str:
    """Returns "" where two quantities have one unit."""
    return "" if item.unit == other.unit else other.unit


def _counts(item: Quantity) -> bool:
    return item.kind in _KINDS and item.certain and item.role != "year"


def _of_another(item: Quantity, stated: Sequence[Quantity], others: Sequence[Quantity]) -> bool:
    """Whether the nouns of a quantity follow another value in the evidence, and never its own."""
    if not item.nouns:
        return False
    own = [other for other in stated if other.value == item.value and other.kind == item.kind]
    if not own or any(not other.nouns or _share_noun(item, other) for other in own):
        return False
    return any(
        other.value != item.value and other.kind == item.kind and other.unit == item.unit
        and other.nouns and akin(other.nouns[0], item.nouns[0])
        for other in others
    )


def _share_noun(item: Quantity, other: Quantity) -> bool:
    return any(akin(noun, known) for noun in item.nouns for known in other.nouns)


def _turned(first: Quantity, second: Quantity, stated: Sequence[Quantity]) -> bool:
    alike = first.kind == second.kind or {first.kind, second.kind} == {"number", "money"}
    # "From 9.1 billion euros to 3.7 billion" says the unit once.
    if not alike or "" not in (first.unit, second.unit, _apart(first, second)):
        return False
    if {first.side, second.side} == {"from", "to"}:
        return _ends_turned(first, second, stated)
    values = (first.value, second.value)
    if not first.coupled or first.unit != second.unit or first.kind != second.kind:
        return False
    pairs = [(a, b) for a, b in _pairs(stated) if a.coupled and a.kind == first.kind and a.unit == first.unit]
    if any((a.value, b.value) == values for a, b in pairs):
        return False
    return any((b.value, a.value) == values and not (_share_noun(first, b) or _share_noun(second, a)) for a, b in pairs)


def _ends_turned(first: Quantity, second: Quantity, stated: Sequence[Quantity]) -> bool:
    """Whether a change of the evidence begins where that of the claim ends, and none goes its way."""
    pairs = [(a, b) for a, b in _pairs(stated) if {a.side, b.side} == {"from", "to"}]
    found = {(a.value, b.value) if a.side == "from" else (b.value, a.value) for a, b in pairs}
    mine = (first.value, second.value) if first.side == "from" else (second.value, first.value)
    return mine[::-1] in found and mine not in found


def _pairs(stated: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    return itertools.pairwise(stated)
