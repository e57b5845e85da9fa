"""Untrusted files to articles: finding, reading, decoding, cleaning. Nothing else in rag reads a user's files."""

from __future__ import annotations

from rag.load.files import SourceFile, absolute, discover, read_bytes
from rag.load.formats import SUFFIXES, parse

__all__ = ["SUFFIXES", "SourceFile", "absolute", "discover", "parse", "read_bytes"]
