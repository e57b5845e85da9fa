"""Measures everything and holds it against what was asked: ``python -m benchmarks.run``, or ``make bench``.

NEWSCITE_BELEBELE and NEWSCITE_WIKINEWS name the folders of texts for measuring, NEWSCITE_BENCH_OLLAMA an Ollama server;
what needs one that is not named is skipped and says so. Times are ratios to a baseline of the same minute, since a
machine is seldom one's own. Exits with 1 where a figure was missed or could not be measured.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks import cold_start, ingest_cost, prompts, ranking, recall
from benchmarks.figures import Figure
from rag.errors import NewsciteError

__all__ = ["BENCHMARKS", "main", "run"]

BENCHMARKS: Mapping[str, Callable[[bool], list[Figure]]] = {
    "Cold start": cold_start.show,
    "Ingest": ingest_cost.show,
    "Prompts": prompts.show,
    "Recall of the index": recall.show,
    "Ranking": ranking.show,
}
_VECTORS = Path(__file__).resolve().parents[1] / "bench-results" / "vectors"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a sample of each, in about two minutes")
    quick: bool = parser.parse_args().quick
    os.environ.setdefault("NEWSCITE_BENCH_CACHE", str(_VECTORS))
    return run(BENCHMARKS, quick)


def run(benchmarks: Mapping[str, Callable[[bool], list[Figure]]], quick: bool) -> int:
    """Runs the benchmarks in order, then prints every figure; one that fails stops none of the others.

    Args:
        benchmarks: By heading; each prints its table, on a sample where `quick`, and returns its figures.

    Returns:
        The exit code: 0 where all figures were reached.
    """
    measured: list[Figure] = []
    failed: list[str] = []
    for heading, show in benchmarks.items():
        print(f"\n{heading}\n{'=' * len(heading)}", flush=True)
        began = time.perf_counter()
        try:
            measured += show(quick)
        except (NewsciteError, OSError, RuntimeError) as error:
            failed.append(heading)
            print(f"failed: {error}")
        print(f"({time.perf_counter() - began:.0f} s)", flush=True)
    print("\nAsked and measured\n==================")
    for figure in measured:
        print(figure)
    for heading in failed:
        print(f"{heading}: could not be measured  MISSED")
    return int(bool(failed) or not all(figure.reached for figure in measured))


if __name__ == "__main__":
    raise SystemExit(main())
