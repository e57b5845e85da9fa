"""How one points at an article of a list, language by language, casefolded and without accents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["REFERENCE_WORDS", "ReferenceWords"]


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """Words of one language.

    Attributes:
        article: What is put in the place of a reference.
        summarise: A wish for a summary of it.
        ordinals: Places in a list, from 0; -1 is the last.
        determiners: One of them stands before an ordinal that means an article.
        nouns: For an article, and "one".
        verbs: What may follow where an article is meant and no noun says so, also the verb's own other half.
        openers: Words of a question that says no more than which article it means.
        gist: Words of a question that asks for no more than what an article says: "what is it about?".
        summary: How a wish for a summary begins.
        pronouns: For the one article that was shown, in such a wish.
    """

    article: str
    summarise: str
    ordinals: Mapping[str, int]
    determiners: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    openers: frozenset[str]
    gist: frozenset[str]
    summary: str
    pronouns: frozenset[str]


def _words(article: str, summarise: str, ordinals: str, *sets: str, summary: str, pronouns: str) -> ReferenceWords:
    """Reads the words; the places of `ordinals` are parted by commas, and the last group is the last place."""
    groups = [group.split() for group in ordinals.split(",")]
    places = {word: place if place < len(groups) - 1 else -1 for place, group in enumerate(groups) for word in group}
    determiners, nouns, verbs, openers, gist = (frozenset(text.split()) for text in sets)
    return ReferenceWords(article, summarise, places, determiners, nouns, verbs, openers, gist, summary,
                          frozenset(pronouns.split()))


REFERENCE_WORDS = {
    "en": _words(
        "the article", "summarise the article",
        "first 1st, second 2nd, third 3rd, fourth 4th, fifth 5th, last", "the",
        "one article source text story document report number",
        "say says mention mentions about tell tells on for please",
        "and what about how of or then please also", "what does do is it say tell me about in",
        summary="summar", pronouns="it this that"),
    "de": _words(
        "den Artikel", "Fasse den Artikel zusammen",
        "erste ersten erster erstes erstem, zweite zweiten zweiter zweites zweitem, "
        "dritte dritten dritter drittes drittem, vierte vierten vierter viertes, funfte funften funfter funftes, "
        "letzte letzten letzter letztes", "der die das den dem des im",
        "artikel artikels quelle text bericht beitrag meldung dokument nummer nr",
        "sagt zusammen bitte uber zu dazu davon steht erwahnt kurz auf", "und was ist mit wie oder dann bitte auch im",
        "was sagt steht in worum geht es wovon handelt",
        summary="fass", pronouns="ihn es das diesen sie"),
    "nl": _words(
        "het artikel", "vat het artikel samen", "eerste, tweede, derde, vierde, vijfde, laatste", "de het",
        "artikel bron tekst stuk bericht document nummer nr", "zegt samen over daarover vermeldt kort staat op",
        "en wat met hoe of dan ook zit het", "wat zegt staat er in waar waarover gaat over",
        summary="vat", pronouns="het dit dat"),
    "fr": _words(
        "l'article", "résume l'article",
        "premier premiere, deuxieme second seconde, troisieme, quatrieme, cinquieme, dernier derniere", "le la l du",
        "article source texte document numero", "dit mentionne sur a parle en",
        "et qu en est il de quoi ou alors aussi", "que dit de quoi parle qu y a t il dans",
        summary="resum", pronouns="le la ca cela"),
    "es": _words(
        "el artículo", "resume el artículo",
        "primero primer primera, segundo segunda, tercero tercer tercera, cuarto cuarta, quinto quinta, ultimo ultima",
        "el la lo del", "articulo fuente texto documento noticia numero", "dice menciona sobre de habla por en",
        "y que hay del de o entonces tambien", "que dice de trata habla",
        summary="resum", pronouns="lo la eso esto"),
    "it": _words(
        "l'articolo", "riassumi l'articolo",
        "primo prima, secondo seconda, terzo terza, quarto quarta, quinto quinta, ultimo ultima", "il la l del lo",
        "articolo fonte testo documento numero", "dice menziona su di parla in", "e che ne del o allora anche",
        "che cosa dice di parla tratta", summary="riassu", pronouns="lo la questo"),
    "pt": _words(
        "o artigo", "resume o artigo",
        "primeiro primeira, segundo segunda, terceiro terceira, quarto quarta, quinto quinta, ultimo ultima", "o a do",
        "artigo fonte texto documento noticia numero", "diz menciona sobre fala de em",
        "e que quanto ao ou entao tambem", "o que diz de trata fala", summary="resum", pronouns="o isso isto"),
}
