"""Passages -> the sentences that answer, or the decision that the articles do not hold an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from rag.anaphora import context_of
from rag.asking import Wanted, absent_names, holds, tells, wanted
from rag.asking.party import Hearing, Party, asked_party, hearings
from rag.check.orders import check_orders
from rag.check.polarity import denies, rejects
from rag.check.quantities import quantities
from rag.gazetteer import names_in
from rag.search import Found, FoundPassage
from rag.types import Evidence, EvidenceSentence, Vectors

__all__ = ["RULE", "Rule", "choose_evidence", "with_context"]

_ALIKE = 0.97
"""From this cosine on two sentences of one language say the same."""


_LOOKED_AT: Final = 12
"""Sentences that are looked at for what they hold: reading the quantities of one takes up to a millisecond."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Which sentences are chosen; found on the calibration halves of ``python -m benchmarks.evidence``, which shows it.

    On the test halves (it says how untouched they are) the best five hold .92 of the answering sentences of Belebele,
    with .34 sentences from articles on other matters, and .81 of those of invented articles. Taking each sentence by
    its own cosine, in a fixed margin of two spreads, gave .85, with 1.0, and .66.

    Attributes:
        gap: How much of what a sentence's cosine falls short of its passage's best is taken off the passage's score.
            The answer often does not repeat what the question names, so its passage tells more of it than it does.
        neighbour: Share of a neighbouring sentence's advantage that a sentence gains.
        leaning: The same of the sentence before, for one that leans on it (`rag.anaphora`).
        least: The least confidence of a sentence, as a share of the confidence in the best one: where the articles
            hardly answer, few sentences are near; where they surely do, reasons further off belong to the answer.
        kind: Spreads that a near sentence gains which holds a thing of the kind that is asked for (`rag.asking.asked`):
            of the answering sentences of invented articles, calibration half, .41 came first with it and .34 without.
        heard: Spreads that a sentence gains where it is asked what somebody says, by how surely he speaks in it
            (`rag.asking.party.Hearing`); found, as `reach` is, on the calibration half of
            ``python -m benchmarks.statements``.
        reach: Spreads beyond the near sentences down to which those that he speaks in are taken.
    """

    gap: float = 0.4
    neighbour: float = 0.5
    leaning: float = 0.75
    least: float = 0.65
    kind: float = 0.5
    heard: tuple[float, ...] = (0.0, 0.0, 0.5, 1.0, 1.5)
    reach: float = 1.0


RULE: Final = Rule()


@dataclass(frozen=True, slots=True)
class _Scored:
    found: FoundPassage
    at: int
    score: float
    leans: bool

    @property
    def vector(self) -> Vectors:
        return self.found.sentence_vectors[self.at]

    @property
    def text(self) -> str:
        return self.found.passage.slice(self.found.passage.sentences[self.at])

    @property
    def source(self) -> str:
        """Near-duplicates are one source."""
        return self.found.passage.duplicate_of or self.found.passage.article_id


def choose_evidence(found: Found, *, threshold: float, spread: float, most: int, rule: Rule = RULE,
                    sure: float | None = None) -> Evidence:
    """Chooses the sentences to answer from, out of the passages of a search.

    A sentence scores as its passage does, less a share of what its own cosine falls short of the passage's best
    sentence: so the passage's context and corrections count for all of its sentences. It gains from better neighbours,
    most where it leans on the sentence before it. Orders to whoever reads an article count for nothing.

    Args:
        found: Of the search.
        threshold: The least confidence to answer on.
        spread: Unit of score differences; see `rag.score.Reference`.
        most: Sentences to choose at most.
        rule: Which sentences are near enough.
        sure: What `threshold` is asked of; by default the search's confidence (see `rag.asking.answerable.sureness`).

    Returns:
        The sentences by falling score, numbered from 1. None where the decision is to abstain.
    """
    sure = found.confidence if sure is None else sure
    missing = absent_names(found.question, found.language, [item.passage for item in found.passages])
    if sure < threshold or not found.passages:
        return Evidence((), abstain=True, confidence=sure, threshold=threshold, missing=missing)
    scored = sorted((item for passage in found.passages for item in _scored(passage, rule)),
                    key=lambda item: -item.score)
    if not scored:
        return Evidence((), abstain=True, confidence=sure, threshold=threshold, missing=missing)
    # A confidence counts in spreads, so a sentence's is the best one's less what it scores below it.
    margin = max((1.0 - rule.least) * found.confidence, 0.0) * spread
    near = [item for item in scored if item.score >= scored[0].score - margin]
    party = asked_party(found.question, found.language)
    if party is not None and wanted(found.question, found.language) is Wanted.STATEMENT:
        near = _of_the_party(near, scored, party, rule, spread)
    else:
        near = _of_the_kind(near, found, rule.kind * spread)
    chosen = _diverse(near, most)
    sentences = tuple(_sentence(number, item) for number, item in enumerate(chosen, 1))
    return Evidence(sentences, abstain=False, confidence=sure, threshold=threshold, missing=missing)


def with_context(sentence: EvidenceSentence) -> EvidenceSentence:
    """Returns the sentence with its quote begun at its context: still one exact slice, and it says who 'it' is."""
    if not sentence.context:
        return sentence
    passage = sentence.passage
    start = passage.text.rindex(sentence.context, 0, sentence.start - passage.start) + passage.start
    quote = passage.text[start - passage.start : sentence.end - passage.start]
    return replace(sentence, start=start, quote=quote, context="")


def _scored(found: FoundPassage, rule: Rule) -> list[_Scored]:
    if not len(found.sentence_scores):
        return []
    passage = found.passage
    telling = [not _is_order(passage.slice(span)) for span in passage.sentences]
    if not any(telling):
        return []
    cosines = found.sentence_scores.astype(float)
    # Of a passage with an order in it the rest may be what answers, however near the order comes to the question.
    own = [float(score) for score in passage.score - rule.gap * (cosines[telling].max() - cosines)]
    scored: list[_Scored] = []
    for at, score in enumerate(own):
        if not telling[at]:
            continue
        beside = [near for near in (at - 1, at + 1) if 0 <= near < len(own) and telling[near]]
        gains = [0.0, *(rule.neighbour * (own[near] - score) for near in beside)]
        leans = at - 1 in beside and bool(context_of(passage, at))
        if leans:
            # "The software" is as near to the question as the sentence that names it lets it be.
            gains.append(rule.leaning * (scored[-1].score - score))
        scored.append(_Scored(found, at, score + max(gains), leans))
    return scored


def _is_order(text: str) -> bool:
    """Whether a sentence orders its reader about: it tells nothing of its article's matter."""
    return not check_orders([text]).passed


def _of_the_kind(near: Sequence[_Scored], found: Found, gain: float) -> list[_Scored]:
    """Returns the sentences by falling score, of which those gain that hold a thing of the wanted kind."""
    kind, names = wanted(found.question, found.language), names_in(found.question, found.language)
    if not tells(kind):
        return list(near)
    fit = [replace(item, score=item.score + gain)
           if holds(kind, item.text, item.found.passage.language, names) else item for item in near[:_LOOKED_AT]]
    return sorted([*fit, *near[_LOOKED_AT:]], key=lambda item: -item.score)


def _of_the_party(near: Sequence[_Scored], scored: Sequence[_Scored], party: Party, rule: Rule,
                  spread: float) -> list[_Scored]:
    """Returns the near sentences, and those further off in which the party speaks, in the articles of the near ones.

    Who denies all repeats nothing of the question, which has found his article.
    """
    matter = {item.source for item in near}
    least = near[-1].score - rule.reach * spread
    within = [item for item in scored if item.score >= least and item.source in matter]
    levels = hearings(party, {item.found.passage.passage_id: item.found.passage for item in within}.values())
    heard: list[_Scored] = []
    for item in within:
        level = levels[item.found.passage.passage_id, item.at]
        if item.score >= near[-1].score or level >= Hearing.LIKELY:
            heard.append(replace(item, score=item.score + rule.heard[level] * spread))
    return sorted(heard, key=lambda item: -item.score)


def _diverse(scored: Sequence[_Scored], most: int) -> list[_Scored]:
    """Takes the best, no sentence twice, and keeps room for other sources than the best one."""
    chosen: list[_Scored] = []
    left_out: list[_Scored] = []
    taken: Counter[str] = Counter()
    sources = len({item.source for item in scored})
    share = most if sources < 2 else max(1, -(-most * 2 // 3))
    for item in scored:
        if len(chosen) == most:
            break
        if _is_said(item, chosen):
            continue
        if taken[item.source] >= share:
            left_out.append(item)
            continue
        chosen.append(item)
        taken[item.source] += 1
    chosen += left_out[: most - len(chosen)]
    return sorted(chosen, key=lambda item: -item.score)


def _is_said(item: _Scored, chosen: Sequence[_Scored]) -> bool:
    language = item.found.passage.language
    return any(other.found.passage.language == language and float(np.dot(other.vector, item.vector)) >= _ALIKE
               and _adds_nothing(item.text, other.text, language or "") for other in chosen)


def _adds_nothing(text: str, said: str, language: str) -> bool:
    """Whether a text states no number or time but those of another that is as near as can be, and says no as it does.

    "17 cables" beside "14 cables" is no repetition, and what sources disagree on can only be told of what is chosen.
    """
    if text == said:
        return True
    mine, theirs = ({(item.kind, item.value, item.unit, item.bound) for item in quantities(sentence, language)
                     if item.certain} for sentence in (text, said))
    no, other = (denies(sentence, language) or rejects(sentence, language) for sentence in (text, said))
    return mine <= theirs and no == other


def _sentence(number: int, item: _Scored) -> EvidenceSentence:
    passage = item.found.passage
    span = passage.sentences[item.at]
    context = passage.slice(passage.sentences[item.at - 1]) if item.leans else ""
    return EvidenceSentence(number, passage, span.start, span.end, passage.slice(span), item.score, context)
