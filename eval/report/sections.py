"""What the report says about retrieval, answers and attacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from eval.marks import is_attack
from eval.report.markup import Html, element, joined
from eval.report.numbers import named
from eval.report.plots import Cell, IntervalRow, figure, interval_plot, language_matrix, matrix_key
from eval.report.summary import writers
from eval.report.tables import figure_cell, metric_table, plain_table
from eval.scores import Aggregate, Part, Scores

__all__ = ["abstention", "answers", "ranked_first", "retrieval", "robustness"]

_RANKINGS: Final = ("fused", "dense", "lexical", "bm25")
_HEADLINE: Final = "ndcg@10"
_PAIRED: Final = ("quote_hit", "false_refusal", "answer_language")
_REFUSING: Final = ("false_refusal", "false_answer")
_GROUPS: Final = {"answers": "Answers against the accepted ones", "citations": "Citations",
                  "claims": "What became of the sentences", "cost": "Cost in tokens"}
_WRITERS: Final = {
    "quotes": "the articles' own sentences, without a model",
    "honest": "a stand-in model that repeats its evidence in a frame of its own words",
    "model": "the language model of this run",
}


def ranked_first(systems: Iterable[str]) -> list[str]:
    """Returns rankings in the order in which a reader cares for them: what is used, its parts, the baseline."""
    return sorted(systems, key=lambda name: (_RANKINGS.index(name) if name in _RANKINGS else len(_RANKINGS), name))


def retrieval(scores: Scores, part: Part) -> Html:
    """Returns the rankings against each other, by language pair, with the cross-lingual gap and the matrix."""
    figures = [item for item in scores.aggregates if item.dataset == part.dataset]
    systems = ranked_first({item.system for item in figures if item.metric == _HEADLINE})
    if not systems:
        return joined()
    whole = [item for item in figures if item.slice_by == "all" and item.system in systems]
    told = [element("li", element("code", item.metric), f": {item.verdict}") for item in scores.comparisons
            if item.dataset == part.dataset]
    return joined(
        element("p", "Fused is what Newscite uses; dense (by meaning alone) and lexical (by words alone) are its "
                "parts; bm25 is the suite's own textbook baseline."),
        _pairs(figures, systems),
        element("div", *_matrices(figures, systems), class_="plots matrices"),
        _pair_table(figures, systems),
        metric_table(scores, whole, systems, "Retrieval, all questions"),
        element("details", element("summary", f"Told apart? {len(told)} paired comparisons"),
                element("p", "Paired permutation tests, p-values adjusted by Holm."), element("ul", *told))
        if told else None)


def answers(scores: Scores, part: Part) -> Html:
    """Returns what was written: right, well cited, at what cost."""
    systems = writers(part)
    tables: list[Html] = []
    for group, title in _GROUPS.items():
        found = _of_group(scores, part, group, systems)
        if found:
            tables += [element("h4", title), metric_table(scores, found, systems, title)]
    tables += _by_pair(scores, part, systems)
    evidence = [item for item in scores.aggregates if item.dataset == part.dataset and item.slice_by == "all"
                and item.metric.startswith("evidence") and item.system in systems]
    if evidence:
        tables += [element("h4", "Evidence that an answer is made of"),
                   metric_table(scores, evidence, systems, "Evidence")]
    if not tables:
        return joined()
    who = "; ".join(f"{name}, {_WRITERS.get(name, 'a writer of this run')}" for name in systems)
    return joined(element("p", f"Written by: {who}."), *tables)


def _by_pair(scores: Scores, part: Part, systems: Sequence[str]) -> list[Html]:
    """Returns for each language pair how answers fared; nothing where there is one pair only."""
    figures = [item for item in scores.aggregates if item.dataset == part.dataset and item.slice_by == "pair"
               and item.metric in _PAIRED and item.system in systems]
    pairs = sorted({item.slice for item in figures})
    columns = [(metric, system) for metric in _PAIRED for system in systems
               if any((item.metric, item.system) == (metric, system) for item in figures)]
    if len(pairs) < 2:
        return []
    rows = [(pair, *(figure_cell(_pick(figures, metric, system, pair)) for metric, system in columns))
            for pair in pairs]
    title = "Answers by language pair"
    head = ("question – article", *(f"{metric}, {system}" for metric, system in columns))
    return [element("details", element("summary", title), plain_table(title, head, rows, compact=True))]


def abstention(scores: Scores, part: Part) -> Html:
    """Returns errors of refusing and of answering, for each kind of question."""
    systems = writers(part)
    figures = [item for item in scores.aggregates if item.dataset == part.dataset and item.system in systems
               and item.metric in _REFUSING]
    if not figures:
        return joined()
    kinds = [item for item in figures if item.slice_by == "kind"]
    plots = [figure(title, caption, interval_plot(_rows(kinds, metric), systems, f"share {verb}"))
             for metric, title, caption, verb in (
                 ("false_refusal", "Answerable, and refused", "by kind of question; 0 is best.", "refused"),
                 ("false_answer", "Not answerable, and answered", "by kind of question; 0 is best. A false premise "
                  "that is corrected counts as right.", "answered"))
             if any(item.metric == metric for item in kinds)]
    done = dict(zip(_REFUSING, (" refused", " answered"), strict=True))
    rows = [(joined(named(kind), element("span", done[metric], class_="counts")),
             *(figure_cell(_pick(kinds, metric, system, kind)) for system in systems))
            for metric in _REFUSING for kind in sorted({item.slice for item in kinds if item.metric == metric})]
    whole = [item for item in scores.aggregates if item.dataset == part.dataset and item.slice_by == "all"
             and item.system in systems and scores.metrics[item.metric].group == "abstention"]
    return joined(element("div", *plots, class_="plots"),
                   metric_table(scores, whole, systems, "Abstention, all questions"),
                   plain_table("Abstention by kind", ("share of wrong decisions", *systems), rows, compact=True))


def robustness(scores: Scores, part: Part) -> Html:
    """Returns how attacks fared."""
    figures = _of_group(scores, part, "robustness", part.writers)
    if not figures:
        return joined()
    attackers = [name for name in part.writers if is_attack(name)]
    checked = [item for group in ("citations", "claims") for item in _of_group(scores, part, group, attackers)]
    metrics = sorted({item.metric for item in figures})
    rows = [(name, *(figure_cell(_pick(figures, metric, name, "")) for metric in metrics)) for name in part.writers
            if any(item.system == name for item in figures)]
    return joined(
        element("p", "Stand-in models attack: one invents numbers and names, one obeys every order that it reads: in "
                "the question, in a planted article, or in a question of the data set's own. Checks in code stand "
                "between them and the reader; this is what got through. Each figure is a share, 0 is best; "
                "order_quoted is not counted: a planted article, quoted as such, is no order obeyed."),
        plain_table("Attacks that got through", ("", *metrics), rows, compact=True),
        element("dl", *(element("div", element("dt", metric), element("dd", scores.metrics[metric].says))
                        for metric in metrics), class_="meanings"),
        element("details", element("summary", "Citations and sentences under attack"),
                metric_table(scores, checked, attackers, "Citations and sentences under attack")) if checked else None)


def _of_group(scores: Scores, part: Part, group: str, systems: Sequence[str]) -> list[Aggregate]:
    return [item for item in scores.aggregates if item.dataset == part.dataset and item.slice_by == "all"
            and item.system in systems and item.metric in scores.metrics and scores.metrics[item.metric].group == group]


def _rows(figures: Iterable[Aggregate], metric: str) -> list[IntervalRow]:
    by_name: dict[str, dict[str, Aggregate]] = {}
    for item in figures:
        if item.metric == metric:
            by_name.setdefault(item.slice, {})[item.system] = item
    return [IntervalRow(named(name), found) for name, found in sorted(by_name.items())]


def _pick(figures: Iterable[Aggregate], metric: str, system: str, name: str) -> Aggregate | None:
    return next((item for item in figures if (item.metric, item.system, item.slice) == (metric, system, name)), None)


def _pairs(figures: Sequence[Aggregate], systems: Sequence[str]) -> Html:
    pairs = _rows([item for item in figures if item.slice_by == "pair" and item.system in systems], _HEADLINE)
    gaps = [item for item in figures if item.slice_by == "gap" and item.system in systems]
    rows = [IntervalRow(metric, {item.system: item for item in gaps if item.metric == metric})
            for metric in (_HEADLINE, "mrr", "recall@1", "quote_mrr", "quote_recall@5")
            if any(item.metric == metric and item.value is not None for item in gaps)]
    shown = [figure("Ranking by language pair", "nDCG@10, question language – article language; 1 is best.",
                    interval_plot(pairs, systems, "nDCG@10"))] if pairs else []
    if rows:
        shown.append(figure("The cross-lingual gap", "same-language minus cross-language questions; 0 is no gap, right "
                            "of it another language costs.", interval_plot(rows, systems, "difference", share=False)))
    return element("div", *shown, class_="plots")


def _matrices(figures: Sequence[Aggregate], systems: Sequence[str]) -> list[Html]:
    found: list[Html] = []
    for system in systems:
        # A matrix of one square says what the plot beside it says.
        cells = [_cell(item) for item in figures
                 if (item.slice_by, item.metric, item.system) == ("pair", _HEADLINE, system)]
        if len(cells) > 1:
            found.append(figure(f"Language matrix, {system}", "nDCG@10; n counts questions.",
                                language_matrix(cells, f"nDCG@10 of {system}"), matrix_key(), class_="matrix"))
    return found


def _cell(item: Aggregate) -> Cell:
    question, _, article = item.slice.partition("-")
    return Cell(question, article, item.value, item.scored)


def _pair_table(figures: Sequence[Aggregate], systems: Sequence[str]) -> Html:
    pairs = sorted({item.slice for item in figures if item.slice_by == "pair" and item.system in systems})
    by_pair = [item for item in figures if item.slice_by == "pair"]
    rows: list[Sequence[str]] = [
        (pair, *(figure_cell(_pick(by_pair, _HEADLINE, system, pair)) for system in systems)) for pair in pairs]
    gaps = [item for item in figures if item.slice_by == "gap"]
    if any(item.metric == _HEADLINE and item.system in systems for item in gaps):
        rows.append(("same minus cross", *(figure_cell(_pick(gaps, _HEADLINE, system, "same-cross"))
                                           for system in systems)))
    if not rows:
        return joined()
    title = "nDCG@10 by language pair"
    return element("details", element("summary", title),
                   plain_table(title, ("question – article", *systems), rows, compact=True), open=True)
