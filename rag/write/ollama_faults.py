"""From what an Ollama server says or does wrong to the errors of rag, each with the server's own words and a remedy."""

from __future__ import annotations

import json
from typing import Any, cast

from rag.errors import (
    ModelBusyError,
    ModelDeadlineError,
    ModelError,
    ModelInterruptedError,
    ModelNotFoundError,
    ModelUnreachableError,
    PromptTooLongError,
)

__all__ = [
    "RECOMMENDED_MODEL", "answer_of", "closed", "interrupted", "not_chatting", "not_finished", "not_found",
    "not_ollama", "not_usable", "one_line", "prompt_too_long", "refused", "server_words", "too_slow", "unreachable",
]

# Multilingual (English, German and Dutch alike), made for chat, and its 4-bit weights (4.7 GB) and window fit 8 GB.
RECOMMENDED_MODEL = "qwen2.5:7b"

_LONGEST_WORDS = 200
_RETRY = "Ask again; if it happens again, restart Ollama."
# All three wordings were recorded of one version: which of them comes depends on the model's template engine.
_TOO_LONG = ("exceed_context_size_error", "context length", "context size")


def one_line(text: str, longest: int = _LONGEST_WORDS) -> str:
    """Returns foreign text fit for a message: one line, nothing a terminal would obey, at most `longest` characters."""
    # The slice comes first: a server may send megabytes, and nothing past it can be shown.
    visible = "".join(c if c.isprintable() else " " for c in text[: 4 * longest])
    line = " ".join(visible.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def server_words(body: bytes) -> str:
    """Returns the reason in an error reply: `{"error": "..."}`, the same as JSON inside that string, or plain text."""
    text = body.decode("utf-8", "replace").strip()
    for _ in range(3):
        try:
            value: Any = json.loads(text)
        except (ValueError, RecursionError):
            break
        while isinstance(value, dict) and ("error" in value or "message" in value):
            fields = cast("dict[str, Any]", value)
            value = fields.get("error", fields.get("message"))
            if fields.get("type") == _TOO_LONG[0] and not _says_too_long(str(value)):
                value = f"{_TOO_LONG[0]}: {value}"
        if not isinstance(value, str):
            break
        text = value
    return one_line(text)


def unreachable(host: str, cause: str) -> ModelUnreachableError:
    """No connection could be made to `host`."""
    detail = f" ({cause})" if cause else ""
    return ModelUnreachableError(f"No Ollama server answers at {host}{detail}.",
                                 "Start it with `ollama serve`, or set OLLAMA_HOST to its address.")


def not_ollama(host: str, what: str) -> ModelUnreachableError:
    """Something answers at `host`, but not as Ollama does."""
    return ModelUnreachableError(f"What answers at {host} is not an Ollama server: {_bare(what)}.",
                                 "Set OLLAMA_HOST to the address of an Ollama server.")


def not_usable(error: Exception) -> ModelError:
    """The HTTP library cannot be set up on this machine, or the package over it cannot be imported."""
    return ModelError(f"Ollama cannot be asked from here: {_bare(one_line(str(error))) or type(error).__name__}.",
                      "Correct or unset the proxy and certificate variables (ALL_PROXY, HTTP_PROXY, HTTPS_PROXY, "
                      "SSL_CERT_FILE).")


def not_found(name: str | None, installed: tuple[str, ...] = ()) -> ModelNotFoundError:
    """The model `name`, or where it is None any chat model, is not installed."""
    if name is None:
        return ModelNotFoundError("Ollama has no chat model installed.", f"Run: ollama pull {RECOMMENDED_MODEL}")
    others = f" (installed: {one_line(', '.join(installed), 120)})" if installed else ""
    return ModelNotFoundError(f"Ollama has no model named {one_line(name, 100)!r}{others}.",
                              f"Run: ollama pull {one_line(name, 100)}")


def not_chatting(name: str) -> ModelNotFoundError:
    """The model is installed but cannot chat, for example since it makes embeddings."""
    return ModelNotFoundError(f"The Ollama model {one_line(name, 100)!r} cannot chat.",
                              "Set NEWSCITE_MODEL to a chat model, or leave it unset; if there is none, "
                              f"run: ollama pull {RECOMMENDED_MODEL}")


def answer_of(model: str) -> str:
    """Returns how messages name what `model` writes."""
    return f"The answer of {one_line(model, 100)}"


def interrupted(what: str, how: str) -> ModelInterruptedError:
    """`what`, such as "The answer of x", broke off."""
    return ModelInterruptedError(f"{what} broke off: {_bare(how)}.", _RETRY)


def closed(what: str) -> ModelInterruptedError:
    """The caller itself stopped `what`; whatever had come of its text is not whole."""
    return ModelInterruptedError(f"{what} was stopped before its end.", "Ask again to have it whole.")


def too_slow(what: str, seconds: float, variable: str | None) -> ModelDeadlineError:
    """`what` (such as "The answer of x had not begun") after `seconds`, the limit set by `variable`."""
    remedy = "Restart Ollama, or set OLLAMA_HOST to another server."
    if variable is not None:
        remedy = f"Choose a smaller model with NEWSCITE_MODEL, or raise {variable}."
    return ModelDeadlineError(f"{what} after {seconds:g} s.", remedy)


def not_finished(model: str, reason: str) -> ModelInterruptedError:
    """The server ended the answer for a reason that is neither `stop` nor `length`."""
    return interrupted(answer_of(model), f"the server ended it with {one_line(reason, 40)!r}")


def prompt_too_long(words: str, num_ctx: int) -> PromptTooLongError:
    """The prompt did not fit, by the server's word or by its count."""
    return PromptTooLongError(f"The prompt does not fit the model's window of {num_ctx} tokens: {_bare(words)}.",
                              "Ask a shorter question, lower NEWSCITE_K or NEWSCITE_MAX_EVIDENCE, or raise "
                              "NEWSCITE_NUM_CTX.")


def refused(status: int, words: str, *, host: str, model: str, num_ctx: int) -> ModelError:
    """Returns the error of a request that was answered with `status` instead of 200, saying `words`."""
    lower = words.lower()
    if _says_too_long(words):
        return prompt_too_long(words, num_ctx)
    if "does not support chat" in lower:
        return not_chatting(model)
    if status == 404 and "model" in lower:
        return not_found(model)
    if "running the model" in lower:
        return interrupted(answer_of(model), words)
    return _by_status(status, words if words.startswith(str(status)) else f"{status} {words}".strip(), host, model)


def _says_too_long(words: str) -> bool:
    lower = words.lower()
    return any(mark in lower for mark in _TOO_LONG)


def _bare(words: str) -> str:
    """Returns foreign words without their own full stop: they stand at the end of a sentence of ours."""
    return words.rstrip(". ")


def _by_status(status: int, said: str, host: str, model: str) -> ModelError:
    said = _bare(said)
    if status == 503:
        return ModelBusyError(f"Ollama at {host} is busy: {said}.", "Wait for its other requests, then ask again.")
    if status in (401, 403):
        return ModelUnreachableError(f"Ollama at {host} refuses this machine: {said}.",
                                     "Set OLLAMA_HOST to 127.0.0.1:11434 on the server's own machine, or allow this "
                                     "one by OLLAMA_ORIGINS there.")
    # Redirects are not followed: the prompt holds the user's articles and goes to the configured server or nowhere.
    if 300 <= status < 400 or status in (404, 405):
        return not_ollama(host, f"it answers {said}")
    return ModelError(f"Ollama at {host} could not run {one_line(model, 100)}: {said}.",
                      "Look into Ollama's log, or choose another model with NEWSCITE_MODEL.")
