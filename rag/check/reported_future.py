"""French conditionals that are no hearsay: "il a annoncé qu'il démissionnerait" tells of what is to come."""

from __future__ import annotations

from collections.abc import Sequence

from rag.check.cues import cues, places

__all__ = ["tells_hearsay"]

# With accents: "il ferait" is a conditional, "il libérait" an imperfect.
_CONDITIONAL = ("erait", "eraient", "drait", "draient", "cevrait", "cevraient")
_TELLING = ("annonc dit di promi déclar assur affirm indiqu précis expliqu jur garant confirm préven avert ajout"
            " répond répét soulign laiss rappel prédi estim pens cru espér").split()
_PAST = cues("a ont avait avaient avais ai eut eurent ayant")
_THAT = frozenset({"que", "qu"})
_REACH = 6
_NEAR = 3
_IMPERFECT = ("ait", "aient", "a", "èrent")


def tells_hearsay(spelled: Sequence[str]) -> bool:
    """Whether a conditional among French words, with their accents, has no verb of saying in the past before it."""
    return any(word.endswith(_CONDITIONAL) and not _is_reported(spelled[:place])
               for place, word in enumerate(spelled))


def _is_reported(before: Sequence[str]) -> bool:
    joints = [place for place, word in enumerate(before) if word in _THAT]
    return bool(joints) and any(
        _is_told(before, place) for place in range(max(joints[-1] - _REACH, 0), joints[-1]))


def _is_told(before: Sequence[str], place: int) -> bool:
    word = before[place]
    if not word.startswith(tuple(_TELLING)):
        return False
    return bool(places(before[max(place - _NEAR, 0) : place], _PAST)) or word.endswith(_IMPERFECT)
