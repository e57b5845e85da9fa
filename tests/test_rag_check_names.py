"""The names of a claim against its evidence, in the languages that news is read in."""

from __future__ import annotations

import pytest

from rag.check.names import check_names
from rag.check.numbers import Source

_EVIDENCE = {
    "en": "Belgian intelligence suspects that Cainiao, a unit of Alibaba, spies at the airport of Liège, said Vincent Van "
          "Quickenborne.",
    "de": "Der belgische Geheimdienst verdächtigt die Alibaba-Tochter Cainiao der Spionage am Flughafen Lüttich, sagte "
          "Vincent Van Quickenborne.",
    "nl": "De Belgische inlichtingendienst verdenkt Cainiao, een dochter van Alibaba, van spionage op de luchthaven van "
          "Luik, zei Vincent Van Quickenborne.",
    "fr": "Le renseignement belge soupçonne Cainiao, filiale d'Alibaba, d'espionnage à l'aéroport de Liège, a dit Vincent "
          "Van Quickenborne.",
    "es": "La inteligencia belga sospecha que Cainiao, filial de Alibaba, espía en el aeropuerto de Lieja, dijo Vincent "
          "Van Quickenborne.",
}
_LANGUAGES = tuple(_EVIDENCE)


def passes(claim: str, language: str, evidence: str, other: str, **more: list[str]) -> bool:
    return check_names(claim, language, [Source(evidence, other)], **more).passed


@pytest.mark.parametrize("evidence", _LANGUAGES)
@pytest.mark.parametrize("claim", _LANGUAGES)
def test_a_translation_keeps_its_names(claim: str, evidence: str) -> None:
    assert check_names(_EVIDENCE[claim], claim, [Source(_EVIDENCE[evidence], evidence)]).reason == ""


@pytest.mark.parametrize("evidence", _LANGUAGES)
@pytest.mark.parametrize(("language", "name", "another"), [
    ("en", "Liège", "Rotterdam"), ("en", "Belgian", "French"), ("en", "Vincent Van Quickenborne", "Sanna Marin"),
    ("de", "Lüttich", "Leipzig"), ("de", "belgische Geheimdienst", "Geheimdienst Frankreichs"),
    ("de", "Vincent Van Quickenborne", "Sanna Marin"),
    ("nl", "Luik", "Rotterdam"), ("nl", "Belgische", "Duitse"), ("nl", "Vincent Van Quickenborne", "Sanna Marin"),
    ("fr", "Liège", "Marseille"), ("fr", "Vincent Van Quickenborne", "Sanna Marin"),
    ("es", "Lieja", "Sevilla"), ("es", "Vincent Van Quickenborne", "Sanna Marin"),
])
def test_another_name_in_its_place_is_caught(language: str, name: str, another: str, evidence: str) -> None:
    claim = _EVIDENCE[language].replace(name, another)
    assert claim != _EVIDENCE[language]
    assert not passes(claim, language, _EVIDENCE[evidence], evidence)


def test_the_reason_names_the_name() -> None:
    result = check_names("It happened in Vienna.", "en", [Source("Es geschah in Graz.", "de")])
    assert result.reason == "The quote does not name 'Vienna'."


def test_a_translated_institution_is_not_judged() -> None:
    assert passes("The European Commission will decide.", "en", "Die Europäische Kommission entscheidet.", "de")
    assert passes("The Supreme Court ruled.", "en", "Das oberste Gericht hat entschieden.", "de")


def test_a_name_may_come_from_the_title_or_the_question() -> None:
    claim, evidence = "The unit works in Liège.", "De dochter werkt in Antwerpen."
    assert not passes(claim, "en", evidence, "nl")
    assert passes(claim, "en", evidence, "nl", named=["Spionage in Luik?"])


def test_an_alias_that_the_article_gives_counts_and_one_that_the_claim_gives_does_not() -> None:
    evidence = "Staatsveiligheid waarschuwt voor spionage."
    claim = "The service KVSE warns of spying."
    assert not passes(claim, "nl", "Rijkswaterstaat en KNMI waarschuwen voor storm.", "nl")
    assert passes(claim, "nl", evidence, "nl", articles=["De KVSE (Staatsveiligheid) werd in 1830 opgericht."])
    assert not passes("The All Blacks (Fiji) won.", "en", "The All Blacks (New Zealand) won.", "en")


def test_initials_of_the_full_name_are_the_name() -> None:
    assert passes("The FT reports it.", "en", "Das berichtet die Financial Times.", "de")
    assert passes("OTAN envoie des troupes.", "fr", "NATO sends troops.", "en")


def test_evidence_in_another_script_fails_no_name_that_is_spelled_anew() -> None:
    assert passes("Angela Merkel schwieg.", "de", "Ангела Меркель молчала.", "ru")


def test_german_nouns_are_no_names() -> None:
    claim = "Die Regierung will das Klimaschutzgesetz ändern, sagten Wissenschaftler."
    assert passes(claim, "de", "The government wants to amend the act, scientists said.", "en")
