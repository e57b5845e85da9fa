"""Claims judged by a cross-encoder: asked once, kept beside the run, and scored from what was kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from eval.artefacts import RunFolder
from eval.records import AnswerRecord, CitationRecord, ClaimRecord, SupportRecord
from eval.support import judge_support, support_journal, support_key
from rag.embed import open_entailment
from rag.errors import EmbeddingError

QUOTE = "A fire destroyed the old mill."
CLAIMS = ("The mill burned.", "The mill was old.")


def written(*claims: str) -> AnswerRecord:
    return AnswerRecord("k", "d", "c", "model", status="answered",
                        claims=tuple(ClaimRecord(text, "supported", (1,)) for text in claims),
                        citations=(CitationRecord(1, "a", 1, 0, len(QUOTE), QUOTE),))


class Counting:
    name = "counting"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        self.asked += pairs
        return [0.25] * len(pairs)


def test_each_claim_is_judged_once_with_the_quotes_that_it_cites(tmp_path: Path) -> None:
    model, folder = Counting(), RunFolder(tmp_path)
    judge_support(folder, [written(CLAIMS[0])], model)
    judge_support(folder, [written(*CLAIMS), written(CLAIMS[1])], model)
    assert model.asked == [(QUOTE, CLAIMS[0]), (QUOTE, CLAIMS[1])]
    kept = folder.journal(support_journal("counting"), SupportRecord).read()
    assert {item.key: item.probability for item in kept} == {support_key([QUOTE], text): 0.25 for text in CLAIMS}


def cross_encoder(folder: Path, labels: dict[int, str]) -> str:
    """Makes a cross-encoder of chance weights: what it says means nothing, but it is one to the last file."""
    transformers = pytest.importorskip("transformers")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "fire", "the", "mill", "old", "burned", "destroyed", "."]
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(words))
    transformers.BertTokenizerFast(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=len(words), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        num_labels=len(labels), id2label=labels, label2id={label: at for at, label in labels.items()})
    transformers.BertForSequenceClassification(config).save_pretrained(folder)
    return str(folder)


@pytest.mark.filterwarnings("default")
def test_any_nli_cross_encoder_gives_probabilities_and_another_is_refused(tmp_path: Path) -> None:
    nli = open_entailment(cross_encoder(tmp_path / "nli", {0: "contradiction", 1: "entailment", 2: "neutral"}))
    found = nli.probabilities([(QUOTE, text) for text in CLAIMS])
    assert len(found) == 2
    assert all(0 < value < 1 for value in found)
    assert nli.probabilities([]) == []
    with pytest.raises(EmbeddingError, match="no label for entailment"):
        open_entailment(cross_encoder(tmp_path / "mood", {0: "good", 1: "bad"})).probabilities([(QUOTE, CLAIMS[0])])


def test_a_model_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match="cannot be loaded"):
        open_entailment(str(tmp_path / "nothing")).probabilities([(QUOTE, CLAIMS[0])])
