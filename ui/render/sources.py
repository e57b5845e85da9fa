"""Under an answer: the articles that it cites, and the passages that were read for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rag.describe import by_article
from rag.types import Citation, Passage, SourceState
from ui.render.claims import chip_html
from ui.render.escape import attributes, escape
from ui.render.origin import language_attribute, origin_html, title_of
from ui.texts import Texts

__all__ = ["cited_html", "passages_html", "read_html"]


def cited_html(citations: Sequence[Citation], spoken: Collection[str], states: Mapping[int, SourceState],
               texts: Texts) -> str:
    """Returns the cited articles, open, one card each; several stand side by side.

    Args:
        citations: Of the answer.
        spoken: Quotes that the answer itself shows: of these one line stands here.
        states: What has become of the cited versions, by citation number; missing means current.
        texts: The reader's language.
    """
    if not citations:
        return ""
    cards = "".join(_card(group, spoken, states, texts) for group in by_article(citations))
    return (f'<details class="sources" open><summary>{escape(texts.say("cited"))}</summary>'
            f'<div class="cards">{cards}</div></details>')


def read_html(consulted: Sequence[Passage], citations: Sequence[Citation], texts: Texts) -> str:
    """Returns the passages that were read and are not cited, folded away."""
    left = [passage for passage in consulted if not any(_holds(passage, citation) for citation in citations)]
    if not left:
        return ""
    summary = escape(texts.say("also_read", n=len(left)))
    return f'<details class="read"><summary>{summary}</summary>{passages_html(left, texts)}</details>'


def passages_html(passages: Sequence[Passage], texts: Texts) -> str:
    """Returns passages as a ranked list; the title of each opens it in its article."""
    before = [None, *(passage.article_id for passage in passages)]
    items = "".join(_passage(passage, passage.article_id == last, texts)
                    for passage, last in zip(passages, before, strict=False))
    return f'<ol class="passages">{items}</ol>'


def _card(citations: Sequence[Citation], spoken: Collection[str], states: Mapping[int, SourceState],
          texts: Texts) -> str:
    first = citations[0]
    state = states.get(first.number, "current")
    note = "" if state == "current" else f'<p class="state">{escape(texts.say(f"source_{state}"))}</p>'
    quotes = "".join(_quote(citation, citation.quote in spoken, texts) for citation in citations)
    return (f'<section class="card {escape(state)}"><h3 dir="auto">{escape(title_of(first))}</h3>'
            f"{origin_html(first, texts)}{note}<ul>{quotes}</ul></section>")


def _quote(citation: Citation, is_spoken: bool, texts: Texts) -> str:
    # One line of what the answer shows in full already.
    spoken = attributes(class_="spoken" if is_spoken else None)
    return (f'<li data-quote="{citation.number}">{chip_html(citation, texts)}'
            f"<blockquote{language_attribute(citation.language)}{spoken}>{escape(citation.quote)}</blockquote></li>")


def _passage(passage: Passage, is_again: bool, texts: Texts) -> str:
    """Returns one passage; `is_again` says that the one before is of the same article, so that little is said of it."""
    carried = attributes(
        data_article=passage.article_id, data_version=passage.version, data_start=passage.start,
        data_end=passage.end, data_language=passage.language,
    )
    near = texts.say("duplicate_of", title=passage.duplicate_of) if passage.duplicate_of else ""
    note = f'<p class="state">{escape(near)}</p>' if near else ""
    name = "title again" if is_again else "title"
    head = "" if is_again else f"{origin_html(passage, texts)}{note}"
    return (f'<li><button type="button" class="{name}" dir="auto"{carried}>{escape(title_of(passage))}</button>{head}'
            f"<p class=\"passage\"{language_attribute(passage.language)}>{escape(passage.text)}</p></li>")


def _holds(passage: Passage, citation: Citation) -> bool:
    return ((passage.article_id, passage.version) == (citation.article_id, citation.version)
            and passage.start <= citation.start and citation.end <= passage.end)
