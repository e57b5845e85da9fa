"""Dates in running text: day and month, and months alone, whatever the language's order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

__all__ = ["MonthName", "NumericDate", "is_relative_day", "leading_month", "month", "month_names", "numeric_date",
           "weekday"]

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar/jänner februar märz april mai juni juli august september oktober november dezember",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "fr": "janvier février mars avril mai juin juillet août/aout septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
_SHORT = {
    "en": "jan feb mar apr - jun jul aug sep/sept oct nov dec",
    "de": "jan feb - apr - jun jul aug sep/sept okt nov dez",
    "nl": "jan feb mrt apr - jun jul aug sep/sept okt nov dec",
    "fr": "janv févr/fév - avr - - juil - sept oct nov déc",
    "es": "ene feb mar abr - jun jul ago sep/sept oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set/sett ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
}
# In order from Monday.
_WEEKDAYS = {
    "en": "monday/mondays tuesday/tuesdays wednesday/wednesdays thursday/thursdays friday/fridays saturday/saturdays "
          "sunday/sundays",
    "de": "montag/montags dienstag/dienstags mittwoch/mittwochs donnerstag/donnerstags freitag/freitags "
          "samstag/samstags/sonnabend/sonnabends sonntag/sonntags",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
}
# Longer ones first: "nachmittag" ends with "mittag".
_DAYTIMES = ("nachmittag", "vormittag", "namiddag", "ochtend", "morgen", "mittag", "middag", "abend", "avond", "nacht",
             "früh")
# Words for a day that only the date of the article turns into a weekday.
_RELATIVE = frozenset(
    "today yesterday tomorrow tonight heute gestern morgen vorgestern vandaag gisteren eergisteren vanavond vannacht "
    "aujourd hier demain avant-hier hoy ayer mañana anoche anteayer oggi ieri domani stasera hoje ontem "
    "amanhã anteontem".split()
)
# Words or given names besides: alone they prove nothing, beside a day or a year they are months.
_DOUBTFUL = {"en": {"march", "april", "may", "june", "august"}, "nl": {"mei"}, "fr": {"mars"}}
_CAPITALISED = ("en", "de")
_COMPOUNDING = ("de", "nl")
# Shorter ones begin other words too: "Maiglöckchen", "Augustiner".
_LEADING = frozenset("januar januari februar februari september oktober november dezember december augustus".split())

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month as a word says it; `certain` where the word means a month even without a day or year beside it."""

    number: int
    certain: bool


@dataclass(frozen=True, slots=True)
class NumericDate:
    """A date in digits; `certain` is False where day and month could be exchanged ("06/10/2023" in English)."""

    day: int
    month: int
    year: int
    certain: bool = True


@cache
def _table(language: str) -> dict[str, MonthName]:
    code = language if language in _MONTHS else "en"
    doubtful = _DOUBTFUL.get(code, set[str]())
    found: dict[str, MonthName] = {}
    for names, surely in ((_SHORT.get(code, ""), False), (_MONTHS[code], True)):
        for place, group in enumerate(names.split(), start=1):
            for name in group.replace("-", "").split("/"):
                found[name] = MonthName(place, surely and name not in doubtful)
    return found


def month(word: str, language: str) -> MonthName | None:
    """Returns the month that a word names, or None. English and German months need their capital letter."""
    if language in _CAPITALISED and not word[:1].isupper():
        return None
    return _table(language).get(word.casefold())


def month_names(number: int) -> tuple[str, ...]:
    """Returns the names of a month (1 to 12) in all languages, in full."""
    return tuple(sorted({name for names in _MONTHS.values() for name in names.split()[number - 1].split("/")}))


def leading_month(word: str, language: str) -> int | None:
    """Returns the number of the month that a German or Dutch compound begins with ("Oktobertagung": 10), or None."""
    if language not in _COMPOUNDING or (language in _CAPITALISED and not word[:1].isupper()):
        return None
    fold = word.casefold()
    return next((found.number for name, found in _table(language).items()
                 if name in _LEADING and fold.startswith(name)), None)


@cache
def _weekdays(language: str) -> dict[str, int]:
    names = _WEEKDAYS.get(language, _WEEKDAYS["en"]).split()
    return {name: place for place, group in enumerate(names, start=1) for name in group.split("/")}


def weekday(word: str, language: str) -> int | None:
    """Returns the ISO number of the weekday that a word names ("Donnerstagabend": 4), or None."""
    fold = word.casefold()
    known = _weekdays(language).get(fold) or _weekdays(language).get(fold.removesuffix("s"))
    if known is None and language in ("de", "nl") and 10 <= len(fold) <= 24:
        ending = next((end for end in _DAYTIMES if fold.endswith(end)), "\n")
        known = _weekdays(language).get(fold.removesuffix(ending))
    return known


def is_relative_day(word: str) -> bool:
    """Whether a casefolded word names a day by its distance from the day of writing."""
    return word in _RELATIVE


def numeric_date(literal: str, language: str) -> tuple[NumericDate, ...]:
    """Returns the readings of a date in digits, the likelier first; empty where the literal is no date."""
    if iso := _ISO.fullmatch(literal):
        return _valid(NumericDate(int(iso[3]), int(iso[2]), int(iso[1])))
    dotted = _DOTTED.fullmatch(literal)
    if dotted is None:
        return ()
    first, second = int(dotted[1]), int(dotted[3])
    year = int(dotted[4]) if len(dotted[4]) == 4 else 2000 + int(dotted[4])
    exchangeable = language == "en" and dotted[2] != "." and first <= 12 and second <= 12 and first != second
    straight = _valid(NumericDate(first, second, year, certain=not exchangeable))
    turned = _valid(NumericDate(second, first, year, certain=not exchangeable)) if language == "en" else ()
    return straight + turned if exchangeable else straight or turned


def _valid(found: NumericDate) -> tuple[NumericDate, ...]:
    return (found,) if 1 <= found.day <= 31 and 1 <= found.month <= 12 else ()
