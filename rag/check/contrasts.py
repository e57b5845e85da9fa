"""A claim that puts one member of a closed set for another: "monthly" for "annual", "summer" for "winter"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rag.check.contrast_words import RATED, expressions
from rag.check.counted import cardinal_at
from rag.check.cursor import Cursor
from rag.check.number_words import NumberWord

__all__ = ["Members", "contrasted", "members"]

_REACH = 5
_COUNTING = {"once", "twice", "thrice", "einmal", "zweimal", "dreimal", "times"}


@dataclass(frozen=True, slots=True)
class _Expression:
    """Words that say a member of a set, with the mark of `contrast_words` before them."""

    family: str
    member: str
    words: tuple[str, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Members:
    """What a text says of the closed sets.

    Attributes:
        sure: By set and member, the words that say it.
        any: All (set, member) that it may say.
        implied: All (set, member) that hold if what it says does: "many" where it says "most".
    """

    sure: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    any: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    implied: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])


def contrasted(claim: Members, sources: Iterable[Members]) -> str:
    """Returns the fault of a claim that says a member of a set where its sources say another one, "" where none does.

    Only where the sources say nothing of the claim's member, and the claim nothing of theirs: then one stands for the
    other. What the claim merely leaves out or adds passes.
    """
    read = list(sources)
    said = [item for source in read for item in source.sure.items()]
    told = {key for key, _ in said}
    may_tell = told.union(*(source.any | source.implied for source in read))
    for key, words in claim.sure.items():
        if key in may_tell:
            continue
        for other, theirs in said:
            if other[0] == key[0] and other not in claim.any:
                return f"The quote says {theirs!r}, not {words!r}."
    return ""


def members(cursor: Cursor) -> Members:
    """Reads the members of closed sets that a text says, in linear time: the longest expression at a place counts."""
    found = Members()
    position = 0
    while position < len(cursor):
        position = max(position + 1, _read(cursor, position, found)) if cursor.is_word(position) else position + 1
    return found


def _read(cursor: Cursor, i: int, found: Members) -> int:
    """Adds what the longest expressions at a token say; returns the token after them."""
    matching = [item for item in _beginning(cursor.fold(i), cursor.language) if _matches(cursor, i, item)]
    last = max((len(item.words) for item in matching), default=0)
    for item in matching:
        key = (item.family, item.member)
        if item.mark == "<":
            found.implied.add(key)
            continue
        found.any.add(key)
        # "Weeks later" is weeks, too.
        if (len(item.words) == last or item.mark == "!") and _sure(cursor, i, item):
            end = cursor.tokens[i + len(item.words) - 1].end
            found.sure.setdefault(key, cursor.text[cursor.tokens[i].start : end])
    return i + last


def _matches(cursor: Cursor, i: int, item: _Expression) -> bool:
    if item.mark == "=":
        # One word, told by its capital letter.
        return cursor.tokens[i].text == item.words[0]
    return all(_fits(cursor.fold(i + at), word) and (not at or len(cursor.gap(i + at)) <= 1)
               for at, word in enumerate(item.words))


def _fits(word: str, pattern: str) -> bool:
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    if pattern.endswith("+"):
        return word.startswith(pattern[:-1]) and word.startswith(RATED, len(pattern) - 1)
    return word.endswith(pattern[1:]) and word != pattern[1:] if pattern.startswith("*") else word == pattern


def _sure(cursor: Cursor, i: int, item: _Expression) -> bool:
    if item.mark == "~":
        return False
    if item.mark == "!":
        return not any(_numbers(cursor, j) for j in range(max(0, i - _REACH), i))
    if item.mark == "=" and item.words[0][0].isupper():
        # At the beginning any word has its capital letter, and after a number a German morning is an acre.
        return i > 0 and not cursor.is_number(i - 1)
    if item.mark != "#":
        # "The Daily Mail".
        named = i > 0 and cursor.language == "en" and cursor.tokens[i].text[0].isupper()
        return not (named and item.family == "rate")
    # "3 euros a day", and not "for a day", "im Jahr 2018".
    if cursor.is_number(i + len(item.words)):
        return False
    near = range(max(0, i - _REACH), i)
    return any(cursor.fold(j) in _COUNTING or _numbers(cursor, j) for j in near)


def _numbers(cursor: Cursor, j: int) -> bool:
    return cursor.is_number(j) or _counts(cardinal_at(cursor, j))


def _counts(word: NumberWord | None) -> bool:
    return word is not None and word.role in ("unit", "tens", "scale", "magnitude")


@cache
def _table(language: str) -> tuple[Mapping[str, tuple[_Expression, ...]], tuple[_Expression, ...]]:
    """Returns the expressions of a language by their first word, and those that begin with a part of one."""
    whole: dict[str, list[_Expression]] = {}
    partly: list[_Expression] = []
    for family, member, words in expressions(language):
        mark = words[0] if words[0] in "~#=!<" else ""
        item = _Expression(family, member, tuple(words.removeprefix(mark).split("_")), mark)
        if "*" in item.words[0] or "+" in item.words[0]:
            partly.append(item)
        else:
            whole.setdefault(item.words[0].casefold(), []).append(item)
    return {word: tuple(items) for word, items in whole.items()}, tuple(partly)


@lru_cache(maxsize=8192)
def _beginning(word: str, language: str) -> tuple[_Expression, ...]:
    whole, partly = _table(language)
    return (*whole.get(word, ()), *(item for item in partly if _fits(word, item.words[0])))
