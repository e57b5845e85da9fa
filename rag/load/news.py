"""A page's lines to an article: furniture out; title, headings, date and outlet found where the text states them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rag.language import detect
from rag.load import furniture
from rag.load.limits import MOST_CHARS, MOST_PARAGRAPHS
from rag.load.lines import Line, Page
from rag.types import Article, Block, BlockKind, DateKind, Failure

__all__ = ["to_article"]

_MOST_TITLE = 220
_MOST_HEADING = 90
_MOST_HEAD = 30
_LEAST_BODY = 60
_MOST_TEASERS = 8
_ENOUGH_TO_DETECT = 5000
# Interviews mark who speaks; what is said stays body however short it is.
_MARKED = re.compile(r"[-–—•*(\[]")
_NAMED = re.compile(r"\w{1,20}(?: \w{1,20}){0,3} ?:")


@dataclass(slots=True)
class _Found:
    """What the lines themselves turned out to state."""

    title: str | None = None
    day: date | None = None
    day_kind: DateKind | None = None
    outlet: str | None = None
    lines: list[Line] = field(default_factory=list[Line])

    def date(self, found: furniture.DateLine) -> None:
        if self.day is None or (self.day_kind == "updated" and found.kind == "published"):
            self.day, self.day_kind = found.found.day, found.kind


def to_article(page: Page, path: Path, source: str) -> Article | Failure:
    """Cleans a page and joins its lines to the stored text, blocks separated by a blank line.

    Args:
        source: What a Failure calls the page.
    """
    if len(page.lines) > MOST_PARAGRAPHS:
        return _too_much(source, f"{len(page.lines):,} paragraphs, more than any article ({MOST_PARAGRAPHS:,})")
    if sum(len(line.text) for line in page.lines) > MOST_CHARS:
        return _too_much(source, f"more characters than any article ({MOST_CHARS:,})")
    language = page.language or _detected(page)
    found = _Found(title=page.title)
    lines = _body(page.lines, language, page, found)
    lines = _signed(_head(lines, language, page, found))
    lines = [_with_kind(lines, index) for index in range(len(lines))]
    if not lines:
        return Failure(source, "has no article text", "Check that the article itself is in it.")
    text, blocks = _joined(lines)
    return Article(
        article_id=page.article_id, name=page.name, text=text, blocks=blocks, title=found.title, language=language,
        day=page.day or found.day, day_kind=page.day_kind if page.day else found.day_kind,
        outlet=page.outlet or found.outlet, url=page.url, path=path, content_hash=page.content_hash,
    )


def _too_much(source: str, what: str) -> Failure:
    return Failure(source, f"has {what}", "Save each article in a file of its own.")


def _detected(page: Page) -> str | None:
    sample: list[str] = []
    size = 0
    for line in sorted(page.lines[:200], key=lambda line: -len(line.text)):
        sample.append(line.text[:_ENOUGH_TO_DETECT])
        size += len(line.text)
        if size > _ENOUGH_TO_DETECT:
            break
    return detect("\n".join(sample)) or page.language_hint


def _body(lines: Sequence[Line], language: str | None, page: Page, found: _Found) -> list[Line]:
    """Drops the lines that are furniture wherever they stand, reading dates and outlet off them."""
    kept: list[Line] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        if page.title and line.text == page.title:
            kept.append(line)
        elif furniture.is_related(line.text):
            index = _after_teasers(lines, index)
        elif dated := furniture.date_line(line.text, language, bare=False):
            found.date(dated)
        elif not furniture.is_furniture(line.text) and not furniture.related_inline(line.text):
            if outlet := furniture.outlet_of(line.text):
                found.outlet = found.outlet or outlet
            else:
                kept.append(_captioned(line))
    return kept


def _after_teasers(lines: Sequence[Line], start: int) -> int:
    """The index after the headlines that follow "Read more".

    The last of several before a body paragraph may be the next section's heading, so it stays.
    """
    end = start
    while end < len(lines) and end - start < _MOST_TEASERS and furniture.is_teaser(lines[end].text):
        if furniture.is_related(lines[end].text):
            return end
        end += 1
    if end < len(lines) and end - start > 1:
        end -= 1
    return end


def _captioned(line: Line) -> Line:
    caption = furniture.caption_of(line.text)
    return Line(caption, BlockKind.CAPTION) if caption else line


def _head(lines: list[Line], language: str | None, page: Page, found: _Found) -> list[Line]:
    """Reads the lines above the first body paragraph: kicker, title, dateline, writers."""
    end = next((index for index, line in enumerate(lines[:_MOST_HEAD]) if _is_body(line)), min(len(lines), _MOST_HEAD))
    head: list[Line] = []
    titled = False
    interview = sum(1 for line in lines if _NAMED.match(line.text)) > 1
    for index, line in enumerate(lines[:end]):
        more = any(_is_headline(other) for other in lines[index + 1 : end])
        if dated := furniture.date_line(line.text, language, bare=True, titled=titled):
            if page.day not in (None, dated.found.day):
                head.append(Line(line.text, BlockKind.CAPTION))
            found.date(dated)
        elif titled or line.kind is BlockKind.CAPTION:
            if not (line.kind in (None, BlockKind.PARAGRAPH) and _is_trimming(line.text)):
                head.append(line)
        elif _is_title(line, page.title, speaks=interview or index > 0):
            if (furniture.is_kicker(line.text) or furniture.byline(line.text)) and more and line.text != page.title:
                continue
            titled = True
            found.title = found.title or line.text
            head.append(Line(line.text, BlockKind.TITLE))
        elif not furniture.glued_kicker(line.text):
            head.append(line)
    return head + lines[end:]


def _signed(lines: list[Line]) -> list[Line]:
    """Takes off the agency's name that ends an article."""
    signed = len(lines) > 1 and lines[-1].kind in (None, BlockKind.PARAGRAPH) and furniture.agency_line(lines[-1].text)
    return lines[:-1] if signed else lines


def _is_trimming(text: str) -> bool:
    return furniture.byline(text) or furniture.is_kicker(text) or furniture.agency_line(text)


def _is_body(line: Line) -> bool:
    if line.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION):
        return False
    return len(line.text) > _MOST_TITLE or (len(line.text) >= _LEAST_BODY and furniture.closes(line.text))


def _is_headline(line: Line) -> bool:
    text = line.text
    return (
        line.kind is not BlockKind.CAPTION and len(text) <= _MOST_TITLE and any(map(str.isalpha, text))
        and not furniture.closes(text) and not text.endswith((",", ";", ":")) and not text[0].islower()
    )


def _is_title(line: Line, stated: str | None, *, speaks: bool) -> bool:
    """Whether this line is the article's title: as stated, as marked, or the first that reads as a headline.

    Args:
        speaks: Whether words before a colon may name a speaker; headlines begin so too.
    """
    if stated is not None:
        return line.text.casefold() == stated.casefold()
    if line.kind is not None:
        return line.kind is BlockKind.TITLE
    return _is_headline(line) and not _MARKED.match(line.text) and not (speaks and _NAMED.match(line.text))


def _with_kind(lines: Sequence[Line], index: int) -> Line:
    """Settles what the line is: as marked, a heading where it stands between paragraphs as one, else a paragraph.

    A question is left to the body: it may be an interviewer's.
    """
    line = lines[index]
    if line.kind is not None:
        return line
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    heads = (
        before is not None and after is not None and _is_body(before) and _is_body(after)
        and furniture.closes(before.text) and 2 * len(line.text) <= len(after.text) and _reads_as_heading(line)
    )
    return Line(line.text, BlockKind.HEADING if heads else BlockKind.PARAGRAPH)


def _reads_as_heading(line: Line) -> bool:
    text = line.text
    asks = text.rstrip("”’\"»").endswith("?")
    plain = not asks and ". " not in text and not _MARKED.match(text) and not _NAMED.match(text)
    return plain and len(text) <= _MOST_HEADING and _is_headline(line)


def _joined(lines: Sequence[Line]) -> tuple[str, tuple[Block, ...]]:
    blocks: list[Block] = []
    position = 0
    for line in lines:
        blocks.append(Block(position, position + len(line.text), line.kind or BlockKind.PARAGRAPH))
        position += len(line.text) + 2
    return "\n\n".join(line.text for line in lines), tuple(blocks)
