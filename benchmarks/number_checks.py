"""How well the check of numbers tells true claims from changed ones, on aligned English and German sentences.

``python -m benchmarks.number_checks``: Belebele's passages (NEWSCITE_BELEBELE names their folder) are human
translations of one another; where both have as many sentences, each sentence is a true claim on its translation. Then
one thing is changed: a digit, a scale, a month... The halves share no page: general faults were studied on
"calibration", "test" is only counted.
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

from benchmarks.belebele import configured, load_belebele
from rag.check.numbers import Source, check_numbers
from rag.sentences import sentence_spans

__all__ = ["Pair", "Tally", "aligned", "changed", "main", "measure"]

_VARIABLE, _FILE = "NEWSCITE_BELEBELE", "corpus_en.jsonl"
_FIGURES = re.compile(r"(?<![\w.,:/-])\d+(?:[.,]\d+)*(?![\w/:-])")
# Words of one ring stand for another when a claim is changed.
_RINGS: Mapping[str, Mapping[str, Sequence[Sequence[str]]]] = {
    "scale": {
        "en": [["hundred", "thousand", "million", "billion", "trillion"]],
        "de": [["hundert", "tausend"], ["Million", "Milliarde", "Billion"], ["Millionen", "Milliarden", "Billionen"]],
    },
    "number word": {
        "en": [["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]],
        "de": [["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]],
    },
    "ordinal": {
        "en": [["third", "fourth", "fifth", "sixth", "seventh", "ninth", "tenth"]],
        "de": [["dritte", "vierte", "fünfte", "sechste", "siebte", "neunte"],
               ["dritten", "vierten", "fünften", "sechsten", "siebten", "neunten"]],
    },
    "month": {
        "en": [["January", "February", "June", "July", "September", "October", "November", "December"]],
        "de": [["Januar", "Februar", "Juni", "Juli", "September", "Oktober", "November", "Dezember"]],
    },
    "weekday": {
        "en": [["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]],
        "de": [["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]],
    },
    "unit": {
        "en": [["km", "miles", "m"], ["hours", "days", "weeks", "months", "years"], ["percent", "percentage points"],
               ["dollars", "euros", "pounds"]],
        "de": [["km", "Meilen"], ["Kilometer", "Meilen"], ["Stunden", "Tage", "Wochen", "Monate", "Jahre"],
               ["Prozent", "Prozentpunkte"], ["Dollar", "Euro", "Pfund"]],
    },
    "bound": {
        "en": [["more than", "less than"], ["over", "under"], ["at least", "at most"], ["nearly", "more than"]],
        "de": [["mehr als", "weniger als"], ["über", "unter"], ["mindestens", "höchstens"], ["fast", "mehr als"]],
    },
    "rate": {
        "en": [["daily", "weekly", "monthly", "annual"], ["every day", "every week", "every month", "every year"],
               ["per day", "per week", "per month", "per year"]],
        "de": [["täglich", "wöchentlich", "monatlich", "jährlich"],
               ["jeden Tag", "jede Woche", "jeden Monat", "jedes Jahr"],
               ["pro Tag", "pro Woche", "pro Monat", "pro Jahr"]],
    },
    "season": {
        "en": [["summer", "winter", "autumn"]], "de": [["Sommer", "Winter", "Herbst", "Frühling"]],
    },
    "time of day": {
        "en": [["morning", "afternoon", "evening"]],
        "de": [["Morgen", "Nachmittag", "Abend"], ["morgens", "nachmittags", "abends"]],
    },
}
_PRECEDED = ("unit",)
_FOLLOWED = ("bound",)


@dataclass(frozen=True, slots=True)
class Pair:
    """A true claim and the sentence that says the same, with their languages."""

    claim: str
    language: str
    source: Source
    calibration: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How often the check failed a claim.

    Attributes:
        name: "true claims", or the change that made the claims false.
    """

    name: str
    claims: int
    failed: int

    @property
    def share(self) -> float:
        return self.failed / self.claims if self.claims else 0.0


def aligned(folder: Path) -> tuple[Pair, ...]:
    """Returns every aligned sentence as claim and as evidence, each in its language on the other's."""
    passages = load_belebele(folder).passages
    pairs: list[Pair] = []
    for at, link in enumerate(_links(folder)):
        calibration = int(hashlib.sha256(link.encode()).hexdigest(), 16) % 2 == 0
        english, german = (_sentences(passages[language][at], language) for language in ("en", "de"))
        if len(english) != len(german):
            continue
        for one, other in zip(english, german, strict=True):
            pairs.append(Pair(one, "en", Source(other, "de"), calibration))
            pairs.append(Pair(other, "de", Source(one, "en"), calibration))
    return tuple(pairs)


def _links(folder: Path) -> Iterator[str]:
    with (folder / _FILE).open(encoding="utf-8") as lines:
        for line in lines:
            yield str(json.loads(line)["url"])


def _sentences(text: str, language: str) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text, language)]


def changed(claim: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yields the name of a change and the claim with it, at most one of each name."""
    figures = list(_FIGURES.finditer(claim))
    if figures:
        one = chance.choice(figures)
        yield "digit", _put(claim, one, _other_digit(one[0], chance))
        yield "tenfold", _put(claim, one, _tenfold(one[0]))
    for name, rings in _RINGS.items():
        found = [(ring, word) for ring in rings[language] for word in ring if (match := _stands(claim, word, name))
                 is not None and match]
        if found:
            ring, word = chance.choice(found)
            match = _stands(claim, word, name)
            if match is not None:
                yield name, _put(claim, match, chance.choice([other for other in ring if other != word]))


def _stands(claim: str, word: str, name: str) -> re.Match[str] | None:
    """Finds a word; a unit only after a number, a bound only before one."""
    before = r"(?<=\d )" if name in _PRECEDED else r"(?<!\w)"
    after = r"(?= \d)" if name in _FOLLOWED else r"(?!\w)"
    return re.search(before + re.escape(word) + after, claim)


def _put(claim: str, match: re.Match[str], word: str) -> str:
    return claim[: match.start()] + word + claim[match.end() :]


def _other_digit(literal: str, chance: random.Random) -> str:
    at = chance.choice([place for place, digit in enumerate(literal) if digit.isdigit()])
    return literal[:at] + chance.choice([digit for digit in "123456789" if digit != literal[at]]) + literal[at + 1 :]


def _tenfold(literal: str) -> str:
    """Moves the mark of the decimals or adds a digit; a thousandfold where marks part the thousands."""
    mark = next((sign for sign in ",." if sign in literal), "")
    if not mark:
        return literal + "0"
    whole, _, rest = literal.partition(mark)
    return f"{literal}{mark}000" if len(rest) >= 3 else whole + rest[:1] + (mark + rest[1:] if rest[1:] else "")


def measure(pairs: Sequence[Pair], seed: int = 0) -> tuple[Tally, ...]:
    """Returns false alarms on true claims first, then catches by change; only claims that pass are changed."""
    # A draw of changes, nothing secret.
    chance = random.Random(seed)  # noqa: S311
    counts: dict[str, list[int]] = {"true claims": [0, 0]}
    for pair in pairs:
        passed = check_numbers(pair.claim, pair.language, [pair.source]).passed
        counts["true claims"][0] += 1
        counts["true claims"][1] += not passed
        for name, claim in changed(pair.claim, pair.language, chance) if passed else ():
            count = counts.setdefault(name, [0, 0])
            count[0] += 1
            count[1] += not check_numbers(claim, pair.language, [pair.source]).passed
    return tuple(Tally(name, claims, failed) for name, (claims, failed) in counts.items())


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table of both halves; returns 0, or 2 where the set is not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.number_checks", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="of the changes")
    options = parser.parse_args(arguments)
    folder = configured(_VARIABLE, _FILE)
    if folder is None:
        print(f"{_VARIABLE} names no folder with {_FILE}: set it to where Belebele's passages lie.")
        return 2
    pairs = aligned(folder)
    for half in (True, False):
        print("calibration half" if half else "test half")
        for tally in measure([pair for pair in pairs if pair.calibration is half], options.seed):
            print(f"  {tally.name:12} {tally.failed:5} of {tally.claims:5} failed  {tally.share:7.2%}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
