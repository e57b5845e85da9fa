"""Passages and sentences are exact slices, and break where a reader would break them."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.chunk import sentence_spans, split
from rag.types import Article, Block, BlockKind


def article(*parts: tuple[BlockKind, str], language: str = "en") -> Article:
    blocks: list[Block] = []
    position = 0
    for kind, text in parts:
        blocks.append(Block(position, position + len(text), kind))
        position += len(text) + 2
    text = "\n\n".join(text for _, text in parts)
    return Article(None, "a", text, tuple(blocks), None, language, None, None, None, None, None, "0" * 64)


P, H, C, T = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.TITLE


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("de", ["Das kostet z.B. 9,1 Milliarden Euro.", "Dr. Müller kam am 3. Oktober.", "Er sagte: „Wir gehen.“", "Gut."]),
        ("de", ["„Wir gehen. Alle.“, sagte er.", "Und dann?", "»So ist es.«", "Er ging."]),
        ("de", ["Es war der 5. Versuch.", "Die Fa. Meier GmbH & Co. KG sagte ab.", "Er kam um 12 Uhr.", "Im Jahr 2022."]),
        ("de", ["Er blieb.", "‚Ja.‘", "Gut.", "(So war es.)", "Er ging."]),
        ("nl", ["Volgens prof. dr. Holslag is het zo.", "“Ik ga. Nu.”, zegt hij.", "‘Het is zo.’", "Dan gaat hij."]),
        ("nl", ["“Ga je mee?”, zegt hij.", "“Nee!”", "Ze ging.", "En o.a. mr. Jansen.", "’s Avonds ging hij."]),
        ("nl", ["Hij hield dat vol.", "Het bedrijf ontkent.", "Dhr. De Vries zwijgt."]),
        ("en", ['He said: "Go away."', "Then he left.", '"Why?" asked Mr. Smith.', "J. K. Rowling wrote it.", "OK!"]),
        ("en", ["The U.S. Government said no.", "It happened at 5 p.m. on Jan. 3.", "(It was not.)", "He left."]),
        ("fr", ["« C'est vrai. »", "Il part.", "M. Dupont est là.", "« Non ! » dit-il."]),
        ("es", ["¿Qué?", "El Sr. Pérez dijo: «No voy.»", "Luego se fue."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(language: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [span.of(text) for span in sentence_spans(text, language)] == sentences


def test_long_speech_is_taken_apart_and_keeps_its_quote_marks() -> None:
    parts = [f"Sentence number {n} of a long speech goes on for quite a while, as speeches do." for n in range(12)]
    text = f"“{' '.join(parts)}” He sat down."
    found = [span.of(text) for span in sentence_spans(text, "en")]
    assert found[0] == f"“{parts[0]}"
    assert found[-2:] == [f"{parts[-1]}”", "He sat down."]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400) | st.text(alphabet=" .!?\n“”„\"‘’'«»()aZ3é\u00a0", max_size=300),
       st.sampled_from(["de", "nl", "en", "fr", None, "xx"]))
def test_sentences_are_trimmed_disjoint_and_lose_nothing(text: str, language: str | None) -> None:
    spans = sentence_spans(text, language)
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([P, P, P, H, C, T]),
                          st.text(alphabet="ab. ”“?X\u00e9", min_size=1, max_size=700).map(str.strip).filter(bool)),
                min_size=1, max_size=8),
       st.integers(60, 900))
def test_each_character_of_each_paragraph_is_in_one_passage(parts: list[tuple[BlockKind, str]], most: int) -> None:
    whole = article(*parts)
    passages = split(whole, most)
    assert all(one.end <= other.start for one, other in itertools.pairwise(passages))
    assert all(passage.start <= span.start < span.end <= passage.end
               for passage in passages for span in passage.sentences)
    read = [block for block in whole.blocks if block.kind is P] or whole.blocks
    wanted = [at for block in read for at in range(block.start, block.end) if not whole.text[at].isspace()]
    assert all(sum(passage.start <= at < passage.end for passage in passages) == 1 for at in wanted)
    assert all(passage.sentences for passage in passages)


SENTENCE = "The quick brown fox jumps over the lazy dog near the river bank. "


def test_passages_are_of_readable_size() -> None:
    whole = article(*[(P, (SENTENCE * n).strip()) for n in (1, 1, 30, 2, 1, 9, 40, 1)])
    lengths = [passage.end - passage.start for passage in split(whole)]
    assert max(lengths) <= 900
    assert sum(length >= 350 for length in lengths) >= len(lengths) - 1


def test_a_passage_may_open_with_its_heading_but_never_crosses_one() -> None:
    whole = article((T, "A title"), (P, "First part."), (H, "What came next"), (P, "Second part."), (C, "A photo"),
                    (P, "Third part."))
    found = [(whole.text[passage.start : passage.end], [span.of(whole.text) for span in passage.sentences])
             for passage in split(whole)]
    assert found == [
        ("First part.", ["First part."]), ("What came next\n\nSecond part.", ["Second part."]),
        ("Third part.", ["Third part."]),
    ]


def test_an_article_of_headlines_alone_can_still_be_quoted() -> None:
    whole = article((T, "Fire in the harbour"), (C, "The harbour at night"))
    assert [span.of(whole.text) for passage in split(whole) for span in passage.sentences] == [
        "Fire in the harbour", "The harbour at night",
    ]


@pytest.mark.parametrize("unit", ["wort ", "“", "'", "«a. ", "„Ein Satz. ", "a", ". ", "Er’s ‘da. ", "\n \n", "a. Es "])
def test_time_grows_with_the_text_and_no_sentence_is_endless(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        start = time.process_time()
        spans = sentence_spans(text, "de")
        assert max((span.end - span.start for span in spans), default=0) <= 1200
        return time.process_time() - start

    seconds(1000)
    small = min(seconds(40_000) for _ in range(2))
    assert min(seconds(160_000) for _ in range(2)) <= 4 * 2.5 * max(small, 0.004)
