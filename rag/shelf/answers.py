"""Questions to the library itself: its lists, what is summed up, what is compared, and what a day brought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.describe import heading
from rag.encode import Encoder
from rag.library import Library
from rag.retrieve import Retrieval
from rag.run import AnswerRun
from rag.search import Found
from rag.settings import Settings
from rag.shelf.collection import About, Listing, listed, listing_text, one_of_each_source, shown
from rag.shelf.collection_words import library_phrase
from rag.shelf.comparison import MOST_ARTICLES, side_by_side
from rag.shelf.days import sentences_of_day
from rag.shelf.intents import Collection, Comparison, Summary
from rag.shelf.period import Period
from rag.shelf.topical import bare_topic, held_by, parts_of
from rag.summary import central_sentences
from rag.types import Answer, ArticleSummary, Evidence, Filters, Turn
from rag.write.quote_writer import MOST_QUOTES

__all__ = ["Shelf"]

_TOPICAL = 50
"""Passages looked at for a topic that articles are asked for by."""
_NEAR = 1.6
"""From this confidence in its best passage on an article is listed for its meaning alone, for it has no sentence
beside it that shows why it is there: of the calibration half of ``python -m benchmarks.collection`` no wrong one."""
_ASKING_ABOUT = {"en": "What about {}?", "de": "Was ist mit {}?", "nl": "Hoe zit het met {}?",
                 "fr": "Qu'en est-il de {} ?", "es": "¿Qué hay de {}?", "it": "Che ne è di {}?", "pt": "E quanto a {}?"}
"""A bare word is nearer to everything than any question is, by which nearness is measured."""


class Shelf:
    """Answers from what the library holds as a whole; holds no state of any single question."""

    def __init__(self, library: Library, encoder: Encoder, retrieval: Retrieval, settings: Settings) -> None:
        self._library = library
        self._encoder = encoder
        self._retrieval = retrieval
        self._settings = settings

    def listed(self, run: AnswerRun, intent: Collection, filters: Filters, asked_in: str) -> Answer:
        """Answers from the library's own list."""
        listing = self._listing(intent, filters, asked_in)
        run.clock.stop("search")
        intent = replace(intent, topic=bare_topic(intent.topic, asked_in))
        return run.listed(listing_text(intent, listing, run.language), shown(intent, listing))

    def sum_up(self, run: AnswerRun, intent: Summary, filters: Filters, asked_in: str) -> Found:
        """Chooses the articles to sum up and their central sentences, from which the answer is then written.

        Near-duplicates are summed up once; what does not fit in is told.
        """
        fitting = one_of_each_source(self._listing(intent, filters, asked_in).articles)
        most = 1 if intent.which != "all" else min(self._settings.max_evidence, MOST_QUOTES)
        chosen = fitting[:most]
        run.to_sum_up = tuple(fitting if intent.which == "all" else chosen)
        found = self._whole(run, chosen, asked_in)
        run.evidence = central_sentences(found.passages, min(self._settings.max_evidence, MOST_QUOTES)
                                         if len(chosen) > 1 else self._settings.max_evidence)
        run.consulted = tuple(item.passage for item in found.passages[: self._settings.k])
        run.clock.stop("evidence")
        return found

    def compare(self, run: AnswerRun, intent: Comparison, filters: Filters, history: Sequence[Turn], asked_in: str
                ) -> Answer | None:
        """Puts sentences of the articles meant side by side as evidence, with a preface that says what they are.

        Returns:
            An answer where there is nothing to put side by side.
        """
        fitting = self._compared(intent, filters, history, asked_in)
        if len(fitting) < 2:
            run.clock.stop("search")
            said = library_phrase("no_pair" if fitting else "no_pair_none", run.language, count=len(fitting))
            return run.listed(_with_headings(said, fitting, run.language), tuple(fitting))
        chosen = fitting[:MOST_ARTICLES]
        found = self._whole(run, chosen, asked_in)
        both = side_by_side(found.passages, self._encoder.question(_asking(intent.matter, asked_in))
                            if intent.matter else None)
        run.clock.stop("evidence")
        if len(fitting) > len(chosen):
            run.warn(library_phrase("left_out", run.language, count=len(fitting) - len(chosen)))
        if not both.sentences:
            said = library_phrase("nothing_alike", run.language)
            return run.listed(_with_headings(said, chosen, run.language), tuple(chosen))
        run.evidence = Evidence(both.sentences, abstain=False, confidence=0.0, threshold=0.0)
        run.disagreements = both.disagreements
        run.preface = library_phrase("compared" if both.disagreements else "uncontradicted", run.language)
        run.consulted = tuple(item.passage for item in found.passages[: self._settings.k])
        return None

    def of_day(self, run: AnswerRun, period: Period, filters: Filters) -> bool:
        """Takes as evidence the sentences that name a day; says whether there are any."""
        run.evidence = sentences_of_day(self._library, period, filters, self._settings.max_evidence)
        run.consulted = tuple(dict.fromkeys(item.passage for item in run.evidence.sentences))
        if not run.evidence.abstain:
            run.preface = library_phrase("on_day", run.language)
        run.clock.stop("search")
        return not run.evidence.abstain

    def has_any(self, intent: Collection, filters: Filters, asked_in: str) -> bool:
        """Says whether a list would have anything on it."""
        return bool(self._listing(intent, filters, asked_in).articles)

    def _listing(self, intent: Collection | Comparison | Summary, filters: Filters, asked_in: str) -> Listing:
        about = self._about(intent.topic, filters, asked_in) if intent.topic else None
        return listed(intent, self._library.articles.list(), filters, about)

    def _compared(self, intent: Comparison, filters: Filters, history: Sequence[Turn], asked_in: str
                  ) -> list[ArticleSummary]:
        """Returns the articles to compare: those on the topic, else of the list just shown, else all."""
        if not intent.topic and history and len(history[-1].articles) > 1:
            filters = replace(filters, article_ids=history[-1].articles)
        fitting = list(self._listing(intent, filters, asked_in).articles)
        if len(fitting) > 1:
            return fitting
        # "The articles about Kirchau and Aalmeer" may be one about each.
        for part in parts_of(intent.topic, asked_in):
            own = self._listing(replace(intent, topic=part), filters, asked_in).articles
            fitting += [item for item in own if item not in fitting]
        return fitting

    def _about(self, topic: str, filters: Filters, asked_in: str) -> About:
        """Returns the articles about a topic: by its words, and by what a search for it finds."""
        held = held_by(topic, asked_in, self._library, filters)
        if held.is_name:
            return About(held.articles, is_name=True)
        found = self._retrieval.find(_asking(topic, asked_in), asked_in, _TOPICAL, filters)
        best = max((item.passage.score for item in found.passages), default=0.0)
        near = frozenset(item.passage.article_id for item in found.passages if (
            found.confidence - (best - item.passage.score) / self._encoder.reference.spread) >= _NEAR)
        return About(held.articles, near - held.articles)

    def _whole(self, run: AnswerRun, chosen: Sequence[ArticleSummary], asked_in: str) -> Found:
        filters = Filters(article_ids=tuple(article.article_id for article in chosen) or ("",))
        found = self._retrieval.whole(run.standalone, asked_in, filters)
        run.clock.stop("search")
        return found


def _asking(topic: str, language: str) -> str:
    return _ASKING_ABOUT.get(language, _ASKING_ABOUT["en"]).format(topic)


def _with_headings(said: str, articles: Sequence[ArticleSummary], language: str) -> str:
    return "\n".join([said, *(f"– {heading(article, language)}" for article in articles)])
