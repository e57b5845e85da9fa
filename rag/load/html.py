"""Web pages: the article's own text by trafilatura, and what the page's metadata states of it. No network."""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, cast

from rag.errors import LoadError
from rag.load.dates import record_date
from rag.load.decode import decode, one_line, tidy
from rag.load.jsonl import language_code, web_address
from rag.load.limits import refuse_large, refuse_long, refuse_many
from rag.load.lines import Line, Page, name_of
from rag.load.news import to_article
from rag.load.plain import text_lines
from rag.types import Article, BlockKind, DateKind, Failure

__all__ = ["load"]

# Scripts and styles make pages longer than their articles; each tag costs the readers a tenth of a millisecond.
_MOST_PAGE = 8_000_000
_MOST_TAGS = 100_000
_MOST_HEAD = 1_000_000
# A private-use character: XML admits no control characters, and pages have line ends that mean nothing.
_BREAK = "\ue000"
_MOST_SCRIPT = 200_000
_CHARSET = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_-]{2,20})")
_DOCUMENT = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_PARAGRAPHS = frozenset({"p", "item", "quote", "code", "row", "fw"})
_PUBLISHED = ("article:published_time", "datepublished", "date.published", "dc.date.issued", "dcterms.created",
              "pubdate", "publishdate", "dc.date", "date", "parsely-pub-date")
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod", "last-modified")
_OUTLET = ("og:site_name", "publisher", "dc.publisher", "application-name")
_TITLE = ("og:title", "headline", "dc.title", "twitter:title")
_URL = ("og:url", "canonical")


def load(path: Path, data: bytes) -> Iterator[Article | Failure]:
    """Yields the one article of a web page.

    Raises:
        LoadError: It is no text, far larger than an article, or holds none.
    """
    refuse_large(data, str(path))
    declared = _CHARSET.search(data[:4096])
    text = decode(data, str(path), declared[1].decode("ascii") if declared else None)
    refuse_long(text, str(path), _MOST_PAGE)
    refuse_many(text.count("<"), _MOST_TAGS, "tags", str(path))
    facts = _facts(text)
    lines = _lines(text, path)
    title = _title(facts)
    if title and not any(line.text.casefold() == title.casefold() for line in lines[:8]):
        lines.insert(0, Line(title, BlockKind.TITLE))
    published = _first_date(facts, _PUBLISHED)
    day = published or _first_date(facts, _UPDATED)
    kind: DateKind | None = None if day is None else "published" if published else "updated"
    page = Page(
        name_of(path), tuple(lines), hashlib.sha256(data).hexdigest(), title=title, day=day, day_kind=kind,
        language_hint=language_code(facts.get("lang")), outlet=facts.first(_OUTLET),
        url=web_address(facts.first(_URL)),
    )
    yield to_article(page, path, str(path))


@dataclass(slots=True)
class _Facts:
    """The metadata of a page by its lower-case name; the first value stays."""

    values: dict[str, str] = field(default_factory=dict[str, str])

    def add(self, name: str | None, value: str | None) -> None:
        if name and value and (clean := one_line(value[:2000])):
            self.values.setdefault(name.strip().casefold(), clean)

    def get(self, name: str) -> str | None:
        return self.values.get(name)

    def first(self, names: tuple[str, ...]) -> str | None:
        return next((self.values[name] for name in names if name in self.values), None)


class _Reader(HTMLParser):
    """Collects what the head of a page states: meta, title, canonical link, JSON-LD, and times marked as such."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.facts = _Facts()
        self._inside: str | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta":
            value = given.get("content")
            for name in ("property", "name", "itemprop"):
                self.facts.add(given.get(name), value)
        elif tag == "html":
            self.facts.add("lang", given.get("lang"))
        elif tag == "link" and given.get("rel") == "canonical":
            self.facts.add("canonical", given.get("href"))
        elif tag == "time" and given.get("itemprop"):
            self.facts.add(given["itemprop"], given.get("datetime"))
        elif tag == "title" or (tag == "script" and given.get("type") == "application/ld+json"):
            self._inside, self._text = tag, []

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag != self._inside:
            return
        content = "".join(self._text)
        self._inside, self._text = None, []
        if tag == "title":
            self.facts.add("title", content)
        elif len(content) <= _MOST_SCRIPT:
            _read_json_ld(content, self.facts)


def _facts(text: str) -> _Facts:
    reader = _Reader()
    try:
        # A single tag of megabytes takes the parser a hundred times its length in memory.
        reader.feed(text[:_MOST_HEAD])
        reader.close()
    except (AssertionError, ValueError):
        # The standard parser gives up on some malformed declarations; what it has read until there holds.
        pass
    return reader.facts


def _read_json_ld(content: str, facts: _Facts) -> None:
    try:
        document: object = json.loads(content)
    except (ValueError, RecursionError):
        return
    for node in _nodes(document):
        kinds: object = node.get("@type")
        if not any("Article" in str(kind) or "Posting" in str(kind) for kind in _as_list(kinds)):
            continue
        for name in ("headline", "datePublished", "dateModified"):
            value: object = node.get(name)
            facts.add(name, value if isinstance(value, str) else None)
        for publisher in _as_list(node.get("publisher")):
            if isinstance(publisher, dict):
                value = cast("dict[str, Any]", publisher).get("name")
                facts.add("publisher", value if isinstance(value, str) else None)


def _as_list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else [value]


def _nodes(document: object) -> Iterator[dict[str, Any]]:
    for item in _as_list(document):
        if isinstance(item, dict):
            node = cast("dict[str, Any]", item)
            yield node
            yield from (
                cast("dict[str, Any]", inner) for inner in _as_list(node.get("@graph")) if isinstance(inner, dict)
            )


def _first_date(facts: _Facts, names: tuple[str, ...]) -> date | None:
    return next((day for name in names if (day := record_date(facts.get(name)))), None)


def _title(facts: _Facts) -> str | None:
    title = facts.first(_TITLE) or facts.get("title")
    outlet = facts.first(_OUTLET)
    for separator in (" | ", " - ", " – ", " — ") if title and outlet else ():
        if title and outlet and title.casefold().endswith(f"{separator}{outlet}".casefold()):
            title = title[: -len(separator) - len(outlet)].strip()
    return title or None


def _lines(text: str, path: Path) -> list[Line]:
    from lxml.etree import LxmlError  # pyright: ignore[reportUnknownVariableType]
    from trafilatura import bare_extraction, html2txt
    from trafilatura.settings import use_config

    # Without a handler of its own, what it logs of odd pages would go to the user's terminal.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    config = use_config()
    # The defaults pass over short news.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    page = tidy(text).replace(_BREAK, "")
    if not _DOCUMENT.search(page):
        page = f"<html><body>{page}</body></html>"
    trouble = (cast("type[Exception]", LxmlError), ValueError, TypeError, AttributeError, LookupError, RecursionError)
    try:
        document = bare_extraction(page, include_comments=False, favor_recall=True, with_metadata=False, config=config)
    except trouble as error:
        raise LoadError(f"{path} cannot be read as a web page ({type(error).__name__}).", "Save it as .txt.") from None
    body: Any = getattr(document, "body", None)
    # A page of a sentence or two, or without tags, has too little for its rules of thumb: all its text is taken.
    return (list(_walk(body)) if body is not None else []) or list(text_lines(html2txt(page)))


def _walk(body: Any) -> Iterator[Line]:
    """Yields the outermost paragraph-like elements; a `<br>` inside one ends a line."""
    for element in body:
        name = str(element.tag)
        if name in ("list", "table", "div", "body"):
            if element.text and element.text.strip():
                yield Line(one_line(element.text))
            yield from _walk(element)
        elif name == "head":
            kind = BlockKind.TITLE if element.get("rend") == "h1" else BlockKind.HEADING
            yield from (Line(text, kind) for text in _texts(element))
        elif name in _PARAGRAPHS:
            yield from map(Line, _texts(element))
        if element.tail and element.tail.strip():
            yield Line(one_line(element.tail))


def _texts(element: Any) -> Iterator[str]:
    for node in element.iter():
        name = str(node.tag)
        if node is not element and name in ("lb", "cell", "item", "p"):
            node.text = (_BREAK if name == "lb" else " ") + str(node.text or "")
    for piece in "".join(element.itertext()).split(_BREAK):
        if text := one_line(piece):
            yield text
