"""Whether what cannot be answered is refused and what can be is answered, and how well confidence tells the two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.dataset import Case
from eval.metrics.places import Place, holds
from eval.records import AnswerRecord
from eval.scorer import Mark, Sample, unscored
from eval.scores import CurvePoint, MetricFacts

__all__ = ["AbstentionScorer", "RiskCoverage", "auroc", "aurc", "confidences", "is_wrong", "risk_coverage"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_MOST_POINTS = 200


class AbstentionScorer:
    """Marks refusals of the answerable and answers to the unanswerable.

    An unanswerable question with gold quotes has a false premise: citing one of them corrects it, and is right.
    """

    metrics = (
        MetricFacts("false_refusal", "abstention", "lower", "answerable questions that were refused"),
        MetricFacts("false_answer", "abstention", "lower", "unanswerable questions that were answered"),
        MetricFacts("near_miss_refused", "abstention", "higher", "near-misses, on topic but not in the text, refused"),
    )

    def score(self, sample: Sample) -> Iterator[Mark]:
        case = sample.case
        if case.answerable is None:
            return
        metrics = ("false_refusal",) if case.answerable else ("false_answer", "near_miss_refused")[: 1 + _is_near(case)]
        for writer, answer in sample.answers.items():
            if answer.fault is not None:
                yield from unscored(metrics, writer, answer.fault.type)
            elif case.answerable:
                yield Mark("false_refusal", writer, float(not answer.answered))
            else:
                yield Mark("false_answer", writer, float(answer.answered and is_wrong(False, case.gold, answer)))
                if _is_near(case):
                    yield Mark("near_miss_refused", writer, float(not answer.answered))


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """The curve, thinned to at most 200 points, and its areas."""

    points: tuple[CurvePoint, ...]
    aurc: float
    best_aurc: float


def _corrects(gold: Sequence[Place], answer: AnswerRecord) -> bool:
    """Returns whether an answer to an unanswerable question rests on the quote that corrects its premise.

    Of a refusal it is asked what the answer would have rested on.
    """
    rests_on: Sequence[Place] = answer.citations if answer.answered else answer.evidence
    return any(holds(rests_on, quote) for quote in gold)


def is_wrong(answerable: bool, gold: Sequence[Place], answer: AnswerRecord) -> bool:
    """Returns whether answering is, or would be, wrong: the articles neither answer the question nor correct it."""
    return not answerable and not _corrects(gold, answer)


def _is_near(case: Case) -> bool:
    return case.kind == "near_miss"


def risk_coverage(confidence: Floats, wrong: Flags) -> RiskCoverage:
    """Returns risk against coverage, the surest first.

    Questions of equal confidence are answered together or not at all, so no order among them can matter.

    Args:
        confidence: Shape (n,), n at least 1.
        wrong: Whether answering would be wrong, shape (n,).
    """
    order = np.argsort(-confidence, kind="stable")
    sure, bad = confidence[order], np.cumsum(wrong[order])
    ends = np.flatnonzero(np.append(sure[1:] != sure[:-1], True))
    thinned = np.unique(ends[np.linspace(0, len(ends) - 1, min(len(ends), _MOST_POINTS)).round().astype(int)])
    points = tuple(
        CurvePoint(round(float(sure[at]), 6), round(float((at + 1) / len(sure)), 6),
                   round(float(bad[at] / (at + 1)), 6)) for at in thinned)
    return RiskCoverage(points, aurc(confidence, wrong), _best_aurc(len(wrong), int(wrong.sum())))


def aurc(confidence: Floats, wrong: Flags) -> float:
    """Returns the mean risk over all coverages 1/n .. 1; arguments as for `risk_coverage`."""
    order = np.argsort(-confidence, kind="stable")
    sure, bad = confidence[order], np.cumsum(wrong[order])
    ends = np.flatnonzero(np.append(sure[1:] != sure[:-1], True))
    sizes = np.diff(np.append(-1, ends))
    return float(np.repeat(bad[ends] / (ends + 1), sizes).mean())


def _best_aurc(count: int, wrong: int) -> float:
    """Returns the area of the order that puts all wrong ones last, one after the other."""
    return sum(at / (count - wrong + at) for at in range(1, wrong + 1)) / count


def auroc(confidence: Floats, answerable: Flags) -> float | None:
    """Returns how often an answerable question is surer than an unanswerable one, ties counting half.

    None where there are none of the one or of the other.
    """
    good, bad = np.sort(confidence[answerable]), confidence[~answerable]
    if not len(good) or not len(bad):
        return None
    above = len(good) - np.searchsorted(good, bad, side="right")
    level = np.searchsorted(good, bad, side="right") - np.searchsorted(good, bad, side="left")
    return float((above + level / 2).mean() / len(good))


def confidences(answers: Sequence[AnswerRecord]) -> Floats:
    """Returns what each answer was decided on; finding nothing is less sure than anything."""
    return np.array([-1e9 if item.confidence is None else item.confidence for item in answers], dtype=np.float64)
