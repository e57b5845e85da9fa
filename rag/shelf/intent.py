"""Whether a question is put to the articles, or about the library itself: what it holds, or a summary of one of them.

Told by phrases and their order alone, and only where nothing but such a question could be meant: whoever asks the
articles must never get a list of them instead.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rag.check.words import plain
from rag.shelf.intent_words import INTENT_WORDS, IntentWords
from rag.shelf.intents import Collection, Summary
from rag.shelf.period_words import PERIOD_WORDS
from rag.word_classes import POINTERS

__all__ = ["read_intent"]

_WORD = re.compile(r"[^\W_]+")
_FILLERS = frozenset(
    "the a an der die das den dem ein eine einen mir me moi het de een le la les l un une el los las una il lo i gli "
    "o os as um uma d des du del dos das von of in im bitte please is are was ist sind war zijn est sont es son e sono "
    "sao some any your my deine ihre je jouw mes tes vos tus mis that you here hier kurz short brief kort you auf up "
    "zusammen samen van le one".split())
_MOST_FILLED = 3
_MOST_DIGITS = 3
_ADJECTIVE_LAST = ("fr", "es", "it", "pt")
_PARTED = {"de": frozenset(("zusammen",)), "nl": frozenset(("samen",))}
"""What a parted verb leaves at the end: "Fasse ... zusammen"."""
_ARTICLE = ("artic", "artig", "artik")
"""How the word "article" begins: of reports and documents the articles themselves tell."""


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    start: int
    end: int


def read_intent(question: str, language: str) -> Collection | Summary | None:
    """Returns what is asked of the library itself, or None for a question to the articles.

    Args:
        question: In one line.
        language: The question's, ISO 639-1.
    """
    said = INTENT_WORDS.get(language)
    if said is None:
        return None
    words = [_Word(plain(match[0]), match.start(), match.end()) for match in _WORD.finditer(question)]
    keys = [word.key for word in words]
    found = (_summary(question, words, keys, said, language) or _collection(question, words, keys, said, language)
             or _on_topic(question, words, keys, said, language) or _in_language(keys, said, language))
    return None if found is None else _without_pointer(found, language)


def _summary(question: str, words: Sequence[_Word], keys: Sequence[str], said: IntentWords,
             language: str) -> Summary | None:
    begins = _find(keys, said.summary, 0, 4)
    if begins is None:
        return None
    while words and words[-1].key in _PARTED.get(language, ()):
        words, keys = words[:-1], keys[:-1]
    noun = _find(keys, said.nouns, begins[1], begins[1] + 5)
    if noun is None:
        every = _find(keys, said.every, begins[1], begins[1] + 3)
        return Summary() if every is not None and _is_filled(keys[every[1] :]) else None
    between = keys[begins[1] : noun[0]]
    behind = _behind(keys, noun[1], said, language)
    which = _superlative(between, said) or _superlative(behind, said)
    spoken = _language_in(between, language) or _language_in(behind, language)
    rest = [key for key in _without_superlative(between, said) if key not in _FILLERS and not key.isdigit()
            and _language_in([key], language) is None and not _is_one_of(key, said.every)]
    topic = _topic(question, words, keys, said, noun[1])
    # "Summarise the trade article": which one is meant, the search tells from its words.
    topic = " ".join([*rest, topic]).strip() if len(rest) <= _MOST_FILLED else topic
    return Summary(which or "all", topic, spoken)


def _collection(question: str, words: Sequence[_Word], keys: Sequence[str], said: IntentWords,
                language: str) -> Collection | None:
    noun = _find(keys, said.nouns, 0, 8)
    if (dated := _by_date(question, words, keys, said, language)) is not None:
        return dated
    if noun is None:
        return None
    counted = _find(keys[: noun[0]], said.count, 0, 2)
    shown = _find(keys[: noun[0]], said.show, 0, 2)
    has = _find(keys, said.have, 0, len(keys))
    asks = "count" if counted is not None else "list"
    opened = counted is not None or _find(keys[: noun[0]], said.which, 0, 2) is not None
    before = [key for key in keys[: noun[0]] if _language_in([key], language) is None and key not in _FILLERS]
    if shown is not None or (opened and has is not None and has[0] >= noun[1] and len(before) <= _MOST_FILLED):
        after = max(noun[1], has[1] if has is not None and has[0] <= noun[1] + 1 else 0)
        topic = _topic(question, words, keys, said, after)
        behind = _behind(keys, noun[1], said, language)
        rest = [key for key in keys[after:] if not _within(key, said) and _language_in([key], language) is None]
        if topic or _is_filled(rest):
            spoken = _language_in([*keys[: noun[0]], *behind], language)
            return Collection(asks, topic, spoken or (None if topic else _language_in(keys[after:], language)))
    return None


def _by_date(question: str, words: Sequence[_Word], keys: Sequence[str], said: IntentWords,
             language: str) -> Collection | None:
    """Reads "the newest article", "which articles are the three oldest?"."""
    best = _find(keys, said.newest, 0, 8) or _find(keys, said.oldest, 0, 8)
    noun = _find(keys, said.nouns, 0, 8)
    numbers = PERIOD_WORDS[language].numbers
    if best is None or not _is_near(best[1], noun, keys) or not _leads_in(
            [key for key in keys[: best[0]] if _number(key, numbers) is None], said):
        return None
    which = _superlative(keys[best[0] : best[1]], said)
    after = max(noun[1] if noun is not None else 0, best[1])
    most = next(filter(None, (_number(key, numbers) for key in keys[:after])), None)
    spoken = _language_in(keys[: (noun[1] if noun is not None else best[1]) + 1], language)
    return Collection(which or "newest", _topic(question, words, keys, said, after), spoken, most)


def _on_topic(question: str, words: Sequence[_Word], keys: Sequence[str], said: IntentWords,
              language: str) -> Collection | None:
    """Reads "which articles mention ...?", "are there articles about ...?" and "do you have anything about ...?"."""
    if (found := _find(keys, said.anything, 0, 1)) is not None:
        leads, spoken = said.about, None
    else:
        opened = _find(keys, said.which, 0, 1) or _find(keys, said.have, 0, 1)
        found = _find(keys, said.nouns, opened[1], opened[1] + 3) if opened is not None else None
        if opened is None or found is None or not keys[found[0]].startswith(_ARTICLE):
            return None
        leads = said.mentions if _find(keys, said.which, 0, 1) is not None else said.about
        between = [*keys[opened[1] : found[0]], *_behind(keys, found[1], said, language)]
        spoken = _language_in(between, language)
        if not _is_filled([key for key in keys[opened[1] : found[0]] if _language_in([key], language) is None]):
            return None
    after = found[1]
    if after < len(keys) and language in _ADJECTIVE_LAST and _language_in([keys[after]], language) is not None:
        after += 1
    led = _find(keys, leads, after, after + 1)
    if led is None or led[1] >= len(words):
        return None
    return Collection("list", question[words[led[1]].start : words[-1].end], spoken)


def _in_language(keys: Sequence[str], said: IntentWords, language: str) -> Collection | None:
    """Reads "which of the articles is in French?" and "are there articles in Dutch?", which name nothing but that."""
    counted = _find(keys, said.count, 0, 1)
    opened = counted or _find(keys, said.which, 0, 1) or _find(keys, said.have, 0, 1)
    noun = _find(keys, said.nouns, opened[1], opened[1] + 4) if opened is not None else None
    if opened is None or noun is None or not keys[noun[0]].startswith(_ARTICLE):
        return None
    behind = keys[noun[1] :]
    spoken = _language_in(behind, language)
    rest = [key for key in [*keys[opened[1] : noun[0]], *behind]
            if key not in said.written and _language_in([key], language) is None]
    return Collection("count" if counted is not None else "list", "", spoken) if spoken and _is_filled(rest) else None


def _without_pointer(found: Collection | Summary, language: str) -> Collection | Summary | None:
    """Drops "it" before the names that a conversation has given it; without any, the topic is not known yet."""
    pointers = POINTERS[language]
    first = _WORD.match(found.topic)
    if first is None or not (plain(first[0]) in pointers or plain(first[0]) in pointers.last):
        return found
    rest = found.topic[first.end() :].strip(" ?()")
    return replace(found, topic=rest) if rest else None


def _behind(keys: Sequence[str], after: int, said: IntentWords, language: str) -> Sequence[str]:
    """Returns the adjectives that may stand behind a noun: "l'article néerlandais", "l'article le plus récent"."""
    if language not in _ADJECTIVE_LAST:
        return ()
    about = _find(keys, said.about, after, len(keys))
    behind = keys[after : len(keys) if about is None else about[0]][:4]
    rest = [key for key in _without_superlative(behind, said) if _language_in([key], language) is None]
    return behind if _is_filled(rest) else keys[after : after + 1]


def _topic(question: str, words: Sequence[_Word], keys: Sequence[str], said: IntentWords, after: int) -> str:
    """Returns the words behind "about", without the question mark; "" where there are none."""
    about = _find(keys, said.about, after, len(keys))
    if about is None or about[1] >= len(words):
        return ""
    has = _find(keys, said.have, about[1], len(keys))
    last = has[0] if has is not None and has[1] == len(keys) else len(words)
    return question[words[about[1]].start : words[last - 1].end] if last > about[1] else ""


def _number(key: str, numbers: Mapping[str, int]) -> int | None:
    return numbers.get(key) or (int(key) if key.isdecimal() and len(key) < _MOST_DIGITS else None)


def _leads_in(keys: Sequence[str], said: IntentWords) -> bool:
    return all(key in _FILLERS or _is_one_of(key, (*said.which, *said.show, *said.nouns)) for key in keys)


def _is_near(at: int, noun: tuple[int, int] | None, keys: Sequence[str]) -> bool:
    """The superlative belongs to an article: "the newest article", "which article is the newest?", "the newest?"."""
    if noun is None:
        return at == len(keys)
    return 0 <= noun[0] - at <= 1 or (noun[1] <= at and at == len(keys))


def _superlative(keys: Sequence[str], said: IntentWords) -> Literal["newest", "oldest"] | None:
    if _find(keys, said.newest, 0, len(keys)) is not None:
        return "newest"
    return "oldest" if _find(keys, said.oldest, 0, len(keys)) is not None else None


def _without_superlative(keys: Sequence[str], said: IntentWords) -> list[str]:
    found = _find(keys, said.newest, 0, len(keys)) or _find(keys, said.oldest, 0, len(keys))
    return list(keys) if found is None else [*keys[: found[0]], *keys[found[1] :]]


def _find(keys: Sequence[str], phrases: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """Returns the place of the earliest phrase that begins in [first, last): its first and one past its last word."""
    for at in range(max(first, 0), min(last, len(keys))):
        for phrase in phrases:
            parts = phrase.split()
            if list(keys[at : at + len(parts)]) == parts:
                return at, at + len(parts)
    return None


def _is_filled(keys: Sequence[str]) -> bool:
    return all(key in _FILLERS for key in keys)


def _within(key: str, said: IntentWords) -> bool:
    return any(key in phrase.split() for phrase in (*said.have, *said.every))


def _is_one_of(key: str, phrases: Sequence[str]) -> bool:
    return any(key in phrase.split() for phrase in phrases)


def _language_in(keys: Sequence[str], language: str) -> str | None:
    """Returns the language that an adjective names: "the Dutch article", "den niederländischen Artikel"."""
    names = _language_names(language)
    for key in keys:
        for stem, code in names:
            if key == stem or (len(stem) > 4 and key.startswith(stem) and len(key) - len(stem) <= 4):
                return code
    return None


@functools.cache
def _language_names(language: str) -> tuple[tuple[str, str], ...]:
    from babel import Locale

    names = Locale(language).languages
    found = ((plain(str(names[code])), code) for code in sorted(INTENT_WORDS))
    # Adjectives are inflected where the name of the language is not: français, française; niederländischen.
    return tuple((form, code) for name, code in found
                 for form in (name, *((name.rstrip("aeos"),) if len(name) > 5 else ())))
