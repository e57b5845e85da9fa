"""chrF (Popović 2015): character n-gram agreement of a text with references, as sacreBLEU computes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

__all__ = ["chrf"]


def chrf(text: str, references: Sequence[str], *, order: int = 6, beta: float = 2.0) -> float:
    """Returns the chrF of a text against the reference that suits it best, 0..100.

    White space does not count. Orders that either text is too short for are left out of the means.

    Args:
        order: Longest n-gram, in characters.
        beta: How much more recall counts than precision; 2 is chrF2, the usual one.
    """
    return max((_against(text, reference, order, beta) for reference in references), default=0.0)


def _against(text: str, reference: str, order: int, beta: float) -> float:
    mine, theirs = "".join(text.split()), "".join(reference.split())
    precision = recall = 0.0
    orders = 0
    for n in range(1, order + 1):
        found, wanted = _grams(mine, n), _grams(theirs, n)
        if not found or not wanted:
            continue
        shared = (found & wanted).total()
        precision += shared / found.total()
        recall += shared / wanted.total()
        orders += 1
    if not precision or not recall:
        return 0.0
    precision, recall, weight = precision / orders, recall / orders, beta * beta
    return 100.0 * (1 + weight) * precision * recall / (weight * precision + recall)


def _grams(text: str, n: int) -> Counter[str]:
    return Counter(text[at : at + n] for at in range(len(text) - n + 1))
