"""Dates as news texts and records write them. A date is read or it is not: nothing is filled in or guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

__all__ = ["FoundDate", "date_at", "record_date"]

_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate((
        "january jan januar jänner januari janvier janv enero ene",
        "february feb februar febr feber februari février févr fevrier febrero",
        "march mar märz maerz mär mrz maart mrt mars marzo",
        "april apr avril avr abril abr",
        "may mai mei mayo",
        "june jun juni juin junio",
        "july jul juli juillet juil julio",
        "august aug augustus août aout agosto ago",
        "september sep sept septembre septiembre setiembre",
        "october oct oktober okt octobre octubre",
        "november nov novembre noviembre",
        "december dec dezember dez décembre déc decembre diciembre dic",
    ), start=1)
    for name in names.split()
}
_WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate((
        "monday mon montag mo maandag ma lundi lun lunes",
        "tuesday tue tues dienstag di dinsdag mardi martes",
        "wednesday wed mittwoch mi woensdag wo mercredi mer miércoles miercoles mié",
        "thursday thu thur thurs donnerstag do donderdag jeudi jeu jueves jue",
        "friday fri freitag fr vrijdag vr vendredi ven viernes vie",
        "saturday sat samstag sonnabend sa zaterdag za samedi sam sábado sabado sáb",
        "sunday sun sonntag so zondag zo dimanche dim domingo dom",
    ))
    for name in names.split()
}
_DAY_FIRST = frozenset({"de", "nl", "fr", "es", "it", "pt"})

_WEEKDAY = re.compile(r"([^\W\d_]{2,10})\.?,?[ ]", re.UNICODE)
_ARTICLE = re.compile(r"(?:the|den|dem|der|le|el|op|am|on)[ ]", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])[ ]?(\d{1,2})\2[ ]?(\d{4})(?!\d)")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:\.|er|st|nd|rd|th)?[ ]?(?:of[ ]|de[ ])?([^\W\d_]{3,10})\.?,?[ ](?:del?[ ])?(\d{4})(?!\d)"
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,10})\.?[ ](\d{1,2})(?:st|nd|rd|th)?,?[ ](\d{4})(?!\d)")
_RECORD_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].{0,40})?")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, and where its writing ends in the text."""

    day: date
    end: int


def date_at(text: str, start: int, language: str | None) -> FoundDate | None:
    """Reads the date that begins at `start`, with its weekday where one is named.

    Args:
        language: Of the text; a bare 06.10.2023 is read only where it, a named weekday or the figures decide.

    Returns:
        None where no whole, possible date stands there, or the weekday contradicts it.
    """
    weekday: int | None = None
    named = _WEEKDAY.match(text, start)
    if named and named[1].casefold() in _WEEKDAYS:
        weekday, start = _WEEKDAYS[named[1].casefold()], named.end()
    article = _ARTICLE.match(text, start)
    start = article.end() if article else start
    found = _written(text, start) or _numeric(text, start, language, weekday)
    if found and weekday is not None and found.day.weekday() != weekday:
        return None
    return found


def record_date(value: object, language: str | None = None) -> date | None:
    """Returns the date that a field holds: ISO 8601, an e-mail date, or any that `date_at` reads in `language`."""
    if not isinstance(value, str) or len(value) > 80:
        return None
    text = " ".join(value.split())
    if match := _RECORD_ISO.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    found = date_at(text, 0, language)
    rest = text[found.end :].strip(" ,") if found else ""
    return found.day if found and (not rest or rest[0].isdigit()) else None


def _written(text: str, start: int) -> FoundDate | None:
    if match := _ISO.match(text, start):
        return _found(match.end(), int(match[1]), int(match[3]), int(match[4]))
    if match := _DAY_MONTH.match(text, start):
        return _found(match.end(), int(match[3]), _MONTHS.get(match[2].casefold(), 0), int(match[1]))
    if match := _MONTH_DAY.match(text, start):
        return _found(match.end(), int(match[3]), _MONTHS.get(match[1].casefold(), 0), int(match[2]))
    return None


def _numeric(text: str, start: int, language: str | None, weekday: int | None) -> FoundDate | None:
    match = _NUMERIC.match(text, start)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    readings = {day for day in (_date(year, second, first), _date(year, first, second)) if day is not None}
    if weekday is not None:
        readings = {day for day in readings if day.weekday() == weekday}
    if len(readings) > 1 and language in _DAY_FIRST:
        return _found(match.end(), year, second, first)
    return FoundDate(readings.pop(), match.end()) if len(readings) == 1 else None


def _found(end: int, year: int, month: int, day: int) -> FoundDate | None:
    value = _date(year, month, day)
    return FoundDate(value, end) if value else None


def _date(year: int, month: int, day: int) -> date | None:
    # Newspapers begin in the 17th century; other years are prices, postcodes or typing errors.
    if not 1600 <= year <= 2199:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
