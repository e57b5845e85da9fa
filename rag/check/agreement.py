"""Whether a quantity of a claim is one of those that its evidence states."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from rag.check.growth import growths, is_growth
from rag.check.measures import convertible, dimension
from rag.check.quantity import Quantity

__all__ = ["Offered"]

_HALF_DAY = Decimal(720)
_DAY = Decimal(1440)
_HOURS = Decimal(24)
_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")
_THOUSAND = Decimal(1000)
_TON = Decimal(100_000)
# "Hundreds" are two of them, or nearly, and fewer than two thousand; "thousands" may be a hundred thousand.
_SEVERAL = Decimal("1.8")
_SCORE = Decimal(20)
_COUNTS = ("number", "money")
# Two of what was named before, which is no length of time.
_BOTH = ("both", "beid", "allebei", "ambos", "ambas", "entramb", "ambedue")
# A hostile text may state one value thousands of times, in thousands of surroundings; the first ones decide.
_MOST_ALIKE = 64
_MOST_MEASURED = 200


class Offered:
    """The quantities of the evidence by value, so that a claim is compared in linear time."""

    def __init__(self, found: Iterable[Quantity]) -> None:
        self._by_value: dict[Decimal, list[Quantity]] = defaultdict(list)
        self._counted: list[Decimal] = []
        self._months: set[str] = set()
        self._years: set[int] = set()
        self._measured: list[Quantity] = []
        self._shares: list[Quantity] = []
        self.kinds: set[str] = set()
        stated = list(dict.fromkeys(found))
        self._growths = growths(stated)
        self._multiples = [item for item in stated if item.kind == "multiple"][:_MOST_MEASURED]
        for item in stated:
            self._add(item)
        self._counted.sort()

    def _add(self, item: Quantity) -> None:
        alike = self._by_value[item.value]
        if len(alike) < _MOST_ALIKE:
            alike.append(item)
        self.kinds.add(item.kind)
        if item.kind == "date":
            self._months.add(item.unit)
        if item.role == "year":
            self._years.add(int(item.value))
        if item.kind in _COUNTS and item.value >= 1:
            self._counted.append(item.value)
        if item.kind in _COUNTS and item.unit and len(self._measured) < _MOST_MEASURED:
            self._measured.append(replace(item, unit="lb") if item.unit == "GBP" else item)
        if item.kind in ("share", "percent") and len(self._shares) < _MOST_MEASURED:
            self._shares.append(item)

    def matching(self, wanted: Quantity) -> Sequence[Quantity]:
        """Returns the quantities that state what the claim wants, none where it is not said so."""
        alike = self._by_value.get(wanted.value, ())
        found = [item for item in alike if _agree(wanted, item)]
        if found and not _is_elsewhere(wanted, found, alike):
            return found
        if wanted.role == "every" and (places := self._places(wanted)):
            return places
        if wanted.kind in ("number", "share", "percent"):
            return [*self._converted(wanted), *self._turned(wanted), *self._portions(wanted), *self._hours(wanted),
                    *self._tons(wanted)]
        if wanted.kind == "money":
            return [*self._turned(wanted), *self._converted(wanted), *self._tons(wanted)]
        if wanted.kind == "period" and "period" in self.kinds:
            # "The 10th and 11th centuries": one word for both.
            return [item for item in self._by_value.get(wanted.value / _HUNDRED + 1, ())
                    if item.kind in ("number", "ordinal") and not item.unit]
        return self._clock(wanted) if wanted.kind == "clock" else ()

    def _clock(self, wanted: Quantity) -> list[Quantity]:
        """The other half of the day, where one side does not tell it; "at ten" without more words."""
        other = (wanted.value + _HALF_DAY) % _DAY
        found = [item for item in self._by_value.get(other, ())
                 if item.kind == "clock" and "half day" in (item.role, wanted.role)]
        hour, minutes = divmod(wanted.value, 60)
        # "24 uur" is midnight, or a day long.
        bare = [] if minutes else [*self._by_value.get(hour or _HOURS, ()), *self._by_value.get(hour - 12, ())]
        either = _of_the_clock(wanted)
        return found + [item for item in bare if item.kind == "number" and (
            (not item.unit and not item.nouns) or (item.unit == "h" and (either or _of_the_clock(item))))]

    def _hours(self, wanted: Quantity) -> list[Quantity]:
        """"7 uur" and "7 heures" are a time or how long; "from 9 to 5" says no more than that it is a time."""
        if wanted.kind != "number" or wanted.value != wanted.value.to_integral_value():
            return []
        bare = not wanted.unit and not wanted.nouns and wanted.text[:1].isdigit() and not wanted.role
        if not bare and wanted.unit != "h":
            return []
        hours = (wanted.value, wanted.value + 12) if wanted.value < _HOURS else (wanted.value % _HOURS,)
        times = [item for hour in hours for item in self._by_value.get(hour * 60, ())
                 if item.kind == "clock"]
        if bare and wanted.value <= 24:
            return times
        return times if _of_the_clock(wanted) else [item for item in times if _of_the_clock(item)]

    def _tons(self, wanted: Quantity) -> list[Quantity]:
        """Four "ton" of Dutch money are 400,000 euros."""
        if _in_tons(wanted):
            return [item for item in self._by_value.get(wanted.value * _TON, ())
                    if item.kind in _COUNTS and not dimension(item.unit)]
        if wanted.kind in _COUNTS and not dimension(wanted.unit) and wanted.value >= _TENTH * _TON:
            return [item for item in self._by_value.get(wanted.value / _TON, ()) if _in_tons(item)]
        return []

    def _places(self, wanted: Quantity) -> list[Quantity]:
        """"Every third" is said by "one in three" and "every three"."""
        return [item for item in self._by_value.get(Decimal(round(1 / wanted.value)), ())
                if item.kind in ("number", "ordinal")]

    def implies(self, wanted: Quantity) -> bool:
        """Whether a broader statement follows from what is stated: "millions", "in October", "in the 1990s"."""
        if wanted.kind == "magnitude":
            least, most = wanted.value * _SEVERAL, wanted.value * (_THOUSAND if wanted.value >= _THOUSAND else _SCORE)
            return bisect_left(self._counted, least) < bisect_left(self._counted, most)
        if wanted.kind == "month":
            return f"month {wanted.value}" in self._months
        if wanted.kind == "period":
            first = int(wanted.value)
            return any(first <= year < first + int(wanted.unit) for year in self._years)
        return is_growth(wanted, self._growths, self._multiples)

    def _converted(self, wanted: Quantity) -> list[Quantity]:
        # A pound is money or a weight.
        unit = "lb" if wanted.unit == "GBP" else wanted.unit
        if not unit or wanted.kind not in _COUNTS:
            return []
        # Evidence that measures in the claim's unit needs no conversion: there another value is another value.
        if unit != "°" and any(item.unit == unit and item.role != "ratio" for item in self._measured):
            return []
        return [item for item in self._measured if convertible(wanted.value, unit, item.value, item.unit)
                or _coins(wanted, item) or _coins(item, wanted) or _fortnight(wanted, item)]

    def _turned(self, wanted: Quantity) -> list[Quantity]:
        """"-5 %" is said by "fell by 5 %", and the other way round; "fell to 5 degrees" says no sign."""
        return [item for item in self._by_value.get(-wanted.value, ())
                if _agree(wanted, item) and _falls(item if wanted.value < 0 else wanted)]

    def _portions(self, wanted: Quantity) -> list[Quantity]:
        """"A third" and "33 %", whichever of them the claim says."""
        if wanted.kind == "number" or wanted.unit not in ("", "%"):
            return []
        mine = wanted.value if wanted.kind == "percent" else wanted.value * _HUNDRED
        # "A third" is 33 %, not 33.8 %.
        room = 1 if wanted.value == wanted.value.to_integral_value() or wanted.kind == "share" else _TENTH
        return [item for item in self._shares if item.kind != wanted.kind and item.unit in ("", "%")
                and abs(mine - (item.value if item.kind == "percent" else item.value * _HUNDRED)) < room]


def _falls(item: Quantity) -> bool:
    return item.trend == "down" and item.side != "to" and item.unit[:1] != "°"


def _is_elsewhere(wanted: Quantity, found: Sequence[Quantity], alike: Sequence[Quantity]) -> bool:
    """Whether only bare numbers agree, where the same value measures in another unit: "two months" for "two weeks"."""
    if wanted.kind == "money":
        return not any(item.unit for item in found) and any(item.kind == "money" for item in alike)
    measures = dimension(wanted.unit) if wanted.unit else ""
    return bool(measures) and not any(item.unit for item in found) and any(
        item.unit != wanted.unit and dimension(item.unit) == measures for item in alike)


def _in_tons(item: Quantity) -> bool:
    return item.unit == "t" and item.kind == "number" and item.text.casefold().endswith(" ton")


def _of_the_clock(item: Quantity) -> bool:
    """Whether the word for hours is the one for times of day too."""
    return item.text.casefold().endswith(("uur", "heures", "heure", "horas", "hora", "ore"))


def _coins(one: Quantity, other: Quantity) -> bool:
    """Whether so many cents are so much money."""
    return one.unit == "ct" and other.kind == "money" and one.value == other.value * _HUNDRED


def _fortnight(one: Quantity, other: Quantity) -> bool:
    """French, Spanish and Italian say eight days for a week, and fifteen for two."""
    days, weeks = (one, other) if one.unit == "d" else (other, one)
    return weeks.unit == "wk" and days.text.casefold().endswith(("jours", "días", "giorni", "dias")) \
        and (days.value, weeks.value) in ((15, 2), (8, 1))


def _agree(wanted: Quantity, offered: Quantity) -> bool:
    kinds = {wanted.kind, offered.kind}
    if offered.role == "article" and wanted.text[:1].isdigit():
        return False
    if offered.role == "code" and wanted.kind != "code":
        named = wanted.role == "code" or not wanted.nouns
        return wanted.kind == "number" and not wanted.unit and named
    if kinds <= {"number", "money"}:
        paired = bool(wanted.unit) and not offered.unit and offered.text.casefold().startswith(_BOTH)
        return _same_unit(wanted, offered) and not paired
    if wanted.kind == offered.kind == "magnitude":
        return _same_unit(wanted, offered)
    if wanted.kind == offered.kind:
        # "In the 10th and 11th centuries", and not "the 10th year".
        place = wanted.kind == "ordinal" and offered.unit == "century" and not (wanted.nouns or wanted.unit)
        return wanted.unit == offered.unit or wanted.kind == "period" or place
    return _akin_kinds(wanted, offered, kinds)


def _akin_kinds(wanted: Quantity, offered: Quantity, kinds: set[str]) -> bool:
    """Whether two kinds may say one thing: "the 6th" and "6 October", "twice" and "two", "halved" and "half"."""
    if kinds == {"ordinal", "date"}:
        return wanted.kind == "ordinal"
    if kinds == {"ordinal", "number"} and "yr" in (wanted.unit, offered.unit):
        # "25-jähriges Jubiläum", "25th anniversary".
        return "jähr" in wanted.text + offered.text or "jarig" in wanted.text + offered.text
    if kinds == {"number", "magnitude"}:
        return "scale" in (wanted.role, offered.role) and _same_unit(wanted, offered)
    bare = not wanted.unit and not offered.unit
    if kinds in ({"share", "multiple"}, {"share", "number"}):
        return bare
    if kinds == {"number", "ordinal"} and offered.role == "ratio" and wanted.role != "ratio":
        # "Two thirds" says nothing of three.
        return False
    related = kinds in ({"number", "ordinal"}, {"number", "multiple"}, {"ordinal", "multiple"})
    return related and bare and "change" not in (wanted.role, offered.role)


def _same_unit(wanted: Quantity, offered: Quantity) -> bool:
    degrees = wanted.unit[:1] == offered.unit[:1] == "°" and "°" in (wanted.unit, offered.unit)
    # A Dutch ounce is a hundred grams, or one of gold.
    pounds = {wanted.unit, offered.unit} in ({"lb", "GBP"}, {"ons", "oz"})
    if wanted.unit == offered.unit or degrees or pounds:
        return True
    if "year" in (wanted.role, offered.role):
        return False
    return not wanted.unit or not offered.unit
