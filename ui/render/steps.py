"""The steps of an answer, each with the time that it took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.types import Answer
from ui.render.escape import attributes, escape
from ui.texts import Texts

__all__ = ["Step", "finished_html", "running_html"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is called, and its milliseconds; None while it is under way."""

    label: str
    milliseconds: float | None


def running_html(steps: Sequence[Step], texts: Texts) -> str:
    """Returns the steps of an answer under way; the page itself counts the seconds of the last one."""
    return f'<ol class="steps running">{_items(steps, texts)}</ol>'


def finished_html(answer: Answer, texts: Texts) -> str:
    """Returns one line on how an answer was made, which opens to its steps."""
    spent = answer.timings
    shown = [claim for claim in answer.claims if claim.verdict != "dropped"]
    articles = len({citation.article_id for citation in answer.citations})
    found = texts.say("step_found", quotes=len(answer.citations), articles=articles)
    named = (
        (texts.say("step_reading"), spent.condense_ms),
        (texts.say("step_searching", question=answer.standalone_question or answer.question), spent.search_ms),
        (found, spent.evidence_ms),
        (texts.say("step_writing", model=answer.model or "—"), spent.generate_ms),
        (texts.say("step_verifying", n=len(shown)), spent.verify_ms),
    )
    steps = [Step(label, milliseconds) for label, milliseconds in named if milliseconds is not None]
    total = texts.seconds(spent.total_ms) if spent.total_ms is not None else ""
    parts = [texts.say("answered_in", time=total) if total else texts.say("answered")]
    parts.append(answer.model if answer.mode == "written" and answer.model else texts.say("mode_quotes"))
    if answer.status != "answered":
        parts = parts[:1]
    if answer.status == "from_library":
        parts = [texts.say("from_library")]
    summary = escape(" · ".join(parts))
    return f'<details class="steps"><summary>{summary}</summary><ol>{_items(steps, texts)}</ol></details>'


def _items(steps: Sequence[Step], texts: Texts) -> str:
    return "".join(_item(step, texts) for step in steps)


def _item(step: Step, texts: Texts) -> str:
    is_now = step.milliseconds is None
    spent = "" if step.milliseconds is None else escape(texts.seconds(step.milliseconds))
    mark = attributes(class_="now" if is_now else None)
    return f"<li{mark}><span>{escape(step.label)}</span><time>{spent}</time></li>"
