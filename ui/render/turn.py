"""A question with its answer, as the conversation shows it: growing, whole, stopped or failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rag.conversations import Feedback
from rag.errors import NewsciteError
from rag.types import Answer, Citation, Claim, SourceState
from ui.render.beside import collection_html, disagreements_html, preface_html
from ui.render.claims import claims_html, dropped_html
from ui.render.escape import attributes, escape, escape_lines, icon
from ui.render.narrowed import narrowed_words
from ui.render.origin import origin, title_of
from ui.render.sources import cited_html, passages_html, read_html
from ui.render.steps import Step, finished_html, running_html
from ui.render.told import told_html
from ui.texts import Texts
from ui.texts.told import told

__all__ = [
    "KeptTurn", "answer_html", "error_html", "growing_html", "notice_html", "question_html", "retry_html",
    "stopped_html", "turn_html",
]

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """A whole answer with what the library knows of it.

    Attributes:
        turn_id: None where the answer could not be kept.
        states: What has become of the cited article versions, by citation number.
    """

    answer: Answer
    turn_id: int | None
    feedback: Feedback | None = None
    states: Mapping[int, SourceState] = field(default_factory=dict[int, SourceState])


def turn_html(kept: KeptTurn, texts: Texts) -> str:
    """Returns a question and its answer, with what one can do with them."""
    return _turn(kept.answer.question, kept.turn_id, answer_html(kept, texts), texts)


def question_html(question: str, texts: Texts) -> str:
    """Returns a question whose answer is still to come."""
    return _turn(question, None, "", texts)


def answer_html(kept: KeptTurn, texts: Texts) -> str:
    """Returns a whole answer: how it was made, its sentences, its sources, its tools."""
    answer = kept.answer
    absent = answer.status == "not_in_sources"
    body = _body(answer, texts)
    spoken = {claim.text for claim in answer.claims if claim.verdict == "quoted"}
    # Of an answer that is not there, the nearest passages are shown already.
    read = () if absent else answer.consulted
    notes = "".join(_warning(warning, answer.language, texts) for warning in answer.warnings)
    return "".join((
        finished_html(answer, texts), body, notes, dropped_html(answer.claims, texts),
        cited_html(answer.citations, spoken, kept.states, texts), read_html(read, answer.citations, texts),
        _tools(kept, texts), f'<template class="copied">{escape_lines(_footnoted(answer, texts))}</template>',
    ))


def growing_html(steps: Sequence[Step], claims: Sequence[Claim], citations: Sequence[Citation], language: str,
                 texts: Texts, preface: str | None = None) -> str:
    """Returns an answer under way: the steps so far, then its preface, its sentences and sources so far."""
    spoken = {claim.text for claim in claims if claim.verdict == "quoted"}
    said = preface_html(preface, language) + (_said(claims, citations, language, texts) if claims else "")
    return running_html(steps, texts) + said + cited_html(citations, spoken, {}, texts)


def stopped_html(texts: Texts, *, kept_before: bool = False) -> str:
    """Returns the end of an answer that was stopped.

    Args:
        texts: The reader's language.
        kept_before: Whether it was to replace an answer, which stays then.
    """
    words = texts.say("stopped_kept" if kept_before else "stopped")
    return f'<p class="stopped">{icon("stop")}<span>{escape(words)}</span></p>{retry_html(texts)}'


def error_html(error: NewsciteError, texts: Texts) -> str:
    """Returns an expected error: what is wrong, and what to do."""
    return (f'<div class="error" role="alert"><p><strong>{escape(texts.say("went_wrong"))}</strong> '
            f"{told_html(error.message, texts)}</p>{told_html(error.remedy, texts, 'p')}</div>")


def retry_html(texts: Texts) -> str:
    """Returns what one can do with an answer that did not come to its end."""
    return f'<footer class="tools">{_tool("retry", "retry", texts)}</footer>'


def notice_html(text: str) -> str:
    """Returns a line of the page's own."""
    return f'<p class="note">{escape(text)}</p>'


def _turn(question: str, turn_id: int | None, body: str, texts: Texts) -> str:
    return (f'<article class="turn"{attributes(data_turn=turn_id)}><header class="question">'
            f'<h2 dir="auto">{escape(question)}</h2>{_tool("edit", "edit", texts)}</header>'
            f'<div class="body">{body}</div></article>')


def _body(answer: Answer, texts: Texts) -> str:
    if answer.status == "not_in_sources":
        return _absent(answer, texts)
    if answer.status == "from_library":
        return collection_html(answer, texts)
    return (preface_html(answer.preface, answer.language)
            + _said(answer.claims, answer.citations, answer.language, texts) + disagreements_html(answer, texts))


def _warning(warning: str, language: str, texts: Texts) -> str:
    """Returns a note on the answer: most are in its language, and the detail of a fault is as the fault has it."""
    if told(warning, texts.language) is not None:
        return told_html(warning, texts, "p", "note")
    return f'<p class="note"{attributes(lang=language)}>{escape(warning)}</p>'


def _said(claims: Sequence[Claim], citations: Sequence[Citation], language: str, texts: Texts) -> str:
    return f'<div class="answer"{attributes(lang=language)}>{claims_html(claims, citations, texts)}</div>'


def _absent(answer: Answer, texts: Texts) -> str:
    said = f'<p lang="{escape(answer.language)}">{escape(answer.text)}</p>'
    nearest = answer.consulted[:_NEAREST]
    passages = f"<h3>{escape(texts.say('nearest'))}</h3>{passages_html(nearest, texts)}" if nearest else ""
    narrowed = narrowed_words(answer.filters, texts)
    label = texts.say("not_an_answer_filtered", what=narrowed) if narrowed else texts.say("not_an_answer")
    hint = notice_html(texts.say("filters_hint")) if narrowed else ""
    return (f'<div class="absent"><p class="label">{escape(label)}</p>'
            f'<div class="answer">{said}</div>{hint}{passages}</div>')


def _tools(kept: KeptTurn, texts: Texts) -> str:
    given = kept.feedback
    judging = ""
    if kept.turn_id is not None:
        judging = (f'<span class="judging">{_tool("up", "helpful", texts, given is not None and given.rating == "up")}'
                   f'{_tool("down", "not_helpful", texts, given is not None and given.rating == "down")}</span>')
        judging += _note(given, texts)
    copying = _tool("copy", "copy", texts) + _tool("retry", "retry", texts)
    return f'<footer class="tools">{copying}{judging}</footer>'


def _note(given: Feedback | None, texts: Texts) -> str:
    hidden = attributes(hidden=given is None)
    value = attributes(value=given.note) if given else ""
    label = escape(texts.say("note_label"))
    return (f'<form class="feedback"{hidden}><input type="text" maxlength="1000" aria-label="{label}" '
            f'placeholder="{label}"{value}><button type="submit">{escape(texts.say("save"))}</button></form>')


def _tool(name: str, key: str, texts: Texts, pressed: bool | None = None) -> str:
    label = texts.say(key)
    state = attributes(aria_pressed=str(pressed).lower() if pressed is not None else None)
    words = "" if pressed is not None or name == "edit" else f" <span>{escape(label)}</span>"
    return (f'<button type="button" class="tool" data-do="{name}" aria-label="{escape(label)}" '
            f'title="{escape(label)}"{state}>{icon(name)}{words}</button>')


def _footnoted(answer: Answer, texts: Texts) -> str:
    """Returns the answer as plain text with its sources as footnotes, for the clipboard."""
    notes = [f"[{item.number}] {title_of(item)}, {origin(item, texts)}: “{item.quote}” {item.url or ''}".rstrip()
             for item in answer.citations]
    return "\n".join([answer.question, "", answer.text, "", *notes]).rstrip()
