"""Takes the pictures of the page in the README: ``python -m benchmarks.screenshot`` writes docs/page-*.png.

The page is the real one over a library of the seeds, in the Chromium of this machine. It shows what a new user sees:
answers in quotes. An Ollama server that runs on this machine is not asked.

``--every FOLDER`` takes what is to be looked at before a release: every state at four widths, light and dark, with two
invented articles that disagree in the library.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rag import Assistant, Settings
from ui.server import running

__all__ = ["PICTURES", "Picture", "every", "take"]

ROOT = Path(__file__).resolve().parents[1]
QUESTION = "Why is Cainiao software considered a risk?"
ABSENT = "Who invented the bicycle?"
_INVENTED = (
    "Blaze at Harlow plant\n\nThe fire at the paint factory in Harlow injured 12 workers on Monday. The fire brigade "
    "said that the hall burned out completely. The cause is not known yet.\n",
    "Fire in paint factory\n\nFourteen workers were injured in the fire at the paint factory in Harlow on Monday, a "
    "spokeswoman for the hospital said. Two of them are in a serious condition.\n",
)
_HEIGHTS = {360: 740, 768: 1024, 1400: 900, 2560: 1440}
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
          "--disable-background-networking", "--disable-component-update", "--disable-sync",
          "--force-color-profile=srgb", "--hide-scrollbars")
_FOLDER = Path(tempfile.gettempdir()) / "newscite"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its name, what is done on the page before it is taken, and the window that it is taken in."""

    name: str
    prepare: Callable[[Any], None]
    width: int = 1280
    height: int = 800
    scheme: str = "light"


def empty(tab: Any) -> None:
    """Shows the page before anything is asked."""
    tab.locator("#welcome").wait_for()


def answer(tab: Any) -> None:
    """Asks, and opens the first source beside the answer."""
    _ask(tab, QUESTION)
    tab.locator(".answer .chip").first.click()
    tab.locator("#quote").wait_for()


def absent(tab: Any) -> None:
    """Asks what the articles do not say."""
    _ask(tab, ABSENT)


def library(tab: Any) -> None:
    """Shows the articles."""
    tab.locator('.masthead a[data-view="library"]').click()
    tab.locator("#rows .title").first.wait_for()


def phone(tab: Any) -> None:
    """Asks on a phone."""
    _ask(tab, QUESTION)


def asking(question: str) -> Callable[[Any], None]:
    """Returns what asks a question."""
    return lambda tab: _ask(tab, question)


def settings(tab: Any) -> None:
    """Opens the settings."""
    tab.locator("#settings-open").click()
    tab.locator("#health p").first.wait_for()


def conversations(tab: Any) -> None:
    """Opens the list of conversations, and the menu of one."""
    _ask(tab, QUESTION)
    if not tab.locator("#new").is_visible():
        tab.locator("#drawer").click()
    tab.locator("#talk-list summary").first.click()


PICTURES = (
    Picture("empty", empty), Picture("answer", answer), Picture("absent", absent), Picture("library", library),
    Picture("dark", answer, scheme="dark"), Picture("phone", phone, width=390, height=844),
)


STATES = (
    Picture("empty", empty), Picture("answer", answer), Picture("absent", absent), Picture("library", library),
    Picture("collection", asking("Which articles do you have?")), Picture("settings", settings),
    Picture("premise", asking("Why did Alibaba leave Belgium in 2019?")), Picture("conversations", conversations),
    Picture("disagreement", asking("How many workers were injured in the fire in Harlow?")),
)


def every() -> tuple[Picture, ...]:
    """Returns each state at each width, light and dark, the name saying which."""
    return tuple(replace(state, name=f"{state.name}-{width}-{scheme}", width=width, height=height, scheme=scheme)
                 for state in STATES for width, height in _HEIGHTS.items() for scheme in ("light", "dark"))


def take(folder: Path, chromium: str, pictures: Sequence[Picture] = PICTURES, invented: Sequence[str] = ()
         ) -> list[Path]:
    """Writes pictures and returns their files.

    Args:
        folder: Where they go.
        chromium: The browser's program.
        pictures: To be taken.
        invented: Articles to add to the seeds.
    """
    from playwright.sync_api import sync_playwright

    written: list[Path] = []
    with _articles() as articles, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_FLAGS))
        settings = Settings(home=articles.parent / "library", writer="quotes")
        with Assistant.open(settings) as assistant:
            for number, text in enumerate(invented):
                (articles / f"invented-{number}.txt").write_text(text, "utf-8")
            assistant.ingest([articles])
            with running(assistant) as url:
                for picture in pictures:
                    written.append(_one(browser, url, picture, folder))
                    for kept in assistant.conversations.list():
                        assistant.conversations.delete(kept.conversation_id)
        browser.close()
    return written


def _one(browser: Any, url: str, picture: Picture, folder: Path) -> Path:
    size = {"width": picture.width, "height": picture.height}
    context = browser.new_context(viewport=size, color_scheme=picture.scheme, locale="en-GB")
    tab = context.new_page()
    tab.goto(url)
    tab.locator("body[data-ready]").wait_for()
    tab.locator("#status:not([data-state=''])[data-state]").wait_for()
    picture.prepare(tab)
    tab.mouse.move(0, 0)
    tab.wait_for_timeout(500)  # lists follow, and the panel scrolls to its quote
    target = folder / f"page-{picture.name}.png"
    tab.screenshot(path=target)
    context.close()
    return target


def _ask(tab: Any, question: str) -> None:
    tab.locator("#question").fill(question)
    tab.locator("#question").press("Enter")
    tab.locator(".turn details.steps").wait_for()
    tab.locator("#talk-list .current").wait_for(state="attached")


@contextmanager
def _articles() -> Generator[Path]:
    """Gives a folder of the seeds. The page shows it, so it has the same short name on every machine."""
    _FOLDER.mkdir()
    try:
        yield Path(shutil.copytree(ROOT / "seeds", _FOLDER / "seeds"))
    finally:
        shutil.rmtree(_FOLDER)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=ROOT / "docs")
    parser.add_argument("--every", type=Path, metavar="FOLDER", help="every state at four widths, light and dark")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("skipped: no chromium on this machine")
        return 1
    if options.every is not None:
        options.every.mkdir(parents=True, exist_ok=True)
    written = (take(options.every, chromium, every(), _INVENTED) if options.every is not None
               else take(options.folder, chromium))
    for target in written:
        print(f"written: {target}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
