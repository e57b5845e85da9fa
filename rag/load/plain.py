"""Plain text: lines to a page, with hard-wrapped paragraphs made whole again."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from pathlib import Path

from rag.load.decode import decode, tidy
from rag.load.limits import refuse_large, refuse_long
from rag.load.lines import Line, Page, name_of
from rag.load.news import to_article
from rag.types import Article, Failure

__all__ = ["load", "text_lines"]

_LEAST_WIDTH = 40
_MOST_WIDTH = 120


def load(path: Path, data: bytes) -> Iterator[Article | Failure]:
    """Yields the one article of a text file.

    Raises:
        LoadError: It is no text, or far larger than an article.
    """
    refuse_large(data, str(path))
    text = decode(data, str(path))
    refuse_long(text, str(path))
    page = Page(name_of(path), tuple(text_lines(text)), hashlib.sha256(data).hexdigest())
    yield to_article(page, path, str(path))


def text_lines(text: str) -> Iterator[Line]:
    """Yields the paragraphs of a text: its lines, or the whole between blank lines where an editor broke it."""
    chunk: list[str] = []
    for raw in (*tidy(text).split("\n"), ""):
        line = " ".join(raw.split())
        if line:
            chunk.append(line)
        elif chunk:
            yield from map(Line, [" ".join(chunk)] if _hard_wrapped(chunk) else _unbroken(chunk))
            chunk = []


def _unbroken(chunk: list[str]) -> Iterator[str]:
    """Joins lines that a person broke by hand: a long line without an end, and then a small letter."""
    # Pieces are joined once: a text that grows line by line is copied as often.
    whole = [chunk[0]]
    for line in chunk[1:]:
        last = whole[-1][-1]
        long = len(whole) > 1 or len(whole[0]) >= _LEAST_WIDTH
        if long and (last.isalnum() or last == ",") and line[:1].islower():
            whole.append(line)
        else:
            yield " ".join(whole)
            whole = [line]
    yield " ".join(whole)


def _hard_wrapped(chunk: list[str]) -> bool:
    """Whether each line was broken only because its next word would not have fitted the column."""
    width = max(map(len, chunk))
    if len(chunk) < 2 or not _LEAST_WIDTH <= width <= _MOST_WIDTH:
        return False
    return all(
        len(line) + 1 + len(following.split(" ", 1)[0]) > width
        for line, following in itertools.pairwise(chunk)
    )
