"""What the page is made of: escaped text, marks at the very offsets, words in three languages, files that are kept."""

from __future__ import annotations

import html
import re
import string
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.check.rates import measured_rates
from rag.cli.terminal import clean, clean_line
from rag.conversations import Feedback
from rag.errors import UsageError
from rag.types import Answer, ArticleSummary, Citation, Claim, Disagreement, Passage, Span
from ui.render import KeptTurn, Marks, answer_html, article_html, escape, growing_html, shell_html, turn_html
from ui.render.limits import limits_html
from ui.texts import LANGUAGES, preferred, texts_for
from ui.uploads import KeptFile, Uploads

ENGLISH = texts_for("en")
ATTACK = "<img src=x onerror=alert(1)> \"'><script>alert(1)</script> &lt;b&gt; \u202egnp"
CITATION = Citation(
    number=4, article_id='a"lpha', version=2, title=f"Titel {ATTACK}", outlet="Blatt", date=date(2023, 10, 6),
    date_kind="updated", language="de", url="javascript:alert(2)", path="/articles/alpha.txt", quote=f"Zitat {ATTACK}",
    start=3, end=9, score=0.5,
)
PASSAGE = Passage(
    passage_id=1, article_id="beta", version=1, title="Andere titel", outlet=None, date=None, date_kind=None,
    language="nl", url=None, path=None, text=f"Een nabije passage. {ATTACK}", start=0, end=19, score=0.5,
)
CLAIMS = (
    Claim(f"Written {ATTACK}", "supported", (4,), checks=("numbers", "names", "unheard_of")),
    Claim(CITATION.quote, "quoted", (4,), "The quote does not say '1999'.", "It was in 1999.", "A quote, translated."),
    Claim("Gone.", "dropped", (), "The sentence names no evidence."),
)
ANSWER = Answer(
    question=f"why? {ATTACK}", language="en", status="answered", mode="written", text="Written [4]", claims=CLAIMS,
    citations=(CITATION,), consulted=(PASSAGE,), warnings=("The model is small.",), model="tiny",
)
SUMMARY = ArticleSummary("alpha", 1, "Titel", "Blatt", None, None, "de", None, None, 1, "", "current")


class Shown(HTMLParser):
    """What a browser makes of HTML: the tags with their attributes, and the text."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marked: dict[str, str] = {}
        self._marks: list[str] = []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "mark":
            self._marks.append(str(dict(attrs)["class"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._marks.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._marks:
            self.marked[self._marks[-1]] = self.marked.get(self._marks[-1], "") + data


def is_inert(document: str) -> bool:
    shown = Shown(document)
    return not any(tag in ("script", "img", "iframe", "style", "base", "video") or any(name.startswith("on") or name == "style" for name in attributes)
                   for tag, attributes in shown.tags)


@given(st.text())
def test_escaped_text_reads_the_same_and_means_nothing(text: str) -> None:
    escaped = escape(text)
    assert html.unescape(escaped) == clean_line(text)
    assert not set(escaped) & set("<>\"'\n\r\x1b\u202e")


def test_an_answer_shows_sentences_verdicts_reasons_and_sources_and_nothing_acts() -> None:
    document = turn_html(KeptTurn(ANSWER, 3, Feedback("down", ATTACK), {4: "removed"}), ENGLISH)
    assert is_inert(document)
    shown = Shown(document)
    badges = [attributes for tag, attributes in shown.tags if "badge" in str(attributes.get("class"))]
    assert [badge["data-name"] for badge in badges] == ["Supported", "Quoted"]
    assert "numbers, names." in str(badges[0]["data-tip"])
    assert "'1999'" in str(badges[1]["data-tip"])
    for words in ("Machine translation", "A quote, translated.", "Gone.", "It was in 1999.", "removed from the library",
                  "The model is small.", "Also read: 1 passage", "updated 6 October 2023 · German"):
        assert words in shown.text, words
    chips = [attributes for tag, attributes in shown.tags if attributes.get("class") == "chip"]
    assert {(chip["data-cite"], chip["data-article"], chip["data-start"]) for chip in chips} == {("4", 'a"lpha', "3")}
    assert all("Source 4: Titel" in str(chip["aria-label"]) for chip in chips)
    assert [attributes["aria-pressed"] for _, attributes in shown.tags if "aria-pressed" in attributes] == ["false", "true"]
    assert not [attributes for tag, attributes in shown.tags if tag == "a"]


def test_labels_and_reasons_are_in_the_readers_language() -> None:
    for code in ("de", "nl"):
        texts = texts_for(code)
        document = answer_html(KeptTurn(ANSWER, 3), texts)
        for key in ("supported", "quoted", "machine_translation", "cited", "helpful", "retry"):
            assert html.escape(texts.say(key)) in document, key
        assert html.escape(texts.say("dropped", n=2)) in document
        assert "The sentence names no evidence." not in document
    # Every check that a sentence can pass has a name for the reader.
    for name in ("markup", "language", "quotation", "numbers", "names", "substance", "assent", "echo", "polarity",
                 "change", "modality", "attribution", "meaning"):
        assert f"check_{name}" in ENGLISH.words


def test_a_disagreement_is_found_by_number_and_a_missing_side_shows_none() -> None:
    other = replace(CITATION, number=2, article_id="beta", title="Other", quote="The other quote.")
    # Numbers go through a whole conversation: neither begins with one, nor is in order.
    answer = replace(ANSWER, citations=(CITATION, other), disagreements=(Disagreement(2, 4, f"fees {ATTACK}"),))
    document = turn_html(KeptTurn(answer, 3), ENGLISH)
    assert is_inert(document)
    sides = [part.split("</figure>")[0] for part in document.split("<figure>")[1:]]
    assert ["The other quote." in side for side in sides] == [True, False]
    assert 'data-cite="4"' in sides[1]
    missing = replace(answer, disagreements=(Disagreement(2, 9, ""),))
    assert "disagree" not in turn_html(KeptTurn(missing, 3), ENGLISH)


def test_a_list_of_articles_and_a_premise_are_inert() -> None:
    hostile = replace(SUMMARY, title=f"Titel {ATTACK}", outlet=ATTACK)
    listed = replace(ANSWER, status="from_library", text=f"The library holds: 1.\n– {ATTACK}", claims=(), citations=(),
                     articles=(hostile,), consulted=())
    document = turn_html(KeptTurn(listed, 1), ENGLISH)
    assert is_inert(document)
    opens = [attributes for _, attributes in Shown(document).tags if "data-article" in attributes]
    assert [(item["data-article"], item["data-version"]) for item in opens if item["class"] == "title"] == [("alpha", "1")]
    assert is_inert(growing_html((), (), (), "en", ENGLISH, f"Did it? {ATTACK}"))


def test_a_path_of_the_machine_is_shown_as_a_name_alone() -> None:
    document = article_html(replace(SUMMARY, path="/home/anna/articles/alpha.txt"), "Text.", Marks(), ENGLISH)
    assert "alpha.txt" in document
    assert "anna" not in document


def test_an_answer_that_grows_shows_no_dropped_sentence_yet_and_no_tools() -> None:
    document = growing_html((), CLAIMS, (CITATION,), "en", ENGLISH)
    assert "Gone." not in document
    assert "data-do" not in document
    assert is_inert(document)


def test_what_is_not_in_the_articles_shows_the_nearest_passages_once() -> None:
    absent = replace(ANSWER, status="not_in_sources", text="No answer to this was found in the articles.", claims=(), citations=())
    shown = Shown(answer_html(KeptTurn(absent, None), ENGLISH)).text
    assert shown.index("Not found in the articles") < shown.index("No answer to this was found in the articles.") < shown.index("Een nabije")
    assert shown.count("Een nabije passage.") == 1
    assert "Good answer" not in shown


@given(st.text(alphabet=string.ascii_letters + " <>&\n", min_size=1, max_size=80), st.data())
def test_marks_are_at_their_offsets_and_no_word_is_lost(text: str, data: st.DataObject) -> None:
    def span() -> Span:
        start = data.draw(st.integers(0, len(text) - 1))
        return Span(start, data.draw(st.integers(start + 1, len(text))))

    quote, other = span(), span()
    shown = Shown(article_html(replace(SUMMARY, title=None), text, Marks(quote, (other,)), ENGLISH))
    assert "".join(shown.marked.get("this", "").split()) == "".join(quote.of(text).split())
    apart = "".join(character for at, character in enumerate(text)
                    if other.start <= at < other.end and not quote.start <= at < quote.end)
    assert "".join(shown.marked.get("other", "").split()) == "".join(apart.split())
    assert "".join(clean(text).split()) in "".join(shown.text.split())
    assert sum(attributes.get("id") == "quote" for _, attributes in shown.tags) == bool(quote.of(text).strip())


def test_a_web_address_is_a_link_and_nothing_else_is() -> None:
    web = article_html(replace(SUMMARY, url="https://paper.example/a?b=\"c"), "Text.", Marks(), ENGLISH)
    assert [(attributes["href"], attributes["rel"]) for tag, attributes in Shown(web).tags if tag == "a"] == [
        ('https://paper.example/a?b="c', "noopener noreferrer")]
    for address in ("javascript:alert(1)", "data:text/html,x", "//paper.example"):
        assert "<a " not in article_html(replace(SUMMARY, url=address), "Text.", Marks(), ENGLISH)


def test_all_languages_say_the_same_things() -> None:
    def holes(words: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", words))

    english = ENGLISH.words
    for code in LANGUAGES:
        words = texts_for(code).words
        assert words.keys() == english.keys(), code
        for key, phrase in words.items():
            assert holes(phrase) == holes(english[key]), (code, key)
            assert phrase.strip(), (code, key)


@pytest.mark.parametrize(("header", "language"), [
    ("", "en"), ("de-AT,de;q=0.9,en;q=0.8", "de"), ("fr-BE,fr;q=0.9,nl;q=0.7,en;q=0.4", "nl"), ("en;q=0.2,de;q=0.9", "de"),
    ("tlh", "en"), ("de;q=x,nl", "nl"), ("," * 5000, "en"),
])
def test_the_browsers_wish_decides_the_language(header: str, language: str) -> None:
    assert preferred(header).language == language
    page = shell_html(preferred(header), answer_languages=("de",), k=10, max_file_mb=5)
    assert f'<html lang="{language}">' in page
    assert not re.search(r"\$[a-z_]", page)


def test_times_and_dates_are_written_as_the_language_does() -> None:
    day = date(2023, 10, 6)
    assert [texts_for(code).day(day) for code in LANGUAGES] == ["6 October 2023", "6. Oktober 2023", "6 oktober 2023"]
    assert [texts_for(code).seconds(1234) for code in LANGUAGES] == ["1.2 s", "1,2 s", "1,2 s"]


def test_an_upload_is_kept_under_a_safe_name_and_pushes_none_away(tmp_path: Path) -> None:
    arrivals, folder = tmp_path / "arrivals", tmp_path / "kept"
    arrivals.mkdir()
    uploads = Uploads(folder, arrivals)

    def arrive(words: str) -> Path:
        (arrivals / "x").write_text(words, "utf-8")
        return arrivals / "x"

    first = uploads.keep(arrive("one"), "../../index.html")
    assert first == KeptFile(folder / "index.html")
    assert uploads.keep(arrive("two"), "index.html") == KeptFile(folder / "index-2.html", taken="index.html")
    assert uploads.keep(arrive("one"), "C:\\saved\\index.html") == first
    assert len(uploads.keep(arrive("long"), "n" * 5000 + ".txt").path.name) < 200
    for name in ("", "..", "/", ". "):
        with pytest.raises(UsageError, match="cannot be kept"):
            uploads.keep(arrive("three"), name)
    outside = tmp_path / "secret.txt"
    outside.write_text("secret", "utf-8")
    with pytest.raises(UsageError, match="not arrived"):
        uploads.keep(outside, "a.txt")
    with pytest.raises(UsageError, match="not arrived"):
        uploads.keep(arrivals / ".." / "secret.txt", "a.txt")
    uploads.forget(str(outside))
    uploads.forget(str(first.path))
    assert outside.exists()
    assert not first.path.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_settings_say_plainly_what_the_checks_catch(language: str) -> None:
    rates = measured_rates()
    texts = texts_for(language)
    shown = limits_html(rates, texts)
    assert len(rates.caught) == shown.count("<tr>") == 12, "a kind without words in this language is not told"
    # The best caught come first, and what is not always caught is not said to be.
    figures = [int(figure) for figure in re.findall(r"<td>(\d+)", shown)]
    assert figures == sorted(figures, reverse=True)
    assert figures.count(100) == sum(item.share == 1 for item in rates.caught)
    assert 0 < rates.refused < 0.2
    assert shown in shell_html(texts, answer_languages=("en",), k=10, max_file_mb=50)
