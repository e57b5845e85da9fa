"""The decision to abstain measured: libraries of many sizes, with and without the document that answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.belebele import LANGUAGES, in_calibration_half
from benchmarks.encoded import Library, signals
from rag.score import WEIGHTS, Reference, Weights, confidence

__all__ = ["MIXES", "SIZES", "Asked", "Case", "auroc", "confidences"]

SIZES = (2, 20, 200, 500)
MIXES = ("en", "de", "both")
"""Languages of a library: one, or each article in one of the two by chance."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question before the pool of everything: Belebele in English, in German, then the haystack.

    Attributes:
        documents: How many documents of Belebele there are; rows ``0..documents`` are English, the next as many
            German, the others haystack.
    """

    document: int
    documents: int
    vector: NDArray[np.float32]
    library: Library


@dataclass(frozen=True, slots=True)
class Case:
    """Confidences of all questions of one half in one kind of library, with and without their document."""

    question_language: str
    mix: str
    size: int
    answerable: NDArray[np.float64]
    unanswerable: NDArray[np.float64]


def confidences(asked: Sequence[Asked], calibration_half: bool, reference: Reference, haystack: Sequence[Sequence[int]],
                sizes: Sequence[int] = SIZES, weights: Weights = WEIGHTS) -> list[Case]:
    """Asks every question of a half in a library of each size and mix, drawn anew for it.

    Args:
        asked: All in one language.
        calibration_half: Which half; the other half's documents never appear.
        reference: Of the model.
        haystack: For each further article its rows in the pool.
        sizes: Articles in a library.
        weights: Of the scores.
    """
    generator = np.random.default_rng(7)
    documents = np.array([number for number in range(asked[0].documents)
                          if in_calibration_half(number) is calibration_half])
    chosen = [item for item in asked if in_calibration_half(item.document) is calibration_half]
    cases: list[Case] = []
    for mix in MIXES:
        for size in sizes:
            pairs = np.array([_pair(item, documents, haystack, mix, size, generator, reference, weights)
                              for item in chosen])
            cases.append(Case(asked[0].library.language, mix, size, pairs[:, 0], pairs[:, 1]))
    return cases


def auroc(case: Case) -> float:
    """Returns how often an answerable question is surer than an unanswerable one."""
    return float((case.answerable[:, None] > case.unanswerable[None, :]).mean())


def _pair(item: Asked, documents: NDArray[np.int64], haystack: Sequence[Sequence[int]], mix: str, size: int,
          generator: np.random.Generator, reference: Reference, weights: Weights) -> tuple[float, float]:
    """Returns the confidence with the question's document in the library and with another in its place."""
    others = documents[documents != item.document]
    drawn = generator.permutation(others)[:size]
    languages = (generator.integers(0, 2, len(drawn)) if mix == "both"
                 else np.full(len(drawn), LANGUAGES.index(mix)))
    more = [int(at) for at in generator.permutation(len(haystack))[: size - len(drawn)]]
    rest = np.array([row for article in more for row in haystack[article]], dtype=np.int64)
    without = np.concatenate([drawn + languages * item.documents, rest])
    holding = without.copy()
    holding[0] = item.document + languages[0] * item.documents
    first, second = (confidence(item.vector, signals(item.library, rows), reference, weights=weights)
                     for rows in (holding, without))
    return first, second
