"""A claim that negates rests on a quote that does, and a claim on a quote that denies does not affirm.

Whether two sentences in two languages mean the same, no list of words can tell; that one of them says no and the other
does not, it can. Denials are looked for generously where they excuse, and strictly where they accuse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.check.denial_words import DENIAL_WORDS, DenialWords
from rag.check.numbers import Source
from rag.check.result import CheckResult
from rag.check.words import plain, words

__all__ = ["check_polarity", "denies"]

_NAME = "polarity"
_LONGEST_QUOTE = 35
_SIGNS = re.compile(r"[,;:–—()]|\s-\s")
_REACH = 2


def check_polarity(claim: str, language: str, quotes: Sequence[Source], sources: Sequence[Source]) -> CheckResult:
    """Checks that a claim does not turn its quotes round.

    Args:
        claim: A sentence in `language`.
        language: ISO 639-1. Where it, or the language of a source, is not known to the check, the claim passes.
        quotes: The cited quotes.
        sources: The quotes and their contexts.
    """
    known = all(source.language in DENIAL_WORDS for source in sources)
    if language not in DENIAL_WORDS or not sources or not known:
        return CheckResult(_NAME, True)
    if denies(claim, language):
        if not any(_says_no(source.text, source.language or "") for source in sources):
            return CheckResult(_NAME, False, "It denies what its quote does not.")
    elif not _says_no(claim, language) and all(_is_overlooked(claim, language, quote, sources) for quote in quotes):
        return CheckResult(_NAME, False, "Its quote denies something, and the claim does not say so.")
    return CheckResult(_NAME, True)


def denies(text: str, language: str) -> bool:
    """Whether a text has a negation ("not", "kein"), idioms such as "not only" apart."""
    known = DENIAL_WORDS.get(language)
    if known is None:
        return False
    line = " " + " ".join(_plain_words(text)) + " "
    for idiom in known.idioms:
        line = line.replace(f" {idiom} ", " ")
    return any(word in known.negations for word in line.split())


def _says_no(text: str, language: str) -> bool:
    """Whether a text negates or denies in any way: a word too many here only lets a claim pass."""
    known, found = DENIAL_WORDS[language], _plain_words(text)
    said = any(word in known.negations or word in known.verbs or word in known.softer for word in found)
    return said or _parted(found, known.particles)


def _is_overlooked(claim: str, language: str, quote: Source, sources: Sequence[Source]) -> bool:
    """Whether a quote is a denial, and a claim without one can rest on nothing else in it, or affirms."""
    known = DENIAL_WORDS[quote.language or ""]
    found = _plain_words(quote.text)
    if len(found) > _LONGEST_QUOTE or denies(quote.text, quote.language or ""):
        return False
    if not any(word in known.verbs for word in found) and not _parted(found, known.particles):
        return False
    if _affirms(claim, language):
        return not any(_affirms(source.text, source.language or "") for source in sources)
    return _is_one_clause(quote.text, known)


def _affirms(text: str, language: str) -> bool:
    known, found = DENIAL_WORDS[language], _plain_words(text)
    return any(word in known.affirmations for word in found) or _parted(found, known.affirming_particles)


def _is_one_clause(quote: str, known: DenialWords) -> bool:
    """Whether the denial and what it denies ("bestreitet, dass ...") are all that a quote says."""
    end = 0
    before: list[str] = []
    for sign in [*_SIGNS.finditer(quote), None]:
        part = _plain_words(quote[end : sign.start() if sign else len(quote)])
        for word in part:
            if word in known.partings and not _is_near(before, known):
                return False
            before.append(word)
        if sign is None or not _plain_words(quote[sign.end() :]):
            return True
        if sign[0] != "," or not _is_near(before, known):
            return False
        end = sign.end()
    return True


def _is_near(before: Sequence[str], known: DenialWords) -> bool:
    """Whether a denial ends what was read so far: what follows is what it denies."""
    return any(word in known.verbs for word in before[-_REACH:])


def _parted(found: Sequence[str], particles: Sequence[tuple[str, str]]) -> bool:
    """Whether there is one of these verbs in two parts ("weist ... zurück")."""
    for stem, particle in particles:
        begin = next((place for place, word in enumerate(found) if word.startswith(stem)), None)
        if begin is not None and particle in found[begin + 1 :]:
            return True
    return False


def _plain_words(text: str) -> list[str]:
    """Returns plain words; what an apostrophe joins is parted: "n't" and "n'" stand alone."""
    parted: list[str] = []
    for word in words(text.replace("’", "'")):
        key = plain(word)
        if key.endswith("n't"):
            parted += [key[:-3], "n't"]
        elif "'" in key:
            head, _, tail = key.rpartition("'")
            parted += ["ne" if head == "n" else head, tail]
        else:
            parted.append(key)
    return parted
