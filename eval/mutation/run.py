"""A mutation set from its sources to its figures."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from eval.dataset import Split
from eval.mutation.claims import belebele_claims, paraphrase_claims
from eval.mutation.measure import MutationReport, measure
from eval.mutation.model import TrueClaim
from eval.mutation.pairs import mutants
from eval.mutation.similarity import DiskSimilarity
from rag.embed import open_embedder
from rag.settings import Settings

__all__ = ["MutationPlan", "run_mutations"]


@dataclass(frozen=True, slots=True)
class MutationPlan:
    """What to measure.

    Attributes:
        split: Thresholds may be chosen on ``"calibration"``; figures are reported of ``"test"``.
        belebele: Its folder; None: only the paraphrases.
        vectors: Where the vectors of sentences are kept; None: meaning is not checked.
        most: Pairs at most of each mutation and source; None: all.
    """

    split: Split
    belebele: Path | None
    vectors: Path | None
    most: int | None
    seed: int = 0


def run_mutations(plan: MutationPlan, settings: Settings, tell: Callable[[int, int], None] | None = None
                  ) -> MutationReport:
    """Makes the set and asks the checks about it.

    Args:
        settings: Name the embedding model.
        tell: Told how many claims of how many are done.

    Raises:
        DatasetError: A source of claims cannot be read.
        EmbeddingError: The embedding model cannot be loaded.
    """
    found: list[TrueClaim] = [*paraphrase_claims()]
    if plan.belebele is not None:
        found += belebele_claims(plan.belebele)
    claims = [claim for claim in found if claim.split == plan.split]
    false = mutants(claims, seed=plan.seed, most=plan.most)
    with ExitStack() as stack:
        similarity = None
        if plan.vectors is not None:
            similarity = stack.enter_context(DiskSimilarity(open_embedder(settings), plan.vectors))
        return measure(claims, false, similarity=similarity, tell=tell)
