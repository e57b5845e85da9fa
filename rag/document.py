"""rag's values as JSON documents, with the names that the manual promises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from rag.types import Answer, Passage

__all__ = ["answer_document", "answer_from", "plain", "search_document"]

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


def answer_from(document: Mapping[str, Any]) -> Answer:
    """Returns the answer that `plain` made a document of.

    What an older version did not write has its default value; what a newer one adds is passed over.

    Raises:
        ValueError: The document is none of an answer.
    """
    try:
        return _revived(Answer, document)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"no document of an answer: {error}") from error


def search_document(passages: Sequence[Passage]) -> list[dict[str, Any]]:
    """Returns the JSON of `search`."""
    return [{key: plain(getattr(passage, key)) for key in _PASSAGE_KEYS} for passage in passages]


def _revived(kind: Any, value: Any) -> Any:
    """Returns `value`, in JSON's own types, as the type that a field of a dataclass declares."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (UnionType, Union):
        return None if value is None else _revived(next(part for part in arguments if part is not type(None)), value)
    if origin is Literal:
        if value not in arguments:
            raise TypeError(f"{value!r} is none of {arguments}")
        return value
    if origin is tuple:
        return tuple(_revived(arguments[0], part) for part in value)
    if is_dataclass(kind):
        known = {name: _revived(hint, value[name]) for name, hint in _declared(kind).items() if name in value}
        return cast("Any", kind)(**known)
    if kind is date:
        return date.fromisoformat(value)
    if not isinstance(value, (int, float) if kind is float else kind):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


@cache
def _declared(kind: Any) -> Mapping[str, Any]:
    """Evaluating annotations costs more than all else here, and a conversation has thousands of these values."""
    hints = get_type_hints(kind)
    return {item.name: hints[item.name] for item in fields(kind)}
