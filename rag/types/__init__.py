"""The vocabulary: frozen values that cross the borders between rag's rooms, and the protocols of its replaceable parts.

Offsets are always counted in characters (Unicode code points) of an article version's stored text, `start` inclusive
and `end` exclusive, so that ``text[start:end]`` is the slice meant.
"""

from __future__ import annotations

from rag.types.answers import (
    Answer,
    AnswerStatus,
    Citation,
    Claim,
    Disagreement,
    Evidence,
    EvidenceSentence,
    Filters,
    Mode,
    Timings,
    Turn,
    Usage,
    Verdict,
)
from rag.types.articles import (
    Article,
    ArticleSummary,
    Block,
    BlockKind,
    DateKind,
    Passage,
    PassageSpan,
    SourceState,
    Span,
)
from rag.types.events import (
    Done,
    Event,
    EvidenceFound,
    Failure,
    IngestReport,
    LookingAgain,
    Searching,
    SentenceReady,
    SourceChange,
    Writing,
)
from rag.types.models import Embedder, EmbeddingIdentity, Reranker, Vectors

__all__ = [
    "Answer", "AnswerStatus", "Article", "ArticleSummary", "Block", "BlockKind", "Citation", "Claim", "DateKind",
    "Disagreement", "Done", "Embedder", "EmbeddingIdentity", "Evidence", "EvidenceFound", "EvidenceSentence", "Event",
    "Filters", "Failure", "IngestReport", "LookingAgain", "Mode", "Passage", "PassageSpan", "Reranker", "Searching",
    "SentenceReady", "SourceChange", "SourceState", "Span", "Timings", "Turn", "Usage", "Vectors", "Verdict",
    "Writing",
]
