"""The sentences that name a day, whatever the language and the order in which they write it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from rag.check.dates import month_names
from rag.check.orders import check_orders
from rag.library import Library
from rag.shelf.period import Period
from rag.types import Evidence, EvidenceSentence, Filters, Passage

__all__ = ["sentences_of_day"]

_MOST_PASSAGES = 200
_YEAR = re.compile(r"\W{0,3}(?:of |de |del )?((?:19|20)\d\d)\b")


def sentences_of_day(library: Library, period: Period, filters: Filters, most: int) -> Evidence:
    """Returns the sentences that name a day, by the dates of their articles; none is to abstain.

    A sentence without a year means the year of its article's date.

    Args:
        period: Of one day; without a year it is of any.
        most: Sentences at most.
    """
    day = period.since
    if day is None:
        return Evidence((), abstain=True, confidence=0.0, threshold=0.0)
    phrases = [phrase for name in month_names(day.month) for phrase in (f"{day.day} {name}", f"{name} {day.day}")]
    ids = library.passages.matching(phrases, _MOST_PASSAGES, filters)
    passages = sorted(library.passages.candidates(ids, filters).passages, key=lambda item: (
        item.date or date.min, item.article_id, item.start))
    found = [item for passage in passages for item in _sentences(passage, day, yearless=period.yearless)]
    sentences = tuple(EvidenceSentence(number, item.passage, item.start, item.end, item.quote, 0.0)
                      for number, item in enumerate(found[:most], 1))
    return Evidence(sentences, abstain=not sentences, confidence=0.0, threshold=0.0)


def _sentences(passage: Passage, day: date, *, yearless: bool) -> list[EvidenceSentence]:
    found: list[EvidenceSentence] = []
    for span in passage.sentences:
        quote = passage.slice(span)
        if _names(quote, day, passage, yearless=yearless) and check_orders([quote]).passed:
            found.append(EvidenceSentence(0, passage, span.start, span.end, quote, 0.0))
    return found


def _names(text: str, day: date, passage: Passage, *, yearless: bool) -> bool:
    for match in _writing(day.day, day.month).finditer(text):
        year = _YEAR.match(text, match.end())
        stated = int(year[1]) if year is not None else passage.date.year if passage.date is not None else None
        if yearless or stated is None or stated == day.year:
            return True
    return False


@cache
def _writing(day: int, month: int) -> re.Pattern[str]:
    names = "|".join(map(re.escape, month_names(month)))
    return re.compile(rf"(?<![\d.,])0?{day}(?:\.|st|nd|rd|th|er)? ?(?:of |de )?(?:{names})\b"
                      rf"|\b(?:{names}) 0?{day}(?:st|nd|rd|th)?\b(?![.,]?\d)", re.IGNORECASE)
