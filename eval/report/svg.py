"""What the plots are drawn with: scales, axes, marks. Colours are the page's, by class, so that they suit its theme.

Charts are 400 units wide: at that width their letters can be read on a telephone and are not huge on a screen.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval.report.markup import Html, element, joined

__all__ = [
    "WIDTH", "Scale", "axis", "chart", "legend", "line", "marker", "nice_scale", "path", "series_class", "text",
]

WIDTH = 400.0

_MARKERS = 4
"""Forms, and colours that colour-blind readers can tell apart; a fifth series looks like the first."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Values -> places along an axis.

    Attributes:
        low, high: The values at the axis' ends; above 0 where `log`.
        start, end: Their places, in units of the chart.
        ticks: Values that are written at the axis.
    """

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]
    log: bool = False

    def at(self, value: float) -> float:
        """Returns the place of a value; what lies beyond an end is drawn at that end."""
        low, high = (math.log10(self.low), math.log10(self.high)) if self.log else (self.low, self.high)
        inner = math.log10(max(value, self.low)) if self.log else value
        share = min(1.0, max(0.0, (inner - low) / (high - low)))
        return self.start + share * (self.end - self.start)


def nice_scale(low: float, high: float, start: float, end: float, count: int = 5) -> Scale:
    """Returns a linear scale whose ends and ticks are round numbers and that holds `low` and `high`."""
    most = max(1.0, abs(low), abs(high))
    # Values that are as good as equal get an axis of the size that they have themselves.
    span = high - low if high - low > 1e-6 * most else most
    size = 10.0 ** math.floor(math.log10(span / count))
    step = next(size * factor for factor in (1, 2, 5, 10) if span / (size * factor) <= count)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    last = max(last, first + 1)
    ticks = tuple(round(index * step, 10) for index in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], start, end, ticks)


def chart(says: str, height: float, *marks: str, width: float = WIDTH) -> Html:
    """Returns a drawing; `says` is what it shows, for those who do not see it."""
    return element("svg", *marks, viewBox=f"0 0 {width:g} {height:g}", role="img", aria_label=says)


def text(x: float, y: float, words: str, anchor: str = "start", class_: str | None = None) -> Html:
    """Returns a line of letters."""
    return element("text", words, x=x, y=y, text_anchor=None if anchor == "start" else anchor, class_=class_)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Html:
    """Returns a straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def path(points: Sequence[tuple[float, float]], class_: str) -> Html:
    """Returns a line through points."""
    return element("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points), class_=class_)


def series_class(index: int) -> str:
    """Returns the class that gives a series its colour."""
    return f"s{index % _MARKERS}"


def marker(index: int, x: float, y: float, says: str | None = None, size: float = 3.6) -> Html:
    """Returns the mark of a series, told from the others by form and not by colour alone."""
    title = element("title", says) if says is not None else None
    class_ = f"mark {series_class(index)}"
    if index % _MARKERS == 0:
        return element("circle", title, cx=x, cy=y, r=size, class_=class_)
    corners = (
        (),
        ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        ((0, -1.2), (1.1, 0.9), (-1.1, 0.9)),
        ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    )[index % _MARKERS]
    points = " ".join(f"{x + size * dx:.1f},{y + size * dy:.1f}" for dx, dy in corners)
    return element("polygon", title, points=points, class_=class_)


def axis(scale: Scale, top: float, bottom: float, title: str, written: Callable[[float], str]) -> Html:
    """Returns a horizontal axis below, with lines up through the chart at its ticks."""
    marks = [joined(line(scale.at(tick), top, scale.at(tick), bottom, "grid"),
                    text(scale.at(tick), bottom + 14, written(tick), "middle", "tick")) for tick in scale.ticks]
    middle = (scale.start + scale.end) / 2
    return joined(*marks, line(scale.start, bottom, scale.end, bottom, "axis"),
                  text(middle, bottom + 30, title, "middle", "title"))


def legend(names: Sequence[str]) -> Html:
    """Returns which mark stands for which series."""
    return element("p", *(element(
        "span", element("svg", marker(index, 7, 7), viewBox="0 0 14 14", class_="key", aria_hidden="true"), name)
        for index, name in enumerate(names)), class_="legend")
