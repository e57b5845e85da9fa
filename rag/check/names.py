"""Acronyms and names of people in a claim have to stand in its sources, in some spelling.

Names differ between languages (Luik, Liège, Lüttich), so that most absences prove nothing: only acronyms and
two-word names in languages that write common nouns small are judged, and only where no word of theirs is akin to any
word of the sources.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.check.result import CheckResult
from rag.check.words import akin, plain, words

__all__ = ["check_names"]

_NAME = "names"
_ACRONYM = re.compile(r"(?<![\w-])(?:[^\W\d_a-zß-öø-ÿ]{2,8}|[A-Z][a-z]+[A-Z]\w{1,20})(?!\w)")
_RUN = re.compile(r"(?<![\w-])[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?: [^\W\d_a-zß-öø-ÿ][\w’'-]+){1,2}(?!\w)")
# States and unions have other initials in other languages, or are put for their adjectives.
_WORLDLY = {
    "EU", "UE", "US", "USA", "VS", "EUA", "EEUU", "UK", "VK", "UN", "VN", "ONU", "UNO", "NATO", "OTAN", "NAVO", "EG",
    "CEO", "TV", "GDP", "BIP", "BBP", "PIB", "AI", "KI", "IA", "IT", "AM", "PM", "EUR", "USD", "GBP", "CNY", "CHF",
    "OPEC", "IMF", "IWF", "FMI", "WHO", "OMS", "ECB", "EZB", "BCE", "COVID", "OK", "II", "III", "IV", "VI", "VII",
    "WTO", "OMC", "IAEA", "AIEA", "AEA", "OECD", "OCDE", "OESO", "UAE", "VAE", "CO",
}
# Words of institutions, offices and places, which are translated; a run with one of them is no person's name.
_COMMON_WORDS = (
    "the a an this that these in on at for from by of and but or if when while after before since until according both "
    "it he she they we its his her their as with court house ministry minister state states council bank party police "
    "government president prime foreign supreme white security service services union kingdom national nations federal "
    "republic city north south east west new general secretary commission committee parliament senate university "
    "institute agency office department world international central public health justice defence defense interior "
    "finance trade air sea river lake island mount street airport group company great united european african asian "
    "american british french german dutch belgian chinese russian ukrainian spanish italian turkish indian japanese "
    "monday tuesday wednesday thursday friday saturday sunday "
    "de het een dit deze in op van en maar als volgens na voor sinds hof ministerie staat staten raad partij politie "
    "regering eerste tweede kamer witte huis dienst unie verenigde koninkrijk noord zuid oost west "
    "le la les un une des ce cette selon dans apres avant depuis cour maison ministere etat conseil banque parti "
    "gouvernement premier ministre el los las una segun tribunal casa ministerio estado consejo banco partido gobierno "
    "il lo gli uno secondo corte o os as um uma segundo tribunal governo"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def check_names(claim: str, language: str, sources: Sequence[str], same_language: bool) -> CheckResult:
    """Checks acronyms, and names of two or three words.

    Args:
        claim: A sentence in `language`.
        sources: Quotes, contexts, titles, outlets and the question: whatever may have given the name.
        same_language: Whether the quotes are in `language`; German capitals tell names apart only then.
    """
    known = [word for source in sources for word in words(source)]
    plain_known = frozenset(plain(word) for word in known)
    initials = _initials([*sources, claim])
    for match in _ACRONYM.finditer(claim):
        acronym = plain(match[0])
        if match[0] not in _WORLDLY and acronym not in plain_known and acronym not in initials:
            return CheckResult(_NAME, False, f"The quote does not say {match[0]!r}.")
    if language == "de" and not same_language:
        return CheckResult(_NAME, True)
    for match in _RUN.finditer(claim):
        parts = [plain(part) for part in words(match[0])]
        if _is_common(parts, match.start(), claim) or "".join(part[0] for part in parts) in plain_known:
            continue
        if not any(akin(part, word) for part in parts for word in plain_known):
            return CheckResult(_NAME, False, f"The quote does not name {match[0]!r}.")
    return CheckResult(_NAME, True)


def _is_common(parts: Sequence[str], start: int, claim: str) -> bool:
    """A run at the beginning of a sentence has two capitals only because it begins there, unless it has three."""
    begins = not claim[:start].strip(" \"“„«‘'")
    return any(part in _COMMON for part in parts) or (begins and len(parts) < 2)


def _initials(sources: Sequence[str]) -> frozenset[str]:
    """Returns the initials of neighbouring words, two to five: "Financial Times" gives "ft"."""
    found: set[str] = set()
    for source in sources:
        heads = [plain(word)[:1] for word in words(source)]
        for length in range(2, 6):
            found.update("".join(heads[place : place + length]) for place in range(len(heads) - length + 1))
    return frozenset(found)
