"""Where quotes lie: which slices of articles are the same place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

__all__ = ["Place", "holds", "meet"]


class Place(Protocol):
    """A slice of an article's stored text."""

    @property
    def article_id(self) -> str: ...

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def meet(a: Place, b: Place) -> bool:
    """Returns whether two slices share at least half of the shorter one: a common word or two is no agreement."""
    if a.article_id != b.article_id:
        return False
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared > 0 and 2 * shared >= min(a.end - a.start, b.end - b.start)


def holds(places: Iterable[Place], wanted: Place) -> bool:
    """Returns whether one of the places is the one that is wanted."""
    return any(meet(place, wanted) for place in places)
