"""The mutation set: every rule on every true claim, thinned to what can be measured in a bearable time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from eval.mutation.attribution import ATTRIBUTION
from eval.mutation.claims import paraphrase_claims
from eval.mutation.dates import DATES
from eval.mutation.markers import MARKERS
from eval.mutation.model import Chance, Mutant, Rule, TrueClaim
from eval.mutation.names import NAMES
from eval.mutation.numbers import NUMBERS
from eval.mutation.polarity import POLARITY
from eval.mutation.scales import SCALES_AND_UNITS

__all__ = ["RULES", "mutants", "quick_sample"]

RULES: Final[tuple[Rule, ...]] = (*NUMBERS, *SCALES_AND_UNITS, *DATES, *NAMES, *POLARITY, *ATTRIBUTION, *MARKERS)

_QUICK_A_RULE: Final = 2


def mutants(claims: Iterable[TrueClaim], *, seed: int = 0, most: int | None = None,
            rules: Sequence[Rule] = RULES) -> tuple[Mutant, ...]:
    """Returns the false claims that the rules make of true ones; the same for the same claims and seed.

    Args:
        most: Pairs kept at most of each rule and source of claims, drawn evenly; None: all.
    """
    made: dict[tuple[str, str], list[Mutant]] = {}
    for claim in claims:
        for mutant in _made_of(claim, rules, seed):
            made.setdefault((mutant.mutation, claim.source), []).append(mutant)
    order = [rule.name for rule in rules]
    return tuple(mutant for name in sorted(made, key=lambda key: (order.index(key[0]), key[1]))
                 for mutant in _thinned(made[name], most, seed))


def quick_sample(seed: int = 0) -> tuple[Mutant, ...]:
    """Returns about seventy pairs over the paraphrases, a few of each rule, to be checked within a test."""
    return mutants(paraphrase_claims(), seed=seed, most=_QUICK_A_RULE)


def _made_of(claim: TrueClaim, rules: Sequence[Rule], seed: int) -> Iterator[Mutant]:
    for rule in rules:
        change = rule.make(claim, Chance(f"{seed} {claim.id} {rule.name}"))
        if change is None or (not change.wrong and change.text in (claim.text, *claim.evidence)):
            continue
        yield Mutant(claim, rule.name, rule.group, change)


def _thinned(found: Sequence[Mutant], most: int | None, seed: int) -> Sequence[Mutant]:
    if most is None or len(found) <= most:
        return found
    drawn = sorted(found, key=lambda item: hashlib.sha256(f"{seed} {item.mutation} {item.claim.id}".encode()).digest())
    return sorted(drawn[:most], key=lambda item: item.claim.id)
