"""Which sentences need the one before them to be understood, and what they are then quoted with."""

from __future__ import annotations

import pytest

from rag.anaphora import context_of, leans_on_previous
from rag.types import Passage, Span


@pytest.mark.parametrize(("language", "sentence"), [
    ("en", "The company blames falling numbers."), ("de", "Die Behörde will kein Wagnis eingehen."),
    ("nl", "Het bedrijf ontkent dat."), ("fr", "L'entreprise refuse de payer."), ("es", "El gobierno negó todo."),
    ("en", "According to the company, sales fell."), ("de", "Laut dem Unternehmen sanken die Preise."),
    ("en", "“The company will pay,” she said."), ("de", "Das teilte die Staatsanwältin mit."),
    ("en", "Its director resigned."), ("nl", "Dat meldt de brandweer."), ("en", "The company's shares fell."),
    ("en", "The report, seen by this newspaper, names nobody."),
])
def test_a_subject_that_points_back_leans(language: str, sentence: str) -> None:
    assert leans_on_previous(sentence, language)


@pytest.mark.parametrize(("language", "sentence"), [
    ("en", "Opposition leader Vera Holt accused the mayor of hiding the report for six weeks."),
    ("fr", "M. Brissac a annoncé qu'il saisirait le tribunal administratif."),
    ("nl", "Verhoeven is de eerste vrouw die de stad bestuurt."),
    ("en", "A study by the firm Tanner & Wick found rust."), ("en", "The firm Tanner & Wick found rust."),
    ("en", "The city council of Velm has stopped its plan."), ("fr", "Le tribunal administratif de Velm a tranché."),
    ("en", "The minister of justice resigned."), ("de", "Der Konzern Elmar meldet Verluste."),
    ("nl", "De minister van Justitie treedt af."), ("en", "The report on the bridge names nobody."),
    ("de", "Die Regierung von Korland schweigt."), ("de", "Es gibt neue Zahlen."),
])
def test_a_role_elsewhere_or_with_a_name_or_complement_does_not(language: str, sentence: str) -> None:
    assert not leans_on_previous(sentence, language)


def passage_of(first: str, between: str, second: str) -> Passage:
    text = first + between + second
    spans = (Span(7, 7 + len(first)), Span(7 + len(first) + len(between), 7 + len(text)))
    return Passage(1, "a", 1, None, None, None, None, "en", None, None, text, 7, 7 + len(text), 1.0, sentences=spans)


@pytest.mark.parametrize(("between", "second", "leans"), [
    (" ", "However, Vera Holt stays.", True), ("\n\n", "However, Vera Holt stays.", False),
    ("\n\n", "She stays.", True), ("\n\n", "The company denies it.", True), (" ", "Vera Holt stays.", False),
])
def test_over_a_break_only_a_subject_leans(between: str, second: str, leans: bool) -> None:
    passage = passage_of("Elmar closes its mill in Velm.", between, second)
    assert context_of(passage, 1) == ("Elmar closes its mill in Velm." if leans else "")
    assert context_of(passage, 0) == ""
