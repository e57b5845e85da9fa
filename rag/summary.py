"""The sentences that say most of what an article says: evidence for a summary, chosen by the kept vectors.

A sentence is central where it is near the mean of its article's sentences (Radev et al., "Centroid-based summarization
of multiple documents", 2004); each next one gives up what it shares with those chosen (Carbonell and Goldstein, "The
use of MMR", 1998). News says first what matters most, so the first sentences have a start on the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rag.anaphora import context_of
from rag.check.orders import check_orders
from rag.search import FoundPassage
from rag.types import Evidence, EvidenceSentence, Passage, Span, Vectors

__all__ = ["central_sentences"]

_LEAD = 0.1
"""Advantage of an article's first sentence; it falls to nothing by the tenth."""
_SAME = 0.5
"""Share of its likeness to what is chosen that a sentence gives up."""
_ALIKE = 0.97
"""From this cosine on two sentences of one language say the same, or differ in a number at most."""
_SHORTEST = 40
"""Shorter ones are headings, bylines and exclamations."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    passage: Passage
    at: int
    vector: Vectors
    score: float

    @property
    def span(self) -> Span:
        return self.passage.sentences[self.at]

    @property
    def text(self) -> str:
        return self.passage.slice(self.span)


def central_sentences(passages: Sequence[FoundPassage], most: int) -> Evidence:
    """Chooses what a summary is made of.

    Args:
        passages: All of the articles to be summed up, none of them a near-duplicate of another.
        most: Sentences at most; every article gets one before any gets a second.

    Returns:
        The sentences in the order in which one reads them, numbered from 1. To abstain is no question here.
    """
    articles: dict[str, list[FoundPassage]] = {}
    for item in sorted(passages, key=lambda found: found.passage.start):
        articles.setdefault(item.passage.article_id, []).append(item)
    share = max(1, most // max(len(articles), 1))
    chosen: list[_Sentence] = []
    for parts in list(articles.values())[:most]:
        own = [item for item in _scored(parts) if not _is_said(item, chosen)]
        chosen += sorted(_central(own, share), key=lambda sentence: sentence.span.start)
    sentences = tuple(_evidence(number, item) for number, item in enumerate(chosen, 1))
    return Evidence(sentences, abstain=not sentences, confidence=0.0, threshold=0.0)


def _scored(parts: Sequence[FoundPassage]) -> list[_Sentence]:
    places = [(found, at) for found in parts for at in range(len(found.passage.sentences))
              if _tells(found.passage.slice(found.passage.sentences[at]))]
    if not places:
        return []
    vectors = np.stack([found.sentence_vectors[at] for found, at in places])
    mean = vectors.mean(axis=0)
    near = vectors @ (mean / max(float(np.linalg.norm(mean)), 1e-9))
    lead = np.maximum(0.0, _LEAD * (1 - np.arange(len(places)) / 10))
    return [_Sentence(found.passage, at, vectors[row], float(near[row] + lead[row]))
            for row, (found, at) in enumerate(places)]


def _tells(text: str) -> bool:
    """Whether a sentence tells something: orders to whoever reads an article do not."""
    return len(text) >= _SHORTEST and check_orders([text]).passed


def _is_said(item: _Sentence, chosen: Sequence[_Sentence]) -> bool:
    """Whether another article's sentence says the same: an agency's text in two papers."""
    return any(other.passage.language == item.passage.language and float(np.dot(other.vector, item.vector)) >= _ALIKE
               for other in chosen)


def _central(sentences: Sequence[_Sentence], most: int) -> list[_Sentence]:
    chosen: list[_Sentence] = []
    left = list(sentences)
    while left and len(chosen) < most:
        best = max(left, key=lambda item: item.score - _SAME * max(
            (float(np.dot(item.vector, other.vector)) for other in chosen), default=0.0))
        chosen.append(best)
        left.remove(best)
    return chosen


def _evidence(number: int, item: _Sentence) -> EvidenceSentence:
    passage, span = item.passage, item.span
    return EvidenceSentence(number, passage, span.start, span.end, item.text, item.score, context_of(passage, item.at))
