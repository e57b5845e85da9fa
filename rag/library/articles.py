"""Articles, their versions, the files that they came from, and which of them are one source."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np

from rag.errors import ArticleNotFoundError
from rag.library.records import NewVersion, StoredArticle
from rag.library.sketch import DUPLICATE, Sketch, resemblance
from rag.library.store import Store
from rag.types import ArticleSummary, Span

__all__ = ["Articles", "insert_version", "mark_file", "retire"]

_SUMMARY = """
SELECT a.article_id, a.version, a.state, a.source, a.title, a.outlet, a.day, a.day_kind, a.language, a.url, a.added,
       a.duplicate_of, (SELECT count(*) FROM passages p WHERE p.article_id = a.article_id AND p.version = a.version)
       AS passages
FROM articles a
"""


class Articles:
    """Reads articles from the library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> list[ArticleSummary]:
        """Returns all current articles, in the order in which they were added."""
        return [_summary(row) for row in
                self._store.rows(_SUMMARY + "WHERE a.state = 'current' ORDER BY a.added, a.article_id")]

    def show(self, article_id: str, version: int | None = None) -> StoredArticle:
        """Returns an article version with its text; None for the newest that is kept.

        Raises:
            ArticleNotFoundError: No such version is kept.
        """
        wanted = "WHERE a.article_id = ? AND (? IS NULL OR a.version = ?) ORDER BY a.version DESC LIMIT 1"
        with self._store.snapshot() as connection:
            row = connection.execute(_SUMMARY + wanted, (article_id, version, version)).fetchone()
            if row is None:
                name = article_id if version is None else f"{article_id}, version {version}"
                raise ArticleNotFoundError(f"No article {name!r} is in the library.",
                                           "List the articles with: newscite library list")
            key = (row["article_id"], row["version"])
            text = connection.execute("SELECT text FROM articles WHERE article_id = ? AND version = ?", key).fetchone()
            spans = connection.execute(
                "SELECT start, end FROM passages WHERE article_id = ? AND version = ? ORDER BY start", key).fetchall()
        return StoredArticle(_summary(row), str(text["text"]), tuple(Span(s["start"], s["end"]) for s in spans))

    def languages(self) -> tuple[str, ...]:
        """Returns the languages of the current articles, the most frequent first."""
        found = self._store.rows("SELECT language, count(*) AS n FROM articles WHERE state = 'current' AND language "
                                 "IS NOT NULL GROUP BY language ORDER BY n DESC, language")
        return tuple(str(row["language"]) for row in found)

    def count(self) -> int:
        """Returns the number of current articles."""
        row = self._store.row("SELECT count(*) AS n FROM articles WHERE state = 'current'")
        return int(row["n"]) if row else 0

    def file_is_known(self, path: Path, sha256: str) -> bool:
        """Returns whether the file was ingested whole with this very content."""
        row = self._store.row("SELECT sha256, complete FROM files WHERE path = ?", (str(path),))
        return row is not None and row["sha256"] == sha256 and bool(row["complete"])

    def of_source(self, source: str) -> dict[str, str]:
        """Returns the current articles that came from a file: article id to content hash."""
        return {str(row["article_id"]): str(row["content_hash"]) for row in self._store.rows(
            "SELECT article_id, content_hash FROM articles WHERE state = 'current' AND source = ?", (source,))}

    def source_of(self, article_id: str) -> str | None:
        """Returns the file that a current article came from, or None where there is no such article."""
        row = self._store.row("SELECT source FROM articles WHERE state = 'current' AND article_id = ?", (article_id,))
        return None if row is None else str(row["source"])

    def files_below(self, root: Path) -> list[Path]:
        """Returns the files in a folder or below it that were ingested, or that current articles came from.

        A file whose ingest was broken off is not among the first yet, though some of its articles are kept.
        """
        rows = self._store.rows("SELECT path FROM files UNION SELECT source FROM articles WHERE state = 'current' "
                                "AND source IS NOT NULL ORDER BY 1")
        return [path for row in rows
                if (path := Path(row["path"])).is_relative_to(root)]


def insert_version(connection: sqlite3.Connection, new: NewVersion) -> int:
    """Keeps the next version of an article as its current one and links its near-duplicates.

    Returns:
        The version's number, from 1. The former current version, if any, must have been retired before.
    """
    article = new.article
    row = connection.execute("INSERT INTO numbering VALUES (?, 1) ON CONFLICT (article_id) DO UPDATE SET "
                             "version = version + 1 RETURNING version", (new.article_id,)).fetchone()
    version = int(row["version"])
    connection.execute(
        "INSERT INTO articles VALUES (?, ?, 'current', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (new.article_id, version, new.source, article.title, article.outlet,
         article.day.isoformat() if article.day else None, article.day_kind, article.language, article.url,
         article.text, article.content_hash, datetime.now(UTC).isoformat(timespec="seconds"),
         new.sketch.tobytes(), _original_of(connection, new.article_id, new.sketch)),
    )
    return version


def retire(connection: sqlite3.Connection, article_id: str, state: str) -> None:
    """Takes the current version of an article out of search.

    A changed version's text is kept for the citations that point to it; a removed article's versions are kept only
    where a conversation cites them, since who removes an article wants it gone.

    Args:
        state: 'changed' or 'removed'.
    """
    row = connection.execute("SELECT version FROM articles WHERE article_id = ? AND state = 'current'",
                             (article_id,)).fetchone()
    if row is None:
        return
    connection.execute("DELETE FROM passage_text WHERE rowid IN (SELECT passage_id FROM passages WHERE article_id = ?)",
                       (article_id,))
    connection.execute("DELETE FROM passages WHERE article_id = ?", (article_id,))
    connection.execute("UPDATE articles SET state = ? WHERE article_id = ? AND state = 'current'", (state, article_id))
    if state == "removed":
        connection.execute("UPDATE articles SET state = 'removed' WHERE article_id = ?", (article_id,))
        connection.execute(
            "DELETE FROM articles WHERE article_id = ? AND NOT EXISTS (SELECT 1 FROM cited c WHERE c.article_id = "
            "articles.article_id AND c.version = articles.version)", (article_id,))
    _relink(connection, article_id)


def mark_file(connection: sqlite3.Connection, path: Path, root: Path, sha256: str, complete: bool) -> None:
    """Keeps the hash of an ingested file; `complete` where nothing of it failed."""
    connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (str(path), str(root), sha256, complete))


def _current_sketches(connection: sqlite3.Connection, without: str) -> Iterable[tuple[str, str | None, Sketch]]:
    rows = connection.execute("SELECT article_id, duplicate_of, sketch FROM articles WHERE state = 'current' AND "
                              "article_id != ? ORDER BY added, article_id", (without,)).fetchall()
    return ((row["article_id"], row["duplicate_of"], np.frombuffer(row["sketch"], dtype=np.uint64)) for row in rows)


def _original_of(connection: sqlite3.Connection, article_id: str, own: Sketch) -> str | None:
    """Returns the first current article that is the same text, followed to the one that it is itself linked to."""
    if not len(own):
        return None
    for other_id, linked, other in _current_sketches(connection, article_id):
        if resemblance(own, other) >= DUPLICATE and linked != article_id:
            return linked or other_id
    return None


def _relink(connection: sqlite3.Connection, gone: str) -> None:
    """Finds a new original for the articles that were linked to one that is no longer current."""
    rows = connection.execute("SELECT article_id, sketch FROM articles WHERE state = 'current' AND duplicate_of = ? "
                              "ORDER BY added, article_id", (gone,)).fetchall()
    connection.execute("UPDATE articles SET duplicate_of = NULL WHERE state = 'current' AND duplicate_of = ?", (gone,))
    for row in rows[1:]:
        original = _original_of(connection, row["article_id"], np.frombuffer(row["sketch"], dtype=np.uint64))
        connection.execute("UPDATE articles SET duplicate_of = ? WHERE state = 'current' AND article_id = ?",
                           (original, row["article_id"]))


def _summary(row: Any) -> ArticleSummary:
    return ArticleSummary(
        article_id=row["article_id"], version=row["version"], title=row["title"], outlet=row["outlet"],
        date=date.fromisoformat(row["day"]) if row["day"] else None, date_kind=row["day_kind"],
        language=row["language"], url=row["url"], path=row["source"], passages=row["passages"], added=row["added"],
        state=row["state"], duplicate_of=row["duplicate_of"],
    )

