"""Addresses, markup and control characters in a claim have to stand in its quotes: news sentences hold none.

A document may order the model to write a link or an image that carries data away; whatever the model obeys, such a
sentence is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.check.result import CheckResult

__all__ = ["check_markup"]

_NAME = "markup"
# Atomic groups and look-behinds keep every alternative linear.
_PAYLOAD = re.compile(
    r"""
      (?<![a-z]) (?: https? | ftp | file | javascript | vbscript | data | mailto | about | blob ) \s? : [^\s]{0,80}
    | // [a-z0-9\[] [^\s]{0,80}
    | (?<![a-z0-9.-]) (?> [a-z0-9-]+ \. )+ [a-z]{2,24} (?! [a-z] )
    | (?<![\w.+-]) (?> [\w.+-]+ ) @ [a-z0-9-]+ \.
    | !\[ | \] \s? [(:\[]
    | < [a-z/!?]
    | \]\] | [-?/] >
    | & (?: \# | [a-z]{2,8} ; )
    | `
    | \\
    | \$\$
    | \$ \{
    | (?<![a-z]) \$ [a-z]{3}
    """,
    re.VERBOSE,
)
# C0 and C1 controls, bidirectional overrides, zero-width and tag characters change what a reader sees; the last four
# stand for what could not be read, or for no character at all.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff\ufffd-\uffff"
    "\U000e0000-\U000e007f]"
)


def check_markup(claim: str, quotes: Sequence[str]) -> CheckResult:
    """Checks that the claim brings no address, link, image, tag, code or hidden character of its own."""
    if hidden := _HIDDEN.search(claim):
        return CheckResult(_NAME, False, f"It holds the hidden character U+{ord(hidden[0]):04X}.")
    stated = [quote.casefold() for quote in quotes]
    for match in _PAYLOAD.finditer(claim.casefold()):
        if not any(match[0] in quote for quote in stated):
            return CheckResult(_NAME, False, f"It holds {match[0]!r}, which the quote does not.")
    return CheckResult(_NAME, True)
