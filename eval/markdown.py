"""report.md: the figures of a run as tables that read well as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.compare import CompareReport
from eval.scores import Aggregate, Scores, SliceBy, TimingScores

__all__ = ["comparison_markdown", "interval_text", "markdown", "retrieval_rows", "summary", "table"]

_RETRIEVAL = ("ndcg@10", "mrr", "recall@1", "recall@5", "recall@10", "quote_recall@5", "quote_mrr")
_RANKINGS = ("bm25", "lexical", "dense", "fused")
_SUMMARY = ("contains", "chrf", "answer_language", "choice", "citation_valid", "quote_exact", "citation_precision",
            "citation_recall", "quote_hit", "false_refusal", "false_answer", "auroc", "aurc", "obeyed",
            "invented_shown", "prompt_tokens")
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
        rows = [row for row in retrieval_rows(scores, part.dataset) if row[0] in ("all", "same minus cross")]
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
    return ["### Retrieval", "", *table(("languages", "metric", *_RANKINGS), rows), "", *told, ""]


def _groups(scores: Scores, dataset: str) -> list[str]:
    lines: list[str] = []
    for group in _GROUPS:
        found = [item for item in scores.aggregates if item.dataset == dataset and item.slice_by == "all"
                 and item.metric in scores.metrics and scores.metrics[item.metric].group == group]
        if not found:
            continue
        rows = [(item.metric, item.system, interval_text(item, scores.metrics[item.metric].unit), str(item.scored),
                 str(item.unscored), scores.metrics[item.metric].says) for item in found]
        lines += [f"### {group.capitalize()}", "",
                  *table(("metric", "system", "value", "scored", "unscored", "what it is"), rows), ""]
    return lines


def _kinds(scores: Scores, dataset: str) -> list[str]:
    rows = [(item.slice, item.metric, item.system, interval_text(item), str(item.scored))
            for item in scores.aggregates if item.dataset == dataset and item.slice_by == "kind"
            and item.metric in ("false_refusal", "false_answer")]
    if not rows:
        return []
    return ["### Abstention by kind of question", "",
            *table(("kind", "metric", "system", "value", "scored"), sorted(rows)), ""]


def _timings(timings: TimingScores) -> list[str]:
    rows = [(item.dataset, item.stage, item.system, item.part, f"{item.p50:.1f}", f"{item.p95:.1f}", str(item.count))
            for item in timings.aggregates if item.part in ("total", "first_token", "search")]
    return ["## Time", "", *table(("data", "stage", "system", "part", "p50 ms", "p95 ms", "items"), rows), ""]
