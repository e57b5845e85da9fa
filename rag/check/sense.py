"""The checks of sense, run by the quotes that a claim renders: direction, stance, speakers, who did it to whom."""

from __future__ import annotations

from collections.abc import Sequence

from rag.check.attribution import check_attribution
from rag.check.change import check_change
from rag.check.modality import check_modality
from rag.check.numbers import Source
from rag.check.polarity import check_polarity
from rag.check.rendering import Rendered
from rag.check.result import CheckResult
from rag.check.roles import check_roles
from rag.types import EvidenceSentence

__all__ = ["judge_sense", "told_by"]


def judge_sense(claim: str, language: str, rendered: Rendered) -> tuple[CheckResult, ...]:
    """Checks a claim by the quotes that it renders, and each main clause of one that joins several by its own.

    A clause is found fault with only where the whole claim is, too: "said the union" may stand in the other clause.

    Args:
        claim: A sentence in `language`, without a yes or no before it.
        language: ISO 639-1.
        rendered: Its quotes.
    """
    told = told_by(rendered.voting)
    outlets = [item.passage.outlet for item in rendered.voting if item.passage.outlet]
    results = _run(claim, language, _quotes(rendered.voting), told, outlets)
    for part, item in rendered.parts:
        quotes = _quotes([item])
        alone = _run(part, language, quotes, told, outlets)
        whole = _run(claim, language, quotes, told, outlets)
        results = tuple(fault if result.passed and not fault.passed and not other.passed else result
                        for result, fault, other in zip(results, alone, whole, strict=True))
    return results


def told_by(sentences: Sequence[EvidenceSentence]) -> list[Source]:
    """Returns the quotes and the contexts that they lean on."""
    return [Source(part, item.passage.language) for item in sentences for part in (item.quote, item.context) if part]


def _quotes(sentences: Sequence[EvidenceSentence]) -> list[Source]:
    return [Source(item.quote, item.passage.language) for item in sentences]


def _run(claim: str, language: str, quotes: Sequence[Source], sources: Sequence[Source],
         outlets: Sequence[str]) -> tuple[CheckResult, ...]:
    return (
        check_polarity(claim, language, quotes, sources),
        check_change(claim, language, quotes, sources),
        check_modality(claim, language, quotes),
        check_attribution(claim, language, quotes, sources, outlets),
        check_roles(claim, language, quotes),
    )
