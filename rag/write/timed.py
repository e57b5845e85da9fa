"""A chat model that keeps the time and the tokens of all calls for one answer, and one deadline over them."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from rag.errors import ModelDeadlineError, ModelError
from rag.types import Usage
from rag.write.model import Alternative, ChatModel, Message, ModelInfo, TextStream, WeighedStream, WeighingModel

__all__ = ["TimedModel"]


class TimedModel:
    """Wraps a ChatModel for one answer.

    Args:
        model: What is called.
        seconds: That all calls together may last, from the begin of the first.
        clock: Seconds that only grow.

    Attributes:
        first_token: When the first piece of any call came, by `time.perf_counter`; None before.
    """

    def __init__(self, model: ChatModel, seconds: float = math.inf,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self._model = model
        self._seconds = seconds
        self._clock = clock
        self._ends: float | None = None
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

    @property
    def seconds_left(self) -> float:
        """Until the deadline; all of it before the first call."""
        return self._seconds if self._ends is None else max(0.0, self._ends - self._clock())

    def stream(self, messages: Sequence[Message], *, max_tokens: int, stop: Sequence[str] = ()) -> TextStream:
        """Starts an answer as the wrapped model does.

        Raises:
            ModelDeadlineError: The time for the answer is over.
        """
        self._begin()
        return self._kept(self._model.stream(messages, max_tokens=max_tokens, stop=stop))

    def weigh(self, messages: Sequence[Message], *, max_tokens: int) -> WeighedStream:
        """Starts an answer as the wrapped model does; without alternatives where that cannot tell them.

        Raises:
            ModelDeadlineError: The time for the answer is over.
        """
        self._begin()
        if isinstance(self._model, WeighingModel):
            return self._kept(self._model.weigh(messages, max_tokens=max_tokens))
        return self._kept(self._model.stream(messages, max_tokens=max_tokens))

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

    def too_late(self) -> ModelDeadlineError:
        """Returns the error for an answer that took too long."""
        return ModelDeadlineError(f"{self.info.name} had not finished the answer after {self._seconds:g} s.",
                                  "Set NEWSCITE_ANSWER_SECONDS higher, or use a smaller model.")

    def _begin(self) -> None:
        if self._ends is None:
            self._ends = self._clock() + self._seconds
        if self.seconds_left <= 0:
            raise self.too_late()

    def _kept(self, stream: TextStream) -> _TimedStream:
        with self._lock:
            self._streams.append(stream)
            closed = self._closed
        if closed:
            stream.close()
        return _TimedStream(self, stream)


class _TimedStream:
    """A stream that is broken off at the answer's deadline: a call's own limits know nothing of the calls before."""

    def __init__(self, owner: TimedModel, stream: TextStream) -> None:
        self._owner = owner
        self._stream = stream
        self._late = False

    def __iter__(self) -> Iterator[str]:
        left = self._owner.seconds_left
        timer = threading.Timer(left, self._expire) if math.isfinite(left) else None
        if timer is not None:
            timer.daemon = True
            timer.start()
        try:
            for piece in self._stream:
                self._owner.heard()
                yield piece
        except ModelError as error:
            if self._late:
                raise self._owner.too_late() from error
            raise
        finally:
            if timer is not None:
                timer.cancel()
        if self._late and self.finish is None:
            raise self._owner.too_late()

    @property
    def usage(self) -> Usage:
        return self._stream.usage

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        return self._stream.alternatives if isinstance(self._stream, WeighedStream) else ()

    @property
    def finish(self) -> Literal["stop", "length"] | None:
        return self._stream.finish

    def close(self) -> None:
        self._stream.close()

    def _expire(self) -> None:
        self._late = True
        self._stream.close()
