"""One spelling for all spellings of a name: small letters without diacritics, words parted by single spaces."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold", "is_latin"]

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘ʻ`´.")
# Articles and prepositions that Romance languages join to a name: "l'ONU", "dell'Italia".
_ELISION = re.compile(r"\b((?:qu|[cdjlmnst]|dell|all|nell|sull|dall)['’])(?=[^\W\d_]{2})", re.IGNORECASE)
# Letters that are no base letter with a mark on it, so that decomposition leaves them as they are.
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def fold(text: str) -> str:
    """Returns `text` folded: "'s-Hertogenbosch" gives "s hertogenbosch", "U.S." gives "us", "Lüttich" "luttich".

    Apostrophes and full stops vanish, every other sign parts words.
    """
    spread = unicodedata.normalize("NFKD", _ELISION.sub(r"\1 ", text).translate(_APOSTROPHES).casefold())
    bare = "".join(char for char in spread if not unicodedata.combining(char))
    return " ".join(_WORD.findall(bare.translate(_STROKES)))


def is_latin(text: str) -> bool:
    """Whether most letters of `text` are Latin ones; a text without letters is."""
    letters = [char for char in text if char.isalpha()]
    foreign = sum(1 for char in letters if not unicodedata.name(char, "").startswith("LATIN"))
    return 2 * foreign <= len(letters)
