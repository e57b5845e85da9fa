"""How many tokens a text can be at most, for budgets, and at least, to notice a server that cut the prompt."""

from __future__ import annotations

from collections.abc import Sequence

from rag.write.model import Message

__all__ = ["approximate_tokens", "prompt_tokens", "was_cut"]

_MESSAGE_TOKENS = 8
_MOST_BYTES = 4  # that a token of `approximate_tokens` stands for: "abc " is one
_OVER_HALF = 4


def approximate_tokens(text: str) -> int:
    """Returns how many tokens a chat model's tokenizer makes of `text`, rather too many than too few.

    Letters of a word count a third each, rounded up by word; digits and signs one each, as the newer vocabularies
    split numbers into digits; accents one more; characters outside the Latin blocks as many as their UTF-8 bytes,
    which is the most that a byte-level vocabulary can make of them. Linear in the text.
    """
    tokens = letters = 0
    for character in text:
        code = ord(character)
        if code < 0x250 and character.isalpha():
            letters += 1
            tokens += code >= 0x80
            continue
        tokens += -(-letters // 3)
        letters = 0
        if character == " ":
            continue
        tokens += 1 if code < 0x250 else len(character.encode("utf-8", "replace"))
    return tokens - (-letters // 3)


def prompt_tokens(messages: Sequence[Message]) -> int:
    """Returns how many tokens a chat takes, its template included: rather too many than too few."""
    return sum(approximate_tokens(message.content) + _MESSAGE_TOKENS for message in messages)


def was_cut(texts: tuple[str, ...], counted: int, window: int) -> bool:
    """Tells whether a server that counted `counted` prompt tokens cannot have read all of `texts`.

    Ollama cuts a prompt that is too long to half of the window (to 2,050 tokens of 4,096), or drops its older messages,
    and answers 200. So a count of half the window means a cut, if the prompt can have been too long at all: a token
    stands for a byte at least. And the least that a prompt can be is one token a word, since tokenizers split at white
    space before anything else (prose has 1.3 to 2.5 tokens a word); half of that is asked for, so that a tokenizer
    that joins words, or a server that leaves a cached part out of its count, raises no false alarm.

    Args:
        texts: The contents of the messages sent.
        counted: The server's `prompt_eval_count`; 0 or less says nothing.
        window: Tokens of the context window asked for.
    """
    if counted <= 0:
        return False
    longest = _MOST_BYTES * sum(approximate_tokens(text) for text in texts)
    if longest > window and 0 <= counted - window // 2 <= _OVER_HALF:
        return True
    return counted < sum(len(text.split()) for text in texts) / 2
