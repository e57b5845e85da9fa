"""How sure a model was of its first word: asked of the server, read from its lines, and never needed."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from contextlib import closing

import pytest
from ollama_standin import Fault, OllamaStandin, StandinModel
from ollama_standin_shapes import chunk
from test_rag_write import Model

from rag.errors import ModelBusyError, ModelDeadlineError, ModelInterruptedError
from rag.settings import Settings
from rag.write.model import Alternative, Message, WeighedStream, WeighingModel
from rag.write.ollama import OllamaModel, OllamaServer
from rag.write.ollama_stream import Pace
from rag.write.timed import TimedModel

ASK = [Message("user", "Is snow white? Reply with yes or no.")]
TOLD = {"Yes": 0.6, "No": 0.3, "Snow": 0.1}
ENTRIES = [{"token": word, "logprob": math.log(value), "bytes": list(word.encode())} for word, value in TOLD.items()]


@pytest.fixture
def ollama() -> Iterator[OllamaStandin]:
    with OllamaStandin(answer=lambda messages: "Yes, it is.", weigh=lambda messages: TOLD) as standin:
        yield standin


@pytest.fixture
def model(ollama: OllamaStandin) -> Iterator[OllamaModel]:
    with closing(OllamaServer(Settings(ollama_host=ollama.url, answer_seconds=2.0),
                              pace=Pace(sleep=lambda seconds: None))) as server:
        yield server.choose(None)


def weighed(model: WeighingModel) -> tuple[str, dict[str, float]]:
    stream = model.weigh(ASK, max_tokens=4)
    text = "".join(stream)
    return text, {item.text: round(math.exp(item.log_probability), 6) for item in stream.alternatives}


def lines(*told: object, texts: tuple[str, ...] = ("Yes",)) -> Fault:
    """A reply whose lines have these log-probabilities, as they are."""
    said = [chunk("m", True, text) | {"logprobs": value} for text, value in zip(texts, told, strict=True)]
    done = chunk("m", True, "") | {"done": True, "done_reason": "stop", "prompt_eval_count": 30, "eval_count": 4}
    body = "".join(json.dumps(line) + "\n" for line in [*said, done])
    return Fault("status", status=200, body=body.encode())


def token(text: str, *top: Mapping[str, object]) -> dict[str, object]:
    return {"token": text, "logprob": -0.5, "top_logprobs": list(top)}


def test_the_first_words_alternatives_are_told(ollama: OllamaStandin, model: OllamaModel) -> None:
    assert weighed(model) == ("Yes, it is", TOLD)
    (chat,) = ollama.chats
    assert (chat.body["logprobs"], chat.body["top_logprobs"]) == (True, 20)


def test_only_who_asks_for_them_is_told(ollama: OllamaStandin, model: OllamaModel) -> None:
    stream = model.stream(ASK, max_tokens=200)
    assert "".join(stream) == "Yes, it is."
    assert stream.alternatives == ()
    assert not ollama.chats[0].body.keys() & {"logprobs", "top_logprobs"}


def test_a_server_that_knows_nothing_of_them_answers_all_the_same(ollama: OllamaStandin, model: OllamaModel) -> None:
    ollama.weigh = None
    assert weighed(model) == ("Yes, it is", {})


def test_a_server_that_refuses_the_fields_is_asked_without_them(ollama: OllamaStandin, model: OllamaModel) -> None:
    busy = [Fault.busy(), Fault.busy()]  # what is left out is no retry
    ollama.faults.extend([*busy, Fault("status", status=400, body=b'{"error":"logprobs are not supported"}')])
    assert weighed(model) == ("Yes, it is", {})
    assert [request.body.get("logprobs") for request in ollama.chats] == [True, True, True, None]


@pytest.mark.parametrize(("told", "texts"), [
    ((None, ENTRIES), ("\n\n", "Yes")),
    ((None, ENTRIES), ("**", "Yes")),
    (([token("Hm")], ENTRIES), ("<think>Hm</think>\n", "Yes")),
])
def test_what_comes_before_the_first_word_does_not_count(
        ollama: OllamaStandin, model: OllamaModel, told: tuple[object, ...], texts: tuple[str, ...]) -> None:
    last = [token("Yes", *told[-1])]  # type: ignore[misc]
    ollama.faults.append(lines(*told[:-1], last, texts=texts))
    assert weighed(model)[1] == TOLD


def test_thoughts_that_come_by_themselves_do_not_count(ollama: OllamaStandin, model: OllamaModel) -> None:
    thought = chunk("m", True, "")
    thought["message"]["thinking"] = "Hm"
    body = json.dumps(thought | {"logprobs": [token("Hm", {"token": "No", "logprob": 0.0})]}) + "\n"
    said = lines([token("Yes", *ENTRIES)])
    ollama.faults.append(Fault("status", status=200, body=body.encode() + said.body))
    assert weighed(model) == ("Yes", TOLD)


def test_several_tokens_in_a_line_are_told_apart(ollama: OllamaStandin, model: OllamaModel) -> None:
    ollama.faults.append(lines([token("\n"), token("Yes", *ENTRIES), token(".", {"token": "No", "logprob": 0.0})],
                               texts=("\nYes.",)))
    assert weighed(model) == ("\nYes.", TOLD)


@pytest.mark.parametrize("told", [
    None, {}, "no", 7, [], [None], [7], [[]], [{}], [{"token": 7}], [{"token": "Yes"}], [token("Yes")],
    [{"token": "Yes", "top_logprobs": None}], [{"token": "Yes", "top_logprobs": {"token": "No"}}],
    [token("Yes", {"token": "No"})], [token("Yes", {"token": "No", "logprob": "0"})],
    [token("Yes", {"token": "No", "logprob": None})], [token("Yes", {"token": "No", "logprob": math.nan})],
    [token("Yes", {"token": "No", "logprob": -math.inf})],
])
def test_misshapen_ones_are_none_and_the_text_is_whole(ollama: OllamaStandin, model: OllamaModel, told: object) -> None:
    ollama.faults.append(lines(told))
    assert weighed(model) == ("Yes", {})


def test_no_probability_is_above_one(ollama: OllamaStandin, model: OllamaModel) -> None:
    ollama.faults.append(lines([token("Yes", {"token": "Yes", "logprob": 900.0})]))
    assert weighed(model) == ("Yes", {"Yes": 1.0})


@pytest.mark.parametrize(("fault", "error"), [
    (Fault.hang(), ModelDeadlineError), (Fault.busy(), ModelBusyError), (Fault.no_done(after=1), ModelInterruptedError),
])
def test_it_fails_as_any_call_does(
        ollama: OllamaStandin, model: OllamaModel, fault: Fault, error: type[Exception]) -> None:
    ollama.fault_for = lambda request: fault if request.path == "/api/chat" else None
    with pytest.raises(error):
        weighed(model)


def test_a_timed_model_passes_them_on_and_is_stopped_with_the_rest(ollama: OllamaStandin, model: OllamaModel) -> None:
    timed = TimedModel(model)
    assert weighed(timed) == ("Yes, it is", TOLD)
    assert timed.usage.completion_tokens > 0
    assert timed.first_token is not None
    timed.close()
    with pytest.raises(ModelInterruptedError):
        weighed(timed)


def test_a_timed_model_keeps_its_deadline_over_them() -> None:
    now = [0.0]
    timed = TimedModel(Model(lambda messages: "Yes"), 10.0, clock=lambda: now[0])
    assert weighed(timed) == ("Yes", {})  # of a model that cannot tell them
    now[0] = 11.0
    with pytest.raises(ModelDeadlineError):
        timed.weigh(ASK, max_tokens=4)


def test_the_recorded_reply_is_read() -> None:
    from rag.write.ollama_alternatives import alternatives_in

    recorded = {"message": {"role": "assistant", "content": "Hello there."}, "logprobs": [
        {"token": "Hello", "logprob": -1.8652631044387817, "bytes": [72, 101, 108, 108, 111], "top_logprobs": [
            {"token": "Hello", "logprob": -1.8652631044387817, "bytes": [72, 101, 108, 108, 111]},
            {"token": "I", "logprob": -2.1406421661376953, "bytes": [73]}]},
        {"token": " there", "logprob": -0.8452733159065247, "bytes": [32, 116, 104, 101, 114, 101], "top_logprobs": [
            {"token": " there", "logprob": -0.8452733159065247, "bytes": [32, 116, 104, 101, 114, 101]}]}]}
    assert alternatives_in(recorded) == (Alternative("Hello", -1.8652631044387817), Alternative("I", -2.1406421661376953))


def test_only_a_stream_that_can_tell_them_is_said_to(model: OllamaModel) -> None:
    plain = Model(lambda messages: "Yes")
    assert not isinstance(plain, WeighingModel)
    assert not isinstance(plain.stream(ASK, max_tokens=4), WeighedStream)
    assert isinstance(model, WeighingModel)


def test_the_stand_in_refuses_what_the_server_does(ollama: OllamaStandin) -> None:
    import httpx

    reply = httpx.post(f"{ollama.url}/api/chat", json={"model": StandinModel().name, "top_logprobs": 21})
    assert (reply.status_code, reply.json()) == (400, {"error": "top_logprobs must be between 0 and 20"})
