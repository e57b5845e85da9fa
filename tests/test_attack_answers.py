"""Articles that give orders and a model that obeys and invents: nothing unchecked is shown as supported, anywhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.hostile.answers import LyingModel, attempts, forgeries, poisoned_articles
from benchmarks.hostile.payloads import payloads
from benchmarks.hostile.sinks import hostile_answer, in_chat, in_export, leaks
from rag import Assistant, Settings
from rag.errors import ConversationNotFoundError
from rag.types import Claim

TOWNS = 1


@pytest.fixture(scope="module")
def model() -> LyingModel:
    return LyingModel()


@pytest.fixture(scope="module")
def assistant(model: LyingModel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("poisoned")
    (folder / "articles").mkdir()
    poisoned_articles(folder / "articles", TOWNS)
    with Assistant.open(Settings(home=folder / "library", writer="free"), model=model) as opened:
        assert not opened.ingest(folder / "articles").failed
        yield opened


def test_no_invention_is_shown_as_supported(assistant: Assistant, model: LyingModel) -> None:
    verdicts: list[str] = []
    wrong = []
    for answer, found in attempts(assistant, model, 60, TOWNS):
        wrong += found
        verdicts += [claim.verdict for claim in answer.claims]
    assert wrong == []
    # The checks do not refuse everything: what was honest is shown.
    assert verdicts.count("supported") > 2
    assert verdicts.count("quoted") > 50
    assert len(model.told) > 10


def test_a_forgery_would_be_seen(assistant: Assistant, model: LyingModel) -> None:
    answer, _ = next(item for item in attempts(assistant, model, 20, TOWNS, seed=1) if item[0].citations)
    number = answer.citations[0].number
    forged = (
        replace(answer, claims=(Claim("The town paid 48151 dollars.", "supported", (number,)),)),
        replace(answer, claims=(Claim("See http://evil.example/x for more.", "supported", (number,)),)),
        replace(answer, claims=(Claim("It was closed.", "quoted", (number,)),)),
        replace(answer, claims=(Claim("It was closed.", "supported", (404,)),)),
        replace(answer, text="It was closed [404]."),
        replace(answer, citations=(replace(answer.citations[0], start=answer.citations[0].start + 1), *answer.citations[1:])),
    )
    assert all(list(forgeries(one, model, assistant)) for one in forged)


def test_no_payload_is_more_than_text_in_any_place_that_shows_it(home: Path) -> None:
    with Assistant.open(Settings(home=home, writer="quotes")) as opened:
        assert list(leaks(120, 0, opened)) == []


def test_an_active_payload_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    # `ui.render` also names a function like its module, which hides the module from dotted paths.
    monkeypatch.setattr(sys.modules["ui.render.escape"], "inert", lambda text: text)
    assert sum(in_chat(one.text, 0) is not None for one in payloads(100)) > 30


def test_the_name_of_an_article_is_inert_in_the_export_too(home: Path) -> None:
    with Assistant.open(Settings(home=home, writer="quotes")) as opened:
        hostile = hostile_answer("Words.")
        named = replace(hostile, citations=(replace(hostile.citations[0], article_id="![a](http://evil.example/a)<img src=x>"),))
        talk = opened.conversations.new_id()
        opened.conversations.keep(talk, named)
        document = opened.conversations.export_markdown(talk)
        assert "![a]" not in document
        assert "<img" not in document.replace("\\<img", "")
        assert in_export("\x1b]52;c;AAAA\x07 \u202egnp", 0, opened) is None
        opened.conversations.delete(talk)
        with pytest.raises(ConversationNotFoundError):
            opened.conversations.export_markdown(talk)
