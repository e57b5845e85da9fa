"""The articles about a topic: those that hold its words, inflected or translated, and those that are near in meaning.

Whether a word stands in an article can be told of all articles; whether one is near cannot, so the two are kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.check.words import plain, words
from rag.follow_ups.topic import Said, content_words
from rag.gazetteer import known_forms, names_in
from rag.library import Library
from rag.library.records import admits
from rag.shelf.inflection import is_headed_by, stem
from rag.shelf.topic_words import LANGUAGES, TopicWord, translations
from rag.types import ArticleSummary, Filters
from rag.word_classes import FUNCTION_WORDS

__all__ = ["Held", "bare_topic", "held_by", "parts_of"]

_AND = re.compile(r",|\b(?:and|und|en|et|y|e)\b")
_WORD = re.compile(r"[^\W_]+")
_LEAST_FOREIGN = 4
"""Shorter words of one language are others in the next."""
_PREFIX = 3
_MOST_PASSAGES = 10_000


@dataclass(frozen=True, slots=True)
class Held:
    """What the words of a topic find.

    Attributes:
        articles: Ids of the articles that hold all of its words, under some known form.
        is_name: Whether it names something, which no article is about without naming it.
    """

    articles: frozenset[str]
    is_name: bool


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A word of a topic, and what it may be called elsewhere."""

    key: str
    language: str
    means: tuple[TopicWord, ...]

    def stands_as(self, word: str, language: str) -> bool:
        """Whether a plain word of a text in `language` is this one, inflected or translated."""
        own = stem(self.key, self.language)
        if word == self.key or any(thing.stands_as(word, language) for thing in self.means):
            return True
        if language == self.language:
            return stem(word, language) == own or is_headed_by(word, own, language)
        return not self.means and len(self.key) >= _LEAST_FOREIGN and own in (
            stem(word, language), stem(word, self.language))

    def is_spelled(self, word: str) -> bool:
        """Whether a German noun is this one with its umlaut: a "Fahrer" is no "Fähre"."""
        if not self.stands_as(plain(word), "de"):
            return False
        return not self.means or any(thing.has_umlaut_of(word) for thing in self.means)

    @property
    def patterns(self) -> list[str]:
        """What its forms begin with, and in compounds end with, for the full text to look through."""
        stems = {self.language: {stem(self.key, self.language)}}
        for language in LANGUAGES:
            stems.setdefault(language, set()).update(form for thing in self.means for form in thing.stems(language))
        begun = {one[: max(_PREFIX, len(one) - 2)] + "%" for found in stems.values() for one in found}
        headed = {f"____%{one[:-1]}%" for language in ("de", "nl") for one in stems[language] if len(one) > _PREFIX}
        return sorted(begun | headed)


def held_by(topic: str, language: str, library: Library, filters: Filters) -> Held:
    """Returns the articles that hold a topic's words, wherever in them these stand.

    A place that is known by name is in the articles that name it, in whatever language, and in no other.

    Args:
        topic: In the words of the question.
        language: Of the question, ISO 639-1.
        filters: Which articles are looked at.
    """
    said = content_words(topic, language)
    articles = [item for item in library.articles.list() if admits(filters, item)]
    if not said:
        return Held(frozenset(), is_name=False)
    named = {word for name in names_in(topic, language) for word in words(name)}
    places = [not translations(plain(word.text), language) and bool(known_forms(word.text)) for word in said]
    whole = bool(known_forms(topic)) and (len(said) > 1 or places[0])
    if whole:
        return Held(_naming(topic, articles, library, filters), is_name=True)
    found = [_naming(word.text, articles, library, filters) if place else _holding(word, language, articles, library,
             filters) for word, place in zip(said, places, strict=True)]
    is_name = all(place or (word.text in named and not translations(word.key, language))
                  for word, place in zip(said, places, strict=True))
    held = {item.article_id for item in articles}.intersection(*found)
    return Held(frozenset(held), is_name=is_name)


def bare_topic(topic: str, language: str) -> str:
    """Returns a topic without the article and the like before it: "a mayor" is "mayor"."""
    empty = FUNCTION_WORDS.get(language, FUNCTION_WORDS["en"])
    first = next((match.start() for match in _WORD.finditer(topic) if plain(match[0]) not in empty), 0)
    return topic[first:]


def parts_of(topic: str, language: str) -> list[str]:
    """Returns the parts of a topic that "and" joins; none where it is but one."""
    parts = [part.strip() for part in _AND.split(topic) if content_words(part, language)]
    return parts if len(parts) > 1 else []


def _naming(name: str, articles: Sequence[ArticleSummary], library: Library, filters: Filters) -> frozenset[str]:
    forms = [name, *sorted(known_forms(name))]
    titled = {item.article_id for item in articles
              if any(f" {plain(form)} " in f" {' '.join(_keys(item.title))} " for form in forms)}
    return library.passages.articles_holding(forms, filters) | titled


def _holding(word: Said, language: str, articles: Sequence[ArticleSummary], library: Library, filters: Filters
             ) -> frozenset[str]:
    wanted = _Wanted(word.key, language, translations(word.key, language))
    terms = library.passages.terms(wanted.patterns)
    by_language: dict[str, set[str]] = {}
    for item in articles:
        by_language.setdefault(item.language or language, set()).add(item.article_id)
    found = {item.article_id for item in articles
             if any(wanted.stands_as(key, item.language or language) for key in _keys(item.title))}
    for spoken, ids in by_language.items():
        forms = [term for term in terms if wanted.stands_as(plain(term), spoken)]
        if forms:
            holding = library.passages.articles_holding(forms, filters) & ids
            found |= _capitalised(holding, forms, wanted, library) if spoken == "de" else holding
    return frozenset(found)


def _capitalised(articles: frozenset[str], forms: Sequence[str], wanted: _Wanted, library: Library) -> set[str]:
    """Returns the German articles that hold one of the forms as a noun: the full text has "Fähre" as it has "fahre"."""
    if not articles:
        return set()
    within = Filters(article_ids=tuple(sorted(articles)))
    ids = library.passages.matching(forms, _MOST_PASSAGES, within)
    return {passage.article_id for passage in library.passages.candidates(ids, within).passages
            if any(word[0].isupper() and wanted.is_spelled(word) for word in words(passage.text))}


def _keys(title: str | None) -> list[str]:
    return [plain(word) for word in words(title or "")]
