"""The library as a LlamaIndex retriever. It stands in the way of every question, so that another can take its place."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle

from rag.llama.nodes import node_of
from rag.types import Passage

__all__ = ["LibraryRetriever"]


class LibraryRetriever(BaseRetriever):
    """Retrieves passages of the library.

    Args:
        search: Question to passages, best first.
    """

    def __init__(self, search: Callable[[str], Sequence[Passage]]) -> None:
        super().__init__()
        self._search = search

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return [node_of(passage) for passage in self._search(query_bundle.query_str)]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)
