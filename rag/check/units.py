"""What a number counts: currencies, per cent, and words for "times", in every language at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

__all__ = ["PERCENT", "POINTS", "currency", "is_times", "percent"]

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
    "PLN": "pln zloty zlotys złoty",
    "SEK/NOK/DKK": "sek nok dkk krone kronen kroner krona kronor kroon couronne couronnes corona coronas corone coroa",
}
_PERCENT_WORDS = {"%", "percent", "pct", "pc", "prozent", "procent", "pourcent", "percento"}
_PERCENT_PAIRS = {("per", "cent"), ("pour", "cent"), ("por", "ciento"), ("por", "cento"), ("per", "cento")}
_POINT_STEMS = ("prozentpunkt", "procentpunt")
_POINT_PAIRS = {
    ("percentage", "point"), ("percentage", "points"), ("puntos", "porcentuales"), ("punto", "porcentual"),
    ("punti", "percentuali"), ("punto", "percentuale"), ("pontos", "percentuais"), ("ponto", "percentual"),
    ("points", "de"), ("point", "de"),
}
_TIMES = {
    "en": ("times",), "de": ("mal", "male"), "nl": ("keer", "maal"), "fr": ("fois",), "es": ("veces",),
    "it": ("volte",), "pt": ("vezes",),
}
_FOLD = {"en": "fold", "de": "fach", "nl": "voud"}


@cache
def _currency_table() -> dict[str, str]:
    return {word: code for code, words in _CURRENCIES.items() for word in words.split()}


def currency(word: str) -> str | None:
    """Returns the currency of a sign, code or casefolded word, or None."""
    return _currency_table().get(word)


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


def is_times(word: str, language: str) -> bool:
    """Whether a casefolded word after a number makes it a multiple ("three times", "2,5-fache")."""
    return word in _TIMES.get(language, ()) or word.startswith(_FOLD.get(language, "\n"))
