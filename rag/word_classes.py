"""Words of questions that say little by themselves, language by language, casefolded and without accents."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "ALIKE", "DETERMINERS", "FUNCTION_WORDS", "GENERIC_NOUNS", "LEADING", "OPENERS", "PLACING", "POINTERS",
    "SELF_NOUNS", "Pointers",
]


@dataclass(frozen=True, slots=True)
class Pointers:
    """Words that point to something said before: anywhere in a question, or only as its `last` word."""

    anywhere: frozenset[str]
    last: frozenset[str] = frozenset()

    def __contains__(self, word: object) -> bool:
        return word in self.anywhere


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


POINTERS = {
    "en": Pointers(_set("it he she they him them this that these those"), _set("there then her")),
    "de": Pointers(_set("er sie ihm ihn ihnen dessen deren davon daruber dazu damit dafur dagegen daran dabei danach "
                        "dieser diese dieses diesem diesen"), _set("das es dort")),
    "nl": Pointers(_set("hij zij ze hem hen hun ervan erover daarover daarvan daarmee daartegen daarvoor ertegen ermee "
                        "hierover deze"), _set("dat dit het daar er")),
    "fr": Pointers(_set("il elle ils elles eux celui celle ceux cela ca celle-ci celui-ci"), _set("lui en y ce")),
    "es": Pointers(_set("ella ellos ellas eso esto esta este estos estas ello aquello"), _set("lo")),
    "it": Pointers(_set("esso essa essi lui lei loro cio questo questa quello quella"), _set("ci")),
    "pt": Pointers(_set("ele ela eles elas isso isto disso disto nele nela este esta esse essa")),
}
OPENERS = {
    "en": _set("and but or so then also"), "de": _set("und aber oder also dann auch"),
    "nl": _set("en maar of dus dan ook"),
    "fr": _set("et mais ou donc alors aussi"), "es": _set("y pero o entonces tambien e"),
    "it": _set("e ma o quindi allora anche"), "pt": _set("e mas ou entao tambem"),
}
GENERIC_NOUNS = {
    "en": _set("company firm group government minister law spokesman spokeswoman spokesperson article deal plan people "
               "others one ones thing things"),
    "de": _set("unternehmen firma konzern regierung minister ministerin gesetz sprecher sprecherin artikel plan leute "
               "andere anderen sache"),
    "nl": _set("bedrijf onderneming firma concern regering overheid minister wet woordvoerder artikel plan mensen "
               "anderen"),
    "fr": _set("entreprise societe groupe gouvernement ministre loi porte-parole article projet gens autres"),
    "es": _set("empresa compania grupo gobierno ministro ministra ley portavoz articulo plan gente otros"),
    "it": _set("azienda societa impresa gruppo governo ministro ministra legge portavoce articolo piano gente altri"),
    "pt": _set("empresa companhia grupo governo ministro ministra lei porta-voz artigo plano gente outros"),
}
SELF_NOUNS = {
    "en": _set("company firm group law article deal plan people others one ones thing things"),
    "de": _set("unternehmen firma konzern gesetz artikel plan leute andere anderen sache"),
    "nl": _set("bedrijf onderneming firma concern wet artikel plan mensen anderen"),
    "fr": _set("entreprise societe groupe loi article projet gens autres"),
    "es": _set("empresa compania grupo ley articulo plan gente otros"),
    "it": _set("azienda societa impresa gruppo legge articolo piano gente altri"),
    "pt": _set("empresa companhia grupo lei artigo plano gente outros"),
}
"""Of `GENERIC_NOUNS` those that are the topic itself by another word, rather than somebody who speaks of it."""
FUNCTION_WORDS = {
    "en": _set(
        "a an the and but or so then also if of in on at to from by with without about for against between "
        "into after before since until during what who whom whose which when where why how many much more "
        "most long is are was were be been being am do does did done has have had will would can could may "
        "might should must not no yes it he she they we i you him her them us me its his their our your my "
        "this that these those there here say says said tell tells told mean means happen happens happened as "
        "than any some all just only very please think thinks exactly else s t"
    ),
    "de": _set(
        "ein eine einer eines einem einen der die das den dem des und aber oder also dann auch wenn von in im "
        "an am auf zu zum zur aus mit ohne uber fur gegen zwischen nach vor seit bis wahrend was wer wen wem "
        "wessen welche welcher welches welchem welchen wann wo wohin woher warum wieso weshalb wozu wie viele "
        "viel mehr ist sind war waren sein wird werden wurde wurden hat haben hatte hatten kann konnte konnen "
        "soll sollen muss mussen darf nicht kein keine nein ja es er sie wir ich du ihr ihm ihn ihnen uns "
        "mich mir seine seinen seiner ihre ihren ihrer unser mein dies diese dieser dieses diesem diesen dort "
        "hier da sagt sagen sagte sagten meint bedeutet geschah passiert passierte als denn etwas alle nur "
        "sehr bitte genau sonst davon daruber dazu damit dafur dagegen daran dabei danach dessen deren gibt "
        "gab sich noch"
    ),
    "nl": _set(
        "een de het en maar of dus dan ook als van in op aan te naar uit met zonder over voor tegen tussen na "
        "sinds tot tijdens wat wie wiens welke welk wanneer waar waarom waarover waarvoor waartoe hoe veel "
        "hoeveel meer is zijn was waren wordt worden werd werden heeft hebben had hadden kan kon kunnen zal "
        "zullen zou zouden moet moeten mag niet geen nee ja hij zij ze we wij ik je jij u hem haar hen hun "
        "ons mij me zich dit dat deze die er daar hier zegt zeggen zei zeiden vertelt betekent gebeurt "
        "gebeurde iets alle alleen zeer graag precies anders ervan erover daarover daarvan daarmee daartegen "
        "daarvoor nog om door"
    ),
    "fr": _set(
        "un une des le la les l du de d et mais ou donc alors aussi si en dans sur a au aux par avec sans "
        "pour contre entre apres avant depuis jusque pendant que quoi qui quel quelle quels quelles quand "
        "pourquoi comment combien plus est sont etait etaient etre ont avait avaient sera peut peuvent doit "
        "doivent fait ne pas non oui il elle ils elles on nous vous je tu lui leur leurs eux se son sa ses "
        "notre mon ma ce cet cette ces cela ca celui celle y dit disent dire s qu t c n j est-ce quelque tous "
        "toutes tout tres"
    ),
    "es": _set(
        "un una unos unas el la los las de del y e pero o entonces tambien si en a al por con sin sobre para "
        "contra entre despues antes desde hasta durante que quien quienes cual cuales cuando donde como "
        "cuanto cuantos cuanta cuantas mas es son era eran fue fueron ser esta estan ha han habia hay puede "
        "pueden debe no ni lo le les se su sus nuestro mi este estos estas ese esa eso esto ello ella ellos "
        "ellas yo tu dice dicen decir dijo dijeron pasa paso algo todo todos muy tan"
    ),
    "it": _set(
        "un uno una il lo la i gli le l di del della dei delle e ma o quindi allora anche se in a al da dal "
        "con senza su per contro tra fra dopo prima che chi cosa quale quali quando dove perche come quanto "
        "quanti quanta quante piu sono era erano essere ha hanno aveva puo deve non no si suo sua suoi loro "
        "nostro mio questo questa quello quella cio esso essa lui lei ci ne dice dicono detto disse successo "
        "tutto tutti"
    ),
    "pt": _set(
        "um uma uns umas o a os as de do da dos das e mas ou entao tambem se em no na nos nas ao por pelo "
        "pela com sem sobre para contra entre depois antes desde ate durante que quem qual quais quando onde "
        "porque como quanto quantos quanta quantas mais sao era eram foi foram ser esta estao tem ha pode "
        "podem deve nao nem lhe seu sua seus suas nosso meu este esse essa isso isto ele ela eles elas diz "
        "dizem dizer disse disseram aconteceu algo tudo todos"
    ),
}
PLACING = {
    "en": _set("in at near from to"), "de": _set("in im aus bei nach"), "nl": _set("in te uit bij naar"),
    "fr": _set("a en de"), "es": _set("en de a"), "it": _set("a in di da"), "pt": _set("em no na de"),
}
"""Words right before the name of a place."""
LEADING = {
    "en": _set("for of on by with as year"), "de": _set("fur von mit an am auf jahr jahre"),
    "nl": _set("voor van met op aan jaar"), "fr": _set("pour par avec au aux l annee"),
    "es": _set("para por con al ano"), "it": _set("per con da nel nella anno"),
    "pt": _set("para por com ao ano"),
}
"""Words besides those of `PLACING` that may stand before a year or a name in a question that says nothing else."""
ALIKE = {
    "en": ("what about", "how about", "how was it", "what was it"),
    "de": ("was ist mit", "wie ist es", "wie war es", "wie war das", "wie sieht es", "wie steht es um"),
    "nl": ("hoe zit het met", "hoe is het", "hoe was het", "hoe was dat"),
    "fr": ("qu'en est -il", "qu'en etait -il", "quid"), "es": ("que hay", "que pasa"), "it": ("che ne e",),
    "pt": ("quanto",),
}
"""How else one asks of another year or place just what was asked before."""
DETERMINERS = {
    "de": _set("der die das den dem des ein eine einen einem einer eines"),
    "en": _set("the a an its his her their this that"), "nl": _set("de het een zijn haar hun deze dit die dat"),
    "fr": _set("le la les l un une des du son sa ses leur leurs ce cette ces"),
    "es": _set("el la los las del al un una su sus este esta ese esa"),
    "it": _set("il lo la i gli le l un una del della dei delle suo sua questo questa"),
    "pt": _set("o a os as um uma do da dos das seu sua este esta esse essa"),
}
"""Words that a noun follows, with or without an adjective; in German its capital tells a noun."""
