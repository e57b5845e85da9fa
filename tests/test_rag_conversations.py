"""Conversations outlive the process, keep their citations, and become cases for the suite."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Assistant, Settings
from rag.cli.entry import main
from rag.document import answer_from, plain
from rag.errors import ConversationNotFoundError, LibraryTooNewError
from rag.library import schema

QUESTION = "What does Jonathan Holslag say about the government?"


@pytest.fixture
def quoting(seeded_home: Path) -> Iterator[Assistant]:
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as assistant:
        yield assistant


def test_an_answer_comes_back_from_its_document_as_it_was(quoting: Assistant) -> None:
    answer = quoting.ask(QUESTION)
    assert answer.citations
    assert answer.consulted
    assert answer_from(json.loads(json.dumps(plain(answer)))) == answer


def test_what_is_no_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="no document"):
        answer_from({"question": "Why?"})


def test_a_conversation_goes_on_after_a_restart_with_its_citations(quoting: Assistant, seeded_home: Path) -> None:
    first = quoting.ask(QUESTION, conversation="talk")
    quoting.close()
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as again:
        (exchange,) = again.conversations.open("talk")
        assert exchange.answer == first
        (turn,) = again.conversations.turns("talk")
        assert (turn.question, turn.citations) == (QUESTION, first.citations)
        for citation in exchange.answer.citations:
            article = again.library.show(citation.article_id, citation.version)
            assert article.text[citation.start : citation.end] == citation.quote
            assert again.library.state_of(citation) == "current"


def test_a_removed_source_is_told_of_and_still_opens(quoting: Assistant) -> None:
    answer = quoting.ask(QUESTION, conversation="talk")
    citation = answer.citations[0]
    quoting.library.remove([citation.article_id])
    assert quoting.library.state_of(citation) == "removed"
    text = quoting.library.show(citation.article_id, citation.version).text
    assert text[citation.start : citation.end] == citation.quote
    quoting.conversations.delete("talk")
    assert quoting.library.state_of(citation) == "removed"


def test_the_conversation_last_spoken_in_comes_first_and_can_be_renamed(quoting: Assistant) -> None:
    quoting.ask(QUESTION, conversation="one")
    quoting.ask(QUESTION, conversation="two")
    quoting.ask(QUESTION, conversation="one")
    quoting.conversations.rename("two", "Holslag\nand   others")
    found = quoting.conversations.list()
    assert [(item.conversation_id, item.turns) for item in found] == [("one", 2), ("two", 1)]
    assert found[1].title == "Holslag and others"
    with pytest.raises(ConversationNotFoundError):
        quoting.conversations.rename("three", "nobody")


def test_asking_anew_drops_the_exchange_and_all_after_it(quoting: Assistant) -> None:
    for _ in range(3):
        quoting.ask(QUESTION, conversation="talk")
    quoting.conversations.rate("talk", 3, "down", "again")
    quoting.conversations.truncate("talk", 2)
    assert [exchange.turn_id for exchange in quoting.conversations.open("talk")] == [1]
    assert quoting.conversations.cases() == []


def test_an_exchange_gives_its_place_to_another_in_one_step(quoting: Assistant) -> None:
    for _ in range(3):
        quoting.ask(QUESTION, conversation="talk")
    other = quoting.ask("Which paper did Jonathan Holslag write for?")
    assert quoting.conversations.keep("talk", other, replacing=2) == 2
    assert [exchange.answer for exchange in quoting.conversations.open("talk")][1:] == [other]


def test_a_judgement_is_replaced_and_taken_back(quoting: Assistant) -> None:
    quoting.ask(QUESTION, conversation="talk")
    quoting.conversations.rate("talk", 1, "down", "beside the point")
    quoting.conversations.rate("talk", 1, "up")
    (exchange,) = quoting.conversations.open("talk")
    assert exchange.feedback is not None
    assert (exchange.feedback.rating, exchange.feedback.note) == ("up", "")
    quoting.conversations.rate("talk", 1, None)
    assert quoting.conversations.open("talk")[0].feedback is None
    with pytest.raises(ConversationNotFoundError):
        quoting.conversations.rate("talk", 9, "up")


def test_markdown_holds_every_quote_as_a_footnote_and_no_markup_of_an_article(quoting: Assistant) -> None:
    answer = quoting.ask(QUESTION, conversation="talk")
    text = quoting.conversations.export_markdown("talk")
    assert text.startswith("# What does Jonathan Holslag")
    for citation in answer.citations:
        assert f"[^{citation.number}]: " in text
    quoting.conversations.rename("talk", "![x](http://evil.example/x.png) <img src=x>")
    title = quoting.conversations.export_markdown("talk").splitlines()[0]
    assert "![" not in title
    assert "<img" not in title.replace("\\<", "")


def test_exported_feedback_is_read_by_the_suite(quoting: Assistant, seeded_home: Path, tmp_path: Path,
                                                capsys: pytest.CaptureFixture[str]) -> None:
    from eval.dataset import load_jsonl

    answer = quoting.ask(QUESTION, conversation="talk")
    quoting.ask("Which paper did he publish?", conversation="talk")
    quoting.conversations.rate("talk", 1, "up", "just so")
    quoting.conversations.rate("talk", 2, "down", "which paper?")
    quoting.close()
    folder = tmp_path / "cases"
    assert main(["feedback", "export", "--into", str(folder), "--home", str(seeded_home)]) == 0
    assert "2 cases" in capsys.readouterr().out
    dataset = load_jsonl(folder / "corpus.jsonl", folder / "questions.jsonl")
    good, bad = dataset.cases
    assert good.answerable
    assert [gold.quote for gold in good.gold] == [item.quote for item in answer.citations]
    assert not bad.answerable


def test_conversations_are_listed_exported_and_deleted_on_the_command_line(
    quoting: Assistant, seeded_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quoting.ask(QUESTION, conversation="talk")
    quoting.close()
    home = ["--home", str(seeded_home)]
    assert main(["conversations", "list", *home]) == 0
    assert capsys.readouterr().out.split()[0] == "talk"
    assert main(["conversations", "export", "talk", "--json", *home]) == 0
    assert json.loads(capsys.readouterr().out)["exchanges"][0]["question"] == QUESTION
    assert main(["conversations", "delete", "talk", *home]) == 0
    capsys.readouterr()
    assert main(["conversations", "export", "talk", *home]) == 1
    assert "newscite conversations list" in capsys.readouterr().err


def test_a_library_of_the_first_format_is_brought_up_to_date_and_keeps_its_conversations(
    quoting: Assistant, seeded_home: Path
) -> None:
    answer = quoting.ask(QUESTION, conversation="talk")
    quoting.close()
    # The first format is the newest without the table of judgements.
    with sqlite3.connect(seeded_home / "library.sqlite3") as connection:
        connection.execute("DROP TABLE feedback")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as again:
        assert again.conversations.open("talk")[0].answer.text == answer.text
        again.conversations.rate("talk", 1, "up")
        assert again.library.verify().ok


def test_a_library_of_a_newer_format_is_refused(quoting: Assistant, seeded_home: Path) -> None:
    quoting.close()
    with sqlite3.connect(seeded_home / "library.sqlite3") as connection:
        connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(LibraryTooNewError, match="newer"):
        Assistant.open(Settings(home=seeded_home))
