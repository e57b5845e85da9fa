"""What rises does not fall: invented sentences in seven languages."""

from __future__ import annotations

import pytest

from rag.check.change import check_change
from rag.check.numbers import Source

ROSE = {
    "en": "Rents in Ghent increased last year.", "de": "Die Mieten in Gent stiegen im Vorjahr.",
    "nl": "De huren in Gent stegen vorig jaar.", "fr": "Les loyers ont augmenté à Gand.",
    "es": "Los alquileres aumentaron en Gante.", "it": "Gli affitti sono aumentati a Gand.",
    "pt": "As rendas aumentaram em Gante.",
}
FELL = {
    "en": "Rents in Ghent fell last year.", "de": "Die Mieten in Gent sanken im Vorjahr.",
    "nl": "De huren in Gent daalden vorig jaar.", "fr": "Les loyers ont baissé à Gand.",
    "es": "Los alquileres bajaron en Gante.", "it": "Gli affitti sono diminuiti a Gand.",
    "pt": "As rendas diminuíram em Gante.",
}


def passes(claim: str, language: str, quote: str, told: str) -> bool:
    source = [Source(quote, told)]
    return check_change(claim, language, source, source).passed


@pytest.mark.parametrize("told", ROSE)
@pytest.mark.parametrize("language", ROSE)
def test_a_rise_is_no_fall_in_any_two_languages(language: str, told: str) -> None:
    assert passes(ROSE[language], language, ROSE[told], told)
    assert passes(FELL[language], language, FELL[told], told)
    assert not passes(FELL[language], language, ROSE[told], told)
    assert not passes(ROSE[language], language, FELL[told], told)


@pytest.mark.parametrize(("claim", "language", "quote", "told", "expected"), [
    ("The team won the final.", "en", "Die Mannschaft verlor das Spiel.", "de", False),
    ("The team lost the game.", "en", "Die Mannschaft verlor das Spiel.", "de", True),
    ("De winkel sluit in mei.", "nl", "The shop opens in May.", "en", False),
    ("Das Werk wurde verkauft.", "de", "L'usine a été achetée par un groupe.", "fr", False),
    ("The council rejected the plan.", "en", "El consejo aprobó el plan.", "es", False),
    ("Rents did not fall.", "en", ROSE["de"], "de", True),
    ("Rents fell.", "en", "Die Mieten stiegen nicht, sie sanken.", "de", True),
    ("The village has grown.", "en", "Das Dorf liegt am Fluss.", "de", False),
    ("The village has grown.", "en", "Das Dorf hatte einst 200, heute 900 Einwohner.", "de", True),
    ("Byn har vuxit.", "sv", "Das Dorf liegt am Fluss.", "de", True),
])
def test_opposites_fail_and_what_a_negation_may_turn_is_not_judged(
    claim: str, language: str, quote: str, told: str, expected: bool
) -> None:
    assert passes(claim, language, quote, told) is expected


def test_the_reason_names_both_words() -> None:
    source = [Source(ROSE["de"], "de")]
    reason = check_change("Rents fell.", "en", source, source).reason
    assert "fell" in reason
    assert "stiegen" in reason


@pytest.mark.parametrize(("claim", "quote", "told", "expected"), [
    ("The law forbids the firm to pay.", "Das Gesetz verpflichtet die Firma zur Zahlung.", "de", False),
    ("The law obliges the firm to pay.", "De wet verplicht het bedrijf te betalen.", "nl", True),
    ("The firm creates 300 jobs.", "Die Firma streicht 300 Stellen.", "de", False),
    ("The firm cuts 300 jobs.", "Het bedrijf schrapt 300 banen.", "nl", True),
    ("The group closes a plant in Ghent.", "Der Konzern baut ein Werk in Gent.", "de", False),
    ("The group builds a plant in Ghent.", "Der Konzern baut ein Werk in Gent.", "de", True),
    ("China has a trade surplus.", "China hat ein Handelsdefizit.", "de", False),
    ("China has a trade deficit.", "La Chine a un déficit commercial.", "fr", True),
])
def test_duties_posts_works_and_balances_have_opposites(claim: str, quote: str, told: str, expected: bool) -> None:
    source = [Source(quote, told)]
    assert check_change(claim, "en", source, source).passed is expected


@pytest.mark.parametrize(("claim", "language", "quote", "told", "expected"), [
    ("The large hall is not open.", "en", "Die kleine Halle ist nicht offen.", "de", False),
    ("The small hall is not open.", "en", "Die kleine Halle ist nicht offen.", "de", True),
    ("De grote hal is niet open.", "nl", "The small hall is not open.", "en", False),
    ("Rents did not rise.", "en", "Die Mieten sanken.", "de", True),
    ("First the band of the old mill played loud in the great hall of the town.", "en",
     "Die Kapelle der alten Mühle spielte laut in der großen Halle der Stadt, und zwar zuletzt.", "de", True),
])
def test_two_negations_leave_opposites_and_far_places_tell_nothing(
    claim: str, language: str, quote: str, told: str, expected: bool
) -> None:
    assert passes(claim, language, quote, told) is expected
