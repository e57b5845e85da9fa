"""Conversations, kept with the answers as they were shown and what readers thought of them."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rag.errors import ConversationNotFoundError
from rag.library.store import Store
from rag.types import Citation

__all__ = ["ConversationSummary", "Conversations", "KeptExchange"]

_TITLE = 80


@dataclass(frozen=True, slots=True)
class ConversationSummary:
    """A kept conversation as it is listed.

    Attributes:
        created: ISO time in UTC.
        updated: When the last exchange was kept.
        turns: How many exchanges it has.
    """

    conversation_id: str
    title: str
    created: str
    updated: str
    turns: int


@dataclass(frozen=True, slots=True)
class KeptExchange:
    """A question with its answer as the library keeps it.

    Attributes:
        turn_id: Counts the exchanges of a conversation from 1.
        answer: A JSON document; `rag.document` reads it.
        rating: "up", "down", or None where nobody has judged it.
    """

    conversation_id: str
    turn_id: int
    question: str
    answer: str
    asked_at: str
    rating: str | None
    note: str


class Conversations:
    """Reads and writes conversations."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def new_id(self) -> str:
        """Returns an id that no conversation has."""
        return secrets.token_hex(16)

    def list(self) -> list[ConversationSummary]:
        """Returns all conversations, the one last spoken in first."""
        return [ConversationSummary(row["conversation_id"], row["title"], row["created"],
                                    row["updated"] or row["created"], row["turns"]) for row in self._store.rows(
            "SELECT c.*, count(t.position) AS turns, max(t.created) AS updated FROM conversations c LEFT JOIN turns t "
            "USING (conversation_id) GROUP BY c.conversation_id ORDER BY coalesce(updated, c.created) DESC, 1")]

    def exchanges(self, conversation_id: str) -> list[KeptExchange]:
        """Returns the exchanges of a conversation, the oldest first; none where it has not begun."""
        return [_exchange(row) for row in self._store.rows(
            _EXCHANGES + "WHERE t.conversation_id = ? ORDER BY t.position", (conversation_id,))]

    def rated(self) -> list[KeptExchange]:
        """Returns all exchanges that were judged, in the order of their conversations."""
        return [_exchange(row) for row in self._store.rows(
            _EXCHANGES + "WHERE f.rating IS NOT NULL ORDER BY t.conversation_id, t.position")]

    def add(self, conversation_id: str, question: str, answer: str, cited: Sequence[Citation],
            replacing: int | None = None) -> int:
        """Adds an exchange, making the conversation where it is new.

        Args:
            conversation_id: Any text; the caller's choice or `new_id()`.
            question: As the user asked it.
            answer: The whole answer as a JSON document.
            cited: The answer's citations: the article versions that they point to are kept from now on.
            replacing: Number of an exchange that goes in the same step, with all after it.

        Returns:
            The exchange's number in the conversation, from 1.
        """
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        with self._store.transaction(searchable=False) as connection:
            connection.execute("INSERT OR IGNORE INTO conversations VALUES (?, ?, ?)",
                               (conversation_id, _title(question), now))
            if replacing is not None:
                connection.execute("DELETE FROM turns WHERE conversation_id = ? AND position >= ?",
                                   (conversation_id, replacing))
            row = connection.execute(
                "INSERT INTO turns SELECT ?, coalesce(max(position), 0) + 1, ?, ?, ? FROM turns "
                "WHERE conversation_id = ? RETURNING position",
                (conversation_id, question, answer, now, conversation_id)).fetchone()
            connection.executemany(
                "INSERT OR IGNORE INTO cited VALUES (?, ?, ?)",
                [(conversation_id, citation.article_id, citation.version) for citation in cited])
        return int(row["position"])

    def rename(self, conversation_id: str, title: str) -> None:
        """Gives a conversation another title.

        Raises:
            ConversationNotFoundError: There is no such conversation.
        """
        with self._store.transaction(searchable=False) as connection:
            _require(connection.execute("UPDATE conversations SET title = ? WHERE conversation_id = ?",
                                        (_title(title), conversation_id)), conversation_id)

    def truncate(self, conversation_id: str, turn_id: int) -> None:
        """Drops an exchange and all after it, so that it can be asked anew; what they cited stays kept."""
        with self._store.transaction(searchable=False) as connection:
            connection.execute("DELETE FROM turns WHERE conversation_id = ? AND position >= ?",
                               (conversation_id, turn_id))

    def rate(self, conversation_id: str, turn_id: int, rating: str | None, note: str) -> None:
        """Keeps what a reader thought of an answer, in place of what they thought before; None takes it back.

        Raises:
            ConversationNotFoundError: There is no such exchange.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._store.transaction(searchable=False) as connection:
            connection.execute("DELETE FROM feedback WHERE conversation_id = ? AND position = ?",
                               (conversation_id, turn_id))
            if rating is not None:
                _require(connection.execute(
                    "INSERT INTO feedback SELECT conversation_id, position, ?, ?, ? FROM turns "
                    "WHERE conversation_id = ? AND position = ?", (rating, note, now, conversation_id, turn_id)),
                    conversation_id)

    def delete(self, conversation_id: str) -> None:
        """Deletes a conversation and what it alone had kept of removed articles."""
        with self._store.transaction(searchable=False) as connection:
            connection.execute("DELETE FROM conversations WHERE conversation_id = ?", (conversation_id,))
            connection.execute("DELETE FROM articles WHERE state = 'removed' AND NOT EXISTS (SELECT 1 FROM cited c "
                               "WHERE c.article_id = articles.article_id AND c.version = articles.version)")


_EXCHANGES = """
SELECT t.conversation_id, t.position, t.question, t.answer, t.created, f.rating, f.note
FROM turns t LEFT JOIN feedback f USING (conversation_id, position)
"""


def _exchange(row: sqlite3.Row) -> KeptExchange:
    return KeptExchange(row["conversation_id"], row["position"], row["question"], row["answer"], row["created"],
                        row["rating"], row["note"] or "")


def _title(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TITLE else line[: _TITLE - 1].rstrip() + "…"


def _require(cursor: sqlite3.Cursor, conversation_id: str) -> None:
    if not cursor.rowcount:
        raise ConversationNotFoundError(f"No such exchange of conversation {conversation_id!r} is in the library.",
                                        "Begin a conversation by asking a question with its id.")
