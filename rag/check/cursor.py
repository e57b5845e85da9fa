"""A text as tokens, with what readers of quantities ask of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rag.check.quantity import Quantity, QuantityKind, Role
from rag.check.tokens import Token, tokens

__all__ = ["Cursor", "Found", "ONE"]

ONE = Decimal(1)
_HYPHENS = ("", "-", "‐", "‑")
_SPACES = " \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity, its tokens [first, last), its scale, and whether it is a number without any scale or unit."""

    quantity: Quantity
    first: int
    last: int
    scale: Decimal = ONE
    bare: bool = False


class Cursor:
    """The tokens of a text; every question about a place beyond the end has an answer."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.tokens: tuple[Token, ...] = tuple(tokens(text, language))
        self._folds = tuple(token.text.casefold() for token in self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def fold(self, i: int) -> str:
        """Returns the casefolded token, "" beyond the ends."""
        return self._folds[i] if 0 <= i < len(self._folds) else ""

    def folds(self, start: int, stop: int) -> tuple[str, ...]:
        """Returns the casefolded tokens [start, stop), as far as there are any."""
        return self._folds[max(start, 0) : max(stop, 0)]

    def gap(self, i: int) -> str:
        """Returns the text between a token and the one before it, "\\n" at the ends."""
        return self.text[self.tokens[i - 1].end : self.tokens[i].start] if 0 < i < len(self.tokens) else "\n"

    def is_word(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "word"

    def is_number(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "number"

    def glued(self, i: int) -> bool:
        """Whether a word is written onto the token before it."""
        return self.is_word(i) and self.gap(i) == ""

    def joined(self, i: int) -> bool:
        """Whether nothing but spaces or a hyphen parts a token from the one before it."""
        return self.gap(i).strip(_SPACES) in _HYPHENS

    def found(self, value: Decimal, kind: QuantityKind, unit: str, first: int, last: int, *, certain: bool = True,
              scale: Decimal = ONE, role: Role = "") -> Found:
        """Returns a quantity with the words of its tokens [first, last)."""
        end = self.tokens[min(last, len(self.tokens)) - 1].end
        words = self.text[self.tokens[first].start : end]
        return Found(Quantity(value, kind, unit, words, certain, role=role), first, last, scale)
