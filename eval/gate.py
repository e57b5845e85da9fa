"""Whether a run is no worse than a baseline: the check that CI makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eval.compare import unlikenesses
from eval.scores import SCHEMA, Aggregate, CaseScore, Likeness, MetricFacts, Scores
from eval.statistics import Value, difference
from rag.errors import UsageError

__all__ = ["Baseline", "BaselineMark", "GateReport", "Regression", "baseline_of", "gate"]

_NOTHING = 1e-9
_UNGATED = ("cost",)
"""Groups whose change is a choice, not a fault."""


@dataclass(frozen=True, slots=True)
class BaselineMark:
    """The values of one metric under one system in one data set: by ``dataset/case``, None where unscored."""

    dataset: str
    metric: str
    system: str
    values: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a later run is held against; a small part of its scores, fit for version control."""

    schema: int
    likeness: Likeness
    clusters: Mapping[str, str]
    sets: tuple[Aggregate, ...]
    marks: tuple[BaselineMark, ...]


@dataclass(frozen=True, slots=True)
class Regression:
    """Something that got worse, in words."""

    dataset: str
    metric: str
    system: str
    says: str


@dataclass(frozen=True, slots=True)
class GateReport:
    """What the gate found.

    Attributes:
        compared: How many figures were held against the baseline.
        better: Figures that are surely better: a reason to renew the baseline.
        new: Figures that the baseline does not have.
    """

    compared: int
    regressions: tuple[Regression, ...]
    better: tuple[str, ...]
    new: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing got worse."""
        return not self.regressions


def baseline_of(scores: Scores) -> Baseline:
    """Returns what of a run's scores a later one is held against."""
    columns: dict[tuple[str, str, str], dict[str, float | None]] = {}
    for case in scores.cases:
        for mark in case.marks:
            if mark.metric in scores.metrics and scores.metrics[mark.metric].group not in _UNGATED:
                columns.setdefault((case.dataset, mark.metric, mark.system), {})[_name(case)] = mark.value
    sets = tuple(item for item in scores.aggregates if item.metric in ("auroc", "aurc"))
    marks = tuple(BaselineMark(*name, values) for name, values in sorted(columns.items()))
    return Baseline(SCHEMA, scores.likeness, {_name(case): case.cluster for case in scores.cases}, sets, marks)


def gate(scores: Scores, baseline: Baseline) -> GateReport:
    """Holds a run against a baseline.

    A figure got worse where the 95 % interval of its paired difference lies on the wrong side of 0; a strict one where
    any question got worse; and where more questions than before have no score, whatever the others score. A strict
    figure that the baseline lacks counts as worse: nothing holds it.

    Raises:
        UsageError: The runs are unlike: other questions, articles, models, prompts or settings; or the baseline is
            empty.
    """
    unlike = list(unlikenesses(baseline.likeness, scores.likeness))
    if unlike:
        raise UsageError(f"This run and the baseline are unlike: {'; '.join(unlike)}.",
                         "Compare runs of the same data, models and settings, or renew the baseline with --update.")
    compared = len(baseline.marks) + len(baseline.sets)
    if not compared:
        raise UsageError("The baseline holds no figure: nothing would be compared.", "Renew it with --update.")
    current = {(item.dataset, item.metric, item.system): item for item in baseline_of(scores).marks}
    found: list[Regression] = []
    better: list[str] = []
    for mark in baseline.marks:
        now = current.get((mark.dataset, mark.metric, mark.system), replace(mark, values={}))
        told = list(_told(mark, now, scores.metrics, baseline.clusters))
        found += [item for item in told if isinstance(item, Regression)]
        better += [item for item in told if isinstance(item, str)]
    found += _sets(baseline, scores)
    new = _new(baseline, baseline_of(scores))
    found += [Regression(*item, "is not in the baseline, and must get worse for no question: renew the baseline with "
                         "--update") for item in new if (facts := scores.metrics.get(item[1])) and facts.strict]
    return GateReport(compared, tuple(found), tuple(better), tuple(f"{dataset}, {metric} of {system}"
                                                                  for dataset, metric, system in new))


def _new(before: Baseline, now: Baseline) -> list[tuple[str, str, str]]:
    """Returns data set, metric and system of the measured figures that only the later one has."""
    held = {(item.dataset, item.metric, item.system) for item in (*before.marks, *before.sets)}
    measured = [item for item in now.marks if any(value is not None for value in item.values.values())]
    return sorted({(item.dataset, item.metric, item.system) for item in (*measured, *now.sets)} - held)


def _told(before: BaselineMark, now: BaselineMark, metrics: Mapping[str, MetricFacts], clusters: Mapping[str, str]
          ) -> Iterator[Regression | str]:
    facts = metrics.get(before.metric)
    dataset = before.dataset
    lost = [name for name, value in before.values.items() if value is not None and now.values.get(name) is None]
    measured = any(value is not None for value in now.values.values())
    if facts is None or (lost and not measured):
        yield Regression(dataset, before.metric, before.system, "is no longer measured")
        return
    if lost and _counts(facts):
        # Refusing what was answered badly would raise the mean of what is left.
        yield Regression(dataset, before.metric, before.system,
                         f"{len(lost)} questions have lost their score, such as {lost[0]}")
    sign = 1.0 if facts.better == "higher" else -1.0
    old, new = _values(before, clusters, sign), _values(now, clusters, sign)
    told = difference(new, old, "gate")
    if told is None:
        return
    worse = _strictly_worse(old, new) if facts.strict else []
    name = f"{before.metric} of {before.system}"
    if worse:
        yield Regression(dataset, before.metric, before.system, f"got worse for {worse[0]}, and must for no question")
    elif told.low is not None and told.high is not None and told.high < 0:
        yield Regression(dataset, before.metric, before.system, f"changed by {sign * told.value:+.3f} over "
                         f"{len(old)} questions, 95 % interval of the loss [{-told.high:.3f}, {-told.low:.3f}]")
    elif told.low is None and told.value < -_NOTHING:
        # One cluster has no interval: then any loss counts.
        yield Regression(dataset, before.metric, before.system, f"changed by {sign * told.value:+.3f} in one cluster")
    elif told.low is not None and told.low > 0:
        yield f"{name} {sign * told.value:+.3f}"


def _counts(facts: MetricFacts) -> bool:
    """Whether a missing score is a loss of its own: answers' marks go with the answer, which abstention counts."""
    return facts.group in ("retrieval", "abstention", "robustness")


def _strictly_worse(old: Sequence[Value], new: Sequence[Value]) -> list[str]:
    now = {item.id: item.value for item in new}
    return [item.id for item in old if item.id in now and now[item.id] < item.value - 1e-9]


def _values(mark: BaselineMark, clusters: Mapping[str, str], sign: float) -> list[Value]:
    return [Value(name, clusters.get(name, name), sign * value) for name, value in mark.values.items()
            if value is not None]


def _sets(baseline: Baseline, scores: Scores) -> Iterator[Regression]:
    """Holds areas under curves against the baseline's interval: they belong to no single question."""
    for old in baseline.sets:
        now = scores.aggregate(old.metric, old.system, old.dataset)
        if now is None or now.value is None:
            yield Regression(old.dataset, old.metric, old.system, "is no longer measured")
        elif old.low is not None and old.high is not None:
            higher = scores.metrics[old.metric].better == "higher"
            if now.value < old.low if higher else now.value > old.high:
                yield Regression(old.dataset, old.metric, old.system,
                                 f"is {now.value:.3f}, outside of the baseline's [{old.low:.3f}, {old.high:.3f}]")


def _name(case: CaseScore) -> str:
    return f"{case.dataset}/{case.id}"
