"""Conversations as a program sees them: exchanges with whole answers, to be gone on with, exported and judged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal, cast

from rag.describe import heading
from rag.document import answer_document, answer_from, plain
from rag.errors import ConversationNotFoundError
from rag.library import ConversationSummary, KeptExchange, Library, StoredArticle
from rag.types import Answer, Citation, Turn

__all__ = ["Conversations", "Exchange", "Feedback", "Rating"]

Rating = Literal["up", "down"]

_STEERING = dict.fromkeys((
    *range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0), 0x061C, 0x200E, 0x200F,
    *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xE0000, 0xE0080),
))
"""Characters to leave out; those that `str.split` takes for white space are not among them."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a reader thought of an answer."""

    rating: Rating
    note: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer, as it was shown.

    Attributes:
        turn_id: Counts the exchanges of a conversation from 1.
        asked_at: ISO time in UTC.
    """

    turn_id: int
    question: str
    asked_at: str
    answer: Answer
    feedback: Feedback | None = None


class Conversations:
    """The kept conversations of a library. Safe to use from several threads.

    Args:
        library: Whose they are.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept = library.conversations

    def new_id(self) -> str:
        """Returns an id that no conversation has; a conversation begins with its first exchange."""
        return self._kept.new_id()

    def list(self) -> list[ConversationSummary]:
        """Returns all conversations, the one last spoken in first."""
        return self._kept.list()

    def open(self, conversation_id: str) -> list[Exchange]:
        """Returns the exchanges of a conversation, the oldest first; none where it has not begun."""
        return [_exchange(kept) for kept in self._kept.exchanges(conversation_id)]

    def turns(self, conversation_id: str) -> tuple[Turn, ...]:
        """Returns what a follow-up in the conversation is understood by."""
        return tuple(_turn(kept) for kept in self._kept.exchanges(conversation_id))

    def keep(self, conversation_id: str, answer: Answer, replacing: int | None = None) -> int:
        """Adds an exchange to a conversation and returns its `turn_id`; the cited versions are kept from now on.

        Args:
            replacing: `turn_id` of an exchange in whose place it comes; that one and all after it go in one step.

        Raises:
            LibraryError: It cannot be written.
        """
        document = json.dumps(plain(answer), ensure_ascii=False)
        return self._kept.add(conversation_id, answer.question, document, answer.citations, replacing)

    def rename(self, conversation_id: str, title: str) -> None:
        """Gives a conversation another title; raises ConversationNotFoundError where there is none."""
        self._kept.rename(conversation_id, title)

    def delete(self, conversation_id: str) -> None:
        """Deletes a conversation, what was said of it, and what it alone had kept of removed articles."""
        self._kept.delete(conversation_id)

    def truncate(self, conversation_id: str, turn_id: int) -> None:
        """Drops an exchange and all after it: it is about to be asked anew."""
        self._kept.truncate(conversation_id, turn_id)

    def rate(self, conversation_id: str, turn_id: int, rating: Rating | None, note: str = "") -> None:
        """Keeps a judgement of an answer in place of an earlier one; None takes it back.

        Raises:
            ConversationNotFoundError: There is no such exchange.
        """
        self._kept.rate(conversation_id, turn_id, rating, note)

    def export_json(self, conversation_id: str) -> str:
        """Returns a conversation as a JSON document, answers with all their citations.

        Raises:
            ConversationNotFoundError: There is no such conversation.
        """
        summary = self._summary(conversation_id)
        exchanges = [{"turn_id": exchange.turn_id, "question": exchange.question, "asked_at": exchange.asked_at,
                      "answer": answer_document(exchange.answer), "feedback": plain(exchange.feedback)}
                     for exchange in self.open(conversation_id)]
        return json.dumps(plain(summary) | {"exchanges": exchanges}, ensure_ascii=False, indent=2) + "\n"

    def export_markdown(self, conversation_id: str) -> str:
        """Returns a conversation as Markdown: questions as headings, citations as footnotes with their quotes.

        Raises:
            ConversationNotFoundError: There is no such conversation.
        """
        summary = self._summary(conversation_id)
        notes: dict[int, Citation] = {}
        lines = [f"# {_inert(summary.title)}", ""]
        for exchange in self.open(conversation_id):
            lines += [f"## {_inert(exchange.question)}", "", *_answer_lines(exchange.answer)]
            notes |= {citation.number: citation for citation in exchange.answer.citations}
        lines += [_footnote(notes[number]) for number in sorted(notes)]
        return "\n".join(lines).rstrip() + "\n"

    def cases(self) -> list[dict[str, Any]]:
        """Returns a case for the evaluation suite for each judged answer: a line of its questions file.

        An answer that was found good says which quotes answer its question. One that was found bad does not say what
        would be right: its case holds the question and the note, for a person to complete.
        """
        return [_case(kept) for kept in self._kept.rated()]

    def documents(self) -> list[dict[str, Any]]:
        """Returns the article versions that `cases` rest on: lines of the suite's corpus file."""
        cited = {(item.article_id, item.version) for kept in self._kept.rated()
                 for item in answer_from(json.loads(kept.answer)).citations}
        return [_document(self._library.articles.show(*key)) for key in sorted(cited)]

    def _summary(self, conversation_id: str) -> ConversationSummary:
        for summary in self.list():
            if summary.conversation_id == conversation_id:
                return summary
        raise ConversationNotFoundError(f"No conversation {conversation_id!r} is in the library.",
                                        "List the conversations with: newscite conversations list")


def _exchange(kept: KeptExchange) -> Exchange:
    feedback = Feedback(cast("Rating", kept.rating), kept.note) if kept.rating else None
    return Exchange(kept.turn_id, kept.question, kept.asked_at, answer_from(json.loads(kept.answer)), feedback)


def _turn(kept: KeptExchange) -> Turn:
    # What was read for an answer is most of it, and tells a follow-up nothing: a long conversation stays quick.
    answer = answer_from({**json.loads(kept.answer), "consulted": [], "claims": []})
    return Turn(kept.question, answer.text, answer.language, answer.standalone_question, answer.citations,
                tuple(article.article_id for article in answer.articles))


def _answer_lines(answer: Answer) -> Iterator[str]:
    shown = [claim for claim in answer.claims if claim.verdict != "dropped"]
    if not shown:
        yield from (_inert(answer.text), "")
    for claim in shown:
        notes = "".join(f"[^{number}]" for number in claim.citations)
        yield f"> {_inert(claim.text)} {notes}" if claim.verdict == "quoted" else f"{_inert(claim.text)} {notes}"
        if claim.translation:
            yield f">\n> *{_inert(claim.translation)}* (machine translation)"
        yield ""


def _footnote(citation: Citation) -> str:
    # A reader who is not at this machine has no use for its folders, and need not know them.
    where = citation.url or PurePath(citation.path or "").name
    version = (f"{_inert(citation.article_id)}, version {citation.version}, characters {citation.start} to "
               f"{citation.end}")
    return f"[^{citation.number}]: {_inert(heading(citation))}: “{_inert(citation.quote)}” {_inert(where)} ({version})"


def _inert(text: str) -> str:
    """Returns text on one line in which Markdown finds no link, image, heading or HTML of an article's making.

    Nor do its control characters and marks of direction steer a terminal or an editor that shows the file.
    """
    line = " ".join(text.translate(_STEERING).split())
    for sign in "\\`*_[]<>#|!":
        line = line.replace(sign, f"\\{sign}")
    return line


def _case(kept: KeptExchange) -> dict[str, Any]:
    answer = answer_from(json.loads(kept.answer))
    good = kept.rating == "up" and bool(answer.citations)
    gold = [{"article_id": _versioned(item.article_id, item.version), "start": item.start, "end": item.end,
             "quote": item.quote} for item in answer.citations] if good else []
    said = [claim.text for claim in answer.claims if claim.verdict != "dropped"]
    return {
        "id": f"feedback-{kept.conversation_id}-{kept.turn_id}", "kind": "feedback",
        "question": answer.standalone_question or kept.question, "language": answer.language,
        "answerable": True if good else "unknown", "answers": said[:1] if good else [],
        "relevant_ids": sorted({item["article_id"] for item in gold}), "gold": gold,
        "rating": kept.rating, "note": kept.note, "asked_at": kept.asked_at, "said": answer_document(answer),
    }


def _document(article: StoredArticle) -> dict[str, Any]:
    summary = article.summary
    return {"id": _versioned(summary.article_id, summary.version), "title": summary.title, "text": article.text,
            "language": summary.language, "published": plain(summary.date), "outlet": summary.outlet,
            "url": summary.url}


def _versioned(article_id: str, version: int) -> str:
    """Two versions of an article are two documents: a quote's offsets count in one of them alone."""
    return f"{article_id}-v{version}"
