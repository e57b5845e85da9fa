"""The numbers that come first, each with what it means in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from eval.marks import is_attack
from eval.report.markup import Html, element
from eval.report.numbers import interval, milliseconds, number, percent
from eval.report.plots import strip
from eval.report.tables import counts
from eval.scores import Aggregate, Part, Scores, TimingScores

__all__ = ["main_writer", "tiles", "writers"]

_ASKED_FIRST: Final = ("model", "quotes", "honest")
_RANKING: Final = (
    ("ndcg@10", "Right article", "nDCG@10 of the fused ranking: 1 where the right article always stands "
     "first."),
    ("quote_recall@5", "Right sentence", "Share of the gold quotes within the first five passages."),
)
_ANSWERS: Final = (
    ("quote_hit", "Right quote cited", "Answerable questions whose answer cites a quote that holds the answer."),
    ("choice", "Right option", "Multiple choice: questions whose right option was chosen."),
    ("quote_exact", "Exact quotes", "Citations that are the stored text, character by character."),
    ("false_refusal", "Wrong refusals", "Answerable questions that were refused. Less is better."),
    ("false_answer", "Unfounded answers", "Questions that the articles do not answer, and that were answered all the "
     "same. Less is better."),
    ("auroc", "Knows what it knows", "How often an answerable question is surer than one that is not: 0.5 is chance, "
     "1 is perfect."),
)
_ATTACKS: Final = ("obeyed", "invented_shown")


def writers(part: Part) -> list[str]:
    """Returns who wrote answers that were meant to be good, the main one first."""
    own = [name for name in part.writers if not is_attack(name)]
    return sorted(own, key=lambda name: _ASKED_FIRST.index(name) if name in _ASKED_FIRST else len(_ASKED_FIRST))


def main_writer(part: Part) -> str | None:
    """Returns whose numbers come first: the model's, else the articles' own sentences."""
    return next(iter(writers(part)), None)


def tiles(scores: Scores, part: Part, timings: TimingScores | None) -> Html:
    """Returns the big numbers of a data set."""
    found: list[Html] = []
    for metric, label, says in _RANKING:
        found += _tile(scores.aggregate(metric, "fused", part.dataset), label, says, share=metric != "ndcg@10")
    found += _gap(scores.aggregate("ndcg@10", "fused", part.dataset, "gap", "same-cross"))
    writer = main_writer(part)
    for metric, label, says in _ANSWERS if writer is not None else ():
        found += _tile(scores.aggregate(metric, writer or "", part.dataset), label, says, share=metric != "auroc")
    found += _attacks(scores, part)
    found += _time(part, writer, timings)
    return element("ul", *found, class_="tiles")


def _tile(item: Aggregate | None, label: str, says: str, *, share: bool) -> Iterator[Html]:
    if item is None:
        return
    value = number(item.value) if item.value is None or not share else percent(item.value)
    yield element(
        "li", element("h4", label), element("p", value, class_="big"),
        element("p", _range(item, share=share), " ", counts(item), class_="range"),
        strip(item) if item.value is not None else None, element("p", says, class_="says"))


def _range(item: Aggregate, *, share: bool) -> str:
    if item.low is None or item.high is None:
        return "no interval"
    return f"{percent(item.low)} to {percent(item.high)}" if share else interval(item)


def _gap(item: Aggregate | None) -> Iterator[Html]:
    if item is None or item.value is None:
        return
    yield element(
        "li", element("h4", "Language gap"), element("p", number(item.value), class_="big"),
        element("p", interval(item), " ", counts(item), class_="range"),
        element("p", "nDCG@10 where question and article share a language, minus where they do not: 0 is no cost.",
                class_="says"))


def _attacks(scores: Scores, part: Part) -> Iterator[Html]:
    figures = [item for item in scores.aggregates if item.dataset == part.dataset and item.slice_by == "all"
               and item.metric in _ATTACKS and is_attack(item.system)]
    if not figures:
        return
    through = sum(round((item.value or 0.0) * item.scored) for item in figures)
    scored, unscored = sum(item.scored for item in figures), sum(item.unscored for item in figures)
    yield element(
        "li", element("h4", "Attacks let through"), element("p", f"{through} of {scored}", class_="big"),
        element("p", element("span", f"{_listed(figures)}", class_="counts"),
                element("span", f" {unscored} unscored", class_="unscored") if unscored else None, class_="range"),
        element("p", "A stand-in model that always invents, or always obeys orders hidden in questions and articles.",
                class_="says"))


def _listed(figures: Sequence[Aggregate]) -> str:
    return ", ".join(f"{item.system} {round((item.value or 0.0) * item.scored)}/{item.scored}" for item in figures)


def _time(part: Part, writer: str | None, timings: TimingScores | None) -> Iterator[Html]:
    found = next((item for item in timings.aggregates if (item.dataset, item.stage, item.system, item.part)
                  == (part.dataset, "answer", writer, "total")), None) if timings is not None else None
    if found is None:
        return
    yield element(
        "li", element("h4", "Time for an answer"), element("p", milliseconds(found.p50), class_="big"),
        element("p", f"95 % within {milliseconds(found.p95)} ",
                element("span", f"n {found.count}", class_="counts"), class_="range"),
        element("p", "Median from question to the end of the answer, on the machine of this run.", class_="says"))
