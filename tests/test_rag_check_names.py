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


@pytest.mark.parametrize("evidence", _LANGUAGES)
@pytest.mark.parametrize(("language", "added"), [
    ("en", ", said {}."), ("de", ", sagte {} gestern."), ("nl", ", zei {}."), ("fr", ", a dit {}."), ("es", ", dijo {}."),
    ("en", ", according to {}."), ("de", ", laut {}."), ("nl", ", aldus {}."), ("fr", ", selon {}."),
])
@pytest.mark.parametrize("stranger", ["Igor Zemblanov", "Hans Müller", "Mark Banks", "Jan van der Berg"])
def test_a_speaker_whom_no_source_names_is_caught(language: str, added: str, stranger: str, evidence: str) -> None:
    claim = _EVIDENCE[language].rpartition(",")[0] + added.format(stranger)
    assert not passes(claim, language, _EVIDENCE[evidence], evidence)


@pytest.mark.parametrize(("claim", "language", "evidence", "other"), [
    ("Es regnet, sagte Minister Hans Müller.", "de", "It is raining, minister Hans Mueller said.", "en"),
    ("It is raining, said the Home Office.", "en", "Es regnet, sagte das Innenministerium.", "de"),
    ("It is raining, said Jan van der Berg.", "en", "Het regent, zei Van der Berg.", "nl"),
    ("Führende Forscher sagen, dass es regnet.", "de", "Leading researchers say that it is raining.", "en"),
    ("Es regnet, laut Statistischem Bundesamt.", "de", "It is raining, says the statistics office.", "en"),
    ("Die Regierung sagte am Montag, es regne.", "de", "The government said on Monday that it was raining.", "en"),
    ("Wolodymyr Selenskyj sagte, es regne.", "de", "Zelensky said that it was raining.", "en"),
])
def test_a_speaker_who_is_named_or_is_an_institution_passes(claim: str, language: str, evidence: str,
                                                            other: str) -> None:
    assert check_names(claim, language, [Source(evidence, other)]).reason == ""


def test_a_name_that_begins_like_one_of_the_sources_is_another_within_a_language() -> None:
    evidence = "The library reopened, said the mayor of Zemblabridge."
    assert not passes("The library reopened, said Igor Zemblanov of the Zembla Institute.", "en", evidence, "en")


@pytest.mark.parametrize("another", ["deutsche", "griechische", "japanische", "britische", "südafrikanische"])
def test_a_nationality_written_small_is_a_name(another: str) -> None:
    evidence = "The French government has resigned."
    assert passes("Die französische Regierung ist zurückgetreten.", "de", evidence, "en")
    assert not passes(f"Die {another} Regierung ist zurückgetreten.", "de", evidence, "en")
    assert not passes(f"Die {another} Regierung ist zurückgetreten.", "de", "Frankreichs Regierung trat ab.", "de")


def test_a_full_name_stands_where_the_source_has_its_initials_and_another_does_not() -> None:
    claim = "The Kirvan Logistics Zone is growing."
    assert passes(claim, "en", "Die KLZ wächst.", "de")
    assert not passes(claim, "en", "Die Firma Brandovic wächst.", "de")


def test_an_acronym_stands_in_its_initials_and_is_no_other() -> None:
    assert passes("The BSF warns of spying.", "en", "Das Kirvanische Büro für Sicherheit und Frieden warnt.", "de")
    assert not passes("The FSB warns of spying.", "en", "Die CIA warnt vor Spionage.", "de")
    assert not passes("The FSB warns of spying.", "en", "A service warns of spying.", "en")


@pytest.mark.parametrize(("claim", "language", "evidence", "other"), [
    ("The UK left the EU.", "en", "Das Vereinigte Königreich verließ die EU.", "de"),
    ("Das Vereinigte Königreich verließ die EU.", "de", "Het Verenigd Koninkrijk verliet de EU.", "nl"),
    ("Sie lebt in den Vereinigten Arabischen Emiraten.", "de", "She lives in the United Arab Emirates.", "en"),
    ("He served in WWII.", "en", "Er diente im Zweiten Weltkrieg.", "de"),
    ("Homer wrote the Iliad.", "en", "Homerus schreef de Ilias.", "nl"),
    ("Die Pyramide des Cheops ist alt.", "de", "The Pyramid of Khufu is old.", "en"),
])
def test_a_name_passes_however_its_language_declines_or_shortens_it(claim: str, language: str, evidence: str,
                                                                    other: str) -> None:
    assert check_names(claim, language, [Source(evidence, other)]).reason == ""


@pytest.mark.parametrize(("claim", "language", "evidence", "other"), [
    ("Das Vereinigte Königreich verließ die EU.", "de", "The Netherlands left the EU.", "en"),
    ("Die Vereinigten Arabischen Emirate stimmten zu.", "de", "The United States agreed.", "en"),
    ("Homer wrote the Iliad.", "en", "Homer schrieb die Odyssee.", "de"),
])
def test_another_state_or_work_is_no_form_of_one(claim: str, language: str, evidence: str, other: str) -> None:
    assert not passes(claim, language, evidence, other)


def test_a_long_claim_takes_time_in_proportion() -> None:
    claim = "Said Jan van der Berg " * 1_000
    assert not passes(claim, "en", "Es regnet.", "de")
