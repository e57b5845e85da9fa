"""The stream of one answer, for callers with and without an event loop; closing it frees the model."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from types import TracebackType
from typing import Self

from rag.run import Cancellation
from rag.types import Event

__all__ = ["AnswerStream", "AsyncAnswerStream"]

Start = Callable[[Cancellation], Iterator[Event]]


class AnswerStream:
    """Iterates over the events of one answer. `close` may be called from any thread and more than once.

    Args:
        start: Begins the answer.
    """

    def __init__(self, start: Start) -> None:
        self._cancellation = Cancellation()
        self._events = start(self._cancellation)
        self._running = threading.Lock()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Event:
        with self._running:
            if self._cancellation.cancelled:
                raise StopIteration
            return next(self._events)

    def close(self) -> None:
        """Stops the answer at once, also where another thread waits for its next event."""
        self._cancellation.cancel()
        with self._running:
            close = getattr(self._events, "close", None)
            if close is not None:
                close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()


class AsyncAnswerStream:
    """The same for an event loop, which it never blocks: the answer is made in a thread.

    Args:
        start: Begins the answer.
    """

    def __init__(self, start: Start) -> None:
        self._start = start
        self._stream: AnswerStream | None = None
        self._closed = False

    def __aiter__(self) -> AsyncIterator[Event]:
        return self

    async def __anext__(self) -> Event:
        if self._closed:
            raise StopAsyncIteration
        if self._stream is None:
            self._stream = AnswerStream(self._start)
        stream = self._stream
        try:
            event = await asyncio.to_thread(next, stream, None)
        except asyncio.CancelledError:
            await asyncio.shield(asyncio.to_thread(stream.close))
            raise
        if event is None:
            raise StopAsyncIteration
        return event

    async def aclose(self) -> None:
        """Stops the answer at once; a second call does nothing."""
        self._closed = True
        if self._stream is not None:
            await asyncio.to_thread(self._stream.close)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None,
                        trace: TracebackType | None) -> None:
        await self.aclose()
