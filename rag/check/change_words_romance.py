"""Words of direction and their opposites in French, Spanish, Italian and Portuguese, plain."""

from __future__ import annotations

from collections.abc import Mapping

from rag.check.cues import Cues, senses

__all__ = ["ROMANCE_CHANGE_WORDS"]

ROMANCE_CHANGE_WORDS: Mapping[str, Mapping[str, Cues]] = {
    "fr": senses("""
        grown: augmente augmentait grimpe bondi chute diminue recule
        moves: mont* elev* etend* doubl* tripl* renforc* develop* record essor econom* coup* accel* elarg*
        up: augment* hausse* grimp* croiss* accru* progress* bondi* a_monte
        down: baiss* diminu* recul* chut* reduit* reduc* decro* a_la_baisse
        more: davantage superieur* plus_de
        less: moins inferieur* moindre*
        win: gagn* victoire* remport* vainqu*
        lose: perd* perte* defait*
        begin: commenc* debut* lanc* demarr*
        end: fin finit fini finir acheve* cess* arret* termin* prend_fin pris_fin
        before: avant auparavant prealable*
        after: apres ensuite
        open: ouvr* ouvert* reouv*
        close: ferm*
        buy: achet* achat* acqui*
        sell: vend* vente*
        approve: approuv* adopt* accept* soutien* soutenu
        reject: rejet* refus* repouss*
        allow: autoris* permet* permis*
        ban: interdi*
        big: grand* gros grosse*
        small: petit*
        first: premier* premiere*
        last: dernier* derniere* enfin
        north: nord*
        south: sud
        east: est_de l_est orient*
        west: ouest occident*
        arrive: arriv* rejoin*
        leave: quitt* parti partis depart
        succeed: reuss* succes
        fail: echou* echec*
        hire: embauch* recrut*
        fire: licenci* renvoy*
        strong: fort forte* renforc*
        weak: faibl* affaibl*
        better: mieux meilleur* amelior*
        worse: pire* empir* deterior* aggrav*
        import: import* -importan*
        export: export*
        build: constru* bati*
        destroy: detru* demoli*
        free: liber* relach*
        oblige: oblig*
        deficit: deficit*
        surplus: excedent*
        jail: arrete* emprisonn* incarcer* condamn*
        profit: benefice* profit profits
        loss: perte* perd*
        survive: surviv* survec* rescap*
        die: seul* mort morte* morts mour* deced* deces tue tues tuee*
        hold: eu_lieu a_lieu ont_lieu annonc*
        cancel: annul* report* supprim*
        resume: reprend* repris* reprenn*
        stop: arret* suspend* interromp* cess* stopp*
    """),
    "es": senses("""
        grown: aumento aumentado crecido subido disminuido descendido caido
        moves: aument* sub* baj* ampli* duplic* triplic* recort* desarroll* record elev* refuerz* ahorr* acel*
            extend* extiend*
        up: aumento aument* subio subieron subid* crecio crec* increment* alza
        down: bajo bajaron baj* cayo cayeron caid* disminu* descend* reduj* reduc* descen*
        more: mas mayor mayores superior*
        less: menos menor menores inferior*
        win: gano ganaron gana ganan ganado victori* vencio
        lose: perd* pierd* derrot*
        begin: comenz* comienz* empez* empiez* inici* lanz*
        end: termin* acab* fin final finaliz* cese ceso
        before: antes previo previa previamente anterior*
        after: despues tras posterior*
        open: abr* abier* reabr*
        close: cerr* cierr*
        buy: compr* adquir*
        sell: vend* venta*
        approve: aprob* acept* respald* apoy*
        reject: rechaz* rehus*
        allow: permit* autoriz*
        ban: prohib*
        big: gran grande* enorme*
        small: pequen*
        first: primer*
        last: ultim* finalmente
        north: norte*
        south: sur
        east: este_de oriental* al_este
        west: oeste occidental*
        arrive: lleg* ingres*
        leave: abandon* salio salieron marcho se_fue
        succeed: exit* logr*
        fail: fracas* fallo fallaron
        hire: contrat*
        fire: despid* despedid* despid*
        strong: fuerte* fortal* reforz*
        weak: debil*
        better: mejor*
        worse: peor* empeor*
        import: importar importo importacion* importaron
        export: export*
        build: constru*
        destroy: destru* demol*
        free: liber* absuelt*
        oblige: obliga*
        deficit: deficit*
        surplus: superavit*
        jail: encarcel* deten* arrest* conden*
        profit: ganancia* beneficio* benefici* gano ganaron
        loss: perdida* perd* pierd*
        survive: sobreviv*
        die: murio murieron muert* fallec* muere* morir
        hold: tuvo_lugar tiene_lugar se_celebro se_celebra anunci*
        cancel: cancel* suspend* aplaz* anul*
    """),
    "it": senses("""
        grown: aumentato aumentata cresciuto cresciuta salito salita diminuito diminuita calato calata
        moves: aument* allarg* amplia* raddopp* triplic* tagli* svilupp* record elev* rafforz* risparmi* acceler*
            estes* esten*
        up: aument* salit* cresc* cresciut* rialz* increment*
        down: diminu* cal* -calc* -cald* -calend* scend* sces* ridott* riduz* riduss*
        more: piu maggior*
        less: meno minor*
        win: vinto vinse vince vincono vittori*
        lose: perd* perso persa sconfitt*
        begin: iniz* cominc* avviat*
        end: finit* fine termin* cess* conclu*
        before: prima
        after: dopo successivamente
        open: apert* apr* -april*
        close: chius* chiud*
        buy: compr* acquist*
        sell: vend* vendit*
        approve: approv* accett* sosten*
        reject: respin* rifiut*
        allow: permett* permess* autorizz* consent*
        ban: viet* proib*
        big: grand*
        small: piccol*
        first: primo primi
        last: ultim* infine
        north: nord settentrional*
        south: sud meridional*
        east: est oriental*
        west: ovest occidental*
        arrive: arriv*
        leave: lascia* abbandon* partit*
        succeed: riusc* success*
        fail: fallit* fallim* fallis*
        better: miglio*
        worse: peggio*
        build: costru*
        destroy: distru* demoli*
        free: liberat* rilasciat* assolt*
        oblige: obbliga*
        deficit: deficit* disavanz*
        surplus: surplus avanzo
        jail: arrest* incarcer* condann*
        profit: profitt* utile utili guadagn*
        loss: perdit* perso perdut*
        survive: sopravviss* sopravviv*
        die: morto morta morti mori morirono ucciso uccisa uccisi decedut*
        hold: ha_avuto_luogo si_e_svolt* si_svolge annunci*
        cancel: annull* cancell* rinvia* sospes*
    """),
    "pt": senses("""
        grown: aumentou aumentado cresceu crescido subiu subido diminuiu diminuido caiu caido
        moves: ampli* dobr* duplic* triplic* cort* desenvolv* recorde elev* reforc* poup* aceler* estend*
        up: aument* subiu subiram cresc* increment* alta
        down: diminu* caiu cairam queda* reduz* desc* -descob* -desco*
        more: mais maior*
        less: menos menor*
        win: ganhou ganharam ganh* vitori* venceu venceram
        lose: perd* derrot*
        begin: comec* inici* lanc*
        end: termin* acab* fim final* cess* encerr*
        before: antes anterior* previamente
        after: depois apos posterior*
        open: abr* -abril abert* reabr*
        close: fech*
        buy: compr* adquir*
        sell: vend*
        approve: aprov* aceit* apoi*
        reject: rejeit* recus*
        allow: permit* autoriz*
        ban: proib*
        big: grand*
        small: pequen*
        first: primeir*
        last: ultim* finalmente
        north: norte*
        south: sul
        east: leste oriental*
        west: oeste ocidental*
        arrive: cheg*
        leave: deixou sairam saiu abandon*
        succeed: consegu* sucess* exit*
        fail: fracass* falh*
        better: melhor*
        worse: pior*
        build: constru*
        destroy: destru* demol*
        free: libert* absolv*
        oblige: obriga*
        deficit: defice* deficit*
        surplus: excedent* superavit*
        jail: pres* -presid* -presen* -press* deti* conden*
        profit: lucro* lucrou
        loss: prejuizo* perda* perd*
        survive: sobreviv*
        die: morreu morreram morr* morto* morta* faleci* faleceu
        hold: realizou-se ocorreu teve_lugar anunci*
        cancel: cancel* adia* suspen* anul*
    """),
}
