"""What the words around quantities say of them: bounds, trends, the sides of a change, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.check.approximators import bound_after, bound_before
from rag.check.cursor import Cursor, Found
from rag.check.direction import trend
from rag.check.quantity import Bound, Quantity, Side, Trend
from rag.check.timespans import span
from rag.check.words import plain
from rag.word_classes import FUNCTION_WORDS

__all__ = ["described"]

_COUNTED = ("number", "money", "percent", "multiple", "share")
_COUPLERS = {"and", "und", "en", "et", "y", "e", "sowie", "or", "oder", "of", "ou", "o", "but", "aber"}
_FROM = {"from": ("en",), "von": ("de",), "van": ("nl",), "de": ("fr", "es", "pt"), "da": ("it",), "desde": ("es",)}
_TO = {"to": ("en",), "auf": ("de",), "bis": ("de",), "naar": ("nl",), "tot": ("nl",), "à": ("fr",),
       "a": ("es", "it", "pt"),
       "hasta": ("es",), "até": ("pt",), "para": ("pt",)}
_BY = {"by": ("en",), "um": ("de",), "met": ("nl",)}
_NEAR = 4
_REFLEXIVE = {"sich", "zich", "se", "si"}
_THAN = {"than", "als", "dan"}
_KNOWN = {"the", "die", "der", "den", "dem", "das", "de", "het"}
_NOT = {"no", "not", "n't", "t", "nicht", "nichts", "niet", "kein", "keine", "geen", "rather"}
_REACHES = (3, 6, 12)
_NOUNS = 3
_PAUSES = frozenset(",;:.!?()[]\n\"“”„«»—–")
_PAUSE = re.compile(r"[,;:.!?()\[\]\n\"“”„«»—–]")
_COUPLED_WORDS = 6
_SHORTEST = 3


def described(cursor: Cursor, found: Sequence[Found]) -> tuple[Quantity, ...]:
    """Returns the quantities with their surroundings filled in."""
    return tuple(_described(cursor, item, found[at + 1] if at + 1 < len(found) else None)
                 for at, item in enumerate(found))


def _described(cursor: Cursor, item: Found, after: Found | None) -> Quantity:
    quantity = item.quantity
    if quantity.kind not in (*_COUNTED, "magnitude", "ordinal"):
        return quantity
    nouns, coupled = _nouns(cursor, item.last), after is not None and _coupled(cursor, item, after)
    # "2022 beinahe verdreifacht": the bound is of what follows.
    free = after is None or after.first > item.last + 1
    if quantity.role == "year" and free and (bound := _bound(cursor, item)):
        return replace(quantity, bound=bound, role="", nouns=nouns, coupled=coupled)
    if quantity.kind not in _COUNTED or quantity.role == "year":
        return replace(quantity, nouns=nouns, coupled=coupled)
    bound = _bound(cursor, item)
    return replace(quantity, bound=bound, compared=bool(bound) and _compared(cursor, item), trend=_trend(cursor, item),
                   side=_side(cursor, item), nouns=nouns, coupled=coupled, span=span(cursor, item))


def _bound(cursor: Cursor, item: Found) -> Bound:
    found = bound_before(cursor.folds(item.first - 5, item.first), cursor.language)
    if not found and item.quantity.kind in ("multiple", "share") and item.first > 1 and cursor.language != "en":
        # "hat sich fast auf das Doppelte", "a presque été multiplié": the bound stands further before.
        found = bound_before(cursor.folds(item.first - 7, item.first - 1), cursor.language)
    if not found and item.quantity.kind == "multiple" and cursor.fold(item.last) in _REFLEXIVE:
        # "Verdreifachte sich fast".
        found = bound_after(cursor.folds(item.last + 1, item.last + 4), cursor.language)
    if cursor.text.startswith("+", cursor.tokens[item.last - 1].end):
        return "above"
    return found or bound_after(cursor.folds(item.last, item.last + 3), cursor.language)


def _compared(cursor: Cursor, item: Found) -> bool:
    """Whether "more than" or the like stands before; "no more than" may mean no more than "only".

    "Higher than the 5 % of 2023" compares with what is known; "more than the half" has its article everywhere.
    """
    before = cursor.folds(item.first - _NEAR, item.first)
    if before and before[-1] in _KNOWN and item.quantity.kind not in ("share", "multiple"):
        return False
    compares = cursor.language in ("en", "de", "nl") and any(word in _THAN for word in before)
    return compares and not any(word in _NOT for word in before)


def _trend(cursor: Cursor, item: Found) -> Trend:
    """Returns the trend that the nearest words of the clause say."""
    before = _clause(cursor, range(item.first - 1, item.first - 1 - _REACHES[-1], -1), 1)
    after = _clause(cursor, range(item.last, item.last + _REACHES[-1]), 0)
    for reach in _REACHES:
        if found := trend((*before[:reach], *after[:reach]), cursor.language):
            return found
        if reach >= len(before) and reach >= len(after):
            break
    return ""


def _clause(cursor: Cursor, places: range, shift: int) -> list[str]:
    """Returns the casefolded tokens at the places, up to the first pause; `shift` finds the gap to cross."""
    words: list[str] = []
    for j in places:
        if not 0 <= j < len(cursor) or _pauses(cursor.gap(j + shift)):
            break
        words.append(cursor.fold(j))
    return words


def _side(cursor: Cursor, item: Found) -> Side:
    for j in (item.first - 1, item.first - 2):
        word = cursor.fold(j)
        if cursor.language in _FROM.get(word, ()):
            return "from"
        if cursor.language in _TO.get(word, ()):
            return "" if _reaching(cursor, item, j) else "to"
        if j == item.first - 1 and cursor.language in _BY.get(word, ()):
            return "by"
        if cursor.is_number(j):
            break
    return ""


def _reaching(cursor: Cursor, item: Found, j: int) -> bool:
    """Whether a word for "to" says no end of a change: "up to 5 %", "bis zu 5 %", "led to a 5 % drop"."""
    if cursor.fold(j - 1) == "up" or (cursor.fold(j) == "bis" and cursor.fold(j + 1) == "zu"):
        return True
    noun = item.quantity.kind == "percent" and cursor.language == "en"
    return noun and trend(cursor.folds(item.last, item.last + 3), "en") != ""


def _nouns(cursor: Cursor, last: int) -> tuple[str, ...]:
    nouns: list[str] = []
    little = FUNCTION_WORDS.get(cursor.language, frozenset[str]())
    for j in range(last, last + _NOUNS):
        word = cursor.fold(j)
        if not cursor.is_word(j) or _pauses(cursor.gap(j)) or word in _COUPLERS:
            break
        if word not in little and len(word) >= _SHORTEST:
            nouns.append(plain(word))
    return tuple(nouns)


def _coupled(cursor: Cursor, item: Found, after: Found) -> bool:
    if not 0 < after.first - item.last <= _COUPLED_WORDS:
        return False
    words = cursor.folds(item.last, after.first)
    pauses = sum(_pauses(cursor.gap(j)) for j in range(item.last, after.first + 1))
    listed = pauses == 1 and cursor.gap(after.first) == ", "
    return listed or (not pauses and any(word in _COUPLERS for word in words))


def _pauses(gap: str) -> bool:
    return (len(gap) > 1 and _PAUSE.search(gap) is not None) or gap in _PAUSES
