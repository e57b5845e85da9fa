"""What the report says about confidence, time, and what could not be scored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eval.marks import is_attack
from eval.report.distributions import Group, confidence_plot, risk_plot, time_plot
from eval.report.markup import Html, element, joined
from eval.report.numbers import named
from eval.report.plots import figure, range_plot
from eval.report.summary import main_writer
from eval.report.tables import flow_place, plain_table, timing_table
from eval.scores import CaseScore, Curve, Part, Scores, TimingAggregate, TimingScores

__all__ = ["confidence", "times", "unscored"]

_SHOWN: Final = ("total", "first_token", "search")


def confidence(scores: Scores, part: Part) -> Html:
    """Returns how well confidence tells what can be answered from what cannot."""
    own = [curve for curve in scores.curves if curve.dataset == part.dataset and curve.points]
    plots: list[Html] = []
    if any(curve.points[-1].risk > 0 for curve in own):
        plots.append(figure(
            "Risk and coverage", "If only the surest questions were answered, which share of the answers would be to "
            "questions that the articles do not answer? Large marks are where the system stands; dotted is the best "
            "that any order could do.", risk_plot(_merged(own))))
    writer = main_writer(part)
    if writer is not None:
        plots += _confidence(writer, [case for case in scores.cases
                                      if case.dataset == part.dataset and writer in case.answers])
    return element("div", *plots, class_="plots") if plots else joined()


def times(part: Part, timings: TimingScores | None) -> Html:
    """Returns how long searching and answering took; nothing where the clock was not read."""
    measured = [item for item in timings.aggregates if item.dataset == part.dataset] if timings is not None else []
    if not measured:
        return joined()
    found = sorted((item for item in measured if not is_attack(item.system)), key=_flow)
    attacks = sorted((item for item in measured if is_attack(item.system)), key=_flow)
    rows = [(_label(item), item) for item in found if item.part in _SHOWN]
    spread = [(item.system, item.bars) for item in found
              if item.stage == "answer" and item.part == "total" and item.bars]
    plots = [figure("Time by part of the work", "Marks are medians, lines end at the 95th percentile.",
                    range_plot(rows))] if rows else []
    if spread:
        plots.append(figure("How the time for an answer is spread", "Questions by time; each row has its own height.",
                            time_plot(spread)))
    return joined(
        element("p", "On the machine of this run: compare with runs on the same machine only. Tables give medians, and "
                "the time within which 95 % were done."),
        element("div", *plots, class_="plots"), timing_table("Times", found),
        element("details", element("summary", "Times under attack"),
                timing_table("Times under attack", attacks)) if attacks else None)


def unscored(scores: Scores) -> Html:
    """Returns why values are missing; they are counted, and never taken for 0."""
    if not scores.unscored:
        return element("p", "Every value could be scored.")
    return plain_table("Unscored", ("reason", "values"), [(reason, str(count)) for reason, count
                                                         in scores.unscored.items()], stacked=False)


def _confidence(writer: str, cases: Sequence[CaseScore]) -> list[Html]:
    by_kind: dict[str, list[float]] = {}
    for case in sorted(cases, key=lambda case: (not case.is_to_answer, case.kind)):
        value = case.answers[writer].confidence
        if value is not None:
            by_kind.setdefault("answerable" if case.is_to_answer else named(case.kind), []).append(value)
    if not by_kind:
        return []
    threshold = next((case.answers[writer].threshold for case in cases
                      if case.answers[writer].threshold is not None), None)
    absent = sum(case.answers[writer].confidence is None for case in cases)
    missing = f" {absent} questions without any confidence are left out." if absent else ""
    caption = f"{writer}; hollow bars lie below the threshold and are refused; each row has its own height.{missing}"
    groups = [Group(kind, tuple(values)) for kind, values in by_kind.items()]
    return [figure("Confidence by kind of question", caption, confidence_plot(groups, threshold))]


def _merged(curves: Sequence[Curve]) -> list[tuple[str, Curve]]:
    """Returns the curves that differ, under the names of all that they are of: drawn over each other they hide."""
    found: dict[object, tuple[list[str], Curve]] = {}
    for curve in curves:
        found.setdefault((curve.points, curve.operating), ([], curve))[0].append(curve.system)
    return [(" and ".join(names), curve) for names, curve in found.values()]


def _flow(item: TimingAggregate) -> tuple[bool, str, int]:
    """Orders the parts of the work as they happen."""
    return item.stage == "answer", item.system, flow_place(item.part)


def _label(item: TimingAggregate) -> str:
    if item.stage == "retrieve":
        return f"rank {item.system}"
    return f"{item.system}, {item.part.replace('_', ' ')}"
