"""A second look and a second search: each can only do what it is for, and neither is asked of a small model by itself."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from ollama_standin import OllamaStandin, StandinModel
from test_rag_write import NEWS, Model

from benchmarks.second_look import Asked, Case, load_cases, refused
from rag import Assistant, Done, EvidenceFound, LookingAgain, Searching, Writing
from rag.errors import SettingsError
from rag.rephrase import rephrases, translated_question
from rag.second_look import MOST_DOUBT, Look, doubt_of, finds_answer, looks_twice
from rag.settings import Settings
from rag.write.model import Alternative, ModelInfo
from rag.write.ollama import OllamaServer

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


def alternatives(**told: float) -> list[Alternative]:
    return [Alternative(word, math.log(probability)) for word, probability in told.items()]


@pytest.mark.parametrize(("told", "odds"), [
    ({"Yes": 0.5, "No": 0.5}, 1.0), ({"Yes": 0.6, "No": 0.3, "The": 0.1}, 0.5), ({"Yes": 0.2, "No": 0.6}, 3.0),
    ({"Yes": 0.3, "yes": 0.2, " YES": 0.1, "No": 0.2, "no": 0.1}, 0.5), ({"Ja": 0.4, "Nein": 0.2, "Nee": 0.2}, 1.0),
    ({"**Yes": 0.5, "No.": 0.25}, 0.5), ({"Yes": 0.9, "The": 0.01}, 1 / 90), ({"No": 0.9, "The": 0.01}, 90.0),
])
def test_the_doubt_is_the_odds_of_a_no_in_any_spelling(told: dict[str, float], odds: float) -> None:
    assert doubt_of(alternatives(**told)) == pytest.approx(math.log(odds))


@pytest.mark.parametrize("told", [{}, {"The": 0.9, "Yes": 0.05, "No": 0.05}, {"Not": 0.6, "Nothing": 0.4}])
def test_where_neither_is_likely_there_is_no_doubt_to_tell(told: dict[str, float]) -> None:
    assert doubt_of(alternatives(**told)) is None


def test_what_is_all_but_impossible_is_no_fault_of_arithmetic() -> None:
    doubt = doubt_of([Alternative("Yes", 0.0), Alternative("No", -1e9)])
    assert doubt is not None
    assert -100 < doubt < -20


AT_THE_BOUND = 1 / (1 + math.exp(MOST_DOUBT))


@pytest.mark.parametrize(("said", "told", "found"), [
    ("Yes", {"Yes": AT_THE_BOUND + 0.01, "No": 0.99 - AT_THE_BOUND}, True),
    ("Yes", {"Yes": AT_THE_BOUND - 0.01, "No": 1.01 - AT_THE_BOUND}, False),
    ("No", {"Yes": 0.1, "No": 0.9}, False),
    ("The excerpts say so", {"The": 0.9, "No": 0.08, "Yes": 0.02}, True),
    ("The excerpts do not", {"The": 0.4, "No": 0.5, "Yes": 0.1}, False),
    ("Yes", None, True),
    ("No", None, False),
])
def test_a_server_that_tells_probabilities_goes_by_them_and_any_other_by_the_word(
        said: str, told: dict[str, float] | None, found: bool) -> None:
    with OllamaStandin(answer=lambda messages: said, weigh=None if told is None else lambda messages: told) as ollama:
        server = OllamaServer(Settings(ollama_host=ollama.url))
        try:
            assert finds_answer(server.choose(None), QUESTION, NEWS) is found
        finally:
            server.close()
    assert len(ollama.chats) == 1


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


@pytest.mark.parametrize(("sure", "status"), [(0.9, "answered"), (0.5, "not_in_sources")])
def test_an_answer_that_the_model_doubts_is_an_abstention_though_it_says_yes(
        seeded_home: Path, sure: float, status: str) -> None:
    with OllamaStandin(answer=lambda messages: "Yes", weigh=lambda messages: {"Yes": sure, "No": 1 - sure}) as ollama, \
            Assistant.open(Settings(home=seeded_home, ollama_host=ollama.url, writer="free")) as opened:
        assert opened.ask("How large was Belgium's trade deficit with China in 2022?").status == status
        # What the rule refuses is not put to the model, however sure it would be.
        assert opened.ask("Who won the 1966 football World Cup?").status == "not_in_sources"
        assert sum("logprobs" in chat.body for chat in ollama.chats) == 1


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


def test_the_benchmark_counts_each_way_on_top_of_the_rule() -> None:
    case = Case(QUESTION, "en", False, "bridge", "test")
    looks = [None, Look("no", 0.5), Look("yes", -0.1), Look("yes", -2.0), Look("no", None)]
    found = refused([Asked(case, look, 1.0) for look in looks], bound=-0.5)
    assert (found.count, found.rule, found.word, found.doubt) == (5, 0.2, 0.6, 0.8)


def test_no_question_of_the_benchmark_is_in_both_halves_or_of_the_seeds() -> None:
    calibration, test = load_cases("calibration"), load_cases("test")
    assert min(len(calibration), len(test)) > 150
    assert not {case.about for case in calibration} & {case.about for case in test}
    assert not {case.about for case in [*calibration, *test] if "wn-" not in case.about} - {
        case.about for half in ("calibration", "test") for case in load_cases(half, news=False)}
