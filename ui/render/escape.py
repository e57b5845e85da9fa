"""The border between text and HTML: what comes from a user, an article or a model passes here, and nowhere else."""

from __future__ import annotations

from html import escape as inert

from rag.cli.terminal import clean, clean_line

__all__ = ["attributes", "escape", "escape_lines", "escape_part", "icon"]


def escape(text: str) -> str:
    """Returns `text` on one line as HTML, also for an attribute in double quotes, that reads the same and does nothing.

    Controls, marks that reorder a line, and invisible characters go: a text can neither hide nor pretend anything.
    """
    return inert(clean_line(text))


def escape_part(text: str) -> str:
    """Returns a piece of running text as `escape` does, with the white space at its ends kept."""
    return inert(clean(text).replace("\n", " "))


def escape_lines(text: str) -> str:
    """Returns `text` as `escape` does, with its line breaks kept."""
    return inert(clean(text))


def attributes(**values: object) -> str:
    """Returns attributes for a tag, each with a space before it; underscores stand for dashes.

    True writes the name alone; None and False write nothing.
    """
    parts: list[str] = []
    for name, value in values.items():
        shown = name.strip("_").replace("_", "-")
        if value is True:
            parts.append(f" {shown}")
        elif value is not None and value is not False:
            parts.append(f' {shown}="{escape(str(value))}"')
    return "".join(parts)


def icon(name: str) -> str:
    """Returns one of the page's own signs; it says nothing to a screen reader."""
    return f'<svg class="icon" aria-hidden="true"><use href="/page/icons.svg#{name}"/></svg>'
