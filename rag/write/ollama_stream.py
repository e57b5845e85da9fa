"""An answer of an Ollama model as it comes: its text without thoughts, whole or an error, never a part as a whole."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, cast

from rag.errors import ModelError, ModelInterruptedError
from rag.types import Usage
from rag.write.model import Alternative
from rag.write.ollama_alternatives import WEIGHED, alternatives_in, has_word, refuses_weighing
from rag.write.ollama_faults import (
    answer_of,
    closed,
    interrupted,
    not_finished,
    one_line,
    prompt_too_long,
    refused,
    server_words,
)
from rag.write.ollama_quirks import refuses_thinking
from rag.write.ollama_tokens import was_cut
from rag.write.ollama_wire import Call

__all__ = ["OllamaStream", "Pace", "Prompt"]

_LONGEST_ERROR = 1 << 16
_RETRIES = 2
_OPEN, _SHUT = "<think>", "</think>"


@dataclass(frozen=True, slots=True)
class Pace:
    """How the retries of a busy server are spaced; tests put their own in.

    Attributes:
        sleep: Waits that many seconds; None: a wait that `close` and deadlines end.
        jitter: Uniform in 0..1, so that several clients do not come back together.
    """

    sleep: Callable[[float], None] | None = None
    jitter: Callable[[], float] = random.random

    def seconds(self, attempt: int) -> float:
        """Returns how long to wait after failed attempt 0, 1, ...: 0.25-0.75 s, 0.5-1.5 s."""
        return 0.5 * 2**attempt * (0.5 + self.jitter())


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is sent, and what its checks need to know of it."""

    host: str
    model: str
    body: dict[str, Any]
    texts: tuple[str, ...]
    num_ctx: int


class OllamaStream:
    """A `WeighedStream` of one chat. Reading is for one thread; `close` may come from any."""

    def __init__(self, call: Call, prompt: Prompt, pace: Pace) -> None:
        self._call = call
        self._prompt = prompt
        self._pace = pace
        self._begun = False
        self._usage = Usage()
        self._finish: Literal["stop", "length"] | None = None
        self._alternatives: tuple[Alternative, ...] | None = None

    @property
    def usage(self) -> Usage:
        """As the server counted; zeros until the iteration has ended."""
        return self._usage

    @property
    def finish(self) -> Literal["stop", "length"] | None:
        """Why the model stopped; `length`: cut at `max_tokens`, the last sentence may be partial."""
        return self._finish

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """To the first word of the text; none where they were not asked for, or the server does not tell them."""
        return self._alternatives or ()

    def __iter__(self) -> Iterator[str]:
        """Yields the text's pieces; to the end without an error only where the text is whole.

        Raises:
            ModelError: As the subclasses say; ModelInterruptedError also after `close` and on a second reading.
        """
        if self._begun:
            raise closed(answer_of(self._prompt.model))
        self._begun = True
        try:
            self._open()
            yield from self._pieces()
        finally:
            self._call.close()

    def close(self) -> None:
        """Stops generating and frees the model; at once, from any thread, any number of times."""
        self._call.close()

    def _open(self) -> None:
        body = dict(self._prompt.body)
        attempt = 0
        while True:
            status = self._call.send("POST", f"{self._prompt.host}/api/chat",
                                     json.dumps(body, ensure_ascii=False).encode())
            if status == 200:
                return
            words = server_words(self._call.body(_LONGEST_ERROR))
            if status == 400 and _left_out(body, words):
                continue
            # Only a full queue is worth another try: it was refused before any work, and clears by itself.
            if status != 503 or attempt == _RETRIES:
                raise refused(status, words, host=self._prompt.host, model=self._prompt.model,
                              num_ctx=self._prompt.num_ctx)
            self._call.pause(self._pace.seconds(attempt), self._pace.sleep)
            attempt += 1

    def _pieces(self) -> Iterator[str]:
        thoughts = _Thoughts(self._prompt.model)
        for line in self._call.lines():
            if not line.strip():
                continue
            chunk = self._parse(line)
            self._call.heard()
            done = chunk.get("done") is True
            content = _content(chunk)
            if content is None and not done:
                # Whatever stood there is lost, and the answer would lack it in silence.
                raise self._interrupted("the server sent a line without text")
            piece = thoughts.without(content or "")
            if done:
                self._end(chunk)
                piece += thoughts.rest()
            if self._alternatives is None and has_word(piece):
                self._alternatives = alternatives_in(chunk)
            if piece:
                yield piece
            if done:
                return
        # A clean end of the connection is no end of the answer: Ollama so gives up on a model that repeats itself.
        raise self._interrupted("the connection ended before the server said that it was done")

    def _parse(self, line: bytes) -> dict[str, Any]:
        try:
            value: Any = json.loads(line.decode("utf-8"))
        except (ValueError, RecursionError):
            raise self._interrupted("the server sent a line that is not JSON") from None
        if not isinstance(value, dict):
            raise self._interrupted("the server sent a line that is no JSON object")
        chunk = cast("dict[str, Any]", value)
        if "error" in chunk:
            words = server_words(line)
            error = refused(200, words, host=self._prompt.host, model=self._prompt.model, num_ctx=self._prompt.num_ctx)
            raise self._interrupted(one_line(words)) if type(error) is ModelError else error
        return chunk

    def _end(self, last: dict[str, Any]) -> None:
        self._usage = Usage(_count(last, "prompt_eval_count"), _count(last, "eval_count"))
        counted = self._usage.prompt_tokens
        if was_cut(self._prompt.texts, counted, self._prompt.num_ctx):
            words = f"the server read {counted} tokens of it, fewer than it has words"
            raise prompt_too_long(words, self._prompt.num_ctx)
        reason = last.get("done_reason", "stop")
        if reason not in ("stop", "length"):
            raise not_finished(self._prompt.model, str(reason))
        self._finish = reason

    def _interrupted(self, what: str) -> ModelInterruptedError:
        return interrupted(answer_of(self._prompt.model), what)


class _Thoughts:
    """Takes ``<think>...</think>`` out of text that comes in pieces, as imported reasoning models write it inline."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._kept = ""
        self._inside = False

    def without(self, piece: str) -> str:
        """Returns what of the text so far can be shown by now and has not been."""
        self._kept += piece
        shown = ""
        while True:
            head, tag, tail = self._kept.partition(_SHUT if self._inside else _OPEN)
            if not self._inside and _SHUT in head:
                # The template itself opened the thought, so all text so far was thought and has been shown as text.
                raise interrupted(answer_of(self._model), "the model writes its thoughts into its answers")
            if not tag:
                break
            shown += "" if self._inside else head
            self._kept, self._inside = tail, not self._inside
        held = _held(head)
        if self._inside:
            self._kept = head[len(head) - held :]
            return shown
        self._kept = head[len(head) - held :]
        return shown + head[: len(head) - held]

    def rest(self) -> str:
        """Returns what was held back as the possible begin of a tag, at the end of the text."""
        return "" if self._inside else self._kept


def _held(text: str) -> int:
    """Returns the length of the longest end of `text` that may grow into a tag."""
    for length in range(min(len(_SHUT) - 1, len(text)), 0, -1):
        end = text[-length:]
        if _OPEN.startswith(end) or _SHUT.startswith(end):
            return length
    return 0


def _left_out(body: dict[str, Any], words: str) -> bool:
    """Takes the fields out of a request that a server's words of refusal are about; returns whether there were any."""
    fields = ("think",) if refuses_thinking(words) else tuple(WEIGHED) if refuses_weighing(words) else ()
    return bool([body.pop(field) for field in fields if field in body])


def _content(chunk: dict[str, Any]) -> str | None:
    """Returns the text of a line; None where it has no place for one."""
    message = chunk.get("message")
    content: Any = cast("dict[str, Any]", message).get("content") if isinstance(message, dict) else None
    if not isinstance(content, str):
        return None
    # JSON can escape half a surrogate pair, which no file, terminal or database takes.
    return content if content.isascii() else content.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _count(chunk: dict[str, Any], name: str) -> int:
    value: Any = chunk.get(name)
    return value if isinstance(value, int) and value > 0 else 0
