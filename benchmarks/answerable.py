"""Shows how rag/answerable.py tells what articles answer from what they only speak of, and finds its weights.

``python -m benchmarks.answerable``, with NEWSCITE_BELEBELE and NEWSCITE_WIKINEWS set to the folders of the data. Two
sorts of questions: Belebele's, with and without their document in libraries of many sizes; and those of
cases/near_miss.jsonl, about dated news and invented articles, half of which the article on the matter does not answer.
Weights, shift and thresholds are found on the calibration halves by document, and shown on the test halves.
``--write`` renews the bundled model's part of rag/data/calibration.json.
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
from rag.answerable import Weighing
from rag.embed import open_embedder
from rag.score import Calibration
from rag.settings import Settings

TARGET = Path(__file__).resolve().parents[1] / "rag" / "data" / "calibration.json"
RISKS = (0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
EVERY = ("base",)
NAMED = ("base", "kind", "aspect")
SHOWN = ("base", "lead", "peak", "kind", "aspect")
SHIFTS = tuple(float(shift) for shift in np.arange(0.0, 6.1, 0.25))
CHOSEN_AT = 0.05
_DRAWN = 2000
_PENALTY = 3.0
_ALONE = Weighing({"base": 1.0}, {"base": 1.0}, 0.0)


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
    test = [trial for trial in trials if not trial.calibration]
    _show_clues(half)
    weighing = _fitted(half)
    print(f"\n{weighing}")
    thresholds = _thresholds(half, weighing)
    for name, some in (("calibration", half), ("test", test)):
        for label, used in (("search alone", _ALONE), ("base and kind", _only(half, ("base", "kind"))),
                            ("base and aspect", _only(half, ("base", "aspect"))), ("both judges", weighing)):
            _show(f"{name}, {label}", some, used, _thresholds(half, used))
    _show_curve(test, weighing)
    if options.write:
        _write(weighing, thresholds, half, embedder.identity.name)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="renew rag/data/calibration.json")
    parser.add_argument("--every", type=int, default=2, help="ask every so many of Belebele's questions")
    return parser.parse_args()


def _fitted(trials: Sequence[Trial], clues: Sequence[str] = NAMED) -> Weighing:
    """Fits each judge on its own questions, then the shift: the one that refuses most of what is to be refused."""
    far = [trial for trial in trials if trial.source != NEAR]
    near = [trial for trial in trials if trial.source == NEAR and trial.clues.kind is not None]
    base = Weighing(_weights(far, [name for name in EVERY if name in clues]), _weights(near, clues), 0.0)
    return max((replace(base, shift=shift) for shift in SHIFTS), key=lambda tried: _reached(trials, tried))


def _only(trials: Sequence[Trial], clues: Sequence[str]) -> Weighing:
    return _fitted(trials, clues)


def _reached(trials: Sequence[Trial], weighing: Weighing) -> float:
    threshold = _thresholds(trials, weighing)[RISKS.index(CHOSEN_AT)]
    rates = {source: _rates(trials, source, weighing, threshold)[1] for source in {trial.source for trial in trials}}
    return 0.5 * rates[NEAR] + 0.5 * float(np.mean([rate for source, rate in rates.items() if source != NEAR]))


def _weights(trials: Sequence[Trial], clues: Sequence[str]) -> Mapping[str, float]:
    """Returns the weights of a logistic model with a ridge penalty, in units of the first clue's."""
    rows = np.array([[getattr(trial.clues, name) for name in clues] for trial in trials], dtype=np.float64)
    wanted = np.array([trial.answerable for trial in trials], dtype=np.float64)
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-9)
    design = np.column_stack([(rows - mean) / scale, np.ones(len(rows))])
    penalty = np.diag([_PENALTY] * len(clues) + [0.0])
    found = np.zeros(design.shape[1])
    for _ in range(30):
        chance = 1.0 / (1.0 + np.exp(-design @ found))
        bend = (design * (chance * (1.0 - chance))[:, None]).T @ design + penalty
        found += np.linalg.solve(bend, design.T @ (wanted - chance) - penalty @ found)
    weights = found[:-1] / scale
    return {name: round(float(weight / weights[0]), 3) for name, weight in zip(clues, weights, strict=True)}


def _sure(trials: Sequence[Trial], weighing: Weighing) -> NDArray[np.float64]:
    return np.array([weighing.confidence(trial.clues) for trial in trials])


def _thresholds(trials: Sequence[Trial], weighing: Weighing) -> tuple[float, ...]:
    """Returns quantiles over answerable questions; each size of Belebele weighs the same, the news as one of them."""
    generator = np.random.default_rng(11)
    parts: list[NDArray[np.float64]] = []
    for source in sorted({trial.source for trial in trials}):
        sure = _sure([trial for trial in trials if trial.answerable and trial.source == source], weighing)
        parts.append(generator.choice(sure, _DRAWN))
    return tuple(round(float(value), 4) for value in np.quantile(np.concatenate(parts), RISKS))


def _rates(trials: Sequence[Trial], source: str, weighing: Weighing, threshold: float) -> tuple[float, float]:
    """Returns the shares of answerable and of unanswerable questions that are refused."""
    some = [trial for trial in trials if trial.source == source]
    sure = _sure(some, weighing) < threshold
    right = np.array([trial.answerable for trial in some])
    return float(sure[right].mean()), float(sure[~right].mean())


def _auroc(sure: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    ones, others = sure[right][:, None], sure[~right][None, :]
    return float((ones > others).mean() + 0.5 * (ones == others).mean())


def _show_clues(trials: Sequence[Trial]) -> None:
    print("\nAUROC of each clue, calibration half (kind and aspect: where the question names the matter)")
    for name in SHOWN:
        told: list[str] = []
        for source in sorted({trial.source for trial in trials}):
            some = [trial for trial in trials if trial.source == source and getattr(trial.clues, name) is not None]
            values = np.array([getattr(trial.clues, name) for trial in some], dtype=np.float64)
            told.append(f"{source} {_auroc(values, np.array([trial.answerable for trial in some])):.3f}")
        print(f"  {name:8}" + "  ".join(told))


def _show(title: str, trials: Sequence[Trial], weighing: Weighing, thresholds: Sequence[float]) -> None:
    print(f"\n{title}: false refusals / refused unanswerable")
    for risk in (0.02, 0.05, 0.1):
        threshold = thresholds[RISKS.index(risk)]
        told = [f"{source} {'/'.join(f'{rate:.3f}' for rate in _rates(trials, source, weighing, threshold))}"
                for source in sorted({trial.source for trial in trials})]
        print(f"  risk {risk:.2f} ({threshold:+.2f})  " + "  ".join(told))


def _show_curve(trials: Sequence[Trial], weighing: Weighing) -> None:
    """Shows what a threshold of its own for each sort of question would refuse: how far the clues can tell."""
    for source in sorted({trial.source for trial in trials}):
        for label, used in (("search alone", _ALONE), ("both judges", weighing)):
            some = [trial for trial in trials if trial.source == source]
            sure, right = _sure(some, used), np.array([trial.answerable for trial in some])
            rates = [float((sure[~right] < np.quantile(sure[right], share)).mean()) for share in (0.02, 0.05, 0.1)]
            print(f"test, {source}, {label}: AUROC {_auroc(sure, right):.3f}, refused at 2, 5, 10 % false refusals "
                  + " / ".join(f"{rate:.3f}" for rate in rates))


def _write(weighing: Weighing, thresholds: tuple[float, ...], trials: Sequence[Trial], model: str) -> None:
    stored = json.loads(TARGET.read_text(encoding="utf-8"))
    source = (f"Belebele in libraries of {', '.join(map(str, SIZES))} articles, and questions about news, calibration "
              f"halves: {sum(trial.answerable for trial in trials)} answerable searches under {model}")
    stored["models"][model] = {**asdict(Calibration(RISKS, thresholds, source)), "clues": asdict(weighing)}
    TARGET.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"written: {TARGET.name}")


if __name__ == "__main__":
    raise SystemExit(main())
