"""Plots of how values lie: risk against coverage, confidence by kind of question, times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eval.report.markup import Html, element, joined
from eval.report.numbers import milliseconds, percent, short, signed
from eval.report.svg import WIDTH, Scale, axis, chart, legend, line, marker, nice_scale, path, series_class, text
from eval.scores import Bar, Curve

__all__ = ["Group", "confidence_plot", "risk_plot", "time_plot"]

_BINS = 24


@dataclass(frozen=True, slots=True)
class Group:
    """Values of questions of one kind."""

    label: str
    values: tuple[float, ...]


def risk_plot(curves: Sequence[tuple[str, Curve]]) -> Html:
    """Returns which share of answers is wrong if only the surest questions are answered; every curve has points."""
    most = max(point.risk for _, curve in curves for point in curve.points)
    x, y = nice_scale(0, 1, 46, WIDTH - 14), nice_scale(0, max(0.1, most), 204, 24)
    marks = [joined(line(46, y.at(tick), WIDTH - 14, y.at(tick), "grid"),
                    text(40, y.at(tick) + 4, f"{100 * tick:.0f} %", "end", "tick")) for tick in y.ticks]
    whole = curves[0][1].points[-1].risk
    marks += [line(46, y.at(whole), WIDTH - 14, y.at(whole), "reference"),
              path(_best(whole, x, y), "reference best"),
              text(WIDTH - 16, y.at(whole) - 5, f"answering everything: {percent(whole)} wrong", "end", "note")]
    told: list[str] = []
    for index, (name, curve) in enumerate(curves):
        marks.append(path([(x.at(point.coverage), y.at(point.risk)) for point in curve.points],
                          f"curve {series_class(index)}"))
        if curve.operating is not None:
            says = (f"{name}: {percent(curve.operating.coverage)} of the questions are answered, "
                    f"{percent(curve.operating.risk)} of these wrongly")
            told.append(says)
            marks.append(marker(index, x.at(curve.operating.coverage), y.at(curve.operating.risk), says, 5.5))
    across = axis(x, 24, 204, "coverage: share of the questions that is answered", lambda tick: f"{100 * tick:.0f} %")
    drawn = chart(f"Risk against coverage. {'; '.join(told)}. {percent(whole)} of all questions cannot be answered.",
                  240, across, *marks, text(6, 12, "risk: share of the answers that is wrong", class_="title"))
    return joined(legend([name for name, _ in curves]), drawn,
                  *(element("p", f"{says}.", class_="told") for says in told))


def confidence_plot(groups: Sequence[Group], threshold: float | None) -> Html:
    """Returns a histogram for each group over one axis; what lies below the threshold is refused, and drawn hollow.

    Each has its own height: the groups are of very different sizes, and it is their place that tells.
    """
    values = [value for group in groups for value in group.values]
    ends = [*values, *([] if threshold is None else [threshold])]
    left = 112.0
    scale = nice_scale(min(ends), max(ends), left, WIDTH - 14, 6)
    edges = np.linspace(scale.low, scale.high, _BINS + 1)
    counts = [np.histogram(group.values, edges)[0] for group in groups]
    height, marks = 46.0, list[Html]()
    for at, group in enumerate(groups):
        base = 24 + (at + 1) * height - 4
        marks += [text(left - 10, base - 14, short(group.label), "end"),
                  text(left - 10, base - 1, f"n {len(group.values)}", "end", "tick"),
                  line(left, base, WIDTH - 14, base, "axis")]
        for start, end, count in zip(edges, edges[1:], counts[at], strict=False):
            refused = threshold is not None and (start + end) / 2 < threshold
            if count:
                marks.append(_bar(scale, float(start), float(end), base, float(count / counts[at].max()) * 34,
                                  "bar refused" if refused else "bar s0", f"{count} of {len(group.values)}"))
    bottom = 24 + len(groups) * height
    if threshold is not None:
        place = scale.at(threshold)
        side = "end" if place > WIDTH / 2 + 40 else "start"
        marks += [line(place, 14, place, bottom, "threshold"),
                  text(place + (-5 if side == "end" else 5), 20, f"threshold {threshold:.2f}", side, "note")]
    says = "Confidence by kind of question. " + "; ".join(_told(group, threshold) for group in groups)
    return chart(says, bottom + 36, axis(scale, 24, bottom, "confidence (higher is surer)", signed), *marks)


def time_plot(rows: Sequence[tuple[str, Sequence[Bar]]]) -> Html:
    """Returns a histogram of times for each row, over one axis; every row has bars."""
    left = 112.0
    scale = nice_scale(0, max(bar.end for _, bars in rows for bar in bars), left, WIDTH - 24)
    height, marks = 44.0, list[Html]()
    for at, (label, bars) in enumerate(rows):
        base, count = 6 + (at + 1) * height - 4, sum(bar.count for bar in bars)
        most = max(bar.count for bar in bars)
        marks += [text(left - 10, base - 14, short(label), "end"),
                  text(left - 10, base - 1, f"n {count}", "end", "tick"),
                  line(left, base, WIDTH - 24, base, "axis")]
        marks += [_bar(scale, bar.start, bar.end, base, bar.count / most * (height - 12), "bar s0",
                       f"{milliseconds(bar.start)} to {milliseconds(bar.end)}: {bar.count}")
                  for bar in bars if bar.count]
    bottom = 6 + len(rows) * height
    says = "How times are spread. " + "; ".join(
        f"{label}: {milliseconds(bars[0].start)} to {milliseconds(bars[-1].end)}" for label, bars in rows)
    return chart(says, bottom + 36, axis(scale, 6, bottom, "time for one question", milliseconds), *marks)


def _best(whole: float, x: Scale, y: Scale) -> list[tuple[float, float]]:
    """Returns the curve of a perfect order: nothing wrong until all that can be answered is."""
    covers = np.linspace(1 - whole, 1, 24)
    return [(x.at(0), y.at(0)), *((x.at(float(cover)), y.at(1 - (1 - whole) / float(cover) if cover else 0.0))
                                  for cover in covers)]


def _bar(scale: Scale, start: float, end: float, base: float, height: float, class_: str, says: str) -> Html:
    x, width = scale.at(start), scale.at(end) - scale.at(start)
    return element("rect", element("title", says), x=x + 0.5, y=base - height, width=max(1.0, width - 1),
                   height=height, class_=class_)


def _told(group: Group, threshold: float | None) -> str:
    middle = float(np.median(group.values))
    above = "" if threshold is None else (
        f", {sum(value >= threshold for value in group.values)} of {len(group.values)} above the threshold")
    return f"{group.label}: median {middle:.2f}{above}"
