"""How many tokens a model has to read before it answers: on a user's own machine that is most of the wait.

``python -m benchmarks.prompts``: every question of questions.jsonl over the seeds, for each writer, with a model that
only keeps what it is sent. Asked for is the prompt of the writing itself; what a second look, sentences asked for again
and translations add is shown below it, at its most: the recording model's one sentence fails its checks. Counted by a
real tokenizer, the one that comes with LlamaIndex (with a chat template's signs it was within 5 % of what qwen2.5
counted); beside it `rag.prompts.prompt_tokens`, by which prompts are packed and which is careful: it never counts too
few. Where NEWSCITE_BENCH_OLLAMA names an Ollama server, a sample is asked of its best model too and counted by that. A
question that needs no model (articles in the question's language, for small models) costs nothing and is counted apart.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, cast

from benchmarks.figures import Figure
from rag import Assistant, Settings
from rag.types import Answer, Embedder, Usage
from rag.write.model import Message, ModelInfo
from rag.write.ollama_tokens import prompt_tokens

__all__ = ["Asked", "PromptCost", "RecordingModel", "ask_all", "cost", "figures", "load_questions", "show"]

QUESTIONS = Path(__file__).with_name("questions.jsonl")
SEEDS = Path(__file__).resolve().parents[1] / "seeds"
ASKED = 700
WRITERS = ("translated", "sentence", "free")
_SAMPLE = 4
# ChatML's signs around a message, and those that open the answer.
_MESSAGE_TOKENS, _ANSWER_TOKENS = 5, 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what it cost.

    Attributes:
        calls: Of the model.
        tokens: Of all its prompts together.
        careful: The same as `prompt_tokens` counts.
    """

    question: str
    status: str
    calls: int
    tokens: int
    careful: int


@dataclass(frozen=True, slots=True)
class PromptCost:
    """Of the questions that a model was asked at all; `free` answers cost no prompt."""

    asked: int
    free: int
    refused: int
    calls: float
    median: float
    most: int
    careful_median: float
    careful_most: int


@dataclass(slots=True)
class _Sentence:
    """The answer of the recording model, as a stream."""

    finish: Literal["stop", "length"] | None = None
    usage: Usage = field(default_factory=Usage)

    def __iter__(self) -> Iterator[str]:
        yield "The articles say that the warehouse in Liège is being watched [1]."
        self.finish = "stop"

    def close(self) -> None: ...


class RecordingModel:
    """A ChatModel that keeps every chat it is sent and answers each with one sentence."""

    info = ModelInfo("recording", None, None, ("completion",), "")

    def __init__(self) -> None:
        self.chats: list[tuple[Message, ...]] = []

    def stream(self, messages: Sequence[Message], *, max_tokens: int, stop: Sequence[str] = ()) -> _Sentence:
        self.chats.append(tuple(messages))
        return _Sentence()


def load_questions() -> tuple[str, ...]:
    """Returns the questions over the seeds, in English, German and Dutch."""
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    return tuple(str(json.loads(line)["question"]) for line in lines if line.strip())


def ask_all(home: Path, writer: str, questions: Sequence[str], *, embedder: Embedder | None = None,
            writing_alone: bool = True) -> list[Asked]:
    """Asks every question of the library in `home` with a recording model.

    Args:
        writer: "sentence", "free" or "translated", whose translations count as its writing.
        writing_alone: Without a second look, a second search, and sentences asked for again.
    """
    model, count = RecordingModel(), _tokenizer()
    asked: list[Asked] = []
    settings = Settings(home=home, writer=writer)
    if writing_alone:
        settings = replace(settings, second_look="off", rephrase="off",
                           extra_calls=settings.extra_calls if writer == "translated" else 0)
    with Assistant.open(settings, embedding=embedder, model=model) as assistant:
        for question in questions:
            model.chats.clear()
            answer = assistant.ask(question)
            asked.append(Asked(question, answer.status, len(model.chats), sum(map(count, model.chats)),
                               sum(map(prompt_tokens, model.chats))))
    return asked


def cost(asked: Sequence[Asked]) -> PromptCost:
    """Sums up one writer's questions; those of no call are left out of medians and maxima."""
    read = [item for item in asked if item.calls]
    tokens, careful = [item.tokens for item in read] or [0], [item.careful for item in read] or [0]
    return PromptCost(
        asked=len(read), free=sum(not item.calls and item.status == "answered" for item in asked),
        refused=sum(item.status == "not_in_sources" for item in asked),
        calls=statistics.mean([item.calls for item in read] or [0]), median=statistics.median(tokens),
        most=max(tokens), careful_median=statistics.median(careful), careful_most=max(careful))


def figures(name: str, found: PromptCost) -> list[Figure]:
    """Returns the figures that were asked for."""
    return [Figure(f"median prompt tokens of a question, {name}", found.median, ASKED)]


def show(quick: bool = False) -> list[Figure]:
    """Measures, prints the tables and returns the figures."""
    questions = load_questions()[:: 4 if quick else 1]
    reached: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "library"
        with Assistant.open(Settings(home=home, writer="quotes")) as assistant:
            assistant.ingest([SEEDS])
        print(f"{'writer':10}{'prompted':>9}{'no prompt':>11}{'refused':>9}{'calls':>7}{'median':>8}{'most':>6}"
              f"{'careful median':>16}{'most':>6}")
        for writer in WRITERS:
            for alone in (True, False):
                found = cost(ask_all(home, writer, questions, writing_alone=alone))
                print(f"{writer if alone else '  and more':10}{found.asked:>9}{found.free:>11}{found.refused:>9}"
                      f"{found.calls:>7.1f}{found.median:>8.0f}{found.most:>6}{found.careful_median:>16.0f}"
                      f"{found.careful_most:>6}", flush=True)
                reached += figures(f"{writer} writer", found) if alone else []
        reached += _show_real(home, questions)
    return reached


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="every fourth question")
    measured = show(parser.parse_args().quick)
    print(*measured, sep="\n")
    return int(not all(figure.reached for figure in measured))


def _show_real(home: Path, questions: Sequence[str]) -> list[Figure]:
    host = os.environ.get("NEWSCITE_BENCH_OLLAMA", "")
    if not host:
        print("a model's own count skipped: set NEWSCITE_BENCH_OLLAMA to the address of an Ollama server")
        return []
    reached: list[Figure] = []
    for writer in WRITERS:
        expected = [item for item in ask_all(home, writer, questions[1::_SAMPLE]) if item.calls]
        counted: list[Asked] = []
        with Assistant.open(Settings(home=home, writer=writer, ollama_host=host, second_look="off", rephrase="off",
                                     extra_calls=5 if writer == "translated" else 0)) as assistant:
            for item in expected:
                answer = assistant.ask(item.question)
                if _was_counted(answer):
                    counted.append(replace(item, tokens=answer.usage.prompt_tokens))
        if not counted:
            print(f"{writer}: no answer from a model at {host}")
            continue
        found = cost(counted)
        print(f"{writer:10}{found.asked:>9} by the server's own count: median {found.median:.0f}, most {found.most}; "
              f"by the tokenizer: median {cost(expected).median:.0f}, most {cost(expected).most}", flush=True)
        reached += figures(f"{writer} writer, by the server's count", found)
    return reached


def _tokenizer() -> Callable[[Sequence[Message]], int]:
    from llama_index.core import utils

    encode = cast("Callable[[str], list[int]]", cast("Any", utils).get_tokenizer())

    def count(chat: Sequence[Message]) -> int:
        return sum(len(encode(message.content)) + _MESSAGE_TOKENS for message in chat) + _ANSWER_TOKENS

    return count


def _was_counted(answer: Answer) -> bool:
    """Whether the server counted: where it failed, or was not there, it did not."""
    return answer.model is not None and answer.usage.prompt_tokens > 0


if __name__ == "__main__":
    raise SystemExit(main())
