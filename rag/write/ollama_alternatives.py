"""What else a reply of Ollama could have begun with: how it is asked for, and read from the lines of a stream.

The server tells it from version 0.12.11 on; an older one knows nothing of the fields and answers without.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Final, cast

from rag.write.model import Alternative

__all__ = ["WEIGHED", "alternatives_in", "has_word", "refuses_weighing"]

WEIGHED: Final[Mapping[str, Any]] = {"logprobs": True, "top_logprobs": 20}
"""Fields of the request. 20 is the most: it answers 400 to more."""

_WORD = re.compile(r"\w")


def has_word(text: str) -> bool:
    """Returns whether a piece of text has a letter or digit: a reply may begin with a line's end or with asterisks."""
    return _WORD.search(text) is not None


def alternatives_in(line: Mapping[str, Any]) -> tuple[Alternative, ...]:
    """Returns the alternatives to the first word in a line of a reply.

    Args:
        line: As the server sent it. Its shape is not trusted: what is misshapen is left out.

    Returns:
        In the server's order, the likeliest first; none where the line tells none.
    """
    for token in _objects(line.get("logprobs")):
        if has_word(_text(token)):
            told = [(_text(entry), entry.get("logprob")) for entry in _objects(token.get("top_logprobs"))]
            return tuple(Alternative(text, min(0.0, float(value))) for text, value in told
                         if isinstance(value, int | float) and math.isfinite(value))
    return ()


def refuses_weighing(words: str) -> bool:
    """Returns whether a server's words of refusal are about these fields: the model is then asked without them."""
    return "logprobs" in words.casefold()


def _objects(value: Any) -> list[dict[str, Any]]:
    entries: list[Any] = cast("list[Any]", value) if isinstance(value, list) else []
    return [cast("dict[str, Any]", entry) for entry in entries if isinstance(entry, dict)]


def _text(entry: Mapping[str, Any]) -> str:
    token: Any = entry.get("token")
    return token if isinstance(token, str) else ""
