"""Lengths of time in figures with colons: "2:03:59", "1:45 Stunden", "3:25 minutes"."""

from __future__ import annotations

from decimal import Decimal

from rag.check.cursor import Cursor, Found

__all__ = ["read_duration"]

_HOURS = ("stunden", "std", "uren", "hrs")
_MINUTES = ("minuten", "minutes", "minutos", "minuti", "min", "mins")
_UNITS = ("h", "min", "s")
_SIXTY = Decimal(60)
# After these the figures with their seconds are a time of day.
_OF_THE_CLOCK = {"uhr", "uur", "am", "pm", "a", "p", "utc", "gmt", "cet", "mez"}


def read_duration(cursor: Cursor, i: int) -> list[Found]:
    """Reads a length of time that begins with figures, in time bounded by a look-ahead of a few tokens."""
    if cursor.tokens[i].kind == "clock":
        return _in_two(cursor, i)
    return _in_three(cursor, i)


def _in_two(cursor: Cursor, i: int) -> list[Found]:
    """"1:45 Stunden" is an hour and three quarters."""
    unit = "h" if cursor.fold(i + 1) in _HOURS else "min" if cursor.fold(i + 1) in _MINUTES else ""
    if not unit or not cursor.joined(i + 1):
        return []
    whole, _, part = cursor.tokens[i].text.partition(":")
    return [cursor.found(Decimal(whole) + Decimal(part) / _SIXTY, "number", unit, i, i + 2)]


def _in_three(cursor: Cursor, i: int) -> list[Found]:
    """"2:03:59" says hours, minutes and seconds."""
    parts = [cursor.tokens[at].text for at in range(i, min(i + 3, len(cursor)))]
    colons = all(cursor.gap(i + at) == ":" and len(parts[at]) == 2 and int(parts[at]) < _SIXTY
                 for at in (1, 2) if at < len(parts) and parts[at].isdigit())
    if len(parts) < 3 or not all(part.isdigit() for part in parts) or len(parts[0]) > 2 or not colons:
        return []
    if cursor.gap(i + 3) == ":" or cursor.fold(i + 3) in _OF_THE_CLOCK:
        return []
    last = i + 4 if cursor.fold(i + 3) in (*_HOURS, "hours", "h") and cursor.joined(i + 3) else i + 3
    return [cursor.found(Decimal(part), "number", unit, i + at, last if at == 2 else i + at + 1)
            for at, (part, unit) in enumerate(zip(parts, _UNITS, strict=True)) if at == 0 or int(part)]
