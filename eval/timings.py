"""timings.json: what the clock said, apart from the scores, which do not depend on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from eval.records import TimingRecord
from eval.scores import SCHEMA, Bar, TimingAggregate, TimingScores

__all__ = ["timing_scores"]

_BARS = 24


def timing_scores(records: Iterable[TimingRecord]) -> TimingScores:
    """Returns median and 95th percentile of each part of the work; of an item that was done twice, the last."""
    last = {(item.key, item.stage, item.writer): item for item in records}
    parts: dict[tuple[str, str, str, str], list[float]] = {}
    for item in last.values():
        for part, spent in item.milliseconds.items():
            system = item.writer or part
            parts.setdefault((item.dataset, item.stage, system, "total" if item.writer is None else part),
                             []).append(spent)
    return TimingScores(SCHEMA, tuple(_aggregate(name, spent) for name, spent in sorted(parts.items())))


def _aggregate(name: tuple[str, str, str, str], spent: Sequence[float]) -> TimingAggregate:
    p50, p95 = np.percentile(np.array(spent), [50, 95])
    counts, edges = np.histogram(spent, bins=min(_BARS, max(1, len(spent) // 2)))
    bars = tuple(Bar(round(float(start), 3), round(float(end), 3), int(count))
                 for start, end, count in zip(edges, edges[1:], counts, strict=False))
    return TimingAggregate(*name, p50=round(float(p50), 3), p95=round(float(p95), 3), count=len(spent), bars=bars)
