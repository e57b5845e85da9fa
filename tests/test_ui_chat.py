"""The page: what it shows, what it lets through, and what it refuses."""

from __future__ import annotations

import asyncio
import html
import json
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.cli.terminal import clean_line
from rag.errors import ModelUnreachableError, SettingsError
from rag.run import Cancellation
from rag.streams import AsyncAnswerStream
from rag.types import (
    Answer,
    Citation,
    Claim,
    Done,
    Event,
    Evidence,
    EvidenceFound,
    Passage,
    Searching,
    SentenceReady,
    Turn,
)
from ui.app import reply
from ui.render import answer_html, escape
from ui.server import running

ROOT = Path(__file__).resolve().parent.parent

ATTACK = (
    "![a](http://evil.example/1) <img src=http://evil.example/2> [b](javascript:alert(1)) https://evil.example/3 "
    "<form action=http://evil.example/4> <video src=http://evil.example/5> `code` **bold** $$x^2$$ "
    "<style>@import url(http://evil.example/6)</style> [c]: http://evil.example/7 <http://evil.example/8> \u202egnp"
)
CITATION = Citation(
    number=1, article_id="alpha", version=1, title=f"Titel {ATTACK}", outlet="Blatt", date=date(2023, 10, 6),
    date_kind="updated", language="de", url="javascript:alert(2)", path="/articles/alpha.txt", quote=ATTACK, start=0,
    end=len(ATTACK), score=0.5,
)
PASSAGE = Passage(
    passage_id=1, article_id="alpha", version=1, title="Titel", outlet=None, date=None, date_kind=None, language="nl",
    url=None, path=None, text="Een nabije passage.", start=0, end=19, score=0.5,
)
CLAIMS = (Claim(f"Written {ATTACK}", "supported", (1,)), Claim(f"Quoted {ATTACK}", "quoted", (1,)), Claim("Gone.", "dropped", ()))
ANSWER = Answer(
    question="why?", language="en", status="answered", mode="written", text="Written [1]", claims=CLAIMS,
    citations=(CITATION,), consulted=(PASSAGE,), warnings=("The model is small.",),
)


class Scripted:
    """An assistant that answers as it was told, through the library's own stream, and records how that ended."""

    def __init__(self, answer: Answer = ANSWER) -> None:
        self.answer = answer
        self.histories: list[Sequence[Turn]] = []
        self.closed = threading.Event()

    def astream(self, question: str, history: Sequence[Turn] | None = None) -> AsyncAnswerStream:
        self.histories.append(tuple(history or ()))
        self.closed.clear()
        return AsyncAnswerStream(lambda cancellation: self.events(question, cancellation))

    def events(self, question: str, cancellation: Cancellation) -> Iterator[Event]:
        cancelled = threading.Event()
        cancellation.on_cancel(cancelled.set)
        try:
            yield Searching(question, "en")
            yield EvidenceFound(Evidence((), False, 1.0, 0.0), (PASSAGE,))
            if "unreachable" in question:
                raise ModelUnreachableError("No server at <b>here</b>.", "Start it.")
            for claim in self.answer.claims:
                yield SentenceReady(claim, self.answer.citations if claim is self.answer.claims[0] else ())
            if "stuck" in question:
                assert cancelled.wait(60), "nobody stopped a model that hangs"
            yield Done(self.answer)
        finally:
            self.closed.set()


def talk(assistant: Scripted, question: str, history: tuple[Turn, ...] = ()) -> list[tuple[str, tuple[Turn, ...]]]:
    async def collect() -> list[tuple[str, tuple[Turn, ...]]]:
        return [step async for step in reply(assistant, question, history)]  # pyright: ignore[reportArgumentType]

    return asyncio.run(collect())


@given(st.text())
def test_escaped_text_reads_the_same_and_means_nothing(text: str) -> None:
    escaped = escape(text)
    assert html.unescape(escaped) == clean_line(text)
    assert not set(escaped) & set("<>\"'`*_[]()!:/\\$|~{}=+-.@^\n\r\x1b\u202e")


def test_an_answer_grows_by_sentences_and_ends_with_sources_and_warnings() -> None:
    steps = [message for message, _ in talk(Scripted(), "why?")]
    assert "Searching" in html.unescape(steps[0])
    firsts = [step for step in steps if "Written" in step]
    assert escape(ATTACK) in firsts[0]
    assert "<blockquote" in firsts[0]
    assert steps[-1].count("<blockquote") == 1
    assert "updated 2023-10-06 · German" in html.unescape(steps[-1])
    assert escape("The model is small.") in steps[-1]
    assert "Gone." not in html.unescape(steps[-1])


def test_history_grows_with_whole_answers_only() -> None:
    assistant = Scripted()
    *_, (_, turns) = talk(assistant, "why?")
    assert turns == (Turn("why?", "Written [1]", "en"),)
    *_, (_, later) = talk(assistant, "and then?", turns)
    assert assistant.histories == [(), turns]
    assert len(later) == 2
    *_, (message, after_error) = talk(assistant, "unreachable", later)
    assert after_error == later
    assert html.unescape(message).endswith("No server at <b>here</b>. Start it.</p>")
    assert "<b>" not in message


def test_cancelling_a_reply_stops_a_model_that_hangs() -> None:
    assistant = Scripted()

    async def wait_and_cancel() -> None:
        async def listen() -> None:
            async for _ in reply(assistant, "stuck", ()):  # pyright: ignore[reportArgumentType]
                pass

        listening = asyncio.create_task(listen())
        await asyncio.sleep(0.3)
        assert not assistant.closed.is_set()
        listening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await listening

    asyncio.run(wait_and_cancel())
    assert assistant.closed.is_set()


def test_an_article_stands_once_and_a_quote_that_was_read_is_not_repeated() -> None:
    second = replace(CITATION, number=2, quote="Noch ein Satz.")
    claims = (Claim("Noch ein Satz.", "quoted", (2,)), Claim("Written.", "supported", (1,)))
    shown = html.unescape(answer_html(claims, (CITATION, second)))
    assert shown.count("<li>") == 1
    assert "[1][2] Titel" in shown
    assert shown.count("Noch ein Satz.") == 1
    assert shown.count("<blockquote") == 1


def test_what_is_not_in_the_articles_shows_the_nearest_passages() -> None:
    absent = Answer(question="?", language="en", status="not_in_sources", mode="quotes",
                    text="The articles do not say.", consulted=(PASSAGE,))
    shown = html.unescape(answer_html((), (), absent))
    said, nearest = shown.index("The articles do not say."), shown.index("Nearest passages")
    assert said < nearest < shown.index("Een nabije passage.")
    assert "Sources" not in shown


@pytest.fixture(scope="module")
def assistant() -> Scripted:
    return Scripted()


@pytest.fixture(scope="module")
def page(assistant: Scripted) -> Iterator[str]:
    with running(assistant, port=_free_port()) as url:  # pyright: ignore[reportArgumentType]
        yield url.rstrip("/")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("path", ["/", "/config", "/gradio_api/info", "/gradio_api/startup-events", "/nowhere"])
@pytest.mark.parametrize("headers", [
    {"Host": "evil.example"}, {"Host": "evil.example:7860"}, {"Host": "127.0.0.1.evil.example"},
    {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://localhost:1"},
])
def test_other_pages_and_names_are_refused(page: str, path: str, headers: dict[str, str]) -> None:
    for method in ("GET", "POST", "OPTIONS"):
        answered = httpx.request(method, page + path, headers=headers)
        assert answered.status_code == 403
        assert "access-control-allow-origin" not in answered.headers


def test_the_page_itself_is_served_with_protective_headers(page: str) -> None:
    answered = httpx.get(page + "/", headers={"Origin": page})
    assert answered.status_code == 200
    policy = answered.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "connect-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert answered.headers["x-content-type-options"] == "nosniff"
    assert answered.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", [
    "/gradio_api/upload", "/gradio_api/file=pyproject.toml", "/gradio_api/proxy=http://127.0.0.1:1/", "/upload",
    "/gradio_api/file=/etc/hostname",
])
def test_no_file_goes_in_or_out(page: str, path: str) -> None:
    assert httpx.get(page + path).status_code == 404
    assert httpx.post(page + path, files={"files": b"x"}).status_code == 404


def test_no_telemetry_and_no_callable_endpoint(page: str) -> None:
    assert httpx.get(page + "/config").json()["analytics_enabled"] is False
    assert httpx.get(page + "/gradio_api/info").json()["named_endpoints"] == {}


@pytest.mark.parametrize("host", ["0.0.0.0", "", "192.168.1.5", "::", "example.org"])
def test_an_address_that_others_could_reach_is_refused(host: str) -> None:
    with pytest.raises(SettingsError, match="--host"), running(Scripted(), host=host):  # pyright: ignore[reportArgumentType]
        pass


def test_a_taken_port_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"Port {port}"), \
                running(Scripted(), port=port):  # pyright: ignore[reportArgumentType]
            pass


FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync")


@pytest.fixture
def tab(page: str) -> Iterator[Any]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium here")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        opened = browser.new_page()
        opened.set_default_timeout(20_000)
        opened.goto(page)
        yield opened
        browser.close()


@pytest.mark.browser
def test_in_a_browser_an_attack_is_read_and_nothing_is_fetched(tab: Any, assistant: Scripted) -> None:
    foreign: list[str] = []
    tab.on("request", lambda request: foreign.append(request.url) if "evil" in request.url else None)
    tab.get_by_role("textbox", name="Question").fill(f"why {ATTACK}?")
    tab.get_by_role("button", name="Ask").click()
    tab.get_by_text("The model is small.").wait_for()
    answer = tab.locator(".answer").last
    assert clean_line(ATTACK) in " ".join(answer.locator("blockquote").inner_text().split())
    assert tab.locator(".message img, .message video, .message form, .message a, .message style").count() == 0
    assert foreign == []


@pytest.mark.browser
def test_in_a_browser_stop_ends_the_stream(tab: Any, assistant: Scripted) -> None:
    tab.get_by_role("textbox", name="Question").fill("stuck")
    tab.get_by_role("textbox", name="Question").press("Enter")
    tab.locator(".answer q").last.wait_for()
    assert not assistant.closed.is_set()
    tab.get_by_role("button", name="Stop").click()
    tab.get_by_text("Stopped.").wait_for()
    assert assistant.closed.wait(5)
    # And the page goes on.
    tab.get_by_role("textbox", name="Question").fill("why?")
    tab.get_by_role("button", name="Ask").click()
    tab.get_by_text("The model is small.").wait_for()


def test_newscite_chat_serves_until_ctrl_c(home: Path) -> None:
    # A shell that runs the tests in the background has interrupts ignored, and its children inherit that.
    code = ("import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
            "from rag.cli import main; sys.exit(main(sys.argv[1:]))")
    command = [sys.executable, "-c", code, "chat", "--json", "--no-browser", "--port", str(_free_port())]
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
