"""The connection to the library file: transactions, the generation, and small facts by key."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rag.errors import LibraryBusyError, LibraryDamagedError, LibraryError
from rag.library.schema import connect

__all__ = ["FILE", "Store", "set_fact"]

FILE = "library.sqlite3"


class Store:
    """One connection for all threads of an assistant, each use under one lock (a use takes milliseconds).

    Args:
        folder: The library's folder; made where it is not there.
    """

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE
        self._lock = threading.RLock()
        self._connection = connect(self.file)
        self._closed = False

    def rows(self, query: str, parameters: tuple[Any, ...] = ()) -> list[sqlite3.Row]:
        """Returns all rows of a query.

        Raises:
            LibraryError: One of its subclasses.
        """
        with self._use() as connection:
            return connection.execute(query, parameters).fetchall()

    def row(self, query: str, parameters: tuple[Any, ...] = ()) -> sqlite3.Row | None:
        """Returns the first row of a query, or None."""
        found = self.rows(query, parameters)
        return found[0] if found else None

    @contextmanager
    def snapshot(self) -> Generator[sqlite3.Connection]:
        """Gives a connection on which several reads see one state of the library."""
        with self._use() as connection:
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                # After an error of the disk SQLite has ended the transaction itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def transaction(self, *, searchable: bool = True) -> Generator[sqlite3.Connection]:
        """Gives a connection whose changes are all kept, durably, or not at all.

        Args:
            searchable: Whether the changes touch what is searched: then they make a new generation.
        """
        with self._use() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                if searchable:
                    connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'")
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def attached(self, file: Path) -> Generator[None]:
        """Makes the tables of another file readable as those of `other`."""
        with self._use() as connection:
            connection.execute("ATTACH DATABASE ? AS other", (str(file),))
            try:
                yield
            finally:
                connection.execute("DETACH DATABASE other")

    @property
    def generation(self) -> int:
        """Counts the changes to what is searched, of all processes; a reader that sees it grow has stale indexes."""
        return int(self.fact("generation") or 0)

    def fact(self, key: str) -> str | None:
        """Returns a fact kept under `key`, or None."""
        found = self.row("SELECT value FROM meta WHERE key = ?", (key,))
        return None if found is None else str(found["value"])

    def empty(self) -> None:
        """Deletes all that is kept, and overwrites it in the file; the generation goes on counting."""
        with self._use() as connection:
            connection.execute("PRAGMA secure_delete = ON")
            with self.transaction():
                for table in ("feedback", "cited", "turns", "conversations", "passage_text", "passages", "staged",
                              "articles", "files", "numbering", "reference_vectors"):
                    connection.execute(f"DELETE FROM {table}")
                # Words of a text that was harmed outlast its deletion.
                connection.execute("INSERT INTO passage_text (passage_text) VALUES ('rebuild')")
                connection.execute("DELETE FROM meta WHERE key != 'generation'")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Closes the file; a second call does nothing."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._connection.close()

    @contextmanager
    def _use(self) -> Generator[sqlite3.Connection]:
        with self._lock:
            if self._closed:
                raise LibraryError("The library is closed.", "Open the assistant again.")
            try:
                yield self._connection
            except sqlite3.OperationalError as error:
                if "locked" in str(error) or "busy" in str(error):
                    raise LibraryBusyError(f"The library {self.file} is in use by another process.",
                                           "Wait until it has finished, then try again.") from error
                if "decode" in str(error):
                    # What follows is the harmed text itself.
                    raise self._damaged(str(error).partition(" with text")[0]) from error
                raise LibraryError(f"The library {self.file} cannot be read or written: {error}.",
                                   "Free disk space or check the folder's permissions, then try again.") from error
            except sqlite3.IntegrityError:
                raise  # a fault of the program, not of the file
            except sqlite3.DatabaseError as error:
                raise self._damaged(str(error)) from error

    def _damaged(self, detail: str) -> LibraryDamagedError:
        return LibraryDamagedError(f"The library {self.file} is damaged: {detail}.",
                                   "Move it away, or restore a copy, and ingest the articles again.")


def set_fact(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keeps a fact, within a transaction."""
    connection.execute("INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                       (key, value))
