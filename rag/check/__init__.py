"""Claims against quotes: one check a file, and `verify`, which runs them and says what may be shown."""

from rag.check.entailment import Entails
from rag.check.meaning import RIVAL_MARGIN, SIMILARITY_FLOOR, Similarity
from rag.check.result import CheckResult, Verified
from rag.check.verify import verify

__all__ = ["RIVAL_MARGIN", "SIMILARITY_FLOOR", "CheckResult", "Entails", "Similarity", "Verified", "verify"]
