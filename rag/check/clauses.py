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
from rag.word_classes import FUNCTION_WORDS

__all__ = [
    "PARTINGS", "Clause", "clauses", "depends", "joined_on", "main_clauses", "rendered", "renders_all",
    "shared_anchors", "telling_words",
]

_SIGN = re.compile(r"[,;:–—()\"“”„«»]|\s-\s")
_NUMBER = re.compile(r"\d+")
# "The minister, who ..., resigned": a head that is no clause of its own goes with what follows the insertion.
_INSERTED = re.compile(
    r"^(\W{0,3}\w{1,40}(?: \w{1,40}){0,5}), ((?:who|whose|whom|which|der|die|das|dem|den|deren|dessen|dat|wiens|wier|"
    r"qui|dont|que|quien|che|cui|quem)\b[^,;:]{3,300}), (?=\w)"
)
_FEWEST_WORDS = 3
_FEWEST_LETTERS = 4
_HALF = 0.65
_WHOLE = 0.7
_ALMOST = 0.9
_JOINT = re.compile(r"; |, (?:and|but|und|aber|doch|en|maar|et|mais|y|pero|e|ma|mas) ")
_MAIN_JOINT = re.compile(r"; |,? (?:and|but|while|und|aber|doch|während|en|maar|terwijl|et|mais|y|pero|e|ma|mas) ")
_MOST_WORDS = 400
_DEPENDING = {
    "en": frozenset("that which whose whom to".split()),
    "de": frozenset("dass daß welche welcher welches welchen um wodurch womit".split()),
    "nl": frozenset("dat die om waardoor waarmee waarbij".split()),
    "fr": frozenset("que qu qui dont de d à ce".split()),
    "es": frozenset("que quien quienes".split()), "it": frozenset("che di cui".split()),
    "pt": frozenset("que quem".split()),
}
_ACCUSED = {
    "en": frozenset("suspected accused".split()), "nl": frozenset({"verdacht"}),
    "fr": frozenset("soupconne soupconnee soupconnes soupconnees accuse accusee accuses accusees".split()),
    "es": frozenset("acusado acusada acusados acusadas sospechoso sospechosa sospechosos".split()),
}
_BEING = {
    "en": frozenset("is are was were be been being has have had he she they it who that also".split()),
    "nl": frozenset("is zijn was waren wordt worden werd werden ervan ook".split()),
    "fr": frozenset("est sont etait etaient fut furent ete a ont avait avaient aussi qui il elle l".split()),
    "es": frozenset("es son fue fueron era eran esta estan estaba ha sido".split()),
}
# "zu teilen", "weiterzugeben", "te delen": an infinitive at the end of its clause.
_INFINITIVE = {
    "de": re.compile(r"\b(?:zu \w{2,40}n|\w{2,9}zu\w{2,40}en)(?: \w{2,40}en)?$"),
    "nl": re.compile(r"\bte (?:\w{1,40} )?\w{1,40}n\b"),
}
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
        head: Those of what it is inserted behind, which tell of it only beside its own.
    """

    text: str
    anchors: frozenset[str]
    head: frozenset[str] = frozenset()


def clauses(text: str, language: str) -> tuple[Clause, ...]:
    """Parts a text at signs and conjunctions; a part of one or two words goes with its neighbour."""
    inserted = _INSERTED.match(text)
    if inserted is not None:
        main = _parted(f"{inserted[1]} {text[inserted.end() :]}", language)
        return (Clause(inserted[2], _anchors(inserted[2], language), _anchors(inserted[1], language)), *main)
    return _parted(text, language)


def _parted(text: str, language: str) -> tuple[Clause, ...]:
    parts: list[list[str]] = [[]]
    end = 0
    for sign in [*_SIGN.finditer(text), None]:
        for word in text[end : sign.start() if sign else len(text)].split():
            if len(parts[-1]) >= _FEWEST_WORDS and _parts_here(plain(word), plain(parts[-1][-1]), language):
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


def _parts_here(word: str, before: str, language: str) -> bool:
    """Whether a word begins another clause: "and", or "accused" behind whom somebody accuses, not behind a verb."""
    if word in PARTINGS.get(language, ()):
        return True
    return word in _ACCUSED.get(language, ()) and before not in _BEING.get(language, ())


def joined_on(parts: Sequence[Clause], language: str) -> tuple[str, ...]:
    """Returns the text of each clause with the "that" or the like that the next begins with: "they hope, that"."""
    firsts = [*(part.text.split(maxsplit=1)[0] for part in parts[1:]), ""]
    return tuple(f"{part.text}, {word}" if _stem(word) in _DEPENDING.get(language, ()) else part.text
                 for part, word in zip(parts, firsts, strict=True))


def depends(text: str, language: str) -> bool:
    """Whether a clause hangs on the one before it: by "that", "which" or the like, or as an infinitive with "to"."""
    if _stem(text.split(maxsplit=1)[0]) in _DEPENDING.get(language, ()):
        return True
    infinitive = _INFINITIVE.get(language)
    return infinitive is not None and infinitive.search(text.rstrip(" .!?")) is not None


def _stem(word: str) -> str:
    return word.casefold().replace("’", "'").split("'")[0]


def renders_all(claim: str, text: str) -> bool:
    """Whether a claim is long enough to say all that a sentence says; fewer main clauses in it need more length."""
    fewer = len(_JOINT.findall(claim)) < len(_JOINT.findall(text))
    return sum(map(str.isalnum, claim)) >= (_ALMOST if fewer else _WHOLE) * sum(map(str.isalnum, text))


def rendered(claim: str, language: str, parts: Sequence[Clause]) -> Collection[int]:
    """Returns which clauses share most with a claim, several where they share alike.

    Where nothing is shared: all for a claim half as long as they are together, else none.
    """
    own = _anchors(claim, language)
    shared = [_shared(part.anchors, own) and _shared(part.anchors | part.head, own) for part in parts]
    most = max(shared, default=0)
    if most == 0:
        length = sum(sum(map(str.isalnum, part.text)) for part in parts)
        return range(len(parts)) if sum(map(str.isalnum, claim)) >= _HALF * length else ()
    return [place for place, count in enumerate(shared) if count == most]


def main_clauses(claim: str) -> tuple[str, ...]:
    """Parts a claim where "and", "but" or the like join what may be two statements; no part is a single word."""
    parts = [part.strip() for part in _MAIN_JOINT.split(claim)]
    return tuple(parts) if all(len(words(part)) > 1 for part in parts) else (claim,)


def telling_words(text: str, language: str) -> frozenset[str]:
    """Returns the words and numbers of a text that tell what it is about."""
    return _anchors(text, language)


def shared_anchors(claim: str, language: str, text: str, told: str) -> frozenset[str]:
    """Returns the words and numbers of a claim that a text has too, as `told`, its language, may spell them."""
    theirs = _anchors(text, told)
    return frozenset(anchor for anchor in _anchors(claim, language) if _is_in(anchor, theirs))


def _shared(anchors: Collection[str], own: Collection[str]) -> int:
    return sum(_is_in(anchor, own) for anchor in anchors)


def _clause(text: str, language: str) -> Clause:
    return Clause(text, _anchors(text, language))


def _anchors(text: str, language: str) -> frozenset[str]:
    little = FUNCTION_WORDS.get(language, frozenset[str]())
    found = ((word, plain(word)) for word in words(text)[:_MOST_WORDS])
    telling = {key for word, key in found if key not in little and (len(key) >= _FEWEST_LETTERS or word.isupper())}
    return frozenset(telling | set(_NUMBER.findall(text)))


def _is_in(anchor: str, own: Collection[str]) -> bool:
    return anchor in own or (anchor.isalpha() and any(akin(anchor, other) for other in own if other.isalpha()))
