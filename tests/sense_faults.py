"""What the checks of sense, without numbers and names, find wrong with a claim."""

from __future__ import annotations

from rag.check.attribution import check_attribution
from rag.check.change import check_change
from rag.check.modality import check_modality
from rag.check.numbers import Source
from rag.check.polarity import check_polarity
from rag.check.roles import check_roles

__all__ = ["faults"]


def faults(claim: str, language: str, quote: str, told: str) -> list[str]:
    """Returns the reasons of the checks that a claim fails; none where it passes all."""
    source = [Source(quote, told)]
    checks = (check_polarity(claim, language, source, source), check_change(claim, language, source, source),
              check_modality(claim, language, source), check_attribution(claim, language, source, source),
              check_roles(claim, language, source))
    return [check.reason for check in checks if not check.passed]
