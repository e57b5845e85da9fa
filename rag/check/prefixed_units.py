"""Units that a prefix scales, in every language: nanometres, "Kilotonnen", terawatt hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["PrefixedUnit", "prefixed_units"]

# Prefix, power of ten, spellings.
_PREFIXES = (
    "nano -9 nano", "micro -6 micro mikro", "milli -3 milli mili", "centi -2 centi zenti", "deci -1 deci dezi déci",
    "hecto 2 hecto hekto", "kilo 3 kilo quilo", "mega 6 mega méga", "giga 9 giga", "tera 12 tera téra", "peta 15 peta",
)
# Dimension, unit, its size in the base of `measures`, words.
_BASES = (
    "length m 1 meter meters metre metres metern mètre mètres metro metros metri",
    "weight g 0.001 gramm gram grams gramme grammes gramo gramos grammo grammi grama gramas",
    "weight t 1000 tonne tonnes tonnen ton tons tonnellate toneladas",
    "volume l 1 liter liters litre litres litern litro litros litri",
    "time s 1 sekunde sekunden second seconds seconde seconden secondes segundo segundos secondo secondi",
    "power w 1 watt watts",
    "energy wh 0.001 wattstunde wattstunden watthour watthours wattuur wattheures",
    "voltage v 1 volt volts",
    "data byte 0.000001 byte bytes octets",
    "bits bit 1 bit bits",
    "frequency hz 1 hertz",
    "heat cal 1 kalorie kalorien calorie calories calorieën calorías",
    "work j 1 joule joules",
)
# Short forms, where no other unit has them.
_SHORT = {
    "nm": "nano m", "μm": "micro m", "micron": "micro m", "microns": "micro m", "dm": "deci m", "ms": "milli s",
    "ns": "nano s", "μs": "micro s", "μg": "micro g", "kt": "kilo t", "cl": "centi l", "dl": "deci l", "hl": "hecto l",
    "kv": "kilo v", "gwh": "giga wh", "twh": "tera wh", "tw": "tera w", "kb": "kilo byte", "pb": "peta byte",
    "kbit": "kilo bit", "mbit": "mega bit", "gbit": "giga bit", "kcal": "kilo cal", "kj": "kilo j", "gj": "giga j",
}


@dataclass(frozen=True, slots=True)
class PrefixedUnit:
    """A unit, its size in the base of its dimension, and the casefolded words that say it."""

    unit: str
    dimension: str
    size: Decimal
    words: tuple[str, ...]


def prefixed_units() -> Iterator[PrefixedUnit]:
    """Yields every prefix before every unit."""
    for base in _BASES:
        dimension, unit, size, *names = base.split()
        for prefix in _PREFIXES:
            symbol, power, *spellings = prefix.split()
            said = f"{symbol} {unit}"
            short = [word for word, meant in _SHORT.items() if meant == said]
            yield PrefixedUnit(said, dimension, Decimal(size).scaleb(int(power)),
                               (*short, *(spelling + name for spelling in spellings for name in names)))
