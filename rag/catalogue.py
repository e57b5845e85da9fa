"""What a user does to a library besides filling and asking it: list, show, remove, verify, rebuild, copy, delete."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.backup import BackupReport, backup, restore
from rag.encode import Encoder
from rag.errors import ArticleNotFoundError, IndexFaultError
from rag.index import LiveIndex
from rag.library import Library, StoredArticle
from rag.library.articles import retire
from rag.library.passages import stage, swap_staged
from rag.library.records import VectorRow
from rag.library.soundness import library_problems, library_remedy
from rag.library.store import set_fact
from rag.types import ArticleSummary, Citation, SourceState

__all__ = ["Catalogue", "VerifyReport"]


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a check of the whole library found.

    Attributes:
        indexed: How many passages the index holds, dead ones included; None where it cannot tell.
        remedies: What to do: about the library first, as its index is made from it.
    """

    ok: bool
    problems: tuple[str, ...]
    articles: int
    passages: int
    indexed: int | None
    remedies: tuple[str, ...] = ()


class Catalogue:
    """The articles of a library.

    Args:
        library: Whose they are.
        index: Of the library.
        encoder: Of the library.
        lock_seconds: Time to wait for another process that writes.
    """

    def __init__(self, library: Library, index: LiveIndex, encoder: Encoder, lock_seconds: float) -> None:
        self._library = library
        self._index = index
        self._encoder = encoder
        self._lock_seconds = lock_seconds

    def list(self) -> list[ArticleSummary]:
        """Returns all articles, in the order in which they were added."""
        return self._library.articles.list()

    def show(self, article_id: str, version: int | None = None) -> StoredArticle:
        """Returns an article's stored text; `version` None for the newest that is kept.

        Raises:
            ArticleNotFoundError: No such version is kept.
        """
        return self._library.articles.show(article_id, version)

    def remove(self, article_ids: Sequence[str]) -> list[ArticleSummary]:
        """Removes articles, all or none; their files come back only when they are ingested again.

        Raises:
            ArticleNotFoundError: One of them is not there; then none is removed.
            LibraryBusyError: Another process is writing.
        """
        with self._index.writing(self._lock_seconds):
            found = [self.show(article_id).summary for article_id in dict.fromkeys(article_ids)]
            for summary in found:
                if summary.state == "removed":
                    raise ArticleNotFoundError(f"The article {summary.article_id!r} has been removed already.",
                                               "List the articles with: newscite library list")
            with self._library.store.transaction() as connection:
                for summary in found:
                    retire(connection, summary.article_id, "removed")
                    # Its file would count as unchanged, and the article could never be ingested again.
                    connection.execute("DELETE FROM files WHERE path = ?", (summary.path,))
            self._index.committed()
        return found

    def verify(self) -> VerifyReport:
        """Checks the SQLite file, every offset and vector, and every passage's place in the index.

        Where the vectors are harmed, the index cannot be held against them: it is not looked at.

        Raises:
            LibraryDamagedError: The file cannot be read through.
        """
        harms, passages = library_problems(self._library), self._library.passages.count()
        astray: list[str] = []
        indexed = None if passages else 0
        if passages and not any(harm.of_vectors for harm in harms):
            astray = self._index.problems()
            indexed = self._indexed()
        remedies = [library_remedy(harms)] if harms else []
        remedies += ["To mend the index, make it anew: newscite library rebuild"] if astray else []
        problems = (*(harm.detail for harm in harms), *astray)
        return VerifyReport(not problems, problems, self._library.articles.count(), passages, indexed, tuple(remedies))

    def rebuild(self) -> None:
        """Makes the index anew from the kept vectors; with another embedding model, encodes all passages first.

        New vectors are kept as they come, so that a rebuild that was stopped goes on where it was.

        Raises:
            LibraryBusyError: Another process is writing.
            EmbeddingError: The model cannot be loaded.
        """
        with self._index.writing(self._lock_seconds):
            if self._library.store.fact("embedding") not in (None, self._encoder.identity_text):
                self._encode_again()
            self._index.rebuild()

    def backup(self, file: Path) -> BackupReport:
        """Writes the library as it is at this moment into one file, checked, while others go on using it.

        Raises:
            LibraryError: The file cannot be written, or is there and is no library.
        """
        return backup(self._library, file)

    def restore(self, file: Path, *, replace: bool = False) -> BackupReport:
        """Takes in what `backup` has written, whole or not at all, and makes its index without embedding anything.

        Args:
            file: The copy.
            replace: Whether what the library holds may be lost.

        Raises:
            LibraryError: The library is not empty and `replace` is false, or the copy cannot be read.
            LibraryTooNewError: A newer version of Newscite made the copy.
            LibraryDamagedError: The copy is damaged; the library is as it was.
            LibraryBusyError: Another process is writing.
        """
        return restore(self._library, self._index, file, replace=replace, lock_seconds=self._lock_seconds)

    def delete_all(self) -> int:
        """Deletes all articles, conversations and vectors, and the index. Returns how many articles there were.

        The emptied file stays, so that other processes that have it open see the same empty library.
        """
        count = self._library.articles.count()
        with self._index.writing(self._lock_seconds):
            self._index.destroy()
            self._library.store.empty()
            for part in ("index", "logs"):
                shutil.rmtree(self._library.folder / part, ignore_errors=True)
        return count

    def state_of(self, citation: Citation) -> SourceState:
        """Returns whether the article version that a citation points to is still the one that is searched."""
        try:
            return self.show(citation.article_id, citation.version).summary.state
        except ArticleNotFoundError:
            return "removed"

    def _indexed(self) -> int | None:
        try:
            return self._index.count()
        except IndexFaultError:
            return None

    def _encode_again(self) -> None:
        identity = self._encoder.identity_text
        done = {int(row["passage_id"]) for row in self._library.store.rows(
            "SELECT passage_id FROM staged WHERE identity = ?", (identity,))}
        for batch in self._library.passages.texts():
            rows: list[VectorRow] = []
            for passage in batch.passages:
                if passage.passage_id not in done:
                    encoded = self._encoder.passage(passage)
                    rows.append(VectorRow(passage.passage_id, encoded.vector, encoded.sentence_vectors, encoded.bias))
            with self._library.store.transaction(searchable=False) as connection:
                stage(connection, identity, rows)
        with self._library.store.transaction() as connection:
            swap_staged(connection, identity)
            set_fact(connection, "embedding", identity)
