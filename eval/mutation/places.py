"""Cities and countries under their names in five languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

__all__ = ["LANGUAGES", "Place", "forms", "places"]

LANGUAGES: Final = ("en", "de", "nl", "fr", "es")

_CITIES: Final = """
Vienna Wien Wenen Vienne Viena
Munich München München Munich Múnich
Cologne Köln Keulen Cologne Colonia
Brussels Brüssel Brussel Bruxelles Bruselas
Antwerp Antwerpen Antwerpen Anvers Amberes
Ghent Gent Gent Gand Gante
Geneva Genf Genève Genève Ginebra
Basel Basel Bazel Bâle Basilea
Bern Bern Bern Berne Berna
Zurich Zürich Zürich Zurich Zúrich
Prague Prag Praag Prague Praga
Warsaw Warschau Warschau Varsovie Varsovia
Gdansk Danzig Gdańsk Gdansk Gdansk
Copenhagen Kopenhagen Kopenhagen Copenhague Copenhague
Lisbon Lissabon Lissabon Lisbonne Lisboa
Seville Sevilla Sevilla Séville Sevilla
Barcelona Barcelona Barcelona Barcelone Barcelona
Valencia Valencia Valencia Valence Valencia
Rome Rom Rome Rome Roma
Milan Mailand Milaan Milan Milán
Venice Venedig Venetië Venise Venecia
Florence Florenz Florence Florence Florencia
Athens Athen Athene Athènes Atenas
Moscow Moskau Moskou Moscou Moscú
Beijing Peking Peking Pékin Pekín
Tokyo Tokio Tokio Tokyo Tokio
Cairo Kairo Caïro Caire Cairo
London London Londen Londres Londres
Paris Paris Parijs Paris París
Marseille Marseille Marseille Marseille Marsella
Lyon Lyon Lyon Lyon Lyon
Dunkirk Dünkirchen Duinkerke Dunkerque Dunkerque
Toulouse Toulouse Toulouse Toulouse Toulouse
Berlin Berlin Berlijn Berlin Berlín
Hamburg Hamburg Hamburg Hambourg Hamburgo
Dresden Dresden Dresden Dresde Dresde
Rotterdam Rotterdam Rotterdam Rotterdam Róterdam
Bergen Bergen Bergen Bergen Bergen
Gouda Gouda Gouda Gouda Gouda
""".strip()

# Countries whose names are no other words and need no article in German.
_COUNTRIES: Final = ("FR DE IT ES PT PL NO SE FI DK AT BE GR HU IE CA MX BR AR PE JP CN IN PK AU NZ EG NG KE ET MA ZA "
                     "RU CU TH VN ID MY PH SG LV EE HR RO BG CL").split()


@dataclass(frozen=True, slots=True)
class Place:
    """A city or country; `names` are in the order of LANGUAGES."""

    kind: Literal["city", "country"]
    names: tuple[str, ...]

    def name(self, language: str) -> str:
        """Returns its name in a language."""
        return self.names[LANGUAGES.index(language)]

    def stands_in(self, text: str) -> bool:
        """Says whether the text names it, in whatever language."""
        return any(name in text for name in self.names)


@cache
def places() -> tuple[Place, ...]:
    """Returns all of them; countries come from the Unicode locale data."""
    from babel import Locale

    cities = [Place("city", tuple(line.split(" "))) for line in _CITIES.splitlines()]
    locales = [Locale(language) for language in LANGUAGES]
    countries = [Place("country", tuple(locale.territories[code] for locale in locales)) for code in _COUNTRIES]
    return (*cities, *countries)


@cache
def forms(language: str) -> dict[str, Place]:
    """Returns the places by their name in a language."""
    return {place.name(language): place for place in places()}
