"""An article beside the chat: its whole text, the cited words marked in their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.types import ArticleSummary, Span
from ui.render.escape import escape, escape_part
from ui.render.origin import language_attribute, link_html, origin_html, title_of
from ui.texts import Texts

__all__ = ["Marks", "article_html", "translation_html"]

_PARAGRAPH = re.compile(r"[^\n]+")
_FIRST = ' id="quote" tabindex="-1"'


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in an article.

    Attributes:
        quote: What was clicked; None where the article itself was opened.
        others: The other quotes of the same answer.
    """

    quote: Span | None = None
    others: tuple[Span, ...] = ()


def article_html(summary: ArticleSummary, text: str, marks: Marks, texts: Texts) -> str:
    """Returns an article version with its marks; the first piece of the quote has the id `quote`.

    Args:
        summary: Of the version.
        text: Its stored text, which the marks' offsets count in.
        marks: Where they overlap, the quote that was clicked is the one that shows.
        texts: The reader's language.
    """
    state = "" if summary.state == "current" else (
        f'<p class="state">{escape(texts.say(f"source_{summary.state}"))}</p>')
    head = (f'<header><h2 id="source-title" tabindex="-1" dir="auto">{escape(title_of(summary))}</h2>'
            f"{origin_html(summary, texts)}{state}{link_html(summary, texts)}</header>")
    paragraphs = "".join(_paragraphs(text, marks, summary))
    return f'{head}<div class="text"{language_attribute(summary.language)}>{paragraphs}</div>'


def translation_html(translation: str, language: str, texts: Texts) -> str:
    """Returns a machine's translation of a quote, marked as one."""
    return (f'<p class="label">{escape(texts.say("machine_translation"))}</p>'
            f"<p{language_attribute(language)}>{escape(translation)}</p>")


def _paragraphs(text: str, marks: Marks, summary: ArticleSummary) -> Iterator[str]:
    for found in _PARAGRAPH.finditer(text):
        line = Span(found.start(), found.end())
        # The title stands above already, but for a reader who came for its very words.
        is_quoted = marks.quote is not None and marks.quote.start < line.end and line.start < marks.quote.end
        if not line.of(text).strip() or (_is_title(line.of(text), summary) and not is_quoted):
            continue
        yield f"<p>{''.join(_piece(text, piece, marks) for piece in _cut(line, marks))}</p>"
        if marks.quote and line.start < marks.quote.end <= line.end:
            yield '<div id="translation" class="translation" hidden></div>'


def _is_title(line: str, summary: ArticleSummary) -> bool:
    return summary.title is not None and line.strip() == summary.title.strip()


def _cut(line: Span, marks: Marks) -> Iterator[Span]:
    """Cuts a line wherever a mark begins or ends."""
    spans: Sequence[Span] = (*([marks.quote] if marks.quote else []), *marks.others)
    edges = {line.start, line.end, *(edge for span in spans for edge in (span.start, span.end)
                                     if line.start < edge < line.end)}
    for start, end in pairwise(sorted(edges)):
        yield Span(start, end)


def _piece(text: str, piece: Span, marks: Marks) -> str:
    words = escape_part(piece.of(text))
    if marks.quote and _covers(marks.quote, piece):
        # A quote may be cut, and begin with white space: the first words of it are where the reader is taken.
        is_first = bool(piece.of(text).strip()) and not text[marks.quote.start : piece.start].strip()
        return f'<mark class="this"{_FIRST if is_first else ""}>{words}</mark>'
    if any(_covers(span, piece) for span in marks.others):
        return f'<mark class="other">{words}</mark>'
    return words


def _covers(span: Span, piece: Span) -> bool:
    return span.start <= piece.start and piece.end <= span.end
