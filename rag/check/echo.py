"""A claim that only says the question again answers nothing, however near it is to its quote.

A question for a yes or a no is answered by it, where a quote takes the same stance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.check.asking import asks_yes_or_no, says_likewise, telling_words
from rag.check.numbers import Source
from rag.check.polarity import denies
from rag.check.quantities import quantities
from rag.check.result import CheckResult
from rag.check.words import akin, plain, words

__all__ = ["check_echo"]

_NAME = "echo"
_MARKER = re.compile(r"\[\d+\]")


def check_echo(claim: str, language: str, question: str, quotes: Sequence[Source] = ()) -> CheckResult:
    """Checks that a claim adds a word, a number or a denial to the question.

    Args:
        claim: A sentence in `language`; citation markers in it are no numbers.
        language: Of the claim, and where it answers in its language, of the question.
        question: As asked; "" passes.
        quotes: The cited quotes.
    """
    known = frozenset(plain(word) for word in words(question))
    bare = _MARKER.sub(" ", claim)
    asked = {(item.value, item.unit) for item in quantities(question, language)}
    if (
        not known
        or any(_is_new(word, known) for word in telling_words(bare, language))
        or any((item.value, item.unit) not in asked for item in quantities(bare, language))
        or (denies(bare, language) and not denies(question, language))
        or (asks_yes_or_no(question, language) and says_likewise(bare, language, quotes))
    ):
        return CheckResult(_NAME, True)
    return CheckResult(_NAME, False, "It only repeats the question.")


def _is_new(word: str, known: frozenset[str]) -> bool:
    return word not in known and not any(akin(word, other) for other in known)
