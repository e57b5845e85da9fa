"""Text -> the quantities that it states, with their values the same whatever the language or format.

"9,1 Milliarden Euro", "9.1 billion euros" and "9,1 miljard euro" are all 9,100,000,000 EUR.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from decimal import Decimal

from rag.check.cursor import ONE, Cursor, Found
from rag.check.figures import read_figures
from rag.check.gapped import with_lent_scales
from rag.check.moments import with_moments
from rag.check.quantity import Quantity
from rag.check.ratios import with_ratios
from rag.check.sums import with_sums
from rag.check.surroundings import described
from rag.check.worded import read_word
from rag.word_classes import FUNCTION_WORDS

__all__ = ["Quantity", "quantities"]

_BETWEEN = {"to", "and", "or", "bis", "und", "oder", "auf", "tot", "en", "of", "naar", "op", "à", "et", "ou", "a", "y",
            "o", "e", "ao", "al", "-", "–", "—", "sowie", "gegen", "u", "zu", "bzw",
            "until", "till", "through", "au", "beziehungsweise", "respectievelijk"}
# "6 by 6 cm" measures twice.
_TIMES = {"by", "x", "mal", "bij"}
_ARTICLES = {"the", "zum", "zur", "au", "den", "dem", "die", "de", "le", "el", "il", "o"}
_THOUSAND = Decimal(1000)
_DAYS = 31
_TEN = Decimal(10)
_TWO = Decimal(2)
_GLUED_SCALES = {"tausend": 1000, "hundert": 100, "duizend": 1000, "honderd": 100}
_HALF_DAY = 720
_HALF_A_CLOCK = 12


def quantities(text: str, language: str | None) -> tuple[Quantity, ...]:
    """Reads every quantity of a text, in time linear in its length.

    Args:
        text: Running text.
        language: ISO 639-1; its conventions and number words are read. None, or unknown ones: those of English.
    """
    cursor = Cursor(unicodedata.normalize("NFC", text), language or "en")
    found: list[Found] = []
    position = 0
    while position < len(cursor):
        here = _at(cursor, position)
        found.extend(here)
        position = max([position + 1, *(item.last for item in here)])
    placed = with_sums(cursor, with_ratios(cursor, with_lent_scales(cursor, _spread(cursor, found))))
    return with_moments(cursor, placed, described(cursor, placed))


def _at(cursor: Cursor, i: int) -> list[Found]:
    kind = cursor.tokens[i].kind
    if kind in ("date", "clock", "number", "fraction"):
        return read_figures(cursor, i)
    return read_word(cursor, i) if kind == "word" else []


def _spread(cursor: Cursor, found: list[Found]) -> list[Found]:
    """Gives the numbers of a range or list what only the last of them says: "3 to 4 billion euros"."""
    spread: list[Found] = []
    after: Found | None = None
    chained = False
    for item in reversed(found):
        open_ended = after is not None and (item.bare or _is_cheap(item, after) or _is_day(item, after))
        linked = after is not None and open_ended and _linked(cursor, item, after, chained)
        cut = _cut(cursor, item, after) if linked and after is not None else None
        whole = cut or (_shared(item, after) if linked and after is not None else None)
        for mend in (_day_after, _year_after, _age_after, _unit_after) if spread else ():
            if (mended := mend(cursor, spread[-1], item)) is not None:
                spread[-1] = mended
                break
        if whole is None:
            spread.append(item)
        elif cursor.fold(item.last) in _TIMES or cut is not None or _multiplied(cursor, after):
            spread.append(whole)
        else:
            spread.append(replace(item, quantity=replace(item.quantity, certain=False)))
            spread.append(whole)
        chained = whole is not None
        after = whole or item
    return spread[::-1]


def _linked(cursor: Cursor, item: Found, after: Found, chained: bool) -> bool:
    parted = after.first - item.last
    if parted == 1 and cursor.fold(item.last) in (*_BETWEEN, *_TIMES):
        return True
    # "Vom 9. auf den 10. November".
    if parted == 2 and cursor.fold(item.last) in _BETWEEN and cursor.fold(item.last + 1) in _ARTICLES:
        return after.quantity.kind == "date"
    listed = chained and cursor.gap(after.first).strip() == ","
    return after.first == item.last and (listed or _multiplied(cursor, after))


def _multiplied(cursor: Cursor, after: Found | None) -> bool:
    """"36 × 24 mm"."""
    return after is not None and cursor.gap(after.first).strip() == "×"


def _is_day(item: Found, after: Found) -> bool:
    """"The 14th and 15th of June"."""
    return item.quantity.kind == "ordinal" and after.quantity.kind == "date" and item.quantity.role == ""


def _is_cheap(item: Found, after: Found) -> bool:
    """"€200-300 million": whoever says the currency first may say the scale last."""
    return item.quantity.kind == "money" and item.scale == ONE < after.scale \
        and after.quantity.unit in ("", item.quantity.unit) \
        and 0 < item.quantity.value * after.scale < after.quantity.value


def _cut(cursor: Cursor, item: Found, after: Found) -> Found | None:
    """"Zwei- bis dreitausend": the hyphen stands for the scale within the second word."""
    word = cursor.fold(after.first)
    glued = next((scale for end, scale in _GLUED_SCALES.items() if word.endswith(end)), None)
    if not cursor.gap(item.last).startswith("-") or not cursor.is_word(item.first) or glued is None:
        return None
    hundreds = Decimal(100_000)
    scale = hundreds if after.quantity.value % hundreds == 0 and item.quantity.value < _TEN else Decimal(glued)
    quantity = replace(item.quantity, value=item.quantity.value * scale, kind=after.quantity.kind,
                       unit=after.quantity.unit, certain=True)
    return replace(item, quantity=quantity, scale=scale)


def _shared(item: Found, after: Found) -> Found | None:
    """Returns a bare number with the scale and unit, the month or the clock of the one after it, or None."""
    mine, theirs = item.quantity, after.quantity
    whole_number = mine.value == mine.value.to_integral_value()
    if theirs.kind == "clock" and (minutes := _minutes(mine.text)) is not None:
        return replace(item, quantity=replace(mine, kind="clock", value=minutes, role="half day"), bare=False)
    if theirs.kind == "date" and 1 <= mine.value <= _DAYS and whole_number:
        return replace(item, quantity=replace(mine, kind="date", unit=theirs.unit), bare=False)
    if theirs.kind == "clock" and 0 <= mine.value <= 24 and whole_number:
        minutes = mine.value * 60 % 1440
        minutes += _HALF_DAY if theirs.value >= _HALF_DAY > minutes else 0
        role = "half day" if mine.value <= _HALF_A_CLOCK else ""
        return replace(item, quantity=replace(mine, kind="clock", value=minutes, role=role), bare=False)
    scale = after.scale if abs(mine.value) < _THOUSAND and abs(mine.value) < abs(after.scale) else ONE
    unit = theirs.unit if theirs.kind in ("money", "percent", "number") else ""
    if mine.kind == "money":
        # "€200-300 million".
        return replace(item, quantity=replace(mine, value=mine.value * scale), scale=scale)
    if (scale == ONE and not unit) or theirs.kind not in ("number", "money", "percent"):
        return None
    kind = theirs.kind if unit else "number"
    # "Ein bis zwei Tage": beside another number the article counts.
    role = "" if mine.role == "article" else mine.role
    shared = replace(mine, value=mine.value * scale, kind=kind, unit=unit, role=role)
    return replace(item, quantity=shared, scale=scale)


def _minutes(literal: str) -> Decimal | None:
    """Returns the minutes after midnight of figures that are no decimal before a time: "von 11.20 bis 12.45 Uhr"."""
    hour, _, minute = literal.partition(".")
    clock = len(minute) == len("30") and hour.isdigit() and minute.isdigit() and int(hour) <= 24 and int(minute) < 60
    return Decimal(int(hour) * 60 + int(minute)) if clock else None


def _day_after(cursor: Cursor, item: Found, before: Found) -> Found | None:
    """The second day of "October 6-8", "October 6 and 7": `item` is a bare number after the date `before`."""
    counts = item.bare or (item.quantity.kind == "ordinal" and item.quantity.role == "")
    if before.quantity.kind != "date" or not counts or item.first - before.last != 1 or cursor.language != "en":
        return None
    if cursor.fold(before.last) not in _BETWEEN or not 1 <= item.quantity.value <= _DAYS:
        return None
    counted = cursor.is_word(item.last) and cursor.joined(item.last) \
        and cursor.fold(item.last) not in FUNCTION_WORDS["en"]
    return None if counted else replace(item, quantity=replace(item.quantity, kind="date", unit=before.quantity.unit))


def _age_after(cursor: Cursor, item: Found, before: Found) -> Found | None:
    """The other ages of "aged 4, 7 and 9": `item` is a bare number after the age `before`."""
    parted = item.first - before.last
    listed = (parted == 0 and cursor.gap(item.first) == ", ") or (
        parted == 1 and cursor.fold(before.last) in _BETWEEN)
    # The age itself says no unit.
    aged = before.quantity.unit == "yr" and before.last - before.first == 1
    if not (item.bare and listed and aged):
        return None
    return replace(item, quantity=replace(item.quantity, unit="yr"), bare=False)


def _unit_after(cursor: Cursor, item: Found, before: Found) -> Found | None:
    """"A day or two": `item` is the bare number after a single unit."""
    single = before.quantity.value == 1 and before.quantity.kind == "number" and before.quantity.unit != ""
    joint = cursor.fold(before.last) in ("or", "oder", "of", "ou")
    if not (item.bare and single and joint) or item.first - before.last != 1 or item.quantity.value != _TWO:
        return None
    return replace(item, quantity=replace(item.quantity, unit=before.quantity.unit), bare=False)


def _year_after(cursor: Cursor, item: Found, before: Found) -> Found | None:
    """The second year of "1995-96" and "2005/06": `item` is a bare number of two digits after the year `before`."""
    digits = cursor.tokens[item.first].text
    if before.quantity.role != "year" or not item.bare or len(digits) != 2 or item.last - item.first != 1:
        return None
    parted = item.first - before.last
    dashed = parted == 1 and cursor.fold(before.last) in ("-", "–") and cursor.gap(item.first) == ""
    century, within = divmod(before.quantity.value, 100)
    if not (dashed or (parted == 0 and cursor.gap(item.first) == "/")) or item.quantity.value <= within:
        return None
    year = replace(item.quantity, value=century * 100 + item.quantity.value, role="year")
    return replace(item, quantity=year, bare=False)
