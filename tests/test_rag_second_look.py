"""A second look and a second search: each can only do what it is for, and neither is asked of a small model by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from ollama_standin import OllamaStandin, StandinModel
from test_rag_write import NEWS, Model

from rag import Assistant, Done, EvidenceFound, LookingAgain, Searching, Writing
from rag.errors import SettingsError
from rag.rephrase import rephrases, translated_question
from rag.second_look import finds_answer, looks_twice
from rag.settings import Settings
from rag.write.model import ModelInfo

TINY = ModelInfo("smollm2:135m", None, None, ("completion",), "0")
SMALL = ModelInfo("qwen2.5:1.5b", 1.5, None, ("completion",), "0")
LARGE = ModelInfo("qwen2.5:7b", 7.6, None, ("completion",), "0")
QUESTION = "Why was the bridge closed?"


@pytest.mark.parametrize(("asks", "automatic"), [(looks_twice, [False, True, True]), (rephrases, [False, False, True])])
def test_a_setting_decides_and_auto_goes_by_size(asks: Callable[[ModelInfo, str], bool], automatic: list[bool]) -> None:
    models = (TINY, SMALL, LARGE)
    assert [asks(model, "auto") for model in models] == automatic
    assert [asks(model, "on") for model in models] == [True] * 3
    assert [asks(model, "off") for model in models] == [False] * 3


@pytest.mark.parametrize("name", ["second_look", "rephrase"])
def test_another_value_is_refused_by_name(name: str) -> None:
    with pytest.raises(SettingsError, match=f"NEWSCITE_{name.upper()}"):
        Settings.from_environment({f"NEWSCITE_{name.upper()}": "maybe"})


@pytest.mark.parametrize(("said", "found"), [
    ("Yes.", True), ("yes", True), ("The excerpts say so", True), ("Nothing", True), ("", True), ("Notably", True),
    ("No.", False), ("no", False), (" **No**, they do not", False), ("Nein.", False),
])
def test_only_a_plain_no_turns_an_answer_into_an_abstention(said: str, found: bool) -> None:
    model = Model(lambda messages: said)
    assert finds_answer(model, QUESTION, NEWS) is found
    (prompt,) = model.calls
    assert QUESTION in prompt[-1].content
    assert NEWS[0].quote in prompt[-1].content
    assert NEWS[5].quote not in prompt[-1].content


@pytest.mark.parametrize(("said", "expected"), [
    ("Warum wurde die Brücke 2019 gesperrt?", "Warum wurde die Brücke 2019 gesperrt?"),
    ('"Warum wurde die Brücke 2019 gesperrt?"', "Warum wurde die Brücke 2019 gesperrt?"),
    ("Warum wurde die Brücke gesperrt?", None),
    ("Why was the old bridge in the town closed in 2019?", None),
    ("Hier ist die Frage:\nWarum wurde die Brücke 2019 gesperrt?", None),
    ("Die Brücke wurde 2019 gesperrt.", None),
    ("Warum 2019 " + "und warum " * 40 + "?", None),
])
def test_a_translated_question_is_one_question_in_that_language_with_its_numbers(said: str, expected: str | None) -> None:
    assert translated_question(Model(lambda messages: said), "Why was the bridge closed in 2019?", "de") == expected


def test_a_translated_question_that_was_cut_is_none() -> None:
    model = Model(lambda messages: "Warum wurde die Brücke gesperrt?", "length")
    assert translated_question(model, QUESTION, "de") is None


@pytest.mark.parametrize(("says", "kinds", "status"), [
    ("Yes", [Searching, LookingAgain, EvidenceFound, Writing], "answered"),
    ("No", [Searching, LookingAgain, EvidenceFound], "not_in_sources"),
])
def test_the_second_look_is_told_while_it_lasts_and_its_time_is_counted(
        seeded_home: Path, says: str, kinds: list[type], status: str) -> None:
    def slow(messages: list[dict[str, str]]) -> str:
        time.sleep(0.2)
        return says

    with OllamaStandin(answer=slow, models=(StandinModel(),)) as ollama, \
            Assistant.open(Settings(home=seeded_home, ollama_host=ollama.url, writer="free", second_look="on")) as opened:
        events = list(opened.stream("How large was Belgium's trade deficit with China in 2022?"))
    assert [type(event) for event in events if type(event) in kinds] == kinds
    looking = next(event for event in events if isinstance(event, LookingAgain))
    assert looking.evidence.sentences
    assert looking.model == StandinModel().name
    done = events[-1]
    assert isinstance(done, Done)
    assert done.answer.status == status
    spent = done.answer.timings
    assert spent.second_look_ms is not None
    assert spent.second_look_ms > 200
    # The steps are what the whole consists of, but for what is not worth a step.
    steps = sum(getattr(spent, item.name) or 0 for item in fields(spent)
                if item.name not in ("total_ms", "first_token_ms"))
    assert spent.total_ms is not None
    assert spent.total_ms * 0.9 < steps <= spent.total_ms + 1
