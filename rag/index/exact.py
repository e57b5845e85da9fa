"""The nearest passages by looking at every kept vector: slower than Chroma in a large library, and never wrong."""

from __future__ import annotations

import numpy as np

from rag.library import Library
from rag.types import Vectors

__all__ = ["scan"]


def scan(library: Library, question: Vectors, count: int, admitted: set[int]) -> list[int]:
    """Returns the ids of the `count` admitted passages nearest to a question, nearest first.

    Args:
        question: Shape (dimension,).
        count: How many to return at most.
        admitted: Ids of the passages to look at.
    """
    ids: list[int] = []
    scores: list[float] = []
    for rows in library.passages.vectors():
        kept = [row for row in rows if row.passage_id in admitted]
        if kept:
            ids += [row.passage_id for row in kept]
            scores += (np.stack([row.vector for row in kept]) @ question).tolist()
    order = np.argsort(-np.array(scores), kind="stable")[:count]
    return [ids[at] for at in order]
