"""A process that only reads, while others write and die: what it sees must always be one whole state."""

from __future__ import annotations

import faulthandler
import traceback
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.durability.act import Finding, Opened, open_library
from benchmarks.durability.world import ANCHOR, article_text, mark
from rag.types import Filters, Vectors

__all__ = ["read"]

_PAUSE = 0.03
_PATIENCE = 20.0


def read(home: Path, pipe: Connection) -> None:
    """Reads until the parent sends anything; then answers with the number of looks and the findings."""
    looks, findings, generation = 0, list[Finding](), 0
    opened = open_library(home, home, "1")
    try:
        while not pipe.poll(_PAUSE):
            looks += 1
            # Says on stderr where it stands, should a look never end.
            faulthandler.dump_traceback_later(_PATIENCE)
            findings += _look(opened)
            newer = opened.store.generation
            if newer < generation:
                findings.append(Finding("mixed", f"generation {newer} after {generation}"))
            generation = newer
            faulthandler.cancel_dump_traceback_later()
    except Exception:  # noqa: BLE001 - no look may fail
        findings.append(Finding("wedged", f"reader: {traceback.format_exc(limit=-6)}"))
    pipe.send((looks, findings))


def _look(opened: Opened) -> Iterator[Finding]:
    for vector, passage_id in _anchor(opened):
        near = opened.assistant._index.nearest(vector, 5, Filters())
        # A change of the embedding model gives the anchor other vectors: then the old one need not find it.
        if passage_id not in near and any(passage_id == other and (vector == kept).all()
                                          for kept, other in _anchor(opened)):
            yield Finding("lost", f"a reader does not find the anchor ({opened.assistant._index.fault})")
        rows = opened.assistant._library.passages.candidates(near, Filters())
        for passage in rows.passages:
            told = {word for word in passage.text.split() if word.startswith(mark(passage.article_id, 0)[:-1])}
            version = int(next(iter(told)).rsplit("x", 1)[1]) if told else None
            if len(told) > 1 or (version is not None and passage.text not in article_text(passage.article_id, version)):
                yield Finding("mixed", f"a reader sees {told} in one passage")


def _anchor(opened: Opened) -> list[tuple[Vectors, int]]:
    passages = opened.assistant._library.passages
    ids = passages.matching([mark(ANCHOR, 1)], 9, Filters())
    rows = passages.candidates(ids, Filters())
    return [(rows.vectors[at], passage.passage_id) for at, passage in enumerate(rows.passages)]
