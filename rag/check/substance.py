"""A claim of one or two words has no meaning that a cosine could compare: its words have to stand in its sources."""

from __future__ import annotations

from collections.abc import Sequence

from rag.check.result import CheckResult
from rag.check.words import akin, plain, words

__all__ = ["check_substance"]

_NAME = "substance"
_FEWEST_WORDS = 4
_FEWEST_LETTERS = 4


def check_substance(claim: str, said: Sequence[str]) -> CheckResult:
    """Checks that a claim too short to compare says only what its sources say, word by word.

    Args:
        claim: Of any length; one of four words or more passes.
        said: The quotes, their contexts, and the titles.
    """
    found = words(claim)
    if len(found) >= _FEWEST_WORDS or any(character.isdigit() for character in claim):
        return CheckResult(_NAME, True)
    telling = [plain(word) for word in found if len(word) >= _FEWEST_LETTERS]
    known = [plain(word) for text in said for word in words(text)]
    missing = next((word for word in telling if not any(akin(word, other) for other in known)), None)
    if missing is not None:
        return CheckResult(_NAME, False, f"It is too short to compare, and {missing!r} does not stand in its quote.")
    if not telling:
        return CheckResult(_NAME, False, "It is too short to say anything of its own.")
    return CheckResult(_NAME, True)
