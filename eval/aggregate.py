"""Marks -> figures with intervals: of all questions, by language pair, kind and language, and the language gap."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from eval.marks import is_attack
from eval.metrics.abstention import aurc, auroc, confidences, is_wrong, risk_coverage
from eval.scorer import Scorer
from eval.scores import Aggregate, CaseScore, Comparison, Curve, CurvePoint, MetricFacts, SliceBy
from eval.statistics import Interval, Stratum, Value, difference, gap_interval, holm, mean_interval, set_interval
from rag.errors import UsageError

__all__ = ["adjusted", "aggregates", "comparisons", "curves", "metric_facts", "set_facts", "unscored_reasons", "values",
           "verdict"]

_PLACES: Final = 6
_ALONE: Final[tuple[tuple[str, str], ...]] = (("fused", "dense"), ("fused", "bm25"), ("dense", "bm25"))
_HEADLINE: Final = ("ndcg@10", "mrr", "quote_recall@5")
_SETS: Final = (
    MetricFacts("auroc", "abstention", "higher", "how often an answerable question is surer than another"),
    MetricFacts("aurc", "abstention", "lower", "mean share of wrong answers over all coverages"),
)


Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Row:
    case: CaseScore
    value: float | None


def set_facts() -> Mapping[str, MetricFacts]:
    """Returns what the figures of whole sets mean, by name."""
    return {facts.name: facts for facts in _SETS}


def metric_facts(scorers: Iterable[Scorer]) -> dict[str, MetricFacts]:
    """Returns what each metric means, by name; raises UsageError where two have one name."""
    found: dict[str, MetricFacts] = {}
    reserved = set_facts()
    for scorer in scorers:
        for facts in scorer.metrics:
            if facts.name in found or facts.name in reserved:
                raise UsageError(f"The metric {facts.name!r} of {type(scorer).__name__} is there already.",
                                 "Give it a name of its own.")
            found[facts.name] = facts
    return found


def values(cases: Iterable[CaseScore], metric: str, system: str) -> list[Value]:
    """Returns what was scored of one metric under one system."""
    return [Value(case.id, case.cluster, mark.value) for case in cases for mark in case.marks
            if mark.metric == metric and mark.system == system and mark.value is not None]


def aggregates(cases: Sequence[CaseScore], seed: int, shares: Container[str] = ()) -> list[Aggregate]:
    """Returns the figures of one data set's questions.

    Args:
        shares: The metrics that are within 0 and 1.
    """
    columns: dict[tuple[str, str], list[_Row]] = {}
    for case in cases:
        for mark in case.marks:
            columns.setdefault((mark.metric, mark.system), []).append(_Row(case, mark.value))
    found: list[Aggregate] = []
    for (metric, system), rows in sorted(columns.items()):
        for slice_by, name, part in _slices(rows):
            scored = _scored(part)
            interval = mean_interval(scored, str(seed), share=metric in shares) if scored else None
            found.append(_figure(part, metric, system, slice_by, name, interval, len(scored)))
        gap = _gap(rows, metric, system, seed)
        if gap is not None:
            found.append(gap)
    return [*found, *_set_figures(cases, seed)]


def comparisons(cases: Sequence[CaseScore], seed: int) -> list[Comparison]:
    """Returns the rankings compared with each other on one data set's questions."""
    if not cases:
        return []
    found: list[Comparison] = []
    for metric in _HEADLINE:
        for a, b in _ALONE:
            told = difference(values(cases, metric, a), values(cases, metric, b), str(seed))
            if told is not None:
                shared = {item.id for item in values(cases, metric, b)}
                count = sum(item.id in shared for item in values(cases, metric, a))
                found.append(Comparison(cases[0].dataset, metric, a, b, told.value, told.low, told.high, told.p,
                                        told.p, count, told.clusters, None, ""))
    return adjusted(found, {metric: "higher" for metric in _HEADLINE})


def adjusted(found: Sequence[Comparison], better: Mapping[str, Literal["higher", "lower"]]) -> list[Comparison]:
    """Returns comparisons that were made together with their p-values adjusted, and what they come to."""
    return [verdict(item, p, better[item.metric])
            for item, p in zip(found, holm([item.p for item in found]), strict=True)]


def verdict(item: Comparison, p_adjusted: float, better: Literal["higher", "lower"]) -> Comparison:
    """Returns a comparison with its winner, who must be told by the test and by the interval alike."""
    told = (p_adjusted < 0.05 and item.low is not None and item.high is not None
            and (item.low > 0 or item.high < 0))
    interval = f" [{item.low:+.3f}, {item.high:+.3f}]" if item.low is not None and item.high is not None else ""
    facts = f"{item.difference:+.3f}{interval}, p {'< 0.001' if p_adjusted < 0.001 else f'{p_adjusted:.3f}'}"
    winner = (item.a if (item.difference > 0) == (better == "higher") else item.b) if told else None
    loser = item.b if winner == item.a else item.a
    told_apart = f"{winner} is better than {loser}" if winner else f"{item.a} and {item.b} cannot be told apart"
    words = f"{told_apart} ({facts})"
    return Comparison(item.dataset, item.metric, item.a, item.b, item.difference, item.low, item.high, item.p,
                      p_adjusted, item.cases, item.clusters, winner, words)


def curves(cases: Sequence[CaseScore]) -> list[Curve]:
    """Returns risk against coverage for each writer; an attacked answer is no question's."""
    return [_curve(cases, writer) for writer in _writers(cases)]


def unscored_reasons(cases: Iterable[CaseScore]) -> dict[str, int]:
    """Counts what stands behind missing values."""
    counted: dict[str, int] = {}
    for case in cases:
        for mark in case.marks:
            if mark.value is None:
                counted[mark.reason or "unknown"] = counted.get(mark.reason or "unknown", 0) + 1
    return dict(sorted(counted.items()))


def _slices(rows: Sequence[_Row]) -> Iterator[tuple[SliceBy, str, list[_Row]]]:
    yield "all", "", list(rows)
    slices: tuple[SliceBy, ...] = ("pair", "kind", "language")
    for slice_by in slices:
        parts: dict[str, list[_Row]] = {}
        for row in rows:
            name = getattr(row.case, slice_by)
            if name is not None:
                parts.setdefault(name, []).append(row)
        for name in sorted(parts):
            yield slice_by, name, parts[name]


def _figure(rows: Sequence[_Row], metric: str, system: str, slice_by: SliceBy, name: str,
            interval: Interval | None, scored: int) -> Aggregate:
    found = interval or Interval(0.0, None, None, 0)
    return Aggregate(rows[0].case.dataset, metric, system, slice_by, name, found.value if interval else None,
                     found.low, found.high, scored, len(rows) - scored, found.clusters, _unit(rows))


def _unit(rows: Sequence[_Row]) -> Literal["article", "question"]:
    by_article = any(row.case.cluster == "+".join(sorted(row.case.relevant_ids)) for row in rows
                     if row.case.relevant_ids)
    return "article" if by_article else "question"


def _gap(rows: Sequence[_Row], metric: str, system: str, seed: int) -> Aggregate | None:
    """Returns same-language minus cross-language, over the article languages in which both were measured."""
    by_article: dict[str, list[_Row]] = {}
    for row in rows:
        if row.case.pair is not None:
            by_article.setdefault(row.case.pair.rpartition("-")[2], []).append(row)
    strata: list[Stratum] = []
    held: list[_Row] = []
    for language, part in sorted(by_article.items()):
        same = _scored([row for row in part if row.case.language == language])
        cross = _scored([row for row in part if row.case.language != language])
        if same and cross:
            strata.append(Stratum(tuple(same), tuple(cross)))
            held += part
    if not strata:
        return None
    interval = gap_interval(strata, str(seed))
    scored = sum(len(item.same) + len(item.cross) for item in strata)
    return _figure(held, metric, system, "gap", "same-cross", interval, scored)


def _scored(rows: Iterable[_Row]) -> list[Value]:
    return [Value(row.case.id, row.case.cluster, row.value) for row in rows if row.value is not None]


def _writers(cases: Sequence[CaseScore]) -> list[str]:
    return sorted({writer for case in cases for writer in case.answers if not is_attack(writer)})


def _decided(cases: Sequence[CaseScore], writer: str) -> list[CaseScore]:
    return [case for case in _judged(cases) if writer in case.answers and case.answers[writer].fault is None]


def _judged(cases: Iterable[CaseScore]) -> list[CaseScore]:
    """Returns the questions of which somebody has said whether they can be answered."""
    return [case for case in cases if case.answerable is not None]


def _good(cases: Sequence[CaseScore]) -> Flags:
    return np.array([case.is_to_answer for case in cases], dtype=np.bool_)


def _wrong(cases: Sequence[CaseScore], writer: str) -> Flags:
    """Whether answering is wrong, as false_answer judges it."""
    return np.array([is_wrong(bool(case.answerable), case.gold, case.answers[writer]) for case in cases],
                    dtype=np.bool_)


def _sure(cases: Sequence[CaseScore], writer: str) -> Floats:
    return confidences([case.answers[writer] for case in cases])


def _set_figures(cases: Sequence[CaseScore], seed: int) -> Iterator[Aggregate]:
    for writer in _writers(cases):
        decided = _decided(cases, writer)
        good, wrong = _good(decided), _wrong(decided, writer)
        if not decided or good.all() or not good.any():
            continue
        sure = _sure(decided, writer)
        missing = sum(writer in case.answers for case in _judged(cases)) - len(decided)
        rows = [*(_Row(case, 0.0) for case in decided), *(_Row(decided[0], None) for _ in range(missing))]

        def area(drawn: NDArray[np.intp], sure: Floats = sure, wrong: Flags = wrong) -> float | None:
            return aurc(sure[drawn], wrong[drawn])

        def order(drawn: NDArray[np.intp], sure: Floats = sure, good: Flags = good) -> float | None:
            return auroc(sure[drawn], good[drawn])

        for metric, figure in (("aurc", area), ("auroc", order)):
            interval = set_interval(_scored(rows), figure, str(seed))
            yield _figure(rows, metric, writer, "all", "", interval, len(decided))


def _curve(cases: Sequence[CaseScore], writer: str) -> Curve:
    decided = _decided(cases, writer)
    dataset = cases[0].dataset
    if not decided:
        return Curve(dataset, writer, (), None, None, None, None)
    sure, good, wrong = _sure(decided, writer), _good(decided), _wrong(decided, writer)
    found = risk_coverage(sure, wrong)
    told = auroc(sure, good)
    answered = np.array([case.answers[writer].answered for case in decided], dtype=np.bool_)
    operating = None
    if answered.any():
        first = decided[int(answered.argmax())].answers[writer]
        operating = CurvePoint(first.threshold, round(float(answered.mean()), _PLACES),
                               round(float(wrong[answered].mean()), _PLACES))
    return Curve(dataset, writer, found.points, round(found.aurc, _PLACES), round(found.best_aurc, _PLACES),
                 None if told is None else round(told, _PLACES), operating)
