"""A claim that opens with yes or no answers more than a quote states: whether the quote settles it is a judgement."""

from __future__ import annotations

import re
import unicodedata

from rag.check.result import CheckResult

__all__ = ["check_assent"]

_NAME = "assent"
# Accents count: "Si, ..." is an "if" in Spanish.
_ASSENTS = {
    "en": {"yes", "no", "yeah", "yep", "nope", "indeed", "indeed not", "correct"},
    "de": {"ja", "nein", "jawohl", "richtig", "stimmt"},
    "nl": {"ja", "nee", "neen", "jawel", "klopt"},
    "fr": {"oui", "non"},
    "es": {"sí", "no"},
    "it": {"sì", "sí", "no"},
    "pt": {"sim", "não"},
}
# "No one" and "Non-members" open ordinary sentences, and "No. 5" and "Non-EU" do; "No, ..." and "No - ..." do not.
_OPENING = re.compile(r"[\s\"'“”„«»‘’]*([^\W\d_]+(?: [^\W\d_]+)?)(?:\s?[,!;:…–—]|\.(?!\s*\d)|\s-\s|\s*\Z)")


def check_assent(claim: str, language: str) -> CheckResult:
    """Checks that a claim does not open with a yes or a no set apart by a sign.

    Args:
        claim: A sentence in `language`.
        language: One that the check does not know passes.
    """
    opening = _OPENING.match(claim)
    if opening is not None and unicodedata.normalize("NFC", opening[1].casefold()) in _ASSENTS.get(language, ()):
        return CheckResult(_NAME, False, "It answers yes or no, which no quote can show.")
    return CheckResult(_NAME, True)
