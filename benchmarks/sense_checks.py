"""What the checks of sense catch, and what they refuse wrongly.

`NEWSCITE_BELEBELE=... python -m benchmarks.sense_checks`

True claims are human translations: a sentence of Belebele in one language, as a claim on the same sentence in the other
(texts of as many sentences in both; English on German and German on English). Parts are their main clauses where both
have as many, joined by ";" or by "and" or "but" behind a comma, each on the whole sentence of the other language. False
claims are the true ones with one thing changed (`benchmarks.sense_mutations`). The halves share no source page; words
were chosen on the calibration half alone. Languages other than English and German have no such pairs here: their tables
were written to the same plan and are held by tests only. What an NLI cross-encoder (`rag.embed.entailment`) would add
is not measured. Of names in each other's places only the false alarms are counted here: `newscite eval mutations` makes
the false ones.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.belebele import configured
from benchmarks.sense_mutations import MUTATIONS
from rag.check.attribution import check_attribution
from rag.check.change import check_change
from rag.check.modality import check_modality
from rag.check.numbers import Source
from rag.check.polarity import check_polarity
from rag.check.result import CheckResult
from rag.check.roles import check_roles
from rag.sentences import sentence_spans

__all__ = ["Pair", "load_pairs", "main", "parts"]

_CHECKS: dict[str, Callable[[str, str, Sequence[Source]], CheckResult]] = {
    "polarity": lambda claim, language, quotes: check_polarity(claim, language, quotes, quotes),
    "modality": check_modality,
    "attribution": lambda claim, language, quotes: check_attribution(claim, language, quotes, quotes),
    "change": lambda claim, language, quotes: check_change(claim, language, quotes, quotes),
    "roles": check_roles,
}
_AIMS = {"negator added": "polarity", "negator removed": "polarity", "hedge dropped": "modality",
         "plan as done": "modality", "speaker dropped": "attribution", "turned round": "change"}
_JOINT = re.compile(r"; |, (?:and|but|und|aber|doch) ")
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """A true claim and its evidence."""

    claim: str
    language: str
    quote: Source
    calibration: bool


def load_pairs(folder: Path) -> tuple[Pair, ...]:
    """Reads corpus_en.jsonl and corpus_de.jsonl, aligned line by line, into pairs of sentences, both ways."""
    return tuple(_pairs(folder))


def parts(pair: Pair) -> tuple[Pair, ...]:
    """Returns the main clauses of a claim as claims; none where its evidence is not joined of as many."""
    pieces = _JOINT.split(pair.claim)
    alike = len(pieces) == len(_JOINT.split(pair.quote.text)) > 1
    return tuple(Pair(piece, pair.language, pair.quote, pair.calibration) for piece in pieces
                 if alike and len(piece.split()) >= _FEWEST_WORDS)


def main() -> int:
    """Prints the table; 2 where the data are not named."""
    folder = configured("NEWSCITE_BELEBELE", "corpus_en.jsonl")
    if folder is None:
        print("Set NEWSCITE_BELEBELE to a folder with Belebele (see docs).", file=sys.stderr)
        return 2
    pairs = load_pairs(folder)
    for half, wanted in (("calibration", True), ("test", False)):
        chosen = [pair for pair in pairs if pair.calibration is wanted]
        print(f"\n{half} half: {len(chosen)} true claims")
        _print_alarms("false alarms, whole sentences", chosen)
        _print_alarms("false alarms, clauses", [part for pair in chosen for part in parts(pair)])
        _print_catches(chosen)
    return 0


def _print_alarms(title: str, pairs: Sequence[Pair]) -> None:
    print(f"  {title} ({len(pairs)})")
    refused = {name: {at for at, pair in enumerate(pairs) if not _passes(name, pair.claim, pair)} for name in _CHECKS}
    for name, found in refused.items():
        print(f"    {name:<16} {_share(len(found), len(pairs))}")
    print(f"    {'together':<16} {_share(len(set[int]().union(*refused.values())), len(pairs))}")


def _print_catches(pairs: Sequence[Pair]) -> None:
    print("  caught by the check meant, by any")
    for name, mutate in MUTATIONS.items():
        false = [(text, pair) for pair in pairs if (text := mutate(pair.claim, pair.language)) is not None]
        # What was refused before it was changed proves nothing.
        false = [(text, pair) for text, pair in false if all(_passes(check, pair.claim, pair) for check in _CHECKS)]
        own = sum(not _passes(_AIMS[name], text, pair) for text, pair in false)
        any_check = sum(any(not _passes(check, text, pair) for check in _CHECKS) for text, pair in false)
        print(f"    {name:<16} {_share(own, len(false))}  {_share(any_check, len(false))}")


def _passes(check: str, claim: str, pair: Pair) -> bool:
    return _CHECKS[check](claim, pair.language, [pair.quote]).passed


def _share(count: int, total: int) -> str:
    return f"{count / total:6.1%} ({count} of {total})" if total else "     - (none)"


def _pairs(folder: Path) -> Iterator[Pair]:
    english, german = (_records(folder / f"corpus_{language}.jsonl") for language in ("en", "de"))
    for one, other in zip(english, german, strict=True):
        half = int(hashlib.sha256(one["url"].encode()).hexdigest(), 16) % 2 == 0
        here, there = _sentences(one["text"], "en"), _sentences(other["text"], "de")
        if len(here) != len(there):
            continue
        for left, right in zip(here, there, strict=True):
            yield Pair(left, "en", Source(right, "de"), half)
            yield Pair(right, "de", Source(left, "en"), half)


def _records(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _sentences(text: str, language: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, language)]


if __name__ == "__main__":
    raise SystemExit(main())
