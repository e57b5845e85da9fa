"""The first stage: what each way of ranking finds."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from eval.bm25 import Bm25
from eval.dataset import Case
from eval.fingerprint import item_key
from eval.records import Fault, RankedPassage, RetrieveRecord, TimingRecord
from rag.assistant import Assistant
from rag.errors import NewsciteError
from rag.search import Ranking
from rag.types import Passage

__all__ = ["RetrieveStage", "SYSTEMS", "ranked"]

SYSTEMS: Final[dict[str, Ranking]] = {"lexical": "lexical", "dense": "dense", "fused": "fused"}
"""The library's rankings, by the names of the table; ``bm25``, the suite's own, stands before them."""


@dataclass(frozen=True, slots=True)
class RetrieveStage:
    """Ranks the passages of one library for one question after another.

    Attributes:
        base: Fingerprints of code, library and settings.
        depth: Passages of a ranking.
    """

    dataset: str
    assistant: Assistant
    bm25: Bm25
    base: tuple[str, ...]
    depth: int

    def key(self, case: Case) -> str:
        """Names all that the result depends on."""
        return item_key("retrieve", self.base, case, str(self.depth))

    def applies(self, case: Case) -> bool:
        """Whether the question can be searched for as it stands; follow-ups are seen by the answer stage."""
        return not case.history

    def run(self, case: Case) -> tuple[RetrieveRecord, TimingRecord]:
        """Returns the rankings and how long each took; an expected error is a result."""
        key = self.key(case)
        rankings: dict[str, tuple[RankedPassage, ...]] = {}
        spent: dict[str, float] = {}
        fault = None
        try:
            began = time.perf_counter()
            rankings["bm25"] = self.bm25.search(case.question, case.language, self.depth)
            spent["bm25"] = round((time.perf_counter() - began) * 1000, 3)
            for system, by in SYSTEMS.items():
                began = time.perf_counter()
                found = self.assistant.search(case.question, self.depth, language=case.language, by=by)
                spent[system] = round((time.perf_counter() - began) * 1000, 3)
                rankings[system] = ranked(found)
        except NewsciteError as error:
            fault = Fault(type(error).__name__, str(error))
        record = RetrieveRecord(key, self.dataset, case.id, rankings, fault)
        return record, TimingRecord(key, self.dataset, case.id, "retrieve", None, spent)


def ranked(passages: Sequence[Passage]) -> tuple[RankedPassage, ...]:
    """Returns passages as records, in their order."""
    return tuple(RankedPassage(item.article_id, item.version, item.start, item.end, round(item.score, 5))
                 for item in passages)
