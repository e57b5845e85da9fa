"""Where words come from: title, outlet, date and language of an article, in the reader's language."""

from __future__ import annotations

from pathlib import PurePath

from rag.types import ArticleSummary, Citation, Passage
from ui.render.escape import attributes, escape
from ui.texts import Texts

__all__ = ["Source", "language_attribute", "link_html", "origin", "origin_html", "title_of"]

Source = ArticleSummary | Citation | Passage


def title_of(source: Source) -> str:
    """Returns the title as plain text, or the article's id where it has none."""
    return source.title or source.article_id


def origin(source: Source, texts: Texts) -> str:
    """Returns outlet, date and language as plain text, as far as they are known."""
    day = texts.day(source.date) if source.date else None
    if day and source.date_kind == "updated":
        day = texts.say("updated_on", day=day)
    return " · ".join(filter(None, (source.outlet, day, texts.language_name(source.language))))


def origin_html(source: Source, texts: Texts) -> str:
    """Returns outlet, date and language as a line of small print."""
    line = origin(source, texts)
    return f'<p class="origin">{escape(line)}</p>' if line else ""


def link_html(source: Source, texts: Texts) -> str:
    """Returns the way to the original: a link for a web address, the name of a file as text."""
    if source.url and source.url.startswith(("https://", "http://")):
        return (f'<p class="place"><a href="{escape(source.url)}" target="_blank" rel="noopener noreferrer">'
                f"{escape(texts.say('open_original'))}</a> <small>{escape(source.url)}</small></p>")
    # The page may be read from another machine: of a file, its name tells enough.
    place = source.url or (PurePath(source.path).name if source.path else "")
    return f'<p class="place"><small>{escape(place)}</small></p>' if place else ""


def language_attribute(code: str | None) -> str:
    """Returns the attributes that let a screen reader pronounce, and a browser lay out, text in this language."""
    return attributes(lang=code, dir="auto")
