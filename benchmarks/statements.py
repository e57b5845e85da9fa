"""Whether questions for what somebody says find where that party speaks: ``python -m benchmarks.statements``.

Asked of the invented articles of cases/statements.jsonl, in English, German, Dutch and French, all in one library:
questions for what a company, a minister, a person says of a matter, near misses for a party that the article names or
that is of its matter, and that says nothing in it; and conversations in which such a question is a follow-up. Shown:
the share of questions whose evidence has the answering sentence first, and anywhere; of both sorts, the share that is
refused. Gains were chosen on the calibration half, by article; ``--test`` shows the other.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.follow_ups import Asked, Chain, Outcome, hold
from rag import Assistant, Settings
from rag.types import Evidence, EvidenceFound

CASES = Path(__file__).with_name("cases") / "statements.jsonl"
HALVES = ("calibration", "test")


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `gold` holds the beginnings of the sentences each of which answers it, none of a near miss."""

    text: str
    language: str
    half: str
    gold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """What became of a question; `place` is that of the first answering sentence in the evidence, 0 for none."""

    question: Question
    place: int
    refused: bool
    first: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--test", action="store_true", help="the test half too: when all is chosen")
    parser.add_argument("--show", action="store_true", help="every miss of the calibration half")
    typed = parser.parse_args()
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        _write_articles(rows, Path(folder) / "articles")
        with Assistant.open(Settings(home=Path(folder) / "library", writer="quotes")) as assistant:
            assistant.ingest([Path(folder) / "articles"])
            for half in HALVES if typed.test else HALVES[:1]:
                show = typed.show and half == HALVES[0]
                _tell_questions(half, [_asked(assistant, question) for question in _questions(rows, half)], show)
                _tell_turns(half, [outcome for chain in _chains(rows, half)
                                   for outcome in hold(assistant, chain, None)], show)
    return 0


def _write_articles(rows: Sequence[Mapping[str, Any]], folder: Path) -> None:
    folder.mkdir()
    with (folder / "invented.jsonl").open("w", encoding="utf-8") as file:
        for row in rows:
            if row["kind"] == "article":
                file.write(json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False) + "\n")


def _questions(rows: Sequence[Mapping[str, Any]], half: str) -> list[Question]:
    return [Question(row["question"], row["language"], half, tuple(row["gold"])) for row in rows
            if row["kind"] == "question" and row["half"] == half]


def _chains(rows: Sequence[Mapping[str, Any]], half: str) -> list[Chain]:
    return [Chain(half, tuple(Asked(turn["question"], turn["language"], turn["kind"], turn["gold"])
                              for turn in row["turns"])) for row in rows
            if row["kind"] == "chain" and row["half"] == half]


def _asked(assistant: Assistant, question: Question) -> Asking:
    evidence = next(event.evidence for event in assistant.stream(question.text, language=question.language)
                    if isinstance(event, EvidenceFound))
    place = next((sentence.number for sentence in evidence.sentences if sentence.quote.startswith(question.gold)), 0)
    return Asking(question, place, evidence.abstain, _first(evidence))


def _first(evidence: Evidence) -> str:
    return evidence.sentences[0].quote if evidence.sentences else ""


def _tell_questions(half: str, asked: Sequence[Asking], show: bool) -> None:
    answerable = [item for item in asked if item.question.gold]
    near = [item for item in asked if not item.question.gold]
    print(f"{half}, {len(answerable)} questions: first {_share([item.place == 1 for item in answerable])}, in the "
          f"evidence {_share([item.place > 0 for item in answerable])}, refused "
          f"{_share([item.refused for item in answerable])}; {len(near)} near misses: refused "
          f"{_share([item.refused for item in near])}")
    for item in asked:
        if show and (item.place != 1 if item.question.gold else not item.refused):
            print(f"  {item.place} {'refused' if item.refused else ''} {item.question.text!r} -> {item.first[:80]!r}"
                  f" <- {item.question.gold[:1]}")


def _tell_turns(half: str, outcomes: Sequence[Outcome], show: bool) -> None:
    later = [item for item in outcomes if item.asked.kind not in ("first", "absent")]
    absent = [item for item in outcomes if item.asked.kind == "absent"]
    print(f"{half}, {len(later)} follow-ups: first {_share([item.place == 1 for item in later])}, in the evidence "
          f"{_share([item.place > 0 for item in later])}, refused {_share([item.abstained for item in later])}; "
          f"{len(absent)} without an answer: refused {_share([item.abstained for item in absent])}")
    for item in outcomes:
        if show and item.place != 1:
            print(f"  {item.place} {'refused' if item.abstained else ''} {item.searched!r} <- {item.asked.gold!r}")


def _share(held: Sequence[bool]) -> str:
    return f"{sum(held) / max(1, len(held)):.2f}"


if __name__ == "__main__":
    raise SystemExit(main())
