"""Follow-up questions made to stand alone, by rule and by a model whose inventions are refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from test_rag_write import Model

from rag import Assistant, Settings
from rag.errors import ModelUnreachableError
from rag.follow_ups.condense import condense, continues, with_topic
from rag.follow_ups.on_topic import joined
from rag.messages import language_list, message
from rag.types import Answer, Citation, Evidence, EvidenceSentence, Passage, Turn
from rag.write.ollama_tokens import prompt_tokens

FACTORY = {
    "en": Turn("Why did Nissan close its factory in Barcelona?", "Demand had fallen since 2018 [1].", "en"),
    "de": Turn("Warum schloss Nissan sein Werk in Barcelona?", "Die Nachfrage war seit 2018 gefallen [1].", "de"),
    "nl": Turn("Waarom sloot Nissan zijn fabriek in Barcelona?", "De vraag was sinds 2018 gedaald [1].", "nl"),
    "fr": Turn("Pourquoi Nissan a-t-il fermé son usine de Barcelone ?", "La demande baissait depuis 2018 [1].", "fr"),
    "es": Turn("¿Por qué cerró Nissan su fábrica de Barcelona?", "La demanda había caído desde 2018 [1].", "es"),
}


@pytest.mark.parametrize(("question", "language"), [
    ("and what does the company say about it?", "en"), ("why?", "en"), ("When was it built?", "en"),
    ("And in 2021?", "en"), ("how many people does it employ", "en"), ("Who said that?", "en"),
    ("What happened next?", "en"), ("und 2021?", "de"), ("warum?", "de"), ("Was sagt das Unternehmen dazu?", "de"),
    ("en wie?", "nl"), ("Wat zegt het bedrijf daarover?", "nl"), ("waarom?", "nl"),
    ("et pourquoi ?", "fr"), ("Que dit l'entreprise de cela ?", "fr"), ("¿y cuándo?", "es"),
    ("¿Qué dijo la empresa sobre eso?", "es"),
])
def test_a_follow_up_gets_the_words_of_the_question_before(question: str, language: str) -> None:
    alone = condense(question, [FACTORY[language]], language)
    assert question in alone
    assert "Nissan" in alone
    assert "Barcelon" in alone


@pytest.mark.parametrize(("question", "language"), [
    ("How large was Belgium's trade deficit with China?", "en"), ("Who is Jonathan Holslag?", "en"),
    ("Did Renault say it would leave Spain?", "en"), ("What is Liège airport?", "en"),
    ("Wie viele Opfer gab es bei dem Unfall?", "de"), ("Wie hoch war das Handelsdefizit Belgiens?", "de"),
    ("Wie waarschuwde voor spionage in Luik?", "nl"), ("Hoe groot was het handelstekort van België?", "nl"),
    ("Combien de personnes sont mortes dans la catastrophe ?", "fr"),
    ("¿Cuántos trabajadores perdieron su empleo en la planta?", "es"),
])
def test_a_question_that_stands_alone_is_left_alone(question: str, language: str) -> None:
    model = Model(lambda messages: "Something else?")
    assert condense(question, [FACTORY[language]], language, model) == question
    assert model.calls == []


@pytest.mark.parametrize(("question", "before", "after"), [
    ("und 2021?", "Wie hoch war das Handelsdefizit Belgiens 2022?", "Wie hoch war das Handelsdefizit Belgiens 2021?"),
    ("Und in Deutschland?", "Warum schloss Nissan sein Werk in Spanien?", "Warum schloss Nissan sein Werk in Deutschland?"),
])
def test_a_year_or_place_takes_the_place_of_the_one_before(question: str, before: str, after: str) -> None:
    assert condense(question, [Turn(before, "")], "de") == after


@pytest.mark.parametrize(("before", "question", "language"), [
    ("Why did Belgium threaten tariffs?", "And what does China say?", "en"),
    ("Warum droht Belgien mit Zöllen?", "Und was sagt China?", "de"),
    ("Waarom dreigt België met heffingen?", "En wat zegt China?", "nl"),
    ("How much did France pay in 2019?", "What happened in 2021?", "en"),
    ("Wie viel zahlte Frankreich 2019?", "Was geschah 2021?", "de"),
])
def test_a_follow_up_that_asks_something_else_keeps_its_own_words(before: str, question: str, language: str) -> None:
    assert condense(question, [Turn(before, "", language)], language).startswith(question)


@pytest.mark.parametrize(("before", "question", "after"), [
    ("Why did the EU threaten tariffs?", "And China?", "Why did China threaten tariffs?"),
    ("Why did China threaten tariffs?", "what about the EU?", "Why did the EU threaten tariffs?"),
    ("How much did France pay in 2019?", "and for 2021?", "How much did France pay in 2021?"),
    ("Who is Valdis Dombrovskis?", "And Holslag?", "Who is Holslag?"),
])
def test_another_name_is_put_in_place_with_its_own_article(before: str, question: str, after: str) -> None:
    assert condense(question, [Turn(before, "", "en")], "en") == after


@pytest.mark.parametrize(("before", "question", "language"), [
    ("How many jobs are at risk?", "why?", "en"), ("Wie viele Stellen fallen weg?", "warum?", "de"),
    ("Hoeveel fietsers reden er over de brug?", "waarom?", "nl"), ("Combien d'emplois sont menacés ?", "pourquoi ?", "fr"),
    ("¿Cuántos empleos peligran?", "¿por qué?", "es"), ("Wie viele Stellen fallen weg?", "why?", "en"),
])
def test_why_keeps_the_whole_question_before_even_if_it_named_nothing(before: str, question: str, language: str) -> None:
    assert condense(question, [Turn(before, "")], language) == f"{before} {question}"


BRIDGE = Turn("Why was the Kolb bridge in Nordheim closed?", "It rusted [1].", "en", None, (
    Citation(1, "bridge", 1, None, None, None, None, "en", None, None, "It rusted.", 0, 10, 1.0),))
REFUSALS = [Turn("and in Flanders?", message("not_in_sources", "en"), "en", "and in Flanders? (Alibaba invest)"),
            Turn("and in Flanders?", "Nothing.", "en", "and in Flanders? (Alibaba invest)")]


@pytest.mark.parametrize(("refused", "cited"), [(REFUSALS[0], False), (REFUSALS[0], True), (REFUSALS[1], True)])
def test_a_follow_up_that_was_refused_is_no_topic(refused: Turn, cited: bool) -> None:
    history = [Turn("How much did Alibaba invest in Wallonia?", "Much [1].", "en",
                    citations=BRIDGE.citations if cited else ()), refused]
    for question in ("When did it arrive?", "And what does the minister say?"):
        alone = condense(question, history, "en")
        assert "Wallonia" in alone
        assert "Flanders" not in alone


def test_in_another_language_names_are_carried_and_no_function_words() -> None:
    alone = condense("Und was sagt die Gewerkschaft?", [FACTORY["nl"]], "de")
    assert "Nissan" in alone
    assert not {"Waarom", "zijn", "in"} & set(alone.partition("(")[2].split())


def test_follow_ups_do_not_hand_on_all_that_was_ever_said() -> None:
    history = [FACTORY["en"]]
    for question in ("and what does the company say about it?", "And who protested?", "And the mayor?", "And then?"):
        alone = condense(question, history, "en")
        assert "Nissan" in alone
        history.append(Turn(question, "", "en", alone))
    assert len(alone) < 120


def test_only_a_question_that_names_nothing_may_get_the_topic_before() -> None:
    assert "Nissan" in with_topic("How many jobs are at risk?", [FACTORY["en"]], "en")
    assert with_topic("How many jobs are at risk in Madrid?", [FACTORY["en"]], "en").endswith("Madrid?")
    assert with_topic("How many jobs are at risk?", [], "en") == "How many jobs are at risk?"


def found(confidence: float, article: str | None) -> Evidence:
    if article is None:
        return Evidence((), True, confidence, 0.5)
    passage = Passage(1, article, 1, None, None, None, None, "en", None, None, "It says so.", 0, 11, 1.0)
    return Evidence((EvidenceSentence(1, passage, 0, 11, "It says so.", 1.0),), False, confidence, 0.5)


def test_what_is_found_tells_whether_a_question_goes_on_with_the_topic() -> None:
    cited = Citation(1, "a", 1, None, None, None, None, "en", None, None, "It says so.", 0, 11, 1.0)
    history = [replace(FACTORY["en"], citations=(cited,))]
    assert continues(found(0.1, None), found(2.0, "a"), history)
    assert continues(found(1.0, "b"), found(4.0, "a"), history)
    assert not continues(found(1.0, "b"), found(2.0, "a"), history)
    assert not continues(found(1.0, "a"), found(4.0, "a"), history)
    assert not continues(found(0.1, None), found(0.2, None), history)


def test_without_history_nothing_is_added() -> None:
    assert condense("why?", [], "en") == "why?"


def test_a_year_of_its_own_takes_the_place_of_the_year_before() -> None:
    turn = Turn("Wie hoch war das Handelsdefizit Belgiens 2022?", "Es betrug 9,1 Milliarden Euro [1].")
    alone = condense("und 2021?", [turn], "de")
    assert "Handelsdefizit" in alone
    assert "2022" not in alone


def test_a_chain_of_follow_ups_finds_the_question_that_named_the_thing_and_long_histories_are_bounded() -> None:
    history = [Turn("Why did Nissan close its factory in Barcelona?", "Demand fell."), Turn("why?", "It fell."),
               Turn("and when?", "In May.")]
    assert "Nissan" in condense("who said so?", history, "en")
    long = [Turn("word " * 50_000, "word " * 50_000)] * 1_000
    assert len(condense("why?", long, "en")) < 500


def test_a_models_sane_rewrite_is_taken_with_one_short_prompt() -> None:
    model = Model(lambda messages: "When was the Nissan factory in Barcelona built?")
    history = [Turn("old " * 300, "answer " * 300)] * 20 + [FACTORY["en"]]
    assert condense("When was it built?", history, "en", model) == "When was the Nissan factory in Barcelona built?"
    assert len(model.calls) == 1
    assert sum(len(item.content) for item in model.calls[0]) < 4_000


@pytest.mark.parametrize("rewrite", [
    "When did Renault build the factory in Barcelona?", "When was the Nissan factory of 1983 built?",
    "Wann wurde das Werk von Nissan in Barcelona eigentlich gebaut?", "When was it built?", "",
    "When was the Nissan factory built?\nIt was built long ago.", "When was the Nissan factory built? " * 20,
    "The Nissan factory in Barcelona was closed.",
])
def test_a_models_invention_is_refused_for_the_rule(rewrite: str) -> None:
    model = Model(lambda messages: rewrite)
    alone = condense("When was it built?", [FACTORY["en"]], "en", model)
    assert alone == condense("When was it built?", [FACTORY["en"]], "en")


def test_a_rewrite_must_keep_the_numbers_and_names_of_the_question() -> None:
    model = Model(lambda messages: "What did Nissan say about the factory?")
    assert "2021" in condense("and in 2021?", [FACTORY["en"]], "en", model)


def test_a_cut_rewrite_falls_back_to_the_rule_and_a_failing_model_is_told_of() -> None:
    ruled = condense("When was it built?", [FACTORY["en"]], "en")
    failing = Model(lambda messages: "", error=ModelUnreachableError("No server.", "Start it."))
    cut = Model(lambda messages: "When was the Nissan factory in Barcelona built?", "length")
    # Whoever asks has to know: a model that hangs must not be waited for a second time.
    with pytest.raises(ModelUnreachableError):
        condense("When was it built?", [FACTORY["en"]], "en", failing)
    assert condense("When was it built?", [FACTORY["en"]], "en", cut) == ruled


def test_measured_conversations_keep_to_the_articles_of_their_half() -> None:
    cases = Path(__file__).resolve().parents[1] / "benchmarks" / "cases" / "conversations.jsonl"
    rows = [json.loads(line) for line in cases.read_text(encoding="utf-8").splitlines()]
    articles = {row["id"]: row for row in rows if row["kind"] == "article"}
    chains = [row for row in rows if row["kind"] == "chain"]
    assert len(articles) >= 15
    assert sum(len(chain["turns"]) - 1 for chain in chains) >= 120
    for chain in chains:
        for turn in chain["turns"]:
            if turn["kind"] == "absent":
                assert not turn["gold"]
                continue
            assert articles[turn["article"]]["half"] == chain["half"]
            assert articles[turn["article"]]["text"].count(turn["gold"]) == 1


def test_messages_are_in_the_readers_language_with_their_values() -> None:
    assert message("not_in_sources", "en") == "No answer to this was found in the articles."
    assert message("own_words_in", "en", languages=language_list(["de", "nl"], "en")).endswith("in German and Dutch.")
    assert language_list(["nl", "de", "nl"], "fr") == "néerlandais et allemand"
    assert language_list(["de", "en"], "es") == "alemán e inglés"
    assert message("not_in_sources", "ja") == message("not_in_sources", "en")
    command = "ollama pull some-model:{8b}"
    for language in ("en", "de", "nl", "fr", "es", "it", "pt"):
        assert command in message("how_written", language, command=command)


def test_every_language_has_every_message() -> None:
    values = {"command": "<command>", "languages": "<languages>", "model": "<model>", "question": "<question>"}
    for key in ("not_in_sources", "nearest", "no_articles", "own_words", "own_words_in", "how_written", "broke_off",
                "quotes_instead", "too_slow", "model_busy", "model_unreachable", "model_missing", "prompt_too_long",
                "some_quoted", "some_dropped", "searched_for", "sources", "changed_since", "removed_since",
                "premise_not_stated", "premise_contradicted"):
        english = message(key, "en", **values)
        for language in ("de", "nl", "fr", "es", "it", "pt"):
            other = message(key, language, **values)
            assert other != english or key == "sources"
            assert [word in other for word in values.values()] == [word in english for word in values.values()]


def test_no_name_is_carried_across_a_question_that_began_another_topic() -> None:
    refused = Turn("Who won the 2022 football world cup?", "No answer to this was found in the articles.", "en")
    for question, language in (("und 2021?", "de"), ("and 2021?", "en"), ("why?", "en"), ("who doubts it?", "en")):
        alone = condense(question, [BRIDGE, refused], language)
        assert "football" in alone
        assert "Kolb" not in alone
        assert "Nordheim" not in alone


def test_a_question_that_found_its_way_to_the_same_article_goes_on_with_its_names() -> None:
    sheep = Turn("How many sheep were killed by wolves?", "Forty.", "en", None, BRIDGE.citations)
    assert "Nordheim" in condense("who doubts it?", [BRIDGE, sheep], "en")
    other = replace(sheep, citations=(replace(BRIDGE.citations[0], article_id="wolves"),))
    alone = condense("who doubts it?", [BRIDGE, other], "en")
    assert "wolves" in alone
    assert "Nordheim" not in alone
    later = Turn("who doubts it?", "A farmer.", "en", alone, other.citations)
    assert "wolves" in condense("why does he say that?", [BRIDGE, other, later], "en")


def test_a_bare_question_in_another_language_keeps_the_whole_question_before() -> None:
    assert condense("Why?", [FACTORY["de"]], "en") == f"{FACTORY['de'].question} Why?"


def test_an_inverted_pronoun_points_back_unless_it_doubles_the_subject() -> None:
    assert "Nissan" in condense("Pourquoi a-t-elle fermé boutique ?", [FACTORY["fr"]], "fr")
    for question in ("Pourquoi Cainiao est-il un risque ?", "Quand l'entrepôt a-t-il été construit ?"):
        assert condense(question, [FACTORY["fr"]], "fr") == question


def test_of_a_long_history_the_newest_turns_that_fit_the_window_are_shown_to_the_model() -> None:
    model = Model(lambda messages: "Why did Renault close the plant in Douai?")
    long = [Turn(f"What did turn {number} say of 雷诺?", "工厂关闭了。" * 200) for number in range(20)]
    asked = [*long, Turn("Did Renault close the plant in Douai?", "Yes, in March.")]
    condense("Why did they do it?", asked, "en", model, num_ctx=1024)
    (shown,) = model.calls
    assert prompt_tokens(shown) <= 1024
    assert "Douai" in shown[-1].content
    condense("Why did they do it?", long, "en", model, num_ctx=512)
    assert len(model.calls) == 1


MINE = """---
title: Mine in Sollwick to stay shut
---
The mine of the company Tarn Ores in Sollwick stays shut until spring. Water had broken into the second shaft in May.
Tarn Ores rejects the charge that it saved on pumps.

Environment minister Ruth Ashdown said that polluters would no longer get away with warnings. The union asks for the
wages of 210 miners.
"""
CHOIR = """---
title: Chor gewinnt Preis
---
Der Chor von Nordheim hat den Preis der Stadt gewonnen. Die Ministerin Jana Voss überreichte ihn am Sonntag in der
Kirche. Der Chor singt seit 1987.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("follow_ups")
    (folder / "mine.md").write_text(MINE, "utf-8")
    (folder / "choir.md").write_text(CHOIR, "utf-8")
    with Assistant.open(Settings(home=folder / "home", writer="quotes")) as opened:
        opened.ingest(folder)
        yield opened


def followed(assistant: Assistant, question: str) -> Answer:
    first = "Why does the mine of Tarn Ores stay shut?"
    answer = assistant.ask(first)
    return assistant.ask(question, history=[Turn(first, answer.text, "en", None, answer.citations)])


@pytest.mark.parametrize(("question", "said"), [
    ("And the minister?", "Ruth Ashdown"), ("And what does the company say to the charge?", "rejects the charge"),
])
def test_a_role_is_found_in_the_article_that_the_conversation_is_about(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = followed(assistant, question)
    assert said in answer.text
    assert {citation.title for citation in answer.citations} == {"Mine in Sollwick to stay shut"}


def test_what_its_article_has_nothing_of_is_refused_though_its_name_is_found(assistant: Assistant) -> None:
    assert followed(assistant, "Who is the goalkeeper?").status == "not_in_sources"


def test_what_the_own_words_find_stands_behind_the_first_and_no_sentence_twice() -> None:
    passage = Passage(1, "a", 1, None, None, None, None, "en", None, None, "x" * 90, 0, 90, 1.0)
    one, two, three = (EvidenceSentence(number, passage, number * 10, number * 10 + 5, "x" * 5, 1.0)
                       for number in (1, 2, 3))
    both = joined(Evidence((one, two), False, 2.0, 1.0), Evidence((three, one), False, 0.5, 1.0), 6)
    assert [(item.number, item.start) for item in both.sentences] == [(1, 10), (2, 30), (3, 20)]
