"""Signs of numbers: "-12", "minus 12", "twelve degrees below zero", "12 Grad Frost"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rag.check.cursor import ONE, Cursor

__all__ = ["Signed", "sign_at"]

_MINUS = {"en": "minus negative", "de": "minus", "nl": "min minus", "fr": "moins", "es": "menos", "it": "meno",
          "pt": "menos"}
# "Au moins 5", "al menos 5", "por lo menos 5": at least.
_LEAST = {"au", "du", "al", "lo", "pelo", "ao", "il"}
_ZERO = {"zero", "null", "nul", "zéro", "cero", "freezing"}
_BELOW = {"below", "unter", "onder", "sous", "dessous", "bajo", "sotto", "abaixo", "negativos", "negativi"}
# "12 Grad Frost", "het vroor 12 graden".
_FROST = {"frost", "vorst"}
_FROZE = {"vroor", "vriest", "gevroren"}
_DEGREES = {"grad", "graden", "degrees", "°", "c"}
_NEGATIVE = Decimal(-1)


@dataclass(frozen=True, slots=True)
class Signed:
    """The token where a number with its sign begins, and the sign as 1 or -1."""

    first: int
    sign: Decimal


def sign_at(cursor: Cursor, i: int, last: int) -> Signed:
    """Returns the sign of the number at the tokens [i, last)."""
    before = i - 1
    if before >= 0 and cursor.tokens[before].kind == "sign" and cursor.gap(i) == "":
        before -= 1
    minus = before >= 0 and cursor.tokens[before].kind == "minus" and not cursor.is_number(before - 1)
    worded = cursor.fold(i - 1) in _MINUS.get(cursor.language, "minus").split() and cursor.gap(i).strip() == ""
    if minus or (worded and not cursor.is_number(i - 2) and cursor.fold(i - 2) not in _LEAST):
        return Signed(before if minus else i - 1, _NEGATIVE)
    return Signed(i, _NEGATIVE if _freezes(cursor, i, last) else ONE)


def _freezes(cursor: Cursor, i: int, last: int) -> bool:
    after = cursor.folds(last, last + 5)
    frost = not _FROST.isdisjoint(after[:3]) or not _FROZE.isdisjoint(cursor.folds(i - 3, i))
    if frost and after and after[0] in _DEGREES:
        return True
    below = any(word in _ZERO and after[at - 1] in (*_BELOW, "de") for at, word in enumerate(after) if at)
    return below and any(word in _BELOW for word in after)
