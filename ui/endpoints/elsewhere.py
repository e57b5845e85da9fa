"""What leaves this machine says of its files their names alone."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, cast

__all__ = ["elsewhere"]


def elsewhere(document: Any) -> Any:
    """Returns a JSON document for another machine: of a file it says the name, as `file`, and not the path.

    Gradio's client takes every object with a `path` for a file, and would fetch it.
    """
    if isinstance(document, list):
        return [elsewhere(part) for part in cast("list[Any]", document)]
    if not isinstance(document, dict):
        return document
    told: dict[str, Any] = {}
    for key, value in cast("dict[str, Any]", document).items():
        if key == "path":
            told["file"] = PurePath(value).name if value else None
        else:
            told[key] = elsewhere(value)
    return told
