"""Kills writers again and again, and counts what was lost."""

from __future__ import annotations

import importlib
import multiprocessing
import random
import shutil
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from benchmarks.durability.act import Finding
from benchmarks.durability.death import POINTS, Point
from benchmarks.durability.reader import read
from benchmarks.durability.steps import Expected, settled, started
from benchmarks.durability.worker import Began, Checked, Committed, Ended, Orders, work
from benchmarks.durability.world import PACK, article_text
from rag.load import parse
from rag.score import reference_texts

__all__ = ["Tally", "campaign", "forked", "preload"]

_LIFE = 25
"""Kills of one library; then another begins, so that its very first steps are cut short too."""

_STEPS = 8
_PATIENCE = 60.0


@dataclass(slots=True)
class Tally:
    """Counts of a campaign."""

    kills: int = 0
    at_points: Counter[str] = field(default_factory=Counter[str])
    at_lines: int = 0
    at_times: int = 0
    in_steps: Counter[str] = field(default_factory=Counter[str])
    steps_acknowledged: int = 0
    indexes_made_anew: int = 0
    looks: int = 0
    findings: list[Finding] = field(default_factory=list[Finding])

    def count(self, kind: str) -> int:
        return sum(finding.kind == kind for finding in self.findings)


def preload() -> None:
    """Imports and warms all that a worker needs, opening nothing, so that a fork costs milliseconds."""
    for module in ("chromadb.api.client", "chromadb.api.rust", "filelock"):
        importlib.import_module(module)
    list(parse(Path("warm.txt"), article_text("warm", 1).encode()))
    reference_texts()


def campaign(folder: Path, kills: int, seed: int, readers: int = 1) -> Iterator[Tally]:
    """Kills `kills` writers, of a new library every now and then; yields the tally after each, ends at a finding.

    Call `preload` before, in a process that has no Chroma client open.
    """
    random_, tally = random.Random(seed), Tally()  # noqa: S311
    life = 0
    while tally.kills < kills and not tally.findings:
        life += 1
        home = folder / f"life{life}"
        yield from _live(home, min(kills, tally.kills + _LIFE), random_, tally, readers)
        if not tally.findings:
            shutil.rmtree(home)


def _live(home: Path, until: int, random_: random.Random, tally: Tally, readers: int) -> Iterator[Tally]:
    expected, serial = Expected({}), 1
    threshold = random_.choice((3, 10, 100, 1000))
    home.mkdir(parents=True)
    watching = [forked(read, home / "library") for _ in range(readers)]
    while True:
        last = tally.kills >= until
        orders = _orders(home, expected, random_, serial, threshold)
        if last:
            orders = replace(orders, steps=0)
        expected, died = _one(orders, random_, tally, kill=not last)
        serial += _STEPS
        tally.kills += died
        if last:
            break
        if tally.findings:
            break
        yield tally
    for process, pipe in watching:
        pipe.send("stop")
        looks, findings = pipe.recv() if pipe.poll(_PATIENCE) else (0, [Finding("wedged", "a reader hangs")])
        tally.looks += looks
        tally.findings += findings
        process.join(5)
        process.kill()
    yield tally


def _orders(home: Path, expected: Expected, random_: random.Random, serial: int, threshold: int) -> Orders:
    way = random_.choice(("point", "line", "time"))
    death = random_.choice(POINTS) if way == "point" else int(2 ** random_.uniform(0, 12)) if way == "line" else None
    return Orders(home / "library", home / "articles", expected, random_.randrange(1 << 30), serial, threshold, _STEPS,
                  death, 0 if way == "point" else random_.randrange(3), random_.choice((1, 1, 2)))


class _Watch:
    """Follows one worker to its end: what it acknowledged, and when it is to be killed from outside."""

    def __init__(self, orders: Orders, tally: Tally, delay: float | None) -> None:
        self.now = orders.expected
        self.step = ""
        self._tally = tally
        self._delay = delay
        self._fatal_step = orders.step_of_death
        self._ended = 0
        self._deadline: float | None = None
        self._patience = time.monotonic() + _PATIENCE

    def follow(self, process: BaseProcess, pipe: Connection) -> None:
        """Returns when the worker has ended, by itself or killed."""
        while True:
            if self._deadline is not None and time.monotonic() >= self._deadline:
                process.kill()
                self._deadline = None
            if pipe.poll(0.002 if self._deadline is not None else 0.5):
                try:
                    self._hear(pipe.recv())
                except EOFError:
                    return
            elif time.monotonic() > self._patience:
                self._tally.findings.append(Finding("wedged", f"a worker hangs in {self.step or 'its check'}"))
                self._patience = float("inf")
                process.kill()

    def _hear(self, message: Checked | Began | Committed | Ended) -> None:
        if isinstance(message, Checked):
            self.now = message.now
            self._tally.findings += message.findings
            self._tally.indexes_made_anew += message.index_made_anew
        elif isinstance(message, Began):
            self.now, self.step = started(self.now, message.step), message.step.kind
            if self._delay is not None and self._ended == self._fatal_step:
                self._deadline = time.monotonic() + self._delay
        elif isinstance(message, Committed):
            self.now = _narrowed(self.now, message.file)
        else:
            self.now, self.step = settled(self.now, message.step), ""
            self._ended += 1
            self._tally.steps_acknowledged += 1


def _one(orders: Orders, random_: random.Random, tally: Tally, *, kill: bool) -> tuple[Expected, bool]:
    """Runs one worker to its death; returns what its successor must find, and whether it was killed."""
    process, pipe = forked(work, orders)
    watch = _Watch(orders, tally, random_.uniform(0, 0.15) if kill and orders.death is None else None)
    watch.follow(process, pipe)
    process.join()
    pipe.close()
    died = process.exitcode == -signal.SIGKILL
    if died:
        tally.in_steps[watch.step or "between steps"] += 1
        if isinstance(orders.death, Point):
            tally.at_points[orders.death.name] += 1
        elif orders.death is None:
            tally.at_times += 1
        else:
            tally.at_lines += 1
    elif process.exitcode and not tally.findings:
        tally.findings.append(Finding("wedged", f"a worker ended by itself with {process.exitcode}"))
    return watch.now, died


def _narrowed(now: Expected, file: str) -> Expected:
    """A file of the step under way is committed: its articles are acknowledged in their new versions."""
    if now.maybe is None:
        return now
    versions = dict(now.versions)
    for name in {*versions, *now.maybe.versions}:
        if file == (f"{PACK}.jsonl" if name.startswith(PACK) else f"{name}.txt"):
            if name in now.maybe.versions:
                versions[name] = now.maybe.versions[name]
            else:
                versions.pop(name, None)
    return replace(now, versions=versions)


def forked(target: Any, *arguments: Any) -> tuple[BaseProcess, Connection]:
    """Starts `target` in a fork of this process, with one end of a pipe as its last argument; returns the other end."""
    context = multiprocessing.get_context("fork")
    mine, theirs = context.Pipe()
    process = context.Process(target=target, args=(*arguments, theirs), daemon=True)
    process.start()
    theirs.close()
    return process, mine
