"""What the library itself keeps of its index: which build it points to, of whose vectors, and its seal."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rag.errors import IndexUnfinishedError
from rag.index.chroma import IndexPlace
from rag.library import Library
from rag.library.lock import index_alone, index_shared
from rag.library.store import set_fact

if TYPE_CHECKING:
    from sqlite3 import Connection

__all__ = ["KeptIndex"]

_FACT = "index"
_SEAL = "index_seal"
_FOLDER = "index"
_PATIENCE = 30.0
"""Seconds that a writer waits for readers to be done: opening a large index takes some."""


class KeptIndex:
    """The library's own notes of its index.

    Args:
        url: Of the Chroma server that is to be used; None for an index in the library's folder.
    """

    def __init__(self, library: Library, url: str | None) -> None:
        self._library = library
        self._url = url

    def place(self) -> IndexPlace | None:
        """Returns the build that the library points to, unless it is elsewhere or of another model's vectors."""
        place = self.any_place()
        if place is None or place.url != self._url:
            return None
        return place if self._library.store.fact(_FACT) == self._description(place) else None

    def any_place(self) -> IndexPlace | None:
        """Returns the build that the library last pointed to, usable or not."""
        fact = self._library.store.fact(_FACT)
        if fact is None:
            return None
        kept = json.loads(fact)
        return IndexPlace(kept["name"], self._library.folder / _FOLDER, kept["url"])

    def new_place(self, name: str) -> IndexPlace:
        """Returns where a build of this name is to be made."""
        return IndexPlace(name, self._library.folder / _FOLDER, self._url)

    def point(self, place: IndexPlace, seal: str) -> None:
        """Swaps in a build that is whole and sealed."""
        with self._library.store.transaction() as connection:
            set_fact(connection, _FACT, self._description(place))
            set_fact(connection, _SEAL, seal)

    def disown(self, connection: Connection) -> None:
        """Within a transaction: the build stands for another library's articles from now on."""
        place = self.any_place()
        if place is not None:
            # Not forgotten: on a Chroma server nobody else would know what to delete.
            set_fact(connection, _FACT, json.dumps({"name": place.name, "url": place.url, "embedding": None}))
        set_fact(connection, _SEAL, "")

    @property
    def seal(self) -> str | None:
        """The digest of the finished build; None while a writer is at work on it, or after it was killed."""
        return self._library.store.fact(_SEAL) or None

    def set_seal(self, seal: str) -> None:
        """Seals the build."""
        self._write_seal(seal)

    def break_seal(self) -> None:
        """Says that this process writes the build from now on, once nobody else has it in use.

        Raises:
            LibraryBusyError: Somebody has it in use for long.
        """
        if self.seal is not None:
            with index_alone(self._library.folder, _PATIENCE):
                self._write_seal("")

    @contextmanager
    def in_use(self) -> Generator[None]:
        """Lets nobody begin to write an embedded build while this process, which does not write, has it in use.

        Raises:
            IndexUnfinishedError: Another process is writing it, or was killed while it did.
        """
        place = self.place()
        if place is None or place.url is not None:
            yield
            return
        with index_shared(self._library.folder) as shared:
            if not shared or self.seal is None:
                raise IndexUnfinishedError(
                    "The Chroma index is not finished: another process is adding articles, or was stopped while it "
                    "did. Answers are the same, and may take longer.",
                    "Wait for it, or finish the index with: newscite library rebuild")
            yield

    def _write_seal(self, seal: str) -> None:
        with self._library.store.transaction(searchable=False) as connection:
            set_fact(connection, _SEAL, seal)

    def _description(self, place: IndexPlace) -> str:
        """Returns what the library keeps of a build."""
        return json.dumps({"name": place.name, "url": place.url, "embedding": self._library.store.fact("embedding")})
