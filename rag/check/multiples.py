"""Words that multiply or carry a number within them: "verdreifacht", "twofold", "achtjährig"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from rag.check.number_words import below_hundred, cardinal, number_words

__all__ = ["Multiple", "contained", "great", "multiple"]

# Beginnings of words that multiply, any language: the stem says enough ("verdreifachen", "verdreifachte").
# "?" marks stems of words with other meanings; "=" marks those that count rather than change.
_STEMS = {
    "0.5": "halbier gehalveer halveer halved halving halv? dimezz dimidi",
    "1": "once?= einmal?= einfach?= eenmaal?=",
    "2": "doubl?= doubled doubling duplicat? twice= verdoppel doppel?= zweifach= verdubbel dubbel?= tweevoud= doblar "
         "doblad dobl? duplic "
         "raddoppi doppi?= dobr? duplo?= twofold= redoubl?",
    "3": "triplet?= tripl?= tripled tripling triplé triplic treble?= threefold= verdreifach dreifach= verdrievoudig "
         "drievoud= verdriedubbel thrice=",
    "4": "quadruplet?= quadrupl?= quadrupled fourfold= vervierfach vierfach= verviervoudig viervoud= cuadrupl "
         "cuádrupl quadruplic",
    "5": "fivefold= quintuplet?= quintupl verfünffach fünffach= vervijfvoudig vijfvoud=",
    "6": "sextuplet?= sextupl sixfold= versechsfach sechsfach= verzesvoudig zesvoud=",
    "7": "sevenfold= versiebenfach siebenfach= verzevenvoudig zevenvoud=",
    "8": "eightfold= verachtfach achtfach= verachtvoudig achtvoud=",
    "10": "tenfold= verzehnfach zehnfach= vertienvoudig tienvoud= décupl decuplic",
    "100": "hundredfold= verhundertfach hundertfach=",
}
_ENDINGS = ("mal", "maal", "maligen", "maliger", "malige", "mals", "fold", "fach", "fache", "fachen", "facher",
            "faches", "voudig", "voudige")
# What German and Dutch count with a number written into the word: time and heads surely, more where it may be a name.
_TIMED = ("jähr", "monat", "wöch", "täg", "stünd", "minüt", "sekünd", "köpf",
          "jarig", "daag", "maand", "urig", "koppig")
_COUNTED = (
    "woch", "minut", "teil", "stöck", "räd", "sitz", "sprach", "bein", "eck", "prozent", "klass", "spur", "gäng",
    "dimension", "zeil", "gleis", "phas", "stuf", "tür", "zylind", "motor", "mann", "satz", "malig", "geschoss",
    "bänd", "jaar", "jaren", "kilomet", "dag", "week", "delig", "talig", "perso", "baan", "deur", "hoek",
    "zijdig", "kamp", "punkt", "meter", "tage", "stunde", "jahr", "stern", "euro", "dollar", "tore", "monats", "uurs",
    "sterren", "punts", "mans",
)
_HUNDREDS = {"hundert": Decimal(100), "honderd": Decimal(100), "tausend": Decimal(1000), "duizend": Decimal(1000)}
_GREAT = {"millionen": 6, "milliarden": 9, "tausend": 3, "hundert": 2, "miljoenen": 6, "miljarden": 9, "duizend": 3,
          "honderd": 2}
# Numbers that nouns of any kind begin with, and words that only look so.
_LEADING = {
    "de": {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "neun": 9, "zehn": 10},
    "nl": {"twee": 2, "drie": 3, "vijf": 5, "zeven": 7, "negen": 9},
}
_MISLEADING = ("zweifel", "zweig", "zweit", "dreist", "viert", "fünft", "sechst", "neunt", "zehnt", "siebent",
               "siebend", "tweed", "tweel", "driest", "vijfd", "vijft",
               "zevend", "zevent", "negend", "negent")
_SHORTEST_NOUN = 3
_KEY = 3
_THOUSAND = 1000
# Latin and Greek beginnings that stand for a number in names and trades.
_LEARNED = {
    "achtelfinal": 16, "sechzehntelfinal": 32, "trio": 3, "trination": 3, "trilog": 3, "triath": 3, "bilat": 2,
    "dual": 2, "quartett": 4, "kwartet": 4, "quartet": 4,
    "quint": 5, "pentath": 5, "pentag": 5, "hexag": 6, "heptath": 7, "octag": 8,
    "decath": 10, "zehnkamp": 10, "tienkamp": 10, "bicent": 200, "duell": 2, "zwilling": 2, "tweeling": 2,
    "drilling": 3, "drieling": 3, "vierling": 4, "fünfling": 5, "vijfling": 5, "sechsling": 6,
    "jumeau": 2, "jumell": 2,
}


@dataclass(frozen=True, slots=True)
class Multiple:
    """How often a word multiplies; `change` where it says that something grew or shrank so much.

    Attributes:
        rest: What follows the number within the word.
    """

    value: Decimal
    change: bool
    certain: bool = True
    rest: str = ""


@cache
def _stems() -> Mapping[str, tuple[tuple[str, Multiple], ...]]:
    """Returns the stems by their first letters, the longest first."""
    found: dict[str, list[tuple[str, Multiple]]] = {}
    for value, stems in _STEMS.items():
        for stem in stems.split():
            read = (stem.rstrip("?="), Multiple(Decimal(value), not stem.endswith("="), "?" not in stem))
            found.setdefault(stem[:_KEY], []).append(read)
    return {key: tuple(sorted(items, key=lambda item: -len(item[0]))) for key, items in found.items()}


def multiple(word: str, language: str) -> Multiple | None:
    """Returns how often a casefolded word multiplies ("verdreifacht": 3), or None."""
    if len(word) < 4:
        return None
    head = word[:16]
    if known := next((value for stem, value in _stems().get(head[:_KEY], ()) if head.startswith(stem)), None):
        return known
    ending = next((end for end in _ENDINGS if word.endswith(end)), None)
    if ending is None or len(word) > 32:
        return None
    counted = number_words(language).get(word.removesuffix(ending))
    # "Tausendfach" is often, but "tausendmal" counts.
    scale = counted is not None and counted.role == "scale" and counted.value <= _THOUSAND and ending in ("mal", "maal")
    if counted is None or not (scale or counted.role in ("unit", "tens")):
        return None
    return Multiple(counted.value, False, not scale)


@cache
def _by_length(language: str) -> tuple[tuple[str, int], ...]:
    known = [(word, value) for word, value in below_hundred(language).items() if value > 1]
    return tuple(sorted(known, key=lambda item: -len(item[0])))


def great(word: str) -> Decimal | None:
    """Returns the magnitude that a casefolded word begins with ("millionenschwer"), or None."""
    return next((Decimal(10) ** power for stem, power in _GREAT.items() if word.startswith(stem)), None)


def _leading(word: str, language: str) -> Decimal | None:
    """Returns the number that a noun begins with ("Zweibettzimmer", "driewieler"), or None."""
    for number, value in _LEADING[language].items():
        rest = word.removeprefix(number)
        if len(word) - len(number) >= _SHORTEST_NOUN and rest != word and not word.startswith(_MISLEADING):
            return Decimal(value)
    return None


@lru_cache(maxsize=4096)
def contained(word: str, language: str) -> Multiple | None:
    """Returns the number that a casefolded word carries at its beginning ("achtjährig": 8), or None."""
    if not 3 <= len(word) <= 40:
        return None
    if language in ("de", "nl"):
        for number, value in _by_length(language):
            rest = word[len(number) :] if word.startswith(number) else ""
            if rest.startswith((*_TIMED, *_COUNTED)):
                return Multiple(Decimal(value), False, certain=rest.startswith(_TIMED), rest=rest)
        at = next((at for stem in _TIMED if (at := word.find(stem)) > 0), 0)
        head = word[:at]
        if at and (value := _HUNDREDS.get(head) or cardinal(head, language)) is not None:
            return Multiple(Decimal(value), False, rest=word[at:])
        if (value := _leading(word, language)) is not None:
            return Multiple(value, False, certain=False)
    if word == "tri":
        return Multiple(Decimal(3), False, certain=False)
    learned = next((value for stem, value in _LEARNED.items() if word.startswith(stem)), None)
    return Multiple(Decimal(learned), False, certain=False) if learned else None
