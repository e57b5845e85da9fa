"""The server of the page: what it lets through, what it refuses, and what it answers to the page's own code."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from ollama_standin import Fault, OllamaStandin
from page_browser import model, served

from rag import Assistant, Settings
from rag.errors import SettingsError
from ui.server import running

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "Why is Cainiao software considered a risk?"


@pytest.fixture(scope="module")
def page(ingested_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("served") / "library", ingested_seeds) as url:
        yield url.rstrip("/")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def call(page: str, name: str, **payload: Any) -> dict[str, Any]:
    answered = httpx.post(f"{page}/gradio_api/run/page_{name}", json={"data": [payload]})
    assert answered.status_code == 200, answered.text
    return answered.json()["data"][0]


def join(page: str, **payload: Any) -> httpx.Response:
    return httpx.post(f"{page}/gradio_api/call/page_ask", json={"data": [payload]})


def replies(page: str, event: str) -> Iterator[dict[str, Any]]:
    with httpx.stream("GET", f"{page}/gradio_api/call/page_ask/{event}", timeout=30) as stream:
        for line in stream.iter_lines():
            if line.startswith("data: ") and line != "data: null":
                yield from json.loads(line[6:])


def test_the_page_comes_in_the_readers_language_with_protective_headers(page: str) -> None:
    answered = httpx.get(page + "/", headers={"Origin": page, "Accept-Language": "de-DE,en;q=0.5"})
    assert answered.status_code == 200
    assert '<html lang="de">' in answered.text
    policy = answered.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answered.headers["x-content-type-options"] == "nosniff"
    assert answered.headers["x-frame-options"] == "DENY"


def test_all_files_that_the_page_names_are_there(page: str) -> None:
    for name in ("main.js", "chat.js", "page.css", "answer.css", "panels.css", "icons.svg", "icon.svg"):
        answered = httpx.get(f"{page}/page/{name}")
        assert answered.status_code == 200
        assert answered.headers["content-security-policy"]
    for name in ("page.html", "__init__.py", "../app.py", "..%2fapp.py", "nothing.js"):
        assert httpx.get(f"{page}/page/{name}").status_code == 404


@pytest.mark.parametrize("headers", [
    {"Host": "evil.example"}, {"Host": "127.0.0.1.evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "null"},
])
def test_other_pages_and_names_are_refused(page: str, headers: dict[str, str]) -> None:
    for path in ("/", "/page/main.js", "/config", "/gradio_api/run/page_conversations"):
        for method in ("GET", "POST", "OPTIONS"):
            answered = httpx.request(method, page + path, headers=headers)
            assert answered.status_code == 403
            assert "access-control-allow-origin" not in answered.headers


def test_files_come_in_from_the_page_alone_and_none_goes_out(page: str) -> None:
    address = f"{page}/gradio_api/upload"
    assert httpx.post(address, files={"files": b"x"}).status_code == 404
    assert httpx.post(address, files={"files": b"x"}, headers={"Origin": "http://evil.example"}).status_code == 403
    came = httpx.post(address, files={"files": ("a.txt", b"x")}, headers={"Origin": page})
    assert came.status_code == 200
    for path in (f"/gradio_api/file={came.json()[0]}", "/gradio_api/file=pyproject.toml", "/upload",
                 "/gradio_api/proxy=http://127.0.0.1:1/"):
        assert httpx.get(page + path).status_code == 404


def test_a_path_that_did_not_arrive_is_not_read(page: str) -> None:
    event = httpx.post(f"{page}/gradio_api/call/page_add",
                       json={"data": [{"path": str(ROOT / "README.md"), "name": "README.md"}]}).json()["event_id"]
    answered = httpx.get(f"{page}/gradio_api/call/page_add/{event}").text
    assert "has not arrived" in answered
    assert (ROOT / "README.md").exists()


@pytest.mark.parametrize(("name", "payload"), [
    ("open", {}), ("open", {"conversation": 5}), ("rename", {"conversation": "none", "title": "x"}),
    ("source", {"article": "no-such-article"}), ("remove", {"articles": ["no-such-article"]}),
    ("remove", {"articles": "x"}), ("rate", {"conversation": "none", "turn": 1, "rating": "up"}),
    ("export", {"conversation": "none"}), ("open", {"conversation": "c", "before": -1}),
])
def test_what_cannot_be_done_is_told_in_words(page: str, name: str, payload: dict[str, Any]) -> None:
    error = call(page, name, **payload)["error"]
    assert "role=\"alert\"" in error
    assert "Traceback" not in error


def test_marks_outside_of_an_article_are_refused(page: str) -> None:
    article = call(page, "articles")["rows"].split('data-article="')[1].split('"')[0]
    assert "error" not in call(page, "source", article=article, start=0, end=10, others=[[3, 20]])
    for wrong in ({"start": 5, "end": 5}, {"start": 0, "end": 10**9}, {"others": [[0, 10**9]]}, {"others": [["0", 4]]}):
        assert "error" in call(page, "source", article=article, **wrong)


def test_an_answer_streams_and_is_kept(page: str) -> None:
    event = join(page, question=QUESTION, language="nl").json()["event_id"]
    came = list(replies(page, event))
    assert QUESTION in came[0]["turn"]
    assert "Vraag lezen" in came[1]["body"]
    assert came[-1]["done"]
    assert came[-1]["turn_id"] == 1
    kept = call(page, "open", conversation=came[-1]["conversation"], language="nl")
    assert kept["earlier"] is False
    assert kept["html"].count('class="turn"') == 1


def test_a_new_answer_takes_the_place_of_an_old_one_when_it_is_whole(ingested_seeds: Path, tmp_path: Path) -> None:
    with OllamaStandin(model) as ollama, served(tmp_path / "anew", ingested_seeds, ollama.url, writer="free") as url:
        page = url.rstrip("/")
        talk = ""
        for question in (QUESTION, "Was sagt Alibaba zu den Vorwürfen?"):
            talk = list(replies(page, join(page, question=question, conversation=talk).json()["event_id"]))[-1]["conversation"]
        before = call(page, "open", conversation=talk)["html"]
        ollama.fault_for = lambda request: Fault.hang(30) if request.path == "/api/chat" else None
        stream = replies(page, join(page, question="Wat gebeurt er op de luchthaven van Luik?", conversation=talk,
                                    replacing=1, run="anew").json()["event_id"])
        next(stream)
        assert call(page, "stop", run="anew") == {"known": True}
        assert "The earlier answer stays." in list(stream)[-1]["body"]
        assert call(page, "open", conversation=talk)["html"] == before
        ollama.fault_for = lambda request: None
        last = list(replies(page, join(page, question="Wat gebeurt er op de luchthaven van Luik?", conversation=talk,
                                       replacing=1).json()["event_id"]))[-1]
        assert (last["turn_id"], last["conversation"]) == (1, talk)
        kept = call(page, "open", conversation=talk)["html"]
        assert kept.count('class="turn"') == 1
        assert "luchthaven van Luik?</h2>" in kept


def test_a_question_that_cannot_be_asked_says_why(page: str) -> None:
    for question in ("?!", "x" * 5000):
        came = list(replies(page, join(page, question=question).json()["event_id"]))
        assert came[-1]["done"]
        assert 'role="alert"' in came[-1]["body"]


def test_a_full_queue_says_so_and_stopping_frees_it(ingested_seeds: Path, tmp_path: Path) -> None:
    with OllamaStandin(model) as ollama, served(tmp_path / "full", ingested_seeds, ollama.url, writer="free") as url:
        page = url.rstrip("/")
        ollama.fault_for = lambda request: Fault.hang(30) if request.path == "/api/chat" else None
        events = [join(page, question=QUESTION, run=f"run-{number}").json().get("event_id") for number in range(4)]
        first = replies(page, events[0])
        next(first)
        statuses = [join(page, question=QUESTION, run=f"later-{number}").status_code for number in range(40)]
        assert set(statuses) == {200, 503}
        assert call(page, "stop", run="nobody") == {"known": False}
        assert call(page, "stop", run="run-0") == {"known": True}
        assert "Stopped." in list(first)[-1]["body"]
        for number in range(1, 4):
            call(page, "stop", run=f"run-{number}")
        ollama.fault_for = lambda request: None


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org"])
def test_an_address_that_others_could_reach_needs_more(host: str, seeded_home: Path) -> None:
    with Assistant.open(Settings(home=seeded_home)) as assistant, \
            pytest.raises(SettingsError), running(assistant, host=host):
        pass


def test_a_taken_port_is_named(seeded_home: Path) -> None:
    with socket.socket() as taken, Assistant.open(Settings(home=seeded_home)) as assistant:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"Port {port}"), running(assistant, port=port):
            pass


def test_newscite_chat_serves_until_ctrl_c(home: Path, ingested_seeds: Path) -> None:
    shutil.copytree(ingested_seeds, home)
    # A shell that runs the tests in the background has interrupts ignored, and its children inherit that.
    code = ("import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
            "from rag.cli import main; sys.exit(main(sys.argv[1:]))")
    command = [sys.executable, "-c", code, "chat", "--json", "--no-browser", "--port", str(free_port())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True) as chat:
        try:
            assert chat.stdout is not None
            document = "".join(iter(chat.stdout.readline, "}\n")) + "}"
            url = json.loads(document)["url"]
            assert httpx.get(url).status_code == 200
            assert httpx.get(url, headers={"Host": "evil.example"}).status_code == 403
            chat.send_signal(signal.SIGINT)
            rest, errors = chat.communicate(timeout=30)
        finally:
            chat.kill()
    assert (chat.returncode, rest) == (0, "")
    assert "Traceback" not in errors


def upload(page: str, name: str, words: str) -> dict[str, Any]:
    arrived = httpx.post(f"{page}/gradio_api/upload", files={"files": (name, words.encode())},
                         headers={"Origin": page}).json()
    event = httpx.post(f"{page}/gradio_api/call/page_add",
                       json={"data": [{"path": arrived[0], "name": name, "language": "en"}]}).json()["event_id"]
    with httpx.stream("GET", f"{page}/gradio_api/call/page_add/{event}", timeout=60) as stream:
        said = [line for line in stream.iter_lines() if line.startswith("data: ")]
    return json.loads(said[-1][6:])[0]


def test_a_corrected_file_of_the_same_name_is_kept_beside_the_old_one_and_the_report_says_so(
        ingested_seeds: Path, tmp_path: Path) -> None:
    with served(tmp_path / "corrected", ingested_seeds) as url:
        page = url.rstrip("/")
        first = upload(page, "harbour.txt", "The harbour of Terhout was closed on Monday after a storm.")
        assert "harbour-2" not in first["html"]
        second = upload(page, "harbour.txt", "The harbour of Terhout was closed on Tuesday after a storm.")
        assert "“harbour.txt”" in second["html"]
        assert "“harbour-2.txt”" in second["html"]


def test_an_export_names_files_and_not_where_they_lie(ingested_seeds: Path, tmp_path: Path) -> None:
    home = tmp_path / "exported"
    with served(home, ingested_seeds) as url:
        page = url.rstrip("/")
        list(replies(page, join(page, question=QUESTION, conversation="told").json()["event_id"]))
        for form in ("json", "markdown"):
            document = call(page, "export", conversation="told", form=form)["text"]
            assert ".txt" in document
            assert str(ROOT) not in document
            assert str(home) not in document
        exported = json.loads(call(page, "export", conversation="told", form="json")["text"])
        (exchange,) = exported["exchanges"]
        assert all("path" not in citation and citation["file"] for citation in exchange["answer"]["citations"])
