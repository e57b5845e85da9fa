"""A text to the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.gazetteer.common import COMMON
from rag.gazetteer.data import LISTED, Entry, is_common_word, is_compound, is_listed_word
from rag.gazetteer.fold import fold
from rag.gazetteer.lookup import LONGEST, exact_meanings, meanings

__all__ = ["Name", "Token", "names_with_places", "nationalities_in", "tokens_in"]

_LEAST_NATIONALITY = 6
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_ELISION = re.compile(r"^[A-Za-zÀ-ÿ]{1,2}['’](?=[^\W\d_]{2})")
_GENITIVE = re.compile(r"['’]s?$")
# A sentence begins at the start, after a full stop or a colon, and where a quotation opens.
_BEGINS = re.compile(r"(?:^|[.!?:;…]\s|[\"“„«»‘‚(–—•]\s?|\n)$")
_PARTICLES = frozenset("de van von der den la le el al bin ibn ter ten du da dos di del della y af av zu".split())
_GREAT = 100_000
_GREATEST = 1_000_000
_LEAST_WORD = 3
_LONGEST_NAME = 12
_NOUN_ENDINGS = (
    "ung", "ungs", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "ion", "ionen", "tat", "taten",
    "ismus", "rer", "lerin", "lich", "weise", "falls", "seits", "mals", "lings", "dessen", "ig", "isch", "bar", "los",
    "sam", "haft", "tal", "see", "meer", "gebirge", "insel", "inseln", "wald", "fluss", "bit", "hz", "stel", "tel")
_WORD_ENDINGS = ("e", "en", "er", "es", "em", "ern", "ers", "ens", "eln", "st", "t")
_INFLECTIONS = ("e", "en", "er", "es", "em")
# Before a name as often as before a noun.
_UNINFLECTED = frozenset("sagte erklärte meinte hatte wurde wollte konnte sollte habe wäre hätte würde werde könne "
                         "solle ohne gegen neben zwischen unter über hinter oder aber wurden waren hatten haben werden "
                         "wollen können sollen sagten erklärten traf warf".split())
_WITHIN = frozenset("in nach aus bei".split())
# What the list of nouns has of cities that are called otherwise at home.
_LISTED_CITIES = frozenset("athen genua havanna nanking".split())
_OF_A_PEOPLE = re.compile(r"(?:isch|deutsch)(?:e[nmrs]?)?$")
_DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen im am zum zur beim vom ins ans aufs "
    "sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere dieser diese dieses diesem diesen viel "
    "viele mehr wenig alle beide bei mehrere einige zwei drei vier fünf sechs sieben acht neun zehn".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name ``text[start:end]``.

    Attributes:
        words: Its folded words, without those that are translated ("president") and particles.
        known: Whether the data knows it.
        sure: Whether it is a name beyond doubt: known, an acronym, or words of a language whose words are known.
        evident: Whether it is sure by itself, one word though it is: a language that writes its nouns small does not
            know it, or it stands beside a German noun ("Felsen Zembla").
    """

    text: str
    start: int
    end: int
    words: tuple[str, ...]
    known: bool
    sure: bool
    evident: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A word ``text[start:end]``, whether it begins a sentence, and the word before it ("" where it begins one)."""

    text: str
    start: int
    end: int
    before: str
    folded: str

    @property
    def begins(self) -> bool:
        return not self.before

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def shouts(self) -> bool:
        """Acronyms, and words with a capital inside."""
        return any(char.isupper() for char in self.text[1:])


def names_with_places(text: str, language: str) -> tuple[Name, ...]:
    """Returns the names of `text` in order. A run of capitalised words is parted where the data knows a part of it."""
    tokens = list(tokens_in(text, language))
    return tuple(name for run in _runs(tokens, text) for name in _parts(run, text, language))


def nationalities_in(text: str, language: str) -> tuple[Name, ...]:
    """Returns the words of `text` that come of a state's or a people's name and are written small: "der belgische"."""
    return tuple(
        Name(token.text, token.start, token.end, (token.folded,), known=True, sure=True)
        for token in tokens_in(text, language)
        if len(token.text) >= _LEAST_NATIONALITY and token.text.islower() and token.folded not in COMMON
        and _may_be_nationality(token.folded, language) and any(item.kind == "state" for item in meanings(token.text))
    )


def _may_be_nationality(word: str, language: str) -> bool:
    """Whether a word written small may come of a people's name; "der deutsche" is listed for the noun "Deutsche"."""
    return not is_listed_word(word, language) or (language == "de" and bool(_OF_A_PEOPLE.search(word)))


def tokens_in(text: str, language: str) -> Iterator[Token]:
    """Yields the words of `text` in order, without elided articles and genitives."""
    before = ""
    for match in _TOKEN.finditer(text):
        start, end = match.start(), match.end()
        elided = _ELISION.match(match[0]) if language in ("fr", "it") else None
        start += len(elided[0]) if elided else 0
        tail = _GENITIVE.search(text[start:end])
        end -= len(tail[0]) if tail else 0
        if _BEGINS.search(text[max(0, match.start() - 3) : match.start()]):
            before = ""
        # What ends in a hyphen is the first part of a compound that comes later ("Wander- und Radwege").
        if text[end : end + 2] != "- ":
            yield Token(text[start:end], start, end, before, fold(text[start:end]))
        before = match[0]


def _runs(tokens: Sequence[Token], text: str) -> Iterator[list[Token]]:
    """Yields neighbouring capitalised words; a particle or two between them belong to the run."""
    run: list[Token] = []
    for place, token in enumerate(tokens):
        if run and (text[run[-1].end : token.start] not in (" ", "-", "‑") or token.begins):
            yield run
            run = []
        if token.capital or (run and _joins(tokens, place, text)):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _joins(tokens: Sequence[Token], place: int, text: str) -> bool:
    """Whether a particle, perhaps with a second one, leads to a capitalised word: "van der Berg"."""
    for token, after in pairwise(tokens[place : place + 3]):
        if token.text not in _PARTICLES or text[token.end : after.start] != " ":
            return False
        if after.capital:
            return True
    return False


def _parts(run: Sequence[Token], text: str, language: str) -> Iterator[Name]:
    """Parts a run into what the data knows, longest first, and what is left between."""
    rest: list[Token] = []
    place = 0
    while place < len(run):
        size = _known(run, place, language)
        if size:
            yield from _unknown(rest, text, language)
            rest = []
            known = run[place : place + size]
            yield Name(text[known[0].start : known[-1].end], known[0].start, known[-1].end,
                       tuple(token.folded for token in known), True, True)
            place += size
        else:
            rest.append(run[place])
            place += 1
    yield from _unknown(rest, text, language)


def _known(run: Sequence[Token], place: int, language: str) -> int:
    """Returns how many words of the run, from `place` on, are one known name; 0 where none is."""
    for size in range(min(LONGEST, len(run) - place), 0, -1):
        tokens = run[place : place + size]
        found = meanings(" ".join(token.folded for token in tokens))
        if found and found[0].kind != "currency" and not _is_all_common(tokens, found[0], language) and (
            size > 1 or _stands_alone(tokens[0], found[0], language, _has_names(run, place, language))
        ):
            return size
    return 0


def _has_names(run: Sequence[Token], place: int, language: str) -> bool:
    """Whether words of the run beside that at `place` are parts of a name: no titles, nor nouns ("Flughafen")."""
    return any(not _is_title(token) and not is_common_word(token.folded, language)
               for token in (*run[:place], *run[place + 1 :]))


def _is_all_common(tokens: Sequence[Token], entry: Entry, language: str) -> bool:
    """Whether the words are common ones; Iceland is "Island" in German, where no island is."""
    return all(token.folded in COMMON for token in tokens) and not (
        language == "de" and entry.kind == "state" and not tokens[0].begins)


def _stands_alone(token: Token, entry: Entry, language: str, among_others: bool) -> bool:
    """A single word may be a common word, begin a sentence, or be part of a person's name."""
    if token.shouts and not exact_meanings(token.folded):
        return False
    # Within a sentence a capital speaks for the place, but not in German.
    if not token.shouts and (language == "de" or token.begins) and is_listed_word(token.folded, language):
        return _is_listed_place(token, entry, language)
    if not token.shouts and entry.population < _GREAT and is_common_word(token.folded, language):
        # "in Dünkirchen": without an article, what ends as a noun does is a place all the same.
        return (language == "de" and token.before in _WITHIN and not among_others
                and not is_listed_word(token.folded, "de"))
    if entry.kind != "city":
        return True
    return not among_others and (not token.begins or entry.population >= _GREAT)


def _is_listed_place(token: Token, entry: Entry, language: str) -> bool:
    """Whether a word that the lists have is a place all the same: the greatest, and "in Boston", without an article."""
    if language == "de" and entry.kind == "city" and token.before in _WITHIN and entry.population >= _GREAT and (
        token.folded == entry.forms[0] or token.folded in _LISTED_CITIES
    ):
        return True
    return entry.population > _GREATEST and (
        bool(exact_meanings(token.folded))
        or (language == "de" and bool(_OF_A_PEOPLE.search(token.folded)
                                      or exact_meanings(token.folded.removesuffix("s")))))


def _unknown(tokens: Sequence[Token], text: str, language: str) -> Iterator[Name]:
    """Yields the names in what is left of a run; a translated word ends one."""
    group: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and (not _is_title(token) or (group and token.folded in _PARTICLES)):
            group.append(token)
            continue
        yield from _name(group, text, language)
        group = []


def _is_title(token: Token) -> bool:
    return len(token.folded) < _LEAST_WORD - 1 or token.folded in COMMON or token.folded[0].isdigit()


def _name(group: Sequence[Token], text: str, language: str) -> Iterator[Name]:
    """Yields the names that a run is, parted where a word may be translated; particles join."""
    telling: list[Token] = []
    before: Token | None = None
    for token in [*group, None]:
        if token is not None and (_tells(token, language, len(group) > 1) or (telling and token.folded in _PARTICLES)):
            telling.append(token)
            continue
        while telling and telling[-1].folded in _PARTICLES:
            telling.pop()
        if telling:
            yield _made(telling, text, language, before, whole=len(telling) == len(group))
        telling, before = [], token


def _made(telling: Sequence[Token], text: str, language: str, before: Token | None, *, whole: bool) -> Name:
    """Makes a name of its telling words; a first name may be a common word as well ("Peter") and is kept with it."""
    first = before is not None and language != "de" and len(telling) == 1 and not telling[0].shouts
    start, end = (before or telling[0]).start if first else telling[0].start, telling[-1].end
    words = tuple(word for token in telling for word in token.folded.split() if word not in _PARTICLES)
    shouts = any(token.shouts for token in telling)
    sure = shouts or len(words) > 1 or (language in LISTED and not (language == "de" and _is_vague(telling[0])))
    beside = before is not None and text[before.end : telling[0].start] == " "
    return Name(text[start:end], start, end, words, False, sure, sure and (
        beside if language == "de" else whole and not telling[0].begins))


def _is_vague(token: Token) -> bool:
    """Whether a German word that no list has may be a noun all the same: compounded, or of a verb or an adjective."""
    if token.folded.endswith(_NOUN_ENDINGS) or len(token.folded) > _LONGEST_NAME:
        return True
    led = token.begins or token.before in _DETERMINERS or (
        token.before.islower() and token.before.endswith(_INFLECTIONS) and token.before not in _UNINFLECTED)
    return led and token.folded.endswith(_WORD_ENDINGS)


def _tells(token: Token, language: str, among_others: bool) -> bool:
    """Whether a capitalised word is one for being part of a name."""
    if token.shouts:
        return True
    if token.folded in _PARTICLES or len(token.folded) < _LEAST_WORD or is_compound(token.folded, language):
        return False
    # Of German only the nouns are known, so that any other word may begin a sentence.
    return not token.begins or language in ("en", "nl") or (among_others and language != "de")
