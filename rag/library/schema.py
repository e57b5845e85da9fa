"""The library's tables, and opening a file that is new, older, newer or damaged."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

from rag.errors import LibraryDamagedError, LibraryError, LibraryTooNewError

__all__ = ["SCHEMA_VERSION", "connect"]

SCHEMA_VERSION = 2
_SECONDS = 10.0
"""Time to wait for another process that writes."""
# The folder is all that keeps other users of the machine out. On Windows it inherits who may read it.
_MODE = 0o777 if os.name == "nt" else 0o700

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- One row for each file that was ingested whole or in part; its hash lets an unchanged file cost a read only.
CREATE TABLE files (
    path TEXT PRIMARY KEY, root TEXT NOT NULL, sha256 TEXT NOT NULL, complete INTEGER NOT NULL
) WITHOUT ROWID;

-- One row for each version of an article; exactly one version of a live article is 'current'.
CREATE TABLE articles (
    article_id TEXT NOT NULL, version INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('current', 'changed', 'removed')),
    source TEXT, title TEXT, outlet TEXT, day TEXT, day_kind TEXT, language TEXT, url TEXT,
    text TEXT NOT NULL, content_hash TEXT NOT NULL, added TEXT NOT NULL,
    sketch BLOB NOT NULL, duplicate_of TEXT,
    PRIMARY KEY (article_id, version)
);
CREATE UNIQUE INDEX one_current ON articles (article_id) WHERE state = 'current';
CREATE INDEX articles_by_source ON articles (source) WHERE state = 'current';

-- The newest version number of each article ever kept: a number is never given to another text.
CREATE TABLE numbering (article_id TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;

-- AUTOINCREMENT: an id is never given twice, so that a stale hit of the index cannot name another passage.
CREATE TABLE passages (
    passage_id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL, version INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    sentences TEXT NOT NULL, vector BLOB NOT NULL, sentence_vectors BLOB NOT NULL, bias REAL NOT NULL,
    FOREIGN KEY (article_id, version) REFERENCES articles (article_id, version)
);
CREATE INDEX passages_by_article ON passages (article_id, version);

CREATE VIRTUAL TABLE passage_text USING fts5 (body, tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE passage_terms USING fts5vocab (passage_text, row);

-- New vectors of a rebuild with another embedding model wait here until all are there.
CREATE TABLE staged (
    passage_id INTEGER PRIMARY KEY, identity TEXT NOT NULL,
    vector BLOB NOT NULL, sentence_vectors BLOB NOT NULL, bias REAL NOT NULL
);

-- The fixed question bank and cohort, encoded by a model that does not ship them.
CREATE TABLE reference_vectors (identity TEXT NOT NULL, part TEXT NOT NULL, vectors BLOB NOT NULL,
    PRIMARY KEY (identity, part)) WITHOUT ROWID;

CREATE TABLE conversations (conversation_id TEXT PRIMARY KEY, title TEXT NOT NULL, created TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE turns (
    conversation_id TEXT NOT NULL REFERENCES conversations (conversation_id) ON DELETE CASCADE,
    position INTEGER NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, created TEXT NOT NULL,
    PRIMARY KEY (conversation_id, position)
) WITHOUT ROWID;
-- Which article versions a kept conversation cites: these outlive the article's change or removal.
CREATE TABLE cited (
    conversation_id TEXT NOT NULL REFERENCES conversations (conversation_id) ON DELETE CASCADE,
    article_id TEXT NOT NULL, version INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, article_id, version)
) WITHOUT ROWID;
"""

_FEEDBACK = """
-- What a reader thought of an answer; goes with its exchange.
CREATE TABLE feedback (
    conversation_id TEXT NOT NULL, position INTEGER NOT NULL,
    rating TEXT NOT NULL CHECK (rating IN ('up', 'down')), note TEXT NOT NULL, created TEXT NOT NULL,
    PRIMARY KEY (conversation_id, position),
    FOREIGN KEY (conversation_id, position) REFERENCES turns (conversation_id, position) ON DELETE CASCADE
) WITHOUT ROWID;
"""

_STEPS = (_TABLES, _FEEDBACK)
"""What leads from each format to the next; a step is never edited once a version of Newscite has written it."""


def connect(file: Path) -> sqlite3.Connection:
    """Opens the library file, making it where it is not there; a folder made for it is for its owner alone.

    Returns:
        A connection in autocommit mode (transactions are begun by name), usable from any thread under a lock.

    Raises:
        LibraryError: The folder or file cannot be written.
        LibraryTooNewError: A newer version of Newscite made it.
        LibraryDamagedError: It is not a readable SQLite file.
    """
    try:
        file.parent.mkdir(_MODE, parents=True, exist_ok=True)
        connection = sqlite3.connect(file, check_same_thread=False, isolation_level=None, timeout=_SECONDS)
    except (OSError, sqlite3.OperationalError) as error:
        raise _unwritable(file, error) from error
    try:
        connection.row_factory = sqlite3.Row
        _prepare(connection, file)
    except sqlite3.OperationalError as error:
        connection.close()
        raise _unwritable(file, error) from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise LibraryDamagedError(
            f"The library {file} is damaged: {error}.",
            "Move it away, or restore a copy, and ingest the articles again.",
        ) from error
    except LibraryError:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, file: Path) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise LibraryTooNewError(
            f"The library {file} was made by a newer version of Newscite (format {version}, this one reads "
            f"{SCHEMA_VERSION}).",
            "Update Newscite, or set NEWSCITE_HOME to another folder.",
        )
    _keep_log(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if version < SCHEMA_VERSION:
        _upgrade(connection)


def _keep_log(connection: sqlite3.Connection) -> None:
    """Has changes written to a log first. While another process does so too, SQLite fails at once and does not wait."""
    deadline = time.monotonic() + _SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _upgrade(connection: sqlite3.Connection) -> None:
    """Brings a new or older file to the newest format, whole or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while this one waited for the lock.
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        for step in _STEPS[version:]:
            for statement in _statements(step):
                connection.execute(statement)
        if version == 0:
            connection.execute("INSERT INTO meta VALUES ('generation', '0')")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        # After an error of the disk SQLite has ended the transaction itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    lines = [line for line in script.splitlines() if not line.lstrip().startswith("--")]
    return [part.strip() for part in "\n".join(lines).split(";") if part.strip()]


def _unwritable(file: Path, error: Exception) -> LibraryError:
    return LibraryError(
        f"The library {file} cannot be opened for writing: {error}.",
        "Free disk space or change the folder's permissions, or set NEWSCITE_HOME to another folder.",
    )
