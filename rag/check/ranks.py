"""Places in an order and in the year: a claim that says "second" of what its evidence says "fifth"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from rag.check.agreement import Offered
from rag.check.quantity import Quantity

__all__ = ["other_month", "other_rank"]

# Words that are places by their form and mostly mean something else.
_LOOSE = {"erst", "prima", "primo", "secondo", "achten", "segundo"}


def other_rank(claimed: Sequence[Quantity], stated: Sequence[Quantity], offered: Offered) -> Quantity | None:
    """Returns a place that the claim says and the evidence does not, where the evidence says one that the claim lacks.

    Words for the first places often say something else, so that they are not demanded; but where another place stands
    in the evidence instead, the claim has put one for the other.
    """
    mine = [item for item in claimed if _ranks(item)]
    held = Offered(item for item in claimed if not _plain(item))
    # The Spanish "cuarto" may be a quarter: a place where the claim has no share.
    shares = any(item.kind == "share" for item in claimed)
    theirs = [item for item in stated if _ranks(item) or (not shares and _may_rank(item))]
    if not mine or all(held.matching(item) for item in theirs):
        return None
    said, told = Counter(map(_value, filter(_plain, claimed))), Counter(map(_value, filter(_plain, stated)))
    # "Third" is no place where the only 3 of the evidence is what the claim counts besides.
    return next((item for item in mine if not any(
        not _plain(match) or told[item.value] > said[item.value] for match in offered.matching(item))), None)


def other_month(claimed: Sequence[Quantity], stated: Sequence[Quantity], offered: Offered) -> Quantity | None:
    """Returns a month of the claim that the evidence does not say, where it says another that the claim lacks.

    "June" and "May" alone may be a name and a verb, so that they are not demanded; in the place of a month they
    are one.
    """
    mine = [item for item in claimed if item.kind == "month"]
    theirs = {_month(item) for item in stated if item.certain and item.kind in ("month", "date")}
    if not mine or not theirs or theirs & {_month(item) for item in claimed if item.kind in ("month", "date")}:
        return None
    return next((item for item in mine if not offered.matching(item) and not offered.implies(item)), None)


def _month(item: Quantity) -> str:
    return item.unit if item.kind == "date" else f"month {item.value}"


def _plain(item: Quantity) -> bool:
    return item.kind == "number" and not item.role


def _value(item: Quantity) -> Decimal:
    return item.value


def _may_rank(item: Quantity) -> bool:
    return item.kind == "ordinal" and item.role == "ratio"


def _ranks(item: Quantity) -> bool:
    word = item.text.casefold()
    if item.kind != "ordinal" or item.role or word in _LOOSE or (len(word) == 1 and not word.isdigit()):
        return False
    if word == "premier" and item.nouns[:1] == ("ministre",):
        return False
    # "For a second".
    return word != "second" or bool(item.nouns)
