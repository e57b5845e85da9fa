"""What a question asks for: its kind, whose words, which names and years, and whether the articles answer it."""

from __future__ import annotations

from rag.asking.absent import absent_names
from rag.asking.answerable import sureness
from rag.asking.asked import Wanted, holds, tells, wanted
from rag.asking.party import Party, asked_party

__all__ = ["Party", "Wanted", "absent_names", "asked_party", "holds", "sureness", "tells", "wanted"]
