"""Days, months, weekdays, years and spans of time made false."""

from __future__ import annotations

import re
from typing import Final

from eval.mutation.calendar import MONTHS, WEEKDAYS, day_spans
from eval.mutation.model import Chance, Change, Rule, TrueClaim
from eval.mutation.wording import Table, exchanged

__all__ = ["DATES"]


def _each_other(names: dict[str, tuple[str, ...]]) -> Table:
    return {language: {name.lower(): "|".join(other for other in words if other != name) for name in words}
            for language, words in names.items()}


_MONTHS: Final = _each_other(MONTHS)
_WEEKDAYS: Final = _each_other(WEEKDAYS)
# A year that counts or measures something else ("1500 soldiers") has none of these before it.
_YEAR = re.compile(
    r"(?:\b(?:in|since|of|by|until|from|year|before|after|im Jahr|Jahr|Jahre|Jahren|seit|bis|von|vor|nach|ab|ende|"
    r"anfang|en|depuis|avant|desde|hasta|de|sinds|tegen|voor|eind|early|late|mid|" +
    "|".join(name for names in MONTHS.values() for name in names) +
    r"|\d)[.,]?\s+|\()((?:1[0-9]|20)\d\d)(?![\d%.,]*\d|\s*(?:%|km|m\b))", re.IGNORECASE)
_RELATIVE: Final[Table] = {
    "en": {"yesterday": "tomorrow", "today": "two weeks ago", "tomorrow": "yesterday", "last year": "next year",
           "last week": "last month", "next year": "last year", "morning": "evening", "evening": "morning",
           "summer": "winter", "winter": "summer", "spring": "autumn", "the year before": "three years before"},
    "de": {"gestern": "morgen", "heute": "vor zwei Wochen", "im vergangenen jahr": "im kommenden Jahr",
           "im vorjahr": "vor drei Jahren", "abends": "morgens", "sommer": "Winter", "winter": "Sommer",
           "frühling": "Herbst", "nachmittag": "Vormittag"},
    "nl": {"vorig jaar": "volgend jaar", "vorige week": "vorige maand"},
    "fr": {"l'an dernier": "il y a trois ans"},
    "es": {"primavera": "otoño", "año anterior": "año siguiente"},
}


def _month(claim: TrueClaim, chance: Chance) -> Change | None:
    def is_date(match: re.Match[str]) -> bool:
        # "may" and "march" are also verbs.
        return claim.language != "en" or bool(
            match[0][0].isupper() and (match[0] not in ("May", "March") or re.search(
                r"(?:\d|\bin|\bsince|\bof|\bearly|\blate|\bon)\s*$", claim.text[: match.start()])
                or re.match(r"\s+\d", claim.text[match.end():])))

    return _or_none(exchanged(claim.text, claim.language, _MONTHS, chance, is_date))


def _weekday(claim: TrueClaim, chance: Chance) -> Change | None:
    return _or_none(exchanged(claim.text, claim.language, _WEEKDAYS, chance))


def _relative(claim: TrueClaim, chance: Chance) -> Change | None:
    return _or_none(exchanged(claim.text, claim.language, _RELATIVE, chance))


def _day(claim: TrueClaim, chance: Chance) -> Change | None:
    spans = day_spans(claim.text, claim.language)
    if not spans:
        return None
    span = chance.pick(spans)
    day = int(span.of(claim.text))
    others = [other for other in (day - 1, day + 1, day + 10, day - 7) if 1 <= other <= 28]
    taken = re.findall(r"\d+", claim.quote + claim.text)
    free = [other for other in others if str(other) not in taken]
    if not free:
        return None
    text = claim.text[: span.start] + str(chance.pick(free)) + claim.text[span.end :]
    # "1st" and "2nd" would betray the change by their ending.
    return Change(re.sub(r"\b(\d{1,2})(?:st|nd|rd|th|er)(?=\s)", r"\1", text, count=1))


def _year(claim: TrueClaim, chance: Chance) -> Change | None:
    found = list(_YEAR.finditer(claim.text))
    if not found:
        return None
    match = chance.pick(found)
    year = int(match[1])
    free = [other for other in (year - 1, year + 1, year - 10, year + 3)
            if str(other) not in claim.quote and str(other) not in claim.text]
    return Change(claim.text[: match.start(1)] + str(chance.pick(free)) + claim.text[match.end(1) :]) if free else None


def _or_none(text: str | None) -> Change | None:
    return None if text is None else Change(text)


DATES: Final = (
    Rule("day changed", "dates", _day),
    Rule("month changed", "dates", _month),
    Rule("weekday changed", "dates", _weekday),
    Rule("year changed", "dates", _year),
    Rule("time turned", "directions", _relative),
)
