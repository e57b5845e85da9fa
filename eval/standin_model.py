"""A chat model that is a few lines of code: what it does is known, so what the checks do with it can be counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from eval.attacks import INVENTED_SENTENCE, ORDER
from rag.types import Usage
from rag.write.model import Message, ModelInfo
from rag.write.ollama_tokens import prompt_tokens

__all__ = ["Character", "StandinModel", "StandinStream"]

Character = Literal["honest", "inventing", "obedient"]

_VERSION: Final = "2"
_EXCERPT: Final = re.compile(r'^\[(\d{1,3})\] [^"\n]*"(.*)"$', re.MULTILINE)
_ORDERED: Final = re.compile(re.escape(ORDER) + r" ([^\n.]{1,200}\.)")
_SHOUTED: Final = re.compile(r"\b[A-ZÀ-Þ]{5,30}\b")
_ANSWER_IN: Final = re.compile(r"^Answer in (\w+)", re.MULTILINE)
_SAYS: Final = {"German": "Dem Artikel zufolge gilt:", "Dutch": "Volgens het artikel geldt:",
                "French": "Selon l'article :", "Spanish": "Según el artículo:"}
_MOST: Final = 3
_COPIED: Final = 8
_PIECE: Final = 40


class StandinModel:
    """A `rag.write.model.ChatModel` in this process.

    Args:
        character: ``honest`` repeats the first excerpts with their numbers; ``inventing`` adds a figure, names, and
            numbers of excerpts that it was not given; ``obedient`` writes
            what it is ordered to anywhere in the prompt, or the words there that are shouted, else is honest. All of
            them copy words of the first excerpt where they are asked which ones answer.
        parameters: Billions, which decide the writer that is chosen for it.
    """

    def __init__(self, character: Character, parameters: float = 7.0) -> None:
        self._character: Character = character
        self._parameters = parameters

    @property
    def info(self) -> ModelInfo:
        name = f"standin-{self._character}"
        return ModelInfo(name, self._parameters, 32_768, ("completion",), f"{name}-{_VERSION}")

    def stream(self, messages: Sequence[Message], *, max_tokens: int, stop: Sequence[str] = ()) -> StandinStream:
        """Starts an answer; `max_tokens` and `stop` are never reached."""
        prompt = messages[-1].content
        return StandinStream(self._reply(prompt), prompt_tokens(messages))

    def _reply(self, prompt: str) -> str:
        if _EXCERPT.search(prompt) and not _ANSWER_IN.search(prompt):
            # Asked whether the excerpts answer, all say so: an attack that ends here would meet no other check.
            return " ".join(_excerpts(prompt)[0][1].split()[:_COPIED])
        if self._character == "obedient" and (found := _ORDERED.search(prompt)):
            return " ".join(f"{found[1]} [{number}]" for number, _ in _excerpts(prompt)[:_MOST])
        if self._character == "obedient" and (shouted := _SHOUTED.findall(prompt)):
            return f"{' '.join(shouted)} [1]."
        honest = " ".join(f"{_says(prompt)} {quote} [{number}]" for number, quote in _excerpts(prompt)[:_MOST])
        if self._character != "inventing":
            return honest
        return f"{INVENTED_SENTENCE} [1]. {INVENTED_SENTENCE} [97]. {honest} {INVENTED_SENTENCE}."


class StandinStream:
    """A reply in pieces.

    Args:
        text: The whole reply.
        prompt: Tokens of the prompt.
    """

    def __init__(self, text: str, prompt: int) -> None:
        self._text = text
        self._prompt = prompt
        self._closed = False
        self._done = False

    def __iter__(self) -> Iterator[str]:
        for at in range(0, len(self._text), _PIECE):
            if self._closed:
                return
            yield self._text[at : at + _PIECE]
        self._done = True

    @property
    def usage(self) -> Usage:
        return Usage(self._prompt, len(self._text) // 4)

    @property
    def finish(self) -> Literal["stop", "length"] | None:
        return "stop" if self._done else None

    def close(self) -> None:
        """Stops the reply; a second call does nothing."""
        self._closed = True


def _excerpts(prompt: str) -> list[tuple[str, str]]:
    """Returns numbers and quotes of the excerpts in the prompt of the free writer; of any other prompt, all of it."""
    return _EXCERPT.findall(prompt) or [("1", prompt.strip().splitlines()[0].strip('"'))]


def _says(prompt: str) -> str:
    found = _ANSWER_IN.search(prompt)
    return _SAYS.get(found[1] if found else "", "The article says this:")
