"""`main`: from the words typed to the exit code; the one place where errors become lines for a person."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from functools import partial
from typing import TYPE_CHECKING

from rag.cli.arguments import parser
from rag.errors import LibraryError, NewsciteError, UsageError

if TYPE_CHECKING:
    import argparse

    from rag import Assistant, Settings
    from rag.cli.screen import Screen

__all__ = ["main"]

_ERROR, _USAGE, _INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None, *, opener: Callable[[Settings], Assistant] | None = None) -> int:
    """Runs one command.

    Args:
        arguments: What follows `newscite`; None for the process's own arguments.
        opener: Opens the assistant; None for `Assistant.open`.

    Returns:
        The exit code: 0 all went well, 1 an error, 2 wrong usage, 3 part of an ingest failed, 130 interrupted.
    """
    typed = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        try:
            return _run(typed, opener)
        finally:
            sys.stdout.flush()
    except NewsciteError as error:
        return _report(error, typed)
    except KeyboardInterrupt:
        print("newscite: Interrupted.", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough. Python flushes stdout once more on its way out, and must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(typed: list[str], opener: Callable[[Settings], Assistant] | None) -> int:
    options = parser().parse_args(typed)
    from rag.cli.screen import Screen

    screen = Screen(json=options.json)
    # A document is all that may stand on stdout, whatever a library prints while it works.
    with redirect_stdout(sys.stderr if options.json else sys.stdout):
        settings = _settings(options)
        if options.command == "chat":
            from rag.cli.chat import chat

            return chat(settings, options, screen)
        if options.command == "eval":
            from rag.cli.eval import evaluate

            return evaluate(settings, options, screen)
        from rag.cli.commands import COMMANDS

        if opener is None:
            from rag import Assistant

            opener = partial(Assistant.open, debug=options.debug)
        try:
            assistant = opener(settings)
        except LibraryError as error:
            if options.command != "doctor":
                raise
            return _unopened(settings, error, screen)
        with assistant:
            return COMMANDS[options.command](assistant, options, screen)


def _unopened(settings: Settings, error: LibraryError, screen: Screen) -> int:
    """The doctor sees what can be seen from outside, too."""
    from rag.cli.commands import show_status
    from rag.status import status_unopened

    return show_status(status_unopened(settings, error), screen)


def _settings(options: argparse.Namespace) -> Settings:
    from rag.settings import Settings

    return Settings.from_environment(
        home=options.home, model=getattr(options, "model", None),
        writer="quotes" if getattr(options, "quotes", False) else None,
    )


def _report(error: NewsciteError, typed: list[str]) -> int:
    if "--debug" in typed:
        traceback.print_exc()
    if "--json" in typed:
        from rag.cli.document import error_document, to_json

        sys.stdout.buffer.write(to_json(error_document(error)))
        sys.stdout.flush()
    else:
        from rag.cli.terminal import clean_line

        print(clean_line(f"newscite: {error}"), file=sys.stderr)
    return _USAGE if isinstance(error, UsageError) else _ERROR
