"""Several users at once: nobody reads what is another's, and a full queue says so."""

from __future__ import annotations

import asyncio
import json
import shutil
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx
import pytest
from ollama_standin import Messages, OllamaStandin, parrot

from rag import Answer, Assistant, Settings
from ui.server import running
from ui.waiting import crowded_of

USERS = 10
QUESTION = "why is Cainiao software considered a risk, asks {canary}?"
FOLLOW_UP = "And what does Alibaba say of that, asks {canary}?"


def canary(user: int) -> str:
    return f"Canary{user:02d}x{user * 7919 % 1000:03d}"


@dataclass(frozen=True)
class Stay:
    """What one user was shown: the replies to two questions, and the conversation that they are kept in."""

    conversation: str
    replies: tuple[str, str]


def ask(client: httpx.Client, page: str, name: str, data: list[Any]) -> list[Any]:
    """Calls an endpoint as a program without Gradio's client does; returns what came, the last reply last."""
    sent = client.post(f"{page}gradio_api/call/{name}", json={"data": data})
    assert sent.status_code == 200, sent.text
    came = client.get(f"{page}gradio_api/call/{name}/{sent.json()['event_id']}").text
    lines = [block.splitlines() for block in came.strip().split("\n\n")]
    assert not any("event: error" in block for block in lines), came
    return [json.loads(block[1].removeprefix("data: "))[0] for block in lines
            if block[0] != "event: heartbeat" and block[1] != "data: null" and block[1] != "data: []"]


def program(page: str, user: int) -> Stay:
    with httpx.Client(timeout=100) as client:
        first = ask(client, page, "chat", [QUESTION.format(canary=canary(user)), None, "new", *[None] * 6])[-1]
        talk = first["conversation"]
        second = ask(client, page, "chat", [FOLLOW_UP.format(canary=canary(user)), None, talk, *[None] * 6])[-1]
    return Stay(talk, (json.dumps(first), json.dumps(second)))


def reader(page: str, user: int) -> Stay:
    """Uses the endpoints of the page itself."""
    with httpx.Client(timeout=100) as client:
        first = ask(client, page, "page_ask", [{"question": QUESTION.format(canary=canary(user)), "run": f"r{user}"}])
        talk = next(reply["conversation"] for reply in first if "conversation" in reply)
        second = ask(client, page, "page_ask", [{"question": FOLLOW_UP.format(canary=canary(user)),
                                                 "run": f"s{user}", "conversation": talk}])
    return Stay(talk, (json.dumps(first), json.dumps(second)))


@pytest.fixture
def asked() -> list[str]:
    """What the model was shown, a chat each."""
    return []


@pytest.fixture
def served(ingested_seeds: Path, home: Path, asked: list[str]) -> Iterator[tuple[str, Assistant]]:
    shutil.copytree(ingested_seeds, home)

    def answer(messages: Messages) -> str:
        asked.append(json.dumps(messages))
        return parrot(messages)

    with OllamaStandin(answer=answer) as ollama, \
            Assistant.open(Settings(home=home, ollama_host=ollama.url)) as assistant, running(assistant) as url:
        yield url, assistant


def test_ten_users_at_once_read_nothing_of_each_other(served: tuple[str, Assistant], asked: list[str]) -> None:
    page, assistant = served
    with ThreadPoolExecutor(USERS) as pool:
        stays = list(pool.map(lambda user: (reader if user % 2 else program)(page, user), range(USERS)))
    assert len({stay.conversation for stay in stays}) == USERS
    for user, stay in enumerate(stays):
        kept = assistant.conversations.open(stay.conversation)
        own = [QUESTION.format(canary=canary(user)), FOLLOW_UP.format(canary=canary(user))]
        assert [exchange.question for exchange in kept] == own
        known = "".join(stay.replies) + assistant.conversations.export_json(stay.conversation)
        assert canary(user) in known
        assert not [other for other in range(USERS) if other != user and canary(other) in known]
    seen = [{user for user in range(USERS) if canary(user) in chat} for chat in asked]
    assert max(len(users) for users in seen) == 1
    assert set[int]().union(*seen) == set(range(USERS))


class Slow(Assistant):
    """An assistant that answers when it is let."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.let = threading.Event()

    async def aask(self, question: str, *rest: Any, **chosen: Any) -> Answer:
        await asyncio.to_thread(self.let.wait, 30)
        return Answer(question=question, language="en", status="not_in_sources", mode="quotes", text="No.")


def test_a_full_queue_says_busy_in_words_and_goes_on_afterwards() -> None:
    values = ["why?", *[None] * 8]
    with Slow.open() as slow, running(slow) as page, httpx.Client(timeout=30) as client:
        sent = [client.post(f"{page}gradio_api/call/chat", json={"data": values}) for _ in range(50)]
        busy = [answered for answered in sent if answered.status_code != 200]
        assert 10 <= len(busy) <= 18
        assert {answered.status_code for answered in busy} == {503}
        assert busy[0].json() == {"detail": "Newscite is busy: the queue is full. Ask again in a moment."}
        assert busy[0].headers["retry-after"] == "5"
        assert client.post(f"{page}gradio_api/call/page_ask", json={"data": [{"question": "?"}]}).status_code == 503
        slow.let.set()
        waiting = [answered.json()["event_id"] for answered in sent if answered.status_code == 200]
        for event in waiting:
            assert "event: complete" in client.get(f"{page}gradio_api/call/chat/{event}").text
        assert client.post(f"{page}gradio_api/call/chat", json={"data": values}).status_code == 200


def test_one_session_leaves_places_of_the_queue_to_others() -> None:
    values = ["why?", *[None] * 8]
    with Slow.open() as slow, running(slow) as page, httpx.Client(timeout=30) as client:
        def ask(session: str) -> httpx.Response:
            return client.post(f"{page}gradio_api/call/chat", json={"data": values, "session_hash": session})

        sent = [ask("greedy") for _ in range(12)]
        assert [answered.status_code for answered in sent] == [200] * 8 + [503] * 4
        assert sent[-1].json()["detail"].startswith("You have asked as much as can wait")
        assert ask("other").status_code == 200
        slow.let.set()
        until = time.monotonic() + 20
        while (again := ask("greedy").status_code) == 503 and time.monotonic() < until:
            time.sleep(0.1)
        assert again == 200


@pytest.mark.parametrize(("address", "crowded"), [
    ("203.0.113.7", True), ("203.0.113.8", False), ("2001:db8::2", True), ("2001:db8:0:1::2", False), ("127.0.0.1", False),
])
def test_one_address_elsewhere_leaves_places_of_the_queue_to_others(address: str, crowded: bool) -> None:
    hosts = ["203.0.113.7"] * 12 + [f"2001:db8::{number}" for number in range(12)] + ["127.0.0.1"] * 20
    events = {number: SimpleNamespace(session_hash=str(number), request=SimpleNamespace(client=SimpleNamespace(host=host)))
              for number, host in enumerate(hosts)}
    page = SimpleNamespace(_queue=SimpleNamespace(event_ids_to_events=events))
    assert crowded_of(cast("Any", page))(None, address) is crowded


def test_busy_is_also_what_other_assistants_are_told() -> None:
    pytest.importorskip("mcp", reason="the package mcp is not installed: pip install 'newscite[mcp]'")
    from mcp.server.fastmcp.exceptions import ToolError

    from ui.endpoints.tools import _Places

    async def crowd() -> list[object]:
        gate, places = asyncio.Event(), _Places()

        async def work() -> str:
            await gate.wait()
            return "done"

        tool = places.bounded(work)
        calls = [asyncio.create_task(tool()) for _ in range(20)]
        await asyncio.sleep(0)
        gate.set()
        return await asyncio.gather(*calls, return_exceptions=True)

    outcomes = asyncio.run(crowd())
    assert outcomes.count("done") == 18
    refused = [outcome for outcome in outcomes if outcome != "done"]
    assert all(isinstance(outcome, ToolError) and "busy" in str(outcome) for outcome in refused)
