"""Payloads on the real page in a real browser, every request logged: none may go anywhere but to the page."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.hostile.payloads import addresses, payloads
from benchmarks.hostile.sinks import hostile_answer

if TYPE_CHECKING:
    from rag import Assistant

__all__ = ["Seen", "control", "hostile_articles", "listening", "read_all"]

_BATCH = 50
_WATCH = """
window.seen = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.seen.push(event.violatedDirective + " " + event.blockedURI);
});
"""
_ACTIVE = (
    "iframe, video, audio, object, embed, portal, frame, base, marquee, [onerror], [onload], img[src^=http], "
    ":is(.turn, #source, #rows) [style]"
)


@dataclass(slots=True)
class Seen:
    """What a browser did while it showed payloads.

    Attributes:
        shown: How many payloads it was shown.
        foreign: Requests to anywhere else, and what the policy had to stop.
        acted: Dialogs, windows, errors and elements of a payload's making.
    """

    shown: int = 0
    foreign: list[str] = field(default_factory=list[str])
    acted: list[str] = field(default_factory=list[str])


@contextmanager
def listening() -> Generator[tuple[str, list[str]]]:
    """Serves as the attacker's host on this machine; gives its address and the requests that it gets."""
    heard: list[str] = []

    class Host(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}", heard
        finally:
            server.shutdown()
            thread.join()


def hostile_articles(file: Path, count: int, host: str, seed: int = 0) -> None:
    """Writes articles whose titles and paragraphs are payloads, `_BATCH` paragraphs each, as JSON Lines."""
    made = [one.text.encode("utf-8", "replace").decode() for one in payloads(count, seed, host)]
    with file.open("w", encoding="utf-8") as out:
        for begin in range(0, count, _BATCH):
            part = made[begin : begin + _BATCH]
            # Over and over the same length of words, so that no two articles are taken for one.
            text = "\n\n".join(f"Paragraph {begin + at}. {' '.join(text.split())}" for at, text in enumerate(part))
            record = {
                "id": f"hostile-{begin}",
                "title": " ".join(part[0].split())[:200] or "none",
                "text": text,
                "language": "en",
                "url": f'https://a.example/{begin}?"><img src={host}/url>',
            }
            out.write(json.dumps(record) + "\n")


def read_all(chromium: Any, url: str, assistant: Assistant, count: int, host: str, seed: int = 0) -> Seen:
    """Shows that many payloads: as answers with sources, as articles beside them, and some as questions.

    Args:
        chromium: A launched browser of playwright.
        url: Of the page.
        assistant: Whose page it is; it has the `hostile_articles`, and gets conversations.
        host: Where the payloads want to go.
    """
    seen, profile = Seen(), chromium.new_context()
    profile.add_init_script(_WATCH)
    profile.on(
        "request", lambda request: None if request.url.startswith((url, "data:")) else seen.foreign.append(request.url)
    )
    tab = profile.new_page()
    profile.on("page", lambda opened: seen.acted.append(f"a window of {opened.url}"))
    tab.on("dialog", lambda dialog: (seen.acted.append("a dialog"), dialog.dismiss()))
    tab.on("pageerror", lambda error: seen.acted.append(str(error)))
    made = payloads(count, seed, host)
    for begin in range(0, count, _BATCH):
        texts = [one.text.encode("utf-8", "replace").decode() for one in made[begin : begin + _BATCH]]
        _conversation(tab, url, assistant, texts, begin)
        _look(tab, seen)
        seen.shown += len(texts)
    _articles(tab, url, seen)
    for one in made[:: max(1, count // 4)]:
        _ask(tab, url, one.text.encode("utf-8", "replace").decode().replace("\0", " "))
        _look(tab, seen)
    profile.close()
    return seen


def control(chromium: Any, count: int, host: str, seed: int = 0) -> None:
    """Shows the payloads as a page that escapes nothing would: the attacker's host has to hear of it."""
    from playwright.sync_api import Error

    profile = chromium.new_context()
    tab = profile.new_page()
    tab.on("dialog", lambda dialog: dialog.dismiss())
    for one in payloads(count, seed, host):
        if one.kind == "html":
            # Some lead the browser away while it is still being shown them.
            with suppress(Error):
                tab.set_content(one.text.encode("utf-8", "replace").decode(), wait_until="commit")
    tab.wait_for_timeout(300)
    profile.close()


def _conversation(tab: Any, url: str, assistant: Assistant, texts: Sequence[str], begin: int) -> None:
    talk = assistant.conversations.new_id()
    for at, text in enumerate(texts):
        assistant.conversations.keep(talk, hostile_answer(text, addresses(begin + at)))
    tab.goto("about:blank")
    tab.goto(f"{url}#ask/{talk}")
    tab.locator("body[data-ready]").wait_for()
    tab.locator(".turn").nth(len(texts) - 1).wait_for()
    tab.evaluate("""() => {
        for (const each of document.querySelectorAll('details')) each.open = true;
        for (const each of document.querySelectorAll('.chip, .badge')) { each.focus(); each.blur(); }
    }""")


def _articles(tab: Any, url: str, seen: Seen) -> None:
    tab.goto("about:blank")
    tab.goto(f"{url}#library")
    tab.locator("body[data-ready]").wait_for()
    tab.locator("#rows [data-article]").first.wait_for()
    for title in tab.locator("#rows [data-article]").all():
        with tab.expect_response("**/page_source"):
            title.click()
        tab.locator("#source-title").wait_for()
        _look(tab, seen)
        tab.locator("#source-close").click()


def _ask(tab: Any, url: str, question: str) -> None:
    tab.goto("about:blank")
    tab.goto(url)
    tab.locator("body[data-ready]").wait_for()
    tab.locator("#question").fill(question[:1000])
    tab.locator("#question").press("Enter")
    tab.locator(".turn .steps, .turn .error").first.wait_for()


def _look(tab: Any, seen: Seen) -> None:
    seen.foreign += tab.evaluate("window.seen.splice(0)")
    found = tab.locator(_ACTIVE).count()
    if found:
        seen.acted.append(
            f"{found} elements: {tab.locator(_ACTIVE).first.evaluate('(each) => each.outerHTML.slice(0, 120)')}"
        )
