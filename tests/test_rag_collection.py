"""Questions about the collection are answered from the library, and articles are summed up in their own words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag import Assistant, Settings
from rag.shelf.collection_words import library_phrase
from rag.types import Turn

FERRY = """---
title: Fähre stellt Betrieb ein
date: 2022-03-01
---
Die Fähre über die Weser bei Nordheim stellt zum Monatsende ihren Betrieb ein. Das teilte die Reederei Kolb am
Dienstag mit.

Als Grund nannte die Reederei den Mangel an Personal. Seit Januar fehlten drei von acht Schiffsführern, sagte
Geschäftsführerin Anja Kolb. Die nächste Brücke liegt zwölf Kilometer flussaufwärts.
"""
MILL = """---
title: Oude molen van Terhout draait weer
date: 2023-06-10
---
De oude molen van Terhout draait na een restauratie van twee jaar weer. Vrijwilligers vernieuwden de wieken en het
dak.

De gemeente betaalde 310.000 euro van de kosten. Molenaar Piet Zwart wil er vanaf september weer meel malen.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("collection")
    for name, text in {"ferry.md": FERRY, "mill.md": MILL, "note.txt": "Der Markt in Nordheim fällt am Montag aus, "
                       "weil der Platz gepflastert wird. Das sagte die Stadt."}.items():
        (folder / name).write_text(text, "utf-8")
    with Assistant.open(Settings(home=folder / "home", writer="quotes")) as opened:
        opened.ingest(folder)
        yield opened


def titles(assistant: Assistant, question: str) -> list[str]:
    answer = assistant.ask(question)
    assert answer.status == "from_library"
    assert len(answer.text.splitlines()) == len(answer.articles) + 1
    return sorted(article.title or "" for article in answer.articles)


def test_all_articles_are_listed_in_the_language_of_the_question(assistant: Assistant) -> None:
    assert len(titles(assistant, "Which articles do you have?")) == 3
    assert "3" in assistant.ask("Hoeveel artikelen zijn er?").text.splitlines()[0]
    assert "Bibliothek" in assistant.ask("Welche Artikel gibt es?").text


def test_a_topic_and_a_language_narrow_the_list(assistant: Assistant) -> None:
    assert titles(assistant, "What articles do you have about the mill?") == ["Oude molen van Terhout draait weer"]
    assert titles(assistant, "Which Dutch articles do you have?") == ["Oude molen van Terhout draait weer"]
    assert "Fähre stellt Betrieb ein" in titles(assistant, "What articles do you have about Nordheim?")


def test_what_no_article_is_about_lists_nothing(assistant: Assistant) -> None:
    answer = assistant.ask("What articles do you have about volcanoes in Iceland?")
    assert (answer.status, answer.articles) == ("from_library", ())


@pytest.mark.parametrize("question", [
    "Which article is about sports?", "Which articles are about elections?", "Welche Artikel gibt es über Wölfe?",
    "Welke artikelen zijn er over vaccins?",
])
def test_a_topic_of_one_word_is_no_nearer_to_articles_than_a_question_is(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert (answer.status, answer.articles) == ("from_library", ())


def test_the_newest_is_the_one_with_the_newest_date_and_the_undated_are_told_of(assistant: Assistant) -> None:
    answer = assistant.ask("What is the newest article?")
    assert [article.title for article in answer.articles] == ["Oude molen van Terhout draait weer"]
    assert answer.text.startswith("1 article has no date.")
    assert titles(assistant, "What is the oldest?") == ["Fähre stellt Betrieb ein"]


def test_a_list_is_in_the_readers_language_to_its_dates_and_languages(assistant: Assistant) -> None:
    german = assistant.ask("Welche Artikel gibt es?").text
    assert "Niederländisch" in german
    assert "2023-06-10" in german
    assert not {"Dutch", "German", "published", "updated", "dated"} & set(german.replace("·", " ").split())
    assert "Nederlands" in assistant.ask("Welke artikelen heb je?").text
    assert "Dutch" in assistant.ask("Which articles do you have?").text


def test_which_articles_are_in_a_language_is_answered_by_the_library(assistant: Assistant) -> None:
    assert titles(assistant, "Which of the articles is in Dutch?") == ["Oude molen van Terhout draait weer"]
    answer = assistant.ask("Which articles are in French?")
    assert (answer.status, answer.articles) == ("from_library", ())


def test_a_summary_quotes_the_article_that_is_meant_and_no_other(assistant: Assistant) -> None:
    answer = assistant.ask("Summarise the Dutch article")
    assert answer.status == "answered"
    assert {citation.language for citation in answer.citations} == {"nl"}
    assert len(answer.citations) >= 3
    for citation in answer.citations:
        text = assistant.library.show(citation.article_id, citation.version).text
        assert text[citation.start : citation.end] == citation.quote


def test_a_summary_of_everything_has_something_of_each_article(assistant: Assistant) -> None:
    answer = assistant.ask("Fasse alle Artikel zusammen")
    assert len({citation.article_id for citation in answer.citations}) == 3


def test_a_summary_of_an_article_that_is_not_there_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("Summarise the Spanish article").status == "not_in_sources"


def test_filters_hold_for_questions_about_the_collection(assistant: Assistant) -> None:
    from rag import Filters

    answer = assistant.ask("Which articles do you have?", filters=Filters(languages=("de",)))
    assert {article.language for article in answer.articles} == {"de"}


def test_which_one_is_the_newest_is_asked_of_the_library_in_a_conversation_too(assistant: Assistant) -> None:
    before = Turn("Warum stellt die Fähre bei Nordheim den Betrieb ein?", "Es fehlt Personal.", "de")
    answer = assistant.ask("which one is the newest?", history=[before])
    assert answer.status == "from_library"
    assert [article.title for article in answer.articles] == ["Oude molen van Terhout draait weer"]


def test_of_a_known_place_only_the_articles_that_name_it_are_listed(assistant: Assistant) -> None:
    answer = assistant.ask("How many articles are there about Japan?")
    assert (answer.status, answer.articles) == ("from_library", ())
    assert "Japan" in answer.text


@pytest.mark.parametrize("language", ["en", "de", "nl", "fr", "es", "it", "pt"])
def test_one_article_is_spoken_of_in_the_singular(language: str) -> None:
    for key in ("all", "some", "undated", "dateless"):
        one, two = (library_phrase(key, language, count=count, total=5) for count in (1, 2))
        assert one.split()[1:] != two.replace("2", "1").split()[1:]
    assert library_phrase("undated", "en", count=1) == "1 of those that fit has no date."
    for key in ("about", "about_some", "about_all", "about_none", "about_newest", "about_oldest"):
        for count in (1, 2):
            said = library_phrase(key, language, count=count, total=5, topic="Luik")
            assert "Luik" in said
            assert "{" not in said
