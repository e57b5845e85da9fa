"""Places in an order and in the year, and vague amounts, put for others: "second" for what is "fifth"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from rag.check.agreement import Offered
from rag.check.measures import dimension
from rag.check.quantity import Quantity

__all__ = ["lost_scale", "other_amount", "other_month", "other_rank", "other_share"]

_COUNTS = ("number", "money")
# Units whose words say nothing else: "a foot" is none of them.
_SPANS = {"min", "h", "d", "wk", "mo", "yr"}
_SINGLE = {"dec", "cent", "mill", "mg", "g", "kg", "ml", "l", "mm", "cm", "km", "mi", "m2", "km2", "mi2", "ha", "ac",
           "m3", "km3"}
_SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9, 12))
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


def other_amount(claimed: Sequence[Quantity], stated: Sequence[Quantity], offered: Offered) -> Quantity | None:
    """Returns a vague amount of the claim that the evidence does not state, where it states another instead.

    "Milliardenschwer" and "half an hour" may be said in other words, so that they are not demanded; in the place of
    millions or of half a day they are another amount.
    """
    mine = [item for item in claimed if not item.certain and _vague(item) and (_amounts(item) or _lasts(item))]
    missed = [item for item in mine if not offered.matching(item) and not offered.implies(item)]
    if not missed:
        return None
    held = Offered(claimed)
    theirs = [item for item in stated if (_vague(item) or item.role == "scale")
              and not held.matching(item) and not held.implies(item)]
    return next((item for item in missed if any(
        _comparable(item, other) and (_amounts(item) or _lasts(other)) for other in theirs)), None)


def other_share(claimed: Sequence[Quantity], stated: Sequence[Quantity], offered: Offered) -> Quantity | None:
    """Returns a share of the claim that may say something else ("half"), where the evidence multiplies by another.

    "Half the profit" is not demanded; in the place of "one and a half times" or "double" it is another amount.
    """
    if any(item.kind in ("multiple", "share") and item.certain for item in claimed):
        return None
    missed = [item for item in claimed if item.kind == "share" and not item.role and not offered.matching(item)]
    held = Offered(claimed)
    theirs = [item for item in stated if item.kind in ("multiple", "share") and item.certain
              and not held.matching(item)]
    return missed[0] if missed and theirs else None


def lost_scale(claimed: Sequence[Quantity], stated: Sequence[Quantity], offered: Offered) -> Quantity | None:
    """Returns a figure of the claim that the evidence states in thousands or millions, and else only by the way.

    "4" stands in "4 to 5 million", and "1" in "the first", where the claim means what is counted there.
    """
    held = Offered(claimed)
    great = {item.value: item for item in stated if item.kind in _COUNTS and item.certain and not held.matching(item)}
    return next((item for item in claimed if item.kind in _COUNTS and item.certain and item.text[:1].isdigit()
                 and any(item.value * scale in great for scale in _SCALES)
                 and all(found.kind not in _COUNTS or not found.certain for found in offered.matching(item))), None)


def _amounts(item: Quantity) -> bool:
    """Whether an article says an amount: "less than a year earlier" counts nothing, "a decade" and "a gram" do."""
    bounded = bool(item.bound) and dimension(item.unit) != "time"
    return item.value != 1 or item.kind == "money" or bounded or item.unit in _SINGLE


def _lasts(item: Quantity) -> bool:
    """Whether it is one hour, day... of an article: in the place of another such it says another time."""
    return item.value == 1 and not item.certain and item.unit in _SPANS


def _vague(item: Quantity) -> bool:
    counts = item.kind == "number" and dimension(item.unit) != "" and item.role != "article"
    return counts or item.kind in ("magnitude", "money")


def _comparable(item: Quantity, other: Quantity) -> bool:
    """Whether two amounts may be of one thing: both lengths of time, or both thousands or millions of something."""
    if dimension(item.unit) != dimension(other.unit):
        return False
    return item.kind == other.kind or "scale" in (item.role, other.role)


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
