"""The values of a mutation set: true claims, and what makes them false."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from eval.dataset import Split

__all__ = ["Chance", "Change", "Group", "Mutant", "Rule", "TrueClaim"]

T = TypeVar("T")

Group = Literal["numbers", "scales", "dates", "directions", "names", "roles", "negation", "modality", "attribution",
                "additions", "quotes", "markers"]
"""What a reader would say is wrong, by which the aims are set; `roles` are the right words in each other's places."""


@dataclass(frozen=True, slots=True)
class TrueClaim:
    """A sentence that its first evidence sentence supports.

    Attributes:
        source: ``"belebele"`` or ``"paraphrases"``.
        document: The text that it is about, whatever the language: halves and samples are drawn by it.
        language: Of the claim, ISO 639-1.
        evidence: The sentence that supports it, then others of the same text that do not.
        evidence_language: ISO 639-1.
    """

    id: str
    source: str
    document: str
    split: Split
    text: str
    language: str
    evidence: tuple[str, ...]
    evidence_language: str

    @property
    def quote(self) -> str:
        """The sentence that supports the claim."""
        return self.evidence[0]

    @property
    def pair(self) -> str:
        """Evidence and claim language, such as ``"de>en"``."""
        return f"{self.evidence_language}>{self.language}"


@dataclass(frozen=True, slots=True)
class Change:
    """What a rule makes of a claim.

    Attributes:
        markers: The evidence numbers that are cited; [1] supports the claim as it was.
        wrong: Those of `markers` that must not be shown as the claim's support; empty where the text is what is false.
    """

    text: str
    markers: tuple[int, ...] = (1,)
    wrong: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mutant:
    """A claim that its evidence does not support, with the true claim that it was made of."""

    claim: TrueClaim
    mutation: str
    group: Group
    change: Change


class Chance:
    """Choices that depend on nothing but their name: adding a rule or a claim changes no other one.

    Args:
        name: What is chosen for.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._asked = 0

    def pick(self, options: Sequence[T]) -> T:
        """Returns one of `options`, of which there must be one."""
        self._asked += 1
        digest = hashlib.sha256(f"{self._name} {self._asked}".encode()).digest()
        return options[int.from_bytes(digest[:8], "big") % len(options)]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to make a claim false.

    Attributes:
        make: Returns None where the claim has nothing of the kind, or where the outcome might still be true.
    """

    name: str
    group: Group
    make: Callable[[TrueClaim, Chance], Change | None]
