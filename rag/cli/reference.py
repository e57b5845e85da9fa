"""The reference of commands and variables, made from the code: `python -m rag.cli.reference > docs/commands.md`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import fields
from typing import cast

from rag.cli.arguments import parser
from rag.settings import Settings

__all__ = ["reference"]

_HEAD = """\
# Commands and variables

Made from the code by `python -m rag.cli.reference > docs/commands.md`; a test holds it to the code.

Every command also takes the options under `newscite`. Exit codes: 0 all went well, 1 an error, 2 wrong usage, 3 part of
an ingest failed, 130 interrupted. Question and paths may follow `--`, after which nothing is read as an option.
"""

_VARIABLES = """\
## Environment variables

Each is a field of `rag.Settings`; an option of the command line wins over its variable, and a variable that is set to
nothing counts as unset.

| variable | field of `Settings` | default | meaning |
|---|---|---|---|"""


def reference() -> str:
    """Returns the reference as Markdown."""
    # argparse's own help is laid out differently from one release of Python to the next, so it is not used here.
    parts = [_HEAD, *_commands(parser()), "\n".join([_VARIABLES, *_variables()])]
    return "\n".join(parts) + "\n"


def _commands(command: argparse.ArgumentParser) -> Iterator[str]:
    """Yields a section for the command and one for each command below it."""
    # argparse tells nothing of its arguments by public names.
    actions = command._actions  # pyright: ignore[reportPrivateUsage]
    nested = [action for action in actions if isinstance(action.choices, dict)]
    own = [action for action in actions if action not in nested and not _is_common(action, command)]
    if own or not nested:
        yield _section(command, own)
    for action in nested:
        for below in cast("dict[str, argparse.ArgumentParser]", action.choices).values():
            yield from _commands(below)


def _is_common(action: argparse.Action, command: argparse.ArgumentParser) -> bool:
    common = {"help", "json", "debug", "home"}
    return action.dest == "help" or (" " in command.prog and action.dest in common)


def _section(command: argparse.ArgumentParser, own: list[argparse.Action]) -> str:
    lines = [f"## {command.prog}", "", command.description or "", ""]
    if own:
        lines += ["| argument | meaning |", "|---|---|"]
        lines += [f"| `{_spelling(action)}` | {_cell(action.help or '')} |" for action in own]
        lines.append("")
    if " " in command.prog and command.epilog:
        lines += ["```sh", *(line.strip() for line in command.epilog.splitlines()[1:]), "```", ""]
    return "\n".join(lines)


def _spelling(action: argparse.Action) -> str:
    if not action.option_strings:
        return f"{action.metavar or action.dest}{' ...' if action.nargs == '+' else ''}"
    value = f" {action.metavar or action.dest.upper()}" if action.nargs != 0 else ""
    return ", ".join(f"{option}{value}" for option in action.option_strings)


def _variables() -> Iterator[str]:
    for field in fields(Settings):
        default = "unset" if field.default is None else f"`{field.default}`"
        yield f"| `{field.metadata['env']}` | `{field.name}` | {default} | {_cell(field.metadata['help'])} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    print(reference(), end="")
