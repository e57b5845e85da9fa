"""Builds of the index: making one from the kept vectors, and clearing away those that no library points to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rag.errors import IndexFaultError
from rag.index.chroma import BUILD_PREFIX, Index, IndexPlace, drop_index
from rag.library.records import Entry

__all__ = ["build", "drop_quietly", "faulty", "stray_builds"]


def build(place: IndexPlace, batches: Iterable[Sequence[Entry]]) -> Index:
    """Makes a build and returns it open; of one that fails nothing stays.

    Raises:
        IndexFaultError: Chroma cannot make it.
    """
    if place.url is None:
        try:
            place.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise IndexFaultError(f"The folder {place.folder} cannot be made: {error}.",
                                  "Free disk space or change its permissions, then try again.") from error
    index: Index | None = None
    try:
        index = Index(place, create=True)
        for entries in batches:
            index.upsert(entries)
    except BaseException:
        if index is not None:
            index.close()
        drop_quietly(place)
        raise
    return index


def drop_quietly(*places: IndexPlace) -> None:
    """Deletes builds. One that cannot be deleted is only rubbish: the next writer tries again."""
    for place in places:
        try:
            drop_index(place)
        except IndexFaultError:
            continue


def stray_builds(place: IndexPlace) -> Iterator[IndexPlace]:
    """Yields the embedded builds beside an embedded `place`, left behind by a writer that was killed."""
    if place.url is None and place.folder.is_dir():
        for folder in sorted(place.folder.iterdir()):
            if folder.name.startswith(BUILD_PREFIX) and folder.name != place.name:
                yield IndexPlace(folder.name, place.folder)


def faulty(what: str) -> IndexFaultError:
    """Returns the error of an index that Chroma opens and that is wrong all the same."""
    return IndexFaultError(f"The Chroma index {what}.",
                           "The articles are safe. Make it anew with: newscite library rebuild")
