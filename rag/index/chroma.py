"""The Chroma index: where the nearest passages are looked for. It can be thrown away and made again from the library.

Nothing is ever deleted in a live index (a kill around a delete loses documents and can wedge the index for good): ids
that the library no longer knows are dropped by the reader, and past a share of them a new index is made beside this
one. Measured of ChromaDB 1.5.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import urlsplit

import numpy as np

from rag.errors import IndexFaultError
from rag.library.passages import day_number
from rag.library.records import Entry
from rag.types import Filters, Vectors

if TYPE_CHECKING:
    from chromadb.api.client import Client

__all__ = ["BUILD_PREFIX", "Index", "IndexPlace", "drop_index", "new_index_name"]

# Share of the exact ten nearest found among 20,000 vectors, random (the hardest there are) and drawn like those of
# news: Chroma's defaults .36 and .93; 32 neighbours and a search of 400 .945 and 1; these .996 and 1, a question
# taking 1.5 ms more than with those (python -m benchmarks.recall).
_HNSW: Final = {"space": "cosine", "ef_construction": 200, "max_neighbors": 48, "ef_search": 600}
_SERVER_SECONDS = 30.0
BUILD_PREFIX = "newscite-"
_SELF_HITS = 10
_SELF_BATCH = 200
_SAME = 1e-5
"""Cosine distance up to which two vectors are one: a float32 vector is this near to itself."""


@dataclass(frozen=True, slots=True)
class IndexPlace:
    """Where an index is: a folder of the library, or a Chroma server.

    Attributes:
        name: Of this build of the index; another build has another name.
        folder: The parent of all builds' folders.
        url: Of the server; None for an embedded index.
    """

    name: str
    folder: Path
    url: str | None = None


@dataclass(frozen=True, slots=True)
class _Hits:
    """What one vector found: ids, and the cosine distance of the last of them."""

    ids: set[int]
    farthest: float


def new_index_name() -> str:
    """Returns a name that no other build of an index has."""
    return BUILD_PREFIX + secrets.token_hex(6)


class Index:
    """One build of the index, open.

    Args:
        place: Where it is.
        create: Make it; otherwise it must be there.

    Raises:
        IndexFaultError: Chroma cannot open it.
    """

    def __init__(self, place: IndexPlace, *, create: bool = False) -> None:
        self._url = place.url
        with _faults("opened", self._url):
            self._client = _client(place, create=create)
            if create:
                self._passages = self._client.create_collection(
                    place.name, configuration={"hnsw": _HNSW}, embedding_function=None)  # type: ignore[typeddict-item]
            else:
                # Without this None, Chroma reopens the collection with a model that it then tries to download.
                self._passages = self._client.get_collection(place.name, embedding_function=None)
            self._most = self._client.get_max_batch_size()

    def upsert(self, entries: Sequence[Entry]) -> None:
        """Adds passages, or replaces them where a run that was killed had left their ids."""
        with _faults("written", self._url):
            for at in range(0, len(entries), self._most):
                part = entries[at : at + self._most]
                self._passages.upsert(
                    ids=[str(entry.passage_id) for entry in part],
                    embeddings=np.stack([entry.vector for entry in part]),
                    metadatas=[_metadata(entry) for entry in part],
                )

    def nearest(self, question: Vectors, count: int, filters: Filters) -> list[int]:
        """Returns the ids of about `count` passages nearest to a question, nearest first.

        Args:
            question: Shape (dimension,).
            count: How many to return at most.
            filters: Which passages to look at.
        """
        with _faults("searched", self._url):
            found = self._passages.query(query_embeddings=question[np.newaxis], n_results=max(1, count),
                                         where=_where(filters), include=[])
        return [int(name) for name in found["ids"][0]]

    def lost(self, entries: Sequence[Entry]) -> list[int]:
        """Returns the ids of those passages that their own vectors do not find."""
        suspects, count = list(entries), _SELF_HITS
        lost: list[int] = []
        while suspects:
            crowded: list[Entry] = []
            for at in range(0, len(suspects), _SELF_BATCH):
                for entry, hits in self._hits(suspects[at : at + _SELF_BATCH], count):
                    if entry.passage_id in hits.ids:
                        continue
                    if hits.farthest <= _SAME and len(hits.ids) == count:
                        # All hits are the very same vector (an edit leaves such twins): its own may stand behind them.
                        crowded.append(entry)
                    else:
                        lost.append(entry.passage_id)
            suspects, count = crowded, 10 * count
        return lost

    def _hits(self, entries: Sequence[Entry], count: int) -> Iterator[tuple[Entry, _Hits]]:
        with _faults("searched", self._url):
            found = self._passages.query(query_embeddings=np.stack([entry.vector for entry in entries]),
                                         n_results=count, include=["distances"])
            distances = found["distances"] or []
            hits = [_Hits({int(name) for name in names}, max(apart, default=0.0))
                    for names, apart in zip(found["ids"], distances, strict=True)]
        yield from zip(entries, hits, strict=True)

    def count(self) -> int:
        """Returns how many passages the index holds, dead ones included."""
        with _faults("read", self._url):
            return self._passages.count()

    def missing(self, passage_ids: Sequence[int]) -> list[int]:
        """Returns those ids that the index does not hold."""
        held: set[int] = set()
        with _faults("read", self._url):
            for at in range(0, len(passage_ids), self._most):
                names = [str(passage_id) for passage_id in passage_ids[at : at + self._most]]
                held.update(int(name) for name in self._passages.get(ids=names, include=[])["ids"])
        return [passage_id for passage_id in passage_ids if passage_id not in held]

    def close(self) -> None:
        """Lets go of Chroma's files; a second call does nothing."""
        with _faults("closed", self._url):
            _close(self._client)


def drop_index(place: IndexPlace) -> None:
    """Deletes a build that no library points to any more; a build that is not there is no fault."""
    if place.url is not None:
        with _faults("deleted", place.url):
            client = _client(place, create=False)
            if place.name in {collection.name for collection in client.list_collections()}:
                client.delete_collection(place.name)
            _close(client)
    shutil.rmtree(place.folder / place.name, ignore_errors=True)


class _faults:  # noqa: N801 - reads as a phrase where it is used
    """Turns whatever Chroma raises (its bindings raise their own kinds, and panics) into one error."""

    def __init__(self, what: str, url: str | None) -> None:
        self._what = what
        self._remedy = (
            "The articles are safe. Make it anew with: newscite library rebuild" if url is None else
            f"The articles are safe. Start the Chroma server at {url}, or set NEWSCITE_CHROMA_URL to another one.")

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        panicked = type(error).__name__ == "PanicException"
        if panicked or (isinstance(error, Exception) and not isinstance(error, IndexFaultError)):
            detail = " ".join(str(error).split())[:200]
            raise IndexFaultError(f"The Chroma index cannot be {self._what}: {detail}", self._remedy) from error


def _client(place: IndexPlace, *, create: bool) -> Client:
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    quiet = ChromaSettings(anonymized_telemetry=False)
    if place.url is not None:
        parts = urlsplit(place.url)
        client = chromadb.HttpClient(host=parts.hostname or "", port=parts.port or (443 if parts.scheme == "https" else
                                   80), ssl=parts.scheme == "https", settings=quiet)
        for session in _sessions(client):
            session.timeout = _SERVER_SECONDS
        return cast("Client", client)
    folder = place.folder / place.name
    if not create and not folder.is_dir():
        raise FileNotFoundError(f"its folder {folder} is not there")
    return cast("Client", chromadb.PersistentClient(path=_own_spelling(folder), settings=quiet))


def _sessions(client: Any) -> list[Any]:
    """Returns the HTTP sessions of a client: of a server two, which Chroma makes without a timeout and never closes."""
    owners = (client, getattr(client, "_admin_client", None))
    found = [getattr(getattr(owner, "_server", None), "_session", None) for owner in owners]
    return [session for session in found if session is not None]


def _close(client: Client) -> None:
    for session in _sessions(client):
        session.close()
    client.close()


def _own_spelling(folder: Path) -> str:
    """Returns a spelling of the path that no other client uses.

    Chroma shares one engine among the clients of a path in a process, with its stale view of what other processes
    wrote; only a client that it has not met gets a fresh one.
    """
    return str(folder) + "".join("/." if bit == "1" else "//" for bit in f"{secrets.randbits(48):048b}")


def _metadata(entry: Entry) -> dict[str, Any]:
    facts = {"article": entry.article_id, "language": entry.language, "outlet": entry.outlet, "day": entry.day}
    return {key: value for key, value in facts.items() if value is not None}


def _where(filters: Filters) -> Any:
    conditions: list[dict[str, Any]] = []
    for operator, day in (("$gte", filters.since), ("$lte", filters.until)):
        if day is not None:
            conditions.append({"day": {operator: day_number(day)}})
    for key, wanted in (("language", filters.languages), ("outlet", filters.outlets), ("article", filters.article_ids)):
        if wanted:
            conditions.append({key: {"$in": list(wanted)}})
    if not conditions:
        return None
    return conditions[0] if len(conditions) == 1 else {"$and": conditions}
