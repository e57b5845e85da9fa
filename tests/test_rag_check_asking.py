"""Plain answers to questions for a yes or a no: `check_assent` and `check_echo` with a question and its quotes."""

from __future__ import annotations

import pytest

from rag.check.asking import asks_yes_or_no
from rag.check.assent import check_assent, without_assent
from rag.check.echo import check_echo
from rag.check.numbers import Source

DENIES = [Source("Tarvo weist alle Vorwürfe zurück.", "de")]
OPEN = [Source("De brug in Gent is open.", "nl")]
CLOSED = [Source("De brug in Gent is niet open.", "nl")]
MAYBE = [Source("De brug in Gent zou open zijn.", "nl")]


@pytest.mark.parametrize(("claim", "question", "quotes", "passes"), [
    ("Yes, Tarvo denies the accusations.", "Does Tarvo deny the accusations?", DENIES, True),
    ("No, Tarvo denies the accusations.", "Does Tarvo deny the accusations?", DENIES, False),
    ("Yes, Tarvo admits the accusations.", "Does Tarvo deny the accusations?", DENIES, False),
    ("Yes, the bridge in Ghent is open.", "Is the bridge in Ghent open?", OPEN, True),
    ("Yes, the bridge in Ghent is open.", "Is the bridge in Ghent open?", CLOSED, False),
    ("Yes, the bridge in Ghent is open.", "Is the bridge in Ghent open?", MAYBE, False),
    ("No, the bridge in Ghent is not open.", "Is the bridge in Ghent open?", CLOSED, True),
    ("No, the bridge in Ghent is not open.", "Is the bridge in Ghent open?", OPEN, False),
    ("Yes, the tower is old.", "Is the bridge in Ghent open?", OPEN, False),
    ("Yes.", "Is the bridge in Ghent open?", OPEN, False),
    ("Yes, the bridge in Ghent is open.", "Why is the bridge in Ghent open?", OPEN, False),
    ("Yes, the bridge in Ghent is open.", "", OPEN, False),
])
def test_a_yes_stands_where_its_sentence_says_the_question_and_a_quote_agrees(
    claim: str, question: str, quotes: list[Source], passes: bool
) -> None:
    assert check_assent(claim, "en", question, quotes).passed is passes


@pytest.mark.parametrize(("claim", "question", "quotes", "passes"), [
    ("The bridge in Ghent is open.", "Is the bridge in Ghent open?", OPEN, True),
    ("The bridge in Ghent is open.", "Is the bridge in Ghent open?", CLOSED, False),
    ("The bridge in Ghent is open.", "Is the bridge in Ghent open?", MAYBE, False),
    ("The bridge in Ghent is open.", "When is the bridge in Ghent open?", OPEN, False),
    ("Tarvo denies the accusations.", "Does Tarvo deny the accusations?", DENIES, True),
])
def test_an_echo_answers_only_a_question_for_a_yes_or_a_no(
    claim: str, question: str, quotes: list[Source], passes: bool
) -> None:
    assert check_echo(claim, "en", question, quotes).passed is passes


@pytest.mark.parametrize(("question", "language", "expected"), [
    ("Does it rain?", "en", True), ("Isn't it late?", "en", True), ("Why does it rain?", "en", False),
    ("The weather?", "en", False), ("Does it rain", "en", False), ("Regnet es in Gent?", "de", True),
    ("Seit wann regnet es?", "de", False), ("Is de brug open?", "nl", True), ("Waar is de brug?", "nl", False),
    ("Est-ce que le pont est ouvert ?", "fr", True), ("Où est le pont ?", "fr", False),
    ("¿Está abierto el puente?", "es", True), ("¿Cuándo abre el puente?", "es", False),
    ("Il ponte è aperto?", "it", True), ("A ponte está aberta?", "pt", True), ("Regnar det?", "sv", False),
    ("?", "en", False),
])
def test_questions_for_a_yes_or_a_no_are_known_by_their_head(question: str, language: str, expected: bool) -> None:
    assert asks_yes_or_no(question, language) is expected


def test_the_no_that_opens_an_answer_is_no_negation_of_the_rest() -> None:
    assert without_assent("No, it is open.", "en") == "it is open."
    assert without_assent("No one came.", "en") == "No one came."
