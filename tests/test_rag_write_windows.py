"""Prompts of any length and servers that are full: nothing is cut in silence, and nobody asks again for ever."""

from __future__ import annotations

import pytest

from benchmarks.hostile.outages import outages
from benchmarks.hostile.windows import overflow
from rag.write import ollama, ollama_stream


def test_no_prompt_loses_its_begin_in_silence() -> None:
    report = overflow(280)
    assert report.wrong == []
    assert report.made == 280
    assert report.least >= 1
    # Each way that a prompt can end was met.
    assert min(report.whole, report.not_sent, report.refused, report.found_cut) > 0


def test_a_client_that_takes_what_it_gets_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ollama, "prompt_tokens", lambda messages: 0)
    monkeypatch.setattr(ollama_stream, "was_cut", lambda texts, counted, window: False)
    assert "cut, and its answer was taken" in " ".join(overflow(140).wrong)


def test_an_outage_costs_three_requests_at_most_and_none_after_the_first_piece() -> None:
    report = outages(150)
    assert report.wrong == []
    assert report.most == 3
    assert report.after_begin == 0
    assert report.unfit_pauses == 0
    assert len(report.pauses) > 20
    assert report.whole > 20


def test_a_client_that_asks_again_and_again_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ollama_stream, "_RETRIES", 5)
    assert outages(150).most > 3
