"""A question in the language of the articles, for a second search where the first was weak."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import closing

from rag.language import detect
from rag.prompts import translated_question_prompt
from rag.search import Found
from rag.write import is_small
from rag.write.model import ChatModel, ModelInfo

__all__ = ["articles_language", "rephrases", "translated_question"]

_MOST_TOKENS = 80
_LONGEST = 2.5
_NUMBER = re.compile(r"\d+")


def rephrases(info: ModelInfo, setting: str) -> bool:
    """Returns whether a model words questions anew.

    Args:
        setting: "on", "off", or "auto": not small ones, which translate badly. With perfect translations, English
            questions of German articles were refused falsely in .5 % in place of 3.2 % (20 articles; 1.0 and 3.7 % of
            200), and 80 % of the unanswerable ones rightly in place of 84 %: ``python -m benchmarks.rephrase``.
    """
    return setting == "on" or (setting == "auto" and not is_small(info))


def articles_language(found: Found) -> str | None:
    """Returns the language of most of the passages that a search found nearest, unless it is the question's own."""
    counted = Counter(item.passage.language for item in found.passages if item.passage.language)
    counted.pop(found.language, None)
    return counted.most_common(1)[0][0] if counted else None


def translated_question(model: ChatModel, question: str, into: str) -> str | None:
    """Asks for a question in another language, in one short call.

    Args:
        question: One that stands alone.
        into: ISO 639-1.

    Returns:
        One line that keeps every number of the question; None where the model wrote anything else.

    Raises:
        ModelError: The model failed.
    """
    with closing(model.stream(translated_question_prompt(question, into), max_tokens=_MOST_TOKENS)) as stream:
        text = "".join(stream).strip().strip("\"“”„«»").strip()
        whole = stream.finish == "stop"
    if not whole or not text.endswith("?") or "\n" in text or len(text) > _LONGEST * len(question) + 40:
        return None
    if detect(text, among=(into, "en")) not in (None, into):
        return None
    return text if set(_NUMBER.findall(question)) <= set(_NUMBER.findall(text)) else None
