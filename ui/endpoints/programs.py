"""What other programs may call: `chat`, `search` and `article`, with names and types, as JSON without HTML."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from rag.errors import ConversationNotFoundError, ModelNotFoundError, NewsciteError, UsageError
from rag.types import Filters
from ui.endpoints.elsewhere import elsewhere

if TYPE_CHECKING:
    from rag import Assistant

__all__ = ["Programs", "add_endpoints"]

_AT_ONCE = 2
_MOST_READ = 100
_MOST_NAMES = 50
_LONGEST_NAME = 200
_NEW = "new"

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")


class Programs:
    """Newscite for programs: typed values in, JSON documents out, every value within bounds.

    The docstrings of its methods are what programs and language models are told of them.

    Args:
        assistant: Open while they are served.
    """

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    async def chat(
        self, question: str, language: str | None = None, conversation: str | None = None, since: str | None = None,
        until: str | None = None, languages: list[str] | None = None, outlets: list[str] | None = None,
        model: str | None = None, k: int | None = None,
    ) -> dict[str, Any]:
        """Answers a question from the news articles of this library; every sentence cites exact quotes of them.

        Where the articles hold no answer, `status` is "not_in_sources" and nothing is made up.

        Args:
            question: In any language that is spoken here.
            language: Of the answer, such as "en"; without it, that of the question.
            conversation: "new" to begin a conversation, or the id that an answer gave as `conversation`: then
                follow-ups are understood and the exchange is kept. Without it nothing is kept.
            since: Only articles from this day on, such as "2023-10-06".
            until: Only articles up to this day.
            languages: Only articles in these languages, such as ["de", "nl"].
            outlets: Only articles of these outlets.
            model: An installed Ollama model to write with; without it, that of the settings.
            k: How many passages to read, 1 to 100.

        Returns:
            The answer: `text`, `claims` with their verdicts, `citations` with the quotes, `conversation`.
        """
        from rag.document import answer_document

        filters = _filters(since, until, languages, outlets)
        wished = _name("model", model)
        await self._check_model(wished)
        answer = await self._assistant.aask(
            _text("question", question), language=_name("language", language),
            conversation=(kept := await self._conversation(_name("conversation", conversation))), filters=filters,
            model=wished, k=_number("k", k),
        )
        return elsewhere(answer_document(answer)) | {"conversation": kept}

    async def search(
        self, question: str, k: int = 10, since: str | None = None, until: str | None = None,
        languages: list[str] | None = None, outlets: list[str] | None = None,
    ) -> list[dict[str, Any]]:
        """Finds the passages of the news articles that are nearest to a question, best first, without an answer.

        Args:
            question: A question or a few words, in any language that is spoken here.
            k: How many passages to return at most, 1 to 100.
            since: Only articles from this day on, such as "2023-10-06".
            until: Only articles up to this day.
            languages: Only articles in these languages, such as ["de", "nl"].
            outlets: Only articles of these outlets.

        Returns:
            Passages, each with its article's id, title, outlet and date, its text, place and score.
        """
        from rag.document import search_document

        found = await self._assistant.asearch(_text("question", question), _number("k", k) or 10,
                                              _filters(since, until, languages, outlets))
        return search_document(found)

    async def article(self, article_id: str, version: int | None = None) -> dict[str, Any]:
        """Returns a whole news article as it is stored; a citation's `start` and `end` count in its `text`.

        Args:
            article_id: As an answer or a search names it.
            version: As a citation names it; without it, the newest.

        Returns:
            The article: `summary` with title, outlet, date and language, and `text`.
        """
        from rag.document import plain

        stored = await asyncio.to_thread(self._assistant.library.show, _text("article_id", article_id),
                                         _number("version", version, 2**31))
        return elsewhere(plain(stored))

    async def _check_model(self, wished: str | None) -> None:
        """Refuses a model that the server does not have; one that answers no more is told in the answer."""
        if wished is None:
            return
        report = await asyncio.to_thread(self._assistant.models, wished)
        if report.missing:
            raise ModelNotFoundError(report.problem or "", report.remedy or "")

    async def _conversation(self, wished: str | None) -> str | None:
        """A program goes on with what was begun for it; a name of its own choice could be someone else's too."""
        if wished is None:
            return None
        if wished == _NEW:
            return self._assistant.conversations.new_id()
        if not await asyncio.to_thread(self._assistant.conversations.turns, wished):
            raise ConversationNotFoundError(f"No conversation {wished!r} is in the library.",
                                            'Begin one with conversation="new".')
        return wished


def add_endpoints(assistant: Assistant) -> None:
    """Adds what programs may call to the page that is being built, under "/chat", "/search" and "/article".

    An expected error reaches the program as a message with its remedy. Called within `gr.Blocks()`.
    """
    from gradio import events

    api: Any = events.api  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    programs = Programs(assistant)
    offered = {"chat": _told(programs.chat), "search": _told(programs.search), "article": _told(programs.article)}
    for name, endpoint in offered.items():
        # A room of their own: programs wait for each other, and never take a reader's place.
        api(endpoint, api_name=name, concurrency_id="programs", concurrency_limit=_AT_ONCE)


def _told(work: Callable[_Given, Awaitable[_Answer]]) -> Callable[_Given, Awaitable[_Answer]]:
    @wraps(work)
    async def endpoint(*values: _Given.args, **named: _Given.kwargs) -> _Answer:
        import gradio as gr

        try:
            return await work(*values, **named)
        except NewsciteError as error:
            raise gr.Error(str(error), print_exception=False) from error

    return endpoint


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _unusable(key, value, "a text")
    return value


def _name(key: str, value: object) -> str | None:
    if value is None:
        return None
    if len(name := _text(key, value)) > _LONGEST_NAME:
        raise _unusable(key, name, f"at most {_LONGEST_NAME} characters")
    return name


def _names(key: str, values: object) -> tuple[str, ...]:
    if values is None:
        return ()
    given = cast("list[object]", values) if isinstance(values, list) else [None]
    if len(given) > _MOST_NAMES or None in given:
        raise _unusable(key, cast("object", values), f"a list of at most {_MOST_NAMES} texts")
    return tuple(_name(key, value) or "" for value in given)


def _number(key: str, value: object, most: int = _MOST_READ) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        raise _unusable(key, value, f"a whole number from 1 to {most}")
    return value


def _day(key: str, value: object) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(_text(key, value))
    except ValueError:
        raise _unusable(key, value, "a date such as 2023-10-06") from None


def _filters(since: object, until: object, languages: object, outlets: object) -> Filters:
    return Filters(since=_day("since", since), until=_day("until", until),
                   languages=_names("languages", languages), outlets=_names("outlets", outlets))


def _unusable(key: str, value: object, wanted: str) -> UsageError:
    shown = repr(value)
    return UsageError(f"{key!r} is {shown if len(shown) <= 60 else shown[:60] + '...'}.", f"It has to be {wanted}.")
