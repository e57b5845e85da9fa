"""What begins with a word: cardinals, magnitudes and ordinals; names of times, shares and compounds are read beside."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rag.check.compounds import part_of_unit, read_compound
from rag.check.counted import Number, and_smaller, cardinal_at, finished, scale_at, scaled, worded
from rag.check.cursor import ONE, Cursor, Found
from rag.check.dates import month
from rag.check.daytime import read_daytime
from rag.check.measures import measure
from rag.check.named_times import read_named_time
from rag.check.number_words import NumberWord, number_words
from rag.check.ordinal_words import OrdinalWord, ordinal
from rag.check.periods import century
from rag.check.shares import parts_after, read_share

__all__ = ["read_word"]

_TEN = Decimal(10)
_DOZEN = Decimal(12)
_SCORE = Decimal(20)
_THOUSAND = Decimal(1000)
_SEVERAL = {"several", "some", "few", "many", "mehrere", "mehreren", "einige", "einigen", "viele", "vielen", "paar",
            "enkele", "verschillende", "meerdere", "vele", "plusieurs", "quelques", "varios", "varias", "algunos",
            "diversi", "alcune", "alcuni", "parecchie", "vários", "várias", "alguns", "algumas"}
_EVERY = {"every", "jeder", "jede", "jedes", "jedem", "jeden", "elke", "elk", "iedere", "ieder", "cada", "chaque",
          "ogni"}
# "Zig Milliarden" are tens of them.
_UMPTEEN = {"zig", "tig", "umpteen"}
# Before a scale they say "some": "a couple of thousand", "ein paar hundert".
_COUPLES = {"couple", "pair", "paar", "par", "paio"}
_OF = {"of", "de", "di"}
_FIGURES = {"figures", "cijfers", "chiffres", "cifras", "cifre", "dígitos"}
_ROUND = {"en": (("around", "the", "clock"), ("round", "the", "clock")), "de": (("rund", "um", "die", "uhr"),),
          "nl": (("de", "klok", "rond"), ("dag", "en", "nacht")), "fr": (("jour", "et", "nuit"),),
          "es": (("día", "y", "noche"),), "it": (("giorno", "e", "notte"),), "pt": (("dia", "e", "noite"),)}
# What the readers of whole phrases begin with.
_RARE = frozenset(words[0] for phrases in _ROUND.values() for words in phrases).union(
    ("other", "scores", "double", "triple"))
# "In Acht nehmen", "Acht geben": to heed.
_BEFORE_HEED = {"in", "außer", "ausser"}
_AFTER_HEED = ("geb", "gib", "gab", "zu")
# "Every second counts" tells of time.
_PASSING = {"counts", "counted", "mattered", "matters", "of", "that", "is", "was", "he", "she", "they", "we", "i",
            "you", "zählt", "zählte", "telt", "telde"}


def read_word(cursor: Cursor, i: int) -> list[Found]:
    """Reads what begins at a word, in time bounded by a look-ahead of a few tokens; often nothing."""
    for read in (read_daytime, read_named_time, read_share):
        if found := read(cursor, i):
            return found
    if cursor.fold(i) in _RARE:
        for read in (_every_other, _scores, _double_digit, _round_the_clock):
            if found := read(cursor, i):
                return found
    word = cardinal_at(cursor, i) or _topped(cursor, i)
    if word is None:
        return _ordinal(cursor, i) or read_compound(cursor, i)
    return _cardinal(cursor, i, word)


def _cardinal(cursor: Cursor, i: int, word: NumberWord) -> list[Found]:
    if _heeds(cursor, i):
        return []
    if whole := _dozens(cursor, i, word) or _figured(cursor, i, word) or _parts_of_a_unit(cursor, i, word):
        return whole
    if word.role in ("unit", "tens", "group"):
        return _couple(cursor, i, word) or _counting(cursor, i, word)
    if word.role == "article":
        return _after_article(cursor, i)
    if word.role == "scale" and word.value <= _THOUSAND and cursor.fold(i - 1) not in (*_SEVERAL, *_UMPTEEN):
        alone = Number(word.value, i + 1, word.value, lone_scale=True)
        return finished(cursor, i, and_smaller(cursor, scaled(cursor, alone)))
    return _magnitude(cursor, i, word)


def _every_other(cursor: Cursor, i: int) -> list[Found]:
    """"Every other day" is every second one."""
    if cursor.language != "en" or cursor.folds(i - 1, i + 1) != ("every", "other"):
        return []
    every = cursor.found(Decimal("0.5"), "share", "", i - 1, i + 1, certain=False, role="every")
    return [every, *_interval(cursor, i - 1, i + 1, Decimal(2))]


def _interval(cursor: Cursor, first: int, last: int, value: Decimal) -> list[Found]:
    """"Every other week" and "jede dritte Woche" are every two and every three weeks."""
    unit = measure(cursor.folds(last, last + 4), False, cursor.language) if cursor.joined(last) else None
    return [] if unit is None else [cursor.found(value, "number", unit.unit, first, last, certain=False)]


def _round_the_clock(cursor: Cursor, i: int) -> list[Found]:
    """"Around the clock", "rund um die Uhr": 24 hours a day."""
    said = any(cursor.folds(i, i + len(words)) == words for words in _ROUND.get(cursor.language, ()))
    return [cursor.found(Decimal(24), "number", "h", i, i + 1, certain=False)] if said else []


def _scores(cursor: Cursor, i: int) -> list[Found]:
    """"Scores of people" are dozens; what a test scores is another thing."""
    if cursor.language != "en" or cursor.folds(i, i + 2) != ("scores", "of"):
        return []
    return [cursor.found(_TEN, "magnitude", "", i, i + 1, certain=False)]


def _double_digit(cursor: Cursor, i: int) -> list[Found]:
    """"Double-digit growth" is tens of per cent."""
    power = {"double": 1, "triple": 2}.get(cursor.fold(i)) if cursor.language == "en" else None
    if power is None or cursor.fold(i + 1) not in ("digit", "digits", "figure", "figures") or not cursor.joined(i + 1):
        return []
    return [cursor.found(_TEN**power, "magnitude", "", i, i + 2, certain=False)]


def _topped(cursor: Cursor, i: int) -> NumberWord | None:
    """"Top Ten", "Top-Five-Liste": said in English whatever the language."""
    word = number_words("en").get(cursor.fold(i)) if cursor.fold(i - 1) == "top" and cursor.joined(i) else None
    return word if word is not None and word.role == "unit" and word.certain else None


def _heeds(cursor: Cursor, i: int) -> bool:
    if cursor.folds(i - 1, i + 2) in (("unter", "vier", "augen"), ("onder", "vier", "ogen")):
        return True
    if cursor.language != "de" or cursor.tokens[i].text != "Acht":
        return False
    return cursor.fold(i - 1) in _BEFORE_HEED or cursor.fold(i + 1).startswith(_AFTER_HEED)


def _dozens(cursor: Cursor, i: int, word: NumberWord) -> list[Found]:
    """"Two dozen", "drei Dutzend", "five score"."""
    if word.role == "unit" and cursor.language == "en" and cursor.gap(i + 1) == " " and cursor.fold(i + 1) == "score":
        # "The two score in turn".
        return finished(cursor, i, and_smaller(cursor, Number(word.value * _SCORE, i + 2, certain=False), _SCORE))
    dozen = number_words(cursor.language).get(cursor.fold(i + 1)) if cursor.gap(i + 1) == " " else None
    if word.role != "unit" or not word.certain or dozen is None or dozen.role != "group" or dozen.value != _DOZEN:
        return []
    return finished(cursor, i, Number(word.value * _DOZEN, i + 2))


def _figured(cursor: Cursor, i: int, word: NumberWord) -> list[Found]:
    """"A six-figure sum" is hundreds of thousands."""
    plural = cursor.fold(i + 1) in _FIGURES and word.role == "unit"
    figured = cursor.language == "en" and cursor.fold(i + 1) in ("figure", "figures", "digit") \
        and "-" in cursor.gap(i + 1)
    if not (figured or plural) or not 2 <= word.value <= 12:
        return []
    # "A sum of six figures", "een bedrag van zes cijfers"; six figures may be people, too.
    counted = [cursor.found(word.value, "number", "", i, i + 2, certain=False)] if plural else []
    return [cursor.found(_TEN ** (int(word.value) - 1), "magnitude", "", i, i + 2, certain=False), *counted]


def _parts_of_a_unit(cursor: Cursor, i: int, word: NumberWord) -> list[Found]:
    """"Drei Viertelstunden", "drie kwartier"."""
    part = part_of_unit(cursor.fold(i + 1), cursor.language) if cursor.gap(i + 1) == " " else None
    if word.role != "unit" or part is None:
        return []
    return [cursor.found(word.value * part.value, "number", part.unit, i, i + 2)]


def _couple(cursor: Cursor, i: int, word: NumberWord) -> list[Found]:
    """Reads "a couple of thousand", which is thousands."""
    if word.role != "group" or cursor.fold(i) not in _COUPLES:
        return []
    at = i + 2 if cursor.fold(i + 1) in _OF else i + 1
    scale = scale_at(cursor, at)
    return [] if scale is None else _magnitude(cursor, at, scale)


def _counting(cursor: Cursor, i: int, word: NumberWord) -> list[Found]:
    # Dutch says "op twee na grootste" for the third largest.
    if cursor.language == "nl" and cursor.fold(i - 1) == "op" and cursor.fold(i + 1) == "na":
        return [cursor.found(word.value + 1, "ordinal", "", i, i + 2)]
    if word.role == "group" and word.value >= _TEN and cursor.fold(i - 1) in _SEVERAL:
        # "Several dozen" is dozens.
        return [cursor.found(Decimal(10) ** word.value.adjusted(), "magnitude", "", i, i + 1)]
    number = worded(cursor, i, word) if word.role != "group" else Number(word.value, i + 1, certain=word.certain)
    if word.role == "tens" and number.last == i + 1 and (ranked := _tens_and_ordinal(cursor, i, word)):
        return ranked
    if found := parts_after(cursor, i, number.value, number.last):
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
    value, last = word.value * (_TEN if cursor.fold(i - 1) in _UMPTEEN else 1), i + 1
    at = last + 1 if cursor.fold(last) in ("of", "de", "di", "van", "von") else last
    more = scale_at(cursor, at)
    if more is not None and more.value >= _THOUSAND:
        value, last = value * more.value, at + 1
    # "A few million years", "several million euros".
    of = cursor.fold(last) in _OF and cursor.gap(last + 1) == " "
    counted = finished(cursor, i, Number(value, last + 1 if of else last))[0]
    kept = counted.quantity.kind in ("number", "money") and counted.quantity.unit
    unit, last = (counted.quantity.unit, counted.last) if kept else ("", last)
    return [cursor.found(value, "magnitude", unit, i, last, certain=word.certain)]


def _after_article(cursor: Cursor, i: int) -> list[Found]:
    if cursor.gap(i + 1) == "" and not cursor.is_word(i + 1):
        # "A$5".
        return []
    if scale_at(cursor, i + 1):
        return finished(cursor, i, and_smaller(cursor, scaled(cursor, Number(Decimal(1), i + 1))))
    if found := parts_after(cursor, i, Decimal(1), i + 1):
        return found
    word = number_words(cursor.language).get(cursor.fold(i + 1))
    if word is not None and word.role == "group":
        return []
    # An article before a unit may count ("eine Stunde", "a year"): it supports, and demands nothing.
    if cursor.fold(i) in ("one", "één", "eén"):
        return finished(cursor, i, scaled(cursor, Number(Decimal(1), i + 1, certain=False)))
    alone = finished(cursor, i, Number(Decimal(1), i + 1, certain=False))
    return [replace(one, quantity=replace(one.quantity, role="article")) if one.bare else one for one in alone]


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
                *_interval(cursor, i, last, value),
                cursor.found(value, "ordinal", "", i, last, certain=False, role="ratio")]
    first = century(value, cursor.fold(last))
    if first is not None:
        return [cursor.found(value, "ordinal", "century", i, last, certain=False),
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
