"""The models that an assistant may write with: one by default, others by name, and what to tell a user of them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, replace

from rag.errors import ModelError, ModelNotFoundError, ModelUnreachableError
from rag.settings import Settings
from rag.write.choice import ModelChooser
from rag.write.model import ChatModel
from rag.write.ollama import OllamaServer

__all__ = ["Models", "ModelsReport"]

_MOST = 8
"""Named models remembered at once; a name is typed or clicked, so it could be anything."""


@dataclass(frozen=True, slots=True)
class ModelsReport:
    """What can write now.

    Attributes:
        host: Address of the server that was asked; "" where the model was given by the program.
        reachable: Whether it answered as Ollama does.
        installed: Names of the models that can chat, the best first.
        chosen: The model that writes; None where answers are quotes.
        problem: Why there is none, in one line; None where there is one, or where none is wanted.
        remedy: What the user can do about `problem`.
        missing: Whether `problem` is that the server has no such model.
    """

    host: str
    reachable: bool
    installed: tuple[str, ...] = ()
    chosen: str | None = None
    problem: str | None = None
    remedy: str | None = None
    missing: bool = False


class Models:
    """Chooses models for an assistant; safe to use from several threads.

    Args:
        settings: Names host, model and writer.
        given: A model to use instead of asking a server.
    """

    def __init__(self, settings: Settings, given: ChatModel | None = None) -> None:
        self._settings = settings
        self._given = given
        self._lock = threading.Lock()
        self._default = ModelChooser(settings, given)
        self._named: OrderedDict[str, ModelChooser] = OrderedDict()

    def chooser(self, name: str | None = None) -> ModelChooser:
        """Returns what chooses the model called `name`, or for None the one of the settings."""
        if name is None or name == self._settings.model or self._given is not None:
            return self._default
        with self._lock:
            chooser = self._named.pop(name, None) or ModelChooser(replace(self._settings, model=name))
            self._named[name] = chooser
            # One that falls out is not closed: an answer may be using it. Its connections go when the answer ends.
            while len(self._named) > _MOST:
                self._named.popitem(last=False)
            return chooser

    def report(self, name: str | None = None) -> ModelsReport:
        """Asks the server what is installed, and says which model would write; never raises for a server's faults."""
        if self._given is not None:
            return ModelsReport("", reachable=True, installed=(self._given.info.name,), chosen=self._given.info.name)
        host = self._settings.ollama_host
        server = OllamaServer(self._settings)
        try:
            installed = tuple(info.name for info in server.models())
            wanted = self._settings.writer != "quotes"
            chosen = server.choose(name or self._settings.model).info.name if wanted else None
            return ModelsReport(host, reachable=True, installed=installed, chosen=chosen)
        except ModelUnreachableError as error:
            return ModelsReport(host, reachable=False, problem=error.message, remedy=error.remedy)
        except ModelError as error:
            return ModelsReport(host, reachable=True, installed=_names(server), problem=error.message,
                                remedy=error.remedy, missing=isinstance(error, ModelNotFoundError))
        finally:
            server.close()

    def close(self) -> None:
        """Breaks off all calls under way."""
        with self._lock:
            choosers = [self._default, *self._named.values()]
        for chooser in choosers:
            chooser.close()


def _names(server: OllamaServer) -> tuple[str, ...]:
    try:
        return tuple(info.name for info in server.models())
    except ModelError:
        return ()
