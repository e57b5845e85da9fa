"""Hostile files against the loaders: ``python -m benchmarks.fuzz --files 5000``, or ``make fuzz``.

Each file is loaded and split in a child process whose memory and time are watched. It has to give articles or failures
that name it; then all files are ingested at once, with good ones between them. Exits with 1 where one file crashed,
hung, took more than its memory, or stopped the run.
"""

from __future__ import annotations

import argparse
import multiprocessing
import platform
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from benchmarks.figures import Figure
from benchmarks.hostile_files import HostileFile, hostile_file
from rag.types import EmbeddingIdentity, Vectors

__all__ = ["FuzzReport", "Trial", "fuzz", "ingest_all", "main"]

MOST_EXTRA_MB = 512.0
MOST_SECONDS = 60.0
_FILE_LIMIT = 50 << 20
_GOOD = ("Bridge {n} opens\n\nThe bridge number {n} near Venlo opened to traffic on Tuesday, two years late. "
         "It cost {n} million euros, a third more than planned.")


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one file.

    Attributes:
        fault: What is wrong with how it was taken, or None.
        extra_mb: Peak memory above the child's at rest; 0 where the system does not tell.
    """

    name: str
    kind: str
    articles: int
    failures: int
    seconds: float
    extra_mb: float
    fault: str | None


@dataclass(frozen=True, slots=True)
class FuzzReport:
    """All trials of a run."""

    trials: tuple[Trial, ...]

    @property
    def faults(self) -> tuple[Trial, ...]:
        return tuple(trial for trial in self.trials if trial.fault is not None)

    def figures(self) -> list[Figure]:
        """Returns the figures that are asked for."""
        hung = sum(trial.fault == "hung" for trial in self.faults)
        return [
            Figure(f"hung, of {len(self.trials):,} files", hung, 0),
            Figure("crashed or broke a promise", len(self.faults) - hung, 0),
            Figure("MiB above rest, at most", max((trial.extra_mb for trial in self.trials), default=0), MOST_EXTRA_MB),
            Figure("seconds for a file, at most", max((trial.seconds for trial in self.trials), default=0),
                   MOST_SECONDS),
        ]


class _FlatEmbedder:
    """Vectors that cost nothing: here files are tried, and not what they mean."""

    identity = EmbeddingIdentity("flat", "1", 8, "")

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        rows = np.array([[len(text) % 97 + 1, *map(ord, (text + " " * 7)[:7])] for text in texts], dtype=np.float32)
        rows = rows.reshape(-1, 8)
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    encode_questions = encode_passages


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=5000, metavar="N", help="files to try (default: 5000)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the files (default: 0)")
    parser.add_argument("--ingest", type=int, default=500, metavar="N", help="also ingested at once (default: 500)")
    options = parser.parse_args()
    began = time.perf_counter()
    report = fuzz(options.files, options.seed, say=True)
    for trial in report.faults:
        print(f"{trial.name} ({trial.kind}): {trial.fault}")
    figures = [*report.figures(), ingest_all(options.ingest, options.seed)]
    kinds = Counter(trial.kind for trial in report.trials)
    loaded = sum(trial.articles > 0 for trial in report.trials)
    print(f"{datetime.now(UTC):%Y-%m-%d} {platform.system()} {platform.machine()}, Python {platform.python_version()}, "
          f"seed {options.seed}, {time.perf_counter() - began:.0f} s; {loaded:,} files gave articles")
    print(", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))
    for figure in figures:
        print(figure)
    return int(not all(figure.reached for figure in figures))


def fuzz(files: int, seed: int, giant_bytes: int = 10 << 20, *, say: bool = False) -> FuzzReport:
    """Loads that many hostile files, one after the other, in a child that is replaced where a file breaks it."""
    trials: list[Trial] = []
    with tempfile.TemporaryDirectory() as folder:
        child = _Child()
        try:
            for number in range(files):
                made = hostile_file(number, seed, giant_bytes)
                path = Path(folder, made.name)
                path.write_bytes(made.data)
                trials.append(child.load(path, made))
                path.unlink()
                if say and number % 500 == 499:
                    print(f"{number + 1} files, {sum(trial.fault is not None for trial in trials)} faults", flush=True)
        finally:
            child.close()
    return FuzzReport(tuple(trials))


def ingest_all(files: int, seed: int) -> Figure:
    """Ingests hostile files with a good one after each tenth; returns how many good ones are missing."""
    from rag import Assistant, Settings

    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder, "articles")
        articles.mkdir()
        good: set[str] = set()
        for number in range(files):
            made = hostile_file(number, seed, giant_bytes=200_000)
            (articles / made.name).write_bytes(made.data)
            if number % 10 == 0:
                (articles / f"{number:06}-good.txt").write_text(_GOOD.format(n=number))
                good.add(f"{number:06}-good")
        settings = Settings(home=Path(folder, "home"), writer="quotes")
        with Assistant.open(settings, embedding=_FlatEmbedder()) as assistant:
            assistant.ingest(articles)
            kept = {article.article_id for article in assistant.library.list()}
    return Figure(f"good articles lost, of {len(good)} among {files:,} hostile files", len(good - kept), 0)


class _Child:
    """A process that loads files, and is started anew when one has broken it."""

    def __init__(self) -> None:
        self._start()

    def load(self, path: Path, made: HostileFile) -> Trial:
        """Has a file loaded; returns what became of it, whatever became of the child."""
        self._pipe.send((str(path), made.kind))
        began = time.perf_counter()
        try:
            # Time is the child's own; a busy machine may let it wait, but not for ever.
            if self._pipe.poll(4 * MOST_SECONDS):
                return self._pipe.recv()
            fault = "hung"
        except EOFError:
            self._process.join()
            fault = f"the process died ({self._process.exitcode})"
        self.close()
        self._start()
        return Trial(made.name, made.kind, 0, 0, time.perf_counter() - began, 0.0, fault)

    def close(self) -> None:
        self._pipe.close()
        self._process.kill()
        self._process.join()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()


def _serve(pipe: Connection) -> None:
    import warnings

    warnings.simplefilter("ignore")
    for suffix in ("txt", "md", "html", "jsonl"):
        _load(Path(f"/n/warm.{suffix}"), b'{"id": "1", "text": "What is loaded once is no cost of a file."}')
    while True:
        try:
            name, kind = pipe.recv()
        except EOFError:
            return
        pipe.send(_trial(Path(name), kind))


def _trial(path: Path, kind: str) -> Trial:
    from rag.errors import LoadError
    from rag.load import SourceFile, read_bytes

    rest = _peak_mb(reset=True)
    began = time.process_time()
    articles = failures = 0
    fault: str | None = None
    try:
        articles, failures = _load(path, read_bytes(SourceFile(path, path.parent), _FILE_LIMIT))
    except LoadError as error:
        failures = 1
        fault = None if str(path) in error.message and error.remedy else f"an error that does not name it: {error}"
    except Exception as error:  # noqa: BLE001 - any other exception is what is looked for
        fault = f"{type(error).__name__}: {error}"[:300]
    seconds, extra = time.process_time() - began, _peak_mb() - rest
    if fault is None and not articles and not failures:
        fault = None if path.suffix == ".jsonl" else "neither an article nor a failure"
    if fault is None and (extra > MOST_EXTRA_MB or seconds > MOST_SECONDS):
        fault = f"took {extra:.0f} MiB and {seconds:.0f} s"
    return Trial(path.name, kind, articles, failures, seconds, extra, fault)


def _load(path: Path, data: bytes) -> tuple[int, int]:
    """Loads and splits; returns how many articles and failures, each of them checked."""
    from rag.chunk import split
    from rag.load import parse
    from rag.types import Failure

    articles = failures = 0
    for item in parse(path, data):
        if isinstance(item, Failure):
            if not item.source.startswith(str(path)) or not item.reason or not item.remedy:
                raise AssertionError(f"a failure that does not name its file: {item}")
            failures += 1
            continue
        item.text.encode()
        pieces = [item.text[block.start : block.end] for block in item.blocks]
        if item.text != "\n\n".join(pieces) or "\0" in item.text:
            raise AssertionError("blocks that are not the text")
        if any(passage.end > len(item.text) for passage in split(item)):
            raise AssertionError("a passage beyond the text")
        articles += 1
    return articles, failures


def _peak_mb(*, reset: bool = False) -> float:
    """The most memory held since the last reset, in MiB; Linux alone tells."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    if reset:
        Path("/proc/self/clear_refs").write_text("5")
    return next(_kilobytes(status.read_text())) / 1024


def _kilobytes(status: str) -> Iterator[int]:
    yield from (int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))


if __name__ == "__main__":
    raise SystemExit(main())
