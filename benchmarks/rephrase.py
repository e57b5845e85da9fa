"""Whether a second search by the translated question could pay: ``python -m benchmarks.rephrase``.

Belebele has every question in English and in German by human translators, so this is the most that any model's
translation can give. English questions are asked of German articles; those that the evidence rule refuses are asked
again in German. Beside it: the same rule with the threshold lowered until it refuses as few answerable questions, which
costs no model. NEWSCITE_BELEBELE names the folder. Only the test half is shown; nothing is chosen on it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.abstention import Case, confidences
from benchmarks.material import asked, gather
from rag.embed import open_embedder
from rag.score import load_calibration
from rag.settings import Settings

__all__ = ["Policy", "compare", "show"]

_SIZES = (20, 200)


@dataclass(frozen=True, slots=True)
class Policy:
    """Shares of a way to decide: answerable questions refused, and unanswerable ones refused."""

    name: str
    false_refusals: float
    refused: float


def compare(first: Case, second: Case, threshold: float) -> list[Policy]:
    """Returns one search, two searches, and one search with a threshold as lenient as the two.

    Args:
        first: Confidences of the questions as asked.
        second: Of the same questions, before the same libraries, translated.
        threshold: What a confidence has to reach.
    """
    both = np.maximum(first.answerable, second.answerable)
    one = Policy("one search", _below(first.answerable, threshold), _below(first.unanswerable, threshold))
    two = Policy("two searches", _below(both, threshold),
                 _below(np.maximum(first.unanswerable, second.unanswerable), threshold))
    lower = float(np.quantile(first.answerable, two.false_refusals, method="lower"))
    return [one, two, Policy("lower threshold", _below(first.answerable, lower), _below(first.unanswerable, lower))]


def show() -> None:
    """Measures and prints the table."""
    folder = os.environ.get("NEWSCITE_BELEBELE", "")
    if not folder:
        print("skipped: set NEWSCITE_BELEBELE to the folder of Belebele")
        return
    embedder = open_embedder(Settings())
    material = gather(embedder, Path(folder), None)
    threshold = load_calibration(embedder.identity).threshold(0.05)
    cases = {language: confidences(asked(material, language), False, material.reference, material.articles, _SIZES)
             for language in ("en", "de")}
    print(f"{'articles':>9}  {'decided by':18}{'answerable refused':>19}{'unanswerable refused':>22}")
    for first, second in zip(cases["en"], cases["de"], strict=True):
        if first.mix == "de":
            for policy in compare(first, second, threshold):
                print(f"{first.size:>9}  {policy.name:18}{policy.false_refusals:>19.3f}{policy.refused:>22.3f}")


def _below(values: np.ndarray, threshold: float) -> float:
    return float((values < threshold).mean())


if __name__ == "__main__":
    show()
