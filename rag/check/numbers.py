"""Every number of a claim has to stand in its quotes, with the same value, unit and currency."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rag.check.quantities import Quantity, quantities
from rag.check.result import CheckResult

__all__ = ["Source", "check_numbers", "quantities"]

_NAME = "numbers"
_MARKER = re.compile(r"\[\d{1,3}\]")


@dataclass(frozen=True, slots=True)
class Source:
    """Text that a claim may rest on, and the language whose number conventions it follows."""

    text: str
    language: str | None


def check_numbers(claim: str, language: str, sources: Sequence[Source]) -> CheckResult:
    """Checks that no quantity of the claim is missing from all of its sources.

    Args:
        claim: A sentence in `language`; citation markers in it are no numbers.
        sources: The cited quotes with their contexts.
    """
    offered = _Offered(item for source in sources for item in quantities(source.text, source.language))
    for wanted in quantities(_MARKER.sub(" ", claim), language):
        if wanted.certain and not offered.has(wanted):
            return CheckResult(_NAME, False, f"The quote does not say {wanted.text!r}.")
    return CheckResult(_NAME, True)


class _Offered:
    """The quantities of the sources, by value, so that a claim is compared in linear time."""

    def __init__(self, found: Iterable[Quantity]) -> None:
        self._by_value: dict[Decimal, list[Quantity]] = defaultdict(list)
        self._exponents: set[int] = set()
        self._months: set[str] = set()
        seen: set[tuple[Decimal, str, str]] = set()
        for item in found:
            key = (item.value, item.kind, item.unit)
            if key in seen:
                continue
            seen.add(key)
            self._by_value[item.value].append(item)
            if item.kind == "date":
                self._months.add(item.unit)
            if item.kind in ("number", "money") and item.value >= 1:
                self._exponents.add(item.value.adjusted())

    def has(self, wanted: Quantity) -> bool:
        if wanted.kind == "magnitude" and self._within(wanted.value):
            return True
        if wanted.kind == "multiple" and wanted.value < 1 and self._half_in_percent(wanted.value):
            return True
        if wanted.kind == "month" and f"month {wanted.value}" in self._months:
            return True
        return any(_agree(wanted, offered) for offered in self._by_value.get(wanted.value, ()))

    def _within(self, magnitude: Decimal) -> bool:
        """"Millions" is supported by any number from one million up to a thousand of them."""
        power = magnitude.adjusted()
        return any(power <= exponent < power + 3 for exponent in self._exponents)

    def _half_in_percent(self, value: Decimal) -> bool:
        return any(item.kind == "percent" for item in self._by_value.get(value * 100, ()))


def _agree(wanted: Quantity, offered: Quantity) -> bool:
    if wanted.kind in ("number", "money") and offered.kind in ("number", "money"):
        return not wanted.unit or not offered.unit or wanted.unit == offered.unit
    return wanted.kind == offered.kind and wanted.unit == offered.unit
