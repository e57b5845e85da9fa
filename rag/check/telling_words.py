"""By what else an article may tell of a happening, and which happenings speak against each other.

Plain words (casefolded, without accents); see `rag.check.cues` for stars and underscores. A word too many only leaves a
false premise unnoticed; one too few doubts a true one.
"""

from __future__ import annotations

from collections.abc import Mapping

from rag.check.cues import Cues, senses

__all__ = ["KIN", "OPPOSED", "TOLD"]

OPPOSED = (
    ("open", "close"), ("buy", "sell"), ("allow", "ban"), ("praise", "criticise"), ("praise", "reject"),
    ("accept", "refuse"), ("accept", "reject"), ("approve", "reject"), ("admit", "deny"), ("admit", "reject"),
    ("admit", "refuse"), ("free", "jail"),
    ("free", "arrest"), ("hire", "fire"), ("win", "lose"), ("profit", "deficit"), ("full", "empty"),
    ("build", "destroy"), ("expand", "close"), ("overflow", "empty"),
)
"""Happenings of which one in the place of the other says otherwise."""

KIN: Mapping[str, frozenset[str]] = {
    "accept": frozenset({"approve", "deal", "admit"}), "allow": frozenset({"approve", "open"}),
    "apart": frozenset({"fire", "resign", "leave"}), "arrest": frozenset({"jail"}),
    "ban": frozenset({"reject", "refuse", "end"}), "build": frozenset({"open", "begin", "deal"}),
    "burn": frozenset({"explode"}), "buy": frozenset({"merge"}),
    "cancel": frozenset({"end", "close", "reject"}), "close": frozenset({"end", "cancel"}),
    "collapse": frozenset({"destroy", "demolish", "crash"}), "criticise": frozenset({"reject", "refuse", "deny"}),
    "demolish": frozenset({"destroy"}), "deny": frozenset({"refuse", "reject"}),
    "destroy": frozenset({"demolish", "burn", "collapse"}),
    "end": frozenset({"cancel", "close", "collapse", "fail", "ban", "leave", "resign", "apart"}),
    "expand": frozenset({"up", "increase", "open"}), "explode": frozenset({"burn"}),
    "fire": frozenset({"resign", "apart", "leave"}), "leave": frozenset({"move", "close", "resign"}),
    "lose": frozenset({"miss"}), "merge": frozenset({"buy"}), "open": frozenset({"begin"}),
    "protest": frozenset({"strike", "criticise", "sue", "reject", "refuse"}),
    "refuse": frozenset({"reject", "deny", "criticise"}), "reject": frozenset({"refuse", "deny", "criticise"}),
    "resign": frozenset({"leave", "fire", "apart"}), "sink": frozenset({"down", "less", "lose"}),
    "steal": frozenset({"miss"}), "strike": frozenset({"protest"}), "win": frozenset({"approve", "succeed"}),
}
"""Happenings by which an article may tell of another: who turns something down may deny it."""

TOLD: Mapping[str, Mapping[str, Cues]] = {
    "en": senses("""
        admit: agreed_that wrong mistake*
        apologise: apolog*
        arrest: seize* jail* imprison* charged caught handcuff*
        arrive: arrival* coming came come
        ban: not_allowed no_longer no may_not must_not block* restrict*
        bankrupt: collaps* administration
        burn: burnt ablaze
        close: end ends clos* ended
        collapse: collaps* cave* fell_down gave_way fell_into fell crumbl*
        criticise: attack* denounc* complain* reproach* scept* naive
        deal: deal deals agreement* contract* pact accord treaty agree agreed agrees
        expand: expan* enlarg* extend* second new
        fire: sack* dismiss* fired ousted removed job_cuts axed lost_their_jobs removal cut_jobs cut_*_jobs
            cuts_*_jobs cutting_*_jobs jobs_go
        free: freed releas* bail release* let_go
        injure: hospital* casualt* wounds
        leave: withdr* pull_out pulled_out exit* quit went gone moved departure get_out vacat* withdr* abandon*
        overflow: overflow* flood* overtop*
        praise: thank* happy delight* enthus* cheer* celebrat* support* endors* back backed backs masterpiece
            impress* brilliant great_success proud
        protest: rall* march* oppos* streets banner* block* placard*
        refuse: will_not wo_n't would_not unwilling no_comment not_willing snub*
        resign: quit stand_down stood_down stepped_aside stood_aside
        sink: capsiz* went_down foundered
        steal: taken took robber* loot* made_off disappear* vanish*
        strike: industrial_action stoppage*
        sue: sues suit court* appeal* complaint
        thank: grateful
        hire: appoint* named engag* successor took_on taken_on take_on new_jobs
        end: no_longer over broke_down back_to_work expire* wound_up resumed
        up: boost* climb* jump* higher advanc* improv* swell* swoll* went_up widen* doubl* tripl* quadrupl* peak*
            record more soar* rocket* expand*
        down: slip* dip* slid* sank sink* lower* eas* weak* halv* cut cuts tumbl* collaps* dwindl* less fewer wane*
            worsen*
        cancel: grounded will_not did_not not_take_place shelved dropped ditched
        buy: paid deal takeover
        die: lives life fatalit* body bodies bodies
        sell: offload* part_with parted_with hand* auction* dispos*
        destroy: wreck* flatten* damage* raz*
        allow: let lets may clear* licen*
        open: inaugur* launch* unveil*
        explode: blast* detonat* bomb* blew
        crash: struck hit hits slam* smash*
    """),
    "de": senses("""
        admit: bestatig* gibt_zu
        apologise: bedauer*
        arrest: gefasst geschnapp*
        arrive: ankunft einzug kam kommen gekommen lassen ansiedl* angesied*
        ban: darf_nicht durfen_nicht kein keine keinen sperr* verbann*
        bankrupt: zahlungsunfah*
        burn: brande* feuer* verbrenn*
        close: dichtmach* dichtgemach* stilllegung* stillgelegt* zumach* aus_fur schliessung*
        collapse: einsturz* eingesturz* sturzte* zusammenbr* zusammengebr* brach bricht gebrochen
        criticise: anklag* beschuldig* tadel* skept* vorwurf* beschwer* gerug* rug* verurteil*
        deal: vertrag* abkommen* abmachung* vereinbar* einig* geeinigt abschluss* deal pakt
        die: opfer leiche* ums_leben todesopfer verstorb* verstarb* ertrink* leben tod totet* toten totung*
        expand: erweiter* ausbau* ausgebau* vergrosser* zweite* neue neuen
        fire: gefeuert rauswurf absetz* abgesetz* freigestellt vor_die_tur gehen_muss* streicht_*_stellen
            strich_*_stellen baut_*_stellen stellenabbau entlassung*
        injure: krankenhaus
        leave: abzieh* abgezog* zieht_sich ruckzug* weggang ging gingen wegzieh* weggezog* auszieh* auszug*
        overflow: uberlauf* ubergelauf* uberflut* uberschwemm* hochwasser
        praise: willkomm* freud* freut* begeister* dank* feier* unterstutz* befurwort* meisterwerk stolz erfreut
        protest: widerstand kundgebung* strasse strassen blockier*
        resign: abtritt* rucktr* hinwarf hort_auf aufhor*
        sink: versank* versunk* gekentert versenk*
        steal: erbeut* entwend* datenraub *diebstahl *diebstahle *diebstahlen
        strike: arbeitskampf* arbeitsniederleg* legten_die_arbeit arbeit_nieder
        sue: prozess* angeklag*
        thank: dank*
        hire: nachfolg* engagier* ernannt* berufen holte holt neuer
        end: vorbei nicht_mehr ausgelaufen lauft_aus
        up: zuwachs* plus kletter* hoher verdoppel* verdreifach* vervielfach* legte legt anzieh* rekord* zulegt*
            ausweit* verteuer* teurer mehr verscharf*
        down: minus billiger nachlass* nachgelass* geringer niedriger halbier* weniger abnehm* gekurzt kurz*
            verschlechter*
        cancel: entfall* entfiel* fallt_aus fiel_aus ausgefallen findet_nicht nicht_stattfind* verzicht* abbruch*
            abgebroch* abbrach* abbrech*
        sell: trennt* getrennt abgegeb* abgab*
        buy: ubernahm* ubernomm* ubernehm*
        open: einweih* eingeweiht
        explode: detonier* knall*
        destroy: zertrumm* beschadig*
        crash: sturz* prallt* zusammenprall* rammt* stiess* traf
    """),
    "nl": senses("""
        apologise: spijt
        arrest: gevat ingerekend
        arrive: komst kwam kwamen komt gekomen vestig* gevestig*
        ban: mag_niet mogen_niet mag_geen mogen_geen geen
        bankrupt: surseance bankroet* uitstel_van_betaling
        burn: vuurzee
        close: sluiting* opgedoekt
        collapse: instort* ingestort* stortte* bezwe* bezwijk*
        criticise: veroordeel* klaag* klag* sceptisch hekel* laak*
        deal: akkoord* overeenkomst* contract* afspra* deal deals verdrag* overeen
        die: slachtoffer* verongeluk* omkwam* omkomen verdronk* leven levens doden
        expand: uitbreid* uitgebreid* vergro* tweede nieuwe
        fire: ontslag* ontslaan weggestuurd aan_de_deur schrapt_*_banen schrapte_*_banen banen_geschrapt
        injure: ziekenhuis
        leave: terugtrek* teruggetrok* wegtrek* ging gingen vertrek*
        overflow: overstrom* overstroom* overgelop* overlop*
        praise: enthous* blij verheug* dank* lof lovend* welkom* steun* gesteund* meesterwerk trots
        protest: verzet* actie* bezwaar* straat blokke* spandoek*
        refuse: wil_niet
        resign: stapt_op stapte_op opgestapt ontslag ging vertrek* vertrok*
        sink: gekapseisd vergaan
        steal: buitgemaakt ontvreemd*
        strike: stakers staken staakt legden_het_werk werk_neer
        sue: proces rechtbank* rechter*
        thank: dankbaar
        hire: aangesteld* opvolg* benoem* aangetrokk*
        end: voorbij niet_meer weer_aan_het_werk
        up: hoger verdubbel* verdrievoud* klom klimt oplop* opgelop* liep_op record* duurder meer
        down: lager minder zak* gezakt halv* gehalveerd slink* geslonken terug* verslechter*
        cancel: niet_door vervalt vervallen viel_uit geschrap* afgebrok* afbrak* stopgezet*
        sell: afstoot afgestoten van_de_hand deed_van
        buy: nam_over overgenom* overneem* overnam*
        open: ingehuldigd inhuldig*
        destroy: beschadig* in_puin
        crash: stortte* botst* ramde* raakte*
    """),
    "fr": senses("""
        die: mort morts mortes morte mourir meur* deces decede* tue tues tuee tuees noye* victime* vie vies
        injure: bless*
        sink: coul* sombr* naufrag*
        burn: brul* incendi* feu flamme*
        crash: ecras* collision* heurt* accident* derail* percut* heurt* tomb*
        resign: demission* quitte_ses
        arrest: arrete* arrest* interpell* garde_a_vue emprison*
        cancel: annul* supprim* abandon* renonc* n_aura pas_lieu suspend*
        hold: tenu tenue lieu
        delay: retard* report*
        move: demenag* transfer* delocalis*
        sue: plainte* justice tribun* proces poursui* juge recours appel
        strike: greve* greviste* debray* arret_de_travail
        protest: protest* manifest* signature* rue banderole* bloqu*
        praise: lou* felicit* salu* enthousias* bienvenu* accueil* souten* soutien* chef_d_oeuvre fier*
        criticise: critiqu* accus* condamn* reproch* denonc* trahison vandalisme insulte
        apologise: excus* regret* pardon*
        pay: pay* pai* verse* indemni* dedommag*
        steal: vol vole* vols derob*
        return: rendu* retrouv* restitu*
        apart: separ* divorc*
        fire: limog* licenci* ecart* supprim*_*_emplois supprim*_*_postes supprim*_des_postes
        bankrupt: faillite* insolvab* depose_le_bilan
        merge: fusion*
        accept: accept* accord*
        refuse: refus* rejet* contre oppos* nie nient
        admit: avou* admet* admis reconn*
        deny: nie nient dement* contest* rejet*
        increase: doubl* tripl* quadrupl*
        halve: moitie
        profit: benefice* profit*
        deficit: perte* pertes
        full: plein* rempli*
        empty: vide* vides
        explode: explos*
        thank: remerci* merci
        demolish: demol* ras*
        arrive: venue venu implant* install*
        deal: accord* contrat* pacte entente traite conclu*
        expand: agrand* extension* deuxieme nouvel*
        collapse: effondr* ecroul*
        overflow: debord* inond*
        leave: retir* retrait* parti partis partie depart* demenag*
        ban: ne_peut ne_doit plus aucun aucune interdi*
        close: fermet*
        hire: nomme* engag* success*
        end: termin* plus repris reprend*
        up: hausse* grimp* progress* doubl* tripl* bond* croi* accro* creus* plus record*
        down: recul* chut* moins tass* effrit* divis* degring* repli* reduc* reduit*
        sell: cede cession ceder
        buy: repris reprise
    """),
}
"""Beside `HAPPENINGS`; French has all of its words here."""
