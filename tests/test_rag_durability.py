"""Nothing that was acknowledged is lost: kills, damaged files, full disks, several processes, copies, older formats."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import rag.library.schema as schema
from benchmarks.durability.act import open_library
from benchmarks.durability.damage import DamageTally
from benchmarks.durability.death import POINTS
from benchmarks.durability.full_disk import available, full_disk
from benchmarks.durability.rebuilding import rebuild_of
from benchmarks.durability.world import HashEmbedder, NeverEncoding, article_text
from rag import Assistant, Filters, Settings
from rag.errors import LibraryDamagedError, LibraryError, LibraryTooNewError
from rag.library import Library
from rag.library.lock import writing


def assistant_of(home: Path, embedder: HashEmbedder | None = None) -> Assistant:
    return Assistant.open(Settings(home=home, writer="quotes"), embedding=embedder or HashEmbedder())


def write(folder: Path, **versions: int) -> Path:
    folder.mkdir(exist_ok=True)
    for name, version in versions.items():
        (folder / f"{name}.txt").write_text(article_text(name, version))
    return folder


@pytest.fixture
def filled(home: Path, tmp_path: Path) -> Iterator[Assistant]:
    """A library of three articles, one of them cited by a conversation."""
    with assistant_of(home) as assistant:
        assistant.ingest(write(tmp_path / "articles", a=1, b=1, c=1))
        text = assistant.library.show("a").text
        assistant._library.conversations.add("talk", "What of it?", "{}", [])
        assert text
        yield assistant


# Kills


def in_a_process_of_its_own(code: str, *arguments: str, timeout: float = 200) -> str:
    """Runs code where no Chroma client has ever been open: only such a process may be forked."""
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=timeout,
                          env={**os.environ, "OPENBLAS_NUM_THREADS": "1"}, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_nothing_is_lost_duplicated_mixed_or_wedged_by_kills(tmp_path: Path) -> None:
    told = in_a_process_of_its_own("import sys; from benchmarks.crash import main; sys.exit(main(sys.argv[1:]))",
                                   "--kills", "20", "--seed", str(os.getpid()), "--readers", "1")
    assert "20 kills: lost 0, duplicated 0, mixed 0, wedged 0." in told


def test_the_check_after_a_kill_finds_what_a_library_without_transactions_loses(tmp_path: Path) -> None:
    code = """
import sys
from contextlib import contextmanager
from pathlib import Path
from benchmarks.durability import campaign
from rag.library.store import Store

@contextmanager
def piecemeal(self, *, searchable=True):
    with self._use() as connection:
        yield connection
        if searchable:
            connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'")

Store.transaction = piecemeal
campaign.POINTS = tuple(point for point in campaign.POINTS if point.name.startswith("in the transaction"))
campaign.random.Random.choice = lambda self, items: items[int(self.random() * len(items))] if "time" not in items else "point"
campaign.preload()
for tally in campaign.campaign(Path(sys.argv[1]), 30, 1, 0):
    if tally.findings:
        break
print(tally.findings)
sys.exit(0 if tally.findings else 1)
"""
    assert re.search("lost|mixed|wedged", in_a_process_of_its_own(code, str(tmp_path)))


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.name)
def test_every_named_point_is_a_function_of_the_code(point: Any) -> None:
    module = "rag." + point.file.removesuffix(".py").replace("/", ".")
    target: Any = __import__(module, fromlist=["*"])
    for part in point.function.split("."):
        target = getattr(target, part)
    assert callable(target)


# Damage


def test_an_index_with_a_harmed_file_is_noticed_answered_around_and_made_anew_without_embedding(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from benchmarks.durability.campaign import preload
from benchmarks.durability.damage import damage
preload()
tally = damage(Path(sys.argv[1]), 12, int(sys.argv[2]))
print(tally)
sys.exit(1 if tally.findings else 0)
"""
    told = in_a_process_of_its_own(code, str(tmp_path), str(os.getpid()))
    tally = eval(told, {"DamageTally": DamageTally, "Counter": dict})  # our own repr
    assert tally.trials == 12
    # Of six kinds of file, five are under the seal: nearly all of their harms are told at the first question.
    assert tally.at_once >= 5


def test_the_index_of_a_large_library_is_made_anew_without_embedding(tmp_path: Path) -> None:
    done = rebuild_of(tmp_path / "large", 1500)
    assert done.findings == ()
    assert done.passages == 1500
    assert done.seconds < 30


def test_one_flipped_bit_of_the_graph_is_told_at_the_next_question_and_mended_by_the_next_ingest(
        tmp_path: Path, home: Path) -> None:
    code = ("import sys; from pathlib import Path; from benchmarks.durability.damage import _make\n"
            "import multiprocessing; _make(Path(sys.argv[1]), multiprocessing.Pipe()[1])")
    in_a_process_of_its_own(code, str(tmp_path / "made"))
    home = tmp_path / "made"
    graph = next(home.rglob("data_level0.bin"))
    data = bytearray(graph.read_bytes())
    data[len(data) // 2] ^= 1
    graph.write_bytes(data)
    with assistant_of(home, NeverEncoding()) as assistant:
        live = assistant._index
        for entry in next(iter(assistant._library.passages.entries())):
            assert live.nearest(entry.vector, 1, Filters()) == [entry.passage_id]
        assert live.fault is not None
        assert "files are not as they were left" in live.fault.message
        assistant.ingest(home / "sources")
        assert assistant.library.verify().ok
        live.nearest(entry.vector, 1, Filters())
        assert live.fault is None


def test_an_index_whose_own_tables_hold_no_text_ends_no_process(tmp_path: Path, home: Path) -> None:
    with assistant_of(home) as assistant:
        assistant.ingest(write(tmp_path / "articles", a=1))
    connection = sqlite3.connect(next(home.rglob("chroma.sqlite3")))
    connection.execute("UPDATE migrations SET sql = CAST(x'd5' AS TEXT)")
    connection.commit()
    connection.close()
    code = """
import sys
from pathlib import Path
from benchmarks.durability.world import HashEmbedder
from rag import Assistant, Filters, Settings
with Assistant.open(Settings(home=Path(sys.argv[1]), writer="quotes"), embedding=HashEmbedder()) as assistant:
    (entry, *_), *_ = assistant._library.passages.entries()
    assert assistant._index.nearest(entry.vector, 1, Filters()) == [entry.passage_id]
    assert assistant._index.fault is not None
    assistant.ingest(sys.argv[2])
    assert assistant.library.verify().ok
"""
    in_a_process_of_its_own(code, str(home), str(tmp_path / "articles"))


def test_an_article_that_was_edited_often_is_still_found_among_its_dead_twins(filled: Assistant, tmp_path: Path) -> None:
    # The middle passage is the same in each version: its dead twins all stand nearer than anything else.
    for version in range(2, 40):
        filled.ingest(write(tmp_path / "articles", a=version))
    entries = [entry for batch in filled._library.passages.entries() for entry in batch]
    assert filled._index.count() > 4 * len(entries)
    for entry in entries:
        assert filled._index.nearest(entry.vector, 1, Filters()) == [entry.passage_id]
    assert filled._index.fault is None
    assert filled.library.verify().ok


# Full disk


@pytest.mark.skipif(not available(), reason="needs Linux and a C compiler")
def test_a_full_disk_leaves_the_old_state_and_the_step_can_be_done_again() -> None:
    done = full_disk(every=150)
    assert done.returncode == 0, done.stdout + done.stderr
    failed = int(done.stdout.split(" ", 1)[0])
    assert failed >= 5


# Several processes


def take_turns(home: Path, sources: Path, number: int, rounds: int, faults: Any) -> None:
    name = f"own{number}"
    try:
        with assistant_of(home) as assistant:
            for turn in range(rounds):
                write(sources, **{name: turn + 1})
                assistant.ingest(sources / f"{name}.txt")
                text = assistant.library.show(name).text
                if text.strip() != article_text(name, turn + 1).strip():
                    faults.put(f"{name} is not what this process has just put there")
                if turn % 3 == 2:
                    assistant.library.remove([name])
                for entries in assistant._library.passages.entries():
                    for entry in entries[:5]:
                        near = assistant._index.nearest(entry.vector, 3, Filters())
                        if entry.passage_id not in near and assistant._library.passages.known([entry.passage_id]):
                            faults.put(f"{name} does not find a passage of {entry.article_id}")
    except Exception as error:  # noqa: BLE001 - handed on to the test
        faults.put(repr(error))


def test_eight_processes_that_write_and_read_leave_a_whole_library(home: Path, tmp_path: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["benchmarks.durability.warm"])
    faults = context.Queue()
    sources = tmp_path / "articles"
    sources.mkdir()
    others = [context.Process(target=take_turns, args=(home, sources, number, 4, faults)) for number in range(8)]
    for other in others:
        other.start()
    for other in others:
        other.join(120)
        assert other.exitcode == 0
    found = []
    while not faults.empty():
        found.append(faults.get())
    assert not found
    with assistant_of(home) as assistant:
        assert {item.article_id: item.version for item in assistant.library.list()} == {
            f"own{number}": 4 for number in range(8)}
        assert assistant.library.verify().ok


def ingest_one(home: Path, source: Path) -> None:
    with assistant_of(home) as assistant:
        assistant.ingest(source)


def test_who_removes_an_article_still_sees_what_another_process_added_before(home: Path, tmp_path: Path) -> None:
    sources = tmp_path / "articles"
    sources.mkdir()
    write(sources, mine=1, other=1)
    with assistant_of(home) as assistant:
        assistant.ingest(sources)
        (vector, *_) = [entry.vector for entries in assistant._library.passages.entries() for entry in entries]
        assert assistant._index.nearest(vector, 1, Filters())
        write(sources, theirs=1)
        context = multiprocessing.get_context("forkserver")
        other = context.Process(target=ingest_one, args=(home, sources / "theirs.txt"))
        other.start()
        other.join(120)
        assert other.exitcode == 0
        assistant.library.remove(["mine"])
        for entries in assistant._library.passages.entries():
            for entry in entries:
                assert entry.passage_id in assistant._index.nearest(entry.vector, 3, Filters()), entry.article_id
        assert assistant._index.fault is None


def hold(folder: Path, ready: Any) -> None:
    with writing(folder, 5):
        ready.set()
        time.sleep(60)


def test_the_lock_of_a_killed_writer_is_free_within_a_second(filled: Assistant, home: Path, tmp_path: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    ready = context.Event()
    other = context.Process(target=hold, args=(home, ready))
    other.start()
    assert ready.wait(60)
    waited: list[float] = []

    def wait() -> None:
        with writing(home, 30):
            waited.append(time.monotonic())

    waiting = threading.Thread(target=wait)
    waiting.start()
    time.sleep(0.2)
    killed = time.monotonic()
    os.kill(other.pid or 0, signal.SIGKILL)
    waiting.join(10)
    other.join()
    assert waited[0] - killed < 1


def test_two_readers_that_are_open_see_what_is_added_changed_and_removed(filled: Assistant, home: Path,
                                                                         tmp_path: Path) -> None:
    def found(reader: Assistant) -> set[tuple[str, int]]:
        entries = [entry for batch in filled._library.passages.entries() for entry in batch]
        for entry in entries:
            assert entry.passage_id in reader._index.nearest(entry.vector, 3, Filters())
        assert reader._index.fault is None
        return {(item.article_id, item.version) for item in reader.library.list()}

    with assistant_of(home) as one, assistant_of(home) as other:
        assert found(one) == found(other) == {("a", 1), ("b", 1), ("c", 1)}
        filled.ingest(write(tmp_path / "articles", a=2, d=1))
        assert found(one) == found(other) == {("a", 2), ("b", 1), ("c", 1), ("d", 1)}
        filled.library.remove(["b"])
        filled.library.rebuild()
        assert found(one) == found(other) == {("a", 2), ("c", 1), ("d", 1)}


# Copies


def test_a_copy_that_is_taken_while_others_write_is_whole_and_comes_back_without_embedding(
        filled: Assistant, home: Path, tmp_path: Path) -> None:
    stop = threading.Event()
    turn = [1]

    def keep_writing() -> None:
        while not stop.is_set():
            turn[0] += 1
            filled.ingest(write(tmp_path / "articles", a=turn[0], b=turn[0]))

    writer = threading.Thread(target=keep_writing)
    writer.start()
    with assistant_of(home) as reader:
        for _ in range(3):
            report = reader.library.backup(tmp_path / "copy.sqlite3")
    stop.set()
    writer.join(30)
    assert (report.conversations, report.bytes) == (1, (tmp_path / "copy.sqlite3").stat().st_size)
    assert {path.name for path in tmp_path.iterdir()} == {"articles", "copy.sqlite3", "library"}
    with assistant_of(tmp_path / "elsewhere", NeverEncoding()) as restored:
        restored.library.restore(tmp_path / "copy.sqlite3")
        assert restored.library.verify().ok
        assert {item.article_id for item in restored.library.list()} == {"a", "b", "c"}
        versions = {name: restored.library.show(name).summary.version for name in "abc"}
        for name, version in versions.items():
            assert restored.library.show(name).text.strip() == article_text(name, version).strip()
        assert [item.title for item in restored.conversations.list()] == ["What of it?"]


def test_restoring_over_a_library_needs_a_word_and_is_seen_by_those_who_have_it_open(
        filled: Assistant, home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    filled.library.backup(copy)
    filled.library.remove(["a", "b"])
    filled.ingest(write(tmp_path / "articles", d=1))
    with pytest.raises(LibraryError, match="not empty") as caught:
        filled.library.restore(copy)
    assert "--replace" in caught.value.remedy
    with assistant_of(home) as reader:
        assert {item.article_id for item in reader.library.list()} >= {"c", "d"}
        filled.library.restore(copy, replace=True)
        assert {item.article_id for item in reader.library.list()} == {"a", "b", "c"}
        for entries in reader._library.passages.entries():
            for entry in entries:
                assert reader._index.nearest(entry.vector, 1, Filters()) == [entry.passage_id]
        assert reader._index.fault is None
    assert filled.library.verify().ok
    assert not list(home.glob("restoring-*"))


def test_what_is_no_whole_copy_is_refused_and_changes_nothing(filled: Assistant, tmp_path: Path) -> None:
    before = [item.article_id for item in filled.library.list()]
    whole = tmp_path / "whole.sqlite3"
    filled.library.backup(whole)
    bad = tmp_path / "bad.sqlite3"

    bad.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with pytest.raises(LibraryDamagedError, match="bad"):
        filled.library.restore(bad, replace=True)
    bad.write_bytes(b"no database at all")
    with pytest.raises(LibraryDamagedError, match="bad"):
        filled.library.restore(bad, replace=True)
    bad.unlink()
    sqlite3.connect(bad).close()
    with pytest.raises(LibraryError, match="no library of Newscite"):
        filled.library.restore(bad, replace=True)
    with pytest.raises(LibraryError, match="no file"):
        filled.library.restore(tmp_path / "nowhere.sqlite3", replace=True)
    bad.write_bytes(whole.read_bytes())
    with sqlite3.connect(bad) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(LibraryTooNewError, match="newer"):
        filled.library.restore(bad, replace=True)
    bad.write_bytes(whole.read_bytes())
    with sqlite3.connect(bad) as connection:
        connection.execute("UPDATE passages SET start = start + 1 WHERE passage_id = 2")
    connection.close()
    with pytest.raises(LibraryDamagedError, match="not the slice"):
        filled.library.restore(bad, replace=True)
    assert [item.article_id for item in filled.library.list()] == before
    assert filled.library.verify().ok


def test_a_copy_overwrites_an_earlier_copy_and_nothing_else(filled: Assistant, home: Path, tmp_path: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("mine")
    with pytest.raises(LibraryError, match="no copy of a library"):
        filled.library.backup(diary)
    assert diary.read_text() == "mine"
    with pytest.raises(LibraryError, match="no copy of a library"):
        filled.library.backup(home / "library.sqlite3")
    with pytest.raises(LibraryError, match="cannot be written"):
        filled.library.backup(tmp_path / "nowhere" / "copy.sqlite3")
    copy = tmp_path / "copy.sqlite3"
    filled.library.backup(copy)
    filled.library.remove(["a"])
    assert filled.library.backup(copy).articles == 2
    assert copy.stat().st_mode & 0o077 == 0
    # What was removed is not in the copy's unused pages either.
    assert b"markax1" not in copy.read_bytes()


# Formats


def make_first_format(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "_STEPS", schema._STEPS[:1])
        patch.setattr(schema, "SCHEMA_VERSION", 1)
        Library(folder).close()
    with sqlite3.connect(folder / "library.sqlite3") as connection:
        connection.execute("INSERT INTO conversations VALUES ('talk', 'What of it?', '2026-01-01')")
    connection.close()


@pytest.mark.parametrize("statement", range(3))
def test_an_upgrade_that_is_killed_leaves_the_old_format_and_is_done_by_the_next(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, statement: int) -> None:
    make_first_format(tmp_path, monkeypatch)
    code = """
import os, sys
from pathlib import Path
import rag.library.schema as schema
step, number = schema._STEPS[1], int(sys.argv[2])
statements = schema._statements(step)
class Dies(list):
    def __iter__(self):
        for at, item in enumerate([*list.__iter__(self), "SELECT 1"]):
            if at == min(number, len(self)):
                os.kill(os.getpid(), 9)
            yield item
schema._statements = lambda script: Dies(statements)
from rag.library import Library
Library(Path(sys.argv[1]))
"""
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path), str(statement)], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    connection = sqlite3.connect(tmp_path / "library.sqlite3")
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()
    library = Library(tmp_path)
    assert [item.title for item in library.conversations.list()] == ["What of it?"]
    assert library.store.row("PRAGMA user_version")[0] == schema.SCHEMA_VERSION
    library.close()


def test_a_copy_of_an_older_format_is_taken_in_and_left_as_it_is(home: Path, tmp_path: Path,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    make_first_format(tmp_path / "old", monkeypatch)
    copy = tmp_path / "old" / "library.sqlite3"
    with assistant_of(home) as assistant:
        assistant.library.restore(copy)
        assert [item.title for item in assistant.conversations.list()] == ["What of it?"]
    connection = sqlite3.connect(copy)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()


def test_the_harness_opens_a_library_under_the_model_that_it_has(home: Path, tmp_path: Path) -> None:
    with assistant_of(home, HashEmbedder("2")) as assistant:
        assistant.ingest(write(tmp_path / "articles", a=1))
    opened = open_library(home, tmp_path)
    assert opened.revision == "2"
    opened.assistant.close()
