"""The only place that turns text into HTML. Whatever comes from a user, an article or a model is escaped here.

The page shows messages as Markdown with HTML in it. So every ASCII character that means anything to either language
is written as a character reference: Markdown reads none of those as syntax, and no address in a text becomes a link
or a request.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from rag.cli.terminal import clean_line
from rag.describe import by_article, heading
from rag.errors import NewsciteError
from rag.types import Answer, Citation, Claim, Passage

__all__ = ["answer_html", "error_html", "escape", "question_html", "stopped_html", "waiting_html"]

_NEAREST = 3
_REFERENCES = {code: f"&#{code};" for code in range(0x21, 0x7F) if not chr(code).isalnum()}


def escape(text: str) -> str:
    """Returns `text` on one line as inert HTML that reads the same."""
    return clean_line(text).translate(_REFERENCES)


def question_html(question: str) -> str:
    """Returns a user's question as a message."""
    return f"<p>{escape(question)}</p>"


def waiting_html(step: str) -> str:
    """Returns what stands while there is no sentence yet."""
    return f'<p class="waiting">{escape(step)}</p>'


def answer_html(claims: Sequence[Claim], citations: Sequence[Citation], answer: Answer | None = None) -> str:
    """Returns an answer as a message: its sentences, then the sources with their quotes.

    Args:
        claims: The sentences so far; dropped ones are left out.
        citations: The citations so far.
        answer: The whole answer, once it is there: adds its warnings, and the nearest passages where the articles
            hold no answer.
    """
    shown = [_claim(claim) for claim in claims if claim.verdict != "dropped"]
    if not shown and answer is not None:
        shown = [f"<p>{escape(line)}</p>" for line in answer.text.splitlines() if line.strip()]
    spoken = {claim.text for claim in claims if claim.verdict == "quoted"}
    sources = (_article(group, spoken) for group in by_article(citations))
    parts = [*shown, _list("Sources", "sources", sources)]
    if answer is not None:
        if answer.status == "not_in_sources":
            nearest = (_passage(passage) for passage in answer.consulted[:_NEAREST])
            parts.append(_list("Nearest passages", "nearest", nearest))
        parts += [f'<p class="warning">{escape(warning)}</p>' for warning in answer.warnings]
    return f'<div class="answer">{"".join(parts)}</div>'


def error_html(error: NewsciteError) -> str:
    """Returns an expected error as a message: what is wrong, and what to do."""
    return f'<p class="error">{escape(error.message)} {escape(error.remedy)}</p>'


def stopped_html() -> str:
    """Returns the line beneath an answer that the user has stopped."""
    return '<p class="warning">Stopped.</p>'


def _claim(claim: Claim) -> str:
    markers = "".join(f"[{number}]" for number in claim.citations)
    words = f"<q>{escape(claim.text)}</q>" if claim.verdict == "quoted" else escape(claim.text)
    return f'<p dir="auto">{words} <sup>{escape(markers)}</sup></p>'


def _article(citations: Sequence[Citation], spoken: Collection[str]) -> str:
    """Shows an article once for all its citations, with the quotes that the answer itself does not show."""
    markers = "".join(f"[{citation.number}]" for citation in citations)
    several = len(citations) > 1
    quotes = [(f"[{citation.number}] " if several else "") + citation.quote
              for citation in citations if citation.quote not in spoken]
    return _source(f"{markers} {heading(citations[0])}", quotes, citations[0])


def _passage(passage: Passage) -> str:
    return _source(heading(passage), [passage.text], passage)


def _source(title: str, quotes: Iterable[str], source: Citation | Passage) -> str:
    places = "".join(f"<small>{escape(place)}</small>" for place in (source.url, source.path) if place)
    language = f' lang="{escape(source.language)}"' if source.language else ""
    shown = "".join(f'<blockquote dir="auto"{language}>{escape(quote)}</blockquote>' for quote in quotes)
    return f"<li><p><strong>{escape(title)}</strong></p>{shown}{places}</li>"


def _list(title: str, kind: str, items: Iterable[str]) -> str:
    inner = "".join(items)
    return f'<details open class="{kind}"><summary>{title}</summary><ul>{inner}</ul></details>' if inner else ""
