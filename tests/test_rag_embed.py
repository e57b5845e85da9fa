"""Both halves of the encoder interface, tested alike: the bundled model, and one of sentence-transformers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from rag import Assistant, Settings
from rag.embed import open_embedder
from rag.errors import EmbeddingError
from rag.types import Embedder


@pytest.fixture(scope="module", params=["bundled", "minilm"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    name = "bundled" if request.param == "bundled" else request.getfixturevalue("minilm")
    return open_embedder(Settings(embedding=name))


def test_vectors_are_unit_rows_of_the_stated_width(embedder: Embedder) -> None:
    texts = ["Rain in Porto.", "", "NUL \x00 and a lone \ud800 surrogate", "long " * 3000]
    for encode in (embedder.encode_passages, embedder.encode_questions):
        vectors = encode(texts)
        assert vectors.shape == (4, embedder.identity.dimension)
        assert vectors.dtype == np.float32
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
        assert encode([]).shape == (0, embedder.identity.dimension)


def test_the_right_passage_is_nearest(embedder: Embedder) -> None:
    passages = embedder.encode_passages(["The ferry to Gotland was cancelled because of the storm.",
                                         "Tomato prices have doubled since spring, growers say."])
    questions = embedder.encode_questions(["Why did the ferry not sail?", "What do tomatoes cost now?"])
    assert (questions @ passages.T).argmax(axis=1).tolist() == [0, 1]


def test_text_after_a_nul_counts(embedder: Embedder) -> None:
    whole, cut = embedder.encode_passages(["Snow.\x00 The opera house burnt down in the night.", "Snow."])
    assert float(whole @ cut) < 0.98


def test_the_same_text_has_the_same_vector_and_identity_tells_models_apart(embedder: Embedder, minilm: str) -> None:
    one, other = embedder.encode_passages(["Frost in May."]), embedder.encode_passages(["x", "Frost in May."])
    assert np.allclose(one[0], other[1], atol=1e-4)
    identities = {open_embedder(Settings(embedding=name)).identity for name in ("bundled", minilm)}
    assert len(identities) == 2
    assert embedder.identity in identities


def test_a_model_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EmbeddingError, match="no-such-model") as caught:
        open_embedder(Settings(embedding=str(tmp_path / "no-such-model"))).encode_passages(["x"])
    assert "NEWSCITE_EMBEDDING" in caught.value.remedy


def test_pickled_weights_are_never_loaded(tmp_path: Path, minilm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    model = tmp_path / "model"
    shutil.copytree(minilm, model)
    for weights in model.rglob("*.safetensors"):
        weights.unlink()
    evil = tmp_path / "ran"
    (model / "pytorch_model.bin").write_bytes(
        b"cposix\nsystem\n(S'touch " + str(evil).encode() + b"'\ntR.")
    with pytest.raises(EmbeddingError):
        open_embedder(Settings(embedding=str(model))).encode_passages(["x"])
    assert not evil.exists()


def test_asking_with_the_bundled_model_never_imports_torch(seeded_home: Path) -> None:
    code = ("import sys; from rag import Assistant, Settings\n"
            "with Assistant.open(Settings.from_environment()) as a: assert a.ask('What does Holslag say?').claims\n"
            "print([name for name in ('torch', 'sentence_transformers', 'gradio', 'transformers') if name in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "[]"


def test_a_library_works_with_a_model_that_ships_no_reference(tmp_path: Path, minilm: str) -> None:
    article = tmp_path / "ferry.txt"
    article.write_text("The ferry to Gotland was cancelled on Sunday because of the storm. It sails again on Tuesday.")
    with Assistant.open(Settings(home=tmp_path / "home", embedding=minilm, writer="quotes")) as assistant:
        assistant.ingest([article])
        assert "cancelled on Sunday" in assistant.ask("Why was the ferry to Gotland cancelled?").text
