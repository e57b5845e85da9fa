"""A chat model that keeps the time and the tokens of all calls for one answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from typing import Literal

from rag.types import Usage
from rag.write.model import ChatModel, Message, ModelInfo, TextStream

__all__ = ["TimedModel"]


class TimedModel:
    """Wraps a ChatModel for one answer.

    Attributes:
        first_token: When the first piece of any call came, by `time.perf_counter`; None before.
    """

    def __init__(self, model: ChatModel) -> None:
        self._model = model
        self._lock = threading.Lock()
        self._streams: list[TextStream] = []
        self._closed = False
        self.first_token: float | None = None

    @property
    def info(self) -> ModelInfo:
        return self._model.info

    @property
    def usage(self) -> Usage:
        """Summed over all calls so far."""
        used = [stream.usage for stream in self._streams]
        return Usage(sum(item.prompt_tokens for item in used), sum(item.completion_tokens for item in used))

    def stream(self, messages: Sequence[Message], *, max_tokens: int, stop: Sequence[str] = ()) -> TextStream:
        """Starts an answer as the wrapped model does."""
        stream = self._model.stream(messages, max_tokens=max_tokens, stop=stop)
        with self._lock:
            self._streams.append(stream)
            closed = self._closed
        if closed:
            stream.close()
        return _TimedStream(self, stream)

    def close(self) -> None:
        """Stops the calls under way, and any that is still begun; from any thread, any number of times."""
        with self._lock:
            self._closed = True
            streams = list(self._streams)
        for stream in streams:
            stream.close()

    def heard(self) -> None:
        """Notes the time of a piece, if it is the first."""
        if self.first_token is None:
            self.first_token = time.perf_counter()


class _TimedStream:
    def __init__(self, owner: TimedModel, stream: TextStream) -> None:
        self._owner = owner
        self._stream = stream

    def __iter__(self) -> Iterator[str]:
        for piece in self._stream:
            self._owner.heard()
            yield piece

    @property
    def usage(self) -> Usage:
        return self._stream.usage

    @property
    def finish(self) -> Literal["stop", "length"] | None:
        return self._stream.finish

    def close(self) -> None:
        self._stream.close()
