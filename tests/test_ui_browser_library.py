"""The library in a real browser: files in, files out, and what an article full of attacks comes to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ollama_standin import OllamaStandin
from page_browser import answered, opened, served

pytestmark = pytest.mark.browser

TRAM = ("The tram to Oostduin\n\nThe city council of Oostduin decided on Monday that the tram to the harbour will run "
        "again from March. The line had been closed since the flood of 2021. Repairs cost twelve million euros.\n")
HOST = "evil.example"
PAYLOADS = (
    f"![a](http://{HOST}/1) <img src=http://{HOST}/2 onerror=alert(1)> [b](javascript:alert(1)) https://{HOST}/3 "
    f"<form action=http://{HOST}/4><button>send</button></form> <video src=http://{HOST}/5 autoplay></video> "
    f"<style>@import url(http://{HOST}/6)</style> <script>document.title='owned'</script> <svg onload=alert(1)> "
    f"&lt;img src=http://{HOST}/7&gt; %3Cscript%3E \"><iframe src=//{HOST}/8></iframe> <base href=//{HOST}/> \u202egnp"
)
ATTACK = (f"Harbour fees {PAYLOADS}\n\nThe harbour of Oostduin raises its fees by four percent in April. {PAYLOADS} "
          f"The harbour master of Oostduin says that the fees pay for the dredging. {PAYLOADS}\n")


@pytest.fixture
def page(ingested_seeds: Path, tmp_path: Path) -> Iterator[str]:
    with served(tmp_path / "library", ingested_seeds) as url:
        yield url


def bring(tab: Any, *files: tuple[str, str]) -> None:
    payload = [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in files]
    tab.locator('.masthead a[data-view="library"]').click()
    tab.locator("#files").set_input_files(payload)
    tab.locator("#uploads > li:is(.done, .failed)").nth(len(files) - 1).wait_for()


def test_uploaded_asked_removed_and_asked_again(chromium: Any, page: str, tmp_path: Path) -> None:
    question = "When will the tram to the harbour run again?"
    with opened(chromium, page) as tab:
        bring(tab, ("tram.txt", TRAM), ("empty.txt", ""))
        assert tab.locator("#uploads > li.done").get_by_text("1 added").count() == 1
        assert "empty.txt" in tab.locator("#uploads > li.failed").inner_text()
        tab.locator('.masthead a[data-view="ask"]').click()
        turn = answered(tab, question)
        assert "from March" in turn.locator(".answer").inner_text()
        address = tab.url

        tab.locator('.masthead a[data-view="library"]').click()
        tab.locator("#find").fill("oostduin")
        tab.locator("#rows tr").nth(1).wait_for(state="detached")
        tab.locator("#rows input").check()
        tab.locator("#remove").click()
        assert "The tram to Oostduin" in tab.locator("#confirm-words").inner_text()
        tab.locator("#confirm-yes").click()
        tab.locator("#rows .none").wait_for()
        assert not list((tmp_path / "library" / "uploads").iterdir())

        tab.goto(address)
        tab.reload()
        tab.locator(".card .state").get_by_text("removed").wait_for()
        tab.locator(".turn .chip").first.click()
        tab.locator("#source .state").get_by_text("removed").wait_for()
        tab.locator("#source-close").click()
        tab.locator("#new").click()
        assert "from March" not in answered(tab, question).locator(".body").inner_text()


def test_two_files_of_one_name_and_a_near_duplicate(chromium: Any, page: str) -> None:
    with opened(chromium, page) as tab:
        bring(tab, ("index.txt", TRAM))
        bring(tab, ("index.txt", TRAM.replace("twelve", "thirteen").replace("The tram to Oostduin", "Tram runs again")))
        tab.locator("#rows .state").get_by_text("Nearly the same as: The tram to Oostduin").wait_for()
        assert tab.locator("#count").inner_text() == "4"


def test_a_folder_is_kept_in_step(chromium: Any, page: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "tram.txt").write_text(TRAM, "utf-8")
    with opened(chromium, page) as tab:
        tab.locator('.masthead a[data-view="library"]').click()
        for told, change in (("1 added", (folder / "tram.txt").unlink), ("1 removed", lambda: None)):
            tab.locator("#folder").fill(str(folder))
            tab.locator("#folder").press("Enter")
            tab.locator("#uploads").get_by_text(told).wait_for()
            change()
        tab.locator("#folder").fill("no/such/folder")
        tab.locator("#folder").press("Enter")
        tab.locator("#uploads .failed").get_by_text("is not a folder").wait_for()


def test_the_chat_can_be_narrowed_to_chosen_articles(chromium: Any, page: str) -> None:
    with opened(chromium, page) as tab:
        tab.locator('.masthead a[data-view="library"]').click()
        tab.get_by_role("checkbox", name="Select Alibaba unter Spionageverdacht").check()
        tab.locator("#ask-chosen").click()
        assert "1 article" in tab.locator("#filters-words").inner_text()
        turn = answered(tab, "Why is Cainiao software considered a risk?")
        assert turn.locator(".card h3").all_inner_texts() == ["Alibaba unter Spionageverdacht"]


def test_what_was_chosen_and_is_removed_no_longer_narrows_the_chat(chromium: Any, page: str) -> None:
    with opened(chromium, page) as tab:
        tab.locator('.masthead a[data-view="library"]').click()
        tab.get_by_role("checkbox", name="Select Alibaba unter Spionageverdacht").check()
        tab.locator("#ask-chosen").click()
        assert tab.evaluate("document.activeElement.id") == "question"
        tab.locator('.masthead a[data-view="library"]').click()
        tab.get_by_role("checkbox", name="Select Alibaba unter Spionageverdacht").check()
        tab.locator("#remove").click()
        tab.locator("#confirm-yes").click()
        tab.locator(".toast").get_by_text("no longer in the library. Searched: all articles").wait_for()
        tab.locator('.masthead a[data-view="ask"]').click()
        turn = answered(tab, "Wat gebeurt er op de luchthaven van Luik?")
        assert turn.locator(".error").count() == 0
        assert turn.locator(".chip").count() > 0


def test_a_file_that_is_too_large_is_not_sent(chromium: Any, page: str) -> None:
    with opened(chromium, page) as tab:
        sent: list[str] = []
        tab.on("request", lambda request: sent.append(request.url))
        tab.evaluate("document.body.dataset.mb = '0'")
        bring(tab, ("tram.txt", TRAM))
        assert "larger than 0 MiB" in tab.locator("#uploads > li.failed").inner_text()
        assert not any("upload" in address for address in sent)


def test_attacks_in_article_and_answer_are_read_and_do_nothing(chromium: Any, ingested_seeds: Path,
                                                               tmp_path: Path) -> None:
    def attacker(messages: list[dict[str, str]]) -> str:
        if "Copy from" in messages[-1]["content"]:
            return "raises its fees by four percent"
        return f"The harbour of Oostduin raises its fees by four percent in April {PAYLOADS} [1]. {PAYLOADS}"

    with OllamaStandin(attacker) as ollama, \
            served(tmp_path / "attacked", ingested_seeds, ollama.url, writer="free") as url, \
            opened(chromium, url) as tab:
        asked: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("dialog", lambda dialog: asked.append(f"dialog: {dialog.message}"))
        bring(tab, ("fees.txt", ATTACK), (f"{PAYLOADS[:60].replace('/', '')}.txt", TRAM))
        tab.locator('.masthead a[data-view="ask"]').click()
        turn = answered(tab, f"By how much does the harbour of Oostduin raise its fees? {PAYLOADS}")
        for details in turn.locator("details").all():
            details.evaluate("details => { details.open = true; }")
        chip = turn.locator(".chip").first
        chip.hover()
        chip.click()
        tab.locator("#quote").wait_for()
        tab.reload()
        tab.locator(".turn .chip").first.wait_for()
        shown = tab.locator(".turn").inner_text() + tab.locator("#talk-list").inner_text()
        assert "<script>" in shown
        assert "\u202e" not in shown
        for place in (".turn", "#source", "#rows", "#uploads", "#talk-list", "#tip"):
            assert tab.locator(place).locator("img, video, iframe, script, style, base, svg[onload], a[href*=evil]").count() == 0
        assert tab.locator('.turn form:not(.feedback)').count() == 0
        assert tab.title() == "Newscite"
        assert [address for address in asked if not address.startswith(url)] == []
