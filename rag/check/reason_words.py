"""Words that give a reason, a cause or a consequence, language by language, plain.

What accuses a claim is strict (`given`); what excuses it in a source is generous (`heard`): a translator renders "for
want of", "which made" or "after" by a plain "because". Nouns and most verbs are in `heard` alone: "the cause of the
fire is not known" gives no reason.
"""

from __future__ import annotations

from dataclasses import dataclass

from rag.check.cues import Cues, cues

__all__ = ["REASON_WORDS", "Pair", "ReasonWords"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words of one part of a sentence, in this order: German "löste ... aus", "um ... zu"."""

    first: Cues
    last: Cues


_NONE = cues("")


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """How a language tells why, and what came of it.

    Attributes:
        given: "because", "due to", "led to", "so that": wherever they stand.
        opening: What gives a reason or a consequence only at the head of a later part: ", since", ", forcing".
        heard: What else may be rendered by these: "reason", "made", "thus", "allowed", "after".
        heads: What may be rendered so at the head of the last part: ", as", ", closing".
        pairs: What gives a reason in two words.
        purposes: What may be rendered by a reason, in two words.
    """

    given: Cues
    opening: Cues
    heard: Cues
    heads: Cues = _NONE
    pairs: tuple[Pair, ...] = ()
    purposes: tuple[Pair, ...] = ()


_TO = cues("zu zum zur dazu")
_LEAD = cues("fuhrt fuhren fuhrte fuhrten")
_TOT = cues("tot toe ertoe")
_LEID = cues("leidt leiden leidde leidden")
REASON_WORDS = {
    "en": ReasonWords(
        given=cues("""
            because due_to owing_to thanks_to on_account_of as_a_result as_a_consequence as_a_reaction in_response_to
            in_reaction_to on_the_grounds for_lack_of for_want_of for_fear out_of_fear out_of_concern given_that led_to
            lead_to leads_to leading_to led_many led_some caused causes causing result_in results_in resulted_in
            resulting so_that therefore thereby hence consequently prompted prompts prompting triggered triggers
            triggering sparked sparking stemm* stems_from
        """),
        opening=cues("""
            since as_there as_they as_nobody as_no so_many so_some so_people so_the so_they so_it forcing leaving
            making meaning_that allowing enabling which_meant which_left which_forced which_made raising_fears drawing
        """),
        heard=cues("""
            reason reasons had_to have_to has_to having_to must where as to_win to_save to_protect to_avoid to_prevent
            to_reduce to_help to_keep to_cut to_ensure to_raise to_pay to_improve to_protest to_ease to_stop to_boost
            to_attract cause cause_of causal caus* *cause why how result* consequen* so thus means meant meaning made
            make makes making lead leads led leading bring* brought force forces forced allow* enabl* permit* let lets
            render* creat* produc* generat* give gives gave giving rise induc* provok* encourag* inspir* motivat* drive
            drives drove driven effect effects effectively affect* contribut* respon* react* blame* attribut* stem*
            arise* arose arising ensu* lack lacks lacking short_of shortage* want_of grounds based view_of light_of
            in_order such_that depend* owed owes explain* impact* influenc* root* origin* outcome fault sake too given
            due left leave leaves leaving enough after following followed follows amid through out_of for_its for_their
            for_his for_her subsequent* seeing
        """),
        heads=cues("*ing -including -during -according"),
    ),
    "de": ReasonWords(
        given=cues("""
            weil wegen aufgrund auf_grund infolge infolgedessen deshalb deswegen daher folglich demzufolge dadurch
            wodurch weshalb sodass so_dass mangels dank verursacht* verursachen bewirk* als_reaktion_auf als_folge
            in_der_folge mit_der_folge zur_folge zwang zwangen sorgte_fur sorgten_fur woraufhin angesichts aus_angst
            aus_mangel aus_protest aus_sorge aus_furcht aus_wut aus_ruck* ausgelost
        """),
        opening=cues("da denn zumal"),
        heard=cues("""
            grund *grunde grunden *grunden begrund* ursach* musst* mussen wo auslos* *auslos* anlass* veranlass* folge*
            folgt* darum warum so somit also damit fuhr* *gefuhrt gefuhrt* mach macht machen machte* gemacht lass*
            liess* gelassen bring* bracht* gebracht ermoglich* erlaub* zwing* zwang* gezwung* sorg* gesorgt gelang*
            beitrag* beigetrag* erzeug* schaff* geschaff* schuf* hervor* *einfluss* auswirk* wirk* reaktion* reagier*
            antwort* beruh* fehl* mangel* *mangel knapp* entsteh* entstand* entstanden verdank* schuld* verantwort*
            basier* abhang* entsprechend* demnach ergeb* ergab* ergibt result* konsequen* weswegen womit wofur worauf*
            hierdurch motiv* bedeut* indem stamm* nachdem nach_dem nach_der nach_einem nach_einer nach_den nach_dies*
            durch anhand angesichts aus_mangel wobei dabei daraufhin anschliessend
        """),
        pairs=(Pair(cues("loste losten lost losen"), cues("aus")), Pair(_LEAD, _TO), Pair(_TO, _LEAD)),
        purposes=(Pair(cues("um"), cues("zu")),),
    ),
    "nl": ReasonWords(
        given=cues("""
            omdat wegens vanwege doordat waardoor daardoor hierdoor dankzij zodat daarom derhalve bijgevolg aangezien
            ten_gevolge als_gevolg tot_gevolg veroorzaak* in_reactie_op uit_reactie door_een_gebrek door_gebrek
            door_een_tekort door_tekort bij_gebrek dwong dwongen uit_angst uit_protest zorgde_voor zorgden_voor
            leidde_tot leidden_tot leidt_tot leiden_tot leidde_ertoe waarop
        """),
        opening=cues("want daar dus"),
        heard=cues("""
            reden* moest* moeten waar oorzaak* waarom gevolg* zo dus leid* geleid* maak* gemaakt laat laten liet*
            breng* bracht* gebracht toelat* mogelijk* dwing* dwong* gedwong* zorg* gezorgd draag* droeg* bijdrag*
            bijgedrag* schep* schiep* aanleiding* invloed* reactie* reageer* antwoord* bero* ontsta* ontstond* dank*
            schuld* verantwoord* baseer* afhank* hiermee daarmee motiv* beteken* verklaar* teweeg* lokte *gebrek
            tekort* ontbre* stem* nadat na_de na_het na_een door waarbij daarbij daarop gezien
        """),
        heads=cues("waarbij"),
        pairs=(Pair(_LEID, _TOT), Pair(_TOT, _LEID)),
        purposes=(Pair(cues("om"), cues("te")),),
    ),
    "fr": ReasonWords(
        given=cues("""
            parce_qu* car puisqu* en_raison a_cause grace_a grace_au grace_aux du_fait du_au due_a dus_a dues_a
            faute_de faute_d par_manque par_crainte par_peur si_bien_qu* de_sorte_qu* par_consequent en_consequence
            c_est_pourquoi provoque provoquent provoquant provoquait entraine entrainent entrainant entrainait
            conduit_a conduisant_a a_conduit mene_a en_reponse suite_a suite_au causant cause_par a_la_suite
            ce_qui_a_pousse obligeant forcant
        """),
        opening=cues("etant_donne vu_qu* d_ou"),
        heard=cues("""
            raison* caus* oblige* doit doivent devoir pourquoi consequen* ainsi donc alors fait faire font faisant
            rend* rendu* laiss* permet* permis* oblig* forc* contrain* amen* men* condui* entrain* provoqu* suscit*
            declench* engendr* resul* effet* influenc* contribu* repon* reaction* reagi* du due dus dues grace faute
            manqu* penuri* motif* motiv* responsab* bas* fond* depend* expliqu* suit* suivi* signifi* origin* nait
            naiss* apres comme sorte
        """),
        heads=cues("*ant -pendant -durant"),
    ),
    "es": ReasonWords(
        given=cues("""
            porque debido a_causa gracias_a gracias_al por_culpa por_falta por_miedo ya_que puesto_que dado_que
            como_resultado como_consecuencia por_lo_que por_lo_tanto por_tanto por_eso por_ello de_modo_que
            de_manera_que asi_que causo causaron causando provoco provocaron provocando ocasiono ocasionando llevo_a
            llevaron_a condujo_a en_respuesta obligando obligo_a
        """),
        opening=cues("pues"),
        heard=cues("""
            razon* caus* motiv* por tuvo_que tuvieron_que tiene_que tienen_que porque consecuen* asi entonces luego
            hizo hace hacen hacer hicieron haciendo dej* permit* oblig* forz* llev* conduj* conduc* provoc* suscit*
            desat* gener* result* efect* influ* contribu* respuest* respond* reacci* deb* falt* escas* culpa responsab*
            bas* depend* explic* signific* origin* surg* impuls* desencaden* tanto tras despues como
        """),
        heads=cues("*ndo -cuando"),
    ),
    "it": ReasonWords(
        given=cues("""
            perche poiche a_causa grazie_a grazie_al grazie_alla per_colpa per_mancanza per_paura dato_che visto_che
            siccome di_conseguenza percio quindi pertanto cosicche sicche dovuto_a dovuta_a dovuti_a dovute_a causato
            causata causando provocato provocata provocando ha_portato portando_a in_risposta in_seguito_a costringendo
        """),
        opening=cues("giacche"),
        heard=cues("""
            ragion* caus* motiv* per consegu* cosi allora dunque fa fanno fece fecero facendo fatto rend* reso resa
            lasci* permett* permes* costr* obblig* forz* port* condo* condu* provoc* suscit* scaten* gener* risult*
            effett* influ* contribu* rispost* rispon* reazion* reag* dov* manc* colpa responsab* bas* dipend* spieg*
            signific* origin* nasc* tanto dopo seguito visto dato
        """),
        heads=cues("*ndo -quando"),
    ),
    "pt": ReasonWords(
        given=cues("""
            porque devido por_causa gracas_a gracas_ao por_falta por_medo ja_que uma_vez_que visto_que dado_que
            em_consequencia como_resultado como_consequencia por_isso portanto pelo_que de_modo_que de_forma_que causou
            causaram causando provocou provocaram provocando levou_a levaram_a levando_a em_resposta obrigando
        """),
        opening=cues("pois"),
        heard=cues("""
            raz* caus* motiv* por pelo pela teve_de tiveram_de teve_que tiveram_que consequen* assim entao logo fez faz
            fazem fazer fizeram fazendo deix* permit* obrig* forc* lev* conduz* provoc* suscit* desencade* ger* result*
            efeito* influ* contribu* respost* respond* reac* reag* dev* falt* escass* culpa respons* bas* depend*
            explic* signific* origin* surg* impuls* isso tanto apos depois como
        """),
        heads=cues("*ndo -quando"),
    ),
}
