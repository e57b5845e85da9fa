"""A library open in a process of its own, which can be told what to do, asked what it holds, and killed."""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.durability.act import Finding, do, faults, open_library
from benchmarks.durability.death import die_at_line
from benchmarks.durability.steps import Expected, Step
from benchmarks.durability.worker import observed, tune
from benchmarks.durability.world import mark

__all__ = ["Session"]

_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class _Do:
    step: Step
    die_at: int | None


@dataclass(frozen=True, slots=True)
class _Check:
    expected: Expected


@dataclass(frozen=True, slots=True)
class _Ask:
    name: str
    version: int | None


class Session:
    """A process with a library open; started from a server process in which no Chroma client has ever been open."""

    def __init__(self, home: Path) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["benchmarks.durability.warm"])
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(home, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def do(self, step: Step, die_at: int | None = None) -> bool:
        """Does a step; returns whether it was acknowledged. With `die_at`, the process dies at that line of it."""
        return self._told(_Do(step, die_at)) is not None

    def check(self, expected: Expected) -> tuple[Expected, Sequence[Finding]]:
        """Returns what the library holds, and all that is wrong with it."""
        return self._must(_Check(expected))

    def ask(self, name: str, version: int | None) -> Sequence[Finding]:
        """Asks for the words that only this version of an article has (None: an article that is not there)."""
        return self._must(_Ask(name, version))

    def end(self, *, kill: bool) -> None:
        """Ends the process, killed or in order."""
        if kill:
            self._process.kill()
        self._pipe.close()
        self._process.join(_SECONDS)

    def _must(self, command: object):  # noqa: ANN202 - as the command answers
        answer = self._told(command)
        if answer is None:
            raise AssertionError(f"the process ended at {command}")
        return answer

    def _told(self, command: object) -> object:
        self._pipe.send(command)
        if not self._pipe.poll(_SECONDS):
            raise AssertionError(f"hangs at {command}")
        try:
            answer = self._pipe.recv()
        except (EOFError, ConnectionResetError):
            return None
        if isinstance(answer, str):
            raise AssertionError(answer)
        return answer


def _serve(home: Path, pipe: Connection) -> None:
    tune(5)
    opened = open_library(home / "library", home / "articles")
    while True:
        try:
            command = pipe.recv()
        except EOFError:
            opened.assistant.close()
            return
        try:
            if isinstance(command, _Do):
                if command.die_at is not None:
                    die_at_line(command.die_at)
                opened = do(opened, command.step, lambda file: None)
                answer: object = True
            elif isinstance(command, _Check):
                found = [*faults(opened, command.expected)]
                answer = (observed(opened), found)
            else:
                answer = list(_answered(opened.assistant, command))
        except Exception:  # noqa: BLE001 - handed on to the one who asked
            answer = traceback.format_exc(limit=-8)
        pipe.send(answer)


def _answered(assistant, wanted: _Ask):  # noqa: ANN001, ANN202
    word = mark(wanted.name, wanted.version or 0)
    found = assistant.search(f"What of the {word} crane?", k=10)
    stands = [passage for passage in found if word in passage.text]
    if bool(stands) != (wanted.version is not None):
        yield Finding("lost", f"a search for {word} finds {len(stands)} passages with it")
    answer = assistant.ask(f"What of the {word} crane?")
    for citation in answer.citations:
        text = assistant.library.show(citation.article_id, citation.version)
        if text.summary.state != "current" or text.text[citation.start : citation.end] != citation.quote:
            yield Finding("mixed", f"an answer quotes {citation.article_id} wrongly")
