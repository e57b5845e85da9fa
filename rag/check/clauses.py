"""Sentences parted into clauses, and which of them a claim renders.

A claim often says only a part of a long sentence. What the rest says ("..., although it is not finished") is then no
concern of the claim. Words that both share, names and numbers above all, tell which part is meant; where they share
none, a claim about as long as the sentence renders all of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rag.check.words import akin, plain, words
from rag.condense_words import FUNCTION_WORDS

__all__ = ["PARTINGS", "Clause", "clauses", "joined_on", "renders_all", "rendered"]

_SIGN = re.compile(r"[,;:–—()\"“”„«»]|\s-\s")
_NUMBER = re.compile(r"\d+")
_FEWEST_WORDS = 3
_FEWEST_LETTERS = 4
_HALF = 0.65
_WHOLE = 0.7
_ALMOST = 0.9
_JOINT = re.compile(r"; |, (?:and|but|und|aber|doch|en|maar|et|mais|y|pero|e|ma|mas) ")
_MOST_WORDS = 400
PARTINGS = {
    "en": frozenset("and but who which whose while whereas although though because that".split()),
    "de": frozenset("und aber sondern sowie wobei".split()),
    "nl": frozenset("en maar hoewel terwijl omdat nadat die dat".split()),
    "fr": frozenset("et mais qui dont alors tandis lorsque que".split()),
    "es": frozenset("y e pero que quien quienes mientras aunque".split()),
    "it": frozenset("e ed ma che mentre sebbene".split()),
    "pt": frozenset("e mas que quem enquanto embora".split()),
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence.

    Attributes:
        text: Its words as they stand, without the signs around it.
        anchors: Words and numbers that may stand in a claim in another language too.
    """

    text: str
    anchors: frozenset[str]


def clauses(text: str, language: str) -> tuple[Clause, ...]:
    """Parts a text at signs and conjunctions; a part of one or two words goes with its neighbour."""
    parts: list[list[str]] = [[]]
    end = 0
    for sign in [*_SIGN.finditer(text), None]:
        for word in text[end : sign.start() if sign else len(text)].split():
            if plain(word) in PARTINGS.get(language, ()) and len(parts[-1]) >= _FEWEST_WORDS:
                parts.append([])
            parts[-1].append(word)
        if sign is not None:
            end = sign.end()
            if len(parts[-1]) >= _FEWEST_WORDS:
                parts.append([])
    if len(parts) > 1 and len(parts[-1]) < _FEWEST_WORDS:
        last = parts.pop()
        parts[-1].extend(last)
    return tuple(_clause(" ".join(part), language) for part in parts)


def joined_on(parts: Sequence[Clause]) -> tuple[str, ...]:
    """Returns the text of each clause with the word that the next begins with: "they hope that"."""
    following = [*(part.text.split(maxsplit=1)[0] for part in parts[1:]), ""]
    return tuple(f"{part.text} {word}".rstrip() for part, word in zip(parts, following, strict=True))


def renders_all(claim: str, text: str) -> bool:
    """Whether a claim is long enough to say all that a sentence says; fewer main clauses in it need more length."""
    fewer = len(_JOINT.findall(claim)) < len(_JOINT.findall(text))
    return sum(map(str.isalnum, claim)) >= (_ALMOST if fewer else _WHOLE) * sum(map(str.isalnum, text))


def rendered(claim: str, language: str, parts: Sequence[Clause]) -> Collection[int]:
    """Returns which clauses share most with a claim, several where they share alike.

    Where nothing is shared: all for a claim half as long as they are together, else none.
    """
    own = _anchors(claim, language)
    shared = [len({anchor for anchor in part.anchors if _is_in(anchor, own)}) for part in parts]
    most = max(shared, default=0)
    if most == 0:
        length = sum(sum(map(str.isalnum, part.text)) for part in parts)
        return range(len(parts)) if sum(map(str.isalnum, claim)) >= _HALF * length else ()
    return [place for place, count in enumerate(shared) if count == most]


def _clause(text: str, language: str) -> Clause:
    return Clause(text, _anchors(text, language))


def _anchors(text: str, language: str) -> frozenset[str]:
    little = FUNCTION_WORDS.get(language, frozenset[str]())
    found = ((word, plain(word)) for word in words(text)[:_MOST_WORDS])
    telling = {key for word, key in found if key not in little and (len(key) >= _FEWEST_LETTERS or word.isupper())}
    return frozenset(telling | set(_NUMBER.findall(text)))


def _is_in(anchor: str, own: Collection[str]) -> bool:
    return anchor in own or (anchor.isalpha() and any(akin(anchor, other) for other in own if other.isalpha()))
