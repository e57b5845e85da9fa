"""What questions take for granted, and whether the evidence says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag import Assistant, Settings
from rag.errors import ModelUnreachableError, QuestionError
from rag.notes import quotes_notes
from rag.premise import premise_note, premise_of, premise_stands
from rag.settings import DEFAULT_HOST
from rag.types import EvidenceSentence, Passage

HARBOUR = "Ostrand Shipping closed its yard in Velm in March. The company denies that it paid bribes."
DOCK = "Das Dock in Velm wurde für 12 Millionen Euro gebaut. Bürgermeister Arno Feld eröffnete es im Mai."


def evidence(*texts: tuple[str, str]) -> list[EvidenceSentence]:
    """Returns every sentence of each (text, language), the first text first."""
    found: list[EvidenceSentence] = []
    for at, (text, language) in enumerate(texts):
        passage = Passage(at, f"a{at}", 1, None, None, None, None, language, None, None, text, 0, len(text), 1.0)
        start = 0
        for part in text.removesuffix(".").split(". "):
            found.append(EvidenceSentence(len(found) + 1, passage, start, start + len(part), part, 1.0))
            start += len(part) + 2
    return found


@pytest.mark.parametrize(("question", "language", "premise"), [
    ("Why did Ostrand leave Velm?", "en", "Did Ostrand leave Velm?"),
    ("And when did the yard close in 2019?", "en", "Did the yard close in 2019?"),
    ("Warum verließ Ostrand die Stadt Velm?", "de", "Verließ Ostrand die Stadt Velm?"),
    ("Wann wurde das Dock in Velm gebaut?", "de", "Wurde das Dock in Velm gebaut?"),
    ("Waarom verliet Ostrand de stad Velm?", "nl", "Verliet Ostrand de stad Velm?"),
    ("Pourquoi Ostrand a-t-il quitté Velm ?", "fr", "Ostrand a-t-il quitté Velm ?"),
    ("¿Por qué abandonó Ostrand la ciudad?", "es", "¿Abandonó Ostrand la ciudad?"),
])
def test_a_question_for_a_circumstance_takes_the_rest_for_granted(question: str, language: str, premise: str) -> None:
    assert premise_of(question, language) == premise


@pytest.mark.parametrize(("question", "language"), [
    ("What is Ostrand Shipping?", "en"), ("How many people work at the yard?", "en"), ("why?", "en"), ("", "en"),
    ("Why would Ostrand leave the city?", "en"), ("Why did Ostrand not leave the city?", "en"),
    ("Wie viele Menschen arbeiten im Dock?", "de"), ("Warum würde Ostrand die Stadt verlassen?", "de"),
    ("When does the ferry to Velm start?", "en"), ("Where is the yard of Ostrand?", "en"),
    ("Wann wird das Dock in Velm gebaut?", "de"), ("Hoe lang duurde de bouw van het dok?", "nl"), ("Why did they leave it all behind?", "ja"),
])
def test_other_questions_take_nothing_for_granted_that_is_looked_at(question: str, language: str) -> None:
    assert premise_of(question, language) is None


@pytest.mark.parametrize(("question", "language", "standing"), [
    ("Why did Ostrand Shipping close its yard in Velm?", "en", "stated"),
    ("Warum hat Ostrand Shipping die Werft in Velm geschlossen?", "de", "stated"),
    ("Why did Ostrand Shipping open a yard in Velm?", "en", "contradicted"),
    ("Waarom opende Ostrand Shipping een werf in Velm?", "nl", "contradicted"),
    ("Why did Ostrand Shipping admit that it paid bribes?", "en", "contradicted"),
    ("Why did Ostrand Shipping go bankrupt in Velm?", "en", "not_stated"),
    ("Why did Ostrand Shipping close its yard in Madrid?", "en", "not_stated"),
    ("Why did Ostrand Shipping pay 900 million dollars in bribes?", "en", "not_stated"),
    ("Why did Ostrand Shipping paint the cranes of Velm?", "en", "unknown"),
])
def test_a_premise_stands_or_falls_by_what_the_articles_say(question: str, language: str, standing: str) -> None:
    premise = premise_of(question, language)
    assert premise is not None
    assert premise_stands(premise, language, evidence((HARBOUR, "en"))) == standing


def test_what_another_article_says_neither_contradicts_nor_is_missed() -> None:
    both = evidence((DOCK, "de"), (HARBOUR, "en"))
    assert premise_stands("Did Arno Feld open the dock in Velm?", "en", both) == "stated"
    assert premise_stands("Did Ostrand Shipping close its yard in Velm?", "en", both) == "stated"


@pytest.mark.parametrize(("quote", "contradicts"), [
    ("The port handled 3,100 ships in 2018 and 5,400 in 2023", True),
    ("In 2023 the port handled 5,400 ships; in 2018 it was 3,100", True),
    ("The port handled 5,400 ships in 2018 and 3,100 in 2023", False),
    ("The port handled 5,400 ships in 2018", False),
])
def test_two_years_with_their_numbers_tell_a_direction(quote: str, contradicts: bool) -> None:
    standing = premise_stands("Did the number of ships fall after 2018?", "en", evidence((quote, "en")))
    assert (standing == "contradicted") is contradicts


def test_where_nothing_can_be_told_nothing_is_said() -> None:
    assert premise_stands("Did Ostrand leave Velm?", "en", []) == "unknown"
    assert premise_stands("Did they leave the yard?", "en", evidence(("Они ушли.", "ru"))) == "unknown"
    assert premise_note("Did Ostrand leave Velm?", "unknown", "en") is None
    assert premise_note("Did Ostrand leave Velm?", "stated", "en") is None


@pytest.mark.parametrize("language", ["en", "de", "nl", "fr", "es", "it", "pt"])
def test_the_note_asks_the_premise_back_in_the_readers_language(language: str) -> None:
    notes = {premise_note("Verließ Ostrand die Stadt?", standing, language) for standing in ("not_stated",
                                                                                          "contradicted")}
    assert len(notes) == 2
    assert all(note is not None and note.startswith("Verließ Ostrand die Stadt? ") for note in notes)


@pytest.mark.parametrize(("quote", "language", "standing"), [
    ("Die Ministerin Ingrid Solheim lehnte einen Rücktritt ab", "de", "contradicted"),
    ("Die Ministerin Ingrid Solheim schloss einen Rücktritt aus", "de", "contradicted"),
    ("Minister Ingrid Solheim refused to resign", "en", "contradicted"),
    ("Minister Ingrid Solheim resigned after her party rejected the budget", "en", "stated"),
    ("Die Ministerin Ingrid Solheim verkündete ihren Rücktritt", "de", "stated"),
])
def test_what_is_rejected_is_not_taken_for_stated(quote: str, language: str, standing: str) -> None:
    premise = premise_of("Why did Ingrid Solheim resign?", "en")
    assert premise is not None
    assert premise_stands(premise, "en", evidence((quote, language))) == standing


def test_names_that_no_passage_has_are_told_and_greetings_are_not_answered(seeded_home: Path) -> None:
    unreachable = Settings(home=seeded_home, ollama_host="http://127.0.0.1:1", writer="quotes")
    with Assistant.open(unreachable) as assistant:
        for greeting in ("hello", "Thanks!", "Danke schön.", "who are you?", "¡Buenos días!", "qui êtes-vous ?"):
            with pytest.raises(QuestionError, match="no question to the articles"):
                assistant.ask(greeting)
        named = assistant.ask("Is the software of Cainiao considered a risk?")
        assert named.citations
        assert not any("do not name" in warning for warning in named.warnings)
        unnamed = assistant.ask("Is the software of Cainiao considered a risk by Ingrid Solheim?")
        assert unnamed.status != "answered" or any("do not name Ingrid Solheim" in text for text in unnamed.warnings)


def test_a_server_that_is_down_is_told_where_somebody_had_chosen_a_model() -> None:
    down = ModelUnreachableError("No answer from Ollama.", "Start it.")
    fresh = quotes_notes("en", ["de"], down, model=None, host=DEFAULT_HOST)
    chosen = quotes_notes("en", ["de"], down, model="mistral", host=DEFAULT_HOST)
    assert not any("No answer from Ollama" in note for note in fresh)
    assert any("No answer from Ollama" in note for note in chosen)
