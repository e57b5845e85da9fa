"""The replaceable models: what encodes, and what reorders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

__all__ = ["Embedder", "EmbeddingIdentity", "Reranker", "Vectors"]

Vectors = NDArray[np.float32]
"""Shape (n, dimension), float32, each row of Euclidean length 1."""


@dataclass(frozen=True, slots=True)
class EmbeddingIdentity:
    """What an index must know of the model behind its vectors; two identities never share an index.

    Attributes:
        name: Model name or folder; `bundled` models carry the package's name.
        revision: Package version, commit or weights hash.
        dimension: Width of a vector.
        prompts: The prefixes put before questions and passages, in one string.
    """

    name: str
    revision: str
    dimension: int
    prompts: str


@runtime_checkable
class Embedder(Protocol):
    """Turns texts into unit vectors. Implementations are safe to call from several threads."""

    @property
    def identity(self) -> EmbeddingIdentity: ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Returns one row for each text."""
        ...

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Returns one row for each question."""
        ...


class Reranker(Protocol):
    """Scores passages against a question; higher is better."""

    def scores(self, question: str, texts: Sequence[str]) -> Iterator[float]: ...
