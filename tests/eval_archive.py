"""A small archive with questions, and an embedding model of a few lines, for the tests of the suite.

Run as a program it makes a run in the folder that it is given, slowly enough to be killed on its way.
"""

from __future__ import annotations

import functools
import hashlib
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.dataset import Case, Dataset, Document, Gold, PastTurn
from eval.profiles import Profile
from eval.run import evaluate
from eval.work import Progress
from rag.score import words
from rag.settings import Settings
from rag.types import EmbeddingIdentity, Vectors

WIDTH = 128
PROFILE = Profile("archive", ("quotes", "honest", "inventing", "obedient"), attacked=2, jobs=2, seconds=30.0)

_TEXTS = {
    "mill": ("Fire in Ghent", "A fire destroyed the old mill in Ghent on Monday. The mayor says that nobody was hurt. "
             "The owner wants to build a new mill before the winter."),
    "bridge": ("Brücke gesperrt", "Die Brücke in Bremen wurde am Freitag wegen Rissen gesperrt. Die Reparatur kostet "
               "nach Angaben der Stadt 2,5 Millionen Euro. Busse fahren einen Umweg."),
    "harbour": ("Storm at the harbour", "A storm sank three boats in the harbour of Ostend on Tuesday. Fishermen ask "
                "for help from the government. The harbour opened again after two days."),
}


class HashEmbedder:
    """Words as random directions: texts that share words are near. Encodes the same everywhere, at once.

    Args:
        pause: Seconds that a question takes.
    """

    def __init__(self, pause: float = 0.0) -> None:
        self._pause = pause

    @property
    def identity(self) -> EmbeddingIdentity:
        return EmbeddingIdentity("hash", "1", WIDTH, "")

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([_vector(text) for text in texts]) if texts else np.empty((0, WIDTH), dtype=np.float32)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        time.sleep(self._pause if len(texts) == 1 else 0)
        return self.encode_passages(texts)


def archive() -> Dataset:
    documents = tuple(Document(name, title, text, "de" if name == "bridge" else "en")
                      for name, (title, text) in _TEXTS.items())
    return Dataset("archive", "test", documents, (
        _case("mill-1", "What did the fire in Ghent destroy?", "fact", "the old mill", "mill",
              "A fire destroyed the old mill in Ghent on Monday."),
        _case("mill-2", "What does the owner of the mill want to build?", "fact", "a new mill", "mill",
              "The owner wants to build a new mill before the winter."),
        Case("mill-3", "And before when?", "en", "follow_up", True, ("the winter",), ("mill",),
             (_gold("mill", "The owner wants to build a new mill before the winter."),),
             (PastTurn("What does the owner of the mill want to build?", "a new mill"),), follows="mill-2"),
        _case("harbour-1", "How many boats did the storm sink in Ostend?", "number", "three", "harbour",
              "A storm sank three boats in the harbour of Ostend on Tuesday."),
        _case("bridge-1", "Warum wurde die Brücke in Bremen gesperrt?", "reason", "wegen Rissen", "bridge",
              "Die Brücke in Bremen wurde am Freitag wegen Rissen gesperrt.", "de"),
        _case("bridge-2", "When was the Brücke in Bremen closed?", "fact", "Friday", "bridge",
              "Die Brücke in Bremen wurde am Freitag wegen Rissen gesperrt."),
        Case("off-1", "Which team won the cup final in Madrid?", "en", "off_corpus", False),
        Case("off-2", "Who wrote the opera about whales?", "en", "off_corpus", False),
    ))


def run(folder: Path, *, pause: float = 0.0, **more: object) -> bytes:
    """Makes a run and returns its scores.json."""
    evaluate(PROFILE, folder=folder, datasets=[archive()], embedding=HashEmbedder(pause), settings=Settings(),
             **more)  # type: ignore[arg-type]
    return (folder / "scores.json").read_bytes()


def _case(name: str, question: str, kind: str, answer: str, article: str, quote: str, language: str = "en") -> Case:
    return Case(name, question, language, kind, True, (answer,), (article,), (_gold(article, quote),))


def _gold(article: str, quote: str) -> Gold:
    start = _TEXTS[article][1].index(quote)
    return Gold(article, start, start + len(quote), quote)


def _vector(text: str) -> Vectors:
    total = np.full(WIDTH, 1e-3)
    for word in words(text):
        total += _direction(word)
    return (total / np.linalg.norm(total)).astype(np.float32)


@functools.lru_cache(maxsize=65_536)
def _direction(word: str) -> NDArray[np.float64]:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).normal(size=WIDTH) / (1 if len(word) > 3 else 4)


def _tell(progress: Progress) -> None:
    print(progress.stage, progress.subject, progress.done, flush=True)


if __name__ == "__main__":
    run(Path(sys.argv[1]), pause=0.15, fresh=True, advance=_tell)
