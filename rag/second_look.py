"""A second look at the evidence: the model is asked whether it answers the question, before anything is written.

It can only turn an answer into an abstention. A small model says yes far too readily, and yet is less sure of it where
the answer is missing: so what counts is how likely it held a no, against a bound. Of a server that does not tell
that, only a plain no counts. Whatever else a model says lets the answer stand, since what it then writes is checked
sentence by sentence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Final

from rag.prompts import second_look_prompt
from rag.types import EvidenceSentence
from rag.write import is_small
from rag.write.model import Alternative, ChatModel, Message, ModelInfo, TextStream, WeighedStream, WeighingModel

__all__ = ["MOST_DOUBT", "Look", "doubt_of", "finds_answer", "look", "looks_twice"]

MOST_DOUBT: Final = -0.5
"""With which an answer may stand: from odds of .6 on, a no counts.

Found with one model of 1.5 billion parameters, on the calibration half of ``python -m benchmarks.second_look`` (43 near
misses and 49 answerable questions that the rule let through): rule and look together refuse .72 of the near misses and
.07 of the answerable, with a plain no .55 and .05; at -.6 .74 and .11. On the test half (54 and 74) .80 and .15, with a
plain no .68 and .12, by the rule alone .36 and .10.
"""

_FROM_BILLIONS = 1.0
_MOST_EXCERPTS = 4
_MOST_TOKENS = 4
_LEAST_TOLD = 1e-12  # has a logarithm
_LEAST_SHARE = 0.5
"""Of the probability, that yes and no have between them: else the model begins to say something else."""
_WORD = re.compile(r"\w+")
_NO = frozenset({"no", "none", "nein", "nee", "non", "não"})
_YES = frozenset({"yes", "ja", "oui", "sí", "si", "sim"})


@dataclass(frozen=True, slots=True)
class Look:
    """What a model says of the evidence.

    Attributes:
        word: Its first word, in lower case; "" where it says none.
        doubt: See `doubt_of`; None where it cannot be told.
    """

    word: str
    doubt: float | None

    @property
    def finds(self) -> bool:
        """Whether the evidence may stand: no plain no, or where the doubt is told, no more of it than `MOST_DOUBT`."""
        return self.word not in _NO if self.doubt is None else self.doubt <= MOST_DOUBT


def looks_twice(info: ModelInfo, setting: str) -> bool:
    """Returns whether a model is asked for a second look.

    Args:
        setting: "on", "off", or "auto": models from a billion parameters (``python -m benchmarks.second_look``).
    """
    return setting == "on" or (setting == "auto" and not is_small(info, _FROM_BILLIONS))


def finds_answer(model: ChatModel, question: str, evidence: Sequence[EvidenceSentence]) -> bool:
    """Asks whether the evidence answers; see `look`.

    Raises:
        ModelError: The model failed.
    """
    return look(model, question, evidence).finds


def look(model: ChatModel, question: str, evidence: Sequence[EvidenceSentence]) -> Look:
    """Asks whether the evidence answers, in one short call.

    Args:
        question: One that stands alone.
        evidence: The best first; the first four are shown.

    Raises:
        ModelError: The model failed.
    """
    prompt = second_look_prompt(question, evidence[:_MOST_EXCERPTS])
    with closing(_begun(model, prompt)) as stream:
        said = "".join(stream)
        alternatives = stream.alternatives if isinstance(stream, WeighedStream) else ()
    return Look(_first_word(said), doubt_of(alternatives))


def doubt_of(alternatives: Sequence[Alternative]) -> float | None:
    """Returns how much likelier a no is than a yes, in whichever of their languages and spellings.

    Returns:
        The natural logarithm of the odds; None where nothing is told, or the model hardly begins with either.
        One of the two that is not among the alternatives is taken to be as likely as the least of them, which it is
        at most.
    """
    if not alternatives:
        return None
    least = max(math.exp(min(item.log_probability for item in alternatives)), _LEAST_TOLD)
    no, yes = (sum(math.exp(item.log_probability) for item in alternatives if _first_word(item.text) in words)
               for words in (_NO, _YES))
    if no + yes < _LEAST_SHARE:
        return None
    return math.log(no or least) - math.log(yes or least)


def _begun(model: ChatModel, prompt: Sequence[Message]) -> TextStream:
    if isinstance(model, WeighingModel):
        return model.weigh(prompt, max_tokens=_MOST_TOKENS)
    return model.stream(prompt, max_tokens=_MOST_TOKENS)


def _first_word(text: str) -> str:
    found = _WORD.search(text.casefold())
    return found[0] if found is not None else ""
