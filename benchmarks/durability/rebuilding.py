"""How long it takes to make the index of a large library anew, from the vectors that the library keeps."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.durability.act import Finding
from benchmarks.durability.world import HashEmbedder, NeverEncoding, article_text
from rag import Assistant, Settings
from rag.types import Filters

__all__ = ["Rebuild", "rebuild_of"]

_DIMENSION = 384  # of the bundled model
_PASSAGES_AN_ARTICLE = 3
_SECONDS_ASKED = 60.0
_SECONDS_PER = 10_000
_LOOKED_UP_EVERY = 10


@dataclass(frozen=True, slots=True)
class Rebuild:
    """An index made anew: how many passages of which dimension, in how many seconds, of how many asked."""

    passages: int
    dimension: int
    seconds: float
    asked: float
    findings: tuple[Finding, ...]


def rebuild_of(folder: Path, passages: int) -> Rebuild:
    """Makes a library of about `passages` passages, harms its index, and makes that anew as a user would be told to."""
    folder.mkdir(parents=True)
    _fill(folder, passages)
    with Assistant.open(_settings(folder), embedding=NeverEncoding(dimension=_DIMENSION)) as assistant:
        findings = list(_told(assistant))
        began = time.monotonic()
        assistant.library.rebuild()
        seconds = time.monotonic() - began
        findings += [Finding("wedged", problem) for problem in assistant.library.verify().problems]
        findings += _lost(assistant)
        if (fault := assistant._index.fault) is not None:
            findings.append(Finding("wedged", str(fault)))
        count = assistant._library.passages.count(Filters())
    asked = _SECONDS_ASKED * max(1.0, count / _SECONDS_PER)
    if seconds > asked:
        findings.append(Finding("wedged", f"made anew in {seconds:.1f} s, asked {asked:g} s"))
    return Rebuild(count, _DIMENSION, seconds, asked, tuple(findings))


def _settings(folder: Path) -> Settings:
    return Settings(home=folder / "library", writer="quotes")


def _fill(folder: Path, passages: int) -> None:
    """Fills a library, closes it, and overwrites a block in the middle of each large file of its index."""
    file = folder / "articles.jsonl"
    articles = -(-passages // _PASSAGES_AN_ARTICLE)
    file.write_text("".join(json.dumps({"id": f"r{number}", "title": f"Report {number}",
                                        "text": article_text(f"r{number}", 1)}) + "\n" for number in range(articles)))
    with Assistant.open(_settings(folder), embedding=HashEmbedder(dimension=_DIMENSION)) as assistant:
        assistant.ingest([file])
    # Chroma writes no graph below a thousand vectors; its tables are there in any case.
    written = [path for path in (folder / "library" / "index").rglob("*") if path.is_file()]
    harmed = [path for path in written if path.suffix == ".bin"] or written
    for path in harmed:
        data = bytearray(path.read_bytes())
        middle = len(data) // 2
        data[middle : middle + 512] = bytes(len(data[middle : middle + 512]))
        path.write_bytes(data)


def _told(assistant: Assistant) -> Iterator[Finding]:
    entry = next(iter(next(iter(assistant._library.passages.entries()))))
    if assistant._index.nearest(entry.vector, 1, Filters()) != [entry.passage_id]:
        yield Finding("lost", "a passage is not found beside a harmed index")
    if assistant._index.fault is None:
        yield Finding("mixed", "the harm is not told at the first question")


def _lost(assistant: Assistant) -> list[Finding]:
    entries = [entry for some in assistant._library.passages.entries() for entry in some]
    return [Finding("lost", f"passage {entry.passage_id} is not found") for entry in entries[::_LOOKED_UP_EVERY]
            if assistant._index.nearest(entry.vector, 1, Filters()) != [entry.passage_id]]
