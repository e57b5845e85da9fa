"""Does many items at a time, and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TypeVar

__all__ = ["Advance", "Progress", "work"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is.

    Attributes:
        stage: ``ingest``, ``retrieve``, ``answer`` or ``score``.
        subject: The data set, and who writes.
    """

    stage: str
    subject: str
    done: int
    total: int


Advance = Callable[[Progress], None]


def work(items: Sequence[T], one: Callable[[T], None], jobs: int, tell: Callable[[int], None]) -> None:
    """Calls `one` for every item, `jobs` at a time.

    Args:
        tell: Given the number of items that are done; called from the calling thread's side of the work.

    Raises:
        Whatever `one` raises first; what has not begun then is not begun.
    """
    pool = ThreadPoolExecutor(max_workers=jobs, thread_name_prefix="eval")
    try:
        waiting = {pool.submit(one, item) for item in items}
        total = len(waiting)
        while waiting:
            done, waiting = wait(waiting, timeout=0.2, return_when=FIRST_COMPLETED)
            for future in done:
                future.result()
            tell(total - len(waiting))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
