"""Which articles a question about the library means, and the answer that the library itself gives."""

from __future__ import annotations

from collections.abc import Collection as Ids
from dataclasses import dataclass
from datetime import date

from rag.collection_words import library_phrase
from rag.describe import heading
from rag.gazetteer import known_forms
from rag.intent import Collection, Summary
from rag.library import Library
from rag.library.records import admits
from rag.types import ArticleSummary, Filters

__all__ = ["Listing", "holding", "listed", "listing_text", "shown"]

_MOST_PASSAGES = 10_000


@dataclass(frozen=True, slots=True)
class Listing:
    """The articles meant.

    Attributes:
        articles: Those that fit; where dates are asked for, by date, the one asked for first.
        undated: How many that fit have no date, and so could not be ordered.
        total: Articles in the library, as far as the filters admit them.
    """

    articles: tuple[ArticleSummary, ...]
    undated: int
    total: int


def holding(topic: str, library: Library, filters: Filters) -> frozenset[str]:
    """Returns the ids of the articles that hold the topic's words in this order, or a place's name in any language."""
    forms = [topic, *sorted(known_forms(topic))]
    ids = library.passages.matching(forms, _MOST_PASSAGES, filters)
    return frozenset(passage.article_id for passage in library.passages.candidates(ids, filters).passages)


def listed(intent: Collection | Summary, library: Library, filters: Filters, about: Ids[str] | None) -> Listing:
    """Returns the articles that a question about the library means.

    Args:
        filters: Which articles are looked at.
        about: Ids of the articles that are about the topic; None where no topic is named.
    """
    admitted = [item for item in library.articles.list() if admits(filters, item)]
    fitting = [item for item in admitted if (about is None or item.article_id in about)
               and (intent.language is None or item.language == intent.language)]
    order = intent.asks if isinstance(intent, Collection) else intent.which
    if order not in ("newest", "oldest"):
        return Listing(tuple(fitting), 0, len(admitted))
    dated = sorted((item for item in fitting if item.date is not None), key=_day, reverse=order == "newest")
    return Listing(tuple(dated), len(fitting) - len(dated), len(admitted))


def listing_text(intent: Collection, listing: Listing, language: str) -> str:
    """Returns what the library answers: a sentence, and a line for each article that `shown` gives."""
    lines = [f"– {heading(article, language)}" for article in shown(intent, listing)]
    return "\n".join([_sentence(intent, listing, language), *lines])


def shown(intent: Collection, listing: Listing) -> tuple[ArticleSummary, ...]:
    """Returns the articles to show: all, or the one that a date singles out, with those of the same day."""
    if intent.asks in ("list", "count") or not listing.articles:
        return listing.articles
    return tuple(item for item in listing.articles if item.date == listing.articles[0].date)


def _sentence(intent: Collection, listing: Listing, language: str) -> str:
    count = len(listing.articles)
    narrowed = intent.topic or intent.language
    undated = library_phrase("undated" if narrowed else "dateless", language,
                             count=listing.undated) if listing.undated else ""
    if undated and not count:
        about = library_phrase("about", language, topic=intent.topic) if intent.topic else ""
        return about + undated
    key = "about_" if intent.topic else ""
    if intent.asks in ("newest", "oldest") and count:
        return f"{undated} {library_phrase(key + intent.asks, language, topic=intent.topic)}".lstrip()
    key += "none" if not count else "some" if count < listing.total else "all"
    return library_phrase(key, language, count=count, total=listing.total, topic=intent.topic)


def _day(item: ArticleSummary) -> date:
    return item.date or date.min
