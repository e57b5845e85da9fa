"""Numbers with their scale and unit: from the place where a number begins to the end of what it counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from rag.check.cursor import ONE, Cursor, Found
from rag.check.letter_scales import letter_scale
from rag.check.measures import measure
from rag.check.number_words import NumberWord, cardinal, number_words
from rag.check.ordinal_words import half
from rag.check.signs import sign_at
from rag.check.tokens import FRACTIONS
from rag.check.unit_adjectives import adjectives_before_unit
from rag.check.units import currency, is_times, nation, national, percent, small_share

__all__ = ["Number", "and_smaller", "cardinal_at", "finished", "scale_at", "scaled", "worded"]

_SKIPPED = {"of", "de", "d", "di", "us", "amerikanische", "amerikanischen", "amerikaanse", "s",
            "kong", "new", "nieuw", "-"}
_JOINTS = {"and", "und", "et", "y", "e", "en"}
_ARTICLES = {"a", "an", "ein", "eine", "een", "un", "une", "una", "um", "uma"}
_PER = {"per", "pour", "por"}
_SHORTENED = {"mio", "mrd", "mill", "bio", "tsd", "mld", "mln", "md", "bn", "mn"}
_HUNDRED = Decimal(100)
_ONES = {"one", "eins", "één", "un", "uno", "um", "uma"}
_AGED = {"aged"}
_AGES = {"age", "alter", "lebensalter", "leeftijd", "âge", "âgé", "âgée", "âgés", "âgées", "edad", "età", "idade"}
_OF = {"of", "von", "van", "de", "di"}
_OLDEST = 130
_LEAST_NATION = 3


@dataclass(frozen=True, slots=True)
class Number:
    """A number read so far: tokens up to `last` are used."""

    value: Decimal
    last: int
    scale: Decimal = ONE
    certain: bool = True
    year: bool = False
    figures: bool = False
    lone_scale: bool = False


def cardinal_at(cursor: Cursor, i: int) -> NumberWord | None:
    """Returns the cardinal word at a token, be it single or glued ("zwei", "zweihundertfünf"), or None."""
    fold = cursor.fold(i)
    known = number_words(cursor.language).get(fold)
    whole = cardinal(fold, cursor.language) if known is None else None
    return NumberWord(Decimal(whole), "unit") if whole is not None else known


def worded(cursor: Cursor, i: int, word: NumberWord) -> Number:
    """Adds a unit to its tens: "twenty-one", "treinta y uno", "soixante-dix", "quatre-vingt-dix"."""
    value, last, certain = word.value, i + 1, word.certain
    language, words = cursor.language, number_words(cursor.language)
    if language == "fr" and value == 4 and cursor.joined(last) and cursor.fold(last) in ("vingt", "vingts"):
        value, last = Decimal(80), last + 1
    tens = value >= 20 and value % 10 == 0 and value < 100
    if tens or (language == "fr" and value == 10):
        more = last + 1 if cursor.joined(last) and cursor.fold(last) in ("et", "y", "e") else last
        unit = words.get(cursor.fold(more)) if cursor.joined(more) else None
        room = 20 if language == "fr" and value in (60, 80) else 10
        if unit is not None and unit.role in ("unit", "article") and 1 <= unit.value < room:
            value, last, certain = value + unit.value, more + 1, True
            value, last = _after_ten(cursor, value, last)
    return Number(value, last, certain=certain)


def _after_ten(cursor: Cursor, value: Decimal, last: int) -> tuple[Decimal, int]:
    """"Quatre-vingt-dix-sept": ten and its unit make one of the French teens."""
    unit = number_words("fr").get(cursor.fold(last)) if "-" in cursor.gap(last) else None
    if cursor.language == "fr" and value in (70, 90) and unit is not None and unit.value in (7, 8, 9):
        return value + unit.value, last + 1
    return value, last


def scale_at(cursor: Cursor, i: int) -> NumberWord | None:
    """Returns the scale word at a token that is joined to the one before it, or None."""
    if not cursor.is_word(i) or not cursor.joined(i):
        return None
    word = number_words(cursor.language).get(cursor.fold(i))
    return word if word is not None and word.role in ("scale", "magnitude") else None


def scaled(cursor: Cursor, number: Number) -> Number:
    """Takes in halves and scales after a number: "three and a half million", "two hundred thousand"."""
    number = _and_a_half(cursor, number)
    while scale := scale_at(cursor, number.last):
        # "Between 1914 and 1918 millions died."
        if number.year and scale.role == "magnitude":
            break
        number = replace(number, value=number.value * scale.value, scale=number.scale * scale.value,
                         last=number.last + 1, certain=number.certain or scale.value > 100, year=False)
        if number.scale > Decimal(10) ** 18:
            break
    if number.scale > _HUNDRED and (last := _half_after(cursor, number.last)):
        # "Un millón y medio".
        return replace(number, value=number.value + number.scale / 2, last=last, certain=True)
    return number


def _half_after(cursor: Cursor, at: int) -> int:
    """Returns the token after "and a half" that follows a scale or a unit; 0 where nothing of the kind does."""
    if cursor.fold(at) not in _JOINTS or not cursor.joined(at + 1):
        return 0
    article = cursor.fold(at + 1) in _ARTICLES
    at += 2 if article else 1
    said = half(cursor.fold(at), cursor.language) is not None
    # "Two hours and half of them": where an article is usual, it has to be there.
    return at + 1 if said and (article or cursor.language in ("fr", "es", "it", "pt")) else 0


def _and_a_half(cursor: Cursor, number: Number) -> Number:
    at = number.last
    token = cursor.tokens[at] if at < len(cursor) else None
    if token is not None and token.kind == "fraction" and number.figures and cursor.gap(at).strip() == "":
        numerator, denominator = FRACTIONS[token.text]
        return replace(number, value=number.value + Decimal(numerator) / denominator, last=at + 1, year=False)
    if cursor.fold(at) not in _JOINTS:
        return number
    at += 2 if cursor.fold(at + 1) in _ARTICLES else 1
    if half(cursor.fold(at), cursor.language) is None:
        return number
    return replace(number, value=number.value + Decimal("0.5"), last=at + 1, certain=True)


def and_smaller(cursor: Cursor, number: Number, room: Decimal = ONE) -> Number:
    """Adds the words after hundreds and thousands: "two hundred and fifty", "deux mille trois cents"."""
    floor = max(number.scale, room)
    while floor > ONE:
        at = number.last + 1 if cursor.joined(number.last) and cursor.fold(number.last) in _JOINTS else number.last
        word = cardinal_at(cursor, at) if cursor.joined(at) else None
        if word is None or not _adds(cursor, at, word) or (at > number.last and floor > 1000):
            break
        plain = worded(cursor, at, word)
        more = scaled(cursor, plain)
        if floor == _HUNDRED and 0 < plain.value < _HUNDRED and more.scale > _HUNDRED:
            # "Two hundred and fifty thousand".
            return scaled(cursor, replace(number, value=number.value + plain.value, last=plain.last, scale=ONE,
                                          certain=True, lone_scale=False))
        if not 0 < more.value < floor:
            break
        number = replace(number, value=number.value + more.value, last=more.last, certain=True, lone_scale=False)
        floor = more.scale
    return number


def _adds(cursor: Cursor, at: int, word: NumberWord) -> bool:
    """Whether a word may add to hundreds: "one hundred and one", and not "a hundred and a few"."""
    return word.role in ("unit", "tens") or (word.role == "article" and cursor.fold(at) in _ONES)


def finished(cursor: Cursor, i: int, number: Number) -> list[Found]:
    """Looks for the unit after a number, then before it, and for a minus."""
    number = _lettered(cursor, i, number)
    signed = sign_at(cursor, i, number.last)
    first, sign = signed.first, signed.sign
    value = number.value * sign
    following = cursor.folds(number.last, number.last + 4)
    if share := _portion(cursor, first, number, sign):
        return [share]
    if following and is_times(following[0], cursor.language) and not _measures_twice(cursor, number.last):
        return [cursor.found(value, "multiple", "", first, number.last + 1)]
    money = _currency_before(cursor, i) or _currency_after(cursor, number.last)
    # "The two won": so little Korean money buys nothing.
    money = None if money == "KRW" and cursor.language == "en" and abs(value) < _HUNDRED else money
    if money:
        return [cursor.found(value, "money", money, first, number.last, certain=number.certain, scale=number.scale)]
    if measured := _measured(cursor, first, number, sign):
        return measured
    if age := _aged(cursor, i, value, number):
        return [age]
    found = cursor.found(value, "number", "", first, number.last, certain=number.certain, scale=number.scale,
                         role="year" if number.year else "scale" if number.lone_scale else "")
    return [replace(found, bare=not number.year and number.scale == ONE)]


def _measures_twice(cursor: Cursor, at: int) -> bool:
    """"Zwei mal drei Meter"."""
    if cursor.fold(at) != "mal" or at + 1 >= len(cursor):
        return False
    word = cardinal_at(cursor, at + 1)
    return cursor.is_number(at + 1) or (word is not None and word.role in ("unit", "tens"))


def _portion(cursor: Cursor, first: int, number: Number, sign: Decimal) -> Found | None:
    """Returns the percentage, or the hundredths of a percentage point, that a number counts, or None."""
    following = cursor.folds(number.last, number.last + 4)
    share = percent(following)
    if share and (following[0] != "pc" or cursor.tokens[number.last].text == "pc"):
        # "Pour cent": the second word is no hundred.
        words = 2 if following[0] in _PER and cursor.joined(number.last + 1) else 1
        return cursor.found(number.value * sign, "percent", share, first, number.last + words, scale=number.scale)
    if small := small_share(following):
        return cursor.found(number.value * sign / small.parts, "percent", small.unit, first, number.last + small.words)
    return None


def _measured(cursor: Cursor, first: int, number: Number, sign: Decimal) -> list[Found]:
    """Returns the number with its unit, and with a half that follows the unit: "an hour and a half"."""
    at = number.last
    if number.scale > _HUNDRED and cursor.language in ("fr", "es", "it", "pt") and cursor.fold(at) in ("de", "d", "di"):
        at += 1
    # "66 Mio. Jahre".
    shortened = cursor.gap(at) == ". " and cursor.fold(at - 1) in _SHORTENED
    joined = cursor.joined(at) or cursor.gap(at) in ("\u2009", "’", "'") or shortened
    at += adjectives_before_unit(cursor, at)
    following = cursor.folds(at, at + 4)
    if len(following) > 1 and following[1] in ("2", "3") and cursor.gap(at + 1) != "":
        # "6 ft 2 in" is no square.
        following = following[:1]
    # "En 2020 l'institut", "2022's record".
    elided = len(cursor.fold(at)) == 1 and ("'" in cursor.gap(at) + cursor.gap(at + 1)
                                            or "’" in cursor.gap(at) + cursor.gap(at + 1))
    unit = measure(following, number.figures, cursor.language) if joined and not elided else None
    if unit is None:
        return []
    last, value, certain = at + unit.words, number.value, number.certain
    if more := _half_after(cursor, last):
        last, value, certain = more, value + Decimal("0.5"), True
    elif inches := _inches(cursor, last, unit.unit):
        last, value = inches[0], value + inches[1] / 12
    return [cursor.found(value * sign, "number", unit.unit, first, last, certain=certain, scale=number.scale)]


def _inches(cursor: Cursor, at: int, unit: str) -> tuple[int, Decimal] | None:
    """"6 ft 2 in": the token after the inches that follow feet, and how many they are."""
    if unit != "ft" or not cursor.is_number(at) or not cursor.joined(at) or not cursor.tokens[at].text.isdigit():
        return None
    inches = measure(cursor.folds(at + 1, at + 5), True, cursor.language)
    said = cursor.fold(at + 1) == "in" or (inches is not None and inches.unit == "in")
    return (at + 2, Decimal(cursor.tokens[at].text)) if said else None


def _aged(cursor: Cursor, i: int, value: Decimal, number: Number) -> Found | None:
    """"At the age of 54" counts years."""
    before = cursor.folds(i - 2, i)
    aged = bool(before) and (before[-1] in _AGED or (before[-1] in _OF and len(before) == 2 and before[0] in _AGES))
    if not aged or number.scale != ONE or not 0 < value < _OLDEST:
        return None
    return cursor.found(value, "number", "yr", i, number.last, certain=number.certain)


def _lettered(cursor: Cursor, i: int, number: Number) -> Number:
    """"$5m", "£3k", "12 M€"."""
    priced = _currency_before(cursor, i) is not None
    scale = letter_scale(cursor, number.last, priced=priced) if number.figures else None
    if scale is None:
        return number
    return replace(number, value=number.value * scale, scale=scale, last=number.last + 1)


def _currency_before(cursor: Cursor, i: int) -> str | None:
    if i == 0 or len(cursor.gap(i)) > 1:
        return None
    sign = cursor.tokens[i - 1]
    coded = sign.kind == "sign" or (len(sign.text) == 3 and sign.text.isupper())
    found = currency(cursor.fold(i - 1)) if coded else None
    # "C$5", "HK$5".
    country = nation(cursor.fold(i - 2)) if found and sign.kind == "sign" and cursor.gap(i - 1) == "" else None
    return national(found, country) if found else None


def _currency_after(cursor: Cursor, last: int) -> str | None:
    country: str | None = None
    for j in range(last, min(last + 5, len(cursor))):
        if len(cursor.gap(j)) > 2:
            return None
        fold = cursor.fold(j)
        if found := currency(fold):
            # "Dollars canadiens"; "450 dollars a month" tells of no Australia.
            after = cursor.fold(j + 1) if cursor.gap(j + 1) == " " else ""
            return national(found, country or (nation(after) if len(after) >= _LEAST_NATION else None))
        named = nation(fold) if len(fold) > 1 or fold == "u" else None
        country = country or named
        if named is None and fold not in _SKIPPED:
            return None
    return None
