"""The baselines: the library's rankings alone, and BM25 worked out by hand."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from eval.bm25 import Bm25, terms
from eval.records import ArticleRecord
from rag import Assistant, Settings
from rag.types import Span

QUESTION = "why is Cainiao software considered a risk?"


def article(name: str, *sentences: str) -> ArticleRecord:
    text = " ".join(sentences)
    starts = [sum(len(other) + 1 for other in sentences[:at]) for at in range(len(sentences))]
    return ArticleRecord("d", name, 1, text, "en", tuple(
        Span(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)))


def test_bm25_by_hand() -> None:
    """Three passages of 2, 2 and 4 terms, mean 8/3; "mill" stands in two of them, "storm" in one."""
    found = Bm25([article("a", "old mill", "big storm"), article("b", "mill mill near harbour")]).search("mill storm", "en", 5)

    def part(often: int, length: int, held: int) -> float:
        weight = math.log(1 + (3 - held + 0.5) / (held + 0.5))
        return weight * often / (often + 1.5 * (0.25 + 0.75 * length / (8 / 3)))

    expected = [("a", part(1, 2, 1)), ("b", part(2, 4, 2)), ("a", part(1, 2, 2))]
    assert [item.article_id for item in found] == [name for name, _ in expected]
    assert [item.score for item in found] == pytest.approx([score for _, score in expected], abs=1e-5)
    assert (found[0].start, found[0].end) == (9, 18)


def test_words_are_stemmed_and_stop_words_left_out_by_language() -> None:
    assert terms("The mills are burning", "en") == terms("mill burn", "en") == ["mill", "burn"]
    assert terms("Die Brücken und das Haus", "de") == terms("Brücke Haus", "de")
    assert terms("xy is here", "zz") == ["xy", "is", "here"]


def test_bm25_finds_nothing_where_no_word_is_shared() -> None:
    index = Bm25([article("a", "old mill")])
    assert index.search("storm", "en", 5) == ()
    assert Bm25([]).search("storm", "en", 5) == ()


def test_the_library_ranks_by_one_thing_alone(seeded_home: Path) -> None:
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as assistant:
        dense = assistant.search(QUESTION, by="dense")
        assert [item.dense for item in dense] == sorted((item.dense for item in dense), reverse=True)
        fused = assistant.search(QUESTION)
        assert [item.score for item in fused] == sorted((item.score for item in fused), reverse=True)
        assert {item.passage_id for item in dense} == {item.passage_id for item in fused}
        lexical = assistant.search("Cainiao", by="lexical")
        assert lexical
        assert all("Cainiao" in item.text for item in lexical)
        assert assistant.search("zzyzx", by="lexical", language="en") == []
