"""A claim has to be in the language of the answer, every word of it."""

from __future__ import annotations

from collections.abc import Sequence

from rag.check.numbers import Source
from rag.check.result import CheckResult
from rag.check.untranslated import untranslated
from rag.language import detect

__all__ = ["check_language"]

_NAME = "language"
_ENOUGH_LETTERS = 24


def check_language(claim: str, language: str, sources: Sequence[Source]) -> CheckResult:
    """Checks the language of the claim, and that no words of its sources' languages are left in it.

    Short claims, often half names, are not judged as a whole.
    """
    others = {source.language for source in sources if source.language} - {language}
    if sum(character.isalpha() for character in claim) >= _ENOUGH_LETTERS:
        found = detect(claim, among=tuple(sorted(others | {language, "en"})))
        if found is not None and found != language:
            return CheckResult(_NAME, False, f"It is written in {found!r}, not in {language!r}.")
    for other in sorted(others):
        texts = [source.text for source in sources if source.language == other]
        if left := untranslated(claim, language, texts, other):
            return CheckResult(_NAME, False, f"It leaves {', '.join(left[:3])} untranslated.")
    return CheckResult(_NAME, True)
