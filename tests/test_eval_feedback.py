"""What readers judged becomes questions of the suite: it loads, runs, and is judged only as far as readers said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from eval_archive import PROFILE, HashEmbedder, archive

from eval.calibrate import calibrate
from eval.dataset import Dataset, DatasetError, load_jsonl
from eval.report import report_html
from eval.run import evaluate
from eval.scores import CaseScore, Scores
from rag.settings import Settings

QUOTE = "A fire destroyed the old mill in Ghent on Monday."
LINES: tuple[Mapping[str, Any], ...] = (
    {"id": "feedback-1", "question": "What did the fire in Ghent destroy?", "language": "en", "kind": "feedback",
     "answerable": True, "answers": [], "relevant_ids": ["mill"], "gold": [{"article_id": "mill", "quote": QUOTE}],
     "note": "just what I wanted"},
    {"id": "feedback-2", "question": "Warum wurde die Brücke gesperrt?", "language": "de", "kind": "feedback",
     "answerable": "unknown", "answers": [], "relevant_ids": [], "note": "the wrong bridge", "rating": "down"},
    {"id": "feedback-3", "question": "Who won the cup final in Madrid?", "language": "en", "kind": "feedback",
     "answerable": False, "answers": [], "relevant_ids": [], "note": ""},
    {"id": "feedback-4", "question": "How many boats sank?", "language": "en", "kind": "feedback", "answerable": True},
)


@pytest.fixture(scope="module")
def feedback(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("feedback")
    articles = [{"id": item.id, "title": item.title, "text": item.text, "language": item.language}
                for item in archive().documents]
    for name, records in (("corpus", articles), ("questions", LINES)):
        text = "".join(f"{json.dumps(record)}\n" for record in records)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return load_jsonl(folder / "corpus.jsonl", folder / "questions.jsonl", name="feedback")


@pytest.fixture(scope="module")
def scores(feedback: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Scores:
    return evaluate(replace(PROFILE, writers=("quotes", "honest")), folder=tmp_path_factory.mktemp("runs") / "run",
                    datasets=[feedback], embedding=HashEmbedder(), settings=Settings())


def marks(case: CaseScore, system: str) -> set[str]:
    return {mark.metric for mark in case.marks if mark.system == system}


def test_what_readers_said_is_read(feedback: Dataset) -> None:
    assert [case.answerable for case in feedback.cases] == [True, None, False, True]
    assert [case.note for case in feedback.cases] == ["just what I wanted", "the wrong bridge", None, None]
    assert feedback.cases[0].gold[0].quote == QUOTE


def test_a_question_is_judged_as_far_as_its_reader_said(scores: Scores) -> None:
    good, unknown, false, bare = (marks(case, "quotes") for case in scores.cases)
    assert {"false_refusal", "quote_hit", "citation_recall", "evidence_hit"} <= good
    assert not {"false_refusal", "false_answer", "quote_hit", "f1"} & unknown
    assert {"citation_valid", "quote_exact", "language_told"} <= unknown
    assert "false_answer" in false
    assert "false_refusal" in bare
    assert "citation_recall" not in bare
    assert marks(scores.cases[0], "fused") >= {"ndcg@10", "quote_mrr"}
    assert scores.unscored["no accepted answer is given"] > 0
    assert [curve.points[-1].coverage for curve in scores.curves] == [1.0, 1.0]
    assert {item.scored for item in scores.aggregates if item.metric == "aurc"} == {3}, "nobody judged the other one"


def test_the_report_shows_the_reader_s_note(scores: Scores) -> None:
    assert "the wrong bridge" in report_html(scores)


def test_nothing_is_calibrated_on_what_nobody_judged(feedback: Dataset, tmp_path: Path) -> None:
    own = Dataset("feedback", "calibration", feedback.documents, feedback.cases)
    report = calibrate([own], tmp_path, embedding=HashEmbedder(), settings=Settings())
    assert (report.answerable, report.unanswerable) == (2, 1)


@pytest.mark.parametrize("answerable", ["perhaps", 1, None])
def test_answerable_is_true_false_or_unknown(answerable: object, tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text('{"id": "a", "text": "A mill burned in Ghent."}\n')
    record = {"id": "q", "question": "What?", "language": "en", "kind": "feedback", "answerable": answerable}
    (tmp_path / "q.jsonl").write_text(json.dumps(record))
    with pytest.raises(DatasetError, match="'answerable'"):
        load_jsonl(tmp_path / "c.jsonl", tmp_path / "q.jsonl")
