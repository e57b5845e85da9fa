"""Files that mean harm: none crashes, hangs or starves the loaders, stops an ingest, or is read outside its folder."""

from __future__ import annotations

import json
import os
import random
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.fuzz import fuzz, ingest_all
from benchmarks.hostile_files import KINDS, hostile_file
from rag.errors import LoadError
from rag.load import SourceFile, discover, parse, read_bytes
from rag.load import files as room
from rag.load.limits import MOST_CHARS, MOST_PARAGRAPHS
from rag.types import Article, Failure

SECRET = "The secret of the house is kept outside of the folder that was named."
STORY = "The harbour of Aarhus was closed on Monday because of a storm, the city said in a statement."


def failures(name: str, data: bytes) -> list[Failure]:
    return [item for item in parse(Path("/n", name), data) if isinstance(item, Failure)]


@pytest.mark.timeout(120)
def test_hostile_files_load_or_fail_by_name_within_time_and_memory() -> None:
    report = fuzz(150, seed=1, giant_bytes=2_000_000)
    assert not report.faults
    assert all(figure.reached for figure in report.figures())
    assert {trial.kind for trial in report.trials} == set(KINDS)
    assert any(trial.articles for trial in report.trials)
    assert any(trial.failures for trial in report.trials)


@pytest.mark.timeout(120)
def test_hostile_files_stop_no_ingest() -> None:
    lost = ingest_all(80, seed=2)
    assert lost.reached, str(lost)


def test_the_fuzzer_gives_the_same_file_for_the_same_number() -> None:
    assert [hostile_file(number, 3) for number in range(60)] == [hostile_file(number, 3) for number in range(60)]
    assert hostile_file(7, 3).data != hostile_file(7, 4).data


def _out_by_link(root: Path, outside: Path, draw: random.Random) -> Path:
    link = root / f"{draw.randrange(10**9)}.txt"
    link.symlink_to(outside / "secret.txt")
    return link


def _out_by_relative_link(root: Path, outside: Path, draw: random.Random) -> Path:
    link = root / f"{draw.randrange(10**9)}.txt"
    link.symlink_to(Path(os.path.relpath(outside, root), "secret.txt"))
    return link


def _out_by_folder(root: Path, outside: Path, draw: random.Random) -> Path:
    link = root / f"folder{draw.randrange(10**9)}"
    link.symlink_to(outside)
    return link / "secret.txt"


def _out_by_chain(root: Path, outside: Path, draw: random.Random) -> Path:
    number = draw.randrange(10**9)
    (root / f"a{number}.txt").symlink_to(f"b{number}.txt")
    (root / f"b{number}.txt").symlink_to(outside / "secret.txt")
    return root / f"a{number}.txt"


def _out_by_dots(root: Path, outside: Path, draw: random.Random) -> Path:
    return root / "/".join([".."] * draw.randrange(1, 4)) / outside.name / "secret.txt"


def _out_by_name(root: Path, outside: Path, draw: random.Random) -> Path:
    sign = draw.choice(["\0", "\u202e", "\n", "\x1b[2J", "%2e%2e/", "..\\"])
    return Path(f"{root}/{sign}../../{outside.name}/secret.txt")


def _absolute(root: Path, outside: Path, draw: random.Random) -> Path:
    return root / f"{outside}/secret.txt"


WAYS: tuple[Callable[[Path, Path, random.Random], Path], ...] = (
    _out_by_link, _out_by_relative_link, _out_by_folder, _out_by_chain, _out_by_dots, _out_by_name, _absolute)


def test_no_way_leads_out_of_the_folder_in_500_trials(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(SECRET)
    draw = random.Random(5)
    escapes = 0
    for trial in range(500):
        root = tmp_path / "root" / str(trial % 25)
        root.mkdir(parents=True, exist_ok=True)
        way = WAYS[trial % len(WAYS)](root, outside, draw)
        try:
            escapes += SECRET.encode() in read_bytes(SourceFile(way, root), 1000)
        except LoadError:
            continue
    for source in discover([tmp_path / "root"]):
        assert not isinstance(source, SourceFile), source
    assert escapes == 0


@pytest.mark.skipif(os.open not in os.supports_dir_fd, reason="the system opens by whole paths only")
def test_a_folder_that_becomes_a_link_while_it_is_read_leads_nowhere(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    for folder, text in ((root / "inner", STORY), (outside, SECRET)):
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(text)
    (root / "link").symlink_to(outside)
    ended = threading.Event()

    def swap() -> None:
        while not ended.is_set():
            os.rename(root / "inner", root / "kept")
            os.rename(root / "link", root / "inner")
            os.rename(root / "inner", root / "link")
            os.rename(root / "kept", root / "inner")

    swapper = threading.Thread(target=swap)
    swapper.start()
    read: set[bytes] = set()
    try:
        for _ in range(2000):
            try:
                read.add(read_bytes(SourceFile(root / "inner" / "a.txt", root), 1000))
            except LoadError:
                continue
    finally:
        ended.set()
        swapper.join()
    assert SECRET.encode() not in read


def test_what_is_no_file_is_passed_over_and_refused_when_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "null.txt").symlink_to("/dev/null")
    (tmp_path / "story.txt").write_text(STORY)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.txt"))
        found = list(discover([tmp_path]))
        assert [item.path.name for item in found if isinstance(item, SourceFile)] == ["story.txt"]
        for name in ("pipe.txt", "loop.txt", "null.txt", "socket.txt", "round", "no\0name.txt", "../story.txt"):
            with pytest.raises(LoadError):
                read_bytes(SourceFile(tmp_path / name, tmp_path), 1000)
            named = [tmp_path / name] if name != "round" else []
            assert all(isinstance(item, Failure) and item.remedy for item in discover(named))


def test_odd_names_are_read_and_names_that_are_no_text_are_reported(tmp_path: Path) -> None:
    for name in ("a\nb.txt", "\u202etxt.exe.txt", "\x1b[2J.txt", " .txt", "..x.txt", "ü" * 80 + ".txt"):
        (tmp_path / name).write_text(STORY)
    bad = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    try:
        Path(os.fsdecode(bad)).write_text(STORY)
    except OSError:
        pytest.skip("the file system takes no such names")
    found = list(discover([tmp_path]))
    [failure] = [item for item in found if isinstance(item, Failure)]
    assert "not text" in failure.reason
    json.dumps(failure.source).encode()
    failure.source.encode()
    sources = [item for item in found if isinstance(item, SourceFile)]
    assert len(sources) == 5  # one begins with a dot and is hidden
    for source in sources:
        [article] = [*parse(source.path, read_bytes(source, 1000))]
        assert isinstance(article, Article)
        assert article.name
        assert article.name.isprintable()


def test_a_tree_deeper_than_the_stack_is_walked(tmp_path: Path) -> None:
    folders = [f"{tmp_path}{'/d' * depth}" for depth in range(1, 1200)]
    for folder in folders:
        os.mkdir(folder)
    story = Path(folders[-1], "story.txt")
    story.write_text(STORY)
    try:
        [source] = discover([tmp_path])
        assert isinstance(source, SourceFile)
        assert read_bytes(source, 1000) == STORY.encode()
    finally:
        story.unlink()
        for folder in reversed(folders):  # what deletes whole trees is recursive
            os.rmdir(folder)


def test_a_tree_of_too_many_files_is_cut_with_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_FILES", 10)
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(STORY)
    assert all(isinstance(item, SourceFile) for item in discover([tmp_path]))
    (tmp_path / "more").mkdir()
    for number in range(8):
        (tmp_path / "more" / f"{number}.txt").write_text(STORY)
    [failure] = [item for item in discover([tmp_path]) if isinstance(item, Failure)]
    assert (failure.source, "more than 10" in failure.reason) == (str(tmp_path), True)


@pytest.mark.parametrize(("name", "data", "wanted"), [
    ("a.txt", b"word " * (MOST_CHARS // 5 + 1), "longer than any article"),
    ("a.txt", b"\xf0\x9f\x98\x80" * (MOST_CHARS + 1), "longer than any article"),
    ("a.txt", b"Some words.\n\n" * (MOST_PARAGRAPHS + 1), "more than any article"),
    ("a.md", b"a\n" * 40_001, "lines, more than"), ("a.md", b"![" * 31_000, "signs of markup"),
    ("a.html", b"<p>a" * 100_001, "tags, more than"), ("a.html", b"x" * 8_000_001, "longer than any article"),
    ("a.jsonl", b'{"id":"1","text":"' + b"a" * (8 << 20) + b'"}', "longer than 8 MiB"),
    ("a.jsonl", json.dumps({"id": "1", "text": "word " * (MOST_CHARS // 5 + 1)}).encode(), "more characters than"),
])
def test_more_than_any_article_is_refused_with_a_remedy(name: str, data: bytes, wanted: str) -> None:
    [failure] = failures(name, data)
    assert wanted in failure.reason
    assert failure.remedy


def test_of_many_bad_lines_the_first_are_named_the_rest_counted_and_good_ones_kept() -> None:
    good = json.dumps({"id": "good", "text": STORY}).encode()
    found = list(parse(Path("/n/a.jsonl"), b"x\n" * 500 + good))
    assert [item.article_id for item in found if isinstance(item, Article)] == ["good"]
    reported = [item for item in found if isinstance(item, Failure)]
    assert len(reported) == 101
    assert "400 more" in reported[-1].reason
    endless = failures("a.jsonl", b"x\n" * 1_000_000)
    assert len(endless) == 102
    assert any("10,000" in item.reason for item in endless)
