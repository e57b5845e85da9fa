"""Asking in a real browser where something comes between: a lost connection, a refusal, an edit, another view."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from ollama_standin import OllamaStandin
from page_browser import answered, ask, model, opened, served

pytestmark = pytest.mark.browser

QUESTION = "Why is Cainiao software considered a risk?"


def until(tab: Any, holds: Callable[[], bool]) -> None:
    for _ in range(200):
        if holds():
            return
        tab.wait_for_timeout(50)
    pytest.fail("it did not come to that within ten seconds")


@contextmanager
def held(tab: Any, address: str) -> Iterator[list[Any]]:
    """Keeps the page's calls to an address waiting, and lets those go on that still wait at the end."""
    waiting: list[Any] = []

    def keep(route: Any) -> None:
        waiting.append(route)

    tab.route(address, keep)
    yield waiting
    for route in waiting:
        route.continue_()
    tab.unroute(address)


def test_who_reads_elsewhere_stays_there_when_the_answer_comes(chromium: Any, quotes: str) -> None:
    with opened(chromium, quotes) as tab:
        with held(tab, "**/call/page_ask") as waiting:
            tab.locator("#question").fill(QUESTION)
            tab.locator("#question").press("Enter")
            until(tab, lambda: bool(waiting))
            tab.locator('.masthead a[data-view="library"]').click()
        tab.locator(".toast").get_by_text("The answer is there").wait_for()
        assert tab.locator("#library").is_visible()
        assert tab.url.endswith("#library")
        tab.locator('.masthead a[data-view="ask"]').click()
        tab.locator(".turn .answer").wait_for()
        assert "#ask/" in tab.url


def test_a_question_that_does_not_get_through_is_still_in_the_box(chromium: Any, quotes: str) -> None:
    with opened(chromium, quotes) as tab:
        turn = answered(tab, QUESTION)
        tab.route("**/call/page_*", lambda route: route.abort())
        turn.get_by_role("button", name="Edit the question").click()
        for search_only in (False, True):
            tab.locator("#search-only").set_checked(search_only)
            tab.locator("#question").fill("Was sagt Alibaba?")
            tab.locator("#question").press("Enter")
            tab.locator(".toast").get_by_text("connection to Newscite broke off").wait_for()
            until(tab, lambda: tab.locator("#question").input_value() == "Was sagt Alibaba?")
            assert tab.locator("#editing").is_visible()
            assert turn.is_visible()
            tab.locator(".toast").evaluate("toast => toast.remove()")
        tab.unroute("**/call/page_*")
        tab.locator("#search-only").uncheck()
        tab.locator("#question").press("Enter")
        tab.locator(".turn h2").get_by_text("Was sagt Alibaba?").wait_for()
        turn.locator(".judging").wait_for()
        assert tab.locator(".turn").count() == 1


def test_a_search_that_is_refused_says_why_under_its_question(chromium: Any, quotes: str) -> None:
    with opened(chromium, quotes) as tab:
        tab.evaluate("localStorage.setItem('newscite-k', '999')")
        tab.locator("#search-only").check()
        turn = ask(tab, "spionage")
        assert turn.locator("h2").inner_text() == "spionage"
        assert "from 1 to 100" in turn.locator(".error").inner_text()
        tab.evaluate("localStorage.removeItem('newscite-k')")
        turn.get_by_role("button", name="Edit the question").click()
        assert tab.locator("#question").input_value() == "spionage"
        assert "takes the place of this one" in tab.locator("#editing").inner_text()
        tab.locator("#question").press("Enter")
        tab.locator(".turn .searched").wait_for()
        assert tab.locator(".turn").count() == 1


def test_what_editing_does_is_what_it_says(chromium: Any, quotes: str) -> None:
    with opened(chromium, quotes) as tab:
        said = answered(tab, QUESTION).locator(".answer").inner_text()
        tab.get_by_role("button", name="Edit the question").click()
        assert "what follows" in tab.locator("#editing").inner_text()
        tab.locator("#search-only").check()
        assert "the answer that you edit stays" in tab.locator("#editing").inner_text()
        tab.locator("#question").press("Enter")
        tab.locator(".searched .passage").first.wait_for()
        assert tab.locator(".turn").first.locator(".answer").inner_text() == said
        # Esc leaves the editing, and so does another conversation.
        tab.locator(".turn").first.get_by_role("button", name="Edit the question").click()
        tab.keyboard.press("Escape")
        assert tab.locator("#editing").is_hidden()
        assert tab.locator("#question").input_value() == ""
        tab.locator(".turn").first.get_by_role("button", name="Edit the question").click()
        tab.locator("#new").click()
        tab.locator("#welcome").wait_for()
        assert tab.locator("#editing").is_hidden()
        assert tab.locator("#question").input_value() == ""


def test_waiting_for_a_translation_and_its_failure_are_shown(chromium: Any, ingested_seeds: Path,
                                                             tmp_path: Path) -> None:
    with OllamaStandin(model) as ollama, \
            served(tmp_path / "written", ingested_seeds, ollama.url, writer="free") as url, opened(chromium, url) as tab:
        tab.locator('#status[data-state="good"]').wait_for()
        turn = answered(tab, QUESTION)
        with held(tab, "**/run/page_translate") as waiting:
            turn.locator(".answer .chip").first.click()
            tab.locator("#translation").get_by_text("Translating…").wait_for()
            waiting.pop().abort()
            tab.locator("#translation").get_by_text("could not be translated").wait_for()


def test_steps_and_replies_of_kinds_that_the_page_does_not_know_do_no_harm(chromium: Any, quotes: str) -> None:
    turn = '<article class="turn"><header class="question"><h2>Why?</h2></header><div class="body"></div></article>'
    steps = '<ol class="steps running"><li class="now weighing"><span>Weighing</span></li><li class="now"><b>x</b></li></ol>'
    replies = [{"kind": "greeting"}, {"turn": turn, "conversation": "kept"}, {"progress": 3}, {"body": steps}, {},
               {"body": '<div class="answer">Since.</div>', "done": True, "mood": "good"}]
    stream = "".join(f"event: generating\ndata: {json.dumps([reply])}\n\n" for reply in replies)
    with opened(chromium, quotes) as tab:
        tab.route("**/call/page_ask", lambda route: route.fulfill(json={"event_id": "1"}))
        tab.route("**/call/page_ask/1", lambda route: route.fulfill(
            content_type="text/event-stream", body=f"event: weather\ndata: [{{}}]\n\n{stream}event: complete\ndata: [null]\n\n"))
        asked = ask(tab, "Why?")
        asked.get_by_text("Since.").wait_for()
        tab.locator("#send").wait_for()
        assert tab.locator(".toast").count() == 0


def test_a_mistake_of_the_page_is_not_told_as_one_of_the_connection(chromium: Any, quotes: str) -> None:
    profile, logged = chromium.new_context(locale="en-GB"), list[str]()
    tab = profile.new_page()
    tab.on("console", lambda said: logged.append(said.text))
    tab.goto(quotes)
    tab.locator("body[data-ready]").wait_for()
    tab.evaluate("() => { crypto.getRandomValues = () => { throw new TypeError('no luck'); }; }")
    tab.locator("#question").fill(QUESTION)
    tab.locator("#question").press("Enter")
    tab.locator(".toast").get_by_text("no luck").wait_for()
    assert tab.locator("#question").input_value() == QUESTION
    assert any("no luck" in line for line in logged)
    profile.close()
