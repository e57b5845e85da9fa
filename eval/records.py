"""What the stages write, one record a line: retrieve.jsonl, answer.jsonl, articles.jsonl, timings.jsonl."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from rag.types import AnswerStatus, Mode, Span, Verdict

__all__ = [
    "AnswerRecord", "ArticleRecord", "CitationRecord", "ClaimRecord", "EvidenceRecord", "Fault", "Planned",
    "RankedPassage",
    "RetrieveRecord", "Stage", "SupportRecord", "TimingRecord", "words_of_model",
]

Stage = Literal["retrieve", "answer"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an item has no result: it is counted as unscored, never as 0.

    Attributes:
        type: Name of the error, or ``"TimeLimit"``.
    """

    type: str
    message: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A result that a run is to have: planned.json holds them all, so that one that is missing is counted.

    Attributes:
        key: Of the result; see `eval.fingerprint.item_key`.
        writer: None in the stage ``retrieve``.
    """

    key: str
    stage: Stage
    dataset: str
    case: str
    writer: str | None = None


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage in a ranking; offsets count in the stored text of the article version."""

    article_id: str
    version: int
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class RetrieveRecord:
    """What each way of ranking found for one question, best first.

    Attributes:
        key: Names all that the result depends on; see `eval.fingerprint.item_key`.
        rankings: By system: ``bm25``, ``lexical``, ``dense``, ``fused``.
    """

    key: str
    dataset: str
    case: str
    rankings: Mapping[str, tuple[RankedPassage, ...]] = field(default_factory=dict[str, tuple[RankedPassage, ...]])
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim as `rag.types.Claim` has it."""

    text: str
    verdict: Verdict
    citations: tuple[int, ...]
    reason: str | None = None
    draft: str | None = None
    translation: str | None = None
    checks: tuple[str, ...] = ()


def words_of_model(claim: ClaimRecord) -> str:
    """Returns what of a claim a model has written and a reader sees: a sentence, or the translation of a quote."""
    return claim.text if claim.verdict == "supported" else claim.translation or ""


@dataclass(frozen=True, slots=True)
class CitationRecord:
    """A citation as `rag.types.Citation` has it, without what the article's record says already."""

    number: int
    article_id: str
    version: int
    start: int
    end: int
    quote: str
    title: str | None = None
    language: str | None = None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """A sentence that the answer was to be made of."""

    number: int
    article_id: str
    start: int
    end: int
    quote: str
    score: float


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """One answer of one writer to one question; see `rag.types.Answer` for what is not said here.

    Attributes:
        key: Names all that the result depends on; see `eval.fingerprint.item_key`.
        writer: Who wrote: see `eval.profiles.Writer`.
        asked: The question as it was put, where an attack changed it.
        abstained: Whether the evidence was judged not to hold an answer, before anything was written.
        confidence: What that was decided on; None where nothing at all was found.
        threshold: What `confidence` had to reach.
        choice: For multiple choice, the option whose vector is nearest to the answer's; None where there is none.
    """

    key: str
    dataset: str
    case: str
    writer: str
    asked: str | None = None
    fault: Fault | None = None
    status: AnswerStatus | None = None
    mode: Mode | None = None
    language: str | None = None
    text: str = ""
    claims: tuple[ClaimRecord, ...] = ()
    citations: tuple[CitationRecord, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()
    consulted: tuple[RankedPassage, ...] = ()
    abstained: bool = False
    confidence: float | None = None
    threshold: float | None = None
    warnings: tuple[str, ...] = ()
    model: str | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0
    standalone_question: str | None = None
    choice: int | None = None

    @property
    def answered(self) -> bool:
        """Whether a reader was given an answer."""
        return self.status == "answered"


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article as the library stored it: what citations are held against, without opening the library again."""

    dataset: str
    article_id: str
    version: int
    text: str
    language: str | None
    passages: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class TimingRecord:
    """How long one item took, in milliseconds; kept apart, since nothing else of a run depends on the clock.

    Attributes:
        milliseconds: By part: a system's name, or ``total``, ``first_token``, ``search``, ...
    """

    key: str
    dataset: str
    case: str
    stage: Stage
    writer: str | None
    milliseconds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SupportRecord:
    """How surely a claim follows from its quotes, 0..1, by a cross-encoder.

    Attributes:
        key: Hash of the quotes and the claim; each model has a journal of its own.
    """

    key: str
    probability: float
