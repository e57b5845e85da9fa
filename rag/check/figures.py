"""What begins with figures: dates, times of day, codes, ordinals, decades, numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rag.check.clock import clock_time
from rag.check.counted import Number, finished, scale_at, scaled
from rag.check.cursor import Cursor, Found
from rag.check.dates import month, numeric_date
from rag.check.day_halves import in_half
from rag.check.daytime import read_daytime
from rag.check.durations import read_duration
from rag.check.letter_scales import letter_scale
from rag.check.measures import dimension, measure
from rag.check.ordinal_words import parts
from rag.check.periods import century, decade
from rag.check.tokens import FRACTIONS, literal_value
from rag.check.units import currency

__all__ = ["read_figures"]

_ORDINAL_ENDINGS = {
    "en": {"st", "nd", "rd", "th"}, "de": {"te", "ten", "ter", "tes", "ste", "sten", "ster"},
    "nl": {"e", "ste", "de"}, "fr": {"e", "er", "ère", "re", "ème", "eme", "ième", "nd", "nde"},
    "es": {"º", "ª", "o", "a", "er", "ro", "ra"}, "it": {"º", "ª", "o", "a"}, "pt": {"º", "ª", "o", "a"},
}
_SQUARED = ("mm", "cm", "m", "km", "ft", "mi")
_CODE_LETTERS = 6
_BEFORE_DAY = {"am", "vom", "zum", "bis", "der", "den", "dem", "seit", "ab", "und"}
_LATEST = 30
_NOON = 720
# "3D" is "three-dimensional" elsewhere.
_DIMENSIONS = {"2d", "3d", "4d"}
# Formulas that other languages spell out.
_FORMULAS = {"ww1", "ww2", "co2", "h2", "h2o", "o2", "o3", "no2", "so2", "n2o", "ch4", "nh3"}


def read_figures(cursor: Cursor, i: int) -> list[Found]:
    """Reads what begins at a token of figures, in time bounded by a look-ahead of a few tokens."""
    token = cursor.tokens[i]
    if token.kind == "date":
        return _date(cursor, i)
    if token.kind == "fraction":
        numerator, denominator = FRACTIONS[token.text]
        return [cursor.found(Decimal(numerator) / denominator, "share", "", i, i + 1)]
    for read in (read_duration, read_daytime, _clock, _quarter, _code, _decade, _aged, _short_year, _dotted_day):
        if found := read(cursor, i):
            return found
    return _number(cursor, i)


def _date(cursor: Cursor, i: int) -> list[Found]:
    found: list[Found] = []
    for date in numeric_date(cursor.tokens[i].text, cursor.language):
        unit = f"month {date.month}"
        found.append(cursor.found(Decimal(date.day), "date", unit, i, i + 1, certain=date.certain))
        found.append(cursor.found(Decimal(date.year), "number", "", i, i + 1, role="year"))
    return found


def _clock(cursor: Cursor, i: int) -> list[Found]:
    token = cursor.tokens[i]
    near = (*cursor.folds(i - 3, i), *cursor.folds(i + 1, i + 5))
    time = clock_time(token.text, token.kind, cursor.folds(i + 1, i + 7), near, cursor.language)
    # "1 uur en 20 minuten" lasts.
    if time is None or any(word.startswith("minut") for word in cursor.folds(i + 3, i + 5)):
        return []
    last = min(i + time.words, len(cursor))
    known = None if time.sure and time.minutes >= _NOON else in_half(cursor, i, last, time.minutes)
    if known is not None:
        return [cursor.found(Decimal(known), "clock", "", i, last)]
    return [cursor.found(Decimal(time.minutes), "clock", "", i, last, role="" if time.sure else "half day")]


def _code(cursor: Cursor, i: int) -> list[Found]:
    """"G7", "A380", "COVID-19", "5G": letters and digits written as one, which name something."""
    letters = cursor.tokens[i - 1].text if i else ""
    hyphen = cursor.gap(i) == "-" and letters.isupper() and len(letters) <= _CODE_LETTERS
    before = i > 0 and cursor.is_word(i - 1) and (cursor.gap(i) == "" or hyphen)
    name, last = cursor.tokens[i].text, i + 1
    if before and currency(cursor.fold(i - 1)) is None:
        if cursor.tokens[i - 1].text in ("p", "pp", "s", "c", "n", "x"):
            return []
        name = cursor.tokens[i - 1].text + name
    elif cursor.glued(last) and len(cursor.fold(last)) == 1 and cursor.tokens[last].text.isupper() \
            and letter_scale(cursor, last, priced=currency(cursor.fold(i - 1)) is not None) is None:
        name, last = name + cursor.tokens[last].text, last + 1
    else:
        return []
    if name.casefold() in _DIMENSIONS:
        return [cursor.found(Decimal(name[0]), "number", "", i, last, certain=False)]
    # "mm2", "km3": the figure belongs to the unit before it.
    if cursor.fold(i - 1) in _SQUARED and name[-1:] in ("2", "3") and cursor.is_number(i - 2):
        return [cursor.found(Decimal(0), "code", name.casefold(), i, last, certain=False)]
    # "COVID-19" may be "Covid-19" elsewhere: its number is demanded, of a glued name the name.
    sure = not hyphen and name.casefold() not in _FORMULAS and letters not in ("U", "O")
    coded = cursor.found(Decimal(0), "code", name.casefold(), i, last, certain=sure)
    value = literal_value(cursor.tokens[i].text, cursor.language)
    if value is None:
        return [coded]
    # "U21" is "under 21".
    role = "" if before and letters in ("U", "O") else "code"
    return [coded, cursor.found(value, "number", "", i, last, certain=hyphen, role=role)]


def _quarter(cursor: Cursor, i: int) -> list[Found]:
    """"Q3"."""
    if cursor.gap(i) != "" or cursor.fold(i - 1) != "q" or cursor.tokens[i].text not in ("1", "2", "3", "4"):
        return []
    return [cursor.found(Decimal(cursor.tokens[i].text), "ordinal", "", i, i + 1)]


def _short_year(cursor: Cursor, i: int) -> list[Found]:
    """"'68"."""
    text = cursor.tokens[i].text
    if not cursor.gap(i).endswith(("'", "’", "‘")) or len(cursor.gap(i)) < 2 or not (text.isdigit() and len(text) == 2):
        return []
    if cursor.glued(i + 1) or cursor.gap(i + 1)[:1] in ("'", "’", "‘"):
        return []
    year = int(text) + (1900 if int(text) > _LATEST else 2000)
    return [cursor.found(Decimal(year), "number", "", i, i + 1, role="year")]


def _dotted_day(cursor: Cursor, i: int) -> list[Found]:
    """"Am 14.6." in German, whose decimals have a comma."""
    if cursor.language != "de" or cursor.fold(i - 1) not in _BEFORE_DAY or not cursor.gap(i + 1).startswith("."):
        return []
    day, _, number = cursor.tokens[i].text.partition(".")
    if not (day.isdigit() and number.isdigit() and 1 <= int(day) <= 31 and 1 <= int(number) <= 12):
        return []
    return [cursor.found(Decimal(day), "date", f"month {int(number)}", i, i + 1)]


def _decade(cursor: Cursor, i: int) -> list[Found]:
    # "1990s", "1990's", "1990er".
    onto = cursor.glued(i + 1) or (cursor.is_word(i + 1) and cursor.gap(i + 1) in ("'", "’", "-"))
    glued = cursor.fold(i + 1) if onto else ""
    text = cursor.tokens[i].text
    first = decade(text, glued, cursor.folds(i - 3, i), cursor.fold(i + 2 if glued else i + 1))
    if first is None:
        return []
    # "1920er Monate".
    counted = measure(cursor.folds(i + 2, i + 4), False, cursor.language) if glued else None
    if counted is not None and counted.unit != "yr" and dimension(counted.unit) == "time":
        return []
    unit = "100" if first % 100 == 0 else "10"
    # "In his 20s" tells an age.
    certain = len(text) == 4 or cursor.language != "en" or cursor.fold(i - 1) == "the"
    found = [cursor.found(Decimal(first), "period", unit, i, i + (2 if glued else 1), certain=certain)]
    # "In his 20s", "the over-60s" tell ages.
    aged = len(text) == 2 and cursor.language == "en"
    return found + ([cursor.found(Decimal(text), "number", "", i, found[0].last, certain=False)] if aged else [])


def _aged(cursor: Cursor, i: int) -> list[Found]:
    """"The over-65s"."""
    text = cursor.tokens[i].text
    hyphened = cursor.gap(i) == "-" and cursor.fold(i - 1) in ("over", "under")
    if cursor.language != "en" or not hyphened or not (cursor.glued(i + 1) and cursor.fold(i + 1) == "s"):
        return []
    return [cursor.found(Decimal(text), "number", "yr", i, i + 2)] if text.isdigit() else []


def _number(cursor: Cursor, i: int) -> list[Found]:
    token = cursor.tokens[i]
    value = literal_value(token.text, cursor.language)
    if value is None:
        return [cursor.found(Decimal(0), "code", token.text, i, i + 1)]
    last, ranked = i + 1, False
    if cursor.glued(last) and cursor.fold(last) in _ORDINAL_ENDINGS.get(cursor.language, _ORDINAL_ENDINGS["en"]):
        last, ranked = last + 1, True
    if found := _day_before_month(cursor, i, last, value) or _century(cursor, i, last, value):
        return found
    if ranked:
        return [cursor.found(value, "ordinal", "", i, last)]
    if found := _fraction(cursor, i, value) or _mixed(cursor, i, value):
        return found
    if _lettered(cursor, i) and scale_at(cursor, last) is None:
        name = cursor.fold(i - 1) + token.text
        return [cursor.found(Decimal(0), "code", name, i, last, certain=False),
                cursor.found(value, "number", "", i, last, role="code")]
    year = token.text.isdigit() and len(token.text) == 4 and 1000 <= value < 2200
    found = finished(cursor, i, scaled(cursor, Number(value, last, year=year, figures=True)))
    # "1,400" in a German text is mostly a thousand that was left as it was in English.
    head, _, tail = token.text.partition(",")
    left = cursor.language != "en" and len(tail) == 3 and (head + tail).isdigit() and head.strip("0")
    return [*found, cursor.found(Decimal(head + tail), "number", "", i, last, certain=False)] if left else found


def _fraction(cursor: Cursor, i: int, value: Decimal) -> list[Found]:
    """"1/3", "3/4"; "2 Drittel"."""
    worded = parts(cursor.fold(i + 1), cursor.language)
    if worded is not None and cursor.joined(i + 1) and value < worded.value:
        return [cursor.found(value / worded.value, "share", "", i, i + 2)]
    if not (cursor.is_number(i + 1) and cursor.gap(i + 1) == "/"):
        return []
    below = literal_value(cursor.tokens[i + 1].text, cursor.language)
    if below is None or not 0 < value < below <= 10 or below != below.to_integral_value():
        return []
    return [cursor.found(value / below, "share", "", i, i + 2)]


def _mixed(cursor: Cursor, i: int, value: Decimal) -> list[Found]:
    """"2 1/2"."""
    if cursor.gap(i + 1) != " " or not cursor.is_number(i + 1) or value != value.to_integral_value():
        return []
    above = literal_value(cursor.tokens[i + 1].text, cursor.language)
    part = _fraction(cursor, i + 1, above) if above is not None else []
    if not part or part[0].last - part[0].first != 2 or not cursor.is_number(i + 2):
        return []
    return finished(cursor, i, scaled(cursor, Number(value + part[0].quantity.value, i + 3, figures=True)))


def _lettered(cursor: Cursor, i: int) -> bool:
    """Whether a lone capital letter before makes a figure a name: "A 4" is "A4" elsewhere."""
    letter = cursor.tokens[i - 1].text if i and cursor.gap(i) == " " else ""
    # "I" and "A" are words of English, "E" and "O" of Italian and Portuguese.
    return len(letter) == 1 and letter.isupper() and cursor.is_word(i - 1) and cursor.language in ("de", "nl", "fr") \
        and cursor.tokens[i].text.isdigit() and len(cursor.tokens[i].text) <= 3 and cursor.gap(i - 1) == " "


def _century(cursor: Cursor, i: int, last: int, value: Decimal) -> list[Found]:
    first = century(value, cursor.fold(last))
    if first is None:
        return []
    return [cursor.found(value, "ordinal", "century", i, last, certain=False),
            cursor.found(Decimal(first), "period", "100", i, last + 1)]


def _day_before_month(cursor: Cursor, i: int, last: int, day: Decimal) -> list[Found]:
    if last < len(cursor) and cursor.fold(last) in ("de", "of"):
        last += 1
    if last >= len(cursor) or not 1 <= day <= 31 or day != day.to_integral_value():
        return []
    named = month(cursor.tokens[last].text, cursor.language) if len(cursor.gap(last)) <= 2 else None
    if named is None:
        return []
    word = cursor.fold(last)
    # Short names are words besides ("set", "mar", "out"): a dot or a year shows the month.
    if len(word) <= 3 and not named.certain and cursor.language not in ("en", "de") and word != "mei" \
            and not cursor.gap(last + 1).startswith(".") and not cursor.is_number(last + 1):
        return []
    found = cursor.found(day, "date", f"month {named.number}", i, last + 1)
    return [replace(found, quantity=replace(found.quantity, certain=True))]
