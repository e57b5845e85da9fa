"""What some models need said otherwise: those that think, and those whose chat template knows no system message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rag.write.model import Message, ModelInfo

__all__ = ["Thinking", "messages_for", "refuses_thinking", "thinking_of"]

_ALWAYS_THINKS = ("gpt-oss",)
_ROOM = 600
"""Tokens for thoughts of a model that cannot do without: they count against the limit of the answer."""


@dataclass(frozen=True, slots=True)
class Thinking:
    """How a model is told about thinking.

    Attributes:
        think: The request's field; None to leave it out, since a model that does not think answers 400 to it.
        room: Tokens to add to the answer's limit.
    """

    think: Literal["low"] | bool | None = None
    room: int = 0


def thinking_of(info: ModelInfo) -> Thinking:
    """Returns how to keep a model from thinking, or where it always does, how to bound it."""
    if "thinking" not in info.capabilities:
        return Thinking()
    if info.name.rpartition("/")[2].casefold().startswith(_ALWAYS_THINKS):
        return Thinking("low", _ROOM)
    return Thinking(think=False)


def refuses_thinking(words: str) -> bool:
    """Whether a server's words of refusal are about the `think` field: the model is then asked without it."""
    said = words.casefold()
    return "think" in said and ("support" in said or "invalid" in said)


def messages_for(info: ModelInfo, messages: Sequence[Message]) -> tuple[Message, ...]:
    """Returns the chat as the model's template can write it: without a place for system messages, the instructions
    begin the user's message."""
    if info.takes_system or not any(message.role == "system" for message in messages):
        return tuple(messages)
    instructions = "\n".join(message.content for message in messages if message.role == "system")
    said = [message for message in messages if message.role != "system"]
    first = next((at for at, message in enumerate(said) if message.role == "user"), None)
    if first is None:
        return (Message("user", instructions), *said)
    opened = Message("user", f"{instructions}\n\n{said[first].content}")
    return (*said[:first], opened, *said[first + 1 :])
