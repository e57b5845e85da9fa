"""The sentences of an answer: their words, the numbers of their sources, and what was checked of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from rag.types import Citation, Claim
from ui.render.escape import attributes, escape, icon
from ui.render.origin import language_attribute, origin, title_of
from ui.render.told import told_html
from ui.texts import Texts
from ui.texts.told import told

__all__ = ["chip_html", "claims_html", "dropped_html"]


def claims_html(claims: Sequence[Claim], citations: Sequence[Citation], texts: Texts) -> str:
    """Returns the shown sentences: a model's run on in paragraphs, quotes stand by themselves."""
    numbered = {citation.number: citation for citation in citations}
    parts: list[str] = []
    running: list[str] = []
    shown = [claim for claim in claims if claim.verdict != "dropped"]
    for claim, following in zip_longest(shown, shown[1:]):
        if claim.verdict == "supported":
            running.append(_written(claim, numbered, texts))
        else:
            # Of quotes in a row from one article, the last says where they are from.
            is_last = _article(claim, numbered) != _article(following, numbered)
            parts += [*_paragraph(running), _quoted(claim, numbered, texts, is_last)]
            running = []
    return "".join([*parts, *_paragraph(running)])


def dropped_html(claims: Sequence[Claim], texts: Texts) -> str:
    """Returns what the model wrote and the checks refused, with the reasons; "" where there is nothing of it."""
    items = [_refused(claim.draft or claim.text, claim.reason, texts) for claim in claims if claim.verdict == "dropped"]
    items += [_refused(claim.draft, claim.reason, texts) for claim in claims
              if claim.verdict == "quoted" and claim.draft]
    if not items:
        return ""
    summary = escape(texts.say("dropped", n=len(items)))
    return f'<details class="dropped"><summary>{summary}</summary><ul>{"".join(items)}</ul></details>'


def chip_html(citation: Citation, texts: Texts) -> str:
    """Returns the number of a source as a button that opens it; the page finds the quote by what the button carries."""
    label = texts.say("chip", n=citation.number, title=title_of(citation), origin=origin(citation, texts))
    carried = attributes(
        data_cite=citation.number, data_article=citation.article_id, data_version=citation.version,
        data_start=citation.start, data_end=citation.end, data_language=citation.language, aria_label=label,
    )
    return f'<button type="button" class="chip"{carried}>{citation.number}</button>'


def _paragraph(running: Sequence[str]) -> list[str]:
    return [f"<p>{' '.join(running)}</p>"] if running else []


def _written(claim: Claim, numbered: Mapping[int, Citation], texts: Texts) -> str:
    return f'<span class="claim">{escape(claim.text)} {_markers(claim, numbered, texts)}</span>'


def _source(claim: Claim, numbered: Mapping[int, Citation]) -> Citation | None:
    return next((numbered[number] for number in claim.citations if number in numbered), None)


def _article(claim: Claim | None, numbered: Mapping[int, Citation]) -> str | None:
    source = _source(claim, numbered) if claim is not None and claim.verdict == "quoted" else None
    return source.article_id if source is not None else None


def _quoted(claim: Claim, numbered: Mapping[int, Citation], texts: Texts, is_last: bool) -> str:
    source = _source(claim, numbered)
    language = language_attribute(source.language if source else None)
    said = f"<p{language}><q>{escape(claim.text)}</q> {_markers(claim, numbered, texts)}</p>"
    if claim.translation:
        said += (f'<p class="translation"><span class="label">{escape(texts.say("machine_translation"))}</span> '
                 f'<span dir="auto">{escape(claim.translation)}</span></p>')
    by = f"<footer>{escape(title_of(source))} · {escape(origin(source, texts))}</footer>" if source and is_last else ""
    return f'<blockquote class="claim">{said}{by}</blockquote>'


def _markers(claim: Claim, numbered: Mapping[int, Citation], texts: Texts) -> str:
    chips = "".join(chip_html(numbered[number], texts) for number in claim.citations if number in numbered)
    return f'<span class="markers">{chips}{_badge(claim, texts)}</span>'


def _badge(claim: Claim, texts: Texts) -> str:
    """A mark that can be focused: what was checked is shown by hovering or focusing, and read out as its label."""
    if claim.verdict == "supported":
        checks = [texts.say(f"check_{name}") for name in claim.checks if f"check_{name}" in texts.words]
        tip = texts.say("supported_why", checks=", ".join(checks)) if checks else texts.say("supported_tip")
        sign, name = "check", texts.say("supported")
    else:
        why = claim.reason or ""
        said = told(why, texts.language)
        tip = texts.say("quoted_instead", reason=said.words if said else why) if why else texts.say("quoted_tip")
        sign, name = "quote", texts.say("quoted")
    carried = attributes(class_=f"badge {claim.verdict}", data_tip=tip, data_name=name, aria_label=f"{name}. {tip}")
    return f'<button type="button"{carried}>{icon(sign)}</button>'


def _refused(text: str, reason: str | None, texts: Texts) -> str:
    why = told_html(reason, texts, kind="reason") if reason else ""
    return f'<li><s dir="auto">{escape(text)}</s> {why}</li>'
