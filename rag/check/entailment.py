"""A claim has to follow from what it cites, as a model of natural language inference judges, where one is set.

No such model comes with Newscite. Its own label decides: a claim passes where entailment is likelier than all else
together, from one citation with what stands before it, or from all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from rag.check.result import CheckResult

__all__ = ["Entails", "check_entailment"]

Entails = Callable[[Sequence[tuple[str, str]]], list[float]]
"""How surely the second text of each pair follows from the first, 0 to 1."""

_LEAST: Final = 0.5
_NAME = "entailment"


def check_entailment(claim: str, premises: Sequence[str], entails: Entails) -> CheckResult:
    """Checks that the claim follows from a premise, or from all of them.

    Args:
        premises: The cited sentences, each after the context that it leans on.
        entails: The model.
    """
    joined = dict.fromkeys((*premises, " ".join(premises)))
    surest = max(entails([(premise, claim) for premise in joined]), default=0.0)
    if surest < _LEAST:
        return CheckResult(_NAME, False, f"The inference model does not find it in its quote ({surest:.2f}).")
    return CheckResult(_NAME, True)
