"""What questions take for granted: their question words, and what happens in the news under all of its names.

Plain words (casefolded, without accents); see `rag.check.cues` for stars and underscores.
"""

from __future__ import annotations

from collections.abc import Mapping

from rag.check.cues import Cues, senses

__all__ = ["AGAINST", "ASKING", "HAPPENINGS", "MEASURES", "ONGOING", "PARTED", "REASONS", "SUPPOSING"]

ASKING = {
    "en": ("why", "when", "how", "where"), "de": ("warum", "weshalb", "wieso", "weswegen", "wann", "wie", "wo"),
    "nl": ("waarom", "wanneer", "hoe", "waar"), "fr": ("pourquoi", "quand", "comment", "ou"),
    "es": ("por que", "cuando", "como", "donde"), "it": ("perche", "quando", "come", "dove"),
    "pt": ("por que", "porque", "quando", "como", "onde"),
}
"""Question words that ask for a circumstance of something taken for granted."""

REASONS = {
    "en": frozenset({"why"}), "de": frozenset("warum weshalb wieso weswegen".split()), "nl": frozenset({"waarom"}),
    "fr": frozenset({"pourquoi"}), "es": frozenset({"por que"}), "it": frozenset({"perche"}),
    "pt": frozenset({"por que", "porque"}),
}
"""Those of them that ask for a reason."""

ONGOING = {
    "en": frozenset("do does is are will shall".split()), "de": frozenset("ist sind wird werden".split()),
    "nl": frozenset("is zijn wordt worden zal zullen".split()), "fr": frozenset("est sont sera seront".split()),
    "es": frozenset("es esta estan son sera seran".split()), "it": frozenset("e sono sara saranno".split()),
    "pt": frozenset("e esta estao sao sera serao".split()),
}
"""Verbs with which "when", "where" and "how" ask for a schedule, a place or a way: nothing need have happened."""

MEASURES = {
    "en": frozenset("many much long old far often large big high tall fast soon deep wide heavy likely well".split()),
    "de": frozenset("viel viele vielen lange lang alt weit oft gross hoch schnell bald tief breit schwer teuer stark "
                    "heisst heissen geht".split()),
    "nl": frozenset("veel vaak lang oud ver groot hoog snel diep breed zwaar duur heet heten gaat".split()),
    "fr": frozenset("est etait va".split()), "es": frozenset("es era esta".split()),
    "it": frozenset("e era sta".split()), "pt": frozenset("e era esta".split()),
}
"""Words after "how" with which it asks for a measure, a name or a state."""

SUPPOSING = {
    "en": frozenset("would could should might may can".split()),
    "de": frozenset("würde würden könnte könnten sollte sollten soll sollen kann können darf dürfen".split()),
    "nl": frozenset("zou zouden kan kunnen moet moeten mag mogen".split()),
}
"""Verbs, with their accents, with which a question supposes and takes nothing for granted: "würde", not "wurde"."""

AGAINST = (
    ("praise", "criticise"), ("accept", "refuse"), ("profit", "deficit"), ("full", "empty"), ("admit", "deny"),
    ("hold", "cancel"),
)
"""Happenings of which one speaks against the other."""

PARTED: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "en": (("call", "off", "cancel"), ("step", "down", "resign"), ("turn", "down", "refuse"), ("lay", "off", "fire"),
           ("laid", "off", "fire"), ("shut", "down", "close"), ("take", "over", "buy"), ("took", "over", "buy")),
    "de": (("gab", "zu", "admit"), ("gib", "zu", "admit"), ("geb", "zu", "admit"), ("raum", "ein", "admit"),
           ("weis", "zuruck", "deny"), ("wies", "zuruck", "deny"), ("streit", "ab", "deny"), ("stritt", "ab", "deny"),
           ("lehn", "ab", "refuse"), ("sag", "ab", "cancel"), ("trat", "zuruck", "resign"),
           ("tritt", "zuruck", "resign"), ("tret", "zuruck", "resign"), ("nahm", "an", "accept"),
           ("nimm", "an", "accept"), ("stimm", "zu", "approve"), ("nahm", "fest", "arrest"), ("nimm", "fest", "arrest"),
           ("ging", "unter", "sink"), ("zog", "um", "move"), ("zieh", "um", "move"), ("nahm", "zu", "up"),
           ("nimm", "zu", "up"), ("nahm", "ab", "down"), ("nimm", "ab", "down"), ("brann", "ab", "burn"),
           ("stell", "ein", "end"), ("fing", "an", "begin"), ("warf", "vor", "criticise"), ("wirf", "vor", "criticise"),
           ("riss", "ab", "demolish"), ("reiss", "ab", "demolish")),
    "nl": (("gaf", "toe", "admit"), ("gav", "toe", "admit"), ("geef", "toe", "admit"), ("gev", "toe", "admit"),
           ("wees", "af", "refuse"), ("wez", "af", "refuse"), ("wijs", "af", "refuse"), ("keur", "goed", "approve"),
           ("trad", "af", "resign"), ("treed", "af", "resign"), ("houd", "aan", "arrest"), ("hield", "aan", "arrest"),
           ("stel", "uit", "delay"), ("nam", "toe", "up"), ("neem", "toe", "up"), ("nam", "af", "down"),
           ("neem", "af", "down"), ("gelast", "af", "cancel"), ("brand", "af", "burn"), ("stem", "in", "approve"),
           ("stond", "toe", "allow"), ("sta", "toe", "allow"), ("juich", "toe", "praise")),
}
"""Verbs in two parts: the stem of the first, the second, and the happening."""

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
