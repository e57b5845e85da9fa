"""What the library says of itself, in each language that answers are worded in."""

from __future__ import annotations

__all__ = ["library_phrase"]

# Placeholders: {count} and {total} of articles; {topic} in the words of the question, before any other phrase.
# Those with _one are said of a single article.
_PHRASES = {
    "en": {"all": "The library holds these articles: {count}.",
           "some": "These articles of the library fit: {count} of {total}.",
           "none": "No article of the library fits.",
           "newest": "The newest of the articles that fit:", "oldest": "The oldest of the articles that fit:",
           "undated": "{count} of those that fit have no date.",
           "all_one": "The library holds one article.",
           "some_one": "1 of the {total} articles of the library fits.",
           "undated_one": "1 of those that fit has no date.",
           "about": "About “{topic}”: "},
    "de": {"all": "In der Bibliothek sind diese Artikel: {count}.",
           "some": "Diese Artikel der Bibliothek passen: {count} von {total}.",
           "none": "Kein Artikel der Bibliothek passt.",
           "newest": "Der neueste der passenden Artikel:", "oldest": "Der älteste der passenden Artikel:",
           "undated": "{count} der passenden haben kein Datum.",
           "all_one": "In der Bibliothek ist ein Artikel.",
           "some_one": "1 von {total} Artikeln der Bibliothek passt.",
           "undated_one": "1 der passenden hat kein Datum.",
           "about": "Zu „{topic}“: "},
    "nl": {"all": "In de bibliotheek staan deze artikelen: {count}.",
           "some": "Deze artikelen van de bibliotheek passen: {count} van {total}.",
           "none": "Geen artikel van de bibliotheek past.",
           "newest": "Het nieuwste van de passende artikelen:", "oldest": "Het oudste van de passende artikelen:",
           "undated": "{count} van de passende hebben geen datum.",
           "all_one": "In de bibliotheek staat één artikel.",
           "some_one": "1 van de {total} artikelen van de bibliotheek past.",
           "undated_one": "1 van de passende heeft geen datum.",
           "about": "Over “{topic}”: "},
    "fr": {"all": "La bibliothèque contient ces articles : {count}.",
           "some": "Ces articles de la bibliothèque correspondent : {count} sur {total}.",
           "none": "Aucun article de la bibliothèque ne correspond.",
           "newest": "Le plus récent des articles qui correspondent :",
           "oldest": "Le plus ancien des articles qui correspondent :",
           "undated": "{count} de ceux qui correspondent n'ont pas de date.",
           "all_one": "La bibliothèque contient un article.",
           "some_one": "1 des {total} articles de la bibliothèque correspond.",
           "undated_one": "1 de ceux qui correspondent n'a pas de date.",
           "about": "Sur « {topic} » : "},
    "es": {"all": "La biblioteca contiene estos artículos: {count}.",
           "some": "Estos artículos de la biblioteca corresponden: {count} de {total}.",
           "none": "Ningún artículo de la biblioteca corresponde.",
           "newest": "El más reciente de los artículos que corresponden:",
           "oldest": "El más antiguo de los artículos que corresponden:",
           "undated": "{count} de los que corresponden no tienen fecha.",
           "all_one": "La biblioteca contiene un artículo.",
           "some_one": "1 de los {total} artículos de la biblioteca corresponde.",
           "undated_one": "1 de los que corresponden no tiene fecha.",
           "about": "Sobre «{topic}»: "},
    "it": {"all": "La biblioteca contiene questi articoli: {count}.",
           "some": "Questi articoli della biblioteca corrispondono: {count} su {total}.",
           "none": "Nessun articolo della biblioteca corrisponde.",
           "newest": "Il più recente degli articoli che corrispondono:",
           "oldest": "Il più vecchio degli articoli che corrispondono:",
           "undated": "{count} di quelli che corrispondono non hanno data.",
           "all_one": "La biblioteca contiene un articolo.",
           "some_one": "1 dei {total} articoli della biblioteca corrisponde.",
           "undated_one": "1 di quelli che corrispondono non ha data.",
           "about": "Su «{topic}»: "},
    "pt": {"all": "A biblioteca contém estes artigos: {count}.",
           "some": "Estes artigos da biblioteca correspondem: {count} de {total}.",
           "none": "Nenhum artigo da biblioteca corresponde.",
           "newest": "O mais recente dos artigos que correspondem:",
           "oldest": "O mais antigo dos artigos que correspondem:",
           "undated": "{count} dos que correspondem não têm data.",
           "all_one": "A biblioteca contém um artigo.",
           "some_one": "1 dos {total} artigos da biblioteca corresponde.",
           "undated_one": "1 dos que correspondem não tem data.",
           "about": "Sobre «{topic}»: "},
}


def library_phrase(key: str, language: str, *, count: int = 0, total: int = 0, topic: str = "") -> str:
    """Returns a phrase in `language` (ISO 639-1), or in English where that is not spoken.

    Raises:
        KeyError: No such phrase: a mistake of the caller.
    """
    phrases = _PHRASES.get(language, _PHRASES["en"])
    chosen = phrases.get(f"{key}_one", phrases[key]) if count == 1 else phrases[key]
    return chosen.format(count=count, total=total, topic=topic)
