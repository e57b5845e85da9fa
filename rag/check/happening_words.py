"""What happens in the news, under all of its names, language by language.

Plain words (casefolded, without accents); see `rag.check.cues` for stars and underscores.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rag.check.cues import Cues, senses

__all__ = ["HAPPENINGS", "PARTED", "Parted"]

@dataclass(frozen=True, slots=True)
class Parted:
    """A verb in two parts: "gab ... zu".

    Attributes:
        stem: Of the first; a verb's endings may follow.
        particle: The second, which ends a clause.
        sense: The happening.
    """

    stem: str
    particle: str
    sense: str


def _parted(table: str) -> tuple[Parted, ...]:
    rows = (row.split() for row in table.split(";") if row.strip())
    return tuple(Parted(stem, particle, sense) for *stems, particle, sense in rows for stem in stems)


PARTED: Mapping[str, tuple[Parted, ...]] = {
    "en": _parted("call off cancel; step down resign; turn down refuse; lay laid off fire; shut down close; "
                  "take took over buy"),
    "de": _parted("gab gib geb zu admit; raum ein admit; weis wies zuruck deny; streit stritt ab deny; "
                  "lehn ab refuse; sag ab cancel; trat tritt tret zuruck resign; nahm nimm an accept; "
                  "stimm zu approve; nahm nimm fest arrest; ging geh unter sink; zog zieh um move; nahm nimm zu up; "
                  "nahm nimm ab down; brann ab burn; stell ein end; fing fang an begin; warf wirf vor criticise; "
                  "brach brich ab cancel; riss reiss ab demolish; sturz ein collapse; stieg steig an up; "
                  "ging geh zuruck down"),
    "nl": _parted("gaf gav geef gev toe admit; wees wez wijs af refuse; keur goed approve; trad treed af resign; "
                  "houd hield aan arrest; stel uit delay; nam neem toe up; nam neem af down; gelast af cancel; "
                  "brand af burn; stem in approve; stond sta toe allow; juich toe praise; stort in collapse; "
                  "stap op resign"),
}
"""Verbs in two parts, language by language."""

HAPPENINGS: Mapping[str, Mapping[str, Cues]] = {
    "en": senses("""
        die: die died dies dying dead death* kill* drown* perish* fatal*
        injure: injur* hurt wound*
        sink: sink* sank sunk
        burn: burn* fire fires blaze* flame*
        crash: crash* collid* collision*
        resign: resign* step_down stepped_down steps_down stepping_down
        arrest: arrest* detain* custody
        cancel: cancel* call_off called_off scrap* abandon*
        hold: held hold_on go_ahead
        delay: delay* postpon*
        move: move moved moves moving relocat*
        sue: sue sued sues suing lawsuit* court sues legal_action
        strike: strike strikes striking struck_work walkout*
        protest: protest* demonstrat* petition* signature*
        praise: praise* prais* welcom* applaud* hail*
        criticise: critic* blam* accus* condemn* betray* vandal* insult* outrage*
        apologise: apolog* sorry
        pay: pay pays paid paying payment* compensat*
        steal: steal* stole stolen theft thie* hack* burgl* rob robbed
        return: return* recover* found
        apart: divorc* part parts parted split*
        bankrupt: bankrupt* insolven*
        merge: merg*
        accept: accept* agree* admit*
        refuse: refus* reject* declin* turn_down turned_down oppos* against deni*
        admit: admit* confess* acknowledg* conced*
        deny: deny denies denied denying
        increase: doubl* tripl*
        halve: halv* cut_in_half
        profit: profit*
        deficit: loss losses
        full: full
        empty: empty
        explode: explo*
        thank: thank*
        demolish: demolish* torn_down tear_down
        down: fall drop
    """),
    "de": senses("""
        die: starb* sterb* gestorb* tot tote toten toter tod todes getotet* umgekomm* ertrank* ertrunk* totlich*
        injure: verletz* verwund*
        sink: sank sanken gesunken sinkt sinken untergeg* untergang ging_unter
        burn: brann* brenn* gebrannt brand brande feuer flammen verbrann*
        crash: absturz* abgesturz* kollid* kollision* zusammenstoss* unfall*
        resign: zurucktret* zurucktritt zurucktrat zuruckgetret* rucktritt*
        arrest: festnahm* festgenomm* verhaft* gewahrsam festgehalt*
        cancel: absag* abgesag* sagte_ab gestrich* aufgegeb* verwarf verworf*
        hold: stattfind* stattfand* stattgefund*
        delay: verspat* verzoger* verschob* verschieb*
        move: umzieh* umgezog* zog_um verlager* verleg* umzug*
        sue: klag* geklagt verklag* klage gericht* berufung
        strike: streik* gestreikt
        protest: protest* demonstr* unterschrift*
        praise: lob* gelobt begruss* befreiungsschlag*
        criticise: kritis* kritik* vorwurf* vorwerf* wirft_vor warf_vor verantwortlich verrat zumutung beleidig*
        apologise: entschuldig*
        pay: zahl* gezahlt bezahl* entschadig* schadenersatz
        steal: stahl* stehl* gestohl* diebstahl* dieb diebe hack* raub* geraubt
        return: zuruckgeb* zuruckgegeb* ruckgabe wiedergefund* zuruckgekehrt
        apart: trenn* getrennt
        bankrupt: insolv* pleite* bankrott*
        merge: fusion*
        accept: annahm* annehm* angenomm* akzept* stimmte* zustimm*
        refuse: ablehn* abgelehn* lehn* weiger* verweiger* zuruckweis* zuruckgewies* weist gegen bestreit*
        admit: gestand* gesteh* zugab* zugegeb* gab_zu gaben_zu einraum* eingeraumt
        deny: bestreit* bestritt* weist wies dementier* widersprich* widersprach*
        increase: verdoppel* verdreifach*
        halve: halbier*
        profit: gewinn gewinne gewinns
        deficit: verlust*
        full: voll volle vollen
        empty: leer*
        explode: explo*
        thank: dank* gedankt
        demolish: abgeriss* abriss* abreiss*
    """),
    "nl": senses("""
        die: stierf stierven sterf* gestorven overled* dood doden gedood dodelijk* verdronk* verdrink* omgekomen
        injure: gewond* verwond*
        sink: zonk zonken gezonken zinkt zinken
        burn: brand* verbrand* vuur vlammen
        crash: neerstort* neergestort* botsing* gebotst ongeluk* ongeval*
        resign: aftred* aftreed* afgetreden trad_af treedt_af ontslag_genomen
        arrest: aangehoud* gearresteerd* arrest* opgepakt*
        cancel: afgelast* geannuleerd* annuleer* schrapp* geschrapt* afgeblaz*
        hold: plaatsvind* plaatsgevond* ging_door
        delay: vertrag* vertraagd* uitgesteld* uitstel*
        move: verhuis* verhuiz* verplaats*
        sue: rechtszaak rechter aanklag* aangeklaagd* klaag* klacht* hoger_beroep rechtbank
        strike: stak* staking* gestaakt
        protest: protest* demonstr* betog* handtekening*
        praise: prijs* prees prezen geprezen loof* verwelkom* juich* toegejuicht*
        criticise: kritiek* bekritiseer* verwijt* verweet verwet* beschuldig* onbegrijpelijk verraad belediging*
        apologise: excuus excuses verontschuldig*
        pay: betaal* betal* schadevergoeding*
        steal: stal stalen gestolen steel* stelen diefstal* dief dieven hack* beroof* geroofd
        return: teruggegev* teruggevond* terugkeer* teruggebracht
        apart: gescheid* scheid*
        bankrupt: failliet* faillissement*
        merge: fus*
        accept: aanvaard* accepteer* geaccepteerd* stemd* instem*
        refuse: weiger* geweigerd* verwerp* verworp* wijs* wees afgewez* tegen
        admit: toegeg* toegaf toegev* gaf_toe gaven_toe erken* bekend_dat bekende
        deny: ontken* ontkend* spreekt_tegen tegengesproken
        increase: verdubbel* verdrievoud*
        halve: gehalveerd* halver*
        profit: winst*
        deficit: verlies* verliez*
        full: vol volle
        empty: leeg* lege
        explode: explo* ontploff*
        thank: bedank* dank*
        demolish: gesloopt* sloop*
    """),
}
