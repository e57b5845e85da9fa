"""What the benchmarks report: a figure beside what was asked of it, and times taken in turns."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Figure", "Rounds", "in_turns"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value and its limit.

    Attributes:
        name: What was measured, in a few words.
        asked: The limit: the largest value that will do, or the smallest where `at_least`.
    """

    name: str
    value: float
    asked: float
    at_least: bool = False

    @property
    def reached(self) -> bool:
        return self.value >= self.asked if self.at_least else self.value <= self.asked

    def __str__(self) -> str:
        limit = "at least" if self.at_least else "at most"
        return f"{self.name}: asked {limit} {self.asked:g}: {self.value:.4g}{'' if self.reached else '  MISSED'}"


@dataclass(frozen=True, slots=True)
class Rounds:
    """Seconds of each alternative, one for each round."""

    seconds: Mapping[str, Sequence[float]]

    def median(self, name: str) -> float:
        return statistics.median(self.seconds[name])

    def ratio(self, name: str, baseline: str) -> float:
        """Returns the median over the rounds of how many times the baseline's time of its own round it took."""
        return statistics.median(one / other for one, other in zip(self.seconds[name], self.seconds[baseline],
                                                                   strict=True))


def in_turns(alternatives: Mapping[str, Callable[[], object]], rounds: int, warm_up: int = 0) -> Rounds:
    """Times the alternatives one after the other, round after round.

    A machine that others use too grows slower and quicker all the time: only neighbours in time can be compared.

    Args:
        alternatives: What to time, by name.
        rounds: How often; the odd ones begin with the last alternative.
        warm_up: Rounds that come before and do not count.
    """
    seconds: dict[str, list[float]] = {name: [] for name in alternatives}
    for number in range(-warm_up, rounds):
        for name in alternatives if number % 2 == 0 else reversed(list(alternatives)):
            began = time.perf_counter()
            alternatives[name]()
            took = time.perf_counter() - began
            if number >= 0:
                seconds[name].append(took)
    return Rounds(seconds)
