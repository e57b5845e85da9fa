"""`newscite eval`: the one place of rag that knows that there is an evaluation suite."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from rag.document import plain
from rag.errors import UsageError

if TYPE_CHECKING:
    from eval.dataset import Dataset
    from eval.scores import Scores
    from eval.work import Advance, Progress
    from rag.cli.screen import Screen
    from rag.settings import Settings

__all__ = ["evaluate"]

_FAILED = 1
_UNGIVEN: Mapping[str, object] = MappingProxyType({
    "profile": "quick", "limit": None, "writer": [], "seed": 0, "corpus": None, "questions": None, "split": "test"})
"""What the options of a run are where they are left out."""


def evaluate(settings: Settings, options: argparse.Namespace, screen: Screen) -> int:
    """Runs one of the actions; 1 where the gate found a regression.

    Raises:
        RunError: A run is missing, damaged or there already.
        UsageError: What was asked cannot be asked so.
    """
    return _ACTIONS[options.action](settings, options, screen)


def _run(settings: Settings, options: argparse.Namespace, screen: Screen) -> int:
    from eval.begun import Begun
    from eval.profiles import profile
    from eval.run import evaluate as run

    folder = _new_run(settings, options)
    if options.resume:
        options = _as_begun(folder, options)
    chosen = profile(options.profile)
    chosen = replace(chosen, writers=tuple(options.writer) or chosen.writers,
                     questions=options.limit or chosen.questions)
    corpus, questions = (None if path is None else str(Path(path).resolve())
                         for path in (options.corpus, options.questions))
    asked = Begun(options.profile, chosen.questions, chosen.writers, options.seed, corpus, questions,
                  options.split)
    with _progress() as advance:
        scores = run(chosen, folder=folder, datasets=_datasets(options), settings=settings, seed=options.seed,
                     resume=options.resume, fresh=options.fresh, nli=options.nli, advance=advance,
                     asked=asked)
    return _show(scores, folder, screen)


def _score(settings: Settings, options: argparse.Namespace, screen: Screen) -> int:
    from eval.score import score

    folder = _run_folder(settings, options.run)
    return _show(score(folder, nli=options.nli), folder, screen)


def _compare(settings: Settings, options: argparse.Namespace, screen: Screen) -> int:
    from eval.compare import compare
    from eval.markdown import comparison_markdown

    report = compare(_scores(settings, options.a), _scores(settings, options.b))
    if screen.json:
        screen.document(plain(report))
    else:
        screen.say(comparison_markdown(report))
    return 0


def _gate(settings: Settings, options: argparse.Namespace, screen: Screen) -> int:
    from eval.artefacts import RunError, read_document, write_document
    from eval.gate import Baseline, baseline_of, gate

    try:
        scores = _scores(settings, options.run)
        if options.update:
            write_document(options.baseline, baseline_of(scores))
            screen.note(f"The baseline {options.baseline} is this run's now.", "dim")
        baseline = read_document(options.baseline, Baseline)
    except RunError as error:
        # The exit code 1 says that a run is worse, and here nothing was compared.
        raise UsageError(error.message, error.remedy) from None
    report = gate(scores, baseline)
    if screen.json:
        screen.document({"ok": report.ok, **plain(report)})
    else:
        for item in report.regressions:
            screen.say(f"worse: {item.dataset}, {item.metric} of {item.system}: {item.says}")
        for item in report.better:
            screen.say(f"better: {item}")
        for item in report.new:
            screen.say(f"not in the baseline: {item}")
        screen.say(f"{report.compared} figures compared, {len(report.regressions)} worse, {len(report.better)} better")
    return 0 if report.ok else _FAILED


def _calibrate(settings: Settings, options: argparse.Namespace, screen: Screen) -> int:
    from eval.artefacts import write_document
    from eval.calibrate import calibrate

    datasets = _datasets(options) or _calibration_datasets()
    with _progress() as advance:
        report = calibrate(datasets, _root(settings), settings=settings, advance=advance)
    document: dict[str, Any] = {"models": {report.model: plain(report.calibration)}}
    if options.write is not None:
        write_document(options.write, document)
    if screen.json:
        screen.document({**document, "refused": list(report.refused), "auroc": report.auroc,
                         "answerable": report.answerable, "unanswerable": report.unanswerable})
        return 0
    screen.say(f"{report.model}: {report.answerable} answerable and {report.unanswerable} unanswerable questions, "
               f"AUROC {'-' if report.auroc is None else f'{report.auroc:.3f}'}")
    for risk, threshold, refused in zip(report.calibration.risks, report.calibration.thresholds, report.refused,
                                        strict=True):
        share = "-" if refused is None else f"{refused:.1%}"
        screen.say(f"refusing {risk:.1%} of the answerable: threshold {threshold:+.3f}, refuses {share} of the others")
    return 0


def _report(settings: Settings, options: argparse.Namespace, screen: Screen) -> int:
    from eval.artefacts import RunFolder, read_document
    from eval.markdown import markdown
    from eval.report import run_html
    from eval.scores import Scores, TimingScores

    folder = RunFolder(_run_folder(settings, options.run))
    before = _run_folder(settings, options.before) if options.before is not None else None
    folder.html.write_text(run_html(folder.path, before), encoding="utf-8")
    text = markdown(read_document(folder.scores, Scores), read_document(folder.timings, TimingScores))
    folder.markdown.write_text(text, encoding="utf-8")
    if screen.json:
        screen.document({"html": str(folder.html), "markdown": str(folder.markdown)})
    else:
        screen.say(f"Written: {folder.html}\nWritten: {folder.markdown}")
    return 0


def _mutations(settings: Settings, options: argparse.Namespace, screen: Screen) -> int:
    import os

    from eval.artefacts import write_document
    from eval.mutation import MutationPlan, report_document, report_markdown, run_mutations, shown_outcomes
    from eval.work import Progress

    belebele = os.environ.get("NEWSCITE_BELEBELE")
    if not belebele:
        screen.note("NEWSCITE_BELEBELE does not say where Belebele is: only the paraphrases are measured.")
    vectors = None if options.without_meaning else _root(settings) / "vectors"
    plan = MutationPlan(options.split, Path(belebele) if belebele else None, vectors, options.most, options.seed)
    with _progress() as advance:
        report = run_mutations(plan, settings, lambda done, total: advance(Progress("check", "claims", done, total)))
    text = report_markdown(report, options.split)
    document = report_document(report, options.split, options.seed)
    if options.write is not None:
        write_document(options.write / "mutations.json", document)
        (options.write / "mutations.md").write_text(f"# Mutations\n\n{text}\n", encoding="utf-8")
    if screen.json:
        screen.document(document)
    else:
        screen.say(text if options.show is None else f"{text}\n{shown_outcomes(report, options.show)}")
    return 0


_ACTIONS: dict[str, Callable[[Any, argparse.Namespace, Any], int]] = {
    "run": _run, "score": _score, "compare": _compare, "gate": _gate, "calibrate": _calibrate, "report": _report,
    "mutations": _mutations,
}


def _show(scores: Scores, folder: Path, screen: Screen) -> int:
    from eval.markdown import summary

    if screen.json:
        document = plain(replace(scores, cases=(), titles={}))
        screen.document({"run": str(folder), **document})
    else:
        screen.say(summary(scores))
        screen.say(f"Run: {folder}")
    return 0


def _root(settings: Settings) -> Path:
    """Where runs are kept: in the library's folder where one is named, else in the folder one is in."""
    return (settings.folder if settings.home is not None else Path.cwd() / ".newscite") / "eval"


def _new_run(settings: Settings, options: argparse.Namespace) -> Path:
    if options.run is None and options.resume:
        return _run_folder(settings, None)
    name = options.run or f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{options.profile}"
    return _named(settings, name)


def _as_begun(folder: Path, options: argparse.Namespace) -> argparse.Namespace:
    """Returns the options that a run was begun with; one that is given must say the same.

    Raises:
        UsageError: An option says something else.
    """
    from eval.begun import begun

    before = begun(folder)
    if before is None:
        return options
    corpus, questions = (None if path is None else Path(path) for path in (before.corpus, before.questions))
    asked = {"profile": before.profile, "limit": before.limit, "writer": list(before.writers), "seed": before.seed,
             "corpus": corpus, "questions": questions, "split": before.split}
    for name, value in asked.items():
        given = getattr(options, name)
        given = given.resolve() if isinstance(given, Path) else given
        if given not in (value, _UNGIVEN[name]):
            raise UsageError(f"The run {folder.name!r} was begun with another --{name}.",
                             f"Leave --{name} out, or leave --resume out and begin a new run.")
    return argparse.Namespace(**{**vars(options), **asked})


def _named(settings: Settings, name: str) -> Path:
    return Path(name) if "/" in name else _root(settings) / name


def _run_folder(settings: Settings, name: str | None) -> Path:
    """Returns the folder of a run: by name, by path, or the newest one."""
    if name is not None:
        return _named(settings, name)
    from eval.begun import newest

    found = newest(_root(settings))
    if found is None:
        raise UsageError(f"There is no run in {_root(settings)}.", "Make one with: newscite eval run")
    return found


def _scores(settings: Settings, name: str | None) -> Scores:
    from eval.artefacts import read_document
    from eval.scores import Scores

    return read_document(_run_folder(settings, name) / "scores.json", Scores)


def _datasets(options: argparse.Namespace) -> tuple[Dataset, ...] | None:
    if (options.corpus is None) != (options.questions is None):
        raise UsageError("A data set is two files.", "Give both --corpus and --questions.")
    if options.corpus is None:
        return None
    from eval.dataset import load_jsonl

    return (load_jsonl(options.corpus, options.questions, split=options.split),)


def _calibration_datasets() -> tuple[Dataset, ...]:
    import os

    from eval.dataset import belebele, wikinews

    found: list[Dataset] = []
    if folder := os.environ.get("NEWSCITE_WIKINEWS"):
        found.append(wikinews(Path(folder)))
    if folder := os.environ.get("NEWSCITE_BELEBELE"):
        found += [belebele(Path(folder), language, "calibration") for language in ("en", "de")]
    if not found:
        raise UsageError("There is nothing to calibrate on.",
                         "Give --corpus, --questions and --split calibration, or set NEWSCITE_WIKINEWS.")
    return tuple(found)


@contextmanager
def _progress() -> Generator[Advance]:
    """Shows the stages on stderr, where that is a terminal."""
    import sys

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    console = Console(file=sys.stderr)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[tuple[str, str], Any] = {}

        def advance(now: Progress) -> None:
            name = (now.stage, now.subject)
            if name not in tasks:
                tasks[name] = bars.add_task(f"{now.stage} {now.subject}", total=now.total)
            bars.update(tasks[name], completed=now.done, total=now.total)

        yield advance
