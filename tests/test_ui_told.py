"""What `rag` says reaches a reader of the page in the page's language, whoever said it and wherever it stands."""

from __future__ import annotations

import ast
import json
import string
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rag.errors import ModelInterruptedError, NewsciteError
from rag.load import parse
from rag.models import ModelsReport
from rag.settings import Settings
from rag.types import Answer, Claim, Failure, IngestReport
from rag.write.ollama import OllamaServer
from rag.write.ollama_faults import answer_of, interrupted, not_found, refused
from ui.render import KeptTurn, answer_html, error_html, health_html, report_html
from ui.texts import LANGUAGES, texts_for
from ui.texts.told import told

ROOT = Path(__file__).resolve().parent.parent
FORMS: dict[str, dict[str, str]] = json.loads((ROOT / "ui/texts/told.json").read_text("utf-8"))
OTHERS = LANGUAGES[1:]
SAID_BY = [
    *sorted((ROOT / "rag/check").glob("*.py")), *sorted((ROOT / "rag/load").glob("*.py")),
    *sorted((ROOT / "rag/write").glob("*.py")), *sorted((ROOT / "ui/endpoints").glob("*.py")),
    *(ROOT / "rag" / name for name in (
        "answer.py", "catalogue.py", "encode.py", "ingest.py", "language.py", "machine.py", "prompts.py", "reading.py",
        "status.py", "embed/bundled.py", "embed/transformers.py", "index/builds.py", "index/live.py",
        "index/seal.py", "library/articles.py", "library/lock.py", "library/store.py")),
    ROOT / "ui/uploads.py", ROOT / "ui/app.py",
]
MADE = {
    "The quote says that it is <X> than <X>.": ("The quote says that it is fewer than 'ten'.",
                                                "The quote says that it is more than 'ten'."),
    "<X>: the field <X> <X>.": ("the field 'text' is missing", "the field 'id' is not text"),
    "has <X>": ("has 30,000 paragraphs, more than any article (20,000)",
                "has more characters than any article (2,000,000)"),
    "<X> after <X> s.": ("The answer of m had not begun after 60 s.", "The answer of m had not finished after 60 s.",
                         "Ollama at http://h had not finished after 5 s."),
    "Widen them; the library has <X>.": ("Widen them; the library has languages de, nl; outlets A, B.",
                                         "Widen them; the library has languages unknown."),
    "<X> passages in Chroma<X>": ("9 passages in Chroma",
                                  "9 passages in Chroma, 3 of them of articles that have changed or gone"),
    # The translation of a quote that fails its check is not shown, nor why.
    "A number is left out. <X>": (),
}
"""Sentences that are put together, each as it can come out."""
# Programs and the command line are spoken to in English.
TO_OTHERS = {"programs.py", "tools.py"}


def values(form: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(form) if name is not None}


def test_every_sentence_has_all_languages_and_the_same_values_in_each() -> None:
    for english, words in FORMS.items():
        assert set(words) == set(OTHERS), english
        for other in words.values():
            assert values(other) == values(english), english
            assert other.strip()
            assert not other.endswith("."), other


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_is_taken_for_another(language: str) -> None:
    for english, words in FORMS.items():
        given = {name: f"<{name.upper()}>" for name in values(english)}
        for end in ("", "."):
            said = told(english.format_map(given) + end, language)
            assert said is not None
            assert said.words == words[language].format_map(given) + end


def written(node: ast.expr, known: dict[str, str]) -> str | None:
    """Returns a sentence as it could be said, with a stand-in for each value, or None where it is made elsewhere."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr():
            parts = [part.value if isinstance(part, ast.Constant) else "<X>" for part in node.values]
            return "".join(map(str, parts))
        case ast.Name(id=name):
            return known.get(name)
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="format")) if name in known:
            form = known[name]
            return "".join(literal + ("" if value is None else "<X>")
                           for literal, value, _, _ in string.Formatter().parse(form))
        case ast.IfExp(body=body):
            return written(body, known)
        case _:
            return None


def sentences(path: Path) -> Iterator[str]:
    """Yields what a module says in errors, failures, findings and reasons of checks."""
    tree = ast.parse(path.read_text("utf-8"))
    known = {node.targets[0].id: node.value.value for node in tree.body
             if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
             and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            name = node.func.id
            if name in ("CheckResult", "Finding"):
                said = node.args[2:]
            elif name == "Failure":
                said = node.args[1:]
            elif name.endswith("Error") and name not in ("ToolError", "TypeError", "ValueError", "KeyError", "OSError",
                                                         "FileNotFoundError", "AssertionError", "AttributeError"):
                said = node.args
            else:
                continue
            yield from filter(None, (written(part, known) for part in said))
        elif path.parent.name == "check" and isinstance(node, ast.Return) and node.value is not None:
            yield from (text for text in [written(node.value, known)] if text and text.endswith(".") and " " in text)


@pytest.mark.parametrize("path", [path for path in SAID_BY if path.name not in TO_OTHERS],
                         ids=lambda path: f"{path.parent.name}/{path.name}")
def test_whatever_a_module_says_has_its_words(path: Path) -> None:
    for said in sentences(path):
        # Of a file or record, the page shows the name before the sentence.
        bare = said.removeprefix("<X>: ").removeprefix("<X> ")
        # A sentence that is all value is somebody else's; a place and a time are the same in every language.
        if bare.replace("<X>", "").strip(" ():,.%") in ("", "the clock says"):
            continue
        for language in OTHERS:
            for form in MADE.get(said, (said,)):
                assert told(form, language) or told(bare, language), f"ui/texts/told.json lacks: {form}"


def test_the_modules_are_read_for_their_sentences() -> None:
    heard = {said for path in SAID_BY for said in sentences(path)}
    assert len(heard) > 150
    assert {"The quote does not name <X>.", "Its source does not say “<X>”.", "<X> is empty.",
            "No Ollama server answers at <X><X>."} <= heard


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(("name", "data"), [
    ("a.pdf", b"%PDF-1.7"), ("a.txt", b"%PDF-1.7"), ("a.txt", b"\xff\x00\x01\x02\x03"), ("a.jsonl", b"{\n"),
    ("a.jsonl", b'{"id": "1"}\n'), ("a.txt", b"x" * 9_000_000), ("a.html", b"<p></p>"),
])
def test_a_file_that_cannot_be_read_says_so_in_the_readers_language(language: str, name: str, data: bytes) -> None:
    failed = tuple(item for item in parse(Path("/articles") / name, data) if isinstance(item, Failure))
    assert failed
    shown = report_html(IngestReport(failed=failed), texts_for(language))
    assert 'lang="en"' not in shown
    for failure in failed:
        assert failure.remedy.split(":")[0] not in shown
    assert ".</span> <span" in shown


def test_between_what_is_wrong_and_what_to_do_stands_one_full_stop() -> None:
    failed = (Failure("/a/x.pdf", "'.pdf' files are not supported", "Save it as one of .md."),
              Failure("/a/y.txt", "is empty.", "Remove it, or save the article in it."))
    shown = report_html(IngestReport(failed=failed), texts_for("en"))
    assert "not supported.</span> <span>Save it" in shown
    assert "is empty.</span> <span>Remove it" in shown


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_wrong_with_the_model_is_told_in_the_readers_language(language: str) -> None:
    server = OllamaServer(Settings(ollama_host="http://127.0.0.1:9"))
    with pytest.raises(NewsciteError) as caught:
        server.models()
    server.close()
    for error in (caught.value, not_found("nope", ("a", "b")), not_found(None),
                  refused(503, "server busy, please try again.", host="h", model="m", num_ctx=1)):
        report = ModelsReport("http://h", reachable=False, problem=error.message, remedy=error.remedy)
        shown = health_html(report, None, 3, texts_for(language))
        assert 'lang="en"' not in shown
        assert "`" not in shown
        assert error.remedy not in shown
        assert 'lang="en"' not in error_html(error, texts_for(language))
    assert "<code>ollama serve</code>" in error_html(caught.value, texts_for(language))


def test_a_broken_answer_is_told_with_one_stop_and_in_the_readers_language() -> None:
    error = interrupted(answer_of("m:1b"), "Server disconnected without sending a response.")
    assert isinstance(error, ModelInterruptedError)
    assert ".." not in str(error)
    answer = Answer("q?", "de", "answered", "quotes", "t", warnings=("Das Modell hat abgebrochen.", str(error)))
    shown = answer_html(KeptTurn(answer, 1), texts_for("de"))
    assert "Die Antwort von m:1b brach ab: der Server trennte die Verbindung ohne Antwort. Fragen Sie noch" in shown
    assert '<p class="note" lang="de">Das Modell hat abgebrochen.</p>' in shown


@pytest.mark.parametrize("language", OTHERS)
def test_the_reason_of_a_refusal_is_in_the_readers_language(language: str) -> None:
    claims = (Claim("Weg.", "dropped", (), "The sentence names no evidence."),
              Claim("Z", "quoted", (), "The quote does not say '1999'.", "Es war 1999."))
    answer = Answer("q?", "de", "answered", "written", "t", claims=claims)
    shown = answer_html(KeptTurn(answer, 1), texts_for(language))
    assert 'lang="en"' not in shown
    assert "The quote" not in shown
    assert FORMS["The quote does not say {what}"][language].format(what="&#x27;1999&#x27;") in shown


def test_a_language_goes_by_its_name() -> None:
    said = [told("It is written in 'en', not in 'de'.", code) for code in LANGUAGES]
    assert [item.words for item in said if item is not None] == [
        "It is written in English, not in German.", "Er ist auf Englisch geschrieben, nicht auf Deutsch.",
        "De zin is in het Engels geschreven, niet in het Duits."]


def test_what_has_no_words_stays_english_and_says_so_and_values_do_nothing() -> None:
    dutch = texts_for("nl")
    strange = NewsciteError("A thing nobody foresaw.", "Do `this <b>`, or `ollama serve`.")
    shown = error_html(strange, dutch)
    assert '<span lang="en">A thing nobody foresaw.</span>' in shown
    assert "Do `this &lt;b&gt;`, or <code>ollama serve</code>." in shown
    hostile = report_html(IngestReport(failed=(Failure("a", "cannot be read: <img src=x>{0}`", "Check the path."),)),
                          dutch)
    assert "kan niet gelezen worden: &lt;img src=x&gt;{0}`." in hostile
    assert told("x" * 100_000, "de") is None
    claim = Claim("Z", "dropped", (), "The sentence is strange.")
    answer = replace(Answer("q?", "en", "answered", "written", "t"), claims=(claim,))
    assert '<span class="reason" lang="en">The sentence is strange.</span>' in answer_html(KeptTurn(answer, 1), dutch)
