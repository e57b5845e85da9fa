"""What languages call by names of their own and no city data has: lands, peoples, rulers of old.

Each line of the tables holds the folded stems of one, in whatever of the spoken languages spells it anew; what a
spelling after the sounds finds anyway (`rag.gazetteer.alike`) is left out.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Final

from rag.gazetteer.alike import continues
from rag.gazetteer.landscape import LANDSCAPE
from rag.gazetteer.peoples import PEOPLES
from rag.gazetteer.storied import STORIED

__all__ = ["exonyms_of"]

_LEAST: Final = 3
_SIDES: Final = ("nord", "sud", "ost", "west", "zentral", "mittel", "noord", "zuid", "oost", "midden")
"""Written into one word with what they are the side of: "Nordatlantik"."""


@functools.lru_cache(maxsize=4096)
def exonyms_of(word: str) -> frozenset[str]:
    """Returns the stems, in all languages, of what a folded word names, inflected or not; empty where none is known."""
    side = next((side for side in _SIDES if word.startswith(side) and len(word) - len(side) > _LEAST), "")
    return _stems_of(word) or (_stems_of(word.removeprefix(side)) if side else frozenset())


def _stems_of(word: str) -> frozenset[str]:
    table = _by_stem()
    return frozenset[str]().union(*(table[word[:cut]] for cut in range(len(word), _LEAST - 1, -1)
                                    if word[:cut] in table and continues(word, word[:cut])))


@functools.cache
def _by_stem() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in f"{LANDSCAPE}\n{PEOPLES}\n{STORIED}".split("\n"):
        stems = frozenset(line.split())
        for stem in stems:
            # A stem of two lines ("galisch") leads to both.
            found[stem] = found.get(stem, frozenset()) | stems
    return found
