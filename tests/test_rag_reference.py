"""What a list has shown can be pointed at: by its place, or as "it" where one article was shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag import Assistant, Settings
from rag.follow_ups.reference import referred
from rag.types import Answer, Turn

LISTED = Turn("Which articles do you have?", "…", "en", articles=("a", "b", "c"))
ONE = Turn("What is the newest article?", "…", "en", articles=("b",))


@pytest.mark.parametrize(("language", "question", "asked", "article"), [
    ("en", "summarise the second one", "summarise the article", "b"),
    ("en", "What does the first article say about jobs?", "What does the article say about jobs?", "a"),
    ("en", "What is the last one about?", "summarise the article", "c"),
    ("en", "Summarize article 3", "Summarize the article", "c"),
    ("de", "Fasse den zweiten zusammen", "Fasse den Artikel zusammen", "b"),
    ("de", "Was steht im dritten Artikel über die Brücke?", "Was steht den Artikel über die Brücke?", "c"),
    ("de", "Worum geht es im ersten?", "Fasse den Artikel zusammen", "a"),
    ("nl", "vat het tweede artikel samen", "vat het artikel samen", "b"),
    ("nl", "Waar gaat het laatste over?", "vat het artikel samen", "c"),
    ("fr", "Résume le premier", "Résume l'article", "a"),
    ("es", "¿Qué dice el segundo sobre el puente?", "¿Qué dice el artículo sobre el puente?", "b"),
    ("it", "Riassumi il terzo articolo", "Riassumi l'articolo", "c"),
    ("pt", "Resume o primeiro artigo", "Resume o artigo", "a"),
])
def test_a_place_in_a_list_means_its_article(language: str, question: str, asked: str, article: str) -> None:
    meant = referred(question, language, [LISTED])
    assert meant is not None
    assert (meant.question, meant.article_id) == (asked, article)


@pytest.mark.parametrize(("language", "question"), [
    ("en", "Who was the first mayor of Nordheim?"), ("en", "When did the second factory close?"),
    ("en", "Summarise the seventh one"), ("en", "Summarise article 9"), ("en", "What happened first?"),
    ("de", "Wer war der erste Bürgermeister?"), ("de", "Warum wurde die letzte Fabrik geschlossen?"),
    ("nl", "Wie was de eerste burgemeester?"), ("fr", "Qui était le premier ministre ?"),
    ("en", "Summarise it"), ("en", "Why was it closed?"),
])
def test_what_means_something_else_or_no_article_of_the_list_is_left_alone(language: str, question: str) -> None:
    assert referred(question, language, [LISTED]) is None


def test_without_a_list_nothing_is_meant() -> None:
    assert referred("summarise the first one", "en", []) is None
    assert referred("summarise the first one", "en", [Turn("Why?", "Because.")]) is None


def test_the_one_article_that_was_shown_is_it() -> None:
    for language, question in (("en", "summarise it"), ("de", "Fasse ihn zusammen"), ("nl", "vat het samen"),
                               ("fr", "résume-le"), ("es", "resume eso")):
        meant = referred(question, language, [ONE])
        assert meant is not None, question
        assert meant.article_id == "b"
    assert referred("summarise it", "en", [ONE, Turn("Why was the bridge closed?", "It rusted.")]) is None


def test_and_the_next_asks_the_question_before_of_another_article() -> None:
    first = Turn("What does the first one say about jobs?", "…")
    meant = referred("and the second?", "en", [LISTED, first])
    assert meant is not None
    assert (meant.question, meant.article_id) == ("What does the article say about jobs?", "b")
    assert referred("and the third?", "en", [LISTED, first, Turn("and the second?", "…")]) is not None
    assert referred("and the third?", "en", [LISTED, Turn("Who owns the ferry?", "Kolb.")]) is None


FERRY = "---\ntitle: Fähre stellt Betrieb ein\ndate: 2022-03-01\n---\nDie Fähre über die Weser bei Nordheim stellt zum " \
    "Monatsende ihren Betrieb ein. Das teilte die Reederei Kolb am Dienstag mit, weil drei von acht Fährleuten fehlen."
MILL = "---\ntitle: Oude molen van Terhout draait weer\ndate: 2023-06-10\n---\nDe oude molen van Terhout draait na een " \
    "restauratie van twee jaar weer. De gemeente betaalde 310.000 euro van de kosten van het nieuwe dak."


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("reference")
    (folder / "ferry.md").write_text(FERRY, "utf-8")
    (folder / "mill.md").write_text(MILL, "utf-8")
    with Assistant.open(Settings(home=folder / "home", writer="quotes")) as opened:
        opened.ingest(folder)
        yield opened


def test_a_listed_article_is_summed_up_and_asked_and_no_other(assistant: Assistant) -> None:
    def goes_on(question: str, *before: Answer) -> Answer:
        return assistant.ask(question, history=[
            Turn(one.question, one.text, one.language, one.standalone_question, one.citations,
                 tuple(article.article_id for article in one.articles)) for one in before])

    listed = goes_on("Which articles do you have?")
    assert len(listed.articles) == 2
    for place, words in enumerate(("first", "second")):
        answer = goes_on(f"summarise the {words} one", listed)
        assert answer.status == "answered"
        assert {item.article_id for item in answer.citations} == {listed.articles[place].article_id}
    mill = next(place for place, article in enumerate(listed.articles) if article.language == "nl")
    asked = goes_on(f"What does the {('first', 'second')[mill]} one say about the costs of the mill?", listed)
    assert {item.language for item in asked.citations} == {"nl"}
    other = goes_on(f"And the {('first', 'second')[1 - mill]}?", listed, asked)
    assert "nl" not in {item.language for item in other.citations}


def test_a_kept_conversation_points_at_its_list_after_a_restart(assistant: Assistant) -> None:
    listed = assistant.ask("Which articles do you have?")
    talk = assistant.conversations.new_id()
    assistant.conversations.keep(talk, listed)
    history = assistant.conversations.turns(talk)
    answer = assistant.ask("summarise the last one", history=history)
    assert {item.article_id for item in answer.citations} == {listed.articles[-1].article_id}
