"""Whether one text follows from another, by an NLI cross-encoder of sentence-transformers."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from rag.embed.transformers import load_cross_encoder
from rag.errors import EmbeddingError

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

__all__ = ["Entailment", "TransformersEntailment"]


class Entailment(Protocol):
    """Judges whether hypotheses follow from premises."""

    @property
    def name(self) -> str: ...

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Returns for each (premise, hypothesis) how surely the second follows from the first, 0..1."""
        ...


class TransformersEntailment:
    """An Entailment over a cross-encoder with a label for entailment; torch is imported when it is first used.

    Args:
        name: Hub name or folder.

    Raises (at first use):
        EmbeddingError: The model is not there, cannot be loaded, or has no label for entailment.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._lock = threading.RLock()
        self._loaded: CrossEncoder | None = None

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Returns for each (premise, hypothesis) how surely the second follows from the first, 0..1."""
        if not pairs:
            return []
        with self._lock:
            if self._loaded is None:
                self._loaded = load_cross_encoder(self.name)
            column = self._entailment(self._loaded)
            found: Any = self._loaded.predict(list(pairs), show_progress_bar=False)
        scores = np.asarray(found, dtype=np.float64)
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        return [float(value) for value in scores[:, column] / scores.sum(axis=1)]

    def _entailment(self, model: CrossEncoder) -> int:
        labels: Any = getattr(model.config, "id2label", None) or {}
        columns = [int(column) for column, label in labels.items()
                   if str(label).lower().startswith("entail")]
        if len(columns) != 1 or len(labels) < 2:
            raise EmbeddingError(f"The model {self.name!r} has no label for entailment: {list(labels.values())}.",
                                 "Name a cross-encoder that was trained for natural language inference (NLI).")
        return columns[0]
