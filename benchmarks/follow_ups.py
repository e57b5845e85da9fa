"""Whether follow-up questions find what they mean: ``python -m benchmarks.follow_ups``.

Conversations of cases/conversations.jsonl over invented articles in English, German and Dutch, with their follow-ups,
changes of topic and of language, and turns that no article answers. Each is held with one way after another of making
a question stand alone, every turn upon the answer (quotes, from the same way) to the turn before; "Newscite" is what
the assistant itself does. Shown: the share of turns whose answering sentence is among the evidence, and among its first
two; of those without an answer, the share that is refused. The choices were made on the calibration half, by document.
NEWSCITE_BENCH_OLLAMA names an Ollama server; with --model its rewriting is measured too.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag import Assistant, Settings
from rag.check.words import plain, words
from rag.follow_ups.condense import condense
from rag.types import Answer, Done, Evidence, EvidenceFound, Turn
from rag.word_classes import FUNCTION_WORDS
from rag.write.model import ChatModel
from rag.write.ollama import OllamaServer

__all__ = ["Asked", "Chain", "Outcome", "all_words", "hold", "load_chains", "shares", "write_articles"]

CASES = Path(__file__).with_name("cases") / "conversations.jsonl"
KINDS = ("first", "follow_up", "role", "switch", "topic_change", "nameless_change", "noun_change", "after_absent",
         "absent")
_FEW = 2

Way = Callable[[str, Sequence[Turn], str], str]
"""(question, history, language) -> the question that is searched for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One turn: what is asked, and how its answering sentence begins.

    Attributes:
        kind: "first"; "follow_up"; "role": one that asks for a company, a minister; "switch": one in another language;
            "topic_change": stands alone, late as it comes, "nameless_change" without a name, and "noun_change" is but a
            noun that another article has ("and the ferry?"); "absent": no article
            answers it; "after_absent": goes on with what was said before that.
        gold: "" where no article answers.
    """

    question: str
    language: str
    kind: str
    gold: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A conversation over the articles of one half."""

    half: str
    turns: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a turn.

    Attributes:
        place: Of the answering sentence in the evidence, from 1; 0 where it is not there. Of a turn that no article
            answers: 1 where it is refused.
    """

    asked: Asked
    half: str
    searched: str
    place: int
    abstained: bool


def load_chains() -> list[Chain]:
    """Returns the conversations of both halves."""
    return [Chain(row["half"], tuple(Asked(turn["question"], turn["language"], turn["kind"], turn["gold"])
                                     for turn in row["turns"])) for row in _rows("chain")]


def write_articles(folder: Path) -> None:
    """Writes the invented articles as JSON lines, to be ingested."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "invented.jsonl").open("w", encoding="utf-8") as file:
        for row in _rows("article"):
            file.write(json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False) + "\n")


def all_words(question: str, history: Sequence[Turn], language: str) -> str:
    """Adds every word but function words of the turn before: the simplest rule that is no rule."""
    if not history:
        return question
    last = history[-1]
    empty = FUNCTION_WORDS.get(last.language or language, frozenset[str]())
    said = dict.fromkeys(words(question))
    added = [word for word in dict.fromkeys(words(last.standalone or last.question))
             if plain(word) not in empty and word not in said]
    return f"{question} ({' '.join(added)})" if added else question


def hold(assistant: Assistant, chain: Chain, way: Way | None) -> list[Outcome]:
    """Holds a conversation.

    Args:
        way: How its questions are made to stand alone; None: as the assistant does it.
    """
    history: list[Turn] = []
    outcomes: list[Outcome] = []
    for asked in chain.turns:
        question = asked.question if way is None else way(asked.question, history, asked.language)
        evidence, answer = _answered(assistant, question, history if way is None else (), asked.language)
        searched = answer.standalone_question or question
        outcomes.append(Outcome(asked, chain.half, searched, _place(evidence, asked.gold), evidence.abstain))
        history.append(Turn(asked.question, answer.text, asked.language, searched, answer.citations))
    return outcomes


def shares(outcomes: Sequence[Outcome], kind: str, half: str) -> tuple[float, float, int]:
    """Returns the share of turns with their sentence among the evidence, among its first two, and how many there are.

    The first turns of conversations, and those that no article answers, count only under their own kinds; "all" are
    the others.
    """
    chosen = [item for item in outcomes if item.half == half
              and (item.asked.kind == kind or (kind == "all" and item.asked.kind not in ("first", "absent")))]
    count = max(1, len(chosen))
    found = sum(item.place > 0 for item in chosen) / count
    return found, sum(0 < item.place <= _FEW for item in chosen) / count, len(chosen)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", help="name of a model whose rewriting is measured too")
    parser.add_argument("--show", action="store_true", help="every turn that missed its sentence")
    typed = parser.parse_args()
    ways: list[tuple[str, Way | None]] = [
        ("raw question", lambda question, history, language: question),
        ("all words", all_words),
        ("Newscite", None),
    ]
    if not typed.model:
        _measure(ways, typed.show)
        return 0
    host = os.environ.get("NEWSCITE_BENCH_OLLAMA", "")
    if not host:
        print("skipped: set NEWSCITE_BENCH_OLLAMA to the address of an Ollama server")
        return 0
    with closing(OllamaServer(Settings(ollama_host=host))) as server:
        model = server.choose(typed.model)
        _measure([*ways, (typed.model, _rewriting(model))], typed.show)
    return 0


def _rewriting(model: ChatModel) -> Way:
    return lambda question, history, language: condense(question, history, language, model)


def _measure(ways: Sequence[tuple[str, Way | None]], show: bool) -> None:
    chains = load_chains()
    with tempfile.TemporaryDirectory() as folder:
        write_articles(Path(folder) / "articles")
        with Assistant.open(Settings(home=Path(folder) / "library", writer="quotes")) as assistant:
            assistant.ingest([Path(folder) / "articles"])
            print(f"{'way':14}{'half':12}" + "".join(f"{kind:>20}" for kind in ("all", *KINDS)))
            for name, way in ways:
                outcomes = [item for chain in chains for item in hold(assistant, chain, way)]
                _show(name, outcomes, misses=show)


def _show(name: str, outcomes: Sequence[Outcome], *, misses: bool) -> None:
    for half in ("calibration", "test"):
        cells = [shares(outcomes, kind, half) for kind in ("all", *KINDS)]
        print(f"{name:14}{half:12}" + "".join(f"{found:>9.2f}{few:>6.2f}{f'({count})':>5}"
                                              for found, few, count in cells), flush=True)
    for item in outcomes:
        if misses and item.half == "calibration" and not 0 < item.place <= _FEW:
            print(f"  {item.place} {'abstained' if item.abstained else ''} {item.asked.kind}: {item.searched!r}"
                  f" <- {item.asked.gold!r}")


def _answered(assistant: Assistant, question: str, history: Sequence[Turn], language: str) -> tuple[Evidence, Answer]:
    evidence: Evidence | None = None
    for event in assistant.stream(question, history=history, language=language):
        if isinstance(event, EvidenceFound):
            evidence = event.evidence
        if isinstance(event, Done) and evidence is not None:
            return evidence, event.answer
    raise RuntimeError(f"The answer to {question!r} was not finished.")


def _place(evidence: Evidence, gold: str) -> int:
    if not gold:
        return int(evidence.abstain)
    return next((sentence.number for sentence in evidence.sentences if sentence.quote.startswith(gold)), 0)


def _rows(kind: str) -> list[dict[str, Any]]:
    rows = (json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line.strip())
    return [row for row in rows if row["kind"] == kind]


if __name__ == "__main__":
    raise SystemExit(main())
