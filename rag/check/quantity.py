"""A quantity that a text states: its value, and what the words around it say of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

__all__ = ["Bound", "Moment", "Quantity", "QuantityKind", "Role", "Side", "Span", "Trend"]

QuantityKind = Literal[
    "number", "money", "percent", "multiple", "magnitude", "date", "month", "code", "ordinal", "share", "clock",
    "period", "weekday",
]
Bound = Literal["", "below", "above"]
Trend = Literal["", "up", "down"]
Side = Literal["", "from", "to", "by"]
Role = Literal["", "year", "change", "scale", "half day", "article", "code", "every", "ratio"]
Span = Literal["", "past", "ahead", "later", "lasting"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that a value is told of: a year, a date, a month, a weekday or a period, as quantities name them."""

    kind: QuantityKind
    unit: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something countable that a text states.

    Attributes:
        value: Scale applied, negative below zero; the day for dates, the month's number for months, ISO number for
            weekdays, minutes after midnight for clock times, the first year of a period, 0 for codes.
        unit: The currency of money, "%" or "percentage points", a measure ("km"), "month N" for dates, the length of
            a period in years, the code itself ("g7"); "" where none is said.
        text: The words that say it.
        certain: False where the words may well mean something else: they support a claim but demand nothing.
        bound: "below" where it is nearly or at most so many, "above" where it is more or at least.
        trend: Whether something rises or falls beside it; "" where neither or both.
        side: Whether it is where a change begins or where it ends, or how far it goes ("by").
        role: "year"; "every" of a share said as a place ("every third"); "ratio" of "one in five", both as its numbers
            and as the share;
            "code" of a number in a name ("G7"); "article" of "a" and its like; "change" of a multiple that a
            verb says; "scale" of a lone "thousand"; "half day" of a clock time
            that may be before or after noon.
        nouns: Plain words that follow it, up to the next quantity or pause: what is counted is among them.
        span: Of a length of time: whether it went by since ("three years ago"), is still to go by ("in three years"),
            parts two events ("three years later") or is how long something lasts ("for three years"); "" where that is
            not said.
        compared: Whether its bound is said by a comparison ("more than"), which nothing but a bound can mean.
        coupled: Whether only "and" or the like parts what it counts from the next quantity.
        moments: The time that its sentence tells it of, in all its parts; none where that is left open.
    """

    value: Decimal
    kind: QuantityKind
    unit: str
    text: str
    certain: bool = True
    bound: Bound = ""
    trend: Trend = ""
    side: Side = ""
    role: Role = ""
    nouns: tuple[str, ...] = ()
    coupled: bool = False
    span: Span = ""
    compared: bool = False
    moments: tuple[Moment, ...] = ()
