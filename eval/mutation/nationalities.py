"""Adjectives of nationality, each to be exchanged for any other of its form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eval.mutation.wording import Table

__all__ = ["NATIONALITIES"]

_ENGLISH: Final = "German French Italian Spanish Belgian Austrian Polish Russian Chinese Japanese Indian Canadian Greek"
_GERMAN: Final = ("deutsch französisch italienisch spanisch belgisch österreichisch polnisch russisch chinesisch "
                  "japanisch indisch kanadisch griechisch britisch amerikanisch")
_FRENCH: Final = "belges italiens allemands canadiens autrichiens"


def _others(words: Sequence[str]) -> dict[str, str]:
    return {word.lower(): "|".join(other for other in words if other != word) for word in words}


def _german() -> dict[str, str]:
    found: dict[str, str] = {}
    for ending in ("e", "en", "er", "es", "em"):
        found |= _others([stem + ending for stem in _GERMAN.split()])
    return found


NATIONALITIES: Final[Table] = {"en": _others(_ENGLISH.split()), "de": _german(), "fr": _others(_FRENCH.split())}
