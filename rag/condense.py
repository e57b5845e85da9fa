"""History and a follow-up -> a question that stands alone, for the search.

A question with words and names of its own is left alone. Else a year or place of its own takes the place of the one
before, "why?" keeps the whole question before it, and any other gets the names that the conversation is about; or a
model rewrites it, whose words are taken only where they are surely no invention. The rules were chosen on the
calibration half of ``python -m benchmarks.follow_ups``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

from rag.check.words import akin, plain
from rag.condense_words import GENERIC_NOUNS, POINTERS
from rag.gazetteer import names_with_places
from rag.language import detect
from rag.prompts import condense_prompt
from rag.topic import Said, Topic, content_words, leans_on_history, said_words, topic_of, turn_language
from rag.types import Evidence, Turn
from rag.write.model import ChatModel
from rag.write.ollama_tokens import prompt_tokens

__all__ = ["condense", "continues", "names_something", "with_topic"]

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
    if not turns or not leans_on_history(question, language):
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
    return bool(names_with_places(question, language))


def _points(question: str, language: str) -> bool:
    pointers = POINTERS.get(language, POINTERS["en"])
    return any(word.key in pointers or word.key in pointers.last for word in said_words(question, language))


def _is_bare(question: str, language: str) -> bool:
    """Whether a question is all question words: "why?", "und wann?"."""
    generic = GENERIC_NOUNS.get(language, frozenset[str]())
    return not content_words(question, language) and not any(
        word.key in generic for word in said_words(question, language))


def _by_rule(question: str, turns: Sequence[Turn], language: str) -> str:
    # "why?" after "why?" is about what was asked before both.
    while len(turns) > 1 and turns[-1].standalone in (None, turns[-1].question) and \
            _is_bare(turns[-1].question, turn_language(turns[-1], language)):
        turns = turns[:-1]
    topic = topic_of(turns, language)
    if topic is None:
        return question
    before = turns[-1].standalone or turns[-1].question
    if topic.language == language and (whole := _in_place(question, before, language)) is not None:
        return whole
    same = topic.language == language or not _points(question, language)
    if same and _is_bare(question, language) and topic.names:
        return f"{_first_question(before)} {question.strip()}"
    own = content_words(question, language)
    carried = _carried(question, [word for word in own if not word.digits], topic, language)
    said = {word.key for word in own}
    dated = any(word.digits for word in own)
    added = [word for word in carried if plain(word) not in said and not (dated and any(map(str.isdigit, word)))]
    return f"{question.strip()} ({' '.join(added)})" if added else question


def _carried(question: str, own: Sequence[Said], topic: Topic, language: str) -> tuple[str, ...]:
    """Returns the fewest words that say what is meant: each further one draws the search away from the question."""
    if not topic.names or (not own and not any(word.key in GENERIC_NOUNS.get(language, ())
                                               for word in said_words(question, language))):
        return topic.words
    return (*topic.matter, *topic.names) if _points(question, language) else topic.names


def _first_question(text: str) -> str:
    """Returns what stands before the first "why?" that a chain of them has added."""
    head, mark, rest = text.partition("?")
    added = rest.strip()
    return f"{head}{mark} {added}" if added.startswith("(") else f"{head}{mark}"


def _in_place(question: str, before: str, language: str) -> str | None:
    """Returns the question before with this one's year or place put in place of its own; None where none is."""
    own = content_words(question, language)
    years, earlier = _YEAR.findall(question), _YEAR.findall(before)
    if len(own) == len(years) == len(earlier) == 1:
        return before.replace(earlier[0], years[0])
    places = [name.text for name in names_with_places(question, language) if name.known]
    replaced = [name.text for name in names_with_places(before, language) if name.known]
    if len(places) == len(replaced) == 1 and own and {word.text for word in own} <= set(places[0].split()):
        return before.replace(replaced[0], places[0])
    return None


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
