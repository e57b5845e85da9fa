"""Where a follow-up is searched for: in the articles of its conversation, around what was cited there, or elsewhere.

Each search asks one thing, and the first that tells ends it: a noun that the topic's articles have, or that another has
("and the tunnel?"); a reason, which stands beside what was cited; else what the question finds with the topic's words
and without them. The choices were made on the calibration half of ``python -m benchmarks.follow_ups``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from rag.asking.absent import holds_topic
from rag.asking.asked import Wanted, wanted
from rag.check.speaker_kinds import kinds_of
from rag.follow_ups.asked_noun import AskedNoun, asked_noun, noun_forms, stands_in
from rag.follow_ups.beside_cited import of_texts, of_the_kind, reasons_beside, with_first
from rag.follow_ups.condense import asks_of_role, continues, is_bare, names_something, points, with_topic
from rag.follow_ups.on_topic import added_to, holding_all, is_off, joined, topic_articles
from rag.library import Library
from rag.search import Found
from rag.types import Citation, Evidence, EvidenceSentence, Filters, Turn

__all__ = ["FollowUp", "FollowUpAnswer", "FollowUps"]

_OWN_LEAD = 2
_ELSEWHERE = 10
"""Passages looked at for a noun that the topic's articles do not have."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is asked, and what of.

    Attributes:
        standalone: With what the conversation has added; the question itself where it seems to need nothing.
        history: The oldest turn first; there is one.
    """

    question: str
    standalone: str
    language: str
    history: Sequence[Turn]
    filters: Filters

    @property
    def cited(self) -> Sequence[Citation]:
        """Of the latest answer that cites anything."""
        return next((turn.citations for turn in reversed(self.history) if turn.citations), ())


@dataclass(frozen=True, slots=True)
class FollowUpAnswer:
    """What was found, and the question by which."""

    standalone: str
    evidence: Evidence
    found: Found


class _Search(Protocol):
    def __call__(self, question: str, language: str, filters: Filters) -> Found: ...


class _Judge(Protocol):
    def __call__(self, found: Found, *, sure: float | None = None) -> Evidence: ...


class FollowUps:
    """Finds the evidence for questions that go on with a conversation.

    Args:
        library: Its full text tells which articles have a noun.
        search: Finds passages.
        judge: Chooses sentences from them.
        most: Sentences of an answer at most.
    """

    def __init__(self, library: Library, search: _Search, judge: _Judge, most: int) -> None:
        self._library = library
        self._search = search
        self._judge = judge
        self._most = most

    def find(self, asked: FollowUp) -> FollowUpAnswer:
        """Returns what a follow-up finds."""
        articles = self._articles(asked)
        noun = asked_noun(asked.question, asked.language) if articles else None
        if noun is not None and (answer := self._by_noun(asked, noun, articles)) is not None:
            return answer
        if articles and is_bare(asked.question, asked.language) and (
                wanted(asked.question, asked.language) is Wanted.REASON):
            return self._by_reason(asked, articles)
        answer = self._by_words(asked)
        if answer.evidence.abstain and articles and points(asked.question, asked.language):
            return self._by_kind(asked, answer, articles)
        return answer

    def _articles(self, asked: FollowUp) -> tuple[str, ...]:
        within = asked.filters.article_ids
        return tuple(dict.fromkeys(item.article_id for item in asked.cited if not within or item.article_id in within))

    def _by_noun(self, asked: FollowUp, noun: AskedNoun, articles: tuple[str, ...]) -> FollowUpAnswer | None:
        """Searches where the noun stands; where it stands nowhere, only what is near in the topic's articles answers.

        Returns:
            None where it may stand in the topic's articles by another word, or by one of another language.
        """
        on_topic = self._search(asked.question, asked.language, replace(asked.filters, article_ids=articles))
        evidence = self._judge(on_topic)
        if held := _holding(noun, on_topic):
            return FollowUpAnswer(asked.standalone, with_first(evidence, held, self._most), on_topic)
        spoken = {item.passage.language for item in on_topic.passages}
        if noun.language not in spoken and not noun.kinds:
            return None
        elsewhere = self._elsewhere(asked, noun, articles)
        if elsewhere:
            found = self._search(asked.question, asked.language, replace(asked.filters, article_ids=elsewhere))
            if held := _holding(noun, found):
                return FollowUpAnswer(asked.question, with_first(self._judge(found), held, self._most), found)
        if not noun.kinds and not evidence.abstain:
            return None
        meant = any(noun.kinds & kinds_of(item.passage.text, item.passage.language or "") for item in on_topic.passages)
        if evidence.abstain or (spoken == {noun.language} and not meant):
            return FollowUpAnswer(asked.standalone, replace(evidence, sentences=(), abstain=True), on_topic)
        return None

    def _elsewhere(self, asked: FollowUp, noun: AskedNoun, articles: Sequence[str]) -> tuple[str, ...]:
        ids = self._library.passages.matching(noun_forms(noun), _ELSEWHERE, asked.filters)
        near = self._library.passages.candidates(ids, asked.filters).passages
        return tuple(dict.fromkeys(passage.article_id for passage in near if passage.article_id not in articles
                                   and stands_in(noun, passage.text, noun.language)))

    def _by_reason(self, asked: FollowUp, articles: tuple[str, ...]) -> FollowUpAnswer:
        """Puts first what gives a reason beside the best that was cited: "why?" is asked of that."""
        found = self._search(asked.standalone, asked.language, replace(asked.filters, article_ids=articles))
        best = max(asked.cited, key=lambda item: item.score)
        evidence = with_first(self._judge(found), reasons_beside(best, found), self._most)
        return FollowUpAnswer(asked.standalone, evidence, found)

    def _by_kind(self, asked: FollowUp, answer: FollowUpAnswer, articles: tuple[str, ...]) -> FollowUpAnswer:
        """Takes what is of the wanted kind beside what was cited, for "it" and "she" are of that, not near to it."""
        found = self._search(asked.standalone, asked.language, replace(asked.filters, article_ids=articles))
        best = max(asked.cited, key=lambda item: item.score)
        near = of_the_kind(wanted(asked.question, asked.language), best, found)
        if not near:
            return answer
        return FollowUpAnswer(asked.standalone, with_first(self._judge(found), near, self._most), found)

    def _by_words(self, asked: FollowUp) -> FollowUpAnswer:
        found = self._search(asked.standalone, asked.language, asked.filters)
        answer = FollowUpAnswer(asked.standalone, self._judge(found), found)
        if answer.standalone == asked.question:
            answer = self._by_topic(asked, answer)
        if answer.standalone != asked.question:
            answer = self._on_topic(asked, answer)
        if answer.evidence.abstain and answer.standalone != asked.question:
            answer = self._by_own_words(asked, answer)
        return answer

    def _by_topic(self, asked: FollowUp, answer: FollowUpAnswer) -> FollowUpAnswer:
        """Searches with the topic before too where a question names nothing, and takes what it means."""
        topical = with_topic(asked.question, asked.history, asked.language)
        if topical == asked.question:
            return answer
        again = self._search(topical, asked.language, asked.filters)
        evidence = self._judge(again)
        if not continues(answer.evidence, evidence, asked.history):
            return answer
        return FollowUpAnswer(topical, evidence, again)

    def _on_topic(self, asked: FollowUp, answer: FollowUpAnswer) -> FollowUpAnswer:
        """Searches the topic's articles by a follow-up's own words: added ones draw the search to what they name.

        Where its own words are not sure enough, the topic's are, unless nothing there is near to them: the names of a
        topic are found whatever is asked of it.
        """
        added, found = added_to(asked.question, answer.standalone), answer.found
        articles = topic_articles(added, asked.language, found, asked.history,
                                  asked.filters.article_ids) if added else ()
        if not articles:
            return answer
        filters = replace(asked.filters, article_ids=articles)
        own = self._search(asked.question, asked.language, filters)
        evidence = self._judge(own)
        if evidence.abstain and not answer.evidence.abstain:
            if is_off(evidence) and not asks_of_role(asked.question, asked.language):
                return replace(answer, evidence=replace(answer.evidence, sentences=(), abstain=True))
            sure = answer.evidence.confidence
            topical = self._search(answer.standalone, asked.language, filters)
            evidence = joined(self._judge(topical, sure=sure), self._judge(own, sure=sure), self._most)
            own = holding_all(topical, own, evidence)
        elif not evidence.abstain:
            # Both are sure: what the added words find comes second, for own words may mean little ("the year before").
            evidence = joined(evidence, answer.evidence, self._most, lead=_OWN_LEAD)
            own = holding_all(own, found, evidence)
        return answer if evidence.abstain else FollowUpAnswer(answer.standalone, evidence, own)

    def _by_own_words(self, asked: FollowUp, answer: FollowUpAnswer) -> FollowUpAnswer:
        """Searches without the words that were added, each of which draws the search away from what is asked.

        What answers has to be on the topic: else the question was meant of another.
        """
        if not names_something(asked.question, asked.language):
            return answer
        own = self._search(asked.question, asked.language, asked.filters)
        evidence = self._judge(own)
        if evidence.abstain:
            return answer
        article = evidence.sentences[0].passage.article_id
        beside = [item.passage for item in own.passages if item.passage.article_id == article]
        if not holds_topic(added_to(asked.question, answer.standalone), asked.language, beside):
            return answer
        return FollowUpAnswer(asked.question, evidence, own)


def _holding(noun: AskedNoun, found: Found) -> list[EvidenceSentence]:
    return of_texts(found, lambda text, language: stands_in(noun, text, language))
