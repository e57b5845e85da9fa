"""Multiple choice without a model that chooses: the option whose vector is nearest to what the answer says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.types import Embedder

__all__ = ["nearest_option"]

_TIE = 1e-6


def nearest_option(said: str, options: Sequence[str], embedder: Embedder) -> int | None:
    """Returns the index of the nearest option, or None where nothing was said or two options are as near.

    Args:
        said: The answer's sentences, in any language.
    """
    if not said.strip() or not options:
        return None
    vectors = embedder.encode_passages([said, *options])
    cosines = vectors[1:] @ vectors[0]
    order = np.argsort(-cosines, kind="stable")
    if len(order) > 1 and float(cosines[order[0]] - cosines[order[1]]) < _TIE:
        return None
    return int(order[0])
