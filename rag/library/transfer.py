"""A library as one file beside the living one: written out, looked through, taken in."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from rag.errors import LibraryDamagedError, LibraryError, LibraryTooNewError
from rag.library.schema import SCHEMA_VERSION
from rag.library.store import Store

__all__ = ["copy_library", "is_library", "is_readable", "require_whole", "taking_in"]

_OTHER_FILE = "Name a file that `newscite library backup` has written."


def copy_library(source: Path, target: Path) -> None:
    """Writes a library as it is at one moment into a new file, whoever else reads or writes it meanwhile.

    Nothing that was deleted is in the copy.

    Raises:
        LibraryError: Either file cannot be used.
        LibraryDamagedError: The source is no SQLite file.
    """
    with _reading(source) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    with _opened(target, "rw") as connection:
        # The word index keeps the words of deleted passages until its parts are merged.
        if _format(connection):
            connection.execute("INSERT INTO passage_text (passage_text) VALUES ('optimize')")
            connection.execute("VACUUM")


def is_library(file: Path) -> bool:
    """Returns whether a file is a library, of whatever version."""
    try:
        with _reading(file) as connection:
            return _format(connection) > 0
    except LibraryError:
        return False


def require_whole(file: Path) -> None:
    """Checks every page, index and reference of a library's file.

    Raises:
        LibraryError: It cannot be read, or is none of Newscite.
        LibraryTooNewError: A newer version of Newscite made it.
        LibraryDamagedError: It is damaged.
    """
    with _reading(file) as connection:
        found = _format(connection)
        if not found:
            raise LibraryError(f"{file} is no library of Newscite.", _OTHER_FILE)
        if found > SCHEMA_VERSION:
            raise LibraryTooNewError(f"{file} was made by a newer version of Newscite (format {found}, this one reads "
                                     f"{SCHEMA_VERSION}).", "Update Newscite.")
        problems = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        problems += [f"table {row[0]} points to what is not there" for row in
                     connection.execute("PRAGMA foreign_key_check")]
        if problems:
            raise LibraryDamagedError(f"{file} is damaged: {problems[0]}.", "Name another copy.")


def is_readable(file: Path, without: str) -> bool:
    """Returns whether a SQLite file's tables can be read, as text where they say so; one in use counts as readable.

    Args:
        file: Of any program.
        without: Tables whose names begin so are passed over.
    """
    try:
        with closing(sqlite3.connect(file, timeout=1.0, isolation_level=None)) as connection:
            for row in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall():
                if not str(row[0]).startswith(without):
                    for _ in connection.execute('SELECT * FROM "{}"'.format(str(row[0]).replace('"', '""'))):
                        pass
    except (sqlite3.Error, UnicodeError) as error:
        return "locked" in str(error)
    return True


@contextmanager
def taking_in(store: Store, file: Path) -> Generator[sqlite3.Connection]:
    """Replaces all that a library keeps by what a whole file of the same format keeps, in one transaction.

    The generation goes on counting, so that other processes notice. What is done with the connection that is given
    belongs to the transaction too.
    """
    with store.attached(file), store.transaction() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        tables = [str(row["name"]) for row in connection.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
            "AND name NOT LIKE 'passage_te%' AND name != 'meta'")]
        for table in tables:
            connection.execute(f"DELETE FROM main.{table}")
        for table in tables:
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM other.{table}")
        connection.execute("DELETE FROM main.passage_text")
        # Words of a text that was harmed outlast its deletion.
        connection.execute("INSERT INTO main.passage_text (passage_text) VALUES ('rebuild')")
        connection.execute("INSERT INTO main.passage_text (rowid, body) SELECT rowid, body FROM other.passage_text")
        own = "('generation', 'index', 'index_seal')"
        connection.execute(f"DELETE FROM main.meta WHERE key NOT IN {own}")
        connection.execute(f"INSERT INTO main.meta SELECT * FROM other.meta WHERE key NOT IN {own}")
        yield connection


@contextmanager
def _reading(file: Path) -> Generator[sqlite3.Connection]:
    if not file.is_file():
        raise LibraryError(f"There is no file {file}.", _OTHER_FILE)
    with _opened(file, "ro") as connection:
        yield connection


@contextmanager
def _opened(file: Path, mode: Literal["ro", "rw"]) -> Generator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file.absolute()))}?mode={mode}", uri=True,
                                     isolation_level=None)) as connection:
            yield connection
    except sqlite3.OperationalError as error:
        raise LibraryError(f"{file} cannot be copied: {error}.",
                           "Free disk space or check the permissions, then try again.") from error
    except sqlite3.DatabaseError as error:
        raise LibraryDamagedError(f"{file} is no library, or is damaged: {error}.", _OTHER_FILE) from error


def _format(connection: sqlite3.Connection) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    return version if {"meta", "articles", "passages"} <= tables else 0
