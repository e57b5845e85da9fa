"""What is known of one answer while it is being made."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator, Sequence

from rag.answer import AnswerDraft, marked_text
from rag.errors import ModelError
from rag.messages import message
from rag.types import (
    Answer,
    ArticleSummary,
    Citation,
    Disagreement,
    Evidence,
    EvidenceSentence,
    Filters,
    Mode,
    Passage,
    Timings,
    Usage,
)
from rag.write.choice import Choice
from rag.write.quote_writer import strongest_first
from rag.write.timed import TimedModel

__all__ = ["AnswerRun", "Cancellation", "Clock"]


class Cancellation:
    """Lets another thread stop an answer: what was registered is closed at once, and nothing more is begun."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._closers: list[Callable[[], None]] = []
        self.cancelled = False

    def on_cancel(self, close: Callable[[], None]) -> None:
        """Calls `close` on cancelling; at once where that has happened."""
        with self._lock:
            if not self.cancelled:
                self._closers.append(close)
                return
        close()

    def cancel(self) -> None:
        """Stops the answer; a second call does nothing."""
        with self._lock:
            self.cancelled = True
            closers, self._closers = self._closers, []
        for close in closers:
            close()


class Clock:
    """Adds up the milliseconds of the stages; a stage lasts from the last stop to its own."""

    def __init__(self) -> None:
        self._began = self._last = time.perf_counter()
        self._spent: dict[str, float] = {}

    def stop(self, stage: str) -> None:
        """Ends a stage, by its name in `Timings` without the unit; a stage may end more than once."""
        now = time.perf_counter()
        self._spent[stage] = self._spent.get(stage, 0.0) + (now - self._last) * 1000
        self._last = now

    def timings(self, first_token: float | None) -> Timings:
        """Returns what was spent so far; `first_token` by `time.perf_counter`."""
        spent = {name: round(value, 3) for name, value in self._spent.items()}
        return Timings(
            condense_ms=spent.get("condense"), search_ms=spent.get("search"), evidence_ms=spent.get("evidence"),
            second_look_ms=spent.get("second_look"),
            first_token_ms=None if first_token is None else round((first_token - self._began) * 1000, 3),
            generate_ms=spent.get("generate"), verify_ms=spent.get("verify"),
            total_ms=round((time.perf_counter() - self._began) * 1000, 3),
        )


class AnswerRun:
    """The state of one answer.

    Args:
        question: As asked, in one line.
        language: Of the answer.
        earlier: Citations of the conversation so far, whose numbers hold.
        seconds: That all calls of the model together may last.
        filters: What the reader limits the search to.
    """

    def __init__(self, question: str, language: str, earlier: Sequence[Citation] = (),
                 seconds: float = math.inf, filters: Filters | None = None) -> None:
        self.question = self.standalone = question
        self.language = language
        self.clock = Clock()
        self.consulted: tuple[Passage, ...] = ()
        self.to_sum_up: tuple[ArticleSummary, ...] = ()
        self.evidence = Evidence((), abstain=True, confidence=float("-inf"), threshold=0.0)
        self.draft = AnswerDraft(earlier)
        self._seconds = seconds
        self._filters = filters or Filters()
        self.model: TimedModel | None = None
        self.failure: ModelError | None = None
        self.preface: str | None = None
        self.disagreements: tuple[Disagreement, ...] = ()
        self._warnings: list[str] = []

    def use(self, choice: Choice, cancellation: Cancellation) -> TimedModel | None:
        """Takes the chosen model, the first time that there is one, and returns it."""
        if self.model is None and choice.model is not None:
            self.model = TimedModel(choice.model, self._seconds)
            cancellation.on_cancel(self.model.close)
        return self.model

    @property
    def seconds_left(self) -> float:
        """Until the deadline of the answer."""
        return self._seconds if self.model is None else self.model.seconds_left

    def warn(self, *warnings: str) -> None:
        """Adds what the reader of the answer has to know."""
        self._warnings += [warning for warning in warnings if warning and warning not in self._warnings]

    def uncited(self, most: int) -> Iterator[EvidenceSentence]:
        """Yields the best evidence that the answer does not cite yet, the strongest sentence first."""
        yield from strongest_first([item for item in self.evidence.sentences[:most] if not self.draft.cites(item)])

    def listed(self, text: str, articles: tuple[ArticleSummary, ...]) -> Answer:
        """Returns the library's own answer to a question about the collection."""
        return Answer(question=self.question, language=self.language, status="from_library", mode="quotes", text=text,
                      articles=articles, filters=self._filters, timings=self.clock.timings(None),
                      standalone_question=self.standalone if self.standalone != self.question else None)

    def answer(self) -> Answer:
        """Returns the answer as it stands."""
        answered = self.draft.has_text
        absent = message("not_in_sources" if self._filters == Filters() else "not_in_searched", self.language)
        text = marked_text(self.draft.claims, self.language) if answered else absent
        if answered and self.preface is not None:
            text = f"{self.preface}\n{text}"
        mode: Mode = "written" if self.draft.has_written else "quotes"
        model = self.model
        return Answer(
            question=self.question, language=self.language, status="answered" if answered else "not_in_sources",
            mode=mode, text=text, claims=tuple(self.draft.claims), citations=tuple(self.draft.citations),
            consulted=self.consulted, warnings=tuple(self._warnings), disagreements=self.disagreements,
            preface=self.preface if answered else None, filters=self._filters,
            model=model.info.name if model is not None else None,
            usage=model.usage if model is not None else Usage(),
            timings=self.clock.timings(model.first_token if model is not None else None),
            standalone_question=self.standalone if self.standalone != self.question else None,
        )
