"""What an ingest costs beside the encoding that it cannot do without, and what it costs where nothing has changed.

``python -m benchmarks.ingest_cost``: the passages of the cohort that ships with the code, put together to articles,
and news where NEWSCITE_WIKINEWS names its folder, ingested as one folder. After each file the very same texts are given
in the same batches to the same embedder: a shared machine has changed its speed before a whole folder is done. What
comes once a process (importing Chroma, loading the model) is paid before.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.belebele import configured
from benchmarks.figures import Figure, Rounds, in_turns
from rag import Assistant, IngestProgress, Settings
from rag.score import reference_texts
from rag.types import Embedder, EmbeddingIdentity, IngestReport, Vectors

__all__ = ["IngestCost", "figures", "measure", "show", "write_cohort", "write_news"]

ASKED = 1.15
INGEST, INSIDE, ENCODE = "ingest", "  of it encoding", "raw encoding"
_PASSAGES_AN_ARTICLE = 10
_NEWS = 12
_AGAIN = 3


@dataclass(frozen=True, slots=True)
class IngestCost:
    """What was measured.

    Attributes:
        texts: Passages and sentences encoded.
        timed: Seconds of each file: ingested, the encoding within that, and the same texts encoded alone.
        again: Seconds of ingesting the unchanged folder, opened anew, median.
        embedded_again: Texts encoded then, by the report and by the embedder's own count together.
    """

    files: int
    texts: int
    timed: Rounds
    again: float
    embedded_again: int


class _RecordingEmbedder:
    """Passes texts on to another embedder; keeps the batches of passages and the time that they took."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.batches: list[tuple[str, ...]] = []
        self.seconds = 0.0

    @property
    def identity(self) -> EmbeddingIdentity:
        return self._embedder.identity

    @property
    def texts(self) -> int:
        return sum(map(len, self.batches))

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        began = time.perf_counter()
        vectors = self._embedder.encode_passages(texts)
        self.seconds += time.perf_counter() - began
        self.batches.append(tuple(texts))
        return vectors

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.encode_questions(texts)


class _Turns:
    """Watches the progress of an ingest; after each file it encodes that file's texts once more, alone."""

    def __init__(self, recording: _RecordingEmbedder, embedder: Embedder) -> None:
        self._recording = recording
        self._embedder = embedder
        self._file_began = time.perf_counter()
        self.texts = 0
        self.seconds: dict[str, list[float]] = {INGEST: [], INSIDE: [], ENCODE: []}

    def __call__(self, progress: IngestProgress) -> None:
        now = time.perf_counter()
        if progress.done:
            recording, batches = self._recording, list(self._recording.batches)
            self.texts += recording.texts
            alone = in_turns({ENCODE: lambda: [self._embedder.encode_passages(batch) for batch in batches]}, rounds=1)
            for name, seconds in ((INGEST, now - self._file_began), (INSIDE, recording.seconds),
                                  (ENCODE, alone.median(ENCODE))):
                self.seconds[name].append(seconds)
            recording.batches.clear()
            recording.seconds = 0.0
            self._file_began = time.perf_counter()


def write_cohort(folder: Path, most: int | None = None) -> int:
    """Writes the cohort as articles of ten passages in one language, one a file; returns how many."""
    reference = reference_texts()
    by_language: dict[str, list[str]] = defaultdict(list)
    for language, text in zip(reference.passage_languages, reference.passages, strict=True):
        by_language[language].append(text)
    articles = [(f"{language}-{at // _PASSAGES_AN_ARTICLE:02d}", passages[at : at + _PASSAGES_AN_ARTICLE])
                for language, passages in sorted(by_language.items())
                for at in range(0, len(passages), _PASSAGES_AN_ARTICLE)][:most]
    for name, passages in articles:
        (folder / f"{name}.txt").write_text("\n\n".join([f"Kurier {name}", *passages]) + "\n", encoding="utf-8")
    return len(articles)


def write_news(folder: Path, corpus: Path, most: int = _NEWS) -> int:
    """Writes the first news articles of corpus.jsonl, one a file; returns how many."""
    with (corpus / "corpus.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for _, line in zip(range(most), lines, strict=False)]
    for at, record in enumerate(records):
        (folder / f"news-{at:02d}.txt").write_text(f"{record['title']}\n\n{record['text']}\n", encoding="utf-8")
    return len(records)


def measure(articles: Path, embedder: Embedder) -> IngestCost:
    """Ingests the folder into a new library, each file in turn with its raw encoding, then again unchanged.

    Raises:
        RuntimeError: Files could not be ingested: the times would mean nothing.
    """
    recording = _RecordingEmbedder(embedder)
    with tempfile.TemporaryDirectory() as folder:
        _warm_up(Path(folder), embedder)
        home = Path(folder) / "library"
        with _open(home, recording) as assistant:
            turns = _Turns(recording, embedder)
            _whole(assistant.ingest([articles], progress=turns))
        reports: list[IngestReport] = []

        def again() -> None:
            with _open(home, recording) as assistant:
                reports.append(_whole(assistant.ingest([articles])))

        unchanged = in_turns({INGEST: again}, rounds=_AGAIN)
        embedded_again = recording.texts + sum(report.embedded for report in reports)
    return IngestCost(len(turns.seconds[INGEST]), turns.texts, Rounds(turns.seconds), unchanged.median(INGEST),
                      embedded_again)


def figures(cost: IngestCost) -> list[Figure]:
    """Returns the figures that were asked for."""
    return [Figure("ingest, times raw encoding", cost.timed.ratio(INGEST, ENCODE), ASKED),
            Figure("texts encoded for unchanged files", cost.embedded_again, 0)]


def show(quick: bool = False) -> list[Figure]:
    """Measures, prints the table and returns the figures."""
    from rag.embed import open_embedder

    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder)
        write_cohort(articles, 6 if quick else None)
        news = configured("NEWSCITE_WIKINEWS", "corpus.jsonl")
        if news is None:
            print("news left out: set NEWSCITE_WIKINEWS to its folder")
        elif not quick:
            write_news(articles, news)
        cost = measure(articles, open_embedder(Settings()))
    print(f"{cost.files} files, {cost.texts} passages and sentences")
    print(f"{'':20}{'total s':>9}{'median ms a file':>18}{'/ raw encoding':>16}")
    for name in (ENCODE, INGEST, INSIDE):
        print(f"{name:20}{sum(cost.timed.seconds[name]):>9.2f}{cost.timed.median(name) * 1000:>18.1f}"
              f"{cost.timed.ratio(name, ENCODE):>16.3f}")
    print(f"{'again, unchanged':20}{cost.again:>9.2f}{cost.again * 1000 / cost.files:>18.1f}"
          f"{cost.again / sum(cost.timed.seconds[ENCODE]):>16.3f}")
    return figures(cost)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="six articles")
    measured = show(parser.parse_args().quick)
    print(*measured, sep="\n")
    return int(not all(figure.reached for figure in measured))


def _open(home: Path, embedder: Embedder) -> Assistant:
    return Assistant.open(Settings(home=home, writer="quotes"), embedding=embedder)


def _warm_up(folder: Path, embedder: Embedder) -> None:
    article = folder / "warm-up.txt"
    article.write_text("A first article\n\n" + reference_texts().passages[0], encoding="utf-8")
    with _open(folder / "warm-up", embedder) as assistant:
        _whole(assistant.ingest([article]))


def _whole(report: IngestReport) -> IngestReport:
    if report.failed:
        raise RuntimeError(f"{report.failed[0].source} could not be ingested: {report.failed[0].reason}")
    return report


if __name__ == "__main__":
    raise SystemExit(main())
