"""Asking: the stream of one answer, its end before its time, and passages without an answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rag.errors import LibraryError, NewsciteError
from rag.types import Done, Turn
from ui.endpoints.growing import Growing
from ui.endpoints.payload import Payload, Reply, filters_of, number, text, texts_of
from ui.render import (
    KeptTurn,
    answer_html,
    error_html,
    notice_html,
    passages_html,
    question_html,
    retry_html,
    stopped_html,
)

if TYPE_CHECKING:
    from rag import Assistant
    from rag.streams import AsyncAnswerStream

__all__ = ["Chat"]

_MOST_READ = 100


class Chat:
    """Answers the page's questions.

    Args:
        assistant: Open while the page is served.
    """

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._running: dict[str, AsyncAnswerStream] = {}

    async def ask(self, payload: dict[str, Any]) -> AsyncIterator[dict[str, Any]]:
        """Yields an answer as it grows.

        The first reply has the question's `turn`, the next ones its `body`, the last one says `done`, and by which
        `conversation` and `turn_id` it is kept.
        """
        growing = Growing(texts_of(payload))
        run, texts = text(payload, "run", ""), growing.texts
        try:
            conversation = text(payload, "conversation", "") or self._assistant.conversations.new_id()
            replaced = number(payload, "replacing", 1)
            yield {"turn": question_html(text(payload, "question"), texts), "conversation": conversation}
            growing.begin(texts.say("step_reading"))
            yield {"body": growing.html()}
            async with aclosing(await self._stream(payload, conversation, replaced)) as events:
                self._running[run] = events
                async for event in events:
                    growing.take(event)
                    if growing.done is None:
                        yield {"body": growing.html()}
            if growing.done is None:
                growing.end()
                stopped = growing.html() + stopped_html(texts, kept_before=replaced is not None)
                yield {"body": stopped, "done": True}
                return
            done = growing.done if replaced is None else await self._replaced(growing.done, conversation, replaced)
            yield {"body": answer_html(KeptTurn(done.answer, done.turn_id), texts), "done": True,
                   "turn_id": done.turn_id, "conversation": conversation}
        except NewsciteError as error:
            yield {"body": growing.html() + error_html(error, texts) + retry_html(texts), "done": True}
        finally:
            self._running.pop(run, None)

    async def stop(self, payload: dict[str, Any]) -> Reply:
        """Stops a run; `known` tells whether it had begun, for one that waits in the queue is not known here."""
        events = self._running.get(text(payload, "run"))
        if events is not None:
            await events.aclose()
        return {"known": events is not None}

    async def search(self, payload: dict[str, Any]) -> Reply:
        """Returns the passages that a question finds, best first, as a turn of the page that is not kept."""
        texts, question = texts_of(payload), text(payload, "question")
        k = number(payload, "k", 1, _MOST_READ) or self._assistant.settings.k
        found = await self._assistant.asearch(question, k, filters_of(payload))
        words = texts.say("found_passages", n=len(found)) if found else texts.say("found_none")
        body = notice_html(words) + (passages_html(found, texts) if found else "")
        return {"turn": question_html(question, texts), "body": f'<div class="searched">{body}</div>'}

    async def _stream(self, payload: Payload, conversation: str, replaced: int | None) -> AsyncAnswerStream:
        """Begins an answer. One that replaces another is kept when it is whole: till then the old one stays."""
        history: tuple[Turn, ...] | None = None
        if replaced is not None:
            turns = await asyncio.to_thread(self._assistant.conversations.turns, conversation)
            history = turns[: replaced - 1]
        return self._assistant.astream(
            text(payload, "question"), history=history, language=text(payload, "answer_language", "") or None,
            conversation=conversation if replaced is None else None, filters=filters_of(payload),
            model=text(payload, "model", "") or None, k=number(payload, "k", 1, _MOST_READ),
        )

    async def _replaced(self, done: Done, conversation: str, replaced: int) -> Done:
        """Puts a whole answer in the place of an old exchange and of all that came after it."""
        kept = self._assistant.conversations
        try:
            return Done(done.answer, await asyncio.to_thread(kept.keep, conversation, done.answer, replaced))
        except LibraryError as error:
            return Done(replace(done.answer, warnings=(*done.answer.warnings, str(error))))
