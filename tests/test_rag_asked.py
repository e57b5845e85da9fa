"""What a question wants, in five languages, and which sentences hold such a thing."""

from __future__ import annotations

import time

import pytest

from rag.asked import Wanted, asks_of_the_text, holds, wanted


@pytest.mark.parametrize(("question", "language", "kind"), [
    ("How many nurses work in Marlow Bay?", "en", Wanted.COUNT),
    ("How many years did the trial take?", "en", Wanted.DURATION),
    ("How old was the driver?", "en", Wanted.AGE),
    ("How much did the bridge cost?", "en", Wanted.MONEY),
    ("What share of the votes did she win?", "en", Wanted.AMOUNT),
    ("In which year was the mill built?", "en", Wanted.DATE),
    ("Who owns the ferry?", "en", Wanted.PERSON),
    ("What happened in the harbour?", "en", Wanted.ANYTHING),
    ("Wie viele Leute arbeiten dort?", "de", Wanted.COUNT),
    ("Wie hoch ist die Belohnung?", "de", Wanted.MONEY),
    ("Wie wird der Käse hergestellt?", "de", Wanted.ANYTHING),
    ("Wem gehört das Schiff?", "de", Wanted.PERSON),
    ("Wie is de directeur?", "nl", Wanted.PERSON),
    ("Hoeveel leden heeft de bond?", "nl", Wanted.COUNT),
    ("Waarom sluit de fabriek?", "nl", Wanted.REASON),
    ("Combien de personnes travaillent ici ?", "fr", Wanted.COUNT),
    ("Quel âge avait-il ?", "fr", Wanted.AGE),
    ("¿Dónde nació la ministra?", "es", Wanted.PLACE),
    ("¿Cuántas camas tiene el hospital?", "es", Wanted.COUNT),
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
    (Wanted.DURATION, "The repair takes three years.", "en", True),
    (Wanted.DURATION, "The repair goes on.", "en", False),
    (Wanted.ANYTHING, "The repair goes on.", "en", True),
    (Wanted.REASON, "The repair goes on.", "en", True),
])
def test_a_sentence_holds_what_could_answer(kind: Wanted, sentence: str, language: str, held: bool) -> None:
    assert holds(kind, sentence, language) is held


def test_the_name_that_was_asked_about_is_no_answer() -> None:
    sentence = "The company praised John Smith on Tuesday."
    assert holds(Wanted.PERSON, sentence, "en")
    assert not holds(Wanted.PERSON, sentence, "en", known=("John Smith", "Tuesday"))


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
