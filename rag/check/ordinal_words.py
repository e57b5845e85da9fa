"""Words that say a place in an order or a share of a whole: "vierundzwanzigsten", "drei Viertel"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rag.check.number_words import below_hundred

__all__ = ["OrdinalWord", "half", "ordinal", "parts"]

# In order from 1; "/" parts variants, "?" marks a word with another common meaning.
_ORDINALS = {
    "en": "first? second? third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
          "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "de": "erst? zweit? dritt viert fünft sechst siebt/siebent acht? neunt zehnt elft zwölft",
    "nl": "eerste? tweede? derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende "
          "veertiende "
          "vijftiende zestiende zeventiende achttiende negentiende",
    "fr": "premier?/première?/premiers?/premières? deuxième/second?/seconde? troisième quatrième cinquième sixième "
          "septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième",
    "es": "primer?/primero?/primera?/primeros?/primeras? segundo?/segunda? tercer/tercero/tercera cuarto?/cuarta? "
          "quinto/quinta sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima undécimo/undécima "
          "duodécimo/duodécima",
    "it": "primo?/prima?/primi?/prime? secondo?/seconda? terzo/terza quarto/quarta quinto/quinta sesto/sesta "
          "settimo/settima ottavo/ottava nono/nona decimo/decima undicesimo/undicesima dodicesimo/dodicesima",
    "pt": "primeiro?/primeira?/primeiros?/primeiras? segundo?/segunda? terceiro/terceira quarto?/quarta? quinto/quinta "
          "sexto/sexta sétimo/sétima oitavo/oitava nono/nona décimo/décima",
}
_TENTHS = {
    "en": "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
    "es": "vigésimo/vigésima trigésimo/trigésima cuadragésimo/cuadragésima quincuagésimo/quincuagésima",
    "pt": "vigésimo/vigésima trigésimo/trigésima quadragésimo/quadragésima quinquagésimo/quinquagésima",
}
_GREAT = {
    "en": "100:hundredth 1000:thousandth 1000000:millionth", "de": "100:hundertst 1000:tausendst 1000000:millionst",
    "nl": "100:honderdste 1000:duizendste 1000000:miljoenste", "fr": "100:centième 1000:millième",
    "es": "100:centésimo 100:centésima", "it": "100:centesimo 100:centesima", "pt": "100:centésimo 100:centésima",
}
_ORIGINALS = {
    "en": "original? initial? initially? firstly?", "de": "zuerst? zunächst? anfangs? ursprünglich? ursprüngliche? "
    "erstmals? erstmalig? erstmaligen?", "nl": "aanvankelijk? eerst? oorspronkelijke?",
    "fr": "initial? initialement? abord? initiale?", "es": "inicial? inicialmente?", "it": "iniziale? inizialmente?",
    "pt": "inicial? inicialmente?",
}
_GERMAN_ENDINGS = ("e", "en", "er", "es", "em", "ens", "")
# A German ordinal before a superlative or a rank: "drittgrößte", "fünftplatzierten".
_RANKED = ("größt", "grösst", "höchst", "ältest", "meist", "best", "läng", "längst", "wichtigst", "beliebtest",
           "platziert", "rangig", "klassig", "letzt", "stärkst", "häufigst", "schnellst", "kleinst", "jüngst",
           "reichst", "kläss",
           "schlechtest", "bevölkerungsreichst", "bedeutendst", "teuerst", "tiefst", "schwerst", "nächst")
# From denominator 3: words that only ever name parts.
_PARTS = {
    "en": "3:thirds 4:quarter?,quarters,fourths 5:fifths 6:sixths 7:sevenths 8:eighths 10:tenths "
          "100:hundredths 1000:thousandths",
    "de": "3:drittel,dritteln 4:viertel?,vierteln 5:fünftel,fünfteln 6:sechstel,sechsteln 7:siebtel,siebteln "
          "8:achtel,achteln 10:zehntel,zehnteln 100:hundertstel,hundertsteln 1000:tausendstel,tausendsteln",
    "nl": "3:derden 4:kwart? 5:vijfden 6:zesden 7:zevenden 8:achtsten 10:tienden 100:honderdsten 1000:duizendsten",
    "fr": "3:tiers 4:quart?,quarts 5:cinquièmes 10:dixièmes",
    "es": "3:tercio,tercios 4:cuartos,cuarto? 5:quintos",
    "it": "3:terzi 4:quarti 5:quinti",
    "pt": "3:terço,terços 4:quartos? 5:quintos",
}
_HALVES = {
    "en": "half halves", "de": "hälfte halb halbe halben halber halbes", "nl": "helft half halve",
    "fr": "moitié demi demie", "es": "mitad medio media", "it": "metà mezzo mezza mezz", "pt": "metade meio meia",
}
_SURELY_HALF = frozenset("hälfte helft moitié mitad metà metade".split())


@dataclass(frozen=True, slots=True)
class OrdinalWord:
    """A place in an order.

    Attributes:
        certain: False for a word that often says something else ("second", "first").
        loose: Whether it only implies the place ("initially").
    """

    value: int
    certain: bool = True
    loose: bool = False


@cache
def _table(language: str) -> Mapping[str, OrdinalWord]:
    code = language if language in _ORDINALS else "en"
    found: dict[str, OrdinalWord] = {}
    endings = _GERMAN_ENDINGS if code == "de" else ("",)
    for table, first, step in ((_ORDINALS[code], 1, 1), (_TENTHS.get(code, ""), 20, 10)):
        for place, group in enumerate(table.split()):
            for word in group.split("/"):
                for ending in endings:
                    found[word.rstrip("?") + ending] = OrdinalWord(first + place * step, not word.endswith("?"))
    for entry in _GREAT[code].split():
        for ending in endings:
            found[entry.partition(":")[2] + ending] = OrdinalWord(int(entry.partition(":")[0]))
    for word in _ORIGINALS[code].split():
        found[word.rstrip("?")] = OrdinalWord(1, False, loose=True)
    return found


def ordinal(word: str, language: str) -> OrdinalWord | None:
    """Returns the place that a casefolded word names, or None; whole compounds are read ("vierundzwanzigsten")."""
    known = _table(language).get(word.removesuffix("ly") if language == "en" else word)
    if known is not None or not 6 <= len(word) <= 40:
        return known
    if language == "de":
        return _german(word)
    stem = word.removesuffix("ste").removesuffix("de") if language == "nl" else word
    if stem != word:
        value = below_hundred("nl").get(stem)
        return OrdinalWord(value) if value is not None else None
    return _italian(word) if language == "it" else None


def _german(word: str) -> OrdinalWord | None:
    known = below_hundred("de")
    for ending in ("sten", "ster", "stes", "stem", "ste", "ten", "ter", "tes", "tem", "te", "st", "t"):
        stem = word.removesuffix(ending)
        if stem != word and known.get(stem, 0) >= 13:
            return OrdinalWord(known[stem])
    for place, group in enumerate(_ORDINALS["de"].split(), start=1):
        stem = next((s for s in group.rstrip("?").split("/") if word.startswith(s)), None)
        if stem is not None and place > 1 and word[len(stem):].startswith(_RANKED):
            return OrdinalWord(place)
    return None


def _italian(word: str) -> OrdinalWord | None:
    stem = word[:-5] if word.endswith(("esimo", "esima", "esimi", "esime")) else None
    if stem is None:
        return None
    known = below_hundred("it")
    value = next((known[stem + vowel] for vowel in ("", "a", "e", "i", "o") if stem + vowel in known), None)
    return OrdinalWord(value) if value is not None else None


@cache
def _parts(language: str) -> Mapping[str, OrdinalWord]:
    return {
        name.rstrip("?"): OrdinalWord(int(value), not name.endswith("?"))
        for group in _PARTS.get(language, "").split()
        for value, _, names in (group.partition(":"),)
        for name in names.split(",")
    }


def parts(word: str, language: str) -> OrdinalWord | None:
    """Returns into how many parts a casefolded word divides a whole ("Drittel": 3); not for halves."""
    return _parts(language).get(word)


def half(word: str, language: str) -> OrdinalWord | None:
    """Returns 2 where a casefolded word says half; certain only for words that say nothing else."""
    return OrdinalWord(2, word in _SURELY_HALF) if word in _HALVES.get(language, "").split() else None
