"""Times of day: "8:30 p.m.", "20.30 Uhr", "20h30" and "2030 GMT" are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["ClockTime", "clock_time"]

_HALF_DAY = 720
_HOUR_WORDS = {"uhr", "uur", "heures", "h", "utc", "gmt", "mez", "cet", "hours", "hrs"}
# Words beside a time that put it after noon where twelve hours are counted.
_LATE = {"pm", "abends", "nachmittags", "nachts", "abend", "nachmittag", "avonds", "middags", "soir", "midi",
         "tarde", "noche", "noite", "sera", "pomeriggio", "afternoon", "evening", "night", "s", "nacht", "middag"}
# Before "14 h", which is else how long something lasts.
_AT = {"à", "às", "dès", "vers", "las", "alle", "até"}
_FOUR_DIGITS = {"utc", "gmt", "hours", "hrs", "uhr", "z"}
_LOCAL = {("local", "time")}


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day.

    Attributes:
        minutes: After midnight.
        sure: False where it may as well be twelve hours later.
        words: How many tokens say it, the first included.
    """

    minutes: int
    sure: bool
    words: int


def clock_time(
    literal: str, kind: str, following: Sequence[str], near: Sequence[str], language: str
) -> ClockTime | None:
    """Reads a time of day, or returns None where the literal is none.

    Args:
        literal: A token of figures.
        kind: The token's kind; "clock" is a time whatever follows.
        following: The casefolded tokens after it, at least four or up to the end.
        near: Casefolded tokens around it that may say the part of the day.
        language: English counts twelve hours where it says no more.
    """
    split = _figures(literal, kind, following, near, language)
    if split is None:
        return None
    minutes, words = split
    rest = following[words - 1 :]
    meridian = _meridian(rest, language)
    if meridian:
        late = meridian.startswith("p")
        said = words + (2 if len(meridian) == 1 else 1)
        return ClockTime(minutes % _HALF_DAY + (_HALF_DAY if late else 0), True, said)
    if kind == "clock" or (rest and rest[0] in _HOUR_WORDS):
        open_half = minutes < _HALF_DAY + 60 and (language == "en" or any(word in _LATE for word in near))
        return ClockTime(minutes, not open_half, words + (1 if rest and rest[0] in _HOUR_WORDS else 0))
    return ClockTime(minutes, True, words) if words > 1 or len(literal) == len("2200") else None


def _figures(
    literal: str, kind: str, following: Sequence[str], near: Sequence[str], language: str
) -> tuple[int, int] | None:
    """Returns minutes after midnight and the tokens used, where the figures may be a time."""
    first = following[0] if following else ""
    hour, minute, words = literal, "0", 1
    if kind == "clock":
        hour, _, minute = literal.partition(":")
    elif literal.isdigit() and len(literal) == 4 and (first in _FOUR_DIGITS or tuple(following[:2]) in _LOCAL):
        hour, minute = literal[:2], literal[2:]
    elif literal.count(".") == 1 and len(literal.partition(".")[2]) == 2:
        if not (first in _HOUR_WORDS or _meridian(following, language)):
            return None
        hour, _, minute = literal.partition(".")
    elif first in ("h", "uhr", "heures") and _is_minute(following):
        minute, words = following[1], 3
    elif first == "h" and any(word in _AT for word in near):
        words = 2
    elif not _meridian(following, language) and first not in ("uhr", "uur") and tuple(following[:2]) != ("o", "clock"):
        return None
    if not (hour.isdigit() and minute.isdigit() and int(hour) <= 24 and int(minute) < 60):
        return None
    return (int(hour) % 24) * 60 + int(minute), words


def _is_minute(following: Sequence[str]) -> bool:
    return len(following) > 1 and following[1].isdigit() and len(following[1]) == 2


def _meridian(following: Sequence[str], language: str) -> str:
    first, second = (*following[:2], "", "")[:2]
    # German "am" is a preposition.
    if first == "pm" or (first == "am" and language != "de"):
        return first
    return first if first in ("a", "p") and second == "m" else ""
