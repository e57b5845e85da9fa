"""A claim that only says the question again answers nothing, however near it is to its quote."""

from __future__ import annotations

import re

from rag.check.polarity import denies
from rag.check.quantities import quantities
from rag.check.result import CheckResult
from rag.check.words import akin, plain, words
from rag.condense_words import FUNCTION_WORDS

__all__ = ["check_echo"]

_NAME = "echo"
_FEWEST_LETTERS = 4
_MARKER = re.compile(r"\[\d+\]")


def check_echo(claim: str, language: str, question: str) -> CheckResult:
    """Checks that a claim adds a word, a number or a denial to the question.

    Args:
        claim: A sentence in `language`; citation markers in it are no numbers.
        language: Of the claim, and where it answers in its language, of the question.
        question: As asked; "" passes.
    """
    known = frozenset(plain(word) for word in words(question))
    bare = _MARKER.sub(" ", claim)
    asked = {(item.value, item.unit) for item in quantities(question, language)}
    if (
        not known
        or any(_is_new(word, known) for word in _telling(bare, language))
        or any((item.value, item.unit) not in asked for item in quantities(bare, language))
        or (denies(bare, language) and not denies(question, language))
    ):
        return CheckResult(_NAME, True)
    return CheckResult(_NAME, False, "It only repeats the question.")


def _telling(claim: str, language: str) -> dict[str, None]:
    """Returns the plain words that carry a claim: long ones, and short names ("EU", "Xi")."""
    little = FUNCTION_WORDS.get(language, frozenset())
    found = ((word, plain(word)) for word in words(claim))
    return dict.fromkeys(
        key for word, key in found if key not in little and (len(key) >= _FEWEST_LETTERS or word[:1].isupper())
    )


def _is_new(word: str, known: frozenset[str]) -> bool:
    return word not in known and not any(akin(word, other) for other in known)
