"""What each writer makes of the same evidence with a real model: ``python -m benchmarks.writers``.

NEWSCITE_BENCH_OLLAMA names the Ollama server; its best model is asked (or --model). The questions are those of
evidence_cases.jsonl, of invented articles in English, German and Dutch: the calibration half decided which writer
suits small models, ``--half test`` shows the other one. ``--show`` prints every claim, to be judged by a reader: the
checks count what they let pass, not what is true.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag import Assistant, Settings
from rag.language import detect
from rag.types import Answer, Claim

__all__ = [
    "Asked", "Question", "WriterFigures", "ask_all", "in_language", "load_questions", "summed_up", "write_articles",
]

CASES = Path(__file__).with_name("evidence_cases.jsonl")
WRITERS = ("sentence", "translated", "free")


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the invented articles."""

    text: str
    language: str
    half: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer and the seconds until it was whole."""

    question: Question
    answer: Answer
    seconds: float


@dataclass(frozen=True, slots=True)
class WriterFigures:
    """Of one writer.

    Attributes:
        answered: Questions that had an answer; all else is of these.
        supported: Share of the model's drafts that passed their checks.
        quoted: Share of them in whose place their quote stands.
        dropped: Share of them that were left out.
        in_language: Share of the shown claims that can be read in the question's language, a translation counted.
        seconds: Median, until the answer was whole.
        prompt_tokens: Median, by the server's count, of answers that asked the model.
    """

    answered: int
    supported: float
    quoted: float
    dropped: float
    in_language: float
    seconds: float
    prompt_tokens: float


def load_questions(half: str) -> list[Question]:
    """Returns the questions of a half, "calibration" or "test"."""
    return [Question(row["question"], row["language"], row["half"]) for row in _rows("question") if row["half"] == half]


def write_articles(folder: Path) -> None:
    """Writes the invented articles of both halves as JSON lines, to be ingested."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "invented.jsonl").open("w", encoding="utf-8") as file:
        for row in _rows("article"):
            file.write(json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False) + "\n")


def ask_all(home: Path, writer: str, questions: Sequence[Question], host: str, model: str | None = None) -> list[Asked]:
    """Asks every question of the library in `home` with one writer."""
    asked: list[Asked] = []
    settings = Settings(home=home, writer=writer, ollama_host=host, model=model)
    with Assistant.open(settings) as assistant:
        for question in questions:
            began = time.perf_counter()
            answer = assistant.ask(question.text, language=question.language)
            asked.append(Asked(question, answer, time.perf_counter() - began))
    return asked


def summed_up(asked: Sequence[Asked]) -> WriterFigures:
    """Sums up the answers of one writer."""
    answered = [item for item in asked if item.answer.status == "answered"]
    drafts = [claim for item in answered for claim in item.answer.claims if _is_written(claim)]
    shown = [(claim, item) for item in answered for claim in item.answer.claims if claim.verdict != "dropped"]
    counted = {verdict: sum(claim.verdict == verdict for claim in drafts) / max(1, len(drafts))
               for verdict in ("supported", "quoted", "dropped")}
    tokens = [item.answer.usage.prompt_tokens for item in answered if item.answer.usage.prompt_tokens]
    return WriterFigures(
        len(answered), counted["supported"], counted["quoted"], counted["dropped"],
        sum(in_language(claim, item.answer) for claim, item in shown) / max(1, len(shown)),
        statistics.median([item.seconds for item in answered] or [0.0]), statistics.median(tokens or [0]))


def in_language(claim: Claim, answer: Answer) -> bool:
    """Whether a shown claim can be read in the answer's language, by itself or by its translation."""
    if claim.translation is not None:
        return True
    if claim.verdict == "quoted":
        languages = {item.number: item.language for item in answer.citations}
        return languages[claim.citations[0]] == answer.language
    return detect(claim.text, among=("de", "en", "nl")) in (None, answer.language)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("calibration", "test"), default="calibration")
    parser.add_argument("--questions", type=int, default=20, help="asked at most")
    parser.add_argument("--model", help="name of the model; unset: the server's best")
    parser.add_argument("--writers", nargs="+", default=list(WRITERS), choices=WRITERS)
    parser.add_argument("--show", action="store_true", help="print every claim with its quote")
    typed = parser.parse_args()
    host = os.environ.get("NEWSCITE_BENCH_OLLAMA", "")
    if not host:
        print("skipped: set NEWSCITE_BENCH_OLLAMA to the address of an Ollama server")
        return 0
    questions = load_questions(typed.half)[: typed.questions]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "library"
        write_articles(Path(folder) / "articles")
        with Assistant.open(Settings(home=home, writer="quotes")) as assistant:
            assistant.ingest([Path(folder) / "articles"])
        print(f"{'writer':11}{'answered':>9}{'supported':>10}{'quoted':>8}{'dropped':>8}{'in language':>12}"
              f"{'seconds':>9}{'prompt tokens':>14}")
        for writer in typed.writers:
            asked = ask_all(home, writer, questions, host, typed.model)
            found = summed_up(asked)
            print(f"{writer:11}{found.answered:>9}{found.supported:>10.2f}{found.quoted:>8.2f}{found.dropped:>8.2f}"
                  f"{found.in_language:>12.2f}{found.seconds:>9.1f}{found.prompt_tokens:>14.0f}", flush=True)
            if typed.show:
                _show_claims(asked)
    return 0


def _show_claims(asked: Sequence[Asked]) -> None:
    for item in asked:
        print(f"  {item.question.language} {item.question.text} ({item.seconds:.0f} s)")
        quotes = {citation.number: citation.quote for citation in item.answer.citations}
        for claim in item.answer.claims:
            print(f"    {claim.verdict}: {claim.text}")
            for label, text in (("draft", claim.draft), ("refused", claim.reason), ("translation", claim.translation)):
                if text is not None:
                    print(f"      {label}: {text}")
            if claim.verdict == "supported":
                print(*(f"      quote: {quotes[number]}" for number in claim.citations), sep="\n", flush=True)


def _is_written(claim: Claim) -> bool:
    """Whether a claim began as a model's sentence, rather than as a chosen quote."""
    return claim.verdict == "supported" or claim.draft is not None


def _rows(kind: str) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in rows if row["kind"] == kind]


if __name__ == "__main__":
    raise SystemExit(main())
