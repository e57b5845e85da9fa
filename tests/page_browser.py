"""A real browser on a real page: what the tests of the page share."""

from __future__ import annotations

import re
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from rag import Assistant, Settings
from ui.server import running

__all__ = ["answered", "ask", "browser", "is_of_net", "model", "opened", "served"]

_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
          "--disable-background-networking", "--disable-component-update", "--disable-sync")
DRAFT = "The software of Cainiao could be a possible espionage risk [1]. A law of 1887 says so [1]. Everyone likes it."
TRANSLATION = "There are reports that the software of Cainiao is a possible espionage risk."


def model(messages: list[dict[str, str]]) -> str:
    """Plays a model that finds words in the evidence, translates, and drafts one good and two bad sentences."""
    prompt = messages[-1]["content"]
    if "Copy from" in prompt or "copy" in prompt.casefold()[-300:]:
        found = re.search(r'"([^"]{10,60})', prompt)
        return found[1] if found else "NONE"
    return TRANSLATION if "ranslat" in " ".join(message["content"] for message in messages) else DRAFT


@contextmanager
def browser(*flags: str) -> Generator[Any]:
    """Gives a Chromium, with further `flags`; skips the test where there is none."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=[*_FLAGS, *flags])
        yield launched
        launched.close()


@contextmanager
def served(home: Path, library: Path, host: str = "http://127.0.0.1:1", **settings: Any) -> Generator[str]:
    """Serves a copy of a library, and gives the page's address."""
    if not home.exists():
        shutil.copytree(library, home)
    with Assistant.open(Settings(home=home, ollama_host=host, **settings)) as assistant, running(assistant) as url:
        yield url


def is_of_net(logged: str) -> bool:
    """Tells whether the browser itself logged that a request failed, which a test may want."""
    return logged.startswith("Failed to load resource")


@contextmanager
def opened(chromium: Any, url: str, *, width: int = 1280, height: int = 800, **context: Any) -> Generator[Any]:
    """Opens the page in a profile of its own; what its code throws, or logs as an error, fails the test."""
    profile = chromium.new_context(viewport={"width": width, "height": height}, **context)
    tab, errors = profile.new_page(), list[str]()
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda said: errors.append(said.text) if said.type == "error" and not is_of_net(said.text) else None)
    tab.set_default_timeout(20_000)
    tab.goto(url)
    tab.locator("body[data-ready]").wait_for()
    yield tab
    profile.close()
    assert errors == []


def ask(tab: Any, question: str) -> Any:
    """Asks by keyboard and returns the turn, answered or not yet."""
    count = tab.locator(".turn").count()
    tab.locator("#question").fill(question)
    tab.locator("#question").press("Enter")
    turn = tab.locator(".turn").nth(count)
    turn.wait_for()
    return turn


def answered(tab: Any, question: str) -> Any:
    """Asks and returns the turn once its answer is whole."""
    turn = ask(tab, question)
    turn.locator("details.steps").wait_for()
    return turn
