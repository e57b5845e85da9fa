"""How near a claim is to the sentences that its writer was shown, by the vectors that the library keeps."""

from __future__ import annotations

from collections.abc import Sequence

from rag.encode import Encoder
from rag.search import Found
from rag.types import Vectors

__all__ = ["KeptSimilarity"]


class KeptSimilarity:
    """A `rag.check.Similarity` for one answer: each claim is encoded once, and nothing else is.

    Args:
        encoder: Of the library.
        found: The search that the evidence comes from.
    """

    def __init__(self, encoder: Encoder, found: Found) -> None:
        self._encoder = encoder
        self._vectors: dict[str, Vectors] = {}
        for item in found.passages:
            passage = item.passage
            for at, span in enumerate(passage.sentences):
                text = passage.slice(span)
                self._vectors[text] = item.sentence_vectors[at]

    def __call__(self, claim: str, texts: Sequence[str]) -> float:
        """Returns the highest cosine of the claim and any of the texts."""
        missing = [text for text in dict.fromkeys((claim, *texts)) if text not in self._vectors]
        if missing:
            self._vectors |= dict(zip(missing, self._encoder.statements(missing), strict=True))
        return max(float(self._vectors[claim] @ self._vectors[text]) for text in texts)
