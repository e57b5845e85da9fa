"""A part told as the whole: "all 52 cables" where 14 of the 52 are meant, "both" for one of the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rag.check.cursor import Cursor
from rag.check.number_words import number_words

__all__ = ["misparted"]

_OF: Mapping[str, frozenset[str]] = {
    "en": frozenset({"of"}), "de": frozenset("der von des".split()), "nl": frozenset({"van"}),
    "fr": frozenset("des de d sur".split()), "es": frozenset({"de"}),
    "it": frozenset("dei degli delle di su".split()), "pt": frozenset("dos das de".split()),
}
_ALL: Mapping[str, frozenset[str]] = {
    "en": frozenset({"all"}), "de": frozenset("alle allen aller sämtliche sämtlichen".split()),
    "nl": frozenset({"alle"}), "fr": frozenset({"tous", "toutes"}), "es": frozenset({"todos", "todas"}),
    "it": frozenset({"tutti", "tutte"}), "pt": frozenset({"todos", "todas"}),
}
_BOTH: Mapping[str, frozenset[str]] = {
    "en": frozenset({"both"}), "de": frozenset({"beide"}), "nl": frozenset({"beide"}), "fr": frozenset(),
    "es": frozenset({"ambos", "ambas"}), "it": frozenset({"entrambi", "entrambe"}), "pt": frozenset({"ambos", "ambas"}),
}
_MOST: Mapping[str, frozenset[str]] = {
    "en": frozenset({"most"}), "de": frozenset({"meisten"}), "nl": frozenset({"meeste"}), "fr": frozenset({"plupart"}),
    "es": frozenset({"mayoría"}), "it": frozenset({"parte"}), "pt": frozenset({"maioria"}),
}
_ONE = frozenset("one ein eine einer eines einem een één un une uno una um uma".split())
_WITHIN = 4
"""Tokens between a part and its whole at most: "14 of the bridge's own 52"."""
_BEFORE = 8
"""Tokens between a whole and its part at most, where the whole stands first: "of the 40 boats, 12"."""
_LARGEST = 1000
"""Larger numbers are counts and years more often than the members of a known whole."""


@dataclass(frozen=True, slots=True)
class _Part:
    """So many of so many, with the words that say it."""

    part: int
    whole: int
    words: str


def misparted(claim: Cursor, sources: Sequence[Cursor]) -> str:
    """Returns the fault of a claim that tells of the whole what its sources tell of a part, "" where none does."""
    told = [part for source in sources for part in _parts(source)]
    if not told:
        return ""
    whole = {number for source in sources for number, _ in _wholes(source, _ALL, _BOTH)}
    for number, words in _wholes(claim, _ALL, _BOTH):
        part = next((item for item in told if item.whole == number and item.part < number), None)
        if part is not None and number not in whole:
            return f"The quote says {part.words!r}, not {words!r}."
    for number, words in _wholes(claim, _MOST, {}):
        part = next((item for item in told if item.whole == number and item.part * 2 <= number), None)
        if part is not None:
            return f"The quote says {part.words!r}, not {words!r}."
    turned = next(((mine, theirs) for mine in _parts(claim) for theirs in told
                   if mine.part == theirs.whole != theirs.part == mine.whole), None)
    return "" if turned is None else f"The quote says {turned[1].words!r}, not {turned[0].words!r}."


def _parts(cursor: Cursor) -> Iterator[_Part]:
    """Yields each "14 of the 52", and "of the 52, 14"."""
    joining = _OF.get(cursor.language, frozenset[str]())
    for i in range(len(cursor)):
        if cursor.fold(i) not in joining:
            continue
        first, at = _value(cursor, i - 1, one=True), _next(cursor, i + 1, _WITHIN)
        whole = _value(cursor, at)
        if at is None or whole is None:
            continue
        if first is not None:
            yield _Part(first, whole, _words(cursor, i - 1, at))
        elif i == 0 or _parted(cursor, i):
            later = _next(cursor, at + 1, _BEFORE, signs=True)
            part = _value(cursor, later)
            if later is not None and part is not None and part < whole:
                yield _Part(part, whole, _words(cursor, i, later))


def _wholes(cursor: Cursor, saying: Mapping[str, frozenset[str]],
            both: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, str]]:
    """Yields each number of which a word such as "all" or "most" speaks, with the words."""
    for i in range(len(cursor)):
        if cursor.fold(i) in both.get(cursor.language, ()):
            yield 2, cursor.tokens[i].text
        elif cursor.fold(i) in saying.get(cursor.language, ()):
            at = _next(cursor, i + 1, _WITHIN + 1)
            number = _value(cursor, at)
            if at is not None and number is not None:
                yield number, _words(cursor, i, at)


def _next(cursor: Cursor, start: int, reach: int, *, signs: bool = False) -> int | None:
    """Returns the next token with a value, before any sign unless `signs` (then a comma may stand between)."""
    for at in range(start, min(len(cursor), start + reach)):
        if at > start - 1 and _parted(cursor, at) and not (signs and cursor.gap(at).strip() == ","):
            return None
        if _value(cursor, at) is not None:
            return at
    return None


def _parted(cursor: Cursor, at: int) -> bool:
    gap = cursor.gap(at).strip()
    return bool(gap) and gap[0] in ",;:.!?()–—"


def _value(cursor: Cursor, at: int | None, *, one: bool = False) -> int | None:
    """Returns the whole number that a token says; "a" and "one" only where asked for."""
    if at is None or not 0 <= at < len(cursor):
        return None
    text = cursor.fold(at)
    if cursor.is_number(at):
        return int(text) if text.isascii() and text.isdigit() and 0 < int(text) <= _LARGEST else None
    if text in _ONE:
        return 1 if one else None
    word = number_words(cursor.language).get(text)
    return int(word.value) if word is not None and word.role in ("unit", "tens") and word.value >= 1 else None


def _words(cursor: Cursor, first: int, last: int) -> str:
    return cursor.text[cursor.tokens[first].start : cursor.tokens[last].end]
