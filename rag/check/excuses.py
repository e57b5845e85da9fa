"""Nouns that excuse nothing: who "burnt the plan" is done with it, where "the plan to burn it" is none.

A plan, a threat or a risk keeps its stance where it says of what ("the plan to", "its goal is"), or where a statement
rests on it ("under the plan"). As the mere object of a sentence it is a thing like any other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["without_things"]


@dataclass(frozen=True, slots=True)
class _Nouns:
    """Nouns of a language that may be things, what makes them one, and what keeps them from it."""

    nouns: frozenset[str]
    definite: frozenset[str]
    resting: frozenset[str]
    going_on: frozenset[str]


def _nouns(nouns: str, definite: str, resting: str, going_on: str) -> _Nouns:
    return _Nouns(*(frozenset(listed.split()) for listed in (nouns, definite, resting, going_on)))


_NOUNS: Mapping[str, _Nouns] = {
    "en": _nouns(
        "plan plans goal goals target targets threat threats risk risks claim claims demand demands request requests "
        "attempt attempts promise promises pledge pledges proposal proposals offer offers danger dangers concern "
        "concerns bid bids call calls intention deal agreement settlement advice petition "
        "appeal appeals application applications",
        "the this that these those its his her their our s",
        "under per by in to with of despite after before amid",
        "to of for that is are was were by on against about over includes calls foresees provides envisages and from"),
    "de": _nouns(
        "plan plans pläne plänen ziel ziele ziels zielen gefahr gefahren risiko risiken chance chancen drohung "
        "forderung forderungen vorschlag vorschlags vorschläge angebot angebots versuch versuchs versprechen sorge "
        "sorgen verdacht vorwurf absicht vorhaben einigung",
        "der die das den dem des dieser diese dieses diesen seinen seine seinem ihren ihre ihrem ihr sein",
        "laut nach unter gemäß im in mit zu trotz wegen auf bei",
        "zu zur zum für von vom ist sind war waren sieht dass des der den einer eines auf gegen an nach"),
    "nl": _nouns(
        "plan plannen doel doelen gevaar gevaren risico risicos kans kansen dreiging eis eisen voorstel voorstellen "
        "aanbod poging pogingen belofte beloften wens wensen vraag vragen advies akkoord verzoek hoop",
        "de het dit deze die dat zijn haar hun",
        "volgens onder in met bij op na",
        "om van voor dat is zijn was waren tot te op tegen aan"),
    "fr": _nouns(
        "plan plans projet projets risque risques chance chances menace menaces doute doutes proposition "
        "propositions offre offres demande demandes tentative tentatives promesse promesses appel appels accord "
        "decision conseil",
        "le la les l ce cet cette ces son sa ses leur leurs",
        "selon dans sous par avec en a",
        "de d pour que qu est sont etait prevoit a du des contre sur"),
}


def without_things(found: Sequence[str], language: str) -> list[str]:
    """Takes the nouns that are things out of a row of plain words.

    Args:
        language: Of the words; of languages without a list here, all are kept.
    """
    known = _NOUNS.get(language)
    if known is None:
        return list(found)
    return [word for place, word in enumerate(found) if word not in known.nouns or not _is_thing(found, place, known)]


def _is_thing(found: Sequence[str], place: int, known: _Nouns) -> bool:
    before = found[place - 1] if place else ""
    resting = place > 1 and found[place - 2] in known.resting
    following = found[place + 1] if place + 1 < len(found) else ""
    return before in known.definite and not resting and following not in known.going_on
