"""Files into the library: plan, load, chunk, encode, keep, index. Killed at any moment, it goes on where it was."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rag.chunk import split
from rag.encode import Encoder
from rag.errors import LoadError
from rag.index import LiveIndex
from rag.library import Library
from rag.library.articles import insert_version, mark_file, retire
from rag.library.passages import day_number, insert_passages, next_passage_id
from rag.library.records import Entry, NewVersion
from rag.library.sketch import sketch
from rag.load import SourceFile, absolute, discover, parse, read_bytes
from rag.settings import Settings
from rag.types import Article, Failure, IngestReport, SourceChange

__all__ = ["IngestProgress", "Ingestor"]

_PIPELINE = 1
"""Part of every kept hash: raised whenever loading or chunking changes, so that unchanged files are read anew."""


@dataclass(frozen=True, slots=True)
class IngestProgress:
    """How far an ingest is: `done` of `total` files are finished, and `source` is being read."""

    done: int
    total: int
    source: str


Progress = Callable[[IngestProgress], None]


class Ingestor:
    """One run over some paths; makes one report.

    Args:
        library: Where the articles go.
        index: Of the library.
        encoder: Of the library.
        settings: Limits of size and time.
    """

    def __init__(self, library: Library, index: LiveIndex, encoder: Encoder, settings: Settings) -> None:
        self._library = library
        self._index = index
        self._encoder = encoder
        self._settings = settings
        self._report = IngestReport()

    def run(self, paths: Sequence[Path], *, sync: bool = False, progress: Progress | None = None) -> IngestReport:
        """Reads all files of `paths`; a file or record that cannot be read is reported and stops nothing.

        Args:
            paths: Files and folders.
            sync: Remove the articles whose files are gone from the named folders.
            progress: Called before each file and at the end.

        Raises:
            LibraryBusyError: Another process is writing.
            EmbeddingMismatchError: The library was built with another embedding model.
            LibraryError: The library cannot be written; what was reported so far is kept.
        """
        began = time.perf_counter()
        found = list(discover(paths))
        sources = [item for item in found if isinstance(item, SourceFile)]
        self._fail(*(item for item in found if isinstance(item, Failure)))
        with self._index.writing(self._settings.lock_seconds):
            self._encoder.claim()
            self._index.mend()
            for done, source in enumerate(sources):
                if progress is not None:
                    progress(IngestProgress(done, len(sources), str(source.path)))
                self._file(source)
            if sync:
                self._remove_gone(paths, {source.path for source in sources})
            if self._library.passages.count():
                self._index.tidy()
        if progress is not None:
            progress(IngestProgress(len(sources), len(sources), ""))
        return replace(self._report, seconds=time.perf_counter() - began)

    def _file(self, source: SourceFile) -> None:
        try:
            data = read_bytes(source, self._settings.max_file_mb * 1024 * 1024)
        except LoadError as error:
            self._fail(Failure(str(source.path), error.message.removeprefix(f"{source.path} "), error.remedy))
            return
        sha256 = f"{hashlib.sha256(data).hexdigest()}-{_PIPELINE}"
        known = self._library.articles.of_source(str(source.path))
        if self._library.articles.file_is_known(source.path, sha256):
            self._report = replace(self._report, unchanged=self._report.unchanged + len(known))
            return
        failures_before = len(self._report.failed)
        seen: set[str] = set()
        for item in parse(source.path, data):
            if isinstance(item, Failure):
                self._fail(item)
            else:
                seen.add(self._article(item, source, known))
        complete = len(self._report.failed) == failures_before
        if complete:
            # With a record that could not be read, no one knows which articles the file still has.
            for article_id in known.keys() - seen:
                self._remove(article_id, str(source.path))
        with self._library.store.transaction(searchable=False) as connection:
            mark_file(connection, source.path, source.root, sha256, complete)

    def _article(self, article: Article, source: SourceFile, known: dict[str, str]) -> str:
        """Keeps one article; returns its id."""
        article_id = article.article_id or self._id_for(article, source, known)
        content_hash = f"{article.content_hash}-{_PIPELINE}"
        if known.get(article_id) == content_hash:
            self._report = replace(self._report, unchanged=self._report.unchanged + 1)
            return article_id
        owner = self._library.articles.source_of(article_id)
        if owner not in (None, str(source.path)) and Path(str(owner)).exists():
            self._fail(Failure(str(source.path), f"has an article with the id {article_id!r}, which {owner} has too",
                               "Give each article an id of its own."))
            return article_id
        change = SourceChange(article_id, article.title, str(source.path))
        self._keep(replace(article, content_hash=content_hash), article_id, str(source.path))
        if owner is not None:
            self._report = replace(self._report, changed=(*self._report.changed, change))
        else:
            self._report = replace(self._report, added=(*self._report.added, change))
        return article_id

    def _keep(self, article: Article, article_id: str, source: str) -> None:
        encoded = tuple(self._encoder.passages(article.text, split(article)))
        new = NewVersion(article_id, article, source, sketch(article.text), encoded)
        with self._library.store.snapshot() as connection:
            first = next_passage_id(connection)
        # Into the index before the commit: what the library knows, the index must have.
        self._index.add([
            Entry(first + at, item.vector, article_id, article.language, article.outlet, day_number(article.day))
            for at, item in enumerate(encoded)
        ])
        with self._library.store.transaction() as connection:
            retire(connection, article_id, "changed")
            # Of an article that has moved to another file, the old one is no longer known whole.
            connection.execute("DELETE FROM files WHERE path = (SELECT source FROM articles WHERE article_id = ? AND "
                               "source != ? ORDER BY version DESC LIMIT 1)", (article_id, source))
            version = insert_version(connection, new)
            insert_passages(connection, article_id, version, article.text, first, encoded)
        self._index.committed()
        texts = sum(1 + len(item.span.sentences) for item in encoded)
        self._report = replace(self._report, embedded=self._report.embedded + texts)

    def _id_for(self, article: Article, source: SourceFile, known: dict[str, str]) -> str:
        """Returns the id of a file's article: the one it has, else its name, else its name and a hash of its path."""
        if known:
            return next(iter(known))
        if self._library.articles.source_of(article.name) is None:
            return article.name
        return f"{article.name}-{hashlib.sha256(str(source.path).encode('utf-8', 'replace')).hexdigest()[:8]}"

    def _remove_gone(self, paths: Sequence[Path], present: set[Path]) -> None:
        for root in (absolute(path) for path in paths if path.expanduser().is_dir()):
            for path in self._library.articles.files_below(root):
                if path not in present and not self._is_unread(path):
                    for article_id in self._library.articles.of_source(str(path)):
                        self._remove(article_id, str(path))
                    with self._library.store.transaction(searchable=False) as connection:
                        connection.execute("DELETE FROM files WHERE path = ?", (str(path),))

    def _is_unread(self, path: Path) -> bool:
        """Returns whether the path lies below something that could not be read: then no one knows if it is gone."""
        return any(path.is_relative_to(failure.source) for failure in self._report.failed)

    def _remove(self, article_id: str, source: str) -> None:
        title = self._library.articles.show(article_id).summary.title
        with self._library.store.transaction() as connection:
            retire(connection, article_id, "removed")
        self._index.committed()
        self._report = replace(self._report,
                               removed=(*self._report.removed, SourceChange(article_id, title, source)))

    def _fail(self, *failures: Failure) -> None:
        self._report = replace(self._report, failed=(*self._report.failed, *failures))
