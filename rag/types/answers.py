"""Questions, evidence and answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from rag.types.articles import ArticleSummary, DateKind, Passage

__all__ = [
    "Answer", "AnswerStatus", "Citation", "Claim", "Disagreement", "Evidence", "EvidenceSentence", "Filters", "Mode",
    "Timings", "Turn", "Usage", "Verdict",
]

AnswerStatus = Literal["answered", "not_in_sources", "from_library", "error"]
"""`from_library`: the question was about the collection, and its own list of articles answers it."""
Mode = Literal["written", "quotes"]
Verdict = Literal["supported", "quoted", "dropped"]


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
        sentences: By falling strength; for a summary in reading order. Empty where `abstain` and nothing is near.
        abstain: True where the articles do not hold an answer, decided in code before any model is asked.
        confidence: The normalised score that `abstain` was decided on; higher is surer.
        threshold: What `confidence` had to reach.
        missing: Names of the question that stand in no passage found, under no known form.
    """

    sentences: tuple[EvidenceSentence, ...]
    abstain: bool
    confidence: float
    threshold: float
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filters:
    """Limits a search; an empty filter admits everything. Dates are inclusive; undated articles fail a date filter."""

    since: date | None = None
    until: date | None = None
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()


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
class Turn:
    """One earlier exchange of a conversation.

    Attributes:
        question: As asked.
        language: Of the answer.
        standalone: What was searched for, where the question could not stand alone.
        citations: Of the answer: a quote that is cited again keeps its number.
        articles: Ids of the articles that the answer listed, in its order: "the second one" means one of them.
    """

    question: str
    answer: str
    language: str | None = None
    standalone: str | None = None
    citations: tuple[Citation, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer, with its verdict and the numbers of its citations.

    Attributes:
        text: What is shown, without markers. For `quoted` the quote itself.
        reason: Why a claim was not `supported`; None for supported ones and for quotes chosen from the start.
        draft: What the model had written, where the checks refused it.
        translation: Of a quote in another language than the answer's, by the model and checked for numbers and
            names; to be shown as a machine translation beside the quote, never instead of it.
        checks: The names of the checks that a supported claim passed.
    """

    text: str
    verdict: Verdict
    citations: tuple[int, ...]
    reason: str | None = None
    draft: str | None = None
    translation: str | None = None
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two quotes of different sources that cannot both be so.

    Attributes:
        first: Number of a citation, in an answer; of an evidence sentence before there is one.
        second: The same of the other.
        about: Names or the noun that they disagree on; "" where none is shared.
    """

    first: int
    second: int
    about: str


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
    second_look_ms: float | None = None
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
        disagreements: Among the citations, to be shown side by side.
        preface: Stands before the claims: what the question takes for granted and the articles do not say; `text`
            begins with it.
        articles: What a question about the collection asked for; `text` lists them too.
        filters: What the search was limited to: of other articles the answer says nothing.
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
    disagreements: tuple[Disagreement, ...] = ()
    articles: tuple[ArticleSummary, ...] = ()
    preface: str | None = None
    filters: Filters = field(default_factory=Filters)
