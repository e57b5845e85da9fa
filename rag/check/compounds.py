"""Words that hold a number within: "Dreiviertelstunde", "fortnight", "zweistellig", "verdreifacht", "achtjährig"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from rag.check.counted import Number, finished
from rag.check.cursor import Cursor, Found
from rag.check.half_words import half_word, leading_half
from rag.check.measures import measure
from rag.check.multiples import contained, great, multiple
from rag.check.number_words import below_hundred, number_words
from rag.check.units import PERCENT, POINTS

__all__ = ["PartOfUnit", "part_of_unit", "read_compound"]

_AS = {"as", "so", "zo"}
# Spans of time that one word counts, as number and unit; months where a year is parted, so that both compare.
_SPANS = {
    "en": "fortnight:2:wk fortnights:2:wk fortnightly:2:wk centenary:100:yr centennial:100:yr bicentenary:200:yr "
          "bicentennial:200:yr biennial:2:yr triennial:3:yr millennium:1000:yr",
    "de": "jahrtausend:1000:yr jahrtausends:1000:yr halbjahr:6:mo halbjahres:6:mo",
    "nl": "millennium:1000:yr eeuwfeest:100:yr kwartier:15:min halfjaar:6:mo halfuur:30:min",
    "fr": "millénaire:1000:yr centenaire:100:yr bicentenaire:200:yr semestre:6:mo trimestre:3:mo",
    "es": "milenio:1000:yr centenario:100:yr bicentenario:200:yr quincena:2:wk semestre:6:mo trimestre:3:mo",
    "it": "millennio:1000:yr centenario:100:yr bicentenario:200:yr semestre:6:mo trimestre:3:mo",
    "pt": "milénio:1000:yr milênio:1000:yr centenário:100:yr bicentenário:200:yr quinzena:2:wk semestre:6:mo "
          "trimestre:3:mo",
}
_DIVIDED = {
    "de": {"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10,
           "hundertstel": 100, "tausendstel": 1000, "halb": 2},
    "nl": {"kwart": 4, "derde": 3, "vijfde": 5},
}
_PERCENTAGES = {"de": ("prozentpunkt", "prozent"), "nl": ("procentpunt", "procent")}
_PLACES = {"dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7}
# Plurals of long times that tell magnitudes: "over the centuries" is hundreds of years.
_AGES = {"en": "decades:10 centuries:100 millennia:1000",
         "de": "jahrzehnte:10 jahrzehnten:10 jahrzehntelang:10 jahrzehntelange:10 jahrzehntelangen:10 jahrhunderte:100 "
               "jahrhunderten:100 jahrhundertelang:100 jahrhundertealt:100 jahrtausende:1000 jahrtausenden:1000 "
               "jahrtausendelang:1000",
         "nl": "decennia:10 decennialang:10 eeuwen:100 eeuwenlang:100 millennia:1000"}
# "Viertelfinale" and "kwartfinale" say no part.
_NO_PART = ("final",)
# What follows the number within a word: "vierzehntägig", "Vierjahresplan", "zesmaandse".
_UNITS_WITHIN = {
    "jähr": "yr", "jahr": "yr", "monat": "mo", "wöch": "wk", "woch": "wk", "täg": "d", "tage": "d", "stünd": "h",
    "stunde": "h", "minüt": "min", "minut": "min", "sekünd": "s", "meter": "m", "kilomet": "km", "jarig": "yr",
    "jaar": "yr", "jaren": "yr", "maand": "mo", "week": "wk", "daag": "d", "dag": "d", "urig": "h", "uurs": "h",
}
_DIGITS = ("stellig", "cijferig")
# Large cities, whose number one language gives and the other only implies: "a city of a million".
_CITIES = ("stadt", "städt", "stad", "sted", "metropol")
_SCALES = {"hundert": 100, "tausend": 1000, "honderd": 100, "duizend": 1000}
_LONGEST = 40
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")
_MILLIONS = ("millionen", "milliarden", "miljoenen", "miljarden")
_QUARTER_HOUR = Decimal(15)


def read_compound(cursor: Cursor, i: int) -> list[Found]:
    """Reads a word that carries its number, in time bounded by the longest word that is looked at."""
    fold = cursor.fold(i)
    if len(fold) > _LONGEST:
        return []
    for read in (_percentage, _span, _part, _digits, _multiplied):
        if found := read(cursor, i):
            return found
    carried = contained(fold, cursor.language)
    if carried:
        unit = next((unit for stem, unit in _UNITS_WITHIN.items() if carried.rest.startswith(stem)), "")
        return [cursor.found(carried.value, "number", unit, i, i + 1, certain=carried.certain)]
    if cursor.language in ("de", "nl") and (power := great(fold)):
        city = any(stem in fold for stem in _CITIES)
        one = [cursor.found(power, "number", "", i, i + 1, certain=False, role="scale")] if city else []
        return [cursor.found(power, "magnitude", "", i, i + 1, certain=False), *one]
    if cursor.language in ("de", "nl") and (many := _counted_great(fold, cursor.language)) is not None:
        return [cursor.found(many, "number", "", i, i + 1, certain=False)]
    return _placed(cursor, i) if cursor.language == "de" else []


def _counted_great(fold: str, language: str) -> Decimal | None:
    """"Halbmillionenstadt", "Zweimilliardenprojekt": how many millions a compound tells of, or None."""
    at = next((found for stem in _MILLIONS if (found := fold.find(stem)) > 0), 0)
    power = great(fold[at:]) if at else None
    known = _HALF if fold[:at] in ("halb", "half") else below_hundred(language).get(fold[:at])
    return None if power is None or known is None else known * power


def _placed(cursor: Cursor, i: int) -> list[Found]:
    """"Drittanbieter", "Viertklässler": a place that a noun begins with."""
    fold = cursor.fold(i)
    place = next((place for stem, place in _PLACES.items() if fold.startswith(stem)), None)
    if place is None or any(fold.startswith(stem + "el") for stem in _PLACES):
        return []
    return [cursor.found(Decimal(place), "ordinal", "", i, i + 1, certain=False, role="ratio")]


@cache
def _spans(language: str) -> Mapping[str, tuple[Decimal, str]]:
    found: dict[str, tuple[Decimal, str]] = {}
    for entry in _SPANS.get(language, _SPANS["en"]).split():
        word, value, unit = entry.split(":")
        found[word] = (Decimal(value), unit)
    return found


@cache
def _ages(language: str) -> Mapping[str, Decimal]:
    entries = (entry.partition(":") for entry in _AGES.get(language, "").split())
    return {word: Decimal(value) for word, _, value in entries}


def _span(cursor: Cursor, i: int) -> list[Found]:
    if (years := _ages(cursor.language).get(cursor.fold(i))) is not None:
        return [cursor.found(years, "magnitude", "yr", i, i + 1, certain=False)]
    known = _spans(cursor.language).get(cursor.fold(i))
    if known is None:
        return _mixed_span(cursor, i)
    value, unit = known
    found = [cursor.found(value, "number", unit, i, i + 1, certain=False)]
    # "The centenary" is "zum hundertsten Mal".
    return found + ([cursor.found(value, "ordinal", "", i, i + 1, certain=False)] if value >= _HUNDRED else [])


def _mixed_span(cursor: Cursor, i: int) -> list[Found]:
    """"Zweieinhalbjährig", "anderthalbstündig"."""
    fold = cursor.fold(i)
    known = leading_half(fold)
    value, rest = half_word(known), fold[len(known) :]
    if value is None:
        return []
    if rest in ("mal", "maal"):
        return [cursor.found(value, "multiple", "", i, i + 1)]
    if scale := _SCALES.get(rest):
        return finished(cursor, i, Number(value * scale, i + 1, Decimal(scale)))
    unit = measure((rest,), False, cursor.language) if rest else None
    if unit is None:
        return []
    return [cursor.found(value, "number", unit.unit, i, i + 1)]


def _multiplied(cursor: Cursor, i: int) -> list[Found]:
    times = multiple(cursor.fold(i), cursor.language)
    if times is None:
        return []
    if times.value < 1:
        return [cursor.found(times.value, "share", "", i, i + 1, certain=times.certain, role="change")]
    role = "change" if times.change else ""
    certain = times.certain or cursor.fold(i + 1) in _AS
    return [cursor.found(times.value, "multiple", "", i, i + 1, role=role, certain=certain)]


@dataclass(frozen=True, slots=True)
class _Fraction:
    word: str
    value: Decimal


@cache
def _fractions(language: str) -> tuple[_Fraction, ...]:
    """Beginnings of words that say a part, the longer ones first: "dreiviertel", "zweidrittel", "driekwart"."""
    counted = [("", 1), *((word, value) for word, value in below_hundred(language).items() if value < 10)]
    found = [_Fraction(word + part, Decimal(value) / parts) for part, parts in _DIVIDED[language].items()
             for word, value in counted if value < parts and not (part in ("derde", "vijfde") and not word)]
    return tuple(sorted(found, key=lambda item: -len(item.word)))


def _percentage(cursor: Cursor, i: int) -> list[Found]:
    """"Ein fünfprozentiger Anstieg", "de tweeprocentsnorm"."""
    fold, language = cursor.fold(i), cursor.language
    at = fold.find(_PERCENTAGES[language][1]) if language in _PERCENTAGES else -1
    if at <= 0 or fold.startswith(_PERCENTAGES[language][0], at):
        return []
    word = number_words(language).get(fold[:at])
    value = word.value if word is not None and word.role in ("unit", "tens") else below_hundred(language).get(fold[:at])
    return [] if value is None else [cursor.found(Decimal(value), "percent", PERCENT, i, i + 1)]


@dataclass(frozen=True, slots=True)
class PartOfUnit:
    """A part of a unit that one word says: a "Viertelstunde" is 0.25 h, an "halve minuut" two words."""

    value: Decimal
    unit: str


@lru_cache(maxsize=4096)
def part_of_unit(word: str, language: str) -> PartOfUnit | None:
    """Returns what a casefolded word that parts a unit measures ("Tausendstelsekunden", "kwartier"), or None."""
    if language == "nl" and word in ("kwartier", "kwartieren"):
        return PartOfUnit(_QUARTER_HOUR, "min")
    if language not in _DIVIDED or len(word) > _LONGEST:
        return None
    head = next((head for head in _fractions(language) if word.startswith(head.word)), None)
    rest = "" if head is None else word[len(head.word) :].partition("lich")[0]
    unit = measure((rest,), False, language) if rest else None
    return PartOfUnit(head.value, unit.unit) if head is not None and unit is not None else None


def _part(cursor: Cursor, i: int) -> list[Found]:
    """"Viertelstunde" measures, "Viertelprozentpunkt" is a percentage, "Zweidrittelmehrheit" tells a share."""
    fold, language = cursor.fold(i), cursor.language
    if language not in _DIVIDED:
        return []
    known = next((head for head in _fractions(language) if fold.startswith(head.word)), None)
    if known is None:
        return []
    value, rest = known.value, fold[len(known.word) :]
    points, percent = _PERCENTAGES[language]
    if rest.startswith(percent):
        unit = POINTS if rest.startswith(points) else PERCENT
        return [cursor.found(value, "percent", unit, i, i + 1)]
    if (measured := part_of_unit(fold, language)) is not None:
        # Other parts of the calendar have names besides: "Vierteljahr" is a quarter.
        sure = measured.unit in ("h", "min", "s") and "lich" not in fold
        return [cursor.found(value, "number", measured.unit, i, i + 1, certain=sure)]
    plainly = value.quantize(Decimal("0.01")) in (Decimal("0.50"), Decimal("0.25")) and not rest
    if plainly or fold.startswith("halb") or rest.startswith(_NO_PART):
        return []
    return [cursor.found(value, "share", "", i, i + 1, certain=False)]


def _digits(cursor: Cursor, i: int) -> list[Found]:
    """"Ein zweistelliger Millionenbetrag" is tens of millions."""
    fold = cursor.fold(i)
    stem = next((fold[: fold.find(end)] for end in _DIGITS if fold.find(end) > 0), "")
    counted = number_words(cursor.language).get(stem) if cursor.language in ("de", "nl") else None
    if counted is None or not 2 <= counted.value <= 12:
        return []
    power = great(cursor.fold(i + 1)) if cursor.joined(i + 1) else None
    value = Decimal(10) ** (int(counted.value) - 1) * (power or 1)
    return [cursor.found(value, "magnitude", "", i, i + (2 if power else 1), certain=False)]
