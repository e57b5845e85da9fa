"""What Newscite itself says to its reader, in each language that answers are worded in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, cast

__all__ = ["MessageKey", "language_list", "message"]

MessageKey = Literal[
    "not_in_sources", "nearest", "no_articles", "own_words", "own_words_in", "how_written", "broke_off",
    "quotes_instead", "too_slow", "model_busy", "model_unreachable", "model_missing", "prompt_too_long", "some_quoted",
    "some_dropped", "searched_for", "sources", "changed_since", "removed_since", "machine_translation", "looked_again",
    "premise_not_stated", "premise_contradicted", "not_named", "not_in_searched",
    "left_out",
]

# Placeholders: {languages} of language_list, {command} typed as it stands, {model} a name, {question} a question,
# {names} of the question, or titles; {count} of {total} articles.
_ENGLISH: dict[str, str] = {
    "not_in_sources": "No answer to this was found in the articles.",
    "not_in_searched": "No answer to this was found in the articles that were searched.",
    "nearest": "The nearest passages are:",
    "no_articles": "There are no articles in the library yet. Add some with: {command}",
    "own_words": "These are the articles' own words.",
    "own_words_in": "These are the articles' own words, in {languages}.",
    "how_written": "For answers written in English, run: {command}",
    "broke_off": "The model broke off, so the rest of this answer is in the articles' own words.",
    "quotes_instead": "{model} could not write this answer; the articles' own words stand in its place.",
    "too_slow": "The model took too long, so the rest of this answer is in the articles' own words.",
    "model_busy": "The model is busy with other questions; the articles' own words stand in its place.",
    "model_unreachable": "No Ollama server could be reached; the articles' own words stand in place of a written "
                         "answer.",
    "model_missing": "No model is installed that could write answers. To install one, run: {command}",
    "prompt_too_long": "The question is too long for the model's context window; the articles' own words stand in "
                       "its place.",
    "some_quoted": "Where a sentence of the model did not agree with its source, the source itself is quoted.",
    "some_dropped": "Sentences for which the model named no source were left out.",
    "searched_for": "Searched for: {question}",
    "sources": "Sources",
    "changed_since": "This article has changed since it was quoted.",
    "removed_since": "This article has been removed since it was quoted.",
    "machine_translation": "Machine translation",
    "looked_again": "The model read the nearest passages and found no answer in them.",
    "premise_not_stated": "{question} The passages found do not seem to say so. They say:",
    "premise_contradicted": "{question} The articles say otherwise:",
    "not_named": "The passages found do not name {names}.",
    "left_out": "{count} of {total} articles are in this summary. Left out: {names}.",
}
_GERMAN: dict[str, str] = {
    "not_in_sources": "Dazu fand sich in den Artikeln keine Antwort.",
    "not_in_searched": "Dazu fand sich in den durchsuchten Artikeln keine Antwort.",
    "nearest": "Am nächsten kommen diese Stellen:",
    "no_articles": "Die Bibliothek enthält noch keine Artikel. So fügen Sie welche hinzu: {command}",
    "own_words": "Das ist der Wortlaut der Artikel.",
    "own_words_in": "Das ist der Wortlaut der Artikel, auf {languages}.",
    "how_written": "Für ausformulierte Antworten auf Deutsch führen Sie diesen Befehl aus: {command}",
    "broke_off": "Das Modell hat abgebrochen; der Rest der Antwort ist daher der Wortlaut der Artikel.",
    "quotes_instead": "{model} konnte diese Antwort nicht schreiben; stattdessen steht hier der Wortlaut der Artikel.",
    "too_slow": "Das Modell hat zu lange gebraucht; der Rest der Antwort ist daher der Wortlaut der Artikel.",
    "model_busy": "Das Modell ist mit anderen Fragen beschäftigt; stattdessen steht hier der Wortlaut der Artikel.",
    "model_unreachable": "Es ist kein Ollama-Server erreichbar; statt einer ausformulierten Antwort steht hier der "
                         "Wortlaut der Artikel.",
    "model_missing": "Es ist kein Modell installiert, das Antworten schreiben kann. So installieren Sie eines: "
                     "{command}",
    "prompt_too_long": "Die Frage ist zu lang für das Kontextfenster des Modells; stattdessen steht hier der "
                       "Wortlaut der Artikel.",
    "some_quoted": "Wo ein Satz des Modells nicht zu seiner Quelle passte, steht die Quelle selbst.",
    "some_dropped": "Sätze, für die das Modell keine Quelle nannte, wurden weggelassen.",
    "searched_for": "Gesucht wurde nach: {question}",
    "sources": "Quellen",
    "changed_since": "Dieser Artikel wurde geändert, seit er zitiert wurde.",
    "removed_since": "Dieser Artikel wurde entfernt, seit er zitiert wurde.",
    "machine_translation": "Maschinelle Übersetzung",
    "looked_again": "Das Modell hat die nächsten Stellen gelesen und darin keine Antwort gefunden.",
    "premise_not_stated": "{question} In den gefundenen Stellen scheint das nicht zu stehen. Dort steht:",
    "premise_contradicted": "{question} In den Artikeln steht etwas anderes:",
    "not_named": "Die gefundenen Stellen nennen {names} nicht.",
    "left_out": "In dieser Zusammenfassung stehen {count} von {total} Artikeln. Es fehlen: {names}.",
}
_DUTCH: dict[str, str] = {
    "not_in_sources": "Hierop is in de artikelen geen antwoord gevonden.",
    "not_in_searched": "Hierop is in de doorzochte artikelen geen antwoord gevonden.",
    "nearest": "Deze passages komen het dichtst in de buurt:",
    "no_articles": "Er staan nog geen artikelen in de bibliotheek. Zo voegt u er toe: {command}",
    "own_words": "Dit zijn de eigen woorden van de artikelen.",
    "own_words_in": "Dit zijn de eigen woorden van de artikelen, in het {languages}.",
    "how_written": "Voor uitgeschreven antwoorden in het Nederlands voert u uit: {command}",
    "broke_off": "Het model brak af; de rest van dit antwoord bestaat daarom uit de eigen woorden van de artikelen.",
    "quotes_instead": "{model} kon dit antwoord niet schrijven; in plaats daarvan staan hier de eigen woorden van de "
                      "artikelen.",
    "too_slow": "Het model deed er te lang over; de rest van dit antwoord bestaat daarom uit de eigen woorden van de "
                "artikelen.",
    "model_busy": "Het model is bezig met andere vragen; in plaats daarvan staan hier de eigen woorden van de "
                  "artikelen.",
    "model_unreachable": "Er is geen Ollama-server bereikbaar; in plaats van een uitgeschreven antwoord staan hier "
                         "de eigen woorden van de artikelen.",
    "model_missing": "Er is geen model geïnstalleerd dat antwoorden kan schrijven. Zo installeert u er een: "
                     "{command}",
    "prompt_too_long": "De vraag is te lang voor het contextvenster van het model; in plaats daarvan staan hier de "
                       "eigen woorden van de artikelen.",
    "some_quoted": "Waar een zin van het model niet met de bron overeenkwam, staat de bron zelf.",
    "some_dropped": "Zinnen waarvoor het model geen bron noemde, zijn weggelaten.",
    "searched_for": "Gezocht naar: {question}",
    "sources": "Bronnen",
    "changed_since": "Dit artikel is gewijzigd sinds het werd geciteerd.",
    "removed_since": "Dit artikel is verwijderd sinds het werd geciteerd.",
    "machine_translation": "Machinevertaling",
    "looked_again": "Het model heeft de dichtstbijzijnde passages gelezen en er geen antwoord in gevonden.",
    "premise_not_stated": "{question} Dat lijkt niet in de gevonden passages te staan. Daar staat:",
    "premise_contradicted": "{question} In de artikelen staat iets anders:",
    "not_named": "De gevonden passages noemen {names} niet.",
    "left_out": "In deze samenvatting staan {count} van de {total} artikelen. Niet opgenomen: {names}.",
}
_FRENCH: dict[str, str] = {
    "not_in_sources": "Aucune réponse n'a été trouvée dans les articles.",
    "not_in_searched": "Aucune réponse n'a été trouvée dans les articles consultés.",
    "nearest": "Les passages les plus proches sont :",
    "no_articles": "La bibliothèque ne contient encore aucun article. Pour en ajouter : {command}",
    "own_words": "Ce sont les mots mêmes des articles.",
    "own_words_in": "Ce sont les mots mêmes des articles, en {languages}.",
    "how_written": "Pour obtenir des réponses rédigées en français, exécutez : {command}",
    "broke_off": "Le modèle s'est interrompu ; la suite de la réponse reprend donc les mots mêmes des articles.",
    "quotes_instead": "{model} n'a pas pu rédiger cette réponse ; voici à la place les mots mêmes des articles.",
    "too_slow": "Le modèle a mis trop de temps ; la suite de la réponse reprend donc les mots mêmes des articles.",
    "model_busy": "Le modèle est occupé par d'autres questions ; voici à la place les mots mêmes des articles.",
    "model_unreachable": "Aucun serveur Ollama n'est joignable ; à défaut d'une réponse rédigée, voici les mots mêmes "
                         "des articles.",
    "model_missing": "Aucun modèle capable de rédiger n'est installé. Pour en installer un, exécutez : {command}",
    "prompt_too_long": "La question est trop longue pour la fenêtre de contexte du modèle ; voici à la place les mots "
                       "mêmes des articles.",
    "some_quoted": "Quand une phrase du modèle ne concordait pas avec sa source, la source elle-même est citée.",
    "some_dropped": "Les phrases pour lesquelles le modèle n'indiquait aucune source ont été écartées.",
    "searched_for": "Recherche effectuée : {question}",
    "sources": "Sources",
    "changed_since": "Cet article a été modifié depuis qu'il a été cité.",
    "removed_since": "Cet article a été retiré depuis qu'il a été cité.",
    "machine_translation": "Traduction automatique",
    "looked_again": "Le modèle a lu les passages les plus proches et n'y a pas trouvé de réponse.",
    "premise_not_stated": "{question} Les passages trouvés ne semblent pas le dire. Ils disent :",
    "premise_contradicted": "{question} Les articles disent autre chose :",
    "not_named": "Les passages trouvés ne mentionnent pas {names}.",
    "left_out": "Ce résumé porte sur {count} des {total} articles. Laissés de côté : {names}.",
}
_SPANISH: dict[str, str] = {
    "not_in_sources": "No se encontró respuesta en los artículos.",
    "not_in_searched": "No se encontró respuesta en los artículos consultados.",
    "nearest": "Los pasajes más cercanos son:",
    "no_articles": "Todavía no hay artículos en la biblioteca. Para añadirlos: {command}",
    "own_words": "Estas son las palabras textuales de los artículos.",
    "own_words_in": "Estas son las palabras textuales de los artículos, en {languages}.",
    "how_written": "Para obtener respuestas redactadas en español, ejecute: {command}",
    "broke_off": "El modelo se interrumpió; el resto de la respuesta son palabras textuales de los artículos.",
    "quotes_instead": "{model} no pudo redactar esta respuesta; en su lugar figuran las palabras textuales de los "
                      "artículos.",
    "too_slow": "El modelo tardó demasiado; el resto de la respuesta son palabras textuales de los artículos.",
    "model_busy": "El modelo está ocupado con otras preguntas; en su lugar figuran las palabras textuales de los "
                  "artículos.",
    "model_unreachable": "No se pudo contactar con ningún servidor Ollama; en lugar de una respuesta redactada "
                         "figuran las palabras textuales de los artículos.",
    "model_missing": "No hay ningún modelo instalado que pueda redactar respuestas. Para instalar uno, ejecute: "
                     "{command}",
    "prompt_too_long": "La pregunta es demasiado larga para la ventana de contexto del modelo; en su lugar figuran "
                       "las palabras textuales de los artículos.",
    "some_quoted": "Cuando una frase del modelo no coincidía con su fuente, se cita la propia fuente.",
    "some_dropped": "Se omitieron las frases para las que el modelo no indicó ninguna fuente.",
    "searched_for": "Se buscó: {question}",
    "sources": "Fuentes",
    "changed_since": "Este artículo ha cambiado desde que se citó.",
    "removed_since": "Este artículo se ha eliminado desde que se citó.",
    "machine_translation": "Traducción automática",
    "looked_again": "El modelo leyó los pasajes más cercanos y no encontró en ellos ninguna respuesta.",
    "premise_not_stated": "{question} Los pasajes encontrados no parecen decirlo. Dicen:",
    "premise_contradicted": "{question} Los artículos dicen otra cosa:",
    "not_named": "Los pasajes encontrados no mencionan {names}.",
    "left_out": "Este resumen recoge {count} de {total} artículos. Faltan: {names}.",
}
_ITALIAN: dict[str, str] = {
    "not_in_sources": "Negli articoli non è stata trovata una risposta.",
    "not_in_searched": "Negli articoli consultati non è stata trovata una risposta.",
    "nearest": "I passaggi più vicini sono:",
    "no_articles": "Nella biblioteca non ci sono ancora articoli. Per aggiungerne: {command}",
    "own_words": "Queste sono le parole testuali degli articoli.",
    "own_words_in": "Queste sono le parole testuali degli articoli, in {languages}.",
    "how_written": "Per avere risposte scritte in italiano, eseguire: {command}",
    "broke_off": "Il modello si è interrotto; il resto della risposta riporta le parole testuali degli articoli.",
    "quotes_instead": "{model} non è riuscito a scrivere questa risposta; al suo posto ci sono le parole testuali "
                      "degli articoli.",
    "too_slow": "Il modello ha impiegato troppo tempo; il resto della risposta riporta le parole testuali degli "
                "articoli.",
    "model_busy": "Il modello è occupato con altre domande; al suo posto ci sono le parole testuali degli articoli.",
    "model_unreachable": "Nessun server Ollama è raggiungibile; al posto di una risposta scritta ci sono le parole "
                         "testuali degli articoli.",
    "model_missing": "Non è installato alcun modello in grado di scrivere risposte. Per installarne uno, eseguire: "
                     "{command}",
    "prompt_too_long": "La domanda è troppo lunga per la finestra di contesto del modello; al suo posto ci sono le "
                       "parole testuali degli articoli.",
    "some_quoted": "Dove una frase del modello non concordava con la fonte, è citata la fonte stessa.",
    "some_dropped": "Le frasi per le quali il modello non indicava alcuna fonte sono state omesse.",
    "searched_for": "Ricerca eseguita: {question}",
    "sources": "Fonti",
    "changed_since": "Questo articolo è cambiato da quando è stato citato.",
    "removed_since": "Questo articolo è stato rimosso da quando è stato citato.",
    "machine_translation": "Traduzione automatica",
    "looked_again": "Il modello ha letto i passaggi più vicini e non vi ha trovato alcuna risposta.",
    "premise_not_stated": "{question} I passaggi trovati non sembrano dirlo. Dicono:",
    "premise_contradicted": "{question} Gli articoli dicono un'altra cosa:",
    "not_named": "I passaggi trovati non menzionano {names}.",
    "left_out": "Questo riassunto comprende {count} di {total} articoli. Restano esclusi: {names}.",
}
_PORTUGUESE: dict[str, str] = {
    "not_in_sources": "Não foi encontrada resposta nos artigos.",
    "not_in_searched": "Não foi encontrada resposta nos artigos consultados.",
    "nearest": "As passagens mais próximas são:",
    "no_articles": "Ainda não há artigos na biblioteca. Para os adicionar: {command}",
    "own_words": "Estas são as palavras textuais dos artigos.",
    "own_words_in": "Estas são as palavras textuais dos artigos, em {languages}.",
    "how_written": "Para obter respostas redigidas em português, execute: {command}",
    "broke_off": "O modelo foi interrompido; o resto da resposta são palavras textuais dos artigos.",
    "quotes_instead": "{model} não conseguiu redigir esta resposta; em seu lugar estão as palavras textuais dos "
                      "artigos.",
    "too_slow": "O modelo demorou demasiado; o resto da resposta são palavras textuais dos artigos.",
    "model_busy": "O modelo está ocupado com outras perguntas; em seu lugar estão as palavras textuais dos artigos.",
    "model_unreachable": "Não foi possível contactar nenhum servidor Ollama; em lugar de uma resposta redigida estão "
                         "as palavras textuais dos artigos.",
    "model_missing": "Não há nenhum modelo instalado que possa redigir respostas. Para instalar um, execute: "
                     "{command}",
    "prompt_too_long": "A pergunta é demasiado longa para a janela de contexto do modelo; em seu lugar estão as "
                       "palavras textuais dos artigos.",
    "some_quoted": "Quando uma frase do modelo não concordava com a sua fonte, cita-se a própria fonte.",
    "some_dropped": "As frases para as quais o modelo não indicou nenhuma fonte foram omitidas.",
    "searched_for": "Pesquisa feita: {question}",
    "sources": "Fontes",
    "changed_since": "Este artigo foi alterado desde que foi citado.",
    "removed_since": "Este artigo foi removido desde que foi citado.",
    "machine_translation": "Tradução automática",
    "looked_again": "O modelo leu as passagens mais próximas e não encontrou nelas nenhuma resposta.",
    "premise_not_stated": "{question} As passagens encontradas não parecem dizê-lo. Dizem:",
    "premise_contradicted": "{question} Os artigos dizem outra coisa:",
    "not_named": "As passagens encontradas não mencionam {names}.",
    "left_out": "Este resumo abrange {count} de {total} artigos. Ficaram de fora: {names}.",
}
_MESSAGES = {
    "en": _ENGLISH, "de": _GERMAN, "nl": _DUTCH, "fr": _FRENCH, "es": _SPANISH, "it": _ITALIAN, "pt": _PORTUGUESE,
}


def message(key: MessageKey, language: str, **values: str) -> str:
    """Returns a fixed phrase in `language` (ISO 639-1), or in English where that is not spoken.

    Args:
        **values: What the phrase has in braces: `command`, `languages`, `model` or `question`.

    Raises:
        KeyError: No such phrase, or a value that it needs is missing: a mistake of the caller.
    """
    return _MESSAGES.get(language, _MESSAGES["en"])[key].format(**values)


def language_list(codes: Sequence[str], language: str) -> str:
    """Returns the names of languages in a language: ("de", "nl") is "German and Dutch", "allemand et néerlandais"."""
    from babel import Locale
    from babel.lists import format_list

    locale = Locale(language if language in _MESSAGES else "en")
    known = cast("Mapping[str, str]", locale.languages)
    names = [known.get(code, code) for code in dict.fromkeys(codes)]
    listed = format_list(names, locale=locale)
    return listed.replace(" y i", " e i") if language == "es" else listed  # "e inglés", which CLDR's pattern leaves out
