"""Whether written sentences follow from their quotes, by a cross-encoder; its replies are kept beside the run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from eval.artefacts import RunFolder
from eval.records import AnswerRecord, SupportRecord
from rag.embed import Entailment

__all__ = ["judge_support", "support_journal", "support_key"]

_BATCH = 32


def support_key(quotes: Sequence[str], claim: str) -> str:
    """Names a claim with the quotes that it cites."""
    return hashlib.sha256("\0".join([*quotes, "", claim]).encode()).hexdigest()[:40]


def judge_support(folder: RunFolder, answers: Iterable[AnswerRecord], model: Entailment) -> None:
    """Asks the model about every written sentence of a run that it was not asked about before.

    Raises:
        EmbeddingError: The model cannot be loaded.
    """
    journal = folder.journal(support_journal(model.name), SupportRecord)
    known = {record.key for record in journal.read()}
    wanted = {key: pair for key, pair in _pairs(answers).items() if key not in known}
    keys = list(wanted)
    for at in range(0, len(keys), _BATCH):
        part = keys[at : at + _BATCH]
        for key, value in zip(part, model.probabilities([wanted[key] for key in part]), strict=True):
            journal.append(SupportRecord(key, round(value, 6)))


def _pairs(answers: Iterable[AnswerRecord]) -> Mapping[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for answer in answers:
        quotes = {citation.number: citation.quote for citation in answer.citations}
        for claim in answer.claims:
            if claim.verdict == "supported":
                cited = [quotes[number] for number in claim.citations]
                found[support_key(cited, claim.text)] = (" ".join(cited), claim.text)
    return found


def support_journal(model: str) -> str:
    """Names the journal of one model's replies."""
    return f"support-{hashlib.sha256(model.encode()).hexdigest()[:12]}"
