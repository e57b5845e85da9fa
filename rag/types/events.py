"""What happens while an answer or an ingest is under way."""

from __future__ import annotations

from dataclasses import dataclass

from rag.types.answers import Answer, Citation, Claim, Evidence
from rag.types.articles import Passage

__all__ = [
    "Done", "Event", "EvidenceFound", "Failure", "IngestReport", "LookingAgain", "Searching", "SentenceReady",
    "SourceChange", "Writing",
]


@dataclass(frozen=True, slots=True)
class Searching:
    """The search begins; `question` is the one that stands alone."""

    question: str
    language: str


@dataclass(frozen=True, slots=True)
class LookingAgain:
    """A model is asked whether the evidence answers; its "no" leaves none of it."""

    model: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EvidenceFound:
    """The evidence is chosen; nothing has been written yet. `preface` is the answer's, and stands before its claims."""

    evidence: Evidence
    consulted: tuple[Passage, ...]
    preface: str | None = None


@dataclass(frozen=True, slots=True)
class Writing:
    """A model begins to write from the evidence; its sentences come as they pass their checks."""

    model: str


@dataclass(frozen=True, slots=True)
class SentenceReady:
    """A claim that has been checked, with the citations that it introduced."""

    claim: Claim
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """The whole answer; the last event of every stream. `turn_id` says where it was kept in its conversation."""

    answer: Answer
    turn_id: int | None = None


Event = Searching | LookingAgain | EvidenceFound | Writing | SentenceReady | Done


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
