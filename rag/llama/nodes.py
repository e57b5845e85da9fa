"""Passages as LlamaIndex nodes, and back."""

from __future__ import annotations

from collections.abc import Sequence

from llama_index.core.schema import NodeRelationship, NodeWithScore, RelatedNodeInfo, TextNode

from rag.errors import UsageError
from rag.types import Citation, Passage

__all__ = ["cited_node", "node_of", "passage_ids_of"]

_ID = "passage_id"
_HIDDEN = [_ID, "version", "path", "url", "start", "end"]
"""What no prompt of a user's own query engine needs to read."""


def node_of(passage: Passage) -> NodeWithScore:
    """Returns a passage as a node; its character offsets are those of the article's stored text."""
    node = _node(passage, passage.text, f"{passage.article_id}:{passage.version}:{passage.start}-{passage.end}")
    node.metadata[_ID] = passage.passage_id
    return NodeWithScore(node=node, score=passage.score)


def cited_node(citation: Citation) -> NodeWithScore:
    """Returns a citation's quote as a node."""
    name = f"{citation.article_id}:{citation.version}:{citation.start}-{citation.end}"
    node = _node(citation, citation.quote, name)
    node.metadata["number"] = citation.number
    return NodeWithScore(node=node, score=citation.score)


def passage_ids_of(nodes: Sequence[NodeWithScore]) -> list[int]:
    """Returns the passages that nodes stand for, in their order.

    Raises:
        UsageError: A node does not come from this library: nothing could be quoted from it.
    """
    ids: list[int] = []
    for item in nodes:
        found = item.node.metadata.get(_ID)
        if not isinstance(found, int):
            raise UsageError(f"The retriever returned the node {item.node.node_id!r}, which is not of this library.",
                             "Build the retriever on assistant.as_retriever(): answers quote only its articles.")
        ids.append(found)
    return ids


def _node(item: Passage | Citation, text: str, name: str) -> TextNode:
    return TextNode(
        id_=name, text=text, start_char_idx=item.start, end_char_idx=item.end,
        metadata={
            "article_id": item.article_id, "version": item.version, "title": item.title, "outlet": item.outlet,
            "date": item.date.isoformat() if item.date else None, "date_kind": item.date_kind,
            "language": item.language, "url": item.url, "path": item.path, "start": item.start, "end": item.end,
        },
        excluded_embed_metadata_keys=_HIDDEN, excluded_llm_metadata_keys=_HIDDEN,
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=item.article_id)},
    )
