"""What can be asked of the library itself: a list of articles, a summary of some, or how they compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rag.shelf.period import Period

__all__ = ["Collection", "Comparison", "Summary"]


@dataclass(frozen=True, slots=True)
class Collection:
    """A question about what the library holds.

    Attributes:
        asks: All articles, their number, or the one with the newest or oldest date.
        topic: What they are to be about, in the words of the question; "" for all.
        language: ISO 639-1 of the articles meant, or None.
        most: How many of the newest or oldest; None for all of that one day.
        period: When they are to be dated.
    """

    asks: Literal["list", "count", "newest", "oldest"]
    topic: str = ""
    language: str | None = None
    most: int | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """A wish for a summary of certain articles.

    Attributes:
        which: The newest, the oldest, or all that fit.
        topic: What they are to be about, in the words of the question; "" for all.
        language: ISO 639-1 of the articles meant, or None.
        period: When they are to be dated.
    """

    which: Literal["all", "newest", "oldest"] = "all"
    topic: str = ""
    language: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A wish to have articles compared.

    Attributes:
        topic: What they are to be about, in the words of the question; "" for all.
        matter: On what they are to be compared; "" for all that they tell.
        period: When they are to be dated.
    """

    topic: str = ""
    matter: str = ""
    period: Period | None = None
