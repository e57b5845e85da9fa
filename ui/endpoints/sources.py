"""Articles opened beside the chat, and translations of what is quoted from them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, cast

from rag.errors import UsageError
from rag.types import Span
from ui.endpoints.payload import Payload, Reply, number, span, text, texts_of
from ui.render import Marks, article_html, translation_html

if TYPE_CHECKING:
    from rag import Assistant

__all__ = ["Sources"]

_MOST_MARKS = 200


class Sources:
    """Shows the library's articles to the page.

    Args:
        assistant: Open while the page is served.
    """

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    async def show(self, payload: dict[str, Any]) -> Reply:
        """Returns an article version; `start` and `end` name the quote in it, `others` those of the same answer."""
        stored = await asyncio.to_thread(self._assistant.library.show, text(payload, "article"),
                                         number(payload, "version", 1))
        marks = Marks(span(payload, stored.text), _others(payload, len(stored.text)))
        return {"html": article_html(stored.summary, stored.text, marks, texts_of(payload))}

    async def translate(self, payload: dict[str, Any]) -> Reply:
        """Returns a quote in the answer's language, marked as a machine's; "" where no model can."""
        stored = await asyncio.to_thread(self._assistant.library.show, text(payload, "article"),
                                         number(payload, "version", 1))
        quote, source, wanted = span(payload, stored.text), stored.summary.language, text(payload, "to")
        if quote is None or source is None or source == wanted:
            return {"html": ""}
        told = await asyncio.to_thread(self._assistant.translate, quote.of(stored.text), source, wanted,
                                       model=text(payload, "model", "") or None)
        return {"html": translation_html(told, wanted, texts_of(payload)) if told else ""}


def _others(payload: Payload, length: int) -> tuple[Span, ...]:
    pairs: Any = payload.get("others") or []
    spans: list[Span] = []
    for pair in cast("list[Any]", pairs)[:_MOST_MARKS] if isinstance(pairs, list) else []:
        match pair:
            case [int(start), int(end)] if 0 <= start < end <= length:
                spans.append(Span(start, end))
            case _:
                raise UsageError("The page sent a quote that is not within the article.", "Reload the page.")
    return tuple(spans)
