"""Words that say how many, language by language: units, tens, scales, groups and magnitudes.

English "billion" is German "Milliarde" and German "Billion" is English "trillion": every table belongs to a language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

__all__ = ["NumberWord", "WordRole", "below_hundred", "cardinal", "number_words"]

WordRole = Literal["unit", "tens", "scale", "group", "magnitude", "article"]


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
    "nl": "nul? één?/eén? twee drie vier vijf zes zeven acht? negen tien elf twaalf dertien veertien vijftien zestien "
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
    "en": "2:hundred 3:thousand 5:lakh,lakhs 6:million,mn,mln 7:crore,crores 9:billion,bn "
          "12:trillion,tn,trn",
    "de": "2:hundert,einhundert 3:tausend,eintausend,tsd 6:million,millionen,mio,mill 9:milliarde,milliarden,mrd,mia "
          "12:billion,billionen,bio 15:billiarde,billiarden 18:trillion,trillionen",
    "nl": "2:honderd 3:duizend 6:miljoen,mln,mio 9:miljard,mld,mrd 12:biljoen 15:biljard 18:triljoen",
    "fr": "2:cent,cents 3:mille 6:million,millions,mio 9:milliard,milliards,md,mds,mrd 12:billion,billions "
          "18:trillion,trillions",
    "es": "2:cien,ciento 3:mil 6:millón,millones,mill 9:millardo,millardos 12:billón,billones 18:trillón,trillones",
    "it": "2:cento 3:mila,mille 6:milione,milioni,mln 9:miliardo,miliardi,mld,mrd 12:bilione,bilioni 18:trilione",
    "pt": "2:cem,cento 3:mil 6:milhão,milhões,mi 9:bilhão,bilhões,bi 12:trilhão,trilhões,bilião,biliões",
}
# Scales that German cuts within one word.
_CUT = {
    "de": "250000:viertelmillion 500000:halbmillion 750000:dreiviertelmillion 250000000:viertelmilliarde "
          "500000000:halbmilliarde 750000000:dreiviertelmilliarde",
}
# Hundreds that are words of their own.
_HUNDREDS = {
    "es": "200:doscientos 300:trescientos 400:cuatrocientos 500:quinientos 600:seiscientos 700:setecientos "
          "800:ochocientos 900:novecientos",
    "pt": "200:duzentos 300:trezentos 400:quatrocentos 500:quinhentos 600:seiscentos 700:setecentos 800:oitocentos "
          "900:novecentos",
}
# Plural magnitudes without a number: "thousands of people", "Milliarden für die Bahn" (scales serve for the latter).
_MAGNITUDES = {
    "en": "1:tens,dozens 2:hundreds 3:thousands 6:millions 9:billions 12:trillions",
    "de": "1:dutzende,dutzenden,dutzender 2:hunderte,hunderten,hunderter,aberhunderte,aberhunderten "
          "3:tausende,tausenden,tausender,abertausende,abertausenden,abertausender "
          "6:abermillionen 9:abermilliarden "
          "4:zehntausende,zehntausenden,zehntausender,zigtausend,zigtausende,zigtausenden "
          "5:hunderttausende,hunderttausenden,hunderttausender",
    "nl": "1:tientallen,dozijnen 2:honderden 3:duizenden 4:tienduizenden 5:honderdduizenden 6:miljoenen 9:miljarden "
          "12:biljoenen",
    "fr": "1:dizaines,douzaines 2:centaines 3:milliers",
    "es": "1:decenas,docenas 2:cientos,centenares,centenas 3:miles,millares",
    "it": "1:decine,dozzine 2:centinaia 3:migliaia",
    "pt": "1:dezenas,dúzias 2:centenas 3:milhares",
}
_ARTICLES = {
    "en": "a an one", "de": "ein eine einer einem einen", "nl": "een één eén", "fr": "un une", "es": "un una",
    "it": "un uno", "pt": "um uma",
}
# Words for groups; "both" and "a pair" say two of what was named before, and often nothing that needs proof.
_GROUPS = {
    "en": "2:both?,pair?,couple?,duo?,twin?,twins? 3:trio?,triple? 12:dozen",
    "de": "2:beide?,beiden?,beider?,beides?,paar?,duo? 3:trio? 12:dutzend",
    "nl": "2:beide?,beiden?,allebei?,paar?,duo?,tweetal?,tweeën? 3:trio?,drietal,drieën? 4:viertal "
          "5:vijftal 6:zestal 7:zevental 8:achttal 9:negental 10:tiental 11:elftal? 12:dozijn,twaalftal 15:vijftiental "
          "20:twintigtal 30:dertigtal 40:veertigtal 50:vijftigtal 60:zestigtal 100:honderdtal 1000:duizendtal",
    "fr": "2:paire?,duo? 3:trio? 8:huitaine? 10:dizaine 12:douzaine 15:quinzaine? 20:vingtaine 30:trentaine "
          "40:quarantaine? 50:cinquantaine 60:soixantaine 100:centaine 1000:millier",
    "es": "2:ambos?,ambas?,par?,dúo? 3:trío? 10:decena 12:docena 20:veintena 100:centena,centenar 1000:millar",
    "it": "2:entrambi?,entrambe?,ambedue?,paio?,coppia? 3:trio? 10:decina 12:dozzina 20:ventina 30:trentina "
          "50:cinquantina 100:centinaio 1000:migliaio",
    "pt": "2:ambos?,ambas?,par?,dupla? 3:trio? 10:dezena 12:dúzia 20:vintena 100:centena 1000:milhar",
}
# Thousands and hundreds that are written into one word with what they count.
_GLUED = {"de": ("tausend", "hundert", "und"), "nl": ("duizend", "honderd", "en"), "it": ("mila", "cento", "")}
_LONGEST = 48


@cache
def number_words(language: str) -> Mapping[str, NumberWord]:
    """Returns the cardinal words of a language, casefolded; those of English for a language without a table."""
    code = language if language in _UNITS else "en"
    words: dict[str, NumberWord] = {}
    _add_groups(words, _GROUPS[code])
    _add_powers(words, _MAGNITUDES[code], "magnitude")
    _add_list(words, _UNITS[code], 0, 1, "unit")
    _add_list(words, _TENS[code], 20, 10, "tens")
    _add_powers(words, _SCALES[code], "scale")
    for group in _CUT.get(code, "").split():
        value, _, word = group.partition(":")
        words[word] = NumberWord(Decimal(value), "scale")
    for group in _HUNDREDS.get(code, "").split():
        value, _, word = group.partition(":")
        for ending in ("os", "as"):
            words[word.removesuffix("os") + ending] = NumberWord(Decimal(value), "unit")
    for word in _ARTICLES[code].split():
        words[word] = NumberWord(Decimal(1), "article", certain=False)
    return words


def cardinal(word: str, language: str) -> int | None:
    """Returns the value of a casefolded cardinal of two or more parts in one word ("zweitausendfünfhundert"), or None.

    German, Dutch and Italian write them so; the single words stand in `number_words`.
    """
    if language not in _GLUED or not 6 <= len(word) <= _LONGEST:
        return None
    thousand, hundred, _ = _GLUED[language]
    head, found, tail = word.partition(thousand)
    if not found:
        return _hundreds(word, hundred, language)
    above = _hundreds(head, hundred, language) if head else 1
    below = _hundreds(_unjoined(tail), hundred, language) if tail else 0
    return None if above is None or below is None else above * 1000 + below


@cache
def below_hundred(language: str) -> Mapping[str, int]:
    """Returns the cardinals from 1 to 99 as one word each, casefolded, where a language writes them so."""
    units = [(place, word) for place, word, _ in _variants(_UNITS[language]) if place > 0]
    tens = [(20 + 10 * place, word) for place, word, _ in _variants(_TENS[language])]
    found = {word: value for value, word in [*units, *tens]}
    ones = [(1, {"de": "ein", "nl": "een"}.get(language, "uno")), *((v, w) for v, w in units if 1 < v < 10)]
    found |= {word: value for value, word in ones[:1]}
    for unit, word in ones:
        for ten, name in tens:
            if language == "it":
                found[(name[:-1] if word[0] in "uo" else name) + word] = ten + unit
            else:
                joint = "und" if language == "de" else ("ën" if word.endswith("e") else "en")
                found[f"{word}{joint}{name}"] = ten + unit
    return found


def _hundreds(word: str, hundred: str, language: str) -> int | None:
    known = below_hundred(language)
    head, found, tail = word.partition(hundred)
    if not found:
        return known.get(word)
    above = known.get(head) if head else 1
    below = known.get(_unjoined(tail)) if tail else 0
    return None if above is None or below is None else above * 100 + below


def _unjoined(tail: str) -> str:
    """"hundertundeins", "honderdentwintig": a joint that says nothing."""
    return next((tail.removeprefix(joint) for joint in ("und", "en") if tail.startswith(joint)), tail)


def _variants(table: str) -> Iterator[tuple[int, str, bool]]:
    for place, group in enumerate(table.split()):
        for word in group.split("/"):
            yield place, word.rstrip("?").casefold(), not word.endswith("?")


def _add_list(words: dict[str, NumberWord], table: str, first: int, step: int, role: WordRole) -> None:
    for place, word, certain in _variants(table):
        words[word] = NumberWord(Decimal(first + place * step), role, certain)


def _add_powers(words: dict[str, NumberWord], table: str, role: WordRole) -> None:
    for group in table.split():
        power, _, names = group.partition(":")
        for name in names.split(","):
            words[name.casefold()] = NumberWord(Decimal(10) ** int(power), role)


def _add_groups(words: dict[str, NumberWord], table: str) -> None:
    for group in table.split():
        value, _, names = group.partition(":")
        for name in names.split(","):
            words[name.rstrip("?")] = NumberWord(Decimal(value), "group", not name.endswith("?"))
