"""What works now: the model, its server, the library, in words."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from ui.endpoints.payload import Reply, text, texts_of
from ui.render import choices_html, health_html

if TYPE_CHECKING:
    from rag import Assistant

__all__ = ["Health"]


class Health:
    """Tells the page how the assistant is.

    Args:
        assistant: Open while the page is served.
        local: Whether its readers sit at this machine, and may know its folders.
    """

    def __init__(self, assistant: Assistant, *, local: bool = True) -> None:
        self._assistant = assistant
        self._folder = str(assistant.settings.folder) if local else None

    async def status(self, payload: dict[str, Any]) -> Reply:
        """Returns the status line, its details, and the models that can be chosen; asks the server each time."""
        texts, wanted = texts_of(payload), text(payload, "model", "")
        report = await asyncio.to_thread(self._assistant.models, wanted or None)
        count = len(await asyncio.to_thread(self._assistant.library.list))
        best = texts.say("model_best", name=report.chosen) if report.chosen and not wanted else texts.say("model_auto")
        # A chosen model that is gone stays in the list: only what is seen can be changed.
        names = [*report.installed, *([wanted] if wanted and wanted not in report.installed else [])]
        options = [("", best), *((name, name) for name in names)]
        words = texts.say("status_writes", model=report.chosen) if report.chosen else texts.say("status_quotes")
        return {
            "words": words, "good": report.chosen is not None, "articles": count,
            "health": health_html(report, self._folder, count, texts),
            "models": choices_html(options, {wanted}),
        }
