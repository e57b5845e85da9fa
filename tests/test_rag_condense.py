"""Follow-up questions made to stand alone, by rule and by a model whose inventions are refused."""

from __future__ import annotations

import pytest
from test_rag_write import Model

from rag.condense import condense
from rag.errors import ModelUnreachableError
from rag.messages import language_list, message
from rag.types import Turn

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
    ("Und in Deutschland?", "de"), ("en wie?", "nl"), ("Wat zegt het bedrijf daarover?", "nl"), ("waarom?", "nl"),
    ("et pourquoi ?", "fr"), ("Que dit l'entreprise de cela ?", "fr"), ("¿y cuándo?", "es"),
    ("¿Qué dijo la empresa sobre eso?", "es"),
])
def test_a_follow_up_gets_the_words_of_the_question_before(question: str, language: str) -> None:
    alone = condense(question, [FACTORY[language]], language)
    assert alone.startswith(question)
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


def test_messages_are_in_the_readers_language_with_their_values() -> None:
    assert message("not_in_sources", "en") == "The articles do not say."
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
                "some_quoted", "some_dropped", "searched_for", "sources", "changed_since", "removed_since"):
        english = message(key, "en", **values)
        for language in ("de", "nl", "fr", "es", "it", "pt"):
            other = message(key, language, **values)
            assert other != english or key == "sources"
            assert [word in other for word in values.values()] == [word in english for word in values.values()]
