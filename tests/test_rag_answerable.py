"""Whether the articles answer a question or only speak of the same things: what counts, and what it counts for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest

from rag import Assistant, EvidenceFound, Settings
from rag.asking.answerable import (
    Clues,
    Weighing,
    clues,
    hears,
    kind_or_absent,
    load_weighing,
    named_or_absent,
    without_names,
)
from rag.embed.bundled import BundledEmbedder
from rag.score import Reference, load_reference
from rag.search import Found, FoundPassage
from rag.types import Evidence, Passage, Span, Vectors

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
    return clues(found, aspect, reference, base=found.confidence, named=named_or_absent(found))


def test_a_question_for_a_number_is_surer_of_a_text_that_has_one(embedder: BundledEmbedder, reference: Reference) -> None:
    question = "How many people does Halvorsen employ in Odden?"
    with_number = told(embedder, reference, question)
    without = told(embedder, reference, question, TEXT.replace("employ 340 people", "employ people of the town"))
    assert with_number.kind > without.kind == -3.0
    weighing = load_weighing(embedder.identity.name)
    assert weighing is not None
    assert weighing.told(with_number) > weighing.told(without) + 1.0


def test_what_is_asked_counts_and_not_only_of_whom(embedder: BundledEmbedder, reference: Reference) -> None:
    answered = told(embedder, reference, "Who is the director of Halvorsen?")
    missed = told(embedder, reference, "Which football club does Halvorsen sponsor?")
    assert answered.aspect > missed.aspect + 0.5


def test_the_second_judge_hears_only_questions_that_name_the_matter(embedder: BundledEmbedder) -> None:
    assert hears(found_of(embedder, "How many people does Halvorsen employ?"))
    assert hears(found_of(embedder, "Hoeveel mensen werken bij Halvorsens fabriek?", "nl"))
    assert not hears(found_of(embedder, NAMELESS))
    assert not hears(found_of(embedder, "How many people does Lindqvist employ?"))
    assert not hears(found_of(embedder, "Does the article mention Halvorsen?"))
    assert not hears(Found("Who?", "en", np.zeros(4, dtype=np.float32), (), float("-inf")))


def test_the_lower_judgement_counts() -> None:
    weighing = Weighing({"kind": 2.0, "aspect": 3.5}, first=(1.0, 2.0, 4.0), second=(3.0, 5.0, 6.0))
    sure = Clues(base=3.0, kind=0.0, aspect=2.0, named=0.0)
    assert weighing.confidence(sure) == 3.0
    assert weighing.confidence(replace(sure, kind=-1.0)) == pytest.approx(2.0)
    assert weighing.confidence(replace(sure, base=1.5)) == 1.5


def test_at_every_risk_one_threshold_asks_both_judges(embedder: BundledEmbedder) -> None:
    weighing = load_weighing(embedder.identity.name)
    assert weighing is not None
    for first, second in zip(weighing.first, weighing.second, strict=True):
        for above in (-0.01, 0.01):
            heard = Weighing({"base": 1.0}, tuple(value - 100.0 for value in weighing.first), weighing.second)
            told = heard.confidence(Clues(second + above, 0.0, 0.0, 0.0))
            assert (told >= first - 100.0) is (above > 0.0)


def test_the_second_judge_is_monotone_beyond_what_was_measured() -> None:
    weighing = Weighing({"aspect": 1.0}, first=(1.0, 2.0), second=(3.0, 5.0))
    told = [weighing.confidence(Clues(99.0, 0.0, aspect, 0.0)) for aspect in (1.0, 2.9, 3.0, 4.0, 5.0, 7.0)]
    assert told == sorted(told)
    assert told[0] == -1.0
    assert told[-1] == 4.0


def test_every_shipped_clue_speaks_for_an_answer(embedder: BundledEmbedder) -> None:
    weighing = load_weighing(embedder.identity.name)
    assert weighing is not None
    assert min(*weighing.weights.values(), weighing.absent) > 0.0


def test_what_is_absent_lowers_the_first_judgement(embedder: BundledEmbedder) -> None:
    weighing = load_weighing(embedder.identity.name)
    assert weighing is not None
    asked, other = "What does Signe Brandt say?", "What does Angela Merkel say?"
    assert named_or_absent(found_of(embedder, asked)) == 0.0
    assert named_or_absent(found_of(embedder, other)) == -1.0
    assert weighing.base(4.0, -1.0) < weighing.base(4.0, 0.0) == 4.0


def test_a_question_without_a_name_lacks_what_no_near_sentence_holds(
        embedder: BundledEmbedder, reference: Reference) -> None:
    assert kind_or_absent(found_of(embedder, NAMELESS), reference) == 0.0
    cost = found_of(embedder, "How much did the works cost to build?")
    assert not hears(cost)
    assert kind_or_absent(cost, reference) == -1.0
    assert kind_or_absent(found_of(embedder, "How did the works come to close?"), reference) == 0.0


def test_a_year_that_stands_there_names_nobody(embedder: BundledEmbedder) -> None:
    assert not hears(found_of(embedder, "How many people worked at the works in 1961?"))


def test_a_model_that_was_never_calibrated_has_no_weights() -> None:
    assert load_weighing("some/model") is None


@pytest.mark.parametrize(("question", "language", "rest"), [
    ("How many people does Halvorsen employ in Odden?", "en", "How many people does employ in ?"),
    ("Wie viele Menschen arbeiten dort?", "de", "Wie viele Menschen arbeiten dort?"),
    ("Why?", "en", "Why?"),
    ("What happened in Odden on Thursday?", "en", "What happened in on Thursday?"),
    ("What happened on 2 April?", "en", "What happened on 2 April?"),
])
def test_names_are_left_out_of_what_is_asked(question: str, language: str, rest: str) -> None:
    assert without_names(question, language) == rest


class Listening(BundledEmbedder):
    """Notes the questions that it encodes."""

    def __init__(self) -> None:
        super().__init__(threads=1)
        self.heard: list[str] = []

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        self.heard += texts
        return super().encode_questions(texts)


@pytest.fixture(scope="module")
def listening() -> Listening:
    return Listening()


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(home=tmp_path_factory.mktemp("home") / "library", writer="quotes", ollama_host="http://127.0.0.1:1")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, settings: Settings, listening: Listening) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "halvorsen.txt").write_text(f"Halvorsen closes works in Odden\n\n{TEXT}")
    with Assistant.open(settings, embedding=listening) as opened:
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


def test_the_second_judge_encodes_only_where_it_can_decide(assistant: Assistant, settings: Settings,
                                                           listening: Listening) -> None:
    def encoded(asked: Assistant, question: str) -> set[str]:
        listening.heard.clear()
        evidence_for(asked, question)
        return set(listening.heard)

    named, nameless = "Who is the director of Halvorsen?", "Who is the director of the works?"
    assert encoded(assistant, nameless) == {nameless}
    assert encoded(assistant, named) == {named, without_names(named, "en")}
    with Assistant.open(replace(settings, risk=0.5), embedding=listening) as strict:
        assert encoded(strict, named) == {named}
