"""A claim that negates rests on a quote that does, and a claim on a quote that negates or denies does not affirm.

Whether two sentences in two languages mean the same, no list of words can tell; that one of them says no and the other
does not, it can. Denials are looked for generously where they excuse, and strictly where they accuse. Of a long quote
only the part that a claim renders counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.check.clauses import clauses, rendered, renders_all
from rag.check.cues import cue_words, places
from rag.check.denial_words import DENIAL_WORDS, DenialWords
from rag.check.numbers import Source
from rag.check.result import CheckResult

__all__ = ["check_polarity", "denies", "rejects"]

_NAME = "polarity"
_LONGEST_QUOTE = 35
_SIGNS = re.compile(r"[,;:–—()]|\s-\s")
_REACH = 2
_FRENCH_REACH = 8
_PREPOSITIONS = frozenset({"aus", "uit"})
_FRENCH_ENDS = frozenset("plus personne guere nullement".split())


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
    own = _negators(claim, language)
    if own and own > sum(_noes(source.text, source.language or "") for source in sources):
        return CheckResult(_NAME, False, "It denies what its quote does not.")
    if _denies_what_is_affirmed(claim, language, sources):
        return CheckResult(_NAME, False, "It denies what its quote affirms.")
    if quotes and all(_is_negated(claim, language, quote) for quote in quotes):
        return CheckResult(_NAME, False, "Its quote negates this, and the claim does not.")
    if not _noes(claim, language) and quotes and all(
            _is_overlooked(claim, language, quote, sources) for quote in quotes):
        return CheckResult(_NAME, False, "Its quote denies something, and the claim does not say so.")
    return CheckResult(_NAME, True)


def denies(text: str, language: str) -> bool:
    """Whether a text has a negation ("not", "kein"), idioms such as "not only" apart."""
    return language in DENIAL_WORDS and _negators(text, language) > 0


def rejects(text: str, language: str) -> bool:
    """Whether a text has a verb of denying or refusing: "denies", "weist ... zurück"."""
    known, found = DENIAL_WORDS.get(language), cue_words(text)
    return known is not None and (bool(places(found, known.verbs)) or _parted(found, known.particles))


def _without_expletives(found: Sequence[str]) -> list[str]:
    """Takes out each French "ne" that another word does not complete: "ne ... que" limits, and some mean nothing."""
    return [
        word for place, word in enumerate(found)
        if word != "ne" or not _FRENCH_ENDS.isdisjoint(found[place + 1 : place + 1 + _FRENCH_REACH])
    ]


def _negators(text: str, language: str) -> int:
    """Counts the words that turn a sentence round; those of one idiom ("neither ... nor") are one."""
    known = DENIAL_WORDS[language]
    line = " " + " ".join(cue_words(text)) + " "
    for idiom in known.idioms:
        line = line.replace(f" {idiom} ", " ")
    found = line.split()
    if language == "fr":
        found = _without_expletives(found)
    places_of = [place for place, word in enumerate(found) if word in known.negations]
    return sum(1 for at, place in enumerate(places_of) if at == 0 or place - places_of[at - 1] > _REACH)


def _noes(text: str, language: str) -> int:
    """Counts what negates or denies in any way: a word too many here only lets a claim pass."""
    known = DENIAL_WORDS[language]
    # The UN is no "un-".
    found = [word for word in cue_words(text) if word != "un"]
    said = {place for wanted in (known.negations, known.verbs, known.softer) for place in places(found, wanted)}
    return len(said) + _parted(found, known.particles)


def _is_negated(claim: str, language: str, quote: Source) -> bool:
    """Whether a quote, or the part of it that a claim renders, has more negations than the claim says no."""
    told = quote.language or ""
    if not denies(quote.text, told):
        return False
    noes = _noes(claim, language)
    parts = clauses(quote.text, told)
    if len(parts) == 1 or renders_all(claim, quote.text):
        return _negators(quote.text, told) > noes
    denying = {place for place, part in enumerate(parts) if denies(part.text, told)}
    return noes == 0 and (len(denying) == len(parts) or not denying.isdisjoint(rendered(claim, language, parts)))


def _is_overlooked(claim: str, language: str, quote: Source, sources: Sequence[Source]) -> bool:
    """Whether a quote is a denial, and a claim without one can rest on nothing else in it, or affirms."""
    told = quote.language or ""
    found = cue_words(quote.text)
    if len(found) > _LONGEST_QUOTE or denies(quote.text, told) or not rejects(quote.text, told):
        return False
    if _affirms(claim, language):
        return not any(_affirms(source.text, source.language or "") for source in sources)
    return renders_all(claim, quote.text) or _is_one_clause(quote.text, DENIAL_WORDS[told])


def _denies_what_is_affirmed(claim: str, language: str, sources: Sequence[Source]) -> bool:
    """Whether a claim has somebody deny where its sources have somebody affirm, and nothing in them says no."""
    return (
        rejects(claim, language) and not _affirms(claim, language)
        and any(_affirms(source.text, source.language or "") for source in sources)
        and not any(_noes(source.text, source.language or "") for source in sources)
    )


def _affirms(text: str, language: str) -> bool:
    known, found = DENIAL_WORDS[language], cue_words(text)
    return bool(places(found, known.affirmations)) or _parted(found, known.affirming_particles)


def _is_one_clause(quote: str, known: DenialWords) -> bool:
    """Whether the denial and what it denies ("bestreitet, dass ...") are all that a quote says."""
    end = 0
    before: list[str] = []
    for sign in [*_SIGNS.finditer(quote), None]:
        part = cue_words(quote[end : sign.start() if sign else len(quote)])
        for word in part:
            if word in known.partings and not _is_near(before, known):
                return False
            before.append(word)
        if sign is None or not cue_words(quote[sign.end() :]):
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
        if begin is None or particle not in found[begin + 1 :]:
            continue
        # "schloss die Filiale aus Kostengründen" excludes nothing: such a particle stands at the end.
        if particle not in _PREPOSITIONS or found[-1] == particle:
            return True
    return False
