"""Whom a question asks to hear, and whether that party speaks in a sentence.

"What does the company say about it?" is answered where the company speaks, however far its words are from the
question's: who denies everything repeats nothing of the accusation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from rag.asking.asked_words import BOUNDARIES, SPEAKING
from rag.check.speaker_kinds import kinds_of, other_kind
from rag.check.speaking import speech_in
from rag.check.speech_words import SPEECH_WORDS
from rag.check.words import akin, plain
from rag.gazetteer import Name, judge, names_with_places, read_sources
from rag.gazetteer.data import is_listed_word
from rag.gazetteer.fold import fold
from rag.types import Passage
from rag.word_classes import DETERMINERS, FUNCTION_WORDS, OPENERS

__all__ = ["Hearing", "Party", "asked_party", "hearings", "hears_party", "known_as"]

_ASKING: Final = frozenset("what how was wie welche wat hoe que qu quel quelle comment qué cómo cuál".split())
"""Words that begin a question wherever they stand; the other phrases begin one only at its head."""
_HOW: Final = frozenset({"how", "wie", "hoe", "comment", "cómo"})
_WORD: Final = re.compile(r"[^\W\d_]+")
_MOST: Final = 8
_LEAST: Final = 4
_SUBJECT: Final = 4
_HEAD: Final = 6
"""Words with which a sentence begins whose subject a pronoun in the next may mean."""
_KEPT: Final = 64
_ABOUT: Final = frozenset({"over", "about"})
_BESIDE: Final = 30
"""Letters before a name in which its kind may stand: "The operator, Hydrane"."""
_BY_NAME: Final = frozenset({"company", "bank"})
"""Kinds that an article calls by name alone; a minister is called one somewhere."""


class Hearing(IntEnum):
    """How surely a party speaks in a sentence."""

    NOBODY = 0
    ANOTHER = 1
    PERHAPS = 2
    LIKELY = 3
    SURELY = 4


@dataclass(frozen=True, slots=True)
class Party:
    """Who is asked about.

    Attributes:
        text: As the question names it.
        language: Of the question, ISO 639-1.
        names: Of the party itself.
        kinds: Of speakers that it is of (`rag.check.speaker_kinds`).
        begins: Words before the phrase that asks.
        acts: Whether it is asked how the party reacts, which it may do without a word.
        called: Plain words of the names that an article gives it; see `known_as`.
        mentioned: Whether the article has its words: of a "maker" that it nowhere speaks of, it may speak otherwise.
    """

    text: str
    language: str
    names: tuple[Name, ...]
    kinds: frozenset[str]
    begins: int
    acts: bool = False
    called: frozenset[str] = frozenset()
    mentioned: bool = True


@dataclass(frozen=True, slots=True)
class _Frame:
    head: tuple[str, ...]
    tail: tuple[str, ...]


@lru_cache(maxsize=_KEPT)
def asked_party(question: str, language: str) -> Party | None:
    """Returns whose words a question asks for; None where it asks for nobody's, or for what an article says."""
    found = [(match[0], match.start(), match.end()) for match in _WORD.finditer(question)]
    keys = [word.casefold() for word, _, _ in found]
    for at in range(len(keys)):
        for frame in _frames(language).get(keys[at], ()):
            run = _party_run(keys, at, frame, language)
            if run is None or not _may_begin(keys[:at], frame, language):
                continue
            start, end = found[run.start][1], found[run.stop - 1][2]
            text = question[start:end]
            if any(plain(key) in SPEECH_WORDS[language].papers for key in keys[run.start : run.stop]):
                return None
            named = names_with_places(question, language)
            pronoun = all(plain(key) in SPEECH_WORDS[language].pronouns for key in keys[run.start : run.stop])
            # "What did he say? (Gorlé)": whom a conversation is about stands behind.
            own = tuple(name for name in named if pronoun or (name.start < end and start < name.end))
            return Party(text, language, own, kinds_of(text, language), at, acts=keys[at] in _HOW)
    return None


def hearings(party: Party, passages: Iterable[Passage]) -> Mapping[tuple[int, int], Hearing]:
    """Returns how surely the party speaks in each sentence of some passages, by passage id and place in the passage."""
    found: dict[tuple[int, int], Hearing] = {}
    by_article = sorted(passages, key=lambda passage: (passage.article_id, passage.start))
    for _, group in groupby(by_article, key=lambda passage: passage.article_id):
        told = [(passage, at, passage.slice(span)) for passage in group
                for at, span in enumerate(passage.sentences)]
        language = told[0][0].language if told else None
        known = known_as(party, [text for _, _, text in told], language)
        levels = [hears_party(known, text, language, before)
                  for (_, _, text), before in zip(told, ["", *(text for _, _, text in told)], strict=False)]
        if max(levels, default=Hearing.NOBODY) >= Hearing.LIKELY:
            # Where the party speaks under its name, nobody who may be it is it.
            levels = [Hearing.ANOTHER if level is Hearing.PERHAPS else level for level in levels]
        found |= {(passage.passage_id, at): level for (passage, at, _), level in zip(told, levels, strict=True)}
    return found


def known_as(party: Party, sentences: Sequence[str], language: str | None) -> Party:
    """Returns the party with what an article calls it: from "minister Deleu" on, Deleu is the minister.

    Args:
        sentences: Of one article.
        language: Theirs, ISO 639-1.
    """
    names, kinds = set[str](), set[str]()
    for sentence in sentences:
        for name in names_with_places(sentence, language or "en"):
            beside = kinds_of(sentence[max(name.start - _BESIDE, 0) : name.end], language or "")
            if party.kinds & beside:
                names.update(_long_words(name.text))
            elif beside and not party.kinds and any(_is_word_of(word, name.text) for word in _telling(party)):
                kinds |= beside
    mentioned = any(_is_word_of(word, sentence) for word in _telling(party) for sentence in sentences)
    return replace(party, kinds=party.kinds | kinds, called=frozenset(map(plain, names)), mentioned=mentioned)


def hears_party(party: Party, sentence: str, language: str | None, before: str = "") -> Hearing:
    """Says how surely a party speaks in a sentence.

    Args:
        language: Of the sentence, ISO 639-1.
        before: The sentence before it, whose speaker goes on where the sentence names none.
    """
    speech = speech_in(sentence, language or "")
    if not speech.loose:
        return Hearing.LIKELY if party.acts and _begins_with(party, sentence, language or "") else Hearing.NOBODY
    fits = _fits(party, speech.speakers, language or "")
    if fits:
        return Hearing.SURELY if speech.plain else Hearing.LIKELY
    named = _is_named(speech.speakers, language or "en")
    if speech.unnamed or (speech.plain and not named):
        most = Hearing.LIKELY if speech.unnamed else Hearing.PERHAPS
        goes_on = min(max(hears_party(party, before, language), _pointed_at(party, before, language or "")), most)
        if goes_on > Hearing.ANOTHER or (speech.unnamed and not speech.officer):
            return max(goes_on, Hearing.ANOTHER)
    if fits is None and speech.plain and (named or speech.officer or not party.kinds):
        return Hearing.LIKELY if speech.denies and party.kinds else Hearing.PERHAPS
    return Hearing.PERHAPS if fits is None and not party.kinds else Hearing.ANOTHER


def _fits(party: Party, speakers: str, language: str) -> bool | None:
    """Whether the words beside a verb of saying name the party; None where they may."""
    kinds = kinds_of(speakers, language)
    if party.names:
        sources = read_sources([speakers])
        if any(judge(name, sources) for name in party.names):
            return True
    if party.kinds & kinds or not party.called.isdisjoint(map(plain, _long_words(speakers))):
        return True
    if any(_is_word_of(word, speakers) for word in _telling(party)):
        return True
    if party.kinds:
        unsure = bool(party.kinds & _BY_NAME) and not other_kind(party.kinds, kinds, ())
        return None if unsure and not party.names else False
    if party.names:
        return False
    unknown = not party.mentioned or (language != party.language and not kinds)
    return None if unknown or not _telling(party) else False


def _pointed_at(party: Party, before: str, language: str) -> Hearing:
    """Says how surely a pronoun behind a sentence is the party: "Holslag is sceptical. According to him, ..."."""
    begins = " ".join(_WORD.findall(before)[:_HEAD])
    return Hearing.LIKELY if begins and _fits(party, begins, language) else Hearing.NOBODY


def _begins_with(party: Party, sentence: str, language: str) -> bool:
    begins = _WORD.findall(sentence)[:_SUBJECT]
    led = bool(begins) and begins[0].casefold() in BOUNDARIES.get(language, "").casefold().split()
    return not led and bool(_fits(party, " ".join(begins), language))


def _is_named(speakers: str, language: str) -> bool:
    """Whether a name may stand among the words; in German, where all nouns have capitals, a known one."""
    if names_with_places(speakers, language):
        return True
    said = [word for word in _WORD.findall(speakers) if plain(word) not in FUNCTION_WORDS.get(language, ())]
    return any(word[:1].isupper() and (language != "de" or not is_listed_word(fold(word), "de")) for word in said)


def _telling(party: Party) -> list[str]:
    return [plain(word) for word in _long_words(party.text)]


def _long_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if len(word) >= _LEAST]


def _is_word_of(word: str, text: str) -> bool:
    return any(akin(word, plain(other)) for other in _long_words(text))


def _may_begin(before: Sequence[str], frame: _Frame, language: str) -> bool:
    """Whether a question may begin behind these words: "does ... deny" asks nothing where a "why" stands before it."""
    return frame.head[0] in _ASKING or all(plain(word) in OPENERS.get(language, ()) for word in before)


def _party_run(keys: Sequence[str], at: int, frame: _Frame, language: str) -> range | None:
    """Returns the words between the two parts of a frame that begins at a word; None where it does not stand there."""
    begin = at + len(frame.head)
    if tuple(keys[at:begin]) != frame.head:
        return None
    reach = min(begin + _MOST, len(keys))
    if frame.tail:
        reach = next((place for place in range(begin, reach) if keys[place] in _ABOUT), reach)
        ends = (end for end in range(begin + 1, reach + 1) if tuple(keys[end : end + len(frame.tail)]) == frame.tail)
    else:
        ends = iter([next((end for end in range(begin, reach) if _ends(keys, end, begin, frame, language)), reach)])
    end = next(ends, begin)
    return range(begin, end) if end > begin else None


def _ends(keys: Sequence[str], at: int, begin: int, frame: _Frame, language: str) -> bool:
    """Whether the party ends before a word: in "Bestreitet Orlend die Vorwürfe?" a second article begins the matter."""
    matter = len(frame.head) == 1 and at > begin and plain(keys[at]) in DETERMINERS.get(language, ())
    return matter or keys[at] in BOUNDARIES.get(language, "").casefold().split()


@cache
def _frames(language: str) -> Mapping[str, Sequence[_Frame]]:
    """Returns the frames by their first words."""
    frames: dict[str, list[_Frame]] = {}
    for listed in filter(None, SPEAKING.get(language, "").casefold().split(",")):
        head, _, tail = listed.partition("_")
        frame = _Frame(tuple(head.split()), tuple(tail.split()))
        frames.setdefault(frame.head[0], []).append(frame)
    return frames
