"""A sentence of `rag` in the reader's language, where the page has it; else in English, and marked as English."""

from __future__ import annotations

import re

from ui.render.escape import attributes, escape_part
from ui.texts import Texts
from ui.texts.told import Told, told

__all__ = ["told_html"]

_COMMAND = re.compile(r"`((?:newscite|ollama)(?: [\w.:/=-]{1,200}){0,9})`")
"""A sentence may hold words of an article or a model: their backticks are left as they stand."""


def told_html(text: str, texts: Texts, tag: str = "span", kind: str | None = None) -> str:
    """Returns an element with the sentence; a command of ours in backticks is set as one.

    Args:
        text: As `rag` says it.
        texts: The reader's language.
        tag: Of the element.
        kind: Its class.
    """
    said = told(text.strip(), texts.language) or Told(text.strip(), "en")
    foreign = said.language if said.language != texts.language else None
    words, done = "", 0
    for command in _COMMAND.finditer(said.words):
        words += f"{escape_part(said.words[done : command.start()])}<code>{escape_part(command[1])}</code>"
        done = command.end()
    words += escape_part(said.words[done:])
    return f"<{tag}{attributes(class_=kind, lang=foreign)}>{words}</{tag}>"
