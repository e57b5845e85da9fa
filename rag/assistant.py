"""The assistant: what a program opens, and how the rooms of rag are put together."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rag.catalogue import Catalogue
from rag.document import answer_document
from rag.embed import open_embedder, open_reranker
from rag.encode import Encoder
from rag.errors import LibraryError
from rag.index import LiveIndex
from rag.ingest import Ingestor, IngestProgress
from rag.library import Library
from rag.settings import Settings
from rag.streams import AnswerStream, AsyncAnswerStream
from rag.types import Answer, Done, Embedder, Event, Filters, IngestReport, Passage, Turn
from rag.write.choice import ModelChooser
from rag.write.model import ChatModel

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding
    from llama_index.core.retrievers import BaseRetriever

    from rag.llama import LibraryEmbedding, LibraryQueryEngine, LibraryRetriever
    from rag.pipeline import Pipeline
    from rag.retrieve import Retrieval
    from rag.run import Cancellation
    from rag.search import Ranking
    from rag.status import Status

__all__ = ["Assistant"]

Paths = str | PathLike[str] | Sequence[str | PathLike[str]]


class Assistant:
    """Answers questions from a library of articles. Safe to use from several threads; open it with `open`.

    Attributes:
        library: The articles and conversations: list, show, remove, verify, rebuild, delete.
        settings: As opened.
    """

    def __init__(self, settings: Settings, embedder: Embedder, retriever: BaseRetriever | None,
                 model: ChatModel | None) -> None:
        self.settings = settings
        self._library = Library(settings.folder)
        self._index = LiveIndex(self._library, settings.chroma_url)
        self._embedder = embedder
        self._encoder = Encoder(self._library, embedder)
        self._own_retriever = retriever
        self._chooser = ModelChooser(settings, model)
        self._reranker = open_reranker(settings)
        self.library = Catalogue(self._library, self._index, self._encoder, settings.lock_seconds)

    @classmethod
    def open(cls, settings: Settings | None = None, *, embedding: Embedder | BaseEmbedding | None = None,
             retriever: BaseRetriever | None = None, model: ChatModel | None = None) -> Self:
        """Opens the library of `settings.folder`, making it where it is not there. No model is loaded yet.

        Args:
            settings: None to read them from the environment.
            embedding: Used instead of the one that the settings name; a LlamaIndex embedding model will do.
            retriever: A LlamaIndex retriever built on `as_retriever()`, used for every question.
            model: Used instead of an Ollama model.

        Raises:
            LibraryError: The library cannot be opened.
            SettingsError: A variable has an unusable value.
        """
        settings = settings if settings is not None else Settings.from_environment()
        return cls(settings, _embedder(settings, embedding), retriever, model)

    def ingest(self, paths: Paths, *, sync: bool = False,
               progress: Callable[[IngestProgress], None] | None = None) -> IngestReport:
        """Adds files and folders to the library; what is unchanged costs a read and a hash.

        Args:
            paths: Files (.txt, .md, .html, .jsonl) and folders, or one of them.
            sync: Remove the articles whose files are gone from the named folders.
            progress: Called before each file, and at the end.

        Returns:
            What was added, changed, removed, and what could not be read and why.

        Raises:
            LibraryBusyError: Another process is writing.
            EmbeddingMismatchError: The library was built with another embedding model.
        """
        run = Ingestor(self._library, self._index, self._encoder, self.settings)
        # A lone name is one path: read as a sequence it would be its characters, and one of them the root folder.
        named = [paths] if isinstance(paths, str | PathLike) else paths
        return run.run([Path(path) for path in named], sync=sync, progress=progress)

    def search(self, question: str, k: int = 10, filters: Filters | None = None,
               language: str | None = None, by: Ranking = "fused") -> list[Passage]:
        """Returns the `k` best passages, best first, without judging whether they answer.

        Args:
            question: In any language that is spoken here.
            k: How many passages to return at most.
            filters: Which passages to look at.
            language: Of the question, ISO 639-1; None to tell it from the question.
            by: The order: "dense" (cosine alone) and "lexical" (BM25 alone) are for comparison.

        Raises:
            QuestionError: The question cannot be searched for.
            EmbeddingMismatchError: The library was built with another embedding model.
        """
        return self._pipeline().search(question, k, filters or Filters(), language, by)

    def ask(self, question: str, history: Sequence[Turn] | None = None, language: str | None = None,
            conversation: str | None = None, filters: Filters | None = None) -> Answer:
        """Answers a question from the articles, with citations, or says that they do not hold an answer.

        Args:
            question: In any language that is spoken here.
            history: Earlier exchanges, the oldest first; a follow-up is understood by them.
            language: Of the answer, ISO 639-1; None for the question's.
            conversation: Id of a conversation to go on with: its history is read, and this exchange is kept.
            filters: Which articles to answer from.

        Raises:
            QuestionError: The question cannot be searched for.
            LibraryError: The library is empty or cannot be read.
            EmbeddingMismatchError: The library was built with another embedding model.
        """
        with self.stream(question, history, language, conversation, filters) as events:
            for event in events:
                if isinstance(event, Done):
                    return event.answer
        raise AssertionError("a stream that nobody closed ends with its answer")

    def stream(self, question: str, history: Sequence[Turn] | None = None, language: str | None = None,
               conversation: str | None = None, filters: Filters | None = None) -> AnswerStream:
        """Answers as `ask` does, event by event; every sentence has been checked before it is handed on.

        Closing the stream stops the answer and frees the model. Raises as `ask` does, while iterating.
        """
        return AnswerStream(self._start(question, history, language, conversation, filters))

    async def aingest(self, paths: Paths, *, sync: bool = False,
                      progress: Callable[[IngestProgress], None] | None = None) -> IngestReport:
        """`ingest` for an event loop; `progress` is called in another thread."""
        return await asyncio.to_thread(self.ingest, paths, sync=sync, progress=progress)

    async def asearch(self, question: str, k: int = 10, filters: Filters | None = None,
                      language: str | None = None) -> list[Passage]:
        """`search` for an event loop."""
        return await asyncio.to_thread(self.search, question, k, filters, language)

    async def aask(self, question: str, history: Sequence[Turn] | None = None, language: str | None = None,
                   conversation: str | None = None, filters: Filters | None = None) -> Answer:
        """`ask` for an event loop; cancelling the task frees the model."""
        async with self.astream(question, history, language, conversation, filters) as events:
            async for event in events:
                if isinstance(event, Done):
                    return event.answer
        raise AssertionError("a stream that nobody closed ends with its answer")

    def astream(self, question: str, history: Sequence[Turn] | None = None, language: str | None = None,
                conversation: str | None = None, filters: Filters | None = None) -> AsyncAnswerStream:
        """`stream` for an event loop: iterate with `async for`, close with `aclose` or `async with`."""
        return AsyncAnswerStream(self._start(question, history, language, conversation, filters))

    def as_retriever(self, k: int = 10, filters: Filters | None = None) -> LibraryRetriever:
        """Returns the library as a LlamaIndex retriever; its nodes are passages with exact offsets."""
        return self._retrieval().retriever(None, k, filters or Filters())

    def as_query_engine(self, language: str | None = None, filters: Filters | None = None) -> LibraryQueryEngine:
        """Returns the assistant as a LlamaIndex query engine; its source nodes are the cited quotes."""
        from rag.llama import LibraryQueryEngine

        return LibraryQueryEngine(lambda question: self.ask(question, language=language, filters=filters))

    def as_embedding(self) -> LibraryEmbedding:
        """Returns the library's embedding model for LlamaIndex."""
        from rag.llama import LibraryEmbedding

        return LibraryEmbedding(self._embedder)

    def status(self) -> Status:
        """Returns what works and what does not, with what to do about it."""
        from rag.status import status_of

        return status_of(self.settings, self._library, self._index, self._encoder)

    def close(self) -> None:
        """Closes the library and breaks off calls to the model; a second call does nothing."""
        self._chooser.close()
        self._index.close()
        self._library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def _start(self, question: str, history: Sequence[Turn] | None, language: str | None, conversation: str | None,
               filters: Filters | None) -> Callable[[Cancellation], Iterator[Event]]:
        def start(cancellation: Cancellation) -> Iterator[Event]:
            from rag.pipeline import Request

            earlier = history
            if earlier is None and conversation is not None:
                earlier = self.library.conversation(conversation)
            request = Request(question, tuple(earlier or ()), language, filters or Filters())
            for event in self._pipeline().run(request, cancellation):
                if isinstance(event, Done) and conversation is not None:
                    yield Done(self._kept(conversation, event.answer))
                else:
                    yield event

        return start

    def _kept(self, conversation: str, answer: Answer) -> Answer:
        """Keeps an exchange; returns the answer, with a warning where a full disk has only it left."""
        cited = [(citation.article_id, citation.version) for citation in answer.citations]
        document = json.dumps(answer_document(answer), ensure_ascii=False)
        try:
            self._library.conversations.add(conversation, answer.question, document, cited)
        except LibraryError as error:
            return replace(answer, warnings=(*answer.warnings, str(error)))
        return answer

    def _retrieval(self) -> Retrieval:
        # LlamaIndex takes a second to import: only who asks pays for it, not who lists the library.
        from rag.retrieve import Retrieval
        from rag.search import Searcher

        searcher = Searcher(self._library, self._index, self._encoder, self._reranker)
        return Retrieval(searcher, self._own_retriever)

    def _pipeline(self) -> Pipeline:
        from rag.pipeline import Pipeline

        return Pipeline(self._library, self._index, self._encoder, self._retrieval(), self._chooser, self.settings)


def _embedder(settings: Settings, given: Embedder | BaseEmbedding | None) -> Embedder:
    if given is None:
        return open_embedder(settings)
    if isinstance(given, Embedder):
        return given
    from rag.llama import LlamaEmbedder

    return LlamaEmbedder(given)
