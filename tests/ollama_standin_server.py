"""The HTTP side of the Ollama stand-in: sockets, headers, chunks, and a close look at clients that go."""

from __future__ import annotations

import contextlib
import json
import select
import socket
import struct
import sys
import threading
import time
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ollama_standin_faults import Fault, StandinModel
from ollama_standin_shapes import (
    Disconnect,
    Request,
    cut_to,
    dump,
    incapable,
    joined,
    lines,
    listed,
    refusal,
    running,
    seen_by,
    shown,
    too_long,
    unload_or_load,
)

if TYPE_CHECKING:
    from ollama_standin import OllamaStandin

__all__ = ["Disconnect", "Request", "StandinServer"]

_JSON = "application/json; charset=utf-8"
_PATHS = {"/": "GET", "/api/version": "GET", "/api/tags": "GET", "/api/ps": "GET", "/api/show": "POST",
          "/api/chat": "POST", "/api/generate": "POST"}


class _GoneError(Exception):
    """The client has gone, or the stand-in is closing."""


class StandinServer(ThreadingHTTPServer):
    daemon_threads = False  # closing joins them: no thread outlives the context
    block_on_close = True
    request_queue_size = 64

    def __init__(self, standin: OllamaStandin) -> None:
        self.standin = standin
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        super().__init__(("127.0.0.1", standin.port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._guard:
            self._open.add(request)
        self.standin.connections += 1
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._guard:
            self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """Wakes the threads that wait for a next request on a kept connection."""
        with self._guard:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing of broken connections, which are the trade of this server; raises what is its own fault."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 0
    disable_nagle_algorithm = True
    server: StandinServer

    def log_message(self, format: str, *args: Any) -> None: ...

    def do_GET(self) -> None:
        self._serve()

    do_POST = do_HEAD = do_PUT = do_DELETE = do_GET  # noqa: N815

    def _serve(self) -> None:
        standin = self.server.standin
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            body = json.loads(raw) if raw else None
        except ValueError:
            body = raw.decode("utf-8", "replace")
        request = Request(self.command, self.path, dict(self.headers.items()), body, time.monotonic())
        standin.requests.append(request)
        generates = self.path in ("/api/chat", "/api/generate")
        fault = standin.faults.popleft() if generates and standin.faults else None
        fault = fault or standin.fault_for(request)
        self._budget = fault.after if fault and fault.kind in ("cut", "reset", "halt") else None
        self._corrupt = [fault.after, fault.status] if fault and fault.kind == "corrupt" else None
        self._pieces = 0
        try:
            self._route(standin, request, raw, fault)
        except (_GoneError, OSError):
            self.close_connection = True
            if fault is not None and self._budget is not None:
                self._part(fault)
            if not standin.closing.is_set() and self._budget is None:
                standin.disconnects.append(Disconnect(self.path, time.monotonic(), self._pieces))
        finally:
            standin.replied(request)

    def _route(self, standin: OllamaStandin, request: Request, raw: bytes, fault: Fault | None) -> None:
        origin = urlsplit(request.headers.get("Origin", "http://localhost")).netloc
        method = _PATHS.get(self.path, "")
        if not (_is_local(request.headers.get("Host", "")) and _is_local(origin)):
            self._reply(403, b"", None)
        elif fault is not None and fault.kind == "status":
            self._reply(fault.status, fault.body, _JSON, fault.headers)
        elif fault is not None and fault.kind == "drip_headers":
            self._drip_headers(fault.seconds)
        elif not method:
            self._reply(404, b"404 page not found", "text/plain")
        elif self.command != method and (self.command, method) != ("HEAD", "GET"):
            self._reply(405, b"405 method not allowed", "text/plain", (("Allow", method),))
        elif method == "POST":
            self._post(standin, request.body, raw, fault)
        else:
            self._get(standin, fault)

    def _get(self, standin: OllamaStandin, fault: Fault | None) -> None:
        if fault is not None and fault.kind == "hang":
            self._wait(fault.seconds)
        if self.path == "/":
            return self._reply(200, b"Ollama is running", "text/plain; charset=utf-8")
        found: dict[str, Any] = {"version": standin.version}
        if self.path == "/api/tags":
            found = {"models": [listed(model) for model in standin.models]}
        elif self.path == "/api/ps":
            found = {"models": [running(model, standin.loaded[model.name]) for model in standin.models
                                if model.name in standin.loaded]}
        return self._reply(200, dump(found), _JSON)

    def _post(self, standin: OllamaStandin, body: Any, raw: bytes, fault: Fault | None) -> None:
        words = refusal(self.path, body, raw)
        if words is not None:
            return self._error(400, words)
        name = str(body["model"])
        model = standin.find(name)
        if model is None:
            full = name if ":" in name or self.path != "/api/show" else f"{name}:latest"
            return self._error(404, f"model '{full}' not found")
        if self.path == "/api/show":
            return self._reply(200, dump(shown(model)), _JSON, chunked=True)
        words = incapable(self.path, body, model.capabilities or ("completion",))
        if words is None and model.refuses_think and body.get("think") is False:
            words = f'"{model.name}" does not support disabling thinking'
        if words is not None:
            return self._error(400, words)
        return self._generate(standin, model, body, fault)

    def _generate(self, standin: OllamaStandin, model: StandinModel, body: dict[str, Any], fault: Fault | None) -> None:
        chat, streaming = self.path == "/api/chat", body.get("stream", True) is not False
        messages = body.get("messages", []) if chat else [{"role": "user", "content": body.get("prompt", "")}]
        options = body.get("options") or {}
        if not isinstance(options.get("temperature", 0), int | float):
            return self._error(500, 'option "temperature" must be of type float32')
        window = max(256, min(int(options.get("num_ctx", 4096)), model.context_length))
        if not messages:
            standin.loaded[model.name] = window
            return self._reply(200, dump(unload_or_load(model.name, chat)), _JSON)
        messages = seen_by(model.template, messages)
        counted = standin.count(messages)
        if fault is not None and fault.kind == "truncated":
            counted = fault.after or max(1, counted // 10)
        elif counted > window:
            if body.get("truncate", True) is False and not standin.cuts:
                return self._error(400, too_long(counted, window), streaming=streaming)
            messages, counted = cut_to(messages, counted, window // 2 + 2), window // 2 + 2  # in silence, as the real one
        with self._runner(standin):
            standin.loaded[model.name] = window
            if fault is not None and fault.kind == "hang":
                self._wait(fault.seconds)
            text = fault.text if fault is not None and fault.kind == "instead" else standin.answer(messages)
            told = standin.weigh(messages) if standin.weigh and body.get("logprobs") else None
            reply = lines(model.name, chat, text, counted, options, fault, told)
            if streaming:
                return self._stream(reply, fault)
            return self._reply(200, dump(joined(list(reply), chat)), _JSON)

    @contextlib.contextmanager
    def _runner(self, standin: OllamaStandin) -> Iterator[None]:
        """One request at a time, as the real server; a client that goes leaves the queue."""
        while not standin.runner.acquire(timeout=0.01):
            self._look()
        try:
            yield
        finally:
            standin.runner.release()

    def _stream(self, reply: Iterator[dict[str, Any] | str], fault: Fault | None) -> None:
        kind, seconds = (fault.kind, fault.seconds) if fault else ("", 0.0)
        begun = False
        for line in reply:
            if kind == "slow" or (kind == "stall" and fault and self._pieces == fault.after):
                self._wait(seconds)
            if not begun:
                self._head(200, "application/x-ndjson", None)
                begun = True
            self._look()
            data = (line.encode() if isinstance(line, str) else dump(line)) + b"\n"
            framed = b"%x\r\n%s\r\n" % (len(data), data)
            if kind == "drip":
                for byte in framed:
                    self._wait(seconds)
                    self._send(bytes((byte,)))
            else:
                self._send(framed)
            self._pieces += 1
        if not begun:
            self._head(200, "application/x-ndjson", None)
        self._send(b"0\r\n\r\n")

    def _error(self, status: int, words: str, *, streaming: bool = False) -> None:
        if streaming:
            return self._reply(status, dump({"error": words}), "application/json", chunked=True)
        return self._reply(status, dump({"error": words}), _JSON)

    def _reply(self, status: int, body: bytes, kind: str | None, headers: tuple[tuple[str, str], ...] = (), *,
               chunked: bool = False) -> None:
        self._head(status, kind, None if chunked else len(body), headers)
        if self.command != "HEAD":
            self._send(b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) if chunked else body)

    def _head(self, status: int, kind: str | None, length: int | None,
              headers: tuple[tuple[str, str], ...] = ()) -> None:
        lines = [f"HTTP/1.1 {status} {self.responses.get(status, ('',))[0]}", *(f"{k}: {v}" for k, v in headers)]
        if kind is not None:
            lines.append(f"Content-Type: {kind}")
        lines.append(f"Date: {formatdate(usegmt=True)}")
        lines.append("Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}")
        if self.close_connection:
            lines.append("Connection: close")
        self._send("\r\n".join(lines).encode() + b"\r\n\r\n")

    def _part(self, fault: Fault) -> None:
        """Ends a reply that was broken off in the way that the fault says."""
        if fault.kind == "halt":
            with contextlib.suppress(_GoneError, OSError):
                self._wait(fault.seconds)
        elif fault.kind == "reset":
            # Closed without lingering, the system sends a reset in place of an end.
            with contextlib.suppress(OSError):
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()

    def _send(self, data: bytes) -> None:
        if self._corrupt is not None:
            at, byte = self._corrupt
            if 0 <= at < len(data):
                data = data[:at] + bytes((byte if data[at] != byte else byte ^ 1,)) + data[at + 1 :]
            self._corrupt[0] -= len(data)
        if self._budget is not None:
            data, self._budget = data[: self._budget], self._budget - len(data)
        if data:
            self.connection.sendall(data)
        if self._budget is not None and self._budget <= 0:
            raise _GoneError

    def _drip_headers(self, seconds: float) -> None:
        self._send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while True:
            self._wait(seconds)
            self._send(b"x")

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._look(min(left, 0.02))

    def _look(self, seconds: float = 0.0) -> None:
        """Waits, and raises _GoneError as soon as the client has gone or the stand-in closes."""
        if self.server.standin.closing.is_set():
            raise _GoneError
        if select.select([self.connection], [], [], seconds)[0] and not self.connection.recv(1, socket.MSG_PEEK):
            raise _GoneError


def _is_local(netloc: str) -> bool:
    return (urlsplit(f"//{netloc}").hostname or "") in ("127.0.0.1", "localhost", "::1")
