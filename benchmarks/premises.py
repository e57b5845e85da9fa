"""Whether false premises of questions are noticed, and true ones left alone: ``python -m benchmarks.premises``.

Questions of cases/premises.jsonl in English, German, Dutch and French over the invented articles of
cases/conversations.jsonl and the two of seeds/ (these in the calibration half), with the evidence that Newscite chooses
for each. A premise is "true", "contradicted" by the articles, or "not_stated" in them. Shown for each: how many
questions are refused before it is judged, and how it is taken to stand; then the share of wrong notes on true premises
and of false ones noticed, among the questions not refused. The rules were chosen on the calibration half.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.follow_ups import write_articles
from rag import Assistant, Settings
from rag.contradiction.premise import Standing, premise_of, premise_stands
from rag.follow_ups.topic import leans_on_history
from rag.types import EvidenceFound

__all__ = ["Asked", "Judged", "judge", "load_questions", "noted"]

CASES = Path(__file__).with_name("cases") / "premises.jsonl"
SEEDS = Path(__file__).parents[1] / "seeds"
NOTED: tuple[Standing, ...] = ("contradicted", "not_stated")
PREMISES = ("true", "contradicted", "not_stated")
STANDINGS: tuple[Standing, ...] = ("stated", "contradicted", "not_stated", "unknown")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what its premise is."""

    half: str
    question: str
    language: str
    premise: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, what it was found to take for granted, and how that was taken to stand."""

    asked: Asked
    premise: str | None
    standing: Standing
    abstained: bool


def load_questions() -> list[Asked]:
    """Returns the questions of both halves."""
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Asked(row["half"], row["question"], row["language"], row["premise"]) for row in rows]


def judge(assistant: Assistant, asked: Asked) -> Judged:
    """Searches for a question and judges its premise by what is found."""
    found = next(event for event in assistant.stream(asked.question, language=asked.language)
                 if isinstance(event, EvidenceFound))
    premise = None if leans_on_history(asked.question, asked.language) else premise_of(asked.question, asked.language)
    standing: Standing = "unknown"
    if premise is not None:
        standing = premise_stands(premise, asked.language, found.evidence.sentences, found.consulted)
    return Judged(asked, premise, standing, found.evidence.abstain)


def noted(judged: Sequence[Judged]) -> float:
    """Returns the share of questions with a note on their premise, of those that are not refused."""
    answered = [item for item in judged if not item.abstained]
    return sum(item.standing in NOTED for item in answered) / max(1, len(answered))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="every question of the calibration half judged otherwise")
    typed = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_articles(Path(folder) / "articles")
        for seed in SEEDS.glob("*.txt"):
            shutil.copy(seed, Path(folder) / "articles")
        with Assistant.open(Settings(home=Path(folder) / "library", writer="quotes")) as assistant:
            assistant.ingest([Path(folder) / "articles"])
            judged = [judge(assistant, asked) for asked in load_questions()]
    print(f"{'half':13}{'premise':14}{'asked':>6}{'abstained':>11}" + "".join(f"{name:>14}" for name in STANDINGS))
    for half in ("calibration", "test"):
        for premise in PREMISES:
            chosen = [item for item in judged if (item.asked.half, item.asked.premise) == (half, premise)]
            counts = [sum(item.standing == name and not item.abstained for item in chosen) for name in STANDINGS]
            abstained = sum(item.abstained for item in chosen)
            print(f"{half:13}{premise:14}{len(chosen):>6}{abstained:>11}" + "".join(f"{count:>14}" for count in counts))
    for half in ("calibration", "test"):
        true = [item for item in judged if item.asked.half == half and item.asked.premise == "true"]
        false = [item for item in judged if item.asked.half == half and item.asked.premise != "true"]
        print(f"{half:13}wrong notes {noted(true):.1%} of {len(true)}, noticed {noted(false):.1%} of {len(false)}")
    for item in judged:
        if typed.show and item.asked.half == "calibration":
            print(f"  {item.asked.premise:13}{item.standing:13}{'abstained ' if item.abstained else ''}{item.premise}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
