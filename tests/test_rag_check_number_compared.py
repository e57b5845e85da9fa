"""What a number of now is compared with: each of the two keeps its own time, across languages."""

from __future__ import annotations

import pytest
from both_ways import assert_agree

from rag.check.numbers import Source, check_numbers

QUOTES = {
    "turnout": ("en", "Turnout was 58 percent, compared with 63 percent in 2020."),
    "staff": ("en", "The firm employs 300 people, down from 500 in 2019."),
    "mairie": ("fr", "La participation a atteint 58 %, contre 63 % en 2020."),
    "gewinn": ("de", "Der Gewinn lag bei 12 Millionen Euro nach 15 Millionen Euro im Jahr 2021."),
    "huizen": ("nl", "Er werden 900 huizen gebouwd, tegen 1.200 in 2018."),
    "dated": ("en", "In 2024 the port handled 80 ships, compared with 95 in 2019."),
}


@pytest.mark.parametrize(("quote", "language", "claim"), [
    ("turnout", "en", "In 2020 turnout was 58 percent."),
    ("turnout", "de", "Die Wahlbeteiligung lag bei 63 Prozent, gegenüber 58 Prozent im Jahr 2020."),
    ("staff", "en", "In 2019 the firm employed 300 people."),
    ("mairie", "en", "Turnout rose to 63% from 58% in 2020."),
    ("gewinn", "en", "In 2021 the profit was 12 million euros."),
    ("huizen", "en", "In 2018, 900 houses were built."),
    ("dated", "en", "In 2019 the port handled 80 ships, compared with 95 in 2024."),
    ("dated", "de", "2019 fertigte der Hafen 80 Schiffe ab."),
])
def test_a_number_of_one_time_is_not_told_of_the_other(quote: str, language: str, claim: str) -> None:
    source, text = QUOTES[quote]
    assert not check_numbers(claim, language, [Source(text, source)]).passed


@pytest.mark.parametrize(("quote", "language", "claim"), [
    ("turnout", "de", "Die Wahlbeteiligung lag bei 58 Prozent, 2020 waren es noch 63 Prozent."),
    ("turnout", "en", "In 2020 turnout was 63 percent."),
    ("turnout", "en", "Turnout fell from 63 percent in 2020 to 58 percent."),
    ("turnout", "nl", "De opkomst bedroeg 58 procent, tegen 63 procent in 2020."),
    ("staff", "de", "Die Firma beschäftigt 300 Menschen; 2019 waren es 500."),
    ("staff", "en", "The firm had 500 employees in 2019."),
    ("mairie", "en", "Turnout was 58%, against 63% in 2020."),
    ("gewinn", "en", "The profit fell to 12 million euros from 15 million in 2021."),
    ("huizen", "de", "900 Häuser wurden gebaut, 2018 waren es 1.200."),
    ("dated", "en", "The port handled 80 ships in 2024 and 95 in 2019."),
])
def test_each_number_may_be_told_of_its_own(quote: str, language: str, claim: str) -> None:
    source, text = QUOTES[quote]
    result = check_numbers(claim, language, [Source(text, source)])
    assert result.passed, result.reason


def test_the_same_comparison_agrees_both_ways() -> None:
    assert_agree("en", "de", "It sold 40 buses, compared with 55 in 2022.", "Sie verkaufte 40 Busse, 2022 waren es 55.")
