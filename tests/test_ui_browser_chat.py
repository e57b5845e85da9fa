"""The chat in a real browser: asking, sources, stopping, asking anew, coming back, and what an attacker gets of it."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from ollama_standin import Fault, OllamaStandin
from page_browser import TRANSLATION, answered, ask, model, opened, served

pytestmark = pytest.mark.browser

QUESTION = "Why is Cainiao software considered a risk?"


@pytest.fixture(scope="module")
def ollama() -> Iterator[OllamaStandin]:
    with OllamaStandin(model) as standin:
        yield standin


@pytest.fixture(scope="module")
def written(ollama: OllamaStandin, ingested_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("written") / "library"
    with served(home, ingested_seeds, ollama.url, writer="free") as url:
        yield url


def is_in_sight(tab: Any, selector: str) -> bool:
    return tab.evaluate("""(selector) => {
        const at = document.querySelector(selector).getBoundingClientRect();
        const seen = document.elementFromPoint(at.left + 4, at.top + 4);
        return at.top >= 0 && at.top < innerHeight && Boolean(seen?.closest(selector));
    }""", selector)


def until(tab: Any, holds: Callable[[], bool]) -> None:
    for _ in range(200):
        if holds():
            return
        tab.wait_for_timeout(50)
    pytest.fail("it did not come to that within ten seconds")


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_a_citation_opens_its_article_at_the_very_words(chromium: Any, quotes: str) -> None:
    with opened(chromium, quotes) as tab:
        turn = answered(tab, QUESTION)
        chip = turn.locator(".answer .chip").first
        said = squeezed(turn.locator(".answer q").first.inner_text())
        chip.hover()
        assert said in squeezed(tab.locator("#tip").inner_text())
        assert "German" in tab.locator("#tip").inner_text()
        chip.click()
        tab.locator("#quote").wait_for()
        assert squeezed(" ".join(tab.locator("mark.this").all_inner_texts())) == said
        assert is_in_sight(tab, "#quote")
        assert tab.locator("mark.other").count() >= 1
        assert tab.locator("mark.this").first.evaluate("mark => mark.closest('p').innerText.length") > len(said)
        tab.keyboard.press("Escape")
        assert tab.locator("#source").is_hidden()
        assert tab.evaluate("document.activeElement.className") == "chip"


def test_a_model_answers_with_verdicts_and_a_translation_that_says_what_it_is(chromium: Any, written: str) -> None:
    with opened(chromium, written) as tab:
        turn = answered(tab, QUESTION)
        assert "qwen2.5:7b" in turn.locator("details.steps summary").inner_text()
        badge = turn.locator(".badge").first
        badge.hover()
        assert tab.locator("#tip").inner_text().startswith(("Supported", "Quoted"))
        dropped = turn.locator(".dropped")
        dropped.locator("summary").click()
        assert "Everyone likes it." in dropped.inner_text()
        assert dropped.locator(".reason").first.inner_text()
        turn.locator(".answer .chip").first.click()
        translation = tab.locator("#translation")
        translation.get_by_text(TRANSLATION).wait_for()
        assert "machine translation" in translation.inner_text().casefold()


def test_what_the_articles_do_not_say_looks_like_no_answer(chromium: Any, quotes: str) -> None:
    with opened(chromium, quotes) as tab:
        turn = answered(tab, "Who invented the bicycle?")
        absent = turn.locator(".absent")
        assert "not found in the articles" in absent.inner_text().casefold()
        assert 1 <= absent.locator(".passages > li").count() <= 3
        absent.locator(".title").first.click()
        tab.locator("#quote").wait_for()
        assert is_in_sight(tab, "#quote")


def test_escape_stops_an_answer_and_the_page_goes_on(chromium: Any, written: str, ollama: OllamaStandin) -> None:
    with opened(chromium, written) as tab:
        gone, chats = len(ollama.disconnects), len(ollama.chats)
        ollama.faults.append(Fault.hang(30))
        turn = ask(tab, QUESTION)
        turn.locator(".steps.running .now").wait_for()
        until(tab, lambda: len(ollama.chats) > chats)
        tab.keyboard.press("Escape")
        turn.get_by_text("Stopped.").wait_for()
        ollama.wait_for_disconnect(count=gone + 1)
        ollama.faults.clear()
        turn.get_by_role("button", name="Ask again").click()
        tab.locator(".turn details.steps").wait_for()
        assert tab.locator(".turn").count() == 1


def test_an_answer_stays_till_the_new_one_is_whole(chromium: Any, written: str, ollama: OllamaStandin) -> None:
    with opened(chromium, written) as tab:
        said = answered(tab, QUESTION).locator(".answer").inner_text()
        ollama.fault_for = lambda request: Fault.hang(30) if request.path == "/api/chat" else None
        try:
            tab.get_by_role("button", name="Ask again").click()
            tab.locator(".steps.running .now").wait_for()
            assert tab.locator(".turn:visible").count() == 1
            tab.keyboard.press("Escape")
            tab.locator(".stopped").get_by_text("The earlier answer stays.").wait_for()
        finally:
            ollama.fault_for = lambda request: None
        assert tab.locator(".turn").first.locator(".answer").inner_text() == said
        tab.locator(".turn").last.get_by_role("button", name="Ask again").click()
        tab.locator(".turn").nth(1).wait_for(state="detached")
        assert tab.locator(".turn .judging").count() == 1
        tab.reload()
        tab.locator(".turn").wait_for()
        assert tab.locator(".turn").count() == 1


def test_a_model_that_dies_in_the_answer_leaves_quotes_and_a_word_on_it(chromium: Any, tmp_path: Path,
                                                                        ingested_seeds: Path) -> None:
    with OllamaStandin(model) as dying, served(tmp_path / "dying", ingested_seeds, dying.url, writer="free") as url, \
            opened(chromium, url) as tab:
        tab.locator('#status[data-state="good"]').wait_for()
        dying.fault_for = lambda request: Fault.stall(1, 30) if request.path == "/api/chat" else None
        turn = ask(tab, QUESTION)
        turn.locator(".steps.running .now").wait_for()
        until(tab, lambda: len(dying.chats) > 0)
        dying.stop()
        turn.locator("details.steps").wait_for()
        assert turn.locator(".answer blockquote").count() >= 1
        assert "own words" in turn.locator(".note").first.inner_text()
        tab.locator("#status").click()
        tab.locator("#health").get_by_text("No Ollama server").wait_for()


def test_the_status_recovers_by_itself_when_ollama_comes_up(chromium: Any, tmp_path: Path,
                                                            ingested_seeds: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with served(tmp_path / "waiting", ingested_seeds, f"http://127.0.0.1:{port}") as url, opened(chromium, url) as tab:
        tab.locator('#status[data-state="quotes"]').wait_for()
        with OllamaStandin(model) as late, forwarded(port, late.port):
            tab.locator('#status[data-state="good"]').wait_for(timeout=12_000)
            assert "qwen2.5:7b" in tab.locator("#status-words").inner_text()


@contextmanager
def forwarded(port: int, target: int) -> Iterator[None]:
    """Lets a server answer on another port as well."""

    class Forward(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with socket.create_connection(("127.0.0.1", target)) as inner:
                threading.Thread(target=pump, args=(inner, self.request), daemon=True).start()
                pump(self.request, inner)

    with socketserver.ThreadingTCPServer(("127.0.0.1", port), Forward) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield
        server.shutdown()


def pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)


def test_passages_alone_are_ranked_and_not_kept(chromium: Any, quotes: str) -> None:
    with opened(chromium, quotes) as tab:
        tab.locator("#search-only").check()
        turn = ask(tab, "spionage")
        assert turn.locator(".searched .passages > li").count() >= 3
        tab.reload()
        tab.locator("body[data-ready]").wait_for()
        assert tab.locator(".turn").count() == 0


def test_a_filter_limits_what_is_found(chromium: Any, quotes: str) -> None:
    with opened(chromium, quotes) as tab:
        tab.locator("#filters summary").click()
        tab.locator("#filter-languages").select_option("nl")
        assert "Dutch" in tab.locator("#filters-words").inner_text()
        turn = answered(tab, QUESTION)
        assert {chip.get_attribute("data-language") for chip in turn.locator(".chip").all()} == {"nl"}


def test_copying_takes_the_footnotes_along(chromium: Any, quotes: str) -> None:
    with opened(chromium, quotes, permissions=["clipboard-read", "clipboard-write"]) as tab:
        turn = answered(tab, QUESTION)
        turn.get_by_role("button", name="Copy with footnotes").click()
        tab.locator(".toast").wait_for()
        copied = tab.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(QUESTION)
        assert "\n[1] Alibaba unter Spionageverdacht" in copied


def test_by_keyboard_alone(chromium: Any, quotes: str) -> None:
    with opened(chromium, quotes) as tab:
        assert tab.evaluate("document.activeElement.id") == "question"
        tab.keyboard.type("Why is Cainiao software")
        tab.keyboard.press("Shift+Enter")
        tab.keyboard.type("considered a risk?")
        assert "\n" in tab.locator("#question").input_value()
        tab.keyboard.press("Enter")
        tab.locator(".turn details.steps").wait_for()
        for _ in range(40):
            tab.keyboard.press("Shift+Tab")
            if tab.evaluate("document.activeElement.matches('.answer .chip')"):
                break
        assert tab.locator("#tip").is_visible()
        tab.keyboard.press("Enter")
        tab.locator("#quote").wait_for()
        assert tab.evaluate("document.activeElement.id") == "quote"
        tab.keyboard.press("Escape")
        assert tab.evaluate("document.activeElement.matches('.answer .chip')")


def test_two_readers_do_not_hear_each_other(chromium: Any, quotes: str) -> None:
    with opened(chromium, quotes) as one, opened(chromium, quotes) as other:
        first, second = ask(one, QUESTION), ask(other, "Was sagt Alibaba zu den Vorwürfen?")
        for turn in (first, second):
            turn.locator("details.steps").wait_for()
        assert one.locator(".turn h2").all_inner_texts() == [QUESTION]
        assert other.locator(".turn h2").all_inner_texts() == ["Was sagt Alibaba zu den Vorwürfen?"]
        assert one.url != other.url
