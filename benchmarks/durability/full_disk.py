"""Lets every write of a step fail in turn, as on a full disk, and looks at what is left.

Needs a C compiler and Linux: a small library stands between the process and its writes (failing_writes.c), since
nothing else reaches those of SQLite and Chroma alike.
"""

from __future__ import annotations

import ctypes
import errno
import os
import random
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.durability.act import Finding, do, faults, open_library
from benchmarks.durability.campaign import forked, preload
from benchmarks.durability.steps import Expected, Step
from benchmarks.durability.worker import observed, tune
from benchmarks.durability.world import ANCHOR
from rag.errors import NewsciteError

__all__ = ["DiskTally", "available", "full_disk", "main"]

_SECONDS = 60.0
_BEFORE = {ANCHOR: 1} | {f"a{number}": 1 for number in range(4)} | {"pack0": 1, "pack1": 1}
_AFTER = {ANCHOR: 1, "a0": 2, "a1": 1, "a2": 1, "a5": 2, "pack0": 2, "pack1": 1, "pack2": 2}
_STEPS = (Step("sync", _AFTER), Step("remove", {name: version for name, version in _BEFORE.items() if name != "a1"}),
          Step("talk", _BEFORE, "talk0", "What of it?"), Step("rebuild", _BEFORE), Step("recode", _BEFORE, "2"))


@dataclass(slots=True)
class DiskTally:
    """Counts of failed writes; `noticed` of them made a step fail, the others were made good or did not matter."""

    writes: int = 0
    failed: int = 0
    noticed: int = 0
    findings: list[Finding] = field(default_factory=list[Finding])


@dataclass(frozen=True, slots=True)
class _Outcome:
    writes: int
    noticed: bool
    findings: tuple[Finding, ...]


def available() -> bool:
    """Returns whether this machine can do it."""
    return sys.platform == "linux" and shutil.which("cc") is not None


def full_disk(every: int) -> subprocess.CompletedProcess[str]:
    """Runs `main` in a process whose writes can be made to fail; `every` write of a step, or every second, ..."""
    with tempfile.TemporaryDirectory(prefix="newscite-disk-") as folder:
        shim = Path(folder) / "failing_writes.so"
        source = Path(__file__).with_name("failing_writes.c")
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", str(shim), str(source), "-ldl"], check=True)
        command = [sys.executable, "-m", "benchmarks.durability.full_disk", folder, str(every)]
        return subprocess.run(command, env={**os.environ, "LD_PRELOAD": str(shim)}, capture_output=True, text=True,
                              check=False)


def main(folder: Path, every: int) -> int:
    """Prints the counts; returns 1 where anything was found. Only for a process with failing_writes.so before it."""
    preload()
    tally = DiskTally()
    # Made where it is then used: a library knows its sources by their whole paths.
    process, _ = forked(_make, folder / "home")
    process.join(_SECONDS)
    (folder / "home").rename(folder / "whole")
    random_ = random.Random(1)  # noqa: S311
    for step in _STEPS:
        count = _trial(folder, step, 0, stay=False).writes
        tally.writes += count
        for number in range(1 + random_.randrange(every), count + 1, every):
            # A disk that stays full, and a single failure, in turn.
            outcome = _trial(folder, step, number, stay=(number // every) % 2 == 0)
            tally.failed += 1
            tally.noticed += outcome.noticed
            tally.findings += [replace(item, detail=f"{step.kind}, write {number}: {item.detail}")
                               for item in outcome.findings]
    print(f"{tally.failed} of {tally.writes} writes failed in turn, {tally.noticed} noticed by the step: "
          f"{len(tally.findings)} findings.")
    for finding in tally.findings:
        print(f"- {finding.kind}: {finding.detail}")
    return 1 if tally.findings else 0


def _trial(folder: Path, step: Step, number: int, *, stay: bool) -> _Outcome:
    home = folder / "home"
    shutil.copytree(folder / "whole", home)
    process, pipe = forked(_run, home, step, number, stay)
    try:
        outcome = pipe.recv() if pipe.poll(_SECONDS) else _Outcome(0, True, (Finding("wedged", "hangs"),))
    except EOFError:
        outcome = _Outcome(0, True, (Finding("wedged", "the process died"),))
    process.join(1)
    process.kill()
    pipe.close()
    shutil.rmtree(home)
    return outcome


def _make(home: Path, pipe: Connection) -> None:
    tune(5)
    opened = open_library(home / "library", home / "articles")
    do(opened, Step("ingest", _BEFORE), lambda file: None)
    opened.assistant.close()
    pipe.close()


def _run(home: Path, step: Step, number: int, stay: bool, pipe: Connection) -> None:
    tune(5)
    shim = ctypes.CDLL(None)
    shim.fail_writes_disarm.restype = ctypes.c_long
    opened = open_library(home / "library", home / "articles", "1")
    opened.assistant.library.verify()
    expected = replace(observed(opened), maybe=step)
    noticed, findings = False, list[Finding]()
    shim.fail_writes_arm(str(home / "library").encode(), number, int(stay), errno.ENOSPC)
    try:
        do(opened, step, lambda file: None)
    except NewsciteError:
        noticed = True
    except Exception:  # noqa: BLE001 - anything else is a finding
        noticed = True
        findings.append(Finding("wedged", traceback.format_exc(limit=-8)))
    writes = shim.fail_writes_disarm()
    if not noticed:
        expected = replace(expected, versions=step.versions, maybe=step)
    findings += _aftermath(home, expected, step)
    pipe.send(_Outcome(writes, noticed, tuple(findings)))


def _aftermath(home: Path, expected: Expected, step: Step) -> Iterator[Finding]:
    """Yields what is wrong once there is room again: before and after the step is done once more."""
    try:
        opened = open_library(home / "library", home / "articles")
        yield from faults(opened, expected)
        said = expected.talks if step.kind != "talk" else observed(opened).talks
        opened = do(opened, step, lambda file: None)
        if step.kind != "talk":
            opened.assistant.ingest([opened.sources], sync=True)
            yield from faults(opened, Expected(step.versions, said, opened.revision))
        yield from (Finding("wedged", problem) for problem in opened.assistant.library.verify().problems)
        opened.assistant.close()
    except Exception:  # noqa: BLE001 - whatever stops it is a wedged library
        yield Finding("wedged", f"afterwards: {traceback.format_exc(limit=-8)}")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
