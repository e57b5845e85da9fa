"""How well Newscite ranks: Belebele's questions over its texts, in every mix of English and German, on the test half.

``python -m benchmarks.ranking``, with NEWSCITE_BELEBELE set to the folder of Belebele. Dense is the cosine of the
embedding model alone, lexical BM25 alone, fused what `rag.score` makes of passage, best sentence, bank and words. The
first time encodes everything, for some minutes; the vectors are kept (see `benchmarks.encoded`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.belebele import LANGUAGES, configured
from benchmarks.figures import Figure
from benchmarks.material import Material, Ranking, asked, gather, rankings
from benchmarks.retrieval import full_text_scores, metrics, ndcg, paired_gain
from rag.embed import open_embedder
from rag.score import passage_scores
from rag.settings import Settings

__all__ = ["show", "test_scores"]

DENSE, LEXICAL, FUSED = "dense", "lexical", "fused"
ASKED = -0.005
"""The lower 95 % bound of what fusion adds to dense search: it must not harm where the languages differ."""


def test_scores(ranking: Ranking, material: Material) -> Mapping[str, NDArray[np.float32]]:
    """Returns the scores of the test half's questions by method, each of shape (questions, passages)."""
    test = np.flatnonzero(~ranking.calibration)
    texts = [material.belebele.passages[LANGUAGES[row // material.documents]][number]
             for number, row in enumerate(ranking.rows)]
    questions = [material.belebele.questions[at].texts[ranking.question_language] for at in test]
    return {
        DENSE: np.stack([ranking.signals[at].dense for at in test]),
        LEXICAL: full_text_scores(questions, texts),
        FUSED: np.stack([passage_scores(ranking.signals[at], material.reference) for at in test]),
    }


def show(quick: bool = False) -> list[Figure]:
    """Measures, prints the table and returns the figures."""
    folder = configured("NEWSCITE_BELEBELE", "questions.jsonl")
    if folder is None:
        print("skipped: set NEWSCITE_BELEBELE to the folder of Belebele (corpus_de, corpus_en, questions .jsonl)")
        return []
    if quick:
        print("left out of a quick run")
        return []
    material = gather(open_embedder(Settings()), folder, None)
    ranked = [item for language in LANGUAGES for item in rankings(material, asked(material, language))]
    _show_dense(ranked)
    print(f"{'test half':10}{'':9}{'nDCG@10':>8}{'R@1':>7}{'R@5':>7}   minus dense, nDCG@10, 95 %")
    reached: list[Figure] = []
    for item in ranked:
        relevant = item.relevant[~item.calibration]
        scores = test_scores(item, material)
        for name, values in scores.items():
            found = metrics(values, relevant)
            gain = paired_gain(ndcg(values, relevant), ndcg(scores[DENSE], relevant), relevant)
            print(f"{item.name:10}{name:9}{found.ndcg10:>8.3f}{found.recall1:>7.3f}{found.recall5:>7.3f}"
                  f"   {'' if name == DENSE else gain}", flush=True)
            if name == FUSED:
                reached.append(Figure(f"fused minus dense, {item.name}, lower bound", gain.low, ASKED, at_least=True))
    return reached


def main() -> int:
    measured = show()
    print(*measured, sep="\n")
    return int(not all(figure.reached for figure in measured))


def _show_dense(ranked: Sequence[Ranking]) -> None:
    item = next(item for item in ranked if item.name == "en->de")
    dense = np.stack([signal.dense for signal in item.signals])
    print(f"dense alone, all {len(dense)} questions, {item.name}: nDCG@10 {metrics(dense, item.relevant).ndcg10:.4f}")


if __name__ == "__main__":
    raise SystemExit(main())
