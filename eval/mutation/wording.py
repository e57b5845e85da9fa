"""Replacing words of a sentence, with its capitals kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from eval.mutation.model import Chance

__all__ = ["Table", "capital", "exchanged", "words_in"]

Table = Mapping[str, Mapping[str, str]]
"""By language: each word or phrase in lower case, and what it becomes; several choices are parted by a bar."""

_WORD = re.compile(r"[^\W\d_]+")


def exchanged(text: str, language: str, table: Table, chance: Chance,
              where: Callable[[re.Match[str]], bool] = lambda _: True) -> str | None:
    """Returns the text with one word or phrase of the table exchanged; None where none stands there.

    Args:
        where: Says whether an occurrence counts.
    """
    words = table.get(language)
    if not words:
        return None
    found = [match for match in _any_of(tuple(words)).finditer(text) if where(match)]
    if not found:
        return None
    match = chance.pick(found)
    new = chance.pick(words[match[0].lower()].split("|"))
    changed = text[: match.start()] + (capital(new) if match[0][0].isupper() else new) + text[match.end() :]
    return capital(re.sub(r"  +", " ", changed).replace(" ,", ",").strip())


def capital(text: str) -> str:
    """Returns the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def words_in(text: str) -> frozenset[str]:
    """Returns the words of a text in lower case."""
    return frozenset(match[0].lower() for match in _WORD.finditer(text))


@lru_cache(maxsize=256)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first: "at least" before "at".
    choices = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE)
