"""How sure one may be that the passages of a search answer the question, and not only speak of the same things.

The confidence of the search says how near the best passage is. But a question about the staff of a company is near to
any article on the company. So two judges must agree. The first is the search itself, and hears every question. The
second hears those whose names stand in the best passage, so that nearness tells little: does a sentence hold a thing of
the wanted kind (a number, a day), and is what is asked, the names left out, nearer to it than generic questions are?
Each has thresholds of its own, so that neither spends the false refusals of the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rag.asking.absent import is_any_absent
from rag.asking.asked import Wanted, asks_of_the_text, holds, tells, wanted
from rag.asking.party import Hearing, Party, asked_party, hearings
from rag.check.dates import month, weekday
from rag.encode import Encoder
from rag.gazetteer import judge, names_in, names_with_places, read_sources
from rag.gazetteer.data import is_listed_word
from rag.gazetteer.fold import fold
from rag.score import Reference, lexical_terms, reference_texts, words
from rag.search import Found, FoundPassage
from rag.types import Passage, Vectors

__all__ = [
    "Clues", "Weighing", "clues", "hears", "kind_or_absent", "load_weighing", "named_or_absent", "sureness",
    "without_names",
]

_READ: Final = 1.5
"""Spreads below the best passage down to which passages are read for clues."""
_FAR: Final = 3.0
"""Spreads that count for "none at all"."""
_UNSURE: Final = 0.5
"""Spreads taken off where the party that is asked about may be one that speaks."""
_GAP: Final = 0.4
"""As in `rag.evidence.Rule`: what a sentence's cosine counts for."""
_RIVALS: Final = 10
"""Generic questions that a sentence is near to anyway."""
_SENTENCES: Final = 12
"""Sentences that are looked at: reading the quantities of one takes up to a millisecond."""
_TELLING: Final = 3
"""Words that a question has besides names, for these to say what is asked."""
_ALIKE: Final = 0.6
"""Share of trigrams from which on two words may be spellings or inflections of one name."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What the second judge goes by; each is higher where an answer is likelier.

    Attributes:
        base: What the first judge says, in spreads of the embedding model.
        kind: How far the best sentence that holds a thing of the wanted kind falls short of the best, 0 to -3 spreads;
            of one that somebody is asked to have said, whether he speaks at all in an article on the matter.
        aspect: How near the question without its names is to the best such sentence, above what unrelated text and
            generic questions are, in spreads.
        named: -1 where no passage holds some name or year of the question, else 0.
    """

    base: float
    kind: float
    aspect: float
    named: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """How the second judge weighs its clues; found by ``python -m benchmarks.answerable``.

    Attributes:
        weights: Of the clues, by name.
        first: The first judge's thresholds, ascending, at the risks of `rag.score.Calibration`.
        second: The second judge's at the same risks.
        absent: Spreads that the first judge takes off where no passage holds some name or year of the question, or no
            near sentence a thing of the kind that is asked for by one that the second judge does not hear.
    """

    weights: Mapping[str, float]
    first: tuple[float, ...]
    second: tuple[float, ...]
    absent: float = 0.0

    def base(self, confidence: float, named: float) -> float:
        """Returns what the first judge says: the confidence of the search, less where something named is absent."""
        return confidence + self.absent * named

    def told(self, clues: Clues) -> float:
        """Returns what the second judge makes of the clues, on a scale of its own."""
        values = asdict(clues)
        return sum(weight * values[name] for name, weight in self.weights.items())

    def confidence(self, clues: Clues) -> float:
        """Returns the lower of the two judgements, the second one put on the scale of the first.

        At each risk the threshold of one stands for that of the other, so that the threshold of the first asks both.
        """
        told = self.told(clues)
        beyond = told - float(np.clip(told, self.second[0], self.second[-1]))
        return min(clues.base, float(np.interp(told, self.second, self.first)) + beyond)


@dataclass(frozen=True, slots=True)
class _Sentence:
    passage: FoundPassage
    at: int
    score: float

    @property
    def text(self) -> str:
        span, passage = self.passage.passage.sentences[self.at], self.passage.passage
        return passage.slice(span)


def sureness(found: Found, encoder: Encoder, least: float = float("-inf")) -> float:
    """Returns how sure one may be of an answer; for a model that was never calibrated, the confidence of the search.

    Args:
        found: Of the search.
        encoder: Of the library. It encodes one short text, where the second judge is heard.
        least: Below this the first judge refuses, and the second is not asked.
    """
    weighing = load_weighing(encoder.identity.name)
    if weighing is None or found.confidence < least:
        return found.confidence
    heard, named = hears(found), named_or_absent(found)
    base = weighing.base(found.confidence, named if heard else min(named, kind_or_absent(found, encoder.reference)))
    if base < least or not heard:
        return base
    text = without_names(found.question, found.language)
    aspect = found.vector if text == found.question else encoder.question(text)
    return weighing.confidence(clues(found, aspect, encoder.reference, base=base, named=named))


def load_weighing(model: str) -> Weighing | None:
    """Returns the weights that ship for an embedding model, or None."""
    return _weighings().get(model)


def hears(found: Found) -> bool:
    """Whether the second judge is asked: the best passage holds a name of the question, which asks more than the name.

    Not of a question about the text, nor of one that is hardly more than names ("who is Signe Brandt?").
    """
    return (bool(found.passages) and not asks_of_the_text(found.question, found.language)
            and len(words(without_names(found.question, found.language))) >= _TELLING
            and _names_the_matter(found.question, found.language, found.passages[0].passage))


def without_names(question: str, language: str) -> str:
    """Returns what a question asks, of whomever."""
    text = question
    for name in reversed(names_with_places(question, language)):
        text = text[: name.start] + text[name.end :]
    first, *rest = text.split() or [""]
    # In German every noun is capitalised.
    return " ".join([first, *(word for word in rest if language == "de" or not word[:1].isupper()
                              or _is_of_time(word, language))])


def named_or_absent(found: Found) -> float:
    """Returns -1 where no passage holds some name or year of the question, else 0."""
    return -float(is_any_absent(found.question, found.language, [item.passage for item in found.passages]))


def kind_or_absent(found: Found, reference: Reference) -> float:
    """Returns -1 where no near sentence holds a thing of the kind that is asked for, else 0.

    For questions that the second judge does not hear: it weighs the kind itself.
    """
    kind = wanted(found.question, found.language)
    if not tells(kind) or kind is Wanted.STATEMENT or asks_of_the_text(found.question, found.language):
        return 0.0
    names = names_in(found.question, found.language)
    return -float(not any(holds(kind, item.text, item.passage.passage.language, names)
                          for item in _nearest(found, reference.spread)))


def clues(found: Found, aspect: Vectors, reference: Reference, *, base: float, named: float) -> Clues:
    """Gathers the clues; nothing is encoded.

    Args:
        found: Of a search that `hears` is true of.
        aspect: Vector of the question `without_names`, shape (dimension,).
        reference: Of the embedding model.
        base: What the first judge says.
        named: See `named_or_absent`.
    """
    sentences = _nearest(found, reference.spread)
    if not sentences:
        return Clues(base, -_FAR, 0.0, named)
    kind, names = wanted(found.question, found.language), names_in(found.question, found.language)
    party = asked_party(found.question, found.language)
    if party is not None and kind is Wanted.STATEMENT:
        heard = _heard(party, sentences, found)
        return Clues(base, heard, _aspect(sentences, aspect, found.language, reference), named)
    fit = [item for item in sentences if holds(kind, item.text, item.passage.passage.language, names)]
    if not fit:
        return Clues(base, -_FAR, _aspect(sentences, aspect, found.language, reference) - 1.0, named)
    short = (fit[0].score - sentences[0].score) / reference.spread
    return Clues(base, max(short, -_FAR), _aspect(fit, aspect, found.language, reference), named)


def _heard(party: Party, sentences: Sequence[_Sentence], found: Found) -> float:
    """Returns 0 where the party speaks in an article of these sentences, however far from the question, -3 nowhere."""
    matter = {item.passage.passage.article_id for item in sentences}
    passages = [item.passage for item in found.passages if item.passage.article_id in matter]
    level = max(hearings(party, passages).values(), default=Hearing.NOBODY)
    return 0.0 if level >= Hearing.LIKELY else -_UNSURE if level is Hearing.PERHAPS else -_FAR


def _names_the_matter(question: str, language: str, best: Passage) -> bool:
    """Whether a passage holds a name of the question, in some spelling or under a form known in its language."""
    held = [(word, _trigrams(word)) for word in dict.fromkeys(words(best.text))]
    if any(_stands(word, held) for word in _may_be_names(question, language) if len(word) > 2):
        return True
    places = [name for name in names_with_places(question, language) if name.known]
    return bool(places) and any(judge(name, read_sources([best.text])) for name in places)


def _may_be_names(question: str, language: str) -> list[str]:
    terms = lexical_terms(question)
    # A year that stands there tells of a time, and not whose it is.
    may_be = [word for word, named in zip(terms.words, terms.named, strict=True) if named and not word[0].isdigit()]
    if language != "de":
        return may_be
    # Every noun is capitalised: a name is what is surely one, and what no list of words has.
    sure = [word for name in names_in(question, "de") for word in words(name)]
    return [*sure, *(word for word in may_be if not is_listed_word(fold(word), "de"))]


def _is_of_time(word: str, language: str) -> bool:
    """Whether a word with a capital is a month or weekday: when it was is part of what is asked."""
    name = word.strip(".,;:!?()\"'")
    return month(name, language) is not None or weekday(name, language) is not None


def _nearest(found: Found, spread: float) -> list[_Sentence]:
    """Returns the best sentences of the passages that are nearly as good as the best."""
    least = found.passages[0].passage.score - _READ * spread
    scored = [_Sentence(item, at, item.passage.score - _GAP * (float(item.sentence_scores.max()) - float(cosine)))
              for item in found.passages if item.passage.score >= least
              for at, cosine in enumerate(item.sentence_scores)]
    return sorted(scored, key=lambda item: -item.score)[:_SENTENCES]


def _aspect(sentences: Sequence[_Sentence], aspect: Vectors, language: str, reference: Reference) -> float:
    """Returns the lead of `aspect` at the sentence where it is greatest, in spreads."""
    vectors = np.stack([item.passage.sentence_vectors[item.at] for item in sentences])
    rivals = vectors @ reference.bank[_bank_rows(language)].T
    count = min(_RIVALS, rivals.shape[1])
    nearest = np.partition(rivals, -count, axis=1)[:, -count:].mean(axis=1)
    level = 0.5 * (float((reference.cohort @ aspect).mean()) + nearest)
    return float((vectors @ aspect - level).max()) / reference.spread


def _stands(word: str, held: Iterable[tuple[str, frozenset[str]]]) -> bool:
    own = _trigrams(word)
    return any(other == word or 2 * len(own & grams) >= _ALIKE * (len(own) + len(grams)) for other, grams in held)


def _trigrams(word: str) -> frozenset[str]:
    padded = f" {word} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


@cache
def _bank_rows(language: str) -> NDArray[np.int64]:
    """Returns the bank's questions in a language; all where it has none."""
    languages = np.array(reference_texts().question_languages)
    rows = np.flatnonzero(languages == language)
    return rows if len(rows) else np.arange(len(languages))


@cache
def _weighings() -> dict[str, Weighing]:
    stored = json.loads((files("rag") / "data" / "calibration.json").read_text(encoding="utf-8"))
    return {model: Weighing(found["second"]["weights"], tuple(found["thresholds"]),
                            tuple(found["second"]["thresholds"]), found["second"]["absent"])
            for model, found in stored["models"].items() if "second" in found}
