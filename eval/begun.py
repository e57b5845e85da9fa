"""What a run was asked to do, written before anything is done: a run that was stopped early is known by it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eval.artefacts import RunFolder, read_document, write_document
from eval.schema import Split

__all__ = ["Begun", "begin", "begun", "newest"]


@dataclass(frozen=True, slots=True)
class Begun:
    """What was asked for.

    Attributes:
        limit: Questions asked at most of each data set.
        corpus, questions: Whole paths of a data set of one's own; None for those of the profile.
    """

    profile: str
    limit: int | None
    writers: tuple[str, ...]
    seed: int
    corpus: str | None = None
    questions: str | None = None
    split: Split = "test"


def begin(folder: RunFolder, asked: Begun) -> None:
    """Says what a run is asked to do; what is said of one that is gone on with stays, and makes it the newest."""
    if folder.begun.is_file():
        folder.begun.touch()
    else:
        write_document(folder.begun, asked)


def begun(folder: Path) -> Begun | None:
    """Returns what a run was asked to do, or None where it does not say.

    Raises:
        RunError: begun.json is damaged.
    """
    path = RunFolder(folder).begun
    return read_document(path, Begun) if path.is_file() else None


def newest(root: Path) -> Path | None:
    """Returns the folder of the run in `root` that was last begun or gone on with, finished or not."""
    folders = {file.parent for name in ("begun.json", "run.json") for file in root.glob(f"*/{name}")}
    return max(folders, key=_when, default=None)


def _when(folder: Path) -> int:
    run = RunFolder(folder)
    return (run.begun if run.begun.is_file() else run.run).stat().st_mtime_ns
