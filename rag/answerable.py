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

from rag.asked import asks_of_the_text, holds, wanted
from rag.encode import Encoder
from rag.gazetteer import judge, names_in, names_with_places, read_sources
from rag.score import Reference, lexical_terms, reference_texts, words
from rag.search import Found, FoundPassage
from rag.types import Passage, Vectors

__all__ = [
    "Clues", "Weighing", "clues", "hears", "load_weighing", "missing_names", "sureness", "without_names",
]

_READ: Final = 1.5
"""Spreads below the best passage down to which passages are read for clues."""
_FAR: Final = 3.0
"""Spreads that count for "none at all"."""
_GAP: Final = 0.4
"""As in `rag.evidence.Rule`: what a sentence's cosine counts for."""
_RIVALS: Final = 10
"""Generic questions that a sentence is near to anyway."""
_SENTENCES: Final = 12
"""Sentences that are looked at: reading the quantities of one takes up to a millisecond."""
_ALIKE: Final = 0.6
"""Share of trigrams from which on two words may be spellings or inflections of one name."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What the second judge goes by; each is higher where an answer is likelier.

    Attributes:
        base: `Found.confidence`, in spreads of the embedding model.
        kind: How far the best sentence that holds a thing of the wanted kind falls short of the best, 0 to -3 spreads.
        aspect: How near the question without its names is to the best such sentence, above what unrelated text and
            generic questions are, in spreads.
    """

    base: float
    kind: float
    aspect: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """How the second judge weighs its clues; found by ``python -m benchmarks.answerable``.

    Attributes:
        weights: Of the clues, by name.
        first: The first judge's thresholds, ascending, at the risks of `rag.score.Calibration`.
        second: The second judge's at the same risks.
    """

    weights: Mapping[str, float]
    first: tuple[float, ...]
    second: tuple[float, ...]

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
        return passage.text[span.start - passage.start : span.end - passage.start]


def sureness(found: Found, encoder: Encoder, least: float = float("-inf")) -> float:
    """Returns how sure one may be of an answer; for a model that was never calibrated, the confidence of the search.

    Args:
        found: Of the search.
        encoder: Of the library. It encodes one short text, where the second judge is heard.
        least: Below this the first judge refuses, and the second is not asked.
    """
    weighing = load_weighing(encoder.identity.name)
    if weighing is None or found.confidence < least or not hears(found):
        return found.confidence
    text = without_names(found.question, found.language)
    aspect = found.vector if text == found.question else encoder.question(text)
    return weighing.confidence(clues(found, aspect, encoder.reference))


def load_weighing(model: str) -> Weighing | None:
    """Returns the weights that ship for an embedding model, or None."""
    return _weighings().get(model)


def hears(found: Found) -> bool:
    """Whether the second judge is asked: the best passage holds a name of the question, which asks of the matter."""
    return (bool(found.passages) and not asks_of_the_text(found.question, found.language)
            and _names_the_matter(found.question, found.language, found.passages[0].passage))


def missing_names(found: Found) -> tuple[str, ...]:
    """Returns the names of the question that stand in none of the passages, under no known form.

    It is told to the reader and decides nothing: a name that no data knows may stand there in another language.
    """
    if not found.passages or not found.question.strip():
        return ()
    sources = read_sources([f"{item.passage.title or ''}. {item.passage.text}" for item in found.passages])
    return tuple(dict.fromkeys(name.text for name in names_with_places(found.question, found.language)
                               if judge(name, sources) is False))


def without_names(question: str, language: str) -> str:
    """Returns what a question asks, of whomever."""
    text = question
    for name in reversed(names_with_places(question, language)):
        text = text[: name.start] + text[name.end :]
    first, *rest = text.split() or [""]
    # In German every noun is capitalised.
    kept = rest if language == "de" else [word for word in rest if not word[:1].isupper()]
    return " ".join([first, *kept])


def clues(found: Found, aspect: Vectors, reference: Reference) -> Clues:
    """Gathers the clues; nothing is encoded.

    Args:
        found: Of a search that `hears` is true of.
        aspect: Vector of the question `without_names`, shape (dimension,).
        reference: Of the embedding model.
    """
    sentences = _nearest(found, reference.spread)
    if not sentences:
        return Clues(found.confidence, -_FAR, 0.0)
    kind, names = wanted(found.question, found.language), names_in(found.question, found.language)
    fit = [item for item in sentences if holds(kind, item.text, item.passage.passage.language, names)]
    if not fit:
        return Clues(found.confidence, -_FAR, _aspect(sentences, aspect, found.language, reference) - 1.0)
    short = (fit[0].score - sentences[0].score) / reference.spread
    return Clues(found.confidence, max(short, -_FAR), _aspect(fit, aspect, found.language, reference))


def _names_the_matter(question: str, language: str, best: Passage) -> bool:
    """Whether a passage holds a name of the question, in some spelling."""
    held = [(word, _trigrams(word)) for word in dict.fromkeys(words(best.text))]
    if language == "de":
        # Every noun is capitalised: only what is surely a name tells.
        named = [word for name in names_in(question, "de") for word in words(name)]
    else:
        terms = lexical_terms(question)
        named = [word for word, may_be in zip(terms.words, terms.named, strict=True) if may_be]
    return any(_stands(word, held) for word in named if len(word) > 2)


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
                            tuple(found["second"]["thresholds"]))
            for model, found in stored["models"].items() if "second" in found}
