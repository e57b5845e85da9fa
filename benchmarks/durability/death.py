"""Ways to die: at a named point of the code, or at its n-th line, by SIGKILL from within.

The points are calls and returns of functions in the way of a write, found by a trace function that stands in the dying
process alone: the code under test has no hook for it.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from types import FrameType
from typing import Any, Literal

from benchmarks.durability.steps import StepKind

__all__ = ["POINTS", "Point", "die_at_line", "die_at_point"]

_TRACED = ("/rag/library/", "/rag/index/", "/rag/ingest.py", "/rag/catalogue.py", "/rag/encode.py")


@dataclass(frozen=True, slots=True)
class Point:
    """A call of a function, or its return.

    Attributes:
        file: End of the path of the function's module.
        function: Its qualified name.
        step: The kind of step that passes there.
    """

    name: str
    file: str
    function: str
    event: Literal["call", "return"]
    step: StepKind


POINTS = (
    Point("before the first vectors of an article", "index/chroma.py", "Index.upsert", "call", "ingest"),
    Point("vectors in the index, article not in the library", "index/live.py", "LiveIndex.add", "return", "ingest"),
    Point("in the transaction: old version retired", "library/articles.py", "retire", "return", "ingest"),
    Point("in the transaction: version written, passages not", "library/articles.py", "insert_version", "return",
          "ingest"),
    Point("in the transaction: all written, uncommitted", "library/passages.py", "insert_passages", "return",
          "ingest"),
    Point("committed, not told to the index", "index/live.py", "LiveIndex.committed", "call", "ingest"),
    Point("article committed, file not marked", "library/articles.py", "mark_file", "call", "ingest"),
    Point("file marked, not committed", "library/articles.py", "mark_file", "return", "ingest"),
    Point("seal about to be changed", "index/kept.py", "KeptIndex._write_seal", "call", "ingest"),
    Point("seal changed", "index/kept.py", "KeptIndex._write_seal", "return", "ingest"),
    Point("new build begun", "index/builds.py", "build", "call", "rebuild"),
    Point("new build written, not swapped in", "index/builds.py", "build", "return", "rebuild"),
    Point("new build swapped in, old one not dropped", "index/builds.py", "drop_quietly", "call", "rebuild"),
    Point("old build dropped", "index/builds.py", "drop_quietly", "return", "rebuild"),
    Point("vectors of another model staged", "library/passages.py", "stage", "return", "recode"),
    Point("vectors of another model about to be swapped", "library/passages.py", "swap_staged", "call", "recode"),
    Point("vectors of another model swapped, not committed", "library/passages.py", "swap_staged", "return", "recode"),
    Point("another model's vectors in the library, its index not made", "catalogue.py", "Catalogue._encode_again",
          "return", "recode"),
    Point("sync: about to remove", "ingest.py", "Ingestor._remove", "call", "sync"),
    Point("sync: removed, file not forgotten", "ingest.py", "Ingestor._remove", "return", "sync"),
    Point("conversation about to be kept", "library/conversations.py", "Conversations.add", "call", "talk"),
    Point("conversation kept, not acknowledged", "library/conversations.py", "Conversations.add", "return", "talk"),
)


def die_at_point(point: Point, hit: int) -> None:
    """Kills this process when `point` is reached for the `hit`-th time."""
    left = hit

    def count(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal left
        if not (frame.f_code.co_qualname == point.function and frame.f_code.co_filename.endswith(point.file)):
            return None
        if event == point.event:
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
        frame.f_trace_lines = False
        return count

    sys.settrace(count)


def die_at_line(number: int) -> None:
    """Kills this process at the `number`-th line that it runs of the code that writes."""
    left = number

    def count(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal left
        if not any(part in frame.f_code.co_filename for part in _TRACED):
            return None
        if event == "line":
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return count

    sys.settrace(count)
