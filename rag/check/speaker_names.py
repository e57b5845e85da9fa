"""The people whom a sentence lets speak: runs of capitals beside a verb of saying, without an article.

"Hans Müller" and "Mark Banks" are made of common words, so that only their place tells that they are names.
An institution, which may be translated, has its article: "said the Home Office", but "said Mark Banks".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rag.check.cues import Cues
from rag.check.speech_words import SPEECH_WORDS
from rag.gazetteer import Name
from rag.gazetteer.common import COMMON
from rag.gazetteer.fold import fold

__all__ = ["speakers_in"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_PARTICLES: Final = frozenset("de van von la le al bin ibn ter ten da dos di del".split())
_ARTICLES: Final = frozenset(
    "the a an der die das den dem des ein eine het een le la les un une el los las lo il gli i o os as um uma".split())
# "laut Statistischem Bundesamt" has no article, and its adjective is declined as if it had.
# "Führende Forscher sagen": of several people nobody's name is told, and an adjective begins the sentence.
_PLURALS: Final = {"de": "en", "nl": "en"}
_FEWEST: Final = 2
_LONGEST: Final = 8
_DECLINED: Final = ("e", "en", "er", "es", "em")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    key: str

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def speakers_in(text: str, language: str) -> tuple[Name, ...]:
    """Returns the names of two words and more that stand right before or behind a verb or frame of saying.

    Args:
        language: Of `text`, ISO 639-1; of one whose verbs are not known nothing is returned.
    """
    told = SPEECH_WORDS.get(language)
    if told is None:
        return ()
    words = [_Word(match[0], match.start(), match.end(), fold(match[0])) for match in _WORD.finditer(text)]
    keys = [word.key for word in words]
    found: list[Name | None] = []
    for place in range(len(words)):
        if language in _PLURALS and keys[place].endswith(_PLURALS[language]):
            continue
        if size := _length(keys, place, told.verbs):
            found += [_named(_before(words, place, text), text), _named(_after(words, place + size, text), text)]
        elif size := _length(keys, place, told.frames):
            run = _after(words, place + size, text)
            declined = language == "de" and bool(run) and run[0].key.endswith(_DECLINED)
            found += [] if declined else [_named(run, text)]
    return tuple(dict.fromkeys(name for name in found if name is not None))


def _length(keys: Sequence[str], place: int, cue: Cues) -> int:
    """Returns how many words the cue at a place has; 0 where there is none."""
    if keys[place] in cue:
        return 1
    return max((len(phrase) for phrase in cue.phrases if tuple(keys[place : place + len(phrase)]) == phrase), default=0)


def _after(words: Sequence[_Word], place: int, text: str) -> list[_Word]:
    """Returns the run of capitals that begins at a place; particles between two of them belong to it."""
    run: list[_Word] = []
    while len(run) < _LONGEST and place < len(words) and text[words[place - 1].end : words[place].start] == " " and (
        words[place].capital or (run and _joins(words, place))
    ):
        run.append(words[place])
        place += 1
    while run and not run[-1].capital:
        run.pop()
    return run


def _before(words: Sequence[_Word], place: int, text: str) -> list[_Word]:
    """Returns the run of capitals that ends before a place, unless an article or the like stands before it."""
    run: list[_Word] = []
    while len(run) < _LONGEST and place > 0 and text[words[place - 1].end : words[place].start] == " " and (
        words[place - 1].capital or (run and _joins(words, place - 1))
    ):
        place -= 1
        run.insert(0, words[place])
    if run and (not run[0].capital or run[0].key in _ARTICLES):
        return []
    led = place > 0 and text[words[place - 1].end : words[place].start] == " " and words[place - 1].key in _ARTICLES
    return [] if led else run


def _joins(words: Sequence[_Word], place: int) -> bool:
    """Whether a word joins the parts of a name; an article does only behind a particle ("van der Berg")."""
    key = words[place].key
    return key in _PARTICLES or (key in _ARTICLES and place > 0 and words[place - 1].key in _PARTICLES)


def _named(run: Sequence[_Word], text: str) -> Name | None:
    """Makes a name of what follows the offices in a run: "Minister Hans Müller"; what ends in one is none."""
    first = next((place + 1 for place in range(len(run) - 1, -1, -1)
                  if run[place].capital and run[place].key in COMMON), 0)
    part = run[first:]
    if sum(word.capital for word in part) < _FEWEST:
        return None
    keys = tuple(key for word in part if word.key not in _PARTICLES for key in word.key.split())
    return Name(text[part[0].start : part[-1].end], part[0].start, part[-1].end, keys, known=False, sure=True)
