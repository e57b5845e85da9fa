"""What every format is reduced to before cleaning: the lines of a text, and the facts that its source states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rag.load.decode import one_line
from rag.types import BlockKind, DateKind

__all__ = ["Line", "Page", "name_of"]

_MOST_NAME = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph-like line, white space collapsed; `kind` is None where the format does not tell it."""

    text: str
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """An article as its format gives it, before cleaning.

    Attributes:
        title: As stated apart from the text; None leaves it to be found in the lines.
        language: As stated with authority (a record, front matter); wins over detection.
        language_hint: As stated by a page template; used where the text is too short to tell.
        content_hash: SHA-256 hex of the raw content.
    """

    name: str
    lines: tuple[Line, ...]
    content_hash: str
    article_id: str | None = None
    title: str | None = None
    language: str | None = None
    language_hint: str | None = None
    day: date | None = None
    day_kind: DateKind | None = None
    outlet: str | None = None
    url: str | None = None


def name_of(path: Path) -> str:
    """Returns a file's name as an article may carry it: a file system admits line ends and direction marks in it."""
    return one_line(path.stem)[:_MOST_NAME].strip() or "article"
