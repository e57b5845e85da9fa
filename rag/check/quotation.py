"""Words in quote marks are somebody's very words: they stand in the source, or are a translation of what it quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.check.numbers import Source
from rag.check.polarity import denies
from rag.check.result import CheckResult
from rag.check.words import akin, plain, words
from rag.gazetteer import known_forms

__all__ = ["check_quotation"]

_NAME = "quotation"
_REASON = "Its source does not say “{}”."
_QUOTED = re.compile(r"[“„”\"«»](?=\S)([^“„”\"«»]{1,600})[“”\"«»]")
_SINGLE = re.compile(r"(?<!\w)[‘‚'](?=\w)([^‘‚’'“”\"]{1,600})[’'‘](?!\w)")
_EDGES = " .,;:!?…–—-"
_LEAST_RATIO, _MOST_RATIO = 0.45, 2.2
"""A translation has about as many letters as what it renders; compounds and articles account for the rest."""


def check_quotation(claim: str, language: str, sources: Sequence[Source]) -> CheckResult:
    """Checks that what a claim puts in quote marks is quoted from its sources.

    In the source's language the words have to stand there. Across languages a quotation of about the same length has
    to stand there in quote marks, and says no where it does; each answers for one. A single word has to be the source's
    word in either spelling ("Skandal", "scandal"): whether another is its translation, nothing tells. Whether a longer
    one means the same is for the other checks.
    """
    said = [_plain(source.text) for source in sources]
    abroad = [source for source in sources if source.language != language]
    foreign = [Source(part, source.language) for source in abroad for part in _quotations(source.text)]
    for part in _quotations(claim):
        wanted = _plain(part)
        if not wanted or any(wanted in text for text in said):
            continue
        if len(words(part)) == 1:
            if not any(_is_word_of(part, source.text) for source in abroad):
                return CheckResult(_NAME, False, _REASON.format(part.strip()[:80]))
            continue
        rendered = next((other for other in foreign if _may_render(part, language, other)), None)
        if rendered is None:
            return CheckResult(_NAME, False, _REASON.format(part.strip()[:80]))
        foreign.remove(rendered)
    return CheckResult(_NAME, True)


def _quotations(text: str) -> list[str]:
    return [match[1] for pattern in (_QUOTED, _SINGLE) for match in pattern.finditer(text)]


def _plain(text: str) -> str:
    """Folds what typography may change: case, spaces, quote marks, and the stop that a clause ends with."""
    folded = re.sub(r"[“„”\"«»‘‚’']", "", text.casefold())
    return " ".join(folded.split()).strip(_EDGES)


def _is_word_of(word: str, text: str) -> bool:
    key, forms = plain(words(word)[0]), known_forms(word)
    return any(akin(key, plain(other)) or not forms.isdisjoint(known_forms(other)) for other in words(text))


def _may_render(part: str, language: str, other: Source) -> bool:
    wanted, told = _plain(part), _plain(other.text)
    as_long = bool(told) and _LEAST_RATIO <= len(wanted) / len(told) <= _MOST_RATIO
    return as_long and denies(part, language) == denies(other.text, other.language or "")
