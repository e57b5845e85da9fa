"""Second names that a text gives itself: "State Security Service (VSSE)", "Munich, also known as München"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.gazetteer.fold import fold
from rag.gazetteer.lookup import meanings

__all__ = ["Alias", "aliases_in"]

_BRACKETS = re.compile(r"\(([^()\n]{2,80})\)")
_KNOWN_AS = re.compile(
    r"[,(]?\s(?:also known as|better known as|known as|also called|or simply|formerly|auch bekannt als|bekannt als|"
    r"auch|"
    r"früher|ook bekend als|ook wel|oftewel|afgekort|kortweg|aussi connu sous le nom de|dit|aussi appelé|ou|"
    r"también conocido como|conocido como|también llamado|kurz)\s[\"“„«']?(?=[^\W\d_a-zß-öø-ÿ])")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_MOST_WORDS = 9
_LINKS = frozenset("de of van der des du la le les el für for and und et y en voor the l d die das het".split())


@dataclass(frozen=True, slots=True)
class Alias:
    """Two folded names of one thing."""

    name: str
    other: str


def aliases_in(text: str) -> tuple[Alias, ...]:
    """Returns the pairs of names that `text` sets equal, each once, in order.

    In brackets stands an abbreviation whose letters begin words before it, or one capitalised name after another.
    """
    found = [*_bracketed(text), *_named(text)]
    return tuple(dict.fromkeys(alias for alias in found if alias.name and alias.other and alias.name != alias.other))


def _bracketed(text: str) -> Iterator[Alias]:
    for match in _BRACKETS.finditer(text):
        inner = match[1].strip(" \"“”„«»'")
        before = _WORD.findall(text[max(0, match.start() - 160) : match.start()].rstrip(" \"“”„«»'"))[-_MOST_WORDS:]
        if not before or not inner[:1].isupper() or len(_WORD.findall(inner)) > _MOST_WORDS:
            continue
        if _is_acronym(inner):
            yield Alias(fold(" ".join(_spelled(inner, before))), fold(inner))
        elif _is_acronym(before[-1]):
            # What is in the brackets may go on after the name: "VSSE (Staatsveiligheid, the civil service)".
            yield Alias(fold(before[-1]), fold(re.split(r"[,;:]", inner)[0]))
        elif all(word[0].isupper() or word in _LINKS for word in _WORD.findall(inner)):
            yield Alias(fold(" ".join(_capitals(before))), fold(inner))


def _named(text: str) -> Iterator[Alias]:
    for match in _KNOWN_AS.finditer(text):
        before = _WORD.findall(text[max(0, match.start() - 160) : match.start()])[-_MOST_WORDS:]
        after: list[str] = []
        for word in _WORD.findall(text[match.end() : match.end() + 100]):
            if not (word[0].isupper() or word in _LINKS):
                break
            after.append(word)
        yield Alias(fold(" ".join(_capitals(before))), fold(" ".join(after)))


def _is_acronym(text: str) -> bool:
    return " " not in text and sum(map(str.isupper, text)) >= 2 and sum(map(str.isupper, text)) * 2 >= len(text)


def _spelled(acronym: str, before: Sequence[str]) -> Sequence[str]:
    """Returns the shortest tail of `before` whose initials hold the acronym's first letters; else the capitals."""
    letters = [char for char in fold(acronym) if char.isalpha()]
    for size in range(2, len(before) + 1):
        tail = before[-size:]
        heads = iter("".join(fold(word)[:1] for word in tail))
        if fold(tail[0])[:1] == letters[0] and sum(letter in heads for letter in letters) * 2 >= len(letters):
            return tail
    return _capitals(before)


def _capitals(before: Sequence[str]) -> Sequence[str]:
    """Returns the capitalised words at the end, with the links between them."""
    size = 0
    for place, word in enumerate(reversed(before), 1):
        if word[0].isupper():
            size = place
        elif word not in _LINKS:
            break
    tail = list(before[len(before) - size :]) if size else []
    # "De Belgische Staatsveiligheid (VSSE)": what is abbreviated is called so without its article and its country too.
    while len(tail) > 1 and (fold(tail[0]) in _LINKS or _is_of_a_state(tail[0])):
        del tail[0]
    return tail


def _is_of_a_state(word: str) -> bool:
    found = meanings(word)
    return bool(found) and found[0].kind == "state"
