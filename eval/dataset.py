"""Data sets of questions about articles: where they come from, and the sets that come with Newscite.

A data set of your own is two JSON Lines files (`load_jsonl`) or one small class:

>>> class Archive:
...     def load(self) -> Dataset:
...         fire = Document("fire", "Fire in Ghent", "A fire destroyed the old mill on Monday.", "en")
...         ask = Case("fire-1", "When did the mill burn?", "en", "fact", True, ("Monday",), ("fire",))
...         return Dataset("archive", "test", (fire,), (ask,))
>>> source: DatasetSource = Archive()
>>> len(source.load().cases)
1
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from eval.schema import Case, Dataset, DatasetSource, Document, Gold, PastTurn, Split, check
from eval.validate import DatasetError, Record, read_data, records, wrong
from rag.load import parse
from rag.load.dates import record_date
from rag.load.jsonl import language_code
from rag.types import Failure

__all__ = [
    "Case", "Dataset", "DatasetError", "DatasetSource", "Document", "Gold", "Half", "PastTurn", "Split", "belebele",
    "in_calibration_half", "load_jsonl", "seeds", "wikinews",
]

Half = Literal["test", "calibration", "all"]

_CASES = Path(__file__).resolve().parent / "cases"
_SEEDS = Path(__file__).resolve().parent.parent / "seeds"
_FIELDS = (
    "_id", "answerable", "answers", "correct", "domain", "follows", "forbidden", "gold", "history", "id", "kind",
    "lang", "language", "note", "options", "question", "relevant_ids",
)


def load_jsonl(corpus: Path, questions: Path, *, name: str | None = None, split: Split = "test") -> Dataset:
    """Reads a data set from two JSON Lines files.

    Args:
        corpus: Articles, as `newscite ingest` takes them: id, text; title, language, published, outlet, url.
        questions: id, question, language, answers, relevant_ids; answerable (true; "unknown" where nobody has said),
            kind ("fact"), gold (article_id, quote and, where the quote stands twice, start), history or follows,
            options, correct, domain, forbidden, note.
        name: Shown in reports; by default the stem of `questions`.

    Raises:
        DatasetError: A file cannot be read, or a record breaks the schema.
    """
    documents = tuple(_documents(corpus))
    return Dataset(name or questions.stem, split, documents, tuple(_cases(questions, documents)))


def seeds() -> Dataset:
    """Returns the questions about the two articles that come with Newscite: always ``test``."""
    documents = tuple(document for path in sorted(_SEEDS.glob("*.txt")) for document in _documents(path))
    if not documents:
        raise DatasetError(f"There are no seed articles in {_SEEDS}.", "Work in a checkout of the repository.")
    return Dataset("seeds", "test", documents, tuple(_cases(_CASES / "seeds.jsonl", documents)))


def wikinews(folder: Path) -> Dataset:
    """Returns our questions about the dated English Wikinews articles in `folder`: always ``calibration``.

    Raises:
        DatasetError: `folder` lacks corpus.jsonl, or its articles are not those that the questions were written for.
    """
    return load_jsonl(folder / "corpus.jsonl", _CASES / "wikinews.jsonl", name="wikinews", split="calibration")


def belebele(folder: Path, corpus_language: str, half: Half, *, question_language: str = "en") -> Dataset:
    """Returns Belebele (Bandarkar et al. 2023) as reading comprehension with four options.

    Args:
        folder: Holds corpus_en.jsonl, corpus_de.jsonl and questions.jsonl.
        corpus_language: ``"en"`` or ``"de"``.
        half: Documents and questions of one half, which share no text; ``"all"`` is for comparison with figures
            published elsewhere and counts as ``test``.
        question_language: ``"en"``, or ``"de"``, which has no options.

    Raises:
        DatasetError: A file is missing or breaks the schema.
    """
    kept: set[str] = set()
    documents: list[Document] = []
    for number, document in enumerate(_documents(folder / f"corpus_{corpus_language}.jsonl")):
        if half == "all" or in_calibration_half(number) is (half == "calibration"):
            documents.append(document)
            kept.add(document.id)
    cases = tuple(case for record in records(folder / "questions.jsonl")
                  if (case := _belebele_case(record, corpus_language, question_language)).relevant_ids[0] in kept)
    split: Split = "calibration" if half == "calibration" else "test"
    return Dataset(f"belebele-{question_language}-{corpus_language}-{half}", split, tuple(documents), cases)


def in_calibration_half(document: int) -> bool:
    """Whether weights and thresholds may be found on this document of Belebele, by its place in the corpus.

    By a hash, so that no order can matter.
    """
    return hashlib.sha256(f"{document:03d}".encode()).digest()[0] % 2 == 0


def _documents(path: Path) -> Iterator[Document]:
    for item in parse(path, read_data(path)):
        if isinstance(item, Failure):
            raise DatasetError(f"{item.source}: {item.reason}.", item.remedy)
        yield Document(item.article_id or item.name, item.title, item.text, item.language, item.day, item.outlet,
                       item.url, path if item.article_id is None else None)
    if path.suffix.casefold() == ".jsonl":
        _check_facts(path)


def _check_facts(path: Path) -> None:
    """Refuses a day or language that an ingest would leave out in silence."""
    for record in records(path):
        language = record.optional_text("language", "lang")
        if language is not None and language_code(language) is None:
            raise wrong(record.where, "language", f"is {language!r}", "ISO 639-1, such as 'en' or 'de-AT'")
        published = record.optional_text("published", "date")
        if published is not None and record_date(published, language_code(language)) is None:
            raise wrong(record.where, "published", f"is {published!r}", "a day, such as '2024-05-31'")


def _cases(path: Path, documents: tuple[Document, ...]) -> Iterator[Case]:
    texts = {document.id: document.text for document in documents}
    earlier: dict[str, Case] = {}
    for record in records(path):
        case = _case(record, texts, earlier)
        check(case, texts, earlier, record.where)
        earlier[case.id] = case
        yield case


def _case(record: Record, texts: Mapping[str, str], earlier: Mapping[str, Case]) -> Case:
    record.refuse_misspelt(_FIELDS)
    follows = record.optional_text("follows")
    history = tuple(PastTurn(turn.text("question"), turn.optional_text("answer")) for turn in record.parts("history"))
    if follows is not None:
        if history:
            raise wrong(record.where, "history", "is given together with 'follows'", "one of the two")
        if follows not in earlier:
            raise wrong(record.where, "follows", f"is {follows!r}", "the id of an earlier case")
        before = earlier[follows]
        history = (*before.history, PastTurn(before.question, before.answers[0] if before.answers else None))
    return Case(
        id=record.text("id", "_id"), question=record.text("question"), language=record.text("language", "lang"),
        kind=record.optional_text("kind") or "fact", answerable=record.judged("answerable", default=True),
        answers=record.texts("answers"), relevant_ids=record.texts("relevant_ids"),
        gold=tuple(_gold(part, texts) for part in record.parts("gold")), history=history,
        options=record.texts("options"), correct=record.number("correct"), follows=follows,
        domain=record.optional_text("domain"), forbidden=record.texts("forbidden"), note=record.remark("note"))


def _gold(part: Record, texts: Mapping[str, str]) -> Gold:
    """Reads a quote; where its offsets are left out, it must stand in the article exactly once."""
    article_id, quote, start = part.text("article_id"), part.text("quote"), part.number("start")
    text = texts.get(article_id)
    if text is None:
        raise wrong(part.where, "article_id", f"is {article_id!r}", "the id of an article in the corpus")
    if start is None:
        if text.count(quote) != 1:
            raise wrong(part.where, "quote", f"stands {text.count(quote)} times in {article_id!r}",
                        "a quote that stands there once, or 'start' and 'end'")
        start = text.find(quote)
    end = part.number("end")
    return Gold(article_id, start, start + len(quote) if end is None else end, quote)


def _belebele_case(record: Record, corpus_language: str, question_language: str) -> Case:
    answers, options, relevant = record.texts("answers"), record.texts("options"), record.texts("relevant_ids")
    if len(relevant) != 1:
        raise wrong(record.where, "relevant_ids", f"holds {len(relevant)} ids", "one id")
    english = question_language == "en"
    return Case(
        id=record.text("id"), question=record.text("question" if english else f"question_{question_language}"),
        language=question_language, kind="choice", answerable=True, answers=answers if english else answers[::-1],
        relevant_ids=(f"{corpus_language}-{relevant[0].partition('-')[2]}",), options=options if english else (),
        correct=record.number("correct") if english else None, domain=record.optional_text("domain"))
