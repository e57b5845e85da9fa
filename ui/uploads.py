"""Files that came through the browser: taken from where Gradio puts them, kept beside the library."""

from __future__ import annotations

import filecmp
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rag.cli.terminal import clean_line
from rag.errors import UsageError

__all__ = ["KeptFile", "Uploads"]

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class KeptFile:
    """An uploaded file where it is kept.

    Attributes:
        taken: The name that it came with, where another file has that name already; else None.
    """

    path: Path
    taken: str | None = None


class Uploads:
    """The folder of uploaded files.

    Args:
        folder: Of the kept files; made with the first one.
        arrivals: Where Gradio puts what arrives: nothing is taken from anywhere else.
    """

    def __init__(self, folder: Path, arrivals: Path) -> None:
        self._folder = folder
        self._arrivals = arrivals

    def keep(self, arrived: Path, name: str) -> KeptFile:
        """Moves an arrived file to the kept ones and returns where it is.

        The same file under the same name is kept once. Another one of a name that is taken gets a name of its own: a
        saved page called "index.html" must not push another one out of the library.

        Raises:
            UsageError: The file is not one that has arrived, or its name is none.
        """
        source = arrived.resolve()
        if not source.is_relative_to(self._arrivals.resolve()) or not source.is_file():
            raise UsageError("The page named a file that has not arrived.", "Upload it again.")
        wished = _safe(name)
        target = self._free(wished, source)
        self._folder.mkdir(parents=True, exist_ok=True)
        shutil.move(source, target)
        return KeptFile(target, wished if target.name != wished else None)

    def forget(self, path: str | None) -> None:
        """Deletes a kept file; a path that is not of one is left alone."""
        if path is not None and Path(path).is_relative_to(self._folder):
            Path(path).unlink(missing_ok=True)

    def _free(self, name: str, source: Path) -> Path:
        wished = self._folder / name
        target, count = wished, 1
        while target.exists() and not filecmp.cmp(source, target, shallow=False):
            count += 1
            target = wished.with_stem(f"{wished.stem}-{count}")
        return target


def _safe(name: str) -> str:
    last = clean_line(PurePosixPath(name.replace("\\", "/")).name).lstrip(".")
    if not last:
        raise UsageError(f"A file called {name!r} cannot be kept.", "Rename it and upload it again.")
    stem, dot, suffix = last.rpartition(".")
    return f"{stem[:_LONGEST]}{dot}{suffix[:_LONGEST]}" if stem else last[:_LONGEST]
