"""Whether the names that a mutation exchanged have known forms, which the names check can go by."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from rag.gazetteer import known_forms

__all__ = ["are_known"]

_WORD: Final = re.compile(r"\w+(?:[-'’]\w+)*")


def are_known(true_text: str, text: str) -> bool:
    """Whether the names in which two claims differ are all known to the gazetteer in some form."""
    one, two = _WORD.findall(true_text), _WORD.findall(text)
    changed = [names for kind, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
               if kind != "equal" for names in (" ".join(one[a:b]), " ".join(two[c:d]))]
    return bool(changed) and all(known_forms(name) for name in changed)
