"""Whether a second look by the model pays: ``python -m benchmarks.second_look``.

Questions that the evidence rule lets through are put to the model of NEWSCITE_BENCH_OLLAMA with each way of asking.
Two materials, neither of them the seeds: the invented articles (questions of evidence_cases.jsonl, and those of
near_misses.jsonl, which their articles are near but do not answer), and, where --library names one of the dated news,
the cases of eval/cases/wikinews.jsonl. Shown: the share of near misses that are refused, and the share of answerable
questions that are, before and after. Wished for: .85 of the near misses, at no more than .10 of the answerable.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.writers import load_questions, write_articles
from rag import Assistant, Settings
from rag.check.words import plain
from rag.prompts import excerpts
from rag.second_look import finds_answer
from rag.types import EvidenceFound, EvidenceSentence
from rag.write.model import ChatModel, Message
from rag.write.ollama import OllamaServer

__all__ = ["Case", "Looked", "Refusals", "copies_words", "load_cases", "look", "refusals"]

NEAR_MISSES = Path(__file__).with_name("near_misses.jsonl")
WIKINEWS = Path(__file__).resolve().parents[1] / "eval" / "cases" / "wikinews.jsonl"

_WORD = re.compile(r"\w+")
_WORDS = """\
Excerpts:
{excerpts}

Question: {question}
Copy from the excerpts the few words that answer the question, exactly as they stand. If no excerpt answers it, \
write NONE."""

Ask = Callable[[ChatModel, str, Sequence[EvidenceSentence]], bool]


@dataclass(frozen=True, slots=True)
class Case:
    """A question and whether the articles answer it."""

    question: str
    language: str
    answerable: bool
    part: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of a case: refused by the evidence alone, or by a way of asking, which took so many seconds."""

    case: Case
    abstained: bool
    found: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Refusals:
    """Shares of the near misses and of the answerable questions that are refused, by the evidence and with the look."""

    near_misses: int
    answerable: int
    near_before: float
    near_after: float
    false_before: float
    false_after: float
    seconds: float


def load_cases(half: str) -> list[Case]:
    """Returns the answerable questions and near misses of the invented articles of a half."""
    rows = [json.loads(line) for line in NEAR_MISSES.read_text(encoding="utf-8").splitlines() if line.strip()]
    near = [Case(row["question"], row["language"], False, half) for row in rows if row["half"] == half]
    return [Case(item.text, item.language, True, half) for item in load_questions(half)] + near


def copies_words(model: ChatModel, question: str, evidence: Sequence[EvidenceSentence]) -> bool:
    """Asks for the words that answer, which have to stand in the evidence; the way that was not taken."""
    shown = evidence[:4]
    prompt = _WORDS.format(excerpts=excerpts(shown), question=question)
    with closing(model.stream((Message("user", prompt),), max_tokens=40)) as stream:
        copied = [plain(word) for word in _WORD.findall("".join(stream))]
    known = {plain(word) for item in shown for word in _WORD.findall(f"{item.context} {item.quote}")}
    return bool(copied) and copied[0] != "none" and sum(word in known for word in copied) >= 0.6 * len(copied)


WAYS: Mapping[str, Ask] = {"yes or no": finds_answer, "words": copies_words}


def look(assistant: Assistant, model: ChatModel, cases: Sequence[Case], ask: Ask) -> list[Looked]:
    """Puts every case to the evidence, and those that pass to the model."""
    looked: list[Looked] = []
    for case in cases:
        evidence = next(event.evidence for event in assistant.stream(case.question, language=case.language)
                        if isinstance(event, EvidenceFound))
        began = time.perf_counter()
        found = not evidence.abstain and ask(model, case.question, evidence.sentences)
        looked.append(Looked(case, evidence.abstain, found, time.perf_counter() - began))
    return looked


def refusals(looked: Sequence[Looked]) -> Refusals:
    """Counts them."""
    near = [item for item in looked if not item.case.answerable]
    real = [item for item in looked if item.case.answerable]
    asked = [item.seconds for item in looked if not item.abstained]
    return Refusals(len(near), len(real), _share(near, before=True), _share(near, before=False),
                    _share(real, before=True), _share(real, before=False), sum(asked) / max(1, len(asked)))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, help="folder of a library of the dated news")
    parser.add_argument("--ways", nargs="+", default=list(WAYS), choices=list(WAYS))
    parser.add_argument("--most", type=int, default=1000, help="cases of a part, drawn evenly")
    parser.add_argument("--model", help="name of the model; unset: the server's best")
    typed = parser.parse_args()
    host = os.environ.get("NEWSCITE_BENCH_OLLAMA", "")
    if not host:
        print("skipped: set NEWSCITE_BENCH_OLLAMA to the address of an Ollama server")
        return 0
    server = OllamaServer(Settings(ollama_host=host))
    print(f"{'part':13}{'way':11}{'near misses':>12}{'refused':>9}{'now':>6}{'answerable':>12}{'refused':>9}{'now':>6}"
          f"{'seconds':>9}")
    with tempfile.TemporaryDirectory() as folder, closing(server):
        model = server.choose(typed.model)
        home = Path(folder) / "library"
        write_articles(Path(folder) / "articles")
        with Assistant.open(Settings(home=home, writer="quotes")) as assistant:
            assistant.ingest([Path(folder) / "articles"])
            for half in ("calibration", "test"):
                _show(half, assistant, model, _drawn(load_cases(half), typed.most), typed.ways)
        if typed.library is not None:
            with Assistant.open(Settings(home=typed.library, writer="quotes")) as assistant:
                _show("dated news", assistant, model, _drawn(_news_cases(), typed.most), typed.ways)
    return 0


def _show(part: str, assistant: Assistant, model: ChatModel, cases: Sequence[Case], ways: Sequence[str]) -> None:
    for way in ways:
        found = refusals(look(assistant, model, cases, WAYS[way]))
        print(f"{part:13}{way:11}{found.near_misses:>12}{found.near_before:>9.2f}{found.near_after:>6.2f}"
              f"{found.answerable:>12}{found.false_before:>9.2f}{found.false_after:>6.2f}{found.seconds:>9.1f}",
              flush=True)


def _news_cases() -> list[Case]:
    rows: list[dict[str, Any]] = [json.loads(line) for line in WIKINEWS.read_text(encoding="utf-8").splitlines()
                                  if line.strip()]
    return [Case(row["question"], row["language"], row["answerable"], "dated news") for row in rows]


def _drawn(cases: list[Case], most: int) -> list[Case]:
    return cases[:: max(1, -(-len(cases) // most))]


def _share(looked: Sequence[Looked], *, before: bool) -> float:
    return sum(item.abstained or (not before and not item.found) for item in looked) / max(1, len(looked))


if __name__ == "__main__":
    raise SystemExit(main())
