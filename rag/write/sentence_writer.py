"""The writer for small models: one evidence sentence and one short call per claim.

The marker is right by construction and the first sentence comes soon. Where the evidence is in the answer's language
already, its own words are taken: a small model asked to restate a sentence only makes it less true.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

from rag.errors import PromptTooLongError
from rag.prompts import PROMPT_TOKENS, sentence_prompt
from rag.types import EvidenceSentence, Usage
from rag.write.drafts import Drafter
from rag.write.model import ChatModel, Draft, Message, TextStream, WriteRequest
from rag.write.ollama_tokens import approximate_tokens, prompt_tokens

__all__ = ["SentenceWriter"]

_MOST_DRAFTS = 2
_MOST_CALLS = 4
"""Each takes seconds, and the evidence after the best four seldom answers."""


class SentenceWriter:
    """Writes the evidence sentence by sentence, as far as `PROMPT_TOKENS` go; what is quoted as it is costs nothing.

    Args:
        num_ctx: Tokens of the context window, prompt and answer together.
        answer_tokens: Tokens written at most in one call.
    """

    def __init__(self, model: ChatModel, *, num_ctx: int, answer_tokens: int) -> None:
        self._model = model
        self._num_ctx = num_ctx
        self._answer_tokens = answer_tokens
        self._lock = threading.Lock()
        self._stream: TextStream | None = None
        self._usage = Usage()
        self._closed = False

    def write(self, request: WriteRequest) -> Iterator[Draft]:
        """Yields one or two sentences for each evidence sentence, the best evidence first.

        Raises:
            PromptTooLongError: The question does not fit the window.
            ModelError: The model failed; what was yielded before is whole sentences.
        """
        spent = calls = 0
        for sentence in request.evidence:
            if self._closed:
                return
            if sentence.passage.language == request.language:
                yield Draft(sentence.quote.strip(), (sentence.number,))
                continue
            messages = sentence_prompt(request.language, sentence)
            cost = prompt_tokens(messages)
            if calls == _MOST_CALLS or (spent and spent + cost > PROMPT_TOKENS):
                continue
            spent += cost
            calls += 1
            yield from self._rendered(sentence, messages, cost, request.language)

    @property
    def usage(self) -> Usage:
        """Summed over the calls that have ended."""
        return self._usage

    def close(self) -> None:
        """Stops the call under way, from any thread; no further one is made."""
        with self._lock:
            self._closed = True
            stream = self._stream
        if stream is not None:
            stream.close()

    def _rendered(
        self, sentence: EvidenceSentence, messages: Sequence[Message], cost: int, language: str
    ) -> Iterator[Draft]:
        """Yields the model's sentence, or the quote where the model wrote no whole one."""
        room = min(self._answer_tokens, 40 + 2 * approximate_tokens(sentence.quote))
        if cost + room > self._num_ctx:
            raise PromptTooLongError(
                f"The question and one quote do not fit a context window of {self._num_ctx} tokens.",
                "Ask a shorter question, or set NEWSCITE_NUM_CTX higher.",
            )
        written = 0
        for draft in self._call(messages, room, language):
            if written < _MOST_DRAFTS:
                yield Draft(draft.text, (sentence.number,))
            written += 1
        if not written and not self._closed:
            yield Draft(sentence.quote.strip(), (sentence.number,))

    def _call(self, messages: Sequence[Message], max_tokens: int, language: str) -> Iterator[Draft]:
        with self._lock:
            if self._closed:
                return
            stream = self._stream = self._model.stream(messages, max_tokens=max_tokens)
        drafter = Drafter(language)
        try:
            for piece in stream:
                yield from drafter.feed(piece)
            if not self._closed:
                yield from drafter.finish(whole=stream.finish == "stop")
        finally:
            stream.close()
            spent = stream.usage
            self._usage = Usage(
                self._usage.prompt_tokens + spent.prompt_tokens,
                self._usage.completion_tokens + spent.completion_tokens,
            )
