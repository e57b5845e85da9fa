"""The first stage: what each way of ranking finds."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from eval.bm25 import Bm25
from eval.dataset import Case
from eval.fingerprint import item_key
from eval.records import Fault, RankedPassage, RetrieveRecord, TimingRecord
from rag.assistant import Assistant
from rag.errors import NewsciteError
from rag.search import Ranking
from rag.types import Passage

__all__ = ["RetrieveStage", "SYSTEMS", "deep_enough", "ranked"]

SYSTEMS: Final[dict[str, Ranking]] = {"lexical": "lexical", "dense": "dense", "fused": "fused"}
"""The library's rankings, by the names of the table; ``bm25``, the suite's own, stands before them."""

_ARTICLES: Final = 10
_MOST: Final = 1000
"""The most passages that a library is asked for."""

_Search = Callable[[int], tuple[RankedPassage, ...]]


@dataclass(frozen=True, slots=True)
class RetrieveStage:
    """Ranks the passages of one library for one question after another.

    Attributes:
        base: Fingerprints of code, library and settings.
        depth: Passages of a ranking at least; it goes on from there until it holds ten articles, or all there are.
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
        """Returns the rankings and how long each took at first depth; an expected error is a result."""
        key = self.key(case)
        rankings: dict[str, tuple[RankedPassage, ...]] = {}
        spent: dict[str, float] = {}
        fault = None
        try:
            for system, search in self._searches(case).items():
                began = time.perf_counter()
                first = search(self.depth)
                spent[system] = round((time.perf_counter() - began) * 1000, 3)
                rankings[system] = deep_enough(search, first, self.depth)
        except NewsciteError as error:
            fault = Fault(type(error).__name__, str(error))
        record = RetrieveRecord(key, self.dataset, case.id, rankings, fault)
        return record, TimingRecord(key, self.dataset, case.id, "retrieve", None, spent)

    def _searches(self, case: Case) -> Mapping[str, _Search]:
        return {"bm25": partial(self.bm25.search, case.question, case.language),
                **{system: partial(self._library, case, by) for system, by in SYSTEMS.items()}}

    def _library(self, case: Case, by: Ranking, k: int) -> tuple[RankedPassage, ...]:
        return ranked(self.assistant.search(case.question, k, language=case.language, by=by))


def deep_enough(search: _Search, first: tuple[RankedPassage, ...], depth: int) -> tuple[RankedPassage, ...]:
    """Returns a ranking that holds ten articles, or every passage that is found.

    A ranking of `depth` passages holds few articles where articles are long, and recall@10 of articles would then be
    that of fewer.

    Args:
        search: Takes how many passages are wanted at most.
        first: What it found for `depth`.
    """
    found, asked = first, depth
    while _reach(found) is None and len(found) >= asked and asked < _MOST:
        asked = min(_MOST, 2 * asked)
        found = search(asked)
    reach = _reach(found)
    return found if reach is None else found[: max(depth, reach)]


def ranked(passages: Sequence[Passage]) -> tuple[RankedPassage, ...]:
    """Returns passages as records, in their order."""
    return tuple(RankedPassage(item.article_id, item.version, item.start, item.end, round(item.score, 5))
                 for item in passages)


def _reach(found: Sequence[RankedPassage]) -> int | None:
    """Returns how many passages it takes to see ten articles; None where there are fewer."""
    seen: set[str] = set()
    for count, passage in enumerate(found, 1):
        seen.add(passage.article_id)
        if len(seen) == _ARTICLES:
            return count
    return None
