"""Where a conversation is: the articles that its follow-ups are asked of, and what they find there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rag.asking.absent import absent_names
from rag.gazetteer import names_with_places
from rag.search import Found
from rag.types import Evidence, Passage, Turn

__all__ = ["added_to", "holding_all", "is_off", "joined", "topic_articles"]

_OWN = 2
"""Sentences that a follow-up's own words give to those found with the topic: on the calibration half of
``python -m benchmarks.follow_ups`` .86 of the answering sentences are then among the first two, .78 without."""

_OFF = -0.2
"""Spreads of confidence of the own words, in the topic's articles. On the calibration half no follow-up that an article
answers has less; of those that none answers .80 are refused with it, and .55 without."""


def added_to(question: str, standalone: str) -> str:
    """Returns the words that a conversation has added to a follow-up, before it or behind it; none to a rewritten one.

    Args:
        question: As asked.
        standalone: Of `rag.follow_ups.condense`.
    """
    asked = question.strip()
    if standalone.startswith(asked):
        return standalone.removeprefix(asked).strip()
    return standalone.removesuffix(asked).strip() if standalone.endswith(asked) else ""


def topic_articles(topic: str, language: str, found: Found, history: Sequence[Turn],
                   within: Sequence[str]) -> tuple[str, ...]:
    """Returns the ids of the articles that a follow-up is asked of.

    Args:
        topic: The words that a conversation has added to it.
        language: Of the follow-up, ISO 639-1.
        found: By the follow-up with these words.
        history: The oldest turn first.
        within: Ids of the only articles that may be; empty for any.

    Returns:
        Those found that hold the topic's names, and of these the ones cited before, if any is; where none is seen to,
        the one that the latest answer cites most.
    """
    held = [article for article in dict.fromkeys(item.passage.article_id for item in found.passages)
            if _holds_all(topic, language, [item.passage for item in found.passages
                                            if item.passage.article_id == article])]
    cited = next((turn.citations for turn in reversed(history) if turn.citations), ())
    if held:
        again = {citation.article_id for citation in cited}.intersection(held)
        return tuple(article for article in held if not again or article in again)
    counted = Counter(citation.article_id for citation in cited if not within or citation.article_id in within)
    return tuple(article for article, _ in counted.most_common(1))


def _holds_all(topic: str, language: str, passages: Sequence[Passage]) -> bool:
    return bool(names_with_places(topic, language)) and not absent_names(topic, language, passages)


def is_off(own: Evidence) -> bool:
    """Whether nothing in the topic's articles is near to what a follow-up itself asks."""
    return own.confidence < _OFF


def joined(first: Evidence, second: Evidence, most: int, lead: int = 1) -> Evidence:
    """Returns the evidence of one search, with the best that another finds put in after its first sentences.

    Args:
        most: Sentences at most.
        lead: How many of the first search come before those of the second.
    """
    sentences = [*first.sentences[:lead], *second.sentences[:_OWN], *first.sentences[lead:]]
    placed = {(item.passage.article_id, item.start): item for item in reversed(sentences)}
    ordered = [placed.pop(place) for item in sentences if (place := (item.passage.article_id, item.start)) in placed]
    return replace(first, sentences=tuple(replace(item, number=number)
                                            for number, item in enumerate(ordered[:most], 1)))


def holding_all(found: Found, other: Found, evidence: Evidence) -> Found:
    """Returns a search with those passages of another that evidence of both rests on: their vectors are kept there."""
    held = {item.passage.passage_id for item in found.passages}
    needed = {sentence.passage.passage_id for sentence in evidence.sentences} - held
    return replace(found, passages=(*found.passages, *(item for item in other.passages
                                                       if item.passage.passage_id in needed)))
