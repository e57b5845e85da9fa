"""What a conversation is about: the names and the head nouns that its turns leave to a question that names nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.asking.absent import begun_small
from rag.check.words import plain
from rag.gazetteer import names_with_places
from rag.language import SPOKEN, detect
from rag.messages import message
from rag.types import Turn
from rag.word_classes import DETERMINERS, FUNCTION_WORDS, GENERIC_NOUNS, OPENERS, PLACING, POINTERS

__all__ = [
    "Said", "Topic", "content_words", "leans_on_history", "said_words", "topic_of", "turn_language", "with_answers",
]

_MOST_NAMES = 6
_MOST_MATTER = 3
_MOST_WORDS = 8
_BEGINS = 3
_WORD = re.compile(r"-?[^\W_]+(?:[.,:’'-][^\W_]+)*")
_INVERTED = re.compile(r"-(?:t-)?(elles?|ils?|on)\b", re.IGNORECASE)
_INVERTED_KEYS = frozenset(("-elle", "-elles", "-il", "-ils"))
_ADDED = re.compile(r"(?<!\s)\s*\(([^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class Said:
    """A word as it stands and folded.

    Attributes:
        name: A capital inside of the sentence makes it one; in German also a noun.
        digits: Whether it has any.
        placed: Whether a word such as "in" stands right before it.
    """

    text: str
    key: str
    name: bool
    digits: bool
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """What a conversation is about, as far as its latest turn goes.

    Attributes:
        names: Words of the names that were named last, and the nouns that stand beside them, as they were written.
        matter: Words of a later question that named nothing, "the new stadium", without function words.
        words: All words of the latest question that say something, then `names`.
        language: Of the latest question, ISO 639-1.
    """

    names: tuple[str, ...]
    matter: tuple[str, ...]
    words: tuple[str, ...]
    language: str


def said_words(text: str, language: str) -> Iterator[Said]:
    """Yields the words of a text in order."""
    begins, before = True, ""
    # "a-t-elle" is two words; the hyphen stays, as an inverted pronoun may but double the subject.
    text = _INVERTED.sub(r" -\1", text) if language == "fr" else text
    for match in _WORD.finditer(text):
        word = match[0]
        key = plain(word)
        digits = any(character.isdigit() for character in word)
        capital = word[:1].isupper() and (not begins or word[1:2].isupper())
        name = capital and key not in FUNCTION_WORDS.get(language, ())
        yield Said(word, key, name, digits, before in PLACING.get(language, ()))
        begins, before = text[match.end() : match.end() + 2].strip() in (".", "!", "?", ":"), key


def content_words(text: str, language: str) -> list[Said]:
    """Returns the words that say what a text is about: neither function words nor "the company" and its like."""
    empty = FUNCTION_WORDS.get(language, FUNCTION_WORDS["en"])
    generic = GENERIC_NOUNS.get(language, frozenset[str]())
    return [word for word in said_words(text, language)
            if word.key not in empty and word.key not in generic and (len(word.key) > 1 or word.digits)
            and not word.key.startswith("-")]


def leans_on_history(question: str, language: str) -> bool:
    """Whether the question points back, or says too little by itself.

    Args:
        language: Of the question, ISO 639-1.
    """
    said = [word for word in content_words(question, language) if not word.digits]
    names = [word for word in said if word.name]
    words = list(said_words(question, language))
    opens = bool(words) and words[0].key in OPENERS.get(language, ())
    if len(said) < (1 if names else 2) or (opens and len(said) < 3):
        return True
    pointers = POINTERS.get(language, POINTERS["en"])
    for place, word in enumerate(words):
        # "Que dit-elle ?" points back; in "L'usine a-t-elle fermé ?" the noun before it is what is meant.
        if word.key in _INVERTED_KEYS and not _says_something(words[: place - 1], said):
            return True
        if word.key in pointers or (pointers.last and place == len(words) - 1 and word.key in pointers.last):
            named_before = any(other.name for other in words[:place])
            return not (named_before and len(said) >= 3)
    generic = GENERIC_NOUNS.get(language, frozenset[str]())
    return not names and len(said) < 2 and any(word.key in generic for word in words)


def with_answers(turns: Sequence[Turn], language: str, *, pointing: bool) -> Sequence[Turn]:
    """Leaves out the turns that the articles had no answer to: what was asked in vain is no topic to go on with.

    Args:
        turns: The oldest first.
        language: To read questions in whose own cannot be told.
        pointing: Whether "it" or "they" are asked of: of a question in vain too, if it began a topic of its own.

    Returns:
        All turns where none had an answer.
    """
    cited = any(turn.citations for turn in turns)
    kept = [turn for turn in turns if not _is_in_vain(turn, cited=cited)]
    last = turns[-1] if turns else None
    if pointing and last is not None and _is_in_vain(last, cited=cited) and _stood_alone(last, language):
        kept.append(last)
    return kept or turns


def turn_language(turn: Turn, language: str) -> str:
    """Returns the language that a turn's question is in: an answer may have been wished for in another."""
    return detect(turn.question, among=SPOKEN) or turn.language or language


def topic_of(turns: Sequence[Turn], language: str) -> Topic | None:
    """Returns what the latest turn is about; what it does not name itself comes from the turns before it.

    Args:
        turns: The oldest first; `standalone` of each tells what it took from those before it.
        language: To read questions in whose own cannot be told.
    """
    if not turns:
        return None
    latest, told = turns[-1], turn_language(turns[-1], language)
    said = content_words(_asked(latest), told)
    since = _since_change(turns, language)
    named = _last_names(since, language) or (
        _cited_names(latest) if len(since) == len(turns) else _begun_with(since[0], language))
    own = {word for word in named if word in _asked(latest)}
    matter = () if own else _nouns(_asked(latest), told)
    words = tuple(dict.fromkeys([*(word.text for word in said), *named]))
    return Topic(named[:_MOST_NAMES], matter[:_MOST_MATTER], words[:_MOST_WORDS], told) if words else None


def _since_change(turns: Sequence[Turn], language: str) -> Sequence[Turn]:
    """Returns the turns from the latest that began a topic: it stood alone, and cites no article of the one before."""
    for place in range(len(turns) - 1, 0, -1):
        turn, before = turns[place], turns[place - 1]
        same = {item.article_id for item in turn.citations} & {item.article_id for item in before.citations}
        spoken = turn_language(turn, language)
        said = [word for word in content_words(turn.question, spoken) if not word.digits]
        # Two words that name nothing, "Wann geht es los?", are no sure sign of another topic.
        says = len(said) >= _BEGINS or bool(_names(turn.question, said, spoken))
        if not same and says and _stood_alone(turn, language):
            return turns[place:]
    return turns


def _stood_alone(turn: Turn, language: str) -> bool:
    return turn.standalone in (None, turn.question) and not leans_on_history(
        turn.question, turn_language(turn, language))


def _is_in_vain(turn: Turn, *, cited: bool) -> bool:
    """Whether a turn was refused: it cites nothing, where others do or where its answer is the words of a refusal."""
    if turn.citations or turn.articles:
        return False
    said = turn.answer.strip()
    return cited or any(said == message(key, spoken) for key in ("not_in_sources", "not_in_searched")
                        for spoken in SPOKEN)


def _begun_with(turn: Turn, language: str) -> tuple[str, ...]:
    """Returns the words of a question that began a topic and named nothing."""
    said = content_words(_asked(turn), turn_language(turn, language))
    return tuple(dict.fromkeys(word.text for word in said if not word.digits))


def _says_something(words: Sequence[Said], said: Sequence[Said]) -> bool:
    keys = {word.key for word in said}
    return any(word.key in keys for word in words)


def _last_names(turns: Sequence[Turn], language: str) -> tuple[str, ...]:
    for turn in reversed(turns):
        spoken = turn_language(turn, language)
        if names := _names(_asked(turn), content_words(_asked(turn), spoken), spoken):
            return tuple(dict.fromkeys(names))
    return ()


def _cited_names(turn: Turn) -> tuple[str, ...]:
    """Returns the names in the first quote of an answer to questions that named nothing."""
    return tuple(part for citation in turn.citations[:1] if citation.language
                 for name in names_with_places(citation.quote, citation.language) for part in name.text.split())


def _asked(turn: Turn) -> str:
    """Returns what was searched for without what a rule had added: else each turn would hand on all before it."""
    return _ADDED.sub("", turn.standalone or turn.question)


def _nouns(text: str, language: str) -> tuple[str, ...]:
    """Returns what can be told to be nouns: "the new stadium"; in German, what has a capital."""
    content = {word.key for word in content_words(text, language)}
    if language == "de":
        return tuple(word.text for word in said_words(text, language) if word.name and word.key in content)
    nouns: list[str] = []
    led = False
    for word in said_words(text, language):
        if led and word.key in content and not word.digits:
            nouns.append(word.text)
        led = word.key in DETERMINERS.get(language, ()) or (led and word.key in content)
    return tuple(nouns)


def _names(text: str, said: Sequence[Said], language: str) -> list[str]:
    """Returns the words of names, and those that tell what is named: "plant in Oldhaven", "ferry Lady Tidewell"."""
    begun = begun_small(text, language)
    known = {part for name in names_with_places(begun, language) for part in name.text.split()}
    if language == "de":
        return _german_names(text, said, known)
    names = {word.text for word in said if not word.digits and (word.text in known or word.name)}
    empty = FUNCTION_WORDS.get(language, frozenset[str]())
    beside: set[str] = set()
    before = ""
    for place, word in enumerate(said_words(text, language)):
        if word.text in names and before and before not in names:
            beside.add(before)
        # "Summarise what Holslag says": a verb that asks tells nothing of a name.
        if word.key not in empty and (place > 0 or begun == text):
            before = word.text
    return [word.text for word in said if word.text in names or word.text in beside]


def _german_names(text: str, said: Sequence[Said], known: Collection[str]) -> list[str]:
    """Returns the nouns of a question that has a name among them, which a capital alone does not tell.

    Of two nouns in a row the second names the first: "Brauerei Gramsee".
    """
    rows = pairwise(said_words(text, "de"))
    if not known and not any(one.text[:1].isupper() and other.name for one, other in rows):
        return []
    return [word.text for word in said if not word.digits and (word.name or word.text in known)]
