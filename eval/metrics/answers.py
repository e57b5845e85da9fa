"""Answers against the accepted ones, their language, and multiple choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from eval.metrics.chrf import chrf
from eval.normalise import tokens
from eval.records import AnswerRecord, words_of_model
from eval.scorer import Mark, Sample, unscored
from eval.scores import MetricFacts
from rag.language import SPOKEN, detect

__all__ = ["AnswerScorer", "ChoiceScorer", "contains", "exact_match", "f1", "spoken_text"]

_METRICS: Final = ("exact_match", "f1", "contains", "chrf")


class AnswerScorer:
    """Marks answers to answerable questions against the accepted short answers; refusals are abstention's matter."""

    metrics = (
        MetricFacts("exact_match", "answers", "higher", "the answer is an accepted one, normalised"),
        MetricFacts("f1", "answers", "higher", "agreement in words with the nearest accepted answer"),
        MetricFacts("contains", "answers", "higher", "an accepted answer stands in the answer, normalised"),
        MetricFacts("chrf", "answers", "higher", "agreement in character n-grams with the nearest accepted answer",
                    unit="chrF"),
        MetricFacts("answer_language", "answers", "higher", "written sentences are in the question's language"),
        MetricFacts("language_told", "answers", "higher", "the question's language was told rightly"),
    )

    def score(self, sample: Sample) -> Iterator[Mark]:
        for writer, answer in sample.answers.items():
            if answer.fault is not None:
                applied = (*(_METRICS if sample.case.answerable else ()), "answer_language", "language_told")
                yield from unscored(applied, writer, answer.fault.type)
                continue
            yield Mark("language_told", writer, float(answer.language == sample.case.language))
            yield from _language(sample.case.language, writer, answer)
            if sample.case.answerable and not sample.case.options:
                yield from _marks(sample, writer, answer)


class ChoiceScorer:
    """Marks multiple choice: whether the option nearest to the answer is the right one."""

    metrics = (MetricFacts("choice", "answers", "higher", "the option nearest to the answer is the right one; one in "
                           "four by chance where there are four"),)

    def score(self, sample: Sample) -> Iterator[Mark]:
        if not sample.case.options:
            return
        for writer, answer in sample.answers.items():
            if answer.choice is None:
                reason = answer.fault.type if answer.fault else "no answer to choose by"
                yield Mark("choice", writer, None, reason)
            else:
                yield Mark("choice", writer, float(answer.choice == sample.case.correct))


def exact_match(answer: str, accepted: Sequence[str], language: str) -> float:
    """Returns 1 where the answer is an accepted one, both normalised, else 0."""
    found = tokens(answer, language)
    return float(any(found == tokens(one, language) for one in accepted))


def f1(answer: str, accepted: Sequence[str], language: str) -> float:
    """Returns the harmonic mean of precision and recall in tokens, against the accepted answer that suits best."""
    return max((_f1(tokens(answer, language), tokens(one, language)) for one in accepted), default=0.0)


def contains(answer: str, accepted: Sequence[str], language: str) -> float:
    """Returns 1 where the tokens of an accepted answer stand in the answer side by side, else 0."""
    found = tokens(answer, language)
    wanted = [tokens(one, language) for one in accepted]
    return float(any(found[at : at + len(one)] == one for one in wanted if one
                     for at in range(len(found) - len(one) + 1)))


def spoken_text(answer: AnswerRecord) -> str:
    """Returns what an answer says, without its citation markers."""
    return " ".join(claim.text for claim in answer.claims if claim.verdict != "dropped")


def _marks(sample: Sample, writer: str, answer: AnswerRecord) -> Iterator[Mark]:
    case = sample.case
    if not answer.answered:
        yield from unscored(_METRICS, writer, "refused")
    elif answer.mode == "quotes" and not _speaks(sample, answer):
        # Words of another language than the accepted answers' agree with them by chance only.
        yield from unscored(_METRICS, writer, "quotes in another language")
    elif not case.answers:
        yield from unscored(_METRICS, writer, "no accepted answer is given")
    else:
        text = spoken_text(answer)
        in_words: tuple[tuple[str, Callable[[str, Sequence[str], str], float]], ...] = (
            ("exact_match", exact_match), ("f1", f1), ("contains", contains))
        yield from (Mark(name, writer, measure(text, case.answers, case.language)) for name, measure in in_words)
        yield Mark("chrf", writer, chrf(text, case.answers))


def _speaks(sample: Sample, answer: AnswerRecord) -> bool:
    return any(citation.language == sample.case.language for citation in answer.citations)


def _language(wanted: str, writer: str, answer: AnswerRecord) -> Iterator[Mark]:
    written = " ".join(filter(None, map(words_of_model, answer.claims)))
    if not written:
        return
    told = detect(written, SPOKEN)
    yield Mark("answer_language", writer, None if told is None else float(told == wanted),
               "too short to tell its language" if told is None else None)


def _f1(found: Sequence[str], wanted: Sequence[str]) -> float:
    shared = (Counter(found) & Counter(wanted)).total()
    if not shared:
        return 0.0
    precision, recall = shared / len(found), shared / len(wanted)
    return 2 * precision * recall / (precision + recall)
