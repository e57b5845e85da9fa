"""Acronyms, and the words whose initials they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rag.gazetteer.fold import fold

__all__ = ["acronyms_in", "initials_in", "is_acronym", "spelled_out"]

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEAST: Final = 3
_MOST: Final = 8
_MOST_WORDS: Final = 6
# An acronym may have their initials, and mostly has not.
_LINKS: Final = frozenset(
    "of the for and de der des die das fur und van voor en het du la le les del y e di do da d l".split())


@dataclass(frozen=True, slots=True)
class _Run:
    letters: str
    words: tuple[str, ...]


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals, as "NATO" and "NGOs" are."""
    letters = [char for char in word if char.isalpha()]
    return _LEAST <= len(letters) <= _MOST and sum(map(str.isupper, letters)) * 2 > len(letters)


def acronyms_in(texts: Sequence[str]) -> frozenset[str]:
    """Returns the acronyms of texts, folded."""
    return frozenset(fold(word) for text in texts for word in _WORD.findall(text.replace(".", "")) if is_acronym(word))


def initials_in(texts: Sequence[str]) -> frozenset[str]:
    """Returns the initials of two to six neighbouring words, with and without the small words between them."""
    rows = ["".join(word[0] for word in row) for text in texts for row in _rows(text)]
    return frozenset(row[place : place + length] for row in rows
                     for length in range(2, _MOST_WORDS + 1) for place in range(len(row) - length + 1))


def spelled_out(claim: str, acronyms: frozenset[str]) -> frozenset[str]:
    """Returns the folded words of `claim` that one of `acronyms` stands for, by their initials in order."""
    return frozenset(word for run in _runs(claim) if run.letters in acronyms for word in run.words)


def _runs(text: str) -> Iterator[_Run]:
    for row in _rows(text):
        for length in range(2, _MOST_WORDS + 1):
            for place in range(len(row) - length + 1):
                run = tuple(row[place : place + length])
                yield _Run("".join(word[0] for word in run), run)


def _rows(text: str) -> Iterator[list[str]]:
    """Yields the folded words of a text, with and without the small words between them."""
    words = [folded for word in _WORD.findall(text) if (folded := fold(word).replace(" ", ""))]
    yield words
    yield [word for word in words if word not in _LINKS]
