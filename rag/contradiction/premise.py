"""What a question takes for granted, and whether the evidence says so: "why did they leave?" says that they left.

A false premise must not be gone along with, nor a true one doubted, so only plain cases are told: a name or number that
no passage found has; a happening of which none speaks under any of its names; its opposite in its place; a denial.
All else is "unknown". The rules were chosen on the calibration half of ``python -m benchmarks.premises``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from rag.check.asserted_words import ASSERTED
from rag.check.clauses import clauses
from rag.check.cues import cue_words
from rag.check.happenings import asserted, may_tell
from rag.check.numbers import Source, check_numbers, quantities
from rag.check.polarity import denies
from rag.check.telling_words import KIN, OPPOSED
from rag.check.words import akin, plain, words
from rag.contradiction.premise_words import ASKING, FINITE, HARDLY, HOW_VERBS, MEASURES, ONGOING, REASONS, SUPPOSING
from rag.contradiction.settling import sentences_on, without_names
from rag.gazetteer import Name, judge, names_with_places, read_sources
from rag.messages import message
from rag.types import EvidenceSentence, Passage
from rag.word_classes import FUNCTION_WORDS

__all__ = ["Standing", "premise_note", "premise_of", "premise_stands"]

Standing = Literal["stated", "contradicted", "not_stated", "unknown"]
_Bearing = Literal["same", "named", "none"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST: Final = 400
_LEAST_WORDS: Final = 3
_NEAREST: Final = 3
_MATTERS: Final = frozenset("deficit surplus profit export import".split())
_FEWEST_LETTERS: Final = 4
_MAY: Final = re.compile(r"(?<=\S) May\b")
# That something became more is said in so many ways that not to find one says nothing; only its opposite does.
_UP: Final = frozenset("up more increase".split())
_DOWN: Final = frozenset("down less halve".split())
_EITHER: Final = _UP | _DOWN
# "Fewer jobs than expected" says nothing of whether a deficit grew.
_COMPARED: Final = frozenset({"more", "less"})


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells as a fact: plainly, of what the premise is of; and perhaps, in words that may say more."""

    plainly: frozenset[str]
    perhaps: frozenset[str]


def premise_of(question: str, language: str) -> str | None:
    """Returns what a question takes for granted, itself as a question: "Why did they leave?": "Did they leave?".

    A question of yes or no can be put at the head of an answer in any language without inflecting a verb.

    Args:
        question: In one line.
        language: Its own, ISO 639-1.

    Returns:
        None where it takes nothing for granted that is worth a look: "What is ...", "How many ...", "Why not ...".
    """
    spoken = list(_WORD.finditer(question[:_LONGEST]))
    keys = [plain(word[0]) for word in spoken]
    for asking in sorted(ASKING.get(language, ()), key=len, reverse=True):
        parts = asking.split()
        at = next((place for place in range(min(2, len(keys))) if keys[place : place + len(parts)] == parts), None)
        if at is None:
            continue
        rest = spoken[at + len(parts) :]
        verb = rest[0][0].casefold() if rest else ""
        if len(rest) < _LEAST_WORDS or not _is_premise(verb, language, question):
            return None
        if asking == "how" and verb not in HOW_VERBS:
            return None
        if asking not in REASONS.get(language, ()) and plain(verb) in ONGOING.get(language, ()):
            return None
        text = question[rest[0].start() : _LONGEST].rstrip("?!. \u00a0\u202f")
        mark = "¿" if language == "es" else ""
        return f"{mark}{text[0].upper()}{text[1:]}{' ?' if language == 'fr' else '?'}"
    return None


def premise_stands(premise: str, language: str, evidence: Sequence[EvidenceSentence],
                   consulted: Sequence[Passage] = ()) -> Standing:
    """Says whether the evidence states a premise.

    Args:
        premise: Of `premise_of`.
        language: Its own, ISO 639-1.
        evidence: Chosen for the question; their passages count as what is said around them.
        consulted: Passages found beside: those of the same articles or with a name of the premise are read too.
    """
    if not evidence:
        return "unknown"
    around = _around(premise, language, evidence, consulted)
    sources = [Source(passage.text, passage.language) for passage in around]
    if _lacks_name(premise, language, [*around, *consulted]) or not check_numbers(premise, language, sources).passed:
        return "not_stated"
    if language not in ASSERTED or any(passage.language not in ASSERTED for passage in around):
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


def _around(premise: str, language: str, evidence: Sequence[EvidenceSentence],
            consulted: Sequence[Passage]) -> list[Passage]:
    """Returns the passages that may state a premise: of the articles of the evidence, or with a name of the premise."""
    articles = {sentence.passage.article_id for sentence in evidence}
    names = names_with_places(premise, language)
    beside = [passage for passage in consulted
              if passage.article_id in articles or _has_one(names, passage)]
    return list({passage.passage_id: passage
                 for passage in (*(sentence.passage for sentence in evidence), *beside)}.values())


def _has_one(names: Sequence[Name], passage: Passage) -> bool:
    sources = read_sources([passage.text])
    return any(judge(name, sources) for name in names)


def _happened(premise: str, language: str, evidence: Sequence[EvidenceSentence],
              around: Sequence[Passage]) -> Standing:
    wanted = asserted(without_names(premise, language), language)
    said = frozenset[str]().union(*(may_tell(text, passage.language or "") for passage in around
                                    for text in (passage.text, passage.title) if text))
    near = [_told(sentence, _bearing(premise, language, sentence, sentence is evidence[0]))
            for sentence in _nearest(evidence)]
    settled = _settled(premise, language, evidence, around)
    if settled is not None:
        return settled
    missing = {sense for sense in wanted if said.isdisjoint({sense} | KIN.get(sense, frozenset()))} - _EITHER
    if _turns_round(wanted, near) or _is_opposed(missing, near):
        return "contradicted"
    if missing:
        return "not_stated"
    stated = wanted and any(wanted <= _told(sentence, "none").perhaps for sentence in evidence)
    return "stated" if stated else "unknown"


def _turns_round(wanted: frozenset[str], near: Sequence[_Told]) -> bool:
    """Whether something becomes more in the premise, and in the evidence only less, or the other way."""
    for one, other in ((_UP, _DOWN), (_DOWN, _UP)):
        if wanted & one and not wanted & other:
            return (any(told.plainly & (other - _COMPARED) for told in near)
                    and not any(told.perhaps & one for told in near))
    return False


def _is_opposed(missing: Collection[str], near: Sequence[_Told]) -> bool:
    """Whether one sentence tells the opposite of what nothing tells."""
    pairs = (*OPPOSED, *((other, one) for one, other in OPPOSED))
    return any(one in missing and other in told.plainly for one, other in pairs for told in near)


def _is_premise(verb: str, language: str, question: str) -> bool:
    supposing = SUPPOSING.get(language, frozenset())
    if plain(verb) in MEASURES.get(language, ()) or verb in supposing:
        return False
    # A French verb stands behind its subject.
    if language == "fr" and not supposing.isdisjoint(words(question.casefold().replace("-", " "))):
        return False
    return not denies(question, language) and HARDLY.get(language, frozenset()).isdisjoint(cue_words(question))


def _lacks_name(premise: str, language: str, around: Sequence[Passage]) -> bool:
    texts = [text for passage in around for text in (passage.text, passage.title, passage.outlet) if text]
    sources = read_sources(list(dict.fromkeys(texts)))
    # The verb that begins the premise has a capital for that alone.
    names = [name for name in names_with_places(premise, language) if name.start > 1]
    return any(judge(name, sources) is False for name in names)


def _told(sentence: EvidenceSentence, bearing: _Bearing) -> _Told:
    """Reads what a sentence tells as a fact: not what would be, nor what is joined on: "it would help, and cut"."""
    language = sentence.passage.language or ""
    parts: list[str] = []
    supposed = False
    for part in clauses(sentence.quote, language):
        spoken = cue_words(_MAY.sub(" ", part.text), accents=True)
        if not SUPPOSING[language].isdisjoint(spoken):
            supposed = True
        elif not FINITE[language].isdisjoint(spoken):
            supposed = False
        if not supposed:
            parts.append(part.text)
    course, whole = _course(sentence.quote, language), ", ".join(parts)
    plainly = asserted(whole, language) if bearing != "none" else frozenset[str]()
    return _Told(course | (plainly if bearing == "same" else plainly - _EITHER), course | may_tell(whole, language))


def _bearing(premise: str, language: str, sentence: EvidenceSentence, is_best: bool) -> _Bearing:
    """Says whether a sentence is of the same matter as the premise, or of the same names only, as far as words show."""
    told_in = sentence.passage.language or ""
    if _MATTERS & may_tell(premise, language) & may_tell(sentence.quote, told_in) or (is_best and told_in != language):
        return "same"
    little = FUNCTION_WORDS.get(language, frozenset[str]())
    own = {key for word in words(premise) if len(key := plain(word)) >= _FEWEST_LETTERS and key not in little}
    said = [key for word in words(sentence.quote) if len(key := plain(word)) >= _FEWEST_LETTERS]
    shared = {one for one in own if any(akin(one, other) for other in said)}
    named = {plain(word) for name in names_with_places(premise, language) for word in words(name.text)}
    return "same" if shared - named else "named" if shared else "none"


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


def _nearest(evidence: Sequence[EvidenceSentence]) -> list[EvidenceSentence]:
    """Returns the best sentences of the article that answers best: the opposite in another is of another matter."""
    best = evidence[0].passage.article_id
    return [sentence for sentence in evidence if sentence.passage.article_id == best][:_NEAREST]


def _settled(premise: str, language: str, evidence: Sequence[EvidenceSentence],
             around: Sequence[Passage]) -> Standing | None:
    """Says what follows where all that speaks of it denies it or holds it out: "threatened to sue", "has not filed".

    Of the article that answers best: a denial in another is of another matter.
    """
    best = evidence[0].passage.article_id
    spoken = list(sentences_on(premise, language, [passage for passage in around if passage.article_id == best]))
    if not spoken or any(one.manner == "told" for one in spoken):
        return None
    manners = {one.manner for one in spoken}
    return "contradicted" if "denied" in manners else "not_stated" if manners == {"threatened"} else None
