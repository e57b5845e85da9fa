"""What a run stands on: its models, and the fingerprints of all that its results depend on."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime

from eval.corpora import Corpus
from eval.facts import RunFacts
from eval.fingerprint import (
    code_fingerprint,
    fingerprint,
    prompts_fingerprint,
    questions_fingerprint,
    settings_fingerprint,
    versions,
)
from eval.plan import Plan
from eval.profiles import Profile, Writer
from eval.scores import SCHEMA, Likeness, Part
from eval.standin_model import StandinModel
from rag.settings import Settings
from rag.types import EmbeddingIdentity
from rag.write.choice import ModelChooser
from rag.write.model import ChatModel

__all__ = ["base_of", "facts_of", "model_for"]

_PLACES = frozenset({"home", "chroma_url", "ollama_host"})
"""Settings that name places of this machine: no business of whoever reads a run."""


def model_for(writer: Writer, settings: Settings, given: ChatModel | None) -> ChatModel | None:
    """Returns the model of a writer; None where it has none.

    Raises:
        ModelError: The writer is the Ollama model, and there is none.
    """
    if writer == "quotes":
        return None
    if writer != "model":
        return StandinModel(writer)
    if given is not None:
        return given
    choice = ModelChooser(settings).choose()
    if choice.problem is not None:
        raise choice.problem
    return choice.model


def base_of(corpus: Corpus, model: ChatModel | None = None) -> tuple[str, ...]:
    """Returns the fingerprints that every result on one library with one model depends on."""
    digest = model.info.digest if model is not None else ""
    return (code_fingerprint(), fingerprint(versions()), corpus.fingerprint, corpus.index,
            settings_fingerprint(corpus.settings), prompts_fingerprint(), digest)


def facts_of(profile: Profile, settings: Settings, identity: EmbeddingIdentity,
             models: Mapping[Writer, ChatModel | None], seed: int, plans: Sequence[Plan],
             corpora: Sequence[Corpus]) -> RunFacts:
    """Returns run.json."""
    told = {writer: f"{model.info.name} {model.info.digest}" for writer, model in sorted(models.items())
            if model is not None}
    parts = tuple(_part(item, corpus) for item, corpus in zip(plans, corpora, strict=True))
    likeness = Likeness(
        profile=fingerprint([profile.name, profile.writers, profile.questions, profile.attacked, profile.depth]),
        seed=seed, corpora={part.dataset: part.corpus for part in parts},
        questions={part.dataset: part.questions for part in parts}, embedding=fingerprint(identity), models=told,
        prompts=prompts_fingerprint(), settings=settings_fingerprint(settings))
    return RunFacts(
        SCHEMA, datetime.now(UTC).isoformat(timespec="seconds"), profile, likeness, code_fingerprint(),
        {**versions(), "python": platform.python_version()},
        {item.name: getattr(settings, item.name) for item in fields(settings) if item.name not in _PLACES},
        asdict(identity), told, parts)


def _part(item: Plan, corpus: Corpus) -> Part:
    return Part(
        dataset=item.dataset.name, split=item.dataset.split, corpus=corpus.fingerprint,
        questions=questions_fingerprint(item.cases), index=corpus.index, articles=len(corpus.articles),
        passages=sum(len(article.passages) for article in corpus.articles), asked=len(item.cases),
        writers=tuple(job.name for job in item.jobs))
