"""What a number counts: currencies, per cent, and words for "times", in every language at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

__all__ = ["PERCENT", "POINTS", "SmallShare", "currency", "is_times", "nation", "national", "percent", "small_share"]

PERCENT = "%"
POINTS = "percentage points"

_CURRENCIES = {
    "EUR": "€ eur euro euros",
    "USD": "$ usd us$ dollar dollars dollari dollaro dólar dólares dollarn",
    "GBP": "£ gbp pound pounds pfund pond livre livres libra libras sterlina sterline sterling",
    "CNY": "cny rmb yuan yuans renminbi",
    "JPY": "¥ jpy yen yens",
    "CHF": "chf franken frank franc francs franco francos franchi",
    "RUB": "₽ rub rubel ruble rubles rouble roubles roebel rublo rublos rubli",
    "INR": "₹ inr rupee rupees rupie rupien roepie roepies roupie roupies rupia rupias",
    "KRW": "₩ krw won",
    "TRY": "₺ lira liras",
    "CAD": "cad", "AUD": "aud", "NZD": "nzd", "HKD": "hkd", "SGD": "sgd", "EGP": "egp",
    "CZK": "czk koruna koruny korun", "HUF": "huf forint forints forintok florint",
    "PLN": "pln zloty zlotys złoty",
    "SEK/NOK/DKK": "sek nok dkk krone kronen kroner krona kronor kroon couronne couronnes corona coronas corone coroa",
}
# How adjectives of nationality begin, any language, with what the signs of dollars carry: "C$".
_NATIONS = {
    "US": "us u america american amerikan amerikaan américain estadounidens statunitens",
    "CA": "c ca canad kanad", "AU": "a au austral", "NZ": "nz zealand neuseel zeeland néo neozel",
    "HK": "hk hong hongkong", "SG": "s singap", "CH": "swiss schweiz zwitser suisse suiz svizzer suíç",
    "CZ": "czech tschech tsjech tchèque tchéque chec cec", "EG": "egypt ägypt egipc egizi egípc égypt",
    "HU": "hungar ungar hongaar hongrois húngar ungher", "PL": "polish poln pools polonais polac polon",
    "SE": "swed schwed zweed suédois suec svedes", "NO": "norweg noor norvég norueg norveg",
    "DK": "danish dän deen danois danes danés dinamarq", "GB": "brit brits british", "JP": "japan japon giappon",
    "CN": "chin chinees", "RU": "russ ruso rusa rus", "IN": "indi", "TR": "turk türk turc turch",
    "KR": "korea coré südkor",
}
_ONLY_WHOLE = frozenset(("us", "u", "c", "ca", "a", "au", "nz", "hk", "s"))
_NATIONAL = {
    ("CA", "USD"): "CAD", ("AU", "USD"): "AUD", ("NZ", "USD"): "NZD", ("HK", "USD"): "HKD", ("SG", "USD"): "SGD",
    ("CZ", "SEK/NOK/DKK"): "CZK", ("EG", "GBP"): "EGP",
}
_PERCENT_WORDS = {"%", "percent", "pct", "pc", "prozent", "procent", "pourcent", "percento"}
_PERCENT_PAIRS = {("per", "cent"), ("pour", "cent"), ("por", "ciento"), ("por", "cento"), ("per", "cento")}
_POINT_STEMS = ("prozentpunkt", "procentpunt")
_POINT_PAIRS = {
    ("percentage", "point"), ("percentage", "points"), ("puntos", "porcentuales"), ("punto", "porcentual"),
    ("punti", "percentuali"), ("punto", "percentuale"), ("pontos", "percentuais"), ("ponto", "percentual"),
    ("points", "de"), ("point", "de"),
}
_PER = {"per", "pour", "por", "pro"}
_MILLE = {"mille", "mil", "mill"}
_BASIS = {("basis", "points"), ("basis", "point"), ("puntos", "básicos"), ("punto", "básico"), ("punti", "base"),
          ("pontos", "base")}
_TIMES = {
    "en": ("times",), "de": ("mal", "male"), "nl": ("keer", "maal"), "fr": ("fois",), "es": ("veces",),
    "it": ("volte",), "pt": ("vezes",),
}
_FOLD = {"en": "fold", "de": "fach", "nl": "voud"}


@dataclass(frozen=True, slots=True)
class SmallShare:
    """A part of a percentage.

    Attributes:
        parts: How many of them make one per cent, or one percentage point.
        unit: PERCENT or POINTS.
        words: How many tokens say it.
    """

    parts: int
    unit: str
    words: int


@cache
def _currency_table() -> dict[str, str]:
    return {word: code for code, words in _CURRENCIES.items() for word in words.split()}


def currency(word: str) -> str | None:
    """Returns the currency of a sign, code or casefolded word, or None."""
    return _currency_table().get(word)


@lru_cache(maxsize=1024)
def nation(word: str) -> str | None:
    """Returns the country of a casefolded adjective of nationality or of the letters before "$", or None."""
    for code, stems in _NATIONS.items():
        if any(word == stem or (stem not in _ONLY_WHOLE and word.startswith(stem)) for stem in stems.split()):
            return code
    return None


def national(money: str, country: str | None) -> str | None:
    """Returns a country's currency of a name that several share ("dollars"); None where "won" is a verb."""
    if money == "KRW" and country not in (None, "KR"):
        return None
    return _NATIONAL.get((country or "", money), money)


def percent(following: Sequence[str]) -> str | None:
    """Returns PERCENT or POINTS where the casefolded words after a number begin with such a unit, else None."""
    first = following[0] if following else ""
    pair = (first, following[1] if len(following) > 1 else "")
    if first.startswith(_POINT_STEMS):
        return POINTS
    if pair in _POINT_PAIRS:
        third = following[2] if len(following) > 2 else ""
        return POINTS if pair[1] != "de" or third == "pourcentage" else None
    if first in _PERCENT_WORDS or first.startswith(("prozentig", "procentig")) or pair in _PERCENT_PAIRS:
        return PERCENT
    return None


def small_share(following: Sequence[str]) -> SmallShare | None:
    """Returns what part of a percentage the casefolded words after a number count ("basis points", "Promille")."""
    first, second, third = (*following[:3], "", "", "")[:3]
    if first in ("‰", "promille") or (first in _PER and second in _MILLE):
        return SmallShare(10, PERCENT, 1 if second not in _MILLE else 2)
    basis = first in ("bp", "bps") or first.startswith(("basispunkt", "basispunt")) or (first, second) in _BASIS or (
        first in ("points", "point") and (second, third) == ("de", "base"))
    return SmallShare(100, POINTS, 1) if basis else None


def is_times(word: str, language: str) -> bool:
    """Whether a casefolded word after a number makes it a multiple ("three times", "2,5-fache")."""
    return word in _TIMES.get(language, ()) or word.startswith(_FOLD.get(language, "\n"))
