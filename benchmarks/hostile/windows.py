"""Prompts that are too long for a model's window, and servers that refuse them, or cut their begin without a word.

A prompt has to reach the model from its first character, where the instructions stand, or its failure has to be told.
Needs the stand-in for Ollama of the tests on the path of imports.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import TYPE_CHECKING

from rag.errors import ModelError, PromptTooLongError
from rag.follow_ups.condense import condense
from rag.prompts import again_prompt
from rag.rephrase import translated_question
from rag.second_look import finds_answer
from rag.settings import Settings
from rag.translate import Translations
from rag.types import EvidenceSentence, Passage, Turn
from rag.write.free_writer import FreeWriter
from rag.write.model import Message, WriteRequest
from rag.write.ollama import OllamaServer
from rag.write.ollama_tokens import prompt_tokens
from rag.write.sentence_writer import SentenceWriter

if TYPE_CHECKING:
    from ollama_standin import OllamaStandin

    from rag.write.ollama import OllamaModel
    from rag.write.ollama_stream import OllamaStream

__all__ = ["WindowReport", "overflow"]

_WINDOWS = (512, 1024, 2048, 4096, 8192)
_ANSWER_TOKENS = 100
_LONGEST_QUESTION = 4000
_LONGEST_QUOTE = 9000
_LONGEST_TURN = 20_000
_WORDS = (
    "harbour Sicherheitsbehörden 9,1 (2021) vergoeding the of a « l’aéroport » 阿里巴巴 Ελλάδα 🙂 bcdfghjklmnpqrst x1 "
    "Donaudampfschifffahrtsgesellschaft 12345678901234567890 ... ------ und e\u0301e\u0301e\u0301 \u200b\u200b $1bn"
).split(" ")


@dataclass(slots=True)
class WindowReport:
    """What became of the prompts that were made.

    Attributes:
        whole: Reached the model from the first character to the last.
        not_sent: Refused by our own count, or left out.
        refused: By the server's word.
        found_cut: Cut by the server, and told so by its count.
        alarms: Whole, and taken for cut by its count.
        wrong: A cut prompt whose answer was taken, or an error of another kind.
        least: The smallest ratio of our own count to the server's, where it counts a token for four letters.
    """

    whole: int = 0
    not_sent: int = 0
    refused: int = 0
    found_cut: int = 0
    alarms: int = 0
    wrong: list[str] = field(default_factory=list[str])
    least: float = float("inf")

    @property
    def made(self) -> int:
        return self.whole + self.not_sent + self.refused + self.found_cut + self.alarms + len(self.wrong)


class _Watched:
    """A `ChatModel` that remembers the last prompt, and whether its answer came to an end without an error."""

    def __init__(self, model: OllamaModel, seen: _Seen) -> None:
        self._model = model
        self._seen = seen
        self.info = model.info

    def stream(self, messages: Sequence[Message], *, max_tokens: int, stop: Sequence[str] = ()) -> OllamaStream:
        self._seen.sent = tuple(messages)
        return self._model.stream(messages, max_tokens=max_tokens, stop=stop)


class _Seen:
    """What was sent, and what of it the model saw."""

    def __init__(self) -> None:
        self.sent: tuple[Message, ...] = ()
        self.arrived: tuple[str, ...] = ()

    def answer(self, messages: list[dict[str, str]]) -> str:
        self.arrived = tuple(message["content"] for message in messages)
        return "Yes, the harbour was closed in 2021 [1]. Was the harbour closed in 2021?"

    @property
    def is_whole(self) -> bool:
        return self.arrived == tuple(message.content for message in self.sent)


def overflow(count: int, seed: int = 0) -> WindowReport:
    """Makes `count` prompts of every kind, with questions, quotes and histories of any length, for windows of any size.

    The servers take turns: one that refuses, one that cuts; a token for four letters at most, or for each byte.
    """
    from ollama_standin import OllamaStandin

    report, drawn = WindowReport(), random.Random(f"windows/{seed}")  # noqa: S311 - attacks that can be made again
    seen = _Seen()
    with ExitStack() as stack:
        ollamas = [stack.enter_context(OllamaStandin(seen.answer)) for _ in range(4)]
        for number, ollama in enumerate(ollamas):
            ollama.cuts = number % 2 == 1
            if number >= 2:
                ollama.count = _bytes_of
        servers = cycle((ollama, window) for window in _WINDOWS for ollama in ollamas)
        for (ollama, window), kind in islice(zip(servers, cycle(_KINDS), strict=False), count):
            server = OllamaServer(Settings(ollama_host=ollama.url, num_ctx=window, answer_tokens=_ANSWER_TOKENS))
            try:
                _one(kind, _Watched(server.choose(None), seen), seen, window, drawn, report, ollama)
            finally:
                server.close()
    return report


def _one(kind: str, model: _Watched, seen: _Seen, window: int, drawn: random.Random, report: WindowReport,
         ollama: OllamaStandin) -> None:
    before, seen.arrived, name = len(ollama.chats), (), f"{kind}, {window} tokens"
    try:
        _KINDS[kind](model, window, drawn)
    except PromptTooLongError:
        if len(ollama.chats) == before:
            report.not_sent += 1
        elif not seen.arrived:
            report.refused += 1
        elif not seen.is_whole:
            report.found_cut += 1
        else:
            report.alarms += 1
        return
    except ModelError as error:
        report.wrong.append(f"{name}: {error}")
        return
    if len(ollama.chats) == before:
        report.not_sent += 1
    elif seen.is_whole:
        report.whole += 1
        if ollama.count is not _bytes_of:
            counted = ollama.count([{"content": text} for text in seen.arrived])
            report.least = min(report.least, prompt_tokens(seen.sent) / counted)
    else:
        report.wrong.append(f"{name}: cut, and its answer was taken")


def _bytes_of(messages: list[dict[str, str]]) -> int:
    return sum(len(message["content"].encode()) for message in messages)


def _text(drawn: random.Random, longest: int) -> str:
    """Returns up to `longest` characters, of one word again and again or of all kinds, most often few."""
    wanted = round(longest * drawn.random() ** 3)
    words = _WORDS if drawn.random() < 0.5 else [drawn.choice(_WORDS)]
    parts: list[str] = []
    length = 0
    while length < wanted:
        parts.append(drawn.choice(words))
        length += len(parts[-1]) + 1
    return " ".join(parts)[:wanted] or "Harbour"


def _question(drawn: random.Random) -> str:
    return _text(drawn, _LONGEST_QUESTION - 1) + "?"


def _evidence(drawn: random.Random, count: int) -> tuple[EvidenceSentence, ...]:
    return tuple(_sentence(drawn, number) for number in range(1, count + 1))


def _sentence(drawn: random.Random, number: int) -> EvidenceSentence:
    quote = _text(drawn, _LONGEST_QUOTE)
    passage = Passage(number, f"a{number}", 1, None, None, None, None, "de", None, None, quote, 0, len(quote), 1.0)
    return EvidenceSentence(number, passage, 0, len(quote), quote, 1.0, _text(drawn, _LONGEST_QUOTE))


def _free(model: _Watched, window: int, drawn: random.Random) -> None:
    request = WriteRequest(_question(drawn), "en", _evidence(drawn, 6))
    list(FreeWriter(model, num_ctx=window, answer_tokens=_ANSWER_TOKENS).write(request))


def _by_sentence(model: _Watched, window: int, drawn: random.Random) -> None:
    request = WriteRequest(_question(drawn), "en", _evidence(drawn, 1))
    list(SentenceWriter(model, num_ctx=window, answer_tokens=_ANSWER_TOKENS).write(request))


def _translation(model: _Watched, window: int, drawn: random.Random) -> None:
    Translations(window).of(_text(drawn, _LONGEST_QUOTE), "de", "en", model)


def _again(model: _Watched, window: int, drawn: random.Random) -> None:
    prompt = again_prompt(_text(drawn, _LONGEST_QUOTE), "de", "en", _text(drawn, _LONGEST_QUOTE), "a number is missing")
    list(model.stream(prompt, max_tokens=_ANSWER_TOKENS))


def _second_look(model: _Watched, window: int, drawn: random.Random) -> None:
    finds_answer(model, _question(drawn), _evidence(drawn, 4))


def _condensed(model: _Watched, window: int, drawn: random.Random) -> None:
    history = [Turn(_question(drawn), _text(drawn, _LONGEST_TURN)) for _ in range(drawn.randint(1, 30))]
    condense("And why was it closed?", history, "en", model, num_ctx=window)


def _translated_question(model: _Watched, window: int, drawn: random.Random) -> None:
    translated_question(model, _question(drawn), "de")


_KINDS: dict[str, Callable[[_Watched, int, random.Random], None]] = {
    "free answer": _free, "sentence": _by_sentence, "translation": _translation, "second try": _again,
    "second look": _second_look, "follow-up": _condensed, "question in another language": _translated_question,
}
