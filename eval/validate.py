"""Reads the records of a data set and says exactly what is wrong with one: file and line, field, what was expected."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import cast

from rag import NewsciteError
from rag.errors import LoadError
from rag.load import SourceFile, read_bytes

__all__ = ["DatasetError", "Record", "read_data", "records", "wrong"]

_MOST_BYTES = 1 << 30


class DatasetError(NewsciteError):
    """A data set cannot be used: a file is missing, or a record breaks the schema."""


def wrong(where: str, field: str, problem: str, expected: str) -> DatasetError:
    """Returns the error that says that `field` of the record at `where` (``file:line`` or a case) has a problem."""
    return DatasetError(f"{where}: the field {field!r} {problem}.", f"Expected {expected}.")


@dataclass(frozen=True, slots=True)
class Record:
    """One object of a file. Each reader takes a field's name and its aliases; the first that is there counts.

    Attributes:
        where: ``file:line``, for errors.
    """

    where: str
    fields: Mapping[str, object]

    def text(self, *names: str) -> str:
        """Returns a text that must be there.

        Raises:
            DatasetError: Missing, not text, or blank.
        """
        value = self.optional_text(*names)
        if value is None:
            raise wrong(self.where, names[0], "is missing", "a text")
        return value

    def optional_text(self, *names: str) -> str | None:
        """Returns a text, or None where the field is absent or null; raises DatasetError for anything else."""
        name, value = self._first(names)
        if value is None:
            return None
        if not isinstance(value, str):
            raise wrong(self.where, name, f"is {_shown(value)}", "a text")
        if not value.strip():
            raise wrong(self.where, name, "is empty", "a text")
        return value.strip()

    def remark(self, name: str) -> str | None:
        """Returns a text, or None where the field is absent or blank; raises DatasetError for anything else."""
        value = self.fields.get(name)
        return None if isinstance(value, str) and not value.strip() else self.optional_text(name)

    def texts(self, name: str) -> tuple[str, ...]:
        """Returns a list of texts, empty where the field is absent; raises DatasetError for anything else."""
        found: list[str] = []
        for item in self._items(name, "a list of texts"):
            if not isinstance(item, str) or not item.strip():
                raise wrong(self.where, name, f"holds {_shown(item)}", "a list of texts")
            found.append(item.strip())
        return tuple(found)

    def judged(self, name: str, default: bool) -> bool | None:
        """Returns true or false, or None for ``"unknown"``; raises DatasetError for anything else."""
        value = self.fields.get(name, default)
        if value == "unknown":
            return None
        if not isinstance(value, bool):
            raise wrong(self.where, name, f"is {_shown(value)}", 'true or false, or "unknown"')
        return value

    def number(self, name: str) -> int | None:
        """Returns a whole number from 0, or None where the field is absent; raises DatasetError for anything else."""
        value = self.fields.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise wrong(self.where, name, f"is {_shown(value)}", "a whole number from 0")
        return value

    def parts(self, name: str) -> Iterator[Record]:
        """Yields the objects of a list as records; a bare text stands for ``{"question": text}``."""
        for at, item in enumerate(self._items(name, "a list of objects")):
            part = {"question": item} if isinstance(item, str) else item
            if not isinstance(part, dict):
                raise wrong(self.where, name, f"holds {_shown(item)}", "a list of objects")
            yield Record(f"{self.where}, {name}[{at}]", cast("dict[str, object]", part))

    def refuse_misspelt(self, known: tuple[str, ...]) -> None:
        """Raises DatasetError for a field that is nearly one of `known`; other unknown fields are left alone."""
        for name in self.fields:
            near = [] if name in known else get_close_matches(name, known, n=1, cutoff=0.9)
            if near:
                raise wrong(self.where, name, "is not known", f"{near[0]!r}, if that was meant")

    def _items(self, name: str, expected: str) -> list[object]:
        value = self.fields.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise wrong(self.where, name, f"is {_shown(value)}", expected)
        return cast("list[object]", value)

    def _first(self, names: tuple[str, ...]) -> tuple[str, object]:
        present = [name for name in names if self.fields.get(name) is not None]
        name = present[0] if present else names[0]
        return name, self.fields.get(name)


def records(path: Path) -> Iterator[Record]:
    """Yields the objects of a JSON Lines file, one for each line that is not blank.

    Raises:
        DatasetError: The file cannot be read, or a line is not a JSON object in UTF-8.
    """
    remedy = "Write one JSON object a line, in UTF-8."
    for number, raw in enumerate(read_data(path).removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not raw.strip():
            continue
        where = f"{path}:{number}"
        try:
            value: object = json.loads(raw.decode("utf-8"))
        except json.JSONDecodeError as error:
            raise DatasetError(f"{where} is not JSON: {error.msg} at column {error.colno}.", remedy) from None
        except (ValueError, RecursionError) as error:
            raise DatasetError(f"{where} cannot be read: {error}.", remedy) from None
        if not isinstance(value, dict):
            raise DatasetError(f"{where} is {_shown(value)}, not a JSON object.", remedy)
        yield Record(where, cast("dict[str, object]", value))


def read_data(path: Path) -> bytes:
    """Returns a file's content; raises DatasetError where it cannot be read or is empty."""
    try:
        return read_bytes(SourceFile(path.absolute(), path.absolute()), _MOST_BYTES)
    except LoadError as error:
        raise DatasetError(error.message, error.remedy) from None


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= 60 else f"{text[:57]}..."
