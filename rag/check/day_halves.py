"""Which half of the day a time of twelve hours is in: "3 Uhr früh", "3 uur 's nachts", "eight in the evening"."""

from __future__ import annotations

from typing import Literal

from rag.check.cursor import Cursor
from rag.check.dates import weekday

__all__ = ["in_half", "told_after", "told_before"]

_Part = Literal["morning", "noon", "late", "night"]

_PARTS: dict[str, dict[_Part, str]] = {
    "en": {"morning": "morning", "late": "afternoon evening tonight", "night": "night"},
    "de": {"morning": "morgens früh vormittags vormittag frühmorgens", "noon": "mittags mittag",
           "late": "nachmittags nachmittag abends abend", "night": "nachts nacht"},
    "nl": {"morning": "ochtends morgens ochtend voormiddag", "noon": "middags middag", "late": "avonds avond namiddag "
           "namiddags", "night": "nachts nacht"},
    "fr": {"morning": "matin", "late": "soir soirée midi", "night": "nuit"},
    "es": {"morning": "mañana madrugada", "late": "tarde noche"},
    "it": {"morning": "mattina mattino", "late": "pomeriggio sera", "night": "notte"},
    "pt": {"morning": "manhã madrugada", "late": "tarde noite"},
}
# Of weekdays; longer ones first: "nachmittag" ends with "mittag".
_ENDS: dict[str, _Part] = {
    "nachmittag": "late", "namiddag": "late", "vormittag": "morning", "abend": "late", "avond": "late",
    "morgen": "morning", "ochtend": "morning", "früh": "morning", "middag": "noon", "mittag": "noon", "nacht": "night",
}
# Between a time and its part of the day; before it, a time of its own may end there: "from 9 in the morning to 5".
_AFTER_TIME = frozenset("in the at am der des du de l la le après s on this that yesterday da di del della dem op uhr "
                        "uur heures heure h o clock".split())
_BEFORE_TIME = frozenset("at um gegen om rond tegen omstreeks à vers a las la alle às around about kurz just shortly "
                         "nach vor na voor after before past".split())
# "Morgen um 8", "mañana a las 8": tomorrow, without these before.
_TOMORROW = {"mañana": "la", "manhã": "da"}
_MOST_AFTER = 5
_MOST_BEFORE = 3
_HALF_DAY = 720
_EARLY = 360
_MIDDAY = 360
_LONGEST = 24


def in_half(cursor: Cursor, first: int, last: int, minutes: int) -> int | None:
    """Returns the minutes after midnight of a time at the tokens [first, last), None where its half is not told.

    Args:
        minutes: After midnight or noon.
    """
    part = told_after(cursor, last) or told_before(cursor, first)
    if not part:
        return None
    minutes %= _HALF_DAY
    late = part == "late" or (part == "noon" and minutes < _MIDDAY) or (part == "night" and minutes >= _EARLY)
    return minutes + (_HALF_DAY if late else 0)


def told_after(cursor: Cursor, at: int) -> _Part | Literal[""]:
    """Returns the part of the day that the words from a token on name, "" where they name none."""
    for j in range(at, at + _MOST_AFTER):
        if not cursor.is_word(j) or any(mark in cursor.gap(j) for mark in ",.;:!?\n"):
            return ""
        if part := _part(cursor, j):
            return part
        if cursor.fold(j) not in _AFTER_TIME and weekday(cursor.tokens[j].text, cursor.language) is None:
            return ""
    return ""


def told_before(cursor: Cursor, first: int) -> _Part | Literal[""]:
    """Returns the part of the day that the words up to a token name, "" where they name none."""
    for j in range(first - 1, first - 1 - _MOST_BEFORE, -1):
        if any(mark in cursor.gap(j + 1) for mark in ".;:!?\n"):
            return ""
        if part := _part(cursor, j):
            return part
        if cursor.fold(j) not in _BEFORE_TIME:
            return ""
    return ""


def _part(cursor: Cursor, j: int) -> _Part | Literal[""]:
    word, language = cursor.fold(j), cursor.language
    if word in _TOMORROW and cursor.fold(j - 1) != _TOMORROW[word]:
        return ""
    if language == "de" and j < len(cursor) and cursor.tokens[j].text == "Morgen":
        return "morning"
    for part, words in _PARTS.get(language, {}).items():
        if word in words.split():
            return part
    # "Freitagabend", "dinsdagnacht", "Montagmorgen".
    if language in ("de", "nl") and 8 < len(word) <= _LONGEST and weekday(word, language) is not None:
        for end, part in _ENDS.items():
            if word.endswith(end):
                return part
    return ""
