"""What a text names and a claim does not: what a name of the claim may have been put for."""

from __future__ import annotations

from collections.abc import Sequence

from rag.gazetteer.alike import akin, continues, inflects
from rag.gazetteer.extract import Name, names_with_places
from rag.gazetteer.fold import fold
from rag.gazetteer.landscape import landscape_forms
from rag.gazetteer.lookup import meanings

__all__ = ["rivals"]


def rivals(text: str, language: str, claim: str) -> tuple[Name, ...]:
    """Returns the names in `text` that are, in no form that is known, among the words of `claim`.

    Args:
        language: Of `text`, ISO 639-1.
    """
    said = [part for word in claim.split() if any(map(str.isupper, word)) for part in fold(word).split()]
    return tuple(name for name in names_with_places(text, language) if not _is_said(name, said, fold(claim)))


def _is_said(name: Name, said: Sequence[str], claim: str) -> bool:
    if f" {fold(name.text)} " in f" {claim} ":
        return True
    if name.known and any(not set(meanings(name.text)).isdisjoint(meanings(word)) for word in said):
        return True
    stems = {stem for word in name.words for stem in landscape_forms(word)}
    return any(continues(other, stem) for stem in stems for other in said) or any(
        inflects(other, word) or akin(word, other) for word in name.words for other in said)
