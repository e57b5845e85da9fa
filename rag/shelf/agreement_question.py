"""Whether a question asks that articles be compared: "do the two articles agree?", "what do they disagree on?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.check.words import plain
from rag.shelf.agreement_words import AGREEMENT_WORDS, AgreementWords
from rag.shelf.intents import Comparison

__all__ = ["read_comparison"]

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    start: int
    end: int


def read_comparison(question: str, language: str) -> Comparison | None:
    """Returns which articles are to be compared and on what, or None where nothing of the kind is asked.

    Args:
        question: In one line.
        language: Its, ISO 639-1.
    """
    said = AGREEMENT_WORDS.get(language)
    words = [_Word(plain(match[0]), match.start(), match.end()) for match in _WORD.finditer(question)]
    noun = next((at for at, word in enumerate(words) if said is not None and word.key in said.articles), None)
    if said is None or noun is None or not all(_is_beside(word, said) for word in words[:noun]):
        return None
    before, behind = words[:noun], words[noun + 1 :]
    asked = any(word.key in said.agree for word in before)
    place = _last_agreement(behind, said)
    if not asked and place is None:
        return None
    if place is None:
        named, matter = behind, []
    else:
        named, matter = behind[:place], [word for word in behind[place + 1 :]]
    topic, on = _led(named, said), _led(matter, said)
    if topic is None or on is None:
        return None
    return Comparison(_text(question, topic), _text(question, on))


def _last_agreement(words: Sequence[_Word], said: AgreementWords) -> int | None:
    """Returns the place of the word that says it: of several, "komen ... overeen", the last before a matter."""
    for at in range(len(words) - 1, -1, -1):
        if words[at].key in said.agree:
            return at
    return None


def _led(words: Sequence[_Word], said: AgreementWords) -> list[_Word] | None:
    """Returns the words behind "about", without what says nothing at their end; None where others stand before it."""
    lead = next((at for at, word in enumerate(words) if word.key in said.about), None)
    first = len(words) if lead is None else lead
    if not all(_is_beside(word, said) for word in words[:first]):
        return None
    rest = list(words[first + 1 :])
    while rest and _is_beside(rest[-1], said):
        rest.pop()
    while rest and rest[0].key in said.about:
        rest.pop(0)
    return rest


def _is_beside(word: _Word, said: AgreementWords) -> bool:
    return word.key in said.beside or word.key in said.agree or (word.key.isdecimal() and int(word.key) < 100)


def _text(question: str, words: Sequence[_Word]) -> str:
    return question[words[0].start : words[-1].end] if words else ""
