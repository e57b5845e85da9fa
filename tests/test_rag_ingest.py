"""Filling a library: idempotent, replacing at once, synchronising, stopping at nothing; with the real model and index."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from rag import Assistant, Filters, Settings
from rag.embed.bundled import BundledEmbedder
from rag.errors import ArticleNotFoundError, EmbeddingMismatchError, LibraryError, QuestionError, UsageError
from rag.types import Vectors

BRIDGE = (
    "Bridge over the Maas opens\n\nThe new bridge over the Maas near Venlo opened to traffic on Tuesday, two years late. "
    "It cost 41 million euros, a third more than planned. The mayor said that the delay was the builder's fault."
)
BEES = (
    "Bees return to the roof\n\nThe opera house in Lyon has put twelve beehives on its roof. A keeper looks after them "
    "twice a week and sells the honey in the foyer. The hives had been taken away in 2016 because of a storm."
)


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with Assistant.open(Settings(home=tmp_path / "home", writer="quotes", lock_seconds=1)) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "bridge.txt").write_text(BRIDGE)
    (made / "bees.txt").write_text(BEES)
    return made


def ids(assistant: Assistant) -> set[str]:
    return {article.article_id for article in assistant.library.list()}


def best(assistant: Assistant, question: str) -> str:
    return assistant.search(question)[0].article_id


def test_unchanged_files_cost_no_embedding_and_change_nothing(assistant: Assistant, folder: Path) -> None:
    first = assistant.ingest([folder])
    assert {change.article_id for change in first.added} == {"bees", "bridge"}
    assert first.embedded > 0
    listed = assistant.library.list()
    again = assistant.ingest([folder])
    assert (again.embedded, again.unchanged, again.added, again.changed) == (0, 2, (), ())
    assert assistant.library.list() == listed


def test_a_changed_file_replaces_its_old_version_whose_text_stays_for_its_citations(
        assistant: Assistant, folder: Path) -> None:
    assistant.ingest([folder])
    before = assistant.ask("How much did the bridge over the Maas cost?").citations[0]
    (folder / "bridge.txt").write_text(BRIDGE.replace("41 million", "44 million"))
    report = assistant.ingest([folder])
    assert [change.article_id for change in report.changed] == ["bridge"]
    after = assistant.ask("How much did the bridge over the Maas cost?")
    assert "44 million" in after.text
    assert "41 million" not in after.text
    old = assistant.library.show(before.article_id, before.version)
    assert old.summary.state == "changed"
    assert old.text[before.start : before.end] == before.quote
    assert assistant.library.verify().ok


def test_sync_removes_what_is_gone_and_only_below_the_folder(assistant: Assistant, folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text(BEES.replace("Lyon", "Metz"))
    assistant.ingest([folder, elsewhere])
    (folder / "bees.txt").unlink()
    elsewhere.unlink()
    assert assistant.ingest([folder]).removed == ()
    report = assistant.ingest([folder], sync=True)
    assert [change.article_id for change in report.removed] == ["bees"]
    assert ids(assistant) == {"bridge", "elsewhere"}


def test_sync_removes_what_an_ingest_that_was_broken_off_kept_of_a_file_that_is_gone(folder: Path) -> None:
    class Stopping(BundledEmbedder):
        def encode_passages(self, texts: Sequence[str]) -> Vectors:
            if any("opera" in text for text in texts):
                raise KeyboardInterrupt
            return super().encode_passages(texts)

    packed = folder / "pack.jsonl"
    packed.write_text("".join(json.dumps({"id": name, "title": name, "text": text}) + "\n"
                              for name, text in (("first", BRIDGE), ("second", BEES))))
    home = folder.parent / "broken"
    with Assistant.open(Settings(home=home, writer="quotes"), embedding=Stopping()) as stopping, \
            pytest.raises(KeyboardInterrupt):
        stopping.ingest([packed])
    with Assistant.open(Settings(home=home, writer="quotes")) as opened:
        assert ids(opened) == {"first"}
        packed.unlink()
        assert [change.article_id for change in opened.ingest([folder], sync=True).removed] == ["first"]
        assert ids(opened) == {"bees", "bridge"}


def test_sync_removes_what_stayed_behind_in_a_file_from_which_an_article_moved(assistant: Assistant,
                                                                               folder: Path) -> None:
    def pack(name: str, **texts: str) -> Path:
        file = folder / name
        file.write_text("".join(json.dumps({"id": key, "title": key, "text": text}) + "\n"
                                for key, text in texts.items()))
        return file

    for file in folder.iterdir():
        file.unlink()
    old = pack("old.jsonl", stays=BRIDGE, moves=BEES)
    assistant.ingest([folder])
    old.unlink()
    pack("new.jsonl", moves=BEES)
    assistant.ingest([folder / "new.jsonl"])
    assert ids(assistant) == {"stays", "moves"}
    assert [change.article_id for change in assistant.ingest([folder], sync=True).removed] == ["stays"]


def test_a_removed_article_is_gone_unless_a_conversation_cites_it(assistant: Assistant, folder: Path) -> None:
    assistant.ingest([folder])
    answer = assistant.ask("What did the bridge over the Maas cost?", conversation="talk")
    cited = answer.citations[0]
    assert cited.article_id == "bridge"
    assistant.library.remove(["bridge", "bees"])
    assert ids(assistant) == set()
    kept = assistant.library.show("bridge", cited.version)
    assert kept.summary.state == "removed"
    assert kept.text[cited.start : cited.end] == cited.quote
    with pytest.raises(ArticleNotFoundError):
        assistant.library.show("bees")
    # The user's files are untouched, and can come back under a version number that was never used.
    assert {change.article_id for change in assistant.ingest([folder]).added} == {"bridge", "bees"}
    assert assistant.library.show("bridge").summary.version == cited.version + 1


def test_bad_files_are_listed_and_the_others_ingested(assistant: Assistant, folder: Path) -> None:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "empty.txt").write_bytes(b"")
    lines = [json.dumps({"id": "good", "title": "Snow", "text": "It snowed in Oslo on Monday for nine hours."}),
             '{"id": "cut", "text": ', json.dumps(["no", "object"])]
    (folder / "some.jsonl").write_text("\n".join(lines))
    report = assistant.ingest([folder, folder / "missing.txt"])
    assert ids(assistant) == {"bridge", "bees", "good"}
    failed = {failure.source.removeprefix(f"{folder}/"): failure for failure in report.failed}
    assert set(failed) == {"binary.txt", "empty.txt", "missing.txt", "some.jsonl:2", "some.jsonl:3"}
    assert all(failure.reason and failure.remedy for failure in report.failed)


def test_lines_of_a_jsonl_file_come_change_and_go(assistant: Assistant, tmp_path: Path) -> None:
    file = tmp_path / "wire.jsonl"

    def write(**articles: str) -> None:
        file.write_text("\n".join(json.dumps({"id": name, "title": name, "text": text, "lang": "en",
                                              "published": "2024-05-06", "outlet": "The Wire"})
                                  for name, text in articles.items()))

    write(one=BRIDGE, two=BEES)
    assistant.ingest([file])
    write(one=BRIDGE.replace("41", "42"), three=BEES.replace("Lyon", "Nancy"))
    report = assistant.ingest([file])
    assert [change.article_id for change in report.changed] == ["one"]
    assert [change.article_id for change in report.added] == ["three"]
    assert [change.article_id for change in report.removed] == ["two"]
    article = assistant.library.show("three").summary
    assert (article.outlet, str(article.date), article.date_kind) == ("The Wire", "2024-05-06", "published")


def test_two_files_of_one_name_are_two_articles(assistant: Assistant, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "bridge.txt").write_text(BEES.replace("Lyon", "Bordeaux").replace("opera", "town"))
    assistant.ingest([folder])
    assert len(ids(assistant)) == 3
    assert assistant.ingest([folder]).unchanged == 3


def test_near_duplicates_are_linked_and_relinked_when_their_original_goes(assistant: Assistant, tmp_path: Path) -> None:
    text = BRIDGE + " " + BEES.split("\n\n")[1]
    for name in ("first", "second", "third"):
        (tmp_path / f"{name}.txt").write_text(f"{text} {name.title()}.")
        assistant.ingest([tmp_path / f"{name}.txt"])
    links = {article.article_id: article.duplicate_of for article in assistant.library.list()}
    assert links == {"first": None, "second": "first", "third": "first"}
    assistant.library.remove(["first"])
    links = {article.article_id: article.duplicate_of for article in assistant.library.list()}
    assert links == {"second": None, "third": "second"}
    answer = assistant.ask("How much did the bridge over the Maas cost?")
    assert len({citation.article_id for citation in answer.citations}) == 1


def test_filters_by_date_language_outlet_and_article(assistant: Assistant, tmp_path: Path) -> None:
    file = tmp_path / "wire.jsonl"
    file.write_text("\n".join(json.dumps({"id": f"a{year}", "title": "Bridge", "text": BRIDGE.replace("Maas", river),
                                          "published": f"{year}-01-02", "outlet": f"Paper {year}", "lang": lang})
                              for year, river, lang in ((2020, "Elbe", "en"), (2021, "Oder", "de"), (2022, "Po", "en"))))
    assistant.ingest([file])

    def found(**limits: object) -> set[str]:
        passages = assistant.search("Which bridge was opened?", filters=Filters(**limits))  # type: ignore[arg-type]
        return {passage.article_id for passage in passages}

    from datetime import date

    assert found() == {"a2020", "a2021", "a2022"}
    assert found(since=date(2021, 1, 2)) == {"a2021", "a2022"}
    assert found(until=date(2021, 1, 1)) == {"a2020"}
    assert found(languages=("de",)) == {"a2021"}
    assert found(outlets=("Paper 2022", "Paper 2020")) == {"a2022", "a2020"}
    assert found(article_ids=("a2020",)) == {"a2020"}


def test_another_embedding_model_is_refused_until_the_library_is_rebuilt(
        assistant: Assistant, folder: Path, minilm: str) -> None:
    assistant.ingest([folder])
    with Assistant.open(Settings(home=assistant.settings.home, embedding=minilm, writer="quotes")) as other:
        for attempt in (lambda: other.ask("What did the bridge cost?"), lambda: other.ingest([folder])):
            with pytest.raises(EmbeddingMismatchError, match="multilingual-e5-small") as caught:
                attempt()
            assert "newscite library rebuild" in caught.value.remedy
        other.library.rebuild()
        assert best(other, "Which bridge did the mayor speak of?") == "bridge"
        assert other.library.verify().ok
    with pytest.raises(EmbeddingMismatchError):
        assistant.ask("What did the bridge cost?")


def test_the_library_can_be_deleted_whole_and_other_readers_see_it_empty(assistant: Assistant, folder: Path) -> None:
    assistant.ingest([folder])
    assistant.ask("What did the bridge over the Maas cost?", conversation="talk")
    with Assistant.open(assistant.settings) as other:
        assert best(other, "Which bridge opened?") == "bridge"
        assert assistant.library.delete_all() == 2
        assert other.library.list() == []
        assert other.conversations.list() == []
        with pytest.raises(LibraryError, match="holds no articles"):
            other.ask("Which bridge opened?")
        kept = b"".join(path.read_bytes() for path in assistant.settings.folder.rglob("*") if path.is_file())
        assert b"beehives" not in kept
        assert len(assistant.ingest([folder]).added) == 2
        assert best(other, "Which bridge opened?") == "bridge"


def test_two_files_cannot_take_each_others_articles_by_their_ids(assistant: Assistant, tmp_path: Path) -> None:
    for name, text in (("one", BRIDGE), ("two", BEES)):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": "1", "title": name, "text": text}))
    assistant.ingest([tmp_path / "one.jsonl"])
    report = assistant.ingest([tmp_path / "two.jsonl"])
    assert report.changed == report.added == ()
    assert "one.jsonl" in report.failed[0].reason
    assert assistant.library.show("1").summary.title == "one"
    # A file that was moved takes its articles along.
    (tmp_path / "one.jsonl").rename(tmp_path / "moved.jsonl")
    assert assistant.ingest([tmp_path / "moved.jsonl"]).failed == ()
    (tmp_path / "moved.jsonl").rename(tmp_path / "one.jsonl")
    assert assistant.ingest([tmp_path / "one.jsonl"]).failed == ()
    assert str(assistant.library.show("1").summary.path).endswith("one.jsonl")


def test_a_path_is_one_path_however_it_is_spelt(assistant: Assistant, folder: Path) -> None:
    assert len(assistant.ingest(str(folder)).added) == 2
    assert assistant.ingest(folder / ".." / folder.name).unchanged == 2
    (folder / "bees.txt").unlink()
    assert len(assistant.ingest([folder / "." / ".." / folder.name], sync=True).removed) == 1


def test_filters_that_admit_nothing_are_named_with_what_there_is(assistant: Assistant, folder: Path) -> None:
    assistant.ingest([folder])
    with pytest.raises(UsageError, match="No article passes the filters") as caught:
        assistant.ask("Which bridge opened?", filters=Filters(languages=("nl",)))
    assert "en" in caught.value.remedy
    with pytest.raises(UsageError):
        assistant.search("Which bridge opened?", k=0)
    with pytest.raises(QuestionError, match="'xx'"):
        assistant.ask("Which bridge opened?", language="xx")
