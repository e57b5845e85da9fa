"""The mutations and pairs that the checks of sense are measured with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.sense_checks import load_pairs, main, parts
from benchmarks.sense_mutations import MUTATIONS


@pytest.mark.parametrize(("name", "language", "sentence", "expected"), [
    ("negator added", "en", "The gate is open.", "The gate is not open."),
    ("negator removed", "de", "Das ist kein Fehler.", "Das ist ein Fehler."),
    ("negator removed", "en", "It is not so, and it is never so.", None),
    ("hedge dropped", "en", "It could be late.", "It is late."),
    ("hedge dropped", "en", "It could perhaps be late.", None),
    ("plan as done", "de", "Sie planen den Bau.", "Sie hat den Bau."),
    ("plan as done", "en", "If you want to go, ask.", None),
    ("speaker dropped", "en", "According to the police, the road is closed.", "The road is closed."),
    ("speaker dropped", "de", "Der Zug fiel aus, sagte die Polizei.", "Der Zug fiel aus"),
    ("turned round", "en", "Prices rose.", "Prices fell."),
])
def test_a_mutation_changes_one_thing_or_does_not_fit(
    name: str, language: str, sentence: str, expected: str | None
) -> None:
    assert MUTATIONS[name](sentence, language) == expected


def test_pairs_are_the_sentences_of_texts_that_have_as_many_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [("The mill burned, and the town was saved. It rained.", "Die Mühle brannte, und der Ort blieb. Es regnete."),
             ("One. Two sentences here.", "Nur ein Satz ist es hier.")]
    for place, language in enumerate(("en", "de")):
        lines = [json.dumps({"url": f"u{number}", "text": pair[place]}) for number, pair in enumerate(texts)]
        (tmp_path / f"corpus_{language}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    pairs = load_pairs(tmp_path)
    assert [pair.language for pair in pairs] == ["en", "de"] * 2
    assert [part.claim for part in parts(pairs[0])] == ["the town was saved."]
    monkeypatch.setenv("NEWSCITE_BELEBELE", str(tmp_path))
    assert main() == 0
    assert "4 true claims" in capsys.readouterr().out
    monkeypatch.delenv("NEWSCITE_BELEBELE")
    assert main() == 2
