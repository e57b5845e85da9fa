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


FEARED = {
    "en": "The union fears that the strike costs jobs.", "de": "Die Gewerkschaft fürchtet, dass der Streik Stellen kostet.",
    "nl": "De vakbond vreest dat de staking banen kost.", "fr": "Le syndicat craint que la grève ne coûte des emplois.",
    "es": "El sindicato teme que la huelga cueste empleos.", "it": "Il sindacato teme che lo sciopero costi posti.",
    "pt": "O sindicato teme que a greve custe empregos.",
}
HOPED = {
    "en": "The minister hopes that prices fall.", "de": "Die Ministerin hofft, dass die Preise sinken.",
    "nl": "De minister hoopt dat de prijzen dalen.", "fr": "La ministre espère que les prix baissent.",
    "es": "La ministra espera que los precios bajen.", "it": "La ministra spera che i prezzi scendano.",
    "pt": "A ministra espera que os preços baixem.",
}


@pytest.mark.parametrize("told", FEARED)
def test_fears_and_hopes_are_not_facts(told: str) -> None:
    feared, hoped = [Source(FEARED[told], told)], [Source(HOPED[told], told)]
    for language, claim in FEARED.items():
        assert check_modality(claim, language, feared).passed
    for language, claim in HOPED.items():
        assert check_modality(claim, language, hoped).passed
    for claim, language in [("The strike costs jobs.", "en"), ("Der Streik kostet Stellen.", "de"),
                            ("De staking kost banen.", "nl")]:
        assert not check_modality(claim, language, feared).passed
    for claim, language in [("Prices fall.", "en"), ("Die Preise sinken.", "de"), ("De prijzen dalen.", "nl")]:
        assert not check_modality(claim, language, hoped).passed


@pytest.mark.parametrize(("claim", "language", "quote", "told", "passes"), [
    ("The suspect fled to Spain.", "en", "Le suspect aurait fui en Espagne.", "fr", False),
    ("Der Verdächtige floh nach Spanien.", "de", "Le suspect aurait fui en Espagne.", "fr", False),
    ("De verdachte vluchtte naar Spanje.", "nl", "Le suspect aurait fui en Espagne.", "fr", False),
    ("The suspect allegedly fled to Spain.", "en", "Le suspect aurait fui en Espagne.", "fr", True),
    ("Der Verdächtige soll nach Spanien geflohen sein.", "de", "Le suspect aurait fui en Espagne.", "fr", True),
    ("De verdachte zou naar Spanje zijn gevlucht.", "nl", "Le suspect aurait fui en Espagne.", "fr", True),
    ("The group owns three villas.", "en", "Le groupe posséderait trois villas.", "fr", False),
    ("The group reportedly owns three villas.", "en", "Le groupe posséderait trois villas.", "fr", True),
    ("The group freed three hostages.", "en", "Le groupe libérait trois otages.", "fr", True),
    ("He opened the door.", "en", "Il ouvrait la porte et entrait.", "fr", True),
])
def test_the_french_conditional_of_hearsay_is_no_fact(
    claim: str, language: str, quote: str, told: str, passes: bool
) -> None:
    assert check_modality(claim, language, [Source(quote, told)]).passed is passes


@pytest.mark.parametrize(("claim", "language", "quote", "told", "passes"), [
    ("The dam will certainly burst.", "en", HEDGED["de"], "de", False),
    ("Der Damm bricht mit Sicherheit, so ein Bericht.", "de", HEDGED["en"], "en", False),
    ("It is proven that the dam could burst.", "en", HEDGED["de"], "de", True),
    ("From the tower the sea is seen.", "en", "Vom Turm aus kann man das Meer sehen.", "de", True),
    ("You need a permit.", "en", "Sie müssen eine Genehmigung haben.", "de", True),
    ("The dam has burst.", "en", "Der Damm kann brechen.", "de", False),
    ("The goal of science is to understand.", "en", "Das Ziel der Wissenschaft ist es, zu verstehen.", "de", True),
    ("Das Ziel ist Verständnis.", "de", "The goal is to understand.", "en", True),
    ("If you go by train, book early.", "en", "Wenn Sie mit dem Zug fahren wollen, buchen Sie früh.", "de", True),
    ("If it rains, the fair is closed.", "en", "Sollte es regnen, bleibt die Messe geschlossen.", "de", True),
])
def test_doubt_is_kept_and_ability_duty_or_a_condition_is_none(
    claim: str, language: str, quote: str, told: str, passes: bool
) -> None:
    assert check_modality(claim, language, [Source(quote, told)]).passed is passes
