"""What is set apart from the sentences: a premise that nothing bears out, sources that disagree, a collection."""

from __future__ import annotations

from rag.types import Answer, ArticleSummary, Citation
from ui.render.claims import chip_html
from ui.render.escape import attributes, escape, icon
from ui.render.origin import language_attribute, origin, origin_html, title_of
from ui.texts import Texts

__all__ = ["collection_html", "disagreements_html", "preface_html"]


def preface_html(preface: str | None, language: str) -> str:
    """Returns the note on what a question takes for granted; "" where there is none.

    Args:
        preface: In the answer's language.
        language: ISO 639-1.
    """
    if not preface:
        return ""
    return f'<p class="preface" role="note"{attributes(lang=language)}>{icon("note")}<span>{escape(preface)}</span></p>'


def disagreements_html(answer: Answer, texts: Texts) -> str:
    """Returns the quotes that cannot both be so, two and two side by side; "" where all agree."""
    numbered = {citation.number: citation for citation in answer.citations}
    parts: list[str] = []
    for item in answer.disagreements:
        first, second = numbered.get(item.first), numbered.get(item.second)
        if first is None or second is None:
            continue
        about = texts.say("disagree_about", what=item.about) if item.about else ""
        parts.append((f'<p class="about" dir="auto">{escape(about)}</p>' if about else "")
                     + f'<div class="pair">{_side(first, texts)}{_side(second, texts)}</div>')
    if not parts:
        return ""
    return f'<section class="disagree"><h3>{escape(texts.say("disagree"))}</h3>{"".join(parts)}</section>'


def collection_html(answer: Answer, texts: Texts) -> str:
    """Returns what the library says of itself: its sentence, and a card for each article, which opens it."""
    said = answer.text.split("\n", 1)[0] if answer.articles else answer.text
    cards = "".join(_article(item, texts) for item in answer.articles)
    shelf = f'<ul class="cards collection">{cards}</ul>' if cards else ""
    return f'<div class="answer"{attributes(lang=answer.language)}><p>{escape(said)}</p></div>{shelf}'


def _side(citation: Citation, texts: Texts) -> str:
    return (f"<figure><blockquote{language_attribute(citation.language)}><q>{escape(citation.quote)}</q></blockquote>"
            f'<figcaption>{chip_html(citation, texts)}<span><b dir="auto">{escape(title_of(citation))}</b> '
            f"<span>{escape(origin(citation, texts))}</span></span></figcaption></figure>")


def _article(item: ArticleSummary, texts: Texts) -> str:
    opens = attributes(data_article=item.article_id, data_version=item.version, data_language=item.language)
    state = "" if item.state == "current" else f'<p class="state">{escape(texts.say(f"source_{item.state}"))}</p>'
    return (f'<li class="card"><button type="button" class="title" dir="auto"{opens}>{escape(title_of(item))}</button>'
            f"{origin_html(item, texts)}{state}</li>")
