"""What an Ollama server says of its models, read with Ollama's own Python package.

The package knows the shapes of /api/tags and /api/show and goes with the server's versions; its bytes, though, go
over this room's own calls, which keep a deadline over the whole, can be broken off by another thread, follow no
redirect, and take no reply without end. Chats do not go by the package at all: see `ollama_wire`.

Importing this module imports the package, which takes longer than all that a server has to say of its models: it is
for those who have a server.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import httpx
import ollama
from pydantic import BaseModel, Field, ValidationError, field_validator

from rag.write.model import ModelInfo
from rag.write.ollama_faults import not_ollama, one_line
from rag.write.ollama_installed import InstalledModel, billions

__all__ = ["Fetch", "ModelFacts"]

# The system prompt by itself, a role by its name, or whatever role a message has.
_SYSTEM_PLACE = re.compile(r"\.System\b|[\"'`]system[\"'`]|\{\{-?\s{0,9}\$?\w{0,20}\.Role\s{0,9}-?\}\}")

Fetch = Callable[[str, str, bytes], bytes]
"""Method, address and body -> the body of a reply of status 200; raises ModelError for all else."""

_Reply = TypeVar("_Reply", bound=BaseModel)


class _Listed(ollama.ListResponse.Model):
    """An entry of /api/tags, with what the package leaves out."""

    name: str | None = None  # the only name that the oldest servers give
    remote_host: str | None = None
    remote_model: str | None = None


class _Tags(ollama.ListResponse):
    models: Sequence[_Listed]  # pyright: ignore[reportIncompatibleVariableOverride]  # a reply is only read

    @field_validator("models", mode="before")
    @classmethod
    def _none_is_empty(cls, value: Any) -> Any:
        return [] if value is None else value  # older servers without a model


class _Shown(ollama.ShowResponse):
    # The package demands the field; older servers do not send it.
    modelinfo: Mapping[str, Any] | None = Field(default=None, alias="model_info")


class ModelFacts(ollama.Client):
    """The package's client, made to read replies of older and newer servers too.

    Args:
        host: Address of the server.
        fetch: Sends the requests.
    """

    def __init__(self, host: str, fetch: Fetch) -> None:
        # With a transport of its own httpx asks no proxy variable; trust_env would still read .netrc.
        super().__init__(host, transport=_Fetching(fetch), follow_redirects=False, trust_env=False)
        self._host = host

    def installed(self) -> list[InstalledModel]:
        """Returns the installed models, the best first.

        Raises:
            ModelError: No server, no answer in time, or one that Ollama would not give.
        """
        listed = self._ask(_Tags, "GET", "/api/tags").models
        return sorted((_installed(entry) for entry in listed if entry.model or entry.name), key=lambda one: one.rank)

    def info(self, model: InstalledModel) -> ModelInfo:
        """Returns what a model is and can do.

        Raises:
            ModelNotFoundError: It has been removed since it was listed.
            ModelError: As `installed`.
        """
        return _info(model, self._ask(_Shown, "POST", "/api/show", {"model": model.name}))

    def _ask(self, kind: type[_Reply], method: str, path: str, body: dict[str, Any] | None = None) -> _Reply:
        try:
            return self._request(kind, method, path, json=body)
        except (ValueError, TypeError, RecursionError) as error:  # no JSON, no object, or of another shape
            raise not_ollama(self._host, f"{path} {_misshapen(error)}") from error


class _Fetching(httpx.BaseTransport):
    """Lets the package's requests go by `fetch`, with none of its headers: OLLAMA_API_KEY is for Ollama's cloud."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=self._fetch(request.method, str(request.url), request.read()))


def _misshapen(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return "is not JSON"
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return one_line(f"has an unknown shape ({place}: {first['msg']})", 120)


def _installed(entry: _Listed) -> InstalledModel:
    details = entry.details
    size, family = (details.parameter_size, details.family) if details is not None else (None, None)
    return InstalledModel(entry.name or entry.model or "", billions(size or ""), family or "", entry.digest or "",
                          bool(entry.remote_host or entry.remote_model))


def _info(model: InstalledModel, shown: _Shown) -> ModelInfo:
    facts = shown.modelinfo or {}
    lengths = [value for key, value in facts.items() if key.endswith(".context_length") and isinstance(value, int)]
    capabilities = shown.capabilities
    if capabilities is None:
        # Servers before 0.6.4 do not tell; the architectures of embedding models are the BERT family.
        capabilities = [] if "bert" in model.family else ["completion"]
    count = facts.get("general.parameter_count")
    parameters = count / 1e9 if model.parameters is None and isinstance(count, int) else model.parameters
    return ModelInfo(model.name, parameters, max(lengths, default=None), tuple(capabilities), model.digest,
                     _takes_system(shown.template))


def _takes_system(template: str | None) -> bool:
    """Whether a Go template writes system messages; what is no Go template, or not told, is trusted to."""
    if not template or "{{" not in template:
        return True
    return bool(_SYSTEM_PLACE.search(template))
