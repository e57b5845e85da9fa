"""Everything that rag raises on purpose.

NewsciteError
├── UsageError                what was asked cannot be asked so (exit code 2)
│   ├── QuestionError         empty, too long, no words, a language that is not spoken here
│   └── SettingsError         a setting or environment variable with an unusable value
├── LoadError                 a file or record cannot be read as an article
├── LibraryError              the library cannot be opened or written
│   ├── LibraryBusyError      another process writes
│   ├── LibraryTooNewError    made by a newer version
│   ├── LibraryDamagedError   the SQLite file itself is damaged
│   └── EmbeddingMismatchError  built with another embedding model
├── ArticleNotFoundError
├── ConversationNotFoundError
├── IndexFaultError           Chroma failed; the library is whole
├── EmbeddingError            the embedding model cannot be loaded or run
└── ModelError                the language model
    ├── ModelUnreachableError   no server there
    ├── ModelNotFoundError      no (such) model installed
    ├── ModelBusyError          the server's queue is full
    ├── ModelDeadlineError      took too long
    ├── ModelInterruptedError   the answer broke off (no `done`, dead runner)
    └── PromptTooLongError      did not fit the context window
"""

from __future__ import annotations

__all__ = [
    "ArticleNotFoundError", "ConversationNotFoundError", "EmbeddingError", "EmbeddingMismatchError",
    "IndexFaultError", "LibraryBusyError", "LibraryDamagedError", "LibraryError", "LibraryTooNewError", "LoadError",
    "ModelBusyError", "ModelDeadlineError", "ModelError", "ModelInterruptedError", "ModelNotFoundError",
    "ModelUnreachableError", "NewsciteError", "PromptTooLongError", "QuestionError", "SettingsError", "UsageError",
]


class NewsciteError(Exception):
    """Base of all expected errors.

    Args:
        message: What is wrong, naming the thing, in one line.
        remedy: What the user can do next, in one line.
    """

    retryable = False

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"


class UsageError(NewsciteError):
    """What was asked cannot be asked so."""


class QuestionError(UsageError):
    """The question cannot be searched for."""


class SettingsError(UsageError):
    """A setting has an unusable value."""


class LoadError(NewsciteError):
    """A file or record cannot be read as an article."""


class LibraryError(NewsciteError):
    """The library cannot be opened, read or written."""


class LibraryBusyError(LibraryError):
    """Another process holds the library's writer lock."""

    retryable = True


class LibraryTooNewError(LibraryError):
    """The library was made by a newer version of Newscite."""


class LibraryDamagedError(LibraryError):
    """The library's own file is damaged."""


class EmbeddingMismatchError(LibraryError):
    """The library's vectors were made by another embedding model."""


class ArticleNotFoundError(NewsciteError):
    """No article of that id is in the library."""


class ConversationNotFoundError(NewsciteError):
    """No conversation of that id is in the library."""


class IndexFaultError(NewsciteError):
    """The Chroma index failed; the library is whole and can rebuild it."""


class IndexUnfinishedError(IndexFaultError):
    """Another process is writing the Chroma index, or was stopped while it did."""


class EmbeddingError(NewsciteError):
    """The embedding model cannot be loaded or run."""


class ModelError(NewsciteError):
    """The language model or its server failed."""


class ModelUnreachableError(ModelError):
    """No Ollama server answers at the configured address."""

    retryable = True


class ModelNotFoundError(ModelError):
    """The model is not installed, or no chat model is."""


class ModelBusyError(ModelError):
    """The server's queue is full."""

    retryable = True


class ModelDeadlineError(ModelError):
    """The model took longer than the deadline allows."""


class ModelInterruptedError(ModelError):
    """The answer broke off before the server said that it was done."""

    retryable = True


class PromptTooLongError(ModelError):
    """The prompt does not fit the context window, or was cut by the server."""
