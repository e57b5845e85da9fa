"""The form of run.json: all that a run's results depend on, and when it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eval.profiles import Profile
from eval.scores import Likeness, Part

__all__ = ["RunFacts"]


@dataclass(frozen=True, slots=True)
class RunFacts:
    """run.json.

    Attributes:
        began: When, in UTC, ISO 8601; the only thing here that differs between two runs that are alike.
        code: Fingerprint of the code that makes results.
        versions: Of the packages that results depend on, and of Python.
        settings: By name, without the folder.
        embedding: Name, revision, dimension and prompts of the embedding model.
        models: For each writer with a model its name and digest.
    """

    schema: int
    began: str
    profile: Profile
    likeness: Likeness
    code: str
    versions: Mapping[str, str]
    settings: Mapping[str, str | int | float | None]
    embedding: Mapping[str, str | int]
    models: Mapping[str, str]
    parts: tuple[Part, ...]
