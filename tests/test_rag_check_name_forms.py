"""Names under the forms that each language has for them, and names made of common words."""

from __future__ import annotations

import pytest

from rag.check.names import check_names
from rag.check.numbers import Source

# Languages and sentences that say the same: each is a true claim on the other.
TRUE = [
    ("en", "de", "The U.S. agency is tracking it.", "Die Behörde der Vereinigten Staaten verfolgt es."),
    ("en", "de", "It lies in eastern Paraguay.", "Es liegt in Ostparaguay."),
    ("en", "de", "The North Atlantic was stormy.", "Der Nordatlantik war stürmisch."),
    ("en", "de", "The Spaniards came in spring.", "Die Spanier kamen im Frühling."),
    ("en", "nl", "A Spaniard won.", "Een Spanjaard won."),
    ("en", "de", "An Aryan migration is disputed.", "Eine Einwanderung der Arier ist umstritten."),
    ("en", "fr", "A Christian feast began.", "Une fête chrétienne a commencé."),
    ("en", "de", "It is famous for Marian apparitions.", "Es ist für seine Marienerscheinungen berühmt."),
    ("en", "de", "In 1520 Charles reigned.", "1520 regierte Karl."),
    ("en", "es", "It was William who reigned.", "Era Guillermo quien reinaba."),
    ("en", "de", "A probe reached Mercury.", "Eine Sonde erreichte den Merkur."),
    ("en", "de", "They read Aristotle.", "Sie lasen Aristoteles."),
    ("en", "de", "The war for Nagorno-Karabakh ended.", "Der Krieg um Bergkarabach endete."),
    ("en", "de", "Ships crossed the Dardanelles.", "Schiffe durchfuhren die Dardanellen."),
    ("en", "de", "In June Krushchev's promises were tested.", "Im Juni wurden Chruschtschows Versprechen geprüft."),
    ("en", "de", "It surrounds the South Pole.", "Es umgibt den Südpol."),
    ("en", "de", "The funeral in Athens was public.", "Die Beerdigung in Athen war öffentlich."),
]
FALSE = [
    ("It lies in Ostparaguay.", "de", "It lies in eastern Bolivia.", "en"),
    ("A probe reached Mercury.", "en", "Eine Sonde erreichte den Jupiter.", "de"),
    ("They read Aristotle.", "en", "Sie lasen Platon.", "de"),
    ("It was William who reigned.", "en", "1520 regierte Karl.", "de"),
    ("Menschen kamen nach Athen.", "de", "People went to Rome.", "en"),
    ("Menschen kamen nach Boston.", "de", "People went to Rome.", "en"),
]


@pytest.mark.parametrize(("language", "other", "one", "two"), TRUE)
def test_a_name_is_one_in_the_forms_of_two_languages(language: str, other: str, one: str, two: str) -> None:
    assert check_names(one, language, [Source(two, other)]).reason == ""
    assert check_names(two, other, [Source(one, language)]).reason == ""


@pytest.mark.parametrize(("claim", "language", "evidence", "other"), FALSE)
def test_another_known_name_is_told(claim: str, language: str, evidence: str, other: str) -> None:
    assert not check_names(claim, language, [Source(evidence, other)]).passed


def test_an_english_word_that_no_dictionary_has_is_a_name_even_where_the_source_seems_to_have_none() -> None:
    evidence = "Es gibt viele Theorien über die Ursprünge von Sanskrit."
    assert check_names("There are theories about Sanskrit.", "en", [Source(evidence, "de")]).passed
    assert not check_names("There are theories about Teodorak.", "en", [Source(evidence, "de")]).passed


def test_a_name_beside_a_german_noun_is_one_and_an_unknown_noun_alone_is_not() -> None:
    evidence = "The volcano of the island and the tie break were famous."
    assert check_names("Der Tiebreak war berühmt.", "de", [Source(evidence, "en")]).passed
    assert not check_names("Der Vulkan Zemblanu war berühmt.", "de", [Source(evidence, "en")]).passed


def test_a_name_of_common_words_is_told_where_it_stands_for_another() -> None:
    german, english = Source("Es kaufte nur die Bank von Kessmark.", "de"), Source("It bought the bank of Kessmark.", "en")
    for source in (german, english):
        assert not check_names("It bought the bank of Asset Management.", "en", [source]).passed
        assert check_names("It bought the bank of Kessmark.", "en", [source]).passed


def test_a_common_word_that_is_a_name_of_the_source_unmasks_what_stands_in_its_place() -> None:
    evidence = Source("Gridley or Stark placed a stake.", "en")
    assert check_names("Gridley oder Stark setzte einen Pfahl.", "de", [evidence]).passed
    assert not check_names("Gridley oder Ndiaye setzte einen Pfahl.", "de", [evidence]).passed


@pytest.mark.parametrize(("claim", "evidence"), [
    ("The CCTV would send a signal.", "Die Videoüberwachung würde ein Zeichen setzen."),
    ("Renting a GPS costs money.", "Ein Navigationsgerät zu mieten kostet Geld."),
    ("The Home Office resigned.", "Das Innenministerium trat zurück."),
    ("It was a meeting with the Deputy of the state.", "Es war ein Treffen mit dem Stellvertreter Wong des Staates."),
])
def test_what_another_language_says_with_words_of_its_own_is_not_refused(claim: str, evidence: str) -> None:
    assert check_names(claim, "en", [Source(evidence, "de")]).reason == ""
