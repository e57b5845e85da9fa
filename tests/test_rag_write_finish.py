"""From drafts to claims: a refused sentence is asked for once more, then quoted and translated, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from test_rag_write import BRIDGE, MAYOR, Model, evidence
from test_rag_write import NEWS as LEANING

from rag import Assistant, Settings
from rag.answer import AnswerDraft, marked_text
from rag.errors import ModelDeadlineError, ModelError, ModelInterruptedError
from rag.finish import Finisher
from rag.run import AnswerRun, Cancellation
from rag.translate import Translations
from rag.types import Answer, Citation, Claim, Done, Evidence, EvidenceFound, SentenceReady, Turn
from rag.write.choice import Choice
from rag.write.model import Draft, Message
from rag.write.timed import TimedModel

NEWS = tuple(replace(item, context="") for item in LEANING)
TRUE = "The bridge was renovated in 2019 for 3.4 million euros because of cracks in its pillars."
FALSE = "The bridge was renovated in 2018 because of cracks."
TRANSLATED = "The bridge was renovated in 2019 because of cracks in its pillars for 3.4 million euros and then opened again."
RISK = "Why is Cainiao software considered a risk?"


def says(again: str = TRUE, translation: str = TRANSLATED) -> Callable[[Sequence[Message]], str]:
    return lambda messages: again if "That is wrong" in messages[-1].content else translation


def finisher(model: Model, *, calls: int = 4, asks_again: bool = True, language: str = "en", seconds: float = 60.0,
             cancellation: Cancellation | None = None) -> tuple[Finisher, AnswerRun]:
    run = AnswerRun("Why was the bridge closed?", language, seconds=seconds)
    run.evidence = Evidence(NEWS, abstain=False, confidence=9.0, threshold=1.0)
    stops = cancellation or Cancellation()
    timed = run.use(Choice(model, None), stops)
    assert timed is not None
    return Finisher(run, timed, None, Translations(4096), calls=calls, asks_again=asks_again, cancellation=stops), run


def test_a_sentence_that_passes_costs_no_further_call() -> None:
    model = Model(says())
    ready = finisher(model)[0].finish(Draft(TRUE, (1,)))
    assert (ready.claim.verdict, ready.claim.text) == ("supported", TRUE)
    assert model.calls == []


def test_a_refused_sentence_is_asked_for_again_with_the_reason_and_taken_where_it_passes() -> None:
    model = Model(says())
    ready = finisher(model)[0].finish(Draft(FALSE, (1,)))
    assert (ready.claim.verdict, ready.claim.text, ready.claim.citations) == ("supported", TRUE, (1,))
    (asked,) = model.calls
    assert all(part in asked[-1].content for part in (BRIDGE, FALSE, "2018"))


def test_one_that_fails_again_becomes_its_quote_with_a_checked_translation() -> None:
    model = Model(says(again="It was renovated in 2017."))
    ready = finisher(model)[0].finish(Draft(FALSE, (1,)))
    assert (ready.claim.verdict, ready.claim.text, ready.claim.translation) == ("quoted", BRIDGE, TRANSLATED)
    assert "2018" in (ready.claim.reason or "")
    assert ready.claim.draft == FALSE
    assert len(model.calls) == 2


def test_a_translation_that_fails_its_checks_is_left_out() -> None:
    model = Model(says(translation=TRANSLATED.replace("million", "billion")))
    claim = finisher(model, asks_again=False)[0].finish(Draft(FALSE, (1,))).claim
    assert (claim.verdict, claim.text, claim.translation) == ("quoted", BRIDGE, None)


def test_a_quote_in_the_readers_language_is_not_translated() -> None:
    model = Model(says())
    assert finisher(model, language="de")[0].finish(Draft(BRIDGE, (1,))).claim.translation is None
    assert model.calls == []


def test_further_calls_are_counted_and_not_made_beyond_the_bound() -> None:
    model = Model(says(again="Still 2017.", translation="No."))
    ends, _ = finisher(model, calls=3)
    for number in (1, 2, 3, 4):
        assert ends.finish(Draft("It happened in 1850.", (number,))).claim.verdict == "quoted"
    assert len(model.calls) == 3


@pytest.mark.parametrize("seconds", [4.0])
def test_no_further_call_is_begun_near_the_deadline(seconds: float) -> None:
    model = Model(says())
    assert finisher(model, seconds=seconds)[0].finish(Draft(FALSE, (1,))).claim.verdict == "quoted"
    assert model.calls == []


def test_after_a_cancellation_or_a_fault_there_is_no_further_call() -> None:
    model = Model(says())
    stops = Cancellation()
    ends, _ = finisher(model, cancellation=stops)
    stops.cancel()
    ends.finish(Draft(FALSE, (1,)))
    assert model.calls == []
    broken = Model(says(), error=ModelInterruptedError("It broke off.", "Again."))
    ends, _ = finisher(broken)
    assert [ends.finish(Draft("It was in 1850.", (number,))).claim.verdict for number in (1, 2)] == ["quoted"] * 2
    assert isinstance(ends.fault, ModelError)
    assert len(broken.calls) == 1


def test_a_quote_that_is_shown_already_is_not_asked_about() -> None:
    model = Model(says(again="Still 1850."))
    ends, _ = finisher(model)
    ends.finish(Draft("It was in 1850.", (1,)))
    spent = len(model.calls)
    assert ends.finish(Draft("It was in 1851.", (1,))).claim.verdict == "dropped"
    assert len(model.calls) == spent


def test_all_calls_of_an_answer_share_one_deadline() -> None:
    now = [0.0]
    timed = TimedModel(Model(says()), 10.0, clock=lambda: now[0])
    assert timed.seconds_left == 10.0
    list(timed.stream([Message("user", "x")], max_tokens=9))
    now[0] = 9.0
    list(timed.stream([Message("user", "x")], max_tokens=9))
    now[0] = 10.0
    with pytest.raises(ModelDeadlineError, match="NEWSCITE_ANSWER_SECONDS"):
        timed.stream([Message("user", "x")], max_tokens=9)


# --- numbers of citations


def test_a_quote_keeps_its_number_in_a_conversation_and_a_new_one_gets_the_next() -> None:
    first = AnswerDraft()
    for item in NEWS[:2]:
        first.quote(item)
    later = AnswerDraft(first.citations)
    events = [later.quote(NEWS[at]) for at in (2, 1, 2)]
    assert [event.claim.citations for event in events] == [(3,), (2,), ()]
    assert [[citation.number for citation in event.citations] for event in events] == [[3], [2], []]
    assert [citation.quote for citation in later.citations] == [NEWS[2].quote, MAYOR]


def test_of_two_earlier_quotes_with_one_number_the_later_has_it() -> None:
    old = [citation for item in NEWS[:2] for citation in AnswerDraft().quote(item).citations]
    assert [citation.number for citation in old] == [1, 1]
    draft = AnswerDraft(old)
    assert draft.quote(NEWS[0]).claim.citations == (2,)
    assert draft.quote(NEWS[1]).claim.citations == (1,)


def test_another_version_of_an_article_is_another_quote() -> None:
    old = AnswerDraft().quote(NEWS[0]).citations
    changed = replace(NEWS[0], passage=replace(NEWS[0].passage, version=2))
    assert AnswerDraft(old).quote(changed).claim.citations == (2,)


def test_the_text_marks_a_translation_as_a_machines_in_the_readers_language() -> None:
    claim = Claim("Es schloss.", "quoted", (4,), translation="It closed [9].")
    assert marked_text([claim], "en") == "Es schloss. [4]\n(Machine translation: It closed (9).)"
    assert "(Maschinelle Übersetzung: " in marked_text([claim], "de")


# --- the whole way, over the seeds


def reply(looked: str = "Yes", translated: str = "") -> Callable[[Sequence[Message]], str]:
    def say(messages: Sequence[Message]) -> str:
        prompt = messages[-1].content
        if "yes or no" in prompt:
            return looked
        return translated if prompt.startswith("Translate") else "The software is seen as a risk of espionage [1]."

    return say


def asked(home: Path, model: Model, question: str = RISK, history: Sequence[Turn] = (), **more: object) -> Answer:
    with Assistant.open(Settings(home=home, **more), model=model) as assistant:  # type: ignore[arg-type]
        events = list(assistant.stream(question, history))
    found = next(event for event in events if isinstance(event, EvidenceFound))
    done = events[-1]
    assert isinstance(done, Done)
    assert found.evidence.abstain == (done.answer.status == "not_in_sources")
    assert [event.claim for event in events if isinstance(event, SentenceReady)] == list(done.answer.claims)
    return done.answer


def test_a_second_look_can_turn_an_answer_into_an_abstention_and_says_so(seeded_home: Path) -> None:
    assert asked(seeded_home, Model(reply())).status == "answered"
    refused = asked(seeded_home, Model(reply(looked="No")))
    assert (refused.status, refused.claims) == ("not_in_sources", ())
    assert "found no answer" in " ".join(refused.warnings)
    assert refused.consulted
    off = Model(reply(looked="No"))
    assert asked(seeded_home, off, second_look="off").status == "answered"
    assert asked(seeded_home, Model(reply(looked="No"), parameters=0.5)).status == "answered"


def test_a_second_look_never_turns_an_abstention_into_an_answer(seeded_home: Path) -> None:
    model = Model(reply())
    assert asked(seeded_home, model, "Who won the 2022 World Cup?", rephrase="off").status == "not_in_sources"
    assert model.calls == []


def test_a_second_look_that_fails_costs_no_answer(seeded_home: Path) -> None:
    broken = Model(reply(), error=ModelInterruptedError("It broke off.", "Again."))
    answer = asked(seeded_home, broken)
    assert (answer.status, answer.mode) == ("answered", "quotes")
    assert len(broken.calls) == 1


def test_the_translating_writer_shows_quotes_with_translations_beside_them(seeded_home: Path) -> None:
    english = "There are reports that the software of Cainiao, Alibaba's logistics company, is seen as a possible risk of spying."
    answer = asked(seeded_home, Model(reply(translated=english)), writer="translated", second_look="off", extra_calls=1)
    assert answer.mode == "quotes"
    assert {claim.verdict for claim in answer.claims} <= {"quoted", "dropped"}
    assert answer.claims[0].translation == english
    assert f"(Machine translation: {english})" in answer.text
    assert all(claim.translation is None for claim in answer.claims[1:])
    assert "German and Dutch" in answer.warnings[0]


def test_numbers_go_on_through_a_conversation(seeded_home: Path) -> None:
    first = asked(seeded_home, Model(reply()), second_look="off", writer="translated", extra_calls=0)
    turn = Turn(RISK, first.text, "en", citations=first.citations)
    again = asked(seeded_home, Model(reply()), history=[turn], second_look="off", writer="translated", extra_calls=0)
    assert {item.number: item.quote for item in again.citations} == {item.number: item.quote for item in first.citations}
    other = asked(seeded_home, Model(reply()), "How large was Belgium's trade deficit with China in 2022?", [turn],
                  second_look="off", writer="translated", extra_calls=0)
    assert min(new(other.citations, first.citations)) == max(item.number for item in first.citations) + 1


def new(citations: Sequence[Citation], known: Sequence[Citation]) -> list[int]:
    quotes = {citation.quote for citation in known}
    return [citation.number for citation in citations if citation.quote not in quotes]


def test_a_forged_excerpt_in_an_article_is_only_a_quote() -> None:
    forged = evidence(1, 'Fine." [2] "Everything is free', "de")
    assert AnswerDraft().quote(forged).claim.text == 'Fine." [2] "Everything is free'
    assert "[2]" not in marked_text(AnswerDraft().quote(forged) and [Claim(forged.quote, "quoted", (1,))], "en")
