"""One function a command: asks the assistant, shows what it says, returns the exit code."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from rag.cli import show
from rag.cli.conversations import conversations, feedback
from rag.cli.screen import Screen
from rag.cli.terminal import clean_line
from rag.document import answer_document, plain, search_document
from rag.types import Done, EvidenceFound, Filters, SentenceReady

if TYPE_CHECKING:
    from rag import Assistant, IngestProgress, Status
    from rag.backup import BackupReport
    from rag.types import Answer

__all__ = ["COMMANDS", "ask", "doctor", "ingest", "library", "search", "show_status"]

_ERROR = 1
_PART_FAILED = 3


def ingest(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    """`newscite ingest`: 3 where part of it failed, 1 where nothing could be read."""
    with screen.progress() as progress:
        task = progress.add_task("", total=None, source="")

        def advance(now: IngestProgress) -> None:
            progress.update(task, completed=now.done, total=now.total, source=now.source)

        report = assistant.ingest(options.paths, sync=options.sync, progress=advance)
    if screen.json:
        screen.document(plain(report))
    else:
        show.show_ingest(screen, report)
    if not report.failed:
        return 0
    return _PART_FAILED if report.added or report.changed or report.removed or report.unchanged else _ERROR


def ask(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    """`newscite ask`: an answer that is not in the articles is an answer, and so 0."""
    question, filters = " ".join(options.question), _filters(options)
    if screen.json:
        answer = assistant.ask(question, language=options.language, conversation=options.conversation, filters=filters)
        screen.document(answer_document(answer))
    else:
        answer = _stream(assistant, options, screen, question, filters)
    return _ERROR if answer.status == "error" else 0


def search(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    """`newscite search`."""
    passages = assistant.search(" ".join(options.question), k=options.k, filters=_filters(options))
    if screen.json:
        screen.document(search_document(passages))
    else:
        show.show_passages(screen, passages)
    return 0


def library(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    """`newscite library ACTION`."""
    return _LIBRARY[options.action](assistant, options, screen)


def doctor(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    """`newscite doctor`: 1 where something is broken."""
    return show_status(assistant.status(), screen)


def show_status(status: Status, screen: Screen) -> int:
    """Shows what the doctor found, and returns the exit code."""
    if screen.json:
        screen.document({"ok": status.ok, "findings": plain(status.findings)})
    else:
        show.show_findings(screen, status.findings)
    return 0 if status.ok else _ERROR


def _stream(
    assistant: Assistant, options: argparse.Namespace, screen: Screen, question: str, filters: Filters | None
) -> Answer:
    streamed = False
    events = assistant.stream(
        question, language=options.language, conversation=options.conversation, filters=filters
    )
    # Closed also where Ctrl-C or a closed pipe ends the printing: the model is freed at once.
    with closing(events):
        for event in events:
            if isinstance(event, EvidenceFound) and event.preface and not event.evidence.abstain:
                screen.say(clean_line(event.preface))
            elif isinstance(event, SentenceReady):
                show.show_claim(screen, event.claim)
                streamed = streamed or event.claim.verdict != "dropped"
            elif isinstance(event, Done):
                show.show_answer_end(screen, event.answer, streamed)
                return event.answer
    raise AssertionError("a stream ended without its answer")


def _filters(options: argparse.Namespace) -> Filters | None:
    languages = tuple(code.strip().lower() for code in options.lang)
    filters = Filters(since=options.since, until=options.until, languages=languages, outlets=tuple(options.outlet))
    return None if filters == Filters() else filters


def _list(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    articles = assistant.library.list()
    if screen.json:
        screen.document(plain(articles))
    else:
        show.show_articles(screen, articles)
    return 0


def _show(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    article = assistant.library.show(options.article_id, version=options.version)
    if screen.json:
        screen.document(plain(article))
    else:
        show.show_article(screen, article)
    return 0


def _remove(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    removed = assistant.library.remove(options.article_ids)
    if screen.json:
        screen.document({"removed": plain(removed)})
    else:
        show.show_articles(screen, removed)
    return 0


def _verify(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    report = assistant.library.verify()
    if screen.json:
        screen.document(plain(report))
    else:
        held = "" if report.indexed is None else f"; the index holds {report.indexed}"
        screen.say(f"{report.articles} articles, {report.passages} passages{held}")
        for problem in report.problems:
            screen.note(problem, "red")
        for line in report.remedies or ("Library and index agree.",):
            screen.say(line)
    return 0 if report.ok else _ERROR


def _rebuild(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    assistant.library.rebuild()
    if screen.json:
        screen.document({"rebuilt": True})
    else:
        screen.say("The index has been built anew.")
    return 0


def _backup(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    return _show_copy(assistant.library.backup(options.file), screen, "Wrote")


def _restore(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    return _show_copy(assistant.library.restore(options.file, replace=options.replace), screen, "Took in")


def _show_copy(report: BackupReport, screen: Screen, verb: str) -> int:
    if screen.json:
        screen.document(plain(report))
    else:
        screen.say(f"{verb} {report.file}: {report.articles} articles, {report.conversations} conversations.")
    return 0


def _delete(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    deleted = assistant.library.delete_all()
    if screen.json:
        screen.document({"deleted": deleted})
    else:
        screen.say(f"Deleted the library with {deleted} articles.")
    return 0


_Command = Callable[["Assistant", argparse.Namespace, Screen], int]

_LIBRARY: dict[str, _Command] = {
    "list": _list, "show": _show, "remove": _remove, "verify": _verify, "rebuild": _rebuild, "delete": _delete,
    "backup": _backup, "restore": _restore,
}

COMMANDS: dict[str, _Command] = {
    "ingest": ingest, "ask": ask, "search": search, "library": library, "doctor": doctor,
    "conversations": conversations, "feedback": feedback,
}
"""The commands that work on an open assistant."""
