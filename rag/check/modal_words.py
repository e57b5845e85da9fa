"""Words that say a thing is possible, rumoured, wished for or to come, language by language, plain.

Of each kind, `sure` words say it wherever they stand, and are looked for in evidence; `loose` words may say it, and
excuse a claim.
"""

from __future__ import annotations

from dataclasses import dataclass

from rag.check.cues import Cues, cues

__all__ = ["MODAL_WORDS", "ModalWords"]


@dataclass(frozen=True, slots=True)
class ModalWords:
    """How a language keeps a statement from being one of fact.

    Attributes:
        hedges: Possibility, rumour, suspicion: "could", "allegedly".
        loosely: What may render a hedge: "suspected", "appears".
        either: Words that hedge or plan: German "soll".
        plans: What is meant to be done: "plans to", "intends".
        coming: What may render a plan: "will", "next".
        future: "will", "can", "must": something is lost only where the claim says that it is done.
        done: Words of what is over: "has", "was".
        certain: Words that leave no doubt: "certainly", "proven".
    """

    hedges: Cues
    loosely: Cues
    either: Cues
    plans: Cues
    coming: Cues
    future: Cues
    done: Cues
    certain: Cues


MODAL_WORDS = {
    "en": ModalWords(
        cues("could might possibly perhaps maybe probably allegedly reportedly supposedly presumably apparently "
             "potentially purportedly is_suspected are_suspected was_suspected is_said_to are_said_to "
             "is_believed_to are_believed_to is_thought_to are_thought_to is_rumoured is_rumored may is_likely "
             "are_likely was_likely were_likely will_likely is_unlikely are_unlikely is_possible seems_to seem_to "
             "appears_to appear_to fears feared fear_that is_feared are_feared hopes_that hope_that hoped_that "
             "worries_that worry_that worried_that doubts_that concern_that concerns_that anxiety_that danger_that "
             "risk_that possibility_that rumours_that rumors_that speculation_that afraid_that"),
        cues("can cannot should must would accord* report* worr* concern* afraid scare* anxi* dread* danger* warn* "
             "doubt* possib* potential* probab* likel* unlikel* alleg* suspect* suspic* suppos* presum* rumour* "
             "rumor* believ* thought expect* hope* hoping fear* risk* chance* unclear uncertain* whether able "
             "unable ability capab* enabl* accus* claim* propos* predict* suggest* speculat* seem* appear* estimat* "
             "hypothe* theoretic* need ought allow* let lets ambigu* perceived so-called investigat* mean* threat* "
             "potent*"),
        cues("is_to_be are_to_be was_to_be were_to_be"),
        cues("plans_to plan_to planned_to planning_to plans_for intend* aims_to aim_to wants_to want_to wanted_to "
             "hopes_to hope_to hoped_to is_expected_to are_expected_to is_due_to are_due_to is_set_to are_set_to "
             "scheduled_to proposes_to proposed_to considering seeks_to seek_to is_planned are_planned"),
        cues("will shall won 'll going_to plan* inten* aim* want* hop* expect* due_to set_to schedul* propos* "
             "consider* seek* sought would should must could might may can is_to are_to was_to were_to upcoming "
             "future soon ambition* goal* target* wish* promis* pledg* try tries trying attempt* desir* willing "
             "ready prepar* would-be project* prospective tomorrow eager in_order about_to suppos* strive* vow* "
             "think* mull* weigh* contemplat* "
             "ask* demand* request* anticipat*"),
        cues("will shall 'll going_to can should must"),
        cues("has have had was were did been became began ended *ed"),
        cues("certainly definitely undoubtedly undeniably demonstrably surely inevitably is_certain are_certain "
             "was_certain is_sure proven proved without_doubt established_fact for_sure"),
    ),
    # With umlauts: "könnte" hedges, "konnte" does not.
    "de": ModalWords(
        cues("könnte könnten könntest möglicherweise vielleicht wahrscheinlich vermutlich womöglich angeblich "
             "mutmaßlich* offenbar anscheinend scheinbar vermeintlich* potenziell* potentiell* dürfte dürften "
             "ist_möglich ist_es_möglich ist_also_möglich berichten_zufolge unter_umständen eventuell fürchtet "
             "fürchten fürchtete fürchteten befürchtet befürchten befürchtete befürchteten hofft hoffen hoffte "
             "hofften gehofft die_sorge_dass der_sorge_dass gibt_sorgen_dass sich_sorgen_dass gibt_*_sorgen_dass "
             "befürchtung_dass befürchtungen_dass angst_dass gefahr_dass hoffnung_dass "
             "gerücht_dass gerüchte_dass besorgt_dass"),
        cues("fürcht* sorg* angst ängst* bang* bedenk* warn* ehest* kann kannst könn* konn* dürf* darf durft* mag "
             "mög* möcht* ermöglich* vermut* wahrschein* angeblich* mutmaß* verdacht* verdächt* schein* schien* "
             "gilt gelten glaub* annimmt annehm* annahm* erwart* befürcht* risik* gefahr chance* droh* unklar* "
             "fähig* lass* lässt lasse potenz* potent* wohl imstande lage hypothes* spekul* theoret* sei seien habe "
             "werde zweif* ungewiss* müss* muss musst* ob falls erlaub* gestatt* vorgeworfen vorwurf* beschuldig* "
             "ermittel* zufolge laut berichten schätz* geschätz* befähig* hoff* prognos* würd* hätt* wär* zu_be* "
             "ist_zu sind_zu"),
        cues("soll sollen sollte sollten"),
        cues("plant planen plante planten geplant beabsichtig* vorhat vorhaben will wollen wollte wollten möchte "
             "möchten strebt anstrebt gedenkt vorgesehen* erwägt erwägen erwog "
             "erwogen"),
        cues("plan* geplant* verplan* beabsicht* absicht* vorha* soll* will woll* wird werden würd* möcht* künftig* "
             "zukunft* zukünft* ziel* erwart* hoff* wunsch* wünsch* gewünsch* vorgesehen* vorschlag* vorgeschlag* "
             "streb* anstreb* gedenk* versuch* muss* müss* kann könn* dürf* bald kommend* versprech* versprach* "
             "versproch* zusag* zugesag* bereit* bestreb* um_zu verlang* forder* entschlos* beschloss* bemüh* "
             "vornehm* verheiß* erwäg* denk* überleg* morgen voraussicht* abziel* interess* gern*"),
        cues("kann kannst können"),  # "wird" and "werden" are passive more often than future.
        cues("hat haben hatte hatten wurde wurden war waren worden"),
        cues("mit_sicherheit zweifellos zweifelsfrei nachweislich nachgewiesen* erwiesen* bewiesen* definitiv "
             "unbestritten"),
    ),
    "nl": ModalWords(
        cues("misschien wellicht waarschijnlijk mogelijk mogelijks vermoedelijk* vermeend* naar_verluidt zou_kunnen "
             "zouden_kunnen zou_*_kunnen zouden_*_kunnen kennelijk blijkbaar schijnbaar eventueel mogelijkerwijs "
             "vreest vrezen vreesde vreesden gevreesd hoopt hopen hoopte hoopten "
             "gehoopt bezorgdheid_dat bezorgd_dat zijn_zorgen_dat zich_zorgen_dat angst_dat vrees_dat gevaar_dat "
             "hoop_dat geruchten_dat bang_dat"),
        cues("kan kunnen vrez* bang bezorg* zorg* waarschuw* volgens kon konden mocht* mag mogen moet moeten moest* "
             "mogelijk* vermoed* verme* waarschijn* wellicht verluidt verdacht* verdenk* verdenking* beschuldig* "
             "lijk* blijkbaar schijn* geloo* verwacht* schat* geschat vrees* risico* gevaar* dreig* kans* "
             "onduidelijk onzeker staat potenti* hypothe* theoret* suggere* onderzo* twijfel* laat laten of toesta* "
             "toegesta* voorspel* hoop* hopen zal zullen zogenaamd*"),
        cues("zou zouden moet moeten"),
        cues("plant plannen_om van_plan wil willen wilde wilden beoogt beogen voornemens gepland* overweegt "
             "overwegen streeft"),
        cues("plan* gepland* wil willen wilde* zal zullen zou zouden gaat gaan ging moet* moest* kan kunnen kon* "
             "mag mogen beoog* bedoel* doel* voornem* overweeg* overweg* streef* streven hoop* hopen verwacht* "
             "toekomst* binnenkort volgend* komend* belo* bereid* prober* tracht* voorstel* voorgesteld* verzoek* "
             "eis* vraag* om_te graag beslo* beslis* wens* word* morgen"),
        cues("zal zullen gaat gaan kan kunnen"),
        cues("heeft hebben had hadden werd werden is_ge* zijn_ge* was waren"),
        cues("met_zekerheid zeker staat_vast ongetwijfeld aantoonbaar aangetoond bewezen beslist onbetwist"),
    ),
    "fr": ModalWords(
        cues("pourrait pourraient peut_etre probablement sans_doute vraisemblablement presume* presumes apparemment "
             "eventuellement possiblement pretendument aurait auraient serait seraient semble semblent "
             "potentiellement soupconne* il_se_peut craint craignent craignait craignaient redoute redoutent espere "
             "esperent esperait esperaient crainte_que craintes_que peur_que risque_que espoir_que rumeurs_que"),
        cues("selon redout* peur* peu* pourr* pouv* possib* probab* vraisembl* presum* suppos* soupcon* suspect* "
             "sembl* parai* potent* pretend* dev* doi* faudr* si_* croi* estim* accus* risqu* menac* chanc* "
             "incertain* doute* capab* permet* hypothes* suggere* propose* enquet* craint* crain* esper* attend* "
             "allegu* rumeur* capacit* autoris* *rait *raient"),
        cues("devrait devraient"),
        cues("prevoit prevoient compte_* comptent veut veulent voulait voulaient entend_* entendent projette* "
             "envisage envisagent souhaite souhaitent a_l'intention intention_de vise_a visent_a prevu_de"),
        cues("prev* prevu* compt* veu* voul* voud* entend* projet* envisag* souhait* intention* vis* esper* espoir* "
             "futur* prochain* bientot va vont allait allaient doi* dev* propos* cherch* tent* objectif* promet* "
             "promis* afin pour desir* demand* pourr* peu* *ra *ront *rait *raient decid* attend* but demain pret*"),
        cues("peut peuvent va vont *era *eront *ira *iront"),
        cues("a_ete ont_ete avait avaient etait etaient fut furent a_* ont_*"),
        cues("certainement avec_certitude assurement indubitablement surement prouve* etabli demontre* "
             "incontestable* sans_aucun_doute"),
    ),
    "es": ModalWords(
        cues("podria podrian quiza quizas tal_vez posiblemente probablemente presunto* presunta* presuntamente "
             "supuesto supuesta supuestamente aparentemente potencialmente habria habrian seria serian parece_* "
             "parecen acaso teme temen temia temian espera_que esperan_que esperaba_que"),
        cues("segun miedo* pued* pod* pud* posib* probab* presun* supu* supon* sospech* aparent* parec* potenc* "
             "deb* cre* estim* acus* riesgo* amenaz* incierto* duda* capa* permit* hipot* sugier* suger* propon* "
             "investig* tem* esper* *ria *rian quiza* haya hayan sea sean rumor* si_* autoriz*"),
        cues("deberia deberian"),
        cues("planea planean planeaba quiere quieren queria querian pretende pretenden piensa_* proyecta* preve "
             "preven tiene_previsto tienen_previsto intenta_* aspira* tiene_la_intencion se_propone"),
        cues("plan* quier* quer* quis* pretend* piens* pens* proyect* prev* previst* intent* intenc* aspir* propo* "
             "propu* esper* objetiv* futur* proxim* pronto va_a van_a iba_a iban_a deb* pued* pod* busca* busco "
             "promet* para dese* pid* pedi* decid* *ra *ran *ria *rian manana dispuest* acord*"),
        cues("puede pueden va_a van_a *ara *aran *era *eran *ira *iran -era -fuera -para -ahora -manera -primera "
             "-cualquiera"),
        cues("ha han habia habian fue fueron era eran"),
        cues("con_certeza seguramente ciertamente indudable* probado* demostrado* sin_duda"),
    ),
    "it": ModalWords(
        cues("potrebbe potrebbero forse probabilmente presunt* presumibilmente apparentemente potenzialmente "
             "sarebbe sarebbero avrebbe avrebbero sembra_* sembrano eventualmente magari teme temono temeva "
             "temevano spera sperano sperava"),
        cues("secondo paur* puo poss* pot* probab* presun* presum* suppo* sospett* sembra* sembran* potenz* dov* "
             "dev* cred* ritien* ritenut* stim* accus* rischi* minacci* incert* dubb* capac* permett* ipot* sugger* "
             "propon* indag* tem* sper* *ebbe *ebbero eventual* sia siano abbia abbiano consent* grado"),
        cues("dovrebbe dovrebbero"),
        cues("intende intendono vuole vogliono voleva volevano prevede prevedono progetta* punta_a puntano_a mira_a "
             "mirano_a conta_di ha_in_programma ha_intenzione si_propone"),
        cues("intend* intenz* vuol* vogl* vol* vorr* preved* previst* progett* punta* mira* conta* program* propo* "
             "sper* obiettiv* futur* prossim* presto dev* dov* puo poss* pot* cerca* promet* promess* per desid* "
             "chied* chies* decis* *era *eranno *ira *iranno *ebbe *ebbero domani pront* piano piani"),
        cues("puo possono *era *eranno *ira *iranno -era -primavera -maniera -bandiera -sera"),
        cues("ha_* hanno_* aveva avevano e_stat* sono_stat* fu furono era erano"),
        cues("certamente con_certezza sicuramente indubbi* provat* dimostrat* senza_dubbio"),
    ),
    "pt": ModalWords(
        cues("poderia poderiam talvez possivelmente provavelmente alegadamente supostamente supost* presumivel* "
             "aparentemente potencialmente seria seriam teria teriam parece_* parecem porventura teme temem temia "
             "temiam receia receiam espera_que esperam_que"),
        cues("segundo medo* recei* pod* possa* possi* prov* aleg* supo* presum* aparent* parec* potenc* dev* "
             "acredit* consider* acus* risc* ameac* incert* duvid* capa* permit* hipot* suger* propo* investig* "
             "tem* esper* *ria *riam seja sejam tenha tenham estim* suspeit* consegu*"),
        cues("deveria deveriam"),
        cues("planeja* planeia* pretende pretendem quer querem queria queriam tenciona* preve preveem visa_* "
             "pensa_em tem_a_intencao propoe-se conta_*"),
        cues("plan* pretend* quer* quis* tencion* prev* previst* visa* pens* inten* propo* esper* objetiv* futur* "
             "proxim* breve vai vao ia iam dev* pod* busca* procur* promet* para desej* pede* pedi* decid* *ra *rao "
             "*ria *riam amanha dispost* conta*"),
        cues("pode podem vai vao *ara *arao *era *erao *ira *irao -era -primavera -fora -para -agora"),
        cues("tem_* tinha tinham foi foram era eram"),
        cues("certamente com_certeza seguramente indubita* provad* comprovad* demonstrad* sem_duvida"),
    ),
}
