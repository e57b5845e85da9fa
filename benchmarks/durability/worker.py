"""The process that is killed: checks what its predecessor left, mends it as any user would, and goes on writing."""

from __future__ import annotations

import random
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.durability.act import Finding, Opened, do, faults, found_versions, open_library
from benchmarks.durability.death import Point, die_at_line, die_at_point
from benchmarks.durability.steps import Expected, Step, StepKind, draw
from benchmarks.durability.world import ANCHOR, write_sources
from rag.index import chroma

__all__ = ["Began", "Checked", "Committed", "Ended", "Orders", "tune", "work"]


@dataclass(frozen=True, slots=True)
class Orders:
    """What a worker does.

    Attributes:
        expected: What it must find.
        serial: First version number that no article has had.
        sync_threshold: After how many vectors Chroma writes its graph files.
        steps: How many to do; then it ends by itself.
        death: A point, a count of lines, or None to be killed from outside.
        step_of_death: The step, from 0, in which a death from within is armed.
    """

    home: Path
    sources: Path
    expected: Expected
    seed: int
    serial: int
    sync_threshold: int
    steps: int
    death: Point | int | None = None
    step_of_death: int = 0
    hit: int = 1


@dataclass(frozen=True, slots=True)
class Checked:
    """The library as found and mended: what the parent expects from now on."""

    now: Expected
    findings: tuple[Finding, ...]
    index_made_anew: bool


@dataclass(frozen=True, slots=True)
class Began:
    step: Step


@dataclass(frozen=True, slots=True)
class Committed:
    """One file of the step that is under way has been committed."""

    file: str


@dataclass(frozen=True, slots=True)
class Ended:
    """A step is done; this acknowledges it."""

    step: Step


def tune(sync_threshold: int) -> None:
    """Makes Chroma write its files often, so that a kill meets it writing. Only for a process of its own."""
    chroma._HNSW["sync_threshold"] = chroma._HNSW["batch_size"] = sync_threshold


def work(orders: Orders, pipe: Connection) -> None:
    """Runs in a process of its own until it has done its steps or is killed; tells the parent over the pipe."""
    tune(orders.sync_threshold)
    try:
        checked, opened = _check(orders)
    except BaseException:  # noqa: BLE001 - whatever stops it is a wedged library
        finding = Finding("wedged", traceback.format_exc(limit=-6))
        pipe.send(Checked(orders.expected, (finding,), index_made_anew=False))
        return
    pipe.send(checked)
    now = checked.now
    random_ = random.Random(orders.seed)  # noqa: S311
    for number in range(orders.steps):
        wanted = orders.death.step if isinstance(orders.death, Point) and number == orders.step_of_death else None
        step = _next_step(random_, now, orders.serial + number, wanted)
        pipe.send(Began(step))
        if number == orders.step_of_death:
            _arm(orders)
        try:
            opened = do(opened, step, lambda file: pipe.send(Committed(file)))
        except Exception:  # noqa: BLE001 - no step may fail
            pipe.send(Checked(now, (Finding("wedged", f"{step.kind}: {traceback.format_exc(limit=-6)}"),), False))
            return
        pipe.send(Ended(step))
        now = observed(opened)
    opened.assistant.close()


def observed(opened: Opened) -> Expected:
    """Returns what a library holds, as what is expected of it from now on."""
    talks = opened.assistant.conversations
    said = {item.conversation_id: tuple(exchange.question for exchange in talks.open(item.conversation_id))
            for item in talks.list()}
    return Expected(found_versions(opened), said, opened.revision)


def _check(orders: Orders) -> tuple[Checked, Opened]:
    opened = open_library(orders.home, orders.sources)
    findings = list(faults(opened, orders.expected))
    now = observed(opened)
    step = orders.expected.maybe
    if opened.revision not in {orders.expected.revision, step.subject if step is not None else ""}:
        findings.append(Finding("mixed", f"the model is {opened.revision}"))
    fact = opened.store.fact("index")
    write_sources(orders.sources, now.versions)
    opened.assistant.ingest([orders.sources], sync=True)
    made_anew = fact is not None and opened.store.fact("index") != fact
    report = opened.assistant.library.verify()
    findings += [Finding("wedged", f"after a new ingest: {problem}") for problem in report.problems]
    if observed(opened) != now:
        findings.append(Finding("mixed", f"an ingest of what is there made {observed(opened)} of {now}"))
    return Checked(now, tuple(findings), made_anew), opened


def _next_step(random_: random.Random, now: Expected, serial: int, wanted: StepKind | None) -> Step:
    if ANCHOR not in now.versions:
        first = {ANCHOR: 1} | {f"a{number}": serial for number in range(3)} | {f"pack{at}": serial for at in range(3)}
        return Step("ingest", {**now.versions, **first})
    while wanted is not None and (step := draw(random_, now, serial)).kind != wanted:
        pass
    return step if wanted is not None else draw(random_, now, serial)


def _arm(orders: Orders) -> None:
    if isinstance(orders.death, Point):
        die_at_point(orders.death, orders.hit)
    elif orders.death is not None:
        die_at_line(orders.death)
