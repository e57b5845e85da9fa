"""Cosines of sentences with the vectors kept on disk: a text is encoded once for all measurements."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np

from eval.fingerprint import fingerprint
from rag.types import Embedder, Vectors

__all__ = ["DiskSimilarity"]

_SAVE_EVERY: Final = 256


class DiskSimilarity:
    """A `rag.check.Similarity`; what is new is written at times, and when it is left.

    Args:
        embedder: Whose identity names the file, so that two models never meet in one.
        folder: Of the files.
    """

    def __init__(self, embedder: Embedder, folder: Path) -> None:
        self._embedder = embedder
        self._file = folder / f"{fingerprint(embedder.identity)[:16]}.npz"
        self._vectors = _read(self._file)
        self._unsaved = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._save()

    def __call__(self, claim: str, texts: Sequence[str]) -> float:
        """Returns the highest cosine of the claim and any of the texts."""
        first, *others = self._encoded([claim, *texts])
        return max(float(first @ other) for other in others)

    def _encoded(self, texts: Sequence[str]) -> list[Vectors]:
        keys = [hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32] for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._vectors}
        if missing:
            # Sentences are compared as the library keeps them: all encoded as passages.
            made = self._embedder.encode_passages(list(missing.values()))
            self._vectors |= dict(zip(missing, made, strict=True))
            self._unsaved += len(missing)
            if self._unsaved >= _SAVE_EVERY:
                self._save()
        return [self._vectors[key] for key in keys]

    def _save(self) -> None:
        if not self._unsaved:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        part = self._file.with_suffix(".part.npz")
        np.savez(part, keys=np.array(list(self._vectors)), vectors=np.stack(list(self._vectors.values())))
        part.replace(self._file)
        self._unsaved = 0


def _read(file: Path) -> dict[str, Vectors]:
    if not file.is_file():
        return {}
    try:
        with np.load(file, allow_pickle=False) as kept:
            return dict(zip((str(key) for key in kept["keys"]), kept["vectors"], strict=True))
    except (OSError, ValueError, KeyError, EOFError):
        # Only a cache: what cannot be read is encoded again.
        return {}
