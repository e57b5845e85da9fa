"""What the benchmarks of retrieval work on: Belebele and the haystack, encoded, in every mix of languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.abstention import Asked
from benchmarks.belebele import LANGUAGES, Belebele, in_calibration_half, load_belebele, load_haystack
from benchmarks.encoded import Pool, encode, encode_pool, join, see, signals
from rag.score import Reference, Signals, build_reference, load_reference, reference_texts
from rag.types import Embedder, Vectors

__all__ = ["Material", "Ranking", "asked", "gather", "rankings"]


@dataclass(frozen=True, slots=True)
class Material:
    """Everything encoded.

    Attributes:
        pool: English documents, German documents, haystack, in this order.
        articles: The rows of each article of the haystack.
        vectors: Of the questions, by language.
    """

    belebele: Belebele
    reference: Reference
    pool: Pool
    articles: tuple[tuple[int, ...], ...]
    vectors: Mapping[str, Vectors]

    @property
    def documents(self) -> int:
        return len(self.belebele.passages["en"])


@dataclass(frozen=True, slots=True)
class Ranking:
    """All questions of one language before a library that holds every document once.

    Attributes:
        library: ``"en"``, ``"de"`` or ``"both"`` (each document in one of the two by chance).
        rows: Of the pool, the library's passages by document number.
        signals: Of each question.
        relevant: Document of each question.
        calibration: Whether this lies in the calibration half.
    """

    question_language: str
    library: str
    rows: NDArray[np.int64]
    signals: tuple[Signals, ...]
    relevant: NDArray[np.int64]
    calibration: NDArray[np.bool_]

    @property
    def name(self) -> str:
        return f"{self.question_language}->{self.library}"


def gather(embedder: Embedder, belebele: Path, haystack: Path | None) -> Material:
    """Loads and encodes; the first time takes some minutes."""
    reference = load_reference(embedder.identity)
    if reference is None:
        texts = reference_texts()
        reference = build_reference(encode(texts.questions, embedder, "questions"),
                                    encode(texts.passages, embedder, "passages"))
    data = load_belebele(belebele)
    pools = [encode_pool(data.passages[language], language, embedder, reference) for language in LANGUAGES]
    articles: list[tuple[int, ...]] = []
    if haystack is not None:
        news = [article for article in load_haystack(haystack) if article]
        row = sum(len(pool.bias) for pool in pools)
        for article in news:
            articles.append(tuple(range(row, row + len(article))))
            row += len(article)
        pools.append(encode_pool([passage for article in news for passage in article], "en", embedder, reference))
    vectors = {language: encode([question.texts[language] for question in data.questions], embedder, "questions")
               for language in LANGUAGES}
    return Material(data, reference, join(*pools), tuple(articles), vectors)


def asked(material: Material, language: str) -> list[Asked]:
    """Asks every question, in one language, of everything."""
    return [Asked(question.document, material.documents, vector,
                  see(material.pool, question.texts[language], vector, language))
            for question, vector in zip(material.belebele.questions, material.vectors[language], strict=True)]


def rankings(material: Material, questions: list[Asked]) -> list[Ranking]:
    """Returns the rankings of these questions in the three kinds of library."""
    count = material.documents
    chance = np.random.default_rng(3).integers(0, 2, count)
    offsets = {"en": np.zeros(count, dtype=np.int64), "de": np.ones(count, dtype=np.int64), "both": chance}
    relevant = np.array([item.document for item in questions])
    calibration = np.array([in_calibration_half(item.document) for item in questions])
    found: list[Ranking] = []
    for name, offset in offsets.items():
        rows = np.arange(count) + offset * count
        found.append(Ranking(questions[0].library.language, name, rows,
                             tuple(signals(item.library, rows) for item in questions), relevant, calibration))
    return found
