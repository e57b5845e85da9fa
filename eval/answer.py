"""The second stage: what a reader is answered."""

from __future__ import annotations

import math
import threading
import time
from dataclasses import asdict, dataclass

from eval.choice import nearest_option
from eval.dataset import Case
from eval.fingerprint import item_key
from eval.records import AnswerRecord, CitationRecord, ClaimRecord, EvidenceRecord, Fault, TimingRecord
from eval.retrieve import ranked
from rag.assistant import Assistant
from rag.errors import NewsciteError
from rag.streams import AnswerStream
from rag.types import Answer, Done, Embedder, Evidence, EvidenceFound, Turn

__all__ = ["AnswerStage"]


@dataclass(frozen=True, slots=True)
class _Told:
    evidence: Evidence | None
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class AnswerStage:
    """Asks one assistant one question after another.

    Attributes:
        writer: As the records name it.
        embedder: Chooses among options.
        base: Fingerprints of code, library, settings, prompts and model.
        seconds: Time for an answer; one that takes longer is broken off and has no score.
    """

    dataset: str
    writer: str
    assistant: Assistant
    embedder: Embedder
    base: tuple[str, ...]
    seconds: float

    def key(self, case: Case, asked: str | None = None) -> str:
        """Names all that the result depends on."""
        return item_key("answer", self.base, case, self.writer, asked)

    def run(self, case: Case, asked: str | None = None) -> tuple[AnswerRecord, TimingRecord]:
        """Returns the answer and how long it took; an expected error is a result.

        Args:
            asked: What is asked in place of the case's question, by an attack.
        """
        key = self.key(case, asked)
        began = time.perf_counter()
        try:
            told = self._ask(case, asked)
            record = self._record(key, case, asked, told)
        except NewsciteError as error:
            told = _Told(None, None)
            record = AnswerRecord(key, self.dataset, case.id, self.writer, asked,
                                  fault=Fault(type(error).__name__, str(error)))
        spent = {"total": round((time.perf_counter() - began) * 1000, 3), **_timings(told.answer)}
        return record, TimingRecord(key, self.dataset, case.id, "answer", self.writer, spent)

    def _ask(self, case: Case, asked: str | None) -> _Told:
        history = [Turn(turn.question, turn.answer or "") for turn in case.history]
        evidence, answer = None, None
        with self.assistant.stream(asked or case.question, history or None) as events, _limit(events, self.seconds):
            for event in events:
                if isinstance(event, EvidenceFound):
                    evidence = event.evidence
                elif isinstance(event, Done):
                    answer = event.answer
        return _Told(evidence, answer)

    def _record(self, key: str, case: Case, asked: str | None, told: _Told) -> AnswerRecord:
        answer, evidence = told.answer, told.evidence
        if answer is None or evidence is None:
            return AnswerRecord(key, self.dataset, case.id, self.writer, asked,
                                fault=Fault("TimeLimit", f"Not answered within {self.seconds:g} s."))
        claims = tuple(ClaimRecord(claim.text, claim.verdict, claim.citations, claim.reason, claim.draft,
                                   claim.translation, claim.checks) for claim in answer.claims)
        said = " ".join(claim.text for claim in claims if claim.verdict != "dropped")
        sure = math.isfinite(evidence.confidence)
        return AnswerRecord(
            key, self.dataset, case.id, self.writer, asked, None, answer.status, answer.mode, answer.language,
            answer.text, claims=claims,
            citations=tuple(CitationRecord(item.number, item.article_id, item.version, item.start, item.end,
                                           item.quote, item.title, item.language, round(item.score, 5))
                            for item in answer.citations),
            evidence=tuple(EvidenceRecord(item.number, item.passage.article_id, item.start, item.end, item.quote,
                                          round(item.score, 5)) for item in evidence.sentences),
            consulted=ranked(answer.consulted), abstained=evidence.abstain,
            confidence=round(evidence.confidence, 5) if sure else None, threshold=round(evidence.threshold, 5),
            warnings=answer.warnings, model=answer.model, prompt_tokens=answer.usage.prompt_tokens,
            completion_tokens=answer.usage.completion_tokens, standalone_question=answer.standalone_question,
            choice=nearest_option(said, case.options, self.embedder) if case.options else None,
        )


class _limit:  # noqa: N801 - reads as a phrase where it is used
    """Closes a stream that is not done in time; the loop over its events ends then as if it were."""

    def __init__(self, events: AnswerStream, seconds: float) -> None:
        self._timer = threading.Timer(seconds, events.close)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._timer.cancel()


def _timings(answer: Answer | None) -> dict[str, float]:
    if answer is None:
        return {}
    return {name.removesuffix("_ms"): value for name, value in asdict(answer.timings).items()
            if value is not None and name != "total_ms"}
