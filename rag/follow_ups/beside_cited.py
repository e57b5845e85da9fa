"""Sentences that are found by what they hold or by where they stand, and not by their nearness to a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from rag.anaphora import leans_on_previous
from rag.asking.asked import Wanted, holds, tells
from rag.check.cues import cue_words, places
from rag.check.orders import check_orders
from rag.check.reason_words import REASON_WORDS
from rag.search import Found, FoundPassage
from rag.types import Citation, Evidence, EvidenceSentence

__all__ = ["of_texts", "of_the_kind", "reasons_beside", "with_first"]

_MOST: Final = 2
"""Sentences put first: what is near to the question comes behind them."""
_BESIDE: Final = 2
"""Sentences before and after a cited one among which its reason is looked for."""
_NEAR: Final = 3
_GAP: Final = 0.4
"""As in `rag.evidence.Rule`: what a sentence's cosine counts for."""


def of_texts(found: Found, fits: Callable[[str, str | None], bool]) -> list[EvidenceSentence]:
    """Returns the sentences of a search that fit, best first; orders to whoever reads are none.

    Args:
        fits: Is asked of a sentence and its language.
    """
    return sorted((sentence for item in found.passages for at in range(len(item.passage.sentences))
                   if fits((sentence := _sentence(item, at)).quote, item.passage.language)
                   and check_orders([sentence.quote]).passed), key=lambda sentence: -sentence.score)


def reasons_beside(cited: Citation, found: Found) -> list[EvidenceSentence]:
    """Returns what gives a reason beside a cited sentence, the nearest first; else what stands behind and before it.

    "There are too few drivers" stands beside what it explains, and has no word that says so.
    """
    beside = _beside(cited, found, _BESIDE)
    if given := [sentence for sentence in beside if _gives_reason(sentence)]:
        return given
    return [sentence for sentence in beside if not sentence.start <= cited.start < sentence.end][:_MOST]


def of_the_kind(kind: Wanted, cited: Citation, found: Found) -> list[EvidenceSentence]:
    """Returns what holds a thing of a kind beside a cited sentence or in it, the nearest first."""
    if not tells(kind):
        return []
    return [sentence for sentence in _beside(cited, found, _NEAR)
            if holds(kind, sentence.quote, sentence.passage.language)]


def with_first(evidence: Evidence, first: Sequence[EvidenceSentence], most: int) -> Evidence:
    """Returns evidence that begins with some sentences, two at most, and is sure by them."""
    if not first:
        return evidence
    placed = {(item.passage.article_id, item.start): item for item in reversed((*first[:_MOST], *evidence.sentences))}
    ordered = [placed.pop(place) for item in (*first[:_MOST], *evidence.sentences)
               if (place := (item.passage.article_id, item.start)) in placed]
    return replace(evidence, abstain=False, sentences=tuple(
        replace(item, number=number) for number, item in enumerate(ordered[:most], 1)))


def _beside(cited: Citation, found: Found, reach: int) -> list[EvidenceSentence]:
    """Returns the sentences around a cited one and itself, the nearest first, of two as near the one that follows."""
    for item in found.passages:
        spans = item.passage.sentences
        at = next((place for place, span in enumerate(spans) if span.start <= cited.start < span.end), None)
        if item.passage.article_id == cited.article_id and at is not None:
            around = sorted(range(max(0, at - reach), min(len(spans), at + reach + 1)),
                            key=lambda place: (abs(place - at), -place))
            sentences = [_sentence(item, place) for place in around]
            return [sentence for sentence in sentences if check_orders([sentence.quote]).passed]
    return []


def _gives_reason(sentence: EvidenceSentence) -> bool:
    known = REASON_WORDS.get(sentence.passage.language or "")
    return known is not None and bool(places(cue_words(sentence.quote), known.given))


def _sentence(found: FoundPassage, at: int) -> EvidenceSentence:
    passage = found.passage
    quotes = [passage.slice(span)
              for span in passage.sentences[max(0, at - 1) : at + 1]]
    context = quotes[0] if at and leans_on_previous(quotes[-1], passage.language) else ""
    score = passage.score - _GAP * float(found.sentence_scores.max() - found.sentence_scores[at])
    span = passage.sentences[at]
    return EvidenceSentence(0, passage, span.start, span.end, quotes[-1], score, context)
