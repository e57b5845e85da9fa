"""A library equals a dictionary, whatever is done to it and whenever the process that does it is killed.

`NEWSCITE_MACHINE_STEPS=10000 python -m pytest -m slow tests/test_rag_state_machine.py` takes the long way.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from benchmarks.durability.session import Session
from benchmarks.durability.steps import Expected, Step, settled, started
from benchmarks.durability.world import write_sources

_NAMES = st.sampled_from(["a0", "a1", "a2", "pack0", "pack1", "pack2"])
_SOME = st.lists(_NAMES, max_size=3, unique=True)
_TALK = st.sampled_from(["talk0", "talk1"])
_LINES = st.one_of(st.none(), st.none(), st.integers(1, 3000))
"""At which line of a step the process is killed; mostly at none."""

_ONE_RUN = 20
_STEPS = int(os.environ.get("NEWSCITE_MACHINE_STEPS", "10000"))


class LibraryMachine(RuleBasedStateMachine):
    """Does the same to a library and to a model of it, and compares all that is in them after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="newscite-machine-"))
        self.session = Session(self.home)
        self.expected = Expected({})
        self.serial = 0

    @rule(edited=_SOME, die_at=_LINES)
    def ingest(self, edited: list[str], die_at: int | None) -> None:
        self.take(Step("ingest", {**self.expected.versions, **dict.fromkeys(edited, self.next())}), die_at)

    @rule(edited=_SOME, dropped=_SOME, die_at=_LINES)
    def sync(self, edited: list[str], dropped: list[str], die_at: int | None) -> None:
        versions = {**self.expected.versions, **dict.fromkeys(edited, self.next())}
        self.take(Step("sync", {name: at for name, at in versions.items() if name not in dropped}), die_at)

    @rule(removed=_SOME, die_at=_LINES)
    def remove(self, removed: list[str], die_at: int | None) -> None:
        # A record that is removed stands in its file still: the next ingest would bring it back, as it should.
        kept = {name: at for name, at in self.expected.versions.items()
                if name not in removed or name.startswith("pack")}
        self.take(Step("remove", kept), die_at)

    @rule(subject=_TALK, die_at=_LINES)
    def talk(self, subject: str, die_at: int | None) -> None:
        self.take(Step("talk", self.expected.versions, subject, f"What of {self.next()}?"), die_at)

    @rule(subject=_TALK)
    def forget(self, subject: str) -> None:
        self.take(Step("forget", self.expected.versions, subject), None)

    @rule(die_at=_LINES)
    def rebuild(self, die_at: int | None) -> None:
        self.take(Step("rebuild", self.expected.versions), die_at)

    @rule(die_at=_LINES)
    def recode(self, die_at: int | None) -> None:
        self.take(Step("recode", self.expected.versions, "2" if self.expected.revision == "1" else "1"), die_at)

    @rule(kill=st.booleans())
    def reopen(self, kill: bool) -> None:
        self.session.end(kill=kill)
        self.session = Session(self.home)
        self.compare()

    @rule(name=_NAMES)
    def ask(self, name: str) -> None:
        if self.expected.versions:
            assert not self.session.ask(name, self.expected.versions.get(name))

    def take(self, step: Step, die_at: int | None) -> None:
        write_sources(self.home / "articles", self.expected.versions)
        if self.session.do(step, die_at):
            self.expected = settled(self.expected, step)
            if die_at is not None:
                # It got by before the line was reached; its trace function still counts.
                self.session.end(kill=True)
                self.session = Session(self.home)
        else:
            self.expected = started(self.expected, step)
            self.session.end(kill=True)
            self.session = Session(self.home)
        self.compare()

    def compare(self) -> None:
        now, findings = self.session.check(self.expected)
        assert not findings, findings
        self.expected = now

    def next(self) -> int:
        self.serial += 1
        return self.serial

    def teardown(self) -> None:
        self.session.end(kill=True)
        shutil.rmtree(self.home, ignore_errors=True)


def _run(examples: int) -> None:
    run_state_machine_as_test(LibraryMachine, settings=settings(
        max_examples=examples, stateful_step_count=_ONE_RUN, deadline=None, database=None, print_blob=True,
        suppress_health_check=list(HealthCheck)))


def test_a_library_equals_a_dictionary_through_edits_removals_kills_and_questions() -> None:
    _run(4)


@pytest.mark.slow
@pytest.mark.timeout(0)
def test_a_library_equals_a_dictionary_for_thousands_of_steps() -> None:
    _run(max(1, _STEPS // _ONE_RUN))
