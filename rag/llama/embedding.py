"""The library's embedding model for LlamaIndex, and a LlamaIndex embedding model for the library."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import numpy as np
from llama_index.core.embeddings import BaseEmbedding
from pydantic import PrivateAttr

from rag.types import Embedder, EmbeddingIdentity, Vectors

__all__ = ["LibraryEmbedding", "LlamaEmbedder"]


class LibraryEmbedding(BaseEmbedding):
    """An Embedder as LlamaIndex knows it: questions and texts each get the prompt that the model was made with."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder) -> None:
        super().__init__(model_name=embedder.identity.name)
        self._embedder = embedder

    @classmethod
    def class_name(cls) -> str:
        return "LibraryEmbedding"

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._embedder.encode_questions([query])[0].tolist()

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._embedder.encode_passages([text])[0].tolist()

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._embedder.encode_passages(texts).tolist()

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return await asyncio.to_thread(self._get_query_embedding, query)

    async def _aget_text_embedding(self, text: str) -> list[float]:
        return await asyncio.to_thread(self._get_text_embedding, text)


class LlamaEmbedder:
    """An Embedder over any LlamaIndex embedding model.

    Args:
        model: Vectors are normalised here. Its prompts are its own affair: check that it sets them (the stock
            HuggingFaceEmbedding sends none, which costs an e5 model 12.5 points of recall@1).
    """

    def __init__(self, model: BaseEmbedding) -> None:
        self._model = model
        self._identity: EmbeddingIdentity | None = None

    @property
    def identity(self) -> EmbeddingIdentity:
        if self._identity is None:
            width = len(self._model.get_query_embedding("width"))
            name = f"{type(self._model).__name__}:{self._model.model_name}"
            self._identity = EmbeddingIdentity(name, "llama-index", width, "")
        return self._identity

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Returns unit vectors of shape (len(texts), dimension)."""
        return self._unit(self._model.get_text_embedding_batch(list(texts)))

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Returns unit vectors of shape (len(texts), dimension)."""
        return self._unit([self._model.get_query_embedding(text) for text in texts])

    def _unit(self, rows: list[list[float]]) -> Vectors:
        vectors = np.array(rows, dtype=np.float32).reshape(-1, self.identity.dimension)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return (vectors / np.where(norms == 0, 1, norms)).astype(np.float32)
