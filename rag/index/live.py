"""The index as it follows the library: opened when needed, opened anew when another process has written, made anew
when it is damaged or mostly dead, and done without where all else fails.

The protocol: a writer puts new passages into Chroma first and then commits the library, so whatever the library knows
the index has; whatever the index has beyond that is dropped by the reader.

Each process in which Chroma is open reads its log, adds what is new to a graph of its own, in an order of its own, and
now and then writes that graph's changed parts into the one set of files: two that do so make a graph of halves, in
which passages are missing. So only the writer, who holds the lock, touches an embedded index that is not sealed; all
others scan the kept vectors until it is.
"""

from __future__ import annotations

import threading
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

from rag.errors import IndexFaultError, IndexUnfinishedError
from rag.index.builds import build, drop_quietly, faulty, stray_builds
from rag.index.chroma import Index, IndexPlace, drop_index, new_index_name
from rag.index.exact import scan
from rag.index.kept import KeptIndex
from rag.index.seal import database_is_readable, seal_of
from rag.library import Library
from rag.library.lock import writing
from rag.library.records import Entry
from rag.types import Filters, Vectors

if TYPE_CHECKING:
    from sqlite3 import Connection

__all__ = ["LiveIndex"]

_DEAD_SHARE = 0.5
_FEWEST_DEAD = 1000
_SAMPLE = 16
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
        self._kept = KeptIndex(library, url)
        self._lock = threading.RLock()
        self._is_writer = False
        self._index: Index | None = None
        self._generation = -1
        self.fault: IndexFaultError | None = None

    @contextmanager
    def writing(self, seconds: float) -> Generator[None]:
        """Holds the library's writer lock; waits for another writer at most `seconds`.

        Raises:
            LibraryBusyError: The other writer did not finish in time.
            LibraryError: The lock file cannot be made.
        """
        with writing(self._library.folder, seconds):
            self._is_writer = True
            try:
                yield
            finally:
                self._is_writer = False

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
                return scan(self._library, question, count, set(admitted))
        with self._lock:
            for _ in range(2):
                generation = self._library.store.generation
                try:
                    with self._in_use():
                        found = self._from_chroma(question, count, filters)
                    self.fault = None
                    return found
                except IndexUnfinishedError:
                    self.fault = None
                    break
                except IndexFaultError as fault:
                    self._let_go()
                    self.fault = fault
                if self._library.store.generation == generation:
                    break  # otherwise another process may just have swapped the build
        return scan(self._library, question, count, set(self._library.passages.ids()))

    def add(self, entries: Sequence[Entry]) -> None:
        """Puts passages into the index, before the library commits them. The caller holds the writer lock."""
        with self._lock:
            self._kept.break_seal()
            try:
                self._current().upsert(entries)
            except IndexFaultError:
                self.rebuild()
                self._kept.break_seal()
                self._current().upsert(entries)

    def committed(self) -> None:
        """Tells the index that this process made the last generation; older ones of others still ask to reopen."""
        with self._lock:
            if self._index is not None and self._generation == self._library.store.generation - 1:
                self._generation += 1

    def rebuild(self) -> None:
        """Makes a new build from the kept vectors beside the old one, swaps it in, and drops all others.

        The caller holds the writer lock. Nothing is embedded.

        Raises:
            IndexFaultError: Chroma cannot make it.
        """
        with self._lock:
            old = self._kept.any_place()
            place = self._kept.new_place(new_index_name())
            index = build(place, self._library.passages.entries())
            self._kept.point(place, seal_of(place))
            self._let_go()
            self._index, self._generation, self.fault = index, self._library.store.generation, None
            drop_quietly(*stray_builds(place), *([old] if old is not None else []))

    def disown(self, connection: Connection) -> None:
        """Within a transaction that replaces the whole library: its index is to be made anew."""
        with self._lock:
            self._kept.disown(connection)

    def mend(self) -> None:
        """Makes the index anew where a writer that was killed has left it wrong. The caller holds the writer lock."""
        with self._lock:
            place = self._kept.place()
            if place is None:
                return
            drop_quietly(*stray_builds(place))
            if self._kept.seal is not None:
                return
            if self._library.passages.count() and self.problems():
                self.rebuild()
            else:
                self._kept.set_seal(seal_of(place))

    def tidy(self) -> None:
        """Ends a writer's work: makes the index anew where it is damaged or most of it is dead, and seals it.

        The caller holds the writer lock.
        """
        with self._lock:
            try:
                held = self._current().count()
                dead = held - self._library.passages.count()
                if dead <= _FEWEST_DEAD or dead <= _DEAD_SHARE * held:
                    place = self._kept.place()
                    if place is not None and self._kept.seal is None:
                        self._kept.set_seal(seal_of(place))
                    return
            except IndexFaultError:
                self._let_go()
            self.rebuild()

    def problems(self) -> list[str]:
        """Looks up every passage of the library in the index; returns what is wrong in words, nothing where whole."""
        with self._lock:
            try:
                with self._in_use():
                    index = self._current()
                    missing = index.missing(self._library.passages.ids())
                    lost = sum(len(index.lost(entries)) for entries in self._library.passages.entries())
            except IndexFaultError as fault:
                self._let_go()
                return [fault.message]
        found = [f"{len(missing)} passages are missing from the index"] if missing else []
        return found + ([f"{lost} passages are not found by their own vectors"] if lost else [])

    def count(self) -> int:
        """Returns how many passages the index holds, dead ones included.

        Raises:
            IndexFaultError: Chroma cannot tell.
        """
        with self._lock, self._in_use():
            return self._current().count()

    def destroy(self) -> None:
        """Deletes the index of a library that is being deleted, on a Chroma server too."""
        with self._lock:
            place = self._kept.any_place()
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
        held = index.count()
        wanted = min(count, alive)
        asked = int(wanted * max(1.0, held / alive)) + 1
        while True:
            found = self._library.passages.known(index.nearest(question, min(asked, held), filters))
            if len(found) >= wanted or asked >= held:
                return found[:count]
            # The dead stand close together: an article that was edited often has left as many twins.
            asked *= 4

    def _in_use(self) -> AbstractContextManager[None]:
        return nullcontext() if self._is_writer else self._kept.in_use()

    def _current(self) -> Index:
        """Returns the index as of the library's newest generation.

        Raises:
            IndexFaultError: There is none, or it cannot be opened.
        """
        generation = self._library.store.generation
        if self._index is not None and generation == self._generation:
            return self._index
        self._let_go()
        place = self._kept.place()
        if place is None:
            raise IndexFaultError("The library has no Chroma index at the configured place.",
                                  "Make it with: newscite library rebuild")
        self._require_seal(place)
        self._index, self._generation = self._opened(place), generation
        return self._index

    def _opened(self, place: IndexPlace) -> Index:
        """Opens a build and looks up a few passages in it.

        Raises:
            IndexFaultError: It lacks some.
        """
        index = Index(place)
        try:
            alive, held = self._library.passages.count(), index.count()
            if held < alive:
                raise faulty(f"holds {held} of {alive} passages")
            ids = self._library.passages.ids()
            sample = sorted({ids[at * (len(ids) - 1) // _SAMPLE] for at in range(_SAMPLE + 1)} if ids else ())
            if index.lost(self._library.passages.entries_of(sample)):
                raise faulty("does not find passages by their own vectors")
        except IndexFaultError:
            index.close()
            raise
        return index

    def _require_seal(self, place: IndexPlace) -> None:
        """Raises IndexFaultError where the files of an index that no one is writing to are not as they were left."""
        seal = self._kept.seal
        # A writer that has begun meanwhile has broken the seal: then the files are not judged by it.
        whole = seal is None or (seal_of(place) == seal and database_is_readable(place))
        if not whole and self._kept.seal == seal:
            raise faulty("is damaged: its files are not as they were left")

    def _let_go(self) -> None:
        index, self._index, self._generation = self._index, None, -1
        if index is not None:
            index.close()
