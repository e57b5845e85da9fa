"""What `newscite doctor` says of one thing that it looked at."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        ok: False where something is broken; what is merely absent (an Ollama server) is ok, with a remedy.
        remedy: What to do about it, or None.
    """

    name: str
    ok: bool
    detail: str
    remedy: str | None = None
