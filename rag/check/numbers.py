"""Every number of a claim has to stand in its quotes: value, unit, currency, sign, bound, trend and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.check.agreement import Offered
from rag.check.contrasts import contrasted, members
from rag.check.cursor import Cursor
from rag.check.dates import is_relative_day
from rag.check.moments import mistimed
from rag.check.partitive import misparted
from rag.check.per_units import other_whole
from rag.check.quantities import quantities
from rag.check.quantity import Quantity, Span
from rag.check.ranks import lost_scale, other_amount, other_month, other_rank, other_share
from rag.check.result import CheckResult
from rag.check.swaps import swapped

__all__ = ["Source", "check_numbers", "quantities"]

_NAME = "numbers"
_MOST_SHARES = 20
_MARKER = re.compile(r"\[\d{1,3}\]")
_WORD = re.compile(r"[^\W\d_]+")
_OPPOSITE = {"below": "above", "above": "below", "up": "down", "down": "up"}


@dataclass(frozen=True, slots=True)
class Source:
    """Text that a claim may rest on, and the language whose number conventions it follows."""

    text: str
    language: str | None


def check_numbers(claim: str, language: str, sources: Sequence[Source]) -> CheckResult:
    """Checks that the sources state every quantity of the claim, and of the same things.

    Args:
        claim: A sentence in `language`; citation markers in it are no numbers.
        sources: The cited quotes with their contexts.
    """
    stated = [item for source in sources for item in quantities(source.text, source.language)]
    offered = Offered(stated)
    said = _MARKER.sub(" ", claim)
    claimed = quantities(said, language)
    reason = _unsaid(claimed, offered, sources) or _misplaced(claimed, stated, offered)
    reason = reason or _of_other_wholes(said, language, sources)
    if not reason:
        foreign = any(source.language != language for source in sources)
        reason = _exchanged(claimed, stated, foreign=foreign)
    return CheckResult(_NAME, not reason, reason)


def _of_other_wholes(said: str, language: str, sources: Sequence[Source]) -> str:
    """Returns what is wrong with a rate, a season, a part of the day, of a whole or a price, "" where nothing."""
    claim = Cursor(said, language)
    quotes = [Cursor(source.text, source.language or language) for source in sources]
    fault = contrasted(members(claim), [members(quote) for quote in quotes]) or other_whole(claim, quotes)
    return fault or misparted(claim, quotes)


def _unsaid(claimed: Sequence[Quantity], offered: Offered, sources: Sequence[Source]) -> str:
    """Returns what is wrong with the first quantity that is not stated as the claim has it, "" where all are."""
    shares = [item for item in claimed if item.role == "ratio"][:_MOST_SHARES]
    for wanted in claimed:
        if not wanted.certain:
            if _turned_in_time(wanted, offered):
                return f"The quote does not mean {wanted.text!r} as the claim does."
        elif (fault := _fault(wanted, offered, sources)) and not _as_share(wanted, shares, offered):
            return fault
    return ""


def _misplaced(claimed: Sequence[Quantity], stated: Sequence[Quantity], offered: Offered) -> str:
    if (rank := other_rank(claimed, stated, offered)) is not None:
        return f"The quote puts it elsewhere than {rank.text!r}."
    ways = (other_month, other_amount, other_share, lost_scale)
    other = next((found for way in ways if (found := way(claimed, stated, offered))), None)
    return "" if other is None else f"The quote does not say {other.text!r}."


def _exchanged(claimed: Sequence[Quantity], stated: Sequence[Quantity], *, foreign: bool) -> str:
    if (other := swapped(claimed, stated, foreign=foreign)) is not None:
        return f"The quote says {other.text!r} of something else."
    moved = mistimed(claimed, stated)
    return "" if moved is None else f"The quote says {moved.text!r} of another time."


def _fault(wanted: Quantity, offered: Offered, sources: Sequence[Source]) -> str:
    """Returns what is wrong with one quantity of the claim, "" where nothing is."""
    found = offered.matching(wanted)
    if not found:
        if offered.implies(wanted) or _passable(wanted, offered, sources):
            return ""
        return f"The quote does not say {wanted.text!r}."
    if wanted.bound and all(item.bound == _OPPOSITE[wanted.bound] for item in found):
        side = "fewer" if wanted.bound == "above" else "more"
        return f"The quote says that it is {side} than {wanted.text!r}."
    return _loose(wanted, found) or _turned(wanted, found)


def _turned(wanted: Quantity, found: Sequence[Quantity]) -> str:
    """Returns the fault where a change goes the other way, or is taken for its end, "" elsewhere."""
    # "Growth of -0.3 %" shrinks.
    alike = [item for item in found if (item.value < 0) == (wanted.value < 0)]
    if wanted.trend and alike and all(item.trend == _OPPOSITE[wanted.trend] for item in alike):
        return f"The quote turns the trend of {wanted.text!r} the other way."
    if wanted.trend and all({wanted.side, item.side} == {"by", "to"} and item.trend for item in found):
        return f"The quote takes {wanted.text!r} for the other of a change and its end."
    return ""


def _loose(wanted: Quantity, found: Sequence[Quantity]) -> str:
    """Returns the fault where the claim bounds what is stated without a bound, or times it otherwise, "" elsewhere."""
    if wanted.compared and not any(item.bound for item in found):
        return f"The quote does not say that it is more or fewer than {wanted.text!r}."
    changes = [item.bound for item in found if item.kind == "multiple" and item.role == "change"]
    if wanted.kind == "multiple" and wanted.role == "change" and changes and wanted.bound not in changes:
        return f"The quote says nearly or more than {wanted.text!r}, or says it outright."
    if wanted.span and all(_at_odds(wanted.span, item.span) for item in found):
        return f"The quote does not mean {wanted.text!r} as the claim does."
    return ""


def _at_odds(span: Span, other: Span) -> bool:
    """Whether only one of two lengths of time went by since; how long and how much later are one often enough."""
    return bool(span and other) and (span == "past") is not (other == "past")


def _turned_in_time(wanted: Quantity, offered: Offered) -> bool:
    """Whether what is "in a year" in the claim was "a year ago", though an article alone demands no number."""
    if wanted.span not in ("past", "ahead"):
        return False
    opposite = "ahead" if wanted.span == "past" else "past"
    found = offered.matching(wanted)
    return bool(found) and all(item.span == opposite for item in found)


def _as_share(wanted: Quantity, shares: Sequence[Quantity], offered: Offered) -> bool:
    """Whether a number is one of a ratio or sum that is stated: "one in five" for "20 %"."""
    return wanted.role == "ratio" and any(wanted.text in share.text and offered.matching(share) for share in shares)


def _passable(wanted: Quantity, offered: Offered, sources: Sequence[Source]) -> bool:
    """Whether what is missing cannot be judged: a weekday where "yesterday" is said, or a name with a number."""
    if wanted.kind == "weekday":
        said = (word.casefold() for source in sources for word in _WORD.findall(source.text))
        return "weekday" not in offered.kinds and any(is_relative_day(word) for word in said)
    named = wanted.kind in ("ordinal", "number", "month", "multiple") and wanted.text[:1].isupper()
    return named and any(re.search(rf"\b{re.escape(wanted.text)}\b", source.text) for source in sources)
