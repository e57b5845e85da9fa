"""How well passages answer a question, and whether they answer it at all: arithmetic on vectors, and no model.

Four corrections make raw cosines comparable. A passage that is near to every question (a hub) gives up its bias,
measured once with a bank of generic questions. A passage in the question's own language gives up what models grant
for the language alone, or it would hide the better passage in another. A question that is near to every passage is
measured against a fixed cohort of unrelated passages, so that a confidence means the same in a library of 2 articles
as in one of 500. And the words of the question count only as much as the passage's language lets them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rag.errors import EmbeddingError
from rag.types import EmbeddingIdentity, Vectors

__all__ = [
    "Calibration", "Reference", "ReferenceTexts", "Signals", "Terms", "WEIGHTS", "Weights", "bank_bias",
    "build_reference", "confidence", "identity_text", "lexical_shares",
    "lexical_terms", "load_calibration", "load_reference", "passage_scores", "reference_texts", "words",
]

Scores = NDArray[np.float32]
"""Shape (n,), one for each candidate passage."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each signal counts; found on the calibration half of Belebele by ``python -m benchmarks.calibrate``.

    Attributes:
        passage: Of the cosine of question and passage.
        sentence: Of the cosine of question and the passage's best sentence.
        bias: Of the passage's bias under the bank, subtracted.
        nearest: Bank questions that a bias is the mean of.
        language_gap: Of the model's language gap, subtracted where question and passage share a language.
        lexical_same: Of the lexical share where question and passage share a language, in spreads of the model.
        lexical_cross: The same where they do not.
        question_level: Of how near the question is to the cohort, subtracted from a confidence.
        searched: Of the logarithm of the number of passages searched, in spreads, subtracted from a confidence.
    """

    passage: float = 0.5
    sentence: float = 0.5
    bias: float = 0.3
    nearest: int = 50
    language_gap: float = 1.4
    lexical_same: float = 2.0
    lexical_cross: float = 1.0
    question_level: float = 0.25
    searched: float = 0.12


WEIGHTS: Final = Weights()

_WORD: Final = re.compile(r"[^\W_]+")
_MARKS: Final = re.compile(r"[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Reference:
    """What an embedding model thinks of texts that have nothing to do with any library.

    Attributes:
        bank: Vectors of generic questions, shape (b, dimension).
        cohort: Vectors of unrelated passages, shape (c, dimension).
        cohort_bias: The cohort's own `bank_bias`, shape (c,).
        mean: Mean cosine of bank and cohort.
        spread: Standard deviation of these cosines within language pairs: the unit in which this model tells texts
            apart.
        language_gap: How much nearer the model puts unrelated question and passage for sharing a language.
    """

    bank: Vectors
    cohort: Vectors
    cohort_bias: Scores
    mean: float
    spread: float
    language_gap: float


@dataclass(frozen=True, slots=True)
class ReferenceTexts:
    """The texts behind a reference: questions for the bank, passages for the cohort; languages as ISO 639-1 codes."""

    questions: tuple[str, ...]
    passages: tuple[str, ...]
    question_languages: tuple[str, ...]
    passage_languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of each candidate passage for one question; every array has shape (n,).

    Attributes:
        dense: Cosine of question and passage.
        sentence: Cosine of question and the passage's best sentence.
        bias: `bank_bias` of the passage, computed when it was added.
        lexical: `lexical_shares`, 0..1.
        same_language: Whether question and passage are in one language.
    """

    dense: Scores
    sentence: Scores
    bias: Scores
    lexical: Scores
    same_language: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Terms:
    """The distinct words of a question as the full-text index knows them.

    Attributes:
        words: Lower case, without diacritics, in order of first appearance.
        named: For each word whether it may be a name or a number, which cross languages unchanged.
    """

    words: tuple[str, ...]
    named: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Which confidence to ask for so that a given share of answerable questions is refused.

    Attributes:
        risks: Ascending shares of answerable questions refused.
        thresholds: The confidence that refuses just this share, ascending with `risks`.
        source: How it was found, for the reader of a report.
    """

    risks: tuple[float, ...]
    thresholds: tuple[float, ...]
    source: str

    def threshold(self, risk: float) -> float:
        """Returns the least confidence that is answered on, at `risk` (clipped to the calibrated range)."""
        return float(np.interp(risk, self.risks, self.thresholds))


def bank_bias(passages: Vectors, bank: Vectors, nearest: int = WEIGHTS.nearest) -> Scores:
    """Returns the mean cosine of each passage to its `nearest` bank questions, shape (n,)."""
    count = min(nearest, len(bank))
    if not len(passages) or not count:
        return np.zeros(len(passages), dtype=np.float32)
    cosines = passages @ bank.T
    return np.partition(cosines, -count, axis=1)[:, -count:].mean(axis=1, dtype=np.float32)


def build_reference(bank: Vectors, cohort: Vectors) -> Reference:
    """Makes a reference of the vectors of `reference_texts()`, encoded as questions and as passages.

    Raises:
        EmbeddingError: The vectors are not of these texts (kept by another version).
    """
    texts = reference_texts()
    if (len(bank), len(cohort)) != (len(texts.questions), len(texts.passages)):
        raise EmbeddingError("The kept reference vectors are of other texts than this version's.",
                             "Encode the library anew with: newscite library rebuild")
    cosines = bank @ cohort.T
    same = np.array(texts.question_languages)[:, None] == np.array(texts.passage_languages)[None, :]
    gap = float(cosines[same].mean() - cosines[~same].mean())
    spread = max(float((cosines - gap * same).std()), 1e-6)
    return Reference(bank, cohort, bank_bias(cohort, bank), float(cosines.mean()), spread, gap)


def reference_texts() -> ReferenceTexts:
    """Reads the texts that ship with the code, in English, German, Dutch and a few French and Spanish."""
    questions, passages = _records("bank.jsonl"), _records("cohort.jsonl")
    fields = [tuple(item[name] for item in items) for name in ("text", "language") for items in (questions, passages)]
    return ReferenceTexts(*fields)


def load_reference(identity: EmbeddingIdentity) -> Reference | None:
    """Returns the reference that ships for this very embedding model, or None: then `build_reference`."""
    with (files("rag") / "data" / "reference-bundled.npz").open("rb") as file, np.load(file) as stored:
        if str(stored["identity"]) != identity_text(identity):
            return None
        return build_reference(_unit(stored["bank"]), _unit(stored["cohort"]))


def words(text: str) -> list[str]:
    """Returns the words of a text as SQLite's `unicode61` tokenizer has them: lower case, without diacritics."""
    return [token.lower() for token in _tokens(text)]


def lexical_terms(question: str) -> Terms:
    """Splits a question into its distinct words, and tells which may be names or numbers."""
    named: dict[str, bool] = {}
    for position, token in enumerate(_tokens(question)):
        word = token.lower()
        may_be = any(c.isdigit() for c in token) or (position > 0 and token[:1].isupper())
        named[word] = named.get(word, False) or may_be
    return Terms(words=tuple(named), named=np.array(list(named.values()), dtype=np.bool_))


def lexical_shares(
    terms: Terms,
    counts: NDArray[np.int64],
    holding: NDArray[np.int64],
    size: int,
    same_language: NDArray[np.bool_],
) -> Scores:
    """Returns how much of a question's word weight each passage holds, 0..1.

    A word weighs its inverse document frequency, and counts where it stands, however often: BM25's saturation and
    length norm ranked no better once the share was added to dense scores.

    Args:
        terms: Of the question, t words.
        counts: How often each passage has each word (only whether matters), shape (n, t).
        holding: How many passages of the library have each word, shape (t,).
        size: Passages in the library.
        same_language: Shape (n,). Across languages only names and numbers count, and only among themselves.
    """
    if not len(counts) or not len(terms.words):
        return np.zeros(len(counts), dtype=np.float32)
    present = (counts > 0).astype(np.float64)
    weight = np.log1p((size - holding + 0.5) / (holding + 0.5))
    shares = [present @ part / max(float(part.sum()), 1e-9) for part in (weight, weight * terms.named)]
    return np.where(same_language, shares[0], shares[1]).astype(np.float32)


def passage_scores(signals: Signals, reference: Reference, weights: Weights = WEIGHTS) -> Scores:
    """Returns one score for each candidate passage, shape (n,); higher is better."""
    lexical = np.where(signals.same_language, weights.lexical_same, weights.lexical_cross) * signals.lexical
    return (
        weights.passage * signals.dense
        + weights.sentence * signals.sentence
        - weights.bias * signals.bias
        - weights.language_gap * reference.language_gap * signals.same_language
        + reference.spread * lexical
    ).astype(np.float32)


def confidence(question: Scores, signals: Signals, reference: Reference, size: int | None = None,
               weights: Weights = WEIGHTS) -> float:
    """Returns how sure one may be that the candidates hold an answer, in spreads above unrelated text.

    Args:
        question: The question's vector, shape (dimension,).
        signals: Of at least the best candidates.
        reference: Of the embedding model that made the vectors.
        size: Passages that were searched, the candidates among them: the best of many unrelated passages comes nearer
            than the best of few. By default the number of candidates.
        weights: As given to `passage_scores`.

    Returns:
        A number comparable between libraries of any size; ``-inf`` where there is no candidate.
    """
    count = len(signals.dense)
    if not count:
        return float("-inf")
    best = float(passage_scores(signals, reference, weights).max())
    share = weights.question_level
    near = (1.0 - share) * reference.mean + share * float((reference.cohort @ question).mean())
    level = (weights.passage + weights.sentence) * near - weights.bias * float(reference.cohort_bias.mean())
    return (best - level) / reference.spread - weights.searched * float(np.log(max(size or 0, count)))


def load_calibration(identity: EmbeddingIdentity) -> Calibration:
    """Reads the calibration for this embedding model, or the one for models that were never calibrated."""
    stored = json.loads((files("rag") / "data" / "calibration.json").read_text(encoding="utf-8"))
    found = stored["models"].get(identity.name, stored["default"])
    return Calibration(tuple(found["risks"]), tuple(found["thresholds"]), str(found["source"]))


def identity_text(identity: EmbeddingIdentity) -> str:
    """Returns the identity as one string, equal for equal identities."""
    return json.dumps([identity.name, identity.revision, identity.dimension, identity.prompts])


def _records(name: str) -> list[dict[str, str]]:
    lines = (files("rag") / "data" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _unit(stored: NDArray[np.float16]) -> Vectors:
    vectors = stored.astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _tokens(text: str) -> list[str]:
    return _WORD.findall(_MARKS.sub("", unicodedata.normalize("NFD", text)))
