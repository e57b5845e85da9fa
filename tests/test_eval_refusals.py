"""What the suite refuses: the wrong run, an empty baseline, disguised test data, scorers and records that break rules."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from eval_archive import PROFILE, HashEmbedder, archive, run

from eval.artefacts import RunError, RunFolder, read_document
from eval.begun import Begun, begun, newest
from eval.calibrate import calibrate
from eval.dataset import Dataset, DatasetError, Document, load_jsonl, seeds
from eval.fingerprint import settings_fingerprint
from eval.gate import baseline_of, gate
from eval.metrics import default_scorers
from eval.run import evaluate
from eval.score import score
from eval.scorer import Mark, Sample
from eval.scores import MetricFacts, Scores
from rag.cli import main
from rag.errors import UsageError
from rag.settings import Settings


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs") / "whole"
    run(folder)
    return folder


@pytest.fixture
def scores(finished: Path) -> Scores:
    return read_document(finished / "scores.json", Scores)


# Which run is gone on with


class Cut(HashEmbedder):
    """Stops a run while its articles are encoded, as a kill would."""

    def encode_passages(self, texts: Sequence[str]) -> Any:
        raise KeyboardInterrupt


def test_a_run_that_was_stopped_in_its_ingest_is_the_newest_and_says_what_was_asked(tmp_path: Path) -> None:
    run(tmp_path / "old")
    for name in ("libraries", "cache"):
        (tmp_path / name).rename(tmp_path / f"{name}-of-old")
    chosen = replace(PROFILE, questions=5, writers=("quotes",))
    with pytest.raises(KeyboardInterrupt):
        evaluate(chosen, folder=tmp_path / "cut", datasets=[archive()], embedding=Cut(), settings=Settings(), seed=7)
    later = (tmp_path / "old" / "begun.json").stat().st_mtime_ns + 10**9
    os.utime(tmp_path / "cut" / "begun.json", ns=(later, later))
    assert not RunFolder(tmp_path / "cut").run.is_file()
    assert newest(tmp_path) == tmp_path / "cut"
    assert begun(tmp_path / "cut") == Begun("archive", 5, ("quotes",), 7)
    assert begun(tmp_path) is None


def test_a_bare_resume_takes_what_the_newest_run_was_asked_for(
        home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from eval import run as module
    from eval.begun import begin

    folder = Settings.from_environment().folder / "eval" / "mine"
    begin(RunFolder(folder), Begun("smoke", 5, ("quotes", "honest"), 7))
    taken: dict[str, Any] = {}

    def stop(kind: object, **more: object) -> None:
        taken.update(more, kind=kind)
        raise UsageError("Stopped.", "Go on.")

    monkeypatch.setattr(module, "evaluate", stop)
    assert main(["eval", "run", "--resume"]) == 2
    assert (taken["folder"], taken["seed"], taken["resume"]) == (folder, 7, True)
    assert (taken["kind"].name, taken["kind"].questions, taken["kind"].writers) == ("smoke", 5, ("quotes", "honest"))
    taken.clear()
    assert main(["eval", "run", "--resume", "--seed", "8"]) == 2
    assert not taken, "a run is not gone on with as another"


def test_the_log_level_is_no_part_of_a_result() -> None:
    assert settings_fingerprint(Settings(log="debug")) == settings_fingerprint(Settings())
    assert settings_fingerprint(replace(Settings(), writer="free")) != settings_fingerprint(Settings())


def test_two_data_sets_of_one_name_are_refused_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="'archive'"):
        evaluate(PROFILE, folder=tmp_path / "run", datasets=[archive(), archive()], embedding=HashEmbedder(),
                 settings=Settings())
    assert not (tmp_path / "run" / "run.json").exists()


# The gate


def test_nothing_compared_is_no_pass(scores: Scores) -> None:
    with pytest.raises(UsageError, match="no figure"):
        gate(scores, replace(baseline_of(scores), marks=(), sets=()))


@pytest.mark.parametrize(("metric", "passes"), [("mrr", True), ("quote_exact", False)])
def test_a_figure_that_the_baseline_lacks_is_listed_and_a_strict_one_fails(
        metric: str, passes: bool, scores: Scores) -> None:
    whole = baseline_of(scores)
    report = gate(scores, replace(whole, marks=tuple(item for item in whole.marks if item.metric != metric)))
    assert report.new
    assert all(metric in item for item in report.new)
    assert report.ok is passes
    assert {item.metric for item in report.regressions} == (set() if passes else {metric})


def test_a_baseline_or_run_that_cannot_be_read_is_wrong_usage(finished: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "baseline.json"
    damaged.write_text("{")
    for baseline in (damaged, tmp_path / "absent.json"):
        assert main(["eval", "gate", str(finished), "--baseline", str(baseline)]) == 2
    assert main(["eval", "gate", str(tmp_path / "absent"), "--baseline", str(damaged)]) == 2


# Calibration


def test_a_little_disguise_does_not_make_test_data_fit_for_calibration(tmp_path: Path) -> None:
    test = seeds()
    text = test.documents[0].text
    asked = max((case.question for case in test.cases), key=len)
    plain = archive()
    longer = replace(plain.cases[0], question=f"Please  tell me: {asked.replace(' ', '  ').rstrip('?')} - by the way?")
    copies = [Document("x", None, f"Something else first.\n\n{text[:len(text) // 2]}", "de"),
              Document("x", None, text.replace(". ", ".  ").upper(), "de")]
    for dataset in (Dataset("a", "calibration", plain.documents, (longer, )),
                    *(Dataset("b", "calibration", (*plain.documents, copy), plain.cases) for copy in copies)):
        with pytest.raises(UsageError, match="test set 'seeds'"):
            calibrate([dataset], tmp_path, embedding=HashEmbedder(), settings=Settings())


def test_the_test_half_of_belebele_is_refused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from eval.dataset import in_calibration_half
    from eval.leaks import refuse_test_data

    texts = [f"The mill number {at} burned down on a Monday in May. Nobody in village {at} was hurt by the fire."
             for at in range(6)]
    for language in ("en", "de"):
        (tmp_path / f"corpus_{language}.jsonl").write_text("\n".join(
            json.dumps({"id": f"{language}-{at}", "title": "T", "text": text}) for at, text in enumerate(texts)))
    (tmp_path / "questions.jsonl").write_text(json.dumps({
        "id": "q", "question": "What burned?", "question_de": "Was brannte?", "answers": ["a mill", "eine Mühle"],
        "relevant_ids": ["en-0"], "options": ["a mill", "a barn"], "correct": 0}))
    monkeypatch.setenv("NEWSCITE_BELEBELE", str(tmp_path))
    for at, text in enumerate(texts):
        dataset = Dataset("mine", "calibration", (Document("x", None, text, "en"),), ())
        if in_calibration_half(at):
            refuse_test_data(dataset)
        else:
            with pytest.raises(UsageError, match="belebele"):
                refuse_test_data(dataset)


# Scorers of one's own


class Own:
    """Gives what it is told to."""

    def __init__(self, *marks: Mark, name: str = "own", unit: str = "share") -> None:
        self.metrics = (MetricFacts(name, "answers", "higher", "one's own", unit=unit),)
        self._marks = marks

    def score(self, sample: Sample) -> Iterator[Mark]:
        if not self._marks:
            raise ZeroDivisionError("by nothing")
        yield from self._marks


@pytest.mark.parametrize(("scorer", "says"), [
    (Own(), "Own, at question 'bridge-1' of 'archive', failed: ZeroDivisionError"),
    (Own(Mark("other", "quotes", 1.0)), "'other', which it does not declare"),
    (Own(Mark("own", "quotes", 1.0), Mark("own", "quotes", 0.0)), "two marks 'own' of 'quotes'"),
])
def test_a_scorer_that_breaks_a_rule_is_named_with_the_question(scorer: Own, says: str, finished: Path) -> None:
    with pytest.raises(RunError) as caught:
        score(finished, scorers=[scorer])
    assert says in caught.value.message


@pytest.mark.parametrize("name", ["mrr", "auroc"])
def test_a_metric_of_a_name_that_is_taken_is_refused_before_a_run(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=repr(name)):
        run(tmp_path / "run", scorers=[*default_scorers(), Own(name=name)])
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("value", [np.float32(0.5), np.int64(1), True])
def test_numbers_of_numpy_are_numbers(value: Any, tmp_path: Path, finished: Path) -> None:
    found = score(_copy(finished, tmp_path / "run"), scorers=[Own(Mark("own", "quotes", value))])
    figure = found.aggregate("own", "quotes")
    assert figure is not None
    assert figure.value == float(value)


@pytest.mark.parametrize(("unit", "low"), [("share", True), ("words", False)])
def test_a_share_without_variation_is_not_certain(unit: str, low: bool, tmp_path: Path, finished: Path) -> None:
    found = score(_copy(finished, tmp_path / "run"), scorers=[Own(Mark("own", "quotes", 1.0), unit=unit)])
    figure = found.aggregate("own", "quotes")
    assert figure is not None
    assert figure.low is not None
    assert figure.high == 1.0
    assert (figure.low < 1.0) is low


def _copy(finished: Path, folder: Path) -> Path:
    import shutil

    shutil.copytree(finished, folder)
    return folder


# Records


@pytest.mark.parametrize(("field", "value"), [("published", "soon"), ("language", "English"), ("published", 2024)])
def test_a_day_or_language_that_cannot_be_read_is_named_with_its_line(field: str, value: object, tmp_path: Path) -> None:
    corpus, questions = tmp_path / "corpus.jsonl", tmp_path / "questions.jsonl"
    good = {"id": "a", "title": "T", "text": "A mill burned in Ghent.", "published": "2024-05-31", "language": "en-GB"}
    questions.write_text(json.dumps({
        "id": "q", "question": "What burned?", "language": "en", "answers": ["a mill"], "relevant_ids": ["a"]}))
    corpus.write_text(json.dumps(good))
    assert load_jsonl(corpus, questions).documents[0].language == "en"
    corpus.write_text(json.dumps(good) + "\n" + json.dumps({**good, "id": "b", field: value}))
    with pytest.raises(DatasetError, match=f"corpus.jsonl:2: the field '{field}'"):
        load_jsonl(corpus, questions)
