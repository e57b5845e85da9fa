"""Every number of a claim has to stand in its quotes: value, unit, currency, sign, bound, trend and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.check.agreement import Offered
from rag.check.dates import is_relative_day
from rag.check.quantities import quantities
from rag.check.quantity import Quantity
from rag.check.result import CheckResult
from rag.check.swaps import swapped

__all__ = ["Source", "check_numbers", "quantities"]

_NAME = "numbers"
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
    claimed = quantities(_MARKER.sub(" ", claim), language)
    for wanted in claimed:
        if wanted.certain and (fault := _fault(wanted, offered, sources)):
            return CheckResult(_NAME, False, fault)
    exchanged = swapped(claimed, stated)
    if exchanged is not None:
        return CheckResult(_NAME, False, f"The quote says {exchanged.text!r} of something else.")
    return CheckResult(_NAME, True)


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
    if wanted.trend and all(item.trend == _OPPOSITE[wanted.trend] for item in found):
        return f"The quote turns the trend of {wanted.text!r} the other way."
    if wanted.trend and all({wanted.side, item.side} == {"by", "to"} and item.trend for item in found):
        return f"The quote takes {wanted.text!r} for the other of a change and its end."
    return ""


def _passable(wanted: Quantity, offered: Offered, sources: Sequence[Source]) -> bool:
    """Whether what is missing cannot be judged: a weekday where "yesterday" is said, or a name with a number."""
    if wanted.kind == "weekday":
        said = (word.casefold() for source in sources for word in _WORD.findall(source.text))
        return "weekday" not in offered.kinds and any(is_relative_day(word) for word in said)
    named = wanted.kind in ("ordinal", "number", "month", "multiple") and wanted.text[:1].isupper()
    return named and any(re.search(rf"\b{re.escape(wanted.text)}\b", source.text) for source in sources)
