"""The index over the library: a build of it in Chroma, and the living one that follows the library."""

from __future__ import annotations

from rag.index.live import LiveIndex

__all__ = ["LiveIndex"]
