"""A model of inference, where one is set, has the last word on a claim that all other checks passed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from ollama_standin import OllamaStandin

from rag import Assistant, Settings
from rag.check.entailment import Entails, check_entailment
from rag.errors import EmbeddingError

QUESTION = "How large was Belgium's trade deficit with China in 2022?"


def written(messages: list[dict[str, str]]) -> str:
    numbers = re.findall(r"\[(\d+)\][^\[]*9,1 Milliarden", messages[-1]["content"])
    return f"Belgium's trade deficit with China amounted to 9.1 billion euros in 2022 [{numbers[0]}]."


def judging(surest: float, asked: list[tuple[str, str]]) -> Entails:
    def entails(pairs: Sequence[tuple[str, str]]) -> list[float]:
        asked.extend(pairs)
        return [surest] * len(pairs)
    return entails


def test_a_claim_passes_where_it_likelier_follows_than_not() -> None:
    for surest, passes in ((0.51, True), (0.49, False)):
        assert check_entailment("It rose.", ["It went up.", "It was cold."], judging(surest, [])).passed is passes


def test_each_citation_is_a_premise_and_so_are_all_together() -> None:
    asked: list[tuple[str, str]] = []
    check_entailment("C.", ["A.", "B."], judging(0.9, asked))
    assert asked == [("A.", "C."), ("B.", "C."), ("A. B.", "C.")]
    asked.clear()
    check_entailment("C.", ["A."], judging(0.9, asked))
    assert asked == [("A.", "C.")]


@pytest.mark.parametrize(("surest", "verdict"), [(0.9, "supported"), (0.1, "quoted")])
def test_what_does_not_follow_is_replaced_by_its_quote(seeded_home: Path, monkeypatch: pytest.MonkeyPatch,
                                                       surest: float, verdict: str) -> None:
    settings = {"home": seeded_home, "second_look": "off", "writer": "free", "extra_calls": 0}
    with OllamaStandin(written) as ollama:
        with Assistant.open(Settings(ollama_host=ollama.url, **settings)) as without:
            said = without.ask(QUESTION).claims
        assert [claim.verdict for claim in said][:1] == ["supported"]
        with Assistant.open(Settings(ollama_host=ollama.url, nli="any/model", **settings)) as with_it:
            monkeypatch.setattr(with_it._entailment, "probabilities", judging(surest, []))
            claim = with_it.ask(QUESTION).claims[0]
    assert claim.verdict == verdict
    assert ("entailment" in claim.checks) == (verdict == "supported")


def test_a_model_that_is_set_and_not_there_is_told_and_no_check_is_left_out(seeded_home: Path, tmp_path: Path) -> None:
    with OllamaStandin(written) as ollama, Assistant.open(Settings(
            home=seeded_home, ollama_host=ollama.url, second_look="off", writer="free",
            nli=str(tmp_path / "none"))) as assistant, pytest.raises(EmbeddingError, match="cannot be loaded"):
        assistant.ask(QUESTION)
