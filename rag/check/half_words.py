"""German and Dutch words for a number and a half: "anderthalb", "dreieinhalb", "tweeënhalf"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from rag.check.number_words import below_hundred

__all__ = ["half_word", "leading_half"]

_OWN = {"anderthalb": "1.5", "eineinhalb": "1.5", "einundeinhalb": "1.5", "anderhalf": "1.5", "anderhalve": "1.5"}
_GREATEST = 20
_HALF = Decimal("0.5")


@cache
def _table() -> Mapping[str, Decimal]:
    found = {word: Decimal(value) for word, value in _OWN.items()}
    for word, value in below_hundred("de").items():
        if 1 < value < _GREATEST:
            found |= {word + joint + "einhalb": value + _HALF for joint in ("", "und")}
    for word, value in below_hundred("nl").items():
        if 1 < value < _GREATEST:
            joint = "ën" if word.endswith("e") else "en"
            found |= {f"{word}{joint}{end}": value + _HALF for end in ("half", "halve", "eenhalf", "eenhalve")}
    return found


def half_word(word: str) -> Decimal | None:
    """Returns what a casefolded word for a number and a half is worth, or None."""
    return _table().get(word)


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(_table(), key=len, reverse=True))


def leading_half(word: str) -> str:
    """Returns the word for a number and a half that a casefolded compound begins with ("anderthalbjährig"), or ""."""
    # Every word of the table has it within, so that most words are told apart at once.
    return next((head for head in _longest_first() if word.startswith(head)), "") if "hal" in word else ""
