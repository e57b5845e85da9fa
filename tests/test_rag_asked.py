"""What a question wants, in five languages, and which sentences hold such a thing."""

from __future__ import annotations

import time

import pytest

from rag.asking.asked import Wanted, asks_of_the_text, holds, wanted


@pytest.mark.parametrize(("question", "language", "kind"), [
    ("How many nurses work in Marlow Bay?", "en", Wanted.COUNT),
    ("How many years did the trial take?", "en", Wanted.TIME),
    ("How old was the driver?", "en", Wanted.AGE),
    ("How much did the bridge cost?", "en", Wanted.MONEY),
    ("What share of the votes did she win?", "en", Wanted.SHARE),
    ("In which year was the mill built?", "en", Wanted.DATE),
    ("Who owns the ferry?", "en", Wanted.PERSON),
    ("What happened in the harbour?", "en", Wanted.ANYTHING),
    ("Since when does the ferry sail?", "en", Wanted.DATE),
    ("When crossing the border, what must a driver show?", "en", Wanted.ANYTHING),
    ("What could cost more abroad?", "en", Wanted.ANYTHING),
    ("Wie viele Leute arbeiten dort?", "de", Wanted.COUNT),
    ("Wie hoch ist die Belohnung?", "de", Wanted.MONEY),
    ("Nach wie vielen Wochen kam das Urteil?", "de", Wanted.TIME),
    ("Wie wird der Käse hergestellt?", "de", Wanted.ANYTHING),
    ("Wem gehört das Schiff?", "de", Wanted.PERSON),
    ("Wie is de directeur?", "nl", Wanted.PERSON),
    ("Hoeveel leden heeft de bond?", "nl", Wanted.COUNT),
    ("Hoeveel bedroeg het tekort in 2021?", "nl", Wanted.AMOUNT),
    ("Waarom sluit de fabriek?", "nl", Wanted.REASON),
    ("Combien de personnes travaillent ici ?", "fr", Wanted.COUNT),
    ("Quel âge avait-il ?", "fr", Wanted.AGE),
    ("¿Dónde nació la ministra?", "es", Wanted.PLACE),
    ("¿Cuántas camas tiene el hospital?", "es", Wanted.COUNT),
    ("Wie hieß der Kommandeur?", "de", Wanted.NAME),
    ("Wie groß ist der Hof?", "de", Wanted.AMOUNT),
    ("Hoe lang is de brug?", "nl", Wanted.DURATION),
    ("How fast was the bus?", "en", Wanted.SPEED),
    ("How heavy was the charge?", "en", Wanted.WEIGHT),
    ("Which hospital treats the driver?", "en", Wanted.NAME),
    ("In welchem Kinderkrankenhaus liegt sie?", "de", Wanted.NAME),
    ("Welches Unheil drohte?", "de", Wanted.ANYTHING),
    ("Quanti abitanti ha la città?", "it", Wanted.ANYTHING),
])
def test_the_question_words_tell_what_is_wanted(question: str, language: str, kind: Wanted) -> None:
    assert wanted(question, language) is kind


@pytest.mark.parametrize(("kind", "sentence", "language", "held"), [
    (Wanted.COUNT, "The firm employs 140 people.", "en", True),
    (Wanted.COUNT, "Das Unternehmen beschäftigt vierzig Leute.", "de", True),
    (Wanted.COUNT, "The firm was founded in 1983.", "en", False),
    (Wanted.COUNT, "The licence costs 90,000 euros.", "en", False),
    (Wanted.COUNT, "The firm is proud of its staff.", "en", False),
    (Wanted.MONEY, "The licence costs 90,000 euros.", "en", True),
    (Wanted.MONEY, "The firm employs 140 people.", "en", False),
    (Wanted.DATE, "The mill closed in 1983.", "en", True),
    (Wanted.DATE, "Op 3 mei ging de brug open.", "nl", True),
    (Wanted.DATE, "The mill closed long ago.", "en", False),
    (Wanted.AGE, "The 92-year-old woman died.", "en", True),
    (Wanted.AGE, "The woman died at home.", "en", False),
    (Wanted.TIME, "The repair takes three years.", "en", True),
    (Wanted.TIME, "The repair goes on.", "en", False),
    (Wanted.TIME, "The bridge is 120 metres long.", "en", False),
    (Wanted.DURATION, "The repair takes three years.", "en", True),
    (Wanted.DURATION, "The bridge is 120 metres long.", "en", True),
    (Wanted.DURATION, "The bridge cost 120 million euros.", "en", False),
    (Wanted.SPEED, "Der Wagen fuhr 120 Stundenkilometer schnell.", "de", True),
    (Wanted.SPEED, "Im Wagen saßen 12 Leute.", "de", False),
    (Wanted.WEIGHT, "Het pakket woog 20 kilo.", "nl", True),
    (Wanted.WEIGHT, "Het pakket kostte 20 euro.", "nl", False),
    (Wanted.LENGTH, "Le tunnel mesure 12 kilomètres.", "fr", True),
    (Wanted.SHARE, "She won half the votes.", "en", True),
    (Wanted.SHARE, "She won 12,000 votes.", "en", False),
    (Wanted.ANYTHING, "The repair goes on.", "en", True),
    (Wanted.REASON, "The repair goes on.", "en", True),
    (Wanted.PERSON, "The neighbours helped.", "en", True),
    (Wanted.PLACE, "It lies in the harbour.", "en", True),
])
def test_a_sentence_holds_what_could_answer(kind: Wanted, sentence: str, language: str, held: bool) -> None:
    assert holds(kind, sentence, language) is held


def test_the_name_that_was_asked_about_is_no_answer() -> None:
    sentence = "The company praised John Smith on Tuesday."
    assert holds(Wanted.NAME, sentence, "en")
    assert not holds(Wanted.NAME, sentence, "en", known=("John Smith", "Tuesday"))


@pytest.mark.parametrize(("question", "language", "of_the_text"), [
    ("Which of the following does the passage not mention?", "en", True),
    ("Does the article say who owns the ferry?", "en", True),
    ("Who owns the ferry?", "en", False),
    ("What happened in the days following the vote?", "en", False),
    ("Was wird im Text über die Fähre gesagt?", "de", True),
    ("Wem gehört die Fähre?", "de", False),
    ("Wat zegt het artikel over de veerboot?", "nl", True),
    ("Que dit l'auteur du pont ?", "fr", True),
    ("¿Qué dice el artículo del puente?", "es", True),
    ("Cosa dice l'articolo?", "it", False),
])
def test_a_question_of_the_text_is_told_from_one_of_the_matter(question: str, language: str, of_the_text: bool) -> None:
    assert asks_of_the_text(question, language) is of_the_text


def test_a_long_question_takes_no_longer_than_its_length() -> None:
    begun = time.perf_counter()
    wanted("how many " * 20_000, "en")
    asks_of_the_text("of the " * 20_000, "en")
    holds(Wanted.AGE, "1, " * 50_000, "en")
    assert time.perf_counter() - begun < 2.0
