"""What a user typed -> a question that can be searched for, or a word on why it cannot."""

from __future__ import annotations

from dataclasses import dataclass

from rag.errors import LibraryError, QuestionError, UsageError
from rag.language import SPOKEN, language_name, question_language
from rag.library import Library
from rag.settings import Settings
from rag.types import Filters

__all__ = ["ReadQuestion", "check_k", "read_question"]

_MOST_PASSAGES = 1000
_GREETING_CHARS = 60
_GREETINGS = frozenset(
    "hello hi hey thanks thank you good morning evening bye goodbye there "
    "hallo guten tag morgen abend danke dankeschön vielen dank tschüss servus moin schön "
    "dag hoi goedemorgen goedenavond goedemiddag bedankt dankjewel dank je u wel doei "
    "bonjour bonsoir salut merci beaucoup au revoir hola buenos días buenas tardes noches gracias muchas adiós "
    "ciao buongiorno buonasera salve grazie mille arrivederci "
    "olá oi bom dia boa tarde noite obrigado obrigada muito tchau".split()
)
_WHO_ARE_YOU = frozenset({
    "who are you", "what are you", "wer bist du", "wer sind sie", "wie ben je", "wie ben jij", "wie bent u",
    "qui es tu", "qui êtes vous", "quién eres", "quién es usted", "chi sei", "quem é você", "quem és tu",
})


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question in one line.

    Attributes:
        asked_in: Its own language, ISO 639-1.
        language: The language to answer in.
    """

    text: str
    asked_in: str
    language: str


def read_question(question: str, language: str | None, filters: Filters, library: Library,
                  settings: Settings) -> ReadQuestion:
    """Reads a question.

    Args:
        question: As typed.
        language: To answer in; None for the setting's, else the question's own.
        filters: Which articles to look at: some have to pass.

    Raises:
        QuestionError: It is empty, too long, without words, in a language not spoken here, or a mere greeting.
        UsageError: No article passes the filters.
        LibraryError: The library is empty.
    """
    text = " ".join(question.encode("utf-8", "ignore").decode("utf-8").replace("\x00", " ").split())
    if not text:
        raise QuestionError("The question is empty.", "Write a question, for example: who closed the bridge, and why?")
    if len(text) > settings.max_question_chars:
        raise QuestionError(f"The question has {len(text)} characters; {settings.max_question_chars} are allowed.",
                            "Ask a shorter question, or raise NEWSCITE_MAX_QUESTION_CHARS.")
    _check_asks(text)
    _check_articles(library, filters)
    fixed = _spoken(language or settings.language)
    try:
        asked_in = question_language(text, library.articles.languages())
    except QuestionError:
        if fixed is None or not any(map(str.isalpha, text)):
            raise
        asked_in = fixed
    return ReadQuestion(text, asked_in, fixed or asked_in)


def check_k(k: int) -> None:
    """Checks how many passages are asked for.

    Raises:
        UsageError: Not from 1 to 1000.
    """
    if not 1 <= k <= _MOST_PASSAGES:
        raise UsageError(f"{k} passages cannot be searched for.", f"Ask for 1 to {_MOST_PASSAGES}.")


def _check_asks(text: str) -> None:
    """Checks that a text is more than a greeting: the nearest quotes would be none of its answer."""
    words = ["".join(filter(str.isalpha, word)) for word in text[:_GREETING_CHARS].casefold().replace("-", " ").split()]
    words = [word for word in words if word]
    if words and len(text) < _GREETING_CHARS and (
            _GREETINGS.issuperset(words) or " ".join(words) in _WHO_ARE_YOU):
        raise QuestionError("That is no question to the articles.",
                            "Ask about something in them, for example: who closed the bridge, and why?")


def _spoken(language: str | None) -> str | None:
    if language is None:
        return None
    code = language.strip().lower()
    if code not in SPOKEN:
        names = ", ".join(f"{spoken} ({language_name(spoken)})" for spoken in sorted(SPOKEN))
        raise QuestionError(f"Answers in {language!r} are not spoken here.", f"Choose one of {names}.")
    return code


def _check_articles(library: Library, filters: Filters) -> None:
    if not library.passages.count():
        raise LibraryError(f"The library {library.folder} holds no articles.", "Add some with: newscite ingest PATH")
    if filters != Filters() and not library.passages.count(filters):
        outlets = sorted({article.outlet for article in library.articles.list() if article.outlet})
        known = f"languages {', '.join(library.articles.languages()) or 'unknown'}"
        if outlets:
            known += f"; outlets {', '.join(outlets[:10])}"
        raise UsageError("No article passes the filters.", f"Widen them; the library has {known}.")
