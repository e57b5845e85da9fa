"""The benchmarks on tiny inputs: they measure what they say, notice what they should, and print it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from benchmarks import cold_start, ingest_cost, prompts, ranking, recall
from benchmarks.belebele import in_calibration_half
from benchmarks.figures import Figure, Rounds, in_turns
from benchmarks.run import run
from rag.errors import EmbeddingError
from rag.types import EmbeddingIdentity, Vectors


class HashEmbedder:
    """Quick vectors that depend on the text alone."""

    identity = EmbeddingIdentity("hash", "1", 16, "")

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        drawn = [np.random.default_rng(list(hashlib.sha256(text.encode()).digest())).standard_normal(16)
                 for text in texts]
        rows = np.array(drawn, dtype=np.float32).reshape(-1, 16)
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    encode_questions = encode_passages


def test_a_figure_tells_what_was_asked_and_whether_it_was_reached() -> None:
    assert str(Figure("ask", 1.2149, 1.6)) == "ask: asked at most 1.6: 1.215"
    assert str(Figure("ask", 1.7, 1.6)) == "ask: asked at most 1.6: 1.7  MISSED"
    assert str(Figure("recall", 0.9, 0.98, at_least=True)) == "recall: asked at least 0.98: 0.9  MISSED"
    assert Figure("recall", 0.98, 0.98, at_least=True).reached


def test_ratios_compare_neighbours_in_time() -> None:
    # The machine slows down fourfold in the second round: a ratio of medians or sums would say something else.
    timed = Rounds({"one": [2.0, 8.0, 2.0], "base": [1.0, 4.0, 1.0]})
    assert timed.ratio("one", "base") == 2.0
    assert timed.median("one") == 2.0


def test_alternatives_take_turns_and_warming_up_does_not_count() -> None:
    order: list[str] = []
    timed = in_turns({"a": lambda: order.append("a"), "b": lambda: order.append("b")}, rounds=2, warm_up=1)
    assert "".join(order) in ("baabba", "abbaab")
    assert {name: len(seconds) for name, seconds in timed.seconds.items()} == {"a": 2, "b": 2}


def test_cold_start_times_an_ask_that_cites(seeded_home: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCITE_WRITER", "no such writer: a user's own settings are not measured")
    timed = cold_start.time_processes(seeded_home, rounds=1, seeds=seeds, warm_up=0)
    assert timed.ratio(cold_start.HELP, cold_start.IMPORTS) < timed.ratio(cold_start.ASK, cold_start.IMPORTS)
    assert [figure.asked for figure in cold_start.figures(timed)] == [1.6, 0.3]


def test_cold_start_refuses_to_time_a_failure(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="nowhere"):
        cold_start.time_processes(tmp_path / "home", rounds=1, seeds=tmp_path / "nowhere", warm_up=0)


def test_ingest_is_measured_against_the_same_texts(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    assert ingest_cost.write_cohort(folder, 2) == 2
    cost = ingest_cost.measure(folder, HashEmbedder())
    assert (cost.files, cost.embedded_again) == (2, 0)
    assert cost.texts > 40
    for whole, inside in zip(cost.timed.seconds[ingest_cost.INGEST], cost.timed.seconds[ingest_cost.INSIDE],
                             strict=True):
        assert whole > inside > 0


@pytest.mark.parametrize("writer", prompts.WRITERS)
def test_prompts_are_counted_for_both_writers(seeded_home: Path, writer: str) -> None:
    questions = ["why is Cainiao software considered a risk?", "Who won the 2022 World Cup?"]
    asked = prompts.ask_all(seeded_home, writer, questions)
    assert [item.status for item in asked] == ["answered", "not_in_sources"]
    assert asked[1].calls == asked[1].tokens == 0
    assert 50 < asked[0].tokens <= asked[0].careful
    assert asked[0].calls == 1 or writer in ("sentence", "translated")
    found = prompts.cost(asked)
    assert (found.asked, found.refused, found.median) == (1, 1, asked[0].tokens)


def test_the_questions_are_in_three_languages() -> None:
    records = [json.loads(line) for line in prompts.QUESTIONS.read_text(encoding="utf-8").splitlines()]
    assert {record["language"] for record in records} == {"en", "de", "nl"}
    assert len(set(prompts.load_questions())) == len(records) >= 20


def test_recall_is_whole_in_a_small_index() -> None:
    found = recall.look_up(recall.random_vectors(300, 5))
    assert (found.recall, found.worst, found.size) == (1.0, 1.0, 300)
    assert found.query_ms > 0 < found.ratio
    assert recall.figures([found])[0].reached


def test_vectors_like_news_are_as_near_to_each_other_as_those_of_the_model() -> None:
    drawn = recall.like_news(200, 50)
    cosines = drawn.questions @ drawn.passages.T
    assert 0.7 < float(cosines.mean()) < 0.9
    assert np.allclose(np.linalg.norm(drawn.passages, axis=1), 1.0, atol=1e-5)


def test_ranking_prints_every_mix_of_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                               capsys: pytest.CaptureFixture[str]) -> None:
    topics = [("bridge", "Brücke"), ("harvest", "Ernte"), ("museum", "Museum"), ("train", "Zug"), ("flood", "Flut")]
    assert {in_calibration_half(number) for number in range(len(topics))} == {True, False}
    for language, at in (("en", 0), ("de", 1)):
        texts = [{"en": "The {} was the talk of the town on Friday.", "de": "Am Freitag sprach die ganze Stadt von: {}."}
                 [language].format(topic[at]) for topic in topics]
        (tmp_path / f"corpus_{language}.jsonl").write_text(
            "".join(json.dumps({"id": f"{language}{number}", "text": text}) + "\n" for number, text in enumerate(texts)))
    (tmp_path / "questions.jsonl").write_text("".join(
        json.dumps({"question": f"What about the {en}?", "question_de": f"Was ist mit: {de}?",
                    "relevant_ids": [f"en{number}"]}) + "\n" for number, (en, de) in enumerate(topics)))
    monkeypatch.setenv("NEWSCITE_BELEBELE", str(tmp_path))
    monkeypatch.setenv("NEWSCITE_BENCH_CACHE", str(tmp_path / "vectors"))
    assert len(ranking.show()) == 6
    printed = capsys.readouterr().out
    for name in ("en->en", "en->de", "en->both", "de->en", "de->de", "de->both"):
        assert f"\n{name}" in printed


def test_ranking_says_where_its_texts_would_have_to_be(monkeypatch: pytest.MonkeyPatch,
                                                       capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("NEWSCITE_BELEBELE", raising=False)
    assert ranking.show() == []
    assert "NEWSCITE_BELEBELE" in capsys.readouterr().out


def test_one_benchmark_that_fails_stops_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    def fail(quick: bool) -> list[Figure]:
        raise EmbeddingError("No model.", "Install one.")

    def reach(quick: bool) -> list[Figure]:
        return [Figure("quick" if quick else "slow", 1, 2)]

    assert run({"First": fail, "Second": reach}, quick=True) == 1
    printed = capsys.readouterr().out
    assert "failed: No model. Install one." in printed
    assert "quick: asked at most 2: 1" in printed
    assert run({"Second": reach}, quick=False) == 0
