"""How often more the evidence says that something became: "from 3.7 to 9.1" is more than double, nearly triple."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from decimal import Decimal

from rag.check.quantity import Quantity

__all__ = ["growths", "is_growth"]

_KINDS = ("number", "money")
_HALF = Decimal("0.5")
_MOST = 60
# A multiple without a bound may be rounded by so much; "nearly" lies so far off at most.
_ROUND = Decimal("0.07")
_NEARLY = Decimal("0.8")


def growths(stated: Iterable[Quantity]) -> tuple[Decimal, ...]:
    """Returns what each two values that follow each other as the ends of a change multiply by.

    Args:
        stated: In the order of the text.
    """
    values = [item for item in stated if item.kind in _KINDS and item.certain and item.role == "" and item.value > 0]
    found: list[Decimal] = []
    for one, other in itertools.islice(itertools.pairwise(values), _MOST):
        if one.unit != other.unit and "" not in (one.unit, other.unit):
            continue
        if (one.side, other.side) == ("from", "to") or _earlier(one, other):
            found.append(other.value / one.value)
        elif (one.side, other.side) == ("to", "from") or _earlier(other, one):
            found.append(one.value / other.value)
    return tuple(found)


def is_growth(wanted: Quantity, ratios: Sequence[Decimal], multiples: Iterable[Quantity]) -> bool:
    """Whether a multiple that the claim says of a change follows from the ends of one, or from a greater multiple."""
    if wanted.kind not in ("multiple", "share") or wanted.role != "change":
        return False
    if any(_reached(wanted, ratio) for ratio in ratios):
        return True
    greater = (item.value for item in multiples if item.kind == "multiple" and item.role == "change")
    return wanted.bound == "above" and wanted.value > 1 and any(
        wanted.value + 1 <= value <= wanted.value * 2 for value in greater)


def _reached(wanted: Quantity, ratio: Decimal) -> bool:
    aim = wanted.value
    # What halves goes further down the more it does.
    further = ratio / aim if aim > _HALF else aim / ratio
    if wanted.bound == "below":
        return _NEARLY <= further < 1
    if wanted.bound == "above":
        return 1 < further <= 2
    return abs(further - 1) <= _ROUND


def _earlier(one: Quantity, other: Quantity) -> bool:
    """Whether two values are told of years, the first of the earlier one."""
    mine = [moment.value for moment in one.moments if moment.kind == "number"]
    theirs = [moment.value for moment in other.moments if moment.kind == "number"]
    return len(mine) == len(theirs) == 1 and mine[0] < theirs[0]
