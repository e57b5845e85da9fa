"""Encodes the texts of a benchmark once, keeps the vectors, and turns question and library into `Signals`."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import sentencex
from numpy.typing import NDArray

from rag.score import WEIGHTS, Reference, Signals, Terms, bank_bias, identity_text, lexical_shares, lexical_terms, words
from rag.types import Embedder, Vectors

__all__ = ["Library", "Pool", "encode", "encode_pool", "join", "see", "sentences_of", "signals"]

_LETTERS_OF_A_SENTENCE = 10
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Pool:
    """Passages with all that scoring needs of them.

    Attributes:
        vocabulary: The distinct words of each passage.
        vectors: Shape (n, dimension).
        sentences: Of all passages in order, shape (m, dimension).
        starts: Where in `sentences` each passage's begin, shape (n,).
        bias: `bank_bias`, shape (n,).
        languages: Of each passage, shape (n,).
    """

    vocabulary: tuple[frozenset[str], ...]
    vectors: Vectors
    sentences: Vectors
    starts: NDArray[np.int64]
    bias: NDArray[np.float32]
    languages: NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class Library:
    """A pool as one question sees it: which rows are in the library is chosen later, without encoding anew.

    Attributes:
        dense, sentence: As in `Signals`, for every row of the pool.
        present: Whether each passage has each word of the question, shape (n, words).
    """

    pool: Pool
    terms: Terms
    language: str
    dense: NDArray[np.float32]
    sentence: NDArray[np.float32]
    present: NDArray[np.bool_]


def encode(texts: Sequence[str], embedder: Embedder, kind: str) -> Vectors:
    """Encodes `texts` as ``"questions"`` or ``"passages"``, or reads them where they were kept before.

    They are kept in NEWSCITE_BENCH_CACHE, or in a folder of the system's temporary one.
    """
    folder = Path(os.environ.get("NEWSCITE_BENCH_CACHE") or Path(tempfile.gettempdir()) / "newscite-bench")
    folder.mkdir(parents=True, exist_ok=True)
    key = hashlib.sha256("\x00".join([identity_text(embedder.identity), kind, *texts]).encode()).hexdigest()
    file = folder / f"{key[:24]}.npy"
    if file.is_file():
        return np.load(file)
    run: Callable[[Sequence[str]], Vectors] = (
        embedder.encode_questions if kind == "questions" else embedder.encode_passages)
    parts: list[Vectors] = []
    for at in range(0, len(texts), _BATCH):
        parts.append(run(texts[at : at + _BATCH]))
        print(f"\rencoding {kind}: {min(at + _BATCH, len(texts))}/{len(texts)}", end="", flush=True)
    print()
    vectors = np.concatenate(parts)
    np.save(file, vectors)
    return vectors


def encode_pool(passages: Sequence[str], language: str, embedder: Embedder, reference: Reference) -> Pool:
    """Encodes passages of one language and their sentences."""
    sentences: list[str] = []
    starts: list[int] = []
    for passage in passages:
        starts.append(len(sentences))
        sentences.extend(sentences_of(passage, language))
    vectors = encode(passages, embedder, "passages")
    return Pool(
        vocabulary=tuple(frozenset(words(passage)) for passage in passages),
        vectors=vectors,
        sentences=encode(sentences, embedder, "passages"),
        starts=np.array(starts, dtype=np.int64),
        bias=bank_bias(vectors, reference.bank, WEIGHTS.nearest),
        languages=np.array([language] * len(passages)),
    )


def sentences_of(passage: str, language: str) -> list[str]:
    """Returns the sentences that `encode_pool` encodes."""
    found = [part.strip() for part in _split(language, passage)]
    # A lone quotation mark is near to every question; the library has no such sentences either.
    return [part for part in found if sum(map(str.isalpha, part)) >= _LETTERS_OF_A_SENTENCE] or [passage]


def join(*pools: Pool) -> Pool:
    """Returns the pools as one, rows in order."""
    offsets = np.cumsum([0, *(len(pool.sentences) for pool in pools)])
    return Pool(
        vocabulary=tuple(item for pool in pools for item in pool.vocabulary),
        vectors=np.concatenate([pool.vectors for pool in pools]),
        sentences=np.concatenate([pool.sentences for pool in pools]),
        starts=np.concatenate([pool.starts + offset for pool, offset in zip(pools, offsets, strict=False)]),
        bias=np.concatenate([pool.bias for pool in pools]),
        languages=np.concatenate([pool.languages for pool in pools]),
    )


def signals(library: Library, rows: NDArray[np.int64]) -> Signals:
    """Returns the signals of a library that holds just these rows of the pool."""
    present = library.present[rows].astype(np.int64)
    same = library.pool.languages[rows] == library.language
    return Signals(
        dense=library.dense[rows],
        sentence=library.sentence[rows],
        bias=library.pool.bias[rows],
        lexical=lexical_shares(library.terms, present, present.sum(axis=0), len(rows), same),
        same_language=same,
    )


def see(pool: Pool, question: str, vector: Vectors, language: str) -> Library:
    """Looks at a pool with one question; `vector` has shape (dimension,)."""
    terms = lexical_terms(question)
    present = np.array([[word in held for word in terms.words] for held in pool.vocabulary], dtype=np.bool_)
    best = np.maximum.reduceat(pool.sentences @ vector, pool.starts)
    return Library(pool, terms, language, pool.vectors @ vector, best, present)


def _split(language: str, text: str) -> list[str]:
    splitter: Any = sentencex
    return [str(part) for part in splitter.segment(language, text)]
