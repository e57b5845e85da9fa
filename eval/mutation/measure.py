"""Asks the checks about true claims and their mutants, and counts what they refuse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from eval.mutation.known import are_known
from eval.mutation.model import Mutant, TrueClaim
from eval.mutation.rates import Rate, rates
from rag.check import Similarity, Verified, verify
from rag.types import EvidenceSentence, Passage
from rag.write.model import Draft

__all__ = ["Checker", "MutationReport", "Outcome", "evidence_of", "measure"]


class Checker(Protocol):
    """What is measured: `rag.check.verify`, or something that stands in for it."""

    def __call__(self, draft: Draft, evidence: Sequence[EvidenceSentence], language: str, *, question: str = "",
                 similarity: Similarity | None = None) -> Verified: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checks said of one claim.

    Attributes:
        mutation: What made the claim false; "" for a true one.
        text: As it was checked.
        true_text: What it was made of.
        refused: A false claim that was caught, or a true one with a false alarm.
        failed: The checks that found a fault; ``"markers"`` where it was the citation that did not hold.
    """

    claim_id: str
    source: str
    pair: str
    mutation: str
    group: str
    text: str
    true_text: str
    quote: str
    markers: tuple[int, ...]
    refused: bool
    failed: tuple[str, ...]
    reason: str | None


@dataclass(frozen=True, slots=True)
class MutationReport:
    """How much of what is false was caught, and how much of what is true was refused.

    Attributes:
        meaning: Whether the cosine of claim and quote was asked for, which takes an embedding model.
        caught: By mutation, over all sources and for each.
        caught_by_group: By what a reader would say is wrong.
        names: Of the names, those that the gazetteer knows both, and the others.
        told_apart: The same of the pairs whose true claim passes: a check that refuses everything catches nothing here.
        alarms: False alarms on the true claims: all, by source, and by source and language pair.
        outcomes: Every claim, in the order in which it was checked.
    """

    meaning: bool
    claims: int
    pairs: int
    caught: tuple[Rate, ...]
    caught_by_group: tuple[Rate, ...]
    names: tuple[Rate, ...]
    told_apart: tuple[Rate, ...]
    alarms: tuple[Rate, ...]
    outcomes: tuple[Outcome, ...]


def measure(claims: Sequence[TrueClaim], mutants: Sequence[Mutant], *, check: Checker = verify,
            similarity: Similarity | None = None, tell: Callable[[int, int], None] | None = None) -> MutationReport:
    """Checks every claim and mutant.

    Args:
        similarity: The cosine of a claim and its nearest quote; None: meaning is not checked.
        tell: Told how many of how many are done.
    """
    total = len(claims) + len(mutants)
    outcomes: list[Outcome] = []
    for item in (*claims, *mutants):
        outcomes.append(_true(item, check, similarity) if isinstance(item, TrueClaim)
                        else _false(item, check, similarity))
        if tell is not None:
            tell(len(outcomes), total)
    false = [item for item in outcomes if item.mutation]
    true = [item for item in outcomes if not item.mutation]
    alarmed = {item.claim_id for item in true if item.refused}
    return MutationReport(
        meaning=similarity is not None, claims=len(claims), pairs=len(mutants),
        caught=_rates(false, lambda item: [(item.mutation, "all"), (item.mutation, item.source)]),
        caught_by_group=_rates(false, lambda item: [(item.group, "all"), (item.group, item.source)]),
        names=_rates([item for item in false if item.group == "names"], lambda item: [(
            "both known" if are_known(item.true_text, item.text) else "not both known", "all")]),
        told_apart=_rates([item for item in false if item.claim_id not in alarmed],
                          lambda item: [(item.group, "all"), (item.group, item.source)]),
        alarms=_rates(true, lambda item: [("all", "all"), (item.source, "all"), (item.source, item.pair)]),
        outcomes=tuple(outcomes),
    )


def evidence_of(claim: TrueClaim) -> tuple[EvidenceSentence, ...]:
    """Returns a claim's evidence as a writer gets it: sentences of one passage, numbered from 1."""
    text = " ".join(claim.evidence)
    passage = Passage(
        passage_id=1, article_id=f"{claim.source}-{claim.document}", version=1, title=None, outlet=None, date=None,
        date_kind=None, language=claim.evidence_language, url=None, path=None, text=text, start=0, end=len(text),
        score=1.0,
    )
    found: list[EvidenceSentence] = []
    start = 0
    for number, quote in enumerate(claim.evidence, start=1):
        found.append(EvidenceSentence(number, passage, start, start + len(quote), quote, score=1.0))
        start += len(quote) + 1
    return tuple(found)


def _true(claim: TrueClaim, check: Checker, similarity: Similarity | None) -> Outcome:
    verified = check(Draft(claim.text, (1,)), evidence_of(claim), claim.language, similarity=similarity)
    # A claim that is the quote itself is shown as one, without a reason: nothing was refused.
    refused = verified.verdict == "dropped" or (verified.verdict == "quoted" and verified.reason is not None)
    return _outcome(claim, "", "", claim.text, (1,), verified, refused=refused)


def _false(mutant: Mutant, check: Checker, similarity: Similarity | None) -> Outcome:
    claim, change = mutant.claim, mutant.change
    verified = check(Draft(change.text, change.markers), evidence_of(claim), claim.language, similarity=similarity)
    # A wrong number is caught where it is not shown, even if the claim stays with a right one.
    shown = not change.wrong or bool(set(change.wrong) & set(verified.markers))
    return _outcome(claim, mutant.mutation, mutant.group, change.text, change.markers, verified,
                    refused=not (verified.verdict == "supported" and shown))


def _outcome(claim: TrueClaim, mutation: str, group: str, text: str, markers: tuple[int, ...], verified: Verified,
             *, refused: bool) -> Outcome:
    failed = tuple(result.name for result in verified.checks if not result.passed) if refused else ()
    return Outcome(
        claim_id=claim.id, source=claim.source, pair=claim.pair, mutation=mutation, group=group, text=text,
        true_text=claim.text, quote=claim.quote, markers=markers, refused=refused,
        failed=failed or (("markers",) if refused else ()), reason=verified.reason,
    )


def _rates(outcomes: Iterable[Outcome], slices: Callable[[Outcome], list[tuple[str, str]]]) -> tuple[Rate, ...]:
    return rates((name, part, item.refused, item.failed) for item in outcomes for name, part in slices(item))
