"""A claim that opens with yes or no answers more than a quote states: whether the quote settles it is a judgement.

It may stand where no judgement is left: the rest says the question again, and a quote says so too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rag.check.asking import asks_yes_or_no, restates, says_likewise
from rag.check.numbers import Source
from rag.check.polarity import denies, rejects
from rag.check.result import CheckResult

__all__ = ["check_assent", "without_assent"]

_NAME = "assent"
# Accents count: "Si, ..." is an "if" in Spanish.
_YES = {
    "en": {"yes", "yeah", "yep", "indeed", "correct"}, "de": {"ja", "jawohl", "richtig", "stimmt"},
    "nl": {"ja", "jawel", "klopt"}, "fr": {"oui"}, "es": {"sí"}, "it": {"sì", "sí"}, "pt": {"sim"},
}
_NO = {
    "en": {"no", "nope", "indeed not"}, "de": {"nein"}, "nl": {"nee", "neen"}, "fr": {"non"}, "es": {"no"},
    "it": {"no"}, "pt": {"não"},
}
# "No one" and "Non-members" open ordinary sentences, and "No. 5" and "Non-EU" do; "No, ..." and "No - ..." do not.
_OPENING = re.compile(r"[\s\"'“”„«»‘’]*([^\W\d_]+(?: [^\W\d_]+)?)(?:\s?[,!;:…–—]|\.(?!\s*\d)|\s-\s|\s*\Z)")


def check_assent(claim: str, language: str, question: str = "", quotes: Sequence[Source] = ()) -> CheckResult:
    """Checks that a claim does not open with a yes or a no set apart by a sign, unless its quote says as much.

    Args:
        claim: A sentence in `language`.
        language: One that the check does not know passes.
        question: As asked; "" lets no yes pass.
        quotes: The cited quotes.
    """
    word = _assent(claim, language)
    if not word:
        return CheckResult(_NAME, True)
    if _is_settled(without_assent(claim, language), word in _YES[language], language, question, quotes):
        return CheckResult(_NAME, True)
    return CheckResult(_NAME, False, "It answers yes or no, which no quote can show.")


def without_assent(claim: str, language: str) -> str:
    """Returns a claim without the yes or no that opens it, which is no negation of what follows."""
    opening = _OPENING.match(claim)
    return claim[opening.end() :].lstrip() if opening is not None and _assent(claim, language) else claim


def _assent(claim: str, language: str) -> str:
    """Returns the yes or no that opens a claim, "" where none does."""
    opening = _OPENING.match(claim)
    word = unicodedata.normalize("NFC", opening[1].casefold()) if opening is not None else ""
    return word if word in _YES.get(language, ()) or word in _NO.get(language, ()) else ""


def _is_settled(rest: str, yes: bool, language: str, question: str, quotes: Sequence[Source]) -> bool:
    """Whether what follows a yes states the question, what follows a no negates it, and a quote says likewise."""
    if not asks_yes_or_no(question, language) or not restates(rest, question, language):
        return False
    turned = (denies(rest, language) != denies(question, language)) != (
        rejects(rest, language) != rejects(question, language))
    return turned is not yes and says_likewise(rest, language, quotes)
