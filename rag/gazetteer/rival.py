"""What a text names and a claim does not: what a name of the claim may have been put for."""

from __future__ import annotations

from collections.abc import Sequence

from rag.gazetteer.alike import akin, inflects
from rag.gazetteer.capitals import capitals_in, overlaps
from rag.gazetteer.exonyms import exonyms_of
from rag.gazetteer.extract import Name, names_with_places
from rag.gazetteer.fold import fold
from rag.gazetteer.lookup import meanings

__all__ = ["rivals"]


def rivals(text: str, language: str, claim: str) -> tuple[Name, ...]:
    """Returns the names in `text` that are, in no form that is known, among the words of `claim`.

    Where nouns are written small, common words with a capital are names too, and not sure ones ("Stark").

    Args:
        language: Of `text`, ISO 639-1.
    """
    found = names_with_places(text, language)
    if language != "de":
        found += tuple(name for name in capitals_in(text, language) if not overlaps(name, found))
    said = [part for word in claim.split() if any(map(str.isupper, word)) for part in fold(word).split()]
    return tuple(name for name in found if not _is_said(name, said, fold(claim)))


def _is_said(name: Name, said: Sequence[str], claim: str) -> bool:
    if f" {fold(name.text)} " in f" {claim} ":
        return True
    if name.known and any(not set(meanings(name.text)).isdisjoint(meanings(word)) for word in said):
        return True
    stems = {stem for word in name.words for stem in exonyms_of(word)}
    return any(not stems.isdisjoint(exonyms_of(other)) for other in said if stems) or any(
        inflects(other, word) or akin(word, other) for word in name.words for other in said)
