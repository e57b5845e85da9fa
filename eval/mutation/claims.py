"""True claims: aligned sentences of Belebele, and the paraphrases that come with Newscite."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from eval.dataset import DatasetError, Split, in_calibration_half
from eval.mutation.model import TrueClaim
from rag.sentences import sentence_spans

__all__ = ["belebele_claims", "paraphrase_claims"]

_OTHERS: Final = 3
"""Sentences of the same text that are shown beside the true one: about what an answer's prompt holds."""

_SHORTEST: Final = 25
# German is longer than English by 17 % in the median; beyond these ratios a clause was moved or left out.
_LEAST_RATIO: Final = 0.85
_MOST_RATIO: Final = 1.65


@dataclass(frozen=True, slots=True)
class _Passage:
    language: str
    sentences: tuple[str, ...]


def belebele_claims(folder: Path) -> tuple[TrueClaim, ...]:
    """Returns each aligned sentence twice: the English on German evidence, and the German on English evidence.

    Passages whose counts of sentences differ are left out, and so are sentences that are too unlike in length,
    questions, and those of a few words.

    Args:
        folder: Holds corpus_de.jsonl and corpus_en.jsonl.

    Raises:
        DatasetError: A file is missing or is not Belebele's.
    """
    found: list[TrueClaim] = []
    german, english = _corpus(folder, "de"), _corpus(folder, "en")
    if len(german) != len(english):
        raise DatasetError(f"The corpora in {folder} have {len(german)} and {len(english)} passages.",
                           "Take both files from the same copy of Belebele.")
    for number, (de, en) in enumerate(zip(german, english, strict=True)):
        if len(de.sentences) != len(en.sentences) or len(de.sentences) < 2:
            continue
        split: Split = "calibration" if in_calibration_half(number) else "test"
        for at, (a, b) in enumerate(zip(de.sentences, en.sentences, strict=True)):
            if _aligned(a, b):
                found += [_claim(f"{number:03d}", at, de, en, split), _claim(f"{number:03d}", at, en, de, split)]
    return tuple(found)


def paraphrase_claims(path: Path | None = None) -> tuple[TrueClaim, ...]:
    """Returns the paraphrases of invented news in five languages.

    Args:
        path: Of a file of the same form; by default the one that comes with Newscite.

    Raises:
        DatasetError: The file cannot be read.
    """
    source = files("eval") / "cases" / "paraphrases.jsonl" if path is None else path
    try:
        records = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line]
        return tuple(claim for record in records for claim in _paraphrases(record))
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise DatasetError(f"The paraphrases in {source} cannot be read: {error!r}.",
                           "Give each line id, language, sentences and claims (language, cites, text).") from error


def _paraphrases(record: dict[str, Any]) -> Iterator[TrueClaim]:
    sentences: list[str] = record["sentences"]
    drawn = hashlib.sha256(f"paraphrase {record['id']}".encode()).digest()[0]
    split: Split = "calibration" if drawn % 2 == 0 else "test"
    for number, claim in enumerate(record["claims"]):
        yield TrueClaim(
            id=f"paraphrase-{record['id']}-{number}", source="paraphrases", document=record["id"], split=split,
            text=claim["text"], language=claim["language"], evidence=_shown(sentences, claim["cites"] - 1),
            evidence_language=record["language"],
        )


def _corpus(folder: Path, language: str) -> list[_Passage]:
    path = folder / f"corpus_{language}.jsonl"
    try:
        texts: list[str] = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{path} cannot be read: {error!r}.",
                           "Set NEWSCITE_BELEBELE to a folder with corpus_de.jsonl and corpus_en.jsonl.") from error
    return [_Passage(language, tuple(span.of(text) for span in sentence_spans(text, language))) for text in texts]


def _aligned(german: str, english: str) -> bool:
    return (_LEAST_RATIO <= len(german) / max(1, len(english)) <= _MOST_RATIO
            and min(len(german), len(english)) >= _SHORTEST and not german.endswith("?") and not english.endswith("?"))


def _claim(document: str, at: int, evidence: _Passage, claim: _Passage, split: Split) -> TrueClaim:
    return TrueClaim(
        id=f"belebele-{document}-{evidence.language}-{claim.language}-{at}", source="belebele", document=document,
        split=split, text=claim.sentences[at], language=claim.language, evidence=_shown(evidence.sentences, at),
        evidence_language=evidence.language,
    )


def _shown(sentences: Sequence[str], at: int) -> tuple[str, ...]:
    """Returns the sentence and its neighbours, the nearest first: they are the likeliest to be taken for it."""
    others = sorted((other for other in range(len(sentences)) if other != at), key=lambda other: abs(other - at))
    return (sentences[at], *(sentences[other] for other in others[:_OTHERS]))
