"""What may be, or is planned, is not stated as fact: invented sentences in seven languages."""

from __future__ import annotations

import pytest

from rag.check.modality import check_modality
from rag.check.numbers import Source

HEDGED = {
    "en": "The dam could burst, and the valley might be flooded.",
    "de": "Der Damm könnte brechen.",
    "nl": "De dam zou kunnen breken.",
    "fr": "Le barrage pourrait céder.",
    "es": "La presa podría romperse.",
    "it": "La diga potrebbe crollare.",
    "pt": "A barragem poderia romper.",
}
PLANNED = {
    "en": "The firm plans to close the mill.", "de": "Die Firma plant, die Mühle zu schließen.",
    "nl": "Het bedrijf is van plan de molen te sluiten.", "fr": "L'entreprise prévoit de fermer le moulin.",
    "es": "La empresa planea cerrar el molino.", "it": "L'azienda intende chiudere il mulino.",
    "pt": "A empresa pretende fechar o moinho.",
}


@pytest.mark.parametrize("told", HEDGED)
def test_what_could_happen_is_not_what_happens(told: str) -> None:
    quote = [Source(HEDGED[told], told)]
    assert check_modality("The dam might burst.", "en", quote).passed
    assert check_modality("Der Damm könnte brechen.", "de", quote).passed
    lost = check_modality("The dam has burst.", "en", quote)
    assert not lost.passed
    assert "may be" in lost.reason
    assert not check_modality("Der Damm ist gebrochen.", "de", quote).passed


@pytest.mark.parametrize("told", PLANNED)
def test_what_is_planned_is_not_done(told: str) -> None:
    quote = [Source(PLANNED[told], told)]
    assert check_modality("The firm intends to close the mill.", "en", quote).passed
    assert check_modality("Die Firma will die Mühle schließen.", "de", quote).passed
    lost = check_modality("The firm has closed the mill.", "en", quote)
    assert not lost.passed
    assert "planned" in lost.reason
    assert not check_modality("L'entreprise a fermé le moulin.", "fr", quote).passed


@pytest.mark.parametrize(("claim", "language", "quote", "told", "passes"), [
    ("The device is used for spying.", "en", "Das Gerät könne für Spionage genutzt werden.", "de", True),
    ("The device is used for spying.", "en", "Das Gerät könnte für Spionage genutzt werden.", "de", False),
    ("The mayor took bribes.", "en", "Le maire aurait touché des pots-de-vin.", "fr", False),
    ("The mayor allegedly took bribes.", "en", "Le maire aurait touché des pots-de-vin.", "fr", True),
    ("Der Bürgermeister nahm Geld an.", "de", "El presunto corrupto, alcalde, aceptó dinero.", "es", False),
    ("The suspect left in March.", "en", "Er konnte im März ausreisen.", "de", True),
    ("The fair opens in May.", "en", "De kermis opent in mei.", "nl", True),
    ("Die Messe öffnet im Mai.", "de", "The fair opens on 3 May in Ghent.", "en", True),
    ("The fair may open in June.", "en", "Die Messe öffnet im Juni.", "de", True),
    ("Die Kirmes öffnet im Juni.", "de", "Kyrkan öppnar kanske i juni.", "sv", True),
])
def test_a_claim_may_be_more_careful_than_its_quote_and_never_less(
    claim: str, language: str, quote: str, told: str, passes: bool
) -> None:
    assert check_modality(claim, language, [Source(quote, told)]).passed is passes


def test_only_the_clause_that_a_claim_renders_has_to_be_hedged() -> None:
    quote = [Source("Die Brauerei Krone in Mainz schloss 1998, und ein Museum in Worms könnte dort eröffnen.", "de")]
    assert check_modality("The Krone brewery in Mainz closed in 1998.", "en", quote).passed
    assert not check_modality("A museum from Worms is there.", "en", quote).passed


def test_one_quote_without_reserve_is_enough() -> None:
    quotes = [Source("Der Damm könnte brechen.", "de"), Source("Der Damm ist gebrochen.", "de")]
    assert check_modality("The dam has burst.", "en", quotes).passed
