"""Searching across languages and within one, with and without a cross-encoder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Assistant, Settings
from rag.embed import open_reranker

TEXTS = {
    "de-flood": ("de", "In Passau stieg die Donau am Sonntag auf 9,20 Meter. Die Altstadt wurde gesperrt, Schulen blieben zu."),
    "nl-heron": ("nl", "De reigers in het Vondelpark broeden dit jaar drie weken eerder. Onderzoekers wijten dat aan het zachte weer."),
    "en-tram": ("en", "Tram line 14 in Leeds will be extended to the airport by 2031. The council voted for it by nine to four."),
    "en-code": ("en", "The regulator fined the shipping firm under rule XR-774 for late reports. It has to pay within a month."),
    "de-code": ("de", "Die Aufsicht hat eine Reederei nach der Regel XQ-112 verwarnt. Sie muss ihre Berichte nachreichen."),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("search")
    (made / "wire.jsonl").write_text("\n".join(json.dumps({"id": name, "title": name, "text": text, "language": language})
                                               for name, (language, text) in TEXTS.items()))
    with Assistant.open(Settings(home=made / "library", writer="quotes")) as assistant:
        assistant.ingest([made / "wire.jsonl"])
    return made


@pytest.fixture
def assistant(folder: Path) -> Iterator[Assistant]:
    with Assistant.open(Settings(home=folder / "library", writer="quotes")) as opened:
        yield opened


@pytest.mark.parametrize(("question", "best"), [
    ("How high did the Danube rise?", "de-flood"),
    ("Waarom bleven de scholen dicht?", "de-flood"),
    ("Why do herons breed early this year?", "nl-heron"),
    ("Wann brüten die Reiher?", "nl-heron"),
    ("Wie weit wird die Straßenbahn verlängert?", "en-tram"),
    ("Who was fined under XR-774?", "en-code"),
    ("Qui a été averti selon la règle XQ-112 ?", "de-code"),
])
def test_the_right_article_is_first_whatever_the_languages(assistant: Assistant, question: str, best: str) -> None:
    found = assistant.search(question, k=5)
    assert found[0].article_id == best
    assert [passage.score for passage in found] == sorted((passage.score for passage in found), reverse=True)
    assert len(found) == 5


def test_every_passage_is_the_slice_of_its_article_that_it_says(assistant: Assistant) -> None:
    for passage in assistant.search("What happened?", k=5):
        text = assistant.library.show(passage.article_id, passage.version).text
        assert text[passage.start : passage.end] == passage.text
        for span in passage.sentences:
            assert passage.start <= span.start < span.end <= passage.end


def test_a_cross_encoder_reorders_and_leaves_the_scores_to_decide_on(folder: Path, minilm: str, tmp_path: Path) -> None:
    from sentence_transformers import CrossEncoder

    # Its scoring head is untrained: it ranks by chance, but as a real cross-encoder does, and always the same way.
    # Saved by its parts: saving the whole would ask a hub for the base model's card.
    untrained = CrossEncoder(minilm)
    for part in (untrained.model, untrained.tokenizer):
        part.save_pretrained(str(tmp_path / "cross"))
    settings = Settings(home=folder / "library", writer="quotes", reranker=str(tmp_path / "cross"))
    question = "How high did the Danube rise?"
    with Assistant.open(Settings(home=folder / "library", writer="quotes")) as plain:
        before = plain.search(question, k=5)
    with Assistant.open(settings) as assistant:
        after = assistant.search(question, k=5)
        assert [passage.article_id for passage in assistant.search(question, k=2)] == [
            passage.article_id for passage in after[:2]]
    reranker = open_reranker(settings)
    assert reranker is not None
    scores = dict(zip(TEXTS, reranker.scores(question, [text for _, text in TEXTS.values()]), strict=True))
    assert [passage.article_id for passage in after] == sorted(scores, key=lambda name: -scores[name])
    assert [passage.score for passage in after] == pytest.approx([passage.score for passage in before])
