"""Passages with their vectors and full text."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from rag.library.records import Candidates, EncodedPassage, Entry, VectorRow, admits
from rag.library.store import Store
from rag.types import Filters, Passage, Span, Vectors

__all__ = ["Passages", "day_number", "insert_passages", "next_passage_id", "stage", "swap_staged"]

_CHUNK = 500
"""Ids asked for in one statement; SQLite allows 999 parameters in its oldest builds."""

_COLUMNS = """
SELECT p.passage_id, p.article_id, p.version, p.start, p.end, p.sentences, p.vector, p.sentence_vectors, p.bias,
       a.title, a.outlet, a.day, a.day_kind, a.language, a.url, a.source, a.duplicate_of, t.body
FROM passages p JOIN articles a USING (article_id, version) JOIN passage_text t ON t.rowid = p.passage_id
"""


_ENTRIES = """
SELECT p.passage_id, p.vector, p.article_id, a.language, a.outlet, a.day
FROM passages p JOIN articles a USING (article_id, version)
"""


class Passages:
    """Reads passages from the library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def count(self, filters: Filters | None = None) -> int:
        """Returns the number of passages of current articles that the filters admit."""
        clauses, values = _where(filters or Filters())
        joined = "JOIN articles a USING (article_id, version)" if clauses else ""
        row = self._store.row(f"SELECT count(*) AS n FROM passages p {joined} WHERE 1{clauses}", tuple(values))
        return int(row["n"]) if row else 0

    def ids(self) -> list[int]:
        """Returns the ids of all passages of current articles, ascending."""
        return [int(row["passage_id"]) for row in self._store.rows("SELECT passage_id FROM passages ORDER BY 1")]

    def known(self, passage_ids: Sequence[int]) -> list[int]:
        """Returns those ids that passages of current articles have, in the order given."""
        held: set[int] = set()
        with self._store.snapshot() as connection:
            for at in range(0, len(passage_ids), _CHUNK):
                part = tuple(passage_ids[at : at + _CHUNK])
                held.update(int(row["passage_id"]) for row in connection.execute(
                    f"SELECT passage_id FROM passages WHERE passage_id IN ({','.join('?' * len(part))})", part))
        return [passage_id for passage_id in passage_ids if passage_id in held]

    def candidates(self, passage_ids: Sequence[int], filters: Filters) -> Candidates:
        """Returns the passages of these ids that the library knows and the filters admit, with their vectors."""
        rows: list[sqlite3.Row] = []
        with self._store.snapshot() as connection:
            for at in range(0, len(passage_ids), _CHUNK):
                part = tuple(passage_ids[at : at + _CHUNK])
                marks = ",".join("?" * len(part))
                rows += connection.execute(f"{_COLUMNS} WHERE p.passage_id IN ({marks})", part).fetchall()
        return _candidates([row for row in rows if admits(filters, _passage(row))])

    def matching(self, words: Sequence[str], limit: int, filters: Filters) -> list[int]:
        """Returns the ids of the passages with the best BM25 for any of the words, best first."""
        if not words:
            return []
        query = " OR ".join('"' + word.replace('"', '""') + '"' for word in words)
        clauses, values = _where(filters)
        return [int(row["rowid"]) for row in self._store.rows(
            "SELECT t.rowid FROM passage_text t JOIN passages p ON p.passage_id = t.rowid JOIN articles a "
            f"USING (article_id, version) WHERE passage_text MATCH ?{clauses} ORDER BY bm25(passage_text), t.rowid "
            "LIMIT ?", (query, *values, limit))]

    def holding(self, words: Sequence[str]) -> Mapping[str, int]:
        """Returns for each word in how many passages it stands; words of no passage are left out."""
        marks = ",".join("?" * len(words))
        found = self._store.rows(f"SELECT term, doc FROM passage_terms WHERE term IN ({marks})", tuple(words))
        return {str(row["term"]): int(row["doc"]) for row in found}

    def terms(self, patterns: Sequence[str]) -> list[str]:
        """Returns the words of all passages, folded as the full text holds them, that one of the patterns fits.

        Args:
            patterns: Of SQLite's LIKE: "elect%".
        """
        found: set[str] = set()
        for pattern in patterns:
            found.update(str(row["term"]) for row in self._store.rows(
                "SELECT term FROM passage_terms WHERE term LIKE ?", (pattern,)))
        return sorted(found)

    def articles_holding(self, words: Sequence[str], filters: Filters) -> frozenset[str]:
        """Returns the ids of the articles that hold any of the words or phrases."""
        clauses, values = _where(filters)
        found: set[str] = set()
        for at in range(0, len(words), _CHUNK):
            query = " OR ".join('"' + word.replace('"', '""') + '"' for word in words[at : at + _CHUNK])
            found.update(str(row["article_id"]) for row in self._store.rows(
                "SELECT DISTINCT p.article_id FROM passage_text t JOIN passages p ON p.passage_id = t.rowid JOIN "
                f"articles a USING (article_id, version) WHERE passage_text MATCH ?{clauses}", (query, *values)))
        return frozenset(found)

    def admitted(self, filters: Filters, limit: int) -> list[int]:
        """Returns the ids of at most `limit` passages that the filters admit."""
        clauses, values = _where(filters)
        return [int(row["passage_id"]) for row in self._store.rows(
            f"SELECT p.passage_id FROM passages p JOIN articles a USING (article_id, version) WHERE 1{clauses} LIMIT ?",
            (*values, limit))]

    def vectors(self, batch: int = 1000) -> Iterator[list[VectorRow]]:
        """Yields all passages' vectors, in batches by ascending id."""
        last = -1
        while rows := self._store.rows("SELECT passage_id, vector, sentence_vectors, bias FROM passages WHERE "
                                       "passage_id > ? ORDER BY passage_id LIMIT ?", (last, batch)):
            yield [_vector_row(row) for row in rows]
            last = int(rows[-1]["passage_id"])

    def entries(self, batch: int = 1000) -> Iterator[list[Entry]]:
        """Yields all passages as the index holds them, in batches by ascending id."""
        last = -1
        while rows := self._store.rows(f"{_ENTRIES} WHERE p.passage_id > ? ORDER BY p.passage_id LIMIT ?",
                                       (last, batch)):
            yield [_entry(row) for row in rows]
            last = int(rows[-1]["passage_id"])

    def entries_of(self, passage_ids: Sequence[int]) -> list[Entry]:
        """Returns a few passages (at most 500) as the index holds them."""
        marks = ",".join("?" * len(passage_ids))
        rows = self._store.rows(f"{_ENTRIES} WHERE p.passage_id IN ({marks})", tuple(passage_ids))
        return [_entry(row) for row in rows]

    def texts(self, batch: int = 32) -> Iterator[Candidates]:
        """Yields all passages with text and vectors, in batches by ascending id."""
        last = -1
        while rows := self._store.rows(f"{_COLUMNS} WHERE p.passage_id > ? ORDER BY p.passage_id LIMIT ?",
                                       (last, batch)):
            yield _candidates(rows)
            last = int(rows[-1]["passage_id"])


def next_passage_id(connection: sqlite3.Connection) -> int:
    """Returns the id that the next passage will get; ids of deleted passages are not given again."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'passages'").fetchone()
    return int(row["seq"] if row else 0) + 1


def insert_passages(connection: sqlite3.Connection, article_id: str, version: int, text: str, first_id: int,
                    passages: Sequence[EncodedPassage]) -> None:
    """Keeps the passages of an article version, with ids from `first_id` on."""
    for passage_id, item in enumerate(passages, first_id):
        connection.execute(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (passage_id, article_id, version, item.span.start, item.span.end,
             json.dumps([[s.start, s.end] for s in item.span.sentences]), _blob(item.vector),
             _blob(item.sentence_vectors), item.bias))
        connection.execute("INSERT INTO passage_text (rowid, body) VALUES (?, ?)",
                           (passage_id, text[item.span.start : item.span.end]))


def stage(connection: sqlite3.Connection, identity: str, rows: Sequence[VectorRow]) -> None:
    """Keeps new vectors of passages aside, until all are there."""
    connection.executemany("INSERT OR REPLACE INTO staged VALUES (?, ?, ?, ?, ?)", [
        (row.passage_id, identity, _blob(row.vector), _blob(row.sentence_vectors), row.bias) for row in rows])


def swap_staged(connection: sqlite3.Connection, identity: str) -> None:
    """Makes the staged vectors of `identity` the passages' vectors."""
    connection.execute(
        "UPDATE passages SET vector = s.vector, sentence_vectors = s.sentence_vectors, bias = s.bias FROM staged s "
        "WHERE s.passage_id = passages.passage_id AND s.identity = ?", (identity,))
    connection.execute("DELETE FROM staged")


def day_number(day: date | None) -> int | None:
    """Returns a date as a whole number such as 20231006: Chroma compares numbers only."""
    return None if day is None else day.year * 10000 + day.month * 100 + day.day


def _day_number(text: str | None) -> int | None:
    return day_number(date.fromisoformat(text)) if text else None


def _where(filters: Filters) -> tuple[str, list[Any]]:
    clauses: list[str] = []
    values: list[Any] = []
    for condition, value in (("a.day >= ?", filters.since), ("a.day <= ?", filters.until)):
        if value is not None:
            clauses.append(condition)
            values.append(value.isoformat())
    for column, wanted in (("language", filters.languages), ("outlet", filters.outlets),
                           ("article_id", filters.article_ids)):
        if wanted:
            clauses.append(f"a.{column} IN ({','.join('?' * len(wanted))})")
            values += wanted
    return "".join(f" AND {clause}" for clause in clauses), values


def _candidates(rows: Sequence[sqlite3.Row]) -> Candidates:
    if not rows:
        empty = np.empty((0, 0), dtype=np.float32)
        return Candidates((), empty, (), np.empty(0, dtype=np.float32))
    vectors = np.stack([_floats(row["vector"]) for row in rows])
    return Candidates(
        passages=tuple(_passage(row) for row in rows), vectors=vectors,
        sentence_vectors=tuple(_floats(row["sentence_vectors"]).reshape(-1, vectors.shape[1]) for row in rows),
        bias=np.array([row["bias"] for row in rows], dtype=np.float32),
    )


def _entry(row: sqlite3.Row) -> Entry:
    return Entry(int(row["passage_id"]), _floats(row["vector"]), row["article_id"], row["language"], row["outlet"],
                 _day_number(row["day"]))


def _vector_row(row: sqlite3.Row) -> VectorRow:
    vector = _floats(row["vector"])
    return VectorRow(int(row["passage_id"]), vector, _floats(row["sentence_vectors"]).reshape(-1, len(vector)),
                     float(row["bias"]))


def _passage(row: sqlite3.Row) -> Passage:
    return Passage(
        passage_id=row["passage_id"], article_id=row["article_id"], version=row["version"], title=row["title"],
        outlet=row["outlet"], date=date.fromisoformat(row["day"]) if row["day"] else None, date_kind=row["day_kind"],
        language=row["language"], url=row["url"], path=row["source"], text=row["body"], start=row["start"],
        end=row["end"], score=0.0, sentences=tuple(Span(*pair) for pair in json.loads(row["sentences"])),
        duplicate_of=row["duplicate_of"],
    )


def _blob(vectors: Vectors) -> bytes:
    return np.ascontiguousarray(vectors, dtype="<f4").tobytes()


def _floats(blob: bytes) -> Vectors:
    return np.frombuffer(blob, dtype="<f4").astype(np.float32, copy=False)
