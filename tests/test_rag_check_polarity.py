"""A no is neither lost nor added: invented sentences in seven languages."""

from __future__ import annotations

import pytest

from rag.check.numbers import Source
from rag.check.polarity import check_polarity, denies, rejects

YES = {
    "en": "The gate in Ghent is open.", "de": "Das Tor in Gent ist offen.", "nl": "De poort in Gent is open.",
    "fr": "La porte de Gand est ouverte.", "es": "La puerta de Gante está abierta.",
    "it": "La porta di Gand è aperta.", "pt": "A porta de Gante está aberta.",
}
NO = {
    "en": "The gate in Ghent is not open.", "de": "Das Tor in Gent ist nicht offen.",
    "nl": "De poort in Gent is niet open.", "fr": "La porte de Gand n'est pas ouverte.",
    "es": "La puerta de Gante no está abierta.", "it": "La porta di Gand non è aperta.",
    "pt": "A porta de Gante não está aberta.",
}


def passes(claim: str, language: str, quote: str, told: str) -> bool:
    source = [Source(quote, told)]
    return check_polarity(claim, language, source, source).passed


@pytest.mark.parametrize("told", YES)
@pytest.mark.parametrize("language", YES)
def test_a_negation_is_neither_lost_nor_added_in_any_two_languages(language: str, told: str) -> None:
    assert passes(YES[language], language, YES[told], told)
    assert passes(NO[language], language, NO[told], told)
    assert not passes(NO[language], language, YES[told], told)
    assert not passes(YES[language], language, NO[told], told)


@pytest.mark.parametrize(("claim", "language", "quote", "told", "expected"), [
    ("The pilot had no fuel.", "en", "Der Pilot flog ohne Treibstoff.", "de", True),
    ("The pilot was unable to land.", "en", "De piloot kon niet landen.", "nl", True),
    ("The firm failed to pay.", "en", "Die Firma zahlte nicht.", "de", True),
    ("The firm paid.", "en", "Die Firma zahlte nicht.", "de", False),
    ("The firm paid.", "en", "Die Firma zahlt seit Mai keine Löhne mehr.", "de", False),
    ("The shop only sells bread.", "en", "Le magasin ne vend que du pain.", "fr", True),
    ("Le magasin ne vend que du pain.", "fr", "The shop only sells bread.", "en", True),
    ("There are still trains.", "en", "Il n'y a plus de trains.", "fr", False),
    ("Neither Ann nor Bob came.", "en", "Weder Ann noch Bob kamen.", "de", True),
    ("The hall is still open.", "en", "Die Halle ist noch offen.", "de", True),
    ("Es gibt noch Karten.", "de", "There are still tickets.", "en", True),
    ("The council is not rich, and it does not pay.", "en", "Der Rat ist nicht reich.", "de", False),
])
def test_other_ways_to_say_no_count_as_one(
    claim: str, language: str, quote: str, told: str, expected: bool
) -> None:
    assert passes(claim, language, quote, told) is expected


def test_only_the_clause_that_a_claim_renders_counts() -> None:
    quote = "Die Brücke in Mainz öffnet 2031, aber der Tunnel nach Worms wird nie gebaut."
    assert passes("The bridge in Mainz opens in 2031.", "en", quote, "de")
    assert not passes("The tunnel to Worms is being built.", "en", quote, "de")


def test_denials_are_told_from_negations() -> None:
    assert denies("Elle n'a rien dit.", "fr")
    assert not rejects("Elle n'a rien dit.", "fr")
    assert rejects("Sie weist alles zurück.", "de")
    assert not denies("Sie weist alles zurück.", "de")
    assert not denies("Il ne vend que du pain.", "fr")
    assert not denies("Hon sover.", "sv")
    assert not rejects("Hon sover.", "sv")


@pytest.mark.parametrize(("claim", "quote", "told", "expected"), [
    ("She resigned.", "Die Ministerin schloss einen Rücktritt aus.", "de", False),
    ("She ruled out a resignation.", "Die Ministerin schloss einen Rücktritt aus.", "de", True),
    ("The minister resigns.", "De minister sluit een ontslag uit.", "nl", False),
    ("The firm closed its branch.", "Die Firma schloss ihre Filiale aus Kostengründen.", "de", True),
])
def test_to_rule_out_is_to_deny(claim: str, quote: str, told: str, expected: bool) -> None:
    assert passes(claim, "en", quote, told) is expected


@pytest.mark.parametrize(("claim", "verb", "expected"), [
    ("The operator denied that cracks were found.", "bestätigte", False),
    ("The operator confirmed that cracks were found.", "bestätigte", True),
    ("The operator denied that cracks were found.", "bestritt", True),
])
def test_what_a_quote_affirms_is_not_denied(claim: str, verb: str, expected: bool) -> None:
    assert passes(claim, "en", f"Der Betreiber {verb}, dass Risse gefunden wurden.", "de") is expected


@pytest.mark.parametrize(("claim", "language", "quote", "told", "expected"), [
    ("Die Firma schloss kurz nach der Mühle.", "de", "The firm closed not long after the mill.", "en", True),
    ("Make sure to ask.", "en", "Vergessen Sie nicht zu fragen.", "de", True),
    ("Only guests outside of hotels have to register.", "en", "Nur Gäste, die nicht im Hotel wohnen, melden sich.", "de",
     True),
    ("Unless you are a diplomat, you pay.", "en", "Wenn Sie kein Diplomat sind, zahlen Sie.", "de", True),
    ("No matter how tame they look, bears attack.", "en", "Egal wie zahm sie wirken, Bären greifen an.", "de", True),
    ("The wall keeps them from leaving.", "en", "Die Mauer sorgt dafür, dass sie nicht gehen.", "de", True),
    ("The UN camp paid the workers.", "en", "Das Lager der UN zahlte den Arbeitern nichts.", "de", False),
    ("Vergeet niet te vragen.", "nl", "Make sure to ask.", "en", True),
])
def test_a_no_may_be_said_without_a_negation(
    claim: str, language: str, quote: str, told: str, expected: bool
) -> None:
    assert passes(claim, language, quote, told) is expected
