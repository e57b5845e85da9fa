"""The evaluation suite: data, runs, scores and reports about retrieval, answers, citations and abstention."""

from __future__ import annotations

__all__: list[str] = []
