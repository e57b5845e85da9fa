"""Places, people and organisations exchanged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from eval.mutation.calendar import MONTHS, WEEKDAYS
from eval.mutation.figures import SCALES
from eval.mutation.model import Chance, Change, Rule, TrueClaim
from eval.mutation.nationalities import NATIONALITIES
from eval.mutation.places import forms, places
from eval.mutation.wording import exchanged
from rag.types import Span

__all__ = ["NAMES"]

# Two capitalised words or more, or one within a sentence; short words are too often something else.
_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞŠŽ][\w’'.-]*[\w]"
_SEQUENCE = re.compile(rf"(?<![\w.-]){_CAPITAL}(?: (?:(?:de|da|do|du|van|von|bin|al|der|la) )?{_CAPITAL})*(?![\w-])")
_PEOPLE: Final = ("Marit Solheim", "Tomas Okafor", "Renata Viklund", "Emil Brankovic", "Noor Haddadin", "Ivo Castellan",
                  "Greta Lindqvist", "Samir Oyelaran")
_SINGLE: Final = ("Kessmark", "Ndiaye", "Halvorsen", "Brankovic", "Oyelaran", "Viklund", "Castellan", "Teodorak")
_TITLES: Final = frozenset("The A An In On At It He She Der Die Das Ein Eine El La Le Les De Het Een Los Las Un Une "
                           "Mr Mrs Dr Im Am".split())
# Capitalised, and spelled alike in two languages, but no one's name.
_NO_NAMES: Final = frozenset(
    {word.lower() for table in (*MONTHS.values(), *WEEKDAYS.values()) for word in table}
    | {word for table in SCALES.values() for word in table}
    | set("euro euros dollar tonnen prozent meter liter hektar stunden jahre internet film hotel baby games".split()))
_LINKS: Final = frozenset("and or und oder en of et ou y o sowie bis to the der die das dem den la le les el".split())


def _shared_names(claim: TrueClaim) -> list[Span]:
    """Returns where names stand in the claim that its evidence spells alike.

    Every German noun has a capital, so a single word counts only where the other language writes it with one within
    a sentence.
    """
    found: list[Span] = []
    for match in _SEQUENCE.finditer(claim.text):
        words = match[0].split(" ")
        while words and words[0] in _TITLES:
            words = words[1:]
        name = " ".join(words)
        if len(name) < 4 or name not in claim.quote or any(word.lower() in _NO_NAMES for word in words):
            continue
        if len(words) == 1 and not _is_single_name(name, claim):
            continue
        found.append(Span(match.end() - len(name), match.end()))
    return found


def _is_single_name(name: str, claim: TrueClaim) -> bool:
    other = claim.quote if claim.evidence_language != "de" else claim.text if claim.language != "de" else ""
    inner = re.search(rf"[\w,»”] {re.escape(name)}(?!\w)", other)
    lower = re.search(rf"\b{re.escape(name.lower())}\b", f"{claim.text} {claim.quote}")
    return inner is not None and lower is None


def _put(text: str, span: Span, new: str) -> str:
    return text[: span.start] + new + text[span.end :]


def _place(claim: TrueClaim, chance: Chance, kind: str) -> Change | None:
    known = {name: place for name, place in forms(claim.language).items() if place.kind == kind}
    plural = "s?" if claim.language == "de" else ""
    found = [(match, known[match[1]]) for name in known
             for match in re.finditer(rf"(?<![\w-])({re.escape(name)}){plural}(?![\w-])", claim.text)
             if known[name].name(claim.evidence_language) in claim.quote]
    if not found:
        return None
    match, place = chance.pick(sorted(found, key=lambda item: item[0].start()))
    free = [other.name(claim.language) for other in places() if other.kind == kind and other is not place
            and not other.stands_in(claim.quote) and not other.stands_in(claim.text)]
    return Change(_put(claim.text, Span(match.start(1), match.end(1)), chance.pick(free)))


def _city(claim: TrueClaim, chance: Chance) -> Change | None:
    return _place(claim, chance, "city")


def _country(claim: TrueClaim, chance: Chance) -> Change | None:
    return _place(claim, chance, "country")


def _nationality(claim: TrueClaim, chance: Chance) -> Change | None:
    text = exchanged(claim.text, claim.language, NATIONALITIES, chance, lambda match: match[0][0].isupper()
                     or claim.language == "de")
    return None if text is None else Change(text)


def _other_name(claim: TrueClaim, chance: Chance) -> Change | None:
    known = forms(claim.language)
    spans = [span for span in _shared_names(claim) if span.of(claim.text) not in known]
    if not spans:
        return None
    span = chance.pick(spans)
    pool = _PEOPLE if len(span.of(claim.text).split(" ")) == 2 else _SINGLE
    return Change(_put(claim.text, span, chance.pick(pool)))


def _from_a_neighbour(claim: TrueClaim, chance: Chance) -> Change | None:
    """Puts a name of another sentence of the text in place of one: what a hurried reader would write."""
    spans = _shared_names(claim)
    others = [name for name in _neighbours_names(claim) if name not in claim.quote and name not in claim.text
              and not any(part in claim.quote for part in name.split(" "))]
    if not spans or not others:
        return None
    return Change(_put(claim.text, chance.pick(spans), chance.pick(others)))


def _neighbours_names(claim: TrueClaim) -> Sequence[str]:
    """Returns names of several words, and places by their name in the claim's language."""
    found: list[str] = []
    known = forms(claim.evidence_language)
    for match in (match for text in claim.evidence[1:] for match in _SEQUENCE.finditer(text)):
        words = match[0].split(" ")
        if match[0] in known:
            found.append(known[match[0]].name(claim.language))
        elif (len(words) > 1 and match.start() > 0 and words[0] not in _TITLES
              and not any(word.lower() in _NO_NAMES for word in words)
              # "Olympische Spiele", "Vereinigten Staaten": no name that another language would keep.
              and not (claim.evidence_language == "de" and words[0].endswith(("e", "en", "er", "es", "em")))):
            found.append(match[0])
    return list(dict.fromkeys(found))


def _swapped(claim: TrueClaim, chance: Chance) -> Change | None:
    """Exchanges two names, unless they stand in one list, where their order says nothing."""
    spans = sorted({*_shared_names(claim), *_place_spans(claim)}, key=lambda span: (span.start, span.end))
    pairs = [(a, b) for at, a in enumerate(spans) for b in spans[at + 1 :]
             if a.end < b.start and a.of(claim.text) != b.of(claim.text)
             and not _one_list(claim.text[a.end : b.start])]
    if not pairs:
        return None
    a, b = chance.pick(pairs)
    text = claim.text
    return Change(text[: a.start] + b.of(text) + text[a.end : b.start] + a.of(text) + text[b.end :])


def _place_spans(claim: TrueClaim) -> list[Span]:
    return [Span(match.start(), match.end()) for name in forms(claim.language)
            for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", claim.text)]


def _one_list(between: str) -> bool:
    words = re.findall(r"\w+", between)
    return all(word in _LINKS or word[0].isupper() for word in words)


NAMES: Final = (
    Rule("city replaced", "names", _city),
    Rule("country replaced", "names", _country),
    Rule("nationality replaced", "names", _nationality),
    Rule("other name replaced", "names", _other_name),
    Rule("name taken from a neighbour", "names", _from_a_neighbour),
    Rule("names swapped", "roles", _swapped),
)
