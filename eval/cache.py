"""Results kept between runs by what they depend on, so that only what changed is generated again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from eval.artefacts import write_document
from eval.records import TimingRecord

__all__ = ["Cache", "Kept", "prune"]

T = TypeVar("T")

MOST_BYTES: Final = 256 << 20
"""Of one stage: some twenty runs of the largest profile."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A result, and how long it took when it was made."""

    record: T
    timing: TimingRecord


@dataclass(frozen=True, slots=True)
class _File:
    used: int
    path: Path
    size: int


class Cache(Generic[T]):
    """Records of one stage by key. What cannot be read is made again.

    Args:
        folder: Of the stage.
        kind: Of the records.
        fresh: Read nothing; what is made is kept all the same.
    """

    def __init__(self, folder: Path, kind: type[T], *, fresh: bool) -> None:
        self._folder = folder
        self._record: TypeAdapter[T] = TypeAdapter(kind)
        self._timing = TypeAdapter(TimingRecord)
        self._fresh = fresh

    def get(self, key: str) -> Kept[T] | None:
        """Returns what is kept under `key`, or None."""
        if self._fresh:
            return None
        path = self._folder / f"{key}.json"
        try:
            found: Any = json.loads(path.read_bytes())
            # What is used is young: the oldest go first.
            path.touch()
            return Kept(self._record.validate_python(found["record"]), self._timing.validate_python(found["timing"]))
        except (OSError, ValueError, KeyError, TypeError, ValidationError):
            return None

    def put(self, key: str, kept: Kept[T]) -> None:
        """Keeps a result."""
        write_document(self._folder / f"{key}.json", {"record": kept.record, "timing": kept.timing})


def prune(folder: Path, most: int = MOST_BYTES) -> None:
    """Deletes the results that were longest not used, until the others take at most `most` bytes.

    Args:
        folder: Of a stage; it need not be there.
    """
    kept: list[_File] = []
    for path in folder.glob("*.json"):
        try:
            found = path.stat()
        except FileNotFoundError:
            # Another run prunes the same folder.
            continue
        kept.append(_File(found.st_mtime_ns, path, found.st_size))
    total = sum(file.size for file in kept)
    for file in sorted(kept, key=lambda file: (file.used, file.path)):
        if total <= most:
            return
        file.path.unlink(missing_ok=True)
        total -= file.size
