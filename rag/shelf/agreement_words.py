"""How one asks whether articles agree, language by language, casefolded and without accents.

A verb in parts ("stimmen ... überein") is known by the part that says it; the rest of it stands among what is beside.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["AGREEMENT_WORDS", "AgreementWords"]


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """Words of one language.

    Attributes:
        articles: In the plural, as one alone agrees with nothing.
        agree: Say it, or its contrary.
        beside: May stand in such a question and say nothing by themselves.
        about: Lead to what the articles are about, or to what they are compared on.
    """

    articles: frozenset[str]
    agree: frozenset[str]
    beside: frozenset[str]
    about: frozenset[str]


def _words(articles: str, agree: str, beside: str, about: str) -> AgreementWords:
    return AgreementWords(*(frozenset(part.split()) for part in (articles, agree, beside, about)))


AGREEMENT_WORDS: dict[str, AgreementWords] = {
    "en": _words(
        "articles reports sources texts stories documents",
        "agree disagree agreed contradict contradicting contradictory contradiction contradictions differ differing "
        "difference differences compare comparison consistent inconsistent disagreement disagreements discrepancy "
        "discrepancies",
        "do does did can you could please what where how are is there any a the in which way ways with each other one "
        "another between of among these those two both all three library your me give show they points say tell us "
        "it s from to be", "about on regarding concerning over"),
    "de": _words(
        "artikel artikeln berichte berichten quellen texte texten meldungen dokumente dokumenten beitrage beitragen",
        "uberein ubereinstimmen widersprechen widerspruch widerspruche widerspruchen unterscheiden unterschied "
        "unterschiede unterschieden vergleiche vergleich vergleichen einig uneinig uneins abweichen abweichungen",
        "stimmen sich was wo worin wie in welchen punkten punkt sind gibt es die der den das beiden zwei drei alle "
        "allen diese diesen zwischen untereinander einander gegenseitig miteinander bitte man kannst du konnen sie "
        "bibliothek ab voneinander einen ein", "uber zu zum zur von vom"),
    "nl": _words(
        "artikelen artikels berichten bronnen teksten documenten stukken",
        "overeen overeenkomen tegen tegenspreken tegenspraak tegenstrijdig tegenstrijdigheden eens oneens verschillen "
        "verschil vergelijk vergelijken vergelijking",
        "komen spreken zijn is er het de met elkaar wat waar waarin waarover hoe in welk opzicht tussen twee beide "
        "drie alle deze die onderling van een in bibliotheek kun je kunt u met elkaar", "over omtrent"),
    "fr": _words(
        "articles sources textes documents",
        "accord contredisent contradiction contradictions contradictoires concordent divergent divergences divergence "
        "different difference differences compare comparez comparer comparaison coincident desaccord",
        "les des l d le la deux trois tous toutes ces sont ils elles se en quoi sur quels quel quelle quelles points "
        "point y a t il entre eux qu est ce que ou comment de une un les ces et bibliotheque peux tu pouvez vous",
        "sur au sujet propos concernant parlant"),
    "es": _words(
        "articulos fuentes textos documentos noticias",
        "coinciden concuerdan contradicen contradiccion contradicciones difieren diferencia diferencias compara "
        "compare comparar acuerdo discrepan", "los las de se en que hay entre dos tres todos estan estos y el la una "
        "un ambos cual es cuales son puntos", "sobre acerca"),
    "it": _words(
        "articoli fonti testi documenti",
        "concordano contraddicono contraddizione contraddizioni differiscono differenza differenze confronta confronti "
        "confrontare accordo divergono discordano", "gli i le si in che cosa ci sono c e tra fra due tre tutti questi "
        "d di dove quali quale la una un entrambi", "su sul sulla sui riguardo"),
    "pt": _words(
        "artigos fontes textos documentos noticias",
        "concordam discordam contradizem contradicao contradicoes diferem diferenca diferencas compara compare "
        "comparar acordo coincidem divergem", "os as de se em que ha entre dois tres todos estao estes o a uma um "
        "ambos qual e quais sao pontos", "sobre acerca"),
}
