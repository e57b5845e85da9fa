"""What a search was limited to, in words."""

from __future__ import annotations

from collections.abc import Iterator

from rag.types import Filters
from ui.texts import Texts

__all__ = ["narrowed_words"]

_MOST_NAMED = 3


def narrowed_words(filters: Filters, texts: Texts) -> str:
    """Returns what the filters admit, such as "Dutch, from 1 January 2022"; "" where they admit everything."""
    return ", ".join(_parts(filters, texts))


def _parts(filters: Filters, texts: Texts) -> Iterator[str]:
    yield from _few(tuple(map(texts.language_name, filters.languages)))
    yield from _few(filters.outlets)
    since, until = (texts.short_day(day) if day else "" for day in (filters.since, filters.until))
    if since and until:
        yield texts.say("filter_days", since=since, until=until)
    elif since or until:
        yield texts.say("filter_since" if since else "filter_until", day=since or until)
    if filters.article_ids:
        yield texts.say("filter_articles", n=len(filters.article_ids))


def _few(names: tuple[str, ...]) -> Iterator[str]:
    yield from names[:_MOST_NAMED]
    if len(names) > _MOST_NAMED:
        yield "…"
