"""Decades, centuries and Roman numerals: "1990er Jahre" is "the 1990s", "18. Jahrhundert" is "the 1700s"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

__all__ = ["century", "decade", "roman"]

_CENTURY = ("centur", "jahrhundert", "jh", "jhd", "eeuw", "siècle", "siecle", "siglo", "secol", "século")
_DECADE_BEFORE = {"jaren", "années", "años", "anni", "anos", "década"}
_AND = {"en", "et", "y", "e", "tot", "à", "of", "ou", "-", "–"}
_DECADE_GLUED = {"s", "er", "ern"}
_NUMERALS = {"i": 1, "v": 5, "x": 10}
_LONGEST = 8


def roman(word: str) -> int | None:
    """Returns the value of a Roman numeral of I, V and X in capitals ("XVIII"), or None."""
    if not 0 < len(word) <= _LONGEST or word.strip("IVX"):
        return None
    values = [_NUMERALS[letter] for letter in word.lower()]
    total = sum(-v if any(v < later for later in values[at + 1 : at + 2]) else v for at, v in enumerate(values))
    return total if _as_roman(total) == word else None


def _as_roman(value: int) -> str:
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (value // 10) + units[value % 10]


def century(number: Decimal, following: str) -> int | None:
    """Returns the first year of the century that an ordinal number and the casefolded word after it name, or None."""
    if not following.startswith(_CENTURY) or not 1 <= number <= 30 or number != number.to_integral_value():
        return None
    return (int(number) - 1) * 100


def decade(literal: str, glued: str, before: Sequence[str], following: str) -> int | None:
    """Returns the first year of the decade or century that figures name ("1990s", "jaren 90", "90er Jahre"), or None.

    Args:
        literal: The figures.
        glued: The casefolded word written onto them, or "".
        before: The casefolded words before them, nearest last.
        following: The casefolded word after them.
    """
    if not literal.isdigit() or not literal.endswith("0") or len(literal) not in (2, 4):
        return None
    # "Jaren 20 en 30", "années 1920 et 1930".
    second = len(before) > 2 and before[-1] in _AND and before[-3] in _DECADE_BEFORE
    said = glued in _DECADE_GLUED or second or (bool(before) and before[-1] in _DECADE_BEFORE)
    alone = glued == "er" and len(literal) == 2 and not following.startswith("jahr")
    if not said or (alone and not (before and before[-1] in ("der", "den", "die"))):
        return None
    return int(literal) if len(literal) == 4 else 1900 + int(literal)
