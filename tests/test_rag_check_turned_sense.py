"""Denials turned round, opposites, participles, refusals to speak, and futures told in the past: invented news."""

from __future__ import annotations

import pytest
from sense_faults import faults


@pytest.mark.parametrize(("claim", "language", "quote", "told"), [
    ("The bank did not deny the report.", "en", "The bank denied the report.", "en"),
    ("The senator denies nothing.", "en", "The senator denies everything.", "en"),
    ("Der Verein bestreitet die Vorwürfe nicht.", "de", "The club denies the allegations.", "en"),
    ("De minister wijst de wet niet af.", "nl", "Der Minister lehnt das Gesetz ab.", "de"),
    ("Le ministre n'exclut pas une hausse des impôts.", "fr", "The minister ruled out a tax rise.", "en"),
    ("The minister rules out a tax rise.", "en", "Der Minister schließt eine Steuererhöhung nicht aus.", "de"),
    ("The auditors confirm irregularities.", "en", "Die Prüfer bestreiten Unregelmäßigkeiten.", "de"),
    ("Die Firma räumt den Unfall ein.", "de", "The firm denies the accident.", "en"),
    ("She blamed falling prices.", "en", "Als Grund nannte sie gestiegene Preise.", "de"),
    ("The reason is rising wages.", "en", "Grund sind sinkende Löhne.", "de"),
    ("Falling rents help tenants.", "en", "Gestegen huren treffen huurders.", "nl"),
    ("The bishop regretted the ruling.", "en", "Der Bischof begrüßte das Urteil.", "de"),
    ("The vote was brought forward to May.", "en", "Le vote a été reporté à mai.", "fr"),
    ("Die Regierung lockert die Auflagen.", "de", "De regering verscherpt de eisen.", "nl"),
    ("Profit doubled.", "en", "Der Umsatz verdoppelte sich.", "de"),
    ("Il giudice ha assolto l'imputato.", "it", "The judge convicted the defendant.", "en"),
    ("Sales declined to 5 million.", "en", "Der Absatz stieg auf 5 Millionen.", "de"),
])
def test_a_claim_that_turns_its_quote_round_is_refused(claim: str, language: str, quote: str, told: str) -> None:
    assert faults(claim, language, quote, told)


@pytest.mark.parametrize(("claim", "language", "quote", "told"), [
    ("The bank did not deny the report.", "en", "Die Bank dementierte den Bericht nicht.", "de"),
    ("The company admits mistakes.", "en", "Das Unternehmen bestreitet die Fehler nicht.", "de"),
    ("The company does not deny mistakes.", "en", "Das Unternehmen räumt Fehler ein.", "de"),
    ("The parliament did not approve the treaty.", "en", "Le parlement a rejeté le traité.", "fr"),
    ("The auditors deny irregularities.", "en", "Die Prüfer bestreiten Unregelmäßigkeiten.", "de"),
    ("She cited increased prices as the reason.", "en", "Als Grund nannte sie gestiegene Preise.", "de"),
    ("Als reden noemde ze gestegen prijzen.", "nl", "Als Grund nannte sie gestiegene Preise.", "de"),
    ("A spokeswoman declined to comment on the figures.", "en", "Eine Sprecherin wollte sich nicht äußern.", "de"),
    ("The spokesperson refused to comment.", "en", "De woordvoerder wilde niet reageren.", "nl"),
    ("The bank declined an interview.", "en", "La banque n'a pas souhaité répondre.", "fr"),
    ("She will not resign, the minister said.", "en", "Die Ministerin schloss einen Rücktritt aus.", "de"),
    ("The plan is unrealistic, according to Jens Holt.", "en", "Jens Holt nannte den Plan unrealistisch.", "de"),
    ("The city puts the damage at 3 million euros.", "en",
     "Der Schaden beträgt nach Angaben der Stadt 3 Millionen Euro.", "de"),
    ("De stad raamt de schade op 3 miljoen euro.", "nl",
     "Nach Angaben der Stadt liegt der Schaden bei 3 Millionen Euro.", "de"),
    ("The mayor announced his resignation.", "en", "Le maire a annoncé qu'il démissionnerait.", "fr"),
    ("Der Konzern versprach die Schließung des Werks.", "de", "Le groupe a promis qu'il fermerait le site.", "fr"),
    ("The plane was moved to another hangar.", "en", "Das Flugzeug wurde in einen anderen Hangar verschoben.", "de"),
])
def test_a_claim_that_says_what_its_quote_says_passes(claim: str, language: str, quote: str, told: str) -> None:
    assert not faults(claim, language, quote, told)


def test_french_hearsay_stays_hearsay() -> None:
    assert faults("The singer met the president.", "en", "La chanteuse aurait rencontré le président.", "fr")
    assert faults("The mayor sells the port.", "en", "Le maire vendrait le port.", "fr")


def test_who_is_said_to_say_it_is_told_without_the_noun_of_the_phrase() -> None:
    told = faults("The tunnel costs 4 billion euros.", "en",
                  "Der Tunnel kostet nach Angaben der Bahngesellschaft Alpenrail 4 Milliarden Euro.", "de")
    assert told == ["The article says that this is what Bahngesellschaft Alpenrail says."]
