"""What a number measures: length, area, weight, time, temperature..., and what it is in another unit of the kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from rag.check.parts_per import parts_per
from rag.check.prefixed_units import prefixed_units

__all__ = ["Measure", "convertible", "dimension", "in_unit", "measure"]

# dimension | unit, its size in the dimension's base | words of every language. "!" marks words that mean the unit only
# when written straight after figures ("5 m", "30 ft").
_TABLE = """
length|mm 0.001|mm millimeter millimeters millimetre millimetres millimetern millimètre millimètres milímetro
  milímetros millimetro millimetri
length|cm 0.01|cm centimeter centimeters centimetre centimetres zentimeter zentimetern centimètre centimètres
  centímetro centímetros centimetro centimetri
length|m 1|m! meter meters metre metres metern mètre mètres metro! metros metri
length|km 1000|km kms kilometer kilometers kilometre kilometres kilometern kilomètre kilomètres kilómetro kilómetros
  chilometro chilometri quilômetro quilômetros quilómetro quilómetros
length|in 0.0254|in.! inch inches zoll pouce pouces pulgada pulgadas pollice pollici polegada polegadas duim
length|ft 0.3048|ft! foot feet fuß fuss voet pied pieds pie! pies piede piedi pé pés
length|yd 0.9144|yd yds yard yards yarda yardas iarda iarde jarda jardas
length|mi 1609.344|mi! mile miles meile meilen mijl mijlen mille! milles milla millas miglio miglia milha milhas
length|nmi 1852|seemeile seemeilen zeemijl zeemijlen
length|fathom 1.8288|fathom fathoms faden vadem
length|ly 9460730472580800|ly lichtjahr lichtjahre lichtjahren lichtjaar
speed|m/s 3.6|
speed|km/s 3600|
speed|km/h 1|km/h kmh kph stundenkilometer stundenkilometern
speed|mph 1.609344|mph
speed|kn 1.852|kn knots knot knoten knopen nœuds nudos nodi nós
area|mm2 0.000001|mm2 quadratmillimeter
area|cm2 0.0001|cm2 quadratzentimeter quadratzentimetern
area|m2 1|m2 qm sqm quadratmeter quadratmetern
area|km2 1000000|km2 qkm quadratkilometer quadratkilometern
area|ha 10000|ha! hectare hectares hektar hektare hectárea hectáreas ettaro ettari
area|ac 4046.86|acre acres acri
area|mi2 2589988|mi2 quadratmeile quadratmeilen
area|ft2 0.092903|ft2 quadratfuß
volume|l 1|l! liter liters litre litres litern litro litros litri
volume|ml 0.001|ml milliliter millilitres milliliters millilitre mililitros
volume|cm3 0.001|cm3 ccm cc kubikzentimeter kubikzentimetern
volume|m3 1000|m3 cbm kuub kubikmeter kubikmetern
volume|ft3 28.3168|ft3 kubikfuß
volume|mi3 4168181825441|mi3 kubikmeile kubikmeilen
volume|bbl 158.987|barrel barrels fass vat vaten baril barils barril barriles
volume|pint 0.5|pint pints
volume|km3 1000000000000|km3 kubikkilometer
volume|gal 3.78541|gallon gallons gallone gallonen galón galones galloni
weight|g 0.001|g! gr gramm gram grams gramme grammes gramo gramos grammo grammi grama gramas
weight|mg 0.000001|mg milligramm milligram milligrams milligramme milligrammes
weight|kg 1|kg kgs kilogramm kilogram kilograms kilogramme kilogrammes kilo kilos kilogramo kilogramos chilogrammo
  chilogrammi chili quilo quilos
weight|t 1000|t! tonne tonnes tonnen ton tons tonnellata tonnellate tonelada toneladas
weight|lb 0.45359|lb! lbs
weight|st 6.35029|stone
weight|ons 0.1|ons
weight|zentner 50|zentner zentnern
weight|oz 0.02835|oz ounce ounces unze unzen feinunze feinunzen once! onces onza onzas oncia once! onça onças
time|s 1|s! sec secs sek second seconds sekunde sekunden seconde seconden secondes segundo! segundos secondo! secondi
time|min 60|min mins minute minutes minuten minuut minuto minutos minuti
time|h 3600|h! hr hrs hour hours stunde stunden std uur uren heure heures hora horas ora ore
time|d 86400|day days tag tage tagen dag dagen etmaal etmalen jour jours jornada día días giorno giorni dia dias
time|wk 604800|week weeks woche wochen weken semaine semaines semana semanas settimana settimane
time|mo 2629800|month months monat monate monaten monats maand maanden mois mes! meses mese mesi mês
time|yr 31557600|year years jahr jahre jahren jahres jaar jaren an ans année années año años anno anni ano anos
time|dec 315576000|decade decades jahrzehnt jahrzehnte jahrzehnten decennium decennia décennie décennies década
  décadas decennio decenni
time|mill 31557600000|millennia jahrtausende jahrtausenden millénaires milenios millenni milênios
time|cent 3155760000|century centuries jahrhundert jahrhunderte jahrhunderten eeuw eeuwen siècle siècles siglo siglos
  secolo secoli século séculos
voltage|v 1|volt volts voltios
current|amp 1|ampere amperes ampère ampères
charge|mah 0.001|mah
parts|ppm 0.000001|ppm
parts|ppb 0.000000001|ppb
parts|ppt 0.000000000001|
data|mb 1|mb megabyte megabytes
data|gb 1000|gb gigabyte gigabytes
data|tb 1000000|tb terabyte terabytes
power|w 1|w! watt watts
power|kw 1000|kw kilowatt kilowatts
power|mw 1000000|mw megawatt megawatts
power|gw 1000000000|gw gigawatt gigawatts
power|hp 735.5|hp bhp horsepower ps pk
sound|db 1|db dezibel decibel decibels décibels
pressure|bar 1|bar!
pressure|mbar 0.001|mbar millibar millibars hpa hektopascal hectopascal hectopascals
pressure|psi 0.0689|psi
energy|kwh 1|kwh kilowattstunde kilowattstunden kilowattuur kilowattheures
energy|mwh 1000|mwh megawattstunde megawattstunden megawattuur megawattheures
cents|ct 1|cent cents eurocent eurocents centime centimes céntimo céntimos cêntimo cêntimos centesimo centesimi
  centavo centavos
temperature|° 0|°
temperature|°c 0|°c c! celsius
temperature|°f 0|°f f! fahrenheit
frequency|hz 1|hz hertz
frequency|mhz 1000000|mhz megahertz
frequency|ghz 1000000000|ghz gigahertz
"""
_SQUARE = {"square", "sq", "vierkante", "quadrat"}
_SQUARED = {"carré", "carrés", "cuadrado", "cuadrados", "cuadradas", "quadrato", "quadrati", "quadrate", "quadrado",
            "quadrados", "²", "2"}
_CUBIC = {"cubic", "cu", "kubieke"}
_CUBED = {"cube", "cubes", "cúbico", "cúbicos", "cubo", "cubi", "³", "3"}
# Units of two words, the first of which is none.
_PAIRS = {("nautical", "mile"): "nmi", ("nautical", "miles"): "nmi", ("light", "year"): "ly", ("light", "years"): "ly",
          ("light", "hours"): "light h", ("milles", "marins"): "nmi", ("millas", "náuticas"): "nmi",
          ("années", "lumière"): "ly", ("années", "lumières"): "ly", ("años", "luz"): "ly"}
_HOURS = {"hour", "hours", "stunde", "stunden", "uur", "heure", "heures", "horas"}
_PER_SECOND = {("per", "second"), ("pro", "sekunde"), ("per", "seconde"), ("par", "seconde"), ("por", "segundo"),
               ("die", "sekunde"), ("al", "secondo")}
_IN_AN_HOUR, _IN_A_SECOND = {("in", "stunde"), ("à", "heure")}, {("in", "sekunde"), ("à", "seconde")}
_DEGREES = {"°", "grad", "degrees", "degree", "graad", "graden", "degré", "degrés",
            "grado", "grados", "gradi", "grau", "graus"}
_HOUR = ("h", "u")  # "km/u" is Dutch
_PER_HOUR = {("per", "hour"), ("an", "hour"), ("pro", "stunde"), ("die", "stunde"), ("per", "uur"), ("por", "hora"),
             ("all", "ora"), ("par", "heure")}
# Words that are a unit in these languages and something else in others.
_ONLY = {
    "an": "fr", "ans": "fr", "ons": "nl", "once": "fr es", "pie": "es", "pies": "es", "mes": "es pt", "mille": "fr",
    "mile": "en", "on": "", "ora": "it", "ore": "it", "std": "de", "dag": "nl", "hora": "es pt",
    "h": "en de nl fr es it pt", "sec": "en de nl fr", "min": "en de fr es it pt", "foot": "en", "feet": "en",
    "ton": "en nl", "tons": "en", "acre": "en fr", "ha": "en de nl fr es pt", "anno": "it", "anni": "it",
    "anos": "pt", "ano": "pt", "mois": "fr", "kilos": "en de nl fr es", "chili": "it", "segundo": "es pt",
    "secondo": "it", "second": "en", "mijl": "nl", "meile": "de", "nos": "pt", "std.": "de", "nodi": "it",
    "cent": "en de nl", "knot": "en", "pollice": "it", "duim": "nl", "voet": "nl",
}
_GERMAN_GLUED = ("jähr", "monat", "wöch", "täg", "stünd", "minüt", "jarig", "daags", "urig")
_GLUED_UNITS = ("yr", "mo", "wk", "d", "h", "min", "yr", "d", "h")
# Kilometres before metres, in which they end.
_COMPOUNDED = ("minuten", "minute", "stunden", "stunde", "tage", "tagen", "wochen", "monate", "monaten", "jahre",
               "jahren", "kilometer", "kilometern", "meter", "metern", "meilen", "dagen", "weken", "maanden", "jaren")
_NO_COMPOUNDS = ("licht", "see", "feier", "geburts", "sonn", "mon", "diens", "donners", "frei", "sams", "para",
                 "quadrat", "kubik", "viertel", "dreiviertel", "drittel", "achtel", "zehntel", "hundertstel",
                 "tausendstel", "halb", "zee", "nautisch")
_LEAST_HEAD = 3
# Within one system a measure is only rounded in turning it into another.
_IMPERIAL = {"in", "ft", "yd", "mi", "mph", "ac", "mi2", "ft2", "ft3", "mi3", "gal", "pint", "bbl", "lb", "oz", "st",
             "nmi", "fathom", "kn", "hp", "psi"}
_TOLERANCE = Decimal("0.04")
_EXACT = Decimal("0.012")
# Three feet are a metre, a mile is one and a half kilometres: who gives a few of a unit gives no more than that.
_ROUNDED = Decimal("0.095")
_FEW = 10


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as said after a number.

    Attributes:
        unit: Its symbol, the same in every language.
        words: How many of the tokens after the number say it.
    """

    unit: str
    words: int


@dataclass(frozen=True, slots=True)
class _Kind:
    dimension: str
    size: Decimal


def _rows() -> list[list[str]]:
    """Returns dimension, unit with its size, and words; an indented line goes on with the one before it."""
    rows: list[list[str]] = []
    for line in _TABLE.replace("\n  ", " ").strip().split("\n"):
        rows.append([str(part) for part in line.split("|")])
    return rows


@cache
def _units() -> dict[str, tuple[str, bool]]:
    """By word: the unit's symbol, and whether the word must stand straight after figures."""
    found: dict[str, tuple[str, bool]] = {}
    for _, unit, words in _rows():
        for word in words.split():
            found.setdefault(word.rstrip("!"), (unit.split()[0], word.endswith("!")))
    for item in prefixed_units():
        for word in item.words:
            found.setdefault(word, (item.unit, False))
    return found


@cache
def _kinds() -> dict[str, _Kind]:
    prefixed = {item.unit: _Kind(item.dimension, item.size) for item in prefixed_units()}
    return prefixed | {unit.split()[0]: _Kind(dimension, Decimal(unit.split()[1])) for dimension, unit, _ in _rows()}


def measure(following: Sequence[str], after_figures: bool, language: str) -> Measure | None:
    """Returns the unit that the casefolded tokens after a number begin with, or None.

    Args:
        following: The next tokens, at most four are read; "" beyond the end.
        after_figures: Whether the number is written in figures: "5 m" is metres, "five m" is not.
    """
    first, second, third, fourth = (*following[:4], "", "", "", "")[:4]
    if phrase := _phrase(first, second, third, language):
        return phrase
    if first in _SQUARE or first in _CUBIC:
        return _powered(second, "2" if first in _SQUARE else "3", 2)
    known = _units().get(first)
    if known is None:
        stems = zip(_GERMAN_GLUED, _GLUED_UNITS, strict=True)
        # "2020 jährt sich", "zweimal jährlich" measure nothing.
        lasting = not first.startswith("jährt") and "lich" not in first
        glued = next((unit for stem, unit in stems if first.startswith(stem)), None) if lasting else None
        compounded = glued or _compounded(first, language)
        return Measure(compounded, 1) if compounded else None
    if (known[1] and not after_figures) or language not in _ONLY.get(first, language):
        return None
    powered = _powered(first, "2" if second in _SQUARED else "3", 2) if second in (*_SQUARED, *_CUBED) else None
    return powered or _sped(known[0], second, third, fourth) or _worked(first, second) or Measure(known[0], 1)


def _phrase(first: str, second: str, third: str, language: str) -> Measure | None:
    """"Degrees Celsius", "nautical miles", "parts per million"."""
    if first in _DEGREES:
        return Measure(f"°{second[0]}", 2) if second in ("celsius", "fahrenheit", "c", "f") else Measure("°", 1)
    if pair := _PAIRS.get((first, second)):
        return Measure(pair, 2)
    parts = parts_per(first, second, third, language)
    return Measure(parts, 3) if parts else None


def _compounded(word: str, language: str) -> str:
    """Returns the unit that a German or Dutch compound ends in ("Gehminuten": "min"), or ""; a light year is none."""
    if language not in ("de", "nl") or word.startswith(_NO_COMPOUNDS):
        return ""
    ending = next((end for end in _COMPOUNDED if word.endswith(end) and len(word) - len(end) >= _LEAST_HEAD), "")
    return _units()[ending][0] if ending else ""


def _sped(unit: str, second: str, third: str, fourth: str) -> Measure | None:
    """"Miles per hour", "km/h"."""
    # "In der Stunde", "à l'heure".
    apart = (second, fourth)
    if unit in ("m", "km") and ((second, third) in _PER_SECOND or apart in _IN_A_SECOND or second == "s"):
        return Measure(f"{unit}/s", 2 if second == "s" else 4 if apart in _IN_A_SECOND else 3)
    if unit not in ("km", "mi"):
        return None
    if (second, third) not in _PER_HOUR and second not in _HOUR and apart not in _IN_AN_HOUR:
        return None
    return Measure("km/h" if unit == "km" else "mph", 2 if second in _HOUR else 4 if apart in _IN_AN_HOUR else 3)


def _worked(first: str, second: str) -> Measure | None:
    """"Megawatt hours", "terawatt-hours"."""
    known = _units().get(f"{first.removesuffix('s')}stunde") if second in _HOURS and "watt" in first else None
    return Measure(known[0], 2) if known is not None else None


def _powered(word: str, power: str, words: int) -> Measure | None:
    known = _units().get(word)
    return Measure(known[0] + power, words) if known is not None and known[0] + power in _kinds() else None


def dimension(unit: str) -> str:
    """Returns what a unit measures ("length", "weight", "time"), or "" for what is no unit of a measure."""
    kind = _kinds().get(unit)
    return "" if kind is None else kind.dimension


def in_unit(value: Decimal, unit: str, other: str) -> Decimal:
    """Returns a measured value in another unit of the same dimension; temperatures have no such factor."""
    return value * _kinds()[unit].size / _kinds()[other].size


def convertible(value: Decimal, unit: str, other: Decimal, other_unit: str) -> bool:
    """Whether one measured value may be the other, converted and rounded ("50 mi" and "80 km")."""
    kinds = _kinds()
    mine, theirs = kinds.get(unit), kinds.get(other_unit)
    if mine is None or theirs is None or mine.dimension != theirs.dimension:
        return False
    # Degrees without a scale may be of either.
    if unit == other_unit and unit != "°":
        return False
    if mine.dimension == "temperature":
        ways = [(value, other)] if unit == "°c" or other_unit == "°f" else [(other, value)]
        if "°" in (unit, other_unit) and "°c" not in (unit, other_unit) and "°f" not in (unit, other_unit):
            ways = [(value, other), (other, value)]
        return any(abs(celsius * 9 / 5 + 32 - fahrenheit) <= 1 for celsius, fahrenheit in ways)
    left, right = value * mine.size, other * theirs.size
    coarse = any(side <= _FEW and side == side.to_integral_value() for side in (value, other))
    alike = (unit in _IMPERIAL) is (other_unit in _IMPERIAL)
    if {unit, other_unit} == {"wk", "mo"} and coarse:
        # Six weeks are one and a half months.
        return abs(left - right) <= _ROUNDED * max(left, right)
    allowed = _EXACT if mine.dimension == "time" or alike else _ROUNDED if coarse else _TOLERANCE
    return abs(left - right) <= allowed * max(abs(left), abs(right))
