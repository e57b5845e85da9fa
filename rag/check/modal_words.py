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
        cues("can cannot should must would worr* afraid anxi* warn* doubt* possib* potential* probab* likel* "
             "unlikel* suppos* presum* rumour* rumor* thought expect* hope* hoping fear* unclear uncertain* "
             "whether able unable ability capab* enabl* accus* suggest* speculat* estimat* theoretic* need "
             "ought ambigu* perceived so-called threat* according reported reports_that reports_of reports_say "
             "reports_said reports_suggest* reports_indicat* report_that reports_claim reports_are "
             "media_reports press_reports concern concerned concerns scared scares dread dreads dreaded danger "
             "dangers endanger* suspicion* suspect suspected suspects suspecting chance chances risk risks "
             "risked risking claim claims claimed claiming propose proposed proposes proposal* hypothes* "
             "hypothetic* investigating investigated under_investigation appears appear appeared_to "
             "it_appeared appearing_to apparent allow allows allowed_to allowing seems seem seemed seemingly "
             "alleg* believ* predict* -believer -predictab -allegian -allegor -allegheny -fearless -hypother"),
        cues("is_to_be are_to_be was_to_be were_to_be"),
        cues("plans_to plan_to planned_to planning_to plans_for intend* aims_to aim_to wants_to want_to wanted_to "
             "hopes_to hope_to hoped_to is_expected_to are_expected_to is_due_to are_due_to is_set_to are_set_to "
             "scheduled_to proposes_to proposed_to considering seeks_to seek_to is_planned are_planned "
             "has_the_intention have_the_intention intention_to"),
        cues("will shall 'll going_to expect* set_to schedul* sought would should must could might may can is_to "
             "are_to was_to were_to upcoming future soon ambition* pledg* attempt* desir* willing ready would-be "
             "prospective tomorrow eager in_order to_ensure about_to suppos* strive* contemplat* ask* demand* "
             "request* anticipat* wo plan plans planned planning unplanned intend* intent intention* aim aims aimed "
             "aiming want wants wanted wanting hope* hoping is_due are_due was_due were_due is_now_due due_in due_on "
             "due_by due_for due_next due_this due_at due_back propose proposed proposes proposal* proposing "
             "consider considers considered considering seek seeks seeking goal goals target targets targeted "
             "targeting promise promises promised promising try tries trying tried projected projection* prepare "
             "prepares prepared preparing preparation* vow vows vowed think thinks thinking mull mulls mulled "
             "mulling weigh weighs weighing wish wishes wished wishing would_like -considerabl"),
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
        cues("fürcht* angst ängst* warn* kann kannst könn* dürf* darf durft* mag möcht* ermöglich* vermut* "
             "wahrschein* angeblich* mutmaß* verdacht* verdächt* annimmt annehm* erwart* befürcht* risik* "
             "gefahr chance* unklar* fähig* lässt lasse potenz* wohl imstande hypothes* spekul* theoret* sei "
             "seien habe werde zweif* ungewiss* müss* muss musst* ob falls erlaub* gestatt* vorgeworfen "
             "vorwurf* beschuldig* zufolge laut berichten geschätz* befähig* hoff* prognos* ist_zu sind_zu "
             "sorge sorgen besorgt besorgnis* bangt bangen ehesten bedenken konnte konnten darfst möge mögen "
             "möglich* scheint scheinen scheinbar* schien gilt_als gelten_als galt_als galten_als gilt_*_als "
             "gilt_*_*_als als_wahrscheinlich glaubt glauben glaubte glaubten annahme_dass annahme_zu "
             "in_der_lage lassen potentiell* musst musste mussten würde würden würdest hätte hätten wäre wären "
             "zu_befürchten zu_bezweifeln drohen droht drohte drohten drohung* bedroh* androh* schätzt "
             "schätzen schätzte schätzten schätzung* -möglichst"),
        cues("soll sollen sollte sollten"),
        cues("plant planen plante planten geplant beabsichtig* vorhat vorhaben will wollen wollte wollten möchte "
             "möchten strebt anstrebt gedenkt vorgesehen* erwägt erwägen erwog "
             "erwogen die_absicht"),
        cues("geplant* beabsicht* absicht* soll* will wird werden möcht* künftig* zukunft* zukünft* erwart* "
             "hoff* wunsch* wünsch* gewünsch* vorgesehen* vorschlag* vorgeschlag* streb* anstreb* gedenk* "
             "versuch* müss* kann könn* dürf* bald versprech* versprach* versproch* zugesag* bestreb* verlang* "
             "entschlos* beschloss* bemüh* vornehm* verheiß* erwäg* überleg* voraussicht* abziel* plan plans "
             "pläne* plänen plant planen plante planten planend* planung* planmäßig* verplant* vorhat vorhaben "
             "hat_vor haben_vor hatte_vor wolle wollen wollte wollten willens würde würden ziel ziele ziels "
             "zielt zielen muss musst musste mussten kommend* bereit bereitschaft* vorbereit* bereiten denkt "
             "denken nachgedacht interessiert interesse_an interesse_daran gern gerne zusag* zusagt fordert "
             "fordern forderte forderten forderung* gefordert ab_morgen bis_morgen will_morgen -zielgerade"),
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
        cues("kan kunnen vrez* bang waarschuw* volgens kon konden mocht* mag mogen moet moeten moest* "
             "mogelijk* vermoed* waarschijn* wellicht verluidt verdacht* verdenk* verdenking* beschuldig* "
             "blijkbaar verwacht* geschat vrees* risico* dreig* onduidelijk onzeker potenti* theoret* suggere* "
             "twijfel* laten toesta* toegesta* voorspel* hopen zal zullen zogenaamd* bezorgd bezorgdheid "
             "zorgen vermeend* vermeende lijkt lijken leek leken blijkt schijnt schijnen schijnbaar scheen "
             "gelooft geloven geloofde geloofden schat schatten schatte schatten schatting* kans kansen gevaar "
             "gevaren in_staat hoop hoopt hoopte hoopten hopelijk hypothes* hypothetisch* vraag_of vragen_of "
             "onduidelijk_of onzeker_of weet_of weten_of nagaan_of onderzoekt_of de_vraag_of"),
        cues("zou zouden moet moeten"),
        cues("plant plannen_om van_plan wil willen wilde wilden beoogt beogen voornemens gepland* overweegt "
             "overwegen streeft heeft_de_intentie hebben_de_intentie intentie_om"),
        cues("gepland* wil willen zal zullen zou zouden gaat gaan moet* kan kunnen mag mogen beoog* voornem* "
             "overweeg* overweg* streef* streven hopen verwacht* toekomst* binnenkort komend* tracht* "
             "voorstel* voorgesteld* verzoek* graag beslis* morgen plan plannen plant plande planden planning "
             "wilde wilden moest moesten kon konden doel doelen doelstelling* doelt volgend_jaar volgende_week "
             "volgende_maand volgend_voorjaar volgend_najaar belooft beloven beloofde beloofden beloofd "
             "belofte* bereid bereidheid eis eisen eist eiste eisten vraagt vragen vraagt_om besloot besloten "
             "besluit* wens wensen wenst wenste wensten wordt worden hoop hoopt hoopte hoopten probeer* "
             "proberen bedoeling bedoeld bedoelt komt_er komen_er"),
        cues("zal zullen gaat gaan kan kunnen"),
        cues("heeft hebben had hadden werd werden is_ge* zijn_ge* was waren"),
        cues("met_zekerheid zeker staat_vast ongetwijfeld aantoonbaar aangetoond bewezen beslist onbetwist"),
    ),
    "fr": ModalWords(
        cues("pourrait pourraient peut_etre probablement sans_doute vraisemblablement presume* presumes apparemment "
             "eventuellement possiblement pretendument aurait auraient serait seraient semble semblent "
             "potentiellement soupconne* il_se_peut craint craignent craignait craignaient redoute redoutent espere "
             "esperent esperait esperaient crainte_que craintes_que peur_que risque_que espoir_que rumeurs_que"),
        cues("selon redout* peur* possib* probab* vraisembl* presum* suppos* soupcon* suspect* parai* pretend* "
             "faudr* estim* accus* risqu* incertain* doute* capab* permet* hypothes* suggere* craint* crain* "
             "esper* attend* allegu* rumeur* capacit* peut peuvent peux pourra* pourro* pouvait pouvaient "
             "pouvant potentiel* devrait devraient devra devront devait devaient doit doivent croit croient "
             "croire croyait croyaient chance chances menace menacent menacait menacer menaces semble semblent "
             "semblait semblaient propose* si_* *rait *raient autoris* -trait -portrait -extrait -attrait "
             "-retrait -distrait -abstrait -souhait -peuple -potence -autorit"),
        cues("devrait devraient"),
        cues("prevoit prevoient compte_* comptent veut veulent voulait voulaient entend_* entendent projette* "
             "envisage envisagent souhaite souhaitent a_l'intention intention_de vise_a visent_a prevu_de"),
        cues("envisag* souhait* intention* esper* espoir* prochain* bientot va vont allait allaient objectif* "
             "promet* promis* desir* demand* *ront *rait *raient demain prevoi* prevoy* prevu* previs* "
             "compte_* comptent comptait comptaient veut veulent voulait voulaient voulu vouloir voudr* "
             "entend_* entendent entendait projette* projets_de projet_de vise visent visait visaient doit "
             "doivent devra devront devrait devraient devait devaient propose proposent proposait proposition* "
             "propose_* cherche cherchent cherchait cherchaient tente tentent tentait tenter tentative* peut "
             "peuvent decide_de decident_de a_decide decision dans_le_but pour_but pret_a prets_a prete_a "
             "pretes_a futur* pourra* pourro* attend attendu attendue attendus attendent *ra -opera -camera "
             "-sahara -trait -portrait -extrait -retrait -attrait -para -futurist"),
        cues("peut peuvent va vont *era *eront *ira *iront"),
        cues("a_ete ont_ete avait avaient etait etaient fut furent a_* ont_*"),
        cues("certainement avec_certitude assurement indubitablement surement prouve* etabli demontre* "
             "incontestable* sans_aucun_doute"),
    ),
    "es": ModalWords(
        cues("podria podrian quiza quizas tal_vez posiblemente probablemente presunto* presunta* presuntamente "
             "supuesto supuesta supuestamente aparentemente potencialmente habria habrian seria serian parece_* "
             "parecen acaso teme temen temia temian espera_que esperan_que esperaba_que"),
        cues("segun miedo* pued* pud* posib* probab* presun* supon* sospech* aparent* parec* estim* acus* "
             "riesgo* amenaz* incierto* duda* permit* sugier* suger* propon* esper* quiza* haya hayan sea sean "
             "rumor* si_* autoriz* podri* podra* podia* podemos poder_* debe deben debia* debera* deberi* cree "
             "creen creia* creer capaz capaces capacidad* hipotesis hipotetic* teme temen temia temian temor* "
             "potencial* supuest* *ria *rian -histori -victori -industri -mayori -minori -categori -bateri "
             "-secretari -memori -materi -glori -mari -diari -necesari -primari -secundari -universitari "
             "-comunitari -voluntari -solidari -contrari -extraordinari -libreri -ferroviari -sanitari "
             "-bancari -millonari -refineri -feri -cafeteri -artilleri -infanteri -ingenieri -propietari "
             "-unitari -prioritari -monetari -inmobiliari -penitenciari -convocatori -obligatori -transitori "
             "-sri -siri -hungri -austri -bulgari -nigeri -alegri -loteri -ministeri -potenciar"),
        cues("deberia deberian"),
        cues("planea planean planeaba quiere quieren queria querian pretende pretenden piensa_* proyecta* preve "
             "preven tiene_previsto tienen_previsto intenta_* aspira* tiene_la_intencion se_propone"),
        cues("quier* pretend* piens* proyect* prev* previst* intent* intenc* aspir* esper* objetiv* futur* "
             "proxim* va_a van_a iba_a iban_a pued* busco promet* manana dispuest* plan planes planea planean "
             "planeaba planeaban quiso quisieron queria querian querer pensaba pensaban desea desean deseaba "
             "pide piden pidio pidieron debe deben debia* debera* deberi* podri* podra* podia* buscan busca "
             "propone* proponen propuest* decidio_* decision pronto *ra *ran *ria *rian -para -ahora -era "
             "-fuera -manera -primera -cualquiera -bandera -madera -carretera -frontera -tercera -obra -compra "
             "-guerra -tierra -hora -palabra -temporada -camara -camera -otra -nuestra -sierra -letra -cifra "
             "-muestra -histori -victori -industri -mayori -minori -categori -secretari -memori -materi -glori "
             "-mari -necesari -primari -secundari -universitari -extraordinari -feri -cantera -opera -figura "
             "-cultura -agricultura -infraestructura -lectura -basura -altura -apertura -captura -factura "
             "-ruptura -estructura -candidatura -dictadura -legislatura -montana"),
        cues("puede pueden va_a van_a *ara *aran *era *eran *ira *iran -era -fuera -para -ahora -manera -primera "
             "-cualquiera"),
        cues("ha han habia habian fue fueron era eran"),
        cues("con_certeza seguramente ciertamente indudable* probado* demostrado* sin_duda"),
    ),
    "it": ModalWords(
        cues("potrebbe potrebbero forse probabilmente presunt* presumibilmente apparentemente potenzialmente "
             "sarebbe sarebbero avrebbe avrebbero sembra_* sembrano eventualmente magari teme temono temeva "
             "temevano spera sperano sperava"),
        cues("secondo paur* puo probab* presun* presum* suppo* sospett* sembra* sembran* potenz* ritien* "
             "ritenut* stim* accus* rischi* minacci* incert* dubb* permett* sugger* propon* sper* eventual* "
             "sia siano abbia abbiano consent* grado possono possa possano possib* potrebb* potra* potre* "
             "poteva potevano potuto dovrebb* dovra* doveva dovevano deve devono crede credono credeva "
             "credevano capace capaci capacita ipotes* ipotetic* ipotizz* teme temono temeva temevano timor* "
             "*ebbe *ebbero -crebbe"),
        cues("dovrebbe dovrebbero"),
        cues("intende intendono vuole vogliono voleva volevano prevede prevedono progetta* punta_a puntano_a mira_a "
             "mirano_a conta_di ha_in_programma ha_intenzione si_propone"),
        cues("intend* intenz* vuol* vorr* preved* previst* progett* propo* sper* obiettiv* futur* prossim* "
             "presto puo promet* promess* desid* *iranno *ebbe *ebbero domani pront* voleva volevano volesse "
             "voluto volonta vogliono voglia deve devono dovra* dovrebb* doveva dovevano potra* potrebb* "
             "poteva potevano possono possa mira_a mirano_a miri contava_di conta_di contano_di cerca cercano "
             "cercava cercato punta_a puntano_a chiede chiedono chiesto chiese chiedeva programma programmi "
             "programmat* in_programma decisione piano_per piano_di piani_per piani_di *era *eranno *ira -era "
             "-primavera -maniera -bandiera -sera -opera -camera -frontiera -galera -lettera -miniera "
             "-carriera -intera -libera -vera -riviera -crociera -ira -lira -tira -gira"),
        cues("puo possono *era *eranno *ira *iranno -era -primavera -maniera -bandiera -sera"),
        cues("ha_* hanno_* aveva avevano e_stat* sono_stat* fu furono era erano"),
        cues("certamente con_certezza sicuramente indubbi* provat* dimostrat* senza_dubbio"),
    ),
    "pt": ModalWords(
        cues("poderia poderiam talvez possivelmente provavelmente alegadamente supostamente supost* presumivel* "
             "aparentemente potencialmente seria seriam teria teriam parece_* parecem porventura teme temem temia "
             "temiam receia receiam espera_que esperam_que"),
        cues("segundo medo* recei* possi* aleg* supo* presum* aparent* parec* acredit* acus* risc* ameac* "
             "incert* duvid* permit* suger* propo* esper* seja sejam tenha tenham estim* suspeit* pode podem "
             "poderi* podera* podia* possa possam deve devem devia* devera* deveri* capaz capazes capacidade* "
             "teme temem temia temiam temor* hipotes* hipotetic* provavel* potencial* considera consideram "
             "*ria *riam -histori -vitori -industri -maiori -minori -categori -bateri -secretari -memori "
             "-materi -glori -mari -necessari -primari -secundari -universitari -comunitari -voluntari "
             "-solidari -contrari -extraordinari -livrari -ferroviari -sanitari -bancari -diari -siri -austri "
             "-nigeri -alegri -loteri -proprietari -inmobiliari"),
        cues("deveria deveriam"),
        cues("planeja* planeia* pretende pretendem quer querem queria queriam tenciona* preve preveem visa_* "
             "pensa_em tem_a_intencao propoe-se conta_*"),
        cues("pretend* tencion* prev* previst* visa* esper* objetiv* futur* proxim* breve vai vao ia iam "
             "promet* desej* amanha dispost* plano_de plano_para planos_de planos_para planeja* planeia* "
             "planejad* planeava quis quiseram queria queriam quer querem pensa_em pensam_em pensava intenc* "
             "intenca* deve devem devia* devera* deveri* pode podem poderi* podera* podia* busca_* buscam pede "
             "pedem pediu pediram decisao conta_* contam_* procura_* procuram propoe propos proposta* *ra *rao "
             "*ria *riam -para -agora -fora -era -primavera -obra -compra -guerra -terra -hora -palavra -outra "
             "-nossa -serra -letra -camara -camera -madeira -primeira -maneira -fronteira -feira -carteira "
             "-bandeira -brasileira -embora -verao -razao -histori -vitori -industri -maiori -minori "
             "-secretari -memori -materi -necessari -primari -universitari -extraordinari -cultura "
             "-agricultura -abertura -altura -estrutura -infraestrutura -ditadura -legislatura -candidatura "
             "-prefeitura -assinatura"),
        cues("pode podem vai vao *ara *arao *era *erao *ira *irao -era -primavera -fora -para -agora"),
        cues("tem_* tinha tinham foi foram era eram"),
        cues("certamente com_certeza seguramente indubita* provad* comprovad* demonstrad* sem_duvida"),
    ),
}
