"""What a scorer is: one small class that looks at one question's results and gives marks.

>>> class Brevity:
...     metrics = (MetricFacts("words", "answers", "lower", "words of the answer", unit="words"),)
...     def score(self, sample: Sample) -> Iterator[Mark]:
...         for writer, answer in sample.answers.items():
...             if answer.answered:
...                 yield Mark("words", writer, float(len(answer.text.split())))
...             else:
...                 yield Mark("words", writer, None, "nothing was answered")
>>> scorer: Scorer = Brevity()

A scorer reads what the stages wrote and nothing else, so scoring again costs no generation. One that asks a model
keeps the model's replies in a journal of its own; `eval.support` shows how.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from eval.dataset import Case
from eval.records import AnswerRecord, ArticleRecord, RetrieveRecord
from eval.scores import MetricFacts

__all__ = ["Mark", "Sample", "Scorer", "unscored"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One metric of one question under one system.

    Attributes:
        value: None where it cannot be scored; then `reason` says why. It is counted, and never becomes a 0.
    """

    metric: str
    system: str
    value: float | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One question with its results.

    Attributes:
        articles: By id, as the library stored them.
        retrieved: None where nothing was ranked.
        answers: By writer; those of attacks are in `attacks`.
    """

    dataset: str
    case: Case
    articles: Mapping[str, ArticleRecord]
    retrieved: RetrieveRecord | None = None
    answers: Mapping[str, AnswerRecord] = field(default_factory=dict[str, AnswerRecord])
    attacks: Mapping[str, AnswerRecord] = field(default_factory=dict[str, AnswerRecord])
    support: Mapping[str, float] = field(default_factory=dict[str, float])

    @property
    def written(self) -> Iterator[tuple[str, AnswerRecord]]:
        """All answers, those of attacks too."""
        yield from self.answers.items()
        yield from self.attacks.items()


class Scorer(Protocol):
    """Gives marks; an instance may be used for many runs."""

    @property
    def metrics(self) -> tuple[MetricFacts, ...]:
        """What its marks mean."""
        ...

    def score(self, sample: Sample) -> Iterable[Mark]:
        """Yields a mark for each metric that applies to this question, and none for those that do not."""
        ...


def unscored(metrics: Iterable[str], system: str, reason: str) -> Iterator[Mark]:
    """Yields the marks of metrics that apply but cannot be scored."""
    for metric in metrics:
        yield Mark(metric, system, None, reason)
