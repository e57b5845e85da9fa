"""All data sets of a run beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eval.report.markup import Html, element, joined
from eval.report.summary import main_writer
from eval.report.tables import difference_cell, figure_cell, plain_table, time_cell
from eval.scores import Comparison, Part, Scores, TimingScores

__all__ = ["overview"]

_ROWS: Final = (
    ("ndcg@10", "fused", "right article, nDCG@10"), ("ndcg@10", "dense", "the same, by meaning alone"),
    ("ndcg@10", "bm25", "the same, by words alone (bm25)"), ("recall@5", "fused", "right article among the first five"),
    ("quote_hit", "", "right quote cited"), ("citation_recall", "", "right articles cited"),
    ("citation_precision", "", "citations of a right article"), ("choice", "", "right option"),
    ("follow_up_hit", "", "right quote cited, follow-ups"), ("false_refusal", "", "answerable, and refused"),
    ("false_answer", "", "not answerable, and answered"), ("near_miss_refused", "", "near-misses refused"),
    ("answer_language", "", "written in the question's language"),
)


def overview(scores: Scores, timings: TimingScores | None) -> Html:
    """Returns the data sets as columns of one table, and the language gap between those that ask the same."""
    rows: list[Sequence[str]] = []
    for metric, system, says in _ROWS:
        found = [scores.aggregate(metric, system or main_writer(part) or "", part.dataset) for part in scores.parts]
        if any(item is not None for item in found):
            rows.append((says, *(figure_cell(item) for item in found)))
    times = [_time(part, timings) for part in scores.parts]
    if any(times):
        rows.append(("time for an answer, median", *(cell or time_cell(None) for cell in times)))
    names = [part.dataset for part in scores.parts]
    return joined(plain_table("Data sets", ("", *names), rows), _gaps(scores.parallels))


def _time(part: Part, timings: TimingScores | None) -> Html | None:
    wanted = (part.dataset, "answer", main_writer(part), "total")
    return next((time_cell(item) for item in (timings.aggregates if timings is not None else ())
                 if (item.dataset, item.stage, item.system, item.part) == wanted), None)


def _gaps(found: Sequence[Comparison]) -> Html:
    if not found:
        return joined()
    rows = [(item.a.partition(" on ")[0], item.a.partition(" on ")[2], item.b.partition(" on ")[2],
             difference_cell(item.difference, item.low, item.high, item.cases)) for item in found]
    return joined(
        element("h3", "What another language costs"),
        element("p", "nDCG@10 of the same questions, where the articles are in their language minus where they are "
                "not; 0 is no cost. Paired, question by question."),
        plain_table("What another language costs", ("ranking", "articles in the same language", "in another", "cost"),
                    rows, 3))
