"""Names known in several languages: places, states, languages, currencies, from data and from the articles."""

from __future__ import annotations

from rag.gazetteer.capitals import capitals_in, overlaps
from rag.gazetteer.extract import Name, names_with_places, nationalities_in
from rag.gazetteer.lookup import forms_of, meanings
from rag.gazetteer.rival import rivals
from rag.gazetteer.stand import Sources, is_strange, judge, read_sources

__all__ = [
    "Name", "Sources", "capitals_in", "is_strange", "judge", "known_forms", "meanings",
    "names_in", "names_with_places", "nationalities_in", "overlaps", "read_sources", "rivals", "stands_in",
]


def known_forms(name: str) -> frozenset[str]:
    """Returns every form under which the data knows what `name` may mean; empty where it knows none.

    Forms are folded: small letters, no diacritics, single spaces ("liege", "luik", "luttich"). Inflections of `name`
    ("Lüttichs", "belgischen") are looked up under their stems. The forms of all places of that name come together.
    The data is read on the first call, never at import.
    """
    return forms_of(name)


def names_in(text: str, language: str) -> tuple[str, ...]:
    """Returns the names in `text`, as written, in order, each once: runs of capitalised words, acronyms, known places.

    Args:
        language: Of `text`, ISO 639-1. In German, where all nouns are capitalised, common nouns are left out.
    """
    return tuple(dict.fromkeys(name.text for name in names_with_places(text, language)))


def stands_in(name: str, text: str) -> bool | None:
    """Says whether `name` stands in `text` under some known form, inflected or compounded or not.

    Aliases that `text` itself gives, "Long Name (ABBR)", count.

    Returns:
        True: it does. False: it has a known form, or is a person's name or acronym, that stands nowhere in `text`.
        None: cannot be judged, as the name may have another form that no data knows.
    """
    known = bool(meanings(name))
    found = names_with_places(name, "en")
    whole = Name(name, 0, len(name), tuple(word for item in found for word in item.words), known, True)
    return judge(whole, read_sources([text]))
