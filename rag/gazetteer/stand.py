"""Whether a name stands in a text, under any form that the data or the text itself knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rag.gazetteer.acronyms import acronyms_in, initials_in, is_acronym, spelled_out
from rag.gazetteer.aliases import aliases_in
from rag.gazetteer.alike import akin, continues, derives, inflects
from rag.gazetteer.common import WORLDLY
from rag.gazetteer.exonyms import exonyms_of
from rag.gazetteer.extract import Name
from rag.gazetteer.fold import fold, is_latin
from rag.gazetteer.lookup import declined, forms_of, meanings, whole_of

__all__ = ["Sources", "is_strange", "judge", "read_sources"]

_GAP = re.compile(r"[^\w'’]+")
_LEAST_ACRONYM = 3
_LEAST_COMPOUND = 5
_LEAST_PLURAL = 4
_GREAT = 500_000


@dataclass(frozen=True, slots=True)
class Sources:
    """Texts made ready to be searched for names.

    Attributes:
        folded: All texts, with a space at either end.
        words: Of `folded`.
        capitals: Those of `words` that are capitalised somewhere.
        aliases: Folded name -> the other names that the articles give it.
        initials: Of two to six neighbouring words.
        acronyms: Those of the texts, folded, that the claim lacks.
        spelled: Folded words of the claim whose initials are an acronym of the texts.
        latin: Whether the texts are written in Latin letters.
        rivals: Names of the texts that the claim lacks: what one of its own may be put for. None: not looked for.
        foreign: Whether a text may be in another language than the names.
        compounds: Whether a text may be in a language that writes compounds as one word.
    """

    folded: str
    words: frozenset[str]
    capitals: frozenset[str]
    aliases: Mapping[str, frozenset[str]]
    initials: frozenset[str]
    acronyms: frozenset[str]
    spelled: frozenset[str]
    latin: bool
    rivals: tuple[Name, ...] | None
    foreign: bool
    compounds: bool


def read_sources(
    texts: Sequence[str], articles: Sequence[str] = (), claim: str = "",
    rivals: tuple[Name, ...] | None = None, *, foreign: bool = True, compounds: bool = True,
) -> Sources:
    """Makes texts ready.

    Args:
        texts: Where names have to stand.
        articles: Only their aliases count: what stands in them need not stand in `texts`.
        claim: What the names are of. Its initials count too, for a claim may shorten what it names in full.
        rivals: See `Sources`, as of `foreign` and `compounds`.
    """
    folded = f" {' '.join(map(fold, texts))} "
    aliases: dict[str, set[str]] = {}
    for text in (*texts, *articles):
        for alias in aliases_in(text):
            aliases.setdefault(alias.name, set()).add(alias.other)
            aliases.setdefault(alias.other, set()).add(alias.name)
    acronyms = acronyms_in(texts)
    return Sources(
        folded=folded,
        words=frozenset(folded.split()),
        capitals=frozenset(_capitals(texts)),
        aliases={name: frozenset(others) for name, others in aliases.items()},
        initials=initials_in([*texts, claim]),
        acronyms=acronyms - acronyms_in([claim]) - WORLDLY,
        spelled=spelled_out(claim, acronyms),
        latin=is_latin("".join(texts)),
        rivals=rivals,
        foreign=foreign,
        compounds=compounds,
    )


def judge(name: Name, sources: Sources) -> bool | None:
    """Says whether `name` stands in `sources`: True, False, or None where another form, unknown here, may stand."""
    phrase = fold(name.text)
    if _has(phrase, sources) or any(_has(other, sources) for other in sources.aliases.get(phrase, ())):
        return True
    if len(name.words) == 1 and _is_landscape(name.words[0], sources):
        return True
    if name.known:
        stands = _known_stands(phrase, sources)
        # A smaller city may bear the name of an island or a river that the data does not have.
        first = meanings(phrase)[0]
        certain = first.kind == "state" or first.population >= _GREAT or sources.rivals is None or bool(sources.rivals)
        return stands if stands or certain else None
    if any(_word_stands(word, sources) for word in name.words):
        return _enough_stands(name, sources)
    if name.words and sources.spelled.issuperset(name.words):
        return True
    return _unknown_stands(name, sources) if sources.latin and name.words else None


def is_strange(name: Name, sources: Sources) -> bool:
    """Whether no word of `name` stands in `sources`, spelled anew or derived."""
    return not any(_word_stands(word, sources) for word in name.words) and not sources.spelled.issuperset(name.words)


def _unknown_stands(name: Name, sources: Sources) -> bool | None:
    """Of a name no word of which stands there; a single word without a rival may be one that is translated."""
    if " " in name.text:
        return False if name.sure else None
    if any(char.isupper() for char in name.text[1:]):
        return _acronym_stands(name, sources)
    alone = sources.rivals is not None and not sources.rivals
    return False if name.sure and (name.evident or not alone) else None


def _has(phrase: str, sources: Sources) -> bool:
    """Whether the phrase stands there, its last word inflected or compounded."""
    start = sources.folded.find(f" {phrase}")
    while phrase and start >= 0:
        end = sources.folded.index(" ", start + 1 + len(phrase))
        if inflects(sources.folded[start + 1 : end], phrase, compounds=sources.compounds):
            return True
        start = sources.folded.find(f" {phrase}", start + 1)
    return False


def _known_stands(phrase: str, sources: Sources) -> bool | None:
    if any(_has(form, sources) for known in forms_of(phrase) for form in declined(known)):
        return True
    # "Nordafrika" stands in "North Africa"; "Nordkorea" is no part of a state, but one.
    if meanings(phrase)[0].kind != "state" and any(_has(form, sources) for entry in whole_of(phrase)
                                                   for form in entry.forms):
        return True
    whole = {word for word in sources.words for form in forms_of(phrase) if len(form) >= 5 and word.endswith(form)}
    # "Südafrika" is another state, not a part of Africa that is spoken of; "Ostparaguay" is a part.
    if any(not any(entry.kind == "state" and entry not in whole_of(word) for entry in meanings(word))
           for word in whole):
        return True
    if _is_respelled(phrase, sources):
        return True
    meant = [entry for entry in meanings(phrase) if entry.stems]
    # "Roman" is no Romanian, though both begin alike: the word has to be known for the same place.
    if any(continues(word, stem) and entry in meanings(word)
           for entry in meant for stem in entry.stems for word in sources.words):
        return True
    return False if sources.latin else None


def _is_respelled(phrase: str, sources: Sources) -> bool:
    """Whether every word of a known name stands there in a spelling that the data lacks, and that is no other place."""
    return all(
        any(akin(word, other, foreign=sources.foreign) and not meanings(other) for other in sources.capitals)
        or (" " in phrase and word in sources.words)
        for word in phrase.split())


def _word_stands(word: str, sources: Sources) -> bool:
    return (
        _has(word, sources)
        # The plural of a foreign word: "100 Runs" for "a hundred-run partnership".
        or (sources.foreign and len(word) >= _LEAST_PLURAL and word.endswith("s") and _has(word[:-1], sources))
        or any(akin(word, other, foreign=sources.foreign) for other in sources.capitals)
        or (sources.foreign and any(derives(word, other) for other in sources.words))
        or _is_landscape(word, sources)
        or (bool(meanings(word)) and _known_stands(word, sources) is True)
    )


def _is_landscape(word: str, sources: Sources) -> bool:
    """Whether a river, a people or the like stands there; a city may have the same name ("Thames" in New Zealand)."""
    mine = exonyms_of(word)
    return bool(mine) and any(
        not mine.isdisjoint(exonyms_of(other))
        # "Marienerscheinungen".
        or (sources.compounds and any(len(stem) >= _LEAST_COMPOUND and other.startswith(stem) for stem in mine))
        for other in sources.words)


def _enough_stands(name: Name, sources: Sources) -> bool | None:
    """Of a person the last name has to stand; another one beside the same first name is somebody else."""
    if len(name.words) < 2:
        return True
    # "Kier Starmer MP": letters after a name are no part of it.
    last = next((word for word in reversed(name.words) if word.upper() not in name.text), name.words[-1])
    return True if _word_stands(last, sources) else (False if name.sure and sources.latin else None)


def _acronym_stands(name: Name, sources: Sources) -> bool | None:
    letters = fold(name.text)
    if "." in name.text or letters in WORLDLY or len(letters) < _LEAST_ACRONYM:
        return None
    if letters in sources.initials:
        return True
    if not is_acronym(name.text):
        return False
    # The same letters in another order, or most of them: translated with the name ("NATO", "OTAN").
    if sources.foreign and any(2 * len(set(letters) & set(other)) > len(letters) for other in sources.acronyms):
        return None
    return False


def _capitals(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from (part for word in _GAP.split(text) if word[:1].isupper() for part in fold(word).split())

