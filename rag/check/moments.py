"""Which time a number is told of: "3.7 billion in 2021 and 9.1 billion in 2022" gives each a year of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from rag.check.cursor import Cursor, Found
from rag.check.quantity import Moment, Quantity, QuantityKind
from rag.check.relative_years import RelativeYear, relative_years

__all__ = ["mistimed", "with_moments"]

_TIMES = ("date", "weekday", "month", "period")
_VALUES = ("number", "money", "percent", "clock")
_LENGTHS = ("s", "min", "h", "d", "wk", "mo", "yr", "dec", "cent")
# A time after these is where something begins or ends, or what it is compared with.
_APART = frozenset(
    "since from until till by before after than with to between versus vs through "
    "seit von vom bis vor nach ab als gegenüber mit zu zum zwischen "
    "sinds van vanaf tot voor na dan met opzichte vergeleken tussen "
    "depuis de du des jusqu avant après que à au contre entre dès "
    "desde hasta antes después al del dal dall fino prima dopo tra fra até depois do da".split()
)
_BETWEEN = frozenset({"between", "from", "zwischen", "von", "tussen", "van", "entre", "de", "tra", "fra", "to", "bis",
                      "tot", "à", "a"})
_FILLERS = frozenset(
    "the year years jahr jahre jahres jahren jaar het den dem der die das l année an el la le los año anno ano early "
    "late mid end start beginning anfang ende mitte eind begin start fin début in im on am en em op nel".split()
)
_SHORTENED = frozenset({"mio", "mrd", "mill", "bio", "tsd", "mld", "mln", "md", "bn", "mn", "approx", "ca", "z", "b"})
_MOST = 60
_FEW = 8
_GREAT = Decimal(1_000_000)
_YEAR: QuantityKind = "number"
_NOW: Final = Moment(_YEAR, "", Decimal(-1))
"""The time of what is compared with an earlier year: no year that is named, whichever it is."""
_NEAR = 6
# Before what a number of now is compared with.
_AGAINST = frozenset(
    "compared against versus vs from than gegenüber vergleich verglichen nach statt von gegen tegen tegenover "
    "vergeleken vergelijking van contre rapport comparé comparée frente comparación comparado contro rispetto "
    "confronto contra comparação face".split()
)


@dataclass(frozen=True, slots=True)
class _Time:
    """A time as told: its parts, its tokens [first, last), and whether it stands apart from what is told of it."""

    moments: tuple[Moment, ...]
    first: int
    last: int
    apart: bool
    between: bool


@dataclass(frozen=True, slots=True)
class _Value:
    """A quantity and its place among those of the text and among its tokens."""

    quantity: Quantity
    at: int
    first: int


def with_moments(cursor: Cursor, found: Sequence[Found], described: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Returns the quantities with the times that they are told of, where a sentence has as many times as values.

    Args:
        found: The places of `described`, one for one.
    """
    told = list(described)
    for places in _sentences(cursor, found):
        times = _times(cursor, found, described, places)
        values = [_Value(described[at], at, found[at].first) for at in places if _counts(described[at])]
        if not 0 < len(times) <= _FEW or not 0 < len(values) <= _FEW:
            continue
        for group in _groups([value for value in values if len(values) > 1 or not _begins(cursor, value.quantity)]):
            for value, time in _compared(cursor, group, times) or _paired(group, times):
                told[value.at] = replace(told[value.at], moments=time.moments)
    return tuple(told)


def mistimed(claimed: Sequence[Quantity], stated: Sequence[Quantity]) -> Quantity | None:
    """Returns a value of the claim that the evidence tells of another time, with another value at the claim's, or None.

    A value that the evidence also states without a time may be told of any.
    """
    theirs = [item for item in stated if item.kind in _VALUES][:_MOST]
    for item in [item for item in claimed if item.moments and item.certain][:_MOST]:
        own = [other for other in theirs if other.value == item.value and _comparable(item, other)]
        if not own or any(not _at_odds(item, other) for other in own):
            continue
        if any(other.value != item.value and _comparable(item, other) and _together(item, other) for other in theirs):
            return item
    return None


def _comparable(item: Quantity, other: Quantity) -> bool:
    kinds = {item.kind, other.kind}
    return (len(kinds) == 1 or kinds == {"number", "money"}) and (
        item.unit == other.unit or "" in (item.unit, other.unit))


def _at_odds(item: Quantity, other: Quantity) -> bool:
    """Whether two values are told of times that cannot be one."""
    return any(mine.kind == theirs.kind and mine != theirs for mine in item.moments for theirs in other.moments)


def _together(item: Quantity, other: Quantity) -> bool:
    return bool(other.moments) and not _at_odds(item, other) and not set(item.moments).isdisjoint(other.moments)


def _sentences(cursor: Cursor, found: Sequence[Found]) -> Iterator[list[int]]:
    """Yields the places of the quantities of one sentence after the other."""
    places: list[int] = []
    for at, item in enumerate(found):
        if places and any(_ends(cursor, j) for j in range(found[places[-1]].last, item.first + 1)):
            yield places
            places = []
        places.append(at)
    if places:
        yield places


def _ends(cursor: Cursor, i: int) -> bool:
    """Whether a sentence ends before a token; "9,1 Mrd. Euro" goes on."""
    gap = cursor.gap(i)
    return any(mark in gap for mark in "!?;\n") or (". " in gap and cursor.fold(i - 1) not in _SHORTENED)


def _counts(item: Quantity) -> bool:
    return item.kind in _VALUES and item.certain and item.role in ("", "half day") and item.unit not in _LENGTHS


def _begins(cursor: Cursor, item: Quantity) -> bool:
    """Whether a change begins at a value; French "de" and its kin may as well say how far it goes."""
    return item.side == "from" and item.trend != "" and cursor.language in ("en", "de", "nl")


def _times(cursor: Cursor, found: Sequence[Found], told: Sequence[Quantity], places: Sequence[int]) -> list[_Time]:
    """Returns the times of a sentence; a weekday, its date and the year of it are one."""
    times: list[_Time] = []
    for at in places:
        item, place = told[at], found[at]
        year = item.role == "year" and item.kind == "number"
        if not (year or item.kind in _TIMES) or (not item.certain and item.kind != "month"):
            continue
        moment = Moment(_YEAR if year else item.kind, item.unit, item.value)
        before = times[-1] if times else None
        if before is not None and place.first - before.last <= 1 and place.first >= before.first \
                and all(known.kind != moment.kind for known in before.moments):
            times[-1] = replace(before, moments=(*before.moments, moment), last=max(place.last, before.last))
            continue
        word = _word_before(cursor, place.first)
        times.append(_Time((moment,), place.first, place.last, word in _APART, word in _BETWEEN))
    others = [*_later(found, told, places), *relative_years(cursor, _around(cursor, found, places))]
    years = [moment for time in times for moment in time.moments if moment.kind == _YEAR]
    only = years[0] if len(years) == 1 else None
    # "Ten years later, in 2020" is told twice; "in 2022, a year earlier" are two years.
    alone = [other for other in others if only is not None or not any(
        -1 <= time.first - other.last <= 1 or -1 <= other.first - time.last <= 1 for time in times)]
    return sorted([*times, *(_counted_from(only, other) for other in alone)], key=lambda time: time.first)


def _later(found: Sequence[Found], told: Sequence[Quantity], places: Sequence[int]) -> Iterator[RelativeYear]:
    """Yields "a year earlier", "ten years later"; "ten years ago" is counted from another year."""
    for at in places:
        item, place = told[at], found[at]
        if item.kind == "number" and item.unit == "yr" and item.span in ("past", "later"):
            shift = int(item.value) if item.value == item.value.to_integral_value() else None
            yield RelativeYear(place.first, place.last, -shift if shift and item.span == "past" else shift)


def _counted_from(year: Moment | None, other: RelativeYear) -> _Time:
    """Returns a time that is told by its distance from the one year of its sentence; open where there are more."""
    moments = () if year is None or other.shift is None else (replace(year, value=year.value + other.shift),)
    return _Time(moments, other.first, other.last, False, False)


def _around(cursor: Cursor, found: Sequence[Found], places: Sequence[int]) -> range:
    """Returns the tokens from the end of the sentence before to the beginning of the one after, as far as told."""
    before, after = places[0] - 1, places[-1] + 1
    start = found[before].last if before >= 0 else 0
    return range(start, found[after].first if after < len(found) else len(cursor))


def _word_before(cursor: Cursor, first: int) -> str:
    at = first - 1
    while cursor.fold(at) in _FILLERS and at > first - 4:
        at -= 1
    return cursor.fold(at)


def _groups(values: Sequence[_Value]) -> list[list[_Value]]:
    """Returns the values of each unit; a great number without one shares the only unit of money that is named."""
    currencies = {value.quantity.unit for value in values if value.quantity.kind == "money" and value.quantity.unit}
    groups: dict[str, list[_Value]] = {}
    for value in values:
        item = value.quantity
        great = item.value >= _GREAT or item.value != item.value.to_integral_value()
        lent = "money" if not item.unit and item.kind == "number" and great and len(currencies) == 1 else ""
        unit = item.unit or ("".join(currencies) if lent else "")
        groups.setdefault(f"{lent or item.kind} {unit}", []).append(value)
    return list(groups.values())


def _compared(cursor: Cursor, values: Sequence[_Value], times: Sequence[_Time]) -> list[tuple[_Value, _Time]]:
    """"58 percent, compared with 63 in 2020": the second is of that year, and the first of now, or of a year before."""
    if len(values) != 2 or not 0 < len(times) <= 2 or values[0].first > values[1].first:
        return []
    (first, second), then = values, times[-1]
    before = range(max(second.first - _NEAR, first.first + 1), second.first)
    at_hand = second.first < then.first <= second.first + _NEAR and not any(
        mark in cursor.gap(i) for i in range(second.first + 1, then.first + 1) for mark in ",;:–—(")
    if not at_hand or not any(cursor.fold(i) in _AGAINST for i in before):
        return []
    if len(times) == 1:
        return [(first, replace(then, moments=(_NOW,))), (second, then)]
    return [(first, times[0]), (second, then)] if times[0].first < second.first and not times[0].apart else []


def _paired(values: Sequence[_Value], times: Sequence[_Time]) -> list[tuple[_Value, _Time]]:
    """Returns each value with its time, nothing where the words leave it open."""
    if len(values) != len(times):
        return []
    if len(values) == 2 and (ordered := _respectively(values, times)):
        return ordered
    if any(time.apart for time in times):
        return []
    both = sorted([*((value.first, number, True) for number, value in enumerate(values)),
                   *((time.first, number, False) for number, time in enumerate(times))])
    pairs: list[tuple[_Value, _Time]] = []
    for one, other in zip(both[::2], both[1::2], strict=True):
        if one[2] == other[2]:
            return []
        value, time = (one, other) if one[2] else (other, one)
        pairs.append((values[value[1]], times[time[1]]))
    return pairs


def _respectively(values: Sequence[_Value], times: Sequence[_Time]) -> list[tuple[_Value, _Time]]:
    """"From 3.7 to 9.1 billion between 2021 and 2022": two values in the order of two times."""
    (first, second), (early, late) = values, times
    parted = second.first < early.first or late.first < first.first
    moved = (first.quantity.side, second.quantity.side) == ("from", "to") and early.between
    listed = first.quantity.coupled and not (early.apart or late.apart)
    return [(first, early), (second, late)] if parted and (moved or listed) else []
