"""A name as written to what it may mean, over its inflections."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from rag.gazetteer.alike import continues
from rag.gazetteer.data import Entry, entries
from rag.gazetteer.fold import fold

__all__ = ["LONGEST", "declined", "exact_meanings", "forms_of", "meanings", "whole_of"]

LONGEST = 4
"""The most words of a name that is looked up."""

_GENITIVES = ("s", "es")
# Of adjectives and people: "belgischen", "Lütticher", "niederländisches".
_ADJECTIVES = ("e", "n", "en", "er", "em", "r", "ern", "ers")
_MOST_ENDING = 10
_LEAST_STEM = 4
_SIDES = tuple("nordost nordwest sudost sudwest nord sud ost west mittel zentral noord zuid oost midden".split())


@functools.lru_cache(maxsize=4096)
def meanings(name: str) -> tuple[Entry, ...]:
    """Returns what `name` may mean, the most populous first; empty where the data does not know it."""
    word = fold(name)
    found = entries(word)
    if found or len(word) < _LEAST_STEM:
        return found
    for ending in _GENITIVES:
        found = entries(word.removesuffix(ending)) if word.endswith(ending) else ()
        if found:
            return found
    return _declined(word) if " " in word else _inflected(word) or whole_of(word)


def exact_meanings(form: str) -> tuple[Entry, ...]:
    """Returns what a folded form means as it stands, without regard to inflections."""
    return entries(form)


def forms_of(name: str) -> frozenset[str]:
    """Returns all folded forms of all meanings of `name`."""
    return frozenset(form for entry in meanings(name) for form in entry.forms)


def whole_of(word: str) -> tuple[Entry, ...]:
    """Returns what a folded word names a part of, in one word as German and Dutch do: "norditalien", "ostdeutsche"."""
    base = next((word.removeprefix(side) for side in _SIDES if word.startswith(side)), "")
    if len(base) < _LEAST_STEM:
        return ()
    return tuple(entry for entry in entries(base) or _inflected(base) if entry.kind in ("state", "region", "part"))


def declined(form: str) -> tuple[str, ...]:
    """Returns a folded form, and as German declines its adjectives: "vereinigtes", "vereinigten konigreich"."""
    return (form, *_with_endings(form, ("en", "e", "em")))


def _declined(words: str) -> tuple[Entry, ...]:
    """Names whose first word is an adjective in German: "Vereinigten Staaten", "Vereinigten Königreichs"."""
    return next((found for name in _with_endings(words, ("e", "es", "er"))
                 for form in (name, name.removesuffix("s"), name.removesuffix("es")) if (found := entries(form))), ())


def _with_endings(words: str, endings: tuple[str, ...]) -> Iterator[str]:
    """Yields the words with other endings of the adjectives: the first of them, or all but the last."""
    parts = words.split()
    for count in sorted({1, len(parts) - 1} - {0}):
        stems = [_adjective_stem(part) for part in parts[:count]]
        if all(stems):
            yield from (" ".join([*(stem + ending for stem in stems), *parts[count:]]) for ending in endings)


def _adjective_stem(word: str) -> str:
    ending = next((ending for ending in ("en", "em", "er", "es", "e") if word.endswith(ending)), "")
    stem = word.removesuffix(ending)
    return stem if ending and len(stem) >= _LEAST_STEM else ""


def _inflected(word: str) -> tuple[Entry, ...]:
    for ending in _ADJECTIVES:
        base = word.removesuffix(ending)
        found = entries(base) if base != word and len(base) >= _LEAST_STEM else ()
        # Of small places nobody says so, and short words meet them by chance.
        found = tuple(entry for entry in found if entry.kind != "city" or (ending == "er" and entry.population > 10**5))
        if found:
            return found
    for cut in range(len(word), max(_LEAST_STEM - 1, len(word) - _MOST_ENDING), -1):
        if continues(word, word[:cut]) and (found := entries(f"~{word[:cut]}")):
            return found
    return ()
