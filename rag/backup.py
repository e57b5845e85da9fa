"""Copies of a library for safe keeping, and the way back. The index is not in them: it is made from the library."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from rag.errors import LibraryDamagedError, LibraryError
from rag.index import LiveIndex
from rag.library import Library
from rag.library.soundness import library_problems
from rag.library.store import FILE
from rag.library.transfer import copy_library, is_library, require_whole, taking_in

__all__ = ["BackupReport", "backup", "restore"]

_STAGING = "restoring-"


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a copy holds; `bytes` is the size of its file."""

    file: str
    articles: int
    conversations: int
    bytes: int


def backup(library: Library, file: Path) -> BackupReport:
    """Writes the library as it is at this moment into one file, checked; others may go on reading and writing it.

    An earlier copy of that name is replaced only once the new one is whole and on the disk.

    Raises:
        LibraryError: The file cannot be written, or is there and is no library.
    """
    target = file.expanduser().absolute()
    if target.exists() and (not is_library(target) or target.samefile(library.store.file)):
        raise LibraryError(f"{target} is there already and is no copy of a library.", "Name another file.")
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        # Made first, and for its owner alone: it holds conversations.
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        copy_library(library.store.file, part)
        require_whole(part)
        _settle(part)
        part.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise LibraryError(f"The copy {target} cannot be written: {error}.",
                           "Name a file in a folder that is there and has room.") from error
    finally:
        # Where nothing can be written, there is nothing to take away either.
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return _report(library, target)


def restore(library: Library, index: LiveIndex, file: Path, *, replace: bool, lock_seconds: float) -> BackupReport:
    """Takes in a copy, whole or not at all, and makes the index from its vectors; nothing is embedded.

    Args:
        library: What the copy goes into.
        index: Of the library.
        file: The copy; one of an older version is brought to the newest format, beside itself.
        replace: Whether articles and conversations that the library holds may be lost.
        lock_seconds: Time to wait for another process that writes.

    Raises:
        LibraryError: The library is not empty and `replace` is false, or the copy cannot be read.
        LibraryTooNewError: A newer version of Newscite made the copy.
        LibraryDamagedError: The copy is damaged; the library is as it was.
        LibraryBusyError: Another process is writing.
        IndexFaultError: The copy is taken in; only its index cannot be made.
    """
    source = file.expanduser().absolute()
    require_whole(source)
    with index.writing(lock_seconds):
        if not replace and (library.articles.count() or library.conversations.list()):
            raise LibraryError(f"The library {library.folder} is not empty.",
                               "Give --replace to lose what it holds, or set NEWSCITE_HOME to another folder.")
        with _staged(source, library.folder) as copy, taking_in(library.store, copy) as connection:
            index.disown(connection)
        if library.passages.count():
            index.rebuild()
    return _report(library, source)


@contextmanager
def _staged(source: Path, folder: Path) -> Generator[Path]:
    """Gives a checked copy of the newest format, to be read from; it goes when the block ends."""
    for left in folder.glob(f"{_STAGING}*"):
        shutil.rmtree(left, ignore_errors=True)
    staging = folder / f"{_STAGING}{secrets.token_hex(4)}"
    try:
        staging.mkdir(mode=0o700)
        copy_library(source, staging / FILE)
        staged = Library(staging)
        try:
            problems = library_problems(staged)
        finally:
            staged.close()
        if problems:
            raise LibraryDamagedError(f"{source} is damaged: {problems[0].detail}.", "Name another copy.")
        yield staged.store.file
    except OSError as error:
        raise LibraryError(f"{source} cannot be taken in: {error}.", "Free disk space, then try again.") from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _settle(path: Path) -> None:
    """Waits until a file's bytes, or a folder's names, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _report(library: Library, file: Path) -> BackupReport:
    return BackupReport(str(file), library.articles.count(), len(library.conversations.list()), file.stat().st_size)
