"""The shipped names: what a folded form means, found by binary search in one unpacked text."""

from __future__ import annotations

import functools
import importlib.resources
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

__all__ = ["Entry", "Kind", "LISTED", "entries", "is_common_word", "is_compound", "is_listed_word"]

Kind = Literal["state", "region", "part", "city", "language", "currency"]

_FORM_FEED = b"\f\n"
_LEAST_FIRST_PART = 3
_LEAST_LAST_PART = 4
_TELLING_PART = 6
# The languages whose words are known, and whether they write compounds as one word.
_COMPOUNDS = {"de": True, "en": False, "nl": True}
LISTED = tuple(_COMPOUNDS)
"""The languages whose common words are known, ISO 639-1."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with several names.

    Attributes:
        code: ISO 3166 of a state, or of the state that a city lies in; ISO 639 or 4217; a number for world regions.
        population: 0 and more; of the order of 10^9 for states, so that they come first.
        forms: Folded; the first is the English or the local name.
        stems: Folded beginnings, each ended by an ending for people or things from there ("belg").
    """

    kind: Kind
    code: str
    population: int
    forms: tuple[str, ...]
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """Sorted lines; ``data[start:]`` holds them, each ended by a newline."""

    data: bytes
    start: int

    def find(self, key: bytes) -> bytes | None:
        """Returns the rest of the line that is `key`, or begins with `key` and a tab."""
        low, high = self.start, len(self.data)
        while low < high:
            begin = self.data.rfind(b"\n", self.start, (low + high) // 2) + 1 or self.start
            end = self.data.index(b"\n", begin)
            word, _, rest = self.data[begin:end].partition(b"\t")
            if word == key:
                return rest
            low, high = (end + 1, high) if word < key else (low, begin)
        return None


@functools.lru_cache(maxsize=4096)
def entries(form: str) -> tuple[Entry, ...]:
    """Returns what a folded form may mean, the most populous first; a stem is asked for as "~belg"."""
    table = _names()
    found = table.find(form.encode())
    return () if found is None else tuple(_entry(table.data, int(place, 16)) for place in found.split())


def is_common_word(word: str, language: str) -> bool:
    """Whether a folded word is known to be no name: in English and Dutch a word written small, in German a noun.

    In German and Dutch inflections and compounds count. Of other languages nothing is known, and no word is common.
    """
    if language not in _COMPOUNDS:
        return False
    return any(_is_word(stem, language) for stem in _bases(word, language))


def is_compound(word: str, language: str) -> bool:
    """Whether a folded word is listed, or is made of words: stricter than `is_common_word`, which looks at the end."""
    if language != "de":
        return is_common_word(word, language)
    return is_listed_word(word, "de") or any(
        _words("de").find(base[cut:].encode()) is not None
        and (len(base) - cut >= _TELLING_PART or is_common_word(base[:cut], "de"))
        for base in _bases(word, "de") for cut in range(_LEAST_FIRST_PART, len(base) - _LEAST_FIRST_PART + 1))


def is_listed_word(word: str, language: str) -> bool:
    """Like `is_common_word`, but compounds do not count: "leipzig" ends in a word, and is none."""
    return language in _COMPOUNDS and any(
        _words(language).find(base.encode()) is not None for base in _bases(word, language))


def _bases(word: str, language: str) -> Iterator[str]:
    """Yields the word, its bases in German, and in English its American spelling."""
    yield word
    if language == "de":
        yield from (word.removesuffix(ending) for ending in ("s", "n", "es", "en", "e") if word.endswith(ending))
    elif language == "en":
        yield word.replace("our", "or").replace("isation", "ization")


@functools.lru_cache(maxsize=4096)
def _is_word(word: str, language: str) -> bool:
    table = _words(language)
    if table.find(word.encode()) is not None:
        return True
    # The last part of a compound tells; a short one may end any name by chance, unless a word stands before it.
    cuts = range(len(word) - _LEAST_LAST_PART, _LEAST_FIRST_PART - 1, -1) if _COMPOUNDS[language] else ()
    if any(table.find(word[cut:].encode()) is not None for cut in cuts):
        return True
    head, tail = word[:-_LEAST_FIRST_PART], word[-_LEAST_FIRST_PART:]
    return bool(cuts) and table.find(tail.encode()) is not None and any(
        _is_word(head.removesuffix(link), language) for link in ("", "s", "n") if head.endswith(link) and len(head) > 3)


def _entry(data: bytes, place: int) -> Entry:
    kind, code, population, names = data[place : data.index(b"\n", place)].decode().split("\t")
    parts = names.split("|")
    return Entry(cast("Kind", kind), code, int(population), tuple(part for part in parts if part[0] != "~"),
                 tuple(part[1:] for part in parts if part[0] == "~"))


@functools.cache
def _names() -> _Table:
    data = _unpacked("names.z")
    return _Table(data, data.index(_FORM_FEED) + len(_FORM_FEED))


@functools.cache
def _words(language: str) -> _Table:
    return _Table(_unpacked(f"words-{language}.z"), 0)


def _unpacked(name: str) -> bytes:
    return zlib.decompress((importlib.resources.files("rag") / "data" / name).read_bytes())
