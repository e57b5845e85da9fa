"""Who asks whether something happened is shown the sentence that settles it, where an article that answers has one.

Such a sentence ("It has not filed a suit.", "Okoro denied this.") is seldom near to the question: it is found by the
happening that it speaks of (`rag.contradiction.settling`), or for admissions by its denial.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from rag.anaphora import context_of
from rag.asking.asked import Wanted, wanted
from rag.check.cues import cue_words
from rag.check.happenings import asserted
from rag.check.orders import check_orders
from rag.check.polarity import rejects
from rag.contradiction.premise import premise_of
from rag.contradiction.settling import Spoken, deeds, sentences_on
from rag.contradiction.settling_words import AUXILIARIES
from rag.follow_ups.condense import asks_of_role
from rag.follow_ups.topic import content_words
from rag.types import Evidence, EvidenceSentence, Passage

__all__ = ["with_denial"]

_ADMISSIONS: Final = frozenset({"admit"})
_BEGINNING: Final = 3
"""Words of a question among which its verb stands: "et le tunnel est-il ...", "and has it ..."."""


def with_denial(question: str, language: str, evidence: Evidence, consulted: Sequence[Passage],
                most: int) -> Evidence:
    """Returns the evidence with the sentence that settles what is asked, where none of it does.

    Args:
        question: One of yes or no, one that takes something for granted, or one for how many of a happening.
        language: The question's, ISO 639-1.
        evidence: Chosen for the question.
        consulted: Passages found; what settles it comes of an article that the evidence is from.
        most: Sentences of the evidence that are shown.
    """
    shown = evidence.sentences[:most]
    if evidence.abstain or not shown:
        return evidence
    if asserted(question, language) & _ADMISSIONS or _asks_what_it_says(question, language):
        if any(rejects(sentence.quote, sentence.passage.language or "") for sentence in shown):
            return evidence
        articles = {sentence.passage.article_id for sentence in shown}
        found = next((one for passage in consulted if passage.article_id in articles
                      for one in _denials(passage, shown[-1].score)), None)
        return evidence if found is None else _with(evidence, found, min(len(shown), most - 1), most)
    if not _asks_whether(question, language):
        return evidence
    found = _settling(question, language, shown, consulted)
    return evidence if found is None else _with(evidence, found, 0, most)


def _asks_what_it_says(question: str, language: str) -> bool:
    """Whether a follow-up asks for nothing but what "the company" and its like say: their denial is that."""
    return asks_of_role(question, language) and not content_words(question, language)


def _asks_whether(question: str, language: str) -> bool:
    begun = cue_words(question)[:_BEGINNING]
    return (not AUXILIARIES.get(language, frozenset()).isdisjoint(begun) or premise_of(question, language) is not None
            or (wanted(question, language) is Wanted.COUNT and bool(deeds(question, language))))


def _settling(question: str, language: str, shown: Sequence[EvidenceSentence],
              consulted: Sequence[Passage]) -> EvidenceSentence | None:
    """Returns the denial that settles a question, of an article that is shown, the best first; None if it is shown."""
    articles = {item.passage.article_id: place for place, item in reversed(list(enumerate(shown)))}
    passages = {passage.passage_id: passage for passage in (*(item.passage for item in shown), *consulted)
                if passage.article_id in articles}
    near = sorted(passages.values(), key=lambda passage: articles[passage.article_id])
    spoken = sentences_on(premise_of(question, language) or question, language, near)
    chosen = next((one for one in spoken if one.manner == "denied"), None)
    if chosen is None:
        return None
    found = _sentence(chosen, shown[0].score)
    seen = any(item.passage.article_id == found.passage.article_id and item.start == found.start for item in shown)
    return None if seen or not check_orders([found.quote]).passed else found


def _with(evidence: Evidence, found: EvidenceSentence, place: int, most: int) -> Evidence:
    """Puts a sentence at a place among those that are shown, the last of which goes where there are too many."""
    shown = evidence.sentences[:most]
    kept = shown if len(shown) < most else shown[:-1]
    rest = [sentence for sentence in evidence.sentences[most:] if sentence.start != found.start
            or sentence.passage.article_id != found.passage.article_id]
    ordered = (*kept[:place], found, *kept[place:], *rest)
    return replace(evidence, sentences=tuple(replace(sentence, number=number)
                                             for number, sentence in enumerate(ordered, 1)))


def _sentence(spoken: Spoken, score: float) -> EvidenceSentence:
    passage = spoken.passage
    span = passage.sentences[spoken.settled]
    quote = passage.slice(span)
    context = context_of(passage, spoken.settled)
    if spoken.settled != spoken.at and spoken.settled > 0:
        before = passage.sentences[spoken.settled - 1]
        context = passage.slice(before)
    return EvidenceSentence(0, passage, span.start, span.end, quote, score, context)


def _denials(passage: Passage, score: float) -> Iterator[EvidenceSentence]:
    language = passage.language or ""
    for at, span in enumerate(passage.sentences):
        quote = passage.slice(span)
        if rejects(quote, language) and check_orders([quote]).passed:
            yield _sentence(Spoken(passage, at, "denied", at), score)
