"""Does steps to a library, and looks at all that is in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.durability.steps import Expected, Step
from benchmarks.durability.world import HashEmbedder, article_text, mark, write_sources
from rag import Assistant, Settings
from rag.catalogue import Catalogue
from rag.conversations import Conversations
from rag.ingest import IngestProgress
from rag.library import Library
from rag.library.store import Store
from rag.types import Answer, Citation, Filters

__all__ = ["Finding", "Opened", "do", "faults", "found_versions", "open_library"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong: `kind` is lost, duplicated, mixed or wedged."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A library with its folder of sources, open under the model that its vectors were made with."""

    assistant: Assistant
    sources: Path
    revision: str

    @property
    def store(self) -> Store:
        """The truth itself."""
        return self.assistant._library.store


def open_library(home: Path, sources: Path, revision: str | None = None) -> Opened:
    """Opens a library; `revision` None for the model that it has, or the first."""
    if revision is None:
        library = Library(home)
        kept = library.store.fact("embedding")
        library.close()
        revision = json.loads(kept)["revision"] if kept else "1"
    settings = Settings(home=home, writer="quotes", lock_seconds=20.0)
    return Opened(Assistant.open(settings, embedding=HashEmbedder(revision)), sources, revision)


def do(opened: Opened, step: Step, done: Callable[[str], None]) -> Opened:
    """Does a step, and returns the library as it is open afterwards.

    Args:
        opened: The library.
        step: What to do.
        done: Called with the name of each file that is committed while the step goes on.
    """
    assistant = opened.assistant
    if step.kind in ("ingest", "sync"):
        write_sources(opened.sources, step.versions)
        files: list[str] = []

        def progress(now: IngestProgress) -> None:
            if files:
                done(files[-1])
            files.append(Path(now.source).name)

        report = assistant.ingest([opened.sources], sync=step.kind == "sync", progress=progress)
        if report.failed:
            raise RuntimeError(str(report.failed[0]))
    elif step.kind == "remove":
        gone = {item.article_id for item in assistant.library.list()} - set(step.versions)
        if gone:
            assistant.library.remove(sorted(gone))
        write_sources(opened.sources, step.versions)
    elif step.kind == "rebuild":
        assistant.library.rebuild()
    elif step.kind == "recode":
        assistant.close()
        opened = open_library(assistant.settings.folder, opened.sources, step.subject)
        opened.assistant.library.rebuild()
    elif step.kind == "talk":
        assistant.conversations.keep(step.subject, _answer(opened, step))
    else:
        assistant.conversations.delete(step.subject)
    return opened


def found_versions(opened: Opened) -> dict[str, int]:
    """Returns the versions that the library holds, by the marks in their texts."""
    found: dict[str, int] = {}
    for item in opened.assistant.library.list():
        text = opened.assistant.library.show(item.article_id).text
        found[item.article_id] = int(text.split(mark(item.article_id, 0)[:-1], 1)[1].split(" ", 1)[0])
    return found


def faults(opened: Opened, expected: Expected) -> Iterator[Finding]:
    """Yields all that is wrong with a library: articles, passages, vectors, full text, index, conversations."""
    assistant = opened.assistant
    held = found_versions(opened)
    for name in {*held, *expected.versions}:
        if held.get(name) not in expected.may_be(name):
            yield Finding("lost", f"{name} is {held.get(name)}, not one of {expected.may_be(name)}")
    for item in assistant.library.list():
        yield from _article_faults(opened, item.article_id, held[item.article_id])
    for row in opened.store.rows("SELECT article_id, count(*) AS n FROM articles WHERE state = 'current' GROUP BY 1 "
                                 "HAVING n > 1"):
        yield Finding("duplicated", row["article_id"])
    counts = opened.store.rows("SELECT (SELECT count(*) FROM passages) AS p, (SELECT count(*) FROM passage_text) AS t")
    if counts[0]["p"] != counts[0]["t"]:
        yield Finding("mixed", f"{counts[0]['p']} passages, {counts[0]['t']} in the full text")
    yield from _talk_faults(assistant.conversations, assistant.library, expected)
    for row in opened.store.rows("PRAGMA foreign_key_check"):
        yield Finding("mixed", f"foreign key of {row[0]}")


def _article_faults(opened: Opened, name: str, version: int) -> Iterator[Finding]:
    article = opened.assistant.library.show(name)
    if article.text.strip() != article_text(name, version).strip():
        yield Finding("mixed", f"{name} is not the text of its version {version}")
    ids = [row["passage_id"] for row in opened.store.rows(
        "SELECT passage_id FROM passages WHERE article_id = ? ORDER BY start", (name,))]
    if len(ids) != 3:
        yield Finding("lost" if len(ids) < 3 else "duplicated", f"{name} has {len(ids)} passages")
    passages, index = opened.assistant._library.passages, opened.assistant._index
    rows = passages.candidates(ids, Filters())
    embedder = HashEmbedder(opened.revision)
    for at, passage in enumerate(rows.passages):
        if article.text[passage.start : passage.end] != passage.text:
            yield Finding("mixed", f"a passage of {name} is no slice of it")
        texts = [passage.text, *(span.of(article.text) for span in passage.sentences)]
        if not np.allclose(embedder.encode_passages(texts), np.vstack([rows.vectors[at], rows.sentence_vectors[at]])):
            yield Finding("mixed", f"a vector of {name} is not that of its text")
        near = index.nearest(rows.vectors[at], 3, Filters())
        if passage.passage_id not in near:
            yield Finding("lost", f"a passage of {name} is not found by its own vector ({index.fault})")
    words = passages.matching([mark(name, version)], 9, Filters())
    if sorted(words) != sorted(item.passage_id for item in rows.passages if mark(name, version) in item.text):
        yield Finding("lost", f"the full text finds {words} for {name}")


def _talk_faults(talks: Conversations, library: Catalogue, expected: Expected) -> Iterator[Finding]:
    listed = {item.conversation_id for item in talks.list()}
    for name in {*listed, *expected.talks}:
        exchanges = talks.open(name)
        said = tuple(exchange.question for exchange in exchanges)
        if said not in expected.may_be_said(name):
            yield Finding("lost", f"conversation {name} is {said}, not one of {expected.may_be_said(name)}")
        if [exchange.turn_id for exchange in exchanges] != list(range(1, len(exchanges) + 1)):
            yield Finding("mixed", f"conversation {name} has gaps")
        for citation in (item for exchange in exchanges for item in exchange.answer.citations):
            text = library.show(citation.article_id, citation.version).text
            if text[citation.start : citation.end] != citation.quote:
                yield Finding("mixed", f"a quote of conversation {name} has changed")


def _answer(opened: Opened, step: Step) -> Answer:
    cited: list[Citation] = []
    for item in opened.assistant.library.list()[:2]:
        text = opened.assistant.library.show(item.article_id).text
        cited.append(Citation(len(cited) + 1, item.article_id, item.version, item.title, None, None, None, "en", None,
                              item.path, text[10:60], 10, 60, 0.5))
    return Answer(step.question, "en", "answered", "quotes", "Said.", citations=tuple(cited))
