"""Translations of quotes by the model that writes, checked, and kept as long as the process lives.

A translation is an aid to the reader beside a quote, never a claim: one that fails its checks is not shown.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from contextlib import closing
from dataclasses import dataclass

from rag.check.translation import check_translation
from rag.errors import ModelError
from rag.prompts import translate_prompt
from rag.write.choice import ModelChooser
from rag.write.drafts import Drafter
from rag.write.model import ChatModel
from rag.write.ollama_tokens import approximate_tokens, prompt_tokens

__all__ = ["Translations", "Translator"]

_MOST_KEPT = 512
_ROOM = 40


@dataclass(frozen=True, slots=True)
class _Key:
    text: str
    language: str
    model: str


class Translations:
    """Translates by any model, each text once; safe to use from several threads.

    Args:
        num_ctx: Tokens of the context window, text and translation together.
        most: Translations kept; the one unused for longest goes first.
    """

    def __init__(self, num_ctx: int, most: int = _MOST_KEPT) -> None:
        self._num_ctx = num_ctx
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[_Key, str | None] = OrderedDict()

    def of(self, text: str, source_language: str | None, language: str, model: ChatModel) -> str | None:
        """Returns a checked translation, or None where the model's fails its checks or the window is too small.

        Args:
            text: A quote of one or more sentences.
            source_language: Of the text, ISO 639-1; None where it is not known.
            language: To translate into.

        Raises:
            ModelError: The model failed; nothing is kept of that.
        """
        key = _Key(text, language, f"{model.info.name} {model.info.digest}")
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        translation = self._made(text, source_language, language, model)
        with self._lock:
            self._kept[key] = translation
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return translation

    def has(self, text: str, language: str, model: ChatModel) -> bool:
        """Whether a text's translation is known, so that it costs no call."""
        with self._lock:
            return _Key(text, language, f"{model.info.name} {model.info.digest}") in self._kept

    def _made(self, text: str, source_language: str | None, language: str, model: ChatModel) -> str | None:
        messages = translate_prompt(text, source_language, language)
        room = _ROOM + 2 * approximate_tokens(text)
        if prompt_tokens(messages) + room > model.info.window(self._num_ctx):
            return None
        drafter = Drafter(language)
        with closing(model.stream(messages, max_tokens=room)) as stream:
            drafts = [draft for piece in stream for draft in drafter.feed(piece)]
            if stream.finish != "stop":
                return None
        written = " ".join(draft.text for draft in [*drafts, *drafter.finish(whole=True)])
        return written if check_translation(written, text, source_language, language).passed else None


class Translator:
    """Translates for a reader who looks at a source, by whatever model there is.

    Args:
        chooser: Chooses the model.
        translations: Where they are kept.
    """

    def __init__(self, chooser: ModelChooser, translations: Translations) -> None:
        self._chooser = chooser
        self._translations = translations

    def translate(self, text: str, source_language: str | None, language: str) -> str | None:
        """Returns a checked machine translation, to be marked as one.

        None where there is no model, where it failed, where its translation fails the checks, and where the text is
        in that language already.
        """
        if not text.strip() or source_language == language:
            return None
        model = self._chooser.choose().model
        if model is None:
            return None
        try:
            return self._translations.of(text, source_language, language, model)
        except ModelError:
            self._chooser.forget()
            return None
