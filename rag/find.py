"""From a question that stands alone to the evidence: the searches, and what each of them is taken for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from rag.absent import holds_topic
from rag.answerable import sureness
from rag.condense import asks_of_role, condense, continues, names_something, with_topic
from rag.encode import Encoder
from rag.errors import ModelError
from rag.evidence import choose_evidence
from rag.index import LiveIndex
from rag.library import Library
from rag.messages import message
from rag.on_topic import holding_all, is_off, joined, topic_articles
from rag.reference import referred
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

_OWN_LEAD = 2


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
        found = self._retrieval.find(run.standalone, asked_in, self._settings.k, request.filters)
        run.clock.stop("search")
        run.evidence = self._evidence(found)
        if request.history and run.standalone == run.question:
            found = self._found_by_topic(run, request, found, asked_in)
        if request.history and run.standalone != run.question:
            found = self._found_on_topic(run, request, found, asked_in)
        if run.evidence.abstain and run.standalone != run.question:
            found = self._found_by_own_words(run, request, found, asked_in)
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

    def _found_by_topic(self, run: AnswerRun, request: Request, found: Found, asked_in: str) -> Found:
        """Searches with the topic before too where a question names nothing, and takes what it means."""
        topical = with_topic(run.question, request.history, asked_in)
        if topical == run.question:
            return found
        again = self._retrieval.find(topical, asked_in, self._settings.k, request.filters)
        evidence = self._evidence(again)
        if not continues(run.evidence, evidence, request.history):
            return found
        run.standalone, run.evidence = topical, evidence
        return again

    def _found_on_topic(self, run: AnswerRun, request: Request, found: Found, asked_in: str) -> Found:
        """Searches the topic's articles by a follow-up's own words: added ones draw the search to what they name.

        Where its own words are not sure enough, the topic's are, unless nothing there is near to them: the names of a
        topic are found whatever is asked of it.
        """
        added = run.standalone.removeprefix(run.question.strip())
        within = request.filters.article_ids
        articles = () if added == run.standalone else topic_articles(added, asked_in, found, request.history, within)
        if not articles:
            return found
        filters = replace(request.filters, article_ids=articles)
        own = self._retrieval.find(run.question, asked_in, self._settings.k, filters)
        evidence = self._evidence(own)
        if evidence.abstain and not run.evidence.abstain:
            if is_off(evidence) and not asks_of_role(run.question, asked_in):
                run.evidence = replace(run.evidence, sentences=(), abstain=True)
                return found
            sure, most = run.evidence.confidence, self._settings.max_evidence
            topical = self._retrieval.find(run.standalone, asked_in, self._settings.k, filters)
            evidence = joined(self._evidence(topical, sure=sure), self._evidence(own, sure=sure), most)
            own = holding_all(topical, own, evidence)
        elif not evidence.abstain:
            # Both are sure: what the added words find comes second, for own words may mean little ("the year before").
            evidence = joined(evidence, run.evidence, self._settings.max_evidence, lead=_OWN_LEAD)
            own = holding_all(own, found, evidence)
        if evidence.abstain:
            return found
        run.evidence = evidence
        return own

    def _found_by_own_words(self, run: AnswerRun, request: Request, found: Found, asked_in: str) -> Found:
        """Searches without the words that were added, each of which draws the search away from what is asked.

        What answers has to be on the topic: else the question was meant of another.
        """
        if not names_something(run.question, asked_in):
            return found
        own = self._retrieval.find(run.question, asked_in, self._settings.k, request.filters)
        evidence = self._evidence(own)
        if evidence.abstain:
            return found
        article = evidence.sentences[0].passage.article_id
        beside = [item.passage for item in own.passages if item.passage.article_id == article]
        if not holds_topic(run.standalone.replace(run.question, ""), asked_in, beside):
            return found
        run.standalone, run.evidence = run.question, evidence
        return own

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
