"""What goes into the library and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.library.sketch import Sketch
from rag.types import Article, ArticleSummary, Filters, Passage, PassageSpan, Span, Vectors

__all__ = ["Candidates", "EncodedPassage", "Entry", "NewVersion", "StoredArticle", "VectorRow", "admits"]


@dataclass(frozen=True, slots=True)
class EncodedPassage:
    """A passage with its vectors.

    Attributes:
        vector: Shape (dimension,), unit length.
        sentence_vectors: Shape (number of sentences, dimension), in the order of the span's sentences.
        bias: How near the passage is to any question; see `rag.score.bank_bias`.
    """

    span: PassageSpan
    vector: Vectors
    sentence_vectors: Vectors
    bias: float


@dataclass(frozen=True, slots=True)
class NewVersion:
    """An article ready to be kept: the next version of `article_id`."""

    article_id: str
    article: Article
    source: str
    sketch: Sketch
    passages: tuple[EncodedPassage, ...]


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article version as kept: what a reader of a citation needs."""

    summary: ArticleSummary
    text: str
    passages: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as the index holds it: its id, its vector, and what a search filters by."""

    passage_id: int
    vector: Vectors
    article_id: str
    language: str | None
    outlet: str | None
    day: int | None


@dataclass(frozen=True, slots=True)
class VectorRow:
    """The kept vectors of one passage."""

    passage_id: int
    vector: Vectors
    sentence_vectors: Vectors
    bias: float


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages to be scored, row by row with their vectors; all arrays have one row a passage."""

    passages: tuple[Passage, ...]
    vectors: Vectors
    sentence_vectors: tuple[Vectors, ...]
    bias: NDArray[np.float32]


def admits(filters: Filters, item: Passage | ArticleSummary) -> bool:
    """Returns whether a passage passes the filters, or an article, whose facts its passages carry."""
    if filters.since is not None and (item.date is None or item.date < filters.since):
        return False
    if filters.until is not None and (item.date is None or item.date > filters.until):
        return False
    if filters.languages and item.language not in filters.languages:
        return False
    if filters.outlets and item.outlet not in filters.outlets:
        return False
    return not filters.article_ids or item.article_id in filters.article_ids
