"""How a library and what it needs are doing, for `newscite doctor`: each finding in words, with a remedy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

from rag.encode import Encoder
from rag.errors import IndexFaultError, ModelError, NewsciteError
from rag.index import LiveIndex
from rag.library import Library
from rag.settings import Settings
from rag.write.ollama import OllamaServer

__all__ = ["Finding", "Status", "status_of"]

_LOW_DISK_MB = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        ok: False where something is broken; what is merely absent (an Ollama server) is ok, with a remedy.
        remedy: What to do about it, or None.
    """

    name: str
    ok: bool
    detail: str
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """All findings, in the order in which they matter."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        return all(finding.ok for finding in self.findings)


def status_of(settings: Settings, library: Library, index: LiveIndex, encoder: Encoder) -> Status:
    """Looks at the library, its index, the embedding model, the disk and the Ollama server."""
    return Status((
        *_library(library), *_embedding(encoder), *_index(library, index), *_disk(library), *_ollama(settings)))


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
    if not library.passages.count():
        yield Finding("index", True, "nothing to index yet")
        return
    try:
        yield Finding("index", True, f"{index.count()} passages in Chroma")
    except IndexFaultError as error:
        yield Finding("index", False, error.message, error.remedy)


def _disk(library: Library) -> Iterator[Finding]:
    free = shutil.disk_usage(library.folder).free // (1024 * 1024)
    low = free < _LOW_DISK_MB
    yield Finding("disk", not low, f"{free} MiB free", "Free some disk space." if low else None)


def _ollama(settings: Settings) -> Iterator[Finding]:
    server = OllamaServer(settings)
    try:
        model = server.choose(settings.model)
        size = f", {model.info.parameters:g} billion parameters" if model.info.parameters else ""
        yield Finding("ollama", True, f"{settings.ollama_host}: {model.info.name}{size}")
    except ModelError as error:
        # Without a model the articles are quoted, which is a way of working and not a fault.
        yield Finding("ollama", True, f"answers are quotes: {error.message}", error.remedy)
    finally:
        server.close()
