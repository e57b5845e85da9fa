"""Figures of a sentence: where they stand, what they are worth, and how their language writes others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from eval.mutation.calendar import is_day

__all__ = ["NUMBER_WORDS", "RANGE", "SCALES", "Figure", "figures", "values_in", "written"]

RANGE: Final = re.compile(r"\s{0,3}(?:[-–]|and|to|und|bis|en|tot|et|à|y|a|or|oder|of|ou|o|,)\s{0,3}", re.IGNORECASE)
"""What stands between two figures of one statement."""

NUMBER_WORDS: Final[dict[str, dict[str, int]]] = {
    # Words that also mean something else (one, neuf "new", acht "outlawed") are not here.
    "en": {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
           "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20},
    "de": {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "neun": 9, "zehn": 10, "elf": 11,
           "zwölf": 12, "fünfzehn": 15, "zwanzig": 20},
    "nl": {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "negen": 9, "tien": 10, "elf": 11,
           "twaalf": 12},
    "fr": {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "dix": 10, "douze": 12},
    "es": {"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
           "doce": 12},
}

SCALES: Final[dict[str, dict[str, str]]] = {
    "en": {"thousand": "million", "million": "billion", "millions": "billions", "billion": "million",
           "billions": "millions", "trillion": "billion"},
    "de": {"tausend": "Millionen", "million": "Milliarde", "millionen": "Milliarden", "milliarde": "Million",
           "milliarden": "Millionen", "mio.": "Mrd.", "mrd.": "Mio.", "billionen": "Milliarden"},
    "nl": {"duizend": "miljoen", "miljoen": "miljard", "miljard": "miljoen"},
    "fr": {"mille": "millions", "million": "milliard", "millions": "milliards", "milliard": "million",
           "milliards": "millions"},
    "es": {"mil": "millones", "millones de": "mil", "mil millones de": "millones de", "millones": "mil"},
}

_SPACES: Final = "\u00a0\u202f"
_GROUP: Final = {"en": ",", "de": ".", "nl": ".", "es": ".", "fr": " "}
_FIGURE = re.compile(rf"\d{{1,3}}(?:[ {_SPACES}]\d{{3}})+(?![\d.,]\d)(?!\d)|\d+(?:[.,]\d+)*")
_NOT_BEFORE = re.compile(rf"[\w\-–/:'’.,+][{_SPACES}]?$")
_NOT_AFTER = re.compile(r"(?:[\w\-–/°'’:]|\.\s+[^\W\d_]|\.[\d,]|st\b|nd\b|rd\b|th\b|e\b)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure within a text: ``text[start:end]``. `places` counts the digits behind the decimal sign."""

    start: int
    end: int
    value: Decimal
    places: int
    grouped: bool


def figures(text: str, language: str) -> list[Figure]:
    """Returns the figures that count or measure something.

    Years, days of a date, ordinals, ranges, scores, clock times and numbers within names are left out.
    """
    found: list[Figure] = []
    for match in _FIGURE.finditer(text):
        if _NOT_BEFORE.search(text[: match.start()][-2:]) or _NOT_AFTER.match(text, match.end()):
            continue
        if _is_year(match[0]) or is_day(text, match.start(), match.end(), language):
            continue
        if (figure := _read(match, language)) is not None:
            found.append(figure)
    return found


def values_in(texts: Iterable[str], language: str) -> frozenset[Decimal]:
    """Returns what all figures and number words of the texts are worth, whatever they stand for."""
    found: set[Decimal] = set()
    for text in texts:
        found |= {figure.value for match in _FIGURE.finditer(text) if (figure := _read(match, language)) is not None}
        words = NUMBER_WORDS.get(language, {})
        found |= {Decimal(words[word]) for word in re.findall(r"\w+", text.lower()) if word in words}
    return frozenset(found)


def written(value: Decimal, places: int, language: str, *, grouped: bool) -> str:
    """Returns a figure as the language writes it."""
    plain = f"{value:,.{places}f}" if grouped else f"{value:.{places}f}"
    if language == "en":
        return plain
    return plain.replace(",", "#").replace(".", ",").replace("#", _GROUP.get(language, "."))


def _read(match: re.Match[str], language: str) -> Figure | None:
    digits = re.sub(rf"[ {_SPACES}]", "", match[0])
    spaced = digits != match[0]
    group = _GROUP.get(language, ".")
    decimal = "." if language == "en" else ","
    grouped = spaced or bool(re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(decimal)}\d+)?",
                                          digits))
    plain = digits.replace(group, "") if grouped else digits
    plain = plain.replace(decimal, ".")
    if not re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return None
    return Figure(match.start(), match.end(), Decimal(plain), len(plain.partition(".")[2]), grouped)


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdigit() and digits[0] in "12"
