"""The register of formats: suffix -> loader. A new format is one file beside this one and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from rag.errors import LoadError
from rag.types import Article, Failure

__all__ = ["SUFFIXES", "parse"]

Loader = Callable[[Path, bytes], Iterator[Article | Failure]]
"""Yields a file's articles, and a Failure for each record that is none; raises LoadError where all is unusable."""


def _plain(path: Path, data: bytes) -> Iterator[Article | Failure]:
    from rag.load.plain import load

    return load(path, data)


def _markdown(path: Path, data: bytes) -> Iterator[Article | Failure]:
    from rag.load.markdown import load

    return load(path, data)


def _html(path: Path, data: bytes) -> Iterator[Article | Failure]:
    from rag.load.html import load

    return load(path, data)


def _jsonl(path: Path, data: bytes) -> Iterator[Article | Failure]:
    from rag.load.jsonl import load

    return load(path, data)


# PDF, Word and e-mail will stand here as they come.
SUFFIXES: Mapping[str, Loader] = MappingProxyType(
    {".txt": _plain, ".md": _markdown, ".html": _html, ".htm": _html, ".jsonl": _jsonl}
)


def parse(path: Path, data: bytes) -> Iterator[Article | Failure]:
    """Yields the articles in a file's content, and a Failure for each record that cannot be one; raises nothing.

    Args:
        path: Names the articles and picks the format by its suffix; nothing is read from it.
        data: The file's whole content, untrusted.
    """
    loader = SUFFIXES.get(path.suffix.casefold())
    if loader is None:
        known = ", ".join(sorted(SUFFIXES))
        yield Failure(str(path), f"{path.suffix!r} files are not supported", f"Save it as one of {known}.")
        return
    try:
        yield from loader(path, data)
    except LoadError as error:
        yield Failure(str(path), error.message.removeprefix(f"{path} ").rstrip("."), error.remedy)
