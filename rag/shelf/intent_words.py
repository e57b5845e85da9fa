"""How one asks about the library itself, language by language, casefolded and without accents.

Phrases are matched as whole words in their order. What is meant is told by several of them together: "the latest
article" asks for an article, "the latest on the strike" for news.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["INTENT_WORDS", "IntentWords"]


@dataclass(frozen=True, slots=True)
class IntentWords:
    """Phrases of one language.

    Attributes:
        nouns: What a library holds.
        have: Ask what is there.
        show: Ask for a list.
        count: Ask how many.
        newest: The newest one.
        oldest: The oldest one.
        about: Lead to a topic.
        which: Open a question for one of several.
        summary: Ask for a summary.
        every: All of them.
        mentions: What an article does with its topic.
        anything: Ask whether there is an article, without the word.
        written: Stand between an article and its language.
    """

    nouns: tuple[str, ...]
    have: tuple[str, ...]
    show: tuple[str, ...]
    count: tuple[str, ...]
    newest: tuple[str, ...]
    oldest: tuple[str, ...]
    about: tuple[str, ...]
    which: tuple[str, ...]
    summary: tuple[str, ...]
    every: tuple[str, ...]
    mentions: tuple[str, ...]
    anything: tuple[str, ...]
    written: tuple[str, ...]


def _phrases(text: str) -> tuple[str, ...]:
    """Returns the phrases of a text, parted by commas, the longest first so that it wins over its own beginning."""
    return tuple(sorted((part.strip() for part in text.split(",")), key=len, reverse=True))


def _words(*parts: str) -> IntentWords:
    return IntentWords(*(_phrases(part) for part in parts))


INTENT_WORDS: dict[str, IntentWords] = {
    "en": _words(
        "article, articles, source, sources, text, texts, document, documents, story, stories, report, reports",
        "do you have, have you got, have you, are there, is there, are any of, is any of, do you know, can you read, "
        "are in the library, is in the library, in your library, in the library, did you read, are you using, "
        "do you use",
        "list, show, show me, give me a list of, name", "how many",
        "newest, latest, most recent", "oldest, earliest", "about, on, regarding, concerning, that mention, mentioning",
        "what, which", "summarise, summarize, sum up, summary of, give me a summary of, recap, summary",
        "all, every, everything, whole library, library",
        "mention, mentions, is about, are about, talk about, talks about, deal with, deals with",
        "do you have anything, have you got anything, have you anything",
        "written, in, of, these, those, language, any"),
    "de": _words(
        "artikel, artikeln, artikels, quelle, quellen, text, texte, texten, textes, dokument, dokumente, bericht, "
        "berichte, berichts, beitrag, "
        "beitrage, meldung, meldungen",
        "hast du, habt ihr, haben sie, gibt es, kennst du, kennen sie, liegen vor, liegen dir vor, liegen ihnen vor, "
        "sind in der bibliothek, ist in der bibliothek, in der bibliothek, in deiner bibliothek",
        "liste, zeige, zeig, zeig mir, zeige mir, zeigen sie, nenne, nenne mir, liste auf", "wie viele, wieviele",
        "neueste, neuester, neuesten, neuestes, neuste, neuster, neusten, aktuellste, aktuellsten, aktuellster, "
        "jungste, jungsten, jungster, letzte, letzten", "alteste, altesten, altester",
        "uber, zu, zum, zur, betreffend, zum thema", "was, welche, welcher, welches, welchen",
        "fasse, fass, fassen sie, zusammenfassung, zusammenfassen", "alle, alles, samtliche, ganze bibliothek, "
        "bibliothek",
        "handeln von, handelt von, erwahnen, erwahnt, behandeln, behandelt",
        "hast du etwas, hast du was, habt ihr etwas, haben sie etwas",
        "geschrieben, verfasst, auf, in, diesen, sprache, davon"),
    "nl": _words(
        "artikel, artikelen, artikels, bron, bronnen, tekst, teksten, document, documenten, bericht, berichten, stuk, "
        "stukken",
        "heb je, heb jij, hebt u, heeft u, hebben jullie, zijn er, is er, ken je, kent u, staan er, staan in de "
        "bibliotheek, zitten er, in de bibliotheek, in je bibliotheek",
        "toon, toon me, laat zien, geef een lijst van, noem, lijst", "hoeveel",
        "nieuwste, laatste, recentste, meest recente", "oudste", "over, omtrent, aangaande", "wat, welk, welke",
        "vat, samenvatting, samenvatten", "alle, alles, hele bibliotheek, bibliotheek",
        "gaan over, gaat over, vermelden, vermeldt, noemen, noemt",
        "heb je iets, heb jij iets, hebt u iets, heeft u iets, hebben jullie iets",
        "geschreven, in, van, deze, taal, opgesteld"),
    "fr": _words(
        "article, articles, source, sources, texte, textes, document, documents",
        "as tu, avez vous, y a t il, tu as, vous avez, connais tu, connaissez vous, dans la bibliotheque, "
        "sont dans la bibliotheque",
        "liste, montre, montre moi, montrez moi, enumere, donne moi la liste des", "combien d, combien de, combien",
        "plus recent, plus recente, plus recents, dernier, derniere, derniers, dernieres, plus nouveau", "plus ancien, "
        "plus ancienne, plus anciens, plus anciennes",
        "sur, a propos de, concernant, au sujet de", "quel, quelle, quels, quelles, que, quoi",
        "resume, resumez, resumer, un resume de, resume de", "tous, toutes, tout, toute la bibliotheque, bibliotheque",
        "parlent de, parle de, parlent d, parle d, parlent du, parle du, traitent de, traite de, mentionnent, "
        "mentionne",
        "as tu quelque chose, avez vous quelque chose",
        "ecrit, ecrits, redige, rediges, en, langue, ces"),
    "es": _words(
        "articulo, articulos, fuente, fuentes, texto, textos, documento, documentos, noticia, noticias",
        "tienes, tiene usted, tienen, teneis, hay, conoces, en la biblioteca, estan en la biblioteca",
        "lista, muestra, muestrame, muestreme, enumera, ensename", "cuantos, cuantas",
        "mas reciente, mas recientes, mas nuevo, mas nueva, ultimo, ultima, ultimos, ultimas",
        "mas antiguo, mas antigua, mas antiguos, mas antiguas",
        "sobre, acerca de, de, relativos a", "que, cual, cuales",
        "resume, resumeme, resuma, resumir, resumen de, un resumen de, resumen", "todos, todas, todo, biblioteca",
        "hablan de, habla de, hablan sobre, habla sobre, tratan de, trata de, tratan sobre, mencionan, menciona",
        "tienes algo, tiene usted algo, teneis algo",
        "escrito, escritos, esta, estan, en, estos, idioma"),
    "it": _words(
        "articolo, articoli, fonte, fonti, testo, testi, documento, documenti",
        "hai, ha, avete, ci sono, c e, conosci, nella biblioteca, sono nella biblioteca",
        "elenca, mostra, mostrami, elenco", "quanti, quante",
        "piu recente, piu recenti, piu nuovo, ultimo, ultima, ultimi, ultime", "piu vecchio, piu vecchia, piu vecchi",
        "su, sul, sulla, sull, riguardo a, di", "quale, quali, che, qual",
        "riassumi, riassuma, riassunto di, riassunto, riassumere",
        "tutti, tutte, tutto, biblioteca",
        "parlano di, parla di, trattano di, tratta di, menzionano, menziona",
        "hai qualcosa, avete qualcosa",
        "scritto, scritti, in, questi, lingua"),
    "pt": _words(
        "artigo, artigos, fonte, fontes, texto, textos, documento, documentos, noticia, noticias",
        "tens, tem, voce tem, ha, existem, conheces, conhece, na biblioteca, estao na biblioteca",
        "lista, mostra, mostre, mostra me, mostre me, enumera", "quantos, quantas",
        "mais recente, mais recentes, mais novo, ultimo, ultima, ultimos, ultimas",
        "mais antigo, mais antiga, mais antigos",
        "sobre, acerca de, a respeito de", "que, qual, quais",
        "resume, resuma, resumir, resumo de, um resumo de, resumo do, resumo", "todos, todas, tudo, biblioteca",
        "falam de, fala de, falam sobre, fala sobre, tratam de, trata de, mencionam, menciona",
        "tens algo, voce tem algo",
        "escrito, escritos, esta, estao, em, destes, lingua"),
}
