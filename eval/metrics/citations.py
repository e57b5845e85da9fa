"""Citations against the stored articles and the gold quotes; claims by their verdicts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from eval.metrics.places import holds
from eval.records import AnswerRecord, CitationRecord
from eval.scorer import Mark, Sample, unscored
from eval.scores import MetricFacts
from eval.support import support_key

__all__ = ["CitationScorer", "ClaimScorer", "SupportScorer"]

_MARKER: Final = re.compile(r"\[(\d{1,4})\]")
_FORM: Final = ("citation_valid", "quote_exact", "markers_valid")
_PRECISION: Final = ("citation_precision", "quote_precision")
_RECALL: Final = ("citation_recall", "quote_recall", "quote_hit")
_FOLLOW_UP: Final = ("follow_up_hit",)
_SHARES: Final = ("claims_supported", "claims_quoted", "claims_dropped")


class CitationScorer:
    """Marks whether citations are true, and whether they are the right ones.

    Validity and exactness hold for every answer, those of attacks too. Recall is of all answerable questions, a
    refusal having none; precision of what was answered.
    """

    metrics = (
        MetricFacts("citation_valid", "citations", "higher", "citations name a slice that is in the library", True),
        MetricFacts("quote_exact", "citations", "higher", "quotes are the stored text, character by character", True),
        MetricFacts("markers_valid", "citations", "higher", "sentences whose markers all stand for a citation", True),
        MetricFacts("citation_precision", "citations", "higher", "citations of an article that holds the answer"),
        MetricFacts("citation_recall", "citations", "higher", "articles that hold the answer and are cited"),
        MetricFacts("quote_precision", "citations", "higher", "citations that meet a gold quote"),
        MetricFacts("quote_recall", "citations", "higher", "gold quotes that are cited"),
        MetricFacts("quote_hit", "citations", "higher", "answers that cite a gold quote at all"),
        MetricFacts("follow_up_hit", "citations", "higher", "the same, of questions that lean on the turns before"),
    )

    def score(self, sample: Sample) -> Iterator[Mark]:
        for writer, answer in sample.written:
            if answer.fault is not None:
                yield from unscored(_FORM, writer, answer.fault.type)
            elif answer.answered:
                yield from _form(sample, writer, answer)
        if sample.case.answerable and sample.case.relevant_ids:
            for writer, answer in sample.answers.items():
                yield from _right(sample, writer, answer)


class ClaimScorer:
    """Marks what became of the sentences of an answer."""

    metrics = (
        MetricFacts("claims_supported", "claims", "higher", "sentences that passed every check"),
        MetricFacts("claims_quoted", "claims", "higher", "sentences that are an article's own"),
        MetricFacts("claims_dropped", "claims", "lower", "sentences that were left out"),
    )

    def score(self, sample: Sample) -> Iterator[Mark]:
        for writer, answer in sample.written:
            if answer.fault is not None:
                yield from unscored(_SHARES, writer, answer.fault.type)
            elif answer.claims:
                verdicts = [claim.verdict for claim in answer.claims]
                for metric in _SHARES:
                    share = sum(f"claims_{verdict}" == metric for verdict in verdicts) / len(verdicts)
                    yield Mark(metric, writer, share)


class SupportScorer:
    """Marks how many written sentences follow from their quotes, where a cross-encoder was asked."""

    metrics = (MetricFacts("claims_entailed", "claims", "higher", "written sentences that follow from their quotes"),)

    def score(self, sample: Sample) -> Iterator[Mark]:
        for writer, answer in sample.answers.items() if sample.support else ():
            quotes = {citation.number: citation.quote for citation in answer.citations}
            found = [sample.support.get(support_key([quotes[number] for number in claim.citations], claim.text))
                     for claim in answer.claims if claim.verdict == "supported"]
            known = [value for value in found if value is not None]
            if known and len(known) == len(found):
                yield Mark("claims_entailed", writer, sum(value >= 0.5 for value in known) / len(known))
            elif found:
                yield Mark("claims_entailed", writer, None, "the cross-encoder was not asked")


def _form(sample: Sample, writer: str, answer: AnswerRecord) -> Iterator[Mark]:
    cited = answer.citations
    if not cited:
        # An answer that stands on nothing is the fault that these metrics are there to show.
        yield from (Mark(metric, writer, 0.0) for metric in _FORM)
        return
    yield Mark("citation_valid", writer, sum(_valid(sample, item) for item in cited) / len(cited))
    yield Mark("quote_exact", writer, sum(_exact(sample, item) for item in cited) / len(cited))
    yield Mark("markers_valid", writer, _marked_well(answer))


def _marked_well(answer: AnswerRecord) -> float:
    """Returns how many claims stand beside all their citations' markers; a marker that is no claim's counts as one."""
    marked = [claim for claim in answer.claims if claim.verdict != "dropped" and claim.citations]
    numbers = {citation.number for citation in answer.citations}
    written = _markers(answer)
    good = sum(numbers.issuperset(claim.citations) and written.issuperset(claim.citations) for claim in marked)
    invented = written - numbers - {number for claim in marked for number in claim.citations}
    return good / max(1, len(marked) + len(invented))


def _markers(answer: AnswerRecord) -> set[int]:
    """Returns the markers in the text; an article that writes "[1]" itself has made none."""
    text = answer.text
    for quote in sorted({citation.quote for citation in answer.citations}, key=lambda quote: (-len(quote), quote)):
        text = text.replace(quote, " ")
    return {int(number) for number in _MARKER.findall(text)}


def _right(sample: Sample, writer: str, answer: AnswerRecord) -> Iterator[Mark]:
    case = sample.case
    quotes = bool(case.gold)
    precision = _PRECISION if quotes else _PRECISION[:1]
    recall = (*_RECALL, *_FOLLOW_UP * bool(case.history)) if quotes else _RECALL[:1]
    if answer.fault is not None:
        yield from unscored((*precision, *recall), writer, answer.fault.type)
        return
    cited = answer.citations
    articles = {citation.article_id for citation in cited}
    relevant = set(case.relevant_ids)
    yield Mark("citation_recall", writer, len(articles & relevant) / len(relevant))
    if quotes:
        hits = sum(holds(cited, gold) for gold in case.gold)
        yield Mark("quote_recall", writer, hits / len(case.gold))
        yield from (Mark(metric, writer, float(hits > 0)) for metric in recall[2:])
    if not cited:
        yield from unscored(precision, writer, "nothing was cited")
        return
    yield Mark("citation_precision", writer, sum(item.article_id in relevant for item in cited) / len(cited))
    if quotes:
        yield Mark("quote_precision", writer, sum(holds(case.gold, item) for item in cited) / len(cited))


def _valid(sample: Sample, citation: CitationRecord) -> bool:
    stored = sample.articles.get(citation.article_id)
    return (stored is not None and stored.version == citation.version
            and 0 <= citation.start < citation.end <= len(stored.text))


def _exact(sample: Sample, citation: CitationRecord) -> bool:
    return (_valid(sample, citation)
            and sample.articles[citation.article_id].text[citation.start : citation.end] == citation.quote)
