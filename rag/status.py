"""How a library and what it needs are doing, for `newscite doctor`: each finding in words, with a remedy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rag.encode import Encoder
from rag.errors import IndexFaultError, LibraryError, ModelError, ModelNotFoundError, NewsciteError
from rag.finding import Finding
from rag.index import LiveIndex
from rag.library import Library
from rag.machine import around, proxy_finding
from rag.settings import Settings
from rag.write.model import ModelInfo
from rag.write.ollama import RECOMMENDED_MODEL, OllamaServer

__all__ = ["Finding", "Status", "status_of", "status_unopened"]

_FEWEST_TOKENS = 2048
"""Instructions, a question, six sentences with their context and an answer take about so many."""

_LOOKED_UP = 2000
"""Up to so many passages are each looked up in the index, which takes seconds; `library verify` looks up all."""


@dataclass(frozen=True, slots=True)
class Status:
    """All findings, in the order in which they matter."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        return all(finding.ok for finding in self.findings)


def status_of(settings: Settings, library: Library, index: LiveIndex, encoder: Encoder) -> Status:
    """Looks at the library, its index, the embedding model, the machine and the Ollama server."""
    now = datetime.now().astimezone()
    return Status((
        *_library(library), *_embedding(encoder), *_index(library, index),
        *around(settings, library, os.environ, now), *_ollama(settings)))


def status_unopened(settings: Settings, error: LibraryError) -> Status:
    """Looks at what can be looked at where the library could not be opened.

    Args:
        error: Why it could not.
    """
    return Status((Finding("library", False, error.message, error.remedy), proxy_finding(settings, os.environ),
                   *_ollama(settings)))


def _library(library: Library) -> Iterator[Finding]:
    articles = library.articles.count()
    detail = f"{library.folder}: {articles} articles, {library.passages.count()} passages"
    yield Finding("library", True, detail, None if articles else "Add articles with: newscite ingest PATH")


def _embedding(encoder: Encoder) -> Iterator[Finding]:
    try:
        encoder.check()
        encoder.statements(["Does it work?"])
    except NewsciteError as error:
        yield Finding("embedding", False, error.message, error.remedy)
        return
    yield Finding("embedding", True, f"{encoder.identity.name} ({encoder.identity.revision})")


def _index(library: Library, index: LiveIndex) -> Iterator[Finding]:
    alive = library.passages.count()
    if not alive:
        yield Finding("index", True, "nothing to index yet")
        return
    try:
        held = index.count()
    except IndexFaultError as error:
        yield Finding("index", False, error.message, error.remedy)
        return
    problems = index.problems() if alive <= _LOOKED_UP else []
    if problems:
        yield Finding("index", False, "; ".join(problems), "Make it anew with: newscite library rebuild")
        return
    stale = f", {held - alive} of them of articles that have changed or gone" if held > alive else ""
    yield Finding("index", True, f"{held} passages in Chroma{stale}",
                  None if alive <= _LOOKED_UP else "To look up each of them: newscite library verify")


def _ollama(settings: Settings) -> Iterator[Finding]:
    server = OllamaServer(settings)
    try:
        info = server.choose(settings.model).info
    except ModelNotFoundError as error:
        # Without a model the articles are quoted, which is a way of working and not a fault.
        yield Finding("ollama", True, f"{settings.ollama_host} answers")
        yield Finding("model", settings.model is None, f"answers are quotes: {error.message}", error.remedy)
        return
    except ModelError as error:
        yield Finding("ollama", True, f"answers are quotes: {error.message}", error.remedy)
        return
    finally:
        server.close()
    size = f", {info.parameters:g} billion parameters" if info.parameters else ""
    yield Finding("ollama", True, f"{settings.ollama_host}: {info.name}{size}")
    yield from _model(settings, info)


def _model(settings: Settings, info: ModelInfo) -> Iterator[Finding]:
    if not info.takes_system:
        yield Finding("template", False, f"{info.name} has no chat template, or one without a place for instructions: "
                      "it does not know what is an instruction and what an article",
                      f"Use an instruct model, such as: ollama pull {RECOMMENDED_MODEL}")
    tokens = min(settings.num_ctx, info.context_length or settings.num_ctx)
    if tokens < _FEWEST_TOKENS:
        own = info.context_length is not None and info.context_length < _FEWEST_TOKENS
        yield Finding("context", False, f"{tokens} tokens: few of the articles' sentences fit beside the instructions",
                      f"Use a model with a longer context, such as: ollama pull {RECOMMENDED_MODEL}" if own else
                      f"Set NEWSCITE_NUM_CTX to {_FEWEST_TOKENS} or more.")
    else:
        yield Finding("context", True, f"{tokens} tokens")
