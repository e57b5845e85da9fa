"""Tables of figures: what was measured, its interval, and how many questions stand behind it or could not be scored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from eval.report.markup import Html, element, joined
from eval.report.numbers import interval, milliseconds, number
from eval.scores import Aggregate, Scores, TimingAggregate

__all__ = [
    "counts", "difference_cell", "figure_cell", "flow_place", "metric_name", "metric_table", "plain_table", "time_cell",
    "timing_table",
]

_STAGES: Final = {"retrieve": "Time to rank", "answer": "Time to answer"}
_FLOW: Final = ("condense", "search", "evidence", "second_look", "first_token", "generate", "verify", "total")
_DIGITS: Final = re.compile(r"(\d+)")


def plain_table(name: str, head: Sequence[str], rows: Iterable[Sequence[str]], numeric: int = 1, *,
                compact: bool = False, stacked: bool = True) -> Html:
    """Returns a table; the first column is what each row is of, columns from `numeric` on are numbers.

    Args:
        name: Of the table, for those who do not see it.
        compact: Keeps a cell to one line where there is room.
        stacked: Makes each row a block on a narrow screen, whose cells are told by the columns' names; the roles that
            the tags lose by that are written out.
    """
    columns = [element("th", words, role="columnheader", scope="col", class_="num" if at >= numeric else None)
               for at, words in enumerate(head)]
    body = [element("tr", element("th", row[0], role="rowheader", scope="row"),
                    *(element("td", cell, role="cell", data_of=head[at], class_="num" if at >= numeric else None)
                      for at, cell in enumerate(row[1:], 1)), role="row") for row in rows]
    whole = element("table", element("thead", element("tr", *columns, role="row"), role="rowgroup"),
                    element("tbody", *body, role="rowgroup"), role="table", aria_label=name,
                    class_=" ".join(["compact"] * compact + ["stacked"] * stacked) or None)
    return element("div", whole, class_="scroll", role="region", tabindex="0", aria_label=name)


def metric_table(scores: Scores, figures: Sequence[Aggregate], systems: Sequence[str], name: str) -> Html:
    """Returns a row for each metric, with what it means, and a column for each system."""
    found = {(item.metric, item.system): item for item in figures}
    metrics = sorted({item.metric for item in figures if item.system in systems}, key=_natural)
    rows = [[metric_name(scores, metric), *(figure_cell(found.get((metric, system)), _digits(scores, metric))
                                            for system in systems)] for metric in metrics]
    return plain_table(name, ("", *systems), rows)


def metric_name(scores: Scores, metric: str) -> Html:
    """Returns a metric's name, which way is better, and what it means."""
    facts = scores.metrics[metric]
    arrow = "\u00a0↑" if facts.better == "higher" else "\u00a0↓"
    return joined(element("code", metric, element("span", arrow, title=f"{facts.better} is better")),
                  element("span", facts.says, class_="says"))


def figure_cell(item: Aggregate | None, digits: int = 3) -> Html:
    """Returns a figure with its interval and its numbers of questions; a dash where it was not measured."""
    if item is None:
        return element("span", "–", class_="none")
    return joined(element("span", number(item.value, digits), class_="value"), " ",
                  element("span", interval(item, digits), class_="interval"), " ", counts(item))


def difference_cell(value: float, low: float | None, high: float | None, count: int) -> Html:
    """Returns a difference with its interval and the number of questions behind it."""
    told = f"[{number(low)}, {number(high)}]" if low is not None and high is not None else ""
    return joined(element("span", number(value), class_="value"), " ", element("span", told, class_="interval"), " ",
                  element("span", f"n {count}", class_="counts"))


def counts(item: Aggregate) -> Html:
    """Returns how many questions were scored, and how many could not be."""
    unscored = element("span", f", {item.unscored} unscored", class_="unscored") if item.unscored else None
    return element("span", f"n {item.scored}", unscored, class_="counts")


def timing_table(name: str, figures: Sequence[TimingAggregate]) -> Html:
    """Returns median and 95th percentile: a row for each part of the work, a column for each system."""
    found = {(item.stage, item.part, item.system): item for item in figures}
    tables: list[Html] = []
    for stage, title in _STAGES.items():
        parts = list(dict.fromkeys(item.part for item in figures if item.stage == stage))
        systems = list(dict.fromkeys(item.system for item in figures if item.stage == stage))
        rows = [(part.replace("_", " "), *(time_cell(found.get((stage, part, system))) for system in systems))
                for part in sorted(parts, key=flow_place)]
        if rows:
            tables += [element("h4", title), plain_table(f"{name}: {title}", ("", *systems), rows)]
    return joined(*tables)


def flow_place(part: str) -> int:
    """Returns where in the order of the work a part stands; one that is not known stands last."""
    return _FLOW.index(part) if part in _FLOW else len(_FLOW)


def time_cell(item: TimingAggregate | None) -> Html:
    """Returns a median with its 95th percentile; a dash where nothing was timed."""
    if item is None:
        return element("span", "–", class_="none")
    return joined(element("span", milliseconds(item.p50), class_="value"), " ",
                  element("span", f"95 %: {milliseconds(item.p95)}", class_="interval"), " ",
                  element("span", f"n {item.count}", class_="counts"))


def _digits(scores: Scores, metric: str) -> int:
    return 3 if scores.metrics[metric].unit == "share" else 1


def _natural(name: str) -> list[tuple[int, str]]:
    """Sorts recall@5 before recall@10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in _DIGITS.split(name)]
