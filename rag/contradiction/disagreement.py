"""Evidence of different sources that says the same, or that cannot both be so: numbers, dates, a yes against a no.

Only plain cases are told, since a reader is shown two quotes side by side: the same thing counted in one unit, or one
statement of which a source says no. What is of another day, rounded, "more than", or of another event is not one.
Floors were chosen on the calibration half of ``python -m benchmarks.disagreements``, with the bundled model; its cosine
alone tells nothing, for sentences of one matter lie as near to each other as two that disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from rag.check.change_words import CHANGE_WORDS
from rag.check.clauses import clauses
from rag.check.cues import cue_words, places
from rag.check.happenings import happenings
from rag.check.meaning import Similarity
from rag.check.polarity import denies, rejects
from rag.check.quantities import quantities
from rag.check.quantity import Quantity
from rag.check.words import akin
from rag.contradiction.disagreement_words import are_counterparts, is_of_its_writing, spans_named
from rag.follow_ups.topic import content_words
from rag.gazetteer import names_in
from rag.types import Disagreement, EvidenceSentence

__all__ = ["Agreement", "Compared", "by_citation", "compare"]

_NUMBERS_FLOOR = 0.90
"""Below it two numbers of one unit count different things; within a language their nouns tell, and it is lower."""
_NUMBERS_FLOOR_WITHIN = 0.88
_MEASURED_FLOOR = 0.88
_SAME_COUNT_FLOOR = 0.85
"""Within a language, where the counted noun or the measure is the same, and a name or a third of the words too."""
_POLARITY_FLOOR = 0.88
_POLARITY_FLOOR_ACROSS = 0.93
"""Across languages words cannot be compared: a yes and a no are of one happening, or nearer than this."""
_AGREE_FLOOR = 0.91
_COUNTED = ("number", "money", "percent", "date", "clock")
_OVERLAP = 0.5
_LEAST_OVERLAP = 1 / 3
_EVENTS = ("up", "down", "win", "lose", "begin", "end", "open", "close", "buy", "sell", "approve", "reject", "allow",
           "ban", "arrive", "leave", "succeed", "fail", "fire", "build", "destroy", "import", "export", "free",
           "jail")
_SPEECH = frozenset("accept admit apologise criticise deny praise refuse reject".split())
"""Happenings that are themselves a yes or a no, and tell nothing of what is affirmed or denied."""
_LEAST_ROUNDED = 50


@dataclass(frozen=True, slots=True)
class Agreement:
    """Numbers of two sentences of different sources that say the same."""

    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Compared:
    """What the sources of an answer say of each other; by numbers of evidence sentences."""

    disagreements: tuple[Disagreement, ...] = ()
    agreements: tuple[Agreement, ...] = ()


def compare(evidence: Sequence[EvidenceSentence], similarity: Similarity) -> Compared:
    """Compares the sentences of different sources; near-duplicates are one source.

    Args:
        evidence: Of one question; at most some twenty, as every pair is looked at.
        similarity: Of two sentences; their kept vectors serve, so nothing is encoded.
    """
    read = [_Read(sentence) for sentence in evidence]
    disagreements: list[Disagreement] = []
    agreements: list[Agreement] = []
    for one, other in combinations(read, 2):
        if one.source == other.source or one.language not in CHANGE_WORDS or other.language not in CHANGE_WORDS:
            continue
        near = similarity(one.sentence.quote, [other.sentence.quote])
        numbers = (one.sentence.number, other.sentence.number)
        if _differ_in_number(one, other, near) or _differ_in_polarity(one, other, near):
            disagreements.append(Disagreement(*numbers, _about(one, other)))
        elif _agree(one, other, near):
            agreements.append(Agreement(*numbers))
    return Compared(tuple(disagreements), tuple(agreements))


def by_citation(found: Sequence[Disagreement], cited: Callable[[int], int | None]) -> tuple[Disagreement, ...]:
    """Returns the disagreements both of whose sentences are cited, by the numbers of their citations.

    Args:
        cited: Number of an evidence sentence -> of its citation in the answer, None where it has none.
    """
    numbered: list[Disagreement] = []
    for item in found:
        first, second = cited(item.first), cited(item.second)
        if first is not None and second is not None and first != second:
            numbered.append(replace(item, first=first, second=second))
    return tuple(dict.fromkeys(numbered))


class _Read:
    """A sentence read once for all of its pairs."""

    def __init__(self, sentence: EvidenceSentence) -> None:
        self.sentence = sentence
        self.language = sentence.passage.language or ""
        self.source = sentence.passage.duplicate_of or sentence.passage.article_id

    @cached_property
    def read(self) -> tuple[Quantity, ...]:
        return tuple(quantities(self.sentence.quote, self.language))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return tuple(item for item in self.read if item.certain)

    @cached_property
    def counted(self) -> tuple[Quantity, ...]:
        return tuple(item for item in self.quantities if item.kind in _COUNTED and item.role in ("", "half day"))

    @cached_property
    def when(self) -> frozenset[str]:
        """When it is so: years, months and such as "last week"; numbers of two times may both be so."""
        dated = {f"{item.kind} {item.value}" for item in self.quantities
                 if item.role == "year" or item.kind in ("month", "period")}
        return spans_named(self.words, self.language) | dated

    @cached_property
    def days(self) -> frozenset[Decimal]:
        return frozenset(item.value for item in self.quantities if item.kind == "weekday")

    @cached_property
    def places_in_order(self) -> frozenset[Decimal]:
        """Of "the second blast": sure as what is told apart, if not as a number."""
        return frozenset(item.value for item in self.read if item.kind == "ordinal")

    @cached_property
    def words(self) -> list[str]:
        return cue_words(self.sentence.quote)

    @cached_property
    def events(self) -> frozenset[str]:
        known = CHANGE_WORDS[self.language]
        return frozenset(sense for sense in _EVENTS if sense in known and places(self.words, known[sense]))

    @cached_property
    def happenings(self) -> frozenset[str]:
        """What happens in it; where it says no, only in the clauses that do."""
        said = [part.text for part in clauses(self.sentence.quote, self.language)]
        if self.says_no:
            said = [text for text in said if denies(text, self.language) or rejects(text, self.language)]
        return frozenset[str]().union(*(happenings(text, self.language) for text in said)) - _SPEECH

    @cached_property
    def says_no(self) -> bool:
        return denies(self.sentence.quote, self.language) or rejects(self.sentence.quote, self.language)

    @cached_property
    def names(self) -> tuple[str, ...]:
        return names_in(self.sentence.quote, self.language)

    @cached_property
    def content(self) -> tuple[str, ...]:
        named = {word.casefold() for name in self.names for word in name.split()}
        return tuple(word.key for word in content_words(self.sentence.quote, self.language)
                     if not word.digits and word.text.casefold() not in named)


def _differ_in_number(one: _Read, other: _Read, near: float) -> bool:
    within = one.language == other.language
    if near < _SAME_COUNT_FLOOR or _may_both_be_so(one, other):
        return False
    shared, overlap = _shared_names(one, other), _overlap(one.content, other.content)
    if within and not shared and (overlap <= _LEAST_OVERLAP or (one.names and other.names)):
        # "He was 85" may be said of anybody.
        return False
    return any(_excludes(item, rival, within=within) and near >= _number_floor(one, other, item, rival)
               for item, rival in _paired(one, other))


def _may_both_be_so(one: _Read, other: _Read) -> bool:
    """Whether two numbers are plainly of two times, happenings or things."""
    if one.when != other.when or one.says_no != other.says_no or one.events != other.events:
        return True
    if any(is_of_its_writing(read.words, read.language) for read in (one, other)):
        return True
    told = ((one.days, other.days), (one.places_in_order, other.places_in_order), (one.happenings, other.happenings))
    apart = any(mine and theirs and not mine & theirs for mine, theirs in told)
    return apart or are_counterparts(one.words, one.language, other.words, other.language)


def _paired(one: _Read, other: _Read) -> Iterator[tuple[Quantity, Quantity]]:
    """Yields the quantities of two sentences that count one thing: what both state alike parts them no longer.

    Of several in one language each stands for the one at its place, if all count what that one does.
    """
    for kind in dict.fromkeys((item.kind, _unit(item)) for item in one.counted):
        mine, theirs = ([item for item in read.counted if (item.kind, _unit(item)) == kind] for read in (one, other))
        several = len(mine) > 1 or len(theirs) > 1
        both = {item.value for item in mine} & {item.value for item in theirs} if several else set[Decimal]()
        left = [item for item in mine if item.value not in both]
        rivals = [item for item in theirs if item.value not in both]
        if len(left) != len(rivals) or (len(left) > 1 and one.language != other.language):
            continue
        if several and one.language == other.language and _overlap(one.content, other.content) <= _OVERLAP:
            continue
        if len(left) == 1 or all(_count_alike(item, rival) for item, rival in zip(left, rivals, strict=True)):
            yield from zip(left, rivals, strict=True)


def _count_alike(item: Quantity, rival: Quantity) -> bool:
    if item.nouns and rival.nouns:
        return akin(item.nouns[0], rival.nouns[0])
    return not item.nouns and not rival.nouns


def _number_floor(one: _Read, other: _Read, item: Quantity, rival: Quantity) -> float:
    """Returns how near two sentences have to be for these quantities to be of one thing."""
    measured = item.kind == "number" and bool(item.unit)
    if one.language != other.language:
        return _MEASURED_FLOOR if measured else _NUMBERS_FLOOR
    same = measured or (item.kind == "number" and item.nouns and rival.nouns and akin(item.nouns[0], rival.nouns[0]))
    if same and (_shared_names(one, other) or _overlap(one.content, other.content) > _LEAST_OVERLAP):
        return _SAME_COUNT_FLOOR
    return _NUMBERS_FLOOR_WITHIN


def _unit(item: Quantity) -> str:
    return "" if item.kind == "date" else item.unit


def _excludes(item: Quantity, rival: Quantity, *, within: bool) -> bool:
    """Whether not both quantities can be so of one thing, and they are of one."""
    if (item.value, item.unit) == (rival.value, rival.unit) or item.bound or rival.bound:
        return False
    if item.kind != "date" and (_rounds(item.value, rival.value) or _rounds(rival.value, item.value)):
        return False
    if within and item.kind == "number" and item.nouns and rival.nouns:
        return akin(item.nouns[0], rival.nouns[0])
    return True


def _rounds(rough: Decimal, exact: Decimal) -> bool:
    """Whether `rough` is `exact` with fewer digits: "300" for 312."""
    if not rough or abs(rough) < _LEAST_ROUNDED:
        return False
    unit = Decimal(10) ** int(rough.normalize().as_tuple().exponent)
    return unit > 1 and abs(exact - rough) <= unit / 2


def _differ_in_polarity(one: _Read, other: _Read, near: float) -> bool:
    if near < _POLARITY_FLOOR or one.says_no == other.says_no or not _compatible(one.when, other.when):
        return False
    if one.language != other.language:
        same = bool(one.happenings & other.happenings)
        return _same_names(one, other) and (same or near >= _POLARITY_FLOOR_ACROSS)
    return _overlap(one.content, other.content) > _OVERLAP


def _agree(one: _Read, other: _Read, near: float) -> bool:
    if near < _AGREE_FLOOR or one.says_no != other.says_no or not _compatible(one.when, other.when):
        return False
    if one.events != other.events:
        return False
    mine, theirs = ({(item.kind, item.value, item.unit) for item in read.counted} for read in (one, other))
    if mine or theirs:
        return mine == theirs
    return one.language != other.language or _overlap(one.content, other.content) > _OVERLAP


def _compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or one == other


def _same_names(one: _Read, other: _Read) -> bool:
    """Whether no name stands in one that has no counterpart in the other."""
    few, many = sorted((one.names, other.names), key=len)
    return all(any(akin(name.casefold(), rival.casefold()) for rival in many) for name in few)


def _shared_names(one: _Read, other: _Read) -> list[str]:
    return [name for name in one.names if any(akin(name.casefold(), rival.casefold()) for rival in other.names)]


def _overlap(one: Sequence[str], other: Sequence[str]) -> float:
    few, many = sorted((one, other), key=len)
    return sum(any(akin(word, rival) for rival in many) for word in few) / len(few) if few else 0.0


def _about(one: _Read, other: _Read) -> str:
    """Returns the names that both have, as the first writes them; else a noun of what is counted."""
    nouns = [noun for item in one.counted for noun in item.nouns]
    return ", ".join(_shared_names(one, other)) or (nouns[0] if nouns else "")
