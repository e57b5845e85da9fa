"""Times of day in words: "half past seven", "halb acht", "kwart over acht", "las ocho y media", "eight o'clock"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from rag.check.cursor import Cursor, Found
from rag.check.day_halves import in_half, told_after, told_before
from rag.check.number_words import number_words
from rag.word_classes import FUNCTION_WORDS

__all__ = ["read_daytime"]

# What stands before the hour, "_" joining words: minutes to add to it, or to take off where negative.
_BEFORE = {
    "en": "half_past:30 quarter_past:15 quarter_after:15 quarter_to:-15 five_past:5 ten_past:10 twenty_past:20 "
          "five_to:-5 ten_to:-10 twenty_to:-20",
    "de": "halb:-30 viertel_nach:15 viertel_vor:-15 fünf_nach:5 fünf_vor:-5 zehn_nach:10 zehn_vor:-10 dreiviertel:-15",
    "nl": "half:-30 kwart_over:15 kwart_voor:-15 vijf_over:5 vijf_voor:-5 tien_over:10 tien_voor:-10",
}
# What stands after it.
_AFTER = {
    "en": "o_clock:0", "de": "uhr:0",
    "fr": "heures_et_demie:30 heures_et_quart:15 heures_moins_le_quart:-15",
    "es": "y_media:30 y_cuarto:15 menos_cuarto:-15", "it": "e_mezza:30 e_mezzo:30 e_un_quarto:15",
    "pt": "e_meia:30 e_um_quarto:15",
}
# An hour after a word needs one of these before the whole: "halb acht" may tell of eight halves, "um halb acht" not.
_AT = {
    "en": {"at", "by", "until", "before", "after", "around", "about", "from", "past", "since", "till", "a", "nearly",
           "was", "is", "to", "between"},
    "de": {"um", "gegen", "bis", "ab", "vor", "nach", "seit", "kurz", "von", "morgens", "abends"},
    "nl": {"om", "rond", "tegen", "vanaf", "tot", "sinds", "omstreeks", "voor", "na"},
    "fr": {"à", "vers", "dès", "est", "depuis", "jusqu"},
    "es": {"las", "la"}, "it": {"alle", "le", "dalle", "verso"}, "pt": {"às", "as", "das"},
}
# "Half past eight" tells a time wherever it stands.
_PAST = frozenset({"past", "nach", "over"})
_HOURS_OF = frozenset({"heures", "heure", "uur", "uhr", "ore", "horas", "hora"})
_LONGEST = 4
_NAMED = {"midnight": 0, "mitternacht": 0, "middernacht": 0, "noon": 720, "midday": 720}
_DAY = 1440
_HALF_DAY = 720
_HOURS = 12


@cache
def _table(language: str, after: bool) -> dict[tuple[str, ...], int]:
    words = (_AFTER if after else _BEFORE).get(language, "")
    return {tuple(item.partition(":")[0].split("_")): int(item.partition(":")[2]) for item in words.split()}


def read_daytime(cursor: Cursor, i: int) -> list[Found]:
    """Reads a time that words tell from a token on; which half of the day it is in is often left open."""
    if cursor.language == "en" and cursor.fold(i) == "a":
        # "A quarter past eight".
        return read_daytime(cursor, i + 1) if cursor.fold(i + 1) == "quarter" else []
    shift, first = 0, i
    table = _table(cursor.language, False)
    for length in (2, 1):
        if (known := table.get(cursor.folds(i, i + length))) is not None:
            shift, first = known, i + length
            break
    if first > i and (named := _NAMED.get(cursor.fold(first))) is not None:
        return [cursor.found(Decimal((named + shift) % _DAY), "clock", "", i, first + 1)]
    hour = _hour(cursor, first)
    if hour is None or (cursor.language == "en" and shift < 0 and not _tells_time(cursor, i, first)):
        return []
    if first > i and (shift or cursor.fold(i - 1) in _AT.get(cursor.language, ())):
        said = cursor.fold(i - 1) in _AT.get(cursor.language, ()) or cursor.fold(first + 1) in ("uhr", "uur", "o") \
            or cursor.fold(i + 1) in _PAST or told_after(cursor, first + 1)
        return _found(cursor, i, first + 1, hour * 60 + shift) if said else []
    return _told_after(cursor, i, hour) if first == i else []


def _tells_time(cursor: Cursor, i: int, hour: int) -> bool:
    """"From ten to twelve years" and "about five to ten percent" are no times."""
    if cursor.fold(i) == "quarter":
        return True
    ended = _ends_at(cursor, hour + 1) or cursor.fold(hour + 1) in ("o", "am", "pm")
    return cursor.fold(i - 1) not in ("from", "between") and (ended or told_after(cursor, hour + 1) != "")


def _told_after(cursor: Cursor, i: int, hour: int) -> list[Found]:
    table = _table(cursor.language, True)
    for length in range(_LONGEST, 0, -1):
        shift = table.get(cursor.folds(i + 1, i + 1 + length))
        if shift is not None:
            said = cursor.language in ("en", "de") or cursor.fold(i - 1) in _AT[cursor.language]
            return _found(cursor, i, i + 1 + length, hour * 60 + shift) if said else []
    # "2 heures du matin", "las 3 de la tarde": an hour that no more is said of may be how long it lasts.
    last = i + 2 if cursor.fold(i + 1) in _HOURS_OF else i + 1
    timed = last > i + 1 or cursor.fold(i - 1) in _AT.get(cursor.language, ())
    told = told_after(cursor, last) or (last == i + 1 and _ends_at(cursor, last) and told_before(cursor, i))
    return _found(cursor, i, last, hour * 60) if timed and told else []


def _ends_at(cursor: Cursor, i: int) -> bool:
    """Whether a token counts nothing and goes on otherwise: "über Nacht um 12 Grad" is no time."""
    little = FUNCTION_WORDS.get(cursor.language, frozenset[str]())
    return i >= len(cursor) or cursor.gap(i)[:1] in (",", ".", ";", ":", ")") or cursor.fold(i) in little


def _hour(cursor: Cursor, i: int) -> int | None:
    token = cursor.tokens[i] if i < len(cursor) else None
    if token is None:
        return None
    if token.kind == "number" and token.text.isdigit():
        value = int(token.text) if len(token.text) <= 2 else 0
    else:
        word = number_words(cursor.language).get(cursor.fold(i))
        said = word is not None and (word.role == "unit" or (word.role == "article" and _is_one(cursor, i)))
        value = int(word.value) if word is not None and said else 0
    return value if 1 <= value <= _HOURS else None


def _is_one(cursor: Cursor, i: int) -> bool:
    """Whether an article is an hour: not in "from a quarter to a fifth" or in "stürzte um vier Uhr morgens ein"."""
    return cursor.fold(i) not in ("a", "an") and (cursor.language != "de" or cursor.fold(i + 1) == "uhr")


def _found(cursor: Cursor, i: int, last: int, minutes: int) -> list[Found]:
    known = in_half(cursor, i, last, minutes)
    if known is not None:
        return [cursor.found(Decimal(known), "clock", "", i, last)]
    return [cursor.found(Decimal(minutes % _HALF_DAY), "clock", "", i, last, role="half day")]
