"""Translations beside a quote: checked, asked for once, never in the way of an answer."""

from __future__ import annotations

import pytest
from test_rag_write import Model

from rag.check.translation import check_translation
from rag.errors import ModelInterruptedError
from rag.settings import Settings
from rag.translate import Translations, Translator
from rag.write.choice import ModelChooser

QUOTE = "Die Brücke wurde 2019 für 3,4 Millionen Euro saniert, sagt Anna Kowalska."
GOOD = "The bridge was renovated in 2019 for 3.4 million euros, says Anna Kowalska."


@pytest.mark.parametrize("text", [
    GOOD, "In 2019 the bridge was repaired for 3.4 million euros, Anna Kowalska says.",
])
def test_a_true_translation_passes(text: str) -> None:
    assert check_translation(text, QUOTE, "de", "en").passed


@pytest.mark.parametrize(("text", "word"), [
    (GOOD.replace("million", "billion"), "billion"),
    (GOOD.replace("2019", "2018"), "2018"),
    (GOOD.replace(" for 3.4 million euros", " at great cost to the town"), "left out"),
    (GOOD.replace("was renovated", "was not renovated"), "denies"),
    (QUOTE, "de"),
    (GOOD.replace("bridge", "桥梁"), "桥"),
    (GOOD + " See http://evil.example/x", "http"),
    ("Renovated.", "length"),
    (GOOD + " It went on and on, as such things do, with more and more words that nobody had asked for at all" * 2,
     "length"),
])
def test_a_false_one_is_refused_and_says_why(text: str, word: str) -> None:
    checked = check_translation(text, QUOTE, "de", "en")
    assert not checked.passed
    assert word in checked.reason


def translator(model: Model) -> Translator:
    return Translator(ModelChooser(Settings(), model), Translations(4096))


def test_the_model_is_asked_once_for_a_text_a_language_and_a_model() -> None:
    model = Model(lambda messages: GOOD)
    asked = translator(model)
    assert [asked.translate(QUOTE, "de", "en") for _ in range(3)] == [GOOD] * 3
    assert len(model.calls) == 1
    asked.translate(QUOTE, "de", "nl")
    assert len(model.calls) == 2


def test_what_is_kept_is_bounded_and_the_oldest_goes() -> None:
    model = Model(lambda messages: GOOD)
    kept = Translations(4096, most=2)
    for text in ("One.", "Two.", "One.", "Three.", "One."):
        kept.of(text, "de", "en", model)
    assert len(model.calls) == 3
    assert not kept.has("Two.", "en", model)
    assert kept.has("One.", "en", model)


@pytest.mark.parametrize(("text", "finish"), [
    (GOOD.replace("3.4", "34"), "stop"), ("", "stop"), (GOOD, "length"), (QUOTE, "stop"),
])
def test_a_translation_that_fails_or_is_cut_is_none(text: str, finish: str) -> None:
    assert translator(Model(lambda messages: text, finish)).translate(QUOTE, "de", "en") is None  # type: ignore[arg-type]


def test_a_lead_in_is_no_part_of_a_translation() -> None:
    model = Model(lambda messages: f'Here is the translation:\n\n"{GOOD}"')
    assert translator(model).translate(QUOTE, "de", "en") == GOOD


def test_without_a_model_or_with_one_that_fails_there_is_none_and_the_next_try_is_made() -> None:
    assert Translator(ModelChooser(Settings(writer="quotes")), Translations(4096)).translate(QUOTE, "de", "en") is None
    failing = Model(lambda messages: "The bri", error=ModelInterruptedError("It broke off.", "Again."))
    asked = translator(failing)
    assert asked.translate(QUOTE, "de", "en") is None
    assert asked.translate(QUOTE, "de", "en") is None
    assert len(failing.calls) == 2


def test_no_call_is_made_for_the_readers_own_language_or_for_what_the_window_cannot_hold() -> None:
    model = Model(lambda messages: GOOD)
    assert translator(model).translate(QUOTE, "en", "en") is None
    assert translator(model).translate("Wort " * 4000, "de", "en") is None
    assert model.calls == []
