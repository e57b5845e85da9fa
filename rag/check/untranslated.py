"""Words that a weak model left in the language of the quote: "insight into goederenstromen"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.check.words import plain, words
from rag.gazetteer.data import is_common_word
from rag.gazetteer.fold import fold

__all__ = ["untranslated"]

# English, Romance and Germanic languages share what ends so; and months, titles and trades besides.
_SHARED_ENDINGS = (
    "ation", "ition", "ution", "ction", "sion", "ssion", "ional", "ment", "ist", "isten", "ismus", "isme", "ive", "ant",
    "ent", "ents", "ium", "ismo", "ik", "ie", "ien", "ations", "ctions", "ssions", "ity", "ics", "able", "ible",
    "onal", "eral", "ural", "typ", "type", "typed",
)
_SHARED = {
    "september", "oktober", "november", "dezember", "december", "professor", "professoren", "software", "hardware",
    "computer", "internet", "kilometer", "minister", "ministers", "direkteur", "director", "restaurants", "festival",
    "festivals", "champions", "interview", "interviews", "smartphones", "smartphone", "container", "containers",
    "transport", "transporter", "manager", "managers", "partner", "partners", "experten", "designer", "terrorist",
    "material", "milieu", "januari", "februari", "programma", "sanctions", "drones", "online", "democraten",
    "republikeinen", "sensible", "protest", "protesten", "investoren", "investors", "politiker",
}
_INFLECTIONS = ("e", "en", "er", "es", "em", "n", "s")
_ROMANCE = {"fr", "es", "it", "pt"}
_LONG = 9
_SHORT = 5


def untranslated(claim: str, language: str, quotes: Sequence[str], quote_language: str) -> tuple[str, ...]:
    """Returns words of the claim that its quotes have in their own language, if together they are too many to be names.

    One long word, or two of middle length, are too many. Words that the quotes write with a capital (names) do not
    count, but for German, which writes every noun so; there only words that the claim writes small count.
    """
    if language == quote_language or {language, quote_language} <= _ROMANCE:
        return ()
    capitals = quote_language == "de"
    foreign = {plain(word) for quote in quotes for word in words(quote) if capitals or word[:1].islower()}
    copied: dict[str, int] = {}
    for word in words(claim):
        key = plain(word)
        if len(key) < _SHORT or (capitals and word[:1].isupper()) or _is_shared(key):
            continue
        copies = key in foreign or (len(key) > _LONG and any(key[:size] in foreign for size in range(_LONG, len(key))))
        if copies and not _is_own(word, language):
            copied[word] = 2 if len(key) >= _LONG else 1
    return tuple(copied) if sum(copied.values()) >= 2 else ()


def _is_shared(key: str) -> bool:
    bases = [key, *(key.removesuffix(ending) for ending in _INFLECTIONS if key.endswith(ending))]
    return any(base in _SHARED or base.endswith(_SHARED_ENDINGS) for base in bases)


def _is_own(word: str, language: str) -> bool:
    """Whether a loan word is a word of the claim's language too: Website, Karate."""
    return is_common_word(fold(word), language) and (language != "de" or word[:1].isupper())
