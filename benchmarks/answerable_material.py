"""What ``benchmarks.answerable`` measures on: searches whose library does, or does not, hold the answer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.abstention import MIXES, SIZES
from benchmarks.belebele import LANGUAGES, in_calibration_half, load_haystack
from benchmarks.encoded import encode, sentences_of
from benchmarks.evidence_material import CASES as INVENTED
from benchmarks.evidence_material import Shelf, plain, shelve
from benchmarks.material import Material, gather
from rag.asking.answerable import Clues, clues, hears, kind_or_absent, named_or_absent, without_names
from rag.asking.asked import wanted
from rag.score import Reference
from rag.types import Embedder, Passage, Span, Vectors

__all__ = ["NEAR", "Trial", "belebele_trials", "near_trials"]

NEAR = "near misses"
_CASES = Path(__file__).with_name("cases")
CASES = (_CASES / "near_miss.jsonl", _CASES / "near_miss_news.jsonl")
STORIES = _CASES / "near_miss_articles.jsonl"
NEWS = Path(__file__).resolve().parents[1] / "eval" / "cases" / "wikinews.jsonl"
_LIBRARIES = (2, 20)
"""Articles in a library that near misses are asked of."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One search.

    Attributes:
        confidence: Of the search.
        named: -1 where something that is asked for is surely absent, else 0 (`rag.asking.answerable.Weighing`).
        clues: What the second judge goes by; None where it is not asked.
        kind: What the question wants, with a ``+`` where its best passage is in another language.
        source: `NEAR`, or which size of Belebele's libraries.
        calibration: Whether weights may be found on it.
    """

    confidence: float
    named: float
    clues: Clues | None
    kind: str
    answerable: bool
    source: str
    calibration: bool


@dataclass(frozen=True, slots=True)
class _Question:
    text: str
    language: str
    about: str
    answerable: bool


@dataclass(frozen=True, slots=True)
class _Bench:
    """A shelf with what its searches share; `aspects` are the vectors of the questions without names, by question."""

    shelf: Shelf
    aspects: Mapping[str, Vectors]
    reference: Reference

    def tried(self, asked: _Question, vector: Vectors, rows: Sequence[int], source: str, half: bool) -> Trial:
        found = self.shelf.search(asked.text, asked.language, vector, rows, self.reference)
        best = found.passages[0].passage
        named = named_or_absent(found)
        told = (clues(found, self.aspects[asked.text], self.reference, base=found.confidence, named=named)
                if hears(found) else None)
        if told is None:
            named = min(named, kind_or_absent(found, self.reference))
        kind = wanted(asked.text, asked.language).value + "+" * (best.language != asked.language)
        return Trial(found.confidence, named, told, kind, asked.answerable, source, half)


def near_trials(news: Path, embedder: Embedder, reference: Reference) -> list[Trial]:
    """Asks the questions about news and about invented articles of libraries that hold the article on the matter."""
    invented = [*_records(INVENTED), *_records(STORIES)]
    story = {record["id"]: record["story"] for record in invented if record["kind"] == "article"}
    halves = {record["story"]: record["half"] == "calibration" for record in invented}
    questions = _questions(invented)
    articles = {record["id"]: record for record in _records(news / "corpus.jsonl")}
    bodies = [plain(name, "en", _body(articles[name]["text"]))
              for name in sorted({item.about for item in questions} & articles.keys())]
    bodies += [plain(record["id"], record["language"], record["text"]) for record in invented
               if record["kind"] == "article"]
    shelf = _headed(shelve(bodies, embedder, reference, whole=False), articles)
    matters = np.array([story.get(passage.article_id, passage.article_id) for passage in shelf.passages])
    vectors = encode([item.text for item in questions], embedder, "questions")
    bench = _Bench(shelf, _aspects([(item.text, item.language) for item in questions], embedder), reference)
    generator = np.random.default_rng(1)
    trials: list[Trial] = []
    for item, vector in zip(questions, vectors, strict=True):
        half = _half(item.about, halves)
        others = sorted({str(matter) for matter in matters if _half(str(matter), halves) is half} - {item.about})
        for size in _LIBRARIES:
            held = {item.about, *generator.permutation(others)[: size - 1]}
            rows = [row for row, matter in enumerate(matters) if matter in held]
            trials.append(bench.tried(item, vector, rows, NEAR, half))
    return trials


def belebele_trials(folder: Path, news: Path, embedder: Embedder, every: int) -> list[Trial]:
    """Asks every so many of Belebele's questions in libraries of each size, with and without their document."""
    material = gather(embedder, folder, news)
    shelf = Shelf(tuple(_passages(material, news)), material.pool)
    generator = np.random.default_rng(7)
    trials: list[Trial] = []
    for language in LANGUAGES:
        texts = [question.texts[language] for question in material.belebele.questions]
        bench = _Bench(shelf, _aspects([(text, language) for text in texts], embedder), material.reference)
        for number in range(0, len(texts), every):
            document = material.belebele.questions[number].document
            half = in_calibration_half(document)
            for place, size in enumerate(SIZES):
                mix = MIXES[(number // every + place) % len(MIXES)]
                rows = _library(material, document, mix, size, generator)
                for answerable, first in ((True, rows[0]), (False, rows[1])):
                    asked = _Question(texts[number], language, str(document), answerable)
                    trials.append(bench.tried(asked, material.vectors[language][number], [first, *rows[2:]],
                                              f"Belebele {size:3}", half))
    return trials


def _headed(shelf: Shelf, articles: Mapping[str, Mapping[str, Any]]) -> Shelf:
    """Gives the passages of the news their titles and dates, which count for what a question names."""
    return replace(shelf, passages=tuple(
        replace(passage, title=articles[passage.article_id]["title"], date=_dated(articles[passage.article_id]["text"]))
        if passage.article_id in articles else passage for passage in shelf.passages))


def _dated(text: str) -> date | None:
    """Returns the date of the line that most of these records begin with."""
    try:
        return datetime.strptime(text.partition("\n\n")[0].strip(), "%A, %B %d, %Y").replace(tzinfo=UTC).date()
    except ValueError:
        return None


def _body(text: str) -> str:
    return text if _dated(text) is None else text.partition("\n\n")[2]


def _library(material: Material, document: int, mix: str, size: int, generator: np.random.Generator) -> list[int]:
    """Draws the rows of a library: the document's, that of the one in its place, and the rest of its half and more."""
    count = material.documents
    half = [other for other in range(count) if other != document
            and in_calibration_half(other) is in_calibration_half(document)]
    drawn = generator.permutation(half)[:size]
    side = (generator.integers(0, 2, len(drawn)) if mix == "both" else np.full(len(drawn), LANGUAGES.index(mix)))
    more = generator.permutation(len(material.articles))[: size - len(drawn)]
    rest = [row for at in more for row in material.articles[int(at)]]
    return [document + int(side[0]) * count, *(int(row) for row in drawn + side * count), *rest]


def _passages(material: Material, news: Path) -> list[Passage]:
    """Makes a passage of each row of the material's pool."""
    named = [(str(number), language, text) for language in LANGUAGES
             for number, text in enumerate(material.belebele.passages[language])]
    named += [(f"news-{number}", "en", text) for number, article in enumerate(filter(None, load_haystack(news)))
              for text in article]
    return [Passage(row, name, 1, None, None, None, None, language, None, None, text, 0, len(text), 0.0,
                    sentences=_spans(text, language)) for row, (name, language, text) in enumerate(named)]


def _spans(text: str, language: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    for part in sentences_of(text, language):
        start = text.index(part, spans[-1].end if spans else 0)
        spans.append(Span(start, start + len(part)))
    return tuple(spans)


def _aspects(questions: Sequence[tuple[str, str]], embedder: Embedder) -> dict[str, Vectors]:
    vectors = encode([without_names(text, language) for text, language in questions], embedder, "questions")
    return {text: vector for (text, _), vector in zip(questions, vectors, strict=True)}


def _questions(invented: Sequence[Mapping[str, Any]]) -> list[_Question]:
    cases = {record["id"]: record for record in _records(NEWS)}
    found = [_Question(case["question"], case["language"], case["relevant_ids"][0], True)
             for case in cases.values() if case["answerable"]]
    found += [_Question(record["question"], record["language"], record["story"], record.get("answerable", True))
              for record in invented if record["kind"] == "question"]
    for record in (record for path in CASES for record in _records(path)):
        case = cases[record["case"]] if "case" in record else record
        found.append(_Question(case["question"], case["language"], record["about"], bool(case["answerable"])))
    return found


def _half(matter: str, halves: Mapping[str, bool]) -> bool:
    """Whether a matter is for calibration: invented stories say so, articles are parted by a hash of their id."""
    return halves.get(matter, hashlib.sha256(matter.encode()).digest()[0] % 2 == 0)


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
