"""What is told of a thing, and what is inserted about another: "Delta, a rival of Orion, closed" says nothing of Orion.

Only a plain misreading is told: a claim that opens with a name and has a happening (`rag.check.change_words`) of which
a part of the quote speaks in which the name is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.check.change_words import CHANGE_WORDS
from rag.check.cues import cue_words, cues, places
from rag.check.name_parts import OBJECT, SUBJECT, Name, named_parts, same_name

__all__ = ["misread_insertion"]

# Brackets give second names: "State Security (VSSE)".
_SIGN = re.compile(r",\s|\s[–—-]\s")
_HAPPENINGS = ("win", "lose", "begin", "end", "open", "close", "buy", "sell", "approve", "reject", "arrive", "leave",
               "succeed", "fail", "fire", "up", "down", "build", "destroy", "free", "jail")
_JOINED = frozenset("and or but und oder aber sowie en of maar et ou mais y e o ed ma mas".split())
_WHOSE = {
    "en": cues("whose"), "de": cues("dessen deren"), "nl": cues("wiens wier waarvan"), "fr": cues("dont"),
    "es": cues("cuyo cuya cuyos cuyas"), "it": cues("il_cui la_cui i_cui le_cui"), "pt": cues("cujo cuja cujos cujas"),
}
_WHICH = {
    "en": cues("who which whom whose where"), "de": cues("der die das den dem dessen deren welche* wo"),
    "nl": cues("die dat wiens wier waar*"), "fr": cues("qui que qu dont ou lequel laquelle"),
    "es": cues("que quien quienes cuy* donde"), "it": cues("che cui il_cui la_cui dove"),
    "pt": cues("que quem cuj* onde"),
}
_OWN = {
    "en": cues("whose his her its their"), "de": cues("dessen deren sein* ihr*"),
    "nl": cues("wiens wier waarvan zijn haar hun"), "fr": cues("dont son sa ses leur leurs"),
    "es": cues("cuy* su sus"), "it": cues("cui suo sua suoi sue loro"), "pt": cues("cuj* seu sua seus suas"),
}


@dataclass(frozen=True, slots=True)
class _Parted:
    """A sentence about an insertion: "Delta", "a rival of Orion", "closed"."""

    head: str
    inserted: str
    rest: str


def misread_insertion(claim: str, language: str, quote: str, told: str) -> str:
    """Returns the name of a claim that its quote tells something else of, "" where there is none.

    Args:
        language: Of the claim; it and `told`, the quote's, are keys of `CHANGE_WORDS`.
    """
    parted, names = _parted(quote), named_parts(claim, language)
    happening = _happenings(claim, language)
    if parted is None or not happening or not names or not names[0].leads or not names[0].parts & (SUBJECT | OBJECT):
        return ""
    subject = names[0]
    in_head, inserted, in_rest = (named_parts(part, told) for part in (parted.head, parted.inserted, parted.rest))
    about, of_insertion = _happenings(parted.rest, told), _happenings(parted.inserted, told)
    if happening & _happenings(parted.head, told):
        return ""
    if _is_beside(inserted, subject, parted.inserted, told) and not _has((*in_head, *in_rest), subject):
        lost = in_head and not any(_has(names, name) for name in in_head)
        return subject.text if lost and happening <= about and not happening & of_insertion else ""
    whose = places(cue_words(parted.inserted)[:3], _WHOSE[told]) and not places(cue_words(claim), _OWN[language])
    alone = len(names) == 1 or not _has(inserted, *names[1:])
    if whose and alone and _has(in_head, subject) and happening <= of_insertion and not happening & about:
        return subject.text
    return ""


def _parted(quote: str) -> _Parted | None:
    signs = [*_SIGN.finditer(quote)][:2]
    if len(signs) < 2:
        return None
    first, second = signs
    head, inserted, rest = quote[: first.start()], quote[first.end() : second.start()], quote[second.end() :]
    opening = [*cue_words(inserted)[:1], *cue_words(rest)[:1]]
    # "Delta, the mill Orion, and Gamma closed": a list inserts nothing.
    return _Parted(head, inserted, rest) if len(opening) == 2 and _JOINED.isdisjoint(opening) else None


def _is_beside(names: Sequence[Name], subject: Name, inserted: str, told: str) -> bool:
    """Whether an insertion speaks of a name without being it: "a rival of Orion", not "the manager Ann Orion"."""
    found = [name for name in names if same_name(name, subject)]
    relative = 0 in places(cue_words(inserted)[:2], _WHICH[told])
    return bool(found) and all(relative or (name.parts and not name.parts & (SUBJECT | OBJECT)) for name in found)


def _has(names: Sequence[Name], *wanted: Name) -> bool:
    return any(same_name(name, other) for name in names for other in wanted)


def _happenings(text: str, language: str) -> frozenset[str]:
    found, known = cue_words(text), CHANGE_WORDS[language]
    return frozenset(sense for sense in _HAPPENINGS if sense in known and places(found, known[sense]))
