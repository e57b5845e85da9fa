"""What a library promises: versions, near-duplicates, one writer, a clear word where it cannot be opened."""

from __future__ import annotations

import multiprocessing
import sqlite3
import sys
import time
from pathlib import Path

import pytest

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
