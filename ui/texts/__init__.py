"""What the page itself says, in the languages that it speaks: one JSON file each, with the same keys."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, cast

__all__ = ["LANGUAGES", "Texts", "preferred", "texts_for"]

LANGUAGES = ("en", "de", "nl")
"""What the page speaks, the fallback first."""
# Babel's plain English writes dates as Americans do, who alone read "6 October" without a second look as well.
_LOCALES = {"en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Texts:
    """The interface's words in one language.

    Attributes:
        language: ISO 639-1.
        words: Phrases by key; braces stand for values.
    """

    language: str
    words: Mapping[str, str] = field(repr=False)

    def say(self, key: str, **values: object) -> str:
        """Returns a phrase with its values in place; where `n` is 1 and there is `key_1`, that one.

        Raises:
            KeyError: No such phrase, or a value is missing: a mistake of the caller.
        """
        if values.get("n") == 1 and f"{key}_1" in self.words:
            key = f"{key}_1"
        return self.words[key].format_map(values)

    def day(self, day: date) -> str:
        """Returns a date as this language writes it."""
        from babel.dates import format_date

        return format_date(day, "long", locale=_LOCALES.get(self.language, self.language))

    def short_day(self, day: date) -> str:
        """Returns a date in its short form."""
        from babel.dates import format_date

        return format_date(day, "medium", locale=_LOCALES.get(self.language, self.language))

    def seconds(self, milliseconds: float) -> str:
        """Returns a duration to a tenth of a second."""
        from babel.numbers import format_decimal

        shown = format_decimal(round(milliseconds / 1000, 1), format="0.0", locale=self.language)
        return self.say("seconds", n=shown)

    def language_name(self, code: str | None) -> str:
        """Returns the name of a language, its code where there is none, "" for None."""
        from babel import Locale

        names = cast("Mapping[str, str]", Locale(self.language).languages)
        return names.get(code, code) if code else ""


def texts_for(language: object) -> Texts:
    """Returns the words in `language`, or in English where the page does not speak it, or it is no language."""
    return _texts(language if isinstance(language, str) and language in LANGUAGES else LANGUAGES[0])


@cache
def _texts(code: str) -> Texts:
    words: Any = json.loads((files(__name__) / f"{code}.json").read_text("utf-8"))
    return Texts(code, words)


def preferred(accept_language: str) -> Texts:
    """Returns the words that a browser asks for first among those that the page has.

    Args:
        accept_language: The request header, such as ``de-BE,de;q=0.9,en;q=0.8``; "" for none.
    """
    wished: list[tuple[float, int, str]] = []
    for at, part in enumerate(accept_language[:1000].split(",")):
        tag, _, weight = part.partition(";")
        wished.append((-_weight(weight), at, tag.strip().lower().split("-")[0]))
    return texts_for(next((code for _, _, code in sorted(wished) if code in LANGUAGES), LANGUAGES[0]))


def _weight(text: str) -> float:
    _, _, number = text.strip().partition("=")
    try:
        return float(number) if number else 1.0
    except ValueError:
        return 0.0
