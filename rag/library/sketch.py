"""Near-duplicates: the same agency text in two outlets counts as one source.

A sketch is the k smallest hashes of an article's five-word shingles (bottom-k sketch: Broder, "On the resemblance and
containment of documents", 1997); the share that two sketches have in common estimates the texts' Jaccard resemblance.
"""

from __future__ import annotations

import hashlib
import re

import numpy as np
from numpy.typing import NDArray

__all__ = ["DUPLICATE", "Sketch", "resemblance", "sketch"]

Sketch = NDArray[np.uint64]
"""Sorted, distinct; at most 256 long; empty for a text too short to compare."""

DUPLICATE = 0.5
"""From this resemblance on two articles are one source: half of all shingles shared survives an outlet's own headline,
lead and cuts, while reports of one event written apart share a few per cent."""

_SIZE = 256
_SHINGLE = 5
_FEWEST = 10
_WORD = re.compile(r"\w+")


def sketch(text: str) -> Sketch:
    """Returns the sketch of a text; case, punctuation and white space do not count."""
    words = _WORD.findall(text.casefold())
    shingles = {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    if len(shingles) < _FEWEST:
        return np.empty(0, dtype=np.uint64)
    hashes = sorted(int.from_bytes(hashlib.blake2b(item.encode(), digest_size=8).digest(), "big") for item in shingles)
    return np.array(hashes[:_SIZE], dtype=np.uint64)


def resemblance(one: Sketch, other: Sketch) -> float:
    """Returns the estimated Jaccard resemblance of two texts, 0..1; 0 where either was too short."""
    if not len(one) or not len(other):
        return 0.0
    smallest = np.union1d(one, other)[:_SIZE]
    both = np.intersect1d(one, other)
    return float(np.isin(smallest, both).mean())
