"""Values of several years in one sentence: what begins, is compared or is foreseen there is of no other year."""

from __future__ import annotations

import pytest

from rag.check.numbers import Source, check_numbers

# Languages of a claim and of its quote, the claim, the quote that says so.
TRUE = [
    ("en", "de", "Of the 500 people asked in 2020, 60 percent agreed; in 2023 it was 45 percent.",
     "2020 stimmten 60 Prozent der 500 Befragten zu, 2023 waren es 45 Prozent."),
    ("nl", "de", "In 2023 stemde 45 procent in, tegen 60 procent in 2020.",
     "2020 stimmten 60 Prozent der 500 Befragten zu, 2023 waren es 45 Prozent."),
    ("en", "de", "Three people died on Saturday, according to police on Sunday.",
     "Am Samstag starben drei Menschen, teilte die Polizei am Sonntag mit."),
    ("en", "de", "Police said on Sunday that three people had died.",
     "Am Samstag starben drei Menschen, teilte die Polizei am Sonntag mit; vier wurden verletzt."),
    ("en", "de", "Police said on Sunday that three people had died and four had been hurt.",
     "Am Samstag starben drei Menschen, am Sonntag erlagen vier ihren Verletzungen, teilte die "
     "Polizei am Sonntag mit."),
    ("en", "en", "The 2024 budget foresees 12 billion euros, the 2023 one had 11 billion.",
     "The budget for 2024 is 12 billion euros, after 11 billion in 2023."),
    ("en", "de", "By 2030 emissions are to fall to 40 million tonnes, from 60 million in 2020.",
     "Die Emissionen sollen von 60 Millionen Tonnen im Jahr 2020 auf 40 Millionen Tonnen im Jahr 2030 sinken."),
    ("en", "de", "Emissions were 60 million tonnes in 2020 and are to be cut by a third by 2030.",
     "Die Emissionen sollen von 60 Millionen Tonnen im Jahr 2020 auf 40 Millionen Tonnen im Jahr "
     "2030 um ein Drittel sinken."),
    ("en", "nl", "The minister said in 2022 that 3,000 homes would be built in 2023.",
     "In 2022 zei de minister dat er in 2023 3000 woningen zouden komen."),
    ("en", "nl", "In 2022 the minister promised 3,000 homes for 2023 and 4,000 for 2024.",
     "In 2022 beloofde de minister 3000 woningen voor 2023 en 4000 voor 2024."),
    ("en", "nl", "In 2022 the minister promised 4,000 homes.",
     "In 2022 beloofde de minister 3000 woningen voor 2023 en 4000 voor 2024."),
    ("en", "de", "In 2019 a record 900 ships called; by 2022 it was 700.",
     "2019 liefen 900 Schiffe den Hafen an, so viele wie nie. 2022 waren es 700."),
    ("en", "fr", "He was born in 1950, and in 1980 bought 3 ships.",
     "Né en 1950, il acheta 3 navires en 1980 et 5 autres en 1990."),
    ("en", "de", "The tower, built in 1950 for 3 million marks, was sold in 1990 for 8 million.",
     "Der 1950 für 3 Millionen Mark gebaute Turm wurde 1990 für 8 Millionen Mark verkauft."),
    ("de", "en", "Der Turm wurde 1990 für 8 Millionen Mark verkauft.",
     "Built for 3 million marks in 1950, the tower was sold for 8 million marks in 1990."),
    ("en", "de", "In the second quarter of 2020 sales fell by 12 percent, in the third by 3 percent.",
     "Im zweiten Quartal 2020 sank der Umsatz um 12 Prozent, im dritten um 3 Prozent."),
    ("en", "de", "Germany's 2022 inflation was 6.9 percent, in 2023 5.9 percent.",
     "Die Inflation lag in Deutschland 2022 bei 6,9 und 2023 bei 5,9 Prozent."),
    ("fr", "de", "L'inflation était de 6,9 pour cent en 2022 et de 5,9 en 2023.",
     "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent."),
    ("en", "de", "In 2023 inflation was one point lower than in 2022, at 5.9 percent.",
     "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent, einen Punkt niedriger."),
    ("en", "de", "After 6.9 percent in 2022, inflation was 5.9 percent.",
     "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent."),
    ("en", "de", "Inflation was 5.9 percent, after 6.9 percent in 2022.",
     "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent."),
    ("en", "de", "In 2022 inflation was a point higher than the 5.9 percent of 2023.",
     "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent, einen Punkt niedriger."),
    ("en", "de", "Inflation fell from 6.9 percent in 2022.",
     "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent."),
    ("en", "de", "Inflation, 6.9 percent in 2022, fell to 5.9 percent.",
     "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent."),
    ("en", "de", "Inflation fell to 5.9 percent from 2022's 6.9 percent.",
     "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent."),
    ("en", "de", "Compared to 2022, inflation fell to 5.9 percent.",
     "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent."),
    ("nl", "de", "In vergelijking met 2022 daalde de inflatie tot 5,9 procent.",
     "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent."),
    ("en", "de", "Inflation fell to 5.9 percent, a point less than in 2022.",
     "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent, einen Punkt niedriger."),
    ("en", "de", "Unlike in 2022, inflation was below 6 percent, at 5.9 percent.",
     "Die Inflation lag 2022 bei 6,9, 2023 bei 5,9 Prozent und damit unter 6 Prozent."),
]
# The same, of quotes that say otherwise.
FALSE = [
    ("en", "de", "Inflation was 5.9 percent in 2022.", "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent."),
    ("fr", "de", "En 2023, l'inflation était de 6,9 pour cent.",
     "Die Inflation lag 2022 bei 6,9 und 2023 bei 5,9 Prozent."),
    ("en", "nl", "In 2023 60 percent agreed.", "2020 stemde 60 procent in, 2023 was dat 45 procent."),
    ("en", "de", "The tower was sold in 1990 for 3 million marks.",
     "Der 1950 für 3 Millionen Mark gebaute Turm wurde 1990 für 8 Millionen Mark verkauft."),
    ("en", "de", "In 2022 900 ships called.",
     "2019 liefen 900 Schiffe den Hafen an, so viele wie nie. 2022 waren es 700."),
    ("de", "en", "Der Haushalt 2023 sieht 12 Milliarden Euro vor.",
     "The budget for 2024 is 12 billion euros, after 11 billion in 2023."),
]


@pytest.mark.parametrize(("language", "other", "claim", "quote"), TRUE)
def test_a_claim_that_the_quote_states_passes(language: str, other: str, claim: str, quote: str) -> None:
    assert check_numbers(claim, language, [Source(quote, other)]).reason == ""


@pytest.mark.parametrize(("language", "other", "claim", "quote"), FALSE)
def test_a_claim_that_the_quote_contradicts_is_told(language: str, other: str, claim: str, quote: str) -> None:
    assert not check_numbers(claim, language, [Source(quote, other)]).passed


def test_what_is_of_another_time_is_told_as_such() -> None:
    quote = Source("It was 3.7 billion euros in 2021 and 9.1 billion euros in 2022.", "en")
    assert check_numbers("It was 3.7 billion euros in 2022.", "en", [quote]).reason \
        == "The quote says '3.7 billion' of another time."


def test_a_value_that_another_sentence_states_without_a_time_may_be_of_any() -> None:
    sources = [Source("2021 waren es 300 Betten, 2022 450.", "de"), Source("Das Haus hat 300 Betten.", "de")]
    assert check_numbers("In 2022 the house had 300 beds.", "en", sources).passed
    assert not check_numbers("In 2022 the house had 300 beds.", "en", sources[:1]).passed
