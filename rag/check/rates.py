"""How much of what is false the checks were measured to catch, for readers who want to know how far to trust them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files

__all__ = ["CaughtShare", "MeasuredRates", "measured_rates"]


@dataclass(frozen=True, slots=True)
class CaughtShare:
    """Of `count` true claims in which something of a kind was changed, the share that was refused, 0..1."""

    kind: str
    share: float
    count: int


@dataclass(frozen=True, slots=True)
class MeasuredRates:
    """What was caught, by kind, and the share of `claims` true claims that was refused as well, 0..1."""

    caught: tuple[CaughtShare, ...]
    refused: float
    claims: int


def measured_rates() -> MeasuredRates:
    """Returns the figures of the test half of ``newscite eval mutations``, as ``benchmarks.check_rates`` kept them."""
    found = json.loads((files("rag") / "data" / "check_rates.json").read_text("utf-8"))
    return MeasuredRates(tuple(CaughtShare(**item) for item in found["caught"]), found["refused"], found["claims"])
