"""The examples of docs/evaluation.md and of the docstrings do what they say."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import eval.run
import eval.scorer

DOCS = Path(__file__).resolve().parent.parent / "docs" / "evaluation.md"


def test_the_example_of_a_data_set_and_a_scorer_runs(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", DOCS.read_text(), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    exec(compile(example, str(DOCS), "exec"), {"__name__": "example"})
    hit, words = capsys.readouterr().out.split()
    assert float(hit) == 1.0
    assert 9 <= float(words) <= 20
    assert "| words" in (tmp_path / "runs" / "first" / "report.md").read_text()


@pytest.mark.parametrize("module", [eval.scorer, eval.run])
def test_docstrings_hold(module: object) -> None:
    found = doctest.testmod(module)  # type: ignore[arg-type]
    assert found.attempted
    assert not found.failed


def test_every_action_and_file_is_documented() -> None:
    text = DOCS.read_text()
    for action in ("run", "score", "compare", "gate", "calibrate", "report"):
        assert f"`eval {action}" in text
    for group in ("Retrieval", "Answers", "Citations", "Claims", "Abstention", "Robustness", "Cost"):
        assert f"**{group}**" in text
