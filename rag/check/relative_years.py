"""Years told by their distance from another one, or from the day of writing: "the previous year", "im Vorjahr"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rag.check.cursor import Cursor

__all__ = ["RelativeYear", "relative_years"]

# "_" joins words; those counted from the day of writing have no distance that is known.
_BEFORE = {
    "en": "previous_year preceding_year prior_year year_before", "de": "vorjahr vorjahres vorjahre jahr_davor",
    "nl": "voorgaande_jaar jaar_ervoor jaar_daarvoor", "fr": "année_précédente", "es": "año_anterior",
    "it": "anno_precedente", "pt": "ano_anterior",
}
_AFTER = {
    "en": "following_year next_year year_after", "de": "folgejahr folgejahres jahr_danach jahr_darauf folgenden_jahr",
    "nl": "volgende_jaar jaar_erop jaar_daarop jaar_erna jaar_daarna", "fr": "année_suivante",
    "es": "año_siguiente", "it": "anno_successivo", "pt": "ano_seguinte",
}
_FROM_TODAY = {
    "en": "last_year this_year now today currently", "de": "letztes_jahr letzten_jahr dieses_jahr diesem_jahr heute "
          "jetzt inzwischen mittlerweile", "nl": "vorig_jaar dit_jaar nu vandaag inmiddels",
    "fr": "an_dernier année_dernière cette_année aujourd_hui maintenant désormais",
    "es": "año_pasado este_año hoy ahora", "it": "anno_scorso quest_anno oggi ora",
    "pt": "ano_passado este_ano hoje agora",
}


@dataclass(frozen=True, slots=True)
class RelativeYear:
    """A year at the tokens [first, last), `shift` years after another that the text names; None where that is open."""

    first: int
    last: int
    shift: int | None


@cache
def _table(language: str) -> Mapping[tuple[str, ...], int | None]:
    found: dict[tuple[str, ...], int | None] = {}
    for words, shift in ((_BEFORE, -1), (_AFTER, 1), (_FROM_TODAY, None)):
        found |= {tuple(item.split("_")): shift for item in words.get(language, words["en"]).split()}
    return found


def relative_years(cursor: Cursor, places: range) -> Iterator[RelativeYear]:
    """Yields the relative years that begin at the given tokens of a text."""
    table = _table(cursor.language)
    for at in places:
        for length in (2, 1):
            words = cursor.folds(at, at + length)
            if words in table:
                yield RelativeYear(at, at + length, table[words])
                break
