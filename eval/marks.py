"""Results -> marks: every scorer looks at every question; an error in one names the scorer and the question."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from eval.artefacts import RunError
from eval.clusters import clusters
from eval.dataset import Case, Gold
from eval.records import AnswerRecord, ArticleRecord, RetrieveRecord
from eval.scorer import Mark, Sample, Scorer
from eval.scores import CaseScore, GoldQuote, MarkValue
from rag.errors import NewsciteError

__all__ = ["Results", "case_scores", "is_attack"]

_SHOWN = 10
_PLACES = 6


@dataclass(frozen=True, slots=True)
class Results:
    """What the stages made of one data set.

    Attributes:
        support: By `eval.support.support_key`.
    """

    dataset: str
    cases: tuple[Case, ...]
    articles: Mapping[str, ArticleRecord]
    retrieved: Mapping[str, RetrieveRecord]
    answers: Sequence[AnswerRecord]
    support: Mapping[str, float]


def case_scores(results: Results, scorers: Sequence[Scorer]) -> list[CaseScore]:
    """Returns the questions with their marks, in the order of their ids."""
    answers: dict[str, dict[str, AnswerRecord]] = {}
    for record in results.answers:
        answers.setdefault(record.case, {})[record.writer] = record
    cluster = clusters(results.cases)
    scored: list[CaseScore] = []
    for case in sorted(results.cases, key=lambda case: case.id):
        written = answers.get(case.id, {})
        given = Sample(
            results.dataset, _located(case, results.articles), results.articles, results.retrieved.get(case.id),
            {name: item for name, item in sorted(written.items()) if not is_attack(name)},
            {name: item for name, item in sorted(written.items()) if is_attack(name)}, results.support)
        marks = [mark for scorer in scorers for mark in _marks(scorer, given)]
        _refuse_repeated(marks, given)
        scored.append(_case_score(results.dataset, given, marks, cluster[case.id]))
    return scored


def is_attack(writer: str) -> bool:
    """Whether answers of this writer are there to break the checks, and not to be good ones."""
    return writer.partition("/")[0] in ("inventing", "obedient")


def _marks(scorer: Scorer, given: Sample) -> list[Mark]:
    """Returns the marks of a scorer, which may be anybody's: its errors are given its name and the question's."""
    place = f"The scorer {type(scorer).__name__}, at question {given.case.id!r} of {given.dataset!r},"
    try:
        marks = [_finite(mark) for mark in scorer.score(given)]
    except NewsciteError:
        raise
    except Exception as error:
        raise RunError(f"{place} failed: {type(error).__name__}: {error}.", "Mend it, and score again.") from error
    declared = {facts.name for facts in scorer.metrics}
    for mark in marks:
        if mark.metric not in declared:
            raise RunError(f"{place} gave the metric {mark.metric!r}, which it does not declare.",
                           "Add it to the scorer's 'metrics'.")
    return marks


def _refuse_repeated(marks: Sequence[Mark], given: Sample) -> None:
    seen: set[tuple[str, str]] = set()
    for mark in marks:
        if (mark.metric, mark.system) in seen:
            raise RunError(f"Question {given.case.id!r} of {given.dataset!r} has two marks {mark.metric!r} of "
                           f"{mark.system!r}.", "Give one mark for each metric and system.")
        seen.add((mark.metric, mark.system))


def _finite(mark: Mark) -> Mark:
    """Returns a mark that can be counted with: what a scorer of anybody's gives may be no number, or one of numpy's."""
    value = None if mark.value is None else float(mark.value)
    if value is None or math.isfinite(value):
        return replace(mark, value=value)
    return Mark(mark.metric, mark.system, None, "the scorer gave no finite number")


def _located(case: Case, articles: Mapping[str, ArticleRecord]) -> Case:
    """Returns the case with its gold quotes where the library stores them; those that it lacks are left out."""
    gold: list[Gold] = []
    for quote in case.gold:
        stored = articles[quote.article_id].text if quote.article_id in articles else ""
        if stored[quote.start : quote.end] == quote.quote:
            gold.append(quote)
        elif (at := stored.find(quote.quote)) >= 0:
            gold.append(Gold(quote.article_id, at, at + len(quote.quote), quote.quote))
    return replace(case, gold=tuple(gold))


def _case_score(dataset: str, given: Sample, marks: Sequence[Mark], cluster: str) -> CaseScore:
    case = given.case
    return CaseScore(
        dataset=dataset, id=case.id, question=case.question, language=case.language, kind=case.kind,
        answerable=case.answerable, pair=_pair(case, given.articles), cluster=cluster, expected=case.answers,
        relevant_ids=case.relevant_ids,
        gold=tuple(GoldQuote(item.article_id, item.start, item.end, item.quote) for item in case.gold),
        history=tuple(turn.question for turn in case.history), options=case.options, correct=case.correct,
        marks=tuple(MarkValue(mark.metric, mark.system, None if mark.value is None else round(mark.value, _PLACES),
                              mark.reason) for mark in sorted(marks, key=lambda mark: (mark.metric, mark.system))),
        rankings={system: passages[:_SHOWN] for system, passages in given.retrieved.rankings.items()}
        if given.retrieved is not None else {},
        answers={record.writer: record for record in (*given.answers.values(), *given.attacks.values())},
        note=case.note,
    )


def _pair(case: Case, articles: Mapping[str, ArticleRecord]) -> str | None:
    languages = {articles[name].language for name in case.relevant_ids if name in articles}
    if not languages:
        return None
    told = languages.pop() if len(languages) == 1 else "mixed"
    return f"{case.language}-{told or 'unknown'}"
