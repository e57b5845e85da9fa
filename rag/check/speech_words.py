"""Words that say whose words a statement is, language by language, plain."""

from __future__ import annotations

from dataclasses import dataclass

from rag.check.cues import Cues, cues

__all__ = ["SPEECH_WORDS", "SpeechWords"]


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """How a language names a speaker.

    Attributes:
        frames: What puts a whole statement in somebody's mouth: "according to".
        verbs: Verbs that do so before or after what is said: "said".
        denying: Verbs of denying something said, which is neither so nor not so by that; none of refusing.
        reported: Forms of verbs that stand only in reported speech: German "sei".
        loosely: What may render any of them in a claim: "accuses", "study", "view".
        telling: What a claim may render by any of them, though it is no saying: "names", "rules out".
        papers: Speakers that are the article itself.
        pronouns: Speakers without a name.
    """

    frames: Cues
    verbs: Cues
    denying: Cues
    reported: Cues
    loosely: Cues
    telling: Cues
    papers: Cues
    pronouns: Cues


_NONE = cues()
SPEECH_WORDS = {
    "en": SpeechWords(
        cues("according_to in_the_words_of in_the_view_of in_the_opinion_of"),
        cues("said says say saying claims_that claimed claim_that states_that stated argues argued alleges alleged "
             "insists insisted believe_that thinks warns warned told_reporters told_journalists told_police "
             "told_the told_a told_*_that told_*_*_that tells_*_that reports_that reported_that asserts asserted "
             "maintains_that contends report_that announced_that announced_*_that announced_*_*_that announces_that "
             "predict "
             "predicts predicted declared_that "
             "declares_that explained explains said_to argue_that announce_that suspects_that suspect_that "
             "noted_that concluded_that concludes_that suggests_that suggested_that believes_that believed_that "
             "admitted_that"),
        cues("denies deny denying denied_that denied_having denied_any denied_being denied_alleg* denied_the_alleg* "
             "denied_the_accus* denied_the_claim* denied_the_report* denied_the_charge* disputes_that disputed_that"),
        _NONE,
        cues("accord* said say* claim* stated stating state_that states_that argu* alleg* insist* believ* belief* "
             "think* thought warn* tell tells told telling assert* maintain* contend* suggest* -suggestion announc* "
             "describ* "
             "explain* add adds added accus* blam* deny denies denied denying denial demand* cite* citing quot* "
             "noted notes_that admit* acknowledg* reveal* estimat* expect* predict* propos* promis* pledg* agree* "
             "view* opinion* declar* confirm* report* wrote writ* repl* respond* suspect* statement* supposed* "
             "rumour* rumor* tweet* spokes* survey* study studies poll polls complain* testif* conclu* emphasi* "
             "stress* remark* urge* vow* recommend* advi* joke* found_that finds_that criticis* criticiz* comment* "
             "mention* interview* fear* speculat* eyes words_of puts_*_at puts_*_*_at puts_*_*_*_at "
             "puts_*_*_*_*_at puts_*_*_*_*_*_at puts_*_*_*_*_*_*_at "
             "put_*_*_at_*"),
        cues("rule_out rules_out ruled_out ruling_out call calls called name names named regard* consider* "
             "put puts label* dub* reject* refus* declin*"),
        cues("article paper text newspaper report story magazine quote source author"),
        cues("he she they it who"),
    ),
    "de": SpeechWords(
        cues("laut zufolge nach_angaben* nach_aussage* nach_ansicht nach_meinung nach_auffassung nach_den_angaben "
             "nach_eigenen_angaben den_worten gemass_angaben nach_einschatzung aus_sicht"),
        cues("sagt* sagen behaupt* meint* erklart erklarte erklarten teilt_* teilte_* teilten_* betont* warnt* "
             "warnen betonen argumentieren behaupten argumentier* glaubt* versichert* unterstreicht unterstrich* "
             "gab_an gaben_an gibt_an gab_bekannt gaben_bekannt bekanntgab aussert* ausserte* mitgeteilt "
             "verlautbar* berichtet* raumte_ein raumt_ein ankundigt* kundigte_an vermuten vermutet"),
        cues("bestreitet bestreiten bestritt bestritten dementiert dementieren dementierte dementierten leugnet "
             "leugnen leugnete leugneten"),
        cues("sei seien habe werde konne musse solle durfe wolle gebe"),
        cues("laut zufolge nach_einem nach_einer je_nach gemass angaben ansicht* auffass* meinung* sicht sag* "
             "gesag* besag* aussag* behaupt* meint* gemeint erklar* mitteil* mitgeteil* teilt teilte teilten beton* "
             "warn* gewarn* argument* glaub* versichert* unterstreich* unterstrich* angab* angib* angegeb* "
             "bekanntg* bekannt ausserte* aussert ausserung* geausser* bericht* enthull* aufdeck* verlautbar* "
             "verkund* ankund* angekund* kundigt* beziffer* "
             "beschreib* beschrieb* vorwurf* vorwarf* vorwirf* wirft vorgeworfen beschuldig* "
             "bestreit* bestritt* dement* leugn* widersprech* widersprach* widersprich* fordert* gefordert "
             "forderung* verweis* verwies* hinwies* hinweis* hingewiesen bemerkt* zugab* zugegeben zugibt einraum* "
             "eingeraumt raumte schatz* geschatz* erwart* prognos* voraus vorhers* vorschlag* schlug versprech* "
             "versprach* versprochen zusag* zitier* schreib* schrieb* geschrieb* erwider* entgegn* antwort* vermut* "
             "verdach* angeblich* vermeintlich* sprecher* stellungnahm* umfrag* studie befurcht* klagt* beklag* "
             "bezeug* schlussfolg* empfehl* empfiehl* empfahl* heisst hiess es_heisst soll sollen sei seien habe "
             "werde verteidig* lobt* scherz* erzahl* erwahn* bestatig* wort* denk* dacht* feststell* festgestell* "
             "gemeld* meld* stellt_* stellte_* deut* -deutsch* kritisier* kommentar* interview* spekul* findet "
             "fanden_dass"),
        cues("ausschliess* ausschloss* ausgeschlossen schloss_*_aus schliesst_*_aus schliesst_aus schloss_aus "
             "nennt nennen nannt* genannt bezeichn* beziffer* taxier* veranschlag* halt_* hielt_* "
             "lehnt* lehnte* ablehn* abgelehn* weist wies zuruckweis* zuruckgewies* begrund* begrundet* rechnet*"),
        cues("artikel* zeitung* text bericht* magazin meldung zitat quelle* autor*"),
        cues("er sie es der die man wir ich"),
    ),
    "nl": SpeechWords(
        cues("volgens aldus naar_eigen_zeggen in_de_woorden"),
        cues("zegt zei zeggen zeiden gezegd beweert beweerde beweren stelt_dat stelde_dat meent meende vindt_dat "
             "verklaart verklaarde verklaarden waarschuwt waarschuwde benadrukt benadrukte meldt meldde meldden "
             "laat_weten liet_weten lieten_weten vertelt vertelde schrijft gelooft geloofde"),
        cues("ontkent ontkennen ontkende ontkenden betwist betwisten betwistte betwistten"),
        _NONE,
        cues("volgens aldus zegt zei zeg* zeiden gezegd beweer* bewer* stelt stelde stelden gesteld meen* vindt "
             "vond vonden verklaar* verklar* waarschuw* benadruk* meld* gemeld weten vertel* schrijf* schreef* "
             "geschreven geloo* gelov* bericht* mening* woorden woordvoer* onthul* kondig* aangekondig* bevestig* "
             "beschuldig* verwijt* verwet* ontken* erken* geeft_aan gaf_aan vermoed* verwacht* schat* geschat "
             "vrees* hoopt bekritis* klaagt* concludeer* studie peiling raadt zou zouden verluidt visie ogen noemt "
             "noemde raamt raamde geraamd becijfer* bron antwoord* vraagt"),
        cues("sluit_uit sluiten_uit sloot_uit uitsluit* uitgesloten sluit noemen genoemd bestempel* raamt raamde "
             "ramen geraamd becijfer* acht achtte wijst wees afwijz* afgewezen weiger* wijt "
             "wijten"),
        cues("artikel krant tekst bericht verslag bron auteur"),
        cues("hij zij ze het men die"),
    ),
    "fr": SpeechWords(
        cues("selon d'apres d_apres aux_dires a_en_croire aux_yeux_de de_l_avis"),
        cues("dit disent disait affirme* declare declarent declarait estime estiment estimait soutient soutiennent "
             "pretend* assure assurent explique expliquent indique indiquent indiquait a_dit a_declare a_affirme "
             "a_indique a_assure a_explique avertit previent souligne soulignent rapporte rapportent precise"),
        cues("nie nient niait niaient nia nierent dement dementent dementait conteste contestent contestait"),
        _NONE,
        cues("selon d'apres apres_l* apres_le* dit disent disait disant dire dires affirm* declar* estim* soutien* "
             "souten* soutenu pretend* assur* expliqu* indiqu* averti* previen* prevenu* soulign* rapport* precis* "
             "avis mots parol* porte-parole porte accus* reproch* dement* nie nient niait reconn* avou* admet* "
             "admis ajout* annonc* confirm* croi* pens* juge* craint* craign* repond* ecri* cite* citant remarqu* "
             "evoqu* mentionn* revel* constat* recommand* promet* promis critiqu* deplor* etude* sondage* aurait "
             "auraient serait seraient yeux insist* conclu* signal* communiq* demand* opinion* source* chiffre "
             "chiffrent chiffrait"),
        cues("exclut exclu excluent excluait nomm* qualifi* chiffr* evalu* appell* rejet* refus* "
             "considere*"),
        cues("article journal texte rapport magazine source auteur"),
        cues("il elle ils elles on"),
    ),
    "es": SpeechWords(
        cues("segun de_acuerdo_con en_palabras_de en_opinion_de a_juicio_de"),
        cues("dice dicen dijo dijeron decia afirma afirman afirmo afirmaron asegura aseguran aseguro declara "
             "declaro declararon sostiene sostienen sostuvo explica explico indica indico advierte advirtio senala "
             "senalo opina cree_que creen_que informa_de informo manifiesta manifesto"),
        cues("niega niegan nego negaron negaba negaban desmiente desmienten desmintio desmintieron"),
        _NONE,
        cues("segun acuerdo dice dicen dijo dijeron deci* dich* afirm* asegur* declar* sostien* sosten* sostuv* "
             "explic* indic* adviert* advirt* advert* senal* opin* cree creen creia inform* manifest* manifiest* "
             "palabras portavo* acus* reproch* niega niegan nego neg* admit* reconoc* anad* anunci* confirm* piens* "
             "juicio estim* tem* respond* escri* cita* mencion* revel* recomend* aconsej* promet* critic* lament* "
             "estudio* encuest* habria seria insist* conclu* comunic* relat* cuenta* cont* denunci* apunt* subray* "
             "fuente* pide pidio"),
        cues("descart* excluy* llam* calific* cifra cifro valor* rechaz* considera* tach*"),
        cues("articulo periodico diario texto informe revista fuente autor"),
        cues("el ella ellos ellas"),
    ),
    "it": SpeechWords(
        cues("secondo a_detta_di a_parere_di stando_a stando_alle"),
        cues("dice dicono disse dissero ha_detto hanno_detto afferma affermano affermato dichiara dichiarano "
             "dichiarato sostiene sostengono sostenuto spiega spiegato assicura avverte avvertito riferisce "
             "riferito ritiene ritengono"),
        cues("nega negano nego negarono negava negavano smentisce smentiscono smenti"),
        _NONE,
        cues("secondo detta parere stando dice dicono disse dissero detto dicendo afferm* dichiar* sostien* sosten* "
             "spieg* assicur* avvert* riferi* ritien* ritenut* parole portavoce accus* rimprover* nega negano "
             "negato smenti* ammett* ammess* riconosc* aggiun* annunci* conferm* crede* pens* stim* tem* rispo* "
             "scriv* scritt* cita* menzion* rivel* raccomand* consigli* promet* promess* critic* lament* studio "
             "sondagg* avrebbe sarebbe insist* conclu* comunic* raccont* denunci* sottoline* opinion* fonti"),
        cues("esclude escluso escludono chiama* defini* quantific* valuta* respin* rifiut* "
             "considera*"),
        cues("articolo giornale testo rapporto rivista fonte autore"),
        cues("egli lui lei loro essi"),
    ),
    "pt": SpeechWords(
        cues("segundo de_acordo_com conforme na_opiniao_de nas_palavras_de"),
        cues("diz dizem disse disseram dizia afirma afirmam afirmou afirmaram declara declarou declararam sustenta "
             "garante garantiu explica explicou indica indicou alerta alertou adverte advertiu informou assegura "
             "assegurou acredita_que acreditam_que considera_que"),
        cues("nega negam negou negaram negava negavam desmente desmentem desmentiu"),
        _NONE,
        cues("segundo acordo conforme diz* disse disseram dito afirm* declar* sustent* garant* explic* indic* "
             "alert* advert* inform* assegur* acredit* palavras voz acus* nega negam negou neg* admit* reconhec* "
             "acrescent* anunci* confirm* pensa* ach* estim* tem* respond* escrev* escrit* cita* mencion* revel* "
             "recomend* aconselh* promet* critic* lament* estudo* pesquis* sondag* teria seria insist* conclu* "
             "comunic* relat* cont* denunci* apont* sublinh* opini* fonte* pedi*"),
        cues("descart* exclui* chama* classific* qualific* avali* rejeit* recus* considera*"),
        cues("artigo jornal texto relatorio revista fonte autor"),
        cues("ele ela eles elas"),
    ),
}
