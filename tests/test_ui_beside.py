"""What a reader is told beside an answer: its steps, what was not searched, which article is another's copy."""

from __future__ import annotations

import html
from dataclasses import replace
from datetime import date

import pytest
from test_ui_render import ANSWER, ATTACK, ENGLISH, PASSAGE, SUMMARY, is_inert

from rag.types import Evidence, EvidenceFound, EvidenceSentence, Filters, LookingAgain, Searching, Timings, Writing
from ui.endpoints.growing import Growing
from ui.render import KeptTurn, answer_html, articles_html
from ui.texts import LANGUAGES, texts_for

EVIDENCE = Evidence(tuple(EvidenceSentence(number, PASSAGE, 0, 3, "Een", 0.5) for number in range(1, 7)),
                    abstain=False, confidence=1.0, threshold=0.0)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_second_look_is_a_step_while_it_lasts_and_after(code: str) -> None:
    texts, growing = texts_for(code), Growing(texts_for(code))
    growing.take(Searching("why?", "en"))
    growing.take(LookingAgain("tiny", EVIDENCE))
    asking = html.escape(texts.say("step_second_look"))
    assert f'<li class="now"><span>{asking}</span>' in growing.html()
    growing.take(EvidenceFound(EVIDENCE, ()))
    growing.take(Writing("tiny"))
    assert growing.html().count("<li") == 4
    spent = Timings(search_ms=100, evidence_ms=200, second_look_ms=18_000, generate_ms=500, verify_ms=1, total_ms=18_900)
    finished = answer_html(KeptTurn(replace(ANSWER, timings=spent), 3), texts)
    assert f"<span>{asking}</span><time>{texts.seconds(18_000)}</time>" in finished


def test_what_was_found_and_what_is_cited_of_it_go_by_different_words() -> None:
    growing = Growing(ENGLISH)
    growing.take(EvidenceFound(EVIDENCE, ()))
    assert "Evidence found: 6 sentences from 1 article<" in growing.html()
    finished = answer_html(KeptTurn(replace(ANSWER, timings=Timings(evidence_ms=5.0)), 3), ENGLISH)
    assert "Evidence found; of it, cited: 1 quote from 1 article<" in finished
    nothing = replace(ANSWER, status="not_in_sources", citations=(), timings=Timings(evidence_ms=5.0))
    assert "0 quotes" not in answer_html(KeptTurn(nothing, 3), ENGLISH)


@pytest.mark.parametrize(("code", "label"), [
    ("en", "Not found in the articles searched (Dutch, Blatt, from 1 Jan 2022)"),
    ("de", "Nicht in den durchsuchten Artikeln gefunden (Niederländisch, Blatt, ab 01.01.2022)"),
    ("nl", "Niet in de doorzochte artikelen gevonden (Nederlands, Blatt, vanaf 1 jan 2022)"),
])
def test_what_was_not_searched_is_not_said_to_hold_nothing(code: str, label: str) -> None:
    narrowed = Filters(since=date(2022, 1, 1), languages=("nl",), outlets=("Blatt",))
    absent = replace(ANSWER, status="not_in_sources", filters=narrowed)
    shown = answer_html(KeptTurn(absent, 3), texts_for(code))
    assert f'<p class="label">{label}</p>' in shown
    assert texts_for(code).say("filters_hint") in shown
    unfiltered = answer_html(KeptTurn(replace(absent, filters=Filters()), 3), texts_for(code))
    assert texts_for(code).say("filters_hint") not in unfiltered
    hostile = replace(absent, filters=Filters(outlets=(ATTACK,), article_ids=("a", "b")))
    assert is_inert(answer_html(KeptTurn(hostile, 3), texts_for(code)))


def test_the_article_that_another_is_nearly_the_same_as_can_be_told_from_it() -> None:
    one = replace(SUMMARY, path="/articles/harbour.txt", added="2024-01-01T00:00:00+00:00")
    dated = replace(one, article_id="beta", path=None, date=date(2023, 10, 6), date_kind="published")
    for other, where in ((one, "harbour.txt"), (dated, "Blatt · 6 October 2023 · German")):
        again = replace(one, article_id="gamma", duplicate_of=other.article_id)
        shown = articles_html([again], 1, {other.article_id: other}, ENGLISH)
        assert f"Nearly the same as: Titel ({where})" in shown
    assert "Nearly the same as: gone" in articles_html([replace(one, duplicate_of="gone")], 1, {}, ENGLISH)
