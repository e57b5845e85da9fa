"""Words by which two numbers are of two times or two things, so that both may be so.

Without accents, as `rag.check.cues` reads them: "_" joins a phrase, "*" stands for any ending.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from rag.check.cues import Cues, cues, places, senses

__all__ = ["are_counterparts", "is_of_its_writing", "spans_named"]

_REACH: Final = 2
_LAST_THIS_NEXT: Final[Mapping[str, Mapping[str, Cues]]] = {
    "en": senses("last: last previous past this: this current next: next coming"),
    "de": senses("last: letzt* vergangen* vorig* this: dies* laufend* next: nachst* kommend*"),
    "nl": senses("last: vorig* afgelopen this: dit deze lopende next: volgend* komend*"),
    "fr": senses("last: dernier* derniere* passe* this: ce cette courant* next: prochain*"),
    "es": senses("last: pasad* this: este esta next: proxim*"),
    "it": senses("last: scors* passat* this: questo questa next: prossim*"),
    "pt": senses("last: passad* this: este esta next: proxim*"),
}
_SPANS: Final[Mapping[str, Cues]] = {
    "en": cues("day* week* month* quarter* year* season* summer* winter* spring* autumn* night*"),
    "de": cues("tag* woche* monat* quartal* jahr* saison* sommer* winter* fruhjahr* fruhling* herbst* nacht*"),
    "nl": cues("dag* week* weken maand* kwarta* jaar* jaren seizoen* zomer* winter* voorjaar* lente* herfst* nacht*"),
    "fr": cues("jour* semaine* mois trimestre* an ans annee* saison* ete hiver* printemps automne* nuit*"),
    "es": cues("dia* semana* mes meses trimestre* ano* temporada* verano* invierno* primavera* otono* noche*"),
    "it": cues("giorn* settiman* mese mesi trimestr* anno anni stagion* estate inverno primavera autunno notte"),
    "pt": cues("dia* semana* mes meses trimestre* ano* temporada* verao inverno primavera outono noite*"),
}
_ALONE: Final[Mapping[str, Mapping[str, Cues]]] = {
    "en": senses("before: yesterday earlier now: today after: tomorrow later"),
    "de": senses("before: gestern vorjahr* fruher* now: heute after: morgen spater*"),
    "nl": senses("before: gisteren eerder* now: vandaag after: morgen later"),
    "fr": senses("before: hier auparavant now: aujourd after: demain"),
    "es": senses("before: ayer now: hoy after: manana"), "it": senses("before: ieri now: oggi after: domani"),
    "pt": senses("before: ontem now: hoje after: amanha"),
}
_OF_ITS_WRITING: Final[Mapping[str, Cues]] = {
    "en": cues("so_far until_now to_date now currently initial* at_first original* preliminar* provisional*"),
    "de": cues("bisher* bislang inzwischen mittlerweile zunachst vorerst derzeit* momentan anfang* ursprunglich* "
               "vorlaufig*"),
    "nl": cues("tot_nu_toe tot_dusver inmiddels aanvankelijk* voorlopig* momenteel oorspronkelijk*"),
    "fr": cues("jusqu_ici jusqu_a_present desormais pour_l_instant a_ce_stade provisoire* initial* actuel*"),
    "es": cues("hasta_ahora hasta_el_momento por_ahora de_momento por_el_momento provisional* inicial* actual*"),
    "it": cues("finora per_ora al_momento attual* provvisor* inizial*"),
    "pt": cues("ate_agora por_enquanto atual* provisori* inicial*"),
}
_COUNTERPARTS: Final[Mapping[str, Mapping[str, Cues]]] = {
    "en": senses("north: north* south: south* east: east* west: west* old: adults adult young: children child kids "
                 "men: men male women: women female all: worldwide globally nationwide"),
    "de": senses("north: nord* south: sud* east: ost* -oster west: west* old: erwachsen* young: kind* men: manner* "
                 "mannlich* women: frauen weiblich* all: weltweit* bundesweit* landesweit*"),
    "nl": senses("north: noord* south: zuid* east: oost* -oostenrij west: west* old: volwassen* young: kind* "
                 "men: mannen mannelijk* women: vrouwen vrouwelijk* all: wereldwijd landelijk"),
    "fr": senses("north: nord south: sud east: est_de west: ouest old: adulte* young: enfant* men: hommes "
                 "women: femmes all: dans_le_monde"),
    "es": senses("north: norte south: sur east: este_de west: oeste old: adult* young: nino* nina* men: hombres "
                 "women: mujeres all: en_el_mundo"),
    "it": senses("north: nord south: sud east: est west: ovest old: adult* young: bambin* men: uomini women: donne "
                 "all: nel_mondo"),
    "pt": senses("north: norte south: sul east: leste west: oeste old: adult* young: crianca* men: homens "
                 "women: mulheres all: no_mundo"),
}


def spans_named(words: Sequence[str], language: str) -> frozenset[str]:
    """Returns which times a sentence names from its own day: "last" of "last week", "before" of "yesterday".

    "This newspaper" names none: a span of time has to stand beside it.
    """
    spans = places(words, _SPANS.get(language, cues()))
    beside = {near for at in spans for near in range(at - _REACH, at + _REACH + 1)}
    named = {sense for sense, known in _LAST_THIS_NEXT.get(language, {}).items()
             if beside.intersection(places(words, known))}
    return frozenset(named.union(sense for sense, known in _ALONE.get(language, {}).items() if places(words, known)))


def is_of_its_writing(words: Sequence[str], language: str) -> bool:
    """Whether a sentence says of its number that it is one of the moment: "so far", "inzwischen"."""
    return bool(places(words, _OF_ITS_WRITING.get(language, cues())))


def are_counterparts(one: Sequence[str], language: str, other: Sequence[str], other_language: str) -> bool:
    """Whether two sentences speak of two sides of one thing: north and south, children and adults, here and all over.

    "Worldwide" in one alone is enough: what else is counted is counted somewhere.
    """
    mine, theirs = (_sides(words, code) for words, code in ((one, language), (other, other_language)))
    return bool(mine - theirs and theirs - mine) or ("all" in mine) != ("all" in theirs)


def _sides(words: Sequence[str], language: str) -> frozenset[str]:
    return frozenset(side for side, known in _COUNTERPARTS.get(language, {}).items() if places(words, known))
