"""`newscite conversations` and `newscite feedback`: what was asked, answered and thought of it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.cli.screen import Screen, styled
from rag.cli.terminal import clean, clean_line
from rag.document import plain
from rag.errors import UsageError

if TYPE_CHECKING:
    from rag import Assistant

__all__ = ["conversations", "feedback"]


def conversations(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    """`newscite conversations ACTION`."""
    {"list": _list, "export": _export, "delete": _delete}[options.action](assistant, options, screen)
    return 0


def feedback(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> int:
    """`newscite feedback export`."""
    cases = assistant.conversations.cases()
    if options.into is not None:
        documents = assistant.conversations.documents()
        _write(options.into, "questions.jsonl", cases)
        _write(options.into, "corpus.jsonl", documents)
        counts = {"cases": len(cases), "articles": len(documents), "folder": str(options.into)}
        if screen.json:
            screen.document(counts)
        else:
            screen.say(f"{len(cases)} cases over {len(documents)} articles in {clean_line(str(options.into))}")
    elif screen.json:
        screen.document(cases)
    else:
        sys.stdout.write(_lines(cases))
    return 0


def _list(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> None:
    found = assistant.conversations.list()
    if screen.json:
        screen.document(plain(found))
        return
    for item in found:
        screen.show(styled("\t".join((item.conversation_id, item.updated[:16].replace("T", " "), str(item.turns),
                                      clean_line(item.title)))))


def _export(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> None:
    if screen.json:
        screen.document(json.loads(assistant.conversations.export_json(options.conversation)))
    else:
        sys.stdout.write(clean(assistant.conversations.export_markdown(options.conversation)))


def _delete(assistant: Assistant, options: argparse.Namespace, screen: Screen) -> None:
    assistant.conversations.delete(options.conversation)
    if screen.json:
        screen.document({"deleted": options.conversation})
    else:
        screen.say("Deleted.")


def _lines(records: Iterable[dict[str, Any]]) -> str:
    # Escaped to ASCII: what articles hold can steer no terminal, and the suite reads the same.
    return "".join(json.dumps(record) + "\n" for record in records)


def _write(folder: Path, name: str, records: Iterable[dict[str, Any]]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(_lines(records), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{folder / name} cannot be written: {error.strerror}.",
                         "Name a folder that you may write to with --into.") from error
