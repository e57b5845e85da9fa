"""Nothing happens in a claim that none of its quotes may be read to tell."""

from __future__ import annotations

import pytest

from rag.check.happening import check_happening
from rag.check.numbers import Source

SPIES = Source("Vorwürfe von Zollbetrug und Spionage werfen Fragen über die Entscheidung der Regierung auf.", "de")


@pytest.mark.parametrize(("claim", "language"), [
    ("The company left Liège because it was concerned about potential espionage.", "en"),
    ("The minister resigned over the accusations of espionage.", "en"),
    ("Der Konzern hat sein Lager wegen der Vorwürfe verkauft.", "de"),
    ("Het bedrijf sloot het magazijn wegens de beschuldigingen.", "nl"),
    ("L'entreprise a quitté le pays à cause des accusations.", "fr"),
    ("Two customs officers were arrested for fraud.", "en"),
])
def test_what_no_quote_tells_does_not_happen(claim: str, language: str) -> None:
    result = check_happening(claim, language, [SPIES])
    assert not result.passed
    assert result.reason


@pytest.mark.parametrize(("claim", "language", "quote", "told_in"), [
    ("Accusations of customs fraud and espionage raise questions about the decision.", "en", SPIES.text, "de"),
    ("Police arrested a man of 34.", "en", "De politie heeft een man van 34 aangehouden.", "nl"),
    ("The plant will be shut.", "en", "Das Werk wird dichtgemacht, sagt der Betreiber.", "de"),
    ("The jet crashed onto a runway.", "en", "Der Jet stürzte gegen 9:30 Uhr auf eine Startbahn.", "de"),
    ("Die Band hat den Auftritt abgesagt.", "de", "The band called the show off.", "en"),
    ("Er verließ sich auf die Behörden.", "de", "It relied on state authorities.", "en"),
    ("De bewoners van Brandau klagen.", "nl", "Anwohner in Brandau beschweren sich.", "de"),
    ("Alibaba 2018 closed a deal with Belgium.", "en", "Alibaba traf 2018 eine Abmachung mit Belgien.", "de"),
    ("She resigned.", "en", "彼女は辞任した。", "ja"),
])
def test_what_a_quote_may_be_read_to_tell_passes(claim: str, language: str, quote: str, told_in: str) -> None:
    assert check_happening(claim, language, [Source(quote, told_in)]).passed


def test_a_title_that_tells_it_is_enough() -> None:
    claim = "The minister resigned over it."
    assert not check_happening(claim, "en", [SPIES]).passed
    assert check_happening(claim, "en", [SPIES, Source("Ministerin tritt zurück", "de")]).passed
