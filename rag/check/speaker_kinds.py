"""Speakers without a name, of kinds that are nobody else's: the police are not the fire brigade."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from rag.check.cues import Cues, cue_words, places, senses

__all__ = ["kinds_of", "other_kind"]

# Spokesmen, authorities and investigators are of no kind: anybody may have them.
_WORDS: Mapping[str, str] = {
    "en": """
        police: police policeman policemen policewoman officers constab* detective*
        fire: fire_brigade fire_department fire_service fire_crews firefighter* firemen fireman
        government: government cabinet
        opposition: opposition
        parliament: parliament mps lawmaker* senator*
        town: mayor* town_hall city_hall municipality councillor*
        court: court courts judge judges tribunal
        prosecutor: prosecut* district_attorney attorney_general
        lawyer: lawyer* attorney*
        company: company companies firm firms manufacturer* operator employer* corporation
        union: union unions works_council
        ministry: ministry minister ministers ministries
        bank: bank banks banker*
        airport: airport*
        scholar: professor* researcher* scientist* university academic* economist* expert*
        hospital: hospital* doctor doctors clinic surgeon*
        school: school schools teacher* headmaster headteacher
        residents: residents neighbours neighbors villagers inhabitants
        army: army military soldiers""",
    "de": """
        police: polizei* *polizei polizist*
        fire: feuerwehr* *feuerwehr
        government: regierung* *regierung kabinett
        opposition: opposition*
        parliament: parlament* bundestag* abgeordnet* senator*
        town: burgermeister* *burgermeister *burgermeisterin stadtverwaltung rathaus gemeinderat* stadtrat*
        court: gericht* *gericht *gerichts richter richterin *richter *richterin
        prosecutor: staatsanw*
        lawyer: anwalt* *anwalt *anwaltin rechtsanw* -staatsanw*
        company: unternehmen* firma firmen* konzern* betreiber* hersteller* arbeitgeber*
        union: gewerkschaft* *gewerkschaft betriebsrat*
        ministry: minister* *minister *ministerin *ministerium *ministeriums
        bank: bank banken *bank banker*
        airport: flughafen*
        scholar: professor* forscher* *forscher wissenschaft* universitat* okonom* experte* expertin *experte *experten
        hospital: krankenhaus* klinik* arzt arzte arztin arzten
        school: schule schulen schulleit* lehrer*
        residents: anwohner* bewohner* nachbarn einwohner*
        army: armee bundeswehr militar* soldaten""",
    "nl": """
        police: politie* agent agenten
        fire: brandweer*
        government: regering* kabinet
        opposition: oppositie*
        parliament: parlement* kamerl* senator*
        town: burgemeester* gemeente gemeentebestuur stadhuis stadsbestuur wethouder* schepen
        court: rechtbank* rechter* gerechtshof
        prosecutor: openbaar_ministerie officier_van_justitie parket aanklager*
        lawyer: advocaat advocaten advocate
        company: bedrijf* bedrijven onderneming -ondernemingsraad concern fabrikant* exploitant* werkgever*
        union: vakbond* vakvereniging* ondernemingsraad
        ministry: minister* ministerie*
        bank: bank banken bankier*
        airport: luchthaven* vliegveld*
        scholar: professor* hoogleraar* hoogleraren onderzoeker* wetenschapper* universiteit* econoom economen
            deskundige* expert*
        hospital: ziekenhuis* arts artsen dokter*
        school: school scholen leraar leraren leerkracht*
        residents: bewoner* omwonenden buurtbewoner* buren inwoners
        army: leger militairen soldaten""",
    "fr": """
        police: police policier* gendarm*
        fire: pompier* sapeurs
        government: gouvernement
        opposition: opposition
        parliament: parlement* deputes depute deputee senateur*
        town: maire maires mairie municipalite
        court: tribunal tribunaux cour juge juges
        prosecutor: procureur* parquet
        lawyer: avocat*
        company: entreprise* societe groupe exploitant* fabricant* employeur* compagnie
        union: syndicat* syndical*
        ministry: ministre* ministere*
        bank: banque* banquier*
        airport: aeroport*
        scholar: professeur* chercheur* universit* scientifique* economiste* expert*
        hospital: hopital hopitaux medecin* clinique*
        school: ecole ecoles enseignant* instituteur*
        residents: habitants riverains voisins
        army: armee militaires soldats""",
    "es": """
        police: policia* guardia_civil
        fire: bombero*
        government: gobierno
        opposition: oposicion
        parliament: parlamento diputad* senador*
        town: alcalde* alcaldesa ayuntamiento
        court: tribunal juez jueza juzgado
        prosecutor: fiscal fiscalia fiscales
        lawyer: abogad*
        company: empresa* compania* fabricante* grupo
        union: sindicato* sindical*
        ministry: ministr* ministerio*
        bank: banco bancos banquero*
        airport: aeropuerto*
        scholar: profesor* investigador* universi* cientific* economista* expert*
        hospital: hospital* medico medicos medica clinica
        residents: vecinos residentes habitantes
        army: ejercito militares soldados""",
}
_ALIKE = frozenset(map(frozenset, (
    ("government", "ministry"), ("company", "bank"), ("company", "airport"), ("opposition", "parliament"),
    ("government", "parliament"), ("hospital", "scholar"), ("bank", "scholar"), ("prosecutor", "court"),
    ("parliament", "ministry"), ("company", "hospital"),
)))
"""Kinds of which one speaker may be both."""
_NO_UNION = re.compile(r"\b(?:european|soviet|african|customs|students['’]?|credit)\s+union\b", re.IGNORECASE)


def kinds_of(text: str, language: str) -> frozenset[str]:
    """Returns the kinds of speakers that a text names; none in a language without a table."""
    known = _table(language)
    found = cue_words(_NO_UNION.sub(" ", text)) if known else []
    return frozenset(kind for kind, wanted in known.items() if places(found, wanted))


def other_kind(own: frozenset[str], speaking: frozenset[str], named: Sequence[frozenset[str]]) -> bool:
    """Whether a claim's speaker is of another kind than those of its quotes.

    Args:
        own: Kinds of who speaks in the claim.
        speaking: Of who speaks in its quotes.
        named: Of whoever is named in its sources: one whom they name may speak in them.
    """
    if not own or not speaking or any(own & kinds for kinds in named):
        return False
    return all(one != other and frozenset((one, other)) not in _ALIKE for one in own for other in speaking)


@cache
def _table(language: str) -> Mapping[str, Cues]:
    return senses(_WORDS[language]) if language in _WORDS else {}
