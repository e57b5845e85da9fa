"""The index as it follows the library: opened when needed, opened anew when another process has written, made anew
when it is damaged or mostly dead, and done without where all else fails.

The protocol: a writer puts new passages into Chroma first and then commits the library, so whatever the library knows
the index has; whatever the index has beyond that is dropped by the reader.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence

import numpy as np

from rag.errors import IndexFaultError
from rag.index.chroma import Index, IndexPlace, drop_index, new_index_name, stray_builds
from rag.library import Library
from rag.library.records import Entry
from rag.library.store import set_fact
from rag.types import Filters, Vectors

__all__ = ["LiveIndex"]

_FACT = "index"
_FOLDER = "index"
_DEAD_SHARE = 0.5
_FEWEST_DEAD = 1000
_SAME = 0.9999
_EXACT = 2000
"""Up to so many admitted passages an exact scan is as quick as Chroma, and nothing can be missed."""


class LiveIndex:
    """The index of one library, for all threads of an assistant.

    Args:
        library: The truth.
        url: Of a Chroma server; None for an index in the library's folder.
    """

    def __init__(self, library: Library, url: str | None) -> None:
        self._library = library
        self._url = url
        self._lock = threading.RLock()
        self._index: Index | None = None
        self._generation = -1
        self.fault: IndexFaultError | None = None

    def nearest(self, question: Vectors, count: int, filters: Filters) -> list[int]:
        """Returns the ids of about `count` live passages nearest to a question, nearest first.

        Filtered searches are exact where few passages are admitted. Where Chroma fails, `fault` tells why, and the
        kept vectors are scanned instead: slower in a large library, never wrong.

        Args:
            question: Shape (dimension,).
            count: How many to return at most.
            filters: Which passages to look at.
        """
        if filters != Filters():
            admitted = self._library.passages.admitted(filters, _EXACT + 1)
            if len(admitted) <= _EXACT:
                return self._scan(question, count, set(admitted))
        with self._lock:
            try:
                found = self._from_chroma(question, count, filters)
                self.fault = None
                return found
            except IndexFaultError as fault:
                self._let_go()
                self.fault = fault
        return self._scan(question, count, set(self._library.passages.ids()))

    def add(self, entries: Sequence[Entry]) -> None:
        """Puts passages into the index, before the library commits them. The caller holds the writer lock."""
        with self._lock:
            try:
                self._current().upsert(entries)
            except IndexFaultError:
                self.rebuild()
                self._current().upsert(entries)

    def committed(self) -> None:
        """Tells the index that this process itself made the library's new generation, which it then need not reopen."""
        with self._lock:
            if self._index is not None:
                self._generation = self._library.store.generation

    def rebuild(self) -> None:
        """Makes a new build from the kept vectors beside the old one, swaps it in, and drops all others.

        The caller holds the writer lock. Nothing is embedded.

        Raises:
            IndexFaultError: Chroma cannot make it.
        """
        with self._lock:
            old = self._kept_place()
            place = IndexPlace(new_index_name(), self._library.folder / _FOLDER, self._url)
            _make_folder(place)
            index = Index(place, create=True)
            for entries in self._library.passages.entries():
                index.upsert(entries)
            with self._library.store.transaction() as connection:
                set_fact(connection, _FACT, self._description(place))
            self._let_go()
            self._index, self._generation, self.fault = index, self._library.store.generation, None
            _drop_quietly(old, place)

    def tidy(self) -> None:
        """Makes the index anew where it is damaged or most of it is dead. The caller holds the writer lock."""
        with self._lock:
            try:
                held = self._current().count()
            except IndexFaultError:
                self.rebuild()
                return
            dead = held - self._library.passages.count()
            if dead > _FEWEST_DEAD and dead > _DEAD_SHARE * held:
                self.rebuild()

    def problems(self) -> list[str]:
        """Looks up every passage of the library in the index; returns what is wrong in words, nothing where whole."""
        with self._lock:
            try:
                index = self._current()
                missing = index.missing(self._library.passages.ids())
                wrong = sum(self._misplaced(index, entries) for entries in self._library.passages.entries())
            except IndexFaultError as fault:
                self._let_go()
                return [fault.message]
        found = [f"{len(missing)} passages are missing from the index"] if missing else []
        return found + ([f"{wrong} passages are not found by their own vectors"] if wrong else [])

    def count(self) -> int:
        """Returns how many passages the index holds, dead ones included.

        Raises:
            IndexFaultError: Chroma cannot tell.
        """
        with self._lock:
            return self._current().count()

    def destroy(self) -> None:
        """Deletes the index of a library that is being deleted, on a Chroma server too."""
        with self._lock:
            place = self._kept_place()
            self._let_go()
            if place is not None:
                try:
                    drop_index(place)
                except IndexFaultError as fault:
                    # A server that is down keeps vectors without their texts: the library is deleted all the same.
                    self.fault = fault

    def close(self) -> None:
        """Lets go of Chroma's files; a later call opens them again."""
        with self._lock:
            self._let_go()

    def _from_chroma(self, question: Vectors, count: int, filters: Filters) -> list[int]:
        alive = self._library.passages.count()
        if not alive:
            return []
        index = self._current()
        # As many dead ids may stand before a live one as their share among all.
        return index.nearest(question, int(count * max(1.0, index.count() / alive)) + 1, filters)

    def _current(self) -> Index:
        """Returns the index as of the library's newest generation."""
        generation = self._library.store.generation
        if self._index is not None and generation == self._generation:
            return self._index
        self._let_go()
        place = self._place()
        if place is None:
            raise IndexFaultError("The library has no Chroma index at the configured place.",
                                  "Make it with: newscite library rebuild")
        self._index, self._generation = _opened(place, self._library.passages.count()), generation
        return self._index

    def _kept_place(self) -> IndexPlace | None:
        """Returns the build that the library last pointed to, usable or not."""
        fact = self._library.store.fact(_FACT)
        if fact is None:
            return None
        kept = json.loads(fact)
        return IndexPlace(kept["name"], self._library.folder / _FOLDER, kept["url"])

    def _place(self) -> IndexPlace | None:
        """Returns the build that the library points to, unless it is elsewhere or of another model's vectors."""
        place = self._kept_place()
        if place is None or place.url != self._url:
            return None
        return place if self._library.store.fact(_FACT) == self._description(place) else None

    def _description(self, place: IndexPlace) -> str:
        """Returns what the library keeps of a build."""
        return json.dumps({"name": place.name, "url": place.url, "embedding": self._library.store.fact("embedding")})

    def _misplaced(self, index: Index, entries: Sequence[Entry]) -> int:
        wrong = 0
        for entry in entries:
            near = index.nearest(entry.vector, 10, Filters(article_ids=(entry.article_id,)))
            # Of passages that are the same text, any ten are right.
            same = self._library.passages.candidates(near, Filters()).vectors
            wrong += entry.passage_id not in near and not (len(same) and float((same @ entry.vector).max()) > _SAME)
        return wrong

    def _scan(self, question: Vectors, count: int, admitted: set[int]) -> list[int]:
        ids: list[int] = []
        scores: list[float] = []
        for rows in self._library.passages.vectors():
            kept = [row for row in rows if row.passage_id in admitted]
            if kept:
                ids += [row.passage_id for row in kept]
                scores += (np.stack([row.vector for row in kept]) @ question).tolist()
        order = np.argsort(-np.array(scores), kind="stable")[:count]
        return [ids[at] for at in order]

    def _let_go(self) -> None:
        index, self._index, self._generation = self._index, None, -1
        if index is not None:
            index.close()


def _opened(place: IndexPlace, alive: int) -> Index:
    index = Index(place)
    held = index.count()
    if held < alive:
        index.close()
        raise IndexFaultError(f"The Chroma index holds {held} of {alive} passages.",
                              "The articles are safe. Make it anew with: newscite library rebuild")
    return index


def _make_folder(place: IndexPlace) -> None:
    if place.url is None:
        try:
            place.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise IndexFaultError(f"The folder {place.folder} cannot be made: {error}.",
                                  "Free disk space or change its permissions, then try again.") from error


def _drop_quietly(old: IndexPlace | None, current: IndexPlace) -> None:
    """A build that cannot be deleted is only rubbish: the next rebuild tries again."""
    strays = list(stray_builds(current)) if current.url is None else []
    for place in ([old] if old is not None else []) + strays:
        try:
            drop_index(place)
        except IndexFaultError:
            continue
