"""Which part each name of a sentence plays: who does it, to whom, of what, in what, as far as little words tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from rag.check.clauses import PARTINGS
from rag.check.role_words import ROLE_WORDS, RoleWords
from rag.check.words import plain
from rag.gazetteer import known_forms
from rag.word_classes import FUNCTION_WORDS

__all__ = ["OBJECT", "OF", "SUBJECT", "Name", "named_parts", "same_name"]

SUBJECT, OBJECT, OF = frozenset({"subject"}), frozenset({"object"}), frozenset({"of"})
_OPEN = frozenset[str]()
_TOKEN = re.compile(r"[^\W_]+|['’](?=[sS]\b)|[^\w\s]")
_STOPS = frozenset(",;:–—()\"“”„«».!?")
_MOST_TOKENS = 200
# "to" and "is", which without their accents are "has" and "and".
_ACCENTED = frozenset("àèé")
_FEWEST_LETTERS = 3
_WITH = frozenset("with mit met avec con com".split())
# Without a preposition, the accusative and the dative are whom it is done to.
_UNDERGOING = frozenset("den dem einen einem".split())
_MASCULINE = frozenset("iran irak jemen libanon sudan sudsudan kongo tschad niger vatikan kosovo oman".split())


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or a sign: as it stands, plain, and whether it has a capital that may be a name's."""

    text: str
    key: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words.

    Attributes:
        words: Plain.
        text: As it stands.
        parts: Which it may play: "subject", "object", or what its preposition says; empty where that is left open.
        leads: Whether it opens the text, but for an article and one word.
    """

    words: tuple[str, ...]
    text: str
    parts: frozenset[str]
    leads: bool


_END = _Token("", "", capital=False)


def named_parts(text: str, language: str) -> tuple[Name, ...]:
    """Returns the names of a text, in order.

    Args:
        language: Of `text`; a key of `ROLE_WORDS`.
    """
    known = ROLE_WORDS[language]
    little = FUNCTION_WORDS.get(language, frozenset[str]()).union(
        known.prepositions, known.articles, known.oblique, known.joints)
    tokens = [_token(match[0], little) for match in islice(_TOKEN.finditer(text), _MOST_TOKENS)]
    return tuple(name for begin, end in _clauses(tokens, language)
                 for name in _named(tokens[begin:end], known, opens=begin == 0))


def same_name(name: Name, other: Name) -> bool:
    """Whether two names share a word, under some known form."""
    return any(_alike(word, match) for word in name.words for match in other.words)


def _token(text: str, little: Collection[str]) -> _Token:
    key = text.lower() if text.lower() in _ACCENTED else plain(text)
    return _Token(text, key, text[:1].isupper() and key not in little)


def _alike(word: str, other: str) -> bool:
    if word == other or (min(len(word), len(other)) > _FEWEST_LETTERS and word.rstrip("s") == other.rstrip("s")):
        return True
    return not known_forms(word).isdisjoint(known_forms(other))


def _clauses(tokens: Sequence[_Token], language: str) -> Sequence[tuple[int, int]]:
    """Returns where clauses begin and end; signs and conjunctions stand in none."""
    cuts = [place for place, token in enumerate(tokens)
            if (token.text in _STOPS and not (token.text == "." and place and tokens[place - 1].text.isdigit()))
            or token.key in PARTINGS[language]]
    return [(begin + 1, end) for begin, end in pairwise([-1, *cuts, len(tokens)]) if end > begin + 1]


def _named(clause: Sequence[_Token], known: RoleWords, *, opens: bool) -> Sequence[Name]:
    """Returns the names of a clause with the parts that they may play in it; none for what is left open."""
    runs = list(_runs(clause))
    marked = [_marked(clause, start, end, known) for start, end in runs]
    agent = _agent(clause, runs, marked, known)
    found: list[Name] = []
    led = False
    for place, ((start, end), mark) in enumerate(zip(runs, marked, strict=True)):
        initial = mark is None and not led and _is_subject(clause, start, known)
        if mark is not None:
            parts = mark | SUBJECT if place == agent else mark
        elif initial:
            parts = SUBJECT if agent is None else OBJECT
        else:
            parts = OBJECT if led else _OPEN
        led = led or initial
        words = tuple(token.key for token in clause[start:end]
                      if len(token.key) >= _FEWEST_LETTERS or token.text.isupper())
        leads = opens and mark is None and _opens(clause, start, known)
        found.append(Name(words, " ".join(token.text for token in clause[start:end]), parts, leads))
    return found


def _runs(clause: Sequence[_Token]) -> Iterator[tuple[int, int]]:
    begin: int | None = None
    for place, token in enumerate([*clause, _END]):
        if token.capital:
            begin = place if begin is None else begin
        elif begin is not None and token.text != "-":
            yield begin, place
            begin = None


def _marked(clause: Sequence[_Token], start: int, end: int, known: RoleWords) -> frozenset[str] | None:
    """Returns the parts that a preposition or a genitive marks, none for what is left open, None for no mark."""
    if end < len(clause) and clause[end].text in ("'", "’"):
        return OF
    at, oblique = start - 1, False
    for _ in range(2):
        while at >= 0 and (clause[at].key in known.articles or clause[at].key in known.oblique):
            oblique = oblique or clause[at].key in known.oblique
            at -= 1
        if at >= 0 and clause[at].key in known.prepositions:
            return known.prepositions[clause[at].key]
        if oblique:
            return _declined(clause, start)
        if at >= 0 and clause[at].key in known.joints:
            return _OPEN
        if at < 0:
            return None
        # "by the carmaker Delta": one word may stand between.
        at -= 1
    following = clause[end].key if end < len(clause) else ""
    # "Delta with Orion", and "threatens Delta with a suit".
    joined = following in known.joints and (following not in _WITH or _opens(clause, start, known))
    return _OPEN if joined else None


def _declined(clause: Sequence[_Token], start: int) -> frozenset[str] | None:
    """Returns what a German article says of the name behind it, as `_marked` does: "den Irak", but "der Iran"."""
    article = clause[start - 1].key
    if article == "der" and start == 1 and clause[start].key in _MASCULINE:
        return None
    return OBJECT if article in _UNDERGOING else _OPEN


def _agent(
    clause: Sequence[_Token], runs: Sequence[tuple[int, int]], marked: Sequence[frozenset[str] | None],
    known: RoleWords,
) -> int | None:
    """Returns which name does what is done in the passive voice, None where the clause is in the active."""
    if not any(token.key in known.passive for token in clause):
        return None
    for place, ((start, _), parts) in enumerate(zip(runs, marked, strict=True)):
        if parts is None or "by" not in parts:
            continue
        at = next((at for at in range(start - 1, -1, -1) if clause[at].key in known.prepositions), 0)
        # "a daughter of Delta" does nothing in German, where one word is "of" and "by".
        if at and not (clause[at - 1].capital and "of" in parts):
            return place
    return None


def _is_subject(clause: Sequence[_Token], start: int, known: RoleWords) -> bool:
    """Whether the first name without a mark is the subject of its clause.

    It is where it opens the clause; and in German, whose nouns all have capitals, wherever no pronoun is before it.
    """
    if known.pronouns:
        while start and (clause[start - 1].key in known.articles or clause[start - 1].key in known.oblique):
            start -= 1
        return not any(token.key in known.pronouns for token in clause[:start])
    return _opens(clause, start, known)


def _opens(clause: Sequence[_Token], start: int, known: RoleWords) -> bool:
    """Whether nothing is before a name but an article and one word: "the carmaker Delta"."""
    before = [token for token in clause[:start] if token.key not in known.articles]
    return len(before) <= (1 if start > len(before) else 0)
