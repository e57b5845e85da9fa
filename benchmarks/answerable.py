"""Shows how rag/asking/answerable.py tells what articles answer from what they only speak of, and finds how it weighs.

``python -m benchmarks.answerable``, with NEWSCITE_BELEBELE and NEWSCITE_WIKINEWS set to the folders of the data. Two
sorts of questions: Belebele's, with and without their document in libraries of many sizes; and those of
cases/near_miss*.jsonl, about dated news and invented articles, half of which the article on the matter does not answer.
Weights and thresholds are found on the calibration halves by document; ``--test`` shows the test halves. At a risk,
the first judge refuses that share of all answerable questions, each size of library weighing the same and the news as
one of them; the second refuses .4 of that share of the answerable questions about news, whatever the first does.
``--write`` renews the bundled model's part of rag/data/calibration.json; what ships is shown beside.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.abstention import SIZES
from benchmarks.answerable_material import NEAR, Trial, belebele_trials, near_trials
from benchmarks.belebele import configured
from benchmarks.evidence_material import make_reference
from rag.asking.answerable import Weighing, load_weighing
from rag.embed import open_embedder
from rag.score import Calibration
from rag.settings import Settings

TARGET = Path(__file__).resolve().parents[1] / "rag" / "data" / "calibration.json"
RISKS = (0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
CLUES = ("base", "kind", "aspect", "named")
_TAKEN_OFF = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
_AT = 0.05
_DRAWN = 2000
_PENALTY = 3.0
_SECOND = 0.4
"""Share of the risk that the second judge may spend besides."""
_FEWEST = 10


def main() -> int:
    options = _options()
    belebele, news = configured("NEWSCITE_BELEBELE", "questions.jsonl"), configured("NEWSCITE_WIKINEWS", "corpus.jsonl")
    if belebele is None or news is None:
        print("skipped: set NEWSCITE_BELEBELE and NEWSCITE_WIKINEWS to the folders of the data")
        return 0
    embedder = open_embedder(Settings())
    reference = make_reference(embedder)
    begun = time.perf_counter()
    trials = [*near_trials(news, embedder, reference), *belebele_trials(belebele, news, embedder, options.every)]
    print(f"{len(trials)} searches, {time.perf_counter() - begun:.0f} s")
    half = [trial for trial in trials if trial.calibration]
    _show_clues(half)
    weighing = _fitted(half, CLUES)
    print(f"\n{weighing}")
    for name, some in (("calibration", half), ("test", [trial for trial in trials if not trial.calibration])):
        if name == "calibration" or options.test:
            _show(f"{name}, first judge alone", some, replace(weighing, second=tuple(-1e9 for _ in RISKS)))
            for left_out in (("aspect",), ("named",), ()):
                used = tuple(clue for clue in CLUES if clue not in left_out)
                _show(f"{name}, both judges, {', '.join(used)}", some, _fitted(half, used))
            shipped = load_weighing(embedder.identity.name)
            if shipped is not None:
                _show(f"{name}, both judges as they ship", some, shipped)
            _show_kinds(some, shipped or weighing)
    if options.write:
        _write(weighing, half, embedder.identity.name)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="renew rag/data/calibration.json")
    parser.add_argument("--test", action="store_true", help="show the test halves too: when all is chosen")
    parser.add_argument("--every", type=int, default=2, help="ask every so many of Belebele's questions")
    return parser.parse_args()


def _fitted(trials: Sequence[Trial], clues: Sequence[str]) -> Weighing:
    """Fits the second judge on the questions that it hears, the news weighing half; then the thresholds of both."""
    first = _first(trials)
    weighing = replace(first, weights=_weights(_based(trials, first), clues))
    near = [trial for trial in _based(trials, first) if trial.source == NEAR and trial.answerable]
    second = [weighing.told(trial.clues) if trial.clues is not None else np.inf for trial in near]
    return replace(weighing, second=_quantiles(np.array(second), _SECOND))


def _first(trials: Sequence[Trial]) -> Weighing:
    """Returns the first judge that refuses the most at the usual risk, each source of questions weighing the same."""
    judges = [replace(one, first=_first_thresholds(trials, one)) for one in
              (Weighing({}, (), (), absent) for absent in _TAKEN_OFF)]

    def refused(judge: Weighing) -> float:
        least = judge.first[RISKS.index(_AT)]
        return float(np.mean([np.mean([_base(trial, judge) < least for trial in trials
                                       if trial.source == source and not trial.answerable])
                              for source in _sources(trials)]))

    return max(judges, key=refused)


def _based(trials: Sequence[Trial], first: Weighing) -> list[Trial]:
    """Returns the trials with what the first judge says among their clues."""
    return [trial if trial.clues is None else replace(trial, clues=replace(trial.clues, base=_base(trial, first)))
            for trial in trials]


def _base(trial: Trial, weighing: Weighing) -> float:
    return weighing.base(trial.confidence, trial.named)


def _sources(trials: Sequence[Trial]) -> list[str]:
    return sorted({trial.source for trial in trials})


def _weights(trials: Sequence[Trial], clues: Sequence[str]) -> Mapping[str, float]:
    """Returns the weights of a logistic model with a ridge penalty, in units of the first clue's."""
    heard = [(trial, asdict(trial.clues)) for trial in trials if trial.clues is not None]
    rows = np.array([[values[name] for name in clues] for _, values in heard], dtype=np.float64)
    wanted = np.array([trial.answerable for trial, _ in heard], dtype=np.float64)
    near = np.array([trial.source == NEAR for trial, _ in heard])
    share = np.where(near, 1.0, near.sum() / max(int((~near).sum()), 1))
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-9)
    design = np.column_stack([(rows - mean) / scale, np.ones(len(rows))])
    penalty = np.diag([_PENALTY] * len(clues) + [0.0])
    found = np.zeros(design.shape[1])
    for _ in range(30):
        chance = 1.0 / (1.0 + np.exp(-design @ found))
        bend = (design * (share * chance * (1.0 - chance))[:, None]).T @ design + penalty
        found += np.linalg.solve(bend, design.T @ (share * (wanted - chance)) - penalty @ found)
    weights = found[:-1] / scale
    return {name: round(float(weight / weights[0]), 3) for name, weight in zip(clues, weights, strict=True)}


def _first_thresholds(trials: Sequence[Trial], judge: Weighing) -> tuple[float, ...]:
    generator = np.random.default_rng(11)
    parts: list[NDArray[np.float64]] = []
    for source in _sources(trials):
        sure = np.array([_base(trial, judge) for trial in trials if trial.answerable and trial.source == source])
        parts.append(generator.choice(sure, _DRAWN))
    return _quantiles(np.concatenate(parts))


def _quantiles(sure: NDArray[np.float64], share: float = 1.0) -> tuple[float, ...]:
    return tuple(round(float(value), 4) for value in np.quantile(sure, [share * risk for risk in RISKS]))


def _sure(trials: Sequence[Trial], weighing: Weighing) -> NDArray[np.float64]:
    return np.array([_base(trial, weighing) if trial.clues is None else weighing.confidence(trial.clues)
                     for trial in _based(trials, weighing)])


def _rates(trials: Sequence[Trial], weighing: Weighing, threshold: float) -> tuple[float, float]:
    """Returns the shares of answerable and of unanswerable questions that are refused."""
    sure = _sure(trials, weighing) < threshold
    right = np.array([trial.answerable for trial in trials])
    return (float(sure[right].mean()) if right.any() else float("nan"),
            float(sure[~right].mean()) if not right.all() else float("nan"))


def _auroc(sure: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    ones, others = sure[right][:, None], sure[~right][None, :]
    return float((ones > others).mean() + 0.5 * (ones == others).mean())


def _show_clues(trials: Sequence[Trial]) -> None:
    print("\nAUROC of each clue, calibration half, questions that the second judge hears")
    for name in CLUES:
        told: list[str] = []
        for source in _sources(trials):
            heard = [(asdict(trial.clues)[name], trial.answerable) for trial in trials
                     if trial.source == source and trial.clues is not None]
            if sum(not right for _, right in heard) >= _FEWEST:
                values, right = (np.array(part) for part in zip(*heard, strict=True))
                told.append(f"{source} {_auroc(values, right):.3f}")
        print(f"  {name:8}" + "  ".join(told))


def _show(title: str, trials: Sequence[Trial], weighing: Weighing) -> None:
    print(f"\n{title}: false refusals / refused unanswerable")
    for risk in (0.02, 0.05, 0.1):
        threshold = weighing.first[RISKS.index(risk)]
        told = [f"{source} {_told([trial for trial in trials if trial.source == source], weighing, threshold)}"
                for source in _sources(trials)]
        print(f"  risk {risk:.2f} ({threshold:+.2f})  " + "  ".join(told))


def _show_kinds(trials: Sequence[Trial], weighing: Weighing) -> None:
    print("\nnear misses by what is asked for, risk 0.05 (+: the best passage is in another language)")
    near = [trial for trial in trials if trial.source == NEAR]
    for kind in sorted({trial.kind for trial in near}):
        some = [trial for trial in near if trial.kind == kind]
        print(f"  {kind:10} {_told(some, weighing, weighing.first[RISKS.index(0.05)])}  of {len(some)}")


def _told(trials: Sequence[Trial], weighing: Weighing, threshold: float) -> str:
    return "/".join(f"{rate:.3f}" for rate in _rates(trials, weighing, threshold))


def _write(weighing: Weighing, trials: Sequence[Trial], model: str) -> None:
    stored = json.loads(TARGET.read_text(encoding="utf-8"))
    source = (f"Belebele in libraries of {', '.join(map(str, SIZES))} articles, and questions about news, calibration "
              f"halves: {sum(trial.answerable for trial in trials)} answerable searches under {model}")
    stored["models"][model] = {**asdict(Calibration(RISKS, weighing.first, source)),
                               "second": {"weights": dict(weighing.weights), "thresholds": weighing.second,
                                          "absent": weighing.absent}}
    TARGET.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"written: {TARGET.name}")


if __name__ == "__main__":
    raise SystemExit(main())
