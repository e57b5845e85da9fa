"""All, most, half, many and some, and the part of a known whole: one put for another."""

from __future__ import annotations

import pytest
from both_ways import assert_agree, assert_differ

from rag.check.numbers import Source, check_numbers


@pytest.mark.parametrize(("language", "other", "one", "two"), [
    ("en", "en", "Some farmers back the law.", "All farmers back the law."),
    ("de", "en", "Einige Läden mussten schließen.", "All shops had to close."),
    ("nl", "de", "De helft van de treinen reed niet.", "Alle Züge fielen aus."),
    ("de", "en", "Die meisten Häuser wurden beschädigt.", "All houses were damaged."),
    ("fr", "en", "Plusieurs écoles ont fermé.", "All schools have closed."),
    ("es", "en", "Algunos pasajeros llegaron tarde.", "All passengers were late."),
    ("it", "en", "Alcuni testimoni hanno parlato.", "All witnesses have spoken."),
    ("pt", "en", "Alguns navios partiram.", "All ships have left."),
    ("en", "en", "The firm denies all of the charges.", "The firm denies some of the charges."),
])
def test_some_are_not_all(language: str, other: str, one: str, two: str) -> None:
    assert_differ(language, other, one, two)


@pytest.mark.parametrize(("language", "other", "one", "two"), [
    ("de", "en", "Die Mehrheit der Häuser wurde beschädigt.", "Most of the houses were damaged."),
    ("de", "en", "Jedes Kind bekommt ein Heft.", "All children get a notebook."),
    ("en", "de", "The ferry sails every two days.", "Die Fähre fährt alle zwei Tage."),
    ("en", "de", "Some 200 houses burned down.", "Rund 200 Häuser brannten ab."),
    ("de", "en", "Vor allem Familien kamen.", "Above all families came."),
    ("de", "en", "Die meisten Busse fuhren.", "Many of the buses ran, most of them on time."),
    ("en", "nl", "Several lines are closed.", "Enkele lijnen zijn dicht."),
])
def test_what_says_of_as_many_agrees(language: str, other: str, one: str, two: str) -> None:
    assert_agree(language, other, one, two)


def test_what_holds_of_most_holds_of_many() -> None:
    quote = [Source("Die meisten Busse fuhren.", "de")]
    assert check_numbers("Many of the buses ran.", "en", quote).passed
    assert not check_numbers("Most of the buses ran.", "en", [Source("Viele Busse fuhren.", "de")]).passed


@pytest.mark.parametrize(("claim", "language", "quote", "told"), [
    ("All three suspects were released.", "en", "Two of the three suspects were released.", "en"),
    ("Alle sechs Linien stehen still.", "de", "Twee van de zes lijnen rijden niet.", "nl"),
    ("All eight hostages were freed.", "en", "Trois des huit otages ont été libérés.", "fr"),
    ("Mould was found in all 31 of the school's rooms.", "en", "Mould was found in 9 of the school's 31 rooms.", "en"),
    ("All 40 boats sank.", "en", "Of the 40 boats, 12 sank.", "en"),
    ("Most of the 80 flats were empty.", "en", "12 of the 80 flats were empty.", "en"),
    ("Both brothers were arrested.", "en", "One of the two brothers was arrested.", "en"),
    ("52 der 14 Kabel sind beschädigt.", "de", "Damage was found in 14 of the bridge's 52 cables.", "en"),
])
def test_a_part_is_not_the_whole(claim: str, language: str, quote: str, told: str) -> None:
    result = check_numbers(claim, language, [Source(quote, told)])
    assert not result.passed
    assert result.reason.startswith("The quote says")


@pytest.mark.parametrize(("claim", "language", "quote", "told"), [
    ("Two of the three suspects were released.", "en", "Zwei der drei Verdächtigen kamen frei.", "de"),
    ("Of the three suspects, two were released.", "en", "Zwei der drei Verdächtigen kamen frei.", "de"),
    ("Most of the 80 flats were empty.", "en", "61 of the 80 flats were empty.", "en"),
    ("All 52 cables were tested.", "en", "All 52 cables were tested, and 14 of the 52 are damaged.", "en"),
    ("All five judges spoke.", "en", "All five judges spoke; three of the five dissented.", "en"),
])
def test_a_part_told_as_a_part_passes(claim: str, language: str, quote: str, told: str) -> None:
    assert check_numbers(claim, language, [Source(quote, told)]).passed


def test_more_than_half_are_most() -> None:
    quote = [Source("Mehr als die Hälfte der Häuser wurde beschädigt.", "de")]
    assert check_numbers("Most of the houses were damaged.", "en", quote).passed
