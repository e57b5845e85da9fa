"""Whether a library is whole in itself: its file, every offset, every vector; the index is looked at elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag.library import Library

__all__ = ["library_problems"]


def library_problems(library: Library) -> list[str]:
    """Returns what is wrong in words; nothing where all is whole."""
    store, passages = library.store, library.passages
    problems = [str(row[0]) for row in store.rows("PRAGMA integrity_check") if row[0] != "ok"]
    texts: dict[tuple[str, int], str] = {}
    read = 0
    for batch in passages.texts():
        read += len(batch.passages)
        for at, passage in enumerate(batch.passages):
            key = (passage.article_id, passage.version)
            if key not in texts:
                # Passages come article by article: only the one at hand is held.
                texts = {key: library.articles.show(*key).text}
            if texts[key][passage.start : passage.end] != passage.text:
                problems.append(f"passage {passage.passage_id} is not the slice of its article that it says")
            if len(batch.sentence_vectors[at]) != len(passage.sentences):
                problems.append(f"passage {passage.passage_id} lacks vectors of its sentences")
    if (lacking := passages.count() - read) > 0:
        problems.append(f"{lacking} passages have no article or no full text")
    if passages.count() and store.fact("embedding") is None:
        problems.append("the library does not say which embedding model made its vectors")
    return problems
