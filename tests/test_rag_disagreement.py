"""Sources that say the same, and sources that cannot both be right."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rag.check.meaning import Similarity
from rag.contradiction.disagreement import by_citation, compare
from rag.types import Disagreement, EvidenceSentence, Passage


def sentence(number: int, quote: str, language: str = "en", article: str | None = None,
             duplicate_of: str | None = None) -> EvidenceSentence:
    passage = Passage(number, article or f"a{number}", 1, None, None, None, None, language, None, None, quote, 0,
                      len(quote), 1.0, duplicate_of=duplicate_of)
    return EvidenceSentence(number, passage, 0, len(quote), quote, 1.0)


def near(claim: str, texts: Sequence[str]) -> float:
    return 0.95


def far(claim: str, texts: Sequence[str]) -> float:
    return 0.80


@pytest.mark.parametrize(("one", "first", "other", "second"), [
    ("The fire in Harlow injured 12 workers.", "en", "Fourteen workers were injured in the fire in Harlow.", "en"),
    ("The bridge in Tolkan costs 84 million euros.", "en", "Die Brücke in Tolkan kostet 96 Millionen Euro.", "de"),
    ("The museum in Ostveld opens on 3 May.", "en", "Het museum in Ostveld gaat open op 9 mei.", "nl"),
    ("The dam at Corrie did not break.", "en", "The dam at Corrie broke.", "en"),
    ("Minister Brouwer treedt niet af.", "nl", "Minister Brouwer will resign.", "en"),
])
def test_numbers_dates_and_a_no_against_a_yes_disagree(one: str, first: str, other: str, second: str) -> None:
    pair = [sentence(1, one, first), sentence(2, other, second)]
    found = compare(pair, near)
    assert [(item.first, item.second) for item in found.disagreements] == [(1, 2)]
    assert not found.agreements
    # The same words about another matter, as far as can be told.
    assert not compare(pair, far).disagreements


@pytest.mark.parametrize(("one", "other"), [
    ("The plant employs 900 people.", "The plant will cut 300 jobs."),
    ("Unemployment rose to 7.4 percent in 2021.", "Unemployment rose to 8.1 percent in 2022."),
    ("About 300 jobs will go in Kelby.", "Brennan Foods will cut 312 jobs in Kelby."),
    ("More than 80 people were hurt in Harlow.", "In Harlow 97 people were hurt."),
    ("Soltek sold the shares for 2.4 billion dollars.", "Soltek had bought the shares for 1.8 billion dollars."),
    ("The festival drew 45,000 visitors.", "The festival drew 38,000 visitors last year."),
    ("Nine people died.", "Nine people died and 23 were injured."),
])
def test_other_things_times_events_and_roundings_do_not_disagree(one: str, other: str) -> None:
    assert not compare([sentence(1, one), sentence(2, other)], near).disagreements


def test_near_duplicates_and_one_article_are_one_source() -> None:
    one, other = "The fire injured 12 workers.", "The fire injured 14 workers."
    assert not compare([sentence(1, one, article="a"), sentence(2, other, article="a")], near).disagreements
    copied = sentence(2, other, article="b", duplicate_of="a")
    assert not compare([sentence(1, one, article="a"), copied], near).disagreements
    assert compare([sentence(1, one, article="a"), sentence(2, other, article="b")], near).disagreements


def test_sources_that_say_the_same_in_two_languages_agree() -> None:
    pair = [sentence(1, "The fire in Harlow injured 12 workers."),
            sentence(2, "Bei dem Brand in Harlow wurden zwölf Arbeiter verletzt.", "de")]
    found = compare(pair, near)
    assert [(item.first, item.second) for item in found.agreements] == [(1, 2)]
    assert not found.disagreements
    assert not compare(pair, far).agreements


def test_what_it_is_about_is_named() -> None:
    pair = [sentence(1, "The bridge in Tolkan costs 84 million euros."),
            sentence(2, "Die Brücke in Tolkan kostet 96 Millionen Euro.", "de")]
    assert compare(pair, near).disagreements[0].about == "Tolkan"


def test_only_what_is_cited_is_shown_by_its_citations() -> None:
    found = (Disagreement(1, 2, "Tolkan"), Disagreement(1, 3, ""))
    assert by_citation(found, {1: 7, 2: 4}.get) == (Disagreement(7, 4, "Tolkan"),)
    assert by_citation(found, {1: 7, 2: 7}.get) == ()


def at(cosine: float) -> Similarity:
    return lambda claim, texts: cosine


def test_a_no_in_one_language_and_a_yes_in_another_are_of_one_happening() -> None:
    denial = sentence(1, "Elmar widerspricht in Velm allen Anschuldigungen.", "de")
    beside = sentence(2, "De haven van Velm heeft met Elmar een belangrijke infrastructuur.", "nl")
    assert not compare([denial, beside], at(0.89)).disagreements
    stays = sentence(1, "Minister Brouwer denkt niet aan aftreden.", "nl")
    assert compare([stays, sentence(2, "Minister Brouwer will resign.")], at(0.89)).disagreements


@pytest.mark.parametrize(("one", "other", "disagree"), [
    ("The repair of the lock in Velm will take 11 weeks.", "Work on the lock in Velm takes 14 weeks.", True),
    ("18,000 vehicles cross the bridge a day.", "The bridge carries 21,000 vehicles a day.", True),
    ("18,000 vehicles cross the bridge a day.", "The bridge carries 21,000 tonnes a day.", False),
    ("The strike in Harlow lasted 2 weeks.", "Repairs at Tolkan take 14 weeks.", False),
    ("The bridge in Tolkan costs 84 million euros.", "The state pays 30 million euros for Tolkan.", False),
])
def test_one_thing_counted_twice_need_not_be_worded_alike(one: str, other: str, disagree: bool) -> None:
    assert bool(compare([sentence(1, one), sentence(2, other)], at(0.865)).disagreements) is disagree
    assert not compare([sentence(1, one), sentence(2, other)], at(0.84)).disagreements


@pytest.mark.parametrize(("one", "other"), [
    ("A report, seen by this newspaper, found rust in 14 of the 52 cables.", "A report found rust in 17 of the 52 cables."),
    ("The council approved the plan by 23 votes to 19.", "The council approved the plan by 25 votes to 17."),
    ("About 3,400 residents of Velm were evacuated on Sunday.", "About 4,100 residents of Velm were evacuated on Sunday."),
])
def test_one_number_among_others_disagrees_too(one: str, other: str) -> None:
    assert compare([sentence(1, one), sentence(2, other)], at(0.95)).disagreements


@pytest.mark.parametrize(("one", "other"), [
    ("In Velm 12 of the 40 beams are cracked in the north stand.", "In Velm 9 of the 40 beams are cracked in the south stand."),
    ("Cracks were found in 9 of the 40 beams.", "Cracks were found in 9 of the 52 bolts."),
    ("The first blast in Velm injured 12 people.", "The second blast in Velm injured 19 people."),
    ("Elmar employs 300 people.", "Elmar employs 2,100 people worldwide."),
    ("By Monday 1,200 votes had been counted.", "By Tuesday 4,800 votes had been counted."),
    ("So far three bodies were found in Velm.", "Nine bodies were found in Velm."),
    ("Repairs of the bridge could cost 45 million pounds.", "Repairs of the bridge could cost up to 60 million pounds."),
    ("Elmar sold 400 cars last week.", "Elmar sold 250 cars this week."),
    ("In Velm 31 people were injured.", "In Velm 4 people died."),
    ("He was 85.", "He was 95."),
])
def test_of_two_sides_times_or_bounds_both_numbers_may_be_so(one: str, other: str) -> None:
    assert not compare([sentence(1, one), sentence(2, other)], at(0.95)).disagreements
