"""What a library promises: versions, near-duplicates, one writer, a clear word where it cannot be opened."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.durability.world import HashEmbedder, article_text
from rag import Assistant, Settings
from rag.errors import LibraryBusyError, LibraryDamagedError, LibraryError, LibraryTooNewError
from rag.library import Library
from rag.library.lock import index_alone, index_shared, writing
from rag.library.schema import connect
from rag.library.sketch import resemblance, sketch

AGENCY = (
    "BRUSSELS - The port of Zeebrugge will close its northern lock for six weeks from Monday, the harbour authority said. "
    "Engineers found cracks in the hinge of the inner gate during an inspection in March. Ships longer than 180 metres "
    "will be sent to Vlissingen in the meantime, which costs carriers about a day. The repair is paid for by the "
    "contractor that had built the gate in 2019, under a guarantee of ten years. Unions had asked for the closure since "
    "the winter, when a barge was stuck between the gates for nine hours and its crew had to be taken off by boat."
)


def test_the_same_agency_text_in_two_outlets_is_one_source_and_another_report_is_not() -> None:
    edited = "Zeebrugge lock shut. By our harbour reporter. " + AGENCY.replace("BRUSSELS - ", "")
    own = (
        "Carriers to Zeebrugge have to go round by Vlissingen. From Monday on a lock in the Belgian port is being mended, "
        "after a gate had cracked. Who is to pay was disputed until last week; now the builder does. It will take until "
        "the end of the summer before the longest vessels can call again, a spokeswoman of the authority told us."
    )
    assert resemblance(sketch(AGENCY), sketch(edited)) > 0.8
    assert resemblance(sketch(AGENCY), sketch(own)) < 0.1
    assert resemblance(sketch("Two words"), sketch("Two words")) == 0.0


def test_a_library_of_a_newer_version_is_refused_and_not_touched(tmp_path: Path) -> None:
    Library(tmp_path).close()
    with sqlite3.connect(tmp_path / "library.sqlite3") as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(LibraryTooNewError, match="newer version") as caught:
        Library(tmp_path)
    assert "Update Newscite" in caught.value.remedy


def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    file.write_bytes(b"this is not a database, " * 100)
    before = file.read_bytes()
    with pytest.raises(LibraryDamagedError, match=r"library\.sqlite3"):
        Library(tmp_path)
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match="cannot be opened for writing") as caught:
        Library(tmp_path / "file" / "library")
    assert "NEWSCITE_HOME" in caught.value.remedy


def test_a_failed_transaction_leaves_nothing_behind(tmp_path: Path) -> None:
    library = Library(tmp_path)
    before = library.store.generation

    def half() -> None:
        with library.store.transaction() as connection:
            connection.execute("INSERT INTO files VALUES ('a', 'b', 'c', 1)")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert library.store.rows("SELECT * FROM files") == []
    assert library.store.generation == before
    library.close()


def hold(folder: Path, ready: multiprocessing.synchronize.Event) -> None:
    with writing(folder, 5):
        ready.set()
        time.sleep(60)


def test_a_second_writer_is_refused_clearly_and_a_killed_one_frees_the_lock_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    other = context.Process(target=hold, args=(tmp_path, ready))
    other.start()
    assert ready.wait(30)
    with pytest.raises(LibraryBusyError, match="Another process"), writing(tmp_path, 0.2):
        pass
    other.kill()
    other.join()
    began = time.monotonic()
    with writing(tmp_path, 5):
        assert time.monotonic() - began < 1


def read_index(folder: Path, ready: multiprocessing.synchronize.Event) -> None:
    with index_shared(folder) as shared:
        assert shared
        ready.set()
        time.sleep(60)


def test_readers_share_the_index_and_a_writer_waits_for_the_last_of_them(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    other = context.Process(target=read_index, args=(tmp_path, ready))
    other.start()
    assert ready.wait(30)
    with index_shared(tmp_path) as shared:
        assert shared
    with pytest.raises(LibraryBusyError, match="reading"), index_alone(tmp_path, 0.2):
        pass
    other.kill()
    other.join()
    with index_alone(tmp_path, 5), index_shared(tmp_path) as shared:
        assert not shared


def test_an_index_that_cannot_be_locked_is_told_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "index.lock").mkdir()
    with pytest.raises(LibraryError, match="cannot be locked") as caught, index_alone(tmp_path, 0.2):
        pass
    assert "room" in caught.value.remedy
    with index_shared(tmp_path) as shared:
        assert not shared
    (tmp_path / "index.lock").rmdir()
    with index_alone(tmp_path, 0.2):
        pass


def open_new(file: Path, together: multiprocessing.synchronize.Barrier) -> None:
    together.wait(30)
    connect(file).close()


def test_processes_that_make_a_library_at_the_same_moment_wait_for_each_other(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    for number in range(25):
        together = context.Barrier(6)
        opening = [context.Process(target=open_new, args=(tmp_path / f"{number}.sqlite3", together)) for _ in range(6)]
        for process in opening:
            process.start()
        for process in opening:
            process.join(60)
        assert [process.exitcode for process in opening] == [0] * 6


# Verify


_HARMS = {
    "a digit of the full text": ("UPDATE passage_text SET body = replace(body, 'nine', '8ine') WHERE rowid = :id", "slice"),
    "a letter of the article": ("UPDATE articles SET text = replace(text, 'crane', 'crone') WHERE article_id = 'b'", "slice"),
    "an end": ("UPDATE passages SET end = end - 1 WHERE passage_id = :id", "slice"),
    "the sentences": ("UPDATE passages SET sentences = '[[0' WHERE passage_id = :id", "where its sentences are"),
    "zeros": ("UPDATE passages SET vector = zeroblob(length(vector)) WHERE passage_id = :id", "no model makes"),
    "zeros of sentences": ("UPDATE passages SET bias = 0.0, sentence_vectors = zeroblob(length(sentence_vectors)) WHERE "
                           "passage_id = :id", "a sentence that no model makes"),
    "no number": ("UPDATE passages SET vector = CAST(x'0000c07f' || substr(vector, 5) AS BLOB) WHERE passage_id = :id",
                  "no model makes"),
    "a short vector": ("UPDATE passages SET vector = substr(vector, 5) WHERE passage_id = :id", "another length"),
    "no whole float": ("UPDATE passages SET vector = substr(vector, 2) WHERE passage_id = :id", "another length"),
    "too few sentences": ("UPDATE passages SET sentence_vectors = substr(sentence_vectors, 5) WHERE passage_id = :id",
                          "lacks vectors"),
    "a bias": ("UPDATE passages SET bias = 9e999 WHERE passage_id = :id", "no number"),
}


@pytest.fixture
def cranes(home: Path, tmp_path: Path) -> Iterator[Assistant]:
    """A library of three articles, whose files lie in `cranes`."""
    folder = tmp_path / "cranes"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(article_text(name, 1))
    with Assistant.open(Settings(home=home, writer="quotes"), embedding=HashEmbedder()) as assistant:
        assistant.ingest(folder)
        yield assistant


def harm(home: Path, statement: str) -> int:
    """Harms a passage of the article b behind the program's back; returns its id."""
    with closing(sqlite3.connect(home / "library.sqlite3")) as connection, connection:
        (passage_id,) = connection.execute("SELECT min(passage_id) FROM passages WHERE article_id = 'b'").fetchone()
        assert connection.execute(statement, {"id": passage_id}).rowcount
    return int(passage_id)


@pytest.mark.parametrize("name", _HARMS)
def test_what_is_harmed_in_a_library_is_named_with_its_article_and_mended_as_told(
        cranes: Assistant, home: Path, tmp_path: Path, name: str) -> None:
    cranes.library.backup(tmp_path / "copy")
    statement, said = _HARMS[name]
    passage_id = harm(home, statement)
    report = cranes.library.verify()
    assert not report.ok
    own = [problem for problem in report.problems if problem.startswith(f"passage {passage_id} of 'b' ")]
    assert len(own) == 1
    assert said in own[0]
    (remedy,) = report.remedies
    assert "newscite library restore" in remedy
    assert "newscite library remove b)" in remedy
    assert "rebuild" not in remedy
    cranes.library.remove(["b"])
    cranes.ingest(tmp_path / "cranes")
    assert cranes.library.verify().ok
    harm(home, statement)
    cranes.library.restore(tmp_path / "copy", replace=True)
    mended = cranes.library.verify()
    assert (mended.ok, mended.remedies, mended.indexed) == (True, (), mended.passages)


@pytest.mark.parametrize("way", ["restore", "delete"])
def test_no_word_of_a_harmed_full_text_outlasts_the_remedy(
        cranes: Assistant, home: Path, tmp_path: Path, way: str) -> None:
    cranes.library.remove(["b"])
    cranes.library.backup(tmp_path / "copy")
    cranes.ingest(tmp_path / "cranes")
    harm(home, "UPDATE passage_text_content SET c0 = replace(c0, 'moved', 'm0ved') WHERE id = :id")
    report = cranes.library.verify()
    assert any("slice" in problem for problem in report.problems)
    assert "newscite library restore" in report.remedies[0]
    if way == "restore":
        cranes.library.restore(tmp_path / "copy", replace=True)
    else:
        cranes.library.delete_all()
        cranes.ingest(tmp_path / "cranes")
    assert cranes.library.verify().ok
    with closing(sqlite3.connect(home / "library.sqlite3")) as connection:
        connection.execute("INSERT INTO passage_text (passage_text, rank) VALUES ('integrity-check', 0)")


def test_the_count_of_the_index_is_told_truly_or_not_at_all(cranes: Assistant, home: Path) -> None:
    harm(home, _HARMS["an end"][0])
    report = cranes.library.verify()
    assert (report.ok, report.indexed) == (False, report.passages)
    harm(home, _HARMS["zeros"][0])
    assert cranes.library.verify().indexed is None


def test_an_index_that_is_gone_is_to_be_made_anew_and_then_is_whole(cranes: Assistant, home: Path) -> None:
    cranes.close()
    for build in [path for path in (home / "index").iterdir() if path.is_dir()]:
        shutil.rmtree(build)
    with Assistant.open(Settings(home=home, writer="quotes"), embedding=HashEmbedder()) as again:
        report = again.library.verify()
        assert (report.ok, report.indexed) == (False, None)
        (remedy,) = report.remedies
        assert "newscite library rebuild" in remedy
        again.library.rebuild()
        assert again.library.verify().ok


def test_text_that_is_no_utf8_is_damage_and_is_not_repeated(cranes: Assistant, home: Path) -> None:
    harm(home, "UPDATE articles SET text = CAST(x'ff' || CAST(text AS BLOB) AS TEXT) WHERE article_id = 'b'")
    with pytest.raises(LibraryDamagedError, match="UTF-8") as caught:
        cranes.library.verify()
    assert "crane" not in str(caught.value)


# Who may read it


@pytest.mark.skipif(os.name == "nt", reason="a mode says nothing there")
def test_a_new_folder_is_for_its_owner_alone_and_one_that_was_there_stays_as_it_is(
        tmp_path: Path, cranes: Assistant) -> None:
    def mode(folder: Path) -> int:
        return stat.S_IMODE(folder.stat().st_mode)

    before = os.umask(0o022)
    try:
        Library(tmp_path / "above" / "new").close()
        (tmp_path / "there").mkdir(0o755)
        Library(tmp_path / "there").close()
        cranes.library.backup(tmp_path / "copy")
        settings = Settings(home=tmp_path / "restored", writer="quotes")
        with Assistant.open(settings, embedding=HashEmbedder()) as assistant:
            assistant.library.restore(tmp_path / "copy")
    finally:
        os.umask(before)
    modes = [mode(tmp_path / name) for name in ("above", "above/new", "there", "restored")]
    assert modes == [0o755, 0o700, 0o755, 0o700]
