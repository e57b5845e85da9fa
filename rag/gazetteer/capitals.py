"""Capitalised words that no reader of names takes for one: "Asset Management", "Northern Rock"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.gazetteer.common import COMMON
from rag.gazetteer.exonyms import exonyms_of
from rag.gazetteer.extract import Name, Token, tokens_in
from rag.gazetteer.lookup import meanings

__all__ = ["capitals_in", "overlaps"]

_LEAST = 4


def capitals_in(text: str, language: str) -> tuple[Name, ...]:
    """Returns the runs of capitals within the sentences of a text, common words though they are; none is sure.

    Args:
        language: Of `text`, ISO 639-1. In German, where every noun has a capital, only runs of two and more count.
    """
    return tuple(_named(run, text) for run in _runs(list(tokens_in(text, language)), text)
                 if language != "de" or len(run) > 1)


def overlaps(name: Name, others: Sequence[Name]) -> bool:
    """Whether a name shares a letter of its text with one of `others`."""
    return any(name.start < other.end and other.start < name.end for other in others)


def _runs(tokens: Sequence[Token], text: str) -> Iterator[Sequence[Token]]:
    run: list[Token] = []
    for token in [*tokens, None]:
        joins = run and token is not None and text[run[-1].end : token.start] == " "
        if run and not (joins and token is not None and _counts(token)):
            yield run
            run = []
        if token is not None and _counts(token):
            run.append(token)


def _counts(token: Token) -> bool:
    return token.capital and not token.begins and len(token.folded) >= _LEAST and token.folded not in COMMON


def _named(run: Sequence[Token], text: str) -> Name:
    start, end = run[0].start, run[-1].end
    words = tuple(word for token in run for word in token.folded.split())
    known = bool(meanings(text[start:end])) or (len(words) == 1 and bool(exonyms_of(words[0])))
    return Name(text[start:end], start, end, words, known, sure=False)
