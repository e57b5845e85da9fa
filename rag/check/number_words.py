"""Words that say a number, language by language: units, tens, scales, ordinals, multiples and magnitudes.

English "billion" is German "Milliarde" and German "Billion" is English "trillion": every table belongs to a language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

__all__ = ["NumberWord", "WordRole", "multiple", "number_words"]

WordRole = Literal["unit", "tens", "scale", "ordinal", "magnitude", "article"]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word's value and its part in a number.

    Attributes:
        certain: False for a word that often says something else ("one of them", French "neuf"): it can support a
            claim's number, but is not demanded of a quote.
    """

    value: Decimal
    role: WordRole
    certain: bool = True


# In order from 0; "/" parts variants, "?" marks a word with another common meaning.
_UNITS = {
    "en": "zero? one? two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
          "seventeen eighteen nineteen",
    "de": "null? eins? zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
          "sechzehn siebzehn achtzehn neunzehn",
    "nl": "nul? één? twee drie vier vijf zes zeven acht? negen tien elf twaalf dertien veertien vijftien zestien "
          "zeventien achttien negentien",
    "fr": "zéro? un? deux trois quatre cinq six sept huit neuf? dix onze douze treize quatorze quinze seize",
    "es": "cero? uno? dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
          "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis "
          "veintisiete veintiocho veintinueve",
    "it": "zero? uno? due tre quattro cinque sei? sette otto nove dieci undici dodici tredici quattordici quindici "
          "sedici diciassette diciotto diciannove",
    "pt": "zero? um? dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze "
          "dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove",
}
# In order from 20, in steps of ten.
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "fr": "vingt/vingts trente quarante cinquante soixante septante? quatre-vingt? nonante?",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
}
_SCALES = {
    "en": "2:hundred 3:thousand 6:million,mn,mln 9:billion,bn 12:trillion,tn,trn",
    "de": "2:hundert,einhundert 3:tausend,eintausend,tsd 6:million,millionen,mio,mill 9:milliarde,milliarden,mrd,mia "
          "12:billion,billionen,bio 15:billiarde,billiarden 18:trillion,trillionen",
    "nl": "2:honderd 3:duizend 6:miljoen,mln,mio 9:miljard,mld,mrd 12:biljoen 15:biljard 18:triljoen",
    "fr": "2:cent,cents 3:mille 6:million,millions,mio 9:milliard,milliards,md,mds,mrd 12:billion,billions "
          "18:trillion,trillions",
    "es": "2:cien,ciento 3:mil 6:millón,millones,mill 9:millardo,millardos 12:billón,billones 18:trillón,trillones",
    "it": "2:cento 3:mila,mille 6:milione,milioni,mln 9:miliardo,miliardi,mld,mrd 12:bilione,bilioni 18:trilione",
    "pt": "2:cem,cento 3:mil 6:milhão,milhões,mi 9:bilhão,bilhões,bi 12:trilhão,trilhões,bilião,biliões",
}
# Plural magnitudes without a number: "thousands of people", "Milliarden für die Bahn" (scales serve for the latter).
_MAGNITUDES = {
    "en": "2:hundreds 3:thousands 6:millions 9:billions 12:trillions",
    "de": "2:hunderte,hunderten,hunderter 3:tausende,tausenden,tausender",
    "nl": "2:honderden 3:duizenden 6:miljoenen 9:miljarden 12:biljoenen",
    "fr": "2:centaines 3:milliers",
    "es": "2:cientos,centenares 3:miles,millares",
    "it": "2:centinaia 3:migliaia",
    "pt": "2:centenas 3:milhares",
}
# In order from 1; shares ("ein Drittel") count as ordinals, since English says "third" for both.
_ORDINALS = {
    "en": "first? second? third/thirds fourth fifth/fifths sixth seventh eighth ninth tenth eleventh twelfth",
    "de": "erst? zweit dritt/drittel viert? fünft/fünftel sechst siebt/siebent acht? neunt zehnt/zehntel elft zwölft",
    "nl": "eerste? tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
    "fr": "premier?/première? deuxième?/second?/seconde? troisième/tiers quatrième cinquième sixième septième "
          "huitième neuvième dixième onzième douzième",
    "es": "primer?/primero?/primera? segundo?/segunda? tercer/tercero/tercera/tercio/tercios cuarto?/cuarta? "
          "quinto/quinta sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima",
    "it": "primo?/prima? secondo?/seconda? terzo/terza/terzi quarto?/quarta? quinto/quinta sesto/sesta "
          "settimo/settima ottavo/ottava nono/nona decimo/decima",
    "pt": "primeiro?/primeira? segundo?/segunda? terceiro/terceira/terço/terços quarto?/quarta? quinto/quinta "
          "sexto/sexta sétimo/sétima oitavo/oitava nono/nona décimo/décima",
}
_ARTICLES = {
    "en": "a one", "de": "ein eine einer einem einen", "nl": "een één", "fr": "un une", "es": "un una", "it": "un uno",
    "pt": "um uma",
}
_GERMAN_ENDINGS = ("e", "en", "er", "es", "em", "ens", "")
# Beginnings of words that multiply, any language: the stem says enough ("verdreifachen", "verdreifachte").
_MULTIPLE_STEMS = {
    "0.5": "halv half? halbier hälfte halb? gehalveer helft moitié mitad metà dimezz metade",
    "2": "doubl twice verdoppel doppel zweifach verdubbel dubbel tweevoud doblar doblad doble duplic raddoppi doppi "
         "dobr duplo",
    "3": "tripl treble threefold verdreifach dreifach verdrievoudig drievoud",
    "4": "quadrupl fourfold vervierfach vierfach verviervoudig viervoud cuadrupl cuádrupl quadruplic",
    "5": "fivefold quintupl verfünffach fünffach vervijfvoudig vijfvoud",
    "10": "tenfold verzehnfach zehnfach vertienvoudig tienvoud décupl",
}


@cache
def number_words(language: str) -> Mapping[str, NumberWord]:
    """Returns the number words of a language, casefolded; those of English for a language without a table."""
    code = language if language in _UNITS else "en"
    words: dict[str, NumberWord] = {}
    _add_ordinals(words, code)
    _add_powers(words, _MAGNITUDES[code], "magnitude")
    _add_list(words, _UNITS[code], 0, 1, "unit")
    _add_list(words, _TENS[code], 20, 10, "tens")
    if code in ("de", "nl"):
        _add_glued(words, code)
    _add_powers(words, _SCALES[code], "scale")
    for word in _ARTICLES[code].split():
        words[word] = NumberWord(Decimal(1), "article", certain=False)
    return words


@cache
def _multiple_stems() -> tuple[tuple[str, NumberWord], ...]:
    found: list[tuple[str, NumberWord]] = []
    for value, stems in _MULTIPLE_STEMS.items():
        for stem in stems.split():
            found.append((stem.rstrip("?"), NumberWord(Decimal(value), "unit", not stem.endswith("?"))))
    return tuple(sorted(found, key=lambda item: -len(item[0])))


def multiple(word: str) -> NumberWord | None:
    """Returns how often a casefolded word multiplies ("verdreifacht": 3), or None."""
    head = word[:16]
    return next((value for stem, value in _multiple_stems() if head.startswith(stem)), None)


def _variants(table: str) -> Iterator[tuple[int, str, bool]]:
    for place, group in enumerate(table.split()):
        for word in group.split("/"):
            yield place, word.rstrip("?").casefold(), not word.endswith("?")


def _add_list(words: dict[str, NumberWord], table: str, first: int, step: int, role: WordRole) -> None:
    for place, word, certain in _variants(table):
        words[word] = NumberWord(Decimal(first + place * step), role, certain)


def _add_ordinals(words: dict[str, NumberWord], code: str) -> None:
    for place, word, certain in _variants(_ORDINALS[code]):
        for ending in _GERMAN_ENDINGS if code == "de" else ("",):
            words[word + ending] = NumberWord(Decimal(1 + place), "ordinal", certain)


def _add_powers(words: dict[str, NumberWord], table: str, role: WordRole) -> None:
    for group in table.split():
        power, _, names = group.partition(":")
        for name in names.split(","):
            words[name.casefold()] = NumberWord(Decimal(10) ** int(power), role)


def _add_glued(words: dict[str, NumberWord], code: str) -> None:
    """German and Dutch write compounds as one word: "zweiundzwanzig", "tweehonderd", "drieduizend"."""
    units = [(place, word) for place, word, _ in _variants(_UNITS[code]) if place]
    tens = [(20 + 10 * place, word) for place, word, _ in _variants(_TENS[code])]
    ones = [(1, "ein" if code == "de" else "een"), *((value, word) for value, word in units if 1 < value < 10)]
    for unit, word in ones:
        joint = "und" if code == "de" else ("ën" if word.endswith("e") else "en")
        for ten, name in tens:
            words[f"{word}{joint}{name}".casefold()] = NumberWord(Decimal(unit + ten), "unit")
    for scale, name in ((100, "hundert"), (1000, "tausend")) if code == "de" else ((100, "honderd"), (1000, "duizend")):
        for value, word in [*units[1:], *tens]:
            words[f"{word}{name}".casefold()] = NumberWord(Decimal(value * scale), "unit")
