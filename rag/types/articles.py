"""Articles and their parts, as loaded and as the library lists them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal

__all__ = [
    "Article", "ArticleSummary", "Block", "BlockKind", "DateKind", "Passage", "PassageSpan", "SourceState",
    "Span",
]

DateKind = Literal["published", "updated"]
SourceState = Literal["current", "changed", "removed"]
"""Of an article version: searched, replaced by a newer one, or gone with its article."""


@dataclass(frozen=True, slots=True)
class Span:
    """A slice of an article's stored text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Returns the slice of `text` that this span names."""
        return text[self.start : self.end]


class BlockKind(StrEnum):
    """What a block of an article is to its reader; only PARAGRAPH can become evidence."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like slice of the stored text and its part in the article."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """One article as loaded: cleaned text for a reader, and the facts that its source states of it.

    Attributes:
        article_id: The source's own id (JSONL), or None where the library has to give one.
        name: A short human name from the source (file stem or record id), the wish for an id.
        text: The stored text: page furniture removed, newlines normalised, no NUL, no lone surrogates.
        blocks: Ordered, not overlapping, together all that is worth reading in `text`.
        language: ISO 639-1 code, or None where the text is too short to tell.
        day: The date that the text or record states; None where it states none.
        day_kind: Whether `day` is of publication or of the last update.
        content_hash: SHA-256 hex of the article's raw content, the identity of a version.
    """

    article_id: str | None
    name: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None
    language: str | None
    day: date | None
    day_kind: DateKind | None
    outlet: str | None
    url: str | None
    path: Path | None
    content_hash: str


@dataclass(frozen=True, slots=True)
class PassageSpan:
    """A passage of an article: one or more neighbouring blocks or a part of one, with its sentences."""

    start: int
    end: int
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article as the library lists it."""

    article_id: str
    version: int
    title: str | None
    outlet: str | None
    date: date | None
    date_kind: DateKind | None
    language: str | None
    url: str | None
    path: str | None
    passages: int
    added: str
    state: SourceState
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage found by a search.

    Attributes:
        score: Higher is better; comparable between questions of one library, not between embedding models.
        dense: Cosine similarity of question and passage, before normalisation.
        lexical: Share of the question's word weight found in the passage, 0..1.
        sentences: The passage's sentences, spans of the article's text.
    """

    passage_id: int
    article_id: str
    version: int
    title: str | None
    outlet: str | None
    date: date | None
    date_kind: DateKind | None
    language: str | None
    url: str | None
    path: str | None
    text: str
    start: int
    end: int
    score: float
    dense: float = 0.0
    lexical: float = 0.0
    sentences: tuple[Span, ...] = ()
    duplicate_of: str | None = None

    def slice(self, span: Span) -> str:
        """Returns the words of a span of the article's text that lies within the passage."""
        return self.text[span.start - self.start : span.end - self.start]
