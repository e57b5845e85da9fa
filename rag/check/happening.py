"""A claim has nothing happen that none of its quotes may be read to tell: nobody dies, leaves or resigns of itself.

One-sided, and of the happenings of the news alone that are told by few and plain words (`rag.check.happenings`): a word
of a claim that says only the one thing, against all by which a quote may tell it or what is akin to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.check.asserted_words import ASSERTED
from rag.check.happenings import asserted, may_tell
from rag.check.numbers import Source
from rag.check.polarity import denies
from rag.check.result import CheckResult
from rag.check.telling_words import KIN
from rag.gazetteer import names_with_places

__all__ = ["check_happening"]

_NAME = "happening"
# Of others there are so many words that to find none says nothing; directions have a check of their own.
_PLAIN = frozenset(
    "apologise arrest ban bankrupt burn buy cancel close collapse crash demolish die explode fire free hire injure "
    "leave merge protest resign sell sink steal strike sue".split())


def check_happening(claim: str, language: str, sources: Sequence[Source]) -> CheckResult:
    """Checks that what happens in a claim may be read out of one of its sources.

    Args:
        claim: A sentence in `language`.
        language: ISO 639-1. Where it, or the language of a source, is not known to the check, the claim passes.
        sources: The cited quotes, their contexts and titles.
    """
    if language not in ASSERTED or not sources or any(source.language not in ASSERTED for source in sources):
        return CheckResult(_NAME, True)
    own = asserted(_without_names(claim, language), language) & _PLAIN
    # What is said not to happen is the affair of the check of polarity.
    if not own or denies(claim, language):
        return CheckResult(_NAME, True)
    told = frozenset[str]().union(*(may_tell(source.text, source.language or "") for source in sources))
    if any(told.isdisjoint({sense} | KIN.get(sense, frozenset())) for sense in own):
        return CheckResult(_NAME, False, "It has something happen that its quote does not tell.")
    return CheckResult(_NAME, True)


def _without_names(claim: str, language: str) -> str:
    for name in reversed(names_with_places(claim, language)):
        claim = f"{claim[: name.start]} {claim[name.end :]}"
    return claim
