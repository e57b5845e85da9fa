"""Claims that cite several quotes are judged by those that they render: invented news, cosines set by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rag.check import verify
from rag.check.rendering import rendered_quotes
from rag.types import EvidenceSentence, Passage
from rag.write.model import Draft

BESIDE = ("Die Reederei Kolbe betreibt dort drei Fähren.", "de")


def cited(*quotes: tuple[str, str]) -> list[EvidenceSentence]:
    found: list[EvidenceSentence] = []
    for number, (quote, language) in enumerate(quotes, 1):
        passage = Passage(number, "a", 1, None, None, None, None, language, None, None, quote, 0, len(quote), 1.0)
        found.append(EvidenceSentence(number, passage, 0, len(quote), quote, 1.0 / number))
    return found


def alike(_claim: str, _texts: Sequence[str]) -> float:
    return 0.92


def verdict(claim: str, language: str, *quotes: tuple[str, str], near: float = 0.93) -> str:
    """The verdict where the first quote is the nearest, and all others lie far behind."""
    evidence = cited(*quotes)
    first = quotes[0][0]

    def similarity(claim: str, texts: Sequence[str]) -> float:
        return max(near if text == first else 0.82 for text in texts)

    draft = Draft(claim, tuple(item.number for item in evidence))
    return verify(draft, evidence, language, similarity=similarity).verdict


@pytest.mark.parametrize(("claim", "quote", "told"), [
    ("The harbour of Lindow was closed.", "Der Hafen von Lindow wurde nicht geschlossen.", "de"),
    ("Rents in Lindow have risen.", "Die Mieten in Lindow sind gesunken.", "de"),
    ("Lindow has sold the harbour.", "Lindow plant, den Hafen zu verkaufen.", "de"),
    ("The dam of Lindow is unsafe.", "The dam of Lindow is unsafe, said engineer Paula Renn.", "en"),
    ("Delcor sued Amstra over the patent.", "Amstra verklagte Delcor wegen des Patents.", "de"),
    ("Lindow admits the allegations.", "Lindow weist die Vorwürfe zurück.", "de"),
])
def test_a_quote_on_another_matter_clears_no_claim(claim: str, quote: str, told: str) -> None:
    assert verdict(claim, "en", (quote, told)) == "quoted"
    assert verdict(claim, "en", (quote, told), BESIDE) == "quoted"


def test_a_no_of_a_quote_on_another_matter_pays_for_none_that_is_added() -> None:
    beside = ("Drei Fähren fahren im Winter nicht.", "de")
    open_quote = ("Der Hafen von Lindow ist offen.", "de")
    assert verdict("The harbour of Lindow is not open.", "en", open_quote, beside) == "quoted"


@pytest.mark.parametrize(("claim", "quote", "beside"), [
    ("The harbour of Lindow was not closed.", "Der Hafen von Lindow wurde nicht geschlossen.", BESIDE[0]),
    ("The harbour of Lindow has been sold.", "Der Hafen von Lindow wurde verkauft.",
     "Drei Fähren könnten verkauft werden."),
    ("Rents in Lindow have risen.", "Die Mieten in Lindow sind gestiegen.", "Die Löhne sind gesunken."),
])
def test_a_true_claim_is_not_refused_for_what_a_quote_on_another_matter_says(
    claim: str, quote: str, beside: str
) -> None:
    assert verdict(claim, "en", (quote, "de"), (beside, "de")) == "supported"


def test_of_two_quotes_as_near_one_that_says_it_without_reserve_is_enough() -> None:
    evidence = cited(("Die Richterin Lena Voss könnte zurücktreten.", "de"), ("Rechter Lena Voss is afgetreten.", "nl"))
    result = verify(Draft("The judge Lena Voss has resigned.", (1, 2)), evidence, "en", similarity=alike)
    assert result.verdict == "supported"


def test_each_half_of_a_claim_that_joins_two_quotes_is_judged_by_its_own() -> None:
    evidence = cited(("Die Strecke wird im Juni geschlossen.", "de"), ("Die Gewerkschaft lehnt den Plan ab.", "de"))

    def said(claim: str) -> str:
        return verify(Draft(claim, (1, 2)), evidence, "en", similarity=alike).verdict

    assert said("The line will close in June, but the union rejects the plan.") == "supported"
    assert said("The line will close in June, and the union accepts the plan.") == "quoted"


def test_a_short_denial_counts_beside_the_quote_that_says_what_is_denied() -> None:
    quotes = (("Die Feldmark AG hat Beamte bestochen, schreibt die Zeitung.", "de"),
              ("Das Unternehmen bestreitet das.", "de"))
    assert verdict("Feldmark AG denies having bribed officials.", "en", *quotes) == "supported"


def test_a_claim_longer_than_its_nearest_quote_keeps_all_that_it_cites() -> None:
    evidence = cited(("Lindow zahlt.", "de"), BESIDE)
    claim = "Lindow pays, while the shipping company Kolbe runs three ferries there."
    rendered = rendered_quotes(claim, "en", evidence, lambda claim, texts: 0.95 if texts == ["Lindow zahlt."] else 0.8)
    assert [item.number for item in rendered.voting] == [1, 2]


def test_without_vectors_the_words_that_are_shared_decide() -> None:
    evidence = cited(("Amstra verklagte Delcor wegen des Patents.", "de"), BESIDE)
    assert verify(Draft("Delcor sued Amstra over the patent.", (1, 2)), evidence, "en").verdict == "quoted"
