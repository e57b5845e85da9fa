"""One flat settings class; every setting has an environment variable, named in its metadata."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from rag.errors import SettingsError

__all__ = ["DEFAULT_HOST", "Settings", "environment_variables"]

DEFAULT_HOST = "http://127.0.0.1:11434"


def _setting(env: str, default: Any, help: str) -> Any:
    return field(default=default, metadata={"env": env, "help": help})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How an assistant works. `Settings()` is the default; `Settings.from_environment()` reads the variables.

    Raises:
        SettingsError: A value is out of range or not of its type.
    """

    home: Path | None = _setting("NEWSCITE_HOME", None, "folder of the library; unset: the platform's data folder")
    embedding: str = _setting("NEWSCITE_EMBEDDING", "bundled", "'bundled', or a sentence-transformers name or folder")
    reranker: str | None = _setting("NEWSCITE_RERANKER", None, "a cross-encoder of sentence-transformers, by name")
    nli: str | None = _setting("NEWSCITE_NLI", None, "a cross-encoder for inference (NLI), by name: one more check of "
                               "what a model writes")
    chroma_url: str | None = _setting("NEWSCITE_CHROMA_URL", None, "a Chroma server; unset: embedded")
    ollama_host: str = _setting("OLLAMA_HOST", DEFAULT_HOST, "address of the Ollama server")
    model: str | None = _setting("NEWSCITE_MODEL", None, "Ollama model; unset: the best installed chat model")
    writer: str = _setting("NEWSCITE_WRITER", "auto", "'auto' (by the model's size), 'sentence', 'free', 'translated' "
                           "(quotes with a machine translation) or 'quotes' (no model is asked)")
    second_look: str = _setting("NEWSCITE_SECOND_LOOK", "auto", "ask the model whether the evidence answers, before it "
                                "writes: 'auto' (all but the smallest models), 'on' or 'off'")
    rephrase: str = _setting("NEWSCITE_REPHRASE", "auto", "search once more with the model's wording where the first "
                             "search is weak: 'auto' (larger models), 'on' or 'off'")
    extra_calls: int = _setting("NEWSCITE_EXTRA_CALLS", 5, "calls of the model at most, for one answer, to write a "
                                "refused sentence again and to translate quotes; 0 to 50")
    language: str | None = _setting("NEWSCITE_LANGUAGE", None, "language of answers (ISO 639-1); unset: the question's")
    k: int = _setting("NEWSCITE_K", 10, "passages read for an answer")
    max_evidence: int = _setting("NEWSCITE_MAX_EVIDENCE", 6, "sentences cited at most in an answer")
    risk: float = _setting("NEWSCITE_RISK", 0.05, "share of answerable questions that may be refused, 0.01 to 0.5")
    num_ctx: int = _setting("NEWSCITE_NUM_CTX", 4096, "context window asked of Ollama, in tokens, on every call")
    answer_tokens: int = _setting("NEWSCITE_ANSWER_TOKENS", 400, "tokens written at most in one call")
    connect_seconds: float = _setting("NEWSCITE_CONNECT_SECONDS", 2.0, "time to reach the Ollama server")
    first_token_seconds: float = _setting("NEWSCITE_FIRST_TOKEN_SECONDS", 120.0, "time until a call's first token")
    answer_seconds: float = _setting("NEWSCITE_ANSWER_SECONDS", 300.0, "time for a whole answer")
    lock_seconds: float = _setting("NEWSCITE_LOCK_SECONDS", 30.0, "time to wait for another process that writes")
    max_file_mb: int = _setting("NEWSCITE_MAX_FILE_MB", 50, "largest file that is read, in MiB")
    max_question_chars: int = _setting("NEWSCITE_MAX_QUESTION_CHARS", 4000, "longest question, in characters")
    threads: int = _setting("NEWSCITE_THREADS", 0, "threads of the embedding model; 0: one a core, at most 4")

    log: str = _setting("NEWSCITE_LOG", "info", "what the log in the library's folder keeps: 'off', 'info' or 'debug'")

    def __post_init__(self) -> None:
        _require(self.log in ("off", "info", "debug"), "NEWSCITE_LOG", self.log, "off, info or debug")
        _require(0.01 <= self.risk <= 0.5, "NEWSCITE_RISK", self.risk, "a number from 0.01 to 0.5")
        _require(self.writer in ("auto", "sentence", "free", "translated", "quotes"), "NEWSCITE_WRITER", self.writer,
                 "auto, sentence, free, translated or quotes")
        for name in ("second_look", "rephrase"):
            _require(getattr(self, name) in ("auto", "on", "off"), f"NEWSCITE_{name.upper()}", getattr(self, name),
                     "auto, on or off")
        _require(0 <= self.extra_calls <= 50, "NEWSCITE_EXTRA_CALLS", self.extra_calls, "from 0 to 50")
        _require(512 <= self.num_ctx <= 1_000_000, "NEWSCITE_NUM_CTX", self.num_ctx, "a whole number from 512")
        _require(16 <= self.answer_tokens <= self.num_ctx // 2, "NEWSCITE_ANSWER_TOKENS", self.answer_tokens,
                 "from 16 to half of NEWSCITE_NUM_CTX")
        _require(1 <= self.k <= 100, "NEWSCITE_K", self.k, "a whole number from 1 to 100")
        _require(1 <= self.max_evidence <= 20, "NEWSCITE_MAX_EVIDENCE", self.max_evidence, "from 1 to 20")
        _require(self.max_file_mb >= 1, "NEWSCITE_MAX_FILE_MB", self.max_file_mb, "at least 1")
        _require(self.max_question_chars >= 1, "NEWSCITE_MAX_QUESTION_CHARS", self.max_question_chars, "at least 1")
        _require(0 <= self.threads <= 256, "NEWSCITE_THREADS", self.threads, "from 0 to 256")
        for name in ("connect_seconds", "first_token_seconds", "answer_seconds"):
            _require(getattr(self, name) > 0, f"NEWSCITE_{name.upper()}", getattr(self, name), "more than 0")
        _require(self.lock_seconds >= 0, "NEWSCITE_LOCK_SECONDS", self.lock_seconds, "0 or more")
        object.__setattr__(self, "ollama_host", _ollama_url(self.ollama_host))
        if self.chroma_url is not None:
            parts = urlsplit(self.chroma_url)
            _require(parts.scheme in ("http", "https") and bool(parts.hostname), "NEWSCITE_CHROMA_URL",
                     self.chroma_url, "an address such as http://127.0.0.1:8000")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None, **overrides: Any) -> Settings:
        """Reads every variable that is set and not empty; keyword arguments that are not None win over them.

        Args:
            environment: Read instead of `os.environ`.
            **overrides: Settings by their Python names.
        """
        source = os.environ if environment is None else environment
        values: dict[str, Any] = {}
        for item in fields(cls):
            raw = source.get(item.metadata["env"], "").strip()
            if raw:
                values[item.name] = _parse(item.metadata["env"], str(item.type), raw)
        return cls(**(values | {name: value for name, value in overrides.items() if value is not None}))

    @property
    def folder(self) -> Path:
        """The library's folder, absolute; it need not exist yet."""
        if self.home is not None:
            return Path(self.home).expanduser().absolute()
        from platformdirs import user_data_path

        return user_data_path("newscite", appauthor=False)


def environment_variables() -> dict[str, str]:
    """Returns every variable with its one-line help, in the order of the settings."""
    return {item.metadata["env"]: item.metadata["help"] for item in fields(Settings)}


def _require(holds: bool, variable: str, value: object, wanted: str) -> None:
    if not holds:
        raise SettingsError(f"{variable} is {value!r}.", f"Set it to {wanted}.")


def _parse(variable: str, kind: str, raw: str) -> Any:
    base = kind.removesuffix(" | None")
    try:
        return {"int": int, "float": float, "Path": Path, "str": str}[base](raw)
    except ValueError:
        wanted = {"int": "a whole number", "float": "a number"}[base]
        raise SettingsError(f"{variable} is {raw!r}.", f"Set it to {wanted}.") from None


def _ollama_url(host: str) -> str:
    """Normalises OLLAMA_HOST as Ollama's own client does: scheme and port optional, 0.0.0.0 means this machine."""
    text = host.strip() if "://" in host else f"http://{host.strip()}"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        port = -1
        parts = urlsplit("")
    _require(parts.scheme in ("http", "https") and bool(parts.hostname) and port != -1, "OLLAMA_HOST", host,
             "an address such as 127.0.0.1:11434")
    default = 11434 if "://" not in host else {"http": 80, "https": 443}[parts.scheme]
    name = "127.0.0.1" if parts.hostname in ("0.0.0.0", "::") else str(parts.hostname)  # noqa: S104
    name = f"[{name}]" if ":" in name else name
    return f"{parts.scheme}://{name}:{port or default}{parts.path.rstrip('/')}"
