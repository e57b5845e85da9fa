"""Finds thresholds of abstention on data that no figure is ever reported on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.answer import AnswerStage
from eval.corpora import build_corpus
from eval.dataset import Case, Dataset
from eval.leaks import refuse_test_data
from eval.metrics.abstention import auroc, confidences
from eval.records import AnswerRecord
from eval.setting import base_of
from eval.work import Advance, Progress, work
from rag.assistant import Assistant
from rag.embed import open_embedder
from rag.errors import UsageError
from rag.score import Calibration
from rag.settings import Settings
from rag.types import Embedder

__all__ = ["CalibrationReport", "calibrate"]

RISKS = (0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
_SECONDS = 60.0
_JOBS = 2


@dataclass(frozen=True, slots=True)
class CalibrationReport:
    """What was found.

    Attributes:
        model: Name of the embedding model that it holds for.
        calibration: In the form of rag/data/calibration.json.
        refused: For each risk the share of unanswerable questions that its threshold refuses; None without any.
        auroc: How often an answerable question is surer than an unanswerable one.
    """

    model: str
    calibration: Calibration
    refused: tuple[float | None, ...]
    auroc: float | None
    answerable: int
    unanswerable: int


def calibrate(datasets: Sequence[Dataset], folder: Path, *, settings: Settings | None = None,
              embedding: Embedder | None = None, advance: Advance | None = None) -> CalibrationReport:
    """Finds the confidence that refuses just each share of the answerable questions.

    Args:
        datasets: Of the split ``calibration``.
        folder: Where libraries are kept.

    Raises:
        UsageError: A data set is for testing or holds test data, or none holds an answerable question.
    """
    for dataset in datasets:
        if dataset.split != "calibration":
            raise UsageError(f"The data set {dataset.name!r} is for testing: thresholds found on it would flatter.",
                             "Calibrate on a data set of the split 'calibration'.")
        refuse_test_data(dataset)
    settings = settings if settings is not None else Settings.from_environment()
    embedder = embedding or open_embedder(settings)
    sure: list[float] = []
    right: list[bool] = []
    for dataset in datasets:
        for case, record in _answers(dataset, settings, embedder, folder, advance or _untold):
            sure.append(float(confidences([record])[0]))
            right.append(bool(case.answerable))
    return _report(np.array(sure), np.array(right, dtype=np.bool_), datasets, embedder)


def _report(sure: NDArray[np.float64], right: NDArray[np.bool_], datasets: Sequence[Dataset], embedder: Embedder
            ) -> CalibrationReport:
    if not right.any():
        raise UsageError("There is no answerable question to calibrate on.", "Use a data set with some.")
    thresholds = tuple(round(float(value), 4) for value in np.quantile(sure[right], RISKS))
    others = sure[~right]
    refused = tuple(round(float((others < value).mean()), 6) if len(others) else None for value in thresholds)
    told = auroc(sure, right)
    source = f"newscite eval calibrate on {', '.join(item.name for item in datasets)}; {int(right.sum())} confidences"
    return CalibrationReport(embedder.identity.name, Calibration(RISKS, thresholds, source), refused,
                             None if told is None else round(told, 6), int(right.sum()), len(others))


def _answers(dataset: Dataset, settings: Settings, embedder: Embedder, folder: Path, advance: Advance
             ) -> list[tuple[Case, AnswerRecord]]:
    settings = replace(settings, writer="quotes")
    corpus = build_corpus(dataset.name, dataset.documents, settings, embedder, folder / "libraries",
                          lambda done, total: advance(Progress("ingest", dataset.name, done, total)))
    found: dict[str, AnswerRecord] = {}
    with Assistant.open(corpus.settings, embedding=embedder) as assistant:
        stage = AnswerStage(dataset.name, "quotes", assistant, embedder, base_of(corpus), _SECONDS)

        def one(case: Case) -> None:
            found[case.id] = stage.run(case)[0]

        work(dataset.cases, one, _JOBS,
             lambda done: advance(Progress("answer", dataset.name, done, len(dataset.cases))))
    return [(case, found[case.id]) for case in dataset.cases
            if case.answerable is not None and found[case.id].fault is None]


def _untold(progress: Progress) -> None: ...
