"""Newscite: ask questions of news articles on your own machine; every sentence of an answer cites the article's words.

>>> from rag import Assistant, Settings
>>> with Assistant.open(Settings()) as assistant:          # doctest: +SKIP
...     assistant.ingest(["seeds/"])
...     print(assistant.ask("why is Cainiao software considered a risk?").text)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rag.assistant import Assistant
    from rag.catalogue import Catalogue, VerifyReport
    from rag.conversations import Conversations, Exchange, Feedback
    from rag.document import answer_document, search_document
    from rag.errors import NewsciteError
    from rag.ingest import IngestProgress
    from rag.library import ConversationSummary, StoredArticle
    from rag.models import ModelsReport
    from rag.settings import Settings
    from rag.status import Finding, Status
    from rag.types import (
        Answer,
        Citation,
        Claim,
        Done,
        Event,
        EvidenceFound,
        Filters,
        IngestReport,
        LookingAgain,
        Passage,
        Searching,
        SentenceReady,
        Turn,
        Writing,
    )

__all__ = [
    "Answer", "Assistant", "Catalogue", "Citation", "Claim", "ConversationSummary", "Conversations", "Done", "Event",
    "EvidenceFound", "Exchange", "Feedback", "Filters", "Finding", "IngestProgress", "IngestReport", "LookingAgain",
    "ModelsReport", "NewsciteError", "Passage", "Searching", "SentenceReady", "Settings", "Status", "StoredArticle",
    "Turn", "VerifyReport", "Writing", "answer_document", "search_document",
]

_HOMES = {
    "Assistant": "assistant", "Catalogue": "catalogue", "VerifyReport": "catalogue", "NewsciteError": "errors",
    "Conversations": "conversations", "Exchange": "conversations", "Feedback": "conversations",
    "ConversationSummary": "library", "StoredArticle": "library", "ModelsReport": "models",
    "IngestProgress": "ingest", "Settings": "settings", "Finding": "status", "Status": "status",
    "answer_document": "document", "search_document": "document",
}


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first used: `import rag` alone, and the command's help, cost nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'rag' has no attribute {name!r}")
    return getattr(import_module(f"rag.{_HOMES.get(name, 'types')}"), name)
