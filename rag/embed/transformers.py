"""Embedding and reranking models of sentence-transformers, by hub name or folder."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.errors import EmbeddingError
from rag.types import EmbeddingIdentity, Vectors

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder, SentenceTransformer

__all__ = ["TransformersEmbedder", "TransformersReranker", "load_cross_encoder"]

_E5 = re.compile(r"(?:^|[/_-])e5-(?:small|base|large)", re.IGNORECASE)
_E5_PROMPTS: dict[str, str | None] = {"query": "query: ", "document": "passage: "}
_BATCH = 32


class TransformersEmbedder:
    """An Embedder over a sentence-transformers model; torch is imported when the model is first used.

    Args:
        name: Hub name or folder.

    Raises (at first use):
        EmbeddingError: The model is not there or cannot be loaded.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.RLock()
        self._loaded: SentenceTransformer | None = None

    @property
    def identity(self) -> EmbeddingIdentity:
        model = self._model
        dimension = model.get_embedding_dimension()
        if dimension is None:
            raise EmbeddingError(f"The model {self._name!r} makes no vectors of fixed width.",
                                 "Choose a dense embedding model for NEWSCITE_EMBEDDING.")
        prompts = json.dumps(model.prompts, sort_keys=True, ensure_ascii=False)
        return EmbeddingIdentity(self._name, _revision(self._name, model), int(dimension), prompts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Returns unit vectors of shape (len(texts), dimension), with the model's own prompt for documents."""
        return self._run("encode_document", texts)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Returns unit vectors of shape (len(texts), dimension), with the model's own prompt for queries."""
        return self._run("encode_query", texts)

    @property
    def _model(self) -> SentenceTransformer:
        with self._lock:
            if self._loaded is None:
                self._loaded = _load_embedder(self._name)
            return self._loaded

    def _run(self, method: str, texts: Sequence[str]) -> Vectors:
        model = self._model
        if not texts:
            return np.empty((0, self.identity.dimension), dtype=np.float32)
        with self._lock:
            vectors: Any = getattr(model, method)(
                [text.encode("utf-8", "replace").decode("utf-8") for text in texts],
                batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True,
            )
        return np.asarray(vectors, dtype=np.float32)


class TransformersReranker:
    """A Reranker over a sentence-transformers cross-encoder.

    Args:
        name: Hub name or folder.

    Raises (at first use):
        EmbeddingError: The model is not there or cannot be loaded.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.RLock()
        self._loaded: CrossEncoder | None = None

    @property
    def _model(self) -> CrossEncoder:
        with self._lock:
            if self._loaded is None:
                self._loaded = load_cross_encoder(self._name)
            return self._loaded

    def scores(self, question: str, texts: Sequence[str]) -> Iterator[float]:
        """Yields one score a text; higher is better."""
        if not texts:
            return
        model = self._model
        with self._lock:
            found: Any = model.predict([(question, text) for text in texts], show_progress_bar=False)
        yield from (float(value) for value in found)


class _loading:  # noqa: N801 - reads as a phrase where it is used
    """Turns whatever a model folder makes the libraries raise into one error that says what to do."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception):
            detail = " ".join(str(error).split())[:200]
            raise EmbeddingError(
                f"The model {self._name!r} cannot be loaded: {detail}",
                "Check the name, download it once while online (only safetensors weights are read), "
                "or unset NEWSCITE_EMBEDDING to use the bundled model.",
            ) from error


def _load_embedder(name: str) -> SentenceTransformer:
    with _loading(name):
        from sentence_transformers import SentenceTransformer

        # Pickled weights can run code when loaded: safetensors only, and never code from a model's folder.
        model = SentenceTransformer(name, trust_remote_code=False, model_kwargs={"use_safetensors": True})
        if not any(model.prompts.values()) and _E5.search(name):
            # The e5 family needs its prefixes (12.5 points of recall@1) but does not ship them as prompts.
            model.prompts = dict(_E5_PROMPTS)
        return model


def load_cross_encoder(name: str) -> CrossEncoder:
    """Loads a cross-encoder by hub name or folder, safetensors only; raises EmbeddingError where it cannot."""
    with _loading(name):
        from sentence_transformers import CrossEncoder

        return CrossEncoder(name, trust_remote_code=False, model_kwargs={"use_safetensors": True})


def _revision(name: str, model: SentenceTransformer) -> str:
    """Returns the hub commit, or for a folder a hash of its weights, so that swapped weights are noticed."""
    folder = Path(name)
    if folder.is_dir():
        digest = hashlib.sha256()
        for file in sorted(folder.rglob("*.safetensors")):
            with file.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
        return digest.hexdigest()[:16]
    config: Any = getattr(getattr(model[0], "auto_model", None), "config", None)
    return str(getattr(config, "_commit_hash", None) or "unknown")
