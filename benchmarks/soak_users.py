"""Users of the page, each with a word that nobody else has: they ask, follow up, leave in the middle, come back."""

from __future__ import annotations

import json
import random
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx

__all__ = ["CANARY", "Journal", "Served", "User", "canary"]

CANARY = re.compile(r"Canary\d{4}x")
_QUESTIONS = (
    "why is Cainiao software considered a risk, asks {canary}?",
    "How large was Belgium's trade deficit with China in 2022, asks {canary}?",
    "What does Holslag say, asks {canary}?",
    "And what does Alibaba say of that, asks {canary}?",
)
_LEFT = 0.1
_TURNS = 4


@dataclass(frozen=True, slots=True)
class Served:
    """An answer that came whole.

    Attributes:
        waited: Seconds until it left the queue.
        worked: From then until it was whole.
        model: Of these, the seconds that the model's server took.
    """

    waited: float
    worked: float
    model: float


@dataclass(slots=True)
class Journal:
    """What all users met; guarded by `lock`.

    Attributes:
        served: Answers that came whole.
        freed: Seconds from a leaving until the model's server saw its chat given up, where one was under way.
        busy: How often somebody was told to come back.
        left: Answers left in the middle.
        model_seconds: What the model's server took for each user since his last question.
        leavings: When each user left, by `time.monotonic`.
    """

    lock: threading.Lock = field(default_factory=threading.Lock)
    served: list[Served] = field(default_factory=list[Served])
    freed: list[float] = field(default_factory=list[float])
    errors: list[str] = field(default_factory=list[str])
    leaks: list[str] = field(default_factory=list[str])
    busy: int = 0
    left: int = 0
    model_seconds: dict[str, float] = field(default_factory=dict[str, float])
    leavings: dict[str, list[float]] = field(default_factory=dict[str, list[float]])

    def note(self, kind: list[str], what: str) -> None:
        """Adds a line to `errors` or `leaks`."""
        with self.lock:
            kind.append(what)


def canary(user: int) -> str:
    """Returns the word that stands in all questions of a user, and in nobody else's."""
    return f"Canary{user:04d}x"


class User(threading.Thread):
    """One user, who stops at the end of a question once `over` is set.

    Args:
        think: Mean of the seconds between an answer and the next question.
    """

    def __init__(
        self, number: int, page: str, journal: Journal, over: threading.Event, think: float, seed: int
    ) -> None:
        super().__init__(name=f"user-{number}")
        self._own = canary(number)
        self._page = page
        self._journal = journal
        self._over = over
        self._think = think
        self._drawn = random.Random(f"user/{seed}/{number}")  # noqa: S311 - users that can come again
        self._talk = ""
        self._turns = 0

    def run(self) -> None:
        with httpx.Client(base_url=self._page, timeout=180) as client:
            self._over.wait(self._drawn.uniform(0, self._think))
            while not self._over.is_set():
                try:
                    self._once(client)
                except (httpx.HTTPError, ValueError, KeyError, IndexError) as error:
                    self._journal.note(self._journal.errors, f"{type(error).__name__}: {error}"[:300])
                self._over.wait(self._drawn.expovariate(1 / self._think) if self._think else 0)

    def _once(self, client: httpx.Client) -> None:
        if self._turns >= _TURNS:
            self._check_talk(client)
            self._talk, self._turns = "", 0
        question = self._drawn.choice(_QUESTIONS if self._turns else _QUESTIONS[:3]).format(canary=self._own)
        payload = {"question": question, "run": f"{self._own}-{time.monotonic_ns()}", "conversation": self._talk}
        asked = time.monotonic()
        with self._journal.lock:
            self._journal.model_seconds[self._own] = 0.0
        sent = client.post("gradio_api/call/page_ask", json={"data": [payload]})
        if sent.status_code == 503 and "busy" in sent.json()["detail"]:
            with self._journal.lock:
                self._journal.busy += 1
            self._over.wait(float(sent.headers["retry-after"]) * self._drawn.uniform(0.5, 1.5))
            return
        sent.raise_for_status()
        self._follow(client, sent.json()["event_id"], asked)

    def _follow(self, client: httpx.Client, event: str, asked: float) -> None:
        leaves = self._drawn.uniform(0.1, 2.0) if self._drawn.random() < _LEFT else None
        began, last = None, dict[str, Any]()
        with client.stream("GET", f"gradio_api/call/page_ask/{event}") as stream:
            for reply in _replies(stream):
                began = began or time.monotonic()
                self._look(json.dumps(reply))
                last = reply
                if leaves is not None and time.monotonic() - began > leaves:
                    self._leave()
                    return
        if not last.get("done") or "alert" in last["body"]:
            raise ValueError(f"no answer: {json.dumps(last)[:200]}")
        self._talk, self._turns = last["conversation"], self._turns + 1
        ended = time.monotonic()
        with self._journal.lock:
            spent = self._journal.model_seconds[self._own]
            self._journal.served.append(Served((began or ended) - asked, ended - (began or ended), spent))

    def _leave(self) -> None:
        """Goes without a word, as one whose network is gone; the stand-in tells when it has seen it."""
        with self._journal.lock:
            self._journal.left += 1
            self._journal.leavings.setdefault(self._own, []).append(time.monotonic())

    def _look(self, shown: str) -> None:
        strange = set(CANARY.findall(shown)) - {self._own}
        if strange:
            self._journal.note(self._journal.leaks, f"{self._own} was shown {sorted(strange)}")

    def _check_talk(self, client: httpx.Client) -> None:
        kept = client.post("gradio_api/run/page_open", json={"data": [{"conversation": self._talk}]})
        kept.raise_for_status()
        self._look(kept.text)
        if self._own not in kept.text:
            raise ValueError(f"the conversation of {self._own} is not kept")


def _replies(stream: httpx.Response) -> Iterator[dict[str, Any]]:
    event = ""
    for line in stream.iter_lines():
        if line.startswith("event: "):
            event = line.removeprefix("event: ")
        elif line.startswith("data: ") and event != "heartbeat":
            if event == "error":
                raise ValueError(f"an error event: {line[:200]}")
            document = json.loads(line.removeprefix("data: "))
            if document and document[0]:
                yield document[0]
