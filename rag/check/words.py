"""Comparing words across languages and spellings."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["akin", "plain", "words"]

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SOUNDS = str.maketrans({"z": "s", "c": "k", "q": "k", "w": "v", "f": "v", "x": "k"})
_SILENT = str.maketrans("", "", "aeiouyjh")


def words(text: str) -> list[str]:
    """Returns the words of a text as they stand; a hyphen parts words."""
    return _WORD.findall(text)


def plain(word: str) -> str:
    """Returns a word casefolded and without accents."""
    spread = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in spread if not unicodedata.combining(character))


def akin(word: str, other: str) -> bool:
    """Whether two plain words may be one name in two languages: "belgiens" and "belgie", "poetin" and "putin"."""
    shorter = min(len(word), len(other))
    shared = next((place for place in range(shorter) if word[place] != other[place]), shorter)
    if shared >= 4 and shared * 5 >= shorter * 3:
        return True
    return word == other or _skeleton(word) == _skeleton(other) != ""


def _skeleton(word: str) -> str:
    bones = word.replace("ph", "f").replace("ch", "k").translate(_SOUNDS).translate(_SILENT).removesuffix("s")
    return bones if len(bones) >= 3 else ""
