"""The way from a question to scored passages, through the LlamaIndex retriever that stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rag.llama import LibraryRetriever, passage_ids_of
from rag.search import Found, Ranking, Searcher
from rag.types import Filters, Passage

if TYPE_CHECKING:
    from llama_index.core.retrievers import BaseRetriever

__all__ = ["Retrieval"]


class Retrieval:
    """Finds the passages to answer from.

    The retriever only says which passages are read; what they are worth is always computed here, from the library's
    own vectors, so that the decision to answer means the same with any retriever.

    Args:
        searcher: Of the library.
        retriever: A user's own, of this library's nodes; None for the library's.
    """

    def __init__(self, searcher: Searcher, retriever: BaseRetriever | None = None) -> None:
        self._searcher = searcher
        self._retriever = retriever

    def find(self, question: str, language: str, k: int, filters: Filters) -> Found:
        """Returns the passages for a question that stands alone.

        Raises:
            UsageError: The user's retriever returned nodes that are not of this library.
            EmbeddingMismatchError: The library was built with another embedding model.
        """
        retriever = self._retriever or self.retriever(language, k, filters)
        ids = passage_ids_of(retriever.retrieve(question))
        return self._searcher.read(question, language, ids, filters)

    def whole(self, question: str, language: str, filters: Filters) -> Found:
        """Returns all passages that the filters admit, as the library has them; meant for a few articles."""
        return self._searcher.whole(question, language, filters)

    def ranked(self, question: str, language: str, k: int, filters: Filters, by: Ranking) -> Found:
        """Returns the passages that one way of ranking finds; no retriever of a user's own is asked.

        Raises:
            EmbeddingMismatchError: The library was built with another embedding model.
        """
        return self._searcher.search(question, language, k, filters, by)

    def retriever(self, language: str | None, k: int, filters: Filters) -> LibraryRetriever:
        """Returns the library as a LlamaIndex retriever; None: the language of each question is told from it."""
        def search(question: str) -> list[Passage]:
            found = self._searcher.search(question, language or self._searcher.language_of(question), k, filters)
            return [item.passage for item in found.passages]

        return LibraryRetriever(search)
