"""Words by which a deed is threatened, demanded, advised, offered, tried, promised, expected or left open, plain.

What somebody demands or tries is not done by that. `sure` words say so wherever they stand, and are looked for in
evidence; `loosely` lists what may render any of them, and excuses a claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rag.check.cues import Cues, cues

__all__ = ["PENDING_WORDS", "PendingWords"]


@dataclass(frozen=True, slots=True)
class PendingWords:
    """How a language says that a deed stands out.

    Attributes:
        sure: "threatened to", "called for", "tried to", "will decide whether".
        announced: What announces a deed, or tells of a loss: it counts where the claim says that it is done, and `acts`
            stand beside it.
        acts: Deeds that are announced before they are done: "inspection", "plans"; "will". Empty where the verb always
            speaks of what is to come, as in German.
        loosely: What may render `sure` and `announced`, besides what renders a plan.
        toll: An accident that "demands" lives has them: German "forderte drei Tote".
    """

    sure: Cues
    announced: Cues
    acts: Cues
    loosely: Cues
    toll: Cues = Cues(frozenset())


PENDING_WORDS: Mapping[str, PendingWords] = {
    "en": PendingWords(
        cues("threatens_to threatens_with threatened_to threatened_with threatened_a threatened_an threaten_to "
             "threaten_with threatening_to is_threatening are_threatening was_threatening were_threatening threat_of "
             "threats_of recommends recommended recommend recommending recommendation_to recommendation_that advises "
             "advised advise_* demands_that demands_the demands_a demands_an demanded demanding demand_that "
             "demand_the calls_for called_for call_for calling_for calls_on called_on calling_on urges urged urge "
             "urging asks_*_to asks_*_*_to asked_*_to asked_*_*_to asked_*_*_*_to asked_for asks_for requested "
             "requests insists_on insisted_on offers_to offered_to offering_to offer_to tries_to try_to tried_to "
             "is_trying_to are_trying_to was_trying_to were_trying_to attempts_to attempted_to attempting_to "
             "attempt_to sought_to seeking_to agrees_to agreed_to agree_to promises promised promise_to pledges "
             "pledged pledge_to vows vowed vow_to was_expected_to were_expected_to been_expected_to expects_* "
             "expected_to was_due_to_* were_due_to_* was_due_in was_due_on were_due_in was_set_to were_set_to "
             "was_scheduled were_scheduled was_supposed_to were_supposed_to had_planned decide_whether "
             "decides_whether deciding_whether decide_*_whether decide_*_*_whether decide_if discuss_whether "
             "discussing_whether consider_whether considering_whether debate_whether debating_whether "
             "rule_on_whether ready_to willing_to in_talks_to is_to_rule is_to_decide is_to_open is_to_close "
             "is_to_meet is_to_begin is_to_start is_to_vote is_to_build is_to_buy is_to_sell is_to_get are_to_get "
             "are_to_open are_to_close permission_to applied_for apply_for application_to application_for "
             "said_*_would says_*_would said_*_*_would added_*_would"),
        cues("announces announced announcing"),
        cues("plans plan strike strikes inspection* investigation* inquiry review visit closure* cuts sale ban "
             "measures tariffs sanctions increase* boycott will would intention* tour auction referendum reform*"),
        cues("threat* recommend* advis* advice demand* call calls called_for called_on called_*_for calling urg* ask "
             "asks asked asking request* appeal* insist* offer* propos* try tries tried trying attempt* fail* "
             "effort* apply applied applying application* permission struggl* sought seek seeks seeking agree* "
             "agreement accept* approv* consent* deal settle* promis* pledg* vow vows vowed commit commits committed "
             "commitment* undert* expect* forecast* whether undecided unsuccessful* vain lobb* petition* push pushes "
             "pushed pushing loom* face faces facing faced brac* impending imminent presses pressed pressing bid "
             "bids guarantee* assur* ready announc* requir* warn* ultimatum if unless remains_to remain_to pending "
             "backs backed favour favours favoured favor favors favored support* prepared encourag* -urgent -urgency "
             "-urgently -urn -tryst -agreeable -settler -urban"),
    ),
    "de": PendingWords(
        cues("droht drohen drohte drohten gedroht angedroht empfiehlt empfehlen empfahl empfahlen empfohlen rät riet "
             "rieten plädiert plädierte plädierten plädieren fordert fordern forderte forderten gefordert verlangt "
             "verlangen verlangte verlangten aufgefordert bittet bat baten gebeten appelliert appellierte drängt "
             "drängte drängten anbietet anbot anboten angeboten versucht versuchen versuchte versuchten versprach "
             "versprachen verspricht versprochen zusagt zusagte zusagten zugesagt verpflichtete_sich "
             "verpflichtet_sich verpflichteten_sich erwartet erwarten erwartete erwarteten sich_bereit ist_bereit "
             "sind_bereit bereit_erklärt war_bereit entscheidet_ob entscheiden_ob entscheidet_*_ob "
             "entscheidet_*_*_ob entscheiden_*_ob entscheidet_*_*_*_ob prüft_ob prüfen_ob prüft_*_ob prüft_*_*_ob "
             "berät_ob berät_*_*_ob vorschlug vorschlugen vorgeschlagen"),
        cues("ankündigt ankündigte ankündigten angekündigt ankündigen"),
        cues(""),
        cues("droh* androh* angedroh* empfehl* empfiehl* empfahl* empfohl* rät riet rieten geraten plädier* forder* "
             "geforder* aufforder* aufgefordert verlang* bitt* bat baten gebeten appell* dräng* poch* anbiet* "
             "angebot* anbot* bot boten bietet bieten versuch* versprech* versprach* verspricht versproch* zusag* "
             "zugesag* sagt_*_zu sagt_*_*_zu sagte_zu sagte_*_zu sagte_*_*_zu sagten_*_zu verpflicht* erwart* bereit "
             "einig einigt einigen_sich einigten geeinigt zustimm* zugestimmt stimmt stimmte stimmten ob entscheid* "
             "unentschieden vergeblich* vergebens scheiter* gescheitert ruft rief riefen gerufen aufruf* aufgerufen "
             "ankündig* angekündigt kündigt kündigte kündigten warn* vorschlag* vorschläg* vorgeschlag* schlägt "
             "schlug schlugen einigung prognos* offen drängen gelingt gelang misslang akzeptier* in_aussicht bekannt "
             "bereitete bereiteten bereitet -bittere -bitterer -drohne"),
        cues("tote toten todesopfer opfer leben menschenleben verletzte verletzten todesopfern"),
    ),
    "nl": PendingWords(
        cues("dreigt dreigen dreigde dreigden gedreigd adviseert adviseren adviseerde adviseerden geadviseerd "
             "aanbevolen eist eisen eiste eisten geeist roept_op roept_*_op roept_*_*_op riep_op riep_*_op "
             "riep_*_*_op opgeroepen vraagt_om vroeg_om vragen_om verzoekt verzocht verzochten dringt_aan drong_aan "
             "aangedrongen pleit pleitte pleiten bepleit aanbood aanboden aanbiedt aangeboden probeert proberen "
             "probeerde probeerden geprobeerd tracht trachtte trachtten poogt poogde belooft beloven beloofde "
             "beloofden beloofd toezegde toezegden toegezegd verwacht verwachten verwachtte verwachtten is_bereid "
             "zijn_bereid bereid_om beslist_of beslist_*_of beslist_*_*_of beslissen_of besluit_*_of bekijkt_of "
             "onderzoekt_of beraadt"),
        cues("aankondigt aankondigde aankondigden aangekondigd"),
        cues(""),
        cues("dreig* bedreig* advis* advies* adviez* aanbev* beveelt eis eisen eist eiste eisten geeist oproep* "
             "opgeroepen roept riep roepen riepen vraagt vragen vroeg verzoek* verzocht* dring* drong* aandring* "
             "aangedrongen pleit* bepleit* bied* bood boden aanbod aanbie* aangeboden voorstel* voorgesteld probe* "
             "geprobeerd tracht* poog* poging* beloof* beloov* belooft belofte* beloven toezeg* toegezegd zegt_toe "
             "zegt_*_toe zegde_toe zegde_*_toe zegde_*_*_toe zegden_*_toe verwacht* bereid akkoord instem* stemt "
             "stemde beslis* besluit* vergeefs mislukt* tevergeefs faalt faalde slaag* aankondig* aangekondigd "
             "kondigt kondigde kondigden waarschuw* raadt raadde aangeraden geraden stelt_*_voor stelde_*_voor "
             "aanvaard* accept* onbeslist"),
        cues("levens doden dode slachtoffers mensenlevens leven gewonden"),
    ),
    "fr": PendingWords(
        cues("menace_de menacent_de menacait_de menacaient_de a_menace ont_menace recommande "
             "recommandent recommandait a_recommande ont_recommande preconise preconisent conseille conseillent "
             "reclame reclament reclamait reclamaient exige exigent exigeait exigeaient a_exige ont_exige appelle_a "
             "appellent_a appelait_a appele_a demande_que demandent_que demande_a demandent_a demande_de propose_de "
             "proposent_de proposait_de a_propose ont_propose tente_de tentent_de tentait_de tentaient_de essaie_de "
             "essaye_de essayait_de essaye_* cherche_a cherchent_a cherchait_a promet promettent promettait a_promis "
             "ont_promis engage_a engagent_a engagee_a engages_a accepte_de acceptent_de decidera_si decide_si "
             "decideront_si decider_si"),
        cues("annonce annonce_* annoncent"),
        cues("greve greves inspection* enquete visite fermeture* va vont ira iront intention mesures sanctions "
             "vente suppression* hausse *era *eront *erait *eraient -opera -camera"),
        cues("menac* recommand* preconis* conseille conseillent conseillait conseillaient reclam* exig* appel* "
             "demand* propos* offr* tent* essa* cherch* promet* promes* promis* engage* accept* accord* si pret "
             "prets prete attend* espoir annonc* echou* vain refus* pressent exhort* invit* decidera decideront "
             "averti*"),
    ),
    "es": PendingWords(
        cues("amenaza_con amenazan_con amenazo_con amenazaron_con recomienda recomiendan recomendo recomendaron "
             "exige exigen exigio exigieron pide_que piden_que pidio_que pidieron_que pide_a pidio_a ofrecio_* "
             "intento_* intentaron_* intenta_* intentan_* trato_de trataron_de promete prometen prometio prometieron "
             "insta_a instan_a insto_a se_comprometio decidira_si decidiran_si"),
        cues(""), cues(""),
        cues("amenaz* recom* exig* pid* pedi* ofrec* ofert* intent* trat* promet* promes* inst* comprom* acord* "
             "acept* anunci* fracas* vano si acuerdo -tratado -instituto -instituc -instal -instant -pidgin -pedia"),
    ),
    "it": PendingWords(
        cues("minaccia_di minacciano_di minaccia_* ha_minacciato hanno_minacciato raccomanda raccomandano "
             "ha_raccomandato chiede_* chiedono_* ha_chiesto hanno_chiesto esige esigono ha_offerto tenta_di "
             "ha_tentato hanno_tentato cerca_di ha_cercato_di hanno_cercato_di promette promettono ha_promesso "
             "hanno_promesso decidera_se si_e_impegnat*"),
        cues(""), cues(""),
        cues("minacc* raccomand* chied* chiest* esig* offr* offer* tent* cerca_di cercano_di cercava* cercat* "
             "promet* promes* impegn* accord* accett* annunc* fallit* invano se -offerente"),
    ),
    "pt": PendingWords(
        cues("ameaca_* ameacam_* ameacou_* ameacaram_* recomenda recomendam recomendou recomendaram exige exigem "
             "exigiu exigiram pede_que pedem_que pediu_que pediu_a ofereceu-se tenta_* tentam_* tentou_* tentaram_* "
             "promete prometem prometeu prometeram se_comprometeu comprometeu-se decidira_se"),
        cues(""), cues(""),
        cues("ameac* recomend* exig* pede* pedi* oferec* ofert* tent* promet* promes* comprom* acord* aceit* anunci* "
             "fracass* vao"),
    ),
}
