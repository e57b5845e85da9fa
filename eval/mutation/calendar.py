"""Months and weekdays in five languages, and where a day of the month stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rag.types import Span

__all__ = ["MONTHS", "WEEKDAYS", "day_spans", "is_day"]

_SECOND_DAY = re.compile(r"\s+(?:to|bis|tot|au|al)\s+\d{1,2}(?!\d)")

MONTHS: Final[dict[str, tuple[str, ...]]] = {
    "en": tuple("January February March April May June July August September October November December".split()),
    "de": tuple("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()),
    "nl": tuple("januari februari maart april mei juni juli augustus september oktober november december".split()),
    "fr": tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    "es": tuple("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()),
}

WEEKDAYS: Final[dict[str, tuple[str, ...]]] = {
    "en": tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    "de": tuple("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()),
    "nl": tuple("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()),
    "fr": tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    "es": tuple("lunes martes miércoles jueves viernes sábado domingo".split()),
}


def day_spans(text: str, language: str) -> list[Span]:
    """Returns where the days of the month stand that are written beside the name of one."""
    return [Span(match.start("day"), match.end("day")) for pattern in _days(language)
            for match in pattern.finditer(text)]


def is_day(text: str, start: int, end: int, language: str) -> bool:
    """Says whether the figure at [start:end] is the day of a date, or the first of a range of days."""
    second = _SECOND_DAY.match(text, end)
    return any(span.end == (second.end() if second else end) for span in day_spans(text, language))


@lru_cache(maxsize=8)
def _days(language: str) -> tuple[re.Pattern[str], ...]:
    months = "|".join(MONTHS.get(language, MONTHS["en"]))
    before = re.compile(rf"(?<![\w.,])(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|er)?\s+(?:of\s+|de\s+)?(?:{months})\b")
    after = re.compile(rf"\b(?:{months})\s+(?P<day>\d{{1,2}})(?!\d)")
    return (before, after) if language == "en" else (before,)
