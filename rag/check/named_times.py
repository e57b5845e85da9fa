"""Times that have a name: weekdays, months, decades and centuries in words, midnight and noon."""

from __future__ import annotations

from decimal import Decimal

from rag.check.cursor import Cursor, Found
from rag.check.dates import leading_month, month, weekday
from rag.check.number_words import cardinal, number_words
from rag.check.periods import century, roman

__all__ = ["read_named_time"]

_ORDINAL_ENDINGS = {"st", "nd", "rd", "th"}
_CENTURY_BEFORE = {"siglo", "século", "siècle"}
# "June" may be a name and "May" a verb, but not after these.
_BEFORE_MONTH = {"in", "until", "since", "last", "next", "by", "late", "early", "mid", "during", "through", "this",
                 "of", "around", "circa", "before", "after", "between",
                 "im", "seit", "ende", "anfang", "mitte", "bis"}
# "The March on Washington".
_MARCHED = {"on", "for", "of", "to", "against", "through"}
_CLOCK_WORDS = {"midnight": 0, "mitternacht": 0, "middernacht": 0, "minuit": 0, "medianoche": 0, "mezzanotte": 0,
                "noon": 720, "midday": 720, "mittag": 720, "midi": 720, "mediodía": 720, "mezzogiorno": 720}
_HUNDRED = 100
_ITALIAN_BEFORE = {"nel", "del", "dal", "al", "il", "sul", "inizio", "fine", "metà", "primo", "tardo"}
_TO = {"to", "until", "through", "and", "or", "-", "–", "bis", "und", "oder", "tot", "en", "of"}


def read_named_time(cursor: Cursor, i: int) -> list[Found]:
    """Reads a name of a time, or a Roman numeral, which mostly numbers a century or a ruler."""
    for read in (_weekday, _month, _roman, _decade, _italian_century, _noon):
        if found := read(cursor, i):
            return found
    return []


def _roman(cursor: Cursor, i: int) -> list[Found]:
    text = cursor.tokens[i].text
    # "XVIIIe siècle".
    text = text.removesuffix("e").removesuffix("èm") if cursor.language == "fr" else text
    value = roman(text)
    if value is None:
        return []
    last = i + 1
    first = century(Decimal(value), cursor.fold(last))
    if first is None and cursor.fold(i - 1) in _CENTURY_BEFORE:
        first, last = (value - 1) * 100, last - 1
    if first is not None:
        return [cursor.found(Decimal(first), "period", "100", i, last + 1)]
    return [cursor.found(Decimal(value), "ordinal", "", i, i + 1, certain=len(text) > 1)]


def _decade(cursor: Cursor, i: int) -> list[Found]:
    """"The sixties", "fünfziger Jahre", "jaren negentig"."""
    fold, language = cursor.fold(i), cursor.language
    ending = {"en": "ies", "de": "er"}.get(language, "")
    if language == "de":
        # "Neunzigerjahre".
        years = next((end for end in ("jahre", "jahren", "jahres") if fold.endswith("er" + end)), "")
        fold = fold.removesuffix(years)
    else:
        years = ""
    # "In den Sechzigern" may tell an age, as "in the sixties" does.
    spoken = language == "de" and fold.endswith("ern") and cursor.fold(i - 1) == "den"
    fold = fold.removesuffix("n") if spoken else fold
    if ending and not fold.endswith(ending):
        return []
    stem = fold.removesuffix(ending) + "y" if language == "en" else fold.removesuffix(ending) if ending else fold
    word = number_words(language).get(stem)
    if word is None or word.role != "tens":
        return []
    if language == "de" and not (years or spoken or _before_years(cursor, i)):
        return []
    if not ending and cursor.fold(i - 1) not in ("jaren", "années", "años", "anni", "anos"):
        return []
    # "In his sixties" tells an age: it supports, and demands nothing.
    at = i - 1 if cursor.fold(i - 1) in ("early", "late", "mid") else i
    certain = not spoken and (language != "en" or cursor.fold(at - 1) == "the")
    found = [cursor.found(1900 + word.value, "period", "10", i, i + 1, certain=certain)]
    aged = [cursor.found(word.value, "number", "", i, i + 1, certain=False)] if language == "en" or spoken else []
    return found + aged


def _italian_century(cursor: Cursor, i: int) -> list[Found]:
    """"Nel Novecento" is the twentieth century."""
    if cursor.language != "it" or not cursor.tokens[i].text[:1].isupper() or cursor.fold(i - 1) not in _ITALIAN_BEFORE:
        return []
    word = cardinal(cursor.fold(i), "it")
    if word is None or word % _HUNDRED or not 2 <= word // _HUNDRED <= 9:
        return []
    return [cursor.found(Decimal(1000 + word), "period", "100", i, i + 1)]


def _before_years(cursor: Cursor, i: int) -> bool:
    """"Fünfziger Jahre"; "Zwanziger- und Dreißigerjahre"."""
    after = i + 2 if cursor.fold(i + 1) in ("und", "bis", "oder") else i
    return any("erjahr" in cursor.fold(at) or (cursor.fold(at).endswith("er") and cursor.fold(at + 1)[:4] == "jahr")
               for at in (i, after))


def _noon(cursor: Cursor, i: int) -> list[Found]:
    minutes = _CLOCK_WORDS.get(cursor.fold(i))
    return [] if minutes is None else [cursor.found(Decimal(minutes), "clock", "", i, i + 1, certain=False)]


def _weekday(cursor: Cursor, i: int) -> list[Found]:
    text = cursor.tokens[i].text
    often = cursor.language == "de" and text.endswith("s")
    if cursor.language in ("en", "de") and not text[:1].isupper() and not often:
        return []
    if cursor.language == "pt" and cursor.gap(i + 1) == "-":
        text = f"{text}-{cursor.fold(i + 1)}"
    found = weekday(text, cursor.language)
    return [] if found is None else [cursor.found(Decimal(found), "weekday", "", i, i + (2 if "-" in text else 1))]


def _month(cursor: Cursor, i: int) -> list[Found]:
    named = month(cursor.tokens[i].text, cursor.language)
    if named is None:
        leading = leading_month(cursor.tokens[i].text, cursor.language)
        return [] if leading is None else [cursor.found(Decimal(leading), "month", "", i, i + 1)]
    # French "sept" is seven unless a dot or a year shows the month.
    number = number_words(cursor.language).get(cursor.fold(i))
    if number is not None and not cursor.gap(i + 1).startswith(".") and not cursor.is_number(i + 1):
        return []
    if cursor.fold(i) == "march" and cursor.fold(i - 1) == "the" and cursor.fold(i + 1) in _MARCHED:
        return []
    certain = named.certain or cursor.fold(i - 1) in _BEFORE_MONTH or _beside_month(cursor, i)
    following = cursor.tokens[i + 1] if cursor.is_number(i + 1) else None
    if following is not None and following.text.isdigit():
        near = len(cursor.gap(i + 1)) <= 2
        dated = "," not in cursor.gap(i + 1) and not _counts_in_month(cursor, i)
        if near and dated and len(following.text) <= 2 and cursor.language == "en" and 1 <= int(following.text) <= 31:
            last = i + 3 if cursor.glued(i + 2) and cursor.fold(i + 2) in _ORDINAL_ENDINGS else i + 2
            return [cursor.found(Decimal(following.text), "date", f"month {named.number}", i, last)]
        certain = certain or (near and len(following.text) == 4)
    return [cursor.found(Decimal(named.number), "month", "", i, i + 1, certain=certain)]


def _counts_in_month(cursor: Cursor, i: int) -> bool:
    """"In June 14 people died", "in early June 14 people died": a day would follow "on"."""
    at = i - 1 if cursor.fold(i - 1) in ("early", "late", "mid") else i
    return cursor.fold(at - 1) == "in" and cursor.is_word(i + 2) and cursor.gap(i + 2) == " "


def _beside_month(cursor: Cursor, i: int) -> bool:
    """Whether another month stands beside: "June to March"."""
    near = [(i + 1, i + 2), (i - 1, i - 2)]
    return any(cursor.fold(joint) in _TO and cursor.is_word(other)
               and month(cursor.tokens[other].text, cursor.language) is not None for joint, other in near)
