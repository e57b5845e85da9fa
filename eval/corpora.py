"""Libraries of the data sets: made once for each content, code and embedding model, and opened by every run."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval.artefacts import write_document
from eval.dataset import DatasetError, Document
from eval.fingerprint import corpus_fingerprint, fingerprint, index_fingerprint, ingest_fingerprint
from eval.records import ArticleRecord
from rag.assistant import Assistant
from rag.settings import Settings
from rag.types import Embedder

__all__ = ["Corpus", "build_corpus"]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A library that is ready to be asked.

    Attributes:
        settings: Of the run, with this library as home.
        articles: As stored.
        fingerprint: Of the documents.
        index: Fingerprint of what is searched.
    """

    settings: Settings
    articles: tuple[ArticleRecord, ...]
    fingerprint: str
    index: str


def build_corpus(dataset: str, documents: Sequence[Document], settings: Settings, embedder: Embedder, folder: Path,
                 advance: Callable[[int, int], None], base: Corpus | None = None) -> Corpus:
    """Ingests documents, or opens the library that an earlier run made of them; a run that was killed is gone on with.

    Args:
        dataset: Its name, for the records.
        documents: Those with a `path` are read from their files, the others from a JSONL file made here.
        folder: Of all libraries.
        advance: Told how many files of how many are done.
        base: The library of some of the documents, all of whose vectors are taken over.

    Raises:
        DatasetError: A document cannot be ingested, or is stored under another id.
    """
    name = corpus_fingerprint(documents)
    key = fingerprint([name, ingest_fingerprint(), embedder.identity, _titles(documents)])[:24]
    home = folder / key
    own = replace(settings, home=home / "library")
    done = home / "complete.json"
    if base is not None and not own.folder.exists():
        _copy(base.settings.folder, own.folder)
    with Assistant.open(own, embedding=embedder) as assistant:
        if not done.is_file():
            known = {article.article_id for article in base.articles} if base is not None else set[str]()
            _ingest(assistant, [item for item in documents if item.id not in known], home, advance)
            write_document(done, {"documents": len(documents)})
        articles = tuple(_stored(assistant, dataset))
    _expect({document.id for document in documents}, {article.article_id for article in articles}, dataset)
    return Corpus(own, articles, name, index_fingerprint(articles, embedder.identity))


def _copy(source: Path, target: Path) -> None:
    """Copies a library that nobody has open, whole or not at all."""
    part = target.with_name("library.part")
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(source, part)
    part.rename(target)


def _ingest(assistant: Assistant, documents: Sequence[Document], home: Path, advance: Callable[[int, int], None]
            ) -> None:
    records = [document for document in documents if document.path is None]
    paths: list[Path] = [document.path for document in documents if document.path is not None]
    if records:
        made = home / "corpus.jsonl"
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text("".join(json.dumps(_record(document)) + "\n" for document in records), encoding="utf-8")
        paths.append(made)
    report = assistant.ingest(paths, progress=lambda now: advance(now.done, now.total))
    for failure in report.failed:
        raise DatasetError(f"{failure.source}: {failure.reason}.", failure.remedy)


def _record(document: Document) -> dict[str, str]:
    given = {"id": document.id, "title": document.title, "text": document.text, "language": document.language,
             "published": document.published.isoformat() if document.published else None,
             "outlet": document.outlet, "url": document.url}
    return {name: value for name, value in given.items() if value is not None}


def _stored(assistant: Assistant, dataset: str) -> Iterable[ArticleRecord]:
    for summary in sorted(assistant.library.list(), key=lambda item: item.article_id):
        stored = assistant.library.show(summary.article_id)
        yield ArticleRecord(dataset, summary.article_id, summary.version, stored.text, summary.language,
                            stored.passages)


def _expect(wanted: set[str], stored: set[str], dataset: str) -> None:
    missing = sorted(wanted - stored)
    if missing:
        raise DatasetError(f"{dataset}: the article {missing[0]!r} is not in the library under its id.",
                           "Give each article an id of printable characters that no other one has.")


def _titles(documents: Iterable[Document]) -> list[str]:
    return sorted(f"{item.id} {item.outlet} {item.url}" for item in documents)
