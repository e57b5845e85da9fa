"""Harms the files of an index one by one, and looks whether anyone is told, or answered wrongly."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.durability.act import Finding, Opened, open_library
from benchmarks.durability.campaign import forked
from benchmarks.durability.worker import tune
from benchmarks.durability.world import NeverEncoding, article_text
from rag import Assistant, Settings
from rag.types import Filters

__all__ = ["DamageTally", "damage"]

_ARTICLES = 20
_HARMS = ("truncated", "one byte", "ten bytes", "a block of zeros", "emptied", "gone")
_SECONDS = 60.0


@dataclass(slots=True)
class DamageTally:
    """Counts of harmed files: told at the first question, told by `verify`, or harmless."""

    trials: int = 0
    at_once: int = 0
    by_verify: int = 0
    harmless: int = 0
    files: Counter[str] = field(default_factory=Counter[str])
    findings: list[Finding] = field(default_factory=list[Finding])


@dataclass(frozen=True, slots=True)
class _Seen:
    told: str
    findings: tuple[Finding, ...]


def damage(folder: Path, trials: int, seed: int) -> DamageTally:
    """Harms a file `trials` times, each time of a fresh copy of one library. Call `preload` before."""
    random_, tally = random.Random(seed), DamageTally()  # noqa: S311
    whole = folder / "whole"
    process, pipe = forked(_make, whole)
    process.join(_SECONDS)
    names = sorted(file.relative_to(whole) for file in (whole / "index").rglob("*") if file.is_file())
    for trial in range(trials):
        home = folder / "harmed"
        shutil.copytree(whole, home)
        name, how = names[trial % len(names)], random_.choice(_HARMS)
        _harm(home / name, how, random_)
        process, pipe = forked(_look, home)
        what = f"{name.name}, {how}"
        tally.trials += 1
        tally.files[name.name] += 1
        try:
            seen = pipe.recv() if pipe.poll(_SECONDS) else _Seen("", (Finding("wedged", "hangs"),))
        except EOFError:
            seen = _Seen("", (Finding("wedged", "the process died"),))
        process.join(1)
        process.kill()
        tally.at_once += seen.told == "at once"
        tally.by_verify += seen.told == "by verify"
        tally.harmless += seen.told == "harmless"
        tally.findings += [Finding(item.kind, f"{what}: {item.detail}") for item in seen.findings]
        shutil.rmtree(home)
    return tally


def _make(home: Path, pipe: Connection) -> None:
    tune(20)
    opened = open_library(home, home)
    sources = home / "sources"
    sources.mkdir()
    for number in range(_ARTICLES):
        (sources / f"a{number}.txt").write_text(article_text(f"a{number}", 1))
    opened.assistant.ingest([sources])
    opened.assistant.close()
    pipe.close()


def _harm(file: Path, how: str, random_: random.Random) -> None:
    data = bytearray(file.read_bytes())
    if how == "gone":
        file.unlink()
        return
    if how == "emptied":
        data.clear()
    elif how == "truncated":
        del data[random_.randrange(len(data)) :]
    elif how == "a block of zeros":
        at = random_.randrange(len(data))
        data[at : at + 512] = bytes(len(data[at : at + 512]))
    else:
        for _ in range(1 if how == "one byte" else 10):
            data[random_.randrange(len(data))] ^= random_.randrange(1, 256)
    file.write_bytes(data)


def _look(home: Path, pipe: Connection) -> None:
    assistant = Assistant.open(Settings(home=home, writer="quotes"), embedding=NeverEncoding())
    opened = Opened(assistant, home / "sources", "1")
    findings, faults = list[Finding](), 0
    for entries in assistant._library.passages.entries():
        for entry in entries:
            if entry.passage_id not in assistant._index.nearest(entry.vector, 10, Filters()):
                findings.append(Finding("lost", f"passage {entry.passage_id} is not found"))
            faults += assistant._index.fault is not None
    report = assistant.library.verify()
    told = "at once" if faults else "harmless" if report.ok else "by verify"
    if told != "harmless":
        # What a user is told to do; an ingest would do it by itself.
        assistant.library.rebuild()
    findings += [Finding("wedged", problem) for problem in opened.assistant.library.verify().problems]
    pipe.send(_Seen(told, tuple(findings)))
