"""What questions take for granted, and whether the evidence says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from ollama_standin import OllamaStandin

from rag import Assistant, Done, LookingAgain, Settings
from rag.contradiction.denials import with_denial
from rag.contradiction.premise import premise_note, premise_of, premise_stands
from rag.errors import ModelUnreachableError, QuestionError
from rag.notes import quotes_notes
from rag.settings import DEFAULT_HOST
from rag.types import Evidence, EvidenceSentence, Passage, Span, Turn

HARBOUR = "Ostrand Shipping closed its yard in Velm in March. The company denies that it paid bribes."
DOCK = "Das Dock in Velm wurde für 12 Millionen Euro gebaut. Bürgermeister Arno Feld eröffnete es im Mai."


def evidence(*texts: tuple[str, str]) -> list[EvidenceSentence]:
    """Returns every sentence of each (text, language), the first text first."""
    found: list[EvidenceSentence] = []
    for at, (text, language) in enumerate(texts):
        spans: list[Span] = []
        for part in text.removesuffix(".").split(". "):
            begun = spans[-1].end + 2 if spans else 0
            spans.append(Span(begun, begun + len(part)))
        passage = Passage(at, f"a{at}", 1, None, None, None, None, language, None, None, text, 0, len(text), 1.0,
                          sentences=tuple(spans))
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
    ("Wann wird das Dock in Velm gebaut?", "de"), ("Hoe lang duurde de bouw van het dok?", "nl"),
    ("Why did they leave it all behind?", "ja"), ("How badly dry has this year been in Velm?", "en"),
    ("Warum kaufen sie kaum noch Klaviere aus Velm?", "de"),
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


@pytest.mark.parametrize(("question", "language", "quote", "told_in"), [
    ("When did Nordlinie strike a deal with the port?", "en", "Nordlinie struck a deal with the port", "en"),
    ("Wann hat Nordlinie den Vertrag geschlossen?", "de", "Nordlinie struck a deal with the port", "en"),
    ("Wanneer sloot Nordlinie een akkoord?", "nl", "Nordlinie traf eine Abmachung, um ein Lager zu bauen", "de"),
    ("Quand Nordlinie a-t-elle conclu un accord ?", "fr", "Nordlinie struck a deal with the port", "en"),
    ("Why did Nordlinie reject the accusations?", "en", "Nordlinie widerspricht allen Anschuldigungen", "de"),
    ("Why did the government welcome Nordlinie?", "en",
     "Vorwürfe werfen Fragen über die Willkommensentscheidung der Regierung für Nordlinie auf", "de"),
    ("Why did police fire tear gas?", "en", "Police used tear gas against the crowd", "en"),
    ("Why do the authorities fear a flood?", "en", "The river is high", "en"),
    ("Why do employees of Tarn fear for their jobs?", "en", "Staff at Tarn are anxious", "en"),
    ("When did the ministry release its report?", "en", "The ministry published its report on Monday", "en"),
    ("Why did prices rise in May?", "en", "Prices were 3 percent higher in May as supply fell", "en"),
    ("Why did sales at Tarn rise?", "en", "The funding of schools near Tarn fell by a third", "en"),
    ("Waarom zijn omwonenden in Brandau boos?", "nl", "Anwohner in Brandau haben geklagt", "de"),
    ("Warum sind die Preise gesunken?", "de", "Prices dropped because supply was plentiful", "en"),
])
def test_a_true_premise_is_not_doubted_for_other_words(question: str, language: str, quote: str, told_in: str) -> None:
    premise = premise_of(question, language)
    assert premise is not None
    assert premise_stands(premise, language, evidence((quote, told_in))) in ("stated", "unknown")


@pytest.mark.parametrize(("question", "standing"), [
    ("Pourquoi Ostrand a-t-il quitté Velm ?", "not_stated"),
    ("Pourquoi Ostrand a-t-il fermé son chantier ?", "contradicted"),
    ("Pourquoi Ostrand a-t-il avoué ?", "not_stated"),
    ("Pourquoi Ostrand pourrait-il fermer son chantier ?", None),
    ("Pourquoi le nombre de navires a-t-il baissé à Velm ?", "contradicted"),
])
def test_french_says_it_by_inversion_and_the_perfect(question: str, standing: str | None) -> None:
    told = evidence(("Ostrand opened a yard in Velm. 12 ships called at Velm in 2019, in 2021 it was 40.", "en"))
    premise = premise_of(question, "fr")
    assert (None if premise is None else premise_stands(premise, "fr", told)) == standing


def test_another_passage_found_of_the_article_may_state_it() -> None:
    told = evidence(("Larkin makes bread in Harwick.", "en"))
    other = Passage(7, "a0", 1, None, None, None, None, "en", None, None, "Larkin sold the mill.", 0, 21, 1.0)
    assert premise_stands("Did Larkin sell its mill?", "en", told) == "not_stated"
    assert premise_stands("Did Larkin sell its mill?", "en", told, [other]) != "not_stated"


def test_what_was_only_hoped_for_does_not_contradict() -> None:
    hoped = "Das Geschäft von Tarn würde das Defizit senken und die Preise sinken lassen"
    assert premise_stands("Did the deficit of Tarn rise?", "en", evidence((hoped, "de"))) != "contradicted"
    grew = "Das Geschäft sollte das Defizit senken, doch hat es sich bei Tarn verdreifacht"
    assert premise_stands("Did the deficit of Tarn fall?", "en", evidence((grew, "de"))) == "contradicted"


@pytest.mark.parametrize(("quote", "language", "standing"), [
    ("Larkin denies that it plans to close the Harwick plant", "en", "contradicted"),
    ("Larkin has rejected reports that it will close the Harwick plant", "en", "contradicted"),
    ("Larkin refused to say why it closed the Harwick plant", "en", "stated"),
    ("Larkin bestreitet, dass das Werk in Harwick geschlossen wird", "de", "contradicted"),
    ("Larkin ontkent dat de fabriek in Harwick sluit", "nl", "contradicted"),
])
def test_what_is_denied_with_that_is_not_taken_for_stated(quote: str, language: str, standing: str) -> None:
    assert premise_stands("Did Larkin close the Harwick plant?", "en", evidence((quote, language))) == standing


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


FALSE_PREMISE = "Why did Alibaba leave Liège?"


@pytest.mark.parametrize("second_look", ["on", "off"])
def test_a_false_premise_is_corrected_with_a_model_as_without_one_and_by_quotes_only(
        seeded_home: Path, second_look: Literal["on", "off"]) -> None:
    def goes_along(messages: list[dict[str, str]]) -> str:
        return "No" if "Yes or No" in messages[-1]["content"] else "Alibaba left Liège for fear of spies. [1]"

    with OllamaStandin(answer=goes_along, weigh=lambda messages: {"No": 0.99, "Yes": 0.01}) as ollama, \
            Assistant.open(Settings(home=seeded_home, ollama_host=ollama.url, writer="free",
                                    second_look=second_look)) as opened:
        events = list(opened.stream(FALSE_PREMISE))
    done = events[-1]
    assert isinstance(done, Done)
    assert done.answer.status == "answered"
    assert done.answer.preface is not None
    assert done.answer.preface.startswith("Did Alibaba leave Liège?")
    assert not any(isinstance(event, LookingAgain) for event in events)
    assert done.answer.mode == "quotes"
    assert {claim.verdict for claim in done.answer.claims} == {"quoted"}
    assert "left Liège" not in done.answer.text


def test_what_a_follow_up_takes_for_granted_by_a_pronoun_alone_is_not_asked_back(seeded_home: Path) -> None:
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as opened:
        named = opened.ask("Why did Alibaba resign?")
        first = opened.ask("What did Alibaba agree with Belgium?")
        history = [Turn(first.question, first.text, citations=first.citations)]
        followed = opened.ask("Why did it resign?", history=history)
    assert named.preface is not None
    assert followed.preface is None


@pytest.mark.parametrize("question", ["Did Alibaba admit the spying?", "Hat Alibaba die Spionage zugegeben?"])
def test_whoever_asks_for_an_admission_is_shown_the_denial(seeded_home: Path, question: str) -> None:
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as opened:
        answer = opened.ask(question)
    denials = [claim.text for claim in answer.claims if "ontkent" in claim.text or "widerspricht" in claim.text]
    assert denials
    assert answer.status == "answered"


def test_a_denial_takes_the_last_place_and_only_where_an_admission_is_asked_for() -> None:
    told = evidence(("Tarn sells bread. It was fined in May. Tarn denies the fraud.", "en"))
    text = "Tarn sells bread. It was fined in May. Tarn denies the fraud."
    spans = (Span(0, 17), Span(18, 38), Span(39, 61))
    passage = replace(told[0].passage, text=text, sentences=spans)
    first = replace(told[0], passage=passage), replace(told[1], passage=passage)
    found = Evidence(first, abstain=False, confidence=3.0, threshold=1.0)
    asked = with_denial("Did Tarn admit the fraud?", "en", found, [passage], 2)
    assert [(item.number, item.quote) for item in asked.sentences] == [
        (1, "Tarn sells bread"), (2, "Tarn denies the fraud.")]
    assert with_denial("Was Tarn fined for the fraud?", "en", found, [passage], 2) == found
    assert with_denial("Did Tarn admit the fraud?", "en", found, [], 2) == found


@pytest.mark.parametrize(("question", "text", "language", "settled"), [
    ("Did Norvik sue the port?", "Norvik threatened to sue the port. It has not filed a suit", "en", 1),
    ("Has Norvik hidden the report?", "A rival accused Norvik of having hidden the report. Norvik denied this", "en", 1),
    ("Wurde der Bau der Brücke aufgegeben?", "Der Bau der Brücke dauert. Der Rat schloss eine Aufgabe aus", "de", 1),
    ("Is the bridge sold?", "Die Brücke ist alt. Ein Verkauf wurde abgelehnt", "de", 1),
    ("How many people died in Velm?", "In Velm waren 27 Menschen verletzt worden. Tote gab es nicht", "de", 1),
])
def test_the_sentence_that_settles_a_question_is_brought_before_what_is_near(
        question: str, text: str, language: str, settled: int) -> None:
    found = evidence((text, language))
    chosen = with_denial(question, "de" if question.startswith("Wurde") else "en",
                         Evidence(tuple(found[:settled]), abstain=False, confidence=1.0, threshold=0.0),
                         [found[0].passage], 5)
    assert [item.quote for item in chosen.sentences] == [found[settled].quote, *(item.quote for item in found[:settled])]
    assert [item.number for item in chosen.sentences] == [1, 2]


@pytest.mark.parametrize(("question", "text", "standing"), [
    ("Why did Norvik sue the port?", "Norvik threatened to sue the port. It has not filed a suit", "contradicted"),
    ("Why did Norvik sue the port?", "Norvik threatens to sue the port", "not_stated"),
    ("Why does Norvik threaten to sue the port?", "Norvik threatens to sue the port", "stated"),
    ("Why did Norvik hide the report?", "A rival accused Norvik of hiding the report. Norvik denied this",
     "contradicted"),
    ("Why did Norvik sell the port?", "Analysts said that Norvik would sell the port. Norvik ruled out a sale",
     "contradicted"),
    ("Why did Norvik sell the port?", "Norvik sold the port. It has not been sold since", "stated"),
    ("Why did Norvik close the port?", "Norvik did not close the port because of the cold", "stated"),
    ("Why did Norvik close the port?", "Norvik closed the port. A rival denies this was needed", "stated"),
])
def test_a_premise_that_is_only_denied_or_threatened_does_not_stand(question: str, text: str, standing: str) -> None:
    premise = premise_of(question, "en")
    assert premise is not None
    assert premise_stands(premise, "en", evidence((text, "en"))) == standing
