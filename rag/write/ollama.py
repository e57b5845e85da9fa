"""The models of an Ollama server: which are installed, which is the best for chat, and chats with one."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakSet

from rag.errors import ModelNotFoundError, ModelUnreachableError
from rag.settings import Settings
from rag.write.model import Message, ModelInfo
from rag.write.ollama_faults import (
    RECOMMENDED_MODEL,
    answer_of,
    not_chatting,
    not_found,
    not_ollama,
    refused,
    server_words,
)
from rag.write.ollama_stream import OllamaStream, Pace, Prompt
from rag.write.ollama_tokens import approximate_tokens
from rag.write.ollama_wire import Call, Limits, open_client

if TYPE_CHECKING:
    import httpx

__all__ = ["RECOMMENDED_MODEL", "OllamaModel", "OllamaServer", "approximate_tokens"]

# Above this a 4-bit model takes more than about 10 GB and, without a large GPU, minutes for an answer: on one's own
# machine the largest model below it writes best of those that one would wait for.
_LARGEST_COMFORTABLE = 15.0
_FACTS_SECONDS = 10.0  # /api/tags and /api/show answer in milliseconds, and wait for no queue
_LONGEST_FACTS = 1 << 24
_SIZE = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*([KMBT])?\s*", re.IGNORECASE)
_BILLIONS = {"K": 1e-6, "M": 1e-3, "B": 1.0, "T": 1e3}


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
        return str(self._ask("GET", "/api/version").get("version", ""))

    def models(self) -> tuple[ModelInfo, ...]:
        """Returns the installed models that can chat, the best first; those that only make embeddings are left out.

        Raises:
            ModelError: No server (within `connect_seconds`), or none of Ollama.
        """
        infos = [self._chatting(listed) for listed in self._listed()]
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
        listed = self._listed()
        if name is None:
            for entry in listed:
                if not _is_remote(entry) and (info := self._chatting(entry)) is not None:
                    return OllamaModel(self, info)
            raise not_found(None)
        for entry in listed:
            if _full_name(_name(entry)) == _full_name(name):
                info = self._chatting(entry)
                if info is None:
                    raise not_chatting(_name(entry))
                return OllamaModel(self, info)
        raise not_found(name, tuple(_name(entry) for entry in listed))

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

    def begin(self, info: ModelInfo, messages: Sequence[Message], max_tokens: int, stop: Sequence[str]) -> OllamaStream:
        """Returns the stream of a chat with the model of `info`; used by `OllamaModel.stream`."""
        s = self._settings
        num_ctx = min(s.num_ctx, info.context_length or s.num_ctx)
        limits = Limits(s.connect_seconds, s.first_token_seconds, s.answer_seconds,
                        "NEWSCITE_FIRST_TOKEN_SECONDS", "NEWSCITE_ANSWER_SECONDS")
        prompt = Prompt(s.ollama_host, info.name, _chat(info, messages, num_ctx, max_tokens, stop),
                        tuple(message.content for message in messages), num_ctx)
        return OllamaStream(self._call(answer_of(info.name), limits), prompt, self._pace)

    def _call(self, what: str, limits: Limits) -> Call:
        with self._lock:
            if self._closed:
                raise ModelUnreachableError("The connection to Ollama has been closed.", "Open the assistant anew.")
            if self._client is None:
                self._client = open_client(self._settings.ollama_host)
            call = Call(self._client, self._settings.ollama_host, what, limits)
            self._calls.add(call)
            return call

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        host = self._settings.ollama_host
        seconds = min(_FACTS_SECONDS, self._settings.first_token_seconds)
        call = self._call(f"Ollama at {host}", Limits(self._settings.connect_seconds, seconds, seconds))
        try:
            status = call.send(method, path, body)
            data = call.body(_LONGEST_FACTS)
        finally:
            call.close()
        if status != 200:
            model = str((body or {}).get("model", "its models"))
            raise refused(status, server_words(data), host=host, model=model, num_ctx=self._settings.num_ctx)
        try:
            reply: Any = json.loads(data)
        except (ValueError, RecursionError):
            reply = None
        if not isinstance(reply, dict):
            raise not_ollama(host, f"{path} is not JSON")
        return cast("dict[str, Any]", reply)

    def _listed(self) -> list[dict[str, Any]]:
        entries: Any = self._ask("GET", "/api/tags").get("models")
        if not isinstance(entries, list):
            raise not_ollama(self._settings.ollama_host, "/api/tags lists no models")
        listed = [cast("dict[str, Any]", entry) for entry in cast("list[Any]", entries) if isinstance(entry, dict)]
        return sorted((entry for entry in listed if _name(entry)), key=_rank)

    def _chatting(self, listed: dict[str, Any]) -> ModelInfo | None:
        try:
            info = self._info(listed)
        except ModelNotFoundError:  # removed since it was listed, or its files are gone
            return None
        return info if "completion" in info.capabilities else None

    def _info(self, listed: dict[str, Any]) -> ModelInfo:
        shown = self._ask("POST", "/api/show", {"model": _name(listed)})
        facts = _fields(shown, "model_info")
        lengths = [value for key, value in facts.items() if key.endswith(".context_length") and isinstance(value, int)]
        capabilities: Any = shown.get("capabilities")
        if not isinstance(capabilities, list):
            # Servers before 0.6.4 do not tell; the architectures of embedding models are the BERT family.
            capabilities = [] if "bert" in str(_fields(listed, "details").get("family")) else ["completion"]
        count = facts.get("general.parameter_count")
        parameters = _parameters(listed)
        if parameters is None and isinstance(count, int):
            parameters = count / 1e9
        return ModelInfo(_name(listed), parameters, max(lengths, default=None),
                         tuple(str(item) for item in cast("list[Any]", capabilities)), str(listed.get("digest", "")))


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


def _chat(info: ModelInfo, messages: Sequence[Message], num_ctx: int, max_tokens: int,
          stop: Sequence[str]) -> dict[str, Any]:
    body: dict[str, Any] = {
        "model": info.name,
        "messages": [{"role": message.role, "content": _sendable(message.content)} for message in messages],
        "stream": True,
        "keep_alive": "10m",
        # Too long a prompt must be refused, never cut, and never be pushed out of the window by the answer. The same
        # window and shift on every call: another value makes Ollama load the model anew.
        "truncate": False,
        "shift": False,
        # num_predict 0 would mean no limit.
        "options": {"num_ctx": num_ctx, "temperature": 0, "seed": 1, "num_predict": max(1, max_tokens)},
    }
    if stop:
        body["options"]["stop"] = list(stop)
    if "thinking" in info.capabilities:  # any other model answers 400 to the field
        body["think"] = False
    return body


def _sendable(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate has no UTF-8


def _name(listed: dict[str, Any]) -> str:
    return str(listed.get("name") or listed.get("model") or "")


def _fields(reply: dict[str, Any], name: str) -> dict[str, Any]:
    value: Any = reply.get(name)
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _full_name(name: str) -> str:
    stripped = name.strip().lower()
    return stripped if ":" in stripped.rpartition("/")[2] else f"{stripped}:latest"


def _parameters(listed: dict[str, Any]) -> float | None:
    match = _SIZE.fullmatch(str(_fields(listed, "details").get("parameter_size", "")))
    return round(float(match[1]) * _BILLIONS[(match[2] or "B").upper()], 6) if match else None


def _is_remote(listed: dict[str, Any]) -> bool:
    tag = _full_name(_name(listed)).rpartition(":")[2]
    return bool(listed.get("remote_host") or listed.get("remote_model")) or tag == "cloud" or tag.endswith("-cloud")


def _rank(listed: dict[str, Any]) -> tuple[int, float, str]:
    """Sorts the best first: comfortable ones from large to small, then too large ones, then those of unknown size."""
    size = _parameters(listed)
    if size is None:
        return 2, 0.0, _name(listed)
    return (0, -size, _name(listed)) if size <= _LARGEST_COMFORTABLE else (1, size, _name(listed))
