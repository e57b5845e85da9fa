"""What a run does: which data, which writers, how many questions."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, Literal, get_args

from eval.dataset import Case
from rag.errors import UsageError

__all__ = ["ATTACKS", "PROFILES", "WRITERS", "Profile", "Writer", "profile", "sample"]

Writer = Literal["quotes", "honest", "inventing", "obedient", "model"]
"""Who writes: nobody (the articles' own sentences), a character of `eval.standin_model`, or the Ollama model."""

WRITERS: Final[tuple[Writer, ...]] = get_args(Writer)
ATTACKS: Final[tuple[Writer, ...]] = ("inventing", "obedient")


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of run.

    Attributes:
        writers: Who answers.
        questions: How many of a data set's questions are asked at most, drawn from all kinds and languages alike;
            None for all.
        attacked: How many questions the stand-ins are set on that invent or obey.
        belebele: Whether Belebele is measured as well, where NEWSCITE_BELEBELE says where it is.
        depth: Passages that a ranking holds.
        jobs: Questions worked on at a time.
        seconds: Time for one answer; what takes longer is unscored.
    """

    name: str
    writers: tuple[Writer, ...]
    questions: int | None = None
    attacked: int = 12
    belebele: bool = False
    depth: int = 20
    jobs: int = 2
    seconds: float = 120.0


PROFILES: Final = {
    "smoke": Profile("smoke", ("quotes", "honest", "inventing", "obedient"), questions=36, attacked=6, seconds=20.0),
    "quick": Profile("quick", ("quotes", "honest", "inventing", "obedient")),
    "full": Profile("full", ("quotes", "honest", "inventing", "obedient"), attacked=40, belebele=True),
}


def profile(name: str) -> Profile:
    """Returns a profile by its name.

    Raises:
        UsageError: There is none of that name.
    """
    if name not in PROFILES:
        raise UsageError(f"There is no profile {name!r}.", f"Use one of: {', '.join(PROFILES)}.")
    return PROFILES[name]


def sample(cases: Sequence[Case], count: int | None, seed: int) -> tuple[Case, ...]:
    """Returns at most `count` cases: every kind and language in turn, by chance within each, in their own order."""
    if count is None or count >= len(cases):
        return tuple(cases)
    strata: dict[tuple[str, str], list[Case]] = {}
    for case in sorted(cases, key=lambda case: _draw(seed, case.id)):
        strata.setdefault((case.kind, case.language), []).append(case)
    turns = zip_longest(*(strata[name] for name in sorted(strata, key=lambda name: _draw(seed, *name))))
    chosen = {case.id for case in [case for turn in turns for case in turn if case is not None][:count]}
    return tuple(case for case in cases if case.id in chosen)


def _draw(seed: int, *parts: str) -> bytes:
    return hashlib.sha256("\0".join([str(seed), *parts]).encode()).digest()
