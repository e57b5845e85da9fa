"""What a question names that no passage holds: people, places, states and years.

Passages can be near to a question and of another person, country or year than it asks for. A name counts as absent only
where it is known in the passages' languages, or would be written alike in all; of others nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.asking.asked import Wanted, wanted
from rag.check.words import plain
from rag.gazetteer import Name, judge, names_with_places, nationalities_in, read_sources
from rag.gazetteer.data import is_listed_word
from rag.types import Passage
from rag.word_classes import DETERMINERS

__all__ = ["absent_names", "begun_small", "holds_topic", "is_any_absent"]

_YEAR: Final = re.compile(r"(?<![\d.,])1[0-9]\d\d(?![\d.,]\d|\d)|(?<![\d.,])20\d\d(?![\d.,]\d|\d)")
_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?\n]*")
_BEGINNING: Final = re.compile(r"([^\W\d_]+)\s+([^\W\d_]+)")
_LED: Final = frozenset("what who whom whose which when where why how wat wie wanneer waar waarom hoe ce que qui quand "
                        "comment pourquoi".split())
"""Words that a verb stands before, and no name: "Summarise what he says"."""
_TOLD: Final = frozenset("describe explain compare discuss list name outline evaluate mention identify define".split())
_BRITISH: Final = ("ise", "yse")
_BESIDE: Final = 1
"""Years before and after its date of which an article may speak without naming them ("last year")."""
_FIRST: Final = 3
"""Passages that a search finds first, which are on the matter with those of the best one's article."""


def absent_names(question: str, language: str, passages: Sequence[Passage]) -> tuple[str, ...]:
    """Returns the names of a question that stand in none of the passages or their titles, under no known form."""
    return _absent(names_with_places(begun_small(question, language), language), passages)


def holds_topic(topic: str, language: str, passages: Sequence[Passage]) -> bool:
    """Whether passages hold a name of `topic`, and lack none that would be known in their language by another form."""
    named = names_with_places(topic, language)
    absent = _absent(named, passages)
    return any(name.text not in absent for name in named) and not any(
        name.known and name.text in absent for name in named)


def is_any_absent(question: str, language: str, passages: Sequence[Passage]) -> bool:
    """Whether no passage holds some name, some state ("der belgische") or some year that a question names.

    A year is held by an article of that year or of one beside it, too, but only where the search found the matter: an
    election of that year elsewhere says nothing of a ferry's passengers. Where a reason is asked for it belongs to what
    is taken for granted, which is corrected and not refused. Of several sentences those count that ask.

    Args:
        passages: The best first.
    """
    if not passages:
        return False
    asked = " ".join(part for part in _SENTENCE.findall(question) if part.rstrip().endswith(("?", ")"))) or question
    asked = begun_small(asked, language)
    named = (*names_with_places(asked, language), *nationalities_in(asked, language))
    years = _YEAR.findall(asked) if wanted(asked, language) is not Wanted.REASON else []
    return bool(_absent(named, passages)) or any(
        not _holds_year(int(year), _on_the_matter(passages)) for year in years)


def begun_small(question: str, language: str) -> str:
    """Writes a verb that a question begins with small: a capital that any first word has makes it no name."""
    begun = _BEGINNING.match(question)
    if begun is None or language == "de":
        # There no verb is taken for a name: it is no noun.
        return question
    first, second = (plain(word) for word in begun.groups())
    told = language == "en" and (first in _TOLD or (first.endswith(_BRITISH) and not is_listed_word(first, "en")
                                                    and is_listed_word(f"{first[:-2]}ze", "en")))
    led = begun[2].islower() and (second in _LED or second in DETERMINERS.get(language, ()))
    return f"{question[:1].lower()}{question[1:]}" if told or led else question


def _absent(named: Sequence[Name], passages: Sequence[Passage]) -> tuple[str, ...]:
    if not named or not passages:
        # Reading ten passages takes some milliseconds of every question.
        return ()
    sources = read_sources([f"{passage.title or ''}. {passage.text}" for passage in passages])
    return tuple(dict.fromkeys(name.text for name in named if judge(name, sources) is False))


def _on_the_matter(passages: Sequence[Passage]) -> list[Passage]:
    return [passage for place, passage in enumerate(passages)
            if place < _FIRST or passage.article_id == passages[0].article_id]


def _holds_year(year: int, passages: Sequence[Passage]) -> bool:
    # "2019/20", "2019-20".
    said = re.compile(rf"\b{year}|\b{year - 1}\s?[/–-]\s?{year % 100:02}\b")
    return any((passage.date is not None and abs(passage.date.year - year) <= _BESIDE)
               or said.search(f"{passage.title or ''} {passage.text}") for passage in passages)
