"""The article of a list that a question means: "summarise the second one", "was sagt der erste dazu?", "and the last?".

A list is what the library answered earlier in the conversation. Only plain ways to point are read, as "the first"
may as well be the first mayor: the ordinal stands beside a word for an article, ends the question, or stands before a
verb of saying. Whatever else points back is left to `condense`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.check.words import plain
from rag.follow_ups.reference_words import REFERENCE_WORDS, ReferenceWords
from rag.types import Turn

__all__ = ["Referred", "referred"]

_WORD = re.compile(r"[^\W_]+")
_TURNS = 8
_CHAIN = 4
"""How many questions of the shape "and the third?" may follow each other."""


@dataclass(frozen=True, slots=True)
class Referred:
    """A question to one article of a list.

    Attributes:
        question: As asked, with words for "the article" in the place of the reference.
        article_id: The article meant.
    """

    question: str
    article_id: str


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Pointer:
    """The words from `start` to `end` mean item `at` of a list; -1 is the last."""

    start: int
    end: int
    at: int


def referred(question: str, language: str, history: Sequence[Turn]) -> Referred | None:
    """Returns the article that a question means by its place in a list, or None where it means none.

    Args:
        question: In one line.
        language: The question's, ISO 639-1.
        history: The oldest turn first; the latest with a list counts.
    """
    said = REFERENCE_WORDS.get(language)
    shown = next((turn.articles for turn in reversed(history[-_TURNS:]) if turn.articles), ())
    if said is None or not shown:
        return None
    words = _words(question)
    alone = len(shown) == 1 and bool(history) and bool(history[-1].articles)
    pointer = _ordinal(words, said) or (_pronoun(words, said) if alone else None)
    if pointer is None or not -len(shown) <= pointer.at < len(shown):
        return None
    article_id = shown[pointer.at]
    if _says_no_more(words, pointer, said):
        before = _before(history, language)
        return None if before is None else Referred(before, article_id)
    return Referred(_put(question, pointer, said), article_id)


def _before(history: Sequence[Turn], language: str) -> str | None:
    """Returns the latest question that was put to one article of the list: "and the third?" asks it again."""
    said = REFERENCE_WORDS[language]
    for turn in history[: -_CHAIN - 1 : -1]:
        words = _words(turn.question)
        pointer = _ordinal(words, said) or _pronoun(words, said)
        if pointer is None:
            return None
        if not _says_no_more(words, pointer, said):
            return _put(turn.question, pointer, said)
    return None


def _ordinal(words: Sequence[_Word], said: ReferenceWords) -> _Pointer | None:
    for place, word in enumerate(words):
        if word.key in said.ordinals and (found := _around(words, place, said)) is not None:
            return found
        if word.key in said.nouns and place + 1 < len(words) and words[place + 1].text.isdecimal():
            number = int(words[place + 1].text[:4])
            first = place - 1 if place and words[place - 1].key in said.determiners else place
            return _Pointer(words[first].start, words[place + 1].end, number - 1) if number else None
    return None


def _around(words: Sequence[_Word], place: int, said: ReferenceWords) -> _Pointer | None:
    """Returns the words that belong to an ordinal, where it stands for an article and not before something else."""
    if not place or words[place - 1].key not in said.determiners:
        return None
    begins, at = words[place - 1].start, said.ordinals[words[place].key]
    follows = words[place + 1].key if place + 1 < len(words) else None
    if follows in said.nouns:
        return _Pointer(begins, words[place + 1].end, at)
    return _Pointer(begins, words[place].end, at) if follows is None or follows in said.verbs else None


def _pronoun(words: Sequence[_Word], said: ReferenceWords) -> _Pointer | None:
    """Reads "summarise it" and its like; any other "it" may mean what the article is about."""
    if not words or not words[0].key.startswith(said.summary) or len(words) > _CHAIN:
        return None
    for word in words[1:]:
        if word.key in said.pronouns:
            return _Pointer(word.start, word.end, 0)
    return None


def _says_no_more(words: Sequence[_Word], pointer: _Pointer, said: ReferenceWords) -> bool:
    return said.openers.issuperset(_beside(words, pointer))


def _put(question: str, pointer: _Pointer, said: ReferenceWords) -> str:
    if said.gist.issuperset(_beside(_words(question), pointer)):
        return said.summarise
    return f"{question[: pointer.start]}{said.article}{question[pointer.end :]}"


def _beside(words: Sequence[_Word], pointer: _Pointer) -> list[str]:
    return [word.key for word in words if word.end <= pointer.start or word.start >= pointer.end]


def _words(text: str) -> list[_Word]:
    return [_Word(match[0], plain(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]
