"""The seal: what the files of a finished index look like, so that damage is noticed before Chroma reads it.

Chroma trusts its graph files: a flipped byte in them gives wrong neighbours or ends the process. They change only
while a writer adds passages. So a writer breaks the seal before it adds the first and sets it anew when it is done; a
seal that does not fit means damage, and no seal means that a writer is at work, or was killed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from rag.errors import IndexFaultError
from rag.index.chroma import IndexPlace
from rag.library.transfer import is_readable

__all__ = ["database_is_readable", "seal_of"]

_TABLE = "index_metadata.pickle"
"""Chroma's list of what is in a graph, written with it."""

_DATABASE = "chroma.sqlite3"
"""Changes whenever an index is opened: it cannot be sealed."""

_LARGE = "embedding_"
"""Tables that repeat what the library knows, word by word."""


def database_is_readable(place: IndexPlace) -> bool:
    """Returns whether Chroma can read its own tables: text in them that is none ends the process."""
    file = place.folder / place.name / _DATABASE
    return place.url is not None or (file.is_file() and is_readable(file, _LARGE))


def seal_of(place: IndexPlace) -> str:
    """Returns a digest of the names and bytes of the graph files; of an index on a server, a constant.

    Raises:
        IndexFaultError: They cannot be read.
    """
    if place.url is not None:
        return "server"
    digest = hashlib.blake2b(digest_size=16)
    folder = place.folder / place.name
    try:
        for file in _graph_files(folder):
            digest.update(f"{file.relative_to(folder)}\0{file.stat().st_size}\0".encode())
            with file.open("rb") as stream:
                while block := stream.read(1 << 20):
                    digest.update(block)
    except OSError as error:
        raise IndexFaultError(f"The Chroma index cannot be read: {error}.",
                              "The articles are safe. Make it anew with: newscite library rebuild") from error
    return digest.hexdigest()


def _graph_files(folder: Path) -> list[Path]:
    """Returns the files of graphs that have been written; one that has not is begun anew by whoever opens it."""
    return sorted(file for table in folder.glob(f"*/{_TABLE}") for file in table.parent.iterdir() if file.is_file())
