"""Whether disagreeing sources are told from agreeing and unlike ones: ``python -m benchmarks.disagreements``.

Pairs of invented sentences of cases/disagreements.jsonl, in English, German and Dutch: they "differ", "agree", or are
"apart": of one topic, and of other matters, times or roundings. Floors were chosen on the calibration half.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.contradiction.disagreement import compare
from rag.embed import open_embedder
from rag.settings import Settings
from rag.types import Embedder, EvidenceSentence, Passage

__all__ = ["Judged", "Pair", "judge", "load_pairs"]

CASES = Path(__file__).with_name("cases") / "disagreements.jsonl"
RELATIONS = ("differ", "agree", "apart")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences with their languages, and how they stand to each other."""

    half: str
    sentences: tuple[str, str]
    languages: tuple[str, str]
    relation: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair, what it was taken for, and the cosine of its sentences."""

    pair: Pair
    relation: str
    cosine: float


def load_pairs() -> list[Pair]:
    """Returns the pairs of both halves."""
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Pair(row["half"], tuple(row["sentences"]), tuple(row["languages"]), row["relation"]) for row in rows]


def judge(pairs: Sequence[Pair], embedder: Embedder) -> list[Judged]:
    """Compares the sentences of every pair as those of two articles."""
    texts = list(dict.fromkeys(text for pair in pairs for text in pair.sentences))
    vectors = dict(zip(texts, embedder.encode_passages(texts), strict=True))

    def similarity(claim: str, others: Sequence[str]) -> float:
        return max(float(vectors[claim] @ vectors[other]) for other in others)

    judged: list[Judged] = []
    for pair in pairs:
        first, second = (_sentence(at, text, pair.languages[at]) for at, text in enumerate(pair.sentences))
        found = compare([first, second], similarity)
        relation = "differ" if found.disagreements else "agree" if found.agreements else "apart"
        judged.append(Judged(pair, relation, similarity(pair.sentences[0], [pair.sentences[1]])))
    return judged


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="every pair of the calibration half taken for another")
    typed = parser.parse_args()
    judged = judge(load_pairs(), open_embedder(Settings()))
    print(f"{'half':12}{'pairs that':12}" + "".join(f"{f'taken: {relation}':>15}" for relation in RELATIONS))
    for half in ("calibration", "test"):
        for relation in RELATIONS:
            taken = [item.relation for item in judged if (item.pair.half, item.pair.relation) == (half, relation)]
            print(f"{half:12}{relation:12}" + "".join(f"{taken.count(other):>15}" for other in RELATIONS))
    for item in judged:
        if typed.show and item.pair.half == "calibration" and item.relation != item.pair.relation:
            print(f"  {item.pair.relation} taken for {item.relation} ({item.cosine:.3f}): "
                  f"{' | '.join(item.pair.sentences)}")
    return 0


def _sentence(at: int, text: str, language: str) -> EvidenceSentence:
    passage = Passage(at, f"article {at}", 1, None, None, None, None, language, None, None, text, 0, len(text), 1.0)
    return EvidenceSentence(at + 1, passage, 0, len(text), text, 1.0)


if __name__ == "__main__":
    raise SystemExit(main())
