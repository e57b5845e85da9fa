"""What a question asks of the library, with when the articles are to be dated: its readers put together."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from rag.check.words import plain
from rag.shelf.agreement_question import read_comparison
from rag.shelf.intent import read_intent
from rag.shelf.intent_words import INTENT_WORDS, IntentWords
from rag.shelf.intents import Collection, Comparison, Summary
from rag.shelf.period import Period, read_period
from rag.shelf.period_words import PERIOD_WORDS, PeriodWords

__all__ = ["LibraryQuestion", "asks_what_happened", "read_library_question"]

LibraryQuestion = Collection | Comparison | Summary

_WORD = re.compile(r"[^\W_]+")
_ANY = frozenset("any some des d er".split())
_PARTED = ("zusammen", "samen")
_ASKING = {"en": "do you have", "de": "gibt es", "nl": "heb je", "fr": "as tu", "es": "tienes", "it": "hai",
           "pt": "tens"}


def read_library_question(question: str, language: str, today: date) -> LibraryQuestion | None:
    """Returns what is asked of the library itself, or None for a question to the articles.

    A time is taken for the articles' own date where it says when these appeared; as part of a topic ("the vote in May")
    it stays what the articles are to be about.

    Args:
        question: In one line.
        language: The question's, ISO 639-1.
        today: What "last week" is told by.
    """
    said = INTENT_WORDS.get(language)
    period = read_period(question, language, today) if said is not None else None
    if said is not None and period is not None:
        found = _dated(question, language, period, said)
        if found is not None:
            return found
    return read_comparison(question, language) or read_intent(question, language)


def asks_what_happened(question: str, language: str, today: date) -> Period | None:
    """Returns the day of a question for what happened on it, which names nothing else; None for any other question."""
    period = read_period(question, language, today) if language in PERIOD_WORDS else None
    if period is None or period.since is None or period.since != period.until:
        return None
    rest = f"{question[: period.start]} {question[period.end :]}"
    times = PERIOD_WORDS[language]
    return period if _keys(rest) in [phrase.split() for phrase in times.happened] else None


def _dated(question: str, language: str, period: Period, said: IntentWords) -> LibraryQuestion | None:
    times = PERIOD_WORDS[language]
    before, behind = question[: period.start], question[period.end :]
    rest = f"{before.rstrip()} {behind.lstrip()}"
    if _keys(rest) in [phrase.split() for phrase in (*times.told, *times.happened)]:
        return Collection("list", period=period)
    follows, ends = _keys(behind), _last_key(before)
    # "Which articles from last week mention the mayor?"
    beside = ends in {word for noun in said.nouns for word in noun.split()} and not period.bare
    if not beside and not _is_made_of(follows, (*times.published, *said.have, *_PARTED)):
        return None
    head = _without_publishing(before, times)
    tail = "" if _is_made_of(follows, times.published) else behind
    said_so = [*_keys(before[len(head) :]), *(() if tail else follows)]
    published = any(key not in times.auxiliaries for key in said_so)
    worded = f"{head} {tail.lstrip()}".strip()
    found = (read_comparison(rest, language) or read_intent(rest, language) or read_intent(worded, language)
             or read_intent(f"{worded.rstrip(' ?.!')} {_ASKING[language]}?", language) or _any(_keys(worded), said))
    if found is None or (found.topic and period.bare and not published):
        return None
    return replace(found, period=period)


def _any(keys: list[str], said: IntentWords) -> Collection | None:
    """Reads "are there any articles", which is a question for a list only with a time."""
    opened = next((len(phrase.split()) for phrase in said.have if keys[: len(phrase.split())] == phrase.split()), None)
    if opened is None or len(keys) == opened:
        return None
    return Collection("list") if all(key in said.nouns or key in _ANY for key in keys[opened:]) else None


def _without_publishing(text: str, times: PeriodWords) -> str:
    """Takes "were published" off the end of a text."""
    words = list(_WORD.finditer(text))
    while words:
        keys = [plain(word[0]) for word in words]
        found = next((phrase.split() for phrase in times.published
                      if keys[-len(phrase.split()) :] == phrase.split()), None)
        if found is None:
            break
        words = words[: -len(found)]
    return text[: words[-1].end()] if words else ""


def _is_made_of(keys: list[str], phrases: tuple[str, ...]) -> bool:
    """Whether the keys are nothing but such phrases, one after another."""
    at = 0
    while at < len(keys):
        found = next((len(phrase.split()) for phrase in sorted(phrases, key=len, reverse=True)
                      if keys[at : at + len(phrase.split())] == phrase.split()), None)
        if found is None:
            return False
        at += found
    return True


def _last_key(text: str) -> str:
    keys = _keys(text)
    return keys[-1] if keys else ""


def _keys(text: str) -> list[str]:
    return [plain(word) for word in _WORD.findall(text)]
