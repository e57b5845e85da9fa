"""The index is disposable: whatever happens to it, what is searched is the library."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from rag import Assistant, Filters, Settings
from rag.errors import IndexFaultError
from rag.index.chroma import Index, IndexPlace, new_index_name
from rag.library.records import Entry

ARTICLES = {
    "glacier": "The Rhone glacier lost four metres of ice last summer, the survey said. Sheets of cloth cover its edge.",
    "library": "The public library of Ghent will open on Sundays. Students had asked for it in a petition of 9,000 names.",
    "train": "A night train from Brussels to Prague runs again since March. It leaves three times a week at 19:22.",
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def assistant(home: Path, tmp_path: Path) -> Iterator[Assistant]:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text)
    with Assistant.open(Settings(home=home, writer="quotes")) as opened:
        opened.ingest([folder])
        yield opened


def best(assistant: Assistant, question: str) -> str:
    return assistant.search(question)[0].article_id


def entries(vectors: np.ndarray, first: int = 0) -> list[Entry]:
    return [Entry(first + at, row, "a", "en", None, None) for at, row in enumerate(vectors)]


def unit(count: int, seed: int) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, 384)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_recall_at_10_against_exact_search_is_at_least_98_per_cent(tmp_path: Path) -> None:
    # Random directions have no structure that a graph could use: real text is easier. benchmarks/recall.py has more.
    vectors, questions = unit(3000, 1), unit(50, 2)
    index = Index(IndexPlace(new_index_name(), tmp_path), create=True)
    index.upsert(entries(vectors))
    exact = np.argsort(-(questions @ vectors.T), axis=1)[:, :10]
    found = [set(index.nearest(question, 10, Filters())) for question in questions]
    index.close()
    recall = np.mean([len(found[at] & set(row.tolist())) / 10 for at, row in enumerate(exact)])
    assert recall >= 0.98


@pytest.mark.parametrize("harm", ["gone", "emptied", "garbage"])
def test_a_damaged_index_is_noticed_answered_without_and_made_anew_without_embedding(
        assistant: Assistant, home: Path, harm: str) -> None:
    assistant.close()
    builds = [path for path in (home / "index").iterdir() if path.is_dir()]
    for build in builds:
        if harm == "gone":
            shutil.rmtree(build)
        elif harm == "emptied":
            shutil.rmtree(build)
            build.mkdir()
        else:
            for file in build.rglob("*"):
                if file.is_file():
                    file.write_bytes(b"\xff" * 4096)
    with Assistant.open(Settings(home=home, writer="quotes")) as again:
        assert best(again, "Which glacier lost ice?") == "glacier"
        assert not again.library.verify().ok
        assert not next(item for item in again.status().findings if item.name == "index").ok
        again.library.rebuild()
        assert again.library.verify().ok
        assert best(again, "Which glacier lost ice?") == "glacier"


def test_a_reader_sees_what_another_process_ingests_without_a_restart(assistant: Assistant, home: Path,
                                                                      tmp_path: Path) -> None:
    assert best(assistant, "When do penguins in Antwerp moult?") in ARTICLES
    new = tmp_path / "penguins.txt"
    new.write_text("The penguins of Antwerp zoo moult in August, their keeper said. They then eat twice as much fish.")
    code = ("import sys; from rag import Assistant, Settings\n"
            "with Assistant.open(Settings(home=sys.argv[1])) as a: a.ingest([sys.argv[2]])")
    subprocess.run([sys.executable, "-c", code, str(home), str(new)], check=True, timeout=120)
    assert best(assistant, "When do penguins in Antwerp moult?") == "penguins"


def test_ids_that_a_killed_run_left_in_the_index_are_no_hits_and_no_hindrance(assistant: Assistant, tmp_path: Path) -> None:
    # A writer that is killed between index and library leaves passages that the library has never heard of.
    live = assistant._index
    with live.writing(5):
        live.add(entries(unit(40, 3), first=4))
    live.close()
    assert {passage.article_id for passage in assistant.search("Which train goes to Prague?")} == set(ARTICLES)
    more = tmp_path / "opera.txt"
    more.write_text("The opera of Liège plays Verdi in the park in June. Entry is free, and there are 2,000 seats.")
    assistant.ingest([more])
    assert best(assistant, "Where is Verdi played in June?") == "opera"
    assert assistant.library.verify().ok


def test_who_reads_while_another_writes_leaves_the_index_alone_and_finds_all_the_same(
    assistant: Assistant, home: Path, tmp_path: Path,
) -> None:
    live = assistant._index
    with live.writing(5), Assistant.open(Settings(home=home, writer="quotes")) as reader:
        live.add(entries(unit(40, 3), first=4))
        # Chroma writes its files in every process that opens them: two that do so lose passages.
        written = contents(home / "index")
        assert best(reader, "Which glacier lost ice?") == "glacier"
        assert {passage.article_id for passage in reader.search("Which train goes to Prague?")} == set(ARTICLES)
        assert reader._index.fault is None
        with pytest.raises(IndexFaultError, match="another process"):
            reader._index.count()
        assert contents(home / "index") == written
    more = tmp_path / "opera.txt"
    more.write_text("The opera of Liège plays Verdi in the park in June. Entry is free, and there are 2,000 seats.")
    with Assistant.open(Settings(home=home, writer="quotes")) as reader:
        assistant.ingest([more])
        assert best(reader, "Where is Verdi played in June?") == "opera"
        assert reader._index.count() > len(ARTICLES)


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_mostly_dead_index_is_made_anew_by_the_next_ingest(assistant: Assistant, tmp_path: Path) -> None:
    live = assistant._index
    with live.writing(5):
        live.add(entries(unit(1200, 3), first=1000))
        assert live.count() > 1200
    more = tmp_path / "opera.txt"
    more.write_text("The opera of Liège plays Verdi in the park in June. Entry is free, and there are 2,000 seats.")
    assistant.ingest([more])
    assert live.count() == len(ARTICLES) + 1
    assert len([path for path in (assistant.settings.folder / "index").iterdir() if path.is_dir()]) == 1


def test_an_index_on_a_chroma_server_serves_as_well(tmp_path: Path, chroma_server: str) -> None:
    article = tmp_path / "glacier.txt"
    article.write_text(ARTICLES["glacier"])
    settings = Settings(home=tmp_path / "served", writer="quotes", chroma_url=chroma_server)
    with Assistant.open(settings) as served:
        served.ingest([article])
        assert best(served, "Which glacier lost ice?") == "glacier"
        assert served.library.verify().ok
        assert not (tmp_path / "served" / "index").exists()
        served.library.delete_all()
