"""One writer at a time, across processes. The lock is the operating system's: a killed writer frees it at once."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from rag.errors import LibraryBusyError, LibraryError

__all__ = ["writing"]

_FILE = "writer.lock"


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
