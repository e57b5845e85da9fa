"""Articles side by side: where two of them cannot both be right, and else what they say on the same matter.

Nothing is concluded from finding no contradiction: only plain ones are told (`rag.contradiction.disagreement`), so the
quotes are shown and the reader judges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from rag.check.orders import check_orders
from rag.check.polarity import denies, rejects
from rag.check.words import plain
from rag.contradiction.disagreement import compare
from rag.gazetteer import names_in
from rag.search import FoundPassage
from rag.types import Disagreement, EvidenceSentence, Passage, Vectors

__all__ = ["MOST_ARTICLES", "SideBySide", "side_by_side"]

MOST_ARTICLES = 20
"""Articles that are compared at most: the sentences of every pair on one matter are looked at."""
_NEAR = 0.85
"""Pairs further apart are of other matters (`rag.contradiction.disagreement` asks for no less)."""
_OF_ONE_MATTER = 0.95
_BESIDE_MATTER = 0.015
"""How much further than the nearest a pair may be from what the articles are to be compared on."""
_LOOKED_AT = 80
_MOST_PAIRS = 4
_SHORTEST = 25


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Sentences of different articles in pairs, one pair after the other, numbered from 1.

    Attributes:
        disagreements: Of the pairs, all of which disagree where any does; by numbers of sentences.
    """

    sentences: tuple[EvidenceSentence, ...]
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    passage: Passage
    at: int
    vector: Vectors

    @property
    def text(self) -> str:
        return self.passage.slice(self.passage.sentences[self.at])

    def numbered(self, number: int) -> EvidenceSentence:
        span = self.passage.sentences[self.at]
        # Near-duplicates are compared, too: of two texts that are all but one it is the difference that counts.
        passage = replace(self.passage, duplicate_of=None)
        return EvidenceSentence(number, passage, span.start, span.end, self.text, 0.0)


@dataclass(frozen=True, slots=True)
class _Pair:
    one: _Sentence
    other: _Sentence
    near: float


def side_by_side(passages: Sequence[FoundPassage], matter: Vectors | None = None) -> SideBySide:
    """Compares the articles of some passages.

    Args:
        passages: All of a few articles.
        matter: Vector of what they are to be compared on; None for all that they tell.
    """
    pairs = _pairs(passages, matter)
    found = [(pair, said) for pair in pairs if (said := _disagreement(pair)) is not None]
    if found:
        apart = _each_once([pair for pair, _ in found])
        about = {id(pair): said.about for pair, said in found}
        told = tuple(Disagreement(at * 2 + 1, at * 2 + 2, about[id(pair)]) for at, pair in enumerate(apart))
        return SideBySide(_numbered(apart), told)
    return SideBySide(_numbered(_each_once([pair for pair in pairs if not _is_same(pair)])), ())


def _pairs(passages: Sequence[FoundPassage], matter: Vectors | None) -> list[_Pair]:
    """Returns the pairs of sentences of articles on one matter, the nearest first.

    Each is the other's nearest; of a matter that is named, each is what its article has nearest to that.
    """
    articles: dict[str, list[_Sentence]] = {}
    for found in passages:
        for at in range(len(found.passage.sentences)):
            item = _Sentence(found.passage, at, found.sentence_vectors[at])
            if len(item.text) >= _SHORTEST and check_orders([item.text]).passed:
                articles.setdefault(found.passage.article_id, []).append(item)
    names = _telling({article: _names(own) for article, own in articles.items()})
    pairs = [pair for one, other in combinations(articles, 2) if names[one] & names[other]
             for pair in (_nearest(articles[one], articles[other]) if matter is None else
                          [_nearest_to(matter, articles[one], articles[other])])]
    if matter is not None and pairs:
        on = [float(min(pair.one.vector @ matter, pair.other.vector @ matter)) for pair in pairs]
        pairs = [pair for pair, near in zip(pairs, on, strict=True) if near >= max(on) - _BESIDE_MATTER]
    return sorted(pairs, key=lambda pair: -pair.near)[:_LOOKED_AT]


def _nearest(ones: Sequence[_Sentence], others: Sequence[_Sentence]) -> Iterator[_Pair]:
    cosines = np.stack([item.vector for item in ones]) @ np.stack([item.vector for item in others]).T
    for row, column in enumerate(cosines.argmax(axis=1)):
        near = float(cosines[row, column])
        if near >= _NEAR and int(cosines[:, column].argmax()) == row:
            yield _Pair(ones[row], others[int(column)], near)


def _nearest_to(matter: Vectors, ones: Sequence[_Sentence], others: Sequence[_Sentence]) -> _Pair:
    """Returns what each of two articles says that is nearest to a matter."""
    one, other = (max(own, key=lambda item: float(item.vector @ matter)) for own in (ones, others))
    return _Pair(one, other, float(one.vector @ other.vector))


def _names(sentences: Sequence[_Sentence]) -> frozenset[str]:
    passages = {item.passage.passage_id: item.passage for item in sentences}
    return frozenset(plain(name) for passage in passages.values()
                     for name in names_in(passage.text, passage.language or "en"))


def _telling(names: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Leaves out the names that most of the articles have: of a town's paper, the town."""
    held = Counter(name for own in names.values() for name in own)
    most = max(2, len(names) // 2)
    return {article: frozenset(name for name in own if held[name] <= most) for article, own in names.items()}


def _disagreement(pair: _Pair) -> Disagreement | None:
    """Returns what two sentences disagree on.

    They are of one matter, as their articles are and neither has a nearer one there: so two numbers count without how
    near they are, which tells that of any two sentences. A no against a yes does not: much is denied in one article.
    """
    no = [denies(item.text, item.passage.language or "en") or rejects(item.text, item.passage.language or "en")
          for item in (pair.one, pair.other)]
    near = pair.near if no[0] != no[1] else _OF_ONE_MATTER
    found = compare([pair.one.numbered(1), pair.other.numbered(2)], lambda _claim, _texts: near)
    return found.disagreements[0] if found.disagreements else None


def _is_same(pair: _Pair) -> bool:
    return pair.one.text.split() == pair.other.text.split()


def _each_once(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Returns the first pairs of which no sentence stands in one before."""
    chosen: list[_Pair] = []
    taken: set[tuple[int, int]] = set()
    for pair in pairs:
        places = {(item.passage.passage_id, item.at) for item in (pair.one, pair.other)}
        if len(chosen) < _MOST_PAIRS and not places & taken:
            chosen.append(pair)
            taken |= places
    return chosen


def _numbered(pairs: Sequence[_Pair]) -> tuple[EvidenceSentence, ...]:
    both = [item for pair in pairs for item in (pair.one, pair.other)]
    return tuple(item.numbered(number) for number, item in enumerate(both, 1))
