"""The figures of a mutation set as tables, and the claims behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from eval.markdown import table
from eval.mutation.measure import MutationReport, Outcome
from eval.mutation.rates import Rate
from rag.document import plain

__all__ = ["report_document", "report_markdown", "shown_outcomes"]


def report_markdown(report: MutationReport, split: str) -> str:
    """Returns what was caught by mutation and group, and the false alarms by source and language pair."""
    meaning = "with the meaning check" if report.meaning else "without the meaning check"
    return "\n".join([
        f"{report.pairs} pairs over {report.claims} true claims, {split} split, {meaning}. Intervals are 95 % "
        "(Wilson). A claim that fails two checks counts for both.", "",
        "## Caught, by kind", "", *_table(report.caught_by_group, "kind", "pairs", "caught"), "",
        "## Names caught, by whether the gazetteer knows them", "",
        *_table(report.names, "names", "pairs", "caught"), "",
        "## Caught, of the pairs whose true claim passes", "",
        *_table(report.told_apart, "kind", "pairs", "caught"), "",
        "## Caught, by mutation", "", *_table(report.caught, "mutation", "pairs", "caught"), "",
        "## False alarms on true claims", "", *_table(report.alarms, "claims of", "claims", "refused"), "",
    ])


def report_document(report: MutationReport, split: str, seed: int) -> dict[str, Any]:
    """Returns the figures in JSON's types, without the claims."""
    return {"split": split, "seed": seed, **plain(replace(report, outcomes=()))}


def shown_outcomes(report: MutationReport, most: int) -> str:
    """Returns the false alarms, then what was missed of each mutation.

    Args:
        most: Claims listed at most of the alarms and of each mutation.
    """
    lines: list[str] = []
    alarms = [item for item in report.outcomes if not item.mutation and item.refused]
    lines += _listed("false alarms", alarms, most)
    for name in dict.fromkeys(item.mutation for item in report.outcomes if item.mutation):
        missed = [item for item in report.outcomes if item.mutation == name and not item.refused]
        lines += _listed(f"missed: {name}", missed, most)
    return "\n".join(lines)


def _table(found: Iterable[Rate], name: str, count: str, share: str) -> list[str]:
    rows = [(rate.name, rate.part, str(rate.count), f"{rate.share:.1%}", f"{rate.low:.1%} to {rate.high:.1%}",
             ", ".join(f"{check} {hits}" for check, hits in rate.by_check.items()))
            for rate in sorted(found, key=lambda rate: rate.part != "all")]
    return table((name, "of", count, share, "interval", "by"), rows)


def _listed(title: str, found: list[Outcome], most: int) -> list[str]:
    if not found or not most:
        return []
    lines = [f"## {title} ({len(found)})", ""]
    for item in found[:most]:
        lines += [f"- {item.claim_id} ({item.pair}) {list(item.markers)}", f"  claim: {item.text}",
                  f"  quote: {item.quote}"]
        lines += [f"  true:  {item.true_text}"] if item.mutation and item.text != item.true_text else []
        lines += [f"  why:   {item.reason}"] if item.reason else []
    return [*lines, ""]
