"""The assistant as a LlamaIndex query engine."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from llama_index.core.base.response.schema import Response
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.query_engine import BaseQueryEngine
from llama_index.core.schema import QueryBundle

from rag.llama.nodes import cited_node
from rag.types import Answer

__all__ = ["LibraryQueryEngine"]


class LibraryQueryEngine(BaseQueryEngine):
    """Answers with checked sentences; the source nodes are the exact quotes that they cite, in order of their numbers.

    Args:
        ask: Question to answer.
    """

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        super().__init__(callback_manager=None)
        self._ask = ask

    def _query(self, query_bundle: QueryBundle) -> Response:
        answer = self._ask(query_bundle.query_str)
        return Response(
            response=answer.text, source_nodes=[cited_node(citation) for citation in answer.citations],
            metadata={"status": answer.status, "mode": answer.mode, "language": answer.language,
                      "model": answer.model, "warnings": list(answer.warnings), "answer": answer},
        )

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return await asyncio.to_thread(self._query, query_bundle)

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}
