"""A sentence parted at its signs, whatever its words."""

from __future__ import annotations

import re

from rag.check.words import words

__all__ = ["parts"]

_SIGN = re.compile(r"[,;:–—()]|\s-\s")
_NUMBER = re.compile(r"\d")


def parts(text: str) -> list[str]:
    """Returns what stands between commas, colons, dashes and brackets, without what has neither word nor number."""
    return [part.strip() for part in _SIGN.split(text) if words(part) or _NUMBER.search(part)]
