"""Whether a second look by the model pays: ``python -m benchmarks.second_look``.

Questions that the evidence rule lets through are put to the model of NEWSCITE_BENCH_OLLAMA. Its one reply is read in
two ways: by its word, as of a server that tells no probabilities, and by them. The material are the invented articles
(questions of evidence_cases.jsonl, near misses of near_misses.jsonl and cases/near_miss.jsonl), and, where --library
names a library of the dated news together with them, the questions about those too (and of eval/cases/wikinews.jsonl);
never the seeds. The bound of the doubt was found on the calibration half; with --bounds it is shown what others give
there. Wished for: .85 of the near misses refused, at no more than .10 of the answerable questions.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.writers import CASES as INVENTED
from benchmarks.writers import write_articles
from rag import Assistant, Settings
from rag.second_look import MOST_DOUBT, Look, look
from rag.types import EvidenceFound
from rag.write.model import ChatModel
from rag.write.ollama import OllamaServer

__all__ = ["Asked", "Case", "Refused", "ask_all", "load_cases", "refused"]

HALVES: Final = ("calibration", "test")
NEAR_MISSES: Final = Path(__file__).with_name("near_misses.jsonl")
NEAR_MISS: Final = Path(__file__).with_name("cases") / "near_miss.jsonl"
NEWS: Final = Path(__file__).resolve().parents[1] / "eval" / "cases" / "wikinews.jsonl"
_BOUNDS: Final = (0.0, -0.2, -0.4, -0.5, -0.6, -0.8, -1.0)


@dataclass(frozen=True, slots=True)
class Case:
    """A question and whether the articles answer it; `about` is the story or article that it is on the matter of."""

    question: str
    language: str
    answerable: bool
    about: str
    half: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A case with what the model said of its evidence in so many seconds; None where the rule refused it before."""

    case: Case
    look: Look | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Refused:
    """Shares of some questions that are refused: by the rule alone, and with the model's word or its doubt."""

    count: int
    rule: float
    word: float
    doubt: float


def load_cases(half: str, *, news: bool = True) -> list[Case]:
    """Returns the questions of a half, each once.

    Args:
        half: "calibration" or "test".
        news: Those about the dated news as well.
    """
    invented = _records(INVENTED)
    halves = {row["story"]: row["half"] for row in invented}
    known = {row["id"]: row for row in _records(NEWS)}
    rows: list[dict[str, Any]] = [row | {"about": row["story"], "answerable": True} for row in invented
                                  if row["kind"] == "question"]
    rows += [row | {"about": row["story"], "answerable": False} for row in _records(NEAR_MISSES)]
    rows += [row | {"about": row["relevant_ids"][0]} for row in known.values() if row["answerable"]]
    rows += [known[row["case"]] | {"about": row["about"]} if "case" in row else row for row in _records(NEAR_MISS)]
    cases = [Case(row["question"], row["language"], row["answerable"], row["about"],
                  halves.get(row["about"]) or _half(row["about"])) for row in rows if news or row["about"] in halves]
    return list({case.question: case for case in cases if case.half == half}.values())


def ask_all(assistant: Assistant, model: ChatModel, cases: Sequence[Case]) -> list[Asked]:
    """Puts every case to the evidence rule, and those that pass to the model.

    Args:
        assistant: One that quotes: it is only searched with.
        model: The one to look.
        cases: Those that are not put to the articles at all, but to the library itself, are left out.
    """
    asked: list[Asked] = []
    for case in cases:
        stream = assistant.stream(case.question, language=case.language)
        found = next((event.evidence for event in stream if isinstance(event, EvidenceFound)), None)
        if found is None:
            continue
        began = time.perf_counter()
        said = None if found.abstain else look(model, case.question, found.sentences)
        asked.append(Asked(case, said, time.perf_counter() - began))
    return asked


def refused(asked: Sequence[Asked], bound: float = MOST_DOUBT) -> Refused:
    """Counts what is refused.

    Args:
        asked: Some questions.
        bound: The most doubt with which a question passes.
    """
    return Refused(len(asked), _share(asked, lambda said: False),
                   _share(asked, lambda said: not Look(said.word, None).finds),
                   _share(asked, lambda said: not said.finds if said.doubt is None else said.doubt > bound))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, help="folder of a library of the dated news and the invented articles")
    parser.add_argument("--halves", nargs="+", default=list(HALVES), choices=HALVES)
    parser.add_argument("--bounds", action="store_true", help="what other bounds of the doubt give, on calibration")
    parser.add_argument("--most", type=int, default=1000, help="cases of a half, drawn evenly")
    parser.add_argument("--model", help="name of the model; unset: the server's best")
    typed = parser.parse_args()
    host = os.environ.get("NEWSCITE_BENCH_OLLAMA", "")
    if not host:
        print("skipped: set NEWSCITE_BENCH_OLLAMA to the address of an Ollama server")
        return 0
    with tempfile.TemporaryDirectory() as folder, closing(OllamaServer(Settings(ollama_host=host))) as server:
        home = typed.library or Path(folder) / "library"
        with Assistant.open(Settings(home=home, writer="quotes")) as assistant:
            if typed.library is None:
                write_articles(Path(folder) / "articles")
                assistant.ingest([Path(folder) / "articles"])
            model = server.choose(typed.model)
            print(f"{'half':13}{'questions':14}{'n':>5}{'rule':>7}{'word':>7}{'doubt':>7}{'seconds':>9}")
            for half in typed.halves:
                cases = load_cases(half, news=typed.library is not None)
                asked = ask_all(assistant, model, cases[:: max(1, -(-len(cases) // typed.most))])
                _show(half, asked, bounds=typed.bounds and half == "calibration")
    return 0


def _show(half: str, asked: Sequence[Asked], *, bounds: bool) -> None:
    kinds = {"near misses": [item for item in asked if not item.case.answerable],
             "answerable": [item for item in asked if item.case.answerable]}
    for name, items in kinds.items():
        found = refused(items)
        spent = [item.seconds for item in items if item.look is not None]
        print(f"{half:13}{name:14}{found.count:>5}{found.rule:>7.2f}{found.word:>7.2f}{found.doubt:>7.2f}"
              f"{sum(spent) / max(1, len(spent)):>9.1f}", flush=True)
    for bound in _BOUNDS if bounds else ():
        shares = "  ".join(f"{name} {refused(items, bound).doubt:.2f}" for name, items in kinds.items())
        print(f"  at a bound of {bound:+.1f}: {shares}")


def _share(asked: Sequence[Asked], refuses: Callable[[Look], bool]) -> float:
    return sum(item.look is None or refuses(item.look) for item in asked) / max(1, len(asked))


def _half(article: str) -> str:
    """Whether an article's questions may choose anything; by a hash of its id, as in `benchmarks.answerable`."""
    return HALVES[hashlib.sha256(article.encode()).digest()[0] % 2]


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    raise SystemExit(main())
