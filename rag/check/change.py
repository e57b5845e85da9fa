"""What rises in a quote does not fall in the claim: direction and its opposites, across languages.

Only a plain opposite fails: the claim has words of one direction and none of the other, its quote the reverse; and a
growth or decline ("has grown") where the sources speak of no change at all. Where one of them negates and the other
does not ("did not rise"), nothing is judged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rag.check.change_words import CHANGE_WORDS, MOVES, OPPOSITES
from rag.check.clauses import clauses, rendered, renders_all
from rag.check.cues import Cues, cue_words, places
from rag.check.numbers import Source
from rag.check.opposite_words import OPPOSED, STANCES
from rag.check.parted import joined
from rag.check.polarity import denies
from rag.check.refusals import without_falling
from rag.check.result import CheckResult

__all__ = ["check_change"]

_NAME = "change"
_REASON = "It says {!r}, and its quote says the opposite: {!r}."
_INVENTED = "It says {!r}, and its quote speaks of no change."
_FARTHEST = 0.35
"""Of a sentence's length, between the same thing in it and in its translation; chosen on the calibration half."""
_NEAR = 0.2
_COMPARED = (("more", "less"), ("less", "more"))
_NUMBER = re.compile(r"\d+")
_PAIRS = (*OPPOSITES, *OPPOSED)
_KNOWN = {language: {**table, **STANCES[language]} for language, table in CHANGE_WORDS.items()}


def check_change(
    claim: str, language: str, quotes: Sequence[Source], sources: Sequence[Source]
) -> CheckResult:
    """Checks that a claim does not turn the direction of its quotes round, nor tells of a growth that they do not.

    Args:
        claim: A sentence in `language`.
        language: ISO 639-1. Where it, or the language of a quote, is not known to the check, the claim passes.
        quotes: The cited quotes; one that says it as the claim does, or speaks of neither, is enough.
        sources: The quotes and their contexts.
    """
    known = _KNOWN.get(language)
    if known is None or not quotes:
        return CheckResult(_NAME, True)
    own = _heard(claim, language)
    for one, other in (*_PAIRS, *((other, one) for one, other in _PAIRS)):
        said = _found(own, known, one)
        if not said:
            continue
        at = _place(own, known, one)
        if _found(own, known, other):
            beside = _place(own, known, other)
            moved = [_moved(claim, language, quote, one, other, at, beside) for quote in quotes]
            if all(moved):
                return CheckResult(_NAME, False, _REASON.format(said, moved[0]))
            continue
        contrary = [_contrary(claim, language, quote, one, other, at) for quote in quotes]
        if all(contrary):
            return CheckResult(_NAME, False, _REASON.format(said, contrary[0]))
    grown = "" if denies(claim, language) else _found(own, known, "grown")
    if grown and not any(_may_move(source) for source in sources):
        return CheckResult(_NAME, False, _INVENTED.format(grown))
    return CheckResult(_NAME, True)


def _may_move(source: Source) -> bool:
    """Whether a text speaks of a change, or has two numbers that may be one."""
    known = _KNOWN.get(source.language or "")
    if known is None or len(_NUMBER.findall(source.text)) > 1:
        return True
    found = _heard(source.text, source.language or "")
    return any(_found(found, known, sense) for sense in MOVES)


def _contrary(claim: str, language: str, quote: Source, one: str, other: str, at: float) -> str:
    """Returns the word by which a quote says the other thing and not the one; "" where it does not.

    Args:
        at: Where the claim says the one thing, as a share of its length. A claim that renders several clauses says
            the same thing at about the same place.
    """
    told, known = quote.language or "", _KNOWN.get(quote.language or "")
    found = _heard(quote.text, told)
    if known is None or denies(quote.text, told) != denies(claim, language) or _found(found, known, one):
        return ""
    word = _found(found, known, other)
    if not word:
        return ""
    parts = clauses(quote.text, told)
    if len(parts) == 1:
        return word
    if renders_all(claim, quote.text):
        return word if abs(at - _place(found, known, other)) <= _FARTHEST else ""
    meant = rendered(claim, language, parts)
    # Of "more than hoped" all is said by one word, and a claim may share no other with any clause.
    if not meant and (one, other) in _COMPARED:
        meant = range(len(parts))
    return next((word for place in meant if (word := _found(_heard(parts[place].text, told), known, other))), "")


def _moved(claim: str, language: str, quote: Source, one: str, other: str, at: float, beside: float) -> str:
    """Returns the word by which a quote says the other thing where a claim that says both says the one; else ""."""
    told, known = quote.language or "", _KNOWN.get(quote.language or "")
    found = _heard(quote.text, told)
    if known is None or denies(quote.text, told) != denies(claim, language) or _found(found, known, one):
        return ""
    word = _found(found, known, other)
    if not word or not renders_all(claim, quote.text):
        return ""
    place = _place(found, known, other)
    return word if abs(at - place) <= _NEAR and abs(beside - place) > _FARTHEST else ""


def _heard(text: str, language: str) -> list[str]:
    return cue_words(joined(without_falling(text, language), language))


def _place(found: Sequence[str], known: Mapping[str, Cues], sense: str) -> float:
    return places(found, known[sense])[0] / max(1, len(found) - 1)


def _found(found: Sequence[str], known: Mapping[str, Cues], sense: str) -> str:
    """Returns the first word of a sense, "" where there is none."""
    begins = places(found, known[sense]) if sense in known else []
    return found[begins[0]] if begins else ""
