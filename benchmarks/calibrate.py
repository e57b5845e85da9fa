"""Shows how rag/score.py ranks and abstains, and finds its weights and the thresholds of rag/data/calibration.json.

``python -m benchmarks.calibrate``, with NEWSCITE_BELEBELE and NEWSCITE_WIKINEWS set to the folders of the data.
Everything is found on the calibration half of Belebele and shown on the other. ``--search`` searches the weights anew
(they are constants of rag/score.py), ``--write`` renews rag/data/calibration.json, ``--embedding NAME`` measures
another model. What is found here is the confidence of the search alone, on which models without weights for further
clues decide; the bundled model's thresholds are found by ``python -m benchmarks.answerable``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.abstention import MIXES, SIZES, Case, auroc, confidences
from benchmarks.belebele import LANGUAGES, configured
from benchmarks.material import Material, Ranking, asked, gather, rankings
from benchmarks.retrieval import full_text_scores, metrics, ndcg, paired_gain
from rag.embed import BUNDLED, open_embedder
from rag.score import WEIGHTS, Calibration, Reference, Weights, load_calibration, passage_scores
from rag.settings import Settings
from rag.types import EmbeddingIdentity

TARGET = Path(__file__).resolve().parents[1] / "rag" / "data" / "calibration.json"
RISKS = (0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
RISK = 0.05
GRID: dict[str, tuple[float, ...]] = {
    "sentence": (0.2, 0.3, 0.4, 0.5),
    "bias": (0.0, 0.15, 0.3, 0.5),
    "language_gap": (0.0, 0.7, 1.0, 1.2, 1.4, 1.6, 1.8),
    "lexical_same": (0.0, 1.0, 1.5, 2.0, 2.5, 3.0),
    "lexical_cross": (0.0, 0.5, 1.0, 1.5, 2.0),
}


def main() -> int:
    options = _options()
    belebele = configured("NEWSCITE_BELEBELE", "questions.jsonl")
    if belebele is None:
        print("skipped: set NEWSCITE_BELEBELE to the folder of Belebele (corpus_de, corpus_en, questions .jsonl)")
        return 0
    haystack = configured("NEWSCITE_WIKINEWS", "corpus.jsonl")
    if haystack is None:
        print("NEWSCITE_WIKINEWS is not set: libraries of 500 articles are left out")
    embedder = open_embedder(Settings(embedding=options.embedding))
    material = gather(embedder, belebele, haystack)
    questions = {language: asked(material, language) for language in LANGUAGES}
    ranked = [item for language in LANGUAGES for item in rankings(material, questions[language])]
    if options.search:
        _show_search(ranked, material.reference)
    _show_rankings(ranked, material)
    sizes = SIZES if haystack is not None else tuple(size for size in SIZES if size <= 200)
    halves = [[case for asking in questions.values()
               for case in confidences(asking, half, material.reference, material.articles, sizes)]
              for half in (True, False)]
    calibration = _calibrated(halves[0], embedder.identity)
    for risk in (RISK, 0.1):
        _show_abstention(halves[1], calibration.threshold(risk), risk)
    _show_shipped(halves[1], load_calibration(replace(embedder.identity, name="none")))
    if options.write:
        _write(calibration, embedder.identity)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--search", action="store_true", help="search the weights on the calibration half")
    parser.add_argument("--write", action="store_true", help="renew rag/data/calibration.json")
    parser.add_argument("--embedding", default="bundled", help="as NEWSCITE_EMBEDDING")
    return parser.parse_args()


def _scores(ranking: Ranking, reference: Reference, weights: Weights) -> NDArray[np.float32]:
    return np.stack([passage_scores(item, reference, weights) for item in ranking.signals])


def _show_search(ranked: Sequence[Ranking], reference: Reference) -> None:
    """Climbs one weight at a time; the aim is the mean nDCG@10 over all language pairs of the calibration half."""

    def aim(weights: Weights) -> float:
        return float(np.mean([
            ndcg(_scores(item, reference, weights)[item.calibration], item.relevant[item.calibration]).mean()
            for item in ranked]))

    best, reached = WEIGHTS, aim(WEIGHTS)
    for _ in range(2):
        for name, values in GRID.items():
            for value in values:
                changed = {"passage": 1.0 - value} if name == "sentence" else {}
                tried = replace(best, **{name: value}, **changed)
                score = aim(tried)
                if score > reached + 1e-5:
                    best, reached = tried, score
    print(f"searched: mean nDCG@10 {reached:.4f} with {best}\nin use:   {aim(WEIGHTS):.4f} with {WEIGHTS}")


def _show_rankings(ranked: Sequence[Ranking], material: Material) -> None:
    every = next(item for item in ranked if item.name == "en->de")
    dense = np.stack([item.dense for item in every.signals])
    print(f"\ndense alone, all {len(dense)} questions, en->de: nDCG@10 {metrics(dense, every.relevant).ndcg10:.4f}")
    print("\nTest half                 nDCG@10 R@1  R@5    fused minus dense (nDCG@10, 95 %)")
    for item in ranked:
        test = ~item.calibration
        relevant = item.relevant[test]
        texts = [material.belebele.passages[LANGUAGES[row // material.documents]][number]
                 for number, row in enumerate(item.rows)]
        asking = [question.texts[item.question_language] for question in material.belebele.questions]
        scores = {
            "dense": np.stack([signal.dense for signal in item.signals])[test],
            "lexical (BM25)": full_text_scores([asking[at] for at in np.flatnonzero(test)], texts),
            "fused": _scores(item, material.reference, WEIGHTS)[test],
        }
        for name, values in scores.items():
            gain = paired_gain(ndcg(values, relevant), ndcg(scores["dense"], relevant), relevant)
            print(f"{item.name:9} {name:15} {metrics(values, relevant)}  {gain if name == 'fused' else ''}")


def _calibrated(cases: Sequence[Case], identity: EmbeddingIdentity) -> Calibration:
    """Returns the quantiles of confidence over all answerable questions, each kind of library weighing the same."""
    answerable = np.concatenate([case.answerable for case in cases])
    source = (f"Belebele, calibration half: {len(cases[0].answerable)} questions in English and German, libraries of "
              f"{', '.join(str(size) for size in dict.fromkeys(case.size for case in cases))} articles in English, "
              f"German and both; {len(answerable)} confidences under {identity.name} ({identity.revision})")
    return Calibration(RISKS, tuple(round(float(value), 4) for value in np.quantile(answerable, RISKS)), source)


def _show_abstention(cases: Sequence[Case], threshold: float, risk: float) -> None:
    print(f"\nTest half, threshold {threshold:.3f} for {risk:.0%} false refusals: false refusals / refused unanswerable"
          " / AUROC, by articles in the library")
    sizes = list(dict.fromkeys(case.size for case in cases))
    print(f"{'':9}" + "".join(f"{size:>20}" for size in sizes))
    for language in LANGUAGES:
        for mix in MIXES:
            row = [case for case in cases if (case.question_language, case.mix) == (language, mix)]
            print(f"{language}->{mix:5}" + "".join(f"{_rates([case], threshold):>20}" for case in row))
    print("all      " + "".join(
        f"{_rates([case for case in cases if case.size == size], threshold):>20}" for size in sizes))


def _rates(cases: Sequence[Case], threshold: float) -> str:
    false = np.mean([(case.answerable < threshold).mean() for case in cases])
    right = np.mean([(case.unanswerable < threshold).mean() for case in cases])
    return f"{false:.3f}/{right:.3f}/{np.mean([auroc(case) for case in cases]):.3f}"


def _show_shipped(cases: Sequence[Case], shipped: Calibration) -> None:
    print(f"\nshipped calibration ({shipped.source}):")
    for risk in RISKS:
        threshold = shipped.threshold(risk)
        print(f"  risk {risk:.3f}  threshold {threshold:+.3f}  false refusals on the test half "
              f"{np.mean([(case.answerable < threshold).mean() for case in cases]):.3f}, refused unanswerable "
              f"{np.mean([(case.unanswerable < threshold).mean() for case in cases]):.3f}")


def _write(calibration: Calibration, identity: EmbeddingIdentity) -> None:
    stored: dict[str, Any] = json.loads(TARGET.read_text(encoding="utf-8")) if TARGET.is_file() else {"models": {}}
    if not identity.name.startswith(BUNDLED):
        stored["models"][identity.name] = asdict(calibration)
    else:
        # A confidence counts in spreads of its model, so the bundled model's curve is the best guess for another.
        stored["default"] = asdict(replace(calibration, source=f"not calibrated for this model; {calibration.source}"))
        stored["weights"] = asdict(WEIGHTS)
    TARGET.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"written: {TARGET.name}")


if __name__ == "__main__":
    raise SystemExit(main())
