"""Belebele as a test of retrieval: English and German questions, the same 488 short texts in both languages.

Bandarkar et al. 2023, CC BY-SA 4.0; see docs for where to get it. The halves share no text: weights and thresholds
are found on one and reported on the other.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The rule of the halves has one home, so that what is calibrated here is never tested on there.
from eval.dataset import in_calibration_half

__all__ = ["Belebele", "LANGUAGES", "Question", "configured", "in_calibration_half", "load_belebele", "load_haystack"]

LANGUAGES = ("en", "de")
_PASSAGE_CHARS = 400
_PASSAGES_AN_ARTICLE = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A question in each language, and the number of the document that answers it."""

    document: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Belebele:
    """The set; `passages[language][document]` is a document's text."""

    questions: tuple[Question, ...]
    passages: Mapping[str, tuple[str, ...]]


def configured(variable: str, file: str) -> Path | None:
    """Returns the folder that an environment variable names, or None where it is unset or lacks `file`."""
    folder = Path(os.environ.get(variable, ""))
    return folder if os.environ.get(variable) and (folder / file).is_file() else None


def load_belebele(folder: Path) -> Belebele:
    """Reads corpus_de.jsonl, corpus_en.jsonl and questions.jsonl; documents are numbered by position."""
    passages: dict[str, tuple[str, ...]] = {}
    numbers: dict[str, int] = {}
    for language in LANGUAGES:
        records = list(_records(folder / f"corpus_{language}.jsonl"))
        passages[language] = tuple(str(record["text"]) for record in records)
        numbers |= {str(record["id"]): at for at, record in enumerate(records)}
    questions = tuple(
        Question(numbers[record["relevant_ids"][0]], {"en": record["question"], "de": record["question_de"]})
        for record in _records(folder / "questions.jsonl"))
    return Belebele(questions, passages)


def load_haystack(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Reads corpus.jsonl of English news: for each article its first passages of some 400 characters, at most three."""
    return tuple(tuple(_passages(str(record["text"]))) for record in _records(folder / "corpus.jsonl"))


def _passages(text: str) -> Iterator[str]:
    current, made = "", 0
    # The first paragraph of these records is the date line.
    for paragraph in text.split("\n\n")[1:]:
        current = f"{current} {' '.join(paragraph.split())}".strip()
        if len(current) >= _PASSAGE_CHARS:
            yield current[: 2 * _PASSAGE_CHARS + 100]
            current, made = "", made + 1
            if made == _PASSAGES_AN_ARTICLE:
                return


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
