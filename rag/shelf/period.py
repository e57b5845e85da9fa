"""The period that a question names: "in April 2025", "seit Montag", "between 1 and 15 March", "ouder dan 2020".

What lacks a year is of the latest one that it can be of by today's date; "last week" is the whole calendar week, from
Monday to Sunday. Where a question names two periods, the first counts.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rag.check.dates import month, numeric_date, weekday
from rag.check.words import plain
from rag.shelf.period_words import PERIOD_WORDS, PeriodWords, Unit

__all__ = ["Period", "of_year", "read_period"]

_TOKEN = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d+|[^\W\d_]+")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|e|º|ª)\b")
_JOINING = frozenset("of de del do di".split())
_LAST = frozenset("last letzten letzter vergangenen vorigen vorige afgelopen dernier passe pasado passado "
                  "scorso".split())
_LATEST = frozenset("derniers dernieres ultimos ultimas ultimi ultime".split())
_SMALL_LETTERS = frozenset(("march", "may"))
"""Words besides, which are months only with a capital letter."""
_MOST_LEADS = 4
_SHORT = 3
_MOST_PAST = 400
_FIRST_YEAR, _LAST_YEAR = 1800, 2199


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until`, both within; None where it is open.

    Attributes:
        start: Where its words begin in the question, with "since" or "in".
        end: Where they end.
        yearless: Whether the question leaves the year out.
        bare: Whether it stands there as the time of what is told may, too: "in May", and not "from May".
    """

    since: date | None
    until: date | None
    start: int = 0
    end: int = 0
    yearless: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Moment:
    """A day, month or year; `end` is one past its last token."""

    since: date
    until: date
    end: int
    yearless: bool = False
    led: str = ""


def read_period(question: str, language: str, today: date) -> Period | None:
    """Returns the first period that a question names, or None.

    Args:
        language: Of the question, ISO 639-1.
        today: What "last week" is told by.
    """
    said = PERIOD_WORDS.get(language)
    if said is None:
        return None
    spaced = _ORDINAL.sub(lambda match: " " * len(match[0]), question)
    tokens = [_Token(match[0], plain(match[0]), match.start(), match.end()) for match in _TOKEN.finditer(spaced)]
    reader = _Reader(tokens, language, said, today)
    for at in range(len(tokens)):
        if (found := reader.between(at) or reader.sided(at) or reader.plain(at)) is not None:
            return found
    return None


def of_year(period: Period, year: int) -> Period:
    """Returns a period without a year as that of another year: the one that its last day is in, else its first."""
    last = period.until or period.since
    if last is None:
        return period
    shift = year - last.year
    return replace(period, since=_shifted(period.since, shift), until=_shifted(period.until, shift))


class _Reader:
    """Reads the tokens of one question."""

    def __init__(self, tokens: Sequence[_Token], language: str, said: PeriodWords, today: date) -> None:
        self._tokens = tokens
        self._keys = [token.key for token in tokens]
        self._language = language
        self._said = said
        self._today = today

    def between(self, at: int) -> Period | None:
        """Reads "between 1 and 15 March"; the first date may leave to the second what both have."""
        begun = self._phrase(at, self._said.between)
        if begun is None:
            return None
        first = self._moment(begun)
        middle = first.end if first is not None else begun + 1
        parted = self._phrase(middle, self._said.to)
        if parted is None and first is not None and self._number(begun) is not None:
            first, middle = None, begun + 1
            parted = self._phrase(middle, self._said.to)
        second = self._moment(parted) if parted is not None else None
        if second is None:
            return None
        since = first.since if first is not None else self._day_of(self._number(begun), second.until)
        if since is None:
            return None
        if first is not None and first.yearless:
            since = _shifted(since, second.until.year - since.year) or since
        since = since if since <= second.until else _shifted(since, -1) or since
        return self._period(at, second.end, since, second.until, yearless=second.yearless)

    def sided(self, at: int) -> Period | None:
        """Reads "since Monday", "older than 2020", "until 3 May", "after April"."""
        day = timedelta(days=1)
        for phrases, side in ((self._said.after, "after"), (self._said.before, "before"), (self._said.since, "since"),
                              (self._said.until, "until")):
            begun = self._phrase(at, phrases)
            moment = self._moment(begun) if begun is not None else None
            if moment is not None:
                since = {"after": moment.until + day, "since": moment.since}.get(side)
                until = {"before": moment.since - day, "until": moment.until}.get(side)
                return self._period(at, moment.end, since, until, yearless=False)
        return None

    def plain(self, at: int) -> Period | None:
        """Reads a date with what leads to it."""
        moment = self._moment(at)
        if moment is None:
            return None
        return replace(self._period(at, moment.end, moment.since, moment.until, yearless=moment.yearless),
                       bare=moment.led in self._said.bare or not moment.led)

    def _period(self, first: int, end: int, since: date | None, until: date | None, *, yearless: bool) -> Period:
        return Period(since, until, self._tokens[first].start, self._tokens[end - 1].end, yearless)

    def _moment(self, at: int) -> _Moment | None:
        """Reads a date behind at most some words that lead to it."""
        for place in range(at, min(at + _MOST_LEADS, len(self._keys))):
            found = self._relative(place) or self._written(place)
            if found is not None:
                return replace(found, led=self._keys[at] if place > at else "")
            if self._keys[place] not in self._said.leads:
                return None
        return None

    def _relative(self, at: int) -> _Moment | None:
        for item in self._said.relative:
            if (end := self._phrase(at, (item.phrase,))) is not None:
                return _whole(item.unit, self._today, item.count, end)
        begun = self._phrase(at, self._said.past)
        count = self._number(begun) if begun is not None else None
        if begun is not None and count is not None and 0 < count <= _MOST_PAST:
            rest = [(place, key) for place, key in enumerate(self._keys[begun + 1 : begun + 3], begun + 1)
                    if key not in _LATEST]
            unit = self._said.units.get(rest[0][1]) if rest else None
            if unit is not None:
                return _Moment(_back(unit, self._today, count), self._today, rest[0][0] + 1)
        return self._weekday(at)

    def _weekday(self, at: int) -> _Moment | None:
        before = at < len(self._keys) and self._keys[at] in _LAST
        at += before
        number = weekday(self._tokens[at].text, self._language) if at < len(self._tokens) else None
        if number is None:
            return None
        behind = at + 1 < len(self._keys) and self._keys[at + 1] in _LAST
        ago = (self._today.isoweekday() - number) % 7 or (7 if before or behind else 0)
        day = self._today - timedelta(days=ago)
        return _Moment(day, day, at + 1 + behind)

    def _written(self, at: int) -> _Moment | None:
        if at >= len(self._tokens):
            return None
        token = self._tokens[at]
        if not token.text.isdigit() and token.text[0].isdigit():
            dates = numeric_date(token.text, self._language)
            return self._dated(dates[0].day, dates[0].month, dates[0].year, at + 1) if dates else None
        named = self._month(at)
        if named is not None:
            day, after = self._number(at + 1), at + 2
            if self._language == "en" and day is not None and day <= 31:
                year = self._year(after)
                return self._dated(day, named, year, after + (year is not None))
            after = at + 1 + (at + 1 < len(self._keys) and self._keys[at + 1] in _JOINING)
            year = self._year(after)
            return self._dated(None, named, year, after + 1 if year is not None else at + 1)
        if (year := self._year(at)) is not None:
            return _Moment(date(year, 1, 1), date(year, 12, 31), at + 1)
        return self._day_first(at)

    def _day_first(self, at: int) -> _Moment | None:
        day, after = self._number(at), at + 1
        after += after < len(self._keys) and self._keys[after] in _JOINING
        named = self._month(after) if day is not None else None
        if named is None:
            return None
        behind = after + 1
        behind += behind < len(self._keys) and self._keys[behind] in _JOINING and self._year(behind + 1) is not None
        year = self._year(behind)
        return self._dated(day, named, year, behind + 1 if year is not None else after + 1)

    def _dated(self, day: int | None, number: int, year: int | None, end: int) -> _Moment | None:
        """Returns the day or the month; without a year the latest that has begun."""
        last = year if year is not None else self._today.year
        if not _FIRST_YEAR <= last <= _LAST_YEAR:
            return None
        for of in (last,) if year is not None else (last, last - 1):
            days = monthrange(of, number)[1]
            if day is not None and not 1 <= day <= days:
                continue
            since = date(of, number, day or 1)
            if year is not None or since <= self._today:
                return _Moment(since, since if day is not None else date(of, number, days), end, year is None)
        return None

    def _month(self, at: int) -> int | None:
        if at >= len(self._tokens):
            return None
        token = self._tokens[at]
        named = month(token.text, self._language)
        if named is None and len(token.text) > _SHORT and token.key not in _SMALL_LETTERS:
            named = month(token.text.capitalize(), self._language)
        return named.number if named is not None else None

    def _year(self, at: int) -> int | None:
        text = self._tokens[at].text if at < len(self._tokens) else ""
        return int(text) if re.fullmatch(r"(?:19|20)\d\d", text) else None

    def _number(self, at: int) -> int | None:
        if at >= len(self._tokens):
            return None
        text = self._tokens[at].text
        return int(text) if text.isdigit() and len(text) <= 3 else self._said.numbers.get(self._keys[at])

    def _day_of(self, day: int | None, other: date) -> date | None:
        return other.replace(day=day) if day is not None and 1 <= day <= other.day else None

    def _phrase(self, at: int, phrases: Sequence[str]) -> int | None:
        """Returns where the longest phrase that begins at a token ends."""
        for phrase in phrases:
            parts = phrase.split()
            if self._keys[at : at + len(parts)] == parts:
                return at + len(parts)
        return None


def _whole(unit: Unit, today: date, count: int, end: int) -> _Moment:
    """Returns the day, week, month or year that lies `count` of them from today's."""
    if unit == "day":
        day = today + timedelta(days=count)
        return _Moment(day, day, end)
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=count)
        return _Moment(monday, monday + timedelta(days=6), end)
    if unit == "year":
        return _Moment(date(today.year + count, 1, 1), date(today.year + count, 12, 31), end)
    year, number = divmod(today.year * 12 + today.month - 1 + count, 12)
    return _Moment(date(year, number + 1, 1), date(year, number + 1, monthrange(year, number + 1)[1]), end)


def _back(unit: Unit, today: date, count: int) -> date:
    """Returns the first of so many days, weeks, months or years that end today."""
    if unit in ("day", "week"):
        return today - timedelta(days=count * (7 if unit == "week" else 1) - (unit == "day"))
    year, number = divmod(today.year * 12 + today.month - 1 - count * (12 if unit == "year" else 1), 12)
    return date(year, number + 1, min(today.day, monthrange(year, number + 1)[1]))


def _shifted(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    return date(day.year + years, day.month, min(day.day, monthrange(day.year + years, day.month)[1]))
