"""The form of scores.json and timings.json: what a report, a comparison and the gate read.

``read_document(folder / "scores.json", Scores)`` gives these values back. scores.json depends on nothing but the
data, the code, the models and the seed: two runs that agree in those are equal byte for byte. All numbers are rounded
to six places; there is no NaN and no infinity in it. What the clock says is in timings.json.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from eval.records import AnswerRecord, RankedPassage

__all__ = [
    "SCHEMA", "Aggregate", "Bar", "Better", "CaseScore", "Comparison", "Curve", "CurvePoint", "GoldQuote", "Likeness",
    "MarkValue", "MetricFacts", "Part", "Scores", "SliceBy", "TimingAggregate", "TimingScores",
]

SCHEMA = 1

Better = Literal["higher", "lower"]
SliceBy = Literal["all", "pair", "kind", "language", "gap"]


@dataclass(frozen=True, slots=True)
class MetricFacts:
    """What a number means.

    Attributes:
        name: Such as ``ndcg@10``.
        group: ``retrieval``, ``answers``, ``citations``, ``claims``, ``abstention``, ``robustness`` or ``cost``.
        strict: A single case that gets worse fails the gate.
        says: One line for a reader.
        unit: ``share`` (0..1), ``chrF`` (0..100) or ``tokens``.
    """

    name: str
    group: str
    better: Better
    says: str
    strict: bool = False
    unit: str = "share"


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A mean over cases, or a figure of a whole set (AUROC, AURC), with its 95 % interval.

    Attributes:
        system: A ranking (``bm25`` of the suite, ``lexical``, ``dense``, ``fused`` of the library) or a writer
            (``quotes``, ``honest``, ``model``, ...).
        slice_by: What the cases have in common: ``all``, language ``pair`` (question-article, ``en-de``; ``en-mixed``
            where the articles are in more than one), ``kind``, ``language`` of the question; ``gap`` is the mean over
            same-language pairs minus that over cross-language ones, article language by article language.
        slice: Which; ``""`` for all.
        value: None where nothing could be scored.
        low, high: None where there are fewer than two clusters.
        scored, unscored: Numbers of cases.
        clusters: How many independent units the interval is drawn from.
        cluster: What such a unit is.
    """

    dataset: str
    metric: str
    system: str
    slice_by: SliceBy
    slice: str
    value: float | None
    low: float | None
    high: float | None
    scored: int
    unscored: int
    clusters: int
    cluster: Literal["article", "question"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two systems on the same cases: the mean of `a` minus `b`.

    Attributes:
        p: Of a paired permutation test over clusters; `p_adjusted` by Holm over all comparisons made together.
        verdict: In words, such as "cannot be told apart".
        winner: The better one's name, or None where they cannot be told apart.
    """

    dataset: str
    metric: str
    a: str
    b: str
    difference: float
    low: float | None
    high: float | None
    p: float
    p_adjusted: float
    cases: int
    clusters: int
    winner: str | None
    verdict: str


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Answering on every confidence from `threshold` on: which share is answered, and which share of that is wrong."""

    threshold: float | None
    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Risk against coverage of one writer; wrong is an answer to a question that the articles do not answer, unless
    it rests on the quote that corrects the question.

    Attributes:
        aurc: Mean risk over all coverages; lower is better.
        best_aurc: What a perfect order of the same questions would have.
        auroc: How often an answerable question is surer than an unanswerable one.
        operating: Where the system really stands, by its own threshold.
    """

    dataset: str
    system: str
    points: tuple[CurvePoint, ...]
    aurc: float | None
    best_aurc: float | None
    auroc: float | None
    operating: CurvePoint | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A histogram's bar: how many values lie in [start, end)."""

    start: float
    end: float
    count: int


@dataclass(frozen=True, slots=True)
class MarkValue:
    """One metric of one case under one system; `reason` says why `value` is None."""

    metric: str
    system: str
    value: float | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quote that an answer can rest on."""

    article_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class CaseScore:
    """One question with all that was found, written and scored.

    Attributes:
        pair: Question and article language, or None where no article is named as right.
        cluster: The independent unit that it belongs to.
        rankings: By system, the first ten passages.
        answerable: None where nobody has said.
        answers: By writer.
    """

    dataset: str
    id: str
    question: str
    language: str
    kind: str
    answerable: bool | None
    pair: str | None
    cluster: str
    expected: tuple[str, ...]
    relevant_ids: tuple[str, ...]
    gold: tuple[GoldQuote, ...]
    history: tuple[str, ...]
    options: tuple[str, ...]
    correct: int | None
    marks: tuple[MarkValue, ...]
    rankings: Mapping[str, tuple[RankedPassage, ...]]
    answers: Mapping[str, AnswerRecord]
    note: str | None = None

    @property
    def is_to_answer(self) -> bool:
        """Whether refusing is wrong: the articles hold the answer, or the correction of a false premise."""
        return bool(self.answerable) or bool(self.gold)


@dataclass(frozen=True, slots=True)
class Part:
    """One data set of a run.

    Attributes:
        questions: Fingerprint of the questions that were asked and of what counts as right.
        corpus: Fingerprint of the articles.
        index: Fingerprint of articles, passages and embedding as searched.
        asked: How many of the data set's questions were asked.
    """

    dataset: str
    split: str
    corpus: str
    questions: str
    index: str
    articles: int
    passages: int
    asked: int
    writers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two runs must agree in to be compared by the gate; each value is a fingerprint or a plain fact."""

    profile: str
    seed: int
    corpora: Mapping[str, str]
    questions: Mapping[str, str]
    embedding: str
    models: Mapping[str, str]
    prompts: str
    settings: str


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of a run.

    Attributes:
        code: Fingerprint of the code that made the results; it may differ between runs that are compared.
        metrics: What each metric means, by name.
        parallels: Data sets that ask the same questions of articles in the questions' language and in another.
        titles: Of the articles, by ``dataset/article_id``.
        unscored: How often each reason stands behind a missing value.
    """

    schema: int
    likeness: Likeness
    code: str
    parts: tuple[Part, ...]
    metrics: Mapping[str, MetricFacts]
    aggregates: tuple[Aggregate, ...]
    comparisons: tuple[Comparison, ...]
    curves: tuple[Curve, ...]
    unscored: Mapping[str, int]
    cases: tuple[CaseScore, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict[str, str])
    parallels: tuple[Comparison, ...] = ()

    def aggregate(self, metric: str, system: str, dataset: str | None = None, slice_by: SliceBy = "all",
                  slice: str = "") -> Aggregate | None:
        """Returns one figure, or None where it was not measured; `dataset` None for the first that has it."""
        wanted = (metric, system, slice_by, slice)
        return next((item for item in self.aggregates
                     if (item.metric, item.system, item.slice_by, item.slice) == wanted
                     and dataset in (None, item.dataset)), None)


@dataclass(frozen=True, slots=True)
class TimingAggregate:
    """Milliseconds of one part of the work, over `count` items."""

    dataset: str
    stage: str
    system: str
    part: str
    p50: float
    p95: float
    count: int
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class TimingScores:
    """timings.json: what the clock said. Differs from run to run."""

    schema: int
    aggregates: tuple[TimingAggregate, ...]
