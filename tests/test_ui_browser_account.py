"""The log-in in a real browser: refused, let in, asked, logged out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from page_browser import answered, browser, is_of_net

from rag import Assistant, Settings
from ui.access import access_for
from ui.server import running

pytestmark = pytest.mark.browser

PASSWORD = "correct horse battery"
NAME = "news.example.org"
ACCESS = access_for("127.0.0.1", user="redaction", names=(NAME,), environment={"NEWSCITE_CHAT_PASSWORD": PASSWORD})


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser(f"--host-resolver-rules=MAP {NAME} 127.0.0.1") as launched:
        yield launched


@pytest.fixture(scope="module")
def page(ingested_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = Path(shutil.copytree(ingested_seeds, tmp_path_factory.mktemp("account") / "library"))
    with Assistant.open(Settings(home=home, writer="quotes", ollama_host="http://127.0.0.1:1")) as assistant, \
            running(assistant, access=ACCESS) as url:
        yield url


def enter(tab: Any, password: str) -> None:
    tab.get_by_label("Name").fill("redaction")
    tab.get_by_label("Password").fill(password)
    tab.get_by_role("button", name="Log in").click()


@pytest.mark.parametrize("width", [1280, 360])
def test_a_reader_logs_in_asks_and_logs_out(chromium: Any, page: str, width: int) -> None:
    profile = chromium.new_context(viewport={"width": width, "height": 740}, locale="en-GB")
    tab = profile.new_page()
    tab.goto(page)
    enter(tab, "wrong")
    tab.locator("#said").get_by_text("wrong").wait_for()
    assert tab.locator("#question").count() == 0
    enter(tab, PASSWORD)
    tab.locator("body[data-ready]").wait_for()
    assert answered(tab, "Why is Cainiao software considered a risk?").locator(".chip").count() > 1
    if width == 360:
        tab.locator("#settings-open").click()
    tab.locator(".log-out:visible").click()
    tab.get_by_role("button", name="Log in").wait_for()
    tab.goto(page)
    tab.get_by_role("button", name="Log in").wait_for()
    profile.close()


def test_from_another_machine_over_plain_http_one_asks_and_copies_as_well(chromium: Any, page: str) -> None:
    """There a browser counts the page as insecure, and leaves out what it has for secure ones."""
    profile, errors = chromium.new_context(locale="en-GB"), list[str]()
    tab = profile.new_page()
    tab.on("console", lambda said: errors.append(said.text) if said.type == "error" and not is_of_net(said.text) else None)
    tab.goto(page.replace("127.0.0.1", NAME))
    assert tab.evaluate("isSecureContext") is False
    enter(tab, PASSWORD)
    tab.locator("body[data-ready]").wait_for()
    turn = answered(tab, "Why is Cainiao software considered a risk?")
    turn.get_by_role("button", name="Copy with footnotes").click()
    tab.locator(".toast").get_by_text("Copied.").wait_for()
    tab.locator("#question").press("Control+V")
    assert "\n[1] Alibaba unter Spionageverdacht" in tab.locator("#question").input_value()
    tab.evaluate("document.execCommand = () => false")
    turn.get_by_role("button", name="Copy with footnotes").click()
    tab.locator(".toast").get_by_text("copy it yourself").wait_for()
    assert errors == []
    profile.close()
