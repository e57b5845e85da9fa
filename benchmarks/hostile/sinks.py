"""Every place that shows what articles and models say, with a payload in each of its texts, and a look at what came.

What a place makes of a payload is held against what it makes of a harmless word: the same tags with the same
attributes, no link but to a web address, nothing that a terminal obeys.
"""

from __future__ import annotations

import contextlib
import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from benchmarks.hostile.payloads import Payload, addresses, payloads
from rag.conversations import Feedback
from rag.errors import UsageError
from rag.types import Answer, ArticleSummary, Citation, Claim, Passage, Span

if TYPE_CHECKING:
    from rag import Assistant

__all__ = ["Leak", "hostile_answer", "in_chat", "in_export", "in_report", "in_source_panel", "in_terminal", "leaks"]

_STYLING = re.compile(r"\x1b\[[0-9;]{0,20}m")
_HIDDEN = {
    *range(0x200E, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
    0x061C,
    0xFEFF,
    *range(0xE0000, 0xE0080),
}
_HARMLESS = "word"


@dataclass(frozen=True, slots=True)
class Leak:
    """A payload that did more than be read: where, which, and what was found."""

    sink: str
    payload: str
    found: str


def leaks(count: int, seed: int, assistant: Assistant) -> Iterator[Leak]:
    """Puts that many payloads into each of the sinks; yields what was active.

    Args:
        assistant: Open, to keep conversations in.
    """
    sinks: dict[str, Callable[[str, int], str | None]] = {
        "chat": in_chat,
        "source panel": in_source_panel,
        "evaluation report": in_report,
        "terminal": in_terminal,
        "Markdown export": lambda text, number: in_export(text, number, assistant),
    }
    for number, made in enumerate(payloads(count, seed)):
        for name, sink in sinks.items():
            found = sink(made.text, number)
            if found is not None:
                yield Leak(name, _shown(made), found)


def hostile_answer(text: str, url: str | None = None) -> Answer:
    """Returns an answer in which every text that an article, a model or a user decides is `text`."""
    citation = Citation(number=1, article_id=text, version=1, title=text, outlet=text, date=date(2023, 10, 6),
                        date_kind="updated", language="de", url=url or text, path=text, quote=text, start=0, end=9,
                        score=0.5)
    passage = Passage(passage_id=1, article_id=text, version=1, title=text, outlet=text, date=None, date_kind=None,
                      language=text, url=url or text, path=text, text=text, start=20, end=29, score=0.5)
    claims = (
        Claim(text, "supported", (1,), checks=("numbers",)),
        Claim(text, "quoted", (1,), text, text, text),
        Claim(text, "dropped", (), text, text),
    )
    return Answer(
        question=text,
        language="en",
        status="answered",
        mode="written",
        text=f"{text} [1]",
        claims=claims,
        citations=(citation,),
        consulted=(passage,),
        warnings=(text,),
        model=text,
        standalone_question=text,
    )


def in_chat(text: str, number: int) -> str | None:
    """Looks at the whole answer, the growing one, an absent one, an error and the lists beside it."""
    from dataclasses import replace

    from ui.render import KeptTurn, Step, choices_html, error_html, growing_html, turn_html
    from ui.texts import texts_for

    texts = texts_for("en")

    def made(words: str, url: str) -> str:
        answer = hostile_answer(words, url)
        absent = replace(answer, status="not_in_sources", claims=(), citations=())
        return "".join(
            (
                turn_html(KeptTurn(answer, 1, Feedback("down", words), {1: "removed"}), texts),
                growing_html([Step(words, 1.0), Step(words, None)], answer.claims, answer.citations, words, texts),
                turn_html(KeptTurn(absent, None), texts),
                error_html(UsageError(words, words), texts),
                f"<select>{choices_html([(words, words)], ())}</select>",
            )
        )

    return _other_markup(made(text, addresses(number)), made(_HARMLESS, "file"))


def in_source_panel(text: str, number: int) -> str | None:
    """Looks at an article beside the chat, its marks within it, and a translation."""
    from ui.render import Marks, article_html, translation_html
    from ui.texts import texts_for

    texts = texts_for("en")

    def made(words: str, url: str) -> str:
        # Line breaks of the article make paragraphs, which is no doing of its markup.
        body = " ".join(words.splitlines()) or _HARMLESS
        summary = ArticleSummary(words, 1, f"{words} title", words, None, None, "de", url, words, 1, "", "current")
        whole = f"Before. {body} After."
        marks = Marks(Span(8, len(whole) - 7), (Span(0, 3),))
        return article_html(summary, whole, marks, texts) + translation_html(words, "en", texts)

    return _other_markup(made(text, addresses(number)), made(_HARMLESS, "file"))


def in_report(text: str, number: int) -> str | None:
    """Looks at the evaluation's building blocks: elements with attributes and texts, and the data for its own code."""
    del number
    from eval.report.markup import element
    from eval.report.payload import embedded

    def made(words: str) -> str:
        return str(element("td", words, element("a", words, href="#x", title=words), class_=words))

    document = embedded({"texts": [text], text: text})
    begun = next((sign for sign in ("<", "\u2028", "\u2029") if sign in document), None)
    return _other_markup(made(text), made(_HARMLESS), steered=False) or (f"{begun!r} in the data" if begun else None)


def in_terminal(text: str, number: int) -> str | None:
    """Looks at what the command line prints of answers, passages, articles and errors, on a terminal and in a pipe."""
    del number
    from rag.cli.screen import Screen
    from rag.cli.show import show_answer_end, show_articles, show_claim, show_passages

    answer = hostile_answer(text)
    summary = ArticleSummary(text, 1, text, text, None, None, text, text, text, 1, "", "current")
    for wide in (False, True):
        out = _Terminal(wide)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            screen = Screen(json=False)
            for claim in answer.claims:
                show_claim(screen, claim)
            show_answer_end(screen, answer, streamed=False)
            show_passages(screen, answer.consulted)
            show_articles(screen, [summary])
            screen.note(text)
        if (found := _obeyed(out.getvalue())) is not None:
            return found
    return None


def in_export(text: str, number: int, assistant: Assistant) -> str | None:
    """Looks at a conversation as Markdown, by a parser that takes HTML, images and links for what they are."""
    from markdown_it import MarkdownIt

    talk = assistant.conversations.new_id()
    assistant.conversations.keep(talk, hostile_answer(text.encode("utf-8", "replace").decode(), addresses(number)))
    document = assistant.conversations.export_markdown(talk)
    assistant.conversations.delete(talk)
    for block in MarkdownIt("commonmark", {"html": True}).enable("table").parse(document):
        for token in (block, *(block.children or ())):
            if token.type in ("image", "link_open", "html_inline", "html_block", "code_inline", "table_open", "fence"):
                return f"{token.type}: {token.content or token.attrs}"
    return _obeyed(document)


class _Terminal(io.StringIO):
    def __init__(self, wide: bool) -> None:
        super().__init__()
        self._wide = wide

    def isatty(self) -> bool:
        return self._wide


class _Tags(HTMLParser):
    """The tags of a document with the names of their attributes, and where its links lead."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        kept = [value or "" for name, value in attrs if name in ("href", "src", "action")]
        outward = [value for value in kept if not value.startswith(("/page/icons.svg#", "#"))]
        self.links += outward
        if not (tag == "a" and outward):
            self.tags.append(f"{tag} {names}")


def _other_markup(document: str, harmless: str, *, steered: bool = True) -> str | None:
    """Returns what differs from the same place with a harmless word; links may lead to web addresses alone.

    Args:
        steered: Whether marks that reorder a line count too.
    """
    found, wanted = _Tags(document), _Tags(harmless)
    bad = next((link for link in found.links if not link.startswith(("https://", "http://"))), None)
    if bad is not None:
        return f"a link to {bad!r}"
    if steered and (raw := _obeyed(document)) is not None:
        return raw
    tags = [tag for tag in found.tags if not tag.startswith("small")]
    if tags == [tag for tag in wanted.tags if not tag.startswith("small")]:
        return None
    return next(
        (f"{tag} for {other}" for tag, other in zip(tags, wanted.tags, strict=False) if tag != other), "other tags"
    )


def _obeyed(shown: str) -> str | None:
    """Returns the first sign that a terminal or a browser's layout obeys, but for the command line's own colours."""
    plain = _STYLING.sub("", shown)
    for sign in plain:
        if sign not in "\n\t" and (unicodedata.category(sign) in ("Cc", "Cs") or ord(sign) in _HIDDEN):
            return f"U+{ord(sign):04X}"
    return None


def _shown(made: Payload) -> str:
    return f"{made.kind} {made.text!r}"
