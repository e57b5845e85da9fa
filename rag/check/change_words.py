"""Words of direction and their opposites, language by language, plain.

Only words that have no other sense in their language: German "nach" is "after" and "to", and is left out.
"""

from __future__ import annotations

from collections.abc import Mapping

from rag.check.change_words_romance import ROMANCE_CHANGE_WORDS
from rag.check.cues import Cues, senses

__all__ = ["CHANGE_WORDS", "MOVES", "OPPOSITES"]

OPPOSITES = (
    ("up", "down"), ("more", "less"), ("win", "lose"), ("begin", "end"), ("before", "after"), ("open", "close"),
    ("buy", "sell"), ("approve", "reject"), ("allow", "ban"), ("big", "small"), ("first", "last"), ("north", "south"),
    ("east", "west"), ("arrive", "leave"), ("succeed", "fail"), ("hire", "fire"), ("strong", "weak"), ("find", "miss"),
    ("better", "worse"), ("above", "below"), ("early", "late"), ("import", "export"), ("build", "destroy"),
    ("free", "jail"), ("oblige", "ban"), ("cut", "create"), ("build", "close"), ("deficit", "surplus"),
    ("profit", "loss"), ("survive", "die"), ("hold", "cancel"), ("resume", "stop"),
)
"""Pairs of senses, keys of `CHANGE_WORDS`: a sentence of the one is none of the other."""

MOVES = ("up", "down", "more", "less", "better", "worse", "strong", "weak", "begin", "moves")
"""Senses of which a quote has one where a claim has `grown`: that something has become more or less."""


CHANGE_WORDS: Mapping[str, Mapping[str, Cues]] = {
    **ROMANCE_CHANGE_WORDS,
    "en": senses("""
        grown: grew grown increased risen rose surged soared declined decreased dwindled shrank shrunk plummeted
            plunged
        moves: rise rais* cut cuts boost* strength* expan* extend* widen* doubl* tripl* multipl* spread* accelerat*
            fall* lift* add* rapid* develop* evol* escalat* intensif* swell* swoll* slow* peak* record
        up: rose rise risen rises rising increas* grew grown growing grows growth climb* surg* soar* gain* upturn
            expand*
        down: fell falls falling fallen decreas* declin* drop* shrank shrunk shrink* plung* plummet* slump* reduc*
        more: more higher greater most highest
        less: less fewer lower fewest lowest least
        win: won win wins winning victor*
        lose: lost lose loses losing defeated loser* defeat
        begin: begin* began begun start* launch* commenc*
        end: end ends ended ending stop* ceas* halt* finish* conclud*
        before: before prior previous*
        after: after afterwards following
        open: open opens opened opening reopen*
        close: close closes closed closing shut shuts closure
        buy: buy buys bought buying purchas* acquir*
        sell: sell sells sold selling
        approve: passed_the passed_a approv* adopt* accept* welcom* backed endors* support*
        reject: reject* refus* turned_down turned_*_down turned_*_*_down threw_out thrown_out throws_out voted_down
            oppos* disapprov*
        allow: allow* permit* legali* authori*
        ban: ban bans banned forbid* forbade forbidden prohibit* outlaw*
        big: big bigger biggest large larger largest huge
        small: small smaller smallest tiny little
        first: first
        last: last final finally
        north: north* -norther*
        south: south*
        east: east* -easter
        west: west*
        arrive: arriv* enter* join*
        leave: leave leaves left leaving depart* quit withdrew withdrawn withdraw*
        succeed: succe* -succession -successor*
        fail: fail*
        hire: hire hires hired hiring recruit* employ*
        fire: dismiss* sacked sacks laid_off layoff* redundan*
        strong: strong* strengthen*
        weak: weak*
        find: found finds discovered
        miss: lost missing vanished disappear*
        better: better best improv*
        worse: worse worst worsen* deteriorat*
        above: above over exceed*
        below: below under
        early: early earlier earliest
        late: late later latest
        import: import imports imported importing
        export: export*
        build: build builds built building construct* erect*
        destroy: destr* demolish* ruin*
        free: freed releas* acquit*
        jail: jail* imprison* arrest* detain* convict*
        oblige: oblig* compel* mandatory compulsory
        cut: cut cuts cutting axe axed axes scrap*
        create: creat*
        deficit: deficit*
        surplus: surplus*
        profit: profit profits profitable earned earnings gain gains
        loss: loss losses lost loses lossmaking
        survive: surviv* all_but except
        die: only_*_surviv* only_surviv* sole_surviv* one_surviv* died dies die dead killed death deaths perish*
            deadly murder* lost_*_life lost_*_lives
        hold: took_place takes_place went_ahead goes_ahead was_held were_held announc* calls_a called_a called_for
        cancel: cancel* called_off calls_off call_off scrap* postpon* axed abandon* scrubbed
        resume: resum* restart* reopen*
        stop: stop stops stopped stopping halt* ceas* end ends ended ending suspend* broke_off broken_off breaks_off
            drop* dropped shut* close* cancel*
    """),
    "de": senses("""
        grown: gestiegen gewachsen zugenommen gesunken abgenommen geschrumpft angestiegen zuruckgegangen
        moves: zunehm* nimmt nahm* ausweit* ausgeweit* ausbau* ausgebau* wachst verdoppel* verdreifach* vervielfach*
            heb* hob* angehob* kurz* gekurz* klett* entwick* rekord* verstark* sprung* sprang legte* fall* fallt
            zuwachs* plus minus abschwach* uberstieg* spar* gespart einspar* rasant* ausbreit* ausgebreit*
        up: zunimmt stieg* steigt steige steigen steigend* steiger* gesteiger* gestiegen* angestiegen* anstieg*
            ansteig* zunahm*
            zunehm* zugenomm* hochgeschnell* wuchs* wachs* gewachs* erhoh* kletter*
        down: abnimmt abnehm* sank sanken sinken sinkt sinkend* gesunk* fiel fielen gefallen fallend* ruckgang*
            rucklaufig*
            zuruckgegangen* zuruckgehend* nachlassend*
            verringer* abnahm* abgenomm* eingebroch* geschrumpft* schrumpf* reduzier* senk* gesenk* vermind* einbruch*
        more: mehr hoher* grosser* hochst* meist* grosst*
        less: weniger geringer* niedriger* wenigst* niedrigst* geringst*
        win: gewann* gewinn* gewonn* sieg* gesiegt
        lose: verlor* verlier* verlust* niederlag* unterlag* unterleg*
        begin: begann* beginn* begonn* aufnahm* aufnimmt aufgenomm* start* gestart* anfang* anfing* angefang*
        end: ende endet* endend* geendet beend* stopp* gestoppt* aufhor* aufgehor* einstell* eingestellt* abschluss*
            abgeschloss* schluss*
        before: bevor zuvor vorher* davor ehe vorherig* fruher*
        after: nachdem danach anschliessend nachher spater*
        open: offen offn* eroff* geoff* wiedereroff*
        close: schliess* schloss* geschloss* schliessung* gesperr*
        buy: kauf* gekauf* erwarb* erworb* erwerb*
        sell: verkauf* verausser*
        approve: verabschied* annimmt annehm* zustimm* genehmig* billig* gebilligt* zugestimmt angenomm*
            annahm* begruss* unterstutz* befurwort*
        reject: ablehn* abgelehn* zuruckgewies* zuruckweis* verworf* verwarf* verweiger* weiger*
        allow: erlaub* gestatt* zulass* zugelass* ermoglich* legalisier*
        ban: verbot* verbiet* untersag*
        big: gross* riesig* gewaltig*
        small: klein* winzig* gering*
        first: zunachst zuerst erst erste erster ersten erstes erstmal*
        last: letzt* schliesslich endlich zuletzt final*
        north: nord*
        south: sud*
        east: ost osten ostlich* osteuro* nordost* sudost*
        west: west*
        arrive: ankam* ankomm* angekomm* ankunft eintr* beitr* beigetr* erreich* trat_ein
        leave: verliess* verlass* abreis* austr* ausgetr* abzug* abzog* ruckzug*
        succeed: erfolg* gelang* geling* gelung*
        fail: scheiter* gescheiter* misslang* misslung* versag* fehlschl* durchfiel*
        hire: einstellen stellte_ein anstell* beschaftig*
        fire: entlass* entliess* kundig* gekundig*
        strong: stark* verstark* gestarkt*
        weak: schwach* geschwach* abschwach*
        find: fand fanden gefunden* entdeck*
        miss: vermiss* verschw* verlor*
        better: besser* beste besten bester bestes verbesser*
        worse: schlecht* schlimm* verschlecht*
        above: uber oberhalb ubersteig* uberstieg* ubertr*
        below: unter unterhalb
        early: fruh*
        late: spat*
        import: import* einfuhr*
        export: export* ausfuhr*
        build: bau bauen baut* gebaut* erbaut* erricht* aufbau* neubau*
        destroy: zerstor* vernicht* abriss* abgeriss* abreiss*
        free: freigelass* freilass* befreit* freigesproch* freispr*
        jail: inhaftier* festgenomm* festnahm* verhaft* gefangnis* haft verurteil* eingesperr*
        oblige: verpflicht*
        cut: streich* strich* gestrich*
        create: schaff* schuf* geschaff*
        deficit: *defizit *defizits *defizite *defiziten
        surplus: *uberschuss *uberschusses *uberschusse *uberschussen
        profit: gewinn gewinns gewinne gewinnen *gewinn *gewinns *gewinne verdient* verdiente*
        loss: verlust* *verlust *verluste *verlusts verlor*
        survive: uberleb* bis_auf
        die: nur_* einzig* starb* gestorben stirbt sterben verstorben* tot tote toten toter getotet* umkam* umkomm*
            umgekomm*
            ums_leben leben_gekommen
            todlich* tod tode todes ermord*
        hold: stattfand* stattfind* stattgefund* ausrief* ausgerufen ankundig* angekundig*
        cancel: absag* abgesagt* abblies* abgeblas* annullier* ausfiel* ausgefallen* ausfallt verschob* verschoben*
            gestrichen* aufgehoben*
        resume: wiederauf* aufnahm* aufnimmt* aufnehm* aufgenomm*
        stop: einstell* eingestellt* stopp* gestoppt* beend* abbrach* abgebroch* aussetz* ausgesetz* stillgeleg*
    """),
    "nl": senses("""
        grown: gestegen gegroeid toegenomen gedaald afgenomen gekrompen geslonken
        moves: neem* nam* neemt toe* uitbreid* uitgebreid* verdubbel* verdrievoud* oplop* opgelop* ontwikkel*
            record* versterk* kort* gekort sprong groei* daal* dalen steeg stijg* terug* bespaar* spar* gespar*
        up: toeneemt toenem* steeg stegen stijg* gestegen oplop* opgelop* toenam* toenem* toegenom* nam_toe groei*
            gegroei* verhog*
            verhoog*
        down: afneemt afnem* daal* gedaald* daling* dalen dalend* afnam* afgenom* nam_af kromp krimp* gekromp* slink*
            geslonken* teruglop* teruggelop* verlaag*
            verlag*
            vermind* zakte
        more: meer hoger* groter* meeste hoogste grootste
        less: minder lager* kleiner* minste laagste kleinste
        win: won wonnen win wint winn* gewonnen gewonnen zege* zegevier*
        lose: verloor verlor* verliez* verlies* nederla*
        begin: begon begin* begonn* start* gestart*
        end: einde eindig* geeindigd* beeindig* stop* gestopt* afgelop*
        before: voordat eerder* vooraf voorafgaand*
        after: nadat daarna erna achteraf later
        open: open opent* opend* geopend* heropen*
        close: sluit* sloot sloten gesloten dicht*
        buy: koop* koch* gekocht* aankoop* aangekocht*
        sell: verkoop* verkoch*
        approve: aannam* aanneemt aangenomen goedgekeur* goedkeur* aanvaard* keurde_goed instem* ingestem* steun*
            gesteund*
        reject: afgewez* afwijz* verwerp* verwierp* verworp* weiger* wees_af afwees afwijst afwezen wegstem* weggestem*
        allow: toesta* toegesta* sta_toe staat_toe toegelat* laat_toe
        ban: verbod* verbied* verbood
        big: groot grote groots*
        small: klein kleine
        first: eerst eerste
        last: laatst laatste uiteindelijk
        north: noord*
        south: zuid*
        east: oost* -oosten*rij*
        west: west*
        arrive: aankom* aangekom* kwam_aan toetre* toegetre* bereik*
        leave: verliet* verlat* vertrok* vertrek* vertrokk* uittred*
        succeed: slaagde* geslaagd* succes* gelukt*
        fail: faal* gefaald* mislukt* mislukk*
        hire: aannam* aanneemt aangenomen aangeworv* aanwerv* neemt_aan nam_aan
        fire: ontsla* ontslo* ontslagen
        strong: sterk* versterk*
        weak: zwak* verzwak*
        better: beter* best beste verbeter*
        worse: slecht* erger verslechter*
        above: boven hoger_dan
        below: beneden onder
        early: vroeg*
        late: laat late
        import: import* invoer*
        export: export* uitvoer*
        build: bouw* gebouwd* opgericht*
        destroy: vernietig* verwoest* gesloopt* sloop*
        free: vrijgelat* vrijgesprok* bevrijd*
        jail: gearrest* arrest* opgepakt gevangen* veroordeel* aangehoud*
        oblige: verplicht*
        cut: schrap* geschrapt*
        create: creeer* gecreeerd* schep*
        deficit: *tekort *tekorten
        surplus: *overschot *overschotten
        profit: winst* *winst verdien*
        loss: verlies* *verlies verloor verlor*
        survive: overleefd* overleeft overleven* overlevend* op_*_na
        die: slechts_* enige stierf stierven gestorven sterft sterven overled* overleed dood doden dode gedood*
            vermoord* omkwam* omgekom*
            het_leven
        hold: vond_plaats vindt_plaats vonden_plaats plaatsvind* plaatsvond* plaatsgevond* aankondig* aangekondig*
            riep_uit uitgeroepen
        cancel: afgelast* afgeblazen afblies* afblaast afblazen geannuleer* annuleer* geschrapt schrap* uitgesteld
        resume: hervat* hervatt*
        stop: stop* gestopt* staak* staakt gestaakt* beeindig* stillegd* stilgeleg* opschort* opgeschort
    """),
}
