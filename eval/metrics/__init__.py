"""The scorers that come with the suite, one subject a file."""

from __future__ import annotations

from eval.metrics.abstention import AbstentionScorer
from eval.metrics.answers import AnswerScorer, ChoiceScorer
from eval.metrics.citations import CitationScorer, ClaimScorer, SupportScorer
from eval.metrics.cost import CostScorer
from eval.metrics.retrieval import EvidenceScorer, RetrievalScorer
from eval.metrics.robustness import RobustnessScorer
from eval.scorer import Scorer

__all__ = ["default_scorers"]


def default_scorers() -> tuple[Scorer, ...]:
    """Returns a new instance of each."""
    return (RetrievalScorer(), EvidenceScorer(), AnswerScorer(), ChoiceScorer(), CitationScorer(), ClaimScorer(),
            SupportScorer(), AbstentionScorer(), RobustnessScorer(), CostScorer())
