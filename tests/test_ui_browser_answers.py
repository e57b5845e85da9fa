"""What an answer may hold beside its sentences, in a real browser: a false premise, sources that disagree, a list."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from page_browser import answered, ask, opened, served

from rag import Assistant, Settings

pytestmark = pytest.mark.browser

COURIER = {"title": "Blaze at Harlow plant", "outlet": "Harlow Courier", "published": "2024-05-06", "language": "en",
           "text": "The fire at the paint factory in Harlow injured 12 workers on Monday. The fire brigade said that "
                   "the hall burned out completely. The cause is not known yet."}
MAIL = {"title": "Fire in paint factory", "outlet": "Evening Mail", "published": "2024-05-07", "language": "en",
        "text": "Fourteen workers were injured in the fire at the paint factory in Harlow on Monday, a spokeswoman for "
                "the hospital said. Two of them are in a serious condition."}
FIRE = "How many workers were injured in the fire in Harlow?"


@pytest.fixture(scope="module")
def page(ingested_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("answers")
    home = Path(shutil.copytree(ingested_seeds, folder / "library"))
    (folder / "fire.jsonl").write_text("".join(json.dumps({"id": name} | record) + "\n" for name, record in
                                               (("courier", COURIER), ("mail", MAIL))), "utf-8")
    with Assistant.open(Settings(home=home, writer="quotes")) as assistant:
        assert len(assistant.ingest([folder / "fire.jsonl"]).added) == 2
    with served(home, ingested_seeds) as url:
        yield url


def test_sources_that_disagree_stand_side_by_side_and_on_a_phone_below_each_other(chromium: Any, page: str) -> None:
    for width in (1280, 360):
        with opened(chromium, page, width=width) as tab:
            pair = answered(tab, FIRE).locator(".disagree .pair figure")
            said = sorted(pair.all_inner_texts())
            assert len(said) == 2
            assert "Fourteen workers" in said[0]
            assert "Evening Mail" in said[0]
            assert "7 May 2024" in said[0]
            assert "12 workers" in said[1]
            assert "Harlow Courier" in said[1]
            first, second = pair.nth(0).bounding_box(), pair.nth(1).bounding_box()
            beside, below = second["x"] >= first["x"] + first["width"], second["y"] >= first["y"] + first["height"]
            assert (beside, below) == (width > 360, width == 360)
            pair.nth(1).locator(".chip").click()
            tab.locator("#quote").wait_for()
            marked = " ".join(" ".join(tab.locator("mark.this").all_inner_texts()).split())
            assert marked in " ".join(pair.nth(1).locator("q").inner_text().split())


def test_what_a_question_takes_for_granted_is_said_before_the_answer_from_the_start(chromium: Any, page: str) -> None:
    with opened(chromium, page) as tab:
        tab.evaluate("""() => { window.seen = []; new MutationObserver(() => {
            const steps = document.querySelector('.steps.running'), note = document.querySelector('.preface');
            if (note) window.seen.push(Boolean(steps));
        }).observe(document.getElementById('transcript'), { childList: true, subtree: true }); }""")
        turn = answered(tab, "Why did Alibaba leave Belgium in 2019?")
        note = turn.locator(".preface")
        assert "do not seem to say so" in note.inner_text()
        assert note.bounding_box()["y"] < turn.locator(".answer").bounding_box()["y"]
        assert "do not seem to say so" not in turn.locator(".answer").inner_text()
        assert tab.evaluate("window.seen[0]") is True
        tab.reload()
        tab.locator(".turn .preface").wait_for()


def test_a_question_about_the_library_shows_its_articles_to_be_opened(chromium: Any, page: str) -> None:
    with opened(chromium, page) as tab:
        turn = answered(tab, "Which articles do you have?")
        titles = turn.locator(".collection .title").all_inner_texts()
        assert len(titles) == 4
        assert "Blaze at Harlow plant" in titles
        assert "–" not in turn.locator(".answer").inner_text()
        card = turn.locator(".collection .card").filter(has_text="Blaze at Harlow plant")
        # All of the card can be clicked, not its title alone.
        card.click(position={"x": card.bounding_box()["width"] - 8, "y": card.bounding_box()["height"] - 8})
        tab.locator("#source-title").wait_for()
        assert tab.locator("#source-title").inner_text() == "Blaze at Harlow plant"
        assert tab.locator("#source-label").inner_text() == "Blaze at Harlow plant"
        assert "12 workers" in tab.locator("#source-body").inner_text()


def test_a_source_that_is_cited_again_keeps_its_number_and_its_quote(chromium: Any, page: str) -> None:
    with opened(chromium, page) as tab:
        first = answered(tab, FIRE)
        numbers = {quote.inner_text(): quote.locator("xpath=..").get_attribute("data-quote")
                   for quote in first.locator(".card blockquote").all()}
        second = answered(tab, "How many workers were hurt in the factory in Harlow on Monday?")
        again = {quote.inner_text(): quote.locator("xpath=..").get_attribute("data-quote")
                 for quote in second.locator(".card blockquote").all()}
        assert numbers.keys() & again.keys()
        assert all(numbers[quote] == again[quote] for quote in numbers.keys() & again.keys())
        assert not set(again.values()) & (set(numbers.values()) - {numbers[quote] for quote in numbers.keys() & again.keys()})
        for chip in second.locator(".answer .chip").all():
            assert chip.get_attribute("data-cite") in again.values()


def test_labels_and_reasons_are_in_the_readers_language(chromium: Any, page: str) -> None:
    with opened(chromium, page, locale="de-DE") as tab:
        turn = ask(tab, FIRE)
        turn.locator(".disagree").wait_for()
        assert turn.locator(".disagree h3").inner_text() == "Die Quellen widersprechen sich"
        tab.locator("#status").click()
        tab.locator("#health p").get_by_text("Bibliothek:").wait_for()
        assert "Ollama" in tab.locator("#health").inner_text()
        assert tab.locator("#health [lang=en]").count() == 0
