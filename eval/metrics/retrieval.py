"""Rankings against what is relevant: of articles by ir-measures, of gold quotes by where passages lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from eval.dataset import Gold
from eval.metrics.places import holds, meet
from eval.records import RankedPassage
from eval.scorer import Mark, Sample, unscored
from eval.scores import MetricFacts
from rag.errors import UsageError

__all__ = ["RANKED", "EvidenceScorer", "RetrievalScorer", "article_metrics", "quote_metrics", "ranked_articles"]

RANKED: Final = 10
"""Articles of a ranking that count: as many as every ranking is made to hold, however long the articles are."""

_SYSTEMS: Final = ("bm25", "lexical", "dense", "fused")
_ARTICLES: Final = {"ndcg@10": "nDCG@10", "mrr": "RR", "recall@1": "R@1", "recall@5": "R@5", "recall@10": "R@10"}
_QUOTES: Final = ("quote_recall@1", "quote_recall@5", "quote_recall@10", "quote_mrr")


class RetrievalScorer:
    """Marks each ranking of a question; questions without anything relevant have no marks."""

    metrics = (
        MetricFacts("ndcg@10", "retrieval", "higher", "gain of the first ten articles, discounted by rank"),
        MetricFacts("mrr", "retrieval", "higher", "one over the rank of the first right article, 0 beyond ten"),
        MetricFacts("recall@1", "retrieval", "higher", "share of the right articles that stand first"),
        MetricFacts("recall@5", "retrieval", "higher", "share of the right articles among the first five"),
        MetricFacts("recall@10", "retrieval", "higher", "share of the right articles among the first ten"),
        MetricFacts("quote_recall@1", "retrieval", "higher", "share of the gold quotes in the first passage"),
        MetricFacts("quote_recall@5", "retrieval", "higher", "share of the gold quotes in the first five passages"),
        MetricFacts("quote_recall@10", "retrieval", "higher", "share of the gold quotes in the first ten passages"),
        MetricFacts("quote_mrr", "retrieval", "higher", "one over the rank of the first passage with a gold quote"),
    )

    def score(self, sample: Sample) -> Iterator[Mark]:
        case, found = sample.case, sample.retrieved
        if found is None or not case.relevant_ids:
            return
        wanted = (*_ARTICLES, *(_QUOTES if case.gold else ()))
        if found.fault is not None:
            for system in _SYSTEMS:
                yield from unscored(wanted, system, found.fault.type)
            return
        for system, passages in found.rankings.items():
            values = article_metrics(ranked_articles(passages)[:RANKED], case.relevant_ids)
            if case.gold:
                values = {**values, **quote_metrics(passages, case.gold)}
            yield from (Mark(metric, system, values[metric]) for metric in wanted)


class EvidenceScorer:
    """Marks the sentences that an answer was to be made of, follow-ups included."""

    metrics = (
        MetricFacts("evidence_recall", "retrieval", "higher", "share of the gold quotes among the evidence sentences"),
        MetricFacts("evidence_hit", "retrieval", "higher", "whether any gold quote is among the evidence sentences"),
    )

    def score(self, sample: Sample) -> Iterator[Mark]:
        gold = sample.case.gold
        if not gold or not sample.case.answerable:
            return
        for writer, answer in sample.answers.items():
            if answer.fault is not None:
                yield from unscored(("evidence_recall", "evidence_hit"), writer, answer.fault.type)
                continue
            hits = sum(holds(answer.evidence, quote) for quote in gold)
            yield Mark("evidence_recall", writer, hits / len(gold))
            yield Mark("evidence_hit", writer, float(hits > 0))


def ranked_articles(passages: Sequence[RankedPassage]) -> list[str]:
    """Returns the articles in the order of their best passages."""
    return list(dict.fromkeys(passage.article_id for passage in passages))


def article_metrics(ranking: Sequence[str], relevant: Sequence[str]) -> Mapping[str, float]:
    """Returns nDCG@10, reciprocal rank and recall of a ranking of ids, by ir-measures.

    Args:
        ranking: Best first, no id twice.
        relevant: At least one id; all are equally relevant.

    Raises:
        UsageError: ir-measures is not installed.
    """
    measures = _measures()
    qrels = [measures.Qrel("q", article_id, 1) for article_id in dict.fromkeys(relevant)]
    # The library breaks ties by name; ranks as scores leave it none.
    run = [measures.ScoredDoc("q", article_id, float(-rank)) for rank, article_id in enumerate(ranking)]
    asked = [measures.parse_measure(name) for name in _ARTICLES.values()]
    found: dict[Any, float] = {item.measure: float(item.value)
                               for item in measures.pytrec_eval.iter_calc(asked, qrels, run)}
    return {name: found.get(measure, 0.0) for name, measure in zip(_ARTICLES, asked, strict=True)}


def quote_metrics(passages: Sequence[RankedPassage], gold: Sequence[Gold]) -> Mapping[str, float]:
    """Returns recall of gold quotes in the first 1, 5 and 10 passages, and the reciprocal rank of the first hit.

    A passage has a quote where it holds at least half of it.
    """
    first = next((rank for rank, passage in enumerate(passages, 1) if any(meet(passage, quote) for quote in gold)), 0)
    values = {f"quote_recall@{k}": sum(holds(passages[:k], quote) for quote in gold) / len(gold) for k in (1, 5, 10)}
    return {**values, "quote_mrr": 1.0 / first if first else 0.0}


def _measures() -> Any:
    try:
        import ir_measures
    except ImportError:
        raise UsageError("The package ir-measures is not installed.",
                         "Install it with: pip install 'newscite[eval]'") from None
    return ir_measures
