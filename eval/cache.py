"""Results kept between runs by what they depend on, so that only what changed is generated again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from eval.artefacts import write_document
from eval.records import TimingRecord

__all__ = ["Cache", "Kept"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A result, and how long it took when it was made."""

    record: T
    timing: TimingRecord


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
        try:
            found: Any = json.loads((self._folder / f"{key}.json").read_bytes())
            return Kept(self._record.validate_python(found["record"]), self._timing.validate_python(found["timing"]))
        except (OSError, ValueError, KeyError, TypeError, ValidationError):
            return None

    def put(self, key: str, kept: Kept[T]) -> None:
        """Keeps a result."""
        write_document(self._folder / f"{key}.json", {"record": kept.record, "timing": kept.timing})
