"""Plots of figures with intervals: dots and whiskers, the language matrix, medians with their long end."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.report.markup import Html, element, joined
from eval.report.numbers import milliseconds, number, short, signed
from eval.report.svg import WIDTH, Scale, axis, chart, legend, line, marker, nice_scale, series_class, text
from eval.scores import Aggregate, TimingAggregate

__all__ = ["Cell", "IntervalRow", "figure", "interval_plot", "language_matrix", "matrix_key", "range_plot", "strip"]

_STEPS = 7


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """A row of dots, one for each series that was measured."""

    label: str
    figures: Mapping[str, Aggregate]


@dataclass(frozen=True, slots=True)
class Cell:
    """A square of the language matrix; `value` in 0..1, None where nothing could be scored."""

    question: str
    article: str
    value: float | None
    scored: int


def figure(title: str, caption: str, *content: str, class_: str | None = None) -> Html:
    """Returns a plot with what it is called and what it means."""
    return element("figure", element("figcaption", element("strong", title), " ", caption), *content, class_=class_)


def interval_plot(rows: Sequence[IntervalRow], series: Sequence[str], title: str, *, share: bool = True) -> Html:
    """Returns dots with 95 % intervals.

    Args:
        title: Of the axis.
        share: Whether the axis is 0..1 whatever is shown; else it is as wide as what is shown, with 0.
    """
    left = _room([row.label for row in rows])
    drawn = [item for row in rows for item in row.figures.values() if item.value is not None]
    ends = [bound for item in drawn for bound in (item.value, item.low, item.high) if bound is not None]
    scale = nice_scale(0.0 if share else min(0.0, *ends, 0.0), 1.0 if share else max(0.0, *ends, 0.0), left, WIDTH - 14)
    step = 9.0
    height = max(step * len(series) + 8, 20)
    marks: list[Html] = []
    for at, row in enumerate(rows):
        top = 6 + at * height
        marks.append(text(left - 8, top + height / 2 + 4, short(row.label), "end"))
        if at:
            marks.append(line(0, top, WIDTH, top, "rule"))
        for index, name in enumerate(series):
            if name in row.figures:
                y = top + height / 2 + (index - (len(series) - 1) / 2) * step
                marks.append(_whisker(index, row.figures[name], scale, y))
    bottom = 6 + len(rows) * height
    zero = line(scale.at(0), 6, scale.at(0), bottom, "zero") if not share else None
    says = f"{title}. " + "; ".join(f"{row.label}, {name}: {_spoken(item)}" for row in rows
                                    for name, item in row.figures.items())
    drawing = chart(says, bottom + 36, axis(scale, 6, bottom, title, signed), joined(zero), *marks)
    return joined(legend([short(name) for name in series]) if len(series) > 1 else None, drawing)


def strip(item: Aggregate) -> Html:
    """Returns a small line from 0 to 1 with a figure and its interval on it, for beside a number."""
    scale = Scale(0.0, 1.0, 4.0, 116.0, ())
    return element("svg", line(4, 6, 116, 6, "axis"), _whisker(0, item, scale, 6), viewBox="0 0 120 12",
                   class_="strip", aria_hidden="true")


def language_matrix(cells: Sequence[Cell], name: str) -> Html:
    """Returns squares of question by article language, the darker the better, each with its number."""
    questions = sorted({cell.question for cell in cells})
    articles = sorted({cell.article for cell in cells}, key=lambda item: (item in ("mixed", "unknown"), item))
    left, top, wide, high = 40.0, 34.0, 58.0, 34.0
    marks = [text(left + len(articles) * wide / 2, 12, "article in", "middle", "title"),
             text(left - 8, 28, "asked", "end", "title")]
    marks += [text(left + (at + 0.5) * wide, 28, label, "middle", "tick") for at, label in enumerate(articles)]
    marks += [text(left - 8, top + (at + 0.5) * high + 4, label, "end", "tick") for at, label in enumerate(questions)]
    for cell in cells:
        x, y = left + articles.index(cell.article) * wide, top + questions.index(cell.question) * high
        level = "none" if cell.value is None else str(min(_STEPS - 1, int(cell.value * _STEPS)))
        marks.append(element(
            "g", element("rect", x=x + 1, y=y + 1, width=wide - 2, height=high - 2, rx=2.0),
            text(x + wide / 2, y + 16, number(cell.value, 2), "middle", "value"),
            text(x + wide / 2, y + 27, f"n {cell.scored}", "middle", "count"), class_=f"heat h{level}"))
    says = f"{name} by language of question and article. " + "; ".join(
        f"{cell.question} asked, {cell.article} article: {number(cell.value, 2)}" for cell in cells)
    # As wide as three columns at least: letters are to be of one size in all of the page's plots.
    return chart(says, top + len(questions) * high + 4, *marks, width=left + max(3, len(articles)) * wide + 6)


def matrix_key() -> Html:
    """Returns which tint stands for which values."""
    squares = [element("g", element("rect", x=30 + at * 16.0, y=1.0, width=16.0, height=10.0), class_=f"heat h{at}")
               for at in range(_STEPS)]
    return element("svg", text(24, 10, "0", "end", "tick"), *squares, text(36 + _STEPS * 16, 10, "1", "start", "tick"),
                   viewBox=f"0 0 {46 + _STEPS * 16} 13", class_="scale", aria_hidden="true")


def range_plot(rows: Sequence[tuple[str, TimingAggregate]]) -> Html:
    """Returns medians with lines to the 95th percentiles, on a logarithmic axis of time."""
    left = _room([label for label, _ in rows])
    low = math.floor(math.log10(max(0.01, min(item.p50 for _, item in rows))))
    high = max(low + 1, math.ceil(math.log10(max(0.1, *(item.p95 for _, item in rows)))))
    scale = Scale(10.0**low, 10.0**high, left, WIDTH - 20, tuple(10.0**at for at in range(low, high + 1)), True)
    marks: list[Html] = []
    for at, (label, item) in enumerate(rows):
        y = 16 + at * 20.0
        says = f"{label}: median {milliseconds(item.p50)}, 95th percentile {milliseconds(item.p95)}, n {item.count}"
        end = scale.at(item.p95)
        marks += [text(left - 8, y + 4, short(label), "end"), line(scale.at(item.p50), y, end, y, "whisker s0"),
                  line(end, y - 4, end, y + 4, "whisker s0"), marker(0, scale.at(item.p50), y, says)]
    bottom = 8 + len(rows) * 20.0
    told = "Time, median and 95th percentile. " + "; ".join(
        f"{label}: {milliseconds(item.p50)}, {milliseconds(item.p95)}" for label, item in rows)
    return chart(told, bottom + 36, axis(scale, 6, bottom, "time for one question (logarithmic)", milliseconds), *marks)


def _room(labels: Sequence[str]) -> float:
    """Returns how much of a chart's width its labels need."""
    return 12 + 6.3 * max((len(short(label)) for label in labels), default=0)


def _whisker(index: int, item: Aggregate, scale: Scale, y: float) -> Html:
    if item.value is None:
        return joined()
    bar = None
    if item.low is not None and item.high is not None:
        bar = line(scale.at(item.low), y, scale.at(item.high), y, f"whisker {series_class(index)}")
    return joined(bar, marker(index, scale.at(item.value), y, f"{item.system}: {_spoken(item)}"))


def _spoken(item: Aggregate) -> str:
    if item.value is None:
        return f"not scored, {item.unscored} unscored"
    interval = f" ({item.low:.3f} to {item.high:.3f})" if item.low is not None and item.high is not None else ""
    return f"{item.value:.3f}{interval}, {item.scored} scored, {item.unscored} unscored"
