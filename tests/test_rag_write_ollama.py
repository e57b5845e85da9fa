"""The Ollama client against the stand-in, over real sockets: what it sends, and how each fault ends."""

from __future__ import annotations

import gc
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from ollama_standin import Fault, OllamaStandin, StandinModel

from rag.errors import (
    ModelBusyError,
    ModelDeadlineError,
    ModelError,
    ModelInterruptedError,
    ModelNotFoundError,
    ModelUnreachableError,
    PromptTooLongError,
)
from rag.settings import Settings
from rag.write.model import ChatModel, Message, TextStream
from rag.write.ollama import RECOMMENDED_MODEL, OllamaModel, OllamaServer, approximate_tokens
from rag.write.ollama_stream import Pace

ASK = [Message("system", "You answer from the evidence."),
       Message("user", "[1] Liège is in Belgium, as all the maps of Europe say.\nWhere is Liège?")]
ANSWER = "Liège is in Belgium, as all the maps of Europe say. [1]"
NO_WAIT = Pace(sleep=lambda seconds: None)


@pytest.fixture
def ollama() -> Iterator[OllamaStandin]:
    before = threading.active_count()
    with OllamaStandin() as standin:
        yield standin
    end = time.monotonic() + 2.0
    while threading.active_count() > before and time.monotonic() < end:  # a cancelled timer takes a moment to end
        time.sleep(0.005)
    assert threading.active_count() <= before


@contextmanager
def connected(standin: OllamaStandin, *, pace: Pace = NO_WAIT, **settings: float) -> Iterator[OllamaServer]:
    server = OllamaServer(Settings(ollama_host=standin.url, **settings), pace=pace)  # type: ignore[arg-type]
    try:
        yield server
    finally:
        server.close()


def ask(model: ChatModel, max_tokens: int = 200, **more: object) -> str:
    return "".join(model.stream(ASK, max_tokens=max_tokens, **more))  # type: ignore[arg-type]


def models_named(*sizes: str) -> tuple[StandinModel, ...]:
    return tuple(StandinModel(name=f"m{size.lower()}:latest", parameter_size=size) for size in sizes)


# --- the models


def test_the_server_tells_its_version_and_what_its_models_are(ollama: OllamaStandin) -> None:
    ollama.models = (StandinModel.embedding(), StandinModel.small(), StandinModel(),
                     StandinModel(name="tiny:latest", parameter_size="494.03M", capabilities=None))
    with connected(ollama) as server:
        assert server.version() == "0.32.15"
        found = server.models()
    assert [(info.name, info.parameters) for info in found] == [
        ("qwen2.5:7b", 7.6), ("qwen2.5:1.5b", 1.5), ("tiny:latest", 0.49403)]
    assert found[0].context_length == 32768
    assert found[0].capabilities == ("completion", "tools")
    assert len(found[0].digest) == 64


@pytest.mark.parametrize(("installed", "best"), [
    (models_named("1.5B", "7.6B", "3.1B"), "m7.6b:latest"),
    (models_named("7.6B", "70.6B", "14.8B"), "m14.8b:latest"),
    (models_named("70.6B", "32.8B"), "m32.8b:latest"),
    (models_named("270M", "1.5B"), "m1.5b:latest"),
    (models_named("unknown", "270M"), "m270m:latest"),
    ((StandinModel.embedding("big-embedder:latest", "7.6B"), StandinModel.small()), "qwen2.5:1.5b"),
    ((StandinModel(name="b:7b"), StandinModel(name="a:7b")), "a:7b"),
    ((StandinModel(name="far:latest", parameter_size="12B", remote_host="https://example.org"),
      StandinModel(name="gpt-oss:14b-cloud", parameter_size="14B"), StandinModel.small()), "qwen2.5:1.5b"),
])
def test_the_best_model_is_the_largest_that_a_home_machine_runs(
    ollama: OllamaStandin, installed: tuple[StandinModel, ...], best: str
) -> None:
    ollama.models = installed
    with connected(ollama) as server:
        assert server.choose(None).info.name == best


@pytest.mark.parametrize("name", ["mistral", "mistral:latest", "Mistral"])
def test_a_configured_model_is_found_with_or_without_latest(ollama: OllamaStandin, name: str) -> None:
    ollama.models = (StandinModel(), StandinModel(name="mistral:latest", parameter_size="7.2B"))
    with connected(ollama) as server:
        assert server.choose(name).info.name == "mistral:latest"


def test_a_model_that_is_not_installed_comes_with_its_pull_command(ollama: OllamaStandin) -> None:
    with connected(ollama) as server, pytest.raises(ModelNotFoundError) as caught:
        server.choose("llama3.1:8b")
    assert "ollama pull llama3.1:8b" in caught.value.remedy
    assert "qwen2.5:7b" in caught.value.message  # what is installed


def test_where_no_chat_model_is_installed_the_recommended_one_is_named(ollama: OllamaStandin) -> None:
    ollama.models = (StandinModel.embedding(),)
    with connected(ollama) as server:
        with pytest.raises(ModelNotFoundError) as caught:
            server.choose(None)
        assert caught.value.remedy == f"Run: ollama pull {RECOMMENDED_MODEL}"
        with pytest.raises(ModelNotFoundError, match="cannot chat"):
            server.choose("all-minilm")


# --- what servers of other versions and other makers list


def listing(ollama: OllamaStandin, tags: object, show: object) -> None:
    """Has the server reply so to /api/tags and /api/show, with status 200."""
    replies = {"/api/tags": tags, "/api/show": show}
    bodies = {path: reply if isinstance(reply, bytes) else json.dumps(reply).encode() for path, reply in replies.items()}
    ollama.fault_for = lambda request: Fault.of_status(200, bodies[request.path]) if request.path in bodies else None


@pytest.mark.parametrize(("entry", "shown", "parameters", "context_length"), [
    ({"name": "qwen2.5:7b"}, {}, None, None),
    ({"model": "qwen2.5:7b", "details": None, "modified_at": None}, {"model_info": None, "capabilities": None}, None, None),
    ({"name": "qwen2.5:7b", "details": {"parameter_size": "7.6B", "new": [1]}, "new": {}},
     {"model_info": {"a.context_length": 999, "b": "x", "tokens": None}, "new": 1}, 7.6, 999),
    ({"name": "qwen2.5:7b", "details": {"parameter_size": "huge"}},
     {"model_info": {"general.parameter_count": 8_000_000_000}}, 8.0, None),
])
def test_a_server_may_say_more_or_less_than_is_known(
    ollama: OllamaStandin, entry: object, shown: object, parameters: float | None, context_length: int | None
) -> None:
    listing(ollama, {"models": [entry, {}], "new": 1}, shown)
    with connected(ollama) as server:
        model = server.choose("qwen2.5:7b")
        assert (model.info.parameters, model.info.context_length) == (parameters, context_length)
        assert model.info.capabilities == ("completion",)
        assert ask(model) == ANSWER


def test_a_list_that_is_null_is_an_empty_one(ollama: OllamaStandin) -> None:
    listing(ollama, {"models": None}, {})
    with connected(ollama) as server, pytest.raises(ModelNotFoundError) as caught:
        server.choose(None)
    assert caught.value.remedy == f"Run: ollama pull {RECOMMENDED_MODEL}"


@pytest.mark.parametrize(("tags", "show"), [
    (b"", {}), (b"[1]", {}), (b"null", {}), (b"\xff\xfe{", {}), ({}, {}), ({"models": ["a"]}, {}),
    ({"models": [{"name": 3}]}, {}), ({"models": [{"name": "a", "details": "big"}]}, {}),
    ({"models": [{"name": "\ud800"}]}, {}), ({"models": "abc"}, {}),
    ({"models": [{"name": "a"}]}, b"<html>"), ({"models": [{"name": "a"}]}, {"model_info": [1]}),
    ({"models": [{"name": "a"}]}, {"capabilities": "completion"}),
])
def test_a_list_of_another_shape_is_told_in_one_line(ollama: OllamaStandin, tags: object, show: object) -> None:
    listing(ollama, tags, show)
    with connected(ollama) as server, pytest.raises(ModelUnreachableError, match="not an Ollama server") as caught:
        server.choose(None)
    assert "/api/" in caught.value.message
    assert caught.value.message.isprintable()
    assert len(caught.value.message) < 300


@pytest.mark.parametrize("body", [b"[1]", b"", b'{"error": {"a": 1}}', b"[" * 50_000, b"\xff"])
def test_a_list_that_is_refused_is_told(ollama: OllamaStandin, body: bytes) -> None:
    ollama.fault_for = lambda request: Fault.of_status(500, body)
    with connected(ollama) as server, pytest.raises(ModelError, match="500"):
        server.choose(None)


def test_the_list_is_no_less_guarded_than_a_chat(ollama: OllamaStandin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_API_KEY", "secret")
    with OllamaStandin() as other, connected(ollama) as server:
        server.choose(None)
        ollama.fault_for = lambda request: Fault.redirect(f"{other.url}{request.path}")
        with pytest.raises(ModelUnreachableError, match="302"):
            server.choose(None)
        assert other.requests == []
    assert "secret" not in json.dumps([request.headers for request in ollama.requests])


# --- what is sent


def test_a_chat_is_sent_with_every_guard(ollama: OllamaStandin) -> None:
    with connected(ollama, num_ctx=8192) as server:
        model = server.choose(None)
        first, second = model.stream(ASK, max_tokens=50), model.stream(ASK, max_tokens=0, stop=["\n\n"])
        assert "".join(first) == ANSWER
        assert first.usage.prompt_tokens > 10
        assert first.usage.completion_tokens > 5
        assert (first.finish, "".join(second), second.finish) == ("stop", "Liège", "length")
    one, two = (request.body for request in ollama.chats)
    assert one["messages"] == [{"role": message.role, "content": message.content} for message in ASK]
    assert one["options"] == {"num_ctx": 8192, "temperature": 0, "seed": 1, "num_predict": 50}
    assert (one["truncate"], one["shift"], one["stream"], one["keep_alive"]) == (False, False, True, "10m")
    assert "think" not in one
    assert two["options"]["num_predict"] == 1  # 0 would be without limit
    assert two["options"]["stop"] == ["\n\n"]


def test_the_window_is_never_larger_than_the_models(ollama: OllamaStandin) -> None:
    ollama.models = (replace(StandinModel(), context_length=2048),)
    with connected(ollama, num_ctx=8192) as server:
        ask(server.choose(None))
    assert ollama.chats[0].body["options"]["num_ctx"] == 2048


def test_proxy_variables_do_not_catch_loopback(ollama: OllamaStandin, monkeypatch: pytest.MonkeyPatch) -> None:
    with OllamaStandin() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        with connected(ollama) as server:
            assert ask(server.choose(None)) == ANSWER
        assert proxy.requests == []


def test_a_lone_surrogate_neither_leaves_nor_enters(ollama: OllamaStandin) -> None:
    ollama.faults.append(Fault.bad_line(0, '{"message":{"content":"a\\ud83db"},"done":false}'))
    with connected(ollama) as server:
        text = "".join(server.choose(None).stream([Message("user", "x\ud83dy")], max_tokens=9))
    text.encode("utf-8")
    assert text.startswith("a")


# --- thoughts


@pytest.mark.parametrize("written", [
    "<think>Hm, Namur? No.</think>Liège.", "<think></think>Liège.", "Liè<think>\nno\n</think>ge.",
])
def test_thoughts_are_never_shown(ollama: OllamaStandin, written: str) -> None:
    ollama.models = (StandinModel.thinking(),)
    ollama.faults.extend([Fault.thoughts("Is it Namur?"), Fault.instead(written)])
    with connected(ollama) as server:
        model = server.choose(None)
        assert ask(model) == ANSWER
        assert ask(model) == "Liège."
    assert [request.body["think"] for request in ollama.chats] == [False, False]


def test_a_model_that_will_not_stop_thinking_is_asked_without_the_field(ollama: OllamaStandin) -> None:
    ollama.models = (replace(StandinModel.thinking(), refuses_think=True),)
    ollama.faults.append(None)
    with connected(ollama) as server:
        ollama.faults.append(Fault.thoughts("Is it Namur?"))
        assert ask(server.choose(None)) == ANSWER
    assert [request.body.get("think", "left out") for request in ollama.chats] == [False, "left out"]


def test_a_model_that_always_thinks_does_so_briefly_and_not_at_the_answers_cost(ollama: OllamaStandin) -> None:
    ollama.models = (replace(StandinModel.thinking(), name="gpt-oss:20b"),)
    with connected(ollama) as server:
        list(server.choose(None).stream(ASK, max_tokens=50))
    (chat,) = ollama.chats
    assert chat.body["think"] == "low"
    assert chat.body["options"]["num_predict"] >= 500


@pytest.mark.parametrize(("template", "folded"), [
    ("{{ .Prompt }}", True), ("[INST] {{ .Prompt }} [/INST]", True),
    ("{{ .System }} {{ .Prompt }}", False), ("{{ range .Messages }}<{{ .Role }}>{{ .Content }}{{ end }}", False),
    ('{{ if eq .Role "system" }}{{ .Content }}{{ end }}', False), (None, False),
])
def test_instructions_reach_a_model_whose_template_has_no_system_message(
    ollama: OllamaStandin, template: str | None, folded: bool
) -> None:
    ollama.models = (replace(StandinModel(), template=template),)
    seen: list[list[dict[str, str]]] = []

    def answer(messages: list[dict[str, str]]) -> str:
        seen.append(messages)
        return ANSWER

    ollama.answer = answer
    chat = [Message("system", "Answer in Dutch."), Message("user", "Where?"), Message("assistant", "Here."),
            Message("user", "And why?")]
    with connected(ollama) as server:
        list(server.choose(None).stream(chat, max_tokens=9))
    (messages,) = seen
    assert "Answer in Dutch." in "".join(message["content"] for message in messages)
    roles = ["user", "assistant", "user"]
    assert [message["role"] for message in messages] == (roles if folded else ["system", *roles])
    assert messages[-1]["content"] == "And why?"


def test_thoughts_without_a_begin_make_the_answer_fail(ollama: OllamaStandin) -> None:
    ollama.faults.append(Fault.instead("Is it Namur? No.</think>Liège."))
    with connected(ollama) as server, pytest.raises(ModelInterruptedError, match="thoughts"):
        ask(server.choose(None))


def test_signs_that_only_look_like_a_tag_are_text(ollama: OllamaStandin) -> None:
    ollama.faults.append(Fault.instead("3 < 4, <thing> and <th"))
    with connected(ollama) as server:
        assert ask(server.choose(None)) == "3 < 4, <thing> and <th"


# --- faults


@pytest.mark.parametrize(("fault", "error", "remedy", "says"), [
    (Fault.missing(), ModelNotFoundError, "ollama pull qwen2.5:7b", "qwen2.5:7b"),
    (Fault.broken(), ModelError, "NEWSCITE_MODEL", "exceeds file size"),
    (Fault.busy(), ModelBusyError, "again", "maximum pending requests"),
    (Fault.too_long(), PromptTooLongError, "NEWSCITE_NUM_CTX", "9000 tokens"),
    (Fault.of_status(400, "the prompt is longer than the context length currently available to the model"),
     PromptTooLongError, "NEWSCITE_NUM_CTX", "longer than"),
    (Fault.of_status(400, '"qwen2.5:7b" does not support chat'), ModelNotFoundError, "ollama pull", "cannot chat"),
    (Fault.of_status(403, b""), ModelUnreachableError, "OLLAMA_HOST", "403"),
    (Fault.of_status(404, b"404 page not found"), ModelUnreachableError, "OLLAMA_HOST", "not an Ollama server"),
    (Fault.of_status(418, b"\x1b[31m" + b"\xff\n" * 5000), ModelError, "log", "418"),
    (Fault.redirect("http://example.org/api/chat"), ModelUnreachableError, "OLLAMA_HOST", "302"),
    (Fault.bad_line(), ModelInterruptedError, "again", "not JSON"),
    (Fault.bad_line(line="[1]"), ModelInterruptedError, "again", "no JSON object"),
    (Fault.bad_line(line="[" * 100_000), ModelInterruptedError, "again", "not JSON"),
    (Fault.bad_line(line="x" * 1_100_000), ModelInterruptedError, "again", "without end"),
    (Fault.error_line(), ModelInterruptedError, "again", "unexpected EOF"),
    (Fault.error_line(words="something new"), ModelInterruptedError, "again", "something new"),
    (Fault.no_done(), ModelInterruptedError, "again", "done"),
    (Fault.no_done(0), ModelInterruptedError, "again", "done"),
    (Fault.ends("unload"), ModelInterruptedError, "again", "unload"),
    (Fault.cut(0), ModelInterruptedError, "again", "broke off"),
    (Fault.truncated(), PromptTooLongError, "NEWSCITE_NUM_CTX", "fewer than it has words"),
], ids=lambda value: getattr(value, "kind", None))
def test_each_fault_is_an_error_with_a_remedy(
    ollama: OllamaStandin, fault: Fault, error: type[ModelError], remedy: str, says: str
) -> None:
    ollama.faults.extend([fault] * 3)
    with connected(ollama) as server:
        stream = server.choose(None).stream(ASK, max_tokens=50)
        with pytest.raises(ModelError) as caught:
            "".join(stream)
    assert type(caught.value) is error
    assert remedy in caught.value.remedy
    assert says in caught.value.message
    assert caught.value.message.isprintable()
    assert caught.value.message.count("The answer of") <= 1
    assert len(caught.value.message) < 400
    assert stream.finish is None


def test_a_fault_is_no_harm_to_the_next_answer(ollama: OllamaStandin) -> None:
    ollama.faults.extend([Fault.error_line(), Fault.cut(300), Fault.bad_line()])
    with connected(ollama) as server:
        model = server.choose(None)
        for _ in range(3):
            with pytest.raises(ModelInterruptedError):
                ask(model)
        assert ask(model) == ANSWER


def test_a_redirect_is_not_followed(ollama: OllamaStandin) -> None:
    with OllamaStandin() as other, connected(ollama) as server:
        ollama.faults.append(Fault.redirect(f"{other.url}/api/chat"))
        with pytest.raises(ModelUnreachableError):
            ask(server.choose(None))
        assert other.requests == []


def test_a_busy_server_is_asked_twice_more_with_growing_pauses(ollama: OllamaStandin) -> None:
    pauses: list[float] = []
    with connected(ollama, pace=Pace(sleep=pauses.append, jitter=lambda: 0.5)) as server:
        model = server.choose(None)
        ollama.faults.extend([Fault.busy(), Fault.busy()])
        assert ask(model) == ANSWER
        assert pauses == [0.5, 1.0]
        ollama.faults.extend([Fault.busy()] * 3)
        with pytest.raises(ModelBusyError):
            ask(model)
    assert len(ollama.chats) == 6


def test_close_ends_the_pause_of_a_retry(ollama: OllamaStandin) -> None:
    ollama.faults.extend([Fault.busy()] * 3)
    with connected(ollama, pace=Pace(jitter=lambda: 40.0)) as server:
        stream = server.choose(None).stream(ASK, max_tokens=50)
        threading.Timer(0.1, stream.close).start()
        assert ends_within(2.0, stream) is ModelInterruptedError
    assert len(ollama.chats) == 1


def test_an_answer_cut_anywhere_is_never_taken_as_whole(ollama: OllamaStandin) -> None:
    ollama.answer = lambda messages: "Ja."
    sent = 0
    with connected(ollama) as server:
        model = server.choose(None)
        assert ask(model) == "Ja."
        while True:
            ollama.faults.append(Fault.cut(sent))
            try:
                text = ask(model)
            except ModelInterruptedError:
                sent += 1
                continue
            break
    # Whole only with the last line, which says done; the line's own newline and the closing chunk may be missing.
    assert text == "Ja."
    assert sent > 500


def test_the_servers_word_length_is_told(ollama: OllamaStandin) -> None:
    ollama.faults.append(Fault.length(3))
    with connected(ollama) as server:
        stream = server.choose(None).stream(ASK, max_tokens=50)
        text = "".join(stream)
    assert (text, stream.finish) == (ANSWER[: len(text)], "length")
    assert 0 < len(text) < len(ANSWER)


def test_an_empty_answer_is_whole(ollama: OllamaStandin) -> None:
    ollama.faults.append(Fault.instead(""))
    with connected(ollama) as server:
        stream = server.choose(None).stream(ASK, max_tokens=50)
        assert ("".join(stream), stream.finish) == ("", "stop")


def test_too_long_a_prompt_is_not_sent(ollama: OllamaStandin) -> None:
    long = [Message("user", "word " * 600)]
    with connected(ollama, num_ctx=512, answer_tokens=100) as server, pytest.raises(PromptTooLongError) as caught:
        "".join(server.choose(None).stream(long, max_tokens=50))
    assert "512" in caught.value.message
    assert ollama.chats == []


def test_a_prompt_that_a_server_finds_too_long_is_refused_and_not_cut(ollama: OllamaStandin) -> None:
    ollama.count = lambda messages: sum(len(message["content"]) for message in messages)
    with connected(ollama, num_ctx=512, answer_tokens=100) as server, pytest.raises(PromptTooLongError) as caught:
        "".join(server.choose(None).stream([Message("user", "word " * 200)], max_tokens=50))
    assert "512" in caught.value.message
    assert ollama.chats[0].body["truncate"] is False


@pytest.mark.parametrize(("words", "counted", "error"), [
    (600, 2050, True),  # cut to half of the window
    (600, 1900, False),
    (300, 26, True),  # older messages left out
    (300, 160, False),  # a tokenizer that joins words, or a cached part left out: no alarm where all fits
])
def test_a_server_that_cuts_in_silence_is_found_out(
    ollama: OllamaStandin, words: int, counted: int, error: bool
) -> None:
    ollama.fault_for = lambda request: Fault.truncated(counted) if request.path == "/api/chat" else None
    with connected(ollama) as server:
        stream = server.choose(None).stream([Message("user", "Wort, " * words)], max_tokens=50)
        if not error:
            assert "".join(stream)
            return
        with pytest.raises(PromptTooLongError):
            "".join(stream)


# --- no server, or another one


def test_no_server_is_told_at_once_with_the_host_and_the_remedy() -> None:
    with OllamaStandin(listening=False) as nobody, connected(nobody) as server:
        begun = time.monotonic()
        with pytest.raises(ModelUnreachableError) as caught:
            server.choose(None)
        assert time.monotonic() - begun < 2.0
        assert nobody.url in caught.value.message
        assert "ollama serve" in caught.value.remedy
        assert "OLLAMA_HOST" in caught.value.remedy


@pytest.mark.skipif(sys.platform != "linux", reason="how a full backlog shows is the system's own")
def test_a_host_that_does_not_take_the_connection_is_told_within_connect_seconds() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(2)]
        try:
            for client in waiting:  # from the second on they stay unanswered
                client.setblocking(False)
                client.connect_ex(full.getsockname())
            settings = Settings(ollama_host=f"http://127.0.0.1:{full.getsockname()[1]}", connect_seconds=0.3)
            server = OllamaServer(settings)
            begun = time.monotonic()
            with pytest.raises(ModelUnreachableError, match=r"within 0\.3 s"):
                server.choose(None)
            assert time.monotonic() - begun < 1.5
            server.close()
        finally:
            for client in waiting:
                client.close()


def test_a_server_that_went_away_is_not_retried(ollama: OllamaStandin) -> None:
    with connected(ollama) as server:
        model = server.choose(None)
        ollama.stop()
        with pytest.raises(ModelUnreachableError):
            ask(model)


@pytest.mark.parametrize("reply", [b"<html>hello</html>", b"[]", b'{"models": 3}', b"[" * 50_000])
def test_something_else_behind_the_address_is_told(ollama: OllamaStandin, reply: bytes) -> None:
    ollama.fault_for = lambda request: Fault.of_status(200, reply)
    with connected(ollama) as server, pytest.raises(ModelUnreachableError, match="not an Ollama server"):
        server.models()


def test_a_closed_server_answers_nothing(ollama: OllamaStandin) -> None:
    with connected(ollama) as server:
        model = server.choose(None)
    with pytest.raises(ModelUnreachableError):
        ask(model)
    server.close()


# --- deadlines


def ends_within(seconds: float, stream: TextStream) -> type[ModelError]:
    begun = time.monotonic()
    with pytest.raises(ModelError) as caught:
        "".join(stream)
    assert time.monotonic() - begun < seconds
    assert caught.value.remedy
    return caught.type


@pytest.mark.parametrize(("fault", "names"), [
    (Fault.hang(), "NEWSCITE_FIRST_TOKEN_SECONDS"),
    (Fault.drip_headers(), "NEWSCITE_FIRST_TOKEN_SECONDS"),
    (Fault.drip(0.02), "NEWSCITE_FIRST_TOKEN_SECONDS"),
    (Fault.stall(), "NEWSCITE_ANSWER_SECONDS"),
    (Fault.slow(0.1), "NEWSCITE_ANSWER_SECONDS"),
])
def test_no_server_can_hold_an_answer_past_its_deadline(ollama: OllamaStandin, fault: Fault, names: str) -> None:
    ollama.faults.append(fault)
    with connected(ollama, first_token_seconds=0.3, answer_seconds=0.6) as server:
        stream = server.choose(None).stream(ASK, max_tokens=50)
        begun = time.monotonic()
        with pytest.raises(ModelDeadlineError) as caught:
            "".join(stream)
        assert 0.25 < time.monotonic() - begun < 3.0
        assert names in caught.value.remedy
    ollama.wait_for_disconnect(2.0)


def test_a_drip_without_a_first_token_limit_meets_the_limit_of_the_whole(ollama: OllamaStandin) -> None:
    ollama.faults.append(Fault.drip(0.01))
    with connected(ollama, first_token_seconds=60, answer_seconds=0.5) as server:
        assert ends_within(1.5, server.choose(None).stream(ASK, max_tokens=50)) is ModelDeadlineError


def test_a_slow_answer_within_its_deadline_is_whole(ollama: OllamaStandin) -> None:
    ollama.faults.append(Fault.slow(0.02))
    with connected(ollama, first_token_seconds=0.3, answer_seconds=20) as server:
        assert ask(server.choose(None)) == ANSWER


def test_a_list_of_models_that_does_not_come_is_told(ollama: OllamaStandin) -> None:
    ollama.fault_for = lambda request: Fault.hang()
    with connected(ollama, first_token_seconds=0.2) as server, pytest.raises(ModelDeadlineError):
        server.choose(None)


@pytest.mark.parametrize("path", ["/", "/api/tags", "/api/show"])
def test_no_server_can_hold_the_choice_of_a_model(ollama: OllamaStandin, path: str) -> None:
    ollama.fault_for = lambda request: Fault.drip_headers(0.02) if request.path == path else None
    with connected(ollama, first_token_seconds=0.3) as server:
        begun = time.monotonic()
        with pytest.raises(ModelDeadlineError):
            server.choose(None)
        assert 0.25 < time.monotonic() - begun < 2.0


# --- stopping


def test_closing_the_server_wakes_who_waits_for_the_list(ollama: OllamaStandin) -> None:
    ollama.fault_for = lambda request: Fault.drip_headers(0.02) if request.path == "/api/tags" else None
    with connected(ollama) as server:
        threading.Timer(0.2, server.close).start()
        begun = time.monotonic()
        with pytest.raises(ModelError):
            server.choose(None)
        assert time.monotonic() - begun < 2.0


@pytest.mark.parametrize("fault", [Fault.hang(), Fault.stall(), Fault.drip_headers(), Fault.drip()],
                         ids=lambda fault: fault.kind)
def test_close_from_another_thread_wakes_the_reader_and_frees_the_model(ollama: OllamaStandin, fault: Fault) -> None:
    ollama.faults.append(fault)
    with connected(ollama) as server:
        model = server.choose(None)
        stream = model.stream(ASK, max_tokens=50)
        closed: list[float] = []

        def close() -> None:
            closed.append(time.monotonic())
            stream.close()
            closed.append(time.monotonic())

        closer = threading.Timer(0.2, close)
        closer.start()
        with pytest.raises(ModelInterruptedError):
            "".join(stream)
        assert time.monotonic() - closed[0] < 0.5
        closer.join()
        assert closed[1] - closed[0] < 0.5
        assert ollama.wait_for_disconnect(2.0).at - closed[0] < 2.0
        assert ask(model) == ANSWER  # the one runner is free


def leave(stream: TextStream) -> None:
    for _ in stream:
        break


def close_between(stream: TextStream) -> None:
    pieces = iter(stream)
    next(pieces)
    thread = threading.Thread(target=stream.close)
    thread.start()
    thread.join()
    with pytest.raises(ModelInterruptedError):
        next(pieces)


@pytest.mark.parametrize("stop", [leave, close_between])
def test_an_answer_left_early_frees_the_model(ollama: OllamaStandin, stop: Callable[[TextStream], None]) -> None:
    ollama.faults.append(Fault.slow(0.05))
    with connected(ollama) as server:
        stop(server.choose(None).stream(ASK, max_tokens=50))
        gc.collect()
        assert ollama.wait_for_disconnect(2.0).pieces < 8


def test_a_reader_that_never_comes_back_does_not_keep_the_model(ollama: OllamaStandin) -> None:
    ollama.faults.append(Fault.slow(0.05))
    with connected(ollama) as server:
        model = server.choose(None)
        before = open_sockets()
        stream = model.stream(ASK, max_tokens=50)
        pieces = iter(stream)
        next(pieces)
        stream.close()
        ollama.wait_for_disconnect(2.0)
        stream.close()
        end = time.monotonic() + 2.0
        while open_sockets() > before and time.monotonic() < end:
            time.sleep(0.005)
        assert open_sockets() <= before
        del pieces  # until here the reader was only asleep


def open_sockets() -> int:
    links = list(Path("/proc/self/fd").glob("*"))  # empty where the system has no /proc
    return sum(link.is_socket() for link in links)


def test_closing_the_server_stops_what_is_under_way(ollama: OllamaStandin) -> None:
    ollama.faults.append(Fault.hang())
    with connected(ollama) as server:
        stream = server.choose(None).stream(ASK, max_tokens=50)
        threading.Timer(0.1, server.close).start()
        assert ends_within(2.0, stream) is ModelInterruptedError


def test_a_stream_is_read_once_and_not_after_close(ollama: OllamaStandin) -> None:
    with connected(ollama) as server:
        model = server.choose(None)
        stream, unread = model.stream(ASK, max_tokens=50), model.stream(ASK, max_tokens=50)
        assert "".join(stream) == ANSWER
        with pytest.raises(ModelInterruptedError):
            "".join(stream)
        assert stream.finish == "stop"
        unread.close()
        unread.close()
        with pytest.raises(ModelInterruptedError):
            "".join(unread)
    assert len(ollama.chats) == 1


def test_threads_share_a_model(ollama: OllamaStandin) -> None:
    ollama.answer = lambda messages: messages[-1]["content"]
    with connected(ollama) as server:
        model = server.choose(None)
        heard: dict[int, str] = {}

        def talk(number: int) -> None:
            heard[number] = "".join(model.stream([Message("user", f"Number {number}")], max_tokens=50))

        threads = [threading.Thread(target=talk, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert heard == {number: f"Number {number}" for number in range(8)}


# --- the rest


@pytest.mark.parametrize(("text", "least", "most"), [
    ("", 0, 0),
    ("The Belgian security service watches Alibaba's hub at Liège airport.", 15, 30),
    ("Die Sicherheitsbehörden beobachten den Logistikstützpunkt seit 2021.", 17, 36),
    ("2023-10-06", 10, 10),
    ("阿里巴巴", 4, 12),
    ("🙂", 1, 4),
])
def test_tokens_are_rather_counted_too_many(text: str, least: int, most: int) -> None:
    assert least <= approximate_tokens(text) <= most


def test_the_model_is_what_a_writer_needs(ollama: OllamaStandin) -> None:
    def write(model: ChatModel) -> str:
        stream: TextStream = model.stream(ASK, max_tokens=50)
        return "".join(stream)

    with connected(ollama) as server:
        model: OllamaModel = server.choose("qwen2.5:7b")
        assert write(model) == ANSWER


CHOOSE = """
import sys
from rag.errors import ModelError
from rag.settings import Settings
from rag.write.ollama import OllamaServer
imported = ["ollama" in sys.modules or "httpx" in sys.modules]
server = OllamaServer(Settings(ollama_host=sys.argv[1]))
try:
    print(server.choose(None).info.name)
except ModelError as error:
    print(type(error).__name__, error)
print(*imported, "ollama" in sys.modules)
"""


def chosen_by_a_new_process(url: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", CHOOSE, url], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.splitlines()


def test_ollamas_package_is_imported_only_once_a_server_has_answered(ollama: OllamaStandin) -> None:
    with OllamaStandin(listening=False) as nobody:
        said, imported = chosen_by_a_new_process(nobody.url)
    assert (said.split()[0], imported) == ("ModelUnreachableError", "False False")
    assert chosen_by_a_new_process(ollama.url) == ["qwen2.5:7b", "False True"]


@pytest.mark.parametrize("host", [None, "http://ollama.invalid:11434"])
def test_a_proxy_that_cannot_be_used_is_told(
    ollama: OllamaStandin, monkeypatch: pytest.MonkeyPatch, host: str | None
) -> None:
    monkeypatch.setenv("ALL_PROXY", "carrier-pigeon://127.0.0.1:1")
    said, _ = chosen_by_a_new_process(host or ollama.url)
    assert said.startswith("ModelError Ollama cannot be asked from here")
    assert "ALL_PROXY" in said


def test_the_stand_in_refuses_foreign_hosts_and_unknown_paths(ollama: OllamaStandin) -> None:
    import httpx

    with httpx.Client(base_url=ollama.url, trust_env=False) as client:
        assert client.get("/").text == "Ollama is running"
        refused = client.get("/api/version", headers={"Host": "evil.example"})
        assert (refused.status_code, refused.content) == (403, b"")
        assert client.get("/api/nonexistent").text == "404 page not found"
        assert client.get("/api/chat").status_code == 405
        assert client.post("/api/chat").json() == {"error": "missing request body"}
        whole = client.post("/api/generate", json={"model": "qwen2.5:7b", "prompt": "Hi there", "stream": False})
        assert (whole.json()["response"], whole.json()["done"]) == ("Hi there", True)
        assert [model["name"] for model in client.get("/api/ps").json()["models"]] == ["qwen2.5:7b"]


def test_the_official_client_understands_the_stand_in(ollama: OllamaStandin) -> None:
    from ollama import Client

    client = Client(ollama.url, trust_env=False)
    try:
        assert [model.model for model in client.list().models] == ["qwen2.5:7b"]
        assert client.show("qwen2.5:7b").capabilities == ["completion", "tools"]
        heard = client.chat("qwen2.5:7b", [{"role": "user", "content": "[1] Yes."}], stream=True)
        assert "".join(part.message.content or "" for part in heard) == "Yes. [1]"
    finally:
        client.close()
