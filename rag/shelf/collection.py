"""Which articles a question about the library means, and the answer that the library itself gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from rag.describe import heading
from rag.library.records import admits
from rag.shelf.collection_words import library_phrase
from rag.shelf.intents import Collection, Comparison, Summary
from rag.shelf.period import Period, of_year
from rag.types import ArticleSummary, Filters

__all__ = ["About", "Listing", "listed", "listing_text", "one_of_each_source", "shown"]


@dataclass(frozen=True, slots=True)
class About:
    """The articles about a topic.

    Attributes:
        held: Ids of those that hold its words, under some form: of all articles that can be told.
        near: Ids of those that are near to it in meaning only: there may be others.
        is_name: Whether it names something, which no article is about without naming it.
    """

    held: frozenset[str]
    near: frozenset[str] = frozenset()
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """The articles meant.

    Attributes:
        articles: Those that fit; where dates are asked for, by date, the one asked for first; else those that are only
            near to the topic come last.
        undated: How many that fit have no date, and so could not be ordered, or are in no period.
        total: Articles in the library, as far as the filters admit them.
        near: How many are only near to the topic.
        period: When those meant are dated; of a year where the question named none.
        is_name: Whether the topic names something.
    """

    articles: tuple[ArticleSummary, ...]
    undated: int
    total: int
    near: int = 0
    period: Period | None = None
    is_name: bool = field(default=False, kw_only=True)


def listed(intent: Collection | Comparison | Summary, articles: Sequence[ArticleSummary], filters: Filters,
           about: About | None) -> Listing:
    """Returns the articles that a question about the library means.

    Args:
        articles: Of the library.
        filters: Which articles are looked at.
        about: The articles that are about the topic; None where no topic is named.
    """
    admitted = [item for item in articles if admits(filters, item)]
    spoken = None if isinstance(intent, Comparison) else intent.language
    fitting = [item for item in admitted if (about is None or item.article_id in about.held | about.near)
               and (spoken is None or item.language == spoken)]
    undated = sum(item.date is None for item in fitting)
    period = intent.period
    if period is not None:
        period = _with_year(period, fitting)
        within = Filters(since=period.since, until=period.until)
        fitting = [item for item in fitting if admits(within, item)]
    order = _order(intent)
    if order in ("newest", "oldest"):
        fitting = sorted((item for item in fitting if item.date is not None), key=_day, reverse=order == "newest")
    elif about is not None:
        fitting.sort(key=lambda item: item.article_id not in about.held)
    near = sum(about is not None and item.article_id not in about.held for item in fitting)
    dated = period is not None or order in ("newest", "oldest")
    return Listing(tuple(fitting), undated if dated else 0, len(admitted), near, period,
                   is_name=about is not None and about.is_name)


def one_of_each_source(articles: Sequence[ArticleSummary]) -> list[ArticleSummary]:
    """Returns the articles without near-duplicates of another of them."""
    sources: dict[str, ArticleSummary] = {}
    for item in articles:
        sources.setdefault(item.duplicate_of or item.article_id, item)
    return list(sources.values())


def listing_text(intent: Collection, listing: Listing, language: str) -> str:
    """Returns what the library answers: a sentence, and a line for each article that `shown` gives."""
    lines = [f"– {heading(article, language)}" for article in shown(intent, listing)]
    return "\n".join([_sentence(intent, listing, language), *lines])


def shown(intent: Collection, listing: Listing) -> tuple[ArticleSummary, ...]:
    """Returns the articles to show: all, or as many as a date singles out; without a number those of the one day."""
    if intent.asks in ("list", "count") or not listing.articles:
        return listing.articles
    if intent.most is not None:
        return listing.articles[: intent.most]
    return tuple(item for item in listing.articles if item.date == listing.articles[0].date)


def _sentence(intent: Collection, listing: Listing, language: str) -> str:
    count, topic = len(listing.articles), intent.topic
    narrowed = topic or intent.language
    parts = [library_phrase("undated" if narrowed else "dateless", language, count=listing.undated)
             if listing.undated else ""]
    if parts[0] and not count and listing.period is None:
        about = library_phrase("about", language, topic=topic) if topic else ""
        return about + parts[0]
    if listing.period is not None:
        parts.append(_dated(listing.period, language))
    if intent.asks in ("newest", "oldest") and count:
        some = len(shown(intent, listing)) if intent.most is not None else 1
        key = ("about_" if topic else "") + intent.asks + ("_some" if some > 1 else "")
        parts.append(library_phrase(key, language, count=some, topic=topic))
    else:
        parts += _counted(intent, listing, language)
    return " ".join(part for part in parts if part)


def _counted(intent: Collection, listing: Listing, language: str) -> list[str]:
    """Says how many fit, and of a topic how they were found: a count of what is near in meaning is none of all."""
    count, topic = len(listing.articles), intent.topic
    if not topic or (listing.is_name and not listing.near):
        key = "about_" if topic else ""
        key += "none" if not count else "some" if count < listing.total else "all"
        return [library_phrase(key, language, count=count, total=listing.total, topic=topic)]
    held = count - listing.near
    if not count:
        return [library_phrase("not_held", language, topic=topic)]
    worded = library_phrase("held", language, count=held, total=listing.total, topic=topic)
    if not listing.near:
        return [worded + library_phrase("others", language)]
    return [*([f"{worded}."] if held else []),
            library_phrase("near" if held else "only_near", language, count=listing.near, topic=topic)]


def _dated(period: Period, language: str) -> str:
    """Names a period by its days, for those of "last week" are not plain to see."""
    if period.since == period.until:
        key = "on"
    else:
        key = "until" if period.since is None else "since" if period.until is None else "within"
    since, until = ("" if day is None else day.isoformat() for day in (period.since, period.until))
    return library_phrase(f"dated_{key}", language, since=since, until=until)


def _with_year(period: Period, articles: Sequence[ArticleSummary]) -> Period:
    """Returns a period without a year as that of the latest year in which an article is dated within it."""
    last = period.until or period.since
    if not period.yearless or last is None:
        return period
    years = sorted({item.date.year + after for item in articles if item.date is not None for after in (0, 1)
                    if item.date.year + after <= last.year}, reverse=True)
    for year in years:
        moved = of_year(period, year)
        if any(admits(Filters(since=moved.since, until=moved.until), item) for item in articles):
            return moved
    return period


def _order(intent: Collection | Comparison | Summary) -> str:
    if isinstance(intent, Comparison):
        return "all"
    return intent.asks if isinstance(intent, Collection) else intent.which


def _day(item: ArticleSummary) -> date:
    return item.date or date.min
