"""What happens in a text, by names that are the same for every language: "resign", "close", "up".

Three readings of one text, from the strictest to the loosest: what it takes to have happened, what happens in it, and
what it may be read to tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from rag.check.asserted_words import ASSERTED, EMPTY_PHRASES
from rag.check.change_words import CHANGE_WORDS, OPPOSITES
from rag.check.clauses import PARTINGS
from rag.check.cues import Cues, cue_words, places
from rag.check.happening_words import HAPPENINGS, PARTED, Parted
from rag.check.telling_words import TOLD

__all__ = ["asserted", "happenings", "may_tell"]

# Directions that a sentence has beside what it tells, of time, place and size, say nothing of what happened.
_CHANGES: Final = frozenset("win begin open buy approve allow arrive succeed hire import build free".split())
_CHANGED: Final = frozenset({"up", "down", "more", "less"}) | {
    sense for pair in OPPOSITES if pair[0] in _CHANGES for sense in pair}
_SENTENCE: Final = re.compile(r"[.!?;]\s|\n")
_SIGN: Final = re.compile(r"[,:–—()„“”\"«»]+")
_ENDINGS: Final = frozenset(("", "e", "t", "te", "ten", "en", "n", "de", "den", "s", "ed", "ing", "st"))
_AFTER_PARTICLE: Final = frozenset("dat te om that dass".split())
# Whoever closes a contract, strikes a deal or "sluit een akkoord" shuts nothing and walks out of nothing.
_OF_DEALS: Final = frozenset({"close", "strike", "end", "win"})
_ENGLISH_REACH: Final = 4
_KEPT: Final = 256


def happenings(text: str, language: str) -> frozenset[str]:
    """Returns what happens in a text.

    Args:
        language: ISO 639-1; of others than the known there is nothing.
    """
    found = cue_words(text)
    changes = _senses(found, CHANGE_WORDS.get(language, {})) & (_CHANGED | set(HAPPENINGS.get(language, ())))
    return changes | _senses(found, HAPPENINGS.get(language, {})) | _in_parts(text, language)


def asserted(text: str, language: str) -> frozenset[str]:
    """Returns what a question takes to have happened, by words that say nothing else; its names are taken out before.

    Args:
        language: ISO 639-1; of others than the known there is nothing.
    """
    line = f" {' '.join(cue_words(text))} "
    for phrase in EMPTY_PHRASES.get(language, ()):
        line = line.replace(f" {phrase} ", " ")
    found = [*line.split(), ""]
    told = _senses(found, ASSERTED.get(language, {})) | _in_parts(text, language)
    deals = language in TOLD and places(found, TOLD[language]["deal"])
    return told - _OF_DEALS if deals else told


@lru_cache(maxsize=_KEPT)
def may_tell(text: str, language: str) -> frozenset[str]:
    """Returns all that a text may be read to tell; a happening too many only leaves a false premise unnoticed.

    Args:
        language: ISO 639-1; of others than the known there is nothing.
    """
    found = [*cue_words(text), ""]
    tables = (CHANGE_WORDS, HAPPENINGS, TOLD, ASSERTED)
    told = (_senses(found, table[language]) for table in tables if language in table)
    return frozenset[str]().union(*told) | _in_parts(text, language)


def _senses(found: Sequence[str], table: Mapping[str, Cues]) -> frozenset[str]:
    return frozenset(sense for sense, cues in table.items() if places(found, cues))


def _in_parts(text: str, language: str) -> frozenset[str]:
    verbs = PARTED.get(language, ())
    if not verbs:
        return frozenset()
    return frozenset(verb.sense for sentence in _SENTENCE.split(text) for segments in [_segments(sentence)]
                     for verb in verbs if _stands(segments, verb, language))


def _segments(sentence: str) -> list[list[str]]:
    return [words for part in _SIGN.split(sentence) if (words := cue_words(part))]


def _stands(segments: Sequence[Sequence[str]], verb: Parted, language: str) -> bool:
    """Whether a verb stands in a sentence with its particle: at the end of a clause, in English soon after it."""
    begun = False
    for words in segments:
        for place, word in enumerate(words):
            if word.startswith(verb.stem) and word[len(verb.stem) :] in _ENDINGS:
                if language == "en":
                    return verb.particle in words[place + 1 : place + 1 + _ENGLISH_REACH]
                begun = True
            elif begun and word == verb.particle and _ends_clause(words, place, language):
                return True
    return False


def _ends_clause(words: Sequence[str], place: int, language: str) -> bool:
    follows = words[place + 1] if place + 1 < len(words) else None
    return follows is None or follows in PARTINGS.get(language, ()) or follows in _AFTER_PARTICLE
