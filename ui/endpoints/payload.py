"""Reads what the page sends; a value that is not of its kind is refused with a word on what it should be."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from functools import wraps
from typing import Any, cast

from rag.errors import NewsciteError, UsageError
from rag.types import Filters, Span
from ui.render import error_html
from ui.texts import Texts, texts_for

__all__ = ["Payload", "Reply", "filters_of", "number", "span", "text", "texts", "texts_of", "told"]

Payload = Mapping[str, Any]
Reply = dict[str, Any]

_MOST = 100_000


def told(work: Callable[[dict[str, Any]], Awaitable[Reply]]) -> Callable[[dict[str, Any]], Awaitable[Reply]]:
    """Returns `work` with an expected error told to the reader, as HTML under `error`."""

    @wraps(work)
    async def endpoint(payload: dict[str, Any]) -> dict[str, Any]:
        try:
            return await work(payload)
        except NewsciteError as error:
            return {"error": error_html(error, texts_of(payload))}

    return endpoint


def texts_of(payload: Payload) -> Texts:
    """Returns the interface's words in the language that the page was sent in."""
    return texts_for(payload.get("language"))


def text(payload: Payload, key: str, default: str | None = None) -> str:
    """Returns a text; a missing or null one is the default, and refused where there is none."""
    value = payload.get(key)
    if value is None and default is not None:
        return default
    if not isinstance(value, str) or len(value) > _MOST:
        raise _unusable(key, "a text")
    return value


def texts(payload: Payload, key: str) -> tuple[str, ...]:
    """Returns a list of texts; a missing one is empty."""
    values: Any = payload.get(key) or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in cast("list[Any]", values)):
        raise _unusable(key, "a list of texts")
    return tuple(cast("list[str]", values))


def number(payload: Payload, key: str, low: int = 0, high: int = 2**31) -> int | None:
    """Returns a whole number within bounds, or None where there is none."""
    value = payload.get(key)
    if value is None:
        return None
    if not isinstance(value, int) or not low <= value <= high:
        raise _unusable(key, f"a whole number from {low} to {high}")
    return value


def span(payload: Payload, within: str) -> Span | None:
    """Returns the slice of a stored text that `start` and `end` name, or None where they are missing."""
    start, end = number(payload, "start"), number(payload, "end")
    if start is None or end is None:
        return None
    if not start < end <= len(within):
        raise _unusable("end", "after the start, and within the article")
    return Span(start, end)


def filters_of(payload: Payload) -> Filters:
    """Returns what the reader narrowed the search to."""
    given: Any = payload.get("filters") or {}
    if not isinstance(given, dict):
        raise _unusable("filters", "an object")
    chosen = cast("Payload", given)
    return Filters(since=_day(chosen, "since"), until=_day(chosen, "until"), languages=texts(chosen, "languages"),
                   outlets=texts(chosen, "outlets"), article_ids=texts(chosen, "articles"))


def _day(chosen: Payload, key: str) -> date | None:
    value = text(chosen, key, "")
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise _unusable(key, "a date such as 2023-10-06") from None


def _unusable(key: str, wanted: str) -> UsageError:
    return UsageError(f"The page sent no usable {key!r}.", f"It has to be {wanted}; reload the page.")
