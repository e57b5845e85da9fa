"""A question within its surroundings: the conversation is read before it, and the exchange kept and logged after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rag.conversations import Conversations
from rag.errors import LibraryError
from rag.logs import EventLog
from rag.types import Answer, Done, Event, Filters, Turn

if TYPE_CHECKING:
    from rag.pipeline import Pipeline
    from rag.run import Cancellation

__all__ = ["Asked", "Asker"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a caller of the assistant puts it; see `Assistant.ask`."""

    question: str
    history: Sequence[Turn] | None
    language: str | None
    conversation: str | None
    filters: Filters | None
    model: str | None
    k: int | None


class Asker:
    """Answers the questions of one assistant.

    Args:
        pipeline: Makes one that writes with the named model and reads so many passages.
        conversations: Of the library.
        log: Of the assistant.
    """

    def __init__(self, pipeline: Callable[[str | None, int | None], Pipeline], conversations: Conversations,
                 log: EventLog) -> None:
        self._pipeline = pipeline
        self._conversations = conversations
        self._log = log

    def start(self, asked: Asked) -> Callable[[Cancellation], Iterator[Event]]:
        """Returns what begins the answer; nothing is done before that is called."""
        def start(cancellation: Cancellation) -> Iterator[Event]:
            with self._log.during("ask"):
                for event in self._events(asked, cancellation):
                    if isinstance(event, Done):
                        self._log.asked(event.answer)
                    yield event

        return start

    def _events(self, asked: Asked, cancellation: Cancellation) -> Iterator[Event]:
        # LlamaIndex, which the pipeline stands on, takes a second to import.
        from rag.pipeline import Request

        earlier = asked.history
        if earlier is None and asked.conversation is not None:
            earlier = self._conversations.turns(asked.conversation)
        request = Request(asked.question, tuple(earlier or ()), asked.language, asked.filters or Filters())
        for event in self._pipeline(asked.model, asked.k).run(request, cancellation):
            if isinstance(event, Done) and asked.conversation is not None:
                yield self._kept(asked.conversation, event.answer)
            else:
                yield event

    def _kept(self, conversation: str, answer: Answer) -> Done:
        """Keeps an exchange; where a full disk leaves only the answer, it says so."""
        try:
            return Done(answer, self._conversations.keep(conversation, answer))
        except LibraryError as error:
            self._log.failed(error, "keep")
            return Done(replace(answer, warnings=(*answer.warnings, str(error))))
