"""What a quote says may be, is rumoured, feared or planned, a claim does not say is so.

One-sided: a claim more careful than its quote passes. Where only a part of the quote is rendered, that part counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.check.accusation_words import ACCUSATION_WORDS
from rag.check.clauses import Clause, clauses, depends, joined_on, rendered, renders_all
from rag.check.cues import Cues, cue_words, cues, places
from rag.check.excuses import without_things
from rag.check.modal_words import MODAL_WORDS, ModalWords
from rag.check.numbers import Source
from rag.check.parted import joined
from rag.check.pending import goes_on, hangs_on, pending_cues, stands_beside
from rag.check.pending_words import PENDING_WORDS
from rag.check.polarity import denies, rejects
from rag.check.refusals import without_refused_wishes
from rag.check.reported_future import tells_hearsay
from rag.check.result import CheckResult
from rag.check.speech_words import SPEECH_WORDS
from rag.check.suspects import without_suspects

__all__ = ["check_modality"]

_NAME = "modality"
_MAY = re.compile(r"(?<=\S) May\b")
_HEDGE_LOST = "The quote says that this may be so, and the claim that it is."
_ACCUSED = "The quote says that somebody is accused or suspected of this, and the claim that it is so."
_PLAN_LOST = "The quote says what is planned, and the claim that it is so."
_NOT_YET = "The quote says what can or will be, and the claim that it is done."
_PENDING = "The quote says what is threatened, asked for, tried, promised or expected, and the claim that it is so."
_SHOULD = frozenset("should sollte sollten".split())
_CONDITIONS = {"en": cues("if"), "de": cues("wenn falls sofern"), "nl": cues("als indien"), "fr": cues("si s_il s_ils"),
               "es": cues("si"), "it": cues("se"), "pt": cues("se_o se_a se_os se_as")}


def check_modality(claim: str, language: str, quotes: Sequence[Source]) -> CheckResult:
    """Checks that a claim keeps the hedge, or the plan, of its quotes.

    Args:
        claim: A sentence in `language`.
        language: ISO 639-1. Where it, or the language of a quote, is not known to the check, the claim passes.
        quotes: The cited quotes; one that says it without reserve is enough.
    """
    if language not in MODAL_WORDS or not quotes:
        return CheckResult(_NAME, True)
    own = without_things(_heard(claim, language), language)
    faults = [_lost(claim, language, own, quote) for quote in quotes]
    return CheckResult(_NAME, False, faults[0]) if all(faults) else CheckResult(_NAME, True)


def _lost(claim: str, language: str, own: Sequence[str], quote: Source) -> str:
    """Returns what a claim has lost of a quote, "" where nothing."""
    said, told = MODAL_WORDS[language], MODAL_WORDS.get(quote.language or "")
    if told is None:
        return ""
    hedged = any(places(own, wanted) for wanted in (said.hedges, said.loosely, said.either))
    lost = not hedged and _is_meant(claim, language, quote, told.hedges)
    if lost or _is_overstated(own, said, quote, told):
        return _HEDGE_LOST
    if not hedged and _is_accusation_lost(claim, language, own, quote):
        return _ACCUSED
    if hedged or any(places(own, wanted) for wanted in (said.plans, said.coming)):
        return ""
    return _PENDING if _is_pending(claim, language, own, quote) else _plan_lost(claim, language, own, quote)


def _plan_lost(claim: str, language: str, own: Sequence[str], quote: Source) -> str:
    """Returns what a claim without any word of a plan has lost of a quote, "" where nothing."""
    said, told = MODAL_WORDS[language], MODAL_WORDS[quote.language or ""]
    # Who would do what in a case that is only supposed plans nothing; and "declined to" renders "did not want to".
    supposed = places(_heard(quote.text, quote.language), _CONDITIONS[quote.language or ""])
    declined = denies(quote.text, quote.language or "") and (rejects(claim, language) or denies(claim, language))
    if supposed or declined:
        return ""
    if _is_meant(claim, language, quote, told.either) or _is_meant(claim, language, quote, told.plans):
        return _PLAN_LOST
    over = places(own, said.done) and not _has(quote.text, quote.language, told.done)
    return _NOT_YET if over and _is_meant(claim, language, quote, told.future) else ""


def _is_overstated(own: Sequence[str], said: ModalWords, quote: Source, told: ModalWords) -> bool:
    """Whether a claim leaves no doubt ("certainly") of what its quote only says may be."""
    heard = _heard(quote.text, quote.language)
    return (bool(places(own, said.certain) and places(heard, told.hedges))
            and not places(heard, told.certain) and not places(own, said.hedges))


def _is_accusation_lost(claim: str, language: str, own: Sequence[str], quote: Source) -> bool:
    """Whether a claim says that somebody did what he is accused of, or that it is proven."""
    said, told = ACCUSATION_WORDS[language], ACCUSATION_WORDS[quote.language or ""]
    if places(cue_words(claim, accents=language == "de"), said.pursued) or denies(claim, language):
        return False
    heard = _heard(quote.text, quote.language)
    if places(own, said.proven) and places(heard, told.suspicion):
        return not places(heard, told.proven)
    spoken, found = SPEECH_WORDS[language], cue_words(claim)
    said_by_somebody = any(places(found, wanted) for wanted in (spoken.frames, spoken.verbs, spoken.denying))
    if places(own, said.loosely) or said_by_somebody:
        return False
    return _is_meant(claim, language, quote, told.accusing)


def _is_pending(claim: str, language: str, own: Sequence[str], quote: Source) -> bool:
    """Whether a claim says what its quote only says is threatened, demanded, tried or the like."""
    excusing = PENDING_WORDS[language].loosely
    together = without_things(_heard(joined(claim, language), language), language)
    if places(own, excusing) or places(together, excusing) or denies(claim, language):
        return False
    wanted = pending_cues(claim, language, quote)
    if wanted is None or stands_beside(claim, language, quote, wanted):
        return False
    return hangs_on(claim, language, quote, wanted) or _is_meant(claim, language, quote, wanted)


def _is_meant(claim: str, language: str, quote: Source, wanted: Cues) -> bool:
    """Whether the part of a quote that a claim renders has one of these words."""
    if not _has(quote.text, quote.language, wanted):
        return False
    parts = clauses(quote.text, quote.language or "")
    if len(parts) == 1 or renders_all(claim, quote.text):
        return True
    having = _hedged(parts, quote.language or "", wanted)
    return len(having) == len(parts) or not having.isdisjoint(rendered(claim, language, parts))


def _hedged(parts: Sequence[Clause], language: str, wanted: Cues) -> set[int]:
    """Returns which clauses have one of these words, or hang on a clause that has: what they fear is no surer."""
    having: set[int] = set()
    for place, text in enumerate(joined_on(parts, language)):
        alone = parts[place].text
        hangs = place - 1 in having and (depends(alone, language) or goes_on(alone, language))
        if hangs or _has(text, language, wanted):
            having.add(place)
    return having


def _has(text: str, language: str | None, wanted: Cues) -> bool:
    # A claim's own verbs stay parted: "annahm" also assumes, and would excuse "nahm Geld an".
    heard = _heard(joined(text, language or ""), language)
    return bool(places(without_refused_wishes(heard, language or ""), wanted))


def _heard(text: str, language: str | None) -> list[str]:
    """Returns the words of a text without those that only look like a stance: May, suspects, "should it rain, ...".

    French tells hearsay by the mood of any verb ("il ferait"): each stands for "serait".
    """
    found = without_suspects(cue_words(_MAY.sub(" ", text), accents=language == "de"))
    if found and found[0] in _SHOULD:
        found = found[1:]
    if language != "fr":
        return found
    return [*found, "serait"] if tells_hearsay(cue_words(text, accents=True)) else found
