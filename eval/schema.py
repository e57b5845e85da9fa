"""What a data set is, and the rules that every one of them keeps, whatever made it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, Literal, Protocol

from eval.validate import wrong

__all__ = ["FEEDBACK", "Case", "Dataset", "DatasetSource", "Document", "Gold", "PastTurn", "Split", "check"]

Split = Literal["test", "calibration"]

FEEDBACK: Final = "feedback"
"""The kind of questions that readers judged: they say whether an answer was right, and seldom what would have been."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article to search.

    Attributes:
        text: The stored text, as `rag.load` gives it: what the offsets of gold quotes count in.
        language: ISO 639-1, or None where unknown.
        path: The file to ingest it from, where it has one of its own; what a file says beside its text (captions,
            headings, the day) is lost in `text`.
    """

    id: str
    title: str | None
    text: str
    language: str | None = None
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """A quote that an answer can rest on: ``document.text[start:end] == quote``."""

    article_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class PastTurn:
    """A question asked before, and the answer that a reader would have got; None where there is none."""

    question: str
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One question and what is right.

    Attributes:
        language: Of the question, ISO 639-1.
        kind: What the question tries, such as ``fact`` or ``near_miss``; figures are given for each kind.
        answerable: Whether the articles hold the answer; None where nobody has said, and then it is not judged.
        answers: Short accepted answers, the best first; empty where unanswerable.
        relevant_ids: Documents that hold the answer, or that correct an unanswerable question's premise.
        gold: Quotes that carry the answer or the correction, in whole or in part; an answer of kind
            ``both_articles`` needs one of each article, every other needs any.
        history: What was asked before, oldest first.
        options: For multiple choice; `correct` is the index of the right one.
        follows: The case before this one in a chain, all of which is in `history`.
        note: What a reader of the report should know of it.
        forbidden: Words that an answer would hold only if an instruction hidden in the question had been obeyed.
    """

    id: str
    question: str
    language: str
    kind: str
    answerable: bool | None
    answers: tuple[str, ...] = ()
    relevant_ids: tuple[str, ...] = ()
    gold: tuple[Gold, ...] = ()
    history: tuple[PastTurn, ...] = ()
    options: tuple[str, ...] = ()
    correct: int | None = None
    follows: str | None = None
    domain: str | None = None
    forbidden: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """Documents and the questions asked of them; whatever made it, it keeps the schema.

    Attributes:
        split: Thresholds may be found on ``calibration`` alone; figures are reported on ``test``.
        fingerprint: SHA-256 hex of the split and all content; the folder that the files lie in does not matter.

    Raises:
        DatasetError: A case breaks the schema, or an id is given twice.
    """

    name: str
    split: Split
    documents: tuple[Document, ...]
    cases: tuple[Case, ...]
    fingerprint: str = field(init=False)

    def __post_init__(self) -> None:
        texts: dict[str, str] = {}
        for document in self.documents:
            if document.id in texts:
                raise wrong(f"{self.name}, document {document.id}", "id", "is given twice", "an id of its own")
            texts[document.id] = document.text
        earlier: dict[str, Case] = {}
        for case in self.cases:
            check(case, texts, earlier, f"{self.name}, case {case.id}")
            earlier[case.id] = case
        object.__setattr__(self, "fingerprint", _fingerprint(self))


class DatasetSource(Protocol):
    """Where a data set comes from."""

    def load(self) -> Dataset: ...


def check(case: Case, texts: Mapping[str, str], earlier: Mapping[str, Case], where: str) -> None:
    """Checks a case against the articles and the cases before it.

    Args:
        texts: The stored text of each document, by id.
        earlier: The cases before this one, by id.
        where: What an error names: ``file:line``, or the case.

    Raises:
        DatasetError: For the first rule that the case breaks.
    """
    if case.id in earlier:
        raise wrong(where, "id", f"is {case.id!r} a second time", "an id of its own")
    if not case.question.strip():
        raise wrong(where, "question", "is empty", "a text")
    if not (len(case.language) == 2 and case.language.isascii() and case.language.islower()):
        raise wrong(where, "language", f"is {case.language!r}", "two small letters, such as 'en'")
    if case.follows is not None and case.follows not in earlier:
        raise wrong(where, "follows", f"is {case.follows!r}", "the id of an earlier case")
    _check_answers(case, where)
    for article_id in case.relevant_ids:
        if article_id not in texts:
            raise wrong(where, "relevant_ids", f"holds {article_id!r}", "ids of articles in the corpus")
    for gold in case.gold:
        if gold.article_id not in case.relevant_ids:
            raise wrong(where, "gold", f"quotes {gold.article_id!r}", "quotes of the articles in 'relevant_ids'")
        if not gold.quote or texts[gold.article_id][gold.start : gold.end] != gold.quote:
            raise wrong(where, "gold", f"says that [{gold.start}:{gold.end}] of {gold.article_id!r} is {gold.quote!r}, "
                        "and it is not", "an exact slice of the stored text")


def _check_answers(case: Case, where: str) -> None:
    if case.answerable and case.kind != FEEDBACK:
        for name in ("answers", "relevant_ids"):
            if not getattr(case, name):
                raise wrong(where, name, "is empty", "at least one, as the case is answerable")
    elif case.answerable is False and case.answers:
        raise wrong(where, "answers", f"holds {case.answers[0]!r}", "none, as the case is not answerable")
    if case.options and (case.correct is None or not 0 <= case.correct < len(case.options)):
        raise wrong(where, "correct", f"is {case.correct}", f"the index of an option, 0 to {len(case.options) - 1}")
    if case.correct is not None and not case.options:
        raise wrong(where, "options", "is empty", "the options that 'correct' counts in")


def _fingerprint(dataset: Dataset) -> str:
    documents = [{name: value for name, value in asdict(document).items() if name != "path"}
                 for document in dataset.documents]
    content = [dataset.split, documents, [asdict(case) for case in dataset.cases]]
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode("ascii")).hexdigest()
