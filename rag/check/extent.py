"""A claim is no longer than what it cites, and has no part of which its sources say no word.

An invented clause without a name or a number (", which angered local residents") contradicts nothing. What tells it is
that the sentence grew: by more letters than a translation does, or by a part that shares no word with the sources and
stands for none of theirs. Between two languages most words differ anyway, so there such a part has to begin as
additions do (`rag.check.extent_words`), and the claim has to be long enough to hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from rag.check.asking import telling_words
from rag.check.cues import Cues, cue_words, places
from rag.check.extent_words import EXTENT_WORDS
from rag.check.numbers import Source
from rag.check.parts import parts
from rag.check.reason_words import REASON_WORDS
from rag.check.result import CheckResult
from rag.check.speech_words import SPEECH_WORDS
from rag.check.words import akin, plain, words

__all__ = ["check_extent"]

_NAME = "extent"
_NUMBER = re.compile(r"\d+")
# In spreads of the length of translations: longer than nearly all of them, and as long as the middle one.
_FAR = 4.3
_NEAR = 0.0
# Letters: a shorter source leaves room for "according to the article" all the same.
_SHORT = 60.0
# ", before" and " before" are one, ", which" and " which" two.
_APART = frozenset({"remark", "joined", "company"})
# These may be rendered without any of their words: they are missing only where the source has fewer parts.
_COUNTED = frozenset({"remark", "joined", "company"})
_HEAD = 4
_FEWEST = 3
_FEWEST_FOREIGN = 2
_MOST_WORDS = 400
_LONGEST_CLAIM = 100
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Opening:
    """What an added part begins with, and whether only behind a sign."""

    words: Cues
    apart: bool


@dataclass(frozen=True, slots=True)
class _Strange:
    """The telling words and the numbers of a text that others do not have."""

    words: frozenset[str]
    numbers: frozenset[str]


def check_extent(
    claim: str, language: str, sources: Sequence[Source], named: Sequence[str] = (), articles: Sequence[str] = ()
) -> CheckResult:
    """Checks that a claim adds nothing to its sources that shows by its length, or by a part without a word of theirs.

    Args:
        claim: A sentence in `language`.
        language: ISO 639-1. Where it, or the language of a source, is not known to the check, the claim passes.
        sources: The cited quotes and their contexts.
        named: Titles and the question: what else may have given a word.
        articles: Texts around the quotes; a claim in the language of its sources may have words of theirs.
    """
    if language not in EXTENT_WORDS or not sources or any(source.language not in EXTENT_WORDS for source in sources):
        return CheckResult(_NAME, True)
    grown = _grown(claim, language, sources, named)
    if grown > _FAR:
        return CheckResult(_NAME, False, "It says more than its quote has room for.")
    alike = all(source.language == language for source in sources)
    if len(words(claim)) > _LONGEST_CLAIM or not (alike or grown > _NEAR):
        return CheckResult(_NAME, True)
    strange = _strange(claim, language, [*(source.text for source in sources), *named, *(articles if alike else ())])
    added = _unheard(claim, language, strange) if alike else ""
    if not added and grown > _NEAR:
        added = _appended(claim, language, sources, strange)
    if added:
        return CheckResult(_NAME, False, f"Its quote says nothing of {added[:_SHOWN]!r}.")
    return CheckResult(_NAME, True)


def _grown(claim: str, language: str, sources: Sequence[Source], named: Sequence[str]) -> float:
    """Returns how much longer a claim is than its sources, in spreads of the length of translations.

    Lengths are in letters of English; their spread is the root of the length. Words that a claim has of the question or
    of a title, and of no source, do not count: it says who "he" is.
    """
    told = EXTENT_WORDS[language]
    given = sum(_letters(source.text) / EXTENT_WORDS[source.language or ""].least for source in sources)
    alike = all(source.language == language for source in sources)
    borrowed = _plain_words(named) - _plain_words([source.text for source in sources])
    lent = sum(len(word) for word in words(claim) if plain(word) in borrowed)
    return ((_letters(claim) - lent) / (told.least if alike else told.most) - given) / sqrt(max(given, _SHORT))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _plain_words(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(plain(word) for text in texts for word in words(text)[:_MOST_WORDS])


def _unheard(claim: str, language: str, strange: _Strange) -> str:
    """Returns an added part of which sources in the same language have no word, "" where there is none."""
    reasons = REASON_WORDS[language]
    openings = [
        *_openings(language, EXTENT_WORDS[language].opens),
        _Opening(reasons.given, apart=False),
        _Opening(reasons.opening, apart=True),
    ]
    before = 0
    later: list[str] = []
    for part in parts(claim):
        if before >= _HEAD:
            later.append(part)
        before += len(words(part))
    added = [*later, *_ends(claim, language, openings)]
    return next((part for part in added if _is_strange(part, language, strange, _FEWEST)), "")


def _appended(claim: str, language: str, sources: Sequence[Source], strange: _Strange) -> str:
    """Returns the end of a claim that begins as additions do and that its sources have no part for, "" for none."""
    more = _has_more(claim, language, sources)
    possible = (kind for kind in EXTENT_WORDS[language].opens if more or kind not in _COUNTED)
    kinds = [kind for kind in possible if _has_none(kind, sources)]
    ends = _ends(claim, language, _openings(language, kinds))
    return next((end for end in ends if _is_strange(end, language, strange, _FEWEST_FOREIGN)), "")


def _openings(language: str, kinds: Iterable[str]) -> list[_Opening]:
    return [_Opening(EXTENT_WORDS[language].opens[kind], kind in _APART) for kind in kinds]


def _ends(claim: str, language: str, openings: Sequence[_Opening]) -> Iterator[str]:
    """Yields what stands from each opening to the end of a claim, its signs apart."""
    held = parts(claim)
    before = 0
    for at, part in enumerate(held):
        found = cue_words(part)
        if not _is_bound(found, language):
            begins = {place for opening in openings for place in places(found, opening.words)
                      if place == 0 or not opening.apart}
            for begin in sorted(begins):
                if before + begin >= _HEAD:
                    yield " ".join([*part.split()[begin:], *held[at + 1 :]])
        before += len(found)


def _is_bound(found: Sequence[str], language: str) -> bool:
    """Whether a part is no addition, but a link of its sentence, or says who says it: that is held to its speaker."""
    speech = SPEECH_WORDS[language]
    return any(places(found, wanted) for wanted in (EXTENT_WORDS[language].bound, speech.verbs, speech.frames))


def _has_more(claim: str, language: str, sources: Sequence[Source]) -> bool:
    """Whether a claim has more parts than its sources, or more that share no word with the other side.

    A part that a translation renders by other words is strange on both sides. Clauses of the claim that have a sign in
    its language alone do not count.
    """
    told = EXTENT_WORDS[language]
    clauses = [part for part in _marked(claim, language) if 0 in places(cue_words(part), told.subordinate)]
    appositions = [part for part in clauses if 0 in places(cue_words(part), told.opens["remark"])]
    own = [part for part in _marked(claim, language) if part not in clauses or part in appositions]
    if len(own) > 1 and len(words(own[0])) <= _HEAD:
        # "On Monday, ...": what opens a sentence may have stood anywhere in it.
        own = own[1:]
    if len(own) > sum(len(_marked(source.text, source.language or "")) for source in sources):
        return True
    return _strange_among(own, language, [source.text for source in sources]) > sum(
        _strange_among(parts(source.text), source.language or "", [claim]) for source in sources)


def _has_none(kind: str, sources: Sequence[Source]) -> bool:
    """Whether no source has a word that a part of this kind may render."""
    return not any(places(cue_words(source.text), EXTENT_WORDS[source.language or ""].heard[kind])
                   for source in sources)


def _marked(text: str, language: str) -> list[str]:
    """Returns the parts that have a sign before them in most languages."""
    unmarked = EXTENT_WORDS[language].unmarked
    return [part for part in parts(text) if 0 not in places(cue_words(part), unmarked)]


def _strange_among(held: Sequence[str], language: str, others: Sequence[str]) -> int:
    strange = _strange(" ".join(held), language, others)
    return sum(_is_strange(part, language, strange, 1) for part in held)


def _strange(text: str, language: str, others: Sequence[str]) -> _Strange:
    known = _plain_words(others)
    numbers = {number for other in others for number in _NUMBER.findall(other)}
    telling = list(telling_words(text, language))[:_MOST_WORDS]
    return _Strange(
        frozenset(word for word in telling if word not in known and not any(akin(word, other) for other in known)),
        frozenset(_NUMBER.findall(text)) - numbers,
    )


def _is_strange(part: str, language: str, strange: _Strange, fewest: int) -> bool:
    """Whether a part has so many telling words, and none of them nor a number is known."""
    telling = telling_words(part, language)
    return len(telling) >= fewest and strange.words.issuperset(telling) and strange.numbers.issuperset(
        _NUMBER.findall(part))
