"""A model server that fails in odd places and at odd moments, as a reader of the answer's events sees it."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ollama_standin import Fault, OllamaStandin, Request, StandinModel

from rag import Answer, Assistant, Done, Event, EvidenceFound, Searching, SentenceReady, Settings, Writing
from rag.errors import ModelInterruptedError
from rag.write.model import Message
from rag.write.ollama import OllamaServer
from rag.write.timed import TimedModel

DEFICIT = "How large was Belgium's trade deficit with China in 2022?"
RISK = "Why is Cainiao software considered a risk?"
FIRST, SECOND = "According to the national bank, the deficit grew to 9.1 billion euros.", "In 2022 it was 9.1 billion euros."
WRITTEN = f"{FIRST[:-1]} [1]. {SECOND[:-1]} [1]."


@pytest.fixture
def ollama() -> Iterator[OllamaStandin]:
    with OllamaStandin(answer=lambda messages: WRITTEN) as standin:
        yield standin


def opened(home: Path, ollama: OllamaStandin, **more: object) -> Assistant:
    """Without a second look, so that the faults hit the writing."""
    return Assistant.open(Settings(home=home, ollama_host=ollama.url, second_look="off", **more))  # type: ignore[arg-type]


def only(path: str, fault: Fault) -> Callable[[Request], Fault | None]:
    return lambda request: fault if request.path == path else None


def answered(assistant: Assistant, question: str = DEFICIT) -> Answer:
    """The answer, once its events have been seen to come in order and to say what it says."""
    events = list(assistant.stream(question))
    assert [type(event) for event in events[:2]] == [Searching, EvidenceFound]
    *written, done = events[2:]
    assert isinstance(done, Done)
    sentences = [event for event in written if isinstance(event, SentenceReady)]
    assert [event.claim for event in sentences] == list(done.answer.claims)
    assert all(isinstance(event, Writing) for event in written if event not in sentences)
    for citation in done.answer.citations:
        stored = assistant.library.show(citation.article_id, citation.version).text
        assert stored[citation.start : citation.end] == citation.quote
    for claim in done.answer.claims:
        assert claim.verdict != "quoted" or claim.text in {citation.quote for citation in done.answer.citations}
    assert done.answer.status == "answered"
    return done.answer


# --- before the model is asked


@pytest.mark.parametrize("path", ["/api/tags", "/api/show"])
@pytest.mark.parametrize("fault", [
    Fault.drip_headers(0.02), Fault.of_status(500, "something broke"), Fault.of_status(200, b'{"models": [{"na'),
    Fault.of_status(200, b"<html>Welcome</html>"), Fault.busy(), Fault.redirect("http://127.0.0.1:1/"),
], ids=["hang", "500", "bad JSON", "HTML", "busy", "redirect"])
def test_no_fault_before_the_model_is_asked_costs_the_answer(
    seeded_home: Path, ollama: OllamaStandin, path: str, fault: Fault
) -> None:
    ollama.fault_for = only(path, fault)
    with opened(seeded_home, ollama, first_token_seconds=0.3) as assistant:
        began = time.monotonic()
        answer = answered(assistant)
        assert time.monotonic() - began < 4
    assert "9,1 Milliarden Euro" in "".join(citation.quote for citation in answer.citations)
    assert (answer.mode, answer.model) == ("quotes", None)
    assert answer.warnings
    assert ollama.chats == []


def test_a_model_that_has_vanished_since_it_was_chosen_is_replaced_by_the_next(
    seeded_home: Path, ollama: OllamaStandin
) -> None:
    with opened(seeded_home, ollama) as assistant:
        assert answered(assistant).model == "qwen2.5:7b"
        ollama.models = (StandinModel(name="mistral:7b", parameter_size="7.2B"),)
        gone = answered(assistant)
        assert (gone.mode, gone.model) == ("quotes", "qwen2.5:7b")
        assert "ollama pull qwen2.5:7b" in " ".join(gone.warnings)
        assert answered(assistant).model == "mistral:7b"


# --- while it writes


@pytest.mark.parametrize("fault", [
    Fault.broken(), Fault.busy(), Fault.cut(0), Fault.cut(400), Fault.error_line(3), Fault.no_done(3),
    Fault.drip_headers(0.02), Fault.stall(3), Fault.truncated(3),
], ids=lambda fault: f"{fault.kind}-{fault.status or fault.after}")
def test_a_fault_of_a_small_models_second_call_leaves_the_first_claim_and_quotes_the_rest(
    seeded_home: Path, ollama: OllamaStandin, fault: Fault
) -> None:
    ollama.models = (StandinModel.small(),)
    ollama.answer = lambda messages: "The software collects data on merchants, products and transport."
    ollama.fault_for = lambda request: fault if request.path == "/api/chat" and len(ollama.chats) > 1 else None
    with opened(seeded_home, ollama, writer="sentence", first_token_seconds=0.4, answer_seconds=0.6) as assistant:
        answer = answered(assistant, RISK)
    drafts = [claim for claim in answer.claims if claim.draft or claim.verdict == "supported"]
    assert [claim.draft or claim.text for claim in drafts] == [ollama.answer([])]
    assert len(answer.claims) > 1
    assert len(answer.warnings) >= 2
    assert answer.usage.prompt_tokens > 0, "what was spent before the fault is counted"


def test_an_answer_cut_at_any_byte_shows_no_part_of_a_sentence_as_whole(
    seeded_home: Path, ollama: OllamaStandin
) -> None:
    with opened(seeded_home, ollama) as assistant:
        whole = answered(assistant)
        assert [claim.verdict for claim in whole.claims] == ["supported", "supported"]
        seen: set[int] = set()
        for sent in range(0, 20_000, 211):
            ollama.faults.append(Fault.cut(sent))
            answer = answered(assistant)
            written = [claim.draft or claim.text for claim in answer.claims
                       if claim.draft or claim.verdict == "supported"]
            assert written == [FIRST, SECOND][: len(written)], sent
            if answer.mode == "written" and not answer.warnings:
                break
            assert len(answer.warnings) >= 2, sent
            assert "9,1 Milliarden" in answer.text or written, sent
            seen.add(len(written))
    assert answer.text == whole.text
    assert seen >= {0, 1}


def test_a_thinking_models_thoughts_are_in_no_event(seeded_home: Path, ollama: OllamaStandin) -> None:
    ollama.models = (StandinModel.thinking(),)
    thought = "Hmm, it was 3 euros in 2022 [1]."
    with opened(seeded_home, ollama) as assistant:
        for fault in (Fault.thoughts(thought), Fault.instead(f"<think>{thought}</think>{WRITTEN}"),
                      Fault.instead(f"<think>{thought}"), Fault.instead(f"{thought}</think>{WRITTEN}")):
            ollama.faults.append(fault)
            answer = answered(assistant)
            assert "Hmm" not in repr(answer.claims) + answer.text
            assert "3 euros" not in repr(answer.claims) + answer.text
    assert all(chat.body["think"] is False for chat in ollama.chats)


# --- a server that goes


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_a_server_that_dies_between_two_calls(seeded_home: Path, ollama: OllamaStandin, calls: int) -> None:
    ollama.models = (StandinModel.small(),)
    ending: list[threading.Thread] = []

    def write(messages: list[dict[str, str]]) -> str:
        if len(ollama.chats) == calls:
            ending.append(threading.Thread(target=ollama.stop))  # it waits for the reply under way
            ending[0].start()
            ollama.closing.wait(2)
        return "The software collects data on merchants, products and transport."

    ollama.answer = write
    with opened(seeded_home, ollama, writer="sentence") as assistant:
        if calls == 0:
            answered(assistant, RISK)  # the model has been chosen
            ollama.stop()
        answer = answered(assistant, RISK)
    for thread in ending:
        thread.join()
    assert len(answer.claims) > 1
    assert len(answer.warnings) >= 2


# --- closing


def test_an_answer_can_be_closed_at_any_moment(seeded_home: Path, ollama: OllamaStandin) -> None:
    moments = random.Random(7)
    ollama.fault_for = only("/api/chat", Fault.slow(0.01))
    with opened(seeded_home, ollama) as assistant:
        for _ in range(10):
            stream = assistant.stream(DEFICIT)
            seen: list[Event] = []
            reader = threading.Thread(target=lambda events=stream, into=seen: into.extend(events))
            reader.start()
            time.sleep(moments.uniform(0, 0.35))
            began = time.monotonic()
            stream.close()
            reader.join(3)
            assert not reader.is_alive()
            assert time.monotonic() - began < 2
            assert list(stream) == []
            for event in seen:
                if isinstance(event, SentenceReady) and event.claim.verdict == "supported":
                    assert event.claim.text in (FIRST, SECOND)
        ollama.fault_for = lambda request: None
        assert answered(assistant).mode == "written", "the model is free"


def test_an_answer_dropped_at_any_event_frees_the_model(seeded_home: Path, ollama: OllamaStandin) -> None:
    with opened(seeded_home, ollama) as assistant:
        for events in range(5):
            with assistant.stream(DEFICIT) as stream:
                for _ in range(events):
                    next(stream, None)
            assert list(stream) == []
        assert answered(assistant).mode == "written"


def test_closing_a_timed_model_ends_what_it_says_and_lets_it_say_no_more(ollama: OllamaStandin) -> None:
    ollama.fault_for = only("/api/chat", Fault.drip_headers(0.02))
    server = OllamaServer(Settings(ollama_host=ollama.url))
    model = TimedModel(server.choose(None))
    threading.Timer(0.2, model.close).start()
    began = time.monotonic()
    for _ in range(2):  # the one under way, and a later one
        with pytest.raises(ModelInterruptedError):
            list(model.stream([Message("user", "Why?")], max_tokens=9))
    assert time.monotonic() - began < 2
    assert len(ollama.chats) == 1
    server.close()


def test_closing_the_assistant_ends_an_answer_that_waits(seeded_home: Path, ollama: OllamaStandin) -> None:
    for path in ("/api/tags", "/api/chat"):
        ollama.fault_for = only(path, Fault.drip_headers(0.02))
        assistant = opened(seeded_home, ollama)
        ended = threading.Event()

        def read(assistant: Assistant = assistant, ended: threading.Event = ended) -> None:
            try:
                list(assistant.stream(DEFICIT))
            finally:
                ended.set()

        reader = threading.Thread(target=read)
        reader.start()
        deadline = time.monotonic() + 5
        while not any(request.path == path for request in ollama.requests) and time.monotonic() < deadline:
            time.sleep(0.01)
        began = time.monotonic()
        assistant.close()
        assert ended.wait(3)
        reader.join(3)
        assert time.monotonic() - began < 3
