"""A model's server with scripted outages, and how often its client asks again, on a clock that only the script moves.

Needs the stand-in for Ollama of the tests on the path of imports.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rag.errors import ModelError
from rag.settings import Settings
from rag.write.model import Message
from rag.write.ollama import OllamaServer
from rag.write.ollama_stream import Pace

if TYPE_CHECKING:
    from ollama_standin import Fault, OllamaStandin

__all__ = ["OutageReport", "outages"]

_ANSWER = "The harbour was closed in 2021 [1]. Nobody was hurt [2]."
_ASKED = (Message("user", "When was the harbour closed?"),)
_LONGEST = 6
_FEWEST_SECONDS, _MOST_SECONDS = 0.25, 1.5


@dataclass(slots=True)
class OutageReport:
    """What became of the questions.

    Attributes:
        requests: How many questions took one request, two, ...
        whole: Questions that were answered.
        after_begin: Requests that were made after a piece of an answer had come.
        pauses: Seconds waited, by the clock that stood still.
        wrong: Answers that were not whole, or retries of what no second try mends.
    """

    requests: Counter[int] = field(default_factory=Counter[int])
    whole: int = 0
    after_begin: int = 0
    pauses: list[float] = field(default_factory=list[float])
    wrong: list[str] = field(default_factory=list[str])

    @property
    def most(self) -> int:
        return max(self.requests, default=0)

    @property
    def unfit_pauses(self) -> int:
        """Pauses that were too short or too long, or the same as another, as those of clients in step would be."""
        unfit = sum(not _FEWEST_SECONDS <= pause <= _MOST_SECONDS for pause in self.pauses)
        return unfit + len(self.pauses) - len(set(self.pauses))


def outages(count: int, seed: int = 0) -> OutageReport:
    """Asks `count` times under outages of up to six faults in a row: full queues, broken and half answers."""
    from ollama_standin import OllamaStandin

    drawn, report = random.Random(f"outages/{seed}"), OutageReport()  # noqa: S311 - attacks that can be made again
    with OllamaStandin(lambda messages: _ANSWER) as ollama:
        server = OllamaServer(Settings(ollama_host=ollama.url), pace=Pace(report.pauses.append, drawn.random))
        try:
            model = server.choose(None)
            for _ in range(count):
                faults = _script(drawn)
                ollama.faults.extend(faults)
                _ask(ollama, model.stream(_ASKED, max_tokens=200), faults, report)
                ollama.faults.clear()
        finally:
            server.close()
    return report


def _script(drawn: random.Random) -> list[Fault]:
    from ollama_standin import Fault

    kinds = (Fault.busy(), Fault.busy(), Fault.busy(), Fault.broken(), Fault.missing(), Fault.cut(drawn.randrange(400)),
             Fault.error_line(drawn.randrange(4)), Fault.no_done(drawn.randrange(4)), Fault.instead(_ANSWER))
    return [drawn.choice(kinds) for _ in range(drawn.randint(0, _LONGEST))]


def _ask(ollama: OllamaStandin, stream: Iterable[str], faults: list[Fault], report: OutageReport) -> None:
    before, at_begin, text = len(ollama.chats), 0, ""
    try:
        for piece in stream:
            at_begin = at_begin or len(ollama.chats)
            text += piece
        report.whole += 1
        if text != _ANSWER:
            report.wrong.append(f"{[fault.kind for fault in faults]}: {text!r} passes for the answer")
    except ModelError as error:
        if not error.remedy:
            report.wrong.append(f"{[fault.kind for fault in faults]}: an error without a remedy")
    made = len(ollama.chats) - before
    report.requests[made] += 1
    report.after_begin += len(ollama.chats) - at_begin if at_begin else 0
    if any(fault.status != 503 for fault in faults[: made - 1]):
        report.wrong.append(f"{[fault.kind for fault in faults]}: asked again after what no second try mends")
