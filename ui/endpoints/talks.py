"""The kept conversations: listed, opened again, renamed, deleted, exported, judged."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from rag.types import Answer, SourceState
from ui.endpoints.elsewhere import elsewhere
from ui.endpoints.payload import Reply, number, text, texts_of
from ui.render import KeptTurn, conversations_html, turn_html

if TYPE_CHECKING:
    from rag import Assistant
    from rag.conversations import Rating

__all__ = ["Talks"]

_PAGE = 50
"""Exchanges that are shown at once: the last ones; those before follow when they are asked for."""


class Talks:
    """The page's view of the kept conversations.

    Args:
        assistant: Open while the page is served.
    """

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._kept = assistant.conversations

    async def list(self, payload: dict[str, Any]) -> Reply:
        """Returns the list, the one last spoken in first."""
        kept = await asyncio.to_thread(self._kept.list)
        return {"html": conversations_html(kept, texts_of(payload))}

    async def open(self, payload: dict[str, Any]) -> Reply:
        """Returns the last exchanges of a conversation, or those before a turn, and whether there are earlier ones."""
        before = number(payload, "before", 1)
        return await asyncio.to_thread(self._open, text(payload, "conversation"), before, payload)

    async def rename(self, payload: dict[str, Any]) -> Reply:
        """Gives a conversation another title."""
        await asyncio.to_thread(self._kept.rename, text(payload, "conversation"), text(payload, "title"))
        return await self.list(payload)

    async def delete(self, payload: dict[str, Any]) -> Reply:
        """Deletes a conversation."""
        await asyncio.to_thread(self._kept.delete, text(payload, "conversation"))
        return await self.list(payload)

    async def export(self, payload: dict[str, Any]) -> Reply:
        """Returns a conversation as a file: its name, its type, its text."""
        conversation = text(payload, "conversation")
        if text(payload, "form", "markdown") == "json":
            exported = json.loads(await asyncio.to_thread(self._kept.export_json, conversation))
            document = json.dumps(elsewhere(exported), ensure_ascii=False, indent=2) + "\n"
            return {"name": f"newscite-{conversation}.json", "type": "application/json", "text": document}
        document = await asyncio.to_thread(self._kept.export_markdown, conversation)
        return {"name": f"newscite-{conversation}.md", "type": "text/markdown", "text": document}

    async def rate(self, payload: dict[str, Any]) -> Reply:
        """Keeps a judgement, or takes it back."""
        rating = text(payload, "rating", "")
        given: Rating | None = rating if rating in ("up", "down") else None
        await asyncio.to_thread(self._kept.rate, text(payload, "conversation"), number(payload, "turn", 1) or 0, given,
                                text(payload, "note", ""))
        return {"said": texts_of(payload).say("saved")}

    def _open(self, conversation: str, before: int | None, payload: dict[str, Any]) -> Reply:
        exchanges = [item for item in self._kept.open(conversation) if before is None or item.turn_id < before]
        shown = exchanges[-_PAGE:]
        texts, known = texts_of(payload), dict[tuple[str, int], SourceState]()
        html = "".join(turn_html(KeptTurn(item.answer, item.turn_id, item.feedback, self._states(item.answer, known)),
                                 texts) for item in shown)
        return {"html": html, "earlier": len(exchanges) > len(shown), "first": shown[0].turn_id if shown else None}

    def _states(self, answer: Answer, known: dict[tuple[str, int], SourceState]) -> dict[int, SourceState]:
        """Looks each article version up once, however often it is cited."""
        states: dict[int, SourceState] = {}
        for citation in answer.citations:
            key = (citation.article_id, citation.version)
            if key not in known:
                known[key] = self._assistant.library.state_of(citation)
            states[citation.number] = known[key]
        return states
