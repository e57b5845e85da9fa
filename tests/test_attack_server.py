"""Attacks on the page's server, as bytes on a socket: nothing foreign is accepted, nothing is given away, nothing breaks."""

from __future__ import annotations

import contextlib
import io
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.hostile.requests import Reply, exchange, foreign, malformed, traversal
from rag import Assistant, Settings
from ui.access import access_for
from ui.server import running

SECRET = "Canary-of-the-disk-48151"


@pytest.fixture(scope="module")
def port(ingested_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("attacked")
    shutil.copytree(ingested_seeds, folder / "library")
    for place in (folder, folder / "library"):
        (place / "SECRET.txt").write_text(SECRET)
    with Assistant.open(Settings(home=folder / "library", writer="quotes")) as assistant, running(assistant) as url:
        yield int(url.rsplit(":", 1)[1].strip("/"))


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


def test_broken_requests_break_nothing(port: int) -> None:
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        for number in range(150):
            sent = malformed(number, port)
            reply = exchange(port, sent)
            assert reply.status < 500, (sent[:300], reply)
            assert is_discreet(reply), (sent[:300], reply)
    assert "Traceback" not in said.getvalue(), said.getvalue()[-2000:]
    ordinary = exchange(port, f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
    assert ordinary.status == 200


def test_behind_the_log_in_broken_requests_break_nothing_either(seeded_home: Path) -> None:
    access = access_for("127.0.0.1", user="redaction", environment={"NEWSCITE_CHAT_PASSWORD": "correct horse battery"})
    said = io.StringIO()
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as assistant, running(assistant, access=access) as url, \
            contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        port = int(url.rsplit(":", 1)[1].strip("/"))
        for make in (malformed, traversal, foreign):
            for number in range(60):
                sent = make(number, port)
                reply = exchange(port, sent)
                assert reply.status < 500, (sent[:300], reply)
                assert is_discreet(reply), (sent[:300], reply)
    assert "Traceback" not in said.getvalue(), said.getvalue()[-2000:]


def test_many_idle_connections_leave_room_for_the_reader(port: int) -> None:
    with contextlib.ExitStack() as held:
        for _ in range(100):
            idle = held.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
            idle.sendall(b"GET / HTTP/1.1\r\nHost: ")
        reply = exchange(port, f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
        assert reply.status == 200
