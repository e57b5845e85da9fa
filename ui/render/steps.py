"""The steps of an answer, each with the time that it took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.types import Answer
from ui.render.escape import attributes, escape
from ui.texts import Texts

__all__ = ["Step", "finished_html", "found_words", "running_html"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is called, and its milliseconds; None while it is under way."""

    label: str
    milliseconds: float | None


def running_html(steps: Sequence[Step], texts: Texts) -> str:
    """Returns the steps of an answer under way; the page itself counts the seconds of the last one."""
    return f'<ol class="steps running">{_items(steps, texts)}</ol>'


def found_words(sentences: int, articles: int, texts: Texts) -> str:
    """Returns the name of the step that found so much evidence."""
    return texts.say("step_found", sentences=texts.say("n_sentences", n=sentences),
                     articles=texts.say("from_articles", n=articles))


def finished_html(answer: Answer, texts: Texts) -> str:
    """Returns one line on how an answer was made, which opens to its steps."""
    total = texts.seconds(answer.timings.total_ms) if answer.timings.total_ms is not None else ""
    parts = [texts.say("answered_in", time=total) if total else texts.say("answered")]
    parts.append(answer.model if answer.mode == "written" and answer.model else texts.say("mode_quotes"))
    if answer.status != "answered":
        parts = parts[:1]
    if answer.status == "from_library":
        parts = [texts.say("from_library")]
    summary = escape(" · ".join(parts))
    items = _items(_steps(answer, texts), texts)
    return f'<details class="steps"><summary>{summary}</summary><ol>{items}</ol></details>'


def _steps(answer: Answer, texts: Texts) -> list[Step]:
    spent = answer.timings
    shown = [claim for claim in answer.claims if claim.verdict != "dropped"]
    articles = len({citation.article_id for citation in answer.citations})
    # Of the sentences found, as many are cited as the answer needs: another number, and another word for it.
    cited = texts.say("step_cited", quotes=texts.say("n_quotes", n=len(answer.citations)),
                      articles=texts.say("from_articles", n=articles))
    named = (
        (texts.say("step_reading"), spent.condense_ms),
        (texts.say("step_searching", question=answer.standalone_question or answer.question), spent.search_ms),
        (cited if articles else texts.say("step_choosing"), spent.evidence_ms),
        (texts.say("step_second_look"), spent.second_look_ms),
        (texts.say("step_writing", model=answer.model or "—"), spent.generate_ms),
        (texts.say("step_verifying", n=len(shown)), spent.verify_ms),
    )
    return [Step(label, milliseconds) for label, milliseconds in named if milliseconds is not None]


def _items(steps: Sequence[Step], texts: Texts) -> str:
    return "".join(_item(step, texts) for step in steps)


def _item(step: Step, texts: Texts) -> str:
    is_now = step.milliseconds is None
    spent = "" if step.milliseconds is None else escape(texts.seconds(step.milliseconds))
    mark = attributes(class_="now" if is_now else None)
    return f"<li{mark}><span>{escape(step.label)}</span><time>{spent}</time></li>"
