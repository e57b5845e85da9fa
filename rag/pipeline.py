"""A question on its way to an answer: read, made to stand alone, searched, evidence chosen, written, checked.

No text of a model leaves here but as a claim that passed its checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rag.check import verify
from rag.condense import condense, with_topic
from rag.encode import Encoder
from rag.errors import ModelError
from rag.evidence import choose_evidence
from rag.index import LiveIndex
from rag.library import Library
from rag.notes import failure_notes, nothing_written_note, quotes_notes, replaced_notes
from rag.reading import check_k, read_question
from rag.retrieve import Retrieval
from rag.run import AnswerRun, Cancellation
from rag.score import load_calibration
from rag.search import Found, Ranking
from rag.settings import Settings
from rag.similarity import KeptSimilarity
from rag.types import Done, Event, Evidence, EvidenceFound, Filters, Passage, Searching, Turn
from rag.write import choose_writer, is_small
from rag.write.choice import ModelChooser
from rag.write.model import WriteRequest
from rag.write.timed import TimedModel

__all__ = ["Pipeline", "Request"]

_QUOTES = 5
"""Sentences of articles that make an answer where no model writes one: more is not read, it is searched."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, and of what."""

    question: str
    history: tuple[Turn, ...] = ()
    language: str | None = None
    filters: Filters = field(default_factory=Filters)


class Pipeline:
    """Answers the questions of one assistant; holds no state of any single one."""

    def __init__(self, library: Library, index: LiveIndex, encoder: Encoder, retrieval: Retrieval,
                 chooser: ModelChooser, settings: Settings) -> None:
        self._library = library
        self._index = index
        self._encoder = encoder
        self._retrieval = retrieval
        self._chooser = chooser
        self._settings = settings

    def run(self, request: Request, cancellation: Cancellation) -> Iterator[Event]:
        """Yields the events of one answer; `Done` is the last, and is missing only where it was cancelled.

        Raises:
            QuestionError: The question cannot be searched for.
            LibraryError: The library is empty or cannot be read.
            EmbeddingMismatchError: The library was built with another embedding model.
        """
        asked = read_question(request.question, request.language, request.filters, self._library, self._settings)
        run = AnswerRun(asked.text, asked.language)
        self._make_standalone(run, request, cancellation)
        yield Searching(run.standalone, run.language)
        found = self._found(run, request, asked.asked_in)
        yield EvidenceFound(run.evidence, run.consulted)
        if not run.evidence.abstain and not cancellation.cancelled:
            yield from self._answered(run, found, cancellation)
        if not cancellation.cancelled:
            yield Done(run.answer())

    def search(self, question: str, k: int, filters: Filters, language: str | None,
               by: Ranking = "fused") -> list[Passage]:
        """Returns the best passages for a question, without judging whether they answer."""
        check_k(k)
        asked = read_question(question, language, filters, self._library, self._settings)
        found = (self._retrieval.find(asked.text, asked.asked_in, k, filters) if by == "fused"
                 else self._retrieval.ranked(asked.text, asked.asked_in, k, filters, by))
        return [item.passage for item in found.passages]

    def _found(self, run: AnswerRun, request: Request, asked_in: str) -> Found:
        """Searches, and once more with the topic of the turns before where a follow-up alone finds no answer."""
        found = self._retrieval.find(run.standalone, asked_in, self._settings.k, request.filters)
        run.clock.stop("search")
        run.evidence = self._evidence(found)
        if run.evidence.abstain and request.history and run.standalone == run.question:
            topical = with_topic(run.question, request.history, run.language)
            again = self._retrieval.find(topical, asked_in, self._settings.k, request.filters)
            evidence = self._evidence(again)
            if not evidence.abstain:
                run.standalone, run.evidence, found = topical, evidence, again
        if (fault := self._index.fault) is not None:
            run.warn(str(fault))
        run.consulted = tuple(item.passage for item in found.passages)
        run.clock.stop("evidence")
        return found

    def _make_standalone(self, run: AnswerRun, request: Request, cancellation: Cancellation) -> None:
        if not request.history:
            return
        model = self._rewriter(run, cancellation)
        try:
            run.standalone = condense(run.question, request.history, run.language, model)
        except ModelError as error:
            # A model that hangs would make the reader wait a second time: it is not asked again for this answer.
            self._chooser.forget()
            run.failure = error
            run.standalone = condense(run.question, request.history, run.language, None)
        run.clock.stop("condense")

    def _rewriter(self, run: AnswerRun, cancellation: Cancellation) -> TimedModel | None:
        """Returns the model if it rewrites questions better than rules do; small ones do not, and take seconds."""
        model = run.use(self._chooser.choose(), cancellation)
        return None if model is None or is_small(model.info) else model

    def _evidence(self, found: Found) -> Evidence:
        calibration = load_calibration(self._encoder.identity)
        return choose_evidence(found, threshold=calibration.threshold(self._settings.risk),
                               spread=self._encoder.reference.spread, most=self._settings.max_evidence)

    def _answered(self, run: AnswerRun, found: Found, cancellation: Cancellation) -> Iterator[Event]:
        choice = self._chooser.choose()
        model = run.use(choice, cancellation)
        if model is None:
            yield from self._quoted(run)
            self._note_quotes(run, choice.problem)
            return
        if run.failure is None:
            try:
                yield from self._written(run, model, found, cancellation)
            except ModelError as error:
                self._chooser.forget()
                run.failure = error
        if cancellation.cancelled:
            return
        if run.failure is None and run.draft.has_text:
            run.warn(*replaced_notes(run.language, run.draft.claims))
            return
        run.warn(*(failure_notes(run.language, run.failure, model.info.name, begun=run.draft.has_text)
                   if run.failure is not None else [nothing_written_note(run.language, model.info.name)]))
        yield from self._quoted(run)

    def _written(self, run: AnswerRun, model: TimedModel, found: Found, cancellation: Cancellation) -> Iterator[Event]:
        writer = choose_writer(model, self._settings.writer, num_ctx=self._settings.num_ctx,
                               answer_tokens=self._settings.answer_tokens)
        cancellation.on_cancel(writer.close)
        evidence = run.evidence.sentences
        # The floor of the check was measured with the bundled model; another model's cosines mean something else.
        similarity = KeptSimilarity(self._encoder, found) if self._encoder.is_measured else None
        try:
            for draft in writer.write(WriteRequest(run.standalone, run.language, evidence)):
                run.clock.stop("generate")
                verified = verify(draft, evidence, run.language, question=run.standalone, similarity=similarity)
                run.clock.stop("verify")
                yield run.draft.take(verified, evidence)
            run.clock.stop("generate")
        finally:
            writer.close()

    def _quoted(self, run: AnswerRun) -> Iterator[Event]:
        for sentence in run.uncited(_QUOTES):
            if not run.draft.shows(sentence):
                yield run.draft.quote(sentence)

    def _note_quotes(self, run: AnswerRun, problem: ModelError | None) -> None:
        languages = sorted({citation.language for citation in run.draft.citations if citation.language})
        run.warn(*quotes_notes(run.language, languages, problem, model=self._settings.model,
                               host=self._settings.ollama_host))
