"""A model's server that fails at any byte of its reply: an error or the very answer, in time, and the next one is well."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from ollama_standin import Fault, OllamaStandin

from benchmarks.hostile.model_server import ANSWER, cancelled_after, down_after, every_fault, inject, reply_length
from rag import Assistant, Settings
from rag.write.ollama import OllamaServer

DEFICIT = "How large was Belgium's trade deficit with China in 2022?"


@pytest.fixture
def ollama() -> Iterator[OllamaStandin]:
    with OllamaStandin(answer=lambda messages: ANSWER) as standin:
        yield standin


def test_no_byte_at_which_a_reply_breaks_makes_a_part_pass_for_the_whole(ollama: OllamaStandin) -> None:
    server = OllamaServer(Settings(ollama_host=ollama.url))
    length = reply_length(ollama, server.choose(None))
    server.close()
    report = inject(ollama, every_fault(length, 90))
    assert report.wrong == []
    assert report.faults.total() == 90
    assert report.ended["error"] > 50


@pytest.mark.parametrize("line", ['{"done": false}', '{"message": {"role": "assistant"}, "done": false}',
                                  '{"messagf": {"content": "x"}, "done": false}', '{"message": {"content": 5}, "done": false}'])
def test_a_line_whose_text_is_missing_is_no_part_of_a_whole_answer(ollama: OllamaStandin, line: str) -> None:
    ollama.faults.append(Fault.bad_line(2, line))
    report = inject(ollama, iter([Fault.bad_line(2, line)]))
    assert report.wrong == []
    assert report.ended == {"error": 1}


@pytest.mark.parametrize("seconds", [0.05, 0.4, 0.9])
def test_a_cancelled_request_frees_the_model(ollama: OllamaStandin, seconds: float) -> None:
    assert cancelled_after(ollama, seconds) < 2


def test_a_server_that_is_down_is_reported_at_once() -> None:
    with OllamaStandin(listening=False) as down:
        assert down_after(down.url) < 2


def test_a_server_that_takes_no_connection_is_given_up_after_the_time_that_is_set() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        held = [socket.socket() for _ in range(4)]
        for one in held:
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        assert down_after(f"http://127.0.0.1:{full.getsockname()[1]}", 0.5) < 2
        for one in held:
            one.close()


def test_a_server_that_comes_back_writes_again_within_five_seconds(seeded_home: Path) -> None:
    with OllamaStandin() as gone:
        port = gone.port
    settings = Settings(home=seeded_home, ollama_host=f"http://127.0.0.1:{port}", second_look="off")
    with Assistant.open(settings) as assistant:
        assert assistant.ask(DEFICIT).mode == "quotes"
        with OllamaStandin(lambda messages: "According to the national bank, the deficit grew to 9.1 billion euros [1].",
                           port=port):
            began = time.monotonic()
            while assistant.ask(DEFICIT).model is None:
                assert time.monotonic() - began < 6
                time.sleep(0.1)
            assert time.monotonic() - began < 6
