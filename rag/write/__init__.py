"""Writing an answer from evidence with a chat model: the model's interface, and a writer for each size of model."""

from __future__ import annotations

import re
from typing import Literal

from rag.write.model import ChatModel, ModelInfo, Writer

__all__ = ["choose_writer", "is_small"]

_FREE_FROM_BILLIONS = 3.0
_SIZE_IN_NAME = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d{1,3})?)(m|b)(?![a-z])")


def choose_writer(
    model: ChatModel, setting: str = "auto", *, num_ctx: int = 4096, answer_tokens: int = 400
) -> Writer:
    """Returns the writer that suits a model; one instance serves one answer.

    Args:
        setting: "sentence" or "free"; "auto" goes by the model's size, by its name where the server says none.
        num_ctx: Tokens of the context window, the same as the model is called with.
        answer_tokens: Tokens written at most in one call.
    """
    # Here, since the prompts that the writers use import the model's interface from this package.
    from rag.write.free_writer import FreeWriter
    from rag.write.sentence_writer import SentenceWriter

    kind = _fitting(model.info) if setting == "auto" else setting
    if kind == "sentence":
        return SentenceWriter(model, num_ctx=num_ctx, answer_tokens=answer_tokens)
    return FreeWriter(model, num_ctx=num_ctx, answer_tokens=answer_tokens)


def is_small(info: ModelInfo) -> bool:
    """Returns whether a model is too small to be trusted with more than one sentence at a time."""
    return _fitting(info) == "sentence"


def _fitting(info: ModelInfo) -> Literal["sentence", "free"]:
    size = info.parameters if info.parameters else _size_in_name(info.name)
    return "sentence" if size is not None and size < _FREE_FROM_BILLIONS else "free"


def _size_in_name(name: str) -> float | None:
    found = _SIZE_IN_NAME.search(name.casefold())
    if found is None:
        return None
    return float(found[1]) / (1000 if found[2] == "m" else 1)
