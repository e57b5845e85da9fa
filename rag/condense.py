"""History and a follow-up -> a question that stands alone, for the search.

A question with words and names of its own is left alone. Else the content words of the turns before are added, or a
model rewrites it, whose words are taken only where they are surely no invention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from rag.check.words import akin, plain
from rag.condense_words import FUNCTION_WORDS, GENERIC_NOUNS, OPENERS, POINTERS
from rag.language import detect
from rag.prompts import condense_prompt
from rag.types import Turn
from rag.write.model import ChatModel

__all__ = ["condense", "with_topic"]

_TURNS = 3
_QUESTION_CHARS = 400
_ANSWER_CHARS = 600
_MOST_ADDED = 10
_MODEL_TOKENS = 80
_LONGEST_REWRITTEN = 300
_WORD = re.compile(r"-?[^\W_]+(?:[.,:][^\W_]+)*")
_MARKER = re.compile(r"\[\d{1,3}\]")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it stands and folded; `name` where a capital inside of the sentence makes it one."""

    text: str
    key: str
    name: bool
    digits: bool


def condense(question: str, history: Sequence[Turn], language: str, model: ChatModel | None = None) -> str:
    """Makes a follow-up question stand alone.

    Args:
        question: As asked.
        history: Earlier turns, the oldest first; the last three are looked at.
        language: The question's, ISO 639-1.
        model: Asked for a rewrite, in one short call, where the question needs one; None: words are added by rule.

    Returns:
        The question itself where it stands alone, or where there is no history.

    Raises:
        ModelError: The model failed; ask again without one.
    """
    turns = [_bounded(turn) for turn in history[-_TURNS:]]
    if not turns or not _leans_on_history(question, language):
        return question
    rewritten = _rewritten(question, turns, language, model) if model is not None else None
    return rewritten or _with_words_added(question, turns, language)


def with_topic(question: str, history: Sequence[Turn], language: str) -> str:
    """Adds the topic of the turns before to a question, whether it seems to stand alone or not."""
    turns = [_bounded(turn) for turn in history[-_TURNS:]]
    return _with_words_added(question, turns, language) if turns else question


def _bounded(turn: Turn) -> Turn:
    return replace(turn, question=turn.question[:_QUESTION_CHARS], answer=_MARKER.sub("", turn.answer[:_ANSWER_CHARS]))


def _words(text: str, language: str) -> Iterator[_Word]:
    begins = True
    for match in _WORD.finditer(text):
        word = match[0]
        digits = any(character.isdigit() for character in word)
        capital = word[:1].isupper() and (not begins or word[1:2].isupper())
        yield _Word(word, plain(word), capital and plain(word) not in FUNCTION_WORDS.get(language, ()), digits)
        begins = text[match.end() : match.end() + 2].strip() in (".", "!", "?", ":")


def _content(text: str, language: str) -> list[_Word]:
    """The words that say what a text is about."""
    empty = FUNCTION_WORDS.get(language, FUNCTION_WORDS["en"])
    generic = GENERIC_NOUNS.get(language, frozenset[str]())
    return [
        word
        for word in _words(text, language)
        if word.key not in empty and word.key not in generic and (len(word.key) > 1 or word.digits)
        and not word.key.startswith("-")
    ]


def _leans_on_history(question: str, language: str) -> bool:
    """Whether the question points back, or says too little by itself."""
    said = [word for word in _content(question, language) if not word.digits]
    names = [word for word in said if word.name]
    words = list(_words(question, language))
    opens = bool(words) and words[0].key in OPENERS.get(language, ())
    if len(said) < (1 if names else 2) or (opens and len(said) < 3):
        return True
    pointers = POINTERS.get(language, POINTERS["en"])
    for place, word in enumerate(words):
        if word.key in pointers or (pointers.last and place == len(words) - 1 and word.key in pointers.last):
            named_before = any(other.name for other in words[:place])
            return not (named_before and len(said) >= 3)
    generic = GENERIC_NOUNS.get(language, frozenset[str]())
    return not names and len(said) < 2 and any(word.key in generic for word in words)


def _with_words_added(question: str, turns: Sequence[Turn], language: str) -> str:
    own = _content(question, language)
    keys = {word.key for word in own}
    dated = any(word.digits for word in own)
    added: list[str] = []
    for turn in reversed(turns):
        spoken = turn.language or language
        found = _content(turn.question, spoken)
        if len(own) == 0 or len(found) < 2:
            found += [word for word in _content(turn.answer, spoken) if word.name]
        for word in found:
            if word.key not in keys and not (dated and word.digits) and len(added) < _MOST_ADDED:
                keys.add(word.key)
                added.append(word.text)
        if len(added) >= 2:
            break
    return f"{question.strip()} ({' '.join(added)})" if added else question


def _rewritten(question: str, turns: Sequence[Turn], language: str, model: ChatModel) -> str | None:
    messages = condense_prompt(question, turns, language)
    with closing(model.stream(messages, max_tokens=_MODEL_TOKENS)) as stream:
        text = "".join(stream).strip().strip("\"“”„«»").strip()
        whole = stream.finish == "stop"
    return text if whole and _is_sane(text, question, turns, language) else None


def _is_sane(text: str, question: str, turns: Sequence[Turn], language: str) -> bool:
    """One question in the same language, with all that the question names, and nothing that nobody said."""
    longest = min(_LONGEST_REWRITTEN, 80 + 2 * max(len(question), len(turns[-1].question)))
    if not text.endswith("?") or "\n" in text or len(text) > longest:
        return False
    if detect(text, among=(language, "en")) not in (None, language):
        return False
    new = list(_words(text, language))
    keys = {word.key for word in new}
    asked = [word for word in _words(question, language) if word.digits or word.name]
    if any(word.key not in keys and not any(akin(word.key, key) for key in keys) for word in asked):
        return False
    said = " ".join([question, *(f"{turn.question} {turn.answer}" for turn in turns)])
    known = {word.key for word in _words(said, language)}
    for word in new:
        checked = word.digits or (word.name and (language != "de" or word.text.isupper()))
        if checked and word.key not in known and (word.digits or not any(akin(word.key, key) for key in known)):
            return False
    return not _leans_on_history(text, language)
