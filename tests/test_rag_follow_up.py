"""Where follow-ups are searched for, in conversations over a small library."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag import Answer, Assistant, Settings
from rag.follow_ups.asked_noun import asked_noun, stands_in
from rag.follow_ups.on_topic import added_to
from rag.types import Turn

FERRY = ("The Norvik ferry will end in October. Passenger numbers have halved. In a collision in May nobody died, but six "
         "sailors were hurt. The boat was built in 1971.\n\nUnion leader Marc Dietler called the end a disgrace.")
TUNNEL = ("Der Kostal-Tunnel wird vier Milliarden Euro kosten. Die Eröffnung verschiebt sich auf 2031.\n\n"
          "Verkehrsministerin Judith Amsel schloss eine Aufgabe des Projekts aus.")
MUSEUM = "Het museum De Lelie in Velm blijft dicht. De dieven kwamen via het dak binnen."


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("follow_up")
    for name, text in (("ferry", FERRY), ("tunnel", TUNNEL), ("museum", MUSEUM)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Assistant.open(Settings(home=folder / "library", writer="quotes")) as opened:
        opened.ingest(sorted(folder.glob("*.txt")))
        yield opened


def last_of(assistant: Assistant, *asked: tuple[str, str]) -> Answer:
    """Holds a conversation, and returns its last answer."""
    history: list[Turn] = []
    answer: Answer | None = None
    for question, language in asked:
        answer = assistant.ask(question, history=history, language=language)
        history.append(Turn(question, answer.text, language, answer.standalone_question, answer.citations))
    assert answer is not None
    return answer


ENDING = ("When will the Norvik ferry end?", "en")


@pytest.mark.parametrize(("follow_up", "language", "quote"), [
    ("what does the union say?", "en", "Union leader"),
    ("why?", "en", "Passenger numbers"),
    ("and how many died?", "en", "In a collision"),
    ("and the tunnel?", "en", "Der Kostal-Tunnel"),
    ("and the museum?", "en", "Het museum"),
])
def test_a_follow_up_finds_what_it_is_asked_of(assistant: Assistant, follow_up: str, language: str, quote: str) -> None:
    answer = last_of(assistant, ENDING, (follow_up, language))
    assert any(citation.quote.startswith(quote) for citation in answer.citations)


def test_a_noun_of_another_article_begins_a_topic_that_the_next_question_keeps(assistant: Assistant) -> None:
    answer = last_of(assistant, ENDING, ("and the tunnel?", "en"), ("and the minister?", "en"))
    assert [citation.quote for citation in answer.citations] == [
        "Verkehrsministerin Judith Amsel schloss eine Aufgabe des Projekts aus."]


@pytest.mark.parametrize("follow_up", ["And the baker?", "Who is the goalkeeper?", "What does the bishop say?"])
def test_a_role_that_no_article_has_is_refused(assistant: Assistant, follow_up: str) -> None:
    answer = last_of(assistant, ENDING, (follow_up, "en"))
    assert not answer.citations


@pytest.mark.parametrize(("question", "language", "nouns"), [
    ("and the minister?", "en", ("minister",)), ("Was sagt die Gewerkschaft dazu?", "de", ("gewerkschaft",)),
    ("en het museum?", "nl", ("museum",)), ("et que dit le professeur ?", "fr", ("professeur",)),
    ("what does the union leader say?", "en", ("union", "leader")),
])
def test_a_question_for_one_noun_is_told(question: str, language: str, nouns: tuple[str, ...]) -> None:
    asked = asked_noun(question, language)
    assert asked is not None
    assert asked.words == nouns


@pytest.mark.parametrize(("question", "language"), [
    ("and what does the company say about it?", "en"), ("how old is the driver?", "en"), ("Und Norvik?", "de"),
    ("why?", "en"), ("Who pays for the repairs of the bridge?", "en"), ("und 2021?", "de"),
])
def test_what_says_more_or_names_something_asks_for_no_noun_alone(question: str, language: str) -> None:
    assert asked_noun(question, language) is None


@pytest.mark.parametrize(("question", "language", "text", "told_in", "stands"), [
    ("and the minister?", "en", "Verkehrsministerin Amsel", "de", True),
    ("and the minister?", "en", "The ministers met", "en", True),
    ("and the union?", "en", "Die Gewerkschaft klagt", "de", True),
    ("Und der Tunnel?", "de", "des Kostal-Tunnels", "de", True),
    ("and the port?", "en", "The portrait was sold", "en", False),
    ("Und der Trainer?", "de", "Die Fabrik brennt", "de", False),
])
def test_a_noun_stands_in_a_text_in_any_form(question: str, language: str, text: str, told_in: str,
                                             stands: bool) -> None:
    asked = asked_noun(question, language)
    assert asked is not None
    assert stands_in(asked, text, told_in) is stands


@pytest.mark.parametrize(("question", "standalone", "added"), [
    ("and in May?", "and in May? (ferry Norvik)", "(ferry Norvik)"),
    ("why?", "When will the ferry end? why?", "When will the ferry end?"),
    ("und 2021?", "How high was it in 2021?", ""), ("why?", "why?", ""),
])
def test_what_a_conversation_adds_is_told_wherever_it_stands(question: str, standalone: str, added: str) -> None:
    assert added_to(question, standalone) == added
