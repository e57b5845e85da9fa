"""Words that say that something has happened and nothing else, language by language.

Plain words (casefolded, without accents); see `rag.check.cues` for stars and underscores. An underscore at the end
stands for the end of the text: "strike_" is what they do, "strike a deal" is not.
"""

from __future__ import annotations

from collections.abc import Mapping

from rag.check.cues import Cues, senses

__all__ = ["ASSERTED", "EMPTY_PHRASES"]

EMPTY_PHRASES: Mapping[str, tuple[str, ...]] = {
    "en": ("more than", "no more", "once more", "any more", "less than", "close to", "opened fire", "open fire",
           "open up shop", "opened up shop", "set up shop", "lose sight", "lost sight", "win over", "sell out of",
           "drown out", "drowned out", "the left", "left wing", "was left", "were left", "is left", "are left",
           "left over", "left behind"),
    "de": ("mehr als", "nicht mehr", "weniger als", "verliess sich", "verlassen sich", "verlasst sich",
           "verliess er sich", "verliess sie sich"),
    "nl": ("meer dan", "niet meer", "minder dan"),
    "fr": ("plus de", "moins de"),
}
"""Phrases whose words say nothing of what happens."""

ASSERTED: Mapping[str, Mapping[str, Cues]] = {
    "en": senses("""
        accept: accept accepted accepts
        admit: admit admitted confess confessed admits
        allow: allow allowed permit permitted allows permits
        apart: divorce divorced part_with parted_with split_up
        apologise: apologise* apologize*
        arrest: arrest arrested detained jailed imprisoned
        ban: ban banned prohibit* outlaw* bans banning
        bankrupt: bankrupt insolven*
        build: build built
        burn: burn burned burnt catch_fire caught_fire
        buy: buy bought buys buying
        cancel: cancel cancelled canceled called_off call_off scrap scrapped drop_the drop_its drop_their drop_his
            cancels scraps
            drop_her drop_all drop_charges abandoned
        close: close closed shut closes closing shuts
        collapse: collapse collapsed
        crash: crash crashed collide collided derail*
        criticise: criticise* criticize* condemn condemned blame blamed denounce* condemns blames
        demolish: demolish* torn_down tear_down
        deny: deny denied denies denying
        destroy: destroy destroyed destroys
        die: die died killed kill drown* perish*
        down: fall fell fallen decrease decreased shrink shrank shrunk plunge* plummet* go_down drop_in drop_after
            falls falling decreases shrinks
            drop_last drop_by drop_since drop_between drop_from drop_ dropped_by dropped_since dropped_to
            dropped_from dropped_
        expand: expand expanded expanding expands
        explode: explode* blow_up blown_up
        fire: sack sacked fire_its fire_his fire_her fire_their fired_ lay_off laid_off dismiss_its dismissed_as
        free: freed acquit acquitted
        full: full
        empty: empty
        hire: hire hired hires hiring
        injure: injure injured wounded
        leave: leave leaves left pull_out pulled_out withdraw_from withdrawn_from quit
        less: less fewer
        lose: lose
        merge: merge merged
        more: more
        open: open opened reopen* opening opens
        overflow: overflow*
        praise: praise praised applaud* hail hailed welcome welcomed praises welcomes hails
        profit: make_a_profit made_a_profit
        protest: protest protested
        refuse: refuse refused turn_down turned_down refuses refusing
        reject: reject rejected rejects rejecting
        resign: resign resigned step_down stepped_down
        sell: sell sold sells selling
        sink: sink sunk
        steal: steal stole stolen rob robbed
        strike: on_strike walk_out strike_ strike_for strike_over strike_at strike_in
        sue: sue sued sues suing
        thank: thank thanked
        up: rise rose risen increase increased grow grown soar* surge* go_up jump_ double doubled triple tripled
            rises rising increases increasing grows growing climbed
        win: win won wins winning
        end: stop stopped end ended cease ceased
    """),
    "de": senses("""
        accept: akzeptier* angenommen
        admit: gestand gestanden zugegeben eingeraumt
        allow: erlaub* gestatte* zugelassen
        apologise: entschuldigt entschuldigte entschuldigten
        arrest: verhaftet* festgenommen verhaftete
        ban: verbot verboten verbietet verbieten untersag*
        bankrupt: insolven* pleite bankrott
        build: baut baute bauten gebaut bauen
        burn: brannte brannten gebrannt abgebrannt verbrannt niedergebrannt
        buy: kaufte kauften gekauft kauft kaufen
        cancel: abgesagt gestrichen aufgegeben verworfen
        close: schliesst schloss geschlossen schliessen schlossen
        collapse: eingesturzt sturzte_ein zusammengebrochen
        crash: abgesturzt kollidiert* zusammengestossen entgleist*
        criticise: kritisiert* verurteilt_
        demolish: abgerissen
        deny: bestreitet bestritt bestritten dementiert* leugne* geleugnet
        destroy: zerstort*
        die: starb starben gestorben getotet ertrunken umgekommen
        down: gefallen gesunken sank sanken fiel fielen sinkt sinken gesenkt schrumpft* geschrumpft zuruckgegangen
            abgenommen halbier*
        expand: erweitert* ausgebaut
        explode: explodiert*
        fire: entlassen entliess entlasst gefeuert
        free: freigelassen freigesprochen
        full: voll
        empty: leer
        hire: eingestellt_ angestellt
        injure: verletzt verletzte
        leave: verliess verliessen verlassen verlasst
        less: weniger
        lose: verlor verloren verlieren verliert
        merge: fusioniert*
        more: mehr
        open: eroffnet* offnete geoffnet
        overflow: ubergelaufen uberlauft uberlief
        praise: lobt lobte lobten gelobt begrusst* begrusste
        protest: protestiert* demonstriert*
        refuse: weigert* geweigert verweigert*
        reject: abgelehnt zuruckgewiesen
        resign: zuruckgetreten
        sell: verkaufte verkauften verkauft verkaufen
        sink: untergegangen gesunken sank
        steal: stahl stahlen gestohlen
        strike: streikt streiken streikte* gestreikt
        sue: klagt geklagt verklagt* klagte klagten
        thank: dankte bedankt gedankt
        up: gestiegen steigt steigen stieg stiegen gewachsen wuchs zugenommen erhoht verdoppel* verdreifach*
        win: gewann gewannen gewonnen gewinnt
        end: beendet beendete beendeten gestoppt aufgehort endete
    """),
    "nl": senses("""
        accept: aanvaard* accepteer* geaccepteerd
        admit: toegegeven
        allow: toegestaan toegelaten
        apologise: verontschuldig* excuses
        arrest: gearresteerd aangehouden opgepakt
        ban: verbiedt verbood verboden_
        bankrupt: failliet
        build: bouwt bouwde bouwden gebouwd bouwen
        burn: verbrand verbrandde verbrandden afgebrand brandde
        buy: koopt kocht kochten gekocht
        cancel: afgelast geannuleerd geschrapt opgegeven
        close: sluit sloot sloten gesloten sluiten
        collapse: ingestort stortte_in instortte
        crash: neergestort gebotst ontspoord*
        criticise: bekritiseer*
        demolish: gesloopt
        deny: ontkent ontkende ontkenden ontkend
        destroy: verwoest* vernietigd vernietigde
        die: stierf stierven gestorven overleden gedood verdronken omgekomen
        down: gedaald daalde daalden daalt gezakt zakte gekrompen kromp afgenomen halveer* gehalveerd
        expand: uitgebreid
        explode: ontploft ontplofte geexplodeerd
        fire: ontslagen ontsloeg ontslaat
        free: vrijgelaten vrijgesproken
        full: vol
        empty: leeg
        hire: aangenomen_ aangeworven
        injure: gewond
        leave: verliet verlieten verlaten vertrok vertrokken verlaat
        less: minder
        lose: verloor verloren verliest
        merge: fuseer* gefuseerd
        more: meer
        open: opent opende openden geopend heropen*
        overflow: overgelopen overstroomd*
        praise: prijst prees prezen geprezen looft loofde verwelkom*
        profit: maakte_winst
        protest: protesteer* geprotesteerd
        refuse: weiger* geweigerd
        reject: verwerpt verwierp verworpen afgewezen
        resign: afgetreden opgestapt
        sell: verkoopt verkocht verkochten
        sink: gezonken zonk
        steal: stal stalen gestolen
        strike: staken staakt staakten gestaakt
        sue: aangeklaagd
        thank: bedankt bedankte
        up: gestegen steeg stegen stijgt toegenomen gegroeid groeide verdubbel* verdrievoudig*
        win: won wonnen gewonnen wint
        end: gestopt stopte stopten beeindigd afgelopen_
    """),
    "fr": senses("""
        accept: accepte acceptent
        admit: avoue avoues avouent avouee admis reconnu
        allow: autorise autorises autorisent autorisee permis
        apologise: excuse excuses excusent excusee
        arrest: arrete_ interpelle* emprisonne*
        ban: interdit interdits interdite interdisent
        bankrupt: faillite
        build: construit construite construisent bati
        burn: brule brules brulee brulees
        buy: achete achetent achetes achetee rachete*
        cancel: annule annules annulee annulees annulent renonce renoncent abandonne
        close: ferme ferment fermes fermee fermees
        collapse: effondre effondres effondree effondrees
        crash: ecrase ecrasee deraille*
        criticise: critique_ critique_les critique_le critique_la critiquent condamne*
        demolish: demoli demolie demolis demolies
        deny: nie nient dementi dement
        destroy: detruit detruite detruits
        die: mort morts morte mortes decede decedes tue tues noye noyes
        down: baisse baissent diminue diminuent diminues recule reculent chute chutent reduit
        expand: agrandi agrandit agrandissent
        explode: explose explosent
        fire: licencie licencies licenciee licenciees licencient limoge*
        free: libere liberes liberee liberees
        full: plein pleine
        empty: vide vides
        hire: embauche embauches embauchent recrute recrutes recrutent
        injure: blesse blesses blessee blessees
        leave: quitte quittent quittes quittee
        lose: perdu perdue perd perdent
        merge: fusionne*
        open: ouvert ouverte ouvre ouvrent
        overflow: deborde*
        praise: loue loues felicite salue saluent
        protest: proteste protestent manifeste_
        refuse: refuse refusent refuses refusee
        reject: rejette rejettent rejete rejetee
        resign: demissionne demissionnent demissionnes
        sell: vendu vendus vendue vend vendent
        sink: coule coules coulent sombre_
        steal: vole_ voles volent derobe*
        strike: font_ils_greve font_greve fait_greve en_greve
        sue: poursuivi_en_justice
        thank: remercie remercient
        up: augmente augmentent augmentes progresse grimpe double doubles triple triples
        win: gagne gagnes gagnent remporte remportent
        end: cesse cessent mis_fin
    """),
}
"""What can be taken to have happened: words that say so and nothing else; by which others it is told: `HAPPENINGS`."""
