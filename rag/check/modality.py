"""What a quote says may be, is rumoured or is planned, a claim does not say is so.

One-sided: a claim more careful than its quote passes. Where only a part of the quote is rendered, that part counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.check.clauses import clauses, rendered, renders_all
from rag.check.cues import Cues, cue_words, places
from rag.check.modal_words import MODAL_WORDS
from rag.check.numbers import Source
from rag.check.result import CheckResult

__all__ = ["check_modality"]

_NAME = "modality"
_MAY = re.compile(r"(?<=\S) May\b")
_HEDGE_LOST = "The quote says that this may be so, and the claim that it is."
_PLAN_LOST = "The quote says what is planned, and the claim that it is so."


def check_modality(claim: str, language: str, quotes: Sequence[Source]) -> CheckResult:
    """Checks that a claim keeps the hedge, or the plan, of its quotes.

    Args:
        claim: A sentence in `language`.
        language: ISO 639-1. Where it, or the language of a quote, is not known to the check, the claim passes.
        quotes: The cited quotes; one that says it without reserve is enough.
    """
    if language not in MODAL_WORDS or not quotes:
        return CheckResult(_NAME, True)
    own = cue_words(_without_month(claim), accents=language == "de")
    faults = [_lost(claim, language, own, quote) for quote in quotes]
    return CheckResult(_NAME, False, faults[0]) if all(faults) else CheckResult(_NAME, True)


def _lost(claim: str, language: str, own: Sequence[str], quote: Source) -> str:
    """Returns what a claim has lost of a quote, "" where nothing."""
    said, told = MODAL_WORDS[language], MODAL_WORDS.get(quote.language or "")
    if told is None:
        return ""
    hedged = any(places(own, wanted) for wanted in (said.hedges, said.loosely, said.either))
    if not hedged and _is_meant(claim, language, quote, told.hedges):
        return _HEDGE_LOST
    planned = any(places(own, wanted) for wanted in (said.plans, said.coming, said.either))
    if not (hedged or planned) and _is_meant(claim, language, quote, told.either):
        return _PLAN_LOST
    if planned:
        return ""
    if _is_meant(claim, language, quote, told.plans):
        return _PLAN_LOST
    over = places(own, said.done) and not _has(quote.text, quote.language, told.done)
    return _PLAN_LOST if over and _is_meant(claim, language, quote, told.future) else ""


def _is_meant(claim: str, language: str, quote: Source, wanted: Cues) -> bool:
    """Whether the part of a quote that a claim renders has one of these words."""
    if not _has(quote.text, quote.language, wanted):
        return False
    parts = clauses(quote.text, quote.language or "")
    if len(parts) == 1 or renders_all(claim, quote.text):
        return True
    having = {place for place, part in enumerate(parts) if _has(part.text, quote.language, wanted)}
    return len(having) == len(parts) or not having.isdisjoint(rendered(claim, language, parts))


def _has(text: str, language: str | None, wanted: Cues) -> bool:
    return bool(places(cue_words(_without_month(text), accents=language == "de"), wanted))


def _without_month(text: str) -> str:
    """Takes out "May", a month where a sentence does not begin with it."""
    return _MAY.sub(" ", text)
