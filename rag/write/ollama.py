"""The models of an Ollama server: which are installed, which is the best for chat, and chats with one."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakSet

from rag.errors import ModelNotFoundError, ModelUnreachableError
from rag.settings import Settings
from rag.write.model import Message, ModelInfo
from rag.write.ollama_alternatives import WEIGHED
from rag.write.ollama_faults import (
    RECOMMENDED_MODEL,
    answer_of,
    not_chatting,
    not_found,
    not_ollama,
    not_usable,
    prompt_too_long,
    refused,
    server_words,
)
from rag.write.ollama_installed import InstalledModel, full_name
from rag.write.ollama_quirks import messages_for, thinking_of
from rag.write.ollama_stream import OllamaStream, Pace, Prompt
from rag.write.ollama_tokens import approximate_tokens, prompt_tokens
from rag.write.ollama_wire import Call, Limits, open_client

if TYPE_CHECKING:
    import httpx

    from rag.write.ollama_facts import ModelFacts

__all__ = ["RECOMMENDED_MODEL", "OllamaModel", "OllamaServer", "approximate_tokens"]

_FACTS_SECONDS = 10.0  # /api/tags and /api/show answer in milliseconds, and wait for no queue
_LONGEST_FACTS = 1 << 24


class OllamaServer:
    """The Ollama server at `settings.ollama_host`. Nothing is asked of it until a method is called; threads may share.

    Args:
        settings: Host, deadlines and window.
        pace: How retries are spaced.
    """

    def __init__(self, settings: Settings, *, pace: Pace | None = None) -> None:
        self._settings = settings
        self._pace = pace or Pace()
        self._lock = threading.Lock()
        self._client: httpx.Client | None = None
        self._calls: WeakSet[Call] = WeakSet()
        self._closed = False

    def version(self) -> str:
        """Returns the server's version, such as "0.32.15".

        Raises:
            ModelError: No server (within `connect_seconds`), or none of Ollama.
        """
        host = self._settings.ollama_host
        try:
            reply: Any = json.loads(self._fetch("GET", f"{host}/api/version"))
        except (ValueError, RecursionError):
            reply = None
        if not isinstance(reply, dict):
            raise not_ollama(host, "/api/version is not JSON")
        return str(cast("dict[str, Any]", reply).get("version", ""))

    def models(self) -> tuple[ModelInfo, ...]:
        """Returns the installed models that can chat, the best first; those that only make embeddings are left out.

        Raises:
            ModelError: No server (within `connect_seconds`), or none of Ollama.
        """
        with closing(self._facts()) as facts:
            infos = [_chatting(facts, listed) for listed in facts.installed()]
        return tuple(info for info in infos if info is not None)

    def choose(self, name: str | None) -> OllamaModel:
        """Returns the model `name` (":latest" may be left out), or for None the best installed chat model.

        The best is the largest of up to 15 billion parameters, else the smallest above; equals go by name. Models
        that Ollama forwards to a cloud are used only when named, since an article must not leave the machine unasked.

        Raises:
            ModelNotFoundError: Not installed, or not for chat; the remedy is the command that installs one.
            ModelUnreachableError: No server, within `connect_seconds`.
            ModelError: The server fails otherwise.
        """
        with closing(self._facts()) as facts:
            installed = facts.installed()
            if name is None:
                infos = (_chatting(facts, one) for one in installed if not one.remote)
                if (best := next((info for info in infos if info is not None), None)) is None:
                    raise not_found(None)
                return OllamaModel(self, best)
            one = next((one for one in installed if full_name(one.name) == full_name(name)), None)
            if one is None:
                raise not_found(name, tuple(one.name for one in installed))
            if (info := _chatting(facts, one)) is None:
                raise not_chatting(one.name)
            return OllamaModel(self, info)

    def close(self) -> None:
        """Breaks off whatever is under way and lets go of the connections; may be called more than once."""
        with self._lock:
            self._closed = True
            client, self._client = self._client, None
            calls = list(self._calls)
        for call in calls:
            call.close()
        if client is not None:
            client.close()

    def begin(self, info: ModelInfo, messages: Sequence[Message], max_tokens: int, stop: Sequence[str] = (), *,
              weighed: bool = False) -> OllamaStream:
        """Returns the stream of a chat with the model of `info`; used by `OllamaModel`.

        Raises:
            PromptTooLongError: By our own count, which is rather too high; nothing was sent.
        """
        s = self._settings
        num_ctx = info.window(s.num_ctx)
        if (tokens := prompt_tokens(messages)) > num_ctx:
            # Servers differ in what they do then, and some cut the prompt's begin without a word.
            raise prompt_too_long(f"it may be {tokens} tokens long", num_ctx)
        limits = Limits(s.connect_seconds, s.first_token_seconds, s.answer_seconds,
                        "NEWSCITE_FIRST_TOKEN_SECONDS", "NEWSCITE_ANSWER_SECONDS")
        body = _chat(info, messages, num_ctx, max_tokens, stop)
        if weighed:
            body.update(WEIGHED)
        prompt = Prompt(s.ollama_host, info.name, body, tuple(message.content for message in messages), num_ctx)
        return OllamaStream(self._call(answer_of(info.name), limits), prompt, self._pace)

    def _call(self, what: str, limits: Limits) -> Call:
        with self._lock:
            if self._closed:
                raise ModelUnreachableError("The connection to Ollama has been closed.", "Open the assistant anew.")
            if self._client is None:
                try:
                    self._client = open_client(self._settings.ollama_host)
                except (ImportError, ValueError, OSError) as error:  # a proxy or certificate variable
                    raise not_usable(error) from error
            call = Call(self._client, self._settings.ollama_host, what, limits)
            self._calls.add(call)
            return call

    def _facts(self) -> ModelFacts:
        """Returns the client for facts of models, once a server has answered: without one it is not worth its import.

        Any answer will do, as it does for Ollama's own command line, which asks the same.
        """
        host = self._settings.ollama_host
        call = self._brief_call()
        try:
            call.send("HEAD", f"{host}/")
        finally:
            call.close()
        try:
            from rag.write.ollama_facts import ModelFacts
        except (ImportError, ValueError, OSError) as error:
            # The package opens a client as it is imported, and that reads the proxy and certificate variables.
            raise not_usable(error) from error
        return ModelFacts(host, self._fetch)

    def _brief_call(self) -> Call:
        seconds = min(_FACTS_SECONDS, self._settings.first_token_seconds)
        return self._call(f"Ollama at {self._settings.ollama_host}",
                          Limits(self._settings.connect_seconds, seconds, seconds))

    def _fetch(self, method: str, url: str, body: bytes = b"") -> bytes:
        call = self._brief_call()
        try:
            status = call.send(method, url, body)
            data = call.body(_LONGEST_FACTS)
        finally:
            call.close()
        if status != 200:
            model = str(json.loads(body)["model"]) if body else "its models"
            raise refused(status, server_words(data), host=self._settings.ollama_host, model=model,
                          num_ctx=self._settings.num_ctx)
        return data


class OllamaModel:
    """An installed model as a `ChatModel`. Threads may share it; the server answers them one after another."""

    def __init__(self, server: OllamaServer, info: ModelInfo) -> None:
        self._server = server
        self._info = info

    @property
    def info(self) -> ModelInfo:
        """What the server says of the model."""
        return self._info

    def stream(self, messages: Sequence[Message], *, max_tokens: int, stop: Sequence[str] = ()) -> OllamaStream:
        """Starts an answer; connection and generation happen while iterating.

        Args:
            messages: The chat so far, in order.
            max_tokens: Written at most; below 1 counts as 1.
            stop: Texts at which the model stops.

        Raises (here or while iterating):
            ModelError: One of its subclasses; never an exception of the HTTP library.
        """
        return self._server.begin(self._info, messages, max_tokens, stop)

    def weigh(self, messages: Sequence[Message], *, max_tokens: int) -> OllamaStream:
        """Starts an answer whose first word is told with its alternatives, if the server tells them (from 0.12.11 on).

        Raises (here or while iterating):
            ModelError: As `stream`.
        """
        return self._server.begin(self._info, messages, max_tokens, weighed=True)


def _chat(info: ModelInfo, messages: Sequence[Message], num_ctx: int, max_tokens: int,
          stop: Sequence[str]) -> dict[str, Any]:
    thinking = thinking_of(info)
    body: dict[str, Any] = {
        "model": info.name,
        "messages": [{"role": message.role, "content": _sendable(message.content)}
                     for message in messages_for(info, messages)],
        "stream": True,
        "keep_alive": "10m",
        # Too long a prompt must be refused, never cut, and never be pushed out of the window by the answer. The same
        # window and shift on every call: another value makes Ollama load the model anew.
        "truncate": False,
        "shift": False,
        # num_predict 0 would mean no limit.
        "options": {"num_ctx": num_ctx, "temperature": 0, "seed": 1, "num_predict": max(1, max_tokens) + thinking.room},
    }
    if stop:
        body["options"]["stop"] = list(stop)
    if thinking.think is not None:
        body["think"] = thinking.think
    return body


def _sendable(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate has no UTF-8


def _chatting(facts: ModelFacts, listed: InstalledModel) -> ModelInfo | None:
    try:
        info = facts.info(listed)
    except ModelNotFoundError:  # removed since it was listed, or its files are gone
        return None
    return info if "completion" in info.capabilities else None
