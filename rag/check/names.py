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
from rag.gazetteer import judge, names_with_places, nationalities_in, read_sources, rivals

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
    if not names:
        return CheckResult(_NAME, True)
    # Where a text was translated, a word that seems a name may be a common one there; but a name that was put for
    # another leaves that other without its match.
    foreign = any(quote.language != language for quote in quotes)
    strange = tuple(name for quote in quotes for name in rivals(quote.text, quote.language or language, claim))
    sources = read_sources([*(quote.text for quote in quotes), *named], articles, claim, strange if foreign else None,
                           foreign=foreign, compounds=any(quote.language in (None, "de", "nl") for quote in quotes))
    for name in names:
        if judge(name, sources) is False:
            return CheckResult(_NAME, False, f"The quote does not name {name.text!r}.")
    return CheckResult(_NAME, True)
