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
    from rag.document import answer_document, search_document
    from rag.errors import NewsciteError
    from rag.ingest import IngestProgress
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
        Passage,
        Searching,
        SentenceReady,
        Turn,
    )

__all__ = [
    "Answer", "Assistant", "Catalogue", "Citation", "Claim", "Done", "Event", "EvidenceFound", "Filters", "Finding",
    "IngestProgress", "IngestReport", "NewsciteError", "Passage", "Searching", "SentenceReady", "Settings", "Status",
    "Turn", "VerifyReport", "answer_document", "search_document",
]

_HOMES = {
    "Assistant": "assistant", "Catalogue": "catalogue", "VerifyReport": "catalogue", "NewsciteError": "errors",
    "IngestProgress": "ingest", "Settings": "settings", "Finding": "status", "Status": "status",
    "answer_document": "document", "search_document": "document",
}


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first used: `import rag` alone, and the command's help, cost nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'rag' has no attribute {name!r}")
    return getattr(import_module(f"rag.{_HOMES.get(name, 'types')}"), name)
