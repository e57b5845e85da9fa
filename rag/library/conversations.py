"""Conversations, kept with the answers as they were shown."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rag.errors import ConversationNotFoundError
from rag.library.store import Store
from rag.types import Turn

__all__ = ["Conversation", "Conversations"]

_TITLE = 80


@dataclass(frozen=True, slots=True)
class Conversation:
    """A kept conversation as it is listed; `created` is an ISO time in UTC."""

    conversation_id: str
    title: str
    created: str
    turns: int


class Conversations:
    """Reads and writes conversations."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def new_id(self) -> str:
        """Returns an id that no conversation has."""
        return secrets.token_hex(6)

    def list(self) -> list[Conversation]:
        """Returns all conversations, the newest first."""
        return [Conversation(row["conversation_id"], row["title"], row["created"], row["turns"]) for row in
                self._store.rows("SELECT c.*, (SELECT count(*) FROM turns t WHERE t.conversation_id = "
                                 "c.conversation_id) AS turns FROM conversations c ORDER BY created DESC, 1")]

    def turns(self, conversation_id: str) -> list[Turn]:
        """Returns the exchanges of a conversation, the oldest first; none where it has not begun.

        The questions are as they were searched for: a follow-up alone would not tell the next one its topic.
        """
        return [Turn(answer.get("standalone_question") or row["question"], str(answer.get("text", "")),
                     answer.get("language")) for row in self._store.rows(
            "SELECT question, answer FROM turns WHERE conversation_id = ? ORDER BY position", (conversation_id,))
            for answer in (json.loads(row["answer"]),)]

    def answers(self, conversation_id: str) -> list[str]:
        """Returns the kept answers of a conversation as JSON documents, the oldest first.

        Raises:
            ConversationNotFoundError: There is no such conversation.
        """
        rows = self._store.rows("SELECT answer FROM turns WHERE conversation_id = ? ORDER BY position",
                                (conversation_id,))
        if not rows:
            raise ConversationNotFoundError(f"No conversation {conversation_id!r} is in the library.",
                                            "Begin it by asking a question with this id.")
        return [str(row["answer"]) for row in rows]

    def add(self, conversation_id: str, question: str, answer: str, cited: Sequence[tuple[str, int]]) -> None:
        """Adds an exchange, making the conversation where it is new.

        Args:
            conversation_id: Any text; the caller's choice or `new_id()`.
            question: As the user asked it.
            answer: The whole answer as a JSON document.
            cited: Article ids and versions that the answer cites: they are kept from now on.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        title = " ".join(question.split())[:_TITLE]
        with self._store.transaction(searchable=False) as connection:
            connection.execute("INSERT OR IGNORE INTO conversations VALUES (?, ?, ?)", (conversation_id, title, now))
            connection.execute(
                "INSERT INTO turns SELECT ?, coalesce(max(position), 0) + 1, ?, ?, ? FROM turns "
                "WHERE conversation_id = ?", (conversation_id, question, answer, now, conversation_id))
            connection.executemany("INSERT OR IGNORE INTO cited VALUES (?, ?, ?)",
                                   [(conversation_id, article_id, version) for article_id, version in cited])

    def delete(self, conversation_id: str) -> None:
        """Deletes a conversation and what it alone had kept of removed articles."""
        with self._store.transaction(searchable=False) as connection:
            connection.execute("DELETE FROM conversations WHERE conversation_id = ?", (conversation_id,))
            connection.execute("DELETE FROM articles WHERE state = 'removed' AND NOT EXISTS (SELECT 1 FROM cited c "
                               "WHERE c.article_id = articles.article_id AND c.version = articles.version)")
