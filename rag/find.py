"""From a question that stands alone to the evidence: the searches, and what each of them is taken for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from rag.asking import sureness
from rag.encode import Encoder
from rag.errors import ModelError
from rag.evidence import choose_evidence
from rag.follow_ups import FollowUp, FollowUps, condense, referred
from rag.index import LiveIndex
from rag.library import Library
from rag.messages import message
from rag.rephrase import articles_language, rephrases, translated_question
from rag.retrieve import Retrieval
from rag.run import AnswerRun, Cancellation
from rag.score import load_calibration
from rag.search import Found
from rag.second_look import finds_answer, looks_twice
from rag.settings import Settings
from rag.types import Evidence, Filters, Turn
from rag.write import is_small
from rag.write.choice import ModelChooser
from rag.write.timed import TimedModel

__all__ = ["Finder", "Request"]


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, and of what."""

    question: str
    history: tuple[Turn, ...] = ()
    language: str | None = None
    filters: Filters = field(default_factory=Filters)


class Finder:
    """Finds the evidence for the questions of one assistant; holds no state of any single one."""

    def __init__(self, library: Library, index: LiveIndex, encoder: Encoder, retrieval: Retrieval,
                 chooser: ModelChooser, settings: Settings, note_fault: Callable[[ModelError], None]) -> None:
        self._note_fault = note_fault
        self._library = library
        self._index = index
        self._encoder = encoder
        self._retrieval = retrieval
        self._chooser = chooser
        self._settings = settings
        self._follow_ups = FollowUps(library, self._search, self._evidence, settings.max_evidence)

    def refer(self, run: AnswerRun, request: Request, asked_in: str) -> Request:
        """Returns the request for the one article of an earlier list that the question means; else as it is."""
        meant = referred(run.question, asked_in, request.history)
        if meant is None:
            return request
        narrowed = replace(request.filters, article_ids=(meant.article_id,))
        hidden = request.filters.article_ids and meant.article_id not in request.filters.article_ids
        if hidden or not self._library.passages.count(narrowed):
            return request
        run.standalone = meant.question
        return replace(request, filters=narrowed)

    def make_standalone(self, run: AnswerRun, request: Request, asked_in: str, cancellation: Cancellation) -> None:
        """Gives a follow-up the topic of what was said before it."""
        if not request.history:
            return
        model = self._rewriter(run, cancellation)
        try:
            run.standalone = condense(run.question, request.history, asked_in, model, num_ctx=self._settings.num_ctx)
        except ModelError as error:
            self.failed(run, error)
            run.standalone = condense(run.question, request.history, asked_in, None)
        run.clock.stop("condense")

    def find(self, run: AnswerRun, request: Request, asked_in: str, cancellation: Cancellation) -> Found:
        """Searches, and once more by other words where the question's own find no answer."""
        if request.history:
            asked = FollowUp(run.question, run.standalone, asked_in, request.history, request.filters)
            answer = self._follow_ups.find(asked)
            run.standalone, run.evidence, found = answer.standalone, answer.evidence, answer.found
        else:
            found = self._search(run.standalone, asked_in, request.filters)
            run.evidence = self._evidence(found)
        run.clock.stop("search")
        if run.evidence.abstain:
            found = self._found_by_translation(run, request, found, cancellation)
        if (fault := self._index.fault) is not None:
            run.warn(str(fault))
        run.consulted = tuple(item.passage for item in found.passages)
        run.clock.stop("evidence")
        return found

    def looks_again(self, run: AnswerRun, cancellation: Cancellation) -> TimedModel | None:
        """Returns the model that is asked whether the evidence answers; None where none is."""
        if run.evidence.abstain or self._settings.second_look == "off" or run.failure is not None:
            return None
        model = None if cancellation.cancelled else run.use(self._chooser.choose(), cancellation)
        return model if model is not None and looks_twice(model.info, self._settings.second_look) else None

    def look_again(self, run: AnswerRun, model: TimedModel) -> None:
        """Lets the model say that the evidence does not answer; it is then as if none had been found."""
        try:
            if not finds_answer(model, run.standalone, run.evidence.sentences):
                run.evidence = replace(run.evidence, sentences=(), abstain=True)
                run.warn(message("looked_again", run.language))
        except ModelError as error:
            self.failed(run, error)
        run.clock.stop("second_look")

    def _found_by_translation(self, run: AnswerRun, request: Request, found: Found,
                              cancellation: Cancellation) -> Found:
        """Searches by the question in the articles' language, where there is a model that translates well enough."""
        into = articles_language(found)
        model = run.use(self._chooser.choose(), cancellation) if into is not None and run.failure is None else None
        if into is None or model is None or not rephrases(model.info, self._settings.rephrase):
            return found
        try:
            translated = translated_question(model, run.standalone, into)
        except ModelError as error:
            self.failed(run, error)
            return found
        if translated is None:
            return found
        again = self._retrieval.find(translated, into, self._settings.k, request.filters)
        evidence = self._evidence(again)
        if evidence.abstain:
            return found
        run.evidence = evidence
        return again

    def _search(self, question: str, language: str, filters: Filters) -> Found:
        return self._retrieval.find(question, language, self._settings.k, filters)

    def _rewriter(self, run: AnswerRun, cancellation: Cancellation) -> TimedModel | None:
        """Returns the model if it rewrites questions better than rules do; small ones do not, and take seconds."""
        model = run.use(self._chooser.choose(), cancellation)
        return None if model is None or is_small(model.info) else model

    def _evidence(self, found: Found, sure: float | None = None) -> Evidence:
        threshold = load_calibration(self._encoder.identity).threshold(self._settings.risk)
        return choose_evidence(found, threshold=threshold, spread=self._encoder.reference.spread,
                               most=self._settings.max_evidence,
                               sure=sureness(found, self._encoder, threshold) if sure is None else sure)

    def failed(self, run: AnswerRun, error: ModelError) -> None:
        """Notes a fault: a model that hangs would make the reader wait again, so it is not asked for this answer."""
        self._note_fault(error)
        self._chooser.forget()
        run.failure = error
