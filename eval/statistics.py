"""Intervals and tests that respect how questions hang together: those about one article are drawn together.

Draws depend on a seed and on the number of clusters, never on the order of the questions or on what was drawn before:
figures of the same questions have the same draws, and figures of the same values the same interval.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "Difference", "Interval", "Stratum", "Value", "difference", "gap_interval", "holm", "mean_interval", "set_interval",
]

Floats = NDArray[np.float64]

_DRAWS: Final = 2000
_SET_DRAWS: Final = 400
_FLIPS: Final = 10_000
_EXACT_CLUSTERS: Final = 12
_LEVEL: Final = 0.95
_PLACES: Final = 6


@dataclass(frozen=True, slots=True)
class Value:
    """One measured number; `id` orders values, `cluster` says which are not independent of each other."""

    id: str
    cluster: str
    value: float


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with its 95 % interval over clusters; None below two clusters."""

    value: float
    low: float | None
    high: float | None
    clusters: int


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean paired difference, and how probable one so large is where the two are alike."""

    value: float
    low: float | None
    high: float | None
    p: float
    clusters: int

    @property
    def is_told(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True, slots=True)
class Stratum:
    """What may be held against each other: questions in an article's language, and questions in others."""

    same: tuple[Value, ...]
    cross: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class _Clusters:
    sums: Floats
    sizes: Floats

    @property
    def mean(self) -> float:
        return float(self.sums.sum() / self.sizes.sum())


def mean_interval(values: Sequence[Value], seed: str, *, share: bool = False) -> Interval:
    """Returns the mean over values.

    Where all values of a share are 0, or all 1, every draw is alike; the interval is then that of Clopper and Pearson
    over clusters, as if each were one question: none wrong of 20 does not say that none ever is.

    Args:
        values: At least one.
        seed: Of the draws.
        share: Whether values are within 0 and 1.
    """
    grouped = _clusters(values)
    if share and len(grouped.sums) > 1 and grouped.mean in (0.0, 1.0):
        reach = round(1.0 - ((1 - _LEVEL) / 2) ** (1.0 / len(grouped.sums)), _PLACES)
        low, high = (0.0, reach) if grouped.mean == 0.0 else (round(1.0 - reach, _PLACES), 1.0)
        return Interval(grouped.mean, low, high, len(grouped.sums))
    return _interval(grouped.mean, _drawn_means(grouped, seed), len(grouped.sums))


def gap_interval(strata: Sequence[Stratum], seed: str) -> Interval:
    """Returns how much lower the `cross` values are than the `same` values of their own stratum, on average.

    Means over all strata at once would differ also where strata are of unequal difficulty and hold unequal shares of
    the two. Clusters that are in several places are drawn for all at once.

    Args:
        strata: At least one, each with values of both kinds.
        seed: Of the draws.
    """
    names = sorted({item.cluster for part in strata for item in (*part.same, *part.cross)})
    parts = [(_clusters(part.same, names), _clusters(part.cross, names)) for part in strata]

    def gap(weights: Floats) -> Floats:
        # Each cross-language value against the mean of the same-language ones: the larger part counts for more.
        lost = sum(_ratio(weights, same) * (weights @ cross.sizes) - weights @ cross.sums for same, cross in parts)
        return np.asarray(lost / sum(weights @ cross.sizes for _, cross in parts))

    with np.errstate(invalid="ignore", divide="ignore"):
        drawn = gap(_weights(len(names), seed))
    whole = float(gap(np.ones((1, len(names))))[0])
    return _interval(whole, drawn[np.isfinite(drawn)], len(names))


def set_interval(values: Sequence[Value], figure: Callable[[NDArray[np.intp]], float | None], seed: str
                 ) -> Interval | None:
    """Returns a figure of a whole set, such as an area under a curve.

    Args:
        values: Say which item is in which cluster; their order is that of the items.
        figure: Takes the rows of a draw, shape (n,), and gives the figure, or None where it is not defined.
    """
    whole = figure(np.arange(len(values)))
    if whole is None:
        return None
    rows: dict[str, list[int]] = {}
    for at, item in sorted(enumerate(values), key=lambda pair: pair[1].id):
        rows.setdefault(item.cluster, []).append(at)
    members = [np.array(rows[name], dtype=np.intp) for name in sorted(rows)]
    generator = _generator(seed)
    found: list[float] = []
    for _ in range(_SET_DRAWS if len(members) > 1 else 0):
        chosen = generator.integers(0, len(members), len(members))
        one = figure(np.concatenate([members[int(at)] for at in chosen]))
        if one is not None:
            found.append(one)
    return _interval(whole, np.array(found, dtype=np.float64), len(members))


def difference(a: Sequence[Value], b: Sequence[Value], seed: str) -> Difference | None:
    """Returns the paired difference a - b over the values that both have, by id; None where they share none.

    The test flips the sign of whole clusters: exactly where there are few, else by 10,000 random flips.
    """
    others = {item.id: item.value for item in b}
    paired = [Value(item.id, item.cluster, item.value - others[item.id]) for item in a if item.id in others]
    if not paired:
        return None
    grouped = _clusters(paired)
    interval = _interval(grouped.mean, _drawn_means(grouped, seed), len(grouped.sums))
    return Difference(interval.value, interval.low, interval.high, _p_value(grouped.sums, _generator(f"{seed} flips")),
                      interval.clusters)


def holm(p_values: Sequence[float]) -> list[float]:
    """Returns the p-values adjusted for having been looked at together (Holm 1979), in the same order."""
    order = sorted(range(len(p_values)), key=lambda at: p_values[at])
    adjusted = [0.0] * len(p_values)
    highest = 0.0
    for rank, at in enumerate(order):
        highest = max(highest, min(1.0, p_values[at] * (len(p_values) - rank)))
        adjusted[at] = round(highest, _PLACES)
    return adjusted


def _clusters(values: Sequence[Value], names: Sequence[str] | None = None) -> _Clusters:
    parts: dict[str, list[float]] = {name: [] for name in names or sorted({item.cluster for item in values})}
    # Sums of floats depend on their order; the questions' order must not matter.
    for item in sorted(values, key=lambda item: (item.id, item.value)):
        parts[item.cluster].append(item.value)
    return _Clusters(np.array([sum(part) for part in parts.values()], dtype=np.float64),
                     np.array([len(part) for part in parts.values()], dtype=np.float64))


@functools.lru_cache(maxsize=4)
def _weights(count: int, seed: str) -> Floats:
    """Returns how often each draw has each cluster, shape (draws, count).

    Kept, since drawing is what costs: hundreds of figures are of as many clusters, and share their draws.
    """
    weights = _generator(seed).multinomial(count, np.full(count, 1.0 / count), size=_DRAWS).astype(np.float64)
    weights.setflags(write=False)
    return weights


def _ratio(weights: Floats, grouped: _Clusters) -> Floats:
    return (weights @ grouped.sums) / (weights @ grouped.sizes)


def _drawn_means(grouped: _Clusters, seed: str) -> Floats:
    if len(grouped.sums) < 2:
        return np.empty(0, dtype=np.float64)
    return _ratio(_weights(len(grouped.sums), seed), grouped)


def _interval(value: float, drawn: Floats, clusters: int) -> Interval:
    if clusters < 2 or not len(drawn):
        return Interval(round(value, _PLACES), None, None, clusters)
    low, high = np.quantile(drawn, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2])
    return Interval(round(value, _PLACES), round(float(low), _PLACES), round(float(high), _PLACES), clusters)


def _p_value(sums: Floats, generator: np.random.Generator) -> float:
    observed = abs(float(sums.sum()))
    if observed <= 1e-12:
        return 1.0
    if len(sums) <= _EXACT_CLUSTERS:
        every = np.arange(2 ** len(sums), dtype=np.int64)[:, None]
        bits: NDArray[np.int64] = every >> np.arange(len(sums), dtype=np.int64)[None, :] & np.int64(1)
        flipped = np.abs((1.0 - 2.0 * bits) @ sums)
        return round(float((flipped >= observed - 1e-9).mean()), _PLACES)
    signs = generator.integers(0, 2, (_FLIPS, len(sums))) * 2.0 - 1.0
    reached = int((np.abs(signs @ sums) >= observed - 1e-9).sum())
    return round((reached + 1) / (_FLIPS + 1), _PLACES)


def _generator(seed: str) -> np.random.Generator:
    return np.random.default_rng(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big"))
