"""Words in quote marks are somebody's very words: they stand in the source, or are a translation of what it quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.check.numbers import Source
from rag.check.result import CheckResult

__all__ = ["check_quotation"]

_NAME = "quotation"
_QUOTED = re.compile(r"[“„”\"«»](?=\S)([^“„”\"«»]{1,600})[“”\"«»]")
_SINGLE = re.compile(r"(?<!\w)[‘‚'](?=\w)([^‘‚’'“”\"]{1,600})[’'‘](?!\w)")
_EDGES = " .,;:!?…–—-"
_LEAST_RATIO, _MOST_RATIO = 0.45, 2.2
"""A translation has about as many letters as what it renders; compounds and articles account for the rest."""


def check_quotation(claim: str, language: str, sources: Sequence[Source]) -> CheckResult:
    """Checks that what a claim puts in quote marks is quoted from its sources.

    In the source's language the words have to stand there. Across languages a quotation of about the same length has
    to stand there in quote marks; each answers for one. Whether it means the same is for the other checks.
    """
    said = [_plain(source.text) for source in sources]
    foreign = [_plain(part) for source in sources if source.language != language for part in _quotations(source.text)]
    for part in _quotations(claim):
        words = _plain(part)
        if not words or any(words in text for text in said):
            continue
        rendered = next((other for other in foreign if _is_as_long(words, other)), None)
        if rendered is None:
            return CheckResult(_NAME, False, f"Its source does not say “{part.strip()[:80]}”.")
        foreign.remove(rendered)
    return CheckResult(_NAME, True)


def _quotations(text: str) -> list[str]:
    return [match[1] for pattern in (_QUOTED, _SINGLE) for match in pattern.finditer(text)]


def _plain(text: str) -> str:
    """Folds what typography may change: case, spaces, quote marks, and the stop that a clause ends with."""
    folded = re.sub(r"[“„”\"«»‘‚’']", "", text.casefold())
    return " ".join(folded.split()).strip(_EDGES)


def _is_as_long(words: str, other: str) -> bool:
    return bool(other) and _LEAST_RATIO <= len(words) / len(other) <= _MOST_RATIO
