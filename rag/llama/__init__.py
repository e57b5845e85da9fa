"""The LlamaIndex side: a retriever, a query engine and an embedding over the library, and adapters for the user's own.

Importing this room imports llama_index.core (about a second).
"""

from __future__ import annotations

from rag.llama.embedding import LibraryEmbedding, LlamaEmbedder
from rag.llama.nodes import node_of, passage_ids_of
from rag.llama.query_engine import LibraryQueryEngine
from rag.llama.retriever import LibraryRetriever

__all__ = [
    "LibraryEmbedding", "LibraryQueryEngine", "LibraryRetriever", "LlamaEmbedder", "node_of", "passage_ids_of",
]
