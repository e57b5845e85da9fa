"""Texts made comparable: what two people would call the same short answer becomes the same tokens.

Case, accents, punctuation and articles go; "9,1", "9.1" and "9,10" become one number, "1.500", "1,500", "1 500" and
"1500" another, by the conventions of the text's language.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

__all__ = ["normalise", "tokens"]

_ARTICLES: Final[dict[str, frozenset[str]]] = {
    "en": frozenset("a an the".split()),
    "de": frozenset("der die das den dem des ein eine einen einem einer eines".split()),
    "nl": frozenset("de het een 't".split()),
    "fr": frozenset("le la les l un une des du".split()),
    "es": frozenset("el la los las un una unos unas".split()),
    "it": frozenset("il lo la i gli le l un uno una".split()),
    "pt": frozenset("o a os as um uma uns umas".split()),
}
_POINT_LANGUAGES: Final = frozenset({"en", "zh", "ja", "ko", "th", "he"})
"""Languages that write 1,500.25; the others that are spoken here write 1.500,25."""
_TOKEN: Final = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[^\W\d_]+")
_MARKS: Final = re.compile(r"[\u0300-\u036f]")
_GROUPED: Final = re.compile(r"\d{1,3}([.,'’ ])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?")
_SPACES: Final = re.compile(r"['’ ]")


def tokens(text: str, language: str) -> list[str]:
    """Returns the comparable tokens of a short answer, in order.

    Args:
        language: Of the text, ISO 639-1; decides articles and how numbers are written.
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold()))
    plain = plain.replace("ß", "ss")
    articles = _ARTICLES.get(language, frozenset[str]())
    found = [_number(token, language) if token[0].isdigit() else token for token in _TOKEN.findall(plain)]
    kept = [token for token in found if token not in articles]
    # An answer that is nothing but an article ("Die") is still an answer.
    return kept or found


def normalise(text: str, language: str) -> str:
    """Returns the tokens as one string, equal for equal answers."""
    return " ".join(tokens(text, language))


def _number(token: str, language: str) -> str:
    """Returns a number in one form: no grouping, a point, no trailing zeros."""
    point = _decimal_point(token, language)
    whole, _, part = token.rpartition(point) if point else (token, "", "")
    digits = "".join(sign for sign in whole if sign.isdigit())
    if not all(sign in "0123456789" for sign in digits + part):
        return token
    value = Decimal(f"{digits or '0'}.{part or '0'}").normalize()
    return f"{value:f}"


def _decimal_point(token: str, language: str) -> str:
    """Returns the sign that parts the fraction, or "" where there is none."""
    signs = [sign for sign in _SPACES.sub("", token) if sign in ".,"]
    if not signs:
        return ""
    if len(set(signs)) == 2:
        return signs[-1]
    if len(signs) > 1 or (_GROUPED.fullmatch(token) and signs[0] != _own_point(language)):
        return ""
    return signs[0]


def _own_point(language: str) -> str:
    return "." if language in _POINT_LANGUAGES else ","
