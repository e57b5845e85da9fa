"""What a library survives: kills, harmed index files, a full disk.

``python -m benchmarks.crash`` (1,000 kills, 200 harms, every write, an index of 10,000 passages; or only what
``--kills``, ``--harms``, ``--writes`` and ``--passages`` ask for) takes about half an hour on two cores and prints what
was lost, duplicated, mixed or wedged: nothing, or the command fails.

Kills: SIGKILL in ingest, sync, removal, rebuild and conversations, readers running. A third of them strike at named
points of the code, a third at a random line of it, a third at a random time, then also within SQLite and Chroma. After
each, another process checks every article, passage, vector, word index and conversation against what had been
acknowledged. Harms: files of the index cut, emptied, overwritten, deleted. Writes: each write of a step fails in turn.
Passages: the index of a library of that many is harmed, and made anew against the clock.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.durability.campaign import Tally, campaign, preload
from benchmarks.durability.damage import damage
from benchmarks.durability.full_disk import full_disk
from benchmarks.durability.rebuilding import rebuild_of

__all__ = ["main", "report"]

_KINDS = ("lost", "duplicated", "mixed", "wedged")


def main(arguments: list[str] | None = None) -> int:
    """Runs what is asked for; returns 1 where anything was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crash", description="Break; count what is lost.")
    parser.add_argument("--kills", type=int, default=0, metavar="N", help="kill a writer N times")
    parser.add_argument("--harms", type=int, default=0, metavar="N", help="harm a file of the index N times")
    parser.add_argument("--writes", type=int, default=0, metavar="N", help="let every N-th write fail in turn")
    parser.add_argument("--passages", type=int, default=0, metavar="N", help="make an index of N passages anew")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of what is done and when (default: 1)")
    parser.add_argument("--readers", type=int, default=2, metavar="N", help="that read meanwhile (default: 2)")
    options = parser.parse_args(arguments)
    if not (options.kills or options.harms or options.writes or options.passages):
        options.kills, options.harms, options.writes, options.passages = 1000, 200, 1, 10_000
    preload()
    failed = False
    with tempfile.TemporaryDirectory(prefix="newscite-crash-") as folder:
        if options.kills:
            failed = _kill(Path(folder) / "kills", options.kills, options.seed, options.readers)
        if options.harms:
            failed = _harm(Path(folder) / "harms", options.harms, options.seed) or failed
        if options.passages:
            failed = _make_anew(Path(folder) / "passages", options.passages) or failed
    if options.writes:
        done = full_disk(options.writes)
        print(f"{done.stdout}{done.stderr}- {_machine()}")
        failed = bool(done.returncode) or failed
    return int(failed)


def _kill(folder: Path, kills: int, seed: int, readers: int) -> bool:
    tally, began = Tally(), time.monotonic()
    for tally in campaign(folder, kills, seed, readers):
        if tally.kills % 50 == 0:
            print(f"{tally.kills} kills, {len(tally.findings)} findings", file=sys.stderr, flush=True)
    print(report(tally, time.monotonic() - began, seed), flush=True)
    return bool(tally.findings)


def _harm(folder: Path, trials: int, seed: int) -> bool:
    tally = damage(folder, trials, seed)
    print(f"{tally.trials} harmed index files: {tally.at_once} told at the first question, {tally.by_verify} by "
          f"verify, {tally.harmless} harmless (all is found, all is whole); {len(tally.findings)} findings.")
    print(f"- {_machine()}")
    for finding in tally.findings:
        print(f"- {finding.kind}: {finding.detail}")
    return bool(tally.findings)


def _make_anew(folder: Path, passages: int) -> bool:
    done = rebuild_of(folder, passages)
    print(f"{done.passages:,} passages of {done.dimension} numbers, index harmed: made anew in {done.seconds:.1f} s "
          f"(asked: {done.asked:g} s) without embedding; {len(done.findings)} findings.")
    print(f"- {_machine()}")
    for finding in done.findings:
        print(f"- {finding.kind}: {finding.detail}")
    return bool(done.findings)


def _machine() -> str:
    return (f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, "
            f"{datetime.now(UTC):%Y-%m-%d}")


def report(tally: Tally, seconds: float, seed: int) -> str:
    """Returns what a campaign found, as Markdown."""
    found = ", ".join(f"{kind} {tally.count(kind)}" for kind in _KINDS)
    points = sum(tally.at_points.values())
    lines = [
        f"{tally.kills} kills: {found}.",
        "",
        f"- at named points {points} ({len(tally.at_points)} of them), at random lines {tally.at_lines}, "
        f"at random times {tally.at_times}",
        "- in " + ", ".join(f"{step} {count}" for step, count in tally.in_steps.most_common()),
        f"- {tally.steps_acknowledged} steps acknowledged, {tally.looks} looks by readers, "
        f"{tally.indexes_made_anew} indexes made anew",
        f"- {_machine()}, seed {seed}, {seconds:.0f} s",
    ]
    return "\n".join([*lines, *(f"- {finding.kind}: {finding.detail}" for finding in tally.findings)])


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(main())
