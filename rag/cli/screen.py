"""Where a command's words go: the result to stdout, everything else to stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from rag.cli.document import to_json
from rag.cli.terminal import clean

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.progress import Progress

__all__ = ["Screen", "styled"]


class Screen:
    """Both streams of the process. Nothing reaches a terminal here but what `styled` made, or a table of it.

    Args:
        json: Print nothing on stdout but one document.
    """

    def __init__(self, *, json: bool) -> None:
        from rich.console import Console

        class QuietConsole(Console):
            """Leaves a closed pipe to the caller, where rich would end the process as if something had failed."""

            def on_broken_pipe(self) -> None:
                raise BrokenPipeError

        self.json = json
        self._out: Console = QuietConsole(file=sys.stdout, markup=False, highlight=False, emoji=False)
        self._err: Console = QuietConsole(file=sys.stderr, markup=False, highlight=False, emoji=False)
        self._stdout = sys.stdout

    @property
    def wide(self) -> bool:
        """True where stdout is a terminal, to be laid out for reading; else lines are whole, for other programs."""
        return self._out.is_terminal

    def show(self, what: RenderableType = "") -> None:
        """Prints a part of the result for a person."""
        self._out.print(what, soft_wrap=not self.wide)
        self._out.file.flush()

    def say(self, sentence: str) -> None:
        """Prints a sentence of the result for a person."""
        self.show(styled(sentence))

    def document(self, value: Any) -> None:
        """Prints the one document of `--json`."""
        # Whatever a library printed until now was no part of the document and went elsewhere.
        self._stdout.flush()
        self._stdout.buffer.write(to_json(value))
        self._stdout.flush()

    def note(self, message: str, style: str = "yellow") -> None:
        """Prints a line for a person on stderr: a warning, or what goes on."""
        self._err.print(styled(message, style), soft_wrap=True)

    def progress(self) -> Progress:
        """Returns a progress display on stderr, which shows nothing where that is no terminal."""
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        return Progress(
            TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            TextColumn("{task.fields[source]}", markup=False), console=self._err, transient=True,
            disable=not self._err.is_terminal,
        )


def styled(text: str, style: str = "") -> RenderableType:
    """Returns cleaned text that rich prints as it is, with no markup read from it."""
    from rich.text import Text

    return Text(clean(text), style=style)
