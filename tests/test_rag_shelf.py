"""Lists by topic and date say what they rest on, and articles are put side by side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from rag import Assistant, Settings
from rag.shelf.inflection import is_headed_by, stem
from rag.shelf.topic_words import translations

ARTICLES = {
    "flood.md": "---\ntitle: Wasser in Velden\ndate: 2025-03-12\nlanguage: nl\n---\n"
    "In Velden zijn dinsdag elf straten ondergelopen nadat de rivier de Lorne buiten haar oevers trad. De brandweer "
    "haalde 46 bewoners uit hun huizen.\n\nBurgemeester Koen Adriaans noemt de overstroming de ergste sinds 1995. De "
    "schade wordt geschat op 3 miljoen euro. Ongeveer twintig winkels bleven de hele week gesloten.\n",
    "floods.md": "---\ntitle: Dutch town counts cost of flood\ndate: 2025-03-13\n---\n"
    "The Dutch town of Velden was flooded on Tuesday when the river Lorne burst its banks. Firefighters rescued 46 "
    "residents from their homes.\n\nDamage is estimated at 5 million euros, the regional water board said. The board "
    "will raise the dyke next year.\n",
    "wahl.md": "---\ntitle: Brennach wählt\ndate: 2024-04-02\n---\n"
    "Die Gemeinde Brennach hat am Sonntag Hanna Lutz zur Bürgermeisterin gewählt. Sie erhielt 53,1 Prozent der "
    "Stimmen.\n\nSeit dem 2. März hatten fünf Bewerber geworben. Das Rathaus zieht im Herbst um, die Busse fahren dann "
    "nicht mehr über den Markt.\n",
    "wolf.md": "---\ntitle: Wolf reißt Schafe\n---\n"
    "Bei Harten hat ein Wolf vierzehn Schafe gerissen. Das bestätigte das Landesamt nach einer Untersuchung. Der "
    "Schäfer fordert, das Tier abzuschießen.\n",
    "mill.md": "---\ntitle: Mill reopens\ndate: 2018-06-04\n---\n"
    "The old mill of Carn has reopened after two years. Volunteers replaced the sails and the roof.\n\nThe council paid "
    "310,000 pounds of the cost.\n",
    "club.md": "---\ntitle: Rowing club closes\ndate: 2018-11-20\n---\n"
    "The rowing club of Lowick has closed. Its boats were sold to a school in the north.\n\nMembers had met there "
    "since 1902.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("shelf")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    with Assistant.open(Settings(home=folder / "home", writer="quotes"), today=lambda: date(2025, 3, 20)) as opened:
        opened.ingest(folder)
        yield opened


def listed(assistant: Assistant, question: str) -> set[str]:
    answer = assistant.ask(question)
    assert answer.status == "from_library", answer.text
    return {article.article_id.rpartition("/")[2].removesuffix(".md") for article in answer.articles}


@pytest.mark.parametrize("question", [
    "Which articles mention a mayor?", "Which articles mention mayors?", "Welche Artikel erwähnen einen Bürgermeister?",
    "Welke artikelen vermelden een burgemeester?", "Quels articles parlent d'un maire ?",
])
def test_a_topic_is_found_in_any_form_and_language(assistant: Assistant, question: str) -> None:
    assert listed(assistant, question) == {"flood", "wahl"}


def test_a_topic_found_by_words_is_no_complete_count(assistant: Assistant) -> None:
    said = assistant.ask("Which articles mention a mayor?").text.splitlines()[0]
    assert said == ("2 of the library's 6 articles hold “mayor” in some form or language; others may tell of it in other "
                    "words:")


def test_an_umlaut_tells_a_noun_from_a_verb(assistant: Assistant) -> None:
    assert "wahl" not in listed(assistant, "Which articles mention the ferry?")


def test_that_nothing_is_near_is_not_said_as_if_there_were_nothing(assistant: Assistant) -> None:
    answer = assistant.ask("Which articles are about volcanoes?")
    assert answer.articles == ()
    assert "there may be one all the same" in answer.text


def test_what_has_a_name_is_in_no_article_that_does_not_name_it(assistant: Assistant) -> None:
    assert listed(assistant, "Which articles mention Velden?") == {"flood", "floods"}


def test_a_list_by_date_says_its_days_and_who_has_no_date(assistant: Assistant) -> None:
    answer = assistant.ask("Which articles were published in March 2025?")
    assert answer.text.splitlines()[0] == (
        "1 article has no date. Dated 2025-03-01 to 2025-03-31: 2 of the 6 articles of the library fit:")
    assert listed(assistant, "Welche Artikel sind älter als 2020?") == {"mill", "club"}
    assert listed(assistant, "Which articles were published last week?") == {"flood", "floods"}
    assert listed(assistant, "What are the two oldest articles?") == {"mill", "club"}


def test_a_month_without_a_year_is_of_the_latest_year_that_has_an_article(assistant: Assistant) -> None:
    assert listed(assistant, "Welche Artikel sind aus dem November?") == {"club"}
    assert "2018-11-01" in assistant.ask("Which articles are from November?").text


def test_what_happened_on_a_day_is_what_names_the_day(assistant: Assistant) -> None:
    answer = assistant.ask("What happened on 2 March 2024?")
    assert [citation.quote for citation in answer.citations] == ["Seit dem 2. März hatten fünf Bewerber geworben."]


def test_articles_that_contradict_each_other_are_shown_side_by_side(assistant: Assistant) -> None:
    answer = assistant.ask("Do the articles about Velden agree?")
    assert answer.preface == "The articles disagree on this:"
    quotes = {citation.number: citation.quote for citation in answer.citations}
    assert len(answer.disagreements) == 1
    both = {quotes[answer.disagreements[0].first], quotes[answer.disagreements[0].second]}
    assert both == {"De schade wordt geschat op 3 miljoen euro.",
                    "Damage is estimated at 5 million euros, the regional water board said."}


def test_finding_no_contradiction_is_not_called_agreement(assistant: Assistant) -> None:
    answer = assistant.ask("Do the articles about the mill and the club agree?")
    assert "No plain contradiction was found" in answer.text
    assert answer.disagreements == ()


def test_one_article_alone_is_not_compared(assistant: Assistant) -> None:
    answer = assistant.ask("Do the articles about Harten agree?")
    assert answer.text.splitlines()[0] == "Two articles are needed to compare, and 1 fits:"


def test_a_summary_of_all_says_how_many_it_leaves_out(assistant: Assistant) -> None:
    answer = assistant.ask("Fasse alle Artikel zusammen.")
    assert len({citation.article_id for citation in answer.citations}) == 5
    assert any(note.startswith("In dieser Zusammenfassung stehen 5 von 6 Artikeln. Es fehlen: ")
               for note in answer.warnings), answer.warnings


@pytest.mark.parametrize(("one", "other", "language"), [
    ("elections", "election", "en"), ("cities", "city", "en"), ("wolves", "wolf", "en"), ("wolfen", "wolf", "de"),
    ("burgermeisterin", "burgermeister", "de"), ("scholen", "school", "nl"), ("brieven", "brief", "nl"),
    ("havens", "haven", "nl"), ("journaux", "journal", "fr"), ("elecciones", "eleccion", "es"),
    ("elezioni", "elezione", "it"), ("eleicoes", "eleicao", "pt"),
])
def test_forms_of_one_noun_have_one_stem(one: str, other: str, language: str) -> None:
    assert stem(one, language) == stem(other, language)


def test_a_compound_is_what_its_head_is() -> None:
    assert is_headed_by("kommunalwahl", "wahl", "de")
    assert not is_headed_by("auswahl", "wahl", "de")
    assert not is_headed_by("ongeveer", "veer", "nl")
    fire = translations("fire", "en")
    assert any(thing.stands_as("waldbrand", "de") for thing in fire)
    assert not any(thing.stands_as("brandweer", "nl") for thing in fire)
