"""Where words come from, told the same way on every screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rag.types import ArticleSummary, Citation, Passage

__all__ = ["by_article", "heading", "language_name", "quoted"]

_DATED = {
    "en": {"dated": "dated", "published": "published", "updated": "updated"},
    "de": {"dated": "vom", "published": "veröffentlicht am", "updated": "aktualisiert am"},
    "nl": {"dated": "van", "published": "gepubliceerd op", "updated": "bijgewerkt op"},
    "fr": {"dated": "du", "published": "publié le", "updated": "mis à jour le"},
    "es": {"dated": "del", "published": "publicado el", "updated": "actualizado el"},
    "it": {"dated": "del", "published": "pubblicato il", "updated": "aggiornato il"},
    "pt": {"dated": "de", "published": "publicado em", "updated": "atualizado em"},
}


def by_article(citations: Sequence[Citation]) -> list[list[Citation]]:
    """Returns the citations in groups of one article version each, in order of first use."""
    groups: dict[tuple[str, int], list[Citation]] = {}
    for citation in citations:
        groups.setdefault((citation.article_id, citation.version), []).append(citation)
    return list(groups.values())


def heading(source: ArticleSummary | Citation | Passage, language: str = "en") -> str:
    """Returns title, outlet, kind of date with the date, and language, as far as they are known, as plain text.

    The text is the article's own and has to be cleaned or escaped for the screen that it is for.

    Args:
        language: The reader's, ISO 639-1; what is not spoken here is told in English.
    """
    kinds = _DATED.get(language, _DATED["en"])
    day = f"{kinds[source.date_kind or 'dated']} {source.date.isoformat()}" if source.date else None
    spoken = language_name(source.language, language) if source.language else None
    return " · ".join(filter(None, (source.title or source.article_id, source.outlet, day, spoken)))


def language_name(code: str, language: str = "en") -> str:
    """Returns the name of a language in another (English where that is not spoken here), or its code."""
    from babel import Locale

    names: Any = Locale(language if language in _DATED else "en").languages
    return str(names.get(code, code))


def quoted(text: str) -> str:
    """Returns a text in quote marks, unless it begins with one of its own: speech needs no second pair."""
    return text if text[:1] in "\"'“„‘‚«»”’" else f"“{text}”"
