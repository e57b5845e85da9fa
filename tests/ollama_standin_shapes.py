"""What goes over the wire: the requests, and the JSON that an Ollama server sends, as recorded; pure functions."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ollama_standin_faults import Fault, StandinModel

__all__ = ["Disconnect", "Request", "count_tokens", "cut_to", "dump", "incapable", "joined", "lines", "listed", "refusal", "running",
           "seen_by", "shown", "too_long", "unload_or_load"]

_PIECE = re.compile(r"\s*\w{1,6}|\s*[^\w\s]|\s+")
_TOKEN = re.compile(r"\w{1,4}|[^\w\s]")


@dataclass(frozen=True)
class Request:
    """A request as received; `body` is the parsed JSON, or None."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any
    at: float


@dataclass(frozen=True)
class Disconnect:
    """A client that went before its reply was whole: when (time.monotonic) and after how many pieces."""

    path: str
    at: float
    pieces: int


def refusal(path: str, body: Any, raw: bytes) -> str | None:
    """Returns the words of the 400 that a POST deserves before any model is looked up."""
    if not raw:
        return "missing request body"
    if not isinstance(body, dict):
        return "unexpected EOF"
    if not body.get("model"):
        return "model is required"
    if not re.fullmatch(r"[\w./:-]+", str(body["model"])):
        return "invalid model name"
    if not 0 <= body.get("top_logprobs", 0) <= 20:
        return "top_logprobs must be between 0 and 20"
    if path == "/api/chat" and not isinstance(body.get("messages", []), list):
        return "json: cannot unmarshal string into Go struct field ChatRequest.messages of type []api.Message"
    return None


def seen_by(template: str | None, messages: list[dict[str, str]]) -> list[dict[str, str]]:
    """Returns the messages that a chat template writes: one that knows no roles has no place for a system message."""
    if not template or "{{" not in template or "System" in template or "Role" in template:
        return messages
    return [message for message in messages if message.get("role") != "system"]


def incapable(path: str, body: dict[str, Any], capabilities: tuple[str, ...]) -> str | None:
    """Returns the words of the 400 for what the model cannot do. Stricter than recorded: any `think` is refused."""
    if "completion" not in capabilities:
        return f'"{body["model"]}" does not support {path.rpartition("/")[2]}'
    if "think" in body and "thinking" not in capabilities:
        return f'"{body["model"]}" does not support thinking'
    return None


def count_tokens(messages: list[dict[str, str]]) -> int:
    """Returns a simple, stable count: one token for up to four letters and for each sign, four for a message."""
    return sum(len(_TOKEN.findall(message["content"])) + 4 for message in messages)


def cut_to(messages: list[dict[str, str]], counted: int, kept: int) -> list[dict[str, str]]:
    """Returns the end of a prompt of `counted` tokens, of which `kept` are kept; what stood first is lost."""
    text = "\n".join(message["content"] for message in messages)
    return [{"role": "user", "content": text[-(len(text) * kept // counted):]}]


def unload_or_load(name: str, chat: bool) -> dict[str, Any]:
    """The reply to a request without messages: the model is only loaded."""
    return chunk(name, chat, "") | {"done": True, "done_reason": "load"}


def lines(name: str, chat: bool, text: str, counted: int, options: dict[str, Any],
          fault: Fault | None, told: dict[str, float] | None = None) -> Iterator[dict[str, Any] | str]:
    """Yields the lines of a generation, the last with its counts; a string is sent as it is.

    `told`: probabilities of the first word, by word, where they were asked for.
    """
    kind, after = (fault.kind, fault.after) if fault else ("", 0)
    for stop in options.get("stop") or ():
        text = text.partition(stop)[0]
    pieces = _PIECE.findall(text)
    limit = options.get("num_predict", -1)
    most = min(limit if limit > 0 else len(pieces), after if kind == "length" else len(pieces))
    reason = "stop" if most >= len(pieces) else "length"
    if kind == "thoughts" and fault:
        for piece in _PIECE.findall(fault.text):
            thought = chunk(name, chat, "")
            (thought["message"] if chat else thought)["thinking"] = piece
            yield thought
    for number, piece in enumerate(pieces[:most]):
        if kind in ("bad_line", "error_line", "no_done") and number == after:
            break
        yield chunk(name, chat, piece) | ({} if told is None else weighed(piece, {} if number else told))
    if kind == "no_done":
        return
    if kind == "bad_line" and fault:
        yield fault.text
    if kind == "error_line" and fault:
        yield {"error": fault.text}
        return
    yield chunk(name, chat, "") | {
        "done": True, "done_reason": fault.text if fault and kind == "ends" else reason, "total_duration": 3571078205,
        "load_duration": 7052333, "prompt_eval_count": counted, "prompt_eval_duration": 2405264000,
        "eval_count": most + (reason == "stop"), "eval_duration": 1146897000,
    }


def chunk(name: str, chat: bool, text: str) -> dict[str, Any]:
    said: dict[str, Any] = {"message": {"role": "assistant", "content": text}} if chat else {"response": text}
    return {"model": name, "created_at": "2026-11-21T22:50:31.192692769Z", **said, "done": False}


def weighed(piece: str, told: dict[str, float]) -> dict[str, Any]:
    """The log-probabilities of a piece; one that nothing is told of was certain."""
    top = [_token(word, probability) for word, probability in (told or {piece: 1.0}).items()]
    return {"logprobs": [_token(piece, told.get(piece, 1.0)) | {"top_logprobs": top}]}


def _token(word: str, probability: float) -> dict[str, Any]:
    return {"token": word, "logprob": math.log(probability), "bytes": list(word.encode())}


def joined(lines: list[Any], chat: bool) -> dict[str, Any]:
    last = dict(lines[-1])
    if weights := [token for line in lines for token in line.get("logprobs", [])]:
        last["logprobs"] = weights
    if chat:
        last["message"] = {"role": "assistant", "content": "".join(line["message"]["content"] for line in lines)}
    else:
        last["response"] = "".join(line["response"] for line in lines)
    return last


def listed(model: StandinModel) -> dict[str, Any]:
    found: dict[str, Any] = {"name": model.name, "model": model.name, "modified_at": "2026-11-21T22:50:02.780827224Z",
                             "size": 98362745, "digest": model.digest, "details": details(model),
                             "capabilities": ["completion"]}
    if "embedding" not in (model.capabilities or ()):
        found["details"] |= {"context_length": model.context_length, "embedding_length": 576}
    if model.remote_host is not None:
        found |= {"remote_host": model.remote_host, "remote_model": model.name.partition(":")[0]}
    return found


def running(model: StandinModel, window: int) -> dict[str, Any]:
    return {"name": model.name, "model": model.name, "size": 209505483, "digest": model.digest,
            "details": details(model), "expires_at": "2026-11-21T22:55:28.768842043Z", "size_vram": 0,
            "context_length": window}


def shown(model: StandinModel) -> dict[str, Any]:
    shown: dict[str, Any] = {"modelfile": f"# FROM {model.name}\n", "parameters": 'stop "<|im_end|>"'}
    if model.template is not None:
        shown["template"] = model.template
    shown |= {"details": details(model),
              "model_info": {"general.architecture": model.family, f"{model.family}.context_length":
                             model.context_length, "tokenizer.ggml.tokens": None},
              "modified_at": "2026-11-21T22:50:02.780827224Z"}
    if model.capabilities is not None:
        shown["capabilities"] = list(model.capabilities)
    return shown


def details(model: StandinModel) -> dict[str, Any]:
    return {"parent_model": "", "format": "gguf", "family": model.family, "families": [model.family],
            "parameter_size": model.parameter_size, "quantization_level": "Q4_K_M"}


def too_long(tokens: int, window: int) -> str:
    message = f"request ({tokens} tokens) exceeds the available context size ({window} tokens), try increasing it"
    return dump({"error": {"code": 400, "message": message, "type": "exceed_context_size_error",
                            "n_prompt_tokens": tokens, "n_ctx": window}}).decode()


def dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
