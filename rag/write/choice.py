"""Which model writes: asked of the server, and remembered for a while, so that a question does not wait for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from rag.errors import ModelError
from rag.settings import Settings
from rag.write.model import ChatModel
from rag.write.ollama import OllamaServer

__all__ = ["Choice", "ModelChooser"]

_FOUND_SECONDS = 60.0
_MISSING_SECONDS = 5.0
"""A server that was down is asked again so soon that a user who has just started it need not restart anything."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The model that writes, or why there is none; both None where none is wanted."""

    model: ChatModel | None
    problem: ModelError | None


class ModelChooser:
    """Chooses the model for an assistant.

    Args:
        settings: Names host, model and writer.
        given: A model to use instead of asking a server.
        clock: Seconds that only grow.
    """

    def __init__(self, settings: Settings, given: ChatModel | None = None,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._given = given
        self._clock = clock
        self._server = OllamaServer(settings)
        self._lock = threading.Lock()
        self._choice: Choice | None = None
        self._until = 0.0

    def choose(self) -> Choice:
        """Returns the model to write with now; asks the server where what is remembered has grown old."""
        if self._settings.writer == "quotes":
            return Choice(None, None)
        if self._given is not None:
            return Choice(self._given, None)
        with self._lock:
            if self._choice is None or self._clock() >= self._until:
                self._choice = self._asked()
                kept = _FOUND_SECONDS if self._choice.model is not None else _MISSING_SECONDS
                self._until = self._clock() + kept
            return self._choice

    def forget(self) -> None:
        """Asks the server anew at the next question, since the model has just failed."""
        with self._lock:
            self._choice = None

    def close(self) -> None:
        """Breaks off all calls under way."""
        self._server.close()

    def _asked(self) -> Choice:
        try:
            return Choice(self._server.choose(self._settings.model), None)
        except ModelError as error:
            return Choice(None, error)
