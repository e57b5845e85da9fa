"""The writer for small models, which writes nothing: the evidence as it stands, to be translated beside it.

Of what a 1.5B model rendered sentence by sentence, and the checks let pass, more than half was not what the quote says
(``python -m benchmarks.writers --show``). Beside the quote, and marked as a machine's, the same words can mislead less.
The translation is no part of a claim, so it is not made here but where claims are finished (`rag.finish`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.types import EvidenceSentence, Usage
from rag.write.model import Draft, WriteRequest

__all__ = ["MOST_QUOTES", "QuoteWriter", "in_reading_order"]

MOST_QUOTES = 5
"""Sentences of articles that make an answer where no model writes one: more is not read, it is searched."""


class QuoteWriter:
    """Yields the best evidence in the order in which one reads it; no model is called."""

    def __init__(self) -> None:
        self._closed = False

    def write(self, request: WriteRequest) -> Iterator[Draft]:
        """Yields the quotes with their numbers."""
        for sentence in in_reading_order(request.evidence[:MOST_QUOTES]):
            if self._closed:
                return
            yield Draft(sentence.quote.strip(), (sentence.number,))

    @property
    def usage(self) -> Usage:
        """Of no call."""
        return Usage()

    def close(self) -> None:
        """Ends the quotes."""
        self._closed = True


def in_reading_order(best: Sequence[EvidenceSentence]) -> list[EvidenceSentence]:
    """Returns sentences, given by falling strength, as one reads them.

    The article with the best sentence comes first, and within an article its own order holds.
    """
    rank = {item.passage.article_id: at for at, item in reversed(list(enumerate(best)))}
    return sorted(best, key=lambda item: (rank[item.passage.article_id], item.passage.article_id, item.start))
