"""Text -> the tokens that matter to numbers: dates and times in digits, number literals, words, and a few signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

__all__ = ["FRACTIONS", "Token", "literal_value", "tokens"]

TokenKind = Literal["date", "clock", "number", "fraction", "word", "sign", "minus"]

FRACTIONS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
"""Signs of shares, as numerator and denominator."""

# Thousands parted by a space are read only where English is not spoken: there "page 12 345 people" are two numbers.
# A hyphen that joins a word is no token ("twenty-one"); one between figures is ("5-10"), and one that only a figure
# follows is a minus. Every alternative begins with another class of character or has bounded repetition: matching is
# linear.
_REST = r"""
    | (?P<number> \d+ (?: [.,'’] \d+ )* )
    | (?P<fraction> [½⅓⅔¼¾⅕⅛] )
    | (?P<word> [^\W\d_²³]+ )
    | (?P<minus> (?<![^\s(\[„“"«]) [-−–] (?= [€$£]? \d) )
    | (?P<sign> [€$£¥₹₽₩₺%‰°²³–—−] | (?<![^\W\d_]) - (?![^\W\d_]) )
"""
_DATE = r"""
    (?P<date> (?<!\d) \d{4}-\d{1,2}-\d{1,2} (?!\d) | (?<!\d) \d{1,2} ([./-]) \d{1,2} \2 (?: \d{4} | \d{2} ) (?!\d) )
    | (?P<clock> (?<![\d:.,]) (?: [01]?\d | 2[0-4] ) : [0-5]\d (?![\d:]) )
"""
_NARROW = r"| (?P<spaced> (?<!\d) \d{1,3} (?: [\u00a0\u202f\u2009] \d{3} )+ (?!\d) (?: [.,] \d+ )? )"
_WIDE = _NARROW.replace(r"[\u00a0", r"[\x20\u00a0")
_ENGLISH = re.compile(_DATE + _NARROW + _REST, re.VERBOSE)
_OTHERS = re.compile(_DATE + _WIDE + _REST, re.VERBOSE)
_GAPS = str.maketrans("", "", " \u00a0\u202f\u2009'’")
_KINDS: tuple[TokenKind, ...] = ("date", "clock", "number", "fraction", "word", "minus")


@dataclass(frozen=True, slots=True)
class Token:
    """A slice ``text[start:end]`` and what it is."""

    kind: TokenKind
    text: str
    start: int
    end: int


def tokens(text: str, language: str) -> Iterator[Token]:
    """Yields the tokens of a text in order; whatever is none of them lies in the gaps."""
    for match in (_ENGLISH if language == "en" else _OTHERS).finditer(text):
        found: TokenKind = "number" if match["spaced"] is not None else "sign"
        for name in _KINDS:
            if match[name] is not None:
                found = name
                break
        yield Token(found, match[0], match.start(), match.end())


def literal_value(literal: str, language: str) -> Decimal | None:
    """Reads a number literal by the conventions of a language ("3.400" is 3,400 in German and 3.4 in English).

    Returns:
        The value, or None for what is no number ("1.2.3", or "4:41" of a run's "4:41.30").
    """
    plain = literal.translate(_GAPS)
    points, commas = plain.count("."), plain.count(",")
    if points and commas:
        decimal = "." if plain.rfind(".") > plain.rfind(",") else ","
    elif points + commas == 1:
        head, _, tail = plain.replace(",", ".").partition(".")
        mark = "." if points else ","
        thousands = len(tail) == 3 and head != "0" and len(head) <= 3 and mark == ("," if language == "en" else ".")
        decimal = "" if thousands else mark
    else:
        decimal = ""
    whole, _, fraction = plain.partition(decimal) if decimal else (plain, "", "")
    groups = whole.replace(",", ".").split(".")
    if any(len(group) != 3 for group in groups[1:]) or (decimal and not fraction.isdigit()):
        return None
    if not groups[0].isdigit():
        return None
    return Decimal("".join(groups) + ("." + fraction if fraction else ""))
