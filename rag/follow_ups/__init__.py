"""Questions that go on with a conversation: made to stand alone, and searched for where they belong."""

from __future__ import annotations

from rag.follow_ups.condense import condense
from rag.follow_ups.follow_up import FollowUp, FollowUps
from rag.follow_ups.reference import referred
from rag.follow_ups.topic import leans_on_history

__all__ = ["FollowUp", "FollowUps", "condense", "leans_on_history", "referred"]
