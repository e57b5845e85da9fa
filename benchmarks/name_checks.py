"""How many false names the check catches, and how many true claims it fails: Belebele's aligned English and German.

    NEWSCITE_BELEBELE=... python -m benchmarks.name_checks [--half test] [--show]

A true claim is a sentence of one language whose evidence is the same sentence as translated by people. A false one is
the same claim with one name put for another of its kind out of the other claims, or with a speaker added whom nobody
named. Which words are names is told apart from the check: places are those that CLDR and GeoNames name in both,
other names are the capitalised words that both translations spell alike.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from babel import Locale

from benchmarks.belebele import configured
from benchmarks.figures import Figure
from rag.check.names import check_names
from rag.check.numbers import Source
from rag.gazetteer import meanings
from rag.sentences import sentence_spans

__all__ = ["Case", "cases", "measure"]

_CAPITALS = re.compile(r"(?<![\w-])[^\W\d_a-zß-öø-ÿ][^\W\d_]{2,}(?: [^\W\d_a-zß-öø-ÿ][^\W\d_]{2,})*(?![\w-])")
_WORD = re.compile(r"\w+")
_SEED = 7
_GREAT = 100_000
# Half of them are made of common words, as many names are.
_STRANGERS = ("Nora Lindqvist", "Jonas Weber", "Rafael Ortega", "Grace Miller", "Tomasz Wilk", "Paul Busch",
              "Aiko Tanabe", "Ingrid Hall", "Chidi Obiora", "Till Winter")
_SAID = {"en": ", said {}.", "de": ", sagte {}."}
_ASKED_CAUGHT = 0.95
_ASKED_FALSE = 0.03


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with its evidence.

    Attributes:
        kind: "true", or what was put for another: "state", "city" (of 100,000 and more), "person" (any other name of
            two words and more), "name" (of one) or "speaker" (added, not put for another).
        replaced: What stood there; "" where true.
    """

    kind: str
    claim: str
    language: str
    evidence: str
    evidence_language: str
    replaced: str = ""


@dataclass(frozen=True, slots=True)
class _Pair:
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    name: str


def main() -> int:
    """Prints the figures; returns 1 where one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("calibration", "test"), action="append")
    parser.add_argument("--show", action="store_true", help="print every failure of the calibration half")
    options = parser.parse_args()
    folder = configured("NEWSCITE_BELEBELE", "corpus_en.jsonl")
    if folder is None:
        print("NEWSCITE_BELEBELE names no folder with corpus_en.jsonl: nothing measured.")
        return 0
    figures: list[Figure] = []
    for half in options.half or ("calibration", "test"):
        print(half)
        found = measure(cases(folder, half == "calibration"), options.show and half == "calibration")
        print(*(f"  {figure}" for figure in found), sep="\n")
        figures.extend(found)
    return 0 if all(figure.reached for figure in figures) else 1


def cases(folder: Path, calibration: bool) -> tuple[Case, ...]:
    """Returns the cases of one half, true ones first; the same at each run."""
    pairs = tuple(_pairs(folder, calibration))
    return (*_true(pairs), *_false(pairs), *_spoken(pairs))


def measure(items: Sequence[Case], show: bool = False) -> tuple[Figure, ...]:
    """Returns the share of true claims that fail, and for each kind of false ones the share that does."""
    failed: dict[str, list[bool]] = {}
    for case in items:
        result = check_names(case.claim, case.language, [Source(case.evidence, case.evidence_language)])
        for kind in (case.kind, f"{case.kind} {case.language}>{case.evidence_language}"):
            failed.setdefault(kind, []).append(not result.passed)
        if show and result.passed != case.kind.startswith("true"):
            print(f"  {case.kind} {case.language} {case.replaced!r}: {result.reason} {case.claim} || {case.evidence}")
    return tuple(
        Figure(f"{kind} ({len(outcomes)})", sum(outcomes) / len(outcomes), _ASKED_FALSE, False)
        if kind.startswith("true") else
        Figure(f"{kind} caught ({len(outcomes)})", sum(outcomes) / len(outcomes), _ASKED_CAUGHT, True)
        for kind, outcomes in sorted(failed.items()))


def _pairs(folder: Path, calibration: bool) -> Iterator[_Pair]:
    """Yields sentences that are translations of each other: of documents with as many sentences in both languages."""
    for english, german in zip(*(_records(folder, language) for language in ("en", "de")), strict=True):
        # By the page that it was taken from: documents of one page speak of the same names.
        if (int(hashlib.sha256(english["url"].encode()).hexdigest(), 16) % 2 == 0) == calibration:
            sides = [[span.of(record["text"]) for span in sentence_spans(record["text"], language)]
                     for record, language in ((english, "en"), (german, "de"))]
            if len(sides[0]) == len(sides[1]):
                yield from (_Pair({"en": one, "de": two}) for one, two in zip(*sides, strict=True))


def _records(folder: Path, language: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (folder / f"corpus_{language}.jsonl").read_text(encoding="utf-8").splitlines()]


def _true(pairs: Sequence[_Pair]) -> Iterator[Case]:
    for pair in pairs:
        for language, other in (("en", "de"), ("de", "en")):
            yield Case("true", pair.texts[language], language, pair.texts[other], other)
            if _found(pair, language):
                yield Case("true with a name", pair.texts[language], language, pair.texts[other], other)


def _spoken(pairs: Sequence[_Pair]) -> Iterator[Case]:
    chance = random.Random(_SEED)  # noqa: S311
    for language, said in _SAID.items():
        for pair in pairs:
            stranger = chance.choice(_STRANGERS)
            claim = pair.texts[language].rstrip(".!?\"“”") + said.format(stranger)
            yield from (Case("speaker", claim, language, text, other) for other, text in pair.texts.items())


def _false(pairs: Sequence[_Pair]) -> Iterator[Case]:
    small = {word for pair in pairs for word in _WORD.findall(pair.texts["en"]) if word.islower()} | {
        month.casefold() for month in cast("Mapping[int, str]", Locale("en").months["format"]["wide"]).values()}
    chance = random.Random(_SEED)  # noqa: S311
    for language, other in (("en", "de"), ("de", "en")):
        found = [(pair, item) for pair in pairs for item in _found(pair, language)
                 if item.kind == "state" or not small & set(item.name.casefold().split())]
        pools = {kind: sorted({item.name for _, item in found if item.kind == kind})
                 for kind in sorted({item.kind for _, item in found})}
        for pair, item in found:
            rivals = [name for name in pools[item.kind] if not _shares(name, " ".join(pair.texts.values()))]
            for evidence in (other, language) if rivals else ():
                rival = chance.choice(rivals)
                claim = re.sub(rf"\b{re.escape(item.name)}\b", rival, pair.texts[language])
                yield Case(item.kind, claim, language, pair.texts[evidence], evidence, item.name)


def _shares(name: str, text: str) -> bool:
    return any(word in text for word in _WORD.findall(name))


def _found(pair: _Pair, language: str) -> list[_Found]:
    other = pair.texts["de" if language == "en" else "en"]
    text = pair.texts[language]
    states = [_Found("state", name) for name, same in _states(language).items()
              if re.search(rf"\b{re.escape(name)}\b", text) and same in other]
    taken = {word for state in states for word in _WORD.findall(state.name)}
    alike = [match[0] for match in _CAPITALS.finditer(text)
             if _amid(match[0], pair.texts["en"]) and re.search(rf"\b{re.escape(match[0])}\b", other)]
    return states + [_Found(_kind(name), name) for name in dict.fromkeys(alike)
                     if not taken & set(_WORD.findall(name)) and len(name) > 3]


def _kind(name: str) -> str:
    first = next(iter(meanings(name)), None)
    if first is not None and first.kind == "city" and first.population >= _GREAT:
        return "city"
    return "person" if " " in name else "name"


def _amid(name: str, text: str) -> bool:
    """Whether the name stands within an English sentence, so that its capital is its own."""
    return bool(re.search(rf"[a-z,] {re.escape(name)}\b", text))


def _states(language: str) -> Mapping[str, str]:
    """States: name in `language` -> name in the other, unless they are spelled alike."""
    names = cast("Mapping[str, str]", Locale(language).territories)
    others = cast("Mapping[str, str]", Locale("de" if language == "en" else "en").territories)
    return {name: others[code] for code, name in names.items()
            if code in others and len(name) > 3 and not code.isdigit()}


if __name__ == "__main__":
    raise SystemExit(main())
