"""Places in an order: a claim that says "second" of what its evidence says "fifth"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.check.agreement import Offered
from rag.check.quantity import Quantity

__all__ = ["other_rank"]

# Words that are places by their form and mostly mean something else.
_LOOSE = {"erst", "prima", "primo", "secondo", "achten", "segundo"}


def other_rank(claimed: Sequence[Quantity], stated: Sequence[Quantity], offered: Offered) -> Quantity | None:
    """Returns a place that the claim says and the evidence does not, where the evidence says one that the claim lacks.

    Words for the first places often say something else, so that they are not demanded; but where another place stands
    in the evidence instead, the claim has put one for the other.
    """
    mine = [item for item in claimed if _ranks(item)]
    held = Offered(claimed)
    if not mine or all(held.matching(item) for item in stated if _ranks(item)):
        return None
    return next((item for item in mine if not offered.matching(item)), None)


def _ranks(item: Quantity) -> bool:
    word = item.text.casefold()
    if item.kind != "ordinal" or item.role or word in _LOOSE or (len(word) == 1 and not word.isdigit()):
        return False
    if word == "premier" and item.nouns[:1] == ("ministre",):
        return False
    # "For a second".
    return word != "second" or bool(item.nouns)
