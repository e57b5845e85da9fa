"""What a source says is not stated as fact, and the speaker stays the speaker: invented sentences in seven languages."""

from __future__ import annotations

import pytest

from rag.check.attribution import check_attribution
from rag.check.numbers import Source

SAID = {
    "en": "According to the union, the mine in Genk is unsafe.",
    "de": "Laut Gewerkschaft ist die Mine in Genk unsicher.",
    "nl": "Volgens de vakbond is de mijn in Genk onveilig.",
    "fr": "Selon le syndicat, la mine de Genk est dangereuse.",
    "es": "Según el sindicato, la mina de Genk es peligrosa.",
    "it": "Secondo il sindacato, la miniera di Genk è pericolosa.",
    "pt": "Segundo o sindicato, a mina de Genk é perigosa.",
}
SPOKE = {
    "en": "Maria Lopes said that the mine in Genk is unsafe.",
    "de": "Maria Lopes sagte, die Mine in Genk sei unsicher.",
    "nl": "Maria Lopes zegt dat de mijn in Genk onveilig is.",
    "fr": "Maria Lopes affirme que la mine de Genk est dangereuse.",
    "es": "Maria Lopes afirma que la mina de Genk es peligrosa.",
    "it": "Maria Lopes afferma che la miniera di Genk è pericolosa.",
    "pt": "Maria Lopes afirma que a mina de Genk é perigosa.",
}


def check(claim: str, language: str, quote: str, told: str) -> tuple[bool, str]:
    source = [Source(quote, told)]
    result = check_attribution(claim, language, source, source)
    return result.passed, result.reason


@pytest.mark.parametrize("told", SAID)
@pytest.mark.parametrize("table", [SAID, SPOKE])
def test_what_a_source_says_is_not_stated_as_fact(table: dict[str, str], told: str) -> None:
    for claim, language in [("The mine in Genk is unsafe.", "en"), ("Die Mine in Genk ist unsicher.", "de"),
                            ("La mine de Genk est dangereuse.", "fr")]:
        assert not check(claim, language, table[told], told)[0]
    for language in SAID:
        assert check(table[language], language, table[told], told) == (True, "")


def test_the_reason_names_who_says_it() -> None:
    assert "Maria Lopes" in check("The mine is unsafe.", "en", SPOKE["de"], "de")[1]


@pytest.mark.parametrize(("claim", "language", "quote", "told", "passes"), [
    ("The mine is unsafe.", "en", "Die Mine sei unsicher und werde bald geschlossen.", "de", False),
    ("The mine is unsafe.", "en", "Die Mine ist unsicher.", "de", True),
    ("The mine is unsafe.", "en", "De mijn is onveilig, zegt burgemeester Claes.", "nl", False),
    ("The mayor resigned on Monday.", "en", "Le maire a démissionné lundi et a dit qu'il partait.", "fr", True),
    ("Delta said that Orion owes it money.", "en", "Delta sagte, Orion schulde der Firma Geld.", "de", True),
    ("Orion said that Delta owes it money.", "en", "Delta sagte, Orion schulde der Firma Geld.", "de", False),
    ("Selon Orion, Delta doit de l'argent.", "fr", "Delta said that Orion owes the firm money.", "en", False),
    ("Delta says that it is unsafe.", "en", "Der Mine von Delta fehlt ein Ausgang.", "de", False),
    ("The article says the mine is closed.", "en", "Sie sagte, die Mine sei geschlossen.", "de", True),
    ("Gruvan är farlig.", "sv", "Die Mine sei unsicher.", "de", True),
])
def test_a_speaker_is_neither_lost_nor_moved_nor_invented(
    claim: str, language: str, quote: str, told: str, passes: bool
) -> None:
    assert check(claim, language, quote, told)[0] is passes


def test_the_newspaper_may_be_named_for_what_it_prints() -> None:
    quote = [Source("Die Mine ist geschlossen.", "de")]
    claim = "The Genk Courier reports that the mine is closed."
    assert check_attribution(claim, "en", quote, quote, ["The Genk Courier"]).passed
    assert not check_attribution(claim, "en", quote, quote, ["Der Bote"]).passed


def test_a_second_quote_may_say_it_on_its_own_account() -> None:
    quotes = [Source(SAID["de"], "de"), Source("Die Mine in Genk ist unsicher.", "de")]
    assert check_attribution("The mine in Genk is unsafe.", "en", quotes, quotes).passed


def test_the_suspect_is_nobody_who_suspects() -> None:
    quote = "Selon la police, le suspect aurait quitté Namur mardi soir."
    assert not check("The suspect left Namur on Tuesday evening.", "en", quote, "fr")[0]
    assert check("Police say that the suspect left Namur on Tuesday evening.", "en", quote, "fr")[0]
    assert check("Police suspect that the man left Namur on Tuesday evening.", "en", quote, "fr")[0]
