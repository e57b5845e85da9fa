"""Whole runs: the same scores however often they are interrupted, scored again without generating, and gated."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest
from eval_archive import PROFILE, HashEmbedder, archive, run

from eval.artefacts import Journal, RunError, RunFolder, read_document
from eval.calibrate import calibrate
from eval.compare import compare
from eval.dataset import Case, Dataset
from eval.gate import baseline_of, gate
from eval.profiles import profile, sample
from eval.records import AnswerRecord, RetrieveRecord
from eval.run import evaluate
from eval.score import score
from eval.scores import CaseScore, MarkValue, Scores
from eval.standin_model import StandinModel
from rag.cli import main
from rag.errors import ModelUnreachableError, UsageError
from rag.settings import Settings
from rag.types import Usage
from rag.write.model import Message, ModelInfo

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an unbroken run over the archive; copy it, do not change it."""
    folder = tmp_path_factory.mktemp("runs") / "whole"
    environment = pytest.MonkeyPatch()
    environment.setenv("OLLAMA_HOST", "http://127.0.0.1:1")
    run(folder)
    environment.undo()
    return folder


def scores_of(folder: Path) -> Scores:
    return read_document(folder / "scores.json", Scores)


def figure(scores: Scores, metric: str, system: str) -> float | None:
    found = scores.aggregate(metric, system)
    assert found is not None, (metric, system)
    return found.value


def test_a_run_measures_every_subject(finished: Path) -> None:
    scores = scores_of(finished)
    assert {facts.group for facts in scores.metrics.values()} == {
        "retrieval", "answers", "citations", "claims", "abstention", "robustness", "cost"}
    for system in ("bm25", "lexical", "dense", "fused"):
        assert figure(scores, "recall@1", system) == 1.0
    for writer in ("quotes", "honest", "inventing", "obedient/question", "obedient/article"):
        assert figure(scores, "citation_valid", writer) == figure(scores, "quote_exact", writer) == 1.0
    assert figure(scores, "false_refusal", "quotes") == 0.0
    assert figure(scores, "contains", "honest") == 1.0
    assert figure(scores, "invented_shown", "inventing") == 0.0
    assert {item.slice for item in scores.aggregates if item.slice_by == "pair"} == {"en-en", "en-de", "de-de"}
    assert {item.slice_by for item in scores.aggregates} == {"all", "pair", "kind", "language", "gap"}
    (mill3,) = [case for case in scores.cases if case.id == "mill-3"]
    assert mill3.cluster == "mill-2", "a follow-up is no independent question"
    assert mill3.rankings == {}
    assert [curve.system for curve in scores.curves] == ["honest", "quotes"]
    assert "| recall@1" in (finished / "report.md").read_text()


def test_nothing_in_the_scores_is_nan_and_nothing_unscored_is_zero(finished: Path) -> None:
    text = (finished / "scores.json").read_text()
    assert "NaN" not in text
    assert "Infinity" not in text
    for item in scores_of(finished).aggregates:
        assert (item.value is None) == (item.scored == 0)
        if item.low is not None and item.high is not None and item.value is not None:
            assert item.low <= item.value <= item.high


def test_two_runs_agree_byte_for_byte_and_only_the_clock_differs(finished: Path, tmp_path: Path) -> None:
    assert run(tmp_path / "again", fresh=True) == (finished / "scores.json").read_bytes()
    assert "milliseconds" not in (tmp_path / "again" / "scores.json").read_text()
    assert (tmp_path / "again" / "timings.json").read_bytes() != (finished / "timings.json").read_bytes()


def _has_reached(stop: str, line: str) -> bool:
    """Whether a line of progress says as much or more: two that end together are told of once."""
    stage, _, count = stop.rpartition(" ")
    said, _, done = line.strip().rpartition(" ")
    return said == stage and int(done) >= int(count)


@pytest.mark.parametrize("stop", ["retrieve archive 2", "answer archive, honest 3"])
def test_a_killed_run_is_gone_on_with_to_the_same_bytes(stop: str, finished: Path, tmp_path: Path) -> None:
    folder = tmp_path / "killed"
    program = [sys.executable, str(ROOT / "tests" / "eval_archive.py"), str(folder)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(program, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        try:
            assert any(_has_reached(stop, line) for line in child.stdout), "the run ended before it could be killed"
        finally:
            child.send_signal(signal.SIGKILL)
    assert not (folder / "scores.json").exists()
    journal = folder / f"{stop.split(maxsplit=1)[0]}.jsonl"
    kept = len(journal.read_bytes().splitlines())
    with journal.open("ab") as file:
        file.write(b'{"key": "torn in the mid')
    assert run(folder, resume=True) == (finished / "scores.json").read_bytes()
    keys = [record["key"] for record in map(json.loads, journal.read_text().splitlines())]
    assert len(keys) == len(set(keys)), "what was done before the kill is not done again"
    assert kept >= 2


def test_scoring_again_generates_nothing(finished: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    for name in ("run.json", "cases.json", "planned.json", "articles.jsonl", "retrieve.jsonl", "answer.jsonl",
                 "timings.jsonl"):
        (folder / name).write_bytes((finished / name).read_bytes())
    score(folder)
    assert (folder / "scores.json").read_bytes() == (finished / "scores.json").read_bytes()


def test_what_another_run_made_is_taken_over_unless_fresh_is_asked_for(finished: Path) -> None:
    class Refusing(HashEmbedder):
        def encode_questions(self, texts: Sequence[str]) -> Any:
            raise AssertionError("a question was encoded again")

    evaluate(PROFILE, folder=finished.parent / "taken", datasets=[archive()], embedding=Refusing(), settings=Settings())
    assert (finished.parent / "taken" / "scores.json").read_bytes() == (finished / "scores.json").read_bytes()


def test_a_run_is_never_overwritten_and_not_gone_on_with_as_another(finished: Path) -> None:
    with pytest.raises(RunError, match="is there already"):
        run(finished)
    other = replace(archive(), cases=archive().cases[:4])
    with pytest.raises(RunError, match="other questions"):
        evaluate(PROFILE, folder=finished, datasets=[other], embedding=HashEmbedder(), settings=Settings(), resume=True)


def test_the_order_of_questions_changes_no_figure(finished: Path, tmp_path: Path) -> None:
    cases = {case.id: case for case in archive().cases}
    # A follow-up stands after what it follows.
    order = ["off-2", "bridge-2", "mill-2", "harbour-1", "mill-3", "mill-1", "off-1", "bridge-1"]
    mixed = Dataset("archive", "test", archive().documents, tuple(cases[name] for name in order))
    evaluate(PROFILE, folder=tmp_path / "mixed", datasets=[mixed], embedding=HashEmbedder(), settings=Settings())
    assert (tmp_path / "mixed" / "scores.json").read_bytes() == (finished / "scores.json").read_bytes()


class Stuck(StandinModel):
    """A model that begins an answer and never goes on with it, until it is closed."""

    def __init__(self) -> None:
        super().__init__("honest")

    @property
    def info(self) -> ModelInfo:
        return ModelInfo("stuck", 7.0, 4096, (), "stuck-1")

    def stream(self, messages: Sequence[Message], *, max_tokens: int, stop: Sequence[str] = ()) -> Any:
        return _StuckStream()


class _StuckStream:
    usage = Usage()
    finish: Literal["stop", "length"] | None = None

    def __init__(self) -> None:
        self._closed = threading.Event()

    def __iter__(self) -> Iterator[str]:
        yield "The "
        self._closed.wait(60)

    def close(self) -> None:
        self._closed.set()


def test_an_answer_that_takes_too_long_is_unscored_and_the_run_goes_on(tmp_path: Path) -> None:
    began = time.monotonic()
    stuck = replace(PROFILE, writers=("model",), seconds=0.5, questions=3)
    scores = evaluate(stuck, folder=tmp_path / "stuck", datasets=[archive()], embedding=HashEmbedder(),
                      settings=Settings(), model=Stuck())
    assert time.monotonic() - began < 30
    assert scores.unscored["TimeLimit"] > 0
    found = [item for item in scores.aggregates if item.metric == "citation_precision" and item.slice_by == "all"]
    assert [item.value for item in found] == [None]
    assert found[0].unscored > 0


def test_the_ollama_model_is_asked_for_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreachableError):
        evaluate(replace(PROFILE, writers=("model",)), folder=tmp_path / "none", datasets=[archive()],
                 embedding=HashEmbedder(), settings=Settings(ollama_host="http://127.0.0.1:1"))


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "retrieve.jsonl", RetrieveRecord)
    journal.append(RetrieveRecord("k", "d", "c"))
    (tmp_path / "retrieve.jsonl").write_bytes(b"garbage\n" + (tmp_path / "retrieve.jsonl").read_bytes())
    with pytest.raises(RunError, match=r"retrieve\.jsonl:1 is damaged"):
        journal.read()


def test_a_second_process_does_not_write_the_same_run(tmp_path: Path) -> None:
    with RunFolder(tmp_path / "r").writing(), pytest.raises(RunError, match="Another process"), \
            RunFolder(tmp_path / "r").writing():
        pass


# Samples


def test_a_sample_takes_all_kinds_and_languages_in_turn_and_keeps_their_order() -> None:
    cases = [Case(f"{kind}-{language}-{at}", "?", language, kind, False) for kind in ("a", "b")
             for language in ("en", "de") for at in range(10)]
    chosen = sample(cases, 8, seed=1)
    assert sorted({(case.kind, case.language) for case in chosen}) == [("a", "de"), ("a", "en"), ("b", "de"), ("b", "en")]
    assert [cases.index(case) for case in chosen] == sorted(cases.index(case) for case in chosen)
    assert chosen == sample(cases[::-1], 8, seed=1)[::-1]
    assert chosen != sample(cases, 8, seed=2)
    assert sample(cases, None, seed=1) == tuple(cases)


def test_a_profile_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="smoke, quick, full"):
        profile("huge")


# The gate, and two runs


def changed(scores: Scores, metric: str, system: str, value: float | None, most: int = 99) -> Scores:
    """Returns the scores with the first `most` marks of one metric set to a value."""
    left = most
    cases: list[CaseScore] = []
    for case in scores.cases:
        marks: list[MarkValue] = []
        for mark in case.marks:
            hit = (mark.metric, mark.system) == (metric, system) and left > 0
            left -= hit
            marks.append(replace(mark, value=value, reason=None if value is not None else "gone") if hit else mark)
        cases.append(replace(case, marks=tuple(marks)))
    return replace(scores, cases=tuple(cases))


def test_the_gate_passes_what_is_as_good(finished: Path) -> None:
    scores = scores_of(finished)
    report = gate(scores, baseline_of(scores))
    assert report.ok
    assert report.compared > 50
    assert report.better == ()


@pytest.mark.parametrize(("metric", "system", "value", "most", "says"), [
    ("ndcg@10", "fused", 0.0, 99, "interval of the loss"),
    ("false_refusal", "quotes", 1.0, 99, "interval of the loss"),
    ("quote_exact", "quotes", 0.0, 1, "must for no question"),
    ("invented_shown", "inventing", 1.0, 1, "must for no question"),
    ("ndcg@10", "fused", None, 1, "lost their score"),
])
def test_the_gate_stops_what_got_worse(metric: str, system: str, value: float | None, most: int, says: str,
                                       finished: Path) -> None:
    scores = scores_of(finished)
    report = gate(changed(scores, metric, system, value, most), baseline_of(scores))
    assert not report.ok
    assert [(item.metric, item.system) for item in report.regressions] == [(metric, system)]
    assert says in report.regressions[0].says


def test_the_gate_lets_through_what_lies_within_the_interval(finished: Path) -> None:
    scores = scores_of(finished)
    assert gate(changed(scores, "ndcg@10", "fused", 0.6, most=1), baseline_of(scores)).ok
    report = gate(scores, baseline_of(changed(scores, "ndcg@10", "fused", 0.0)))
    assert report.ok
    assert report.better == ("ndcg@10 of fused +1.000",)


@pytest.mark.parametrize(("name", "value"), [
    ("corpora", {"archive": "other"}), ("models", {"honest": "other"}), ("prompts", "other"), ("seed", 7)])
def test_the_gate_refuses_unlike_runs(name: str, value: Any, finished: Path) -> None:
    scores = scores_of(finished)
    other = replace(scores, likeness=replace(scores.likeness, **{name: value}))
    with pytest.raises(UsageError, match=f"unlike: {name}"):
        gate(other, baseline_of(scores))


def test_two_runs_are_compared_with_their_flips(finished: Path) -> None:
    scores = scores_of(finished)
    report = compare(scores, changed(scores, "quote_hit", "quotes", 0.0, most=2))
    assert [(flip.metric, flip.better) for flip in report.flips] == [("quote_hit", False)] * 2
    assert report.unlike == ()
    assert all(item.winner is None for item in report.comparisons)
    worse = compare(scores, changed(scores, "quote_hit", "quotes", 0.0))
    assert "cannot be told apart" in {item.metric: item for item in worse.comparisons}["ndcg@10"].verdict


# Calibration


def test_calibration_refuses_test_data_and_finds_thresholds_on_other(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="for testing"):
        calibrate([archive()], tmp_path, embedding=HashEmbedder(), settings=Settings())
    own = Dataset("archive", "calibration", archive().documents, archive().cases)
    report = calibrate([own], tmp_path, embedding=HashEmbedder(), settings=Settings())
    assert (report.answerable, report.unanswerable) == (6, 2)
    assert list(report.calibration.thresholds) == sorted(report.calibration.thresholds)
    assert report.auroc is not None
    assert report.auroc > 0.7


# The command line


def call(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, Any]:
    code = main(["--json", "eval", *arguments])
    return code, json.loads(capfdbinary.readouterr().out)


def test_the_command_line_scores_compares_gates_and_reports(
        finished: Path, home: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    named = str(finished)
    code, scored = call(capfdbinary, "score", named)
    assert (code, scored["run"]) == (0, named)
    assert call(capfdbinary, "compare", named, named)[1]["flips"] == []
    baseline = tmp_path / "baseline.json"
    assert call(capfdbinary, "gate", named, "--baseline", str(baseline), "--update") == (0, {
        "ok": True, "compared": pytest.approx(100, abs=60), "regressions": [], "better": [], "new": []})
    held = json.loads(baseline.read_text())
    for mark in held["marks"]:
        if mark["metric"] == "false_refusal":
            mark["values"] = dict.fromkeys(mark["values"], -1.0)
    baseline.write_text(json.dumps(held))
    code, gated = call(capfdbinary, "gate", named, "--baseline", str(baseline))
    assert (code, gated["ok"]) == (1, False)
    assert call(capfdbinary, "report", named)[0] == 0
    code, refused = call(capfdbinary, "score")
    assert (code, refused["error"]["type"]) == (2, "UsageError")


def test_the_command_line_refuses_to_calibrate_on_test_data(
        tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "corpus.jsonl").write_text(json.dumps({"id": "a", "title": "T", "text": "A mill burned in Ghent."}))
    (tmp_path / "questions.jsonl").write_text(json.dumps({
        "id": "q", "question": "What burned?", "language": "en", "answers": ["a mill"], "relevant_ids": ["a"]}))
    code, refused = call(capfdbinary, "calibrate", "--corpus", str(tmp_path / "corpus.jsonl"), "--questions",
                         str(tmp_path / "questions.jsonl"))
    assert code == 2
    assert "for testing" in refused["error"]["message"]
    assert call(capfdbinary, "calibrate", "--corpus", "x")[0] == 2


def test_the_journal_of_answers_is_made_of_records(finished: Path) -> None:
    records = RunFolder(finished).journal("answer", AnswerRecord).read()
    assert {record.writer for record in records} >= {"quotes", "honest", "inventing", "obedient/article"}
    assert all(record.fault is None for record in records)
