"""Reports over several data sets: legible side by side, in HTML and in Markdown, and with what another language costs."""
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from eval_archive import PROFILE, HashEmbedder, archive
from lxml import html

from eval.aggregate import aggregates
from eval.artefacts import read_document
from eval.dataset import Case, Dataset, Document
from eval.markdown import markdown
from eval.parallel import parallels
from eval.report import report_html
from eval.run import evaluate
from eval.scores import CaseScore, MarkValue, Scores, TimingScores
from rag.settings import Settings


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run over two data sets."""
    folder = tmp_path_factory.mktemp("runs") / "two"
    small = Document("note", "Note", "A ship called Aurora left Antwerp on Sunday.", "en")
    other = Dataset("note", "test", (small,), (
        Case("note-1", "Which ship left Antwerp on Sunday?", "en", "fact", True, ("Aurora",), ("note",)),))
    evaluate(replace(PROFILE, writers=("quotes", "honest", "inventing")), folder=folder, datasets=[archive(), other],
             embedding=HashEmbedder(), settings=Settings())
    return folder


@pytest.fixture
def scores(folder: Path) -> Scores:
    return read_document(folder / "scores.json", Scores)


@pytest.fixture
def timings(folder: Path) -> TimingScores:
    return read_document(folder / "timings.json", TimingScores)


def columns(page: str, name: str) -> dict[str, list[str]]:
    """Returns the rows of a table by their names."""
    (table,) = html.fromstring(page).xpath(f"//table[@aria-label='{name}']")
    return {row.xpath("string(./th/node()[1])"): [cell.text_content() for cell in row.xpath("./td")]
            for row in table.xpath("./tbody/tr")}


def test_several_data_sets_stand_side_by_side(scores: Scores, timings: TimingScores) -> None:
    page = report_html(scores, timings)
    rows = columns(page, "Data sets")
    hit = scores.aggregate("quote_hit", "quotes", "archive")
    assert hit is not None
    assert rows["right quote cited"][0].startswith(f"{hit.value:.3f}")
    assert rows["right quote cited"][1] == "–", "the other one has no gold quotes"
    assert all("ms" in cell for cell in rows["time for an answer, median"])
    assert html.fromstring(page).xpath("//nav/a[@href='#overview']")
    one = replace(scores, parts=scores.parts[:1])
    assert not html.fromstring(report_html(one, timings)).xpath("//*[@id='overview']")


def test_times_have_a_row_for_each_part_and_a_column_for_each_system(scores: Scores, timings: TimingScores) -> None:
    page = html.fromstring(report_html(scores, timings))
    tables = page.xpath("//table[@aria-label='Times: Time to answer']")
    assert len(tables) == 2
    assert [cell.text_content() for cell in tables[0].xpath("./thead//th")] == ["", "honest", "quotes"]
    parts = [row.xpath("string(./th)") for row in tables[0].xpath("./tbody/tr")]
    assert parts == ["condense", "search", "evidence", "second look", "first token", "generate", "verify", "total"]


def test_a_matrix_is_drawn_where_it_has_more_than_one_square(scores: Scores) -> None:
    page = html.fromstring(report_html(scores))
    assert page.xpath("//section[@id='part-archive-retrieval']//figure[contains(@class, 'matrix')]")
    assert not page.xpath("//section[@id='part-note-retrieval']//figure[contains(@class, 'matrix')]")


def test_answers_are_told_by_language_pair_with_intervals(scores: Scores) -> None:
    rows = columns(report_html(scores), "Answers by language pair")
    assert set(rows) == {"de-de", "en-de", "en-en"}
    assert all("n " in cell for cell in rows["en-en"][:2])


def test_markdown_has_a_column_for_each_writer_and_attacks_apart(scores: Scores, timings: TimingScores) -> None:
    text = markdown(scores, timings)
    lines = text.splitlines()
    head = lines[lines.index("### Citations") + 2]
    assert [cell.strip() for cell in head.strip("|").split("|")] == ["metric", "honest", "quotes", "what it is"]
    assert "### Robustness under attack" in lines
    assert "### Retrieval by language pair" in lines
    assert text.count("### Answers by language pair") == 1, "one pair is all there is of the other"
    assert any(line.startswith("| answer honest") and "[" in line for line in lines)


def case(dataset: str, number: int, article: str, value: float) -> CaseScore:
    return CaseScore(dataset, f"q{number}", f"Question {number}?", "en", "fact", True, f"en-{article}", f"{dataset}{number}",
                     ("x",), ("a",), (), (), (), None, (MarkValue("ndcg@10", "dense", value),), {}, {})


def test_what_another_language_costs_is_told_between_data_sets_that_ask_the_same() -> None:
    english = [case("en", at, "en", 0.9) for at in range(30)]
    german = [case("de", at, "de", 0.6 if at % 2 else 0.8) for at in range(30)]
    (found,) = parallels({"de": german, "en": english}, 0)
    assert (found.a, found.b) == ("dense on en", "dense on de")
    assert found.difference == pytest.approx(0.2)
    assert found.low is not None
    assert found.low > 0.1
    assert "dense on en is better than dense on de" in found.verdict
    assert parallels({"de": german[:19], "en": english[:19]}, 0) == [], "too few"
    other = [replace(item, question="Another?") for item in german]
    assert parallels({"de": other, "en": english}, 0) == []


def test_the_gap_within_a_data_set_compares_articles_in_one_language() -> None:
    """French articles are asked in French alone, and are hard: they say nothing of what another language costs."""
    cases = [*(case("d", at, "en", 0.9) for at in range(10)),
             *(replace(case("d", at, "en", 0.8), language="de", pair="de-en") for at in range(10, 20)),
             *(replace(case("d", at, "fr", 0.1), language="fr", pair="fr-fr") for at in range(20, 60))]
    (gap,) = [item for item in aggregates(cases, 0) if item.slice_by == "gap"]
    assert (gap.value, gap.scored) == (pytest.approx(0.1), 20)
