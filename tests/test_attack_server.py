"""Attacks on the page's server, as bytes on a socket: nothing foreign is accepted, nothing is given away, nothing breaks."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from benchmarks.hostile.requests import foreign, malformed, traversal
from benchmarks.hostile.wire import Reply, exchange, is_failure, is_incomplete
from rag import Assistant, Settings
from ui.access import access_for
from ui.intake import Intake
from ui.server import running

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

SECRET = "Canary-of-the-disk-48151"


@pytest.fixture(scope="module")
def library(ingested_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("attacked")
    shutil.copytree(ingested_seeds, folder / "library")
    for place in (folder, folder / "library"):
        (place / "SECRET.txt").write_text(SECRET)
    return folder / "library"


@pytest.fixture(scope="module")
def port(library: Path) -> Iterator[int]:
    with Assistant.open(Settings(home=library, writer="quotes")) as assistant, running(assistant) as url:
        yield number_of(url)


def is_discreet(reply: Reply) -> bool:
    """No file of this machine, no code and no library is in the reply."""
    return not any(sign in reply.body for sign in (SECRET, "root:x:", "[build-system]", "from __future__", "SQLite format",
                                                   "PATH=", "$question", "Traceback"))


def refused(make: Callable[[int, int], bytes], count: int, port: int) -> list[tuple[bytes, Reply]]:
    """Returns the exchanges in which the server did more than refuse."""
    wrong: list[tuple[bytes, Reply]] = []
    for number in range(count):
        sent = make(number, port)
        reply = exchange(port, sent)
        if reply.status not in range(400, 500) or not is_discreet(reply):
            wrong.append((sent[:300], reply))
    return wrong


def test_no_other_name_and_no_other_page_is_served(port: int) -> None:
    assert refused(foreign, 160, port) == []


@pytest.mark.parametrize("host", ["127.0.0.1:7860, evil.example", "127.0.0.1:evil.example", "localhost:" + "9" * 50, "127.0.0.1:",
                                  "[::1]evil.example", "127.0.0.1:80:evil.example", "evil.example/127.0.0.1:80"])
def test_a_name_with_more_behind_it_is_another_name(port: int, host: str) -> None:
    sent = f"GET /page/main.js HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    assert exchange(port, sent).status in (400, 403)


@pytest.mark.parametrize("path", ["..%2f..%2fetc", "a/b", "a%20b", "", "x" * 65])
def test_a_heartbeat_is_of_an_id(port: int, path: str) -> None:
    sent = f"GET /gradio_api/heartbeat/{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode()
    assert exchange(port, sent).status == 404


def test_no_preflight_of_another_page_is_granted(port: int) -> None:
    for number in range(2, 60, 4):
        assert "access-control-" not in exchange(port, foreign(number, port)).head.lower()


def test_no_path_leads_out(port: int) -> None:
    assert refused(traversal, 150, port) == []


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[], str]]:
    """What the server says to the terminal; the event loop speaks through the register that pytest holds."""
    written = io.StringIO()
    with contextlib.redirect_stderr(written), contextlib.redirect_stdout(written):
        yield lambda: written.getvalue() + caplog.text


def noted(home: Path) -> list[dict[str, Any]]:
    """Returns the errors of the server that its log knows."""
    log = home / "logs" / "newscite.log"
    events = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    return [event for event in events if event.get("doing") == "serve"]


def number_of(url: str) -> int:
    return int(url.rsplit(":", 1)[1].strip("/"))


def failures(make: Callable[[int, int], bytes], count: int, port: int, cookie: str = "") -> list[tuple[bytes, Reply]]:
    """Returns the exchanges in which the server failed, or told what it must not."""
    wrong: list[tuple[bytes, Reply]] = []
    for number in range(count):
        sent = make(number, port)
        if cookie:
            sent = sent.replace(b"\r\nHost: ", b"\r\nCookie: " + cookie.encode() + b"\r\nHost: ", 1)
        reply = exchange(port, sent)
        if is_failure(sent, reply) or not is_discreet(reply):
            wrong.append((sent[:300], reply))
    return wrong


def test_broken_requests_break_nothing(port: int, library: Path, said: Callable[[], str]) -> None:
    assert failures(malformed, 150, port) == []
    assert "Traceback" not in said(), said()[-2000:]
    assert noted(library) == []
    ordinary = exchange(port, f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
    assert ordinary.status == 200


def test_behind_the_log_in_broken_requests_break_nothing_either(seeded_home: Path, said: Callable[[], str]) -> None:
    password = "correct horse battery"
    access = access_for("127.0.0.1", user="redaction", environment={"NEWSCITE_CHAT_PASSWORD": password})
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as assistant, running(assistant, access=access) as url:
        port = number_of(url)
        entered = httpx.post(url + "login", data={"username": "redaction", "password": password})
        cookie = f"newscite={entered.cookies['newscite']}"
        assert httpx.get(url + "config", headers={"Cookie": cookie}).status_code == 200
        for make in (malformed, traversal, foreign):
            assert failures(make, 60, port) == []
            assert failures(make, 60, port, cookie) == []
    assert "Traceback" not in said(), said()[-2000:]
    assert noted(seeded_home) == []


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server in which what is behind `/gradio_api` fails once it has waited for something."""
    served = Intake.__call__

    async def fail(self: Intake, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/gradio_api"):
            await asyncio.sleep(0.002)
            raise RuntimeError(f"planted in {SECRET}")
        await served(self, scope, receive, send)

    monkeypatch.setattr(Intake, "__call__", fail)


@pytest.mark.usefixtures("failing")
def test_a_server_that_fails_is_seen_to_fail(seeded_home: Path) -> None:
    """The control of the two tests before: that they find nothing says something."""
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as assistant, running(assistant) as url:
        wrong = failures(malformed, 60, number_of(url))
    assert len(wrong) >= 8
    assert {reply.status for _, reply in wrong} == {500}
    assert len(noted(seeded_home)) >= len(wrong)


@pytest.mark.usefixtures("failing")
def test_an_error_that_nobody_caught_is_noted_once_and_answered_in_words(seeded_home: Path, said: Callable[[], str]) -> None:
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as assistant, running(assistant) as url:
        answered = httpx.get(url + "gradio_api/info")
        assert httpx.get(url).status_code == 200
    assert answered.status_code == 500
    assert list(answered.json()) == ["detail"]
    assert "Newscite failed" in answered.json()["detail"]
    assert is_discreet(Reply(500, "", answered.text))
    (event,) = noted(seeded_home)
    assert event["error"] == "RuntimeError"
    assert len(event["id"]) == 8
    assert SECRET not in (seeded_home / "logs" / "newscite.log").read_text() + said()


def test_an_error_of_a_route_is_answered_in_the_same_words(seeded_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The framework answers it with a bare 500 of its own before it passes it on."""
    def fail(*_: object, **__: object) -> str:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("ui.documents.shell_html", fail)
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as assistant, running(assistant) as url:
        answered = httpx.get(url)
    assert answered.status_code == 500
    assert list(answered.json()) == ["detail"]
    assert len(noted(seeded_home)) == 1


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_who_asks_for_a_websocket_is_answered(port: int, method: str) -> None:
    sent = (f"{method} /gradio_api/queue/join HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nContent-Length: 4\r\n\r\nnull").encode()
    assert exchange(port, sent).status in range(400, 500)


def test_a_request_that_is_not_whole_is_told_from_one_that_is() -> None:
    head = b"POST / HTTP/1.1\r\ncontent-length: "
    assert is_incomplete(head + b"5\r\n\r\nnull")
    assert not is_incomplete(head + b"4\r\n\r\nnull")
    silence = Reply(0, "", "")
    assert is_failure(head + b"4\r\n\r\nnull", silence)
    assert not is_failure(head + b"5\r\n\r\nnull", silence)
    assert is_failure(head + b"5\r\n\r\nnull", Reply(500, "", ""))


def test_many_idle_connections_leave_room_for_the_reader(port: int) -> None:
    with contextlib.ExitStack() as held:
        for _ in range(100):
            idle = held.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
            idle.sendall(b"GET / HTTP/1.1\r\nHost: ")
        reply = exchange(port, f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
        assert reply.status == 200
