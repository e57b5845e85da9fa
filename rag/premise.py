"""What a question takes for granted, and whether the evidence says so: "why did they leave?" says that they left.

A false premise must not be gone along with, nor a true one doubted, so only plain cases are told: a name or number that
no passage found has; a happening of which none speaks under any of its names; its opposite in its place; a denial.
All else is "unknown". The rules were chosen on the calibration half of ``python -m benchmarks.premises``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from rag.check.change_words import CHANGE_WORDS, OPPOSITES
from rag.check.clauses import clauses
from rag.check.cues import Cues, cue_words, places
from rag.check.denial_words import DENIAL_WORDS
from rag.check.numbers import Source, check_numbers, quantities
from rag.check.polarity import denies, rejects
from rag.check.words import plain
from rag.gazetteer import judge, names_with_places, read_sources
from rag.messages import message
from rag.premise_words import AGAINST, ASKING, HAPPENINGS, MEASURES, ONGOING, PARTED, REASONS, SUPPOSING
from rag.types import EvidenceSentence

__all__ = ["Standing", "happenings", "premise_note", "premise_of", "premise_stands"]

Standing = Literal["stated", "contradicted", "not_stated", "unknown"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST: Final = 400
_LEAST_WORDS: Final = 3
_REACH: Final = 3
"""Words after a verb of rejecting among which stands what it rejects: "refused calls to resign"."""
# Directions that a sentence has beside what it tells, of time, place and size, say nothing of what happened.
_PAIRS: Final = (
    *(pair for pair in OPPOSITES if pair[0] in frozenset("win begin open buy approve allow arrive succeed hire "
                                                         "import build free".split())), *AGAINST)
# That something became more is said in so many ways that not to find one says nothing; only its opposite does.
_UP: Final = frozenset("up more increase".split())
_DOWN: Final = frozenset("down less halve".split())


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of the evidence: what happens in it, and whether it says no."""

    senses: frozenset[str]
    says_no: bool


def premise_of(question: str, language: str) -> str | None:
    """Returns what a question takes for granted, itself as a question: "Why did they leave?": "Did they leave?".

    A question of yes or no can be put at the head of an answer in any language without inflecting a verb.

    Args:
        question: In one line.
        language: Its own, ISO 639-1.

    Returns:
        None where it takes nothing for granted that is worth a look: "What is ...", "How many ...", "Why not ...".
    """
    words = list(_WORD.finditer(question[:_LONGEST]))
    keys = [plain(word[0]) for word in words]
    for asking in sorted(ASKING.get(language, ()), key=len, reverse=True):
        parts = asking.split()
        at = next((place for place in range(min(2, len(keys))) if keys[place : place + len(parts)] == parts), None)
        if at is None:
            continue
        rest = words[at + len(parts) :]
        verb = rest[0][0].casefold() if rest else ""
        if len(rest) < _LEAST_WORDS or not _is_premise(verb, language, question):
            return None
        if asking not in REASONS.get(language, ()) and plain(verb) in ONGOING.get(language, ()):
            return None
        text = question[rest[0].start() : _LONGEST].rstrip("?!. \u00a0\u202f")
        mark = "¿" if language == "es" else ""
        return f"{mark}{text[0].upper()}{text[1:]}{' ?' if language == 'fr' else '?'}"
    return None


def premise_stands(premise: str, language: str, evidence: Sequence[EvidenceSentence]) -> Standing:
    """Says whether the evidence states a premise.

    Args:
        premise: Of `premise_of`.
        language: Its own, ISO 639-1.
        evidence: Chosen for the question; their passages count as what is said around them.
    """
    if not evidence:
        return "unknown"
    around = [Source(sentence.passage.text, sentence.passage.language) for sentence in evidence]
    if _lacks_name(premise, language, evidence) or not check_numbers(premise, language, around).passed:
        return "not_stated"
    spoken = {source.language for source in around}
    if language not in HAPPENINGS or any(code not in HAPPENINGS for code in spoken):
        return "unknown"
    return _happened(premise, language, evidence, around)


def premise_note(premise: str, standing: Standing, language: str) -> str | None:
    """Returns what is said at the head of an answer to a question with a false premise; None where it needs nothing.

    Args:
        premise: Of `premise_of`.
        language: Of the answer, ISO 639-1.
    """
    if standing == "not_stated":
        return message("premise_not_stated", language, question=premise)
    return message("premise_contradicted", language, question=premise) if standing == "contradicted" else None


def _happened(premise: str, language: str, evidence: Sequence[EvidenceSentence],
              around: Sequence[Source]) -> Standing:
    wanted = happenings(premise, language)
    told = [_told(sentence) for sentence in evidence]
    near = _nearest(evidence, told)
    said = frozenset[str]().union(*(happenings(source.text, source.language or "") for source in around),
                                  *(item.senses for item in told))
    missing = wanted - said - _UP - _DOWN
    if _turns_round(wanted, near):
        return "contradicted"
    for one, other in (*_PAIRS, *((other, one) for one, other in _PAIRS)):
        if one in missing and any(other in item.senses and one not in item.senses for item in near):
            return "contradicted"
    if missing:
        return "not_stated"
    if _is_denied(premise, language, near) or _is_rejected(wanted, evidence, told):
        return "contradicted"
    return "stated" if wanted and any(wanted <= item.senses for item in told) else "unknown"


def _turns_round(wanted: frozenset[str], near: Sequence[_Told]) -> bool:
    """Whether something becomes more in the premise, and in the evidence only less, or the other way."""
    for one, other in ((_UP, _DOWN), (_DOWN, _UP)):
        if wanted & one and not wanted & other:
            return any(item.senses & other for item in near) and not any(item.senses & one for item in near)
    return False


def _is_premise(verb: str, language: str, question: str) -> bool:
    if plain(verb) in MEASURES.get(language, ()) or verb in SUPPOSING.get(language, ()):
        return False
    return not denies(question, language)


def _lacks_name(premise: str, language: str, evidence: Sequence[EvidenceSentence]) -> bool:
    texts = [text for sentence in evidence
             for text in (sentence.passage.text, sentence.passage.title, sentence.passage.outlet) if text]
    sources = read_sources(list(dict.fromkeys(texts)))
    # The verb that begins the premise has a capital for that alone.
    names = [name for name in names_with_places(premise, language) if name.start > 1]
    return any(judge(name, sources) is False for name in names)


def happenings(text: str, language: str) -> frozenset[str]:
    """Returns what happens in a text, by names that are the same for every language: "resign", "close", "up"."""
    found = cue_words(text)
    tables: tuple[Mapping[str, Cues], ...] = (CHANGE_WORDS.get(language, {}), HAPPENINGS.get(language, {}))
    known = {sense for pair in _PAIRS for sense in pair} | _UP | _DOWN | set(HAPPENINGS.get(language, ()))
    whole = {sense for table in tables for sense, cues in table.items() if sense in known and places(found, cues)}
    return frozenset(whole | {sense for stem, particle, sense in PARTED.get(language, ())
                              if _is_parted(found, stem, particle)})


def _is_parted(found: Sequence[str], stem: str, particle: str) -> bool:
    begin = next((place for place, word in enumerate(found) if word.startswith(stem)), None)
    return begin is not None and particle in found[begin + 1 :]


def _told(sentence: EvidenceSentence) -> _Told:
    language = sentence.passage.language or ""
    text = f"{sentence.context} {sentence.quote}".strip()
    says_no = denies(sentence.quote, language) or rejects(sentence.quote, language)
    return _Told(happenings(text, language) | _course(sentence.quote, language), says_no)


def _course(quote: str, language: str) -> frozenset[str]:
    """Returns whether two years with a number each tell of more or of less: "3,100 in 2018, 5,400 in 2023"."""
    found = quantities(quote, language)
    years = [item.value for item in found if item.role == "year"]
    counts = [item for item in found if item.kind in ("number", "money", "percent") and not item.role and item.certain]
    if len(years) != 2 or len(counts) != 2 or years[0] == years[1] or counts[0].kind != counts[1].kind:
        return frozenset()
    if counts[0].unit != counts[1].unit or counts[0].value == counts[1].value:
        return frozenset()
    return frozenset({"up"} if (counts[1].value > counts[0].value) is (years[1] > years[0]) else {"down"})


def _nearest(evidence: Sequence[EvidenceSentence], told: Sequence[_Told]) -> list[_Told]:
    """Returns the sentences of the article that answers best: another one's opposite is of another matter."""
    best = evidence[0].passage.article_id
    return [item for sentence, item in zip(evidence, told, strict=True) if sentence.passage.article_id == best]


def _is_rejected(wanted: frozenset[str], evidence: Sequence[EvidenceSentence], told: Sequence[_Told]) -> bool:
    """Whether all that speaks of it rejects it in the same clause: "she ruled out resigning"."""
    speaking = [sentence for sentence, item in zip(evidence, told, strict=True) if wanted <= item.senses]
    return bool(wanted and speaking) and all(_rejects_it(wanted, sentence) for sentence in speaking)


def _rejects_it(wanted: frozenset[str], sentence: EvidenceSentence) -> bool:
    language = sentence.passage.language or ""
    for part in clauses(sentence.quote, language):
        if not wanted <= happenings(part.text, language):
            continue
        if language == "de":
            # Its commas part every clause, and its verb may stand on either side.
            return rejects(part.text, language) or _is_parted(cue_words(part.text), "schloss", "aus")
        words = part.text.split()
        said = next((end for end in range(1, len(words) + 1) if rejects(" ".join(words[:end]), language)), None)
        return said is not None and wanted <= happenings(" ".join(words[said : said + _REACH]), language)
    return False


def _is_denied(premise: str, language: str, near: Sequence[_Told]) -> bool:
    """Whether a premise that affirms stands against a denial."""
    affirms = bool(places(cue_words(premise), DENIAL_WORDS[language].affirmations))
    return affirms and any(item.says_no for item in near)
