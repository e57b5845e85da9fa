"""The files of a run: append-only journals that a kill cannot spoil, and whole documents that are swapped in."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Generic, TypeVar

from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError

from rag.document import plain
from rag.errors import NewsciteError

__all__ = ["Journal", "RunError", "RunFolder", "read_document", "to_json", "write_document"]

T = TypeVar("T")


class RunError(NewsciteError):
    """A run cannot be begun, read or gone on with."""


def to_json(value: Any) -> str:
    """Returns a value of dataclasses as one line of JSON, the same for equal values; NaN is refused."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, allow_nan=False, separators=(",", ":"))


def write_document(path: Path, value: Any) -> None:
    """Writes a JSON document whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = json.dumps(plain(value), ensure_ascii=False, sort_keys=True, allow_nan=False, indent=1) + "\n"
    # A name of its own for each writer: two that write the same document do not meet in one file.
    part = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    part.write_text(whole, encoding="utf-8")
    part.replace(path)


def read_document(path: Path, kind: type[T]) -> T:
    """Reads a JSON document as a value of `kind`.

    Raises:
        RunError: It is not there, or is not of this form.
    """
    try:
        return TypeAdapter(kind).validate_json(path.read_bytes())
    except OSError as error:
        raise RunError(f"{path} cannot be read: {error.strerror}.", "Name a file or run that is there.") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise RunError(f"{path} is not of this version's form ({place}: {first['msg']}).",
                       "Make it anew with: newscite eval run") from None


class Journal(Generic[T]):
    """Records of one kind, one JSON object a line, only ever appended. Safe to append to from several threads.

    A kill can leave the last line half written: it is no record, and is cut off before the next one is written.

    Args:
        path: Made where it is not there.
        kind: A dataclass.
    """

    def __init__(self, path: Path, kind: type[T]) -> None:
        self._path = path
        self._type: TypeAdapter[T] = TypeAdapter(kind)
        self._lock = threading.Lock()
        self._mended = False

    def read(self) -> list[T]:
        """Returns the whole records in the order in which they were written.

        Raises:
            RunError: A line that is not the last one is damaged.
        """
        if not self._path.is_file():
            return []
        lines = self._path.read_bytes().split(b"\n")
        found: list[T] = []
        for number, line in enumerate(lines[:-1], 1):
            try:
                found.append(self._type.validate_json(line))
            except ValidationError:
                raise RunError(f"{self._path}:{number} is damaged.",
                               "Delete this line, or the file, and go on with: newscite eval run --resume") from None
        return found

    def append(self, record: T) -> None:
        """Adds a record; it survives a kill of the process from then on."""
        line = to_json(record).encode("utf-8") + b"\n"
        with self._lock:
            if not self._mended:
                self._cut_torn_line()
                self._mended = True
            with self._path.open("ab") as file:
                file.write(line)

    def _cut_torn_line(self) -> None:
        if not self._path.is_file():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return
        content = self._path.read_bytes()
        whole = content.rfind(b"\n") + 1
        if whole != len(content):
            os.truncate(self._path, whole)


class RunFolder:
    """Where a run keeps its files.

    Attributes:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def begun(self) -> Path:
        return self.path / "begun.json"

    @property
    def run(self) -> Path:
        return self.path / "run.json"

    @property
    def planned(self) -> Path:
        return self.path / "planned.json"

    @property
    def scores(self) -> Path:
        return self.path / "scores.json"

    @property
    def timings(self) -> Path:
        return self.path / "timings.json"

    @property
    def markdown(self) -> Path:
        return self.path / "report.md"

    @property
    def html(self) -> Path:
        return self.path / "report.html"

    def journal(self, name: str, kind: type[T]) -> Journal[T]:
        """Returns a journal of the run by its name without the suffix: retrieve, answer, articles, ..."""
        return Journal(self.path / f"{name}.jsonl", kind)

    @contextmanager
    def writing(self) -> Generator[None]:
        """Keeps a second process from writing the same run.

        Raises:
            RunError: Another process is writing it.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.path / "run.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise RunError(f"Another process is writing the run {self.path.name!r}.",
                           "Wait for it, or name another run with --run.") from None
        try:
            yield
        finally:
            lock.release()
