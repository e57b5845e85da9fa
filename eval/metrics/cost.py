"""What an answer costs in tokens; what it costs in time is in timings.json."""

from __future__ import annotations

from collections.abc import Iterator

from eval.scorer import Mark, Sample, unscored
from eval.scores import MetricFacts

__all__ = ["CostScorer"]


class CostScorer:
    """Marks the tokens that were read and written for answers that a model was asked for."""

    metrics = (
        MetricFacts("prompt_tokens", "cost", "lower", "tokens that the model read for an answer", unit="tokens"),
        MetricFacts("completion_tokens", "cost", "lower", "tokens that the model wrote for an answer", unit="tokens"),
    )

    def score(self, sample: Sample) -> Iterator[Mark]:
        for writer, answer in sample.answers.items():
            if answer.fault is not None and answer.writer != "quotes":
                yield from unscored(("prompt_tokens", "completion_tokens"), writer, answer.fault.type)
            elif answer.model is not None and answer.prompt_tokens:
                yield Mark("prompt_tokens", writer, float(answer.prompt_tokens))
                yield Mark("completion_tokens", writer, float(answer.completion_tokens))
