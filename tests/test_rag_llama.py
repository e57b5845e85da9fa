"""The LlamaIndex side, used as a LlamaIndex user would."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from llama_index.core import VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.postprocessor import SimilarityPostprocessor
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from rag import Assistant, Settings
from rag.errors import UsageError


@pytest.fixture
def assistant(seeded_home: Path) -> Iterator[Assistant]:
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as opened:
        yield opened


def test_the_retriever_gives_nodes_with_exact_offsets(assistant: Assistant) -> None:
    retriever = assistant.as_retriever(k=3)
    assert isinstance(retriever, BaseRetriever)
    nodes = retriever.retrieve("How large is the trade deficit?")
    assert len(nodes) == 3
    assert [item.score for item in nodes] == sorted((item.score or 0 for item in nodes), reverse=True)
    for item in nodes:
        node = item.node
        assert isinstance(node, TextNode)
        text = assistant.library.show(node.metadata["article_id"], node.metadata["version"]).text
        assert text[node.start_char_idx : node.end_char_idx] == node.text
    assert [item.node_id for item in asyncio.run(retriever.aretrieve("How large is the trade deficit?"))] == [
        item.node_id for item in nodes]


def test_the_query_engine_answers_with_the_quotes_as_its_sources(assistant: Assistant) -> None:
    response = assistant.as_query_engine().query("How large was the trade deficit in 2022?")
    assert "9,1 Milliarden Euro" in str(response)
    assert response.metadata is not None
    assert response.metadata["status"] == "answered"
    assert [item.node.metadata["number"] for item in response.source_nodes] == list(
        range(1, len(response.source_nodes) + 1))
    assert all(item.node.get_content() in str(response) for item in response.source_nodes)


class OnlyDutch(BaseRetriever):
    """Somebody's own retriever around the library's."""

    def __init__(self, inner: BaseRetriever) -> None:
        super().__init__()
        self.inner = inner
        self.asked: list[str] = []

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        self.asked.append(query_bundle.query_str)
        found = SimilarityPostprocessor(similarity_cutoff=-10).postprocess_nodes(self.inner.retrieve(query_bundle))
        return [item for item in found if item.node.metadata["language"] == "nl"]


def test_a_users_retriever_takes_the_place_of_the_librarys(seeded_home: Path, assistant: Assistant) -> None:
    own = OnlyDutch(assistant.as_retriever())
    with Assistant.open(Settings(home=seeded_home, writer="quotes"), retriever=own) as other:
        answer = other.ask("why is Cainiao software considered a risk?")
    assert own.asked == ["why is Cainiao software considered a risk?"]
    assert {citation.language for citation in answer.citations} == {"nl"}


def test_nodes_of_somewhere_else_cannot_be_quoted_and_are_refused(seeded_home: Path) -> None:
    class Foreign(BaseRetriever):
        def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
            return [NodeWithScore(node=TextNode(text="hearsay"), score=1.0)]

    with Assistant.open(Settings(home=seeded_home, writer="quotes"), retriever=Foreign()) as other, \
            pytest.raises(UsageError, match="not of this library"):
        other.ask("why is Cainiao software considered a risk?")


def test_the_embedding_serves_a_stock_index(assistant: Assistant) -> None:
    embedding = assistant.as_embedding()
    assert isinstance(embedding, BaseEmbedding)
    nodes = [TextNode(text=text, id_=name) for name, text in
             (("frost", "Der Frost hat die Apfelblüte zerstört."), ("rates", "De rente stijgt naar vier procent."))]
    index = VectorStoreIndex(nodes, embed_model=embedding)
    assert index.as_retriever(similarity_top_k=1).retrieve("What happened to the apples?")[0].node_id == "frost"
    assert index.as_retriever(similarity_top_k=1).retrieve("How high are interest rates?")[0].node_id == "rates"


def test_a_llama_index_embedding_model_serves_the_library(assistant: Assistant, tmp_path: Path) -> None:
    article = tmp_path / "frost.txt"
    article.write_text("Der Frost hat in Südtirol die Apfelblüte zerstört. Die Bauern rechnen mit der halben Ernte.")
    settings = Settings(home=tmp_path / "other", writer="quotes")
    with Assistant.open(settings, embedding=assistant.as_embedding()) as other:
        other.ingest([article])
        assert other.search("What did the frost do to the apples?")[0].article_id == "frost"
