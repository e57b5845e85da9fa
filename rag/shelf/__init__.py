"""Questions about the library itself: lists by topic and date, comparisons, summaries."""

from __future__ import annotations

from rag.shelf.answers import Shelf
from rag.shelf.intents import Collection, Comparison, Summary
from rag.shelf.library_question import asks_what_happened, read_library_question
from rag.shelf.period import read_period

__all__ = ["Collection", "Comparison", "Shelf", "Summary", "asks_what_happened", "read_library_question", "read_period"]
