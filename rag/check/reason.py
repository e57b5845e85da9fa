"""A claim gives no more reasons and consequences than its sources do.

"The bridge was closed, due to poor maintenance": nothing of what is added is a name or a number, but it says why. How
often a claim tells why, or what came of it, is held against all that its sources have that may be rendered so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.check.cues import cue_words, places
from rag.check.numbers import Source
from rag.check.parts import parts
from rag.check.reason_words import REASON_WORDS, Pair, ReasonWords
from rag.check.result import CheckResult

__all__ = ["check_reason"]

_NAME = "reason"
# Two sentences side by side, the one for the other's reason: "It closed: there was no money."
_BESIDE = re.compile(r"[:;–—]\s|\s-\s")
# What has a reason may stand beside its consequence, told by a mere comma.
_BESIDES = 1
_REACH = 3
_LONGEST_CUE = 3


def check_reason(claim: str, language: str, sources: Sequence[Source]) -> CheckResult:
    """Checks that a claim gives no reason, cause or consequence that none of its sources may be read to give.

    Args:
        claim: A sentence in `language`.
        language: ISO 639-1. Where it, or the language of a source, is not known to the check, the claim passes.
        sources: The cited quotes, their contexts, and the titles above them.
    """
    if language not in REASON_WORDS or not sources or any(source.language not in REASON_WORDS for source in sources):
        return CheckResult(_NAME, True)
    heard = sum(_heard(source.text, REASON_WORDS[source.language or ""]) for source in sources)
    if _given(claim, REASON_WORDS[language]) > (heard + _BESIDES if heard else 0):
        return CheckResult(_NAME, False, "It gives a reason or a consequence that its quote does not.")
    return CheckResult(_NAME, True)


def _given(text: str, known: ReasonWords) -> int:
    """Counts the reasons of a claim; words of one phrase ("as a result of which") are one."""
    found: list[int] = []
    at = 0
    for number, part in enumerate(parts(text)):
        spoken = cue_words(part)
        told = [*places(spoken, known.given), *_pairs(spoken, known.pairs)]
        if number and 0 in places(spoken[:_LONGEST_CUE], known.opening):
            told.append(0)
        found += [at + place for place in told]
        at += len(spoken)
    ordered = sorted(set(found))
    return sum(1 for place, begin in enumerate(ordered) if place == 0 or begin - ordered[place - 1] > _REACH)


def _heard(text: str, known: ReasonWords) -> int:
    """Counts what may be rendered by a reason: a word too many here only lets a claim pass."""
    spoken = cue_words(text)
    told = {place for wanted in (known.given, known.opening, known.heard) for place in places(spoken, wanted)}
    held = [cue_words(part) for part in parts(text)]
    aims = sum(len(_pairs(part, known.purposes)) for part in held)
    last = held[-1][:1] if len(held) > 1 else []
    return len(told) + aims + sum(word in known.heads for word in last) + len(_BESIDE.findall(text))


def _pairs(spoken: Sequence[str], pairs: Sequence[Pair]) -> list[int]:
    found: list[int] = []
    for pair in pairs:
        begin = next((place for place, word in enumerate(spoken) if word in pair.first), None)
        if begin is not None and any(word in pair.last for word in spoken[begin + 1 :]):
            found.append(begin)
    return found
