"""Where words come from, told the same way on every screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rag.types import ArticleSummary, Citation, Passage

__all__ = ["by_article", "heading", "language_name", "quoted"]


def by_article(citations: Sequence[Citation]) -> list[list[Citation]]:
    """Returns the citations in groups of one article version each, in order of first use."""
    groups: dict[tuple[str, int], list[Citation]] = {}
    for citation in citations:
        groups.setdefault((citation.article_id, citation.version), []).append(citation)
    return list(groups.values())


def heading(source: ArticleSummary | Citation | Passage) -> str:
    """Returns title, outlet, kind of date with the date, and language, as far as they are known, as plain text.

    The text is the article's own and has to be cleaned or escaped for the screen that it is for.
    """
    day = f"{source.date_kind or 'dated'} {source.date.isoformat()}" if source.date else None
    language = language_name(source.language) if source.language else None
    return " · ".join(filter(None, (source.title or source.article_id, source.outlet, day, language)))


def language_name(code: str) -> str:
    """Returns the English name of a language, or its code where there is none."""
    from babel import Locale

    names: Any = Locale("en").languages
    return str(names.get(code, code))


def quoted(text: str) -> str:
    """Returns a text in quote marks, unless it begins with one of its own: speech needs no second pair."""
    return text if text[:1] in "\"'“„‘‚«»”’" else f"“{text}”"
