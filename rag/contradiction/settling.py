"""Which sentences of an article settle whether something happened: it is denied, ruled out, not done, only threatened.

"It has not filed a suit" and "Okoro denied this" are far from the questions that they answer: they share a happening
with them, or lean on a sentence that does, and seldom a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from rag.check.clauses import clauses
from rag.check.cues import Cues, cue_words, places
from rag.check.happenings import asserted, happenings
from rag.check.polarity import denies, rejects
from rag.check.words import plain, words
from rag.contradiction.premise_words import SUPPOSING
from rag.contradiction.settling_words import ALLEGED, BACK, DEEDS, DONE, REASONED, THREATS
from rag.gazetteer import names_with_places
from rag.types import Passage
from rag.word_classes import FUNCTION_WORDS

__all__ = ["Spoken", "deeds", "sentences_on", "without_names"]

_STATES: Final = frozenset("up down more less increase halve full empty profit deficit".split())
"""What becomes more or less, or stands at something, is told in too many ways."""
_DENYING: Final = frozenset("deny refuse reject admit criticise".split())
"""Happenings that are themselves denials, or their opposite: that somebody denies says nothing against them."""
_REACH: Final = 4
_LONGEST_BACK: Final = 12
_FEWEST_LETTERS: Final = 4
_SHARED: Final = 0.6
_FEWEST_SHARED: Final = 2
_THAT: Final = frozenset("that dass dat que qu having".split())
_PREFIX: Final = 4
_VERB_LAST: Final = frozenset({"de", "nl"})
"""Languages whose verb may stand on either side of what it denies."""

Manner = Literal["denied", "threatened", "supposed", "told"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence that speaks of what is asked.

    Attributes:
        at: Its place in the passage's sentences.
        manner: "denied": by itself or by the sentence after it; "threatened"; "supposed"; "told" is all else.
        settled: Place of the sentence that denies it; its own where that is itself.
    """

    passage: Passage
    at: int
    manner: Manner
    settled: int


def deeds(text: str, language: str) -> frozenset[str]:
    """Returns what a question takes for done, by names that are the same for every language; none of denials."""
    if language not in DEEDS:
        return frozenset()
    bare = without_names(text, language)
    told = asserted(bare, language) | _senses(cue_words(bare), language, DONE)
    return frozenset[str]() if told & _DENYING or _threatens(bare, language) else told - _STATES


def without_names(text: str, language: str) -> str:
    """Returns a question without its names, which say nothing of what happened: "Brandau" burns nothing."""
    for name in reversed(names_with_places(text, language)):
        if name.start > 1:
            text = f"{text[: name.start]} {text[name.end :]}"
    return text


def sentences_on(question: str, language: str, passages: Sequence[Passage]) -> Iterator[Spoken]:
    """Yields the sentences that speak of what a question takes for done, by its happening or by most of its words.

    Args:
        question: Or a premise of one.
        language: Its own, ISO 639-1.
        passages: To look in; of those in other languages only a happening is known.
    """
    wanted, bare = deeds(question, language), without_names(question, language)
    if language not in DEEDS or any(unsaid(bare, language) for unsaid in (rejects, denies, _threatens, _alleges)):
        return
    own = _stems(bare, language)
    for passage in passages:
        told_in = passage.language or ""
        if told_in not in DEEDS:
            continue
        texts = [passage.slice(span) for span in passage.sentences]
        for at, text in enumerate(texts):
            by_deed = bool(wanted) and wanted <= _speaks_of(text, told_in)
            if not by_deed and not (not wanted and told_in == language and _shares(own, text, language)):
                continue
            following = texts[at + 1] if at + 1 < len(texts) else ""
            yield _spoken(passage, at, text, following, wanted if by_deed else frozenset())


def _spoken(passage: Passage, at: int, text: str, following: str, wanted: frozenset[str]) -> Spoken:
    language = passage.language or ""
    if places(cue_words(text), REASONED[language]):
        return Spoken(passage, at, "told", at)
    if _is_denied(text, language, wanted):
        return Spoken(passage, at, "denied", at)
    if following and _alleges(text, language) and _denies_back(following, language):
        return Spoken(passage, at, "denied", at + 1)
    if _threatens(text, language):
        return Spoken(passage, at, "threatened", at)
    supposed = not SUPPOSING.get(language, frozenset()).isdisjoint(cue_words(text, accents=True))
    return Spoken(passage, at, "supposed" if supposed else "told", at)


def _is_denied(text: str, language: str, wanted: frozenset[str]) -> bool:
    """Whether a sentence denies what it speaks of: "nobody died", "ruled out a sale", "denies that it broke it"."""
    parts = [part.text for part in clauses(text, language)]
    if not wanted:
        return any(_hangs_on_denial(parts, place, language) for place in range(len(parts))) or (
            len(parts) == 1 and rejects(text, language))
    at = next((place for place, part in enumerate(parts) if wanted <= _speaks_of(part, language)), None)
    if at is None:
        return False
    if _hangs_on_denial(parts, at, language):
        return True
    if denies(parts[at], language):
        return SUPPOSING.get(language, frozenset()).isdisjoint(cue_words(parts[at], accents=True))
    return rejects(parts[at], language) if language in _VERB_LAST else _rejects_after(parts[at], language, wanted)


def _hangs_on_denial(parts: Sequence[str], at: int, language: str) -> bool:
    """Whether a clause hangs on a verb of denial: "The company of Larkin denies | that it will close the plant"."""
    opening = cue_words(parts[at])[:1]
    return bool(at and opening and opening[0] in _THAT
                and rejects(" ".join(parts[at - 1].split()[-_REACH:]), language))


def _rejects_after(part: str, language: str, wanted: frozenset[str]) -> bool:
    """Whether what is wanted stands soon behind a verb of denial: "refused calls to resign"."""
    spoken = part.split()
    said = next((end for end in range(1, len(spoken) + 1) if rejects(" ".join(spoken[:end]), language)), None)
    if said is None:
        return False
    far = _THAT & set(cue_words(" ".join(spoken[said : said + _REACH])))
    return wanted <= _speaks_of(" ".join(spoken[said : len(spoken) if far else said + _REACH]), language)


def _denies_back(text: str, language: str) -> bool:
    """Whether a sentence but denies the one before it: "Okoro denied this.", "Er weist das zurück."."""
    found = cue_words(text)
    return (len(found) <= _LONGEST_BACK and rejects(text, language) and not denies(text, language)
            and not BACK.get(language, frozenset()).isdisjoint(found))


def _alleges(text: str, language: str) -> bool:
    return bool(places(cue_words(text), ALLEGED[language])) if language in ALLEGED else False


def _threatens(text: str, language: str) -> bool:
    return bool(places(cue_words(text), THREATS[language])) if language in THREATS else False


def _speaks_of(text: str, language: str) -> frozenset[str]:
    found = cue_words(text)
    return happenings(text, language) | asserted(text, language) | _senses([*found, ""], language, DEEDS) | _senses(
        found, language, DONE)


def _senses(found: Sequence[str], language: str, table: Mapping[str, Mapping[str, Cues]]) -> frozenset[str]:
    return frozenset(sense for sense, wanted in table.get(language, {}).items() if places(found, wanted))


def _stems(text: str, language: str) -> frozenset[str]:
    little = FUNCTION_WORDS.get(language, frozenset[str]())
    return frozenset(key for word in words(text) if len(key := plain(word)) >= _FEWEST_LETTERS and key not in little)


def _shares(own: frozenset[str], text: str, language: str) -> bool:
    said = _stems(text, language)
    shared = sum(any(_alike(one, other) for other in said) for one in own)
    return shared >= _FEWEST_SHARED and shared >= _SHARED * len(own)


def _alike(one: str, other: str) -> bool:
    """Whether two words of a language may be forms of one: "hide" and "hiding", "privatisiert" and "Privatisierung"."""
    shorter = min(len(one), len(other))
    shared = next((place for place in range(shorter) if one[place] != other[place]), shorter)
    return shared >= min(_PREFIX, shorter - 1) and shared * 5 >= shorter * 3
