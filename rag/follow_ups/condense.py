"""History and a follow-up -> a question that stands alone, for the search.

A question with words and names of its own is left alone. Else a year or place that is all it says takes the place of
the one before, "why?" keeps the whole question before it, and any other gets the names that the conversation is about;
or a model rewrites it, whose words are taken only where they are surely no invention. The rules were chosen on the
calibration half of ``python -m benchmarks.follow_ups``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from rag.asking.absent import begun_small
from rag.check.words import akin, plain
from rag.follow_ups.topic import (
    Said,
    Topic,
    content_words,
    leans_on_history,
    said_words,
    topic_of,
    turn_language,
    with_answers,
)
from rag.gazetteer import Name, names_with_places
from rag.language import detect
from rag.prompts import condense_prompt
from rag.types import Evidence, Turn
from rag.word_classes import ALIKE, DETERMINERS, GENERIC_NOUNS, LEADING, OPENERS, PLACING, POINTERS
from rag.write.model import ChatModel
from rag.write.ollama_tokens import prompt_tokens

__all__ = ["asks_of_role", "condense", "continues", "is_bare", "names_something", "points", "with_topic"]

_TURNS = 8
_SHOWN = 3
_QUESTION_CHARS = 400
_ANSWER_CHARS = 600
_MODEL_TOKENS = 80
_LONGEST_REWRITTEN = 300
_LEAD = 1.75
"""Spreads of confidence; on the calibration half 1.7 takes a new topic for an old one, and 1.8 an old one for a new."""

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_MARKER = re.compile(r"\[\d{1,3}\]")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was searched for, and its language."""

    text: str
    language: str


def condense(question: str, history: Sequence[Turn], language: str, model: ChatModel | None = None, *,
             num_ctx: int = 4096) -> str:
    """Makes a follow-up question stand alone.

    Args:
        question: As asked.
        history: Earlier turns, the oldest first; the last eight are looked at.
        language: The question's, ISO 639-1.
        model: Asked for a rewrite, in one short call, where the question needs one; None: words are added by rule.
        num_ctx: Tokens of the context window, which the newest turns have to fit.

    Returns:
        The question itself where it stands alone, or where there is no history.

    Raises:
        ModelError: The model failed; ask again without one.
    """
    turns = [_bounded(turn) for turn in history[-_TURNS:]]
    if not turns or not (leans_on_history(question, language) or _asks_alike(question, language)):
        return question
    rewritten = _rewritten(question, turns[-_SHOWN:], language, model, num_ctx) if model is not None else None
    return rewritten or _by_rule(question, turns, language)


def with_topic(question: str, history: Sequence[Turn], language: str) -> str:
    """Adds the topic of the turns before to a question that names nothing, whether it seems to stand alone or not.

    Returns:
        The question itself where it names something, and so may well begin a topic of its own.
    """
    turns = [_bounded(turn) for turn in history[-_TURNS:]]
    return question if not turns or names_something(question, language) else _by_rule(question, turns, language)


def continues(alone: Evidence, topical: Evidence, history: Sequence[Turn]) -> bool:
    """Whether a question that names nothing goes on with the topic before, told from what it finds with and without.

    "How many jobs are at risk?" does, "How full is the reservoir?" does not, and no word tells: added names always
    find more sure a passage, so they have to find it surer by a good deal.

    Args:
        alone: Found by the question as asked.
        topical: Found by `with_topic` of it.
        history: The oldest turn first.
    """
    if topical.abstain or alone.abstain:
        return not topical.abstain
    cited = history[-1].citations[:1] if history else ()
    if any(alone.sentences[0].passage.article_id == citation.article_id for citation in cited):
        # It has found its way by its own words, which rank the sentences better than with names among them.
        return False
    return topical.confidence >= alone.confidence + _LEAD


def _bounded(turn: Turn) -> Turn:
    return replace(turn, question=turn.question[:_QUESTION_CHARS], answer=_MARKER.sub("", turn.answer[:_ANSWER_CHARS]),
                   standalone=turn.standalone[:_QUESTION_CHARS] if turn.standalone else None)


def names_something(question: str, language: str) -> bool:
    """Whether a question has a name of its own, and so may well be about something else than what was said before."""
    if any(word.name and word.key not in GENERIC_NOUNS.get(language, ()) and language != "de"
           for word in content_words(question, language)):
        return True
    return bool(names_with_places(begun_small(question, language), language))


def points(question: str, language: str) -> bool:
    """Whether a question has "it", "she", "davon" or their like."""
    pointers = POINTERS.get(language, POINTERS["en"])
    return any(word.key in pointers or word.key in pointers.last for word in said_words(question, language))


def is_bare(question: str, language: str) -> bool:
    """Whether a question is all question words: "why?", "und wann?"."""
    return not content_words(question, language) and not asks_of_role(question, language)


def asks_of_role(question: str, language: str) -> bool:
    """Whether a question has "the company", "the minister" or their like, which often are the topic by another word."""
    generic = GENERIC_NOUNS.get(language, frozenset[str]())
    return any(word.key in generic for word in said_words(question, language))


def _by_rule(question: str, turns: Sequence[Turn], language: str) -> str:
    before = _asked_before(turns, language)
    pointing = points(question, language)
    if before is not None and before.language == language and (
            whole := _in_place(question, before.text, language)) is not None:
        return whole
    own = content_words(question, language)
    if pointing or any(not word.digits for word in own) or asks_of_role(question, language):
        # "why?" asks of the question right before it, answered or not; "when did it?" of something that is known.
        turns = with_answers(turns, language, pointing=pointing)
        before = _asked_before(turns, language)
    if before is not None and (before.language == language or not pointing) and is_bare(question, language):
        return f"{_first_question(before.text)} {question.strip()}"
    topic = topic_of(turns, language)
    if topic is None:
        return question
    carried = _carried(question, [word for word in own if not word.digits], topic, language)
    said = {word.key for word in own}
    dated = any(word.digits for word in own)
    added = [word for word in carried if plain(word) not in said and not (dated and any(map(str.isdigit, word)))]
    return f"{question.strip()} ({' '.join(added)})" if added else question


def _asked_before(turns: Sequence[Turn], language: str) -> _Asked | None:
    """Returns the latest question that says anything: "why?" after "why?" is about what was asked before both."""
    for turn in reversed(turns):
        told = turn_language(turn, language)
        if turn.standalone not in (None, turn.question) or not is_bare(turn.question, told):
            return _Asked(turn.standalone or turn.question, told)
    return None


def _carried(question: str, own: Sequence[Said], topic: Topic, language: str) -> tuple[str, ...]:
    """Returns the fewest words that say what is meant: each further one draws the search away from the question."""
    if not topic.names or (not own and not asks_of_role(question, language)):
        return topic.words
    return (*topic.matter, *topic.names) if points(question, language) else topic.names


def _first_question(text: str) -> str:
    """Returns what stands before the first "why?" that a chain of them has added."""
    head, mark, rest = text.partition("?")
    added = rest.strip()
    return f"{head}{mark} {added}" if added.startswith("(") else f"{head}{mark}"


def _in_place(question: str, before: str, language: str) -> str | None:
    """Returns the question before with this one's year or place put in place of its own.

    Returns:
        None where there is none of its kind, and where this question says anything else: "And what does China say?".
    """
    years, earlier = list(_YEAR.finditer(question)), list(_YEAR.finditer(before))
    if len(years) == len(earlier) == 1 and _says_but(question, years[0].start(), years[0].end(), language):
        return before.replace(earlier[0][0], years[0][0])
    places = names_with_places(question, language)
    if len(places) != 1 or not _says_but(question, places[0].start, places[0].end, language):
        return None
    replaced = _replaced(places[0], question, before, language)
    if replaced is None:
        return None
    # "the EU" -> "China", "China" -> "the EU".
    led = _without_determiner(question[: places[0].start], language)
    placed = question[len(led) : places[0].end].strip()
    return f"{_without_determiner(before[: replaced.start], language)} {placed}{before[replaced.end :]}".strip()


def _replaced(place: Name, question: str, before: str, language: str) -> Name | None:
    """Returns the one name of the question before that a name is put for: of several places the one that is placed too.

    A name that nothing is known of is put for another such only where nothing else was asked of: "Who is Kolb?".
    """
    asked = before.rpartition(" (")[0] if before.endswith(")") else before
    names = [name for name in names_with_places(asked, language) if name.known == place.known]
    if not place.known:
        said = {word.text for word in content_words(asked, language)}
        return names[0] if len(names) == 1 and said <= set(names[0].text.split()) else None
    if len(names) > 1 and _is_placed(question, place, language):
        names = [name for name in names if _is_placed(asked, name, language)]
    return names[0] if len(names) == 1 else None


def _is_placed(text: str, name: Name, language: str) -> bool:
    led = _without_determiner(text[: name.start], language).split()
    return bool(led) and plain(led[-1]) in PLACING.get(language, ())


def _asks_alike(question: str, language: str) -> bool:
    """Whether a question does but put another name into the one before: "what about Flanders?"."""
    said = [word.key for word in said_words(question, language)]
    return any(said[: len(phrase.split())] == phrase.split() for phrase in ALIKE.get(language, ())) and any(
        _says_but(question, name.start, name.end, language) for name in names_with_places(question, language))


def _says_but(question: str, start: int, end: int, language: str) -> bool:
    """Whether a question says nothing but what stands at [start, end), and words that lead to it."""
    lead = set[str]().union(*(words.get(language, ()) for words in (OPENERS, PLACING, LEADING, DETERMINERS)))
    said = [word.key for word in said_words(f"{question[:start]} {question[end:]}", language)]
    opening = OPENERS.get(language, ())
    while said and said[0] in opening:
        said = said[1:]
    asked = next((len(phrase.split()) for phrase in ALIKE.get(language, ())
                  if said[: len(phrase.split())] == phrase.split()), 0)
    return lead.issuperset(said[asked:])


def _without_determiner(text: str, language: str) -> str:
    text = text.rstrip()
    kept, _, last = text.rpartition(" ")
    # "l'Inde" -> "la Russie".
    return kept if plain(last.rstrip("'’")) in DETERMINERS.get(language, ()) else text


def _rewritten(question: str, turns: Sequence[Turn], language: str, model: ChatModel, num_ctx: int) -> str | None:
    turns = _fitting(question, turns, language, model.info.window(num_ctx) - _MODEL_TOKENS)
    if not turns:
        return None
    with closing(model.stream(condense_prompt(question, turns, language), max_tokens=_MODEL_TOKENS)) as stream:
        text = "".join(stream).strip().strip("\"“”„«»").strip()
        whole = stream.finish == "stop"
    return text if whole and _is_sane(text, question, turns, language) else None


def _fitting(question: str, turns: Sequence[Turn], language: str, room: int) -> Sequence[Turn]:
    while turns and prompt_tokens(condense_prompt(question, turns, language)) > room:
        turns = turns[1:]
    return turns


def _is_sane(text: str, question: str, turns: Sequence[Turn], language: str) -> bool:
    """One question in the same language, with all that the question names, and nothing that nobody said."""
    longest = min(_LONGEST_REWRITTEN, 80 + 2 * max(len(question), len(turns[-1].question)))
    if not text.endswith("?") or "\n" in text or len(text) > longest:
        return False
    if detect(text, among=(language, "en")) not in (None, language):
        return False
    new = list(said_words(text, language))
    keys = {word.key for word in new}
    asked = [word for word in said_words(question, language) if word.digits or word.name]
    if any(word.key not in keys and not any(akin(word.key, key) for key in keys) for word in asked):
        return False
    said = " ".join([question, *(f"{turn.question} {turn.answer}" for turn in turns)])
    known = {word.key for word in said_words(said, language)}
    for word in new:
        checked = word.digits or (word.name and (language != "de" or word.text.isupper()))
        if checked and word.key not in known and (word.digits or not any(akin(word.key, key) for key in known)):
            return False
    return not leans_on_history(text, language)
