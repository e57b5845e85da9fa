"""Two runs on the questions that both asked: what differs, by how much, and which questions flipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import cast

from eval.aggregate import adjusted, values
from eval.scores import Better, CaseScore, Comparison, Likeness, Scores
from eval.statistics import difference
from rag.errors import UsageError

__all__ = ["CompareReport", "Flip", "compare", "unlikenesses"]

_TOLD = ("false_refusal", "false_answer", "quote_hit", "choice", "contains", "obeyed", "invented_shown")
"""Metrics that are 0 or 1 for a question, so that one can say that it flipped."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A question whose mark changed from right to wrong or back."""

    dataset: str
    case: str
    metric: str
    system: str
    before: float
    after: float
    better: bool


@dataclass(frozen=True, slots=True)
class CompareReport:
    """Run B against run A: positive differences mean that B's figure is higher.

    Attributes:
        unlike: In what the runs differ beside the code, in words; empty where in nothing.
        comparisons: ``a`` is ``B``, ``b`` is ``A``; one for each metric and system that both have.
        flips: In the order of data set and question.
    """

    unlike: tuple[str, ...]
    comparisons: tuple[Comparison, ...]
    flips: tuple[Flip, ...]


def compare(a: Scores, b: Scores) -> CompareReport:
    """Compares run B with run A.

    Raises:
        UsageError: They share no question.
    """
    found: list[Comparison] = []
    flips: list[Flip] = []
    for dataset in [part.dataset for part in a.parts]:
        before, after = _shared(a, b, dataset)
        if before:
            found += _comparisons(before, after, a, b)
            flips += _flips(before, after, a)
    if not found:
        raise UsageError("The two runs share no question.", "Compare runs of the same data set.")
    better: dict[str, Better] = {name: facts.better for name, facts in a.metrics.items()}
    return CompareReport(tuple(unlikenesses(a.likeness, b.likeness)), tuple(adjusted(found, better)), tuple(flips))


def unlikenesses(a: Likeness, b: Likeness) -> Iterator[str]:
    """Yields in what two runs differ that must agree for a fair comparison."""
    for item in fields(Likeness):
        ours, theirs = getattr(a, item.name), getattr(b, item.name)
        if isinstance(ours, Mapping):
            before, after = cast("Mapping[str, str]", ours), cast("Mapping[str, str]", theirs)
            changed = [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
            if changed:
                yield f"{item.name} of {', '.join(changed)}"
        elif ours != theirs:
            yield item.name


def _shared(a: Scores, b: Scores, dataset: str) -> tuple[list[CaseScore], list[CaseScore]]:
    ours = {case.id: case for case in a.cases if case.dataset == dataset}
    theirs = {case.id: case for case in b.cases if case.dataset == dataset}
    shared = [name for name, case in ours.items() if name in theirs and theirs[name].question == case.question]
    return [ours[name] for name in shared], [theirs[name] for name in shared]


def _comparisons(before: Sequence[CaseScore], after: Sequence[CaseScore], a: Scores, b: Scores
                 ) -> Iterator[Comparison]:
    columns = {(mark.metric, mark.system) for case in before for mark in case.marks}
    for metric, system in sorted(columns):
        old, new = values(before, metric, system), values(after, metric, system)
        told = difference(new, old, "compare")
        if told is not None and metric in a.metrics and metric in b.metrics:
            count = len({item.id for item in old} & {item.id for item in new})
            yield Comparison(before[0].dataset, metric, f"B {system}", f"A {system}", told.value, told.low, told.high,
                             told.p, told.p, count, told.clusters, None, "")


def _flips(before: Sequence[CaseScore], after: Sequence[CaseScore], a: Scores) -> Iterator[Flip]:
    for old, new in zip(before, after, strict=True):
        marks = {(mark.metric, mark.system): mark.value for mark in new.marks}
        for mark in old.marks:
            now = marks.get((mark.metric, mark.system))
            if mark.metric in _TOLD and mark.value is not None and now is not None and now != mark.value:
                higher = a.metrics[mark.metric].better == "higher"
                yield Flip(old.dataset, old.id, mark.metric, mark.system, mark.value, now, (now > mark.value) == higher)
