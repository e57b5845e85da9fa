"""Data sets that put the same questions to articles in different languages: what the other language costs, paired."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations

from eval.aggregate import adjusted, values
from eval.scores import CaseScore, Comparison
from eval.statistics import difference

__all__ = ["parallels"]

_METRIC = "ndcg@10"
_FEWEST = 20


def parallels(cases: Mapping[str, Sequence[CaseScore]], seed: int) -> list[Comparison]:
    """Returns for each ranking the figure where the articles are in the questions' language minus where they are not.

    Args:
        cases: By data set; two of them are parallel where they share at least twenty questions.
    """
    found: list[Comparison] = []
    for same, cross in permutations(cases, 2):
        ours, theirs = _shared(cases[same], cases[cross])
        if len(ours) < _FEWEST:
            continue
        for system in sorted({mark.system for case in ours for mark in case.marks if mark.metric == _METRIC}):
            told = difference(values(ours, _METRIC, system), values(theirs, _METRIC, system), str(seed))
            if told is not None:
                found.append(Comparison(f"{same} and {cross}", _METRIC, f"{system} on {same}", f"{system} on {cross}",
                                        told.value, told.low, told.high, told.p, told.p, len(ours), told.clusters,
                                        None, ""))
    return adjusted(found, {_METRIC: "higher"})


def _shared(same: Sequence[CaseScore], cross: Sequence[CaseScore]) -> tuple[list[CaseScore], list[CaseScore]]:
    """Returns the questions that both ask, of articles in their own language here and in another one there."""
    others = {case.id: case for case in cross if not _is_same(case)}
    pairs = [(case, others[case.id]) for case in same if _is_same(case) and case.id in others
             and (others[case.id].question, others[case.id].language) == (case.question, case.language)]
    return [one for one, _ in pairs], [other for _, other in pairs]


def _is_same(case: CaseScore) -> bool:
    return case.pair == f"{case.language}-{case.language}"
