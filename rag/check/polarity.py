"""A claim that negates rests on a quote that does, and a claim on a quote that negates or denies does not affirm.

Whether two sentences in two languages mean the same, no list of words can tell; that one of them says no and the other
does not, it can. Denials are looked for generously where they excuse, and strictly where they accuse. Of a long quote
only the part that a claim renders counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.check.clauses import clauses, rendered, renders_all
from rag.check.cues import cue_words, places
from rag.check.denial_words import DENIAL_WORDS, DenialWords
from rag.check.numbers import Source
from rag.check.parted import joined
from rag.check.result import CheckResult
from rag.check.speech_words import SPEECH_WORDS
from rag.check.undenied import denials

__all__ = ["check_polarity", "denies", "rejects", "says_no"]

_NAME = "polarity"
_LONGEST_QUOTE = 35
_SIGNS = re.compile(r"[,;:–—()]|\s-\s")
# "Hardly 12", and "Kaum war er da, ...": no sooner.
_COUNTED = re.compile(
    r"\b\w{1,40} (?=\d)|\b[Bb]arely (?=an?\b|one\b|two\b|three\b|half\b)|^\W*Kaum (?=war|hatte|ist|hat)"
)
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
    fault = next(_faults(claim, language, quotes, sources), "")
    return CheckResult(_NAME, False, fault) if fault else CheckResult(_NAME, True)


def _faults(claim: str, language: str, quotes: Sequence[Source], sources: Sequence[Source]) -> Iterator[str]:
    # "Did not deny" adds no denial: it may render "admits".
    own = _negators(claim, language) - denials(claim, language).undone
    if own > 0 and own > sum(_noes(source.text, source.language or "") for source in sources):
        yield "It denies what its quote does not."
    if _is_scarce(claim, language) and not any(_says_little(source) for source in sources):
        yield "It says that this is hardly so, and its quote that it is."
    if _denies_what_is_affirmed(claim, language, sources):
        yield "It denies what its quote affirms."
    if quotes and all(_is_turned_back(claim, language, quote) for quote in quotes):
        yield "It turns round a denial of its quote."
    if quotes and all(_is_negated(claim, language, quote) for quote in quotes):
        yield "Its quote negates this, and the claim does not."
    if quotes and all(_is_overlooked(claim, language, quote, sources) for quote in quotes):
        yield "Its quote denies something, and the claim does not say so."


def _is_turned_back(claim: str, language: str, quote: Source) -> bool:
    """Whether one of two sentences denies ("rejects"), and the other says that this is not so ("does not reject")."""
    told = quote.language or ""
    here, there = denials(claim, language), denials(quote.text, told)
    if here.undone and not here.standing:
        return rejects(quote.text, told) and not denies(quote.text, told)
    return there.undone > 0 and not there.standing and rejects(claim, language) and not denies(claim, language)


def _is_scarce(text: str, language: str) -> bool:
    """Whether next to nothing is left of what a text says ("hardly"); "hardly 12" counts, and denies nothing."""
    return bool(places(cue_words(_COUNTED.sub(" ", text)), DENIAL_WORDS[language].scarcely))


def _says_little(source: Source) -> bool:
    """Whether a text has any word that may render "hardly"."""
    language = source.language or ""
    known, found = DENIAL_WORDS[language], cue_words(source.text)
    return bool(_noes(source.text, language) or places(found, known.little) or places(found, known.scarcely))


def denies(text: str, language: str) -> bool:
    """Whether a text has a negation ("not", "kein"), idioms such as "not only" apart."""
    return language in DENIAL_WORDS and _negators(text, language) > 0


def rejects(text: str, language: str) -> bool:
    """Whether a text has a verb of denying or refusing: "denies", "weist ... zurück"."""
    known, found = DENIAL_WORDS.get(language), cue_words(text)
    return known is not None and (bool(places(found, known.verbs)) or _parted(found, known.particles))


def says_no(text: str, language: str) -> bool:
    """Whether a text negates or denies in any way, by a mere "without" or "unable" too."""
    return language in DENIAL_WORDS and _noes(text, language) > 0


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
    found = [word for word in cue_words(joined(text, language)) if word != "un"]
    said = {place for wanted in (known.negations, known.verbs, known.softer) for place in places(found, wanted)}
    return len(said) + _parted(cue_words(text), known.particles)


def _is_negated(claim: str, language: str, quote: Source) -> bool:
    """Whether a quote, or the part of it that a claim renders, has more negations than the claim says no."""
    told = quote.language or ""
    if _is_weakened(claim, language, quote):
        return True
    # "Does not deny" may be rendered by "admits".
    if not denies(quote.text, told) or (denials(quote.text, told).undone and _affirms(claim, language)):
        return False
    noes = _noes(claim, language)
    parts = clauses(quote.text, told)
    if len(parts) == 1 or renders_all(claim, quote.text):
        return _negators(quote.text, told) > noes
    denying = {place for place, part in enumerate(parts) if denies(part.text, told)}
    return noes == 0 and (len(denying) == len(parts) or not denying.isdisjoint(rendered(claim, language, parts)))


def _is_weakened(claim: str, language: str, quote: Source) -> bool:
    """Whether a quote, or the part that a claim renders, says that something is hardly so, and the claim that it is."""
    told = quote.language or ""
    if not _is_scarce(quote.text, told) or _says_little(Source(claim, language)):
        return False
    parts = clauses(quote.text, told)
    if len(parts) == 1 or renders_all(claim, quote.text):
        return True
    scarce = {place for place, part in enumerate(parts) if _is_scarce(part.text, told)}
    return not scarce.isdisjoint(rendered(claim, language, parts))


def _is_overlooked(claim: str, language: str, quote: Source, sources: Sequence[Source]) -> bool:
    """Whether a quote is a denial, and a claim without one can rest on nothing else in it, or affirms."""
    told = quote.language or ""
    found = cue_words(quote.text)
    if len(found) > _LONGEST_QUOTE or denies(quote.text, told) or not rejects(quote.text, told):
        return False
    noes = _noes(claim, language)
    if _affirms(claim, language):
        # What is denied may be a no itself: "irregularities". Then its quote has two, and the claim one.
        fewer = noes < _noes(quote.text, told)
        return fewer and not any(_affirms(source.text, source.language or "") for source in sources)
    if noes:
        return False
    return renders_all(claim, quote.text) or _is_one_clause(quote.text, DENIAL_WORDS[told])


def _denies_what_is_affirmed(claim: str, language: str, sources: Sequence[Source]) -> bool:
    """Whether a claim has somebody deny where nothing in its sources says no, and somebody affirms or tells it."""
    if not rejects(claim, language) or _affirms(claim, language):
        return False
    if any(_noes(source.text, source.language or "") for source in sources):
        return False
    denied = bool(places(cue_words(claim), SPEECH_WORDS[language].denying))
    return any(_affirms(source.text, source.language or "") or (denied and _tells(source)) for source in sources)


def _tells(source: Source) -> bool:
    """Whether a source has somebody say or report something."""
    found, known = cue_words(source.text), SPEECH_WORDS[source.language or ""]
    return any(places(found, wanted) for wanted in (known.frames, known.verbs, known.reported, known.loosely))


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
