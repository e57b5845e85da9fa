"""What an answer says of its own making: why it is in quotes, why it broke off, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from rag.errors import (
    ModelBusyError,
    ModelDeadlineError,
    ModelError,
    ModelNotFoundError,
    ModelUnreachableError,
    PromptTooLongError,
)
from rag.messages import language_list, message
from rag.settings import DEFAULT_HOST
from rag.types import ArticleSummary, Citation, Claim
from rag.write.ollama import RECOMMENDED_MODEL

__all__ = ["failure_notes", "left_out_note", "nothing_written_note", "quotes_notes", "replaced_notes"]

_MOST_TITLES = 5
_GET_OLLAMA = "https://ollama.com"


def quotes_notes(
    language: str, quoted: Sequence[str], problem: ModelError | None, *, model: str | None, host: str
) -> list[str]:
    """Returns whose words a quoted answer is in and, unless quotes were wished for, how to get written ones.

    Args:
        language: Of the answer.
        quoted: Languages of its quotes.
        problem: Why no model wrote; None where none was wanted.
        model: The configured model, if any.
        host: The configured server.
    """
    notes = [message("own_words_in", language, languages=language_list(quoted, language)) if quoted else
             message("own_words", language)]
    if isinstance(problem, ModelNotFoundError | ModelUnreachableError):
        command = f"ollama pull {model or RECOMMENDED_MODEL}"
        if isinstance(problem, ModelUnreachableError):
            # The server may be stopped, elsewhere or not installed: which of them cannot be told from here.
            command += f" (Ollama: {_GET_OLLAMA})"
        notes.append(message("how_written", language, command=command))
    if problem is not None and not isinstance(problem, ModelNotFoundError) and not _is_absent(problem, host, model):
        notes.append(str(problem))
    return notes


def _is_absent(problem: ModelError, host: str, model: str | None) -> bool:
    """Whether Ollama is simply not there, which needs no explaining where nobody had named an address or a model."""
    return isinstance(problem, ModelUnreachableError) and host == DEFAULT_HOST and model is None


def failure_notes(language: str, error: ModelError, model: str, *, begun: bool) -> list[str]:
    """Returns what went wrong with the model, in the reader's language and then in detail with the remedy."""
    if isinstance(error, ModelDeadlineError):
        note = message("too_slow", language)
    elif isinstance(error, ModelBusyError):
        note = message("model_busy", language)
    elif isinstance(error, ModelUnreachableError):
        note = message("model_unreachable", language)
    elif isinstance(error, PromptTooLongError):
        note = message("prompt_too_long", language)
    elif isinstance(error, ModelNotFoundError):
        note = nothing_written_note(language, model)
    else:
        note = message("broke_off", language) if begun else nothing_written_note(language, model)
    return [note, str(error)]


def replaced_notes(language: str, claims: Sequence[Claim]) -> list[str]:
    """Returns what became of the sentences that failed their checks."""
    notes: list[str] = []
    if any(claim.verdict == "quoted" and claim.reason for claim in claims):
        notes.append(message("some_quoted", language))
    if any(claim.verdict == "dropped" for claim in claims):
        notes.append(message("some_dropped", language))
    return notes


def nothing_written_note(language: str, model: str) -> str:
    """Returns that the model wrote nothing that could be shown."""
    return message("quotes_instead", language, model=model)


def left_out_note(language: str, meant: Sequence[ArticleSummary], cited: Sequence[Citation]) -> str:
    """Returns which of the articles to be summed up the summary says nothing of, "" where it is of all."""
    of = {citation.article_id for citation in cited}
    left = [article for article in meant if article.article_id not in of]
    if not left or not of:
        return ""
    titles = [f"“{article.title or article.article_id}”" for article in left[:_MOST_TITLES]]
    names = ", ".join([*titles, *(["…"] if len(left) > _MOST_TITLES else [])])
    return message("left_out", language, count=str(len(meant) - len(left)), total=str(len(meant)), names=names)
