"""What the checks of sense read sentences with: parted verbs, deeds told by nouns, kinds of speakers, clauses."""

from __future__ import annotations

import time

import pytest

from rag.check.clauses import clauses, depends, rendered
from rag.check.deeds import told_by_verbs
from rag.check.modality import check_modality
from rag.check.numbers import Source
from rag.check.parted import joined
from rag.check.speaker_kinds import kinds_of, other_kind
from rag.check.translation import check_translation


@pytest.mark.parametrize(("text", "language", "word"), [
    ("Der Rat nahm die Petition an.", "de", "annahm"),
    ("Die Preise nahmen im Mai ab, sagt der Händler.", "de", "abnahmen"),
    ("Het aantal nam toe met 5 procent.", "nl", "toenam"),
    ("Das Werk stellte den Betrieb ein und schloss.", "de", "einstellte"),
])
def test_the_two_parts_of_a_verb_are_joined(text: str, language: str, word: str) -> None:
    assert word in joined(text, language).split()


@pytest.mark.parametrize(("text", "language"), [
    ("Das Museum stellte ein Werk vor.", "de"), ("Man nahm an, dass die Brücke hält.", "de"),
    ("Der Fuchs ging. Die Katze kam an.", "de"), ("He took on a job.", "en"), ("", "de"),
])
def test_what_is_no_parted_verb_stays(text: str, language: str) -> None:
    assert joined(text, language) == text


def test_a_deed_told_by_a_noun_is_told_by_a_verb() -> None:
    assert told_by_verbs("Utopia's invasion of Arcadia failed.", "en") == "Utopia attacked Arcadia failed."
    assert told_by_verbs("Der Angriff Utopiens auf Arkadien", "de") == "Utopien attackiert Arkadien"
    assert told_by_verbs("L'invasion de l'Arcadie par l'Utopie", "fr") == "Arcadie est attaqué par l'Utopie"
    assert told_by_verbs("Utopia's roads", "en") == "Utopia's roads"


@pytest.mark.parametrize(("text", "language", "kind"), [
    ("the police", "en", "police"), ("der Polizeisprecher", "de", "police"), ("de brandweer", "nl", "fire"),
    ("le procureur", "fr", "prosecutor"), ("el alcalde", "es", "town"), ("die Innenministerin", "de", "ministry"),
])
def test_speakers_without_a_name_are_of_a_kind(text: str, language: str, kind: str) -> None:
    assert kinds_of(text, language) == {kind}


def test_the_european_union_is_no_union_and_some_kinds_are_one_speaker() -> None:
    assert kinds_of("The European Union and its spokesman", "en") == frozenset()
    assert kinds_of("polisen", "sv") == frozenset()
    police, fire, company, bank = (frozenset({kind}) for kind in ("police", "fire", "company", "bank"))
    assert other_kind(police, fire, [fire])
    assert not other_kind(police, fire, [fire | police])
    assert not other_kind(company, bank, [bank])
    assert not other_kind(frozenset(), fire, [fire])


def test_an_insertion_behind_a_short_head_is_its_own_clause() -> None:
    parts = clauses("Die Firma, die 1990 gegründet wurde, könnte bald schließen.", "de")
    assert [part.text for part in parts] == ["die 1990 gegründet wurde", "Die Firma könnte bald schließen."]
    assert list(rendered("The firm was founded in 1990.", "en", parts)) == [0]
    assert list(rendered("The firm closes.", "en", parts)) == [1]


@pytest.mark.parametrize(("text", "language", "expected"), [
    ("Listen an Rivalen weiterzugeben.", "de", True), ("die Daten zu teilen", "de", True),
    ("om de haven uit te baggeren", "nl", True), ("which could misuse them", "en", True), ("qui ferme", "fr", True),
    ("der Zug fährt", "de", False), ("prices rose", "en", False), ("qui", "sv", False),
])
def test_what_hangs_on_the_clause_before(text: str, language: str, expected: bool) -> None:
    assert depends(text, language) is expected


@pytest.mark.parametrize(("claim", "passes"), [
    ("The broker is guilty of fraud.", False), ("The broker was arrested.", True), ("The broker cheated.", False),
    ("Prosecutors blame the broker.", True), ("The police say that the broker cheated.", True),
])
def test_an_accusation_proves_nothing_and_what_is_done_about_it_is_done(claim: str, passes: bool) -> None:
    quote = [Source("Dem Makler wird Betrug vorgeworfen.", "de")]
    assert check_modality(claim, "en", quote).passed is passes


@pytest.mark.parametrize(("text", "quote"), [
    ("The dam burst, and the valley was flooded by the water.", "Der Damm könnte brechen und das Tal überflutet werden."),
    ("More guests came than the owner of the inn had hoped for.", "Es kamen weniger Gäste, als der Wirt gehofft hatte."),
    ("Utopia threatens Arcadia with high duties on all its wine.", "Arcadia droht Utopia mit hohen Zöllen auf Wein."),
    ("The firm admits all accusations of the council of the town.", "Die Firma widerspricht allen Vorwürfen des Rates."),
    ("The mine in the old part of the town has never been safe.", "Laut Gewerkschaft war die Mine im alten Ort nie sicher."),
])
def test_a_translation_keeps_the_stance_of_its_quote(text: str, quote: str) -> None:
    assert not check_translation(text, quote, "de", "en").passed


@pytest.mark.parametrize("piece", ["nahm ", "nahm an ", "A, who bcd, x, ", "zuzu", "fiel die in ", "Xs Angriff "])
def test_long_texts_take_linear_time(piece: str) -> None:
    text = piece * 10_000
    begun = time.perf_counter()
    joined(text, "de")
    told_by_verbs(text[:3000], "de")
    check_modality("The dam has burst.", "en", [Source(text + " könnte", "de")])
    assert time.perf_counter() - begun < 5
