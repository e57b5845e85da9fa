"""Takes the picture of the chat in the README: ``python -m benchmarks.screenshot`` writes docs/chat.png.

The page is the real one over a library of the seeds, in the Chromium of this machine. It shows what a new user sees: an
answer in quotes. An Ollama server that runs on this machine would write one instead; stop it first.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from rag import Assistant, Settings
from rag.settings import DEFAULT_HOST
from ui.server import running

__all__ = ["take"]

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "chat.png"
QUESTION = "Why is Cainiao software considered a risk?"
WIDTH, HEIGHT = 880, 1220
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
          "--disable-background-networking", "--disable-component-update", "--disable-sync",
          "--force-color-profile=srgb", "--hide-scrollbars")
_FOLDER = Path(tempfile.gettempdir()) / "newscite"


def take(target: Path, chromium: str) -> None:
    """Asks the question on the page and writes a picture of the answer.

    Args:
        target: The PNG file to write.
        chromium: The browser's program.
    """
    from playwright.sync_api import sync_playwright

    with _articles() as articles:
        settings = Settings(home=articles.parent / "library", ollama_host=DEFAULT_HOST)
        with Assistant.open(settings) as assistant, sync_playwright() as playwright:
            assistant.ingest([articles])
            with running(assistant) as url:
                browser = playwright.chromium.launch(executable_path=chromium, args=list(_FLAGS))
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
                page.goto(url)
                box = page.get_by_role("textbox", name="Question")
                box.fill(QUESTION)
                box.press("Enter")
                page.locator(".answer .warning").first.wait_for(timeout=60_000)
                page.mouse.move(0, 0)
                page.wait_for_timeout(1000)  # the chat scrolls to its end
                page.screenshot(path=target)
                browser.close()


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
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("skipped: no chromium on this machine")
        return 1
    take(options.target, chromium)
    print(f"written: {options.target}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
