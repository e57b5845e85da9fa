"""The vocabulary: frozen values that cross the borders between rag's rooms, and the protocols of its replaceable parts.

Offsets are always counted in characters (Unicode code points) of an article version's stored text, `start` inclusive
and `end` exclusive, so that ``text[start:end]`` is the slice meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "Answer", "AnswerStatus", "Article", "ArticleSummary", "Block", "BlockKind", "Citation", "Claim", "DateKind",
    "Done", "Embedder", "EmbeddingIdentity", "Evidence", "EvidenceFound", "EvidenceSentence", "Event", "Filters",
    "Failure", "IngestReport", "Mode", "Passage", "PassageSpan", "Reranker", "Searching", "SentenceReady",
    "SourceChange", "Span", "Timings", "Turn", "Usage", "Vectors", "Verdict",
]

Vectors = NDArray[np.float32]
"""Shape (n, dimension), float32, each row of Euclidean length 1."""

DateKind = Literal["published", "updated"]
AnswerStatus = Literal["answered", "not_in_sources", "error"]
Mode = Literal["written", "quotes"]
Verdict = Literal["supported", "quoted", "dropped"]


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
    state: Literal["current", "changed", "removed"]
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


@dataclass(frozen=True, slots=True)
class EvidenceSentence:
    """A sentence chosen as evidence, its number in the prompt, and the neighbours needed to understand it.

    Attributes:
        number: 1-based, unique within the evidence of one question.
        quote: Exactly the stored text's slice [start:end].
        context: A preceding slice of the same article that says who or what the sentence speaks of, or "".
    """

    number: int
    passage: Passage
    start: int
    end: int
    quote: str
    score: float
    context: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a question has to go on, and whether that is enough to answer.

    Attributes:
        sentences: In reading order of strength: the best first. Empty where `abstain` and nothing is near.
        abstain: True where the articles do not hold an answer, decided in code before any model is asked.
        confidence: The normalised score that `abstain` was decided on; higher is surer.
        threshold: What `confidence` had to reach.
    """

    sentences: tuple[EvidenceSentence, ...]
    abstain: bool
    confidence: float
    threshold: float


@dataclass(frozen=True, slots=True)
class Filters:
    """Limits a search; an empty filter admits everything. Dates are inclusive; undated articles fail a date filter."""

    since: date | None = None
    until: date | None = None
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier exchange of a conversation."""

    question: str
    answer: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A pointer to an exact quote: ``stored_text(article_id, version)[start:end] == quote``."""

    number: int
    article_id: str
    version: int
    title: str | None
    outlet: str | None
    date: date | None
    date_kind: DateKind | None
    language: str | None
    url: str | None
    path: str | None
    quote: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer, with its verdict and the numbers of its citations.

    Attributes:
        text: What is shown, without markers. For `quoted` the quote itself.
        reason: Why a claim was not `supported`; None for supported ones and for quotes chosen from the start.
        draft: What the model had written, where the checks refused it.
    """

    text: str
    verdict: Verdict
    citations: tuple[int, ...]
    reason: str | None = None
    draft: str | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as counted by the model server, summed over all calls for one answer."""

    prompt_tokens: int = 0
    completion_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds of each stage; None where a stage did not happen."""

    condense_ms: float | None = None
    search_ms: float | None = None
    evidence_ms: float | None = None
    first_token_ms: float | None = None
    generate_ms: float | None = None
    verify_ms: float | None = None
    total_ms: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer whose every shown claim is a quote or passed every check.

    Attributes:
        consulted: The passages that were read, best first, whether cited or not.
        standalone_question: What was searched for, where a follow-up had to be made to stand alone.
    """

    question: str
    language: str
    status: AnswerStatus
    mode: Mode
    text: str
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    consulted: tuple[Passage, ...] = ()
    warnings: tuple[str, ...] = ()
    model: str | None = None
    usage: Usage = field(default_factory=Usage)
    timings: Timings = field(default_factory=Timings)
    standalone_question: str | None = None


@dataclass(frozen=True, slots=True)
class Searching:
    """The search begins; `question` is the one that stands alone."""

    question: str
    language: str


@dataclass(frozen=True, slots=True)
class EvidenceFound:
    """The evidence is chosen; nothing has been written yet."""

    evidence: Evidence
    consulted: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SentenceReady:
    """A claim that has been checked, with the citations that it introduced."""

    claim: Claim
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """The whole answer; the last event of every stream."""

    answer: Answer


Event = Searching | EvidenceFound | SentenceReady | Done


@dataclass(frozen=True, slots=True)
class Failure:
    """Something of an ingest that could not be read.

    Attributes:
        source: The file, or `file:line` for a record.
        reason: What is wrong, in one line.
        remedy: What the user can do about it.
    """

    source: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class SourceChange:
    """An article that an ingest added, changed or removed."""

    article_id: str
    title: str | None
    source: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did. `unchanged` counts articles; `embedded` counts texts (passages and sentences) encoded."""

    added: tuple[SourceChange, ...] = ()
    changed: tuple[SourceChange, ...] = ()
    removed: tuple[SourceChange, ...] = ()
    unchanged: int = 0
    failed: tuple[Failure, ...] = ()
    embedded: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class EmbeddingIdentity:
    """What an index must know of the model behind its vectors; two identities never share an index.

    Attributes:
        name: Model name or folder; `bundled` models carry the package's name.
        revision: Package version, commit or weights hash.
        dimension: Width of a vector.
        prompts: The prefixes put before questions and passages, in one string.
    """

    name: str
    revision: str
    dimension: int
    prompts: str


@runtime_checkable
class Embedder(Protocol):
    """Turns texts into unit vectors. Implementations are safe to call from several threads."""

    @property
    def identity(self) -> EmbeddingIdentity: ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Returns one row for each text."""
        ...

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Returns one row for each question."""
        ...


class Reranker(Protocol):
    """Scores passages against a question; higher is better."""

    def scores(self, question: str, texts: Sequence[str]) -> Iterator[float]: ...
