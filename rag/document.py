"""rag's values as JSON documents, with the names that the manual promises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, cast

from rag.types import Answer, Passage

__all__ = ["answer_document", "plain", "search_document"]

_PASSAGE_KEYS = ("article_id", "title", "outlet", "date", "language", "text", "start", "end", "score")


def plain(value: Any) -> Any:
    """Returns `value` in JSON's own types: dataclasses as objects, dates in ISO form, paths and enums as strings.

    Raises:
        TypeError: Something within has no place in a document.
    """
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, date | Path):
        return value.isoformat() if isinstance(value, date) else str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in cast("Mapping[Any, Any]", value).items()}
    if isinstance(value, Sequence):
        return [plain(part) for part in cast("Sequence[Any]", value)]
    raise TypeError(f"{type(value).__name__} has no JSON form")


def answer_document(answer: Answer) -> dict[str, Any]:
    """Returns the Answer JSON; what was consulted has the form of `search`."""
    document = plain(answer)
    document["consulted"] = search_document(answer.consulted)
    return document


def search_document(passages: Sequence[Passage]) -> list[dict[str, Any]]:
    """Returns the JSON of `search`."""
    return [{key: plain(getattr(passage, key)) for key in _PASSAGE_KEYS} for passage in passages]
