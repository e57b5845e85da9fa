"""How many tokens a text can be at most, for budgets, and at least, to notice a server that cut the prompt."""

from __future__ import annotations

__all__ = ["approximate_tokens", "was_cut"]


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


def was_cut(texts: tuple[str, ...], counted: int, window: int) -> bool:
    """Tells whether a server that counted `counted` prompt tokens cannot have read all of `texts`.

    Ollama cuts a prompt that is too long to about half of the window, or drops its older messages, and answers 200.
    The least that a prompt can be is one token a word: tokenizers split at white space before anything else (and
    prose in fact has 1.3 to 2.5 tokens a word). All the words are asked for only where the prompt may not have
    fitted `window`, the one case in which a cut is expected; else half of them are, so that a tokenizer that joins
    words, or a server that leaves a cached part out of its count, raises no false alarm in the daily case.

    Args:
        texts: The contents of the messages sent.
        counted: The server's `prompt_eval_count`; 0 or less says nothing.
        window: Tokens of the context window asked for.
    """
    words = sum(len(text.split()) for text in texts)
    fits = sum(approximate_tokens(text) for text in texts) <= window
    return 0 < counted < (words / 2 if fits else words)
