"""Suspects are persons: "the suspect" says of nobody what he may have done, where "they suspect" does."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["without_suspects"]

_SUSPECTS = ("suspect", "verdachte", "verdachtige", "verdächtige", "sospechos", "sospettat", "suspeit")
_ARTICLES = frozenset("the this le la les l der die den dem de het el los il lo gli i o os".split())


def without_suspects(found: Sequence[str]) -> list[str]:
    """Takes "the suspect" out of a row of plain words, in any language."""
    return [word for place, word in enumerate(found)
            if not (word.startswith(_SUSPECTS) and not word.startswith("suspected")
                    and found[max(place - 1, 0)] in _ARTICLES)]
