"""Writing an answer from evidence with a chat model: the model's interface, and the writers to choose from."""

from __future__ import annotations

import re
from typing import Literal

from rag.write.model import ChatModel, ModelInfo, Writer

__all__ = ["choose_writer", "is_small", "writer_kind"]

_FREE_FROM_BILLIONS = 3.0
_SIZE_IN_NAME = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d{1,3})?)(m|b)(?![a-z])")


def choose_writer(
    model: ChatModel, setting: str = "auto", *, num_ctx: int = 4096, answer_tokens: int = 400
) -> Writer:
    """Returns the writer that suits a model; one instance serves one answer.

    Args:
        setting: "sentence", "free" or "translated"; "auto" goes by the model's size, by its name where the server
            says none.
        num_ctx: Tokens of the context window, the same as the model is called with.
        answer_tokens: Tokens written at most in one call.
    """
    # Here, since the prompts that the writers use import the model's interface from this package.
    from rag.write.free_writer import FreeWriter
    from rag.write.quote_writer import QuoteWriter
    from rag.write.sentence_writer import SentenceWriter

    kind = writer_kind(model.info, setting)
    if kind == "translated":
        return QuoteWriter()
    if kind == "sentence":
        return SentenceWriter(model, num_ctx=num_ctx, answer_tokens=answer_tokens)
    return FreeWriter(model, num_ctx=num_ctx, answer_tokens=answer_tokens)


def is_small(info: ModelInfo, below: float = _FREE_FROM_BILLIONS) -> bool:
    """Returns whether a model is too small to be trusted with words of its own; one of unknown size is not.

    Args:
        below: Billions of parameters.
    """
    size = info.parameters if info.parameters else _size_in_name(info.name)
    return size is not None and size < below


def writer_kind(info: ModelInfo, setting: str) -> Literal["sentence", "free", "translated"]:
    """Returns which writer a setting means for a model."""
    match setting:
        case "sentence" | "free" | "translated":
            return setting
        case _:
            return "translated" if is_small(info) else "free"


def _size_in_name(name: str) -> float | None:
    found = _SIZE_IN_NAME.search(name.casefold())
    if found is None:
        return None
    return float(found[1]) / (1000 if found[2] == "m" else 1)
