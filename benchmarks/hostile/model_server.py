"""A model's server that fails at every byte of its reply, and what its client makes of each failure.

A failure has to end in an error or in the very answer, within the deadline; what comes of a part may never pass for the
whole. Needs the stand-in for Ollama of the tests on the path of imports.
"""

from __future__ import annotations

import contextlib
import random
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rag.errors import ModelError
from rag.settings import Settings
from rag.write.model import Message
from rag.write.ollama import OllamaServer

if TYPE_CHECKING:
    from ollama_standin import Fault, OllamaStandin

    from rag.write.ollama import OllamaModel

__all__ = ["ANSWER", "FaultReport", "cancelled_after", "down_after", "every_fault", "inject", "reply_length"]

ANSWER = "The national bank says that the deficit grew to 9.1 billion euros [1]. In 2022 it was “größer” than ever [2]."
_ASKED = [Message("user", "How large was the deficit?")]
_DEADLINE = 0.6
_SLACK = 1.4
_BYTES = (0x00, 0x0A, 0x0D, 0x22, 0x30, 0x39, 0x5C, 0x7B, 0x7D, 0x80, 0xC3, 0xFF, 0x2C, 0x61)


@dataclass(slots=True)
class FaultReport:
    """What came of the faults.

    Attributes:
        faults: Injected, by kind.
        ended: How they ended: "error" or "whole".
        wrong: What broke a promise, in words.
        slowest: Seconds from asking to the end, at most.
        freed: Seconds until the server saw that it was given up, at most.
    """

    faults: Counter[str] = field(default_factory=Counter[str])
    ended: Counter[str] = field(default_factory=Counter[str])
    wrong: list[str] = field(default_factory=list[str])
    slowest: float = 0.0
    freed: float = 0.0


def reply_length(ollama: OllamaStandin, model: OllamaModel) -> int:
    """Returns how many bytes a whole reply of the stand-in has, headers and chunks counted."""
    list(model.stream(_ASKED, max_tokens=400))
    request = (
        b'{"model":"qwen2.5:7b","stream":true,"messages":[{"role":"user","content":"x"}],"options":{"num_predict":400}}'
    )
    with socket.create_connection(("127.0.0.1", ollama.port), timeout=5) as connection:
        connection.sendall(
            b"POST /api/chat HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
            + str(len(request)).encode()
            + b"\r\n\r\n"
            + request
        )
        came = b""
        while not came.endswith(b"0\r\n\r\n"):
            came += connection.recv(65536)
    return len(came)


def every_fault(length: int, count: int, seed: int = 0) -> Iterator[Fault]:
    """Yields faults spread over all bytes of a reply of `length`, the kinds in turn, then those of whole replies."""
    from ollama_standin import Fault

    drawn = random.Random(f"faults/{seed}")  # noqa: S311 - attacks that can be made again
    whole = _whole_replies()
    yield from whole[:count]
    spread = max(1, (count - len(whole)))
    for number in range(count - len(whole)):
        at = number * length // spread
        match number % 6:
            case 0 | 1:
                yield Fault.cut(at)
            case 2:
                yield Fault.reset(at)
            case 3 | 4:
                yield Fault.corrupt(at, drawn.choice(_BYTES))
            case _:
                yield Fault.halt(at, 30)


def _whole_replies() -> list[Fault]:
    from ollama_standin import Fault

    return [
        Fault.broken(),
        Fault.busy(),
        Fault.missing(),
        Fault.too_long(),
        Fault.redirect("http://127.0.0.1:1/"),
        Fault.error_line(0),
        Fault.error_line(3),
        Fault.no_done(0),
        Fault.no_done(5),
        Fault.bad_line(0),
        Fault.bad_line(4),
        Fault.truncated(1),
        Fault.drip_headers(0.02),
        Fault.stall(0),
        Fault.stall(3),
        Fault.hang(),
        Fault.ends("unload"),
        Fault.ends("load"),
        Fault.bad_line(2, "null"),
        Fault.bad_line(2, "[]"),
        Fault.bad_line(2, '"x"'),
        Fault.bad_line(2, "{}"),
        Fault.bad_line(2, "1" * 5000),
        Fault.bad_line(2, '{"message": 5, "done": false}'),
        Fault.bad_line(2, "[" * 100_000),
        Fault.of_status(200, b"<html>Welcome</html>"),
        Fault.of_status(200, b""),
        Fault.of_status(204, b""),
        Fault.of_status(500, b"\xff\xfe"),
        Fault.of_status(418, b"{" * 70_000),
    ]


def inject(ollama: OllamaStandin, faults: Iterator[Fault]) -> FaultReport:
    """Asks once under each fault, and once more without: the client recovers without being made anew."""
    report = FaultReport()
    server = OllamaServer(Settings(ollama_host=ollama.url, first_token_seconds=_DEADLINE, answer_seconds=_DEADLINE))
    try:
        model = server.choose(None)
        for fault in faults:
            _one(ollama, model, fault, report)
    finally:
        server.close()
    return report


def _one(ollama: OllamaStandin, model: OllamaModel, fault: Fault, report: FaultReport) -> None:
    name = f"{fault.kind} at {fault.after}"
    # A busy server is asked again.
    ollama.faults.extend([fault] * 3 if fault.status == 503 else [fault])
    report.faults[fault.kind] += 1
    began = time.monotonic()
    stream, text = model.stream(_ASKED, max_tokens=400), ""
    try:
        for piece in stream:
            text += piece
        ended = "whole"
    except ModelError as error:
        ended = "error"
        if not (error.message and error.remedy):
            report.wrong.append(f"{name}: an error without a remedy")
    took = time.monotonic() - began
    ollama.faults.clear()
    report.ended[ended] += 1
    report.slowest = max(report.slowest, took)
    if took > _DEADLINE + _SLACK:
        report.wrong.append(f"{name}: ended after {took:.1f} s")
    if ended == "error" and stream.finish is not None and text != ANSWER:
        report.wrong.append(f"{name}: a part is marked as finished")
    if ended == "whole" and not _is_whole(text, fault):
        report.wrong.append(f"{name}: {text!r} passes for the answer")
    _recovered(ollama, model, name, report)


def _recovered(ollama: OllamaStandin, model: OllamaModel, name: str, report: FaultReport) -> None:
    began = time.monotonic()
    try:
        again = "".join(model.stream(_ASKED, max_tokens=400))
    except ModelError as error:
        report.wrong.append(f"{name}: no recovery: {error}")
        return
    took = time.monotonic() - began
    report.freed = max(report.freed, took)
    if again != ANSWER or took > 2:
        report.wrong.append(f"{name}: the next answer took {took:.1f} s, {again!r}")


def _is_whole(text: str, fault: Fault) -> bool:
    """One other byte may make another letter, which nobody can see; it may not take anything away."""
    if text == ANSWER:
        return True
    if fault.kind != "corrupt":
        return False
    # A byte within an escape or a letter of two bytes may change the length by a few.
    return abs(len(text) - len(ANSWER)) <= 2 and sum(a != b for a, b in zip(text, ANSWER, strict=False)) <= len(ANSWER)


def down_after(host: str, connect_seconds: float = 2.0) -> float:
    """Returns the seconds until a server that is not there is reported; raises where it is not."""
    server = OllamaServer(Settings(ollama_host=host, connect_seconds=connect_seconds))
    began = time.monotonic()
    try:
        server.choose(None)
    except ModelError:
        return time.monotonic() - began
    finally:
        server.close()
    raise AssertionError(f"{host} answers")


def cancelled_after(ollama: OllamaStandin, seconds: float) -> float:
    """Cancels an answer under way after some seconds; returns how long the server took to see it."""
    from ollama_standin import Fault

    server = OllamaServer(Settings(ollama_host=ollama.url))
    try:
        known = len(ollama.disconnects)
        ollama.faults.append(Fault.slow(0.05))
        stream = server.choose(None).stream(_ASKED, max_tokens=400)
        closing: list[float] = []
        timer = threading.Timer(seconds, lambda: (closing.append(time.monotonic()), stream.close()))
        timer.start()
        with contextlib.suppress(ModelError):
            list(stream)
        timer.join()
        return ollama.wait_for_disconnect(count=known + 1).at - closing[0]
    finally:
        server.close()
