"""report.md: the figures of a run as tables that read well as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.compare import CompareReport
from eval.marks import is_attack
from eval.scores import Aggregate, Scores, SliceBy, TimingAggregate, TimingScores

__all__ = ["comparison_markdown", "interval_text", "markdown", "retrieval_rows", "summary", "table"]

_RETRIEVAL = ("ndcg@10", "mrr", "recall@1", "recall@5", "recall@10", "quote_recall@5", "quote_mrr")
_RANKINGS = ("bm25", "lexical", "dense", "fused")
_SUMMARY = ("contains", "chrf", "answer_language", "choice", "citation_valid", "quote_exact", "citation_precision",
            "citation_recall", "quote_hit", "follow_up_hit", "false_refusal", "false_answer", "near_miss_refused",
            "auroc", "aurc", "obeyed", "invented_shown", "prompt_tokens")
_WHOLE = ("all", "same minus cross")
_GROUPS = ("answers", "citations", "claims", "abstention", "robustness", "cost")


def markdown(scores: Scores, timings: TimingScores | None = None) -> str:
    """Returns the report of a run."""
    lines = ["# Evaluation", ""]
    for part in scores.parts:
        lines += [f"## {part.dataset}", "", f"{part.asked} questions about {part.articles} articles "
                  f"({part.passages} passages), {part.split} split. Intervals are 95 %.", ""]
        lines += _retrieval(scores, part.dataset)
        lines += _groups(scores, part.dataset)
        lines += _kinds(scores, part.dataset)
        lines += _pairs(scores, part.dataset)
    lines += _parallels(scores)
    if timings is not None:
        lines += _timings(timings)
    if scores.unscored:
        lines += ["## Unscored", "", *table(("reason", "marks"), [(name, str(count)) for name, count
                                                                 in scores.unscored.items()]), ""]
    return "\n".join(lines)


def summary(scores: Scores) -> str:
    """Returns the tables that a person wants to see at the end of a run."""
    lines: list[str] = []
    for part in scores.parts:
        lines += [f"{part.dataset}: {part.asked} questions about {part.articles} articles", ""]
        rows = [row for row in retrieval_rows(scores, part.dataset) if row[0] in _WHOLE]
        if rows:
            lines += [*table(("languages", "metric", *_RANKINGS), rows), ""]
        shown = [item for item in scores.aggregates if item.dataset == part.dataset and item.slice_by == "all"
                 and item.metric in _SUMMARY]
        if shown:
            lines += [*table(("metric", "system", "value", "scored", "unscored"), [
                (item.metric, item.system, interval_text(item, scores.metrics[item.metric].unit), str(item.scored),
                 str(item.unscored)) for item in shown]), ""]
    return "\n".join(lines).rstrip()


def comparison_markdown(report: CompareReport) -> str:
    """Returns what differs between two runs."""
    lines = [f"The runs are unlike in: {'; '.join(report.unlike)}.", ""] if report.unlike else []
    told = [item for item in report.comparisons if item.winner is not None]
    lines += [f"{item.dataset}, {item.metric}: {item.verdict}" for item in told]
    lines.append(f"{len(report.comparisons) - len(told)} of {len(report.comparisons)} figures cannot be told apart.")
    lines += [f"{'better' if flip.better else 'worse'}: {flip.dataset}/{flip.case}, {flip.metric} of {flip.system}: "
              f"{flip.before:g} -> {flip.after:g}" for flip in report.flips]
    return "\n".join(lines)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Returns a Markdown table with padded columns."""
    cells = [list(head), *(list(row) for row in rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(head))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
             for row in cells]
    return [lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]]


def interval_text(item: Aggregate | None, unit: str = "share") -> str:
    """Returns a figure with its interval; a dash where nothing could be scored."""
    if item is None or item.value is None:
        return "-"
    digits = 3 if unit == "share" else 1
    text = f"{item.value:.{digits}f}"
    if item.low is not None and item.high is not None:
        text += f" [{item.low:.{digits}f}, {item.high:.{digits}f}]"
    return text


def retrieval_rows(scores: Scores, dataset: str) -> list[tuple[str, ...]]:
    """Returns the table of baselines: language pair, metric, and a column for each ranking."""
    slices: list[tuple[SliceBy, str]] = [("all", "")]
    pairs = {item.slice for item in scores.aggregates
             if item.dataset == dataset and item.slice_by == "pair" and item.system in _RANKINGS}
    slices.extend(("pair", pair) for pair in sorted(pairs))
    slices.append(("gap", "same-cross"))
    rows: list[tuple[str, ...]] = []
    for slice_by, name in slices:
        for metric in _RETRIEVAL if slice_by == "all" else ("ndcg@10", "quote_mrr"):
            found = [scores.aggregate(metric, system, dataset, slice_by, name) for system in _RANKINGS]
            if any(item is not None and item.value is not None for item in found):
                rows.append(({"all": "all", "gap": "same minus cross"}.get(slice_by, name), metric,
                             *(interval_text(item) for item in found)))
    return rows


def _retrieval(scores: Scores, dataset: str) -> list[str]:
    rows = retrieval_rows(scores, dataset)
    if not rows:
        return []
    told = [f"- {item.metric}: {item.verdict}." for item in scores.comparisons if item.dataset == dataset]
    lines = ["### Retrieval", ""]
    whole, pairs = ([row for row in rows if (row[0] in _WHOLE) is wanted] for wanted in (True, False))
    lines += [*table(("languages", "metric", *_RANKINGS), whole), "", *told, ""]
    if len({row[0] for row in pairs}) > 1:
        lines += ["### Retrieval by language pair", "", "Language of the question, language of the article.", "",
                  *table(("pair", "metric", *_RANKINGS), pairs), ""]
    return lines


def _groups(scores: Scores, dataset: str) -> list[str]:
    """Returns a table for each group: a row for each metric, a column for each writer; attacks stand apart."""
    lines: list[str] = []
    for group in _GROUPS:
        found = {(item.metric, item.system): item for item in scores.aggregates
                 if item.dataset == dataset and item.slice_by == "all" and item.metric in scores.metrics
                 and scores.metrics[item.metric].group == group}
        for attacks in (False, True):
            systems = sorted({system for _, system in found if is_attack(system) is attacks})
            metrics = [metric for metric in scores.metrics if any((metric, system) in found for system in systems)]
            if not metrics:
                continue
            rows = [(metric, *(_cell(found.get((metric, system)), scores.metrics[metric].unit) for system in systems),
                     scores.metrics[metric].says) for metric in metrics]
            title = f"{group.capitalize()} under attack" if attacks else group.capitalize()
            lines += [f"### {title}", "", *table(("metric", *systems, "what it is"), rows), ""]
    return lines


def _cell(item: Aggregate | None, unit: str) -> str:
    """Returns a figure with its interval and how many questions stand behind it."""
    if item is None:
        return "-"
    missing = f", {item.unscored} unscored" if item.unscored else ""
    return f"{interval_text(item, unit)} (n {item.scored}{missing})"


def _kinds(scores: Scores, dataset: str) -> list[str]:
    return _sliced(scores, dataset, "kind", "Abstention by kind of question", ("false_refusal", "false_answer"))


def _pairs(scores: Scores, dataset: str) -> list[str]:
    return _sliced(scores, dataset, "pair", "Answers by language pair", ("quote_hit", "false_refusal"))


def _sliced(scores: Scores, dataset: str, slice_by: SliceBy, title: str, metrics: Sequence[str]) -> list[str]:
    """Returns a table of a few metrics: a row for each slice, a column for each writer; nothing where one is all."""
    found = {(item.slice, item.metric, item.system): item for item in scores.aggregates
             if item.dataset == dataset and item.slice_by == slice_by and item.metric in metrics
             and not is_attack(item.system)}
    systems = sorted({system for _, _, system in found})
    names = sorted({(name, metric) for name, metric, _ in found})
    if len({name for name, _ in names}) < 2:
        return []
    rows = [(name, metric, *(_cell(found.get((name, metric, system)), "share") for system in systems))
            for name, metric in names]
    return [f"### {title}", "", *table((slice_by, "metric", *systems), rows), ""]


def _parallels(scores: Scores) -> list[str]:
    if not scores.parallels:
        return []
    return ["## What another language costs", "", "The same questions of articles in their language and in another.",
            "", *(f"- {item.metric}: {item.verdict}." for item in scores.parallels), ""]


def _timings(timings: TimingScores) -> list[str]:
    figures = [item for item in timings.aggregates if item.part in ("total", "first_token", "search")]
    lines: list[str] = ["## Time", "", "Medians, and in brackets 95th percentiles, in milliseconds.", ""]
    for dataset in dict.fromkeys(item.dataset for item in figures):
        own = {(f"{item.stage} {item.system}", item.part): item for item in figures if item.dataset == dataset}
        parts = [part for part in ("search", "first_token", "total") if any(name[1] == part for name in own)]
        names = dict.fromkeys(name for name, _ in own)
        rows = [(name, *(_time(own.get((name, part))) for part in parts)) for name in names]
        lines += [f"### {dataset}", "", *table(("", *parts), rows), ""]
    return lines


def _time(item: TimingAggregate | None) -> str:
    return "-" if item is None else f"{item.p50:.1f} [{item.p95:.1f}] (n {item.count})"
