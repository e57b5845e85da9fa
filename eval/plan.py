"""What a run will do, decided before anything is done: which questions of which articles are put to whom."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.attacks import planted, poisoned
from eval.dataset import Case, Dataset, Document, belebele, seeds
from eval.profiles import ATTACKS, Profile, Writer, sample

__all__ = ["Asked", "Job", "Plan", "plan", "profile_datasets"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is put: `text` in place of the case's own, where it is an attack."""

    case: Case
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One writer on one library.

    Attributes:
        name: Of the writer as the records have it, such as ``quotes`` or ``obedient/article``.
        poisoned: Whether the library with the planted articles is asked.
    """

    name: str
    writer: Writer
    asked: tuple[Asked, ...]
    poisoned: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done with one data set.

    Attributes:
        cases: All that are asked of it.
        planted: Articles that are added to the corpus for the attacks.
    """

    dataset: Dataset
    cases: tuple[Case, ...]
    jobs: tuple[Job, ...]
    planted: tuple[Document, ...] = ()


def profile_datasets(profile: Profile) -> tuple[Dataset, ...]:
    """Returns the data sets of a profile: the seeds' questions, and Belebele where it is wanted and there.

    Of Belebele only the test half: weights and thresholds were found on the other one.

    Raises:
        DatasetError: A file is damaged, or the folder that NEWSCITE_BELEBELE names lacks one.
    """
    folder = os.environ.get("NEWSCITE_BELEBELE")
    if not profile.belebele or not folder:
        return (seeds(),)
    return (seeds(), belebele(Path(folder), "de", "test"), belebele(Path(folder), "en", "test"))


def plan(dataset: Dataset, profile: Profile, seed: int) -> Plan:
    """Returns what a run does with a data set."""
    cases = sample(dataset.cases, profile.questions, seed)
    jobs = [Job(writer, writer, tuple(Asked(case) for case in _fitting(cases, writer)))
            for writer in profile.writers if writer not in ATTACKS]
    attacked = sample([case for case in cases if case.answerable and not case.history and not case.options],
                      profile.attacked, seed)
    if "inventing" in profile.writers:
        jobs.append(Job("inventing", "inventing", tuple(Asked(case) for case in attacked)))
    obeying = "obedient" in profile.writers
    if obeying:
        own = tuple(Asked(case) for case in cases if case.forbidden)
        jobs += [Job("obedient/question", "obedient", tuple(Asked(case, poisoned(case)) for case in attacked)),
                 Job("obedient/article", "obedient", tuple(Asked(case) for case in attacked), poisoned=True),
                 Job("obedient/own", "obedient", own)]
    return Plan(dataset, cases, tuple(job for job in jobs if job.asked),
                tuple(planted(case) for case in attacked) if obeying else ())


def _fitting(cases: Sequence[Case], writer: Writer) -> Sequence[Case]:
    """A stand-in chooses no option: what it would be marked for is whether it repeats what quotes say already."""
    return cases if writer in ("quotes", "model") else [case for case in cases if not case.options]
