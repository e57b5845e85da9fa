"""Data sets: the schema and what its errors say, and that the questions that come with Newscite keep their promises."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.dataset import (
    Case,
    Dataset,
    DatasetError,
    DatasetSource,
    Document,
    Gold,
    PastTurn,
    belebele,
    in_calibration_half,
    load_jsonl,
    seeds,
    wikinews,
)
from rag import NewsciteError

CASES = Path(__file__).resolve().parent.parent / "eval" / "cases"
MILL = "A fire destroyed the old mill in Ghent on Monday. Nobody was hurt. The mayor thanked the crews."
GOOD = {"id": "q1", "question": "When did the mill burn?", "language": "en", "answers": ["Monday"],
        "relevant_ids": ["mill"]}

Write = Callable[..., tuple[Path, Path]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(*questions: dict[str, Any] | str, corpus: list[dict[str, Any]] | None = None) -> tuple[Path, Path]:
        articles = corpus or [{"id": "mill", "title": "Fire", "text": MILL, "language": "en", "published": "2024-05-06"}]
        files = (tmp_path / "corpus.jsonl", tmp_path / "questions.jsonl")
        for path, records in zip(files, (articles, questions), strict=True):
            lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return files
    return write


def broken(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in ({**GOOD, "id": "q2"} | fields).items() if value is not ...}


def test_a_data_set_is_read_from_two_files(write: Write) -> None:
    gold = {"article_id": "mill", "quote": "Nobody was hurt."}
    data = load_jsonl(*write(GOOD, {**GOOD, "id": "q2", "kind": "number", "gold": [gold]}), name="mine")
    assert (data.name, data.split, [case.id for case in data.cases]) == ("mine", "test", ["q1", "q2"])
    assert data.documents[0].text == MILL
    assert str(data.documents[0].published) == "2024-05-06"
    assert data.cases[0].kind == "fact"
    assert data.cases[0].answerable
    assert data.cases[1].gold == (Gold("mill", 50, 66, "Nobody was hurt."),)


def test_the_short_names_of_published_sets_are_taken(write: Write) -> None:
    record = {"_id": "q1", "question": "When?", "lang": "en", "answers": ["Monday"], "relevant_ids": ["mill"],
              "options": ["Monday", "Friday"], "correct": 0, "domain": "wikinews", "question_de": "Wann?"}
    (case,) = load_jsonl(*write(record, corpus=[{"id": "mill", "text": MILL, "lang": "en"}])).cases
    assert (case.id, case.language, case.options, case.correct, case.domain) == (
        "q1", "en", ("Monday", "Friday"), 0, "wikinews")


@pytest.mark.parametrize(("record", "field", "expected"), [
    (broken(id=...), "id", "a text"),
    (broken(question=" "), "question", "a text"),
    (broken(question=7), "question", "a text"),
    (broken(language=...), "language", "a text"),
    (broken(language="English"), "language", "two small letters"),
    (broken(answers="Monday"), "answers", "a list of texts"),
    (broken(answers=["Monday", 3]), "answers", "a list of texts"),
    (broken(answers=[]), "answers", "at least one"),
    (broken(relevant_ids=[]), "relevant_ids", "at least one"),
    (broken(relevant_ids=["mil"]), "relevant_ids", "ids of articles"),
    (broken(answerable="no"), "answerable", "true or false"),
    (broken(answerable=False), "answers", "none"),
    (broken(id="q1"), "id", "an id of its own"),
    (broken(follows="q9"), "follows", "an earlier case"),
    (broken(follows="q1", history=["Where?"]), "history", "one of the two"),
    (broken(options=["Monday", "Friday"], correct=2), "correct", "0 to 1"),
    (broken(options=["Monday", "Friday"]), "correct", "0 to 1"),
    (broken(correct=0), "options", "the options"),
    (broken(correct=True), "correct", "a whole number"),
    (broken(relevant_ids=..., relevant_id=["mill"]), "relevant_id", "'relevant_ids'"),
    (broken(gold=["Nobody was hurt."]), "article_id", "a text"),
    (broken(gold=[{"article_id": "mil", "quote": "Nobody"}]), "article_id", "an article in the corpus"),
    (broken(gold=[{"article_id": "mill", "quote": "the"}]), "quote", "stands there once"),
    (broken(gold=[{"article_id": "mill", "quote": "Nobody was hurt.", "start": 49}]), "gold", "an exact slice"),
    (broken(gold=[{"article_id": "mill", "quote": "Nobody was hurt.", "start": 50, "end": 65}]), "gold", "exact slice"),
], ids=lambda value: value if isinstance(value, str) else "")
def test_an_error_names_line_field_and_what_was_expected(
    write: Write, record: dict[str, Any], field: str, expected: str
) -> None:
    corpus, questions = write(GOOD, "", record)
    with pytest.raises(DatasetError) as caught:
        load_jsonl(corpus, questions)
    assert caught.value.message.startswith(f"{questions}:3")
    assert repr(field) in caught.value.message
    assert expected in caught.value.remedy
    assert isinstance(caught.value, NewsciteError)


@pytest.mark.parametrize("line", ["{", "[1]", '"text"', '{"id": "q2"'])
def test_a_line_that_is_no_record_is_named(write: Write, line: str) -> None:
    with pytest.raises(DatasetError, match=re.escape("questions.jsonl:2 is")):
        load_jsonl(*write(GOOD, line))


def test_bytes_that_are_not_utf_8_are_named(write: Write) -> None:
    corpus, questions = write(GOOD)
    questions.write_bytes(questions.read_bytes() + b'{"id": "\xff"}\n')
    with pytest.raises(DatasetError, match=re.escape("questions.jsonl:2 cannot be read")):
        load_jsonl(corpus, questions)


def test_an_error_in_the_corpus_names_its_line(write: Write) -> None:
    corpus, questions = write(GOOD, corpus=[{"id": "mill", "text": MILL}, {"id": "two"}])
    with pytest.raises(DatasetError, match=re.escape(f"{corpus}:2")):
        load_jsonl(corpus, questions)


def test_a_missing_file_is_named(write: Write, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=re.escape("absent.jsonl")):
        load_jsonl(write(GOOD)[0], tmp_path / "absent.jsonl")


def test_history_is_given_or_follows_from_a_chain(write: Write) -> None:
    unknown = {"id": "q2", "question": "Who did it?", "language": "en", "answerable": False, "follows": "q1"}
    data = load_jsonl(*write(GOOD, unknown, {**GOOD, "id": "q3", "follows": "q2"},
                             {**GOOD, "id": "q4", "history": ["Where?", {"question": "When?", "answer": "Monday"}]}))
    burnt = PastTurn("When did the mill burn?", "Monday")
    assert [case.history for case in data.cases] == [
        (), (burnt,), (burnt, PastTurn("Who did it?")), (PastTurn("Where?"), PastTurn("When?", "Monday"))]


def test_a_set_made_by_a_class_keeps_the_same_rules() -> None:
    document = Document("mill", "Fire", MILL, "en")
    case = Case("q1", "When?", "en", "fact", True, ("Monday",), ("mill",))

    class Mine:
        def __init__(self, *cases: Case) -> None:
            self._cases = cases

        def load(self) -> Dataset:
            return Dataset("mine", "calibration", (document,), self._cases)

    source: DatasetSource = Mine(case)
    assert source.load().cases == (case,)
    for wrong in (replace(case, answers=()), replace(case, gold=(Gold("mill", 0, 4, "fire"),))):
        with pytest.raises(DatasetError, match="mine, case q1"):
            Mine(wrong).load()
    with pytest.raises(DatasetError, match="mine, case q1"):
        Mine(case, case).load()
    with pytest.raises(DatasetError, match="document mill"):
        Dataset("mine", "test", (document, document), ())


def test_the_fingerprint_changes_with_the_content_and_not_with_the_folder(write: Write, tmp_path: Path) -> None:
    files = write(GOOD)
    first = load_jsonl(*files)
    moved = tuple((tmp_path / f"moved-{path.name}") for path in files)
    for path, target in zip(files, moved, strict=True):
        target.write_bytes(path.read_bytes())
    assert load_jsonl(*moved).fingerprint == first.fingerprint
    others = [load_jsonl(*write({**GOOD, "answers": ["On Monday"]})), load_jsonl(*files, split="calibration")]
    assert len({first.fingerprint, *(other.fingerprint for other in others)}) == 3


def belebele_folder(folder: Path, documents: int = 12) -> Path:
    for language in ("en", "de"):
        lines = [json.dumps({"id": f"{language}-{number:03d}", "text": f"{language} {MILL} {number}", "lang": language})
                 for number in range(documents)]
        (folder / f"corpus_{language}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    lines = [json.dumps({"id": f"{number:03d}-0", "question": "When?", "question_de": "Wann?", "lang": "en",
                         "answers": ["Monday", "Montag"], "relevant_ids": [f"de-{number:03d}"], "answerable": True,
                         "options": ["Monday", "Friday"], "correct": 0}) for number in range(documents)]
    (folder / "questions.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_the_halves_of_belebele_share_no_document(tmp_path: Path) -> None:
    folder = belebele_folder(tmp_path)
    test, calibration, everything = (belebele(folder, "en", half) for half in ("test", "calibration", "all"))
    assert (test.split, calibration.split, everything.split) == ("test", "calibration", "test")
    halves = [{document.id for document in half.documents} for half in (test, calibration)]
    assert all(halves)
    assert not halves[0] & halves[1]
    assert halves[0] | halves[1] == {document.id for document in everything.documents}
    for half, ids in zip((test, calibration), halves, strict=True):
        assert {case.relevant_ids[0] for case in half.cases} == ids
    assert halves[1] == {f"en-{number:03d}" for number in range(12) if in_calibration_half(number)}


def test_belebele_is_asked_in_either_language_of_either(tmp_path: Path) -> None:
    folder = belebele_folder(tmp_path)
    english = belebele(folder, "de", "all").cases[0]
    assert (english.question, english.relevant_ids, english.correct) == ("When?", ("de-000",), 0)
    german = belebele(folder, "en", "all", question_language="de").cases[0]
    assert (german.question, german.language, german.relevant_ids) == ("Wann?", "de", ("en-000",))
    assert (german.answers[0], german.options, german.correct) == ("Montag", (), None)


@pytest.fixture(scope="module")
def seed_set() -> Dataset:
    return seeds()


def test_the_seeds_are_for_testing_only(seed_set: Dataset) -> None:
    assert seed_set.split == "test"
    assert sorted(document.language or "" for document in seed_set.documents) == ["de", "nl"]
    assert all(document.path and document.path.is_file() for document in seed_set.documents)


def test_the_seeds_have_the_promised_counts(seed_set: Dataset) -> None:
    kinds = Counter(case.kind for case in seed_set.cases)
    promised = {"fact": 20, "reason": 15, "number": 12, "who_said": 15, "both_articles": 10, "follow_up": 12,
                "near_miss": 25, "off_corpus": 15, "false_premise": 8, "injection": 6}
    assert set(kinds) == set(promised)
    assert {kind for kind, least in promised.items() if kinds[kind] < least} == set()
    languages = Counter(case.language for case in seed_set.cases)
    assert set(languages) == {"en", "de", "nl", "fr", "es"}
    assert min(languages[code] for code in ("en", "de", "nl")) >= 36
    assert min(languages[code] for code in ("fr", "es")) >= 12
    for document in seed_set.documents:
        assert sum(case.relevant_ids == (document.id,) for case in seed_set.cases) >= 30


def test_every_gold_quote_of_the_seeds_is_a_whole_exact_slice(seed_set: Dataset) -> None:
    texts = {document.id: document.text for document in seed_set.documents}
    quotes = [gold for case in seed_set.cases for gold in case.gold]
    assert len(quotes) > 150
    for gold in quotes:
        assert texts[gold.article_id][gold.start : gold.end] == gold.quote
        assert gold.quote[-1] in ".”"


def test_the_kinds_of_the_seeds_mean_what_they_say(seed_set: Dataset) -> None:
    articles = {document.id for document in seed_set.documents}
    for case in seed_set.cases:
        quoted = {gold.article_id for gold in case.gold}
        assert quoted == set(case.relevant_ids), case.id
        assert bool(case.gold) == (case.answerable or case.kind == "false_premise"), case.id
        assert (case.kind in ("near_miss", "off_corpus", "false_premise")) <= (not case.answerable), case.id
        assert (case.kind == "both_articles") <= (quoted == articles), case.id
        assert (case.kind == "follow_up") <= bool(case.history), case.id
        assert (case.kind == "injection") == bool(case.forbidden), case.id
        assert all(word in case.question for word in case.forbidden), case.id


def test_chains_of_the_seeds_stay_in_one_language(seed_set: Dataset) -> None:
    cases = {case.id: case for case in seed_set.cases}
    chained = [case for case in seed_set.cases if case.follows]
    assert max(len(case.history) for case in chained) >= 2
    for case in chained:
        before = cases[case.follows or ""]
        assert before.language == case.language
        assert case.history[-1].question == before.question


def test_no_number_of_the_seeds_is_missing_from_its_quotes(seed_set: Dataset) -> None:
    for case in seed_set.cases:
        if case.kind == "number" and case.answers[0][0].isdigit():
            digits = re.sub(r"\D", "", re.split(r"[^\d.,]", case.answers[-1].lstrip("€"))[0])
            said = [re.sub(r"(?<=\d)[.,](?=\d)", "", gold.quote) for gold in case.gold]
            assert any(digits in quote for quote in said), case.id


def test_no_question_is_copied_from_an_article(seed_set: Dataset) -> None:
    questions = [" ".join(case.question.casefold().split()) for case in seed_set.cases]
    assert len(set(questions)) == len(questions)
    for document in seed_set.documents:
        text = " ".join(document.text.casefold().split())
        assert not [question for question in questions if question.rstrip(" ?") in text]


def test_the_calibration_questions_hold_no_text_of_an_article() -> None:
    records = [json.loads(line) for line in (CASES / "wikinews.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(records) >= 60
    assert len({record["id"] for record in records}) == len(records)
    assert len({found for record in records for found in record["relevant_ids"]}) >= 40
    assert 0.28 <= sum(not record["answerable"] for record in records) / len(records) <= 0.4
    for record in records:
        assert set(record) == {"id", "question", "language", "kind", "answerable", "answers", "relevant_ids"}
        assert max(map(len, record["answers"]), default=0) <= 80


def test_the_calibration_questions_are_for_calibration_only(tmp_path: Path) -> None:
    records = [json.loads(line) for line in (CASES / "wikinews.jsonl").read_text(encoding="utf-8").splitlines()]
    ids = sorted({found for record in records for found in record["relevant_ids"]})
    corpus = "\n".join(json.dumps({"id": found, "text": f"{MILL} {found}"}) for found in ids)
    (tmp_path / "corpus.jsonl").write_text(corpus, encoding="utf-8")
    assert wikinews(tmp_path).split == "calibration"


@pytest.mark.skipif(not os.environ.get("NEWSCITE_WIKINEWS"), reason="NEWSCITE_WIKINEWS is not set")
def test_the_calibration_answers_are_in_their_articles() -> None:
    data = wikinews(Path(os.environ["NEWSCITE_WIKINEWS"]))
    texts = {document.id: document.text.casefold() for document in data.documents}
    names = [case for case in data.cases if case.answerable and case.kind in ("fact", "number") and case.language == "en"]
    found = [case for case in names if any(answer.casefold() in texts[case.relevant_ids[0]] for answer in case.answers)]
    assert len(found) >= len(names) - 1
