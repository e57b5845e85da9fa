"""A whole run: plan, ingest, retrieve, answer, score.

>>> from pathlib import Path
>>> from eval.run import evaluate
>>> scores = evaluate("smoke", folder=Path("runs/first"))                  # doctest: +SKIP
>>> scores.aggregate("ndcg@10", "fused").value                             # doctest: +SKIP
0.94
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, get_args

from eval.aggregate import metric_facts
from eval.answer import AnswerStage
from eval.artefacts import RunError, RunFolder, read_document, to_json, write_document
from eval.begun import Begun, begin
from eval.bm25 import Bm25
from eval.cache import Cache, Kept, prune
from eval.corpora import Corpus, build_corpus
from eval.dataset import Dataset, DatasetError
from eval.facts import RunFacts
from eval.plan import Asked, Job, Plan, plan, profile_datasets
from eval.profiles import Profile, Writer, profile
from eval.records import AnswerRecord, Planned, RetrieveRecord, Stage, TimingRecord
from eval.retrieve import RetrieveStage
from eval.schema import Case
from eval.score import score
from eval.scorer import Scorer
from eval.scores import Scores
from eval.setting import base_of, facts_of, model_for
from eval.work import Advance, Progress, work
from rag.assistant import Assistant
from rag.embed import open_embedder
from rag.settings import Settings
from rag.types import Embedder
from rag.write.model import ChatModel

__all__ = ["evaluate"]

R = TypeVar("R", RetrieveRecord, AnswerRecord)
T = TypeVar("T")

_STAGES: tuple[Stage, ...] = get_args(Stage)


def evaluate(kind: Profile | str = "quick", *, folder: Path, datasets: Sequence[Dataset] | None = None,
             settings: Settings | None = None, model: ChatModel | None = None, embedding: Embedder | None = None,
             scorers: Sequence[Scorer] | None = None, seed: int = 0, resume: bool = False, fresh: bool = False,
             nli: str | None = None, advance: Advance | None = None, asked: Begun | None = None) -> Scores:
    """Runs the suite and returns its scores, which it also writes.

    Args:
        kind: A profile or the name of one.
        folder: Of this run; libraries and results that other runs can use are kept beside it.
        datasets: None for those of the profile.
        settings: None to read them from the environment; the library is always the suite's own.
        model: What the writer ``model`` writes with; None for the Ollama model that the settings lead to.
        embedding: None for the one that the settings name.
        scorers: None for those of `eval.metrics`.
        seed: Of the choice of questions and of every interval.
        resume: Go on with a run that was stopped; what it has done already is not done again.
        fresh: Take no results from other runs.
        nli: A cross-encoder that is asked whether written sentences follow from their quotes.
        advance: Told how far the run is.
        asked: What begun.json is to say; None for what the other arguments say.

    Raises:
        RunError: The run is there already, was made of other things, or is being written by another process.
        ModelError: The writer ``model`` is wanted and there is no model.
        DatasetError: A data set is damaged, or two have one name.
        UsageError: Two scorers give a metric of one name.
    """
    metric_facts(scorers or ())
    chosen = profile(kind) if isinstance(kind, str) else kind
    settings = settings if settings is not None else Settings.from_environment()
    run = RunFolder(folder)
    if run.run.is_file() and not resume:
        raise RunError(f"The run {folder.name!r} is there already.",
                       "Go on with it with --resume, or name another one with --run.")
    with run.writing(), ExitStack() as opened:
        plans = [plan(item, chosen, seed) for item in _named_apart(datasets or profile_datasets(chosen))]
        begin(run, asked or Begun(chosen.name, chosen.questions, chosen.writers, seed))
        _Run(run, chosen, settings, embedding or open_embedder(settings), model, seed, fresh,
             advance or _untold, opened).do(plans)
        return score(folder, scorers=scorers, nli=nli)


class _Run:
    """One run on its way; its parts share what it depends on."""

    def __init__(self, run: RunFolder, chosen: Profile, settings: Settings, embedder: Embedder,
                 model: ChatModel | None, seed: int, fresh: bool, advance: Advance, opened: ExitStack) -> None:
        self._run = run
        self._profile = chosen
        self._settings = settings
        self._embedder = embedder
        self._given = model
        self._seed = seed
        self._fresh = fresh
        self._advance = advance
        self._opened = opened
        self._models: dict[Writer, ChatModel | None] = {}
        self._planned: list[Planned] = []
        self._timings = run.journal("timings", TimingRecord)

    def do(self, plans: Sequence[Plan]) -> None:
        """Does all stages but scoring."""
        self._models = {job.writer: model_for(job.writer, self._settings, self._given)
                        for item in plans for job in item.jobs}
        corpora = [self._corpora(item) for item in plans]
        self._describe(plans, [plain for plain, _ in corpora])
        articles = {to_json(article): None for pair in corpora for corpus in pair for article in corpus.articles}
        (self._run.path / "articles.jsonl").write_text("".join(f"{line}\n" for line in articles), encoding="utf-8")
        doing: list[Callable[[], None]] = []
        for item, (plain, poisoned) in zip(plans, corpora, strict=True):
            doing.append(self._retrieving(item, plain))
            doing += [self._answering(item, job, poisoned if job.poisoned else plain) for job in item.jobs]
        write_document(self._run.planned, sorted(self._planned, key=lambda planned: planned.key))
        for do in doing:
            do()
        for name in _STAGES:
            prune(self._run.path.parent / "cache" / name)

    def _corpora(self, item: Plan) -> tuple[Corpus, Corpus]:
        """Returns the library of a data set, and the one with the planted articles."""
        name = item.dataset.name

        def tell(done: int, total: int) -> None:
            self._advance(Progress("ingest", name, done, total))

        folder = self._run.path.parent / "libraries"
        plain = build_corpus(name, item.dataset.documents, self._settings, self._embedder, folder, tell)
        if not item.planted:
            return plain, plain
        documents = (*item.dataset.documents, *item.planted)
        return plain, build_corpus(name, documents, self._settings, self._embedder, folder, tell, plain)

    def _describe(self, plans: Sequence[Plan], corpora: Sequence[Corpus]) -> None:
        """Writes run.json and the questions, or finds that a run that is gone on with was made of the same."""
        facts = facts_of(self._profile, self._settings, self._embedder.identity, self._models, self._seed,
                         plans, corpora)
        if self._run.run.is_file():
            before = read_document(self._run.run, RunFacts)
            if before.likeness != facts.likeness:
                raise RunError(f"The run {self._run.path.name!r} was made of other questions, articles, models or "
                               "settings.", "Begin a new one: leave --resume out and name it with --run.")
            facts = replace(facts, began=before.began)
        write_document(self._run.run, facts)
        cases: dict[str, tuple[Case, ...]] = {item.dataset.name: item.cases for item in plans}
        write_document(self._run.path / "cases.json", cases)

    def _retrieving(self, item: Plan, corpus: Corpus) -> Callable[[], None]:
        """Returns what does the first stage of a data set; its items are planned from now on."""
        assistant = self._open(corpus, "quotes")
        stage = RetrieveStage(item.dataset.name, assistant, Bm25(corpus.articles), base_of(corpus),
                              self._profile.depth)
        items = [(stage.key(case), case) for case in item.cases if stage.applies(case)]
        self._planned += [Planned(key, "retrieve", item.dataset.name, case.id) for key, case in items]
        return lambda: self._stage("retrieve", item.dataset.name, RetrieveRecord, items, stage.run)

    def _answering(self, item: Plan, job: Job, corpus: Corpus) -> Callable[[], None]:
        """Returns what does the second stage of a data set for one writer; its items are planned from now on."""
        assistant = self._open(corpus, job.writer)
        model = self._models[job.writer]
        stage = AnswerStage(item.dataset.name, job.name, assistant, self._embedder, base_of(corpus, model),
                            self._profile.seconds)

        def one(asked: Asked) -> tuple[AnswerRecord, TimingRecord]:
            return stage.run(asked.case, asked.text)

        items = [(stage.key(asked.case, asked.text), asked) for asked in job.asked]
        self._planned += [Planned(key, "answer", item.dataset.name, asked.case.id, job.name) for key, asked in items]
        return lambda: self._stage("answer", f"{item.dataset.name}, {job.name}", AnswerRecord, items, one)

    def _stage(self, name: Stage, subject: str, kind: type[R], items: Sequence[tuple[str, T]],
               one: Callable[[T], tuple[R, TimingRecord]]) -> None:
        """Does what this run has not done and no other run has kept."""
        journal = self._run.journal(name, kind)
        cache: Cache[R] = Cache(self._run.path.parent / "cache" / name, kind, fresh=self._fresh)
        # What failed is tried again, so that a run that is gone on with ends as an unbroken one would.
        done = {record.key for record in journal.read() if record.fault is None}
        todo = [item for item in items if item[0] not in done]

        def do(item: tuple[str, T]) -> None:
            kept = cache.get(item[0])
            if kept is None:
                kept = Kept(*one(item[1]))
                if kept.record.fault is None:
                    cache.put(item[0], kept)
            self._timings.append(kept.timing)
            journal.append(kept.record)

        work(todo, do, self._profile.jobs,
             lambda count: self._advance(Progress(name, subject, len(items) - len(todo) + count, len(items))))

    def _open(self, corpus: Corpus, writer: Writer) -> Assistant:
        settings = replace(corpus.settings, writer={"quotes": "quotes", "model": corpus.settings.writer}
                           .get(writer, "free"))
        return self._opened.enter_context(
            Assistant.open(settings, embedding=self._embedder, model=self._models.get(writer)))


def _named_apart(datasets: Sequence[Dataset]) -> Sequence[Dataset]:
    names = [item.name for item in datasets]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise DatasetError(f"Two data sets have the name {twice!r}.", "Give each a name of its own.")
    return datasets


def _untold(progress: Progress) -> None: ...
