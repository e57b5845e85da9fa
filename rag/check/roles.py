"""Who did it to whom: two names of a claim do not stand in each other's places.

Only names are looked at that stand once in the claim and once in its quote. What comes before a name, its place and the
voice of the verb say which part it plays ("sued by Delta": the one who does it). A claim fails where two names play
each other's parts, and neither its own: what is left open, or may be said the other way round ("belongs to" for
"owns"), passes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from rag.check.change_words import CHANGE_WORDS
from rag.check.cues import cue_words, places
from rag.check.deeds import told_by_verbs
from rag.check.insertions import misread_insertion
from rag.check.name_parts import OBJECT, OF, SUBJECT, Name, named_parts, same_name
from rag.check.numbers import Source
from rag.check.parted import joined
from rag.check.result import CheckResult
from rag.check.role_words import AIMED, CONVERSE, MUTUAL, ROLE_WORDS
from rag.check.speech_words import SPEECH_WORDS

__all__ = ["check_roles"]

_NAME = "roles"
_SWAPPED = "In its quote {0!r} and {1!r} stand the other way round."
_MISREAD = "Its quote does not say this of {!r}, but of another named beside it."
_LONGEST = 3000
"""Characters that are read: longer ones are no sentences."""
_AT = frozenset({"in", "to", "on"})
_TURNED = ("buy", "sell", "north", "south", "east", "west")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A name of both sentences: the parts that it may play in the claim, and in the quote."""

    text: str
    here: frozenset[str]
    there: frozenset[str]


def check_roles(claim: str, language: str, quotes: Sequence[Source]) -> CheckResult:
    """Checks that no two names of a claim have changed places.

    Args:
        claim: A sentence in `language`.
        language: ISO 639-1. Where it, or the language of a quote, is not known to the check, the claim passes.
        quotes: The cited quotes; one that has them so is enough.
    """
    if language not in ROLE_WORDS or not quotes:
        return CheckResult(_NAME, True)
    said = told_by_verbs(claim[:_LONGEST], language)
    own = named_parts(said, language)
    faults = [_fault(said, language, own, _read(quote)) for quote in quotes]
    return CheckResult(_NAME, False, faults[0]) if all(faults) else CheckResult(_NAME, True)


def _read(quote: Source) -> Source:
    return Source(told_by_verbs(quote.text[:_LONGEST], quote.language or ""), quote.language)


def _fault(claim: str, language: str, own: Sequence[Name], quote: Source) -> str:
    told = quote.language or ""
    if told not in ROLE_WORDS:
        return ""
    if found := _swapped(claim, language, own, quote.text, told):
        return _SWAPPED.format(*found)
    other = misread_insertion(claim, language, quote.text, told)
    return _MISREAD.format(other) if other else ""


def _swapped(claim: str, language: str, own: Sequence[Name], quote: str, told: str) -> tuple[str, ...]:
    """Returns two names that stand the other way round in a quote, () where there are none."""
    ordered = _is_ordered(claim, language) and _is_ordered(quote, told)
    theirs = named_parts(quote, told)
    shared = [(name, matches[0]) for name in own
              if len(matches := [other for other in theirs if same_name(name, other)]) == 1]
    once = [_Placed(name.text, _aimed(_parts(name, other, language, ordered), claim, language),
                    _aimed(_parts(other, name, told, ordered), quote, told))
            for name, other in shared if sum(other is match for _, match in shared) == 1]
    found = next(((one.text, two.text) for one, two in combinations(once, 2) if _changed_places(one, two)), ())
    return found if found and _senses(claim, language) == _senses(quote, told) else ()


def _changed_places(one: _Placed, two: _Placed) -> bool:
    return bool(one.here & two.there and two.here & one.there) and not (one.here & one.there or two.here & two.there)


def _parts(name: Name, other: Name, language: str, ordered: bool) -> frozenset[str]:
    """Returns what part a name plays, seen beside the same name elsewhere: "Belgiens" beside "Belgium" is "of" it."""
    last = name.words[-1] if name.words else ""
    if language == "de" and last.endswith("s") and not any(word.endswith("s") for word in other.words):
        return OF
    return name.parts if ordered else name.parts - SUBJECT - OBJECT


def _aimed(parts: frozenset[str], text: str, language: str) -> frozenset[str]:
    """Adds that it is done to whom it is aimed at: "marched into Delta"."""
    if parts.isdisjoint(_AT) or not places(cue_words(joined(text, language)), AIMED[language]):
        return parts
    return parts | OBJECT


def _is_ordered(text: str, language: str) -> bool:
    """Whether the order of two names says who does it: not of what two do to each other, nor where one speaks."""
    found, spoken = cue_words(text), SPEECH_WORDS[language]
    return not any(places(found, wanted) for wanted in (MUTUAL[language], spoken.verbs, spoken.frames))


def _senses(text: str, language: str) -> frozenset[str]:
    found, turned = cue_words(text), CHANGE_WORDS[language]
    return frozenset(
        [sense for sense, wanted in CONVERSE[language].items() if places(found, wanted)]
        + [sense for sense in _TURNED if sense in turned and places(found, turned[sense])]
    )
