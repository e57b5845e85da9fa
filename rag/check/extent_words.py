"""How long a language's sentences are, and how a part that is added to one begins, language by language, plain.

What `opens` a part accuses a claim, and is strict; what is `heard` excuses it in a source, and is generous: any word
that a part of this kind may render.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rag.check.cues import Cues, cues, senses

__all__ = ["EXTENT_WORDS", "ExtentWords"]


@dataclass(frozen=True, slots=True)
class ExtentWords:
    """How a language spreads what it says over letters and parts.

    Attributes:
        least: Letters to one of English, in a source that is short for what it says.
        most: The same, in a claim that is long for what it says.
        opens: The first words of an added part, by kinds that all languages have.
        heard: What a part of each kind may render.
        unmarked: What opens a part that another language sets no sign before: German ", dass".
        subordinate: What opens a clause that may stand without a sign in another language: German relative clauses.
        bound: What shows that a part is no addition, but a link of its sentence: German "zu" of an infinitive.
    """

    least: float
    most: float
    opens: Mapping[str, Cues]
    heard: Mapping[str, Cues]
    unmarked: Cues
    subordinate: Cues
    bound: Cues


EXTENT_WORDS = {
    "en": ExtentWords(
        least=1.0, most=1.0,
        opens=senses("""
            remark: which who whose where a an the one another something someone much not *ing -during -including
                -according -regarding -following widely long known famous once just shortly even apparently reportedly
                partly mainly largely mostly in_what in_a_move to_the in_part still already barely hardly thus
                arguably to as in without like on at by for though albeit over against beyond contrary unlike instead
                described_as seen_as praised_by criticised_by criticized_by condemned_by hailed_as dubbed_the
                regarded_as considered_one considered_a its their his this these no more all some many every such most
            time: after before until when following
            contrast: although though despite even_though
            joined: and but
            company: with amid
            aim: in_order_to to_save to_reduce to_cut so_as
            amid: amid amidst
            lacking: without
            meanwhile: while whereas
        """),
        heard=senses("""
            remark: what whatever everything anything nothing
            time: after* before* while until till when* as once since during following follow* prior previous* ago
                then later earlier subsequent* next amid upon at_the_same_time whereas whil* by_the_time having
                preced* simultan* final* already meanwhile in_the_meantime now former* ex
            contrast: although though despite even but however whereas while spite regardless nevertheless
                nonetheless yet still notwithstanding albeit not
            joined: and but or which also as_well both while too then however plus with nor although though yet
                whereas
            company: with amid having where while accompan* and including
            aim: to for so aim* order purpose* goal* intend* meant
            amid: amid* midst with against during while given when as
            lacking: without lack* no not n't none nothing never un* in* free* less *less instead unless miss*
                fail* avoid* before dis*
            meanwhile: after* before* while until till when* as once since during following follow* prior
                previous* ago then later earlier subsequent* next amid upon at_the_same_time whereas whil* by_the_time
                having preced* simultan* final* already meanwhile in_the_meantime now former* ex and but although
                though despite even however spite regardless nevertheless nonetheless yet still notwithstanding albeit
                not
        """),
        unmarked=cues("that to if whether how"),
        subordinate=cues(""),
        bound=cues(""),
    ),
    "de": ExtentWords(
        least=1.2, most=1.2,
        opens=senses("""
            remark: was etwas ein eine einer einem sehr zum zur der_bisher* die_bisher* das_bisher* der_erste
                die_erste das_erste der_gross* die_gross* das_gross* der_hoch* die_hoch* das_hoch* der_wichtig*
                die_wichtig* das_wichtig* der_letzt* die_letzt* das_letzt* der_schwer* die_schwer* das_schwer* viele
                manche kurz nur bekannt beruhmt veranlasst begleitet gefolgt gefeiert kritisiert bejubelt geplagt
                offenbar angeblich wohl laut_kritik* teils zumindest immerhin eines ausgerechnet einst schon erneut
                ohne im ahnlich entgegen laut gelobt statt anstatt vom dank anders beim am nach unter auf durch vor
                seit alle mehr kein* dies* seine ihre sein ihr trotz kaum fast
            time: nachdem bevor ehe nach_monatelang* nach_jahrelang* nach_tagelang* nach_wochenlang* nach_lang*
            contrast: obwohl obgleich trotz wenngleich
            joined: und aber
            company: mit
            aim: um
            amid: inmitten angesichts vor_dem_hintergrund im_rahmen im_zuge
            lacking: ohne
            meanwhile: wahrend
        """),
        heard=senses("""
            remark: was alles nichts
            time: nach nachdem danach bevor vor* ehe wahrend* als wenn sobald bis seit* dann spater fruher* zuvor
                anschliessend* daraufhin dabei indem wobei inzwischen gleichzeitig zugleich infolge bei beim *folg*
                schliesslich erst bereits schon mittlerweile ehemalig* gegen ab wo
            contrast: obwohl obgleich trotz* aber jedoch doch dennoch wenngleich wahrend zwar wenn_auch dagegen
                hingegen ungeachtet selbst auch nicht sondern allerdings
            joined: und aber oder auch sowie sowohl wobei wahrend jedoch doch sondern dann ausserdem zudem mit
                noch weder
            company: mit wobei und samt inklusive einschliesslich bei
            aim: um zu zum zur damit fur ziel* zweck* absicht* sollte* wollte*
            amid: inmitten mitten wahrend angesichts hintergrund rahmen zuge bei unter als wo mit vor teil
            lacking: ohne nicht kein* nie nichts niemand un* *los *lose *losen *loser *loses *frei *freie *freien
                fehl* statt mangel* verm* bevor nein weder
            meanwhile: nach nachdem danach bevor vor* ehe wahrend* als wenn sobald bis seit* dann spater fruher*
                zuvor anschliessend* daraufhin dabei indem wobei inzwischen gleichzeitig zugleich infolge bei beim
                *folg* schliesslich erst bereits schon mittlerweile ehemalig* gegen ab wo und aber sowie obwohl
                obgleich trotz* jedoch doch dennoch wenngleich wahrend zwar wenn_auch dagegen hingegen ungeachtet
                selbst auch nicht sondern allerdings
        """),
        unmarked=cues("dass ob um wie"),
        subordinate=cues(
            "der die das den dem deren dessen denen welche* wenn als weil da obwohl nachdem bevor wahrend "
            "damit sobald falls indem"
        ),
        bound=cues("zu anbelangt angeht betrifft"),
    ),
    "nl": ExtentWords(
        least=1.0, most=1.15,
        opens=senses("""
            remark: wat iets een tot_woede tot_vreugde tot_verdriet tot_ergernis tot_verbazing tot_verrassing
                tot_groot* tot_grote het_groot* de_groot* het_eerste de_eerste het_hoog* de_hoog* het_belangrijk*
                de_belangrijk* velen waarvan vlak kort slechts bekend beroemd gevolgd begeleid bekritiseerd geprezen
                naar_verluidt deels ooit alweer opnieuw zoals zonder tot onder net ondanks anders volgens alle meer
                geen deze dit zijn haar hun nauwelijks bijna ruim
            time: nadat voordat na_maanden na_jaren na_weken na_dagen na_lang* tijdens
            contrast: hoewel ondanks
            joined: en maar
            company: met
            aim: om
            amid: te_midden temidden tegen_de_achtergrond in_het_kader
            lacking: zonder
            meanwhile: terwijl
        """),
        heard=senses("""
            remark: wat alles niets
            time: na nadat daarna voor* eer terwijl toen wanneer als zodra tot sinds later eerder vervolgens
                daarop waarbij intussen ondertussen gelijktijdig tijdens bij volg* uiteindelijk al reeds voormalig*
                tegen waar
            contrast: hoewel ondanks maar echter toch terwijl wel zelfs niet ook
            joined: en maar of ook evenals zowel waarbij terwijl echter toen met nog noch
            company: met waarbij en inclusief
            aim: om te voor zodat doel* bedoel* wilde* tot
            amid: midden temidden tijdens terwijl achtergrond kader bij onder toen met
            lacking: zonder niet geen nooit niets niemand on* *loos *loze *vrij ontbre* gebrek in_plaats voor
            meanwhile: na nadat daarna voor* eer terwijl toen wanneer als zodra tot sinds later eerder vervolgens
                daarop waarbij intussen ondertussen gelijktijdig tijdens bij volg* uiteindelijk al reeds voormalig*
                tegen waar en maar hoewel ondanks echter toch wel zelfs niet ook
        """),
        unmarked=cues("dat of om hoe"),
        subordinate=cues("die dat als omdat wie waar"),
        bound=cues("te betreft aangaat"),
    ),
    "fr": ExtentWords(
        least=1.0, most=1.2,
        opens=senses("""
            remark: ce_qui ce_que ce_qu un une l_un l_une au_grand au_desespoir a_la_grande le_plus la_plus
                la_premiere le_premier quelque_chose qui connu* celebre* considere* critique* salue* juste quelques
                peu_apres peu_avant notamment *ant -pendant -durant -avant comme sans sous a_la tous toutes plus
                aucun* cette ces son sa ses leur leurs
            time: apres_des apres_de apres_un* apres_avoir avant_de avant_que
            contrast: bien_qu* malgre quoiqu*
            joined: et mais
            company: avec
            aim: afin pour_reduire pour_eviter pour_economiser pour_proteger
            amid: sur_fond au_milieu dans_un_contexte dans_le_cadre
            lacking: sans
            meanwhile: tandis_qu* pendant_qu* alors_qu*
        """),
        heard=senses("""
            remark: ce_qui ce_que ce_qu tout
            time: apres avant pendant tandis alors lorsqu* quand des depuis puis ensuite plus_tard auparavant
                suite suivi* en_meme deja ancien* jusqu* au_cours lors durant prealable* posterieur* *ant
            contrast: bien malgre mais cependant pourtant toutefois quoiqu* tandis alors meme pas
            joined: et mais ou aussi ainsi ni puis tandis alors cependant avec
            company: avec et dont accompagn* y_compris
            aim: pour afin but objectif* de d en vis* a
            amid: fond milieu contexte cadre pendant alors durant lors avec dans face
            lacking: sans ne pas non jamais rien aucun* in* im* ni manque* faute avant
            meanwhile: apres avant pendant tandis alors lorsqu* quand des depuis puis ensuite plus_tard auparavant
                suite suivi* en_meme deja ancien* jusqu* au_cours lors durant prealable* posterieur* *ant et mais bien
                malgre cependant pourtant toutefois quoiqu* meme pas
        """),
        unmarked=cues("que qu"),
        subordinate=cues(""),
        bound=cues("concerne"),
    ),
    "es": ExtentWords(
        least=1.0, most=1.15,
        opens=senses("""
            remark: lo_que algo un una para_alegria para_sorpresa el_mayor la_mayor el_primer* la_primera *ndo
                -cuando como sin bajo todos mas ningun* esta estos su sus
            time: tras_meses tras_anos tras_semanas despues_de antes_de
            contrast: aunque pese_a a_pesar
            joined: y pero
            company: con
            aim: para_reducir para_evitar para_ahorrar para_proteger a_fin_de
            amid: en_medio en_un_contexto en_el_marco
            lacking: sin
            meanwhile: mientras
        """),
        heard=senses("""
            remark: lo_que todo
            time: tras despues antes mientras cuando al luego desde hasta durante previo previa anterior*
                posterior* ya ex entonces finalmente sigu* *ndo
            contrast: aunque pese pesar pero sin_embargo sino incluso no mientras
            joined: y e pero o u tambien asi ni luego mientras aunque con
            company: con y incluid* acompan*
            aim: para fin objetivo* a por
            amid: medio contexto marco mientras durante con ante
            lacking: sin no nunca nada ningun* in* im* ni falt* antes
            meanwhile: tras despues antes mientras cuando al luego desde hasta durante previo previa anterior*
                posterior* ya ex entonces finalmente sigu* *ndo y pero aunque pese pesar sin_embargo sino incluso no
        """),
        unmarked=cues("que si"),
        subordinate=cues(""),
        bound=cues("respecta refiere"),
    ),
    "it": ExtentWords(
        least=1.0, most=1.15,
        opens=senses("""
            remark: il_che cosa_che qualcosa un una uno con_grande il_piu la_piu il_primo la_prima *ndo -quando
                come senza sotto tutti piu nessun* questa questi sua suo
            time: dopo_mesi dopo_anni dopo_settimane dopo_aver prima_di prima_che
            contrast: sebbene nonostante benche
            joined: e ma
            company: con
            aim: per_ridurre per_evitare per_risparmiare per_proteggere al_fine
            amid: nel_mezzo in_un_contesto nell_ambito
            lacking: senza
            meanwhile: mentre
        """),
        heard=senses("""
            remark: cio_che quello_che tutto
            time: dopo prima mentre quando poi da dal durante fino successiv* precedent* gia ex infine segu* *ndo
                al
            contrast: sebbene nonostante benche ma pero tuttavia anche pur non mentre
            joined: e ed ma o anche ne poi mentre pero con
            company: con e compres* accompagn*
            aim: per fine scopo obiettivo* a di
            amid: mezzo contesto ambito mentre durante con
            lacking: senza non mai nulla nessun* in* im* ne manc* prima
            meanwhile: dopo prima mentre quando poi da dal durante fino successiv* precedent* gia ex infine segu*
                *ndo al e ed ma sebbene nonostante benche pero tuttavia anche pur non
        """),
        unmarked=cues("che se"),
        subordinate=cues(""),
        bound=cues("riguarda"),
    ),
    "pt": ExtentWords(
        least=1.0, most=1.12,
        opens=senses("""
            remark: o_que algo um uma para_alegria para_surpresa o_maior a_maior o_primeiro a_primeira *ndo
                -quando como sem sob todos mais nenhum* esta estes sua seu
            time: apos_meses apos_anos apos_semanas depois_de antes_de
            contrast: embora apesar
            joined: e mas
            company: com
            aim: para_reduzir para_evitar para_poupar para_proteger a_fim_de
            amid: no_meio em_meio num_contexto no_ambito
            lacking: sem
            meanwhile: enquanto
        """),
        heard=senses("""
            remark: o_que tudo
            time: apos depois antes enquanto quando ao desde ate durante previ* anterior* posterior* ja ex entao
                segu* *ndo
            contrast: embora apesar mas porem contudo mesmo nao enquanto
            joined: e mas ou tambem nem depois enquanto porem com
            company: com e inclu* acompanh*
            aim: para fim objetivo* a de
            amid: meio contexto ambito enquanto durante com
            lacking: sem nao nunca nada nenhum* in* im* nem falt* antes
            meanwhile: apos depois antes enquanto quando ao desde ate durante previ* anterior* posterior* ja ex
                entao segu* *ndo e mas embora apesar porem contudo mesmo nao
        """),
        unmarked=cues("que se"),
        subordinate=cues(""),
        bound=cues("respeito"),
    ),
}
