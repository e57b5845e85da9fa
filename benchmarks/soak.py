"""Many users for long: ``python -m benchmarks.soak --users 50 --minutes 30``, or ``make soak``.

`newscite chat` runs as a process of its own over the two seeds; a stand-in for Ollama writes 20 tokens a second. Every
user has a word of his own in his questions, thinks between them, and leaves one answer in ten in the middle. What our
code adds is the time from an answer's place in the queue to its end, less the time in which the stand-in was asked and
wrote, from a request's arrival there to the last byte of its reply. Memory and descriptors of the process are
read every second. Exits with 1 where a limit is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Generator, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from benchmarks.figures import Figure
from benchmarks.soak_users import CANARY, Journal, User

if TYPE_CHECKING:
    from ollama_standin import OllamaStandin

__all__ = ["Soak", "SoakReport", "main", "soak"]

ROOT = Path(__file__).resolve().parent.parent
_TOKEN_SECONDS = 0.05
_CHAT_SECONDS = 1.2
_ANSWER = "According to the national bank, the deficit grew to 9.1 billion euros [1]."


@dataclass(frozen=True, slots=True)
class Soak:
    """How a run is done: `think` seconds between a user's questions on average, `crowd` asked at once at the end."""

    users: int
    seconds: float
    think: float = 40.0
    crowd: int = 60
    seed: int = 0


@dataclass(slots=True)
class SoakReport:
    """What came of it.

    Attributes:
        memory: MiB of the process, one a second.
        descriptors: Open ones, one a second.
        crowd: Statuses of the questions at once.
        traces: Lines of the process that tell of an exception.
    """

    journal: Journal
    memory: list[float] = field(default_factory=list[float])
    descriptors: list[int] = field(default_factory=list[int])
    crowd: list[int] = field(default_factory=list[int])
    traces: list[str] = field(default_factory=list[str])

    def overhead(self, percent: int) -> float:
        """Returns a percentile of the milliseconds that our code added to an answer."""
        ours = sorted((one.worked - one.model) * 1000 for one in self.journal.served)
        return ours[min(len(ours) - 1, len(ours) * percent // 100)] if ours else float("nan")

    def figures(self) -> list[Figure]:
        """Returns the figures that are asked for."""
        answers = len(self.journal.served)
        return [
            Figure(f"errors, of {answers:,} answers", len(self.journal.errors) + len(self.traces), 0),
            Figure("leaks between users", len(self.journal.leaks), 0),
            Figure("ms that our code adds, p95", self.overhead(95), 300),
            Figure(
                f"s until the model is freed, of {len(self.journal.freed)} answers left, at most",
                max(self.journal.freed, default=0.0),
                2,
            ),
            Figure("MiB more in the last quarter than in the second", _growth(self.memory), 32),
            Figure("descriptors more in the last quarter than in the second", _growth(self.descriptors), 8),
            Figure(
                f"neither answered nor busy, of {len(self.crowd)} at once",
                sum(one not in (200, 503) for one in self.crowd),
                0,
            ),
        ]


def main(arguments: list[str] | None = None) -> int:
    """Runs it; returns 1 where a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--users", type=int, default=50, metavar="N")
    parser.add_argument("--minutes", type=float, default=30, metavar="N")
    parser.add_argument(
        "--think", type=float, default=40, metavar="SECONDS", help="between a user's questions (default: 40)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    report = soak(Soak(options.users, options.minutes * 60, options.think, seed=options.seed))
    journal = report.journal
    print(
        f"{options.users} users, {options.minutes:g} min, {options.think:g} s of thought; "
        f"{os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}, {time.monotonic() - began:.0f} s"
    )
    waits = sorted(one.waited for one in journal.served) or [0.0]
    print(
        f"{len(journal.served)} answers, {journal.left} left in the middle, {journal.busy} told to come back; "
        f"p50 of what our code adds {report.overhead(50):.0f} ms, p99 {report.overhead(99):.0f} ms; "
        f"p95 in the queue {waits[len(waits) * 95 // 100]:.1f} s; "
        f"{report.crowd.count(503)} of {len(report.crowd)} at once were told busy; "
        f"{max(report.memory, default=0):.0f} MiB, {max(report.descriptors, default=0)} descriptors at most"
    )
    for line in [*journal.errors[:10], *journal.leaks[:10], *report.traces[:10]]:
        print(line)
    figures = report.figures()
    for figure in figures:
        print(figure)
    return int(not all(figure.reached for figure in figures))


def soak(plan: Soak) -> SoakReport:
    """Serves, lets the users in for as long as planned, then the crowd; returns what came of it."""
    sys.path.append(str(ROOT / "tests"))
    from ollama_standin import OllamaStandin

    journal = Journal()
    report = SoakReport(journal)
    with (
        tempfile.TemporaryDirectory(prefix="newscite-soak-") as folder,
        OllamaStandin(lambda messages: _ANSWER) as ollama,
    ):
        # Several at once, as a server with OLLAMA_NUM_PARALLEL: else users wait for each other, and not for us.
        ollama.runner = threading.Semaphore(64)  # type: ignore[assignment]
        chats = _pace(ollama, journal)
        with _serving(Path(folder), ollama.url, report) as (page, process):
            over = threading.Event()
            users = [User(number, page, journal, over, plan.think, plan.seed) for number in range(plan.users)]
            for user in users:
                user.start()
            _watch(process, plan.seconds, report)
            over.set()
            for user in users:
                user.join()
            _freed(ollama, journal, chats)
            report.crowd = list(_crowd(page, plan.crowd))
    return report


def _pace(ollama: OllamaStandin, journal: Journal) -> dict[str, list[float]]:
    """Has a piece written every `_TOKEN_SECONDS`, adds up its time for each user; returns when chats began."""
    from ollama_standin import Fault

    chats: dict[str, list[float]] = {}

    def replied(request: Any) -> None:
        spent = time.monotonic() - request.at
        with journal.lock:
            for own in set(CANARY.findall(json.dumps(request.body))):
                journal.model_seconds[own] = journal.model_seconds.get(own, 0.0) + spent

    def fault_for(request: Any) -> Fault | None:
        if request.path != "/api/chat":
            return None
        asked = set(CANARY.findall(json.dumps(request.body)))
        with journal.lock:
            if len(asked) > 1:
                journal.leaks.append(f"one prompt holds {sorted(asked)}")
            for own in asked:
                chats.setdefault(own, []).append(request.at)
        return Fault.slow(_TOKEN_SECONDS)

    ollama.fault_for = fault_for
    ollama.replied = replied
    return chats


def _freed(ollama: OllamaStandin, journal: Journal, chats: Mapping[str, Sequence[float]]) -> None:
    """Notes for each leaving in the middle of a user's chat how long after it the stand-in saw the chat given up.

    Args:
        chats: When each user's chats began.
    """
    seen = sorted(one.at for one in ollama.disconnects)
    for own, leavings in journal.leavings.items():
        for left in leavings:
            begun = [at for at in chats.get(own, ()) if left - _CHAT_SECONDS < at < left]
            after = next((at - left for at in seen if at >= left), None)
            if begun and after is not None and after < _CHAT_SECONDS:
                journal.freed.append(after)


@contextmanager
def _serving(folder: Path, host: str, report: SoakReport) -> Generator[tuple[str, int]]:
    """Runs `newscite chat` on a new library of the seeds; gives its address and process."""
    environment = {
        **os.environ,
        "NEWSCITE_HOME": str(folder / "library"),
        "OLLAMA_HOST": host,
        "NEWSCITE_WRITER": "free",
        # To translate a quote, a model is shown the quote alone: nobody could tell for which user it then writes.
        "NEWSCITE_EXTRA_CALLS": "0",
    }
    newscite = (
        [sys.executable, "-m", "rag"]
        if (ROOT / "rag/__main__.py").exists()
        else [sys.executable, "-c", "import sys; from rag.cli import main; sys.exit(main(sys.argv[1:]))"]
    )
    subprocess.run(
        [*newscite, "ingest", str(ROOT / "seeds")], env=environment, cwd=ROOT, check=True, capture_output=True
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    said = folder / "said.txt"
    with (
        said.open("w") as out,
        subprocess.Popen(
            [*newscite, "chat", "--json", "--no-browser", "--port", str(port)],
            env=environment,
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            page = f"http://127.0.0.1:{port}/"
            _wait_for(page)
            yield page, process.pid
        finally:
            process.terminate()
            process.wait(30)
            report.traces += [line for line in said.read_text().splitlines() if "Traceback" in line or "Error" in line]


def _wait_for(page: str) -> None:
    for _ in range(600):
        try:
            if httpx.get(page).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise TimeoutError(f"{page} did not answer within a minute")


def _watch(process: int, seconds: float, report: SoakReport) -> None:
    """Reads memory and descriptors of a process until the time is over; where there is no /proc, only waits."""
    status, open_ones = Path(f"/proc/{process}/status"), Path(f"/proc/{process}/fd")
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(min(1.0, max(0.0, end - time.monotonic())))
        if status.exists():
            report.memory += [
                int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmRSS")
            ]
            report.descriptors.append(len(list(open_ones.iterdir())))


def _crowd(page: str, count: int) -> Iterable[int]:
    """Asks so many questions at once, and waits for those that were taken."""
    limits = httpx.Limits(max_connections=None)
    with httpx.Client(base_url=page, timeout=180, limits=limits) as client, ThreadPoolExecutor(count) as pool:

        def ask(number: int) -> httpx.Response:
            document = {"data": [{"question": "What does Holslag say?", "run": f"crowd-{number}"}]}
            return client.post("gradio_api/call/page_ask", json=document)

        for answered in list(pool.map(ask, range(count))):
            if answered.status_code == 200:
                event = answered.json()["event_id"]
                whole = "event: complete" in client.get(f"gradio_api/call/page_ask/{event}").text
                yield 200 if whole else 500
            else:
                yield answered.status_code


def _growth(values: list[float] | list[int]) -> float:
    """Returns how much the median of the last quarter is above that of the second; the first warms up."""
    quarter = len(values) // 4
    later, earlier = values[-quarter:], values[quarter : 2 * quarter]
    return max(0.0, statistics.median(later) - statistics.median(earlier)) if quarter else 0.0


if __name__ == "__main__":
    raise SystemExit(main())
