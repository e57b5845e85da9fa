"""What a library promises: versions, near-duplicates, one writer, a clear word where it cannot be opened."""

from __future__ import annotations

import multiprocessing
import sqlite3
import time
from pathlib import Path

import pytest

from rag.errors import LibraryBusyError, LibraryDamagedError, LibraryError, LibraryTooNewError
from rag.library import Library
from rag.library.lock import writing
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
