"""Text -> the quantities that it states, with their values the same whatever the language or format.

"9,1 Milliarden Euro", "9.1 billion euros" and "9,1 miljard euro" are all 9,100,000,000 EUR.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from decimal import Decimal

from rag.check.cursor import ONE, Cursor, Found
from rag.check.figures import read_figures
from rag.check.quantity import Quantity
from rag.check.ratios import with_ratios
from rag.check.surroundings import described
from rag.check.worded import read_word
from rag.condense_words import FUNCTION_WORDS

__all__ = ["Quantity", "quantities"]

_BETWEEN = {"to", "and", "or", "bis", "und", "oder", "auf", "tot", "en", "of", "naar", "op", "à", "et", "ou", "a", "y",
            "o", "e", "ao", "al", "-", "–", "—", "sowie", "gegen", "u", "zu"}
# "6 by 6 cm" measures twice.
_TIMES = {"by", "x", "mal", "bij"}
_ARTICLES = {"the", "den", "dem", "die", "de", "le", "el", "il", "o"}
_THOUSAND = Decimal(1000)
_DAYS = 31
_HALF_DAY = 720


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
    return described(cursor, with_ratios(cursor, _spread(cursor, found)))


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
        linked = after is not None and item.bare and _linked(cursor, item, after, chained)
        whole = _shared(item, after) if linked and after is not None else None
        if spread and (mended := _day_after(cursor, spread[-1], item) or _year_after(cursor, spread[-1], item)):
            spread[-1] = mended
        if whole is None:
            spread.append(item)
        elif cursor.fold(item.last) in _TIMES:
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
    return chained and after.first == item.last and cursor.gap(after.first).strip() == ","


def _shared(item: Found, after: Found) -> Found | None:
    """Returns a bare number with the scale and unit, the month or the clock of the one after it, or None."""
    mine, theirs = item.quantity, after.quantity
    whole_number = mine.value == mine.value.to_integral_value()
    if theirs.kind == "date" and 1 <= mine.value <= _DAYS and whole_number:
        return replace(item, quantity=replace(mine, kind="date", unit=theirs.unit), bare=False)
    if theirs.kind == "clock" and 0 <= mine.value <= 24 and whole_number:
        minutes = mine.value * 60 % 1440
        minutes += _HALF_DAY if theirs.value >= _HALF_DAY > minutes else 0
        return replace(item, quantity=replace(mine, kind="clock", value=minutes, role="half day"), bare=False)
    scale = after.scale if abs(mine.value) < _THOUSAND and abs(mine.value) < abs(after.scale) else ONE
    unit = theirs.unit if theirs.kind in ("money", "percent", "number") else ""
    if (scale == ONE and not unit) or theirs.kind not in ("number", "money", "percent"):
        return None
    kind = theirs.kind if unit else "number"
    shared = replace(mine, value=mine.value * scale, kind=kind, unit=unit)
    return replace(item, quantity=shared, scale=scale)


def _day_after(cursor: Cursor, item: Found, before: Found) -> Found | None:
    """The second day of "October 6-8", "October 6 and 7": `item` is a bare number after the date `before`."""
    if before.quantity.kind != "date" or not item.bare or item.first - before.last != 1 or cursor.language != "en":
        return None
    if cursor.fold(before.last) not in _BETWEEN or not 1 <= item.quantity.value <= _DAYS:
        return None
    counted = cursor.is_word(item.last) and cursor.joined(item.last) \
        and cursor.fold(item.last) not in FUNCTION_WORDS["en"]
    return None if counted else replace(item, quantity=replace(item.quantity, kind="date", unit=before.quantity.unit))


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
