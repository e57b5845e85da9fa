"""Concentrations: "parts per million", "Teilchen pro Milliarde"."""

from __future__ import annotations

__all__ = ["parts_per"]

_PARTS = frozenset("part parts teil teile teilchen deel delen deeltjes partie parties parte partes parti".split())
_PER = frozenset("per pro par por auf".split())
# A German billion is an English trillion.
_ENGLISH = {"million": "ppm", "billion": "ppb", "trillion": "ppt"}
_OTHERS = {
    word: unit
    for unit, words in (("ppm", "million miljoen millón milione milhão"),
                        ("ppb", "milliarde miljard milliard bilhão miliardo"),
                        ("ppt", "billion biljoen billón bilione trilhão"))
    for word in words.split()
}


def parts_per(first: str, second: str, third: str, language: str) -> str:
    """Returns the unit that three casefolded words after a number say, "" where they say none."""
    if first not in _PARTS or second not in _PER:
        return ""
    return (_ENGLISH if language == "en" else _OTHERS).get(third, "")
