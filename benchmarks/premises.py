"""Whether false premises of questions are noticed, and true ones left alone: ``python -m benchmarks.premises``.

Questions of cases/premises.jsonl over the invented articles of cases/conversations.jsonl, in English, German and Dutch,
with the evidence that Newscite chooses for each. A premise is "true", "contradicted" by the articles, or "not_stated"
in them. A false alarm is a true premise that is said to be either. The rules were chosen on the calibration half.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.follow_ups import write_articles
from rag import Assistant, Settings
from rag.premise import Standing, premise_of, premise_stands
from rag.types import Evidence, EvidenceFound

__all__ = ["Asked", "Judged", "judge", "load_questions"]

CASES = Path(__file__).with_name("cases") / "premises.jsonl"
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
    evidence: Evidence = next(event.evidence for event in assistant.stream(asked.question, language=asked.language)
                              if isinstance(event, EvidenceFound))
    premise = premise_of(asked.question, asked.language)
    standing = "unknown" if premise is None else premise_stands(premise, asked.language, evidence.sentences)
    return Judged(asked, premise, standing, evidence.abstain)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="every question of the calibration half judged otherwise")
    typed = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_articles(Path(folder) / "articles")
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
    for item in judged:
        if typed.show and item.asked.half == "calibration":
            print(f"  {item.asked.premise:13}{item.standing:13}{'abstained ' if item.abstained else ''}{item.premise}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
