"""What a writer needs of a language model, whoever serves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from rag.types import EvidenceSentence, Usage

__all__ = [
    "Alternative", "ChatModel", "Draft", "Message", "ModelInfo", "TextStream", "WeighedStream", "WeighingModel",
    "WriteRequest", "Writer",
]


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """An installed model.

    Attributes:
        name: As the server lists it, with its tag.
        parameters: Billions of parameters, or None where the server does not say.
        context_length: The longest context that the model was made for, in tokens, or None.
        capabilities: For example ("completion", "tools", "thinking"); of `/api/show`, since `/api/tags` is wrong.
        digest: Hash of the weights and settings.
        takes_system: Whether its chat template has a place for a system message; else one would be lost in silence.
    """

    name: str
    parameters: float | None
    context_length: int | None
    capabilities: tuple[str, ...]
    digest: str
    takes_system: bool = True

    def window(self, num_ctx: int) -> int:
        """Returns the tokens of the context window, where `num_ctx` are asked for."""
        return min(num_ctx, self.context_length or num_ctx)


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat."""

    role: Literal["system", "user", "assistant"]
    content: str


class TextStream(Protocol):
    """Pieces of text as they are generated. Iterating to the end without an error means that the text is whole."""

    def __iter__(self) -> Iterator[str]: ...

    @property
    def usage(self) -> Usage:
        """Final once the iteration has ended."""
        ...

    @property
    def finish(self) -> Literal["stop", "length"] | None:
        """Why the model stopped; None until it has. `length`: cut at `max_tokens`, the last sentence may be partial."""
        ...

    def close(self) -> None:
        """Stops generating and frees the model; may be called from another thread, and more than once."""
        ...


@dataclass(frozen=True, slots=True)
class Alternative:
    """What a reply could have begun with: a word or the first part of one, and its probability's natural logarithm."""

    text: str
    log_probability: float


@runtime_checkable
class WeighedStream(TextStream, Protocol):
    """A stream that tells, too, what else its first word could have been."""

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The likeliest, among them what was chosen; none before the first word, or where the server tells none."""
        ...


class ChatModel(Protocol):
    """A model that answers chats. Safe to use from several threads."""

    @property
    def info(self) -> ModelInfo: ...

    def stream(self, messages: Sequence[Message], *, max_tokens: int, stop: Sequence[str] = ()) -> TextStream:
        """Starts an answer; connection and generation happen while iterating.

        Raises (here or while iterating):
            ModelError: One of its subclasses; never an exception of the HTTP library.
        """
        ...


@runtime_checkable
class WeighingModel(ChatModel, Protocol):
    """A chat model that can be asked how sure it is of a word; no model has to be one."""

    def weigh(self, messages: Sequence[Message], *, max_tokens: int) -> WeighedStream:
        """Starts an answer as `stream` does, whose first word is told with its alternatives."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence as a model wrote it, unchecked, with the evidence numbers that it names (possibly invented)."""

    text: str
    markers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WriteRequest:
    """What to write: an answer to `question` in `language` (ISO 639-1), from this evidence alone."""

    question: str
    language: str
    evidence: tuple[EvidenceSentence, ...]


class Writer(Protocol):
    """Writes drafts from evidence; one instance serves one answer."""

    def write(self, request: WriteRequest) -> Iterator[Draft]: ...

    @property
    def usage(self) -> Usage:
        """Summed over the calls so far."""
        ...

    def close(self) -> None:
        """Stops the call under way; may be called from another thread."""
        ...
