"""The writer for small models, which writes nothing: the evidence as it stands, to be translated beside it.

Of what a 1.5B model rendered sentence by sentence, and the checks let pass, more than half was not what the quote says
(``python -m benchmarks.writers --show``). Beside the quote, and marked as a machine's, the same words can mislead less.
The translation is no part of a claim, so it is not made here but where claims are finished (`rag.finish`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.types import EvidenceSentence, Usage
from rag.write.model import Draft, WriteRequest

__all__ = ["MOST_QUOTES", "QuoteWriter", "strongest_first"]

MOST_QUOTES = 5
"""Sentences of articles that make an answer where no model writes one: more is not read, it is searched."""
_NO_GAP = 2
"""Characters between a sentence and the next: a space, or the blank line between two paragraphs."""


class QuoteWriter:
    """Yields the best evidence, the strongest sentence first; no model is called."""

    def __init__(self) -> None:
        self._closed = False

    def write(self, request: WriteRequest) -> Iterator[Draft]:
        """Yields the quotes with their numbers."""
        for sentence in strongest_first(request.evidence[:MOST_QUOTES]):
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


def strongest_first(best: Sequence[EvidenceSentence]) -> list[EvidenceSentence]:
    """Returns sentences, given by falling strength, in the order in which they are shown.

    Articles come by their best sentences. Each begins with its best and what goes on from there without a gap, that a
    sentence which leans on the one before stands behind it; the rest of the article follows in its own order. (In its
    own order from the start, the sentence that answers was shown first in 20 of 92 cases, though it was the best of
    the answer in 65.)

    Sentences given in the order of their articles, as for a summary, stay in it.
    """
    articles: dict[str, list[EvidenceSentence]] = {}
    for item in best:
        articles.setdefault(item.passage.article_id, []).append(item)
    return [item for group in articles.values() for item in _from_the_best(group)]


def _from_the_best(article: Sequence[EvidenceSentence]) -> list[EvidenceSentence]:
    """Returns the sentences of one article, given by falling strength."""
    best = article[0]
    read = sorted(article, key=lambda item: item.start)
    begin = read.index(best)
    end = begin + 1
    while end < len(read) and read[end].start - read[end - 1].end <= _NO_GAP:
        end += 1
    return [*read[begin:end], *read[:begin], *read[end:]]
