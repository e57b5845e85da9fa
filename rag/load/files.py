"""Finds and reads the files of an ingest: the only door to the file system, and it opens regular files only."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.errors import LoadError
from rag.load.formats import SUFFIXES
from rag.load.limits import MOST_FILES
from rag.types import Failure

__all__ = ["absolute", "SourceFile", "discover", "read_bytes"]

_SUPPORTED = ", ".join(sorted(SUFFIXES))
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: its absolute path, and the folder (or the file itself) that was asked for."""

    path: Path
    root: Path


def absolute(path: Path) -> Path:
    """Returns a path as every file of it is known: absolute, without `..`, the links in it as they stand.

    Raises:
        RuntimeError: It begins with the home folder of somebody who is not there.
    """
    # Not `resolve`: a folder reached by a link is known by the name that its user gave it.
    return Path(os.path.abspath(path.expanduser()))


def discover(paths: Sequence[Path]) -> Iterator[SourceFile | Failure]:
    """Yields the readable files among `paths` and below them, each once, and a Failure for what cannot be had.

    Files are taken as named. In folders, hidden entries and unsupported suffixes are passed over, and no link is
    followed that leads out of the folder asked for.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        try:
            root = absolute(path)
            status = root.stat()
        except (OSError, ValueError, RuntimeError) as error:
            yield _unreachable(str(path), error)
            continue
        found = _walk(root) if stat.S_ISDIR(status.st_mode) else _named(root, status)
        for item in found:
            if isinstance(item, Failure):
                yield item
            elif not _writable(str(item.path)):
                yield Failure(_shown(str(item.path)), "has a name that is not text", "Rename the file or its folder.")
            elif _first_time(item.path, seen):
                yield item


def read_bytes(source: SourceFile, max_bytes: int) -> bytes:
    """Returns the file's content.

    Raises:
        LoadError: Too large, empty, unreadable, vanished, no regular file, or now a link out of `source.root`.
    """
    name = str(source.path)
    try:
        handle = _opened(_inside(source), _real(source.root))
    except (OSError, ValueError) as error:
        raise _load_error(name, error) from None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise LoadError(f"{name} is not a regular file.", "Name files and folders only.")
        data = _read_at_most(handle, max_bytes)
    except OSError as error:
        raise _load_error(name, error) from None
    finally:
        os.close(handle)
    if len(data) > max_bytes:
        raise LoadError(
            f"{name} is larger than {max_bytes / 2**20:.0f} MiB.", "Split it, or raise NEWSCITE_MAX_FILE_MB."
        )
    if not data.strip():
        raise LoadError(f"{name} is empty.", "Remove it, or save the article in it.")
    return data


def _read_at_most(handle: int, max_bytes: int) -> bytes:
    """Reads one byte beyond `max_bytes` at most: the size on record may lie or grow."""
    chunks: list[bytes] = []
    left = max_bytes + 1
    while left > 0 and (chunk := os.read(handle, min(_CHUNK, left))):
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)


def _flag(name: str) -> int:
    """Windows lacks some flags, others lack O_BINARY; where absent there is nothing to ask for."""
    return int(getattr(os, name, 0))


def _inside(source: SourceFile) -> Path:
    """The file with all links resolved, still inside its root; opened without following, so that it stays so."""
    real, root = _real(source.path), _real(source.root)
    if real != root and not real.is_relative_to(root):
        raise OSError(errno.EXDEV, "it is a link that leads out of the folder")
    return real


def _real(path: Path) -> Path:
    # Not `resolve`, which on some Pythons calls a loop of links a RuntimeError.
    return Path(os.path.realpath(path, strict=True))


def _opened(real: Path, root: Path) -> int:
    """Opens folder after folder from the root down, following no link: one put there just now leads nowhere."""
    flags = os.O_RDONLY | _flag("O_NOFOLLOW") | _flag("O_NONBLOCK") | _flag("O_BINARY") | _flag("O_CLOEXEC")
    if real == root or os.open not in os.supports_dir_fd:
        return os.open(real, flags)
    *folders, name = real.relative_to(root).parts
    held = os.open(root, flags | os.O_DIRECTORY)
    try:
        for folder in folders:
            inner = os.open(folder, flags | os.O_DIRECTORY, dir_fd=held)
            os.close(held)
            held = inner
        return os.open(name, flags, dir_fd=held)
    finally:
        os.close(held)


def _named(path: Path, status: os.stat_result) -> Iterator[SourceFile | Failure]:
    if not stat.S_ISREG(status.st_mode):
        yield Failure(str(path), "is not a regular file", "Name files and folders only.")
    elif path.suffix.casefold() not in SUFFIXES:
        kind = f"{path.suffix!r} files are not supported" if path.suffix else "has no suffix that tells its format"
        yield Failure(str(path), kind, f"Save it as one of {_SUPPORTED}.")
    else:
        yield SourceFile(path, path)


def _walk(root: Path) -> Iterator[SourceFile | Failure]:
    """Depth-first in sorted order, without recursion: folders may be nested deeper than Python's stack."""
    stack: list[str] = [str(root)]
    real_root = os.path.realpath(root)
    left = MOST_FILES
    while stack:
        folder = stack.pop()
        folders: list[str] = []
        files: list[str] = []
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        wanted = folders if entry.is_dir(follow_symlinks=False) else files
                        if wanted is folders or _wanted(entry, real_root):
                            wanted.append(entry.name)
                    if len(files) > left or len(stack) + len(folders) > MOST_FILES:
                        # Named as unread, so that `--sync` removes none of those that were not looked at.
                        yield Failure(str(root), f"holds more than {MOST_FILES:,} articles or folders",
                                      "Ingest its folders one by one.")
                        return
        except OSError as error:
            yield _unreachable(folder, error)
            continue
        left -= len(files)
        yield from (SourceFile(Path(folder, name), root) for name in sorted(files))
        stack.extend(os.path.join(folder, name) for name in sorted(folders, reverse=True))


def _wanted(entry: os.DirEntry[str], real_root: str) -> bool:
    if os.path.splitext(entry.name)[1].casefold() not in SUFFIXES:
        return False
    if entry.is_symlink():
        target = os.path.realpath(entry.path)
        return os.path.isfile(target) and target.startswith(real_root.rstrip(os.sep) + os.sep)
    return entry.is_file(follow_symlinks=False)


def _writable(name: str) -> bool:
    """Whether a name can be kept: a file system's names are bytes, and not all bytes are characters."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shown(name: str) -> str:
    return name.encode("utf-8", "replace").decode()


def _first_time(path: Path, seen: set[tuple[int, int]]) -> bool:
    """Device and inode: the same file is one, by whatever path, link or letter case it was reached."""
    try:
        status = path.stat()
    except OSError:
        return True  # reading it will say what is wrong
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return False
    seen.add(key)
    return True


def _reason(error: Exception) -> tuple[str, str]:
    match error:
        case FileNotFoundError():
            return "does not exist", "Check the path."
        case PermissionError():
            return "may not be read", "Give yourself permission to read it."
        case OSError() if error.errno == errno.ELOOP:
            return "is a link that leads nowhere", "Name the file itself."
        case OSError():
            return f"cannot be read: {error.strerror or error}", "Check the file and its disk."
        case _:
            return "is not a path", "Check the path."


def _unreachable(name: str, error: Exception) -> Failure:
    reason, remedy = _reason(error)
    return Failure(_shown(name), reason, remedy)


def _load_error(name: str, error: Exception) -> LoadError:
    reason, remedy = _reason(error)
    return LoadError(f"{_shown(name)} {reason}.", remedy)
