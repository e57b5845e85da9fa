"""Whether a library is whole in itself: its file, every offset, every vector; the index is looked at elsewhere."""

from __future__ import annotations

import json
import shlex
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np

if TYPE_CHECKING:
    from rag.library import Library

__all__ = ["Harm", "library_problems", "library_remedy"]

_BATCH = 500
_UNIT = 0.05
"""What a vector's length may differ from 1; a model that computes in 16 bits is off by less."""
_NAMED = 5
"""Up to so many articles are named in the remedy; beyond that the problems name them."""

# Harmed rows must come out as they are: what is joined may be missing, and nothing is parsed on the way.
_ROWS = """
SELECT p.passage_id, p.article_id, p.version, p.start, p.end, p.sentences, p.vector, p.sentence_vectors, p.bias,
       a.article_id IS NOT NULL AS has_article, t.body
FROM passages p LEFT JOIN articles a USING (article_id, version) LEFT JOIN passage_text t ON t.rowid = p.passage_id
WHERE p.passage_id > ? ORDER BY p.passage_id LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Harm:
    """One thing that is wrong in the library.

    Attributes:
        detail: In words.
        article_id: The article whose removal takes it away; None where that does not.
        of_vectors: Whether the index cannot be held against the library, since it is made from what is wrong.
    """

    detail: str
    article_id: str | None = None
    of_vectors: bool = False


def library_problems(library: Library) -> list[Harm]:
    """Returns what is wrong; nothing where all is whole.

    Raises:
        LibraryDamagedError: The file cannot be read through.
    """
    store = library.store
    found = [Harm(str(row[0])) for row in store.rows("PRAGMA integrity_check") if row[0] != "ok"]
    dimension = _dimension(store.fact("embedding"))
    if dimension is None and library.passages.count():
        found.append(Harm("the library does not say which embedding model made its vectors", of_vectors=True))
    last, key, text = -1, ("", 0), ""
    while rows := store.rows(_ROWS, (last, _BATCH)):
        last = int(rows[-1]["passage_id"])
        for row in rows:
            # Passages come article by article: only the text at hand is held.
            if row["has_article"] and key != (row["article_id"], row["version"]):
                key = (row["article_id"], row["version"])
                kept = store.row("SELECT text FROM articles WHERE article_id = ? AND version = ?", key)
                text = "" if kept is None else kept["text"]
            found += _passage_harms(row, text, dimension)
    return found


def library_remedy(harms: Sequence[Harm]) -> str:
    """Returns what to do about at least one harm: making the index anew mends none of them."""
    restore = "restore a copy: newscite library restore FILE --replace"
    ids = list(dict.fromkeys(harm.article_id for harm in harms if harm.article_id is not None))
    if any(harm.article_id is None for harm in harms):
        return f"To mend the library, {restore} (or delete it with newscite library delete, and ingest its files anew)"
    named = " ".join(map(shlex.quote, ids)) if len(ids) <= _NAMED else "ID ... (each article named above)"
    return (f"To mend the library, {restore} (or remove what is harmed, and ingest its files anew: "
            f"newscite library remove {named})")


def _passage_harms(row: sqlite3.Row, text: str, dimension: int | None) -> Iterator[Harm]:
    name, article_id = f"passage {row['passage_id']} of {row['article_id']!r}", row["article_id"]
    if not row["has_article"]:
        yield Harm(f"{name} has no article")
        return
    if row["body"] is None:
        yield Harm(f"{name} has no full text", article_id)
    elif text[row["start"] : row["end"]] != row["body"]:
        yield Harm(f"{name} is not the slice of its article that it says", article_id)
    sentences = _sentences(row["sentences"])
    if sentences is None:
        yield Harm(f"{name} does not say where its sentences are", article_id)
    elif dimension is not None and (wrong := _wrong_vectors(row, sentences, dimension)):
        yield Harm(f"{name} {wrong}", article_id, of_vectors=True)


def _wrong_vectors(row: sqlite3.Row, sentences: int, dimension: int) -> str | None:
    own, others = row["vector"], row["sentence_vectors"]
    if not isinstance(own, bytes) or len(own) != 4 * dimension:
        return "has a vector of another length than its model's"
    if not isinstance(others, bytes) or len(others) != 4 * dimension * sentences:
        return "lacks vectors of its sentences"
    # Every embedder makes unit vectors: zeros, what is not finite, and a harmed exponent all show in the length.
    with np.errstate(all="ignore"):
        vectors = np.frombuffer(own + others, dtype="<f4").reshape(-1, dimension).astype(np.float64)
        is_unit = np.abs(np.linalg.norm(vectors, axis=1) - 1) <= _UNIT
    if not is_unit[0]:
        return "has a vector that no model makes"
    if not is_unit.all():
        return "has a vector of a sentence that no model makes"
    return None if isinstance(row["bias"], float) and np.isfinite(row["bias"]) else "has a bias that is no number"


def _sentences(kept: object) -> int | None:
    try:
        spans = json.loads(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
    return len(cast("list[Any]", spans)) if isinstance(spans, list) else None


def _dimension(identity: str | None) -> int | None:
    try:
        kept = json.loads(identity) if identity is not None else None
    except ValueError:
        return None
    dimension = cast("dict[str, Any]", kept).get("dimension") if isinstance(kept, dict) else None
    return dimension if isinstance(dimension, int) and dimension > 0 else None
