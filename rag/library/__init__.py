"""The library: one SQLite file that holds all that would be missed. Everything else can be made from it again."""

from __future__ import annotations

from pathlib import Path

from rag.library.articles import Articles
from rag.library.conversations import Conversations, ConversationSummary, KeptExchange
from rag.library.passages import Passages
from rag.library.records import StoredArticle
from rag.library.store import Store

__all__ = ["ConversationSummary", "KeptExchange", "Library", "StoredArticle"]


class Library:
    """The open library of a folder.

    Args:
        folder: Made where it is not there.

    Raises:
        LibraryError: One of its subclasses.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store(folder)
        self.articles = Articles(self.store)
        self.passages = Passages(self.store)
        self.conversations = Conversations(self.store)

    def close(self) -> None:
        """Closes the file; a second call does nothing."""
        self.store.close()
