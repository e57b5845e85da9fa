"""The models that the Ollama stand-in can have, and what can go wrong with one request to it."""

from __future__ import annotations

from dataclasses import dataclass

from ollama_standin_shapes import dump, too_long

__all__ = ["Fault", "StandinModel"]


@dataclass(frozen=True)
class StandinModel:
    """An installed model.

    Attributes:
        capabilities: Those of /api/show.
        template: None leaves it out of /api/show. One without a place for system messages loses them.
        refuses_think: Answers 400 to `think: false`, though it says that it thinks.
    """

    name: str = "qwen2.5:7b"
    parameter_size: str = "7.6B"
    capabilities: tuple[str, ...] | None = ("completion", "tools")
    context_length: int = 32768
    template: str | None = "{{- range .Messages }}<|im_start|>{{ .Role }}\n{{ .Content }}<|im_end|>\n{{ end }}"
    family: str = "qwen2"
    digest: str = "fd5f44c0b5aff6453726119fc560d73a8a995a55b4a49804bc24b1969ecf1794"
    remote_host: str | None = None
    refuses_think: bool = False

    @classmethod
    def small(cls) -> StandinModel:
        """A model of 1.5 billion parameters."""
        return cls(name="qwen2.5:1.5b", parameter_size="1.5B")

    @classmethod
    def embedding(cls, name: str = "all-minilm:latest", parameter_size: str = "22.57M") -> StandinModel:
        """A model for embeddings: /api/tags calls it a completion model, /api/show knows better."""
        return cls(name=name, parameter_size=parameter_size, capabilities=("embedding",), context_length=512,
                   template="{{ .Prompt }}", family="bert")

    @classmethod
    def thinking(cls) -> StandinModel:
        """A reasoning model."""
        return cls(name="qwen3:4b", parameter_size="4.0B", capabilities=("completion", "tools", "thinking"))


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one request.

    Attributes:
        kind: See the class methods, one each.
        after: Pieces sent before it, or bytes for `cut`, `reset`, `halt` and `corrupt`.
        seconds: Of `hang` at most, or between two pieces or bytes.
    """

    kind: str
    after: int = 0
    seconds: float = 0.0
    status: int = 0
    body: bytes = b""
    text: str = ""
    headers: tuple[tuple[str, str], ...] = ()

    @classmethod
    def hang(cls, seconds: float = 60.0) -> Fault:
        """No headers for `seconds`, then the answer: a queue, a model that loads, a long prompt."""
        return cls("hang", seconds=seconds)

    @classmethod
    def stall(cls, after: int = 2, seconds: float = 60.0) -> Fault:
        """Silence for `seconds` after some pieces."""
        return cls("stall", after=after, seconds=seconds)

    @classmethod
    def slow(cls, seconds: float = 0.05) -> Fault:
        """A healthy answer, that many seconds a piece."""
        return cls("slow", seconds=seconds)

    @classmethod
    def drip(cls, seconds: float = 0.05) -> Fault:
        """The answer's bytes one at a time, the headers at once."""
        return cls("drip", seconds=seconds)

    @classmethod
    def drip_headers(cls, seconds: float = 0.05) -> Fault:
        """Header bytes one at a time, without end."""
        return cls("drip_headers", seconds=seconds)

    @classmethod
    def of_status(cls, status: int, error: str | bytes, headers: tuple[tuple[str, str], ...] = ()) -> Fault:
        """A status with `{"error": error}`, or with those bytes."""
        body = error if isinstance(error, bytes) else dump({"error": error})
        return cls("status", status=status, body=body, headers=headers)

    @classmethod
    def missing(cls, name: str = "qwen2.5:7b") -> Fault:
        """404: the model is gone."""
        return cls.of_status(404, f"model '{name}' not found")

    @classmethod
    def broken(cls) -> Fault:
        """500: the weights are damaged."""
        return cls.of_status(500, 'tensor "token_embd.weight" offset+size (184785600) exceeds file size (100000000)')

    @classmethod
    def busy(cls) -> Fault:
        """503: the queue is full."""
        return cls.of_status(503, "server busy, please try again.  maximum pending requests exceeded")

    @classmethod
    def too_long(cls, tokens: int = 9000, num_ctx: int = 4096) -> Fault:
        """400: `exceed_context_size_error`, as JSON within a string."""
        return cls.of_status(400, too_long(tokens, num_ctx))

    @classmethod
    def redirect(cls, target: str) -> Fault:
        """302 to another address."""
        return cls("status", status=302, headers=(("Location", target),))

    @classmethod
    def bad_line(cls, after: int = 2, line: str = '{"model":"qwen2.5:7b","mess') -> Fault:
        """A line that is not JSON."""
        return cls("bad_line", after=after, text=line)

    @classmethod
    def error_line(cls, after: int = 2,
                   words: str = "an error was encountered while running the model: unexpected EOF") -> Fault:
        """200, some pieces, then `{"error": ...}` and a clean end: the runner died."""
        return cls("error_line", after=after, text=words)

    @classmethod
    def no_done(cls, after: int = 1000) -> Fault:
        """A clean end of the stream without `done`: the server gave up on a model that repeats itself."""
        return cls("no_done", after=after)

    @classmethod
    def cut(cls, after: int) -> Fault:
        """The TCP connection ends after `after` bytes of the reply, headers counted."""
        return cls("cut", after=after)

    @classmethod
    def reset(cls, after: int) -> Fault:
        """The same by a TCP reset: the server's machine or process died."""
        return cls("reset", after=after)

    @classmethod
    def halt(cls, after: int, seconds: float = 60.0) -> Fault:
        """Silence for `seconds` after `after` bytes of the reply, headers counted, and the connection stays open."""
        return cls("halt", after=after, seconds=seconds)

    @classmethod
    def corrupt(cls, after: int, byte: int = 0x21) -> Fault:
        """The byte after the first `after` of the reply, headers counted, is another one."""
        return cls("corrupt", after=after, status=byte)

    @classmethod
    def truncated(cls, counted: int | None = None) -> Fault:
        """200 for any length, the prompt cut: only `prompt_eval_count` tells (None: a tenth of what was sent)."""
        return cls("truncated", after=counted or 0)

    @classmethod
    def length(cls, after: int = 5) -> Fault:
        """The answer ends at so many pieces with `done_reason` "length"."""
        return cls("length", after=after)

    @classmethod
    def ends(cls, reason: str) -> Fault:
        """The answer ends with another `done_reason`, such as "unload"."""
        return cls("ends", text=reason)

    @classmethod
    def thoughts(cls, text: str) -> Fault:
        """`text` comes first, in `message.thinking`, whatever `think` was."""
        return cls("thoughts", text=text)

    @classmethod
    def instead(cls, text: str) -> Fault:
        """Another text than the scripted one, for this request alone; "" is an empty answer."""
        return cls("instead", text=text)
