"""Question -> passages: dense candidates from the index, lexical ones from the full text, scored together.

Candidates only decide what is looked at; scores are exact, from the vectors that the library keeps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from rag.encode import Encoder
from rag.index import LiveIndex
from rag.language import question_language
from rag.library import Library
from rag.library.records import Candidates
from rag.score import (
    Signals,
    Terms,
    confidence,
    lexical_shares,
    lexical_terms,
    passage_scores,
    words,
)
from rag.types import Filters, Passage, Reranker, Vectors

__all__ = ["Found", "FoundPassage", "Ranking", "Searcher"]

Ranking = Literal["fused", "dense", "lexical"]
"""What passages are ranked by: all that is known of them, the cosine of their vectors alone, or BM25 alone."""

_DENSE = 100
_LEXICAL = 50
_WHOLE = 500
_RERANKED = 30
"""Passages that a cross-encoder looks at: each costs it some tens of milliseconds."""


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with what is known of its sentences.

    Attributes:
        sentence_scores: Cosine of question and sentence, shape (number of sentences,).
        sentence_vectors: Shape (number of sentences, dimension).
    """

    passage: Passage
    sentence_scores: NDArray[np.float32]
    sentence_vectors: Vectors


@dataclass(frozen=True, slots=True)
class Found:
    """The passages of a search, best first, and how sure one may be that they hold an answer.

    Attributes:
        confidence: See `rag.score.confidence`; ``-inf`` where nothing was found.
    """

    question: str
    language: str
    vector: Vectors
    passages: tuple[FoundPassage, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Asked:
    question: str
    language: str
    vector: Vectors
    terms: Terms


@dataclass(frozen=True, slots=True)
class _ScoredCandidates:
    candidates: Candidates
    signals: Signals | None
    scores: NDArray[np.float32]


class Searcher:
    """Searches one library.

    Args:
        library: Which.
        index: Of the library.
        encoder: Of the library.
        reranker: Reorders the best passages, where one is configured.
    """

    def __init__(self, library: Library, index: LiveIndex, encoder: Encoder, reranker: Reranker | None) -> None:
        self._library = library
        self._index = index
        self._encoder = encoder
        self._reranker = reranker

    def search(self, question: str, language: str, k: int, filters: Filters, by: Ranking = "fused") -> Found:
        """Returns the `k` best passages.

        Args:
            question: One that stands alone.
            language: Of the question, ISO 639-1.
            k: How many passages to return at most.
            filters: Which passages to look at.
            by: The order; anything but "fused" is for comparison, and its passages still carry the fused scores.

        Raises:
            EmbeddingMismatchError: The library was built with another embedding model.
        """
        vector = self._encoder.question(question)
        terms = lexical_terms(question)
        near = self._index.nearest(vector, max(_DENSE, 4 * k), filters) if by != "lexical" else []
        worded = self._library.passages.matching(terms.words, max(_LEXICAL, 2 * k), filters) if by != "dense" else []
        asked = _Asked(question, language, vector, terms)
        scored = self._scored(asked, list(dict.fromkeys([*near, *worded])), filters)
        pool = max(k, _RERANKED) if by == "fused" and self._reranker is not None else k
        found = self._found(asked, scored, _order(scored, worded, by)[:pool], filters)
        return found if by != "fused" else replace(found, passages=self._reranked(question, found.passages)[:k])

    def read(self, question: str, language: str, passage_ids: Sequence[int], filters: Filters) -> Found:
        """Returns these passages in this order: the scores are a search's, the best to the first, and so on.

        Whoever found them, with a cross-encoder perhaps, had reasons for the order; but what is decided on scores must
        mean the same with any retriever, so it is passages that change places, and never scores.

        Args:
            question: One that stands alone.
            language: Of the question, ISO 639-1.
            passage_ids: What some retriever found, best first; ids that are not in the library are passed over.
            filters: Which passages to look at.
        """
        asked = _Asked(question, language, self._encoder.question(question), lexical_terms(question))
        scored = self._scored(asked, passage_ids, filters)
        place = {passage_id: at for at, passage_id in reversed(list(enumerate(passage_ids)))}
        order = sorted(range(len(scored.scores)), key=lambda row: place[scored.candidates.passages[row].passage_id])
        found = self._found(asked, scored, order, filters)
        return replace(found, passages=_placed(found.passages))

    def whole(self, question: str, language: str, filters: Filters) -> Found:
        """Returns the passages that the filters admit, 500 at most, in the order in which they were added."""
        return self.read(question, language, self._library.passages.admitted(filters, _WHOLE), filters)

    def language_of(self, question: str) -> str:
        """Returns the language of a question, ISO 639-1.

        Raises:
            QuestionError: It has no words, or is in a language that is not spoken here.
        """
        return question_language(question, self._library.articles.languages())

    def _found(self, asked: _Asked, scored: _ScoredCandidates, order: Sequence[int] | NDArray[np.intp],
               filters: Filters) -> Found:
        if scored.signals is None:
            return Found(asked.question, asked.language, asked.vector, (), float("-inf"))
        passages = tuple(_found_passage(scored, scored.signals, int(row), asked.vector) for row in order)
        searched = self._library.passages.count(filters)
        return Found(asked.question, asked.language, asked.vector, passages,
                     confidence(asked.vector, scored.signals, self._encoder.reference, searched))

    def _scored(self, asked: _Asked, passage_ids: Sequence[int], filters: Filters) -> _ScoredCandidates:
        candidates = self._library.passages.candidates(passage_ids, filters)
        if not candidates.passages:
            nothing = np.empty(0, dtype=np.float32)
            return _ScoredCandidates(candidates, None, nothing)
        signals = self._signals(candidates, asked)
        return _ScoredCandidates(candidates, signals, passage_scores(signals, self._encoder.reference))

    def _signals(self, candidates: Candidates, asked: _Asked) -> Signals:
        vector, terms = asked.vector, asked.terms
        same = np.array([passage.language in (None, asked.language) for passage in candidates.passages], dtype=np.bool_)
        dense = candidates.vectors @ vector
        best = np.array([float((rows @ vector).max()) if len(rows) else float(dense[at])
                         for at, rows in enumerate(candidates.sentence_vectors)], dtype=np.float32)
        counts = np.array([_counts(passage.text, terms.words) for passage in candidates.passages], dtype=np.int64)
        held = self._library.passages.holding(terms.words)
        holding = np.array([held.get(word, 0) for word in terms.words], dtype=np.int64)
        lexical = lexical_shares(terms, counts, holding, self._library.passages.count(), same)
        return Signals(dense=dense, sentence=best, bias=candidates.bias, lexical=lexical, same_language=same)

    def _reranked(self, question: str, found: Sequence[FoundPassage]) -> tuple[FoundPassage, ...]:
        if self._reranker is None or len(found) < 2:
            return tuple(found)
        scores = list(self._reranker.scores(question, [item.passage.text for item in found]))
        return _placed([found[at] for at in sorted(range(len(found)), key=lambda at: -scores[at])])


def _placed(found: Sequence[FoundPassage]) -> tuple[FoundPassage, ...]:
    """Hands the passages' scores out anew, falling, in the order in which the passages stand."""
    scores = sorted((item.passage.score for item in found), reverse=True)
    return tuple(replace(item, passage=replace(item.passage, score=score))
                 for item, score in zip(found, scores, strict=True))


def _order(scored: _ScoredCandidates, worded: Sequence[int], by: Ranking) -> NDArray[np.intp]:
    """Returns the rows of the candidates, best first; `worded` are the passages' ids by BM25."""
    if by == "dense" and scored.signals is not None:
        return np.argsort(-scored.signals.dense, kind="stable")
    if by == "lexical":
        place = {passage_id: at for at, passage_id in enumerate(worded)}
        return np.argsort([place[passage.passage_id] for passage in scored.candidates.passages], kind="stable")
    return np.argsort(-scored.scores, kind="stable")


def _counts(text: str, wanted: Sequence[str]) -> list[int]:
    counted = Counter(words(text))
    return [counted[word] for word in wanted]


def _found_passage(scored: _ScoredCandidates, signals: Signals, row: int, vector: Vectors) -> FoundPassage:
    sentences = scored.candidates.sentence_vectors[row]
    passage = replace(scored.candidates.passages[row], score=float(scored.scores[row]),
                      dense=float(signals.dense[row]), lexical=float(signals.lexical[row]))
    return FoundPassage(passage, sentences @ vector, sentences)
