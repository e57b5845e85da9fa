"""The third stage: results -> scores.json, without generating anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from eval.aggregate import aggregates, comparisons, curves, metric_facts, set_facts, unscored_reasons
from eval.artefacts import RunFolder, read_document, write_document
from eval.facts import RunFacts
from eval.markdown import markdown
from eval.marks import Results, case_scores
from eval.metrics import default_scorers
from eval.parallel import parallels
from eval.records import AnswerRecord, ArticleRecord, Fault, Planned, RetrieveRecord, SupportRecord, TimingRecord
from eval.report import report_html
from eval.schema import Case
from eval.scorer import Scorer
from eval.scores import SCHEMA, Aggregate, CaseScore, Comparison, Curve, MetricFacts, Scores
from eval.support import judge_support, support_journal
from eval.timings import timing_scores
from rag.embed import open_entailment

__all__ = ["score"]

R = TypeVar("R", RetrieveRecord, AnswerRecord)

_MISSING = Fault("no result", "The run has none; go on with it with: newscite eval run --resume")


def score(path: Path, *, scorers: Sequence[Scorer] | None = None, nli: str | None = None) -> Scores:
    """Scores the results in a run's folder and writes scores.json, timings.json, report.md and report.html.

    Args:
        path: Of the run.
        scorers: None for those of `eval.metrics`.
        nli: A cross-encoder by name or folder, asked whether written sentences follow from their quotes.

    Raises:
        RunError: The run's files are missing or damaged.
        EmbeddingError: The cross-encoder cannot be loaded.
    """
    folder = RunFolder(path)
    facts = read_document(folder.run, RunFacts)
    using = tuple(scorers) if scorers is not None else default_scorers()
    results = _results(folder, facts, nli)
    cases = [case for item in results for case in case_scores(item, using)]
    scores = _scores(facts, cases, {**metric_facts(using), **set_facts()}, results)
    timings = timing_scores(folder.journal("timings", TimingRecord).read())
    write_document(folder.scores, scores)
    write_document(folder.timings, timings)
    folder.markdown.write_text(markdown(scores, timings), encoding="utf-8")
    articles = [article for item in results for article in item.articles.values()]
    folder.html.write_text(report_html(scores, timings, articles=articles, facts=facts), encoding="utf-8")
    return scores


def _scores(facts: RunFacts, cases: Sequence[CaseScore], metrics: Mapping[str, MetricFacts], results: Sequence[Results]
            ) -> Scores:
    figures: list[Aggregate] = []
    compared: list[Comparison] = []
    curved: list[Curve] = []
    seed = facts.likeness.seed
    shares = {name for name, item in metrics.items() if item.unit == "share"}
    for part in facts.parts:
        own = [case for case in cases if case.dataset == part.dataset]
        figures += aggregates(own, seed, shares)
        compared += comparisons(own, seed)
        curved += curves(own)
    titles = {f"{item.dataset}/{name}": article.text[:80].partition("\n")[0]
              for item in results for name, article in sorted(item.articles.items())}
    by_dataset = {part.dataset: [case for case in cases if case.dataset == part.dataset] for part in facts.parts}
    return Scores(SCHEMA, facts.likeness, facts.code, facts.parts, metrics, tuple(figures), tuple(compared),
                  tuple(curved), unscored_reasons(cases), tuple(cases), titles, tuple(parallels(by_dataset, seed)))


def _results(folder: RunFolder, facts: RunFacts, nli: str | None) -> list[Results]:
    """Reads what the stages wrote, as far as this run still asks for it."""
    cases = read_document(folder.path / "cases.json", dict[str, tuple[Case, ...]])
    planned = read_document(folder.planned, tuple[Planned, ...])
    answers = _planned_only([item for item in planned if item.stage == "answer"],
                            folder.journal("answer", AnswerRecord).read(), _unanswered)
    retrieved = _planned_only([item for item in planned if item.stage == "retrieve"],
                              folder.journal("retrieve", RetrieveRecord).read(), _unranked)
    articles = folder.journal("articles", ArticleRecord).read()
    support: dict[str, float] = {}
    if nli is not None:
        judge_support(folder, answers.values(), open_entailment(nli))
        support = {item.key: item.probability for item in folder.journal(support_journal(nli), SupportRecord).read()}
    return [Results(
        part.dataset, cases[part.dataset],
        {item.article_id: item for item in articles if item.dataset == part.dataset},
        {item.case: item for item in retrieved.values() if item.dataset == part.dataset},
        [item for item in answers.values() if item.dataset == part.dataset], support) for part in facts.parts]


def _planned_only(planned: Iterable[Planned], records: Iterable[R], missing: Callable[[Planned], R]) -> dict[str, R]:
    """Returns a record for each planned result, by key: one without a record is unscored, and not left out."""
    found = {record.key: record for record in records}
    return {item.key: found.get(item.key) or missing(item) for item in planned}


def _unanswered(item: Planned) -> AnswerRecord:
    return AnswerRecord(item.key, item.dataset, item.case, item.writer or "", fault=_MISSING)


def _unranked(item: Planned) -> RetrieveRecord:
    return RetrieveRecord(item.key, item.dataset, item.case, fault=_MISSING)
