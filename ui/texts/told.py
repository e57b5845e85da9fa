"""What `rag` says in English, in the reader's language: errors with their remedies, findings, reasons of refusals.

An answer keeps its warnings and reasons as the sentences that they were when it was given, and so do logs and the
command line. A sentence is therefore known by its English form, in which braces stand for values; `told.json` has each
form with its translations.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any, cast

__all__ = ["Told", "told"]

_LONGEST = 2000
"""Characters; a longer text is no sentence of ours."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence to show, and the language that it is in."""

    words: str
    language: str


@dataclass(frozen=True, slots=True)
class _Form:
    """An English sentence, cut at its values: `literals` has one part more than `names`."""

    literals: tuple[str, ...]
    names: tuple[str, ...]
    words: Mapping[str, str]

    def read(self, text: str) -> dict[str, str] | None:
        """Returns the values with which this form is `text`, or None where it is not; in linear time."""
        first, *between = self.literals
        if not between:
            return {} if text == first else None
        last = between.pop()
        if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
            return None
        values: list[str] = []
        at, stop = len(first), len(text) - len(last)
        for literal in between:
            found = text.find(literal, at + 1, stop)
            if found < 0:
                return None
            values.append(text[at:found])
            at = found + len(literal)
        values.append(text[at:stop])
        return dict(zip(self.names, values, strict=True)) if values[-1] else None


def told(text: str, language: str) -> Told | None:
    """Returns what `rag` said in a language, or None where it is no sentence of `rag`'s, or that language has it not.

    Args:
        text: A sentence, with or without its full stop, or a message with the remedy after it.
        language: ISO 639-1.
    """
    words = _told(text, language) if len(text) <= _LONGEST else None
    return None if words is None else Told(words, language)


def _told(text: str, language: str) -> str | None:
    # The last value of a message would swallow the remedy after it: two sentences are looked for first.
    at = text.find(". ")
    while at >= 0:
        remedy = _sentence(text[at + 2:], language)
        message = _sentence(text[:at + 1], language) if remedy is not None else None
        if message is not None:
            return f"{message} {remedy}"
        at = text.find(". ", at + 1)
    return _sentence(text, language)


def _sentence(text: str, language: str, *, is_value: bool = False) -> str | None:
    stem = text.removesuffix(".")
    for form in _forms():
        values = form.read(stem)
        if values is not None and language in form.words:
            given = values if is_value else {name: _value(name, value, language) for name, value in values.items()}
            return form.words[language].format_map(given) + text[len(stem):]
    return None


def _value(name: str, value: str, language: str) -> str:
    """Returns a value as it is shown: it may be words of ours too, or the code of a language."""
    if name.startswith("language"):
        from babel import Locale

        return cast("Mapping[str, str]", Locale(language).languages).get(value.strip("'"), value)
    # "answers are quotes: Ollama has no chat model installed"
    return _sentence(value, language, is_value=True) or value


@cache
def _forms() -> tuple[_Form, ...]:
    """Returns the forms, those that say most themselves first: of two that fit, theirs is the one that was meant."""
    document: Any = json.loads((files("ui.texts") / "told.json").read_text("utf-8"))
    forms: list[_Form] = []
    for english, words in document.items():
        literals, names = [""], list[str]()
        for literal, name, _, _ in Formatter().parse(english):
            literals[-1] += literal
            if name is not None:
                names.append(name)
                literals.append("")
        forms.append(_Form(tuple(literals), tuple(names), {"en": english, **words}))
    return tuple(sorted(forms, key=lambda form: -sum(map(len, form.literals))))
