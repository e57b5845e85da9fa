"""The writer for larger models: numbered evidence, one call, a marker at the end of each sentence."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from rag.prompts import budget, free_prompt
from rag.types import Usage
from rag.write.drafts import Drafter
from rag.write.model import ChatModel, Draft, TextStream, WriteRequest

__all__ = ["FreeWriter"]


class FreeWriter:
    """Writes freely over the numbered evidence and hands on each sentence when it is complete.

    Args:
        num_ctx: Tokens of the context window, prompt and answer together.
        answer_tokens: Tokens written at most.
    """

    def __init__(self, model: ChatModel, *, num_ctx: int, answer_tokens: int) -> None:
        self._model = model
        self._num_ctx = num_ctx
        self._answer_tokens = answer_tokens
        self._lock = threading.Lock()
        self._stream: TextStream | None = None
        self._closed = False

    def write(self, request: WriteRequest) -> Iterator[Draft]:
        """Yields each sentence when it is complete.

        Raises:
            PromptTooLongError: Question and best quote do not fit the window.
            ModelError: The model failed; what was yielded before is whole sentences.
        """
        packed = budget(request, self._num_ctx, self._answer_tokens)
        stream = self._open(packed)
        if stream is None:
            return
        drafter = Drafter(request.language)
        try:
            for piece in stream:
                yield from drafter.feed(piece)
            if not self._closed:
                yield from drafter.finish(whole=stream.finish == "stop")
        finally:
            stream.close()

    @property
    def usage(self) -> Usage:
        """Of the call so far; final once `write` has ended."""
        return self._stream.usage if self._stream is not None else Usage()

    def close(self) -> None:
        """Stops the call under way, from any thread."""
        with self._lock:
            self._closed = True
            stream = self._stream
        if stream is not None:
            stream.close()

    def _open(self, request: WriteRequest) -> TextStream | None:
        with self._lock:
            if self._closed:
                return None
            self._stream = self._model.stream(free_prompt(request), max_tokens=self._answer_tokens)
            return self._stream
