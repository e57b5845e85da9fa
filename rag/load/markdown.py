"""Markdown: what a reader of the rendered page sees, with its headings, and the facts of its front matter."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from rag.load.dates import record_date
from rag.load.decode import decode, one_line, tidy
from rag.load.jsonl import language_code, web_address
from rag.load.limits import refuse_large, refuse_long, refuse_many
from rag.load.lines import Line, Page, name_of
from rag.load.news import to_article
from rag.types import Article, BlockKind, Failure

__all__ = ["load"]

# The parser takes linear time, but up to 50 seconds for a mebibyte of nothing but markup.
_MOST_LINES = 40_000
_MOST_MARKS = 60_000
_MARKS = "*_[]!`<>|\\&"
_MOST_FRONT = 20_000
_FIELD = re.compile(r"([A-Za-z_-]{1,30})[ \t]*:[ \t]*(\S.*)")
_FIELD_NAME = re.compile(r"[\w-]{1,40}\s?:")
_TAG = re.compile(r"<[^<>]*>")


def load(path: Path, data: bytes) -> Iterator[Article | Failure]:
    """Yields the one article of a Markdown file.

    Raises:
        LoadError: It is no text, or far larger than an article.
    """
    refuse_large(data, str(path))
    text = tidy(decode(data, str(path)))
    refuse_long(text, str(path))
    refuse_many(text.count("\n"), _MOST_LINES, "lines", str(path))
    refuse_many(sum(map(text.count, _MARKS)), _MOST_MARKS, "signs of markup", str(path))
    front, body = _front_matter(text)
    language = language_code(front.get("lang")) or language_code(front.get("language"))
    published = record_date(front.get("date"), language) or record_date(front.get("published"), language)
    day = published or record_date(front.get("updated"), language)
    title = front.get("title")
    lines = list(_lines(MarkdownIt("commonmark").enable("table").parse(body)))
    if title and not any(line.text == title for line in lines[:5]):
        lines.insert(0, Line(title, BlockKind.TITLE))
    page = Page(name_of(path), tuple(lines), hashlib.sha256(data).hexdigest(), title=title, language=language, day=day)
    yield to_article(
        replace(
            page, day_kind=None if day is None else "published" if published else "updated",
            outlet=front.get("outlet") or front.get("source"), url=web_address(front.get("url")),
        ),
        path, str(path),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Splits off a block between "---" lines at the top; only its simple `name: value` lines are read."""
    text = text.lstrip("\n")
    if not text.startswith("---\n"):
        return {}, text
    end = text.find("\n---", 3, _MOST_FRONT)
    if end < 0:
        return {}, text
    rows = text[4:end].split("\n")
    plain = (row for row in rows if row.strip() and not row.startswith((" ", "\t", "#", "-")))
    if any(not _FIELD_NAME.match(row) for row in plain):
        return {}, text  # a text between two rules, not fields
    fields = (match for row in rows if (match := _FIELD.fullmatch(row.rstrip())))
    front = {match[1].casefold(): one_line(match[2].strip().strip("\"'")) for match in fields}
    return {name: value for name, value in front.items() if value}, text[text.find("\n", end + 1) + 1 :]


def _lines(tokens: Sequence[Token]) -> Iterator[Line]:
    heading: str | None = None
    titled = False
    for token in tokens:
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "inline":
            image_only = bool(token.children) and all(_is_picture(child) for child in token.children or ())
            for text in _visible(token.children or ()):
                if heading is None:
                    yield Line(text, BlockKind.CAPTION if image_only else None)
                else:
                    kind = BlockKind.TITLE if heading == "h1" and not titled else BlockKind.HEADING
                    titled = True
                    yield Line(text, kind)
            heading = None
        elif token.type in ("fence", "code_block"):
            yield from (Line(text) for text in [one_line(token.content)] if text)
        elif token.type == "html_block":
            yield from (Line(text) for text in [one_line(_without_tags(token.content))] if text)


def _is_picture(token: Token) -> bool:
    return token.type in ("image", "softbreak") or (token.type == "text" and not token.content.strip())


def _visible(tokens: Sequence[Token]) -> Iterator[str]:
    """The words of a paragraph; a hard break ends a line, a picture is its description."""
    words: list[str] = []
    for token in tokens:
        if token.type == "hardbreak":
            words.append("\n")
        elif token.type == "softbreak":
            words.append(" ")
        elif token.type in ("text", "code_inline", "image", "text_special"):
            words.append(token.content.replace("\n", " "))
    for line in "".join(words).split("\n"):
        if text := one_line(line):
            yield text


def _without_tags(content: str) -> str:
    kept: list[str] = []
    position = 0
    while (start := content.find("<!--", position)) >= 0:
        kept.append(content[position:start])
        end = content.find("-->", start)
        position = end + 3 if end >= 0 else len(content)
    kept.append(content[position:])
    return html.unescape(_TAG.sub(" ", "".join(kept)))
