"""Text -> the quantities that it states, with their values the same whatever the language or format.

"9,1 Milliarden Euro", "9.1 billion euros" and "9,1 miljard euro" are all 9,100,000,000 EUR.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from rag.check.dates import month, numeric_date
from rag.check.number_words import NumberWord, multiple, number_words
from rag.check.tokens import literal_value, tokens
from rag.check.units import currency, is_times, percent

__all__ = ["Quantity", "QuantityKind", "quantities"]

QuantityKind = Literal["number", "money", "percent", "multiple", "magnitude", "date", "month", "code"]

_ORDINAL_ENDINGS = {"st", "nd", "rd", "th", "ste", "de", "e", "er", "ère", "re", "ème", "º", "ª", "s", "ers", "ern"}
_BETWEEN = {"to", "and", "or", "bis", "und", "oder", "auf", "tot", "en", "of", "naar", "op", "à", "et", "ou", "a", "y",
            "o", "e", "ao", "al", "-", "–", "—"}
_SKIPPED = {"of", "de", "d", "di", "us", "amerikanische", "amerikanischen", "amerikaanse", "-"}
_HYPHENS = ("", " ", "-", "‐", "‑", "\u00a0", "\u202f")
_ONE = Decimal(1)
_THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something countable that a text states.

    Attributes:
        value: Scale applied; the day for dates, the month's number for months, 0 for codes.
        unit: The currency of money, "%" or "percentage points", "month N" for dates, the code itself ("g7").
        text: The words that say it.
        certain: False where the words may well mean something else: they support a claim but demand nothing.
    """

    value: Decimal
    kind: QuantityKind
    unit: str
    text: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class _Found:
    """A quantity, its tokens [first, last), and whether it is a number without any scale or unit of its own."""

    quantity: Quantity
    first: int
    last: int
    scale: Decimal = _ONE
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Number:
    """A number read so far: tokens up to `last` are used."""

    value: Decimal
    last: int
    scale: Decimal = _ONE
    certain: bool = True
    year: bool = False


def quantities(text: str, language: str | None) -> tuple[Quantity, ...]:
    """Reads every quantity of a text, in time linear in its length.

    Args:
        text: Running text.
        language: ISO 639-1; its conventions and number words are read. None, or unknown ones: those of English.
    """
    plain = unicodedata.normalize("NFC", text)
    return _Reader(plain, language or "en").read()


class _Reader:
    """Reads tokens from left to right, each once or by a bounded look-ahead."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._tokens = tuple(tokens(text, language))
        self._words: Mapping[str, NumberWord] = number_words(language)

    def read(self) -> tuple[Quantity, ...]:
        found: list[_Found] = []
        position = 0
        while position < len(self._tokens):
            here = self._at(position)
            found.extend(here)
            position = max([position + 1, *(item.last for item in here)])
        return tuple(item.quantity for item in self._spread(found))

    def _at(self, i: int) -> list[_Found]:
        token = self._tokens[i]
        if token.kind == "date":
            return self._numeric_date(i)
        if token.kind == "number":
            return self._literal(i)
        return self._word(i) if token.kind == "word" else []

    def _numeric_date(self, i: int) -> list[_Found]:
        found: list[_Found] = []
        for date in numeric_date(self._tokens[i].text, self._language):
            found.append(self._found(Decimal(date.day), "date", f"month {date.month}", i, i + 1, date.certain))
            found.append(self._found(Decimal(date.year), "number", "", i, i + 1))
        return found

    def _literal(self, i: int) -> list[_Found]:
        token = self._tokens[i]
        if coded := self._code(i):
            return coded
        value = literal_value(token.text, self._language)
        if value is None:
            return [self._found(Decimal(0), "code", token.text, i, i + 1)]
        last = i + 1
        if self._glued(last) and self._fold(last) in _ORDINAL_ENDINGS:
            last += 1
        dated = self._day_before_month(i, last, value)
        if dated:
            return dated
        year = token.text.isdigit() and len(token.text) == 4 and 1000 <= value < 2200
        return self._finished(i, self._scaled(_Number(value, last, year=year)))

    def _code(self, i: int) -> list[_Found]:
        """"G7", "A380", "5G": letters and digits written as one, which name something."""
        before = i > 0 and self._tokens[i - 1].kind == "word" and self._tokens[i - 1].end == self._tokens[i].start
        name = self._tokens[i].text
        last = i + 1
        if before and currency(self._fold(i - 1)) is None:
            name = self._tokens[i - 1].text + name
        elif self._glued(last) and len(self._tokens[last].text) == 1 and self._tokens[last].text.isupper():
            name, last = name + self._tokens[last].text, last + 1
        else:
            return []
        coded = self._found(Decimal(0), "code", name.casefold(), i, last)
        value = literal_value(self._tokens[i].text, self._language)
        return [coded] if value is None else [coded, self._found(value, "number", "", i, last, certain=False)]

    def _day_before_month(self, i: int, last: int, day: Decimal) -> list[_Found]:
        if last < len(self._tokens) and self._fold(last) == "de":
            last += 1
        if last >= len(self._tokens) or not 1 <= day <= 31 or day != day.to_integral_value():
            return []
        gap = self._text[self._tokens[last - 1].end : self._tokens[last].start]
        named = month(self._tokens[last].text, self._language) if len(gap) <= 2 else None
        return [self._found(day, "date", f"month {named.number}", i, last + 1)] if named else []

    def _word(self, i: int) -> list[_Found]:
        named = month(self._tokens[i].text, self._language)
        if named:
            return self._month(i, named.number, named.certain)
        fold = self._fold(i)
        word = self._words.get(fold)
        if word is None:
            return self._compound(i, fold)
        if word.role in ("unit", "tens"):
            return self._finished(i, self._scaled(self._counted(i, word)))
        if word.role == "article" and self._scale(i + 1):
            return self._finished(i, self._scaled(_Number(_ONE, i + 1)))
        if word.role == "scale" and word.value <= _THOUSAND:
            alone = _Number(word.value, i + 1, word.value, certain=word.value == _THOUSAND)
            return self._finished(i, self._scaled(alone))
        kind = "magnitude" if word.role in ("scale", "magnitude") else "number"
        return [self._found(word.value, kind, "", i, i + 1, word.certain)]

    def _compound(self, i: int, fold: str) -> list[_Found]:
        times = multiple(fold)
        if times:
            return [self._found(times.value, "multiple", "", i, i + 1, times.certain)]
        for ending in ("mal", "maal", "malige", "fold", "fach", "fache", "fachen", "voudig"):
            word = self._words.get(fold.removesuffix(ending)) if fold.endswith(ending) and len(fold) < 24 else None
            if word is not None and word.role in ("unit", "tens"):
                return [self._found(word.value, "multiple", "", i, i + 1)]
        return []

    def _month(self, i: int, number: int, certain: bool) -> list[_Found]:
        following = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
        digits = following is not None and following.kind == "number" and following.text.isdigit()
        if following is not None and digits:
            near = following.start - self._tokens[i].end <= 2
            if near and len(following.text) <= 2 and self._language == "en" and 1 <= int(following.text) <= 31:
                last = i + 3 if self._glued(i + 2) and self._fold(i + 2) in _ORDINAL_ENDINGS else i + 2
                return [self._found(Decimal(following.text), "date", f"month {number}", i, last)]
            certain = certain or (near and len(following.text) == 4)
        return [self._found(Decimal(number), "month", "", i, i + 1, certain)]

    def _counted(self, i: int, word: NumberWord) -> _Number:
        """Adds a unit to its tens: "twenty-one", "treinta y uno", "soixante-dix", "quatre-vingt-dix"."""
        value, last, certain = word.value, i + 1, word.certain
        if self._language == "fr" and value == 4 and self._joined(last) and self._fold(last) in ("vingt", "vingts"):
            value, last = Decimal(80), last + 1
        tens = value >= 20 and value % 10 == 0 and value < 100
        if tens or (self._language == "fr" and value == 10):
            more = last + 1 if self._joined(last) and self._fold(last) in ("et", "y", "e") else last
            unit = self._words.get(self._fold(more)) if self._joined(more) else None
            room = 20 if self._language == "fr" and value in (60, 80) else 10
            if unit is not None and unit.role in ("unit", "article") and 1 <= unit.value < room:
                value, last, certain = value + unit.value, more + 1, True
        return _Number(value, last, certain=certain)

    def _scale(self, i: int) -> NumberWord | None:
        word = self._words.get(self._fold(i)) if self._joined(i) else None
        return word if word is not None and word.role in ("scale", "magnitude") else None

    def _scaled(self, number: _Number) -> _Number:
        while scale := self._scale(number.last):
            number = replace(number, value=number.value * scale.value, scale=number.scale * scale.value,
                             last=number.last + 1, certain=number.certain or scale.value > 100, year=False)
            if number.scale > Decimal(10) ** 18:
                break
        return number

    def _finished(self, i: int, number: _Number) -> list[_Found]:
        """Looks for the unit after a number, then before it."""
        scale_letter = {"m": 6, "k": 3, "b": 9}.get(self._fold(number.last)) if self._glued(number.last) else None
        money = self._currency_before(i)
        if money and scale_letter:
            power = Decimal(10) ** scale_letter
            number = replace(number, value=number.value * power, scale=power, last=number.last + 1)
        following = [self._fold(j) for j in range(number.last, min(number.last + 3, len(self._tokens)))]
        share = percent(following)
        if share:
            return [self._found(number.value, "percent", share, i, number.last + 1, scale=number.scale)]
        if following and is_times(following[0], self._language):
            return [self._found(number.value, "multiple", "", i, number.last + 1)]
        money = money or self._currency_after(number.last)
        if money:
            return [self._found(number.value, "money", money, i, number.last, scale=number.scale)]
        found = self._found(number.value, "number", "", i, number.last, number.certain, number.scale)
        return [replace(found, bare=not number.year and number.scale == _ONE)]

    def _currency_before(self, i: int) -> str | None:
        if i == 0 or self._tokens[i].start - self._tokens[i - 1].end > 1:
            return None
        sign = self._tokens[i - 1]
        coded = sign.kind == "sign" or (len(sign.text) == 3 and sign.text.isupper())
        return currency(self._fold(i - 1)) if coded else None

    def _currency_after(self, last: int) -> str | None:
        for j in range(last, min(last + 4, len(self._tokens))):
            if self._tokens[j].start - self._tokens[j - 1].end > 2:
                return None
            found = currency(self._fold(j))
            if found or self._fold(j) not in _SKIPPED:
                return found
        return None

    def _spread(self, found: list[_Found]) -> list[_Found]:
        """Gives the first number of a range the scale and unit of the second: "3 to 4 billion euros"."""
        spread: list[_Found] = []
        for place, item in enumerate(found):
            after = found[place + 1] if place + 1 < len(found) else None
            if after is None or not item.bare or after.first - item.last != 1 or self._fold(item.last) not in _BETWEEN:
                spread.append(item)
                continue
            scale = after.scale if item.quantity.value < _THOUSAND else _ONE
            unit = after.quantity.unit if after.quantity.kind in ("money", "percent") else ""
            if scale == _ONE and not unit:
                spread.append(item)
                continue
            kind = after.quantity.kind if unit else "number"
            whole = replace(item.quantity, value=item.quantity.value * scale, kind=kind, unit=unit)
            spread.append(replace(item, quantity=whole))
            spread.append(replace(item, quantity=replace(item.quantity, certain=False)))
        return spread

    def _found(self, value: Decimal, kind: QuantityKind, unit: str, first: int, last: int, certain: bool = True,
               scale: Decimal = _ONE) -> _Found:
        end = self._tokens[min(last, len(self._tokens)) - 1].end
        words = self._text[self._tokens[first].start : end]
        return _Found(Quantity(value, kind, unit, words, certain), first, last, scale)

    def _fold(self, i: int) -> str:
        return self._tokens[i].text.casefold() if i < len(self._tokens) else ""

    def _glued(self, i: int) -> bool:
        return 0 < i < len(self._tokens) and self._tokens[i].kind == "word" \
            and self._tokens[i].start == self._tokens[i - 1].end

    def _joined(self, i: int) -> bool:
        return 0 < i < len(self._tokens) \
            and self._text[self._tokens[i - 1].end : self._tokens[i].start] in _HYPHENS
