"""Follow-ups that ask for nothing but a noun: "and the minister?", "what does the union say?", "und der Tunnel?".

Where the noun stands decides whom they are asked of: the conversation's articles, or another article, or none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rag.asking.asked import Wanted, tells, wanted
from rag.check.speaker_kinds import kinds_of
from rag.check.words import plain, words
from rag.follow_ups.topic import Said, content_words, said_words
from rag.gazetteer import names_with_places
from rag.word_classes import DETERMINERS, GENERIC_NOUNS, SELF_NOUNS

__all__ = ["AskedNoun", "asked_noun", "noun_forms", "stands_in"]

_LEAST_STEM: Final = 4
_COMPOUND: Final = 5
_ENDINGS: Final = ("innen", "in", "en", "er", "es", "s", "n", "e")
_ADDED: Final = ("", "s", "n", "en", "es", "e", "er", "in", "innen")
_COMPOUNDING: Final = frozenset({"de", "nl"})


@dataclass(frozen=True, slots=True)
class AskedNoun:
    """What a follow-up asks for.

    Attributes:
        words: Plain; of "the union leader" both.
        last: The last of them as it was written, in small letters: as a full text holds it.
        kinds: Kinds of speakers that it is a word for (`rag.check.speaker_kinds`): the same in every language.
        language: ISO 639-1.
    """

    words: tuple[str, ...]
    last: str
    kinds: frozenset[str]
    language: str


def asked_noun(question: str, language: str) -> AskedNoun | None:
    """Returns the noun that a follow-up asks for, where it has no other word of its own.

    Returns:
        None where it names something, says more, or has but "the company", which is the topic by another word.
    """
    kind = wanted(question, language)
    begun = f"{question[:1].lower()}{question[1:]}"
    if (tells(kind) and kind is not Wanted.STATEMENT) or names_with_places(begun, language):
        return None
    nouns = _led(question, language)
    content = [word for word in content_words(question, language) if word.key not in {noun.key for noun in nouns}]
    kept = [noun for noun in nouns if noun.key not in SELF_NOUNS.get(language, ())]
    if not kept or content or any(noun.digits for noun in nouns):
        return None
    keys = tuple(noun.key for noun in kept)
    return AskedNoun(keys, kept[-1].text.lower(), kinds_of(" ".join(keys), language), language)


def stands_in(noun: AskedNoun, text: str, language: str | None) -> bool:
    """Whether a text has a noun: in some form, in a compound, or in another language by its kind."""
    said = [plain(word) for word in words(text)]
    if all(any(_is_form(one, other, language) for other in said) for one in noun.words):
        return True
    return language != noun.language and bool(noun.kinds & kinds_of(text, language or ""))


def noun_forms(noun: AskedNoun) -> tuple[str, ...]:
    """Returns the forms under which a full text is asked for the last word of a noun."""
    bases = (noun.last, _stem(noun.last), noun.words[-1])
    return tuple(dict.fromkeys(f"{base}{ending}" for base in bases for ending in _ADDED))


def _led(question: str, language: str) -> list[Said]:
    """Returns the words behind a determiner, "the company" and its like with them; in German, what has a capital."""
    said = list(said_words(question, language))
    if language == "de":
        return [word for place, word in enumerate(said) if place and word.text[:1].isupper() and len(word.key) > 1]
    empty = {word.key for word in said} - {word.key for word in content_words(question, language)}
    generic = GENERIC_NOUNS.get(language, frozenset[str]())
    nouns: list[Said] = []
    led = False
    for word in said:
        if led and (word.key not in empty or word.key in generic):
            nouns.append(word)
        else:
            led = word.key in DETERMINERS.get(language, ())
    return nouns


def _is_form(noun: str, word: str, language: str | None) -> bool:
    stem = _stem(noun)
    for base in (noun, stem):
        if word.startswith(base) and (language in _COMPOUNDING or word[len(base) :] in _ADDED):
            return True
    return language in _COMPOUNDING and len(stem) >= _COMPOUND and stem in word


def _stem(noun: str) -> str:
    ending = next((one for one in _ENDINGS if noun.endswith(one) and len(noun) - len(one) >= _LEAST_STEM), "")
    return noun.removesuffix(ending)
