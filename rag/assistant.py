"""The assistant: what a program opens, and how the rooms of rag are put together."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rag.ask import Asked, Asker
from rag.catalogue import Catalogue
from rag.conversations import Conversations
from rag.embed import open_embedder, open_entailment, open_reranker
from rag.encode import Encoder
from rag.errors import NewsciteError
from rag.index import LiveIndex
from rag.ingest import Ingestor, IngestProgress
from rag.library import Library
from rag.logs import open_log
from rag.models import Models, ModelsReport
from rag.settings import Settings
from rag.streams import AnswerStream, AsyncAnswerStream
from rag.translate import Translations, Translator
from rag.types import Answer, Done, Embedder, Filters, IngestReport, Passage, Turn
from rag.write.model import ChatModel

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding
    from llama_index.core.retrievers import BaseRetriever

    from rag.llama import LibraryEmbedding, LibraryQueryEngine, LibraryRetriever
    from rag.pipeline import Pipeline
    from rag.retrieve import Retrieval
    from rag.search import Ranking
    from rag.status import Status

__all__ = ["Assistant"]

Paths = str | PathLike[str] | Sequence[str | PathLike[str]]


class Assistant:
    """Answers questions from a library of articles. Safe to use from several threads; open it with `open`.

    Attributes:
        library: The articles: list, show, remove, verify, rebuild, delete.
        conversations: What was asked and answered: list, open, rename, delete, export, judge.
        settings: As opened.
    """

    def __init__(self, settings: Settings, embedder: Embedder, retriever: BaseRetriever | None,
                 model: ChatModel | None, debug: bool = False, today: Callable[[], date] = date.today) -> None:
        self.settings = settings
        self._today = today
        self._library = Library(settings.folder)
        self._index = LiveIndex(self._library, settings.chroma_url)
        self._embedder = embedder
        self._encoder = Encoder(self._library, embedder)
        self._own_retriever = retriever
        self._models = Models(settings, model)
        self._translations = Translations(settings.num_ctx)
        self._reranker = open_reranker(settings)
        self._entailment = open_entailment(settings.nli) if settings.nli is not None else None
        self.conversations = Conversations(self._library)
        self._log = open_log(settings.folder, settings.log, debug=debug)
        self._log.started()
        self._asker = Asker(self._pipeline, self.conversations, self._log)
        self.library = Catalogue(self._library, self._index, self._encoder, settings.lock_seconds)

    @classmethod
    def open(cls, settings: Settings | None = None, *, embedding: Embedder | BaseEmbedding | None = None,
             retriever: BaseRetriever | None = None, model: ChatModel | None = None, debug: bool = False,
             today: Callable[[], date] = date.today) -> Self:
        """Opens the library of `settings.folder`, making it where it is not there. No model is loaded yet.

        Args:
            settings: None to read them from the environment.
            embedding: Used instead of the one that the settings name; a LlamaIndex embedding model will do.
            retriever: A LlamaIndex retriever built on `as_retriever()`, used for every question.
            model: Used instead of an Ollama model.
            debug: Say on stderr what is done, questions and paths included.
            today: Tells the date by which "the articles of last week" are meant.

        Raises:
            LibraryError: The library cannot be opened.
            SettingsError: A variable has an unusable value.
        """
        settings = settings if settings is not None else Settings.from_environment()
        return cls(settings, _embedder(settings, embedding), retriever, model, debug, today)

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
        with self._log.during("ingest"):
            report = run.run([Path(path) for path in named], sync=sync, progress=progress)
        self._log.ingested(report)
        return report

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
        began = time.perf_counter()
        with self._log.during("search"):
            found = self._pipeline().search(question, k, filters or Filters(), language, by)
        self._log.searched(len(found), time.perf_counter() - began)
        return found

    def warm_up(self) -> None:
        """Loads what a first question needs, so that it takes no longer than the next; what fails is told to that."""
        with suppress(NewsciteError):
            self._pipeline().search("What is the news?", 1, Filters(), "en")

    def ask(self, question: str, history: Sequence[Turn] | None = None, language: str | None = None,
            conversation: str | None = None, filters: Filters | None = None, *, model: str | None = None,
            k: int | None = None) -> Answer:
        """Answers a question from the articles, with citations, or says that they do not hold an answer.

        Args:
            question: In any language that is spoken here.
            history: Earlier exchanges, the oldest first; a follow-up is understood by them.
            language: Of the answer, ISO 639-1; None for the question's.
            conversation: Id of a conversation to go on with: its history is read, and this exchange is kept.
            filters: Which articles to answer from.
            model: Name of an Ollama model to write with; None for that of the settings.
            k: How many passages to read, 1 to 100; None for that of the settings.

        Raises:
            QuestionError: The question cannot be searched for.
            LibraryError: The library is empty or cannot be read.
            EmbeddingMismatchError: The library was built with another embedding model.
        """
        with self.stream(question, history, language, conversation, filters, model=model, k=k) as events:
            for event in events:
                if isinstance(event, Done):
                    return event.answer
        raise AssertionError("a stream that nobody closed ends with its answer")

    def stream(self, question: str, history: Sequence[Turn] | None = None, language: str | None = None,
               conversation: str | None = None, filters: Filters | None = None, *, model: str | None = None,
               k: int | None = None) -> AnswerStream:
        """Answers as `ask` does, event by event; every sentence has been checked before it is handed on.

        Closing the stream stops the answer and frees the model. Raises as `ask` does, while iterating.
        """
        return AnswerStream(self._asker.start(Asked(question, history, language, conversation, filters, model, k)))

    async def aingest(self, paths: Paths, *, sync: bool = False,
                      progress: Callable[[IngestProgress], None] | None = None) -> IngestReport:
        """`ingest` for an event loop; `progress` is called in another thread."""
        return await asyncio.to_thread(self.ingest, paths, sync=sync, progress=progress)

    async def asearch(self, question: str, k: int = 10, filters: Filters | None = None,
                      language: str | None = None) -> list[Passage]:
        """`search` for an event loop."""
        return await asyncio.to_thread(self.search, question, k, filters, language)

    async def aask(self, question: str, history: Sequence[Turn] | None = None, language: str | None = None,
                   conversation: str | None = None, filters: Filters | None = None, *, model: str | None = None,
                   k: int | None = None) -> Answer:
        """`ask` for an event loop; cancelling the task frees the model."""
        async with self.astream(question, history, language, conversation, filters, model=model, k=k) as events:
            async for event in events:
                if isinstance(event, Done):
                    return event.answer
        raise AssertionError("a stream that nobody closed ends with its answer")

    def astream(self, question: str, history: Sequence[Turn] | None = None, language: str | None = None,
                conversation: str | None = None, filters: Filters | None = None, *, model: str | None = None,
                k: int | None = None) -> AsyncAnswerStream:
        """`stream` for an event loop: iterate with `async for`, close with `aclose` or `async with`."""
        return AsyncAnswerStream(
            self._asker.start(Asked(question, history, language, conversation, filters, model, k)))

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

    def translate(self, text: str, source_language: str | None, language: str, *, model: str | None = None
                  ) -> str | None:
        """Returns a machine translation of a quote, checked for numbers and names, or None.

        Args:
            text: A quote of one or more sentences.
            source_language: Of the text, ISO 639-1; None where it is not known.
            language: To translate into.
            model: Name of an Ollama model; None for that of the settings.

        Returns:
            None where there is no model, or where its translation fails the checks.
        """
        return Translator(self._models.chooser(model), self._translations).translate(text, source_language, language)

    def models(self, model: str | None = None) -> ModelsReport:
        """Returns which models could write and which one would, or why there is none; asks the server each time.

        Args:
            model: Name of the model wanted; None for that of the settings.
        """
        return self._models.report(model)

    def close(self) -> None:
        """Closes the library and breaks off calls to the model; a second call does nothing."""
        self._models.close()
        self._index.close()
        self._library.close()
        self._log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def _retrieval(self) -> Retrieval:
        # LlamaIndex takes a second to import: only who asks pays for it, not who lists the library.
        from rag.retrieve import Retrieval
        from rag.search import Searcher

        searcher = Searcher(self._library, self._index, self._encoder, self._reranker)
        return Retrieval(searcher, self._own_retriever)

    def _pipeline(self, model: str | None = None, k: int | None = None) -> Pipeline:
        from rag.pipeline import Pipeline

        settings = self.settings if k is None else replace(self.settings, k=k)
        chooser = self._models.chooser(model)
        return Pipeline(self._library, self._index, self._encoder, self._retrieval(), chooser, settings,
                        self._translations, self._log.model_failed,
                        self._entailment.probabilities if self._entailment is not None else None, today=self._today)


def _embedder(settings: Settings, given: Embedder | BaseEmbedding | None) -> Embedder:
    if given is None:
        return open_embedder(settings)
    if isinstance(given, Embedder):
        return given
    from rag.llama import LlamaEmbedder

    return LlamaEmbedder(given)
