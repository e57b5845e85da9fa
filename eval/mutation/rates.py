"""Shares of refused claims, each with its interval and the checks that refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Final

__all__ = ["Rate", "rates", "wilson"]

_Z: Final = 1.959964
_PLACES: Final = 6


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of some claims were refused.

    Attributes:
        name: The mutation, its group, or the source of true claims.
        part: ``"all"``, a source, or a language pair (evidence>claim).
        low, high: The 95 % interval after Wilson.
        by_check: How many each check refused; a claim that fails two checks counts for both.
    """

    name: str
    part: str
    count: int
    refused: int
    share: float
    low: float
    high: float
    by_check: Mapping[str, int]


@dataclass(slots=True)
class _Tally:
    count: int
    refused: int
    checks: Counter[str]


def rates(outcomes: Iterable[tuple[str, str, bool, tuple[str, ...]]]) -> tuple[Rate, ...]:
    """Returns a rate for each name and part, in the order in which they first appear.

    Args:
        outcomes: Name, part, whether refused, and by which checks.
    """
    tallies: dict[tuple[str, str], _Tally] = {}
    for name, part, refused, failed in outcomes:
        tally = tallies.setdefault((name, part), _Tally(0, 0, Counter()))
        tally.count += 1
        tally.refused += refused
        tally.checks.update(failed)
    return tuple(_rate(name, part, tally) for (name, part), tally in tallies.items())


def wilson(hits: int, count: int) -> tuple[float, float]:
    """Returns the 95 % score interval (Wilson 1927) of `hits` of `count`, which must not be 0."""
    share, spread = hits / count, _Z * _Z / count
    centre = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    return round(max(0.0, centre - half), _PLACES), round(min(1.0, centre + half), _PLACES)


def _rate(name: str, part: str, tally: _Tally) -> Rate:
    low, high = wilson(tally.refused, tally.count)
    return Rate(name, part, tally.count, tally.refused, round(tally.refused / tally.count, _PLACES), low, high,
                dict(tally.checks.most_common()))
