"""A machine translation beside a quote: it has to be in the reader's language, with all names and numbers of the quote.

It has to keep its stance too: what is denied, feared, planned or said by somebody, what rises, and who does it to whom.
What else it means is not compared: the quote stands beside it, and it is marked as a machine's.
"""

from __future__ import annotations

from rag.check.attribution import check_attribution
from rag.check.change import check_change
from rag.check.language import check_language
from rag.check.markup import check_markup
from rag.check.modality import check_modality
from rag.check.names import check_names
from rag.check.numbers import Source, check_numbers
from rag.check.polarity import check_polarity
from rag.check.result import CheckResult
from rag.check.roles import check_roles

__all__ = ["check_translation"]

_NAME = "translation"
_SHORTEST, _LONGEST = 0.45, 2.2
"""Length of a translation, as a share of its quote's: the languages spoken here keep within .7 and 1.5 of each other
for a sentence of news, and a model that leaves a half out, or goes on by itself, does not."""
_SHORT = 40
_LATIN = "\u024f"
"""The last Latin letter of the languages spoken here; small models slip into the script that they know best."""


def check_translation(text: str, quote: str, quote_language: str | None, language: str) -> CheckResult:
    """Checks a translation against what it translates, in both directions where numbers are concerned.

    Args:
        text: The translation, in `language` (ISO 639-1).
        quote: What was translated.
        quote_language: ISO 639-1, or None where it is not known.

    Returns:
        Passed, or the first fault.
    """
    source, translated = Source(quote, quote_language), Source(text, language)
    if not _LONGEST * max(len(quote), _SHORT) >= len(text) >= _SHORTEST * len(quote):
        return CheckResult(_NAME, False, "It is not of the quote's length.")
    checks = (
        check_markup(text, [quote]),
        check_language(text, language, [source]),
        check_numbers(text, language, [source]),
        check_names(text, language, [Source(quote, quote_language)]),
        *_stances(text, language, source),
    )
    if strange := next((letter for letter in text if letter.isalpha() and letter > _LATIN and letter not in quote), ""):
        return CheckResult(_NAME, False, f"It holds {strange!r}, a letter of another script.")
    if failed := next((check for check in checks if not check.passed), None):
        return CheckResult(_NAME, False, failed.reason)
    kept = check_numbers(quote, quote_language or language, [translated])
    if not kept.passed:
        return CheckResult(_NAME, False, f"A number is left out. {kept.reason.replace('quote', 'translation')}")
    return CheckResult(_NAME, True)


def _stances(text: str, language: str, source: Source) -> tuple[CheckResult, ...]:
    return (
        check_polarity(text, language, [source], [source]),
        check_change(text, language, [source], [source]),
        check_modality(text, language, [source]),
        check_attribution(text, language, [source], [source]),
        check_roles(text, language, [source]),
    )
