"""Whether the articles answer a question or only speak of the same things: what counts, and what it counts for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from rag import Assistant, EvidenceFound, Settings
from rag.answerable import (
    Clues,
    Weighing,
    clues,
    load_weighing,
    missing_names,
    names_the_matter,
    without_names,
)
from rag.embed.bundled import BundledEmbedder
from rag.score import Reference, load_reference
from rag.search import Found, FoundPassage
from rag.types import Evidence, Passage, Span

TEXT = ("Turbine maker Halvorsen will close its works in Odden. The director, Signe Brandt, blamed weak orders. "
        "The works employ 340 people. They were opened in 1961.")
NAMELESS = "How many people work at the works?"


@pytest.fixture(scope="module")
def embedder() -> BundledEmbedder:
    return BundledEmbedder(threads=1)


@pytest.fixture(scope="module")
def reference(embedder: BundledEmbedder) -> Reference:
    found = load_reference(embedder.identity)
    assert found is not None
    return found


def found_of(embedder: BundledEmbedder, question: str, language: str = "en", text: str = TEXT) -> Found:
    spans: list[Span] = []
    for part in text.split(". "):
        start = text.index(part)
        spans.append(Span(start, min(start + len(part) + 1, len(text))))
    sentences = embedder.encode_passages([text[span.start : span.end] for span in spans])
    vector = embedder.encode_questions([question])[0]
    dense = float(embedder.encode_passages([text])[0] @ vector)
    passage = Passage(1, "halvorsen", 1, None, None, None, None, "en", None, None, text, 0, len(text), dense,
                      dense=dense, sentences=tuple(spans))
    return Found(question, language, vector, (FoundPassage(passage, sentences @ vector, sentences),), 4.0)


def told(embedder: BundledEmbedder, reference: Reference, question: str, text: str = TEXT) -> Clues:
    found = found_of(embedder, question, text=text)
    aspect = embedder.encode_questions([without_names(question, "en")])[0]
    return clues(found, aspect, reference)


def test_a_question_for_a_number_is_surer_of_a_text_that_has_one(embedder: BundledEmbedder, reference: Reference) -> None:
    question = "How many people does Halvorsen employ in Odden?"
    with_number = told(embedder, reference, question)
    without = told(embedder, reference, question, TEXT.replace("employ 340 people", "employ people of the town"))
    assert with_number.kind is not None
    assert without.kind is not None
    assert with_number.kind > without.kind == -3.0
    weighing = load_weighing(embedder.identity.name)
    assert weighing is not None
    assert weighing.confidence(with_number) > weighing.confidence(without) + 1.0


def test_what_is_asked_counts_and_not_only_of_whom(embedder: BundledEmbedder, reference: Reference) -> None:
    answered = told(embedder, reference, "Who is the director of Halvorsen?")
    missed = told(embedder, reference, "Which football club does Halvorsen sponsor?")
    assert answered.aspect is not None
    assert missed.aspect is not None
    assert answered.aspect > missed.aspect + 0.5


def test_the_second_judge_is_heard_only_where_the_matter_is_named(embedder: BundledEmbedder, reference: Reference) -> None:
    assert names_the_matter(found_of(embedder, "How many people does Halvorsen employ?"))
    assert names_the_matter(found_of(embedder, "Hoeveel mensen werken bij Halvorsens fabriek?", "nl"))
    assert not names_the_matter(found_of(embedder, NAMELESS))
    assert not names_the_matter(found_of(embedder, "How many people does Lindqvist employ?"))
    plain = clues(found_of(embedder, NAMELESS), None, reference)
    assert plain.kind is None
    assert plain.aspect is None


def test_the_lower_judgement_counts() -> None:
    weighing = Weighing({"base": 1.0}, {"base": 1.0, "kind": 2.0, "aspect": 1.0}, 0.5)
    sure = Clues(base=3.0, lead=0.0, peak=0.0, kind=0.0, aspect=2.0)
    assert weighing.confidence(sure) == 3.0
    assert weighing.confidence(replace(sure, kind=-1.0)) == 2.5
    assert weighing.confidence(replace(sure, kind=None, aspect=None)) == 3.0


def test_every_shipped_clue_speaks_for_an_answer(embedder: BundledEmbedder) -> None:
    weighing = load_weighing(embedder.identity.name)
    assert weighing is not None
    assert min([*weighing.every.values(), *weighing.named.values()]) > 0.0


def test_a_model_that_was_never_calibrated_has_no_weights() -> None:
    assert load_weighing("some/model") is None


@pytest.mark.parametrize(("question", "language", "rest"), [
    ("How many people does Halvorsen employ in Odden?", "en", "How many people does employ in ?"),
    ("Wie viele Menschen arbeiten dort?", "de", "Wie viele Menschen arbeiten dort?"),
    ("Why?", "en", "Why?"),
])
def test_names_are_left_out_of_what_is_asked(question: str, language: str, rest: str) -> None:
    assert without_names(question, language) == rest


def test_names_that_no_passage_has_are_told(embedder: BundledEmbedder) -> None:
    assert missing_names(found_of(embedder, "Did Signe Brandt visit Norway?")) == ("Norway",)
    assert missing_names(found_of(embedder, "Did Signe Brandt visit Odden?")) == ()
    assert missing_names(Found("Who?", "en", np.zeros(4, dtype=np.float32), (), float("-inf"))) == ()


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: BundledEmbedder) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "halvorsen.txt").write_text(f"Halvorsen closes works in Odden\n\n{TEXT}")
    settings = Settings(home=tmp_path_factory.mktemp("home") / "library", writer="quotes",
                        ollama_host="http://127.0.0.1:1")
    with Assistant.open(settings, embedding=embedder) as opened:
        assert len(opened.ingest([folder]).added) == 1
        yield opened


def evidence_for(assistant: Assistant, question: str) -> Evidence:
    return next(event.evidence for event in assistant.stream(question) if isinstance(event, EvidenceFound))


def test_an_assistant_answers_what_is_there_and_refuses_what_is_not(assistant: Assistant) -> None:
    assert not evidence_for(assistant, "How many people does Halvorsen employ in Odden?").abstain
    assert not evidence_for(assistant, "Wer ist die Direktorin von Halvorsen?").abstain
    missed = evidence_for(assistant, "How much money does Halvorsen owe to its bank in Odden?")
    assert missed.abstain
    assert missed.confidence < missed.threshold
