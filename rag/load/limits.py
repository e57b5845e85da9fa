"""How much of a hostile file is taken on: each limit is far above any news article, and stands before the work."""

from __future__ import annotations

from rag.errors import LoadError

__all__ = ["MOST_CHARS", "MOST_FILES", "MOST_PARAGRAPHS", "refuse_large", "refuse_long", "refuse_many"]

MOST_CHARS = 2_000_000
"""Characters of an article: the longest of novels fit, and their vectors take an hour."""

MOST_PARAGRAPHS = 20_000
"""Paragraphs of an article; each costs a dozen tests for page furniture."""

MOST_FILES = 100_000
"""Files below one folder that is ingested at once."""

_MOST_BYTES_A_CHAR = 4
_REMEDY = "Save each article in a file of its own."


def refuse_large(data: bytes, source: str) -> None:
    """Refuses, before anything is decoded, what has more bytes than any encoding needs for `MOST_CHARS`.

    Raises:
        LoadError: It has.
    """
    if len(data) > _MOST_BYTES_A_CHAR * MOST_CHARS:
        raise _longer(source)


def refuse_long(text: str, source: str, most: int = MOST_CHARS) -> None:
    """Refuses a text of more than `most` characters.

    Raises:
        LoadError: It has more.
    """
    if len(text) > most:
        raise _longer(source)


def refuse_many(count: int, most: int, what: str, source: str) -> None:
    """Refuses what holds more than `most` of something, such as "tags".

    Raises:
        LoadError: It does.
    """
    if count > most:
        raise LoadError(f"{source} has {count:,} {what}, more than any article ({most:,}).", _REMEDY)


def _longer(source: str) -> LoadError:
    return LoadError(f"{source} is longer than any article ({MOST_CHARS:,} characters).", _REMEDY)
