"""What begins with a word: months, weekdays, number words, ordinals, shares, multiples, centuries, Roman numerals."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rag.check.counted import Number, and_smaller, cardinal_at, finished, scale_at, scaled, worded
from rag.check.cursor import ONE, Cursor, Found
from rag.check.dates import month, weekday
from rag.check.measures import measure
from rag.check.multiples import contained, great, multiple
from rag.check.number_words import NumberWord, number_words
from rag.check.ordinal_words import OrdinalWord, half, ordinal, parts
from rag.check.periods import century, roman

__all__ = ["read_word"]

_THOUSAND = Decimal(1000)
_OF = {"of", "von", "der", "des", "van", "de", "du", "d", "del", "della", "dei", "degli", "delle", "dos", "das",
       "do", "da", "di", "dello", "dell"}
_SEVERAL = {"several", "some", "few", "many", "mehrere", "mehreren", "einige", "einigen", "viele", "vielen", "paar",
            "enkele", "verschillende", "meerdere", "vele", "plusieurs", "quelques", "varios", "varias", "algunos",
            "diversi", "alcune", "alcuni", "parecchie", "vários", "várias", "alguns", "algumas"}
_ORDINAL_ENDINGS = {"st", "nd", "rd", "th"}
_EVERY = {"every", "jeder", "jede", "jedes", "jedem", "jeden", "elke", "elk", "iedere", "ieder", "cada", "chaque",
          "ogni"}
# "Every second counts" tells of time.
_PASSING = {"counts", "counted", "mattered", "matters", "of", "that", "is", "was", "he", "she", "they", "we", "i",
            "you", "zählt", "zählte", "telt", "telde"}
_AS = {"as", "so", "zo"}
_CENTURY_BEFORE = {"siglo", "século", "siècle"}
# "June" may be a name and "May" a verb, but not after these.
_BEFORE_MONTH = {"in", "until", "since", "last", "next", "by", "late", "early", "mid", "during", "through", "this",
                 "of",
                 "im", "seit", "ende", "anfang", "mitte", "bis"}
_CLOCK_WORDS = {"midnight": 0, "mitternacht": 0, "middernacht": 0, "minuit": 0, "medianoche": 0, "mezzanotte": 0,
                "noon": 720, "midday": 720, "mittag": 720, "midi": 720, "mediodía": 720, "mezzogiorno": 720}
_AND_A_HALF = {"anderthalb": "1.5", "anderthalbfache": "1.5", "eineinhalb": "1.5", "zweieinhalb": "2.5",
               "dreieinhalb": "3.5", "viereinhalb": "4.5", "fünfeinhalb": "5.5", "sechseinhalb": "6.5",
               "anderhalf": "1.5", "anderhalve": "1.5", "tweeënhalf": "2.5", "tweeënhalve": "2.5",
               "drieënhalf": "3.5", "drieënhalve": "3.5", "vierenhalf": "4.5", "vijfenhalf": "5.5"}


def read_word(cursor: Cursor, i: int) -> list[Found]:
    """Reads what begins at a word, in time bounded by a look-ahead of a few tokens; often nothing."""
    for read in (_weekday, _month, _roman, _share, _decade, _noon):
        if found := read(cursor, i):
            return found
    word = cardinal_at(cursor, i)
    if word is None:
        return _ordinal(cursor, i) or _compound(cursor, i)
    return _cardinal(cursor, i, word)


def _cardinal(cursor: Cursor, i: int, word: NumberWord) -> list[Found]:
    if word.role in ("unit", "tens", "group"):
        return _counting(cursor, i, word)
    if word.role == "article":
        return _after_article(cursor, i)
    if word.role == "scale" and word.value <= _THOUSAND and cursor.fold(i - 1) not in _SEVERAL:
        alone = Number(word.value, i + 1, word.value, lone_scale=True)
        return finished(cursor, i, and_smaller(cursor, scaled(cursor, alone)))
    return _magnitude(cursor, i, word)


def _counting(cursor: Cursor, i: int, word: NumberWord) -> list[Found]:
    # Dutch says "op twee na grootste" for the third largest.
    if cursor.language == "nl" and cursor.fold(i - 1) == "op" and cursor.fold(i + 1) == "na":
        return [cursor.found(word.value + 1, "ordinal", "", i, i + 2)]
    number = worded(cursor, i, word) if word.role != "group" else Number(word.value, i + 1, certain=word.certain)
    if word.role == "tens" and number.last == i + 1 and (ranked := _tens_and_ordinal(cursor, i, word)):
        return ranked
    if found := _parts_after(cursor, i, number.value, number.last):
        return found
    number = and_smaller(cursor, scaled(cursor, number), _room(number))
    if number.value >= _THOUSAND and word.role == "unit" and number.last == i + 1:
        number = replace(number, certain=True)
    return finished(cursor, i, number)


def _room(number: Number) -> Decimal:
    """How much may be added by the words after a cardinal in one word: "tweeduizend vijfhonderd"."""
    return next((room for room in (_THOUSAND, Decimal(100)) if number.value >= room and number.value % room == 0), ONE)


def _magnitude(cursor: Cursor, i: int, word: NumberWord) -> list[Found]:
    """"Thousands", "hundreds of thousands", "several hundred"."""
    value, last = word.value, i + 1
    at = last + 1 if cursor.fold(last) in ("of", "de", "di", "van", "von") else last
    more = scale_at(cursor, at)
    if more is not None and more.value >= _THOUSAND:
        value, last = value * more.value, at + 1
    return [cursor.found(value, "magnitude", "", i, last, certain=word.certain)]


def _after_article(cursor: Cursor, i: int) -> list[Found]:
    if cursor.gap(i + 1) == "" and not cursor.is_word(i + 1):
        # "A$5".
        return []
    if scale_at(cursor, i + 1):
        return finished(cursor, i, and_smaller(cursor, scaled(cursor, Number(Decimal(1), i + 1))))
    if found := _parts_after(cursor, i, Decimal(1), i + 1):
        return found
    word = number_words(cursor.language).get(cursor.fold(i + 1))
    if word is not None and word.role == "group":
        return []
    # An article before a unit may count ("eine Stunde", "a year"): it supports, and demands nothing.
    if cursor.fold(i) in ("one", "één"):
        return finished(cursor, i, Number(Decimal(1), i + 1, certain=False))
    alone = finished(cursor, i, Number(Decimal(1), i + 1, certain=False))
    return [replace(one, quantity=replace(one.quantity, role="article")) if one.bare else one for one in alone]


def _parts_after(cursor: Cursor, i: int, value: Decimal, last: int) -> list[Found]:
    """"Two thirds", "ein Viertel", "one third of", "three and a half" is elsewhere."""
    if not cursor.joined(last):
        return []
    fold = cursor.fold(last)
    divided = parts(fold, cursor.language)
    if divided is not None and (part := _part_of_scale(cursor, i, value / divided.value, last + 1)):
        return part
    fifth = False
    if divided is None and cursor.language in ("en", "nl", "it", "fr"):
        divided = ordinal(fold, cursor.language)
        divided = divided if divided is not None and divided.value > 2 else None
        # "A fifth work in agriculture", "a fifth man": the words alone do not tell.
        fifth = cursor.fold(last + 1) not in _OF and cursor.fold(i) != "one"
    if divided is None or not 0 < value <= divided.value or value != value.to_integral_value():
        return []
    certain = divided.certain or value > 1 or cursor.fold(last + 1) in _OF
    certain = certain and not fifth
    share = cursor.found(value / divided.value, "share", "", i, last + 1, certain=certain)
    return [share, cursor.found(Decimal(divided.value), "ordinal", "", i, last + 1, certain=fifth)]


def _part_of_scale(cursor: Cursor, i: int, value: Decimal, last: int) -> list[Found]:
    """"A quarter of a million", "un quart de million", "een kwart miljoen"."""
    at = last + 1 if cursor.fold(last) in _OF else last
    article = number_words(cursor.language).get(cursor.fold(at))
    at += 1 if at > last and article is not None and article.role == "article" else 0
    scale = scale_at(cursor, at)
    if scale is None or scale.role != "scale" or scale.value <= _THOUSAND or not cursor.joined(last):
        return []
    return finished(cursor, i, Number(value * scale.value, at + 1, scale.value))


def _share(cursor: Cursor, i: int) -> list[Found]:
    fold = cursor.fold(i)
    if mixed := _AND_A_HALF.get(fold):
        return finished(cursor, i, scaled(cursor, Number(Decimal(mixed), i + 1)))
    if found := half(fold, cursor.language):
        at = i + 2 if cursor.fold(i + 1) in ("a", "an", "un") else i + 1
        after = number_words(cursor.language).get(cursor.fold(at)) if cursor.joined(at) else None
        if after is not None and (after.role == "scale" or after.value == 12):
            return finished(cursor, i, scaled(cursor, Number(after.value / 2, at + 1, after.value)))
        certain = found.certain or (cursor.language == "en" and cursor.fold(i + 1) == "of") \
            or (cursor.fold(i + 1) in _AS and cursor.joined(i + 1) and cursor.language in ("en", "de", "nl"))
        share = cursor.found(Decimal("0.5"), "share", "", i, i + 1, certain=certain)
        unit = measure(cursor.folds(at, at + 4), False, cursor.language) if cursor.joined(at) else None
        # "Half a century", "eine halbe Stunde".
        timed = [cursor.found(Decimal("0.5"), "number", unit.unit, i, at + unit.words, certain=False)] if unit else []
        return [share, *timed]
    divided = parts(fold, cursor.language)
    if divided is None:
        return []
    if part := _part_of_scale(cursor, i, Decimal(1) / divided.value, i + 1):
        return part
    return [cursor.found(Decimal(1) / divided.value, "share", "", i, i + 1, certain=False),
            cursor.found(Decimal(divided.value), "ordinal", "", i, i + 1, certain=False)]


def _tens_and_ordinal(cursor: Cursor, i: int, tens: NumberWord) -> list[Found]:
    """"Twenty-fourth"; "vingt-quatrième"."""
    unit = ordinal(cursor.fold(i + 1), cursor.language) if cursor.joined(i + 1) else None
    if unit is None or not unit.value < 10 or "-" not in cursor.gap(i + 1):
        return []
    return _ranked(cursor, i, i + 2, OrdinalWord(int(tens.value) + unit.value))


def _ordinal(cursor: Cursor, i: int) -> list[Found]:
    found = ordinal(cursor.fold(i), cursor.language)
    if found is None and cursor.language == "fr" and cursor.fold(i).endswith("ième"):
        stem = cursor.fold(i).removesuffix("ième")
        word = number_words("fr").get(stem) or number_words("fr").get(stem + "e")
        found = OrdinalWord(int(word.value)) if word is not None else None
    if found is None:
        return []
    return _ranked(cursor, i, i + 1, found)


def _ranked(cursor: Cursor, i: int, last: int, found: OrdinalWord) -> list[Found]:
    value = Decimal(found.value)
    if value > 1 and cursor.fold(i - 1) in _EVERY and cursor.joined(i):
        said = cursor.is_word(last) and cursor.joined(last) and cursor.fold(last) not in _PASSING
        return [cursor.found(1 / value, "share", "", i - 1, last, certain=said, role="every"),
                cursor.found(value, "ordinal", "", i, last, certain=False)]
    first = century(value, cursor.fold(last))
    if first is not None:
        return [cursor.found(value, "ordinal", "", i, last, certain=False),
                cursor.found(Decimal(first), "period", "100", i, last + 1)]
    named = month(cursor.tokens[last + 1].text, cursor.language) \
        if cursor.fold(last) in ("of", "de") and cursor.is_word(last + 1) else None
    if named is None and cursor.is_word(last) and cursor.joined(last):
        named = month(cursor.tokens[last].text, cursor.language)
        named = named if named is not None and named.certain else None
    if named is not None:
        return [cursor.found(value, "date", f"month {named.number}", i, last + 1)]
    return [cursor.found(value, "ordinal", "", i, last, certain=found.certain,
                         role="article" if found.loose else "")]


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
    if ending and not fold.endswith(ending):
        return []
    stem = fold.removesuffix(ending) + "y" if language == "en" else fold.removesuffix(ending) if ending else fold
    word = number_words(language).get(stem)
    if word is None or word.role != "tens":
        return []
    if language == "de" and not cursor.fold(i + 1).startswith("jahr"):
        return []
    if not ending and cursor.fold(i - 1) not in ("jaren", "années", "años", "anni", "anos"):
        return []
    # "In his sixties" tells an age: it supports, and demands nothing.
    return [cursor.found(1900 + word.value, "period", "10", i, i + 1, certain=bool(language != "en"))]


def _noon(cursor: Cursor, i: int) -> list[Found]:
    minutes = _CLOCK_WORDS.get(cursor.fold(i))
    return [] if minutes is None else [cursor.found(Decimal(minutes), "clock", "", i, i + 1, certain=False)]


def _weekday(cursor: Cursor, i: int) -> list[Found]:
    text = cursor.tokens[i].text
    if cursor.language in ("en", "de") and not text[:1].isupper():
        return []
    if cursor.language == "pt" and cursor.gap(i + 1) == "-":
        text = f"{text}-{cursor.fold(i + 1)}"
    found = weekday(text, cursor.language)
    return [] if found is None else [cursor.found(Decimal(found), "weekday", "", i, i + (2 if "-" in text else 1))]


def _month(cursor: Cursor, i: int) -> list[Found]:
    named = month(cursor.tokens[i].text, cursor.language)
    if named is None:
        return []
    # French "sept" is seven unless a dot or a year shows the month.
    number = number_words(cursor.language).get(cursor.fold(i))
    if number is not None and not cursor.gap(i + 1).startswith(".") and not cursor.is_number(i + 1):
        return []
    certain = named.certain or cursor.fold(i - 1) in _BEFORE_MONTH
    following = cursor.tokens[i + 1] if cursor.is_number(i + 1) else None
    if following is not None and following.text.isdigit():
        near = len(cursor.gap(i + 1)) <= 2
        if near and len(following.text) <= 2 and cursor.language == "en" and 1 <= int(following.text) <= 31:
            last = i + 3 if cursor.glued(i + 2) and cursor.fold(i + 2) in _ORDINAL_ENDINGS else i + 2
            return [cursor.found(Decimal(following.text), "date", f"month {named.number}", i, last)]
        certain = certain or (near and len(following.text) == 4)
    return [cursor.found(Decimal(named.number), "month", "", i, i + 1, certain=certain)]


def _compound(cursor: Cursor, i: int) -> list[Found]:
    fold = cursor.fold(i)
    times = multiple(fold, cursor.language)
    if times:
        if times.value < 1:
            return [cursor.found(times.value, "share", "", i, i + 1, certain=times.certain, role="change")]
        role = "change" if times.change else ""
        return [cursor.found(times.value, "multiple", "", i, i + 1, role=role,
                             certain=times.certain or cursor.fold(i + 1) in _AS)]
    if cursor.language in ("de", "nl") and (power := great(fold)):
        return [cursor.found(power, "magnitude", "", i, i + 1, certain=False)]
    carried = contained(fold, cursor.language)
    return [cursor.found(carried.value, "number", "", i, i + 1, certain=carried.certain)] if carried else []
