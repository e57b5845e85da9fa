"""Scales and units made false: million for billion, miles for kilometres, dollars for euros."""

from __future__ import annotations

import re
from typing import Final

from eval.mutation.figures import NUMBER_WORDS, RANGE, SCALES, Figure, figures
from eval.mutation.model import Chance, Change, Rule, TrueClaim
from eval.mutation.wording import Table, exchanged

__all__ = ["SCALES_AND_UNITS"]

_ADDED: Final = {"en": ("thousand", "million"), "de": ("Tausend", "Millionen"), "nl": ("duizend", "miljoen"),
                 "fr": ("mille", "millions de"), "es": ("mil", "millones de")}

_UNITS: Final[Table] = {
    "en": {"kilometers": "miles", "kilometres": "miles", "km": "miles", "miles": "kilometres", "mile": "kilometre",
           "mi": "km", "metres": "feet", "meters": "feet", "feet": "metres", "ft": "m", "inches": "centimetres",
           "kg": "pounds", "tonnes": "kilograms", "tons": "kilograms", "litres": "gallons", "mm": "cm", "cm": "mm",
           "hectares": "square metres", "euros": "dollars", "dollars": "euros", "francs": "euros", "pounds": "euros",
           "cents": "euros", "seconds": "minutes", "minutes": "hours", "hours": "days", "days": "weeks",
           "weeks": "months", "months": "years", "years": "months", "degrees": "percent", "mph": "km/h",
           "km/h": "mph"},
    "de": {"kilometer": "Meilen", "km": "Meilen", "meilen": "Kilometer", "meter": "Fuß", "metern": "Fuß",
           "fuß": "Meter", "zoll": "Zentimeter", "kg": "Pfund", "tonnen": "Kilogramm", "liter": "Gallonen",
           "litern": "Gallonen", "mm": "cm", "cm": "mm", "hektar": "Quadratmeter", "euro": "Dollar",
           "dollar": "Euro", "franken": "Euro", "pfund": "Euro", "cent": "Euro", "sekunden": "Minuten",
           "minuten": "Stunden", "stunden": "Tage", "tage": "Wochen", "tagen": "Wochen", "wochen": "Monate",
           "monate": "Jahre", "monaten": "Jahren", "jahre": "Monate", "jahren": "Monaten", "grad": "Prozent",
           "km/h": "Meilen pro Stunde"},
    "nl": {"euro": "dollar", "dollar": "euro", "ton": "kilo", "jaar": "maanden", "uur": "dagen", "meter": "voet",
           "cent": "euro"},
    "fr": {"euros": "dollars", "francs": "euros", "dollars": "euros", "tonnes": "kilos", "minutes": "heures",
           "heures": "jours", "secondes": "minutes", "hectares": "mètres carrés", "degrés": "pour cent"},
    "es": {"euros": "dólares", "dólares": "euros", "francos": "euros", "toneladas": "kilos", "metros": "pies",
           "años": "meses", "litros": "galones"},
}
_POINTS: Final[Table] = {
    "en": {"percent": "percentage points", "per cent": "percentage points", "percentage points": "percent"},
    "de": {"prozent": "Prozentpunkte", "prozentpunkte": "Prozent"},
    "nl": {"procent": "procentpunten"},
    "fr": {"points de pourcentage": "pour cent"},
    "es": {},
}


def _after_a_number(claim: TrueClaim, match: re.Match[str]) -> bool:
    before = claim.text[: match.start()].rstrip().rstrip("-")
    word = before.rpartition(" ")[2].strip("(").lower()
    return bool(word) and (word[-1].isdigit() or word in NUMBER_WORDS[claim.language] or
                           (word in SCALES[claim.language]) or (word == "de" and "mill" in before[-14:]))


def _scale(claim: TrueClaim, chance: Chance) -> Change | None:
    text = exchanged(claim.text, claim.language, SCALES, chance)
    return None if text is None else Change(text)


def _scale_of(claim: TrueClaim, end: int) -> re.Match[str] | None:
    words = "|".join(re.escape(word) for word in sorted(SCALES[claim.language], key=len, reverse=True))
    return re.compile(rf"\s+(?:{words})(?!\w)", re.IGNORECASE).match(claim.text, end)


def _shares_a_scale(claim: TrueClaim, figure: Figure) -> bool:
    """Whether the next figure's scale is its own too: "10 or 20 million" is "10 million or 20 million"."""
    return any(RANGE.fullmatch(claim.text, figure.end, other.start) and _scale_of(claim, other.end)
               for other in figures(claim.text, claim.language) if other.start > figure.end)


def _scale_dropped(claim: TrueClaim, chance: Chance) -> Change | None:
    found = [match for figure in figures(claim.text, claim.language) if (match := _scale_of(claim, figure.end))]
    if not found:
        return None
    match = chance.pick(found)
    after = re.sub(r"^\s+d(?:e|')\s*", " ", claim.text[match.end() :]) if claim.language in ("fr", "es") else (
        claim.text[match.end() :])
    return Change(claim.text[: match.start()] + after)


def _scale_added(claim: TrueClaim, chance: Chance) -> Change | None:
    """Makes 3.7 of something 3.7 thousand; percentages and what has a scale already are left alone."""
    found = [figure for figure in figures(claim.text, claim.language)
             if not figure.grouped and not _scale_of(claim, figure.end) and not _shares_a_scale(claim, figure)
             and re.match(r" [^\W\d_]", claim.text[figure.end :])
             and not re.match(r" (?:per|pour|por|Proz|proc|poin|punt|and|und)", claim.text[figure.end :])]
    if not found:
        return None
    figure = chance.pick(found)
    scale = chance.pick(_ADDED[claim.language])
    return Change(f"{claim.text[: figure.end]} {scale}{claim.text[figure.end :]}")


def _unit(claim: TrueClaim, chance: Chance) -> Change | None:
    text = exchanged(claim.text, claim.language, _UNITS, chance, lambda match: _after_a_number(claim, match))
    return None if text is None else Change(text)


def _points(claim: TrueClaim, chance: Chance) -> Change | None:
    text = exchanged(claim.text, claim.language, _POINTS, chance, lambda match: _after_a_number(claim, match))
    return None if text is None else Change(text)


SCALES_AND_UNITS: Final = (
    Rule("scale changed", "scales", _scale),
    Rule("scale dropped", "scales", _scale_dropped),
    Rule("scale added", "scales", _scale_added),
    Rule("unit changed", "scales", _unit),
    Rule("percent for points", "scales", _points),
)
