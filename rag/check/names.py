"""Names in a claim have to stand in its sources, under some known form.

Names differ between languages (Luik, Liège, Lüttich). A place, state, language or currency stands where any form that
the data or the article itself gives for it does; a person or an acronym where it is spelled alike, and whoever is let
speak by name has to be there. What may have another form that nothing here knows is neither passed nor failed: the
meaning check judges it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.check.numbers import Source
from rag.check.result import CheckResult
from rag.check.speaker_names import speakers_in
from rag.gazetteer import (
    Name,
    Sources,
    capitals_in,
    is_strange,
    judge,
    names_with_places,
    nationalities_in,
    overlaps,
    read_sources,
    rivals,
)

__all__ = ["check_names"]

_NAME = "names"


def check_names(
    claim: str, language: str, quotes: Sequence[Source], named: Sequence[str] = (), articles: Sequence[str] = ()
) -> CheckResult:
    """Checks places, states, acronyms, and names of people and organisations.

    Args:
        claim: A sentence in `language`.
        quotes: Quotes and contexts, each with its language.
        named: Titles, outlets and the question: what else may have given a name.
        articles: Longer texts around the quotes, read for second names only: "State Security Service (VSSE)".
    """
    names = (*names_with_places(claim, language), *nationalities_in(claim, language), *speakers_in(claim, language))
    common = _common(claim, language, names)
    if not names and not common:
        return CheckResult(_NAME, True)
    # Where a text was translated, a word that seems a name may be a common one there; but a name that was put for
    # another leaves that other without its match.
    foreign = any(quote.language != language for quote in quotes)
    strange = tuple(name for quote in quotes for name in rivals(quote.text, quote.language or language, claim))
    sources = read_sources([*(quote.text for quote in quotes), *named], articles, claim, strange if foreign else None,
                           foreign=foreign, compounds=any(quote.language in (None, "de", "nl") for quote in quotes))
    missed = next((name for name in names if judge(name, sources) is False), None) or (
        _put_for_another(common, sources) if any(name.sure for name in strange) else None)
    return CheckResult(_NAME, True) if missed is None else CheckResult(
        _NAME, False, f"The quote does not name {missed.text!r}.")


def _common(claim: str, language: str, names: Sequence[Name]) -> Sequence[Name]:
    """Returns common words with capitals of their own ("Asset Management"); German writes all its nouns so."""
    if language == "de":
        return ()
    sure = [name for name in names if name.sure]
    return tuple(name for name in capitals_in(claim, language) if not overlaps(name, sure))


def _put_for_another(common: Sequence[Name], sources: Sources) -> Name | None:
    """Returns a name made of common words that is nowhere; only a sure name that the claim lacks tells that it is one.

    Else it may be translated: the "Home Office" is the "Innenministerium"; and so may a single word between two
    languages, unless its forms are known, where a claim merely leaves a name out ("the Deputy" of "Vize Wong").
    """
    least = 2 if sources.foreign else 1
    return next((name for name in common
                 if (name.known or len(name.words) >= least) and is_strange(name, sources)), None)
