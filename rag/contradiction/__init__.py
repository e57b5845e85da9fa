"""What articles deny, hold out or contradict: premises of a question, and sources against each other."""

from __future__ import annotations

from rag.contradiction.denials import with_denial
from rag.contradiction.disagreement import by_citation, compare
from rag.contradiction.premise import premise_note, premise_of, premise_stands

__all__ = ["by_citation", "compare", "premise_note", "premise_of", "premise_stands", "with_denial"]
