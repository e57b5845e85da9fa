"""Texts made comparable: what two people would call the same short answer becomes the same tokens.

Case, accents, punctuation and articles go; "9,1", "9.1" and "9,10" become one number, "1.500", "1,500", "1 500" and
"1500" another, by the conventions of the text's language; "-5" and "−5" are one number, and not "5". "50%" is
"50 percent", digits of any script are digits, and a date such as "3.10." or "3.10.2025" is its numbers one by one.
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
    "fr": frozenset("le la les l un une des du d".split()),
    "es": frozenset("el la los las un una unos unas".split()),
    "it": frozenset("il lo la i gli le l un uno una".split()),
    "pt": frozenset("o a os as um uma uns umas".split()),
}
_POINT_LANGUAGES: Final = frozenset({"en", "zh", "ja", "ko", "th", "he"})
"""Languages that write 1,500.25; the others that are spoken here write 1.500,25."""
# A group of thousands never begins with 0: "0.500" is a half in every language.
_TOKEN: Final = re.compile(
    r"(?:(?<![\w.,)\]%])[-−–](?=\d))?(?:[1-9]\d{0,2}(?:[.,'’ ]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)|[^\W\d_]+")
_CHAIN: Final = re.compile(r"(?<![\d.,])\d+(?:\.\d+){2,}")
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_DAY: Final = re.compile(r"(?<![\d.,])(\d{1,2})\.(\d{1,2})\.(?!\d)")
_PERCENT: Final = re.compile(r"(?<=\d )(?:prozent|procent|per cento?|pour cent|por ciento|por cento)\b")
_MARKS: Final = re.compile(r"[\u0300-\u036f]")
_GROUPED: Final = re.compile(r"[1-9]\d{0,2}([.,'’ ])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?")
_MINUS: Final = "-−–"
_SPACES: Final = re.compile(r"['’ ]")


def tokens(text: str, language: str) -> list[str]:
    """Returns the comparable tokens of a short answer, in order.

    Args:
        language: Of the text, ISO 639-1; decides articles and how numbers are written.
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold()))
    plain = _written_out(plain.replace("ß", "ss"), language)
    articles = _ARTICLES.get(language, frozenset[str]())
    found = [_signed(token, language) for token in _TOKEN.findall(plain)]
    kept = [token for token in found if token not in articles]
    # An answer that is nothing but an article ("Die") is still an answer.
    return kept or found


def normalise(text: str, language: str) -> str:
    """Returns the tokens as one string, equal for equal answers."""
    return " ".join(tokens(text, language))


def _written_out(plain: str, language: str) -> str:
    """Returns a text with ASCII digits, percent as a word, and dates as numbers of their own."""
    if not plain.isascii():
        plain = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in plain)
    plain = _PERCENT.sub("percent", plain.replace("%", " percent"))
    plain = _CHAIN.sub(lambda found: found[0] if _THOUSANDS.fullmatch(found[0]) else found[0].replace(".", "/"), plain)
    # Where the point parts a fraction, the last one of "3.10." ends the sentence.
    return plain if language in _POINT_LANGUAGES else _DAY.sub(r"\1/\2 ", plain)


def _signed(token: str, language: str) -> str:
    """Returns a word as it is and a number in one form, with its minus where it is below 0."""
    unsigned = token.lstrip(_MINUS)
    if not unsigned[0].isdecimal():
        return token
    number = _number(unsigned, language)
    return f"-{number}" if token[0] in _MINUS and number.strip("0.") else number


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
