"""Several users at once on the real server, each with a word of his own: nothing crosses, nothing grows, nobody holds on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from ollama_standin import Fault, OllamaStandin

from benchmarks.soak import Soak, SoakReport, soak
from benchmarks.soak_users import Journal, Served
from rag import Assistant, Settings
from ui.server import running

ANSWER = "According to the national bank, the deficit grew to 9.1 billion euros [1]. " * 4


def test_eight_users_for_a_while() -> None:
    report = soak(Soak(users=8, seconds=6, think=2.0, crowd=40))
    journal = report.journal
    assert journal.errors == []
    assert journal.leaks == []
    assert report.traces == []
    assert len(journal.served) >= 8
    assert set(report.crowd) == {200, 503}
    assert max(report.descriptors, default=0) < 200


def test_what_misses_its_limit_is_told() -> None:
    journal = Journal(served=[Served(0.0, 2.0, 1.5)] * 20, leaks=["one", "two"], errors=["three"], freed=[3.0])
    report = SoakReport(journal, memory=[100.0] * 20 + [200.0] * 20, descriptors=[10] * 20 + [30] * 20, crowd=[200, 500])
    assert report.overhead(95) == 500
    assert [figure.reached for figure in report.figures()] == [False] * 7


@pytest.fixture
def writing(seeded_home: Path) -> Iterator[tuple[str, OllamaStandin]]:
    with OllamaStandin(lambda messages: ANSWER) as ollama, \
            Assistant.open(Settings(home=seeded_home, ollama_host=ollama.url, writer="free", second_look="off")) as assistant:
        assistant.ask("What does Holslag say?")
        with running(assistant) as url:
            ollama.fault_for = lambda request: Fault.slow(0.2) if request.path == "/api/chat" else None
            yield url, ollama


@pytest.mark.parametrize(("name", "values"), [
    ("page_ask", [{"question": "What does Holslag say?", "run": "x"}]), ("chat", ["What does Holslag say?", *[None] * 8]),
])
def test_a_reader_who_goes_without_a_word_frees_the_model(writing: tuple[str, OllamaStandin], name: str, values: list[Any]) -> None:
    page, ollama = writing
    chats, gone = len(ollama.chats), len(ollama.disconnects)
    client = httpx.Client(base_url=page, timeout=20)
    event = client.post(f"gradio_api/call/{name}", json={"data": values}).json()["event_id"]
    request = client.build_request("GET", f"gradio_api/call/{name}/{event}")
    stream = client.send(request, stream=True)
    until = time.monotonic() + 10
    while len(ollama.chats) == chats and time.monotonic() < until:
        time.sleep(0.02)
    stream.close()
    client.close()
    left = time.monotonic()
    assert ollama.wait_for_disconnect(count=gone + 1).at - left < 2
    # And its place in the queue is free: the next reader is answered.
    ollama.fault_for = lambda request: None
    answered = httpx.post(f"{page}gradio_api/call/page_ask", json={"data": [values[0] if name == "page_ask" else {"question": values[0]}]})
    assert "event: complete" in httpx.get(f"{page}gradio_api/call/page_ask/{answered.json()['event_id']}", timeout=30).text
