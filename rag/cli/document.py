"""The one document that `--json` prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rag.cli.terminal import escape_json

if TYPE_CHECKING:
    from rag.errors import NewsciteError

__all__ = ["error_document", "to_json"]


def error_document(error: NewsciteError) -> dict[str, Any]:
    """Returns what `--json` prints where a command failed."""
    return {"error": {"type": type(error).__name__, "message": error.message, "remedy": error.remedy}}


def to_json(document: Any) -> bytes:
    """Returns the document as UTF-8, readable as it stands and harmless on a terminal."""
    return (escape_json(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)) + "\n").encode()
