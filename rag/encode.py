"""The embedding model as one library uses it: the same model always, with the reference that its scores need."""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import asdict
from functools import cached_property

import numpy as np

from rag.errors import EmbeddingMismatchError
from rag.library import Library
from rag.library.records import EncodedPassage
from rag.library.store import set_fact
from rag.score import Reference, bank_bias, build_reference, load_reference, reference_texts
from rag.types import Embedder, EmbeddingIdentity, Passage, PassageSpan, Span, Vectors

__all__ = ["Encoder"]

_FACT = "embedding"
_BATCH = 32
_QUESTIONS = 16
"""Vectors kept of the latest: each is asked for by the retriever, and again for what is found."""


class Encoder:
    """Encodes for one library, and refuses where the library's vectors are another model's.

    Args:
        library: Whose vectors these are.
        embedder: Loaded at the first text.
    """

    def __init__(self, library: Library, embedder: Embedder) -> None:
        self._library = library
        self._embedder = embedder
        self._lock = threading.Lock()
        self._reference: Reference | None = None
        self._identity: EmbeddingIdentity | None = None
        self._questions: OrderedDict[str, Vectors] = OrderedDict()

    @property
    def identity(self) -> EmbeddingIdentity:
        if self._identity is None:
            self._identity = self._embedder.identity
        return self._identity

    @property
    def identity_text(self) -> str:
        """The identity as the library keeps it."""
        return json.dumps(asdict(self.identity), sort_keys=True, ensure_ascii=False)

    @cached_property
    def _shipped(self) -> Reference | None:
        return load_reference(self.identity)

    @property
    def is_measured(self) -> bool:
        """Whether this is the very model that the constants of rag were measured with."""
        return self._shipped is not None

    def check(self) -> None:
        """Compares the model with the one that the library was built with.

        Raises:
            EmbeddingMismatchError: They differ.
        """
        kept = self._library.store.fact(_FACT)
        if kept is not None and kept != self.identity_text:
            was = EmbeddingIdentity(**json.loads(kept))
            setting = was.name.partition(":")[0] if was.name.startswith("bundled:") else was.name
            raise EmbeddingMismatchError(
                f"This library was built with the embedding model {was.name!r} ({was.revision}), not "
                f"{self.identity.name!r} ({self.identity.revision}).",
                f"Encode its articles anew with: newscite library rebuild (or set NEWSCITE_EMBEDDING to {setting!r}).",
            )

    def claim(self) -> None:
        """Makes this model the library's, where it has none yet. The caller holds the writer lock.

        Raises:
            EmbeddingMismatchError: The library has another model.
        """
        self.check()
        if self._library.store.fact(_FACT) is None:
            with self._library.store.transaction() as connection:
                set_fact(connection, _FACT, self.identity_text)

    @property
    def reference(self) -> Reference:
        """The bank and cohort under this model: shipped with the code, or encoded once (a minute) and kept."""
        with self._lock:
            if self._reference is None:
                self._reference = self._shipped or self._kept_reference() or self._new_reference()
            return self._reference

    def question(self, text: str) -> Vectors:
        """Returns the vector of a question, shape (dimension,).

        Raises:
            EmbeddingMismatchError: The library has another model.
        """
        self.check()
        with self._lock:
            kept = self._questions.get(text)
        if kept is None:
            kept = self._embedder.encode_questions([text])[0].copy()
            kept.flags.writeable = False
            with self._lock:
                self._questions[text] = kept
                while len(self._questions) > _QUESTIONS:
                    self._questions.popitem(last=False)
        return kept

    def statements(self, texts: Sequence[str]) -> Vectors:
        """Returns the vectors of sentences, shape (n, dimension), encoded as the article's own are."""
        return self._embedder.encode_passages(texts)

    def passages(self, text: str, spans: Sequence[PassageSpan]) -> list[EncodedPassage]:
        """Encodes an article's passages and their sentences; a text that stands twice is encoded once."""
        wanted = dict.fromkeys(text[item.start : item.end] for span in spans for item in (span, *span.sentences))
        texts = list(wanted)
        if not texts:
            return []
        vectors = np.concatenate([self._embedder.encode_passages(texts[at : at + _BATCH])
                                  for at in range(0, len(texts), _BATCH)])
        row = {item: at for at, item in enumerate(texts)}
        own = vectors[[row[text[span.start : span.end]] for span in spans]]
        bias = bank_bias(own, self.reference.bank)
        return [EncodedPassage(span, own[at], vectors[[row[item.of(text)] for item in span.sentences]],
                               float(bias[at])) for at, span in enumerate(spans)]

    def passage(self, passage: Passage) -> EncodedPassage:
        """Encodes a passage that the library knows, anew."""
        spans = [PassageSpan(0, len(passage.text), tuple(
            Span(item.start - passage.start, item.end - passage.start) for item in passage.sentences))]
        return self.passages(passage.text, spans)[0]

    def _kept_reference(self) -> Reference | None:
        rows = self._library.store.rows("SELECT part, vectors FROM reference_vectors WHERE identity = ?",
                                        (self._reference_key(),))
        parts = {row["part"]: np.frombuffer(row["vectors"], dtype="<f4").reshape(-1, self.identity.dimension)
                 for row in rows}
        return build_reference(parts["bank"], parts["cohort"]) if {"bank", "cohort"} <= parts.keys() else None

    def _reference_key(self) -> str:
        """Names the model and the very texts: a reference of other texts is another reference."""
        texts = reference_texts()
        digest = hashlib.sha256("\0".join((*texts.questions, *texts.passages)).encode()).hexdigest()
        return f"{self.identity_text} {digest[:16]}"

    def _new_reference(self) -> Reference:
        texts = reference_texts()
        bank = self._embedder.encode_questions(texts.questions)
        cohort = self._embedder.encode_passages(texts.passages)
        with self._library.store.transaction(searchable=False) as connection:
            for part, vectors in (("bank", bank), ("cohort", cohort)):
                connection.execute("INSERT OR REPLACE INTO reference_vectors VALUES (?, ?, ?)",
                                   (self._reference_key(), part, vectors.astype("<f4").tobytes()))
        return build_reference(bank, cohort)
