"""What a user does to a library besides filling and asking it: list, show, remove, verify, rebuild, delete."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass

from rag.encode import Encoder
from rag.errors import ArticleNotFoundError
from rag.index import LiveIndex
from rag.library import Conversation, Library, StoredArticle
from rag.library.articles import retire
from rag.library.lock import writing
from rag.library.passages import stage, swap_staged
from rag.library.records import VectorRow
from rag.library.store import set_fact
from rag.types import ArticleSummary, Turn

__all__ = ["Catalogue", "VerifyReport"]


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a check of the whole library found; `indexed` counts what the index holds, dead passages included."""

    ok: bool
    problems: tuple[str, ...]
    articles: int
    passages: int
    indexed: int


class Catalogue:
    """The articles and conversations of a library.

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
        with writing(self._library.folder, self._lock_seconds):
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
        """Checks the SQLite file, every offset, and every passage's place in the index."""
        problems = self._library_problems()
        problems += self._index.problems() if self._library.passages.count() else []
        indexed = 0 if problems or not self._library.passages.count() else self._index.count()
        return VerifyReport(not problems, tuple(problems), self._library.articles.count(),
                            self._library.passages.count(), indexed)

    def rebuild(self) -> None:
        """Makes the index anew from the kept vectors; with another embedding model, encodes all passages first.

        New vectors are kept as they come, so that a rebuild that was stopped goes on where it was.

        Raises:
            LibraryBusyError: Another process is writing.
            EmbeddingError: The model cannot be loaded.
        """
        with writing(self._library.folder, self._lock_seconds):
            if self._library.store.fact("embedding") not in (None, self._encoder.identity_text):
                self._encode_again()
            self._index.rebuild()

    def delete_all(self) -> int:
        """Deletes all articles, conversations and vectors, and the index. Returns how many articles there were.

        The emptied file stays, so that other processes that have it open see the same empty library.
        """
        count = self._library.articles.count()
        with writing(self._library.folder, self._lock_seconds):
            self._index.destroy()
            self._library.store.empty()
            shutil.rmtree(self._library.folder / "index", ignore_errors=True)
        return count

    def conversations(self) -> list[Conversation]:
        """Returns all kept conversations, the newest first."""
        return self._library.conversations.list()

    def conversation(self, conversation_id: str) -> list[Turn]:
        """Returns the exchanges of a conversation, the oldest first."""
        return self._library.conversations.turns(conversation_id)

    def delete_conversation(self, conversation_id: str) -> None:
        """Deletes a conversation."""
        self._library.conversations.delete(conversation_id)

    def _library_problems(self) -> list[str]:
        problems = [str(row[0]) for row in self._library.store.rows("PRAGMA integrity_check") if row[0] != "ok"]
        texts: dict[tuple[str, int], str] = {}
        for batch in self._library.passages.texts():
            for at, passage in enumerate(batch.passages):
                key = (passage.article_id, passage.version)
                if key not in texts:
                    # Passages come article by article: only the one at hand is held.
                    texts = {key: self._library.articles.show(*key).text}
                if texts[key][passage.start : passage.end] != passage.text:
                    problems.append(f"passage {passage.passage_id} is not the slice of its article that it says")
                if len(batch.sentence_vectors[at]) != len(passage.sentences):
                    problems.append(f"passage {passage.passage_id} lacks vectors of its sentences")
        if self._library.passages.count() and self._library.store.fact("embedding") is None:
            problems.append("the library does not say which embedding model made its vectors")
        return problems

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
