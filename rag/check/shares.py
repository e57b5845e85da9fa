"""Shares in words: "two thirds", "ein Viertel", "half a million", "a quarter of an hour"."""

from __future__ import annotations

from decimal import Decimal

from rag.check.counted import Number, finished, scale_at, scaled
from rag.check.cursor import ONE, Cursor, Found
from rag.check.half_words import half_word
from rag.check.measures import measure
from rag.check.number_words import number_words
from rag.check.ordinal_words import OrdinalWord, half, ordinal, parts
from rag.check.periods import century
from rag.check.units import percent

__all__ = ["parts_after", "read_share"]

_THOUSAND = Decimal(1000)
_FIFTH = Decimal("0.2")
_CALENDAR = {"d", "wk", "mo", "yr", "dec", "cent", "mill"}
_OF = {"of", "von", "der", "des", "van", "de", "du", "d", "del", "della", "dei", "degli", "delle", "dos", "das",
       "do", "da", "di", "dello", "dell"}
_AS = {"as", "so", "zo"}
# "In einem Viertel der Altstadt" may be a part of town.
_WHEREABOUTS = {"in", "aus", "durch"}


def parts_after(cursor: Cursor, i: int, value: Decimal, last: int) -> list[Found]:
    """"Two thirds", "ein Viertel", "one third of", "three and a half" is elsewhere."""
    if not cursor.joined(last):
        return []
    fold = cursor.fold(last)
    # "A twentieth-century building".
    if cursor.joined(last + 1) and century(ONE, cursor.fold(last + 1)) is not None:
        return []
    divided = parts(fold, cursor.language)
    if divided is not None and (part := _part_of_whole(cursor, i, value / divided.value, last + 1)):
        return part
    fifth = False
    if divided is None and cursor.language in ("en", "nl", "it", "fr"):
        divided = ordinal(fold, cursor.language)
        divided = divided if divided is not None and divided.value > 2 else None
        if divided is not None and (part := _measured_part(cursor, i, value / divided.value, last + 1)):
            return part
        # "A fifth work in agriculture", "a fifth man": the words alone do not tell.
        fifth = cursor.fold(last + 1) not in _OF and cursor.fold(i) != "one"
    if divided is None or not 0 < value <= divided.value or value != value.to_integral_value():
        return []
    certain = divided.certain or value > 1 or cursor.fold(last + 1) in _OF
    certain = certain and not fifth and not (fold == "viertel" and cursor.fold(i - 1) in _WHEREABOUTS)
    # Whichever of both the words mean, the other one need not be said.
    role = "ratio" if fifth else ""
    share = cursor.found(value / divided.value, "share", "", i, last + 1, certain=certain, role=role)
    # "A sixth-former".
    ranked = fifth and cursor.gap(last + 1) != "-"
    return [share, cursor.found(Decimal(divided.value), "ordinal", "", i, last + 1, certain=ranked, role="ratio")]


def _part_of_whole(cursor: Cursor, i: int, value: Decimal, last: int) -> list[Found]:
    """"A quarter of a million", "un quart de million", "een kwart procentpunt", "three quarters of an hour"."""
    of = cursor.fold(last) in _OF
    at = last + 1 if of else last
    article = number_words(cursor.language).get(cursor.fold(at))
    single = article is not None and article.role == "article"
    at += 1 if at > last and single else 0
    if not cursor.joined(last):
        return []
    if share := percent(cursor.folds(at, at + 4)):
        return [cursor.found(value, "percent", share, i, at + 1)]
    unit = measure(cursor.folds(at, at + 4), False, cursor.language) if single or not of or cursor.language == "fr" \
        else None
    if unit is not None:
        return [cursor.found(value, "number", unit.unit, i, at + unit.words)]
    scale = scale_at(cursor, at)
    if scale is None or scale.role != "scale" or scale.value <= _THOUSAND:
        return []
    return finished(cursor, i, Number(value * scale.value, at + 1, scale.value))


def _measured_part(cursor: Cursor, i: int, value: Decimal, last: int) -> list[Found]:
    """"A thousandth of a second", "een tiende van een seconde", "deux dixièmes de seconde"."""
    if cursor.language == "nl" and value < _FIFTH and cursor.gap(last) == " ":
        # "Een tiende gram"; "een tiende jaar" is the tenth.
        unit = measure(cursor.folds(last, last + 4), False, "nl")
        if unit is not None and unit.unit not in _CALENDAR:
            return [cursor.found(value, "number", unit.unit, i, last + unit.words)]
    if cursor.fold(last) not in _OF or not cursor.joined(last):
        return []
    article = number_words(cursor.language).get(cursor.fold(last + 1))
    single = article is not None and article.role == "article"
    at = last + 2 if single else last + 1
    unit = measure(cursor.folds(at, at + 4), False, cursor.language) if single or cursor.language == "fr" else None
    return [] if unit is None else [cursor.found(value, "number", unit.unit, i, at + unit.words)]


def read_share(cursor: Cursor, i: int) -> list[Found]:
    """Reads a share that begins with its own word ("half", "anderthalb", "Drittel"), not with how many parts."""
    fold = cursor.fold(i)
    if mixed := half_word(fold.removesuffix("fache")):
        return finished(cursor, i, scaled(cursor, Number(mixed, i + 1)))
    if found := half(fold, cursor.language):
        return _halved(cursor, i, found)
    divided = parts(fold, cursor.language)
    # The second quarter is no part, and has nothing to do with four.
    if divided is None or _second_of(cursor, i):
        return []
    if part := _part_of_whole(cursor, i, Decimal(1) / divided.value, i + 1):
        return part
    return [cursor.found(Decimal(1) / divided.value, "share", "", i, i + 1, certain=False),
            cursor.found(Decimal(divided.value), "ordinal", "", i, i + 1, certain=False, role="ratio")]


def _halved(cursor: Cursor, i: int, found: OrdinalWord) -> list[Found]:
    at = i + 2 if cursor.fold(i + 1) in ("a", "an", "un") else i + 1
    # "Mezz'ora".
    joined = cursor.joined(at) or (cursor.fold(i) == "mezz" and cursor.gap(at) in ("'", "’"))
    after = number_words(cursor.language).get(cursor.fold(at)) if joined else None
    if after is not None and (after.role == "scale" or after.value == 12):
        return finished(cursor, i, scaled(cursor, Number(after.value / 2, at + 1, after.value)))
    if joined and (share := percent(cursor.folds(at, at + 4))):
        return [cursor.found(Decimal("0.5"), "percent", share, i, at + 1)]
    # "The first half of the year" is a time, and other languages have other words for it.
    whole = found.certain or (cursor.language == "en" and cursor.fold(i + 1) == "of")
    certain = (whole and not _second_of(cursor, i)) \
        or (cursor.fold(i + 1) in _AS and cursor.joined(i + 1) and cursor.language in ("en", "de", "nl"))
    halves = [cursor.found(Decimal("0.5"), "share", "", i, i + 1, certain=certain)]
    # "Half a century", "eine halbe Stunde".
    if joined and (unit := measure(cursor.folds(at, at + 4), False, cursor.language)):
        halves.append(cursor.found(Decimal("0.5"), "number", unit.unit, i, at + unit.words, certain=False))
    return halves


def _second_of(cursor: Cursor, i: int) -> bool:
    """Whether the word before says which of several: "second half", "third quarter"."""
    before = cursor.fold(i - 1)
    return cursor.joined(i) and (ordinal(before, cursor.language) is not None or before in ("latter", "last", "other"))
