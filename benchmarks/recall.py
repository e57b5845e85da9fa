"""How many of the ten passages truly nearest to a question Chroma finds, and how long it looks: the price of its speed.

``python -m benchmarks.recall``: three kinds of vectors. Random ones are the hardest there are (all are about equally
far from one another); "like news" are drawn with mean and covariance of the embedded cohort and bank that ship with
the code, questions like questions and passages like passages; real ones are the passages and sentences of Belebele and
of the news beside it, where NEWSCITE_BELEBELE and NEWSCITE_WIKINEWS name their folders.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.figures import Figure, in_turns
from rag.index.chroma import Index, IndexPlace, new_index_name
from rag.library.records import Entry
from rag.types import Filters, Vectors

__all__ = ["Recalled", "VectorSet", "figures", "look_up", "like_news", "random_vectors", "real_vectors", "show"]

NEAREST = 10
SIZES = (2_000, 20_000)
QUESTIONS = 200
ASKED = 0.98
_DIMENSION = 384


@dataclass(frozen=True, slots=True)
class VectorSet:
    """Vectors to find, shape (n, dimension), and to ask with, shape (questions, dimension)."""

    name: str
    passages: Vectors
    questions: Vectors


@dataclass(frozen=True, slots=True)
class Recalled:
    """What Chroma found of one set.

    Attributes:
        recall: Share of the exact ten nearest that are among its ten, mean over the questions.
        worst: The same share of the question that it serves worst.
        query_ms: Of one question, median.
        ratio: Of its time to that of an exact scan in numpy.
        upsert_ms: Of one vector, mean.
    """

    name: str
    size: int
    recall: float
    worst: float
    query_ms: float
    ratio: float
    upsert_ms: float


def random_vectors(size: int, questions: int = QUESTIONS) -> VectorSet:
    """Returns directions drawn evenly from the sphere."""
    draw = np.random.default_rng(size)
    return VectorSet("random", _unit(draw.standard_normal((size, _DIMENSION))),
                     _unit(draw.standard_normal((questions, _DIMENSION))))


def like_news(size: int, questions: int = QUESTIONS) -> VectorSet:
    """Returns vectors with mean and covariance of the bundled model's own, for passages and questions apart."""
    from rag.embed.bundled import BundledEmbedder
    from rag.score import load_reference

    reference = load_reference(BundledEmbedder().identity)
    if reference is None:
        raise AssertionError("the reference of the bundled model ships with the code")
    draw = np.random.default_rng(size)
    return VectorSet("like news", _drawn(draw, reference.cohort, size), _drawn(draw, reference.bank, questions))


def real_vectors(questions: int = QUESTIONS) -> VectorSet | None:
    """Returns what Belebele and the news beside it give, or None where Belebele is not there."""
    from benchmarks.belebele import configured
    from benchmarks.material import gather
    from rag.embed.bundled import BundledEmbedder

    folder = configured("NEWSCITE_BELEBELE", "questions.jsonl")
    if folder is None:
        return None
    material = gather(BundledEmbedder(), folder, configured("NEWSCITE_WIKINEWS", "corpus.jsonl"))
    asked = np.concatenate(list(material.vectors.values()))
    chosen = np.random.default_rng(1).permutation(len(asked))[:questions]
    return VectorSet("real", np.concatenate([material.pool.vectors, material.pool.sentences]), asked[chosen])


def look_up(vectors: VectorSet) -> Recalled:
    """Puts the vectors into an index with the parameters in use and compares its answers with an exact scan."""
    entries = [Entry(at, vector, f"article-{at // 10}", "en", None, None) for at, vector in enumerate(vectors.passages)]
    with tempfile.TemporaryDirectory() as folder:
        index = Index(IndexPlace(new_index_name(), Path(folder)), create=True)
        try:
            filled = in_turns({"upsert": lambda: index.upsert(entries)}, rounds=1)
            return _compared(vectors, index, filled.median("upsert"))
        finally:
            index.close()


def figures(found: Sequence[Recalled]) -> list[Figure]:
    """Returns the figures that were asked for."""
    return [Figure(f"recall@{NEAREST}, {item.name}, {item.size:,} vectors", item.recall, ASKED, at_least=True)
            for item in found]


def show(quick: bool = False) -> list[Figure]:
    """Measures, prints the table and returns the figures."""
    print(f"{'vectors':12}{'size':>8}{'recall@10':>11}{'worst':>7}{'query ms':>10}{'/ numpy':>9}{'upsert ms':>11}")
    found: list[Recalled] = []
    for vectors in _sets(quick):
        item = look_up(vectors)
        found.append(item)
        print(f"{item.name:12}{item.size:>8}{item.recall:>11.4f}{item.worst:>7.1f}{item.query_ms:>10.2f}"
              f"{item.ratio:>9.2f}{item.upsert_ms:>11.2f}", flush=True)
    return figures(found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="2,000 drawn vectors only")
    measured = show(parser.parse_args().quick)
    print(*measured, sep="\n")
    return int(not all(figure.reached for figure in measured))


def _sets(quick: bool) -> Iterator[VectorSet]:
    for size in SIZES[:1] if quick else SIZES:
        yield random_vectors(size)
        yield like_news(size)
    if quick:
        return
    real = real_vectors()
    if real is None:
        print("real vectors skipped: set NEWSCITE_BELEBELE to the folder of Belebele")
    else:
        yield real


def _compared(vectors: VectorSet, index: Index, upsert_seconds: float) -> Recalled:
    shares: list[float] = []
    times: dict[str, list[float]] = {"chroma": [], "numpy": []}
    for question in vectors.questions:
        found: dict[str, list[int]] = {}

        def ask(name: str, search: Callable[[], list[int]], found: dict[str, list[int]] = found) -> None:
            found[name] = search()

        timed = in_turns({
            "chroma": lambda question=question, ask=ask: ask(
                "chroma", lambda: index.nearest(question, NEAREST, Filters())),
            "numpy": lambda question=question, ask=ask: ask("numpy", lambda: _exact(vectors.passages, question)),
        }, rounds=1)
        for name, seconds in timed.seconds.items():
            times[name] += seconds
        shares.append(len(set(found["chroma"]) & set(found["numpy"])) / len(found["numpy"]))
    query = float(np.median(times["chroma"]))
    return Recalled(vectors.name, len(vectors.passages), float(np.mean(shares)), min(shares), query * 1000,
                    float(np.median(np.divide(times["chroma"], times["numpy"]))),
                    upsert_seconds * 1000 / len(vectors.passages))


def _exact(passages: Vectors, question: Vectors) -> list[int]:
    scores = passages @ question
    top = np.argpartition(-scores, min(NEAREST, len(scores)) - 1)[:NEAREST]
    return [int(at) for at in top]


def _drawn(draw: np.random.Generator, like: Vectors, size: int) -> Vectors:
    """Draws from the normal distribution whose covariance is the sample's, spanned by the sample itself."""
    mean = like.mean(axis=0)
    spread = (like - mean) / np.sqrt(max(1, len(like) - 1))
    return _unit(mean + draw.standard_normal((size, len(like))) @ spread)


def _unit(rows: np.ndarray[tuple[int, ...], np.dtype[np.floating]]) -> Vectors:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


if __name__ == "__main__":
    raise SystemExit(main())
