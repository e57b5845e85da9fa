"""Whether a data set holds what the suite reports on, also where it is a little disguised."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from eval.dataset import Dataset, Document, belebele, seeds
from eval.normalise import normalise
from rag.errors import UsageError

__all__ = ["refuse_test_data"]

_SHARED: Final = 0.2
"""Share of an article's sentences that makes another text a copy of it."""
_TOLD_APART: Final = 5
"""Words from which on a sentence or question is somebody's own, and no phrase such as "And when?"."""
_END: Final = re.compile(r"[.!?…。！？][\"'»”’)]*\s|\n")


def refuse_test_data(dataset: Dataset) -> None:
    """Whatever split a data set says it is of: what the suite reports on is never calibrated on.

    Of Belebele articles are compared alone: its two halves ask some questions in the same words.

    Raises:
        UsageError: It holds a question or a fifth of an article of the seeds, or of an article of Belebele's test
            half where NEWSCITE_BELEBELE says where that is.
    """
    test = seeds()
    held = _sentences(dataset.documents)
    asked = [_plain(case.question) for case in dataset.cases]
    if any(_asks(question, _plain(case.question)) for question in asked for case in test.cases):
        raise _refusal(dataset, "questions", test)
    folder = os.environ.get("NEWSCITE_BELEBELE")
    halves = [belebele(Path(folder), language, "test") for language in ("de", "en")] if folder else []
    for one in (test, *halves):
        if any(_copied(document, held) for document in one.documents):
            raise _refusal(dataset, "articles", one)


def _refusal(dataset: Dataset, what: str, test: Dataset) -> UsageError:
    return UsageError(f"The data set {dataset.name!r} holds {what} of the test set {test.name!r}.",
                      "Calibrate on other documents.")


def _asks(question: str, seed: str) -> bool:
    return question == seed or (seed.count(" ") >= _TOLD_APART and f" {seed} " in f" {question} ")


def _copied(document: Document, held: frozenset[str]) -> bool:
    own = _sentences([document])
    return bool(own) and len(own & held) >= _SHARED * len(own)


def _sentences(documents: Iterable[Document]) -> frozenset[str]:
    plain = (_plain(part) for document in documents for part in _END.split(document.text))
    return frozenset(part for part in plain if part.count(" ") >= _TOLD_APART - 1)


def _plain(text: str) -> str:
    # By one language's rules: what a data set says of its language is no way round.
    return normalise(text, "en")
