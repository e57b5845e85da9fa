"""What an ingest costs beside the encoding that it cannot do without, and what it costs where nothing has changed.

``python -m benchmarks.ingest_cost``: the passages of the cohort that ships with the code, put together to articles,
and news where NEWSCITE_WIKINEWS names its folder. Each round ingests them into a new library, then gives the very same
texts in the same batches to the same embedder. The first, uncounted round pays for importing Chroma and loading the
model; a library that exists already is opened again for the unchanged files.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.belebele import configured
from benchmarks.figures import Figure, Rounds, in_turns
from rag import Assistant, Settings
from rag.score import reference_texts
from rag.types import Embedder, EmbeddingIdentity, IngestReport, Vectors

__all__ = ["IngestCost", "RecordingEmbedder", "figures", "measure", "show", "write_cohort", "write_news"]

ROUNDS = 5
ASKED = 1.15
INGEST, ENCODE, AGAIN = "ingest", "raw encoding", "ingest again, unchanged"
_PASSAGES_AN_ARTICLE = 10
_NEWS = 15


class RecordingEmbedder:
    """Passes all texts on to another embedder and keeps the batches of passages, to be encoded again."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.batches: list[tuple[str, ...]] = []

    @property
    def identity(self) -> EmbeddingIdentity:
        return self._embedder.identity

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.batches.append(tuple(texts))
        return self._embedder.encode_passages(texts)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.encode_questions(texts)


@dataclass(frozen=True, slots=True)
class IngestCost:
    """What was measured.

    Attributes:
        texts: Passages and sentences encoded in one ingest.
        embedded_again: Texts encoded by ingests of the unchanged files, by the report and by the embedder's own count.
    """

    files: int
    texts: int
    timed: Rounds
    embedded_again: int


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


def measure(articles: Path, rounds: int, embedder: Embedder, *, warm_up: int = 1) -> IngestCost:
    """Ingests the folder into new libraries, encodes the same texts raw, and ingests it again unchanged, in turns.

    Raises:
        RuntimeError: Files could not be ingested: the times would mean nothing.
    """
    recording = RecordingEmbedder(embedder)
    reports: list[IngestReport] = []
    again: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "kept"
        _ingest(kept, articles, recording)
        batches = list(recording.batches)

        def ingest() -> None:
            reports.append(_ingest(Path(folder) / f"library-{len(reports)}", articles, recording))

        def unchanged() -> None:
            before = len(recording.batches)
            report = _ingest(kept, articles, recording)
            again.append(report.embedded + sum(map(len, recording.batches[before:])))

        timed = in_turns({
            INGEST: ingest,
            ENCODE: lambda: [embedder.encode_passages(batch) for batch in batches],
            AGAIN: unchanged,
        }, rounds, warm_up)
    return IngestCost(len(list(articles.iterdir())), sum(map(len, batches)), timed, max(again))


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
        cost = measure(articles, 3 if quick else ROUNDS, open_embedder(Settings()))
    print(f"{cost.files} files, {cost.texts} passages and sentences")
    print(f"{'':28}{'median s':>10}{'ms a file':>11}{'/ encoding':>12}")
    for name in (ENCODE, INGEST, AGAIN):
        seconds = cost.timed.median(name)
        print(f"{name:28}{seconds:>10.3f}{seconds * 1000 / cost.files:>11.2f}{cost.timed.ratio(name, ENCODE):>12.4f}")
    return figures(cost)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="six articles, three rounds")
    measured = show(parser.parse_args().quick)
    print(*measured, sep="\n")
    return int(not all(figure.reached for figure in measured))


def _ingest(home: Path, articles: Path, embedder: Embedder) -> IngestReport:
    with Assistant.open(Settings(home=home, writer="quotes"), embedding=embedder) as assistant:
        report = assistant.ingest([articles])
    if report.failed:
        raise RuntimeError(f"{report.failed[0].source} could not be ingested: {report.failed[0].reason}")
    return report


if __name__ == "__main__":
    raise SystemExit(main())
