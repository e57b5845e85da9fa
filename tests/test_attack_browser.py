"""Payloads in a real browser: whatever articles, models and questions hold, it asks nobody but the page for anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.hostile.page import control, hostile_articles, listening, read_all
from rag import Assistant, Settings
from ui.server import running

pytestmark = pytest.mark.browser


def test_no_payload_makes_the_browser_ask_anybody_for_anything(chromium: Any, tmp_path: Path) -> None:
    with listening() as (host, heard), Assistant.open(Settings(home=tmp_path / "library", writer="quotes")) as assistant:
        hostile_articles(tmp_path / "hostile.jsonl", 50, host)
        assert assistant.ingest(tmp_path / "hostile.jsonl").added
        with running(assistant) as url:
            seen = read_all(chromium, url, assistant, 50, host)
        assert seen.shown == 50
        assert seen.foreign == []
        assert seen.acted == []
        assert heard == []


def test_the_attackers_host_would_hear_of_it(chromium: Any) -> None:
    with listening() as (host, heard):
        control(chromium, 40, host)
        assert heard
