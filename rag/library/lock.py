"""One writer at a time, across processes; and many readers of the index, or one who begins to write it.

The locks are the operating system's: a killed process frees them at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from rag.errors import LibraryBusyError, LibraryError

__all__ = ["index_alone", "index_shared", "writing"]

_FILE = "writer.lock"
_INDEX_FILE = "index.lock"


@contextmanager
def writing(folder: Path, seconds: float) -> Generator[None]:
    """Holds the library's writer lock; waits for another writer at most `seconds`.

    Raises:
        LibraryBusyError: The other writer did not finish in time.
        LibraryError: The lock file cannot be made.
    """
    from filelock import FileLock, Timeout

    # Not thread-local and not a singleton: two threads of one process exclude each other too.
    lock = FileLock(folder / _FILE, timeout=seconds, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise LibraryBusyError(
            f"Another process has been writing to the library {folder} for {seconds:g} seconds.",
            "Wait until it has finished and try again, or raise NEWSCITE_LOCK_SECONDS.",
        ) from None
    except OSError as error:
        raise LibraryError(f"The library {folder} cannot be locked for writing: {error}.",
                           "Change the folder's permissions, or set NEWSCITE_HOME to another folder.") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def index_shared(folder: Path) -> Generator[bool]:
    """Holds off whoever wants to begin writing the index; gives False where one is just beginning."""
    from filelock import ReadWriteLock, Timeout

    with ExitStack() as held:
        try:
            lock = ReadWriteLock(folder / _INDEX_FILE, is_singleton=False)
            held.callback(lock.close)
            lock.acquire_read(timeout=0)
        except (Timeout, OSError, sqlite3.Error):
            yield False
        else:
            yield True


@contextmanager
def index_alone(folder: Path, seconds: float) -> Generator[None]:
    """Waits until nobody reads the index, and holds new readers off.

    Raises:
        LibraryBusyError: Somebody read for longer than `seconds`.
        LibraryError: The lock file cannot be made: the disk is full, or the folder is not ours.
    """
    from filelock import ReadWriteLock, Timeout

    with ExitStack() as held:
        try:
            lock = ReadWriteLock(folder / _INDEX_FILE, is_singleton=False)
            held.callback(lock.close)
            lock.acquire_write(timeout=seconds)
        except Timeout:
            raise LibraryBusyError(
                f"Another process has been reading the index of {folder} for {seconds:g} seconds.",
                "Stop other runs of newscite that hang, then try again.",
            ) from None
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(f"The index of {folder} cannot be locked: {error}.",
                               "Make room on the disk, or change the folder's permissions, and try again.") from error
        yield
