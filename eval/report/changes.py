"""What differs from another run, and what this run was made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from eval.compare import Flip, compare
from eval.facts import RunFacts
from eval.report.markup import Html, element, joined
from eval.report.numbers import number
from eval.report.payload import case_anchor
from eval.report.tables import plain_table
from eval.scores import Scores
from rag.errors import UsageError

__all__ = ["changes", "provenance"]

_SHORT: Final = 16


def changes(scores: Scores, before: Scores | None) -> Html:
    """Returns figures that can be told apart from those of an earlier run, and questions that flipped."""
    if before is None:
        return joined()
    try:
        report = compare(before, scores)
    except UsageError as error:
        return element("p", error.message)
    told = [item for item in report.comparisons if item.winner is not None]
    apart = len(report.comparisons) - len(told)
    questions = {(case.dataset, case.id): case.question for case in scores.cases}
    return joined(
        element("p", "The runs are unlike in more than the code: ", "; ".join(report.unlike),
                ". Differences may come from that.", class_="warning") if report.unlike else None,
        element("p", f"A is the earlier run, B this one. {apart} of {len(report.comparisons)} figures cannot be told "
                "apart", ":" if told else "."),
        element("ul", *(element("li", element("code", item.metric), f" ({item.dataset}): {item.verdict}")
                        for item in told)) if told else None,
        element("h4", f"Questions that flipped: {_asked(report.flips, better=True)} better, "
                f"{_asked(report.flips, better=False)} worse"),
        plain_table("Flips", ("question", "change", "metric", "system", "before → after"),
                    _flips(report.flips, questions), 4) if report.flips else None)


def provenance(scores: Scores, facts: RunFacts | None) -> Html:
    """Returns all that the run depends on, for who wants to make it again."""
    likeness = scores.likeness
    rows = [("seed", str(likeness.seed)), ("code", scores.code[:_SHORT]), ("prompts", likeness.prompts[:_SHORT]),
            ("settings", likeness.settings[:_SHORT]), ("embedding", likeness.embedding[:_SHORT]),
            *((f"articles of {name}", value[:_SHORT]) for name, value in sorted(likeness.corpora.items())),
            *((f"questions of {name}", value[:_SHORT]) for name, value in sorted(likeness.questions.items())),
            *((f"index of {part.dataset}", part.index[:_SHORT]) for part in scores.parts)]
    tables = [_facts("Fingerprints", dict(rows)), _facts("Models", likeness.models)]
    if facts is not None:
        tables += [_facts("Embedding model", facts.embedding), _facts("Settings", facts.settings),
                   _facts("Versions", facts.versions)]
    return element("div", *tables, class_="plots thirds")


def _facts(title: str, facts: Mapping[str, object]) -> Html | None:
    rows = [element("div", element("dt", name), element("dd", "–" if value is None else str(value)))
            for name, value in sorted(facts.items())]
    return element("div", element("h4", title), element("dl", *rows)) if rows else None


def _asked(flips: Sequence[Flip], *, better: bool) -> int:
    return len({(flip.dataset, flip.case) for flip in flips if flip.better == better})


def _flips(flips: Sequence[Flip], questions: Mapping[tuple[str, str], str]) -> list[tuple[str, ...]]:
    """Returns a row for each change of a question, with all systems that it befell."""
    found: dict[Flip, list[str]] = {}
    for flip in flips:
        found.setdefault(replace(flip, system=""), []).append(flip.system)
    rows: list[tuple[str, ...]] = []
    for flip, systems in found.items():
        anchor = quote(case_anchor(flip.dataset, flip.case))
        link = element("a", questions[flip.dataset, flip.case], href=f"#{anchor}", class_="text")
        sign = element("span", "↑ better" if flip.better else "↓ worse", class_="right" if flip.better else "wrong")
        rows.append((link, sign, element("code", flip.metric), ", ".join(systems),
                     f"{number(flip.before, 0)} → {number(flip.after, 0)}"))
    return rows
