"""Denials turned round: "did not deny" and "schließt nicht aus" say no of a no, and are not what denies."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rag.check.clauses import clauses
from rag.check.cues import Cues, cue_words, cues, places
from rag.check.denial_words import DENIAL_WORDS

__all__ = ["Denials", "denials"]

_REACH = 4
# In these the negator stands anywhere in the clause: "lehnt das Angebot nicht ab", "ontkent de fout niet".
_FREE = frozenset({"de", "nl"})
# Verbs of excluding in forms that elsewhere say other things ("ausschließlich"): under a negator they say but this.
_EXCLUDING: Mapping[str, Cues] = {
    "de": cues("ausschliessen auszuschliessen ausgeschlossen"), "nl": cues("uitsluiten uitgesloten uit_te_sluiten"),
    "fr": cues("exclure exclu"), "es": cues("excluye excluyo excluir"), "it": cues("escludere escluso"),
    "pt": cues("exclui excluiu excluir descartou"),
}
_NONE = cues()


@dataclass(frozen=True, slots=True)
class Denials:
    """The verbs of denying and refusing in a text.

    Attributes:
        undone: How many of them are negated.
        standing: How many are not.
    """

    undone: int
    standing: int


def denials(text: str, language: str) -> Denials:
    """Counts the verbs of denying and refusing; of a language without a table there are none."""
    if language not in DENIAL_WORDS:
        return Denials(0, 0)
    counts = [_of_clause(cue_words(part.text), language) for part in clauses(text, language)]
    return Denials(sum(item.undone for item in counts), sum(item.standing for item in counts))


def _of_clause(found: Sequence[str], language: str) -> Denials:
    known = DENIAL_WORDS[language]
    negators = {place for place, word in enumerate(found) if word in known.negations}
    verbs = {*places(found, known.verbs), *_parted(found, known.particles)}
    if negators:
        verbs |= {*places(found, _EXCLUDING.get(language, _NONE))}
    undone = sum(_is_negated(place, negators, language) for place in verbs)
    return Denials(undone, len(verbs) - undone)


def _is_negated(place: int, negators: Collection[int], language: str) -> bool:
    if language in _FREE:
        return bool(negators)
    # "Denies nothing", and "denies having no licence", which denies.
    return any(place - _REACH <= negator < place or negator == place + 1 for negator in negators)


def _parted(found: Sequence[str], particles: Sequence[tuple[str, str]]) -> list[int]:
    """Returns where verbs in two parts begin whose particle ends the clause: "lehnt das Angebot nicht ab"."""
    last = found[-1] if found else ""
    return [place for place, word in enumerate(found[:-1])
            if any(particle == last and word.startswith(stem) for stem, particle in particles)][:1]
