"""What an Ollama server says of its models, read with Ollama's own Python package.

The package knows the shapes of /api/tags and /api/show and goes with the server's versions; its bytes, though, go
over this room's own calls, which keep a deadline over the whole, can be broken off by another thread, follow no
redirect, and take no reply without end. Chats do not go by the package at all: see `ollama_wire`.

Importing this module imports the package, which takes about as long as the rest of a short question: it is for those
who have a server.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import httpx
import ollama
from pydantic import Field, field_validator

from rag.write.model import ModelInfo
from rag.write.ollama_faults import not_ollama
from rag.write.ollama_installed import InstalledModel, billions

__all__ = ["Fetch", "ModelFacts"]

Fetch = Callable[[str, str, bytes], bytes]
"""Method, address and body -> the body of a reply of status 200; raises ModelError for all else."""


class _Listed(ollama.ListResponse.Model):
    """An entry of /api/tags, with what the package leaves out."""

    name: str | None = None  # the only name that servers before 0.1.29 give
    remote_host: str | None = None
    remote_model: str | None = None


class _Tags(ollama.ListResponse):
    models: Sequence[_Listed]

    @field_validator("models", mode="before")
    @classmethod
    def _none_is_empty(cls, value: Any) -> Any:
        return [] if value is None else value  # older servers without a model


class _Shown(ollama.ShowResponse):
    modelinfo: dict[str, Any] | None = Field(default=None, alias="model_info")  # servers before 0.1.45 send none


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
        listed = self._read(_Tags, "GET", "/api/tags").models
        return sorted((_installed(entry) for entry in listed if entry.model or entry.name), key=lambda one: one.rank)

    def info(self, model: InstalledModel) -> ModelInfo:
        """Returns what a model is and can do.

        Raises:
            ModelNotFoundError: It has been removed since it was listed.
            ModelError: As `installed`.
        """
        return _info(model, self._read(_Shown, "POST", "/api/show", json={"model": model.name}))

    def _read[T]
