"""Whom a question asks to hear, and whether that party is heard in a sentence of an article."""

from __future__ import annotations

import time

import pytest

from rag.asking.asked import Wanted, holds, wanted
from rag.asking.party import Hearing, asked_party, hearings, hears_party
from rag.check.speaking import speech_in
from rag.types import Passage, Span


@pytest.mark.parametrize(("question", "language", "party"), [
    ("and what does the company say about it?", "en", "the company"),
    ("How did Orlend Shipping respond to the fine?", "en", "Orlend Shipping"),
    ("Does the mayor deny that he knew?", "en", "the mayor"),
    ("What was the union's reaction?", "en", "the union"),
    ("Was sagt der Minister dazu?", "de", "der Minister"),
    ("Wie äußert sich die Reederei zu den Vorwürfen?", "de", "die Reederei"),
    ("Bestreitet Orlend die Vorwürfe?", "de", "Orlend"),
    ("en wat zegt het bedrijf daarover?", "nl", "het bedrijf"),
    ("Hoe heeft de burgemeester gereageerd?", "nl", "de burgemeester"),
    ("que répond l'entreprise ?", "fr", "l'entreprise"),
    ("Comment la mairie réagit-elle ?", "fr", "la mairie"),
    ("¿Qué dice el alcalde sobre el puente?", "es", "el alcalde"),
])
def test_a_question_for_somebodys_words_names_whose(question: str, language: str, party: str) -> None:
    found = asked_party(question, language)
    assert found is not None
    assert found.text == party
    assert wanted(question, language) is Wanted.STATEMENT


@pytest.mark.parametrize(("question", "language"), [
    ("What does the article say about the bridge?", "en"),
    ("Why does the company deny it?", "en"),
    ("How much does the company say it lost?", "en"),
    ("Who denies the charge?", "en"),
    ("How does a heat pump work?", "en"),
    ("Warum bestreitet der Minister das?", "de"),
    ("Wie steht es um die Brücke?", "de"),
    ("Comment le déficit a-t-il évolué ?", "fr"),
    ("Cosa dice il sindaco?", "it"),
])
def test_other_questions_ask_for_nobodys_words(question: str, language: str) -> None:
    assert wanted(question, language) is not Wanted.STATEMENT


@pytest.mark.parametrize(("sentence", "language", "speaks"), [
    ("The firm denies all charges.", "en", True),
    ('"It was an accident," the driver said.', "en", True),
    ("Das Werk weist die Vorwürfe zurück.", "de", True),
    ("De fabriek ontkent elke schuld.", "nl", True),
    ("L'usine dément les accusations.", "fr", True),
    ("The firm moved to Odden in 1983.", "en", False),
    ("Das Werk steht am Fluss.", "de", False),
])
def test_a_statement_is_held_where_somebody_speaks(sentence: str, language: str, speaks: bool) -> None:
    assert holds(Wanted.STATEMENT, sentence, language) is speaks


@pytest.mark.parametrize(("sentence", "language", "speaker"), [
    ("The owner of the quay, who lives abroad, denies it.", "en", "owner"),
    ('"We knew nothing," said harbour master Ines Tolm.', "en", "Tolm"),
    ("Der Kapitän Jens Ruhl, der die Fähre steuerte, bestreitet das.", "de", "Ruhl"),
    ("Daarmee is de zaak klaar, aldus wethouder Bram Stok.", "nl", "Stok"),
    ("Selon le maire, le pont est sûr.", "fr", "maire"),
])
def test_the_speaker_stands_on_his_side_of_the_verb(sentence: str, language: str, speaker: str) -> None:
    assert speaker in speech_in(sentence, language).speakers.split()


def heard(question: str, asked_in: str, sentences: list[str], language: str) -> list[Hearing]:
    party = asked_party(question, asked_in)
    assert party is not None
    text = " ".join(sentences)
    starts = [text.index(sentence) for sentence in sentences]
    spans = tuple(Span(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True))
    passage = Passage(7, "one", 1, None, None, None, None, language, None, None, text, 0, len(text), 0.0,
                      sentences=spans)
    found = hearings(party, [passage])
    return [found[7, at] for at in range(len(sentences))]


HARBOUR = ["Oil ran into the harbour of Odden on Monday.", "The operator, Orlend, rejects all accusations.",
           "It points to a storm.", "Mayor Ada Finch called the answer a joke.", "Police closed the quay."]


def test_a_company_is_heard_by_its_name_and_by_its_pronoun() -> None:
    levels = heard("what does the company say about it?", "en", HARBOUR, "en")
    assert levels[1] is Hearing.SURELY
    assert levels[2] is Hearing.LIKELY
    assert max(levels[0], levels[3], levels[4]) < Hearing.LIKELY


def test_a_pronoun_behind_a_sentence_that_begins_with_the_party_is_the_party() -> None:
    party = asked_party("What does Jonas Halvard say?", "en")
    assert party is not None
    said = "Volgens hem waren de politici te lang naïef."
    assert hears_party(party, said, "nl", "Ook hoogleraar Jonas Halvard staat daar sceptisch tegenover.") is Hearing.LIKELY
    assert hears_party(party, said, "nl", "Burgemeester Rie Pauwels las het artikel van Jonas Halvard.") < Hearing.LIKELY


def test_a_named_party_is_heard_in_another_language() -> None:
    assert heard("Was sagt Orlend dazu?", "de", HARBOUR, "en")[1] is Hearing.SURELY
    assert heard("Hoe reageert de burgemeester?", "nl", HARBOUR, "en")[3] >= Hearing.LIKELY


def test_who_is_silent_is_not_heard_in_anothers_words() -> None:
    assert max(heard("What do the police say about the oil?", "en", HARBOUR, "en")) <= Hearing.ANOTHER
    assert max(heard("Was sagt der Minister dazu?", "de", HARBOUR, "en")) <= Hearing.ANOTHER


def test_a_denial_by_a_name_may_be_the_companys() -> None:
    levels = heard("what does the company say?", "en", ["Orlend dumped oil, a diver claims.", "Orlend denies it."], "en")
    assert levels[1] >= Hearing.LIKELY


def test_reading_a_long_sentence_takes_linear_time() -> None:
    begun = time.perf_counter()
    speech_in("the mayor, " * 4000 + "said so", "en")
    asked_party("what does " * 2000 + "say?", "en")
    assert time.perf_counter() - begun < 2.0
