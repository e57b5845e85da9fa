"""Ranking measured: nDCG@10 and recall of dense, lexical and fused scores, and what fusion is worth."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.score import words

__all__ = ["Gain", "Metrics", "full_text_scores", "metrics", "ndcg", "paired_gain"]

_SAMPLES = 5000


@dataclass(frozen=True, slots=True)
class Metrics:
    """Means over questions."""

    ndcg10: float
    recall1: float
    recall5: float

    def __str__(self) -> str:
        return f"{self.ndcg10:.3f}  {self.recall1:.3f}  {self.recall5:.3f}"


@dataclass(frozen=True, slots=True)
class Gain:
    """A mean difference with the 95 % interval of a bootstrap over documents."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:+.3f} [{self.low:+.3f}, {self.high:+.3f}]"


def ndcg(scores: NDArray[np.float32], relevant: NDArray[np.int64]) -> NDArray[np.float64]:
    """Returns nDCG@10 of each question; a tie counts against the relevant passage.

    Args:
        scores: Shape (questions, passages).
        relevant: The one relevant passage of each question, shape (questions,).
    """
    ranks = _ranks(scores, relevant)
    return np.where(ranks < 10, 1.0 / np.log2(ranks + 2.0), 0.0)


def metrics(scores: NDArray[np.float32], relevant: NDArray[np.int64]) -> Metrics:
    """Returns the means; arguments as for `ndcg`."""
    ranks = _ranks(scores, relevant)
    return Metrics(float(ndcg(scores, relevant).mean()), float((ranks < 1).mean()), float((ranks < 5).mean()))


def paired_gain(one: NDArray[np.float64], other: NDArray[np.float64], clusters: NDArray[np.int64]) -> Gain:
    """Returns the mean of ``one - other``; questions on one document are drawn together."""
    _, inverse = np.unique(clusters, return_inverse=True)
    sums, sizes = np.bincount(inverse, weights=one - other), np.bincount(inverse)
    drawn = np.random.default_rng(0).integers(0, len(sizes), (_SAMPLES, len(sizes)))
    means = sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return Gain(float((one - other).mean()), float(low), float(high))


def full_text_scores(questions: Sequence[str], passages: Sequence[str]) -> NDArray[np.float32]:
    """Returns BM25 of SQLite's FTS5 (unicode61, any word of the question), 0 where nothing matches."""
    scores = np.zeros((len(questions), len(passages)), dtype=np.float32)
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='unicode61')")
        connection.executemany("INSERT INTO texts(rowid, text) VALUES (?, ?)", enumerate(passages, 1))
        for row, question in enumerate(questions):
            query = " OR ".join(f'"{word}"' for word in dict.fromkeys(words(question)))
            found = connection.execute("SELECT rowid, bm25(texts) FROM texts WHERE texts MATCH ?", (query,))
            for passage, score in found:
                scores[row, passage - 1] = -score
    finally:
        connection.close()
    return scores


def _ranks(scores: NDArray[np.float32], relevant: NDArray[np.int64]) -> NDArray[np.int64]:
    own = scores[np.arange(len(scores)), relevant][:, None]
    return (scores >= own).sum(axis=1) - 1
