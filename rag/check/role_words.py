"""Little words that say which part a name plays in a sentence, language by language, plain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rag.check.cues import Cues, cues, senses

__all__ = ["AIMED", "CONVERSE", "MUTUAL", "ROLE_WORDS", "RoleWords"]


@dataclass(frozen=True, slots=True)
class RoleWords:
    """How a language marks the parts of a sentence.

    Attributes:
        prepositions: Each with the parts that it may mark; those of two languages agree where they share one.
        articles: Words that may stand between a preposition and a name.
        oblique: Articles that leave open what a name is.
        passive: Auxiliaries of the passive voice.
        joints: Words that join two of a kind.
        pronouns: Subjects without a capital, of a language that gives one to every noun.
    """

    prepositions: Mapping[str, frozenset[str]]
    articles: frozenset[str]
    oblique: frozenset[str]
    passive: frozenset[str]
    joints: frozenset[str]
    pronouns: frozenset[str] = frozenset()


def _marks(table: str) -> Mapping[str, frozenset[str]]:
    """Reads "word=part,part" entries."""
    return {word: frozenset(parts.split(",")) for word, parts in (entry.split("=") for entry in table.split())}


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ROLE_WORDS: Mapping[str, RoleWords] = {
    "en": RoleWords(
        _marks("of=of by=by from=from to=to into=to in=in at=in on=on against=against,object for=for after=after "
               "before=before over=over under=under near=near behind=behind than=than despite=despite "
               "within=in inside=in through=through via=through"),
        _set("the a an its his her their this that new former"), _set(""),
        _set("was were is are been be being got gets"), _set("and or as well both neither nor with"),
    ),
    "de": RoleWords(
        _marks("von=of,from,by vom=of,from,by des=of aus=from,of durch=by,through zu=to zum=to zur=to nach=to,after "
               "in=in,to im=in ins=to,in bei=in,near beim=in,near an=on,to,in am=on,in auf=on,to gegen=against,object "
               "fur=for um=for,around vor=before uber=over unter=under hinter=behind als=than trotz=despite nahe=near "
               "innerhalb=in"),
        _set("die das ein eine seine ihre sein ihr neue fruhere"), _set("der den dem einem einen einer dessen deren"),
        _set("wurde wurden wird werden worden"), _set("und oder sowie weder noch mit sowohl"),
        _set("ich du er sie es wir ihr man wer was jemand niemand das dies der die welche welcher alle viele"),
    ),
    "nl": RoleWords(
        _marks("van=of,from uit=from,of door=by,through naar=to tot=to aan=to,on in=in,to te=in bij=in,near op=on "
               "tegen=against,object voor=for,before na=after over=over onder=under achter=behind dan=than "
               "ondanks=despite nabij=near binnen=in"),
        _set("de het een zijn haar hun dit deze nieuwe vroegere"), _set(""),
        _set("werd werden wordt worden geworden is zijn"), _set("en of evenals noch met zowel"),
    ),
    "fr": RoleWords(
        _marks("de=of,from d=of,from du=of,from des=of,from par=by,through à=to,in au=to,in aux=to,in vers=to "
               "en=in,to dans=in sur=on contre=against,object pour=for apres=after avant=before sous=under pres=near "
               "derriere=behind que=than malgre=despite depuis=from chez=in"),
        _set("le la les l un une son sa ses leur ce cette nouveau ancien"), _set(""),
        _set("est sont a ete ont ete fut furent etait etaient sera"), _set("et ou ni ainsi avec"),
    ),
    "es": RoleWords(
        _marks("de=of,from del=of,from por=by,for,through a=to,object al=to,object hacia=to en=in,on desde=from "
               "contra=against,object para=for,to tras=after sobre=on,over bajo=under cerca=near que=than "
               "ante=against,before"),
        _set("el la los las un una su sus este esta nuevo antiguo"), _set(""),
        _set("fue fueron sido es son era ser"), _set("y e o ni con"),
    ),
    "it": RoleWords(
        _marks("di=of,from del=of,from della=of,from dell=of,from dei=of,from degli=of,from delle=of,from da=by,from "
               "dal=by,from dalla=by,from dall=by,from dai=by,from a=to,in al=to,in alla=to,in in=in,to nel=in "
               "nella=in nell=in su=on sul=on sulla=on contro=against,object per=for,to dopo=after prima=before "
               "sotto=under vicino=near che=than"),
        _set("il lo la i gli le l un uno una suo sua questo questa nuovo ex"), _set(""),
        _set("è stato stata stati state viene vengono venne fu furono sono"), _set("e ed o ne con"),
    ),
    "pt": RoleWords(
        _marks("de=of,from do=of,from da=of,from dos=of,from das=of,from por=by,for pelo=by pela=by pelos=by pelas=by "
               "a=to,object ao=to,object para=to,for em=in no=in na=in nos=in nas=in desde=from contra=against,object "
               "apos=after antes=before sobre=on,over sob=under perto=near que=than"),
        _set("o os as um uma seu sua este esta novo ex"), _set(""),
        _set("foi foram sido é sao era ser"), _set("e ou nem com"),
    ),
}
"""The word for "with" is among the joints: who does something with another is not told from the other."""

MUTUAL: Mapping[str, Cues] = {
    "en": cues("meet* met marr* border* neighbour* neighbor* play* plays fac* agre* cooperat* merg* between partner* "
               "sister* brother* resembl* equal* match* team* link* connect* compet* sign* negotiat* talk* divorc* "
               "join* adjoin* same similar fight* fought duel* rival* split* both each other together"),
    "de": cues("treff* traf* getroff* heirat* geheirat* grenz* angrenz* spiel* einig* zusammen* fusion* zwischen "
               "partner* schwest* brud* gleich* ahn* verbind* verbund* verhandel* geschieden unterzeich* wettbewerb* "
               "gemeinsam* beide* kampf* rival* begegn* duell* einander"),
    "nl": cues("ontmoet* trouw* getrouw* grens* grenz* speel* spel* gespeeld overeen* samen* fus* gefus* tussen "
               "partner* zus* broer* gelijk* lijkt lijken verbind* verbond* onderhandel* gescheid* onderteken* "
               "gezamenlijk* beide* strijd* rival* duel* elkaar"),
    "fr": cues("rencontr* epous* mari* front* voisin* jou* affront* accord* cooper* fusion* entre partenair* soeur* "
               "frere* ressembl* egal* reli* negoci* signe* signat* ensemble concurr* rival* duel*"),
    "es": cues("reun* encontr* cas* front* vecin* jueg* jug* enfrent* acuerd* acord* cooper* fusion* entre soci* "
               "herman* parec* igual* conect* negoci* firm* junto* compit* rival*"),
    "it": cues("incontr* spos* confin* vicin* gioc* affront* accord* cooper* fusion* fond* tra fra partner* sorell* "
               "fratell* somigl* ugual* colleg* negozi* firm* insieme rival*"),
    "pt": cues("reun* encontr* cas* front* vizin* jog* enfrent* acord* cooper* fus* entre parceir* irm* parec* igual* "
               "conect* negoci* assin* junto* rival*"),
}
"""Words of what two do to each other, or are to each other: their order says nothing."""

AIMED: Mapping[str, Cues] = {
    "en": cues("invad* attack* march* threat* impos* attempt*_on"),
    "de": cues("einmarschier* einfiel* einfall* droh* attackier* marschier* verhang* einbrach* vordrang*"),
    "nl": cues("binnenviel* bedreig* dreig* binnenvall* viel_*_binnen vielen_*_binnen legt_*_op legde_*_op belaag*"),
    "fr": cues("envahi* attaqu* menac* impos* inflig* penetr*"),
    "es": cues("invad* atac* amenaz* impus* impon*"),
    "it": cues("invad* invas* attacc* minacc* impos* impon*"),
    "pt": cues("invad* atac* ameac* impos* impoe*"),
}
"""Words of what is done to whom "in", "on" or "against" names: "marschierte in Polen ein"."""

CONVERSE: Mapping[str, Mapping[str, Cues]] = {
    "en": senses("""
        own: own owns owned owner* posses*
        belong: belong*
        parent: parent* mother father holding
        child: subsidiar* daughter* son sons child*
        follow: follow* success* succeeds succeeded succeed replac*
        precede: preced* predecess*
        beat: beat beats beaten defeat* won win wins
        lose: lost lose loses
        lend: lend* lent loan*
        borrow: borrow* owe*
        teach: teach* taught
        employ: employ* boss*
        work: works worked
        contain: contain* compris* includ*
        part: part belongs
        cause: caus*
        result: result*
        greater: larger bigger older higher longer more
        smaller: smaller younger lower shorter less
        defend: defend* resist*
        fear: fear* dread*
    """),
    "de": senses("""
        own: besitz* besass* eigner* eigentum*
        belong: gehor*
        parent: mutter* vater*
        child: tochter* sohn* kind kinder
        follow: folgt folgte nachfolg* ersetz* ablos* abgelos*
        precede: vorgang*
        beat: besieg* schlug* schlagt schlagen geschlag* gewann* gewonn* gewinnt
        lose: verlor* verlier* unterlag* unterlieg*
        lend: verleih* leiht lieh
        borrow: geliehen schuld*
        teach: lehr* unterricht*
        employ: beschaftig* chef*
        work: arbeitet*
        contain: enthalt* umfass*
        part: teil
        cause: verursach*
        result: folge ergebnis*
        greater: grosser alter langer hoher mehr
        smaller: kleiner junger kurzer niedriger weniger
        defend: verteidig* wehr*
        fear: furcht* befurcht* angst
    """),
    "nl": senses("""
        own: bezit* eigena*
        belong: behoor* behort* toebehor*
        parent: moeder* vader*
        child: dochter* zoon* kind kinderen
        follow: volgt volgde opvolg* vervang*
        precede: voorgang*
        beat: versla* versloeg* won wint winnen
        lose: verloor verlie*
        lend: leent leende uitgeleend
        borrow: schuld*
        teach: leert onderwij*
        employ: baas
        work: werkt werkte
        contain: bevat* omvat*
        part: deel
        cause: veroorza*
        result: gevolg
        greater: groter ouder langer hoger meer
        smaller: kleiner jonger korter lager minder
        defend: verdedig* verweer*
        fear: vrees* vrezen
    """),
    "fr": senses("""
        own: posse* propriet* detien*
        belong: appart*
        parent: mere maison_mere pere
        child: filial* fille fils
        follow: success* succed* remplac* suit suivi
        precede: predecess* preced*
        beat: batt* gagn* vainc*
        lose: perd*
        lend: prete*
        borrow: doit emprunt*
        contain: contien* compren*
        part: partie
        cause: caus*
        result: resulta*
        greater: plus
        smaller: moins
        defend: defend* resist*
        fear: craint* craign* redout*
    """),
    "es": senses("""
        own: posee* propiet* duen*
        belong: pertenec*
        parent: matriz madre* padre*
        child: filial* hij*
        follow: suced* suces* reemplaz* sigui*
        precede: predeces* precedi*
        beat: venc* gan* derrot*
        lose: perd* pierd*
        lend: prest*
        borrow: debe* adeud*
        contain: contien* inclu*
        part: parte
        cause: caus*
        result: resulta*
        greater: mas mayor
        smaller: menos menor
    """),
    "it": senses("""
        own: possied* propriet*
        belong: apparten*
        parent: madre padre
        child: figli* controllat* filial*
        follow: success* succed* sostitu* segu*
        precede: predecess* preced*
        beat: batt* vinc* vinto sconfi*
        lose: perd* perso
        lend: prest*
        borrow: deve
        contain: contien* compren*
        part: parte
        cause: caus*
        result: risulta*
        greater: piu maggiore
        smaller: meno minore
    """),
    "pt": senses("""
        own: possu* propriet* dono*
        belong: pertenc*
        parent: matriz pai mae
        child: filial* subsidiar* filh*
        follow: suced* sucess* substitu* segui*
        precede: preced* predecess*
        beat: venc* ganh* derrot*
        lose: perd*
        lend: emprest*
        borrow: deve
        contain: cont* inclu*
        part: parte
        cause: caus*
        result: resulta*
        greater: mais maior
        smaller: menos menor
    """),
}
"""Words with another that says the same the other way round ("belongs to" and "owns").

Names in each other's places are judged only where both sentences have words of the same senses.
"""
