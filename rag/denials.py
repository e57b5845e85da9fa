"""Who asks whether something was admitted is shown its denial, where an article that answers has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from rag.anaphora import context_of
from rag.check.happenings import asserted
from rag.check.orders import check_orders
from rag.check.polarity import rejects
from rag.types import Evidence, EvidenceSentence, Passage

__all__ = ["with_denial"]

_ADMISSIONS: Final = frozenset({"admit"})


def with_denial(question: str, language: str, evidence: Evidence, consulted: Sequence[Passage],
                most: int) -> Evidence:
    """Returns the evidence with a sentence of denial among its first, in the place of the last of them.

    Args:
        question: Only one that has somebody admit something is looked at.
        language: The question's, ISO 639-1.
        evidence: Chosen for the question.
        consulted: Passages found; the denial comes of an article that the evidence is from.
        most: Sentences of the evidence that are shown.
    """
    shown = evidence.sentences[:most]
    if evidence.abstain or not shown or not asserted(question, language) & _ADMISSIONS:
        return evidence
    if any(rejects(sentence.quote, sentence.passage.language or "") for sentence in shown):
        return evidence
    articles = {sentence.passage.article_id for sentence in shown}
    denial = next((found for passage in consulted if passage.article_id in articles
                   for found in _denials(passage, shown[-1].score)), None)
    if denial is None:
        return evidence
    kept = shown if len(shown) < most else shown[:-1]
    rest = [sentence for sentence in evidence.sentences[most:] if sentence.start != denial.start
            or sentence.passage.article_id != denial.passage.article_id]
    numbered = (replace(sentence, number=number) for number, sentence in enumerate((*kept, denial, *rest), 1))
    return replace(evidence, sentences=tuple(numbered))


def _denials(passage: Passage, score: float) -> Iterator[EvidenceSentence]:
    language = passage.language or ""
    for at, span in enumerate(passage.sentences):
        quote = passage.text[span.start - passage.start : span.end - passage.start]
        if rejects(quote, language) and check_orders([quote]).passed:
            yield EvidenceSentence(0, passage, span.start, span.end, quote, score, context_of(passage, at))
