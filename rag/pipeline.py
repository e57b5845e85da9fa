"""A question on its way to an answer: read, made to stand alone, searched, evidence chosen, written, finished.

No text of a model leaves here but as a claim that passed its checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from rag.check import Entails
from rag.contradiction import by_citation, compare, premise_note, premise_of, premise_stands, with_denial
from rag.encode import Encoder
from rag.errors import ModelError
from rag.find import Finder, Request
from rag.finish import Finisher
from rag.follow_ups import leans_on_history
from rag.index import LiveIndex
from rag.library import Library
from rag.messages import message
from rag.notes import failure_notes, left_out_note, nothing_written_note, quotes_notes, replaced_notes
from rag.reading import check_k, read_question
from rag.retrieve import Retrieval
from rag.run import AnswerRun, Cancellation
from rag.search import Found, Ranking
from rag.settings import Settings
from rag.shelf import Collection, Comparison, Shelf, Summary, asks_what_happened, read_library_question
from rag.similarity import KeptSimilarity
from rag.translate import Translations
from rag.types import Done, Event, EvidenceFound, Filters, LookingAgain, Passage, Searching, SentenceReady, Writing
from rag.write import choose_writer, is_small, writer_kind
from rag.write.choice import ModelChooser
from rag.write.model import WriteRequest
from rag.write.quote_writer import MOST_QUOTES
from rag.write.timed import TimedModel

__all__ = ["Pipeline", "Request"]


class Pipeline:
    """Answers the questions of one assistant; holds no state of any single one.

    Args:
        translations: Kept beyond one question; None to keep none.
        note_fault: Told of each fault of the model.
        entails: A model of inference to check claims with, where one is set.
        today: What "last week" is told by.
    """

    def __init__(self, library: Library, index: LiveIndex, encoder: Encoder, retrieval: Retrieval,
                 chooser: ModelChooser, settings: Settings, translations: Translations | None = None,
                 note_fault: Callable[[ModelError], None] = lambda error: None,
                 entails: Entails | None = None, *, today: Callable[[], date] = date.today) -> None:
        self._library = library
        self._encoder = encoder
        self._retrieval = retrieval
        self._chooser = chooser
        self._settings = settings
        self._finder = Finder(library, index, encoder, retrieval, chooser, settings, note_fault)
        self._shelf = Shelf(library, encoder, retrieval, settings)
        self._today = today
        self._entails = entails
        self._translations = translations or Translations(settings.num_ctx)

    def run(self, request: Request, cancellation: Cancellation) -> Iterator[Event]:
        """Yields the events of one answer; `Done` is the last, and is missing only where it was cancelled.

        Raises:
            QuestionError: The question cannot be searched for.
            LibraryError: The library is empty or cannot be read.
            EmbeddingMismatchError: The library was built with another embedding model.
        """
        asked = read_question(request.question, request.language, request.filters, self._library, self._settings)
        earlier = [citation for turn in request.history for citation in turn.citations]
        run = AnswerRun(asked.text, asked.language, earlier, self._settings.answer_seconds, request.filters)
        request = self._finder.refer(run, request, asked.asked_in)
        # "Which one is the newest?" names nothing, and yet no name of the turns before belongs to it.
        intent = read_library_question(run.standalone, asked.asked_in, self._today())
        if intent is None and run.standalone == run.question:
            self._finder.make_standalone(run, request, asked.asked_in, cancellation)
            intent = read_library_question(run.standalone, asked.asked_in, self._today())
        yield Searching(run.standalone, run.language)
        day = asks_what_happened(run.standalone, asked.asked_in, self._today())
        if day is not None and isinstance(intent, Collection) and not self._shelf.of_day(run, day, request.filters):
            # Of a day that no sentence names, an article of that day may tell; else what is near.
            intent = intent if self._shelf.has_any(intent, request.filters, asked.asked_in) else None
        if intent is None:
            found = self._finder.find(run, request, asked.asked_in, cancellation)
            yield from self._judged(run, asked.asked_in, cancellation)
        elif isinstance(intent, Summary):
            found = self._shelf.sum_up(run, intent, request.filters, asked.asked_in)
        else:
            yield from self._from_library(run, intent, request, asked.asked_in, cancellation)
            return
        yield EvidenceFound(run.evidence, run.consulted, run.preface)
        if not run.evidence.abstain and not cancellation.cancelled:
            yield from self._answered(run, found, cancellation)
            yield from self._both_sides(run, found)
            run.warn(left_out_note(run.language, run.to_sum_up, run.draft.citations))
        if not cancellation.cancelled:
            yield Done(run.answer())

    def _from_library(self, run: AnswerRun, intent: Collection | Comparison, request: Request, asked_in: str,
                      cancellation: Cancellation) -> Iterator[Event]:
        """Answers by a list, or by sentences that need no model: it would join what is to stand side by side."""
        if isinstance(intent, Comparison):
            listed = self._shelf.compare(run, intent, request.filters, request.history, asked_in)
        else:
            listed = self._shelf.listed(run, intent, request.filters, asked_in) if run.evidence.abstain else None
        if listed is not None:
            yield Done(listed)
            return
        yield EvidenceFound(run.evidence, run.consulted, run.preface)
        for sentence in run.evidence.sentences:
            if not cancellation.cancelled and not run.draft.shows(sentence):
                yield run.draft.quote(sentence)
        by_number = {item.number: item for item in run.evidence.sentences}
        run.disagreements = by_citation(run.disagreements, lambda number: run.draft.citation_of(by_number[number]))
        self._note_quotes(run, None)
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

    def _judged(self, run: AnswerRun, asked_in: str, cancellation: Cancellation) -> Iterator[Event]:
        """Judges what the question takes for granted, and only then has a model judge whether the evidence answers.

        Asked whether it tells why, the model would say no, and nobody would learn what is wrong.
        """
        run.evidence = with_denial(run.question, asked_in, run.evidence, run.consulted, MOST_QUOTES)
        self._note_premise(run, asked_in)
        model = self._finder.looks_again(run, cancellation) if run.preface is None else None
        if model is not None:
            yield LookingAgain(model.info.name, run.evidence)
            self._finder.look_again(run, model)
        self._note_missing(run)

    def _note_premise(self, run: AnswerRun, asked_in: str) -> None:
        """Says where a question takes for granted what the articles found do not say; of what it means by itself."""
        if run.evidence.abstain or leans_on_history(run.question, asked_in):
            return
        premise = premise_of(run.question, asked_in)
        if premise is not None:
            standing = premise_stands(premise, asked_in, run.evidence.sentences, run.consulted)
            run.preface = premise_note(premise, standing, run.language)

    def _note_missing(self, run: AnswerRun) -> None:
        """Says which names of a question the articles found do not have."""
        if run.evidence.missing and not run.evidence.abstain and run.preface is None:
            run.warn(message("not_named", run.language, names=", ".join(run.evidence.missing)))

    def _writer(self, run: AnswerRun) -> str:
        """Returns the setting of the writer: words of a model's own would build on a premise that is not so."""
        return self._settings.writer if run.preface is None else "translated"

    def _both_sides(self, run: AnswerRun, found: Found) -> Iterator[SentenceReady]:
        """Finds where sources disagree; one side is never shown without the other."""
        if not self._encoder.is_measured or not run.draft.has_text:
            return
        compared = compare(run.evidence.sentences, KeptSimilarity(self._encoder, found))
        by_number = {item.number: item for item in run.evidence.sentences}
        for item in compared.disagreements:
            one, other = by_number[item.first], by_number[item.second]
            if run.draft.cites(one) != run.draft.cites(other):
                yield run.draft.quote(other if run.draft.cites(one) else one)
        run.disagreements = by_citation(compared.disagreements,
                                        lambda number: run.draft.citation_of(by_number[number]))
        run.clock.stop("verify")

    def _answered(self, run: AnswerRun, found: Found, cancellation: Cancellation) -> Iterator[Event]:
        choice = self._chooser.choose()
        model = run.use(choice, cancellation)
        if model is None:
            yield from self._quoted(run)
            self._note_quotes(run, choice.problem)
            return
        if run.failure is None:
            yield Writing(model.info.name)
            try:
                yield from self._written(run, model, found, cancellation)
            except ModelError as error:
                self._finder.failed(run, error)
        if cancellation.cancelled:
            return
        if run.failure is None and run.draft.has_text:
            if writer_kind(model.info, self._writer(run)) == "translated":
                self._note_quotes(run, None)
            else:
                run.warn(*replaced_notes(run.language, run.draft.claims))
            return
        run.warn(*(failure_notes(run.language, run.failure, model.info.name, begun=run.draft.has_text)
                   if run.failure is not None else [nothing_written_note(run.language, model.info.name)]))
        yield from self._quoted(run)

    def _written(self, run: AnswerRun, model: TimedModel, found: Found, cancellation: Cancellation) -> Iterator[Event]:
        writer = choose_writer(model, self._writer(run), num_ctx=model.info.window(self._settings.num_ctx),
                               answer_tokens=self._settings.answer_tokens)
        cancellation.on_cancel(writer.close)
        # The floor of the check was measured with the bundled model; another model's cosines mean something else.
        similarity = KeptSimilarity(self._encoder, found) if self._encoder.is_measured else None
        finisher = Finisher(run, model, similarity, self._translations, calls=self._settings.extra_calls,
                            asks_again=not is_small(model.info), cancellation=cancellation, entails=self._entails)
        try:
            for draft in writer.write(WriteRequest(run.standalone, run.language, run.evidence.sentences)):
                yield finisher.finish(draft)
                if finisher.fault is not None:
                    raise finisher.fault
            run.clock.stop("generate")
        finally:
            writer.close()

    def _quoted(self, run: AnswerRun) -> Iterator[Event]:
        for sentence in run.uncited(MOST_QUOTES):
            if not run.draft.shows(sentence):
                yield run.draft.quote(sentence)

    def _note_quotes(self, run: AnswerRun, problem: ModelError | None) -> None:
        languages = sorted({citation.language for citation in run.draft.citations if citation.language})
        run.warn(*quotes_notes(run.language, languages, problem, model=self._settings.model,
                               host=self._settings.ollama_host))
