"""German and Dutch verbs in two parts, put together: "nahm das Angebot an" says "annahm", and not "nahm" and "an".

A particle belongs to a verb only where it ends its part of the sentence: "stellte ein Werk vor" has no "ein" of a verb.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rag.check.words import plain

__all__ = ["joined"]

_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]")
_LONGEST = 4000
_REACH = 24
"""Words between the two parts of a verb at most."""
_HARD = frozenset(".;:!?")
_NEXT = {
    "de": frozenset("und oder aber sondern sowie wie als dass nachdem weil wahrend obwohl".split()),
    "nl": frozenset("en of maar dan om dat nadat omdat terwijl hoewel toen in op met tot van bij door sinds na "
                    "voor".split()),
}
_SUPPOSING = frozenset({"an", "aan"})
_THAT = frozenset({"dass", "dat"})
_VERBS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "de": {
        "an": frozenset("nahm nahmen nimmt nehmen griff griffen greift greifen kundigt kundigte kundigten klagt klagte "
                        "klagten bot boten bietet bieten".split()),
        "ab": frozenset("nahm nahmen nimmt nehmen sagt sagte sagten sagen blies bliesen lehnt lehnte lehnten".split()),
        "zu": frozenset("nahm nahmen nimmt nehmen legte legten legt stimmt stimmte stimmten sagte sagten".split()),
        "auf": frozenset("nahm nahmen nimmt nehmen hort horte horten".split()),
        "ein": frozenset("stellt stellte stellten stellen marschiert marschierte marschierten marschieren fiel "
                         "fielen fallt".split()),
        "aus": frozenset("rief riefen ruft rufen fiel fielen fallt".split()),
        "vor": frozenset("wirft warf werfen warfen schlagt schlug schlugen".split()),
        "statt": frozenset("fand fanden findet finden".split()),
        "zuruck": frozenset("trat traten tritt treten zieht zog zogen".split()),
        "um": frozenset("kam kamen kommt kommen".split()),
    },
    "nl": {
        "af": frozenset("nam namen neemt nemen blies bliezen blaast gelast gelastte wees wezen wijst".split()),
        "toe": frozenset("nam namen neemt nemen zegt zegde zegden".split()),
        "aan": frozenset("nam namen neemt nemen kondigt kondigde kondigden viel vielen valt klaagt klaagde biedt bood "
                         "boden".split()),
        "binnen": frozenset("viel vielen valt vallen".split()),
        "om": frozenset("kwam kwamen komt komen".split()),
        "op": frozenset("hield hielden houdt zegt zegde".split()),
        "weg": frozenset("stemde stemden stemt stemmen".split()),
        "stil": frozenset("legt legde legden".split()),
    },
}


def joined(text: str, language: str) -> str:
    """Returns a text with the parts of its parted verbs joined where the first stood; of other languages, as it is.

    Args:
        language: Of `text`, ISO 639-1.
    """
    known = _VERBS.get(language)
    if known is None or len(text) > _LONGEST:
        return text
    tokens = list(_TOKEN.finditer(text))
    keys = [plain(token[0]) for token in tokens]
    ends = _NEXT[language]
    heads: dict[int, str] = {}
    gone: set[int] = set()
    for place, key in enumerate(keys):
        verbs = known.get(key)
        if verbs is None or not _ends_part(keys, place, ends):
            continue
        head = _head(keys, place, verbs)
        if head is not None and head not in heads:
            heads[head] = tokens[place][0] + tokens[head][0].lower()
            gone.add(place)
    pieces: list[str] = []
    end = 0
    for place, token in enumerate(tokens):
        if place in heads or place in gone:
            pieces += [text[end : token.start()], heads.get(place, "")]
            end = token.end()
    return "".join([*pieces, text[end:]])


def _ends_part(keys: Sequence[str], place: int, ends: frozenset[str]) -> bool:
    following = keys[place + 1] if place + 1 < len(keys) else "."
    # "nahm an, dass": supposed, and accepted nothing.
    if keys[place] in _SUPPOSING and following in _THAT | {","} and not _THAT.isdisjoint(keys[place + 1 : place + 3]):
        return False
    return not following[0].isalnum() or following in ends


def _head(keys: Sequence[str], place: int, verbs: frozenset[str]) -> int | None:
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if keys[at] in _HARD:
            return None
        if keys[at] in verbs:
            return at
    return None
