"""Articles are asked for by their dates and compared, in several languages; what is asked of the articles is not."""

from __future__ import annotations

from datetime import date

import pytest

from rag.shelf.intents import Collection, Comparison, Summary
from rag.shelf.library_question import asks_what_happened, read_library_question
from rag.shelf.period import of_year, read_period

TODAY = date(2025, 5, 20)
"""A Tuesday."""

DATED = [
    ("en", "Which articles were published in April 2025?", "2025-04-01", "2025-04-30"),
    ("de", "Welche Artikel gibt es vom April 2025?", "2025-04-01", "2025-04-30"),
    ("de", "Welche Artikel sind aus dem März?", "2025-03-01", "2025-03-31"),
    ("en", "Which articles do you have from 2018?", "2018-01-01", "2018-12-31"),
    ("en", "Which articles were published last week?", "2025-05-12", "2025-05-18"),
    ("de", "Welche Artikel sind seit Montag erschienen?", "2025-05-19", None),
    ("en", "List the articles published between 1 and 15 March.", "2025-03-01", "2025-03-15"),
    ("en", "How many articles were published on 14 March?", "2025-03-14", "2025-03-14"),
    ("en", "Which articles are older than 2020?", None, "2019-12-31"),
    ("nl", "Welke artikelen zijn verschenen tussen 1 en 15 april 2025?", "2025-04-01", "2025-04-15"),
    ("nl", "Welke artikelen heb je van vorige maand?", "2025-04-01", "2025-04-30"),
    ("fr", "Quels articles ont été publiés avant 2020 ?", None, "2019-12-31"),
    ("fr", "Quels articles datent du 1er avril 2025 ?", "2025-04-01", "2025-04-01"),
    ("es", "¿Qué artículos se publicaron en marzo de 2025?", "2025-03-01", "2025-03-31"),
    ("it", "Quali articoli sono usciti nel marzo 2025?", "2025-03-01", "2025-03-31"),
    ("pt", "Que artigos foram publicados em março de 2025?", "2025-03-01", "2025-03-31"),
    ("en", "What was reported in March 2025?", "2025-03-01", "2025-03-31"),
    ("de", "Was wurde im März 2025 berichtet?", "2025-03-01", "2025-03-31"),
    ("en", "Are there any articles from the last 7 days?", "2025-05-14", "2025-05-20"),
]

COMPARING = [
    ("en", "Do the two articles agree?", Comparison()),
    ("en", "What do the articles disagree on?", Comparison()),
    ("en", "Compare the two articles", Comparison()),
    ("en", "Do the two reports on the bridge agree?", Comparison("bridge")),
    ("en", "Do the articles disagree about the number of injured?", Comparison("", "number of injured")),
    ("de", "Stimmen die beiden Artikel überein?", Comparison()),
    ("de", "Worin widersprechen sich die Artikel über Velden?", Comparison("Velden")),
    ("nl", "Spreken de artikelen over Velden elkaar tegen?", Comparison("Velden")),
    ("fr", "Les deux articles sont-ils d'accord ?", Comparison()),
    ("es", "¿Se contradicen los artículos?", Comparison()),
    ("it", "Gli articoli concordano?", Comparison()),
    ("pt", "Os artigos concordam?", Comparison()),
]

TO_THE_ARTICLES = [
    ("en", "Which articles were stolen in April?"),
    ("en", "What was reported about the nurses in May 2025?"),
    ("en", "Which reports did the board publish in March?"),
    ("en", "Do the nurses and the hospital agree?"),
    ("en", "Do the reports on the bridge contradict the mayor?"),
    ("en", "Compare the damage in Velden with 1995."),
    ("de", "Welche Artikel verkauft die Firma seit 2019?"),
    ("de", "Stimmt die Gewerkschaft dem Ergebnis zu?"),
    ("nl", "Wat zei de burgemeester dinsdag?"),
    ("fr", "Qui a été élu en avril ?"),
]


@pytest.mark.parametrize(("language", "question", "since", "until"), DATED)
def test_articles_are_asked_for_by_their_dates(language: str, question: str, since: str | None, until: str | None
                                               ) -> None:
    found = read_library_question(question, language, TODAY)
    assert isinstance(found, Collection)
    assert found.topic == ""
    assert found.period is not None
    days = [day.isoformat() if day is not None else None for day in (found.period.since, found.period.until)]
    assert days == [since, until]


@pytest.mark.parametrize(("language", "question", "meant"), COMPARING)
def test_a_comparison_of_articles_is_asked_for(language: str, question: str, meant: Comparison) -> None:
    found = read_library_question(question, language, TODAY)
    assert isinstance(found, Comparison)
    assert found.topic.removeprefix("the ") == meant.topic
    assert found.matter.removeprefix("the ") == meant.matter


@pytest.mark.parametrize(("language", "question"), TO_THE_ARTICLES)
def test_what_the_articles_tell_is_asked_of_them(language: str, question: str) -> None:
    assert read_library_question(question, language, TODAY) is None


def test_a_topic_and_a_date_both_narrow_a_list() -> None:
    found = read_library_question("Which articles about the strike were published in May 2025?", "en", TODAY)
    assert isinstance(found, Collection)
    assert (found.topic, found.period and found.period.since) == ("the strike", date(2025, 5, 1))
    summary = read_library_question("Fasse die Artikel über Velden vom März 2025 zusammen.", "de", TODAY)
    assert isinstance(summary, Summary)
    assert (summary.topic, summary.period and summary.period.until) == ("Velden", date(2025, 3, 31))


def test_a_time_within_a_topic_belongs_to_it() -> None:
    found = read_library_question("What articles do you have about the vote in May?", "en", TODAY)
    assert found == Collection("list", "the vote in May")


def test_the_newest_are_as_many_as_asked_for() -> None:
    assert read_library_question("What are the newest three articles?", "en", TODAY) == Collection("newest", most=3)
    assert read_library_question("Was sind die 3 ältesten Artikel?", "de", TODAY) == Collection("oldest", most=3)
    assert read_library_question("Quels sont les deux articles les plus anciens ?", "fr", TODAY) == Collection(
        "oldest", most=2)


@pytest.mark.parametrize(("language", "question"), [
    ("de", "Fasse die Artikel über Solvanta zusammen."), ("nl", "Vat de artikelen over Solvanta samen"),
])
def test_the_end_of_a_parted_verb_is_no_topic(language: str, question: str) -> None:
    assert read_library_question(question, language, TODAY) == Summary("all", "Solvanta")


def test_what_happened_on_a_day_is_asked_of_the_day() -> None:
    day = asks_what_happened("What happened on 2 April?", "en", TODAY)
    assert day is not None
    assert (day.since, day.yearless) == (date(2025, 4, 2), True)
    assert asks_what_happened("What happened in Velden on 2 April?", "en", TODAY) is None
    assert asks_what_happened("What happened in April?", "en", TODAY) is None


@pytest.mark.parametrize("text", ["vom 3.4.0000", "the march", "in 99999", "since", "between 3 and", "older than"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_period(text, "en", TODAY) is None


def test_a_period_without_a_year_is_moved_whole() -> None:
    period = read_period("between 20 December and 10 January", "en", TODAY)
    assert period is not None
    assert (period.since, period.until) == (date(2024, 12, 20), date(2025, 1, 10))
    moved = of_year(period, 2020)
    assert (moved.since, moved.until) == (date(2019, 12, 20), date(2020, 1, 10))
