"""A draft becomes a claim that nothing will be taken back of: checked, asked for again once, or quoted and translated.

What a model is asked beyond its writing is bounded: by a number of calls for each answer and by the answer's deadline,
and none is made after a fault of the model or a cancellation.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from rag.check import Entails, Similarity, Verified, verify
from rag.errors import ModelError
from rag.prompts import again_prompt
from rag.run import AnswerRun, Cancellation
from rag.translate import Translations
from rag.types import EvidenceSentence, SentenceReady
from rag.write.drafts import Drafter
from rag.write.model import ChatModel, Draft
from rag.write.ollama_tokens import approximate_tokens

__all__ = ["Finisher"]

_ROOM = 40
_LEAST_SECONDS = 5.0
"""No further call is begun with less than this left: what is written already had better be finished."""


class Finisher:
    """Finishes the drafts of one answer.

    Args:
        run: The answer, which gets the claims.
        model: Of the answer.
        similarity: For the check of meaning; None where it is not measured.
        translations: Where translations are kept.
        calls: Made at most beside the writing.
        asks_again: Whether a refused sentence is asked for once more.
        cancellation: Of the answer.
        entails: A model of inference, where one is set.

    Attributes:
        fault: Of a call made here; the draft of that call was finished without it.
    """

    def __init__(self, run: AnswerRun, model: ChatModel, similarity: Similarity | None, translations: Translations, *,
                 calls: int, asks_again: bool, cancellation: Cancellation, entails: Entails | None = None) -> None:
        self._run = run
        self._model = model
        self._similarity = similarity
        self._entails = entails
        self._translations = translations
        self._calls = calls
        self._asks_again = asks_again
        self._cancellation = cancellation
        self.fault: ModelError | None = None

    def finish(self, draft: Draft) -> SentenceReady:
        """Returns the claim that a draft ends as; it may be a dropped one."""
        run = self._run
        run.clock.stop("generate")
        verified = self._verified(draft)
        quoted = self._quoted(verified)
        if quoted is None:
            return run.draft.take(verified, run.evidence.sentences)
        if verified.reason is not None and self._asks_again:
            better = self._again(verified, quoted)
            if better is not None:
                return run.draft.take(better, run.evidence.sentences)
        translation = self._translation(quoted)
        run.clock.stop("generate")
        return run.draft.take(verified, run.evidence.sentences, translation)

    def _verified(self, draft: Draft) -> Verified:
        run = self._run
        verified = verify(draft, run.evidence.sentences, run.language, question=run.standalone,
                          similarity=self._similarity, entails=self._entails)
        run.clock.stop("verify")
        return verified

    def _quoted(self, verified: Verified) -> EvidenceSentence | None:
        """Returns the quote that would stand in a draft's place, unless it is shown already."""
        if verified.verdict != "quoted":
            return None
        cited = next(item for item in self._run.evidence.sentences if item.number == verified.markers[0])
        return self._run.draft.quotable(cited)

    def _again(self, verified: Verified, quoted: EvidenceSentence) -> Verified | None:
        """Asks for the sentence once more, with what was wrong; None unless it now passes every check."""
        run = self._run
        prompt = again_prompt(quoted.quote, quoted.passage.language, run.language, verified.draft or "",
                              verified.reason or "")
        room = _ROOM + 2 * approximate_tokens(quoted.quote)

        def ask() -> str:
            drafter = Drafter(run.language)
            with closing(self._model.stream(prompt, max_tokens=room)) as stream:
                drafts = [draft for piece in stream for draft in drafter.feed(piece)]
                whole = stream.finish == "stop"
            written = [*drafts, *drafter.finish(whole)]
            return written[0].text if written else ""

        text = self._called(ask)
        run.clock.stop("generate")
        if not text or text == verified.draft:
            return None
        better = self._verified(Draft(text, verified.markers))
        return better if better.verdict == "supported" else None

    def _translation(self, quoted: EvidenceSentence) -> str | None:
        run, source = self._run, quoted.passage.language
        if source == run.language:
            return None
        known = self._translations.has(quoted.quote, run.language, self._model)
        return self._called(lambda: self._translations.of(quoted.quote, source, run.language, self._model), free=known)

    def _called(self, call: Callable[[], str | None], *, free: bool = False) -> str | None:
        """Makes a call, if there may still be one; remembers a fault."""
        if self.fault is not None or self._cancellation.cancelled:
            return None
        if not free:
            if self._calls <= 0 or self._run.seconds_left < _LEAST_SECONDS:
                return None
            self._calls -= 1
        try:
            return call()
        except ModelError as error:
            self.fault = error
            return None
