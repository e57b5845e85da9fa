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


DENIED = {
    "en": "The firm denies that it poisoned the Maas.", "de": "Die Firma bestreitet, dass sie die Maas vergiftet hat.",
    "nl": "Het bedrijf ontkent dat het de Maas heeft vergiftigd.",
    "fr": "L'entreprise nie avoir empoisonné la Meuse.", "es": "La empresa niega haber envenenado el Mosa.",
    "it": "L'azienda nega di aver avvelenato la Mosa.", "pt": "A empresa nega ter envenenado o Mosa.",
}


@pytest.mark.parametrize("told", DENIED)
def test_what_is_denied_is_neither_so_nor_not_so(told: str) -> None:
    for claim, language in [("The firm did not poison the river.", "en"), ("Die Firma hat niemanden vergiftet.", "de"),
                            ("Het bedrijf heeft de rivier niet vergiftigd.", "nl")]:
        assert not check(claim, language, DENIED[told], told)[0]
    for language, claim in DENIED.items():
        assert check(claim, language, DENIED[told], told) == (True, "")
    assert check("The firm says that it poisoned nobody.", "en", DENIED[told], told)[0]


@pytest.mark.parametrize(("claim", "language", "quote", "told", "passes"), [
    ("No one died.", "en", "De regering ontkent dat er doden vielen.", "nl", False),
    ("Es gab keine Toten.", "de", "The government denies that there were deaths.", "en", False),
    ("Die Regierung sagt, dass es keine Toten gab.", "de", "The government denies that there were deaths.", "en", True),
    ("Il n'y a pas eu de morts.", "fr", "Die Regierung dementiert, dass es Tote gab.", "de", False),
    ("She played her hundredth match.", "en", "Sie bestritt ihr hundertstes Länderspiel.", "de", True),
    ("He was not let in.", "en", "He was denied entry.", "en", True),
    ("There are floods in the valley.", "en", "Die Behörden warnen vor Überschwemmungen im Tal.", "de", False),
    ("The authorities warn of floods.", "en", "Die Behörden warnen vor Überschwemmungen im Tal.", "de", True),
    ("Be careful in the mountains.", "en", "Seien Sie in den Bergen vorsichtig.", "de", True),
    ("The colour differs from year to year.", "en", "Die Farbe ist je nach Jahr anders.", "de", True),
])
def test_denials_and_warnings_keep_who_utters_them(
    claim: str, language: str, quote: str, told: str, passes: bool
) -> None:
    assert check(claim, language, quote, told)[0] is passes


@pytest.mark.parametrize(("claim", "language", "quote", "told", "passes"), [
    ("Chile became independent in 1810.", "en", "Chile erklärte 1810 seine Unabhängigkeit.", "de", True),
    ("Chile erklärte 1810 seine Unabhängigkeit.", "de", "Chile became independent in 1810.", "en", True),
    ("Das Tal wurde zum Naturpark erklärt.", "de", "The valley became a nature park.", "en", True),
    ("The ministry is at war.", "en", "Le ministère déclare la guerre.", "fr", True),
    ("The mine is unsafe.", "en", "Die Firma erklärte, die Mine sei unsicher.", "de", False),
    ("He was taken to hospital.", "en", "He was admitted to hospital.", "en", True),
])
def test_what_is_done_by_saying_it_needs_no_speaker(
    claim: str, language: str, quote: str, told: str, passes: bool
) -> None:
    assert check(claim, language, quote, told)[0] is passes
