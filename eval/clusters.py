"""Which questions are no independent evidence: an interval that took them for that would be too narrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eval.schema import Case

__all__ = ["clusters"]

_FEWEST_ARTICLES = 20


def clusters(cases: Sequence[Case]) -> Mapping[str, str]:
    """Returns the cluster of each case, by id.

    Where at least twenty articles are asked about, questions about one article are a cluster. Where fewer are, that
    would leave hardly any: then questions that rest on just the same quotes are, such as one question in several
    languages, and a follow-up with what it follows.
    """
    by_quotes = _by_quotes(cases)
    if len({name for case in cases for name in case.relevant_ids}) < _FEWEST_ARTICLES:
        return by_quotes
    return {case.id: "+".join(sorted(case.relevant_ids)) if case.relevant_ids else by_quotes[case.id]
            for case in cases}


def _by_quotes(cases: Sequence[Case]) -> Mapping[str, str]:
    """Joins cases over what they follow and over equal sets of quotes; the first id of a cluster names it."""
    names = {case.id: case.id for case in cases}
    same: dict[frozenset[tuple[str, int, int]], str] = {}
    for case in sorted(cases, key=lambda case: case.id):
        if case.follows in names:
            _join(names, case.id, case.follows)
        quotes = frozenset((gold.article_id, gold.start, gold.end) for gold in case.gold)
        if quotes:
            _join(names, case.id, same.setdefault(quotes, case.id))
    return {name: _first(names, name) for name in names}


def _join(names: dict[str, str], a: str, b: str) -> None:
    low, high = sorted((_first(names, a), _first(names, b)))
    names[high] = low


def _first(names: dict[str, str], name: str) -> str:
    while names[name] != name:
        names[name] = names[names[name]]
        name = names[name]
    return name
