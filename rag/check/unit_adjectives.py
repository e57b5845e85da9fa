"""Adjectives between a number and its unit: "five more years", "drei lange Jahre"."""

from __future__ import annotations

from rag.check.cursor import Cursor
from rag.check.ordinal_words import half

__all__ = ["adjectives_before_unit"]

# Told by their words: by their form they may be nouns ("five people days after").
_ADJECTIVES = frozenset(
    "more further additional extra full whole entire single mere "
    "consecutive successive straight long short solid calendar "
    "working volle hele lange opeenvolgende achtereenvolgende longues longs autres bonnes largos largas otros "
    "otras".split())
_ENDINGS = ("e", "en", "er", "es")
_LEAST = 3


def adjectives_before_unit(cursor: Cursor, at: int) -> int:
    """Returns how many tokens from `at` on, which follow a number, only describe the word after them: 0 or 1."""
    word = cursor.tokens[at].text if at + 1 < len(cursor) and cursor.is_word(at) else ""
    if not word or cursor.gap(at) != " " or cursor.gap(at + 1) != " " or len(cursor.fold(at + 1)) < _LEAST:
        return 0
    # German writes its nouns with a capital; "eine halbe Stunde" is no whole one.
    german = cursor.language == "de" and word.islower() and word.endswith(_ENDINGS) and len(word) > _LEAST
    described = german and cursor.tokens[at + 1].text[:1].isupper() and half(cursor.fold(at), "de") is None
    return int(described or word in _ADJECTIVES)
