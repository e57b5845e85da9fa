"""Attacks by the thousand: ``python -m benchmarks.attack``, or ``make attack``.

Answers of a model that obeys articles and invents the rest; payloads in every place that shows texts, and in a real
browser where there is one; requests of other pages, for files and in broken HTTP; calls of every endpoint with any
document; a model's server that fails at every byte, is full, or has a window too small for a prompt. Prints what got
through, and exits with 1 where anything did.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure

__all__ = ["PARTS", "main"]

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Runs the parts that are named, or all; returns 1 where anything got through."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)} (default: all)")
    parser.add_argument("--scale", type=float, default=1.0, metavar="SHARE", help="of the full counts (default: 1)")
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    options = parser.parse_args(arguments)
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no part {', '.join(unknown)}")
    # The stand-in for Ollama, the browser and the documents of the fuzzer are those of the tests.
    sys.path.append(str(ROOT / "tests"))
    print(
        f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, "
        f"{datetime.now(UTC):%Y-%m-%d}, seed {options.seed}"
    )
    missed = False
    for name in options.parts or PARTS:
        full, attack = PARTS[name]
        began = time.monotonic()
        for figure in attack(max(1, round(full * options.scale)), options.seed):
            missed = missed or not figure.reached
            print(f"{name}: {figure} ({time.monotonic() - began:.0f} s)", flush=True)
    return int(missed)


def _answers(count: int, seed: int) -> Iterator[Figure]:
    from benchmarks.hostile.answers import LyingModel, attempts, poisoned_articles
    from rag import Assistant, Settings

    model, wrong, verdicts = LyingModel(seed), list[Any](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder, "articles")
        articles.mkdir()
        poisoned_articles(articles, seed=seed)
        with Assistant.open(Settings(home=Path(folder, "library"), writer="free"), model=model) as assistant:
            assistant.ingest(articles)
            for number, (answer, found) in enumerate(attempts(assistant, model, count, seed=seed), start=1):
                wrong += found
                verdicts.update(claim.verdict for claim in answer.claims)
                if number % 500 == 0:
                    print(f"{number} answers, {len(wrong)} forgeries", file=sys.stderr, flush=True)
    _tell(wrong)
    print(
        ", ".join(f"{name} {n}" for name, n in verdicts.most_common()),
        "; the model wrote: ",
        ", ".join(f"{name} {n}" for name, n in model.told.most_common()),
        sep="",
    )
    yield Figure(f"unverifiable shown as supported, of {count:,} answers", len(wrong), 0)


def _sinks(count: int, seed: int) -> Iterator[Figure]:
    from benchmarks.hostile.sinks import leaks
    from rag import Assistant, Settings

    with (
        tempfile.TemporaryDirectory() as folder,
        Assistant.open(Settings(home=Path(folder), writer="quotes")) as assistant,
    ):
        found = list(leaks(count, seed, assistant))
    _tell(found)
    for name in ("chat", "source panel", "evaluation report", "terminal", "Markdown export"):
        yield Figure(f"active of {count:,} payloads in the {name}", sum(leak.sink == name for leak in found), 0)


def _browser(count: int, seed: int) -> Iterator[Figure]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("no Chromium on this machine: payloads are not shown in a browser")
        return
    from playwright.sync_api import sync_playwright

    from benchmarks.hostile.page import control, hostile_articles, listening, read_all
    from rag import Assistant, Settings
    from ui.server import running

    with (
        tempfile.TemporaryDirectory() as folder,
        listening() as (host, heard),
        sync_playwright() as playwright,
        Assistant.open(Settings(home=Path(folder, "library"), writer="quotes")) as assistant,
    ):
        launched = playwright.chromium.launch(
            executable_path=chromium,
            args=["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        hostile_articles(Path(folder, "hostile.jsonl"), min(count, 500), host, seed)
        assistant.ingest(Path(folder, "hostile.jsonl"))
        with running(assistant) as url:
            seen = read_all(launched, url, assistant, count, host, seed)
        yield Figure(f"foreign requests, of {seen.shown:,} payloads in Chromium", len(seen.foreign) + len(heard), 0)
        yield Figure("dialogs, windows, errors and elements of their making", len(seen.acted), 0)
        control(launched, 60, host, seed)
        yield Figure("requests that the same payloads make unescaped", len(heard), 1, at_least=True)
        launched.close()
    _tell([*seen.foreign, *seen.acted])


def _server(count: int, seed: int) -> Iterator[Figure]:
    from benchmarks.hostile.requests import foreign, malformed, traversal
    from benchmarks.hostile.wire import exchange, is_failure, is_incomplete

    with _page() as page:
        port = int(page.url.rsplit(":", 1)[1].strip("/"))
        for make, what in ((foreign, "foreign hosts, origins and preflights"), (traversal, "paths that lead out")):
            replies = [exchange(port, make(seed * count + number, port)) for number in range(count)]
            wrong = [
                reply
                for reply in replies
                if reply.status not in range(400, 500) or "access-control-" in reply.head.lower()
            ]
            _tell(wrong)
            yield Figure(f"accepted, of {count:,} {what}", len(wrong), 0)
        sent = [malformed(seed * count + number, port) for number in range(count)]
        broken = [exchange(port, request) for request in sent]
        wrong = [(request[:300], reply) for request, reply in zip(sent, broken, strict=True)
                 if is_failure(request, reply)]
        _tell([*wrong, *page.faults()])
        whole = sum(not is_incomplete(request) for request in sent)
        print(f"{whole:,} whole requests and {count - whole:,} that promise more than they hold; status "
              + ", ".join(f"{status} {n}" for status, n in Counter(reply.status for reply in broken).most_common()))
        yield Figure(f"status 5xx or no reply, of {count:,} broken requests", len(wrong), 0)
        traces = sum("Traceback" in reply.body for reply in broken)
        yield Figure("tracebacks and errors that nobody caught", len(page.faults()) + traces, 0)


def _endpoints(count: int, seed: int) -> Iterator[Figure]:
    import httpx
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded
    from hypothesis import strategies as st
    from test_ui_api import CALLED, DOCUMENTS

    wrong: list[str] = []
    asked = 0
    with _page() as page, httpx.Client(timeout=60) as client:

        @seeded(seed)
        @settings(
            max_examples=count,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(st.sampled_from(CALLED), DOCUMENTS)
        def attempt(path: str, document: Any) -> None:
            nonlocal asked
            asked += 1
            sent = client.post(
                f"{page.url}gradio_api/{path}",
                content=json.dumps(document),
                headers={"Content-Type": "application/json"},
            )
            told = sent.text
            if sent.status_code == 200 and path.startswith("call/"):
                told += client.get(f"{page.url}gradio_api/{path}/{sent.json()['event_id']}").text
            if sent.status_code >= 500 or "Traceback" in told:
                wrong.append(f"{path} {json.dumps(document)[:200]}: {sent.status_code} {told[:200]}")

        attempt()
        faults = page.faults()
    _tell([*wrong, *faults])
    yield Figure(f"5xx and tracebacks, of {asked:,} documents", len(wrong) + len(faults), 0)


def _ollama(count: int, seed: int) -> Iterator[Figure]:
    from ollama_standin import OllamaStandin

    from benchmarks.hostile.model_server import ANSWER, cancelled_after, down_after, every_fault, inject, reply_length
    from rag.settings import Settings
    from rag.write.ollama import OllamaServer

    with OllamaStandin(lambda messages: ANSWER) as ollama:
        server = OllamaServer(Settings(ollama_host=ollama.url))
        length = reply_length(ollama, server.choose(None))
        server.close()
        report = inject(ollama, every_fault(length, count, seed))
        _tell(report.wrong)
        print(f"a reply of {length:,} bytes; {dict(report.faults)}; ended {dict(report.ended)}")
        yield Figure(f"hangs, parts as whole, errors without remedy, of {count:,} faults", len(report.wrong), 0)
        yield Figure("s until a fault is reported, at most (the deadline set was 0.6 s)", report.slowest, 2)
        yield Figure("s until the next answer is whole, at most", report.freed, 5)
        yield Figure(
            "s until a cancelled request frees the model, at most of 20",
            max(cancelled_after(ollama, 0.05 * number) for number in range(1, 21)),
            2,
        )
    with OllamaStandin(listening=False) as down:
        yield Figure("s until a server that is down is reported", down_after(down.url), 2)


def _windows(count: int, seed: int) -> Iterator[Figure]:
    from benchmarks.hostile.windows import overflow

    report = overflow(count, seed)
    _tell(report.wrong)
    print(f"{report.whole} whole, {report.not_sent} not sent or shortened to nothing, {report.refused} refused by the "
          f"server, {report.found_cut} cut and found out, {report.alarms} whole and taken for cut")
    yield Figure(f"prompts that lost their begin in silence, of {count:,}", len(report.wrong), 0)
    yield Figure("our own count of a whole prompt to the server's, at least", report.least, 1, at_least=True)


def _outages(count: int, seed: int) -> Iterator[Figure]:
    from benchmarks.hostile.outages import outages

    report = outages(count, seed)
    _tell(report.wrong)
    print(f"questions by requests {dict(sorted(report.requests.items()))}; {report.whole} answered")
    yield Figure(f"requests for an answer, at most, in {count:,} outages", report.most, 3)
    yield Figure("requests after a first piece, or after what no second try mends", report.after_begin
                 + len(report.wrong), 0)
    yield Figure(f"unfit or equal, of {len(report.pauses):,} pauses", report.unfit_pauses, 0)


@dataclass(frozen=True, slots=True)
class _Page:
    url: str
    said: io.StringIO
    log: Path

    def faults(self) -> list[str]:
        """Returns the tracebacks on stderr, and the errors in the log that nobody caught."""
        noted = self.log.read_text().splitlines() if self.log.exists() else []
        return [*self.said.getvalue().split("Traceback")[1:],
                *(line for line in noted if json.loads(line).get("doing") == "serve")]


@contextlib.contextmanager
def _page() -> Iterator[_Page]:
    """Serves the page over the two seeds, and keeps what is said on stderr meanwhile."""
    from rag import Assistant, Settings
    from ui.server import running

    said = io.StringIO()
    with (
        tempfile.TemporaryDirectory() as folder,
        Assistant.open(Settings(home=Path(folder), writer="quotes", ollama_host="http://127.0.0.1:1")) as assistant,
    ):
        assistant.ingest(ROOT / "seeds")
        with running(assistant) as url, contextlib.redirect_stderr(said):
            yield _Page(url, said, assistant.settings.folder / "logs" / "newscite.log")


def _tell(found: list[Any]) -> None:
    for one in found[:10]:
        print(f"  {one!s:.2000}")


PARTS: dict[str, tuple[int, Callable[[int, int], Iterator[Figure]]]] = {
    "answers": (10_000, _answers),
    "sinks": (1_000, _sinks),
    "browser": (3_000, _browser),
    "server": (5_000, _server),
    "endpoints": (20_000, _endpoints),
    "ollama": (1_000, _ollama),
    "windows": (500, _windows),
    "outages": (1_000, _outages),
}
"""The parts with the count of each that is asked for."""


if __name__ == "__main__":
    raise SystemExit(main())
