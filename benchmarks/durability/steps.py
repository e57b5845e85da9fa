"""Steps that change a library, drawn at random, and what may be found after any of them was cut short."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from benchmarks.durability.world import ANCHOR, PACK

__all__ = ["Expected", "Step", "StepKind", "draw", "settled", "started"]

StepKind = Literal["ingest", "sync", "remove", "rebuild", "recode", "talk", "forget"]

_NAMES = (*(f"a{number}" for number in range(7)), *(f"{PACK}{number}" for number in range(4)))
_KINDS: tuple[StepKind, ...] = ("ingest",) * 8 + ("sync",) * 4 + ("remove",) * 2 + ("talk",) * 4 + (
    "forget", "rebuild", "recode")  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        versions: The articles after it, by name; those that are not named are gone.
        subject: Of "talk" and "forget": the conversation. Of "recode": the model's revision.
    """

    kind: StepKind
    versions: Mapping[str, int]
    subject: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """What is acknowledged, and what a step that was cut short may have made of it.

    Attributes:
        versions: Acknowledged articles by name.
        maybe: The step that may be done in part.
        talks: Acknowledged questions by conversation.
        revision: Of the embedding model.
        cited: Article versions that kept conversations point to: (conversation, name, version of the text).
    """

    versions: Mapping[str, int]
    talks: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    revision: str = "1"
    maybe: Step | None = None

    def may_be(self, name: str) -> set[int | None]:
        """Returns the versions in which an article may be found; None where it may be absent."""
        found: set[int | None] = {self.versions.get(name)}
        if self.maybe is not None:
            found.add(self.maybe.versions.get(name))
        return found

    def may_be_said(self, conversation: str) -> list[tuple[str, ...]]:
        """Returns the questions that a conversation may hold."""
        now = self.talks.get(conversation, ())
        if self.maybe is None or self.maybe.subject != conversation or self.maybe.kind not in ("talk", "forget"):
            return [now]
        return [now, (*now, self.maybe.question) if self.maybe.kind == "talk" else ()]


def draw(random_: random.Random, now: Expected, serial: int) -> Step:
    """Returns a step from the acknowledged state; `serial` has not been used for a version before."""
    kind = random_.choice(_KINDS)
    versions = dict(now.versions)
    if kind in ("ingest", "sync"):
        for name in random_.sample(_NAMES, random_.randint(1, 3)):
            versions[name] = serial
    living = [name for name in versions if name != ANCHOR]
    if kind == "sync":
        for name in random_.sample(living, min(len(living), random_.randint(1, 2))):
            del versions[name]
    if kind == "remove":
        living = [name for name in living if not name.startswith(PACK)]
        for name in random_.sample(living, min(len(living), random_.randint(1, 2))):
            del versions[name]
    if kind in ("talk", "forget"):
        return Step(kind, versions, f"talk{random_.randrange(3)}", f"What of {serial}?")
    return Step(kind, versions, ("2" if now.revision == "1" else "1") if kind == "recode" else "")


def started(now: Expected, step: Step) -> Expected:
    """Returns the state while a step is under way."""
    return replace(now, maybe=step)


def settled(now: Expected, step: Step) -> Expected:
    """Returns the state once a step is acknowledged."""
    talks = dict(now.talks)
    if step.kind == "talk":
        talks[step.subject] = (*talks.get(step.subject, ()), step.question)
    if step.kind == "forget":
        talks[step.subject] = ()
    revision = step.subject if step.kind == "recode" else now.revision
    return Expected(step.versions, talks, revision)
